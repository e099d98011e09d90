// The built-in lexicon with every name spelt out, as the JSON files have them.
#pragma once

#include "../catch.hpp"
#include "lexicon/load.hpp"

namespace zhibiao::tests {

inline const LexiconData& complete() {
  static const LexiconData data = [] {
    auto loaded = lexicon::load_embedded();
    if (!loaded) FAIL(loaded.error().message);
    return *std::move(loaded);
  }();
  return data;
}

}  // namespace zhibiao::tests
