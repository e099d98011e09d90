// Paragraphs, headings, sentences and clauses of a normalized text, by ICU break rules (segment.rules).
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "zhibiao/result.hpp"

namespace zhibiao::text {

// A sentence ends at 。 ! ? or at the end of a paragraph (English: at . ! ? before a space and a capital or quote).
struct Sentence {
  std::uint32_t begin = 0, end = 0;  // bytes of the normalized text, the terminator included, outer blanks not
  std::uint32_t paragraph = 0;       // counted from 0
  bool heading = false;              // a short paragraph of its own without a sentence end
};

struct Segmentation {
  std::vector<Sentence> sentences;  // in text order, covering all that is not blank
};

class Segmenter {
 public:
  static Result<Segmenter> create(std::string_view rules);  // ICU RBBI source, UTF-8

  // Thread safe. The built-in rules are followed byte by byte (breaks.hpp), others by ICU. `out` keeps its memory.
  void segment(std::string_view normalized, Segmentation& out) const;
  Segmentation segment(std::string_view normalized) const;
  // By ICU, whatever the rules: the oracle of the other.
  Segmentation segment_by_rules(std::string_view normalized) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace zhibiao::text
