// Which sentences can come to anything: asked of the characters, then of the words, then of the numbers, each before the dearer
// next step. A gate only ever says no where every later stage would find nothing.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/lex.hpp"
#include "extract/model.hpp"

namespace zhibiao::extract {

class SentenceGate {
 public:
  explicit SentenceGate(const Model& model) : model_(model), signs_(model.signs) {}

  // By its characters (Model::characters): may it hold a value or, in the part of goals, a comparison?
  bool may_say(std::uint64_t characters, bool english, bool plan) const noexcept {
    return english || (characters & signs_.values) != 0 || (plan && (characters & signs_.comparisons) != 0);
  }

  // By its words.
  struct Said {
    bool names = false;        // something that a row reads may be named
    bool of_which = false;     // 其中: it may take up what the sentence before named
    bool values = false;       // a value in words, a rank: what a row may need in place of a number
    bool comparisons = false;  // what a row for goals without a number may need
  };
  Said read(const std::vector<match::Word>& words, std::string_view sentence, bool english) const;

  // By its words and numbers: does it hold what every row needs?
  bool may_match(const Said& said, const std::vector<value::Reading>& numbers, std::uint64_t characters, bool plan) const;

 private:
  const Model& model_;
  const SentenceSigns& signs_;
};

}  // namespace zhibiao::extract
