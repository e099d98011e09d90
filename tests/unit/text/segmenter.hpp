// The project's break rules, and a segmenter that follows them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "../catch.hpp"
#include "text/segment.hpp"

namespace zhibiao::tests {

inline const std::string& break_rules() {
  static const std::string rules = [] {
    std::ifstream file(ZHIBIAO_SOURCE_DIR "/src/lexicon/segment.rules", std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
  }();
  return rules;
}

inline const text::Segmenter& segmenter() {
  static const text::Segmenter built = [] {
    Result<text::Segmenter> result = text::Segmenter::create(break_rules());
    if (!result) FAIL(result.error().message);
    return *std::move(result);
  }();
  return built;
}

}  // namespace zhibiao::tests
