// The built-in lexicon, compiled once for all tests of a program.
#pragma once

#include "../catch.hpp"
#include "extract/model.hpp"

namespace zhibiao::tests {

inline const extract::Model& model() {
  static const auto compiled = extract::Model::compile(*Lexicon::built_in());
  REQUIRE(compiled);
  return **compiled;
}

}  // namespace zhibiao::tests
