// A sentence as typed spans: names, numbers, times, cue words, punctuation, and what is unknown.
// Each span has one letter (src/lexicon/README.md lists them); the string of letters is what the table of
// statement patterns reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/model.hpp"
#include "value/quantity.hpp"

namespace zhibiao::extract {

struct Token {
  char letter = 'X';
  std::uint32_t begin = 0, end = 0;  // bytes of the normalized text
  std::uint32_t word = no_index;     // word id of a lexicon word
  std::uint32_t index = no_index;    // reading of a number, time of a time span
};

// Bits of TimeMention::h beside the half: a part of last year, a part of this year.
inline constexpr int of_last_year = 16, of_this_year = 32;

// A time expression as written; ground.cpp turns it into a period.
struct TimeMention {
  std::string_view value;  // of its cue: "year", "past-5", "plan", ...
  int y = 0, z = 0, m = 0, q = 0, h = 0;
};

// The cue class of a token, or nullptr.
inline const CueEntry* cue_of(const Model& model, const Token& token) {
  if (token.word == no_index) return nullptr;
  const std::uint32_t cue = model.roles[token.word].cue;
  return cue == no_index ? nullptr : &model.data.cues[cue];
}

// Sets of letters.
using match::LetterSet;
inline constexpr LetterSet clause_marks = ",;:.";
inline constexpr LetterSet separators = ",;:/.";

inline bool one_of(char letter, LetterSet set) noexcept { return set.holds(letter); }

// Whether one of `set` stands among letters[begin, end).
inline bool holds(std::string_view letters, std::uint32_t begin, std::uint32_t end, LetterSet set) noexcept {
  for (std::uint32_t k = begin; k < end; ++k) {
    if (set.holds(letters[k])) return true;
  }
  return false;
}

// The place of the first of `set` at or behind `from`, or the number of letters.
inline std::uint32_t find(std::string_view letters, std::uint32_t from, LetterSet set) noexcept {
  while (from < letters.size() && !set.holds(letters[from])) ++from;
  return from;
}

struct Lexed {
  std::vector<Token> tokens;
  std::string letters;  // tokens[i].letter for each i
  std::vector<std::uint32_t> clauses;  // by token: where its clause begins; one more for what stands behind the last
  std::vector<value::Reading> readings;
  std::vector<TimeMention> times;

  // All but the readings.
  void clear() {
    tokens.clear();
    letters.clear();
    clauses.clear();
    times.clear();
  }
};

// The number that token i is. A worded value (翻一番) or any other token has none: then an empty reading.
inline const value::Reading& reading_at(const Lexed& lexed, std::uint32_t i) {
  static const value::Reading none;
  const Token& token = lexed.tokens[i];
  const bool number = token.letter != 'T' && token.letter != 'b' && token.index < lexed.readings.size();
  return number ? lexed.readings[token.index] : none;
}

// The last letter of a set before a place. What lies before the place asked last is not looked at again, so that asking for one
// value after the other costs no more than the sentence is long.
class LastLetter {
 public:
  LastLetter(std::string_view letters, LetterSet set) : letters_(letters), set_(set) {}

  std::uint32_t before(std::uint32_t place) {
    if (place < asked_) asked_ = 0, found_ = no_index;
    for (std::uint32_t k = place; k-- > asked_;) {
      if (!one_of(letters_[k], set_)) continue;
      found_ = k;
      break;
    }
    asked_ = place;
    return found_;
  }

 private:
  std::string_view letters_;
  LetterSet set_;
  std::uint32_t asked_ = 0, found_ = no_index;
};

// Working memory that is kept between sentences.
struct LexScratch {
  // With the model, patterns are found by the matcher of letters where it reads them; without it by RE2 alone.
  LexScratch() = default;
  explicit LexScratch(const Model& model) : automaton(std::in_place, model.cue_patterns.table) {}

  std::vector<match::Word> words;
  std::vector<char> taken;
  match::Groups groups;

  // Where patterns match: number in CuePatterns::table, place in the letters.
  struct Found {
    std::uint32_t pattern = 0, place = 0;
  };
  std::optional<match::LetterAutomaton> automaton;
  match::LetterProgram::Scratch slots;
  match::TextLetters::Read read;
  std::vector<Found> found;
  std::vector<std::uint64_t> matching;
  std::vector<match::Word> parts;
  std::vector<Token> tokens;
};

// The three steps for a sentence text[begin, end), in this order; a sentence in which the first two find nothing needs no third.
void find_words(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, LexScratch& scratch);
void find_numbers(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, bool english, Lexed& out);
// `characters` are those of the sentence that the model's gates ask for; match::every_character where every pattern is to be tried.
void lex(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, bool english,
         std::uint64_t characters, LexScratch& scratch, Lexed& out);

}  // namespace zhibiao::extract
