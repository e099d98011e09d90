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

  // By its characters (Model::characters).
  bool has_digits(std::uint64_t characters) const noexcept { return (characters & signs_.digits) != 0; }
  bool may_count(std::uint64_t characters) const noexcept { return (characters & signs_.numerals) != 0; }
  // Something else than a number that a row may need, in Chinese: a value in words or, in the part of goals, a comparison.
  bool may_say(std::uint64_t characters, bool plan) const noexcept;

  // By pairs of characters: may a word stand there for which `names` or `of_which` is said? In Chinese.
  bool may_name(std::string_view text, const text::Sentence& sentence) const noexcept {
    return signs_.naming.may_hold(text, sentence.begin, sentence.end);
  }

  // By words looked for alone: what may_say() asks for.
  bool says(std::string_view text, const text::Sentence& sentence, std::uint64_t characters, bool plan,
            std::vector<match::Word>& scratch) const;

  // By its words.
  struct Said {
    bool names = false;        // something that a row reads may be named
    bool of_which = false;     // 其中: it may take up what the sentence before named
    bool values = false;       // a value in words, a rank: what a row may need in place of a number
    bool comparisons = false;  // what a row for goals without a number may need
  };
  Said read(const std::vector<match::Word>& words, std::string_view sentence, bool english) const;

  // Numbers that a row may take.
  static bool counts(const std::vector<value::Reading>& numbers);

  // By its words, numbers apart: does it hold what every row needs?
  bool may_match(const Said& said, std::uint64_t characters, bool plan) const;

 private:
  const Model& model_;
  const SentenceSigns& signs_;
};

}  // namespace zhibiao::extract
