// The lexicon compiled for reading: one immutable model.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/word_lists.hpp"
#include "lexicon/data.hpp"
#include "lexicon/vocabulary.hpp"
#include "match/letters.hpp"
#include "match/needs.hpp"
#include "match/pattern.hpp"
#include "match/text_letters.hpp"
#include "match/word_sieve.hpp"
#include "match/words.hpp"
#include "text/find.hpp"
#include "text/segment.hpp"
#include "value/quantity.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::extract {

using lexicon::no_index;
using lexicon::WordRole;

// How the groups of a row become statements: the `reading` of the lexicon.
enum class RowReading {
  one,
  each,
  each_tail,
  pairs,
  coordinated,
  split,
  fixed,
  number_first,
  by_time,
  growth_first,
  carry,
  carry_tail,
  carry_pairs,
  carry_share,
  share_by_name,
  of_gdp,
  percent_of,
  start,
  doubled,
  or_else,
  elliptic,
  of_which,
  units,
  relative,
  skip,
  refuse,
  milestones,
};

// A row of the statement table, compiled.
struct Row {
  const StatementEntry* entry = nullptr;
  RowReading reading = RowReading::skip;
  match::Pattern pattern;
  std::optional<match::Pattern> unless_next;
  match::LetterProgram program;  // `pattern`, `unless_next`, for the matcher of letters
  std::optional<match::LetterProgram> unless_next_program;
  // Group numbers.
  int heads = -1, pred = -1, values = -1, tail = -1, pred_after = -1, from = -1, scope = -1, compare = -1, behind = -1;
  bool english = false, chinese = true;
  bool says_at_least = false;
};

// The rows that one stage tries on sentences of one language, in table order.
struct RowTable {
  std::vector<std::uint32_t> rows;
  match::LetterTable letters;  // their programs, in the same order
  std::string needed;          // letters: every match of a row holds one of them
  std::string needed_at_least; // ... of a row that says "at least"
  match::LetterSet all_needed() const {
    match::LetterSet set;
    set.add(needed);
    set.add(needed_at_least);
    return set;
  }
};

// Characters that every match of a pattern holds, a string each, and words of which it holds one: asked of a text behind the
// gate, whose bits others share.
struct Musts {
  std::vector<std::string> characters, words;
  bool may_match(std::string_view said) const {
    for (const std::string& c : characters) {
      if (!text::holds(said, c)) return false;
    }
    for (const std::string& word : words) {
      if (text::holds(said, word)) return true;
    }
    return words.empty();
  }
};

// A class of cues that a pattern finds: times and bases, and what no list of words could hold (受…影响).
struct CuePattern {
  std::uint32_t cue = no_index;
  char letter = 0;            // of its cue
  bool before_names = false;  // taken before the names are, not behind them
  match::Pattern pattern;
  match::Gate gate;
  Musts musts;
  int y = -1, z = -1, m = -1, q = -1, h = -1;
  // For the matcher of letters, and its number in CuePatterns::table; patterns that it does not read are left to RE2.
  std::optional<match::LetterProgram> program;
  std::uint32_t in_table = no_index;
};

struct CuePatterns {
  std::vector<CuePattern> rows;
  match::TextLetters letters;
  match::LetterTable table;
  match::LetterSet first;  // letters that a match of the table begins with

  auto begin() const { return rows.begin(); }
  auto end() const { return rows.end(); }
};

struct OutlineRow {
  enum class At { heading, paragraph, passage, passage_end, start, years, anywhere };
  const OutlineEntry* entry = nullptr;
  At at = At::start;
  match::Pattern pattern;
  match::Gate gate;
  Musts musts;
  int y = -1, plan_name = -1;
};

// The rows of the outline, in table order.
class OutlineTable {
 public:
  OutlineTable() = default;
  // `firsts` by row: characters that a match begins with, or none where it may begin with anything.
  OutlineTable(std::vector<OutlineRow> rows, const std::vector<match::CharacterSet>& firsts);

  std::size_t size() const noexcept { return rows_.size(); }
  const OutlineRow& operator[](std::size_t number) const { return rows_[number]; }
  OutlineRow& operator[](std::size_t number) { return rows_[number]; }
  const std::vector<std::uint32_t>& all() const noexcept { return all_; }

  // Rows in table order, with one gate before all of them but those that end a passage or stand in one over several years.
  struct Rows {
    std::vector<std::uint32_t> numbers;
    match::Gate gate = {.one_of = {}, .first = {}};  // closed
    void add(const OutlineRow& row, std::uint32_t number);
    template <typename Archive, typename Self>
    static void fields(Archive& archive, Self& self) {
      archive(self.numbers, self.gate);
    }
  };
  // Those that may match a heading, or a sentence that is none, which begins with this character; all that look further are
  // among them.
  const Rows& beginning_with(char32_t c, bool heading) const noexcept {
    const Openings& rows = openings_[opening_of_[c % places]];
    return heading ? rows.in_heading : rows.elsewhere;
  }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.rows_, self.all_, self.opening_of_, self.openings_);
  }

 private:
  static constexpr std::size_t places = 1024;
  struct Openings {
    Rows in_heading, elsewhere;
    void add(const OutlineRow& row, std::uint32_t number);
    template <typename Archive, typename Self>
    static void fields(Archive& archive, Self& self) {
      archive(self.in_heading, self.elsewhere);
    }
  };
  std::vector<OutlineRow> rows_;
  std::vector<std::uint32_t> all_;
  match::Flat<std::uint16_t> opening_of_{std::span(match::zeros<std::uint16_t, places>)};  // by the low bits of a character
  std::vector<Openings> openings_;  // the first of characters that no row names
};

// What sentences hold that may come to something (sentence_gate.hpp): bits of Model::characters, words, letters of cues.
struct SentenceSigns {
  std::uint64_t digits = ~std::uint64_t{0}, numerals = ~std::uint64_t{0};  // digits; what a number in words begins with
  // In Chinese, of what rows need in place of a number: a value in words, a rank (id 0), what goals without a number say (1).
  match::WordMatcher words;
  enum Kind : std::uint32_t { value, comparison };
  match::WordSieve naming;  // of the words without one of which nothing is named and nothing taken up
  bool told_by_words = false;  // else a row needs what no cue and no number tells
  // By kind: bits of characters one of which stands in every word, and of others one of which stands there too.
  struct InWords {
    std::uint64_t one = match::every_character, another = match::every_character;
    bool may_stand_in(std::uint64_t characters) const noexcept {
      return (characters & one) != 0 && (characters & another) != 0;
    }
  };
  std::array<InWords, 2> in_words;
  // By language: letters without one of which no row for items, or for goals without a number, matches.
  std::array<match::LetterSet, 2> value_letters, comparing_letters;
  std::array<match::LetterSet, 2> at_least_letters;  // ... of rows that need a word for "at least" besides
  std::vector<match::Gate> cutting;                  // of patterns that may take part of a word
};

// Words that name what a row reads; 其中, which takes up what the sentence before named.
inline constexpr match::LetterSet naming_letters = "NPLun";
inline constexpr char of_which_letter = 'w';
inline bool is_named(const WordRole& role) noexcept { return role.name != no_index || role.head || role.tail; }

// A row that is a goal only with words for "at least" (attribute "says").
inline constexpr std::string_view at_least_value = "at_least", at_least_word = "以上";

// What is compiled of a lexicon: the build writes that of the built-in one into its image.
struct Tables {
  match::WordMatcher words;
  std::vector<WordRole> roles;  // by word id
  CuePatterns cue_patterns;
  std::vector<Row> rows;
  std::array<RowTable, 2> item_rows, relative_rows;  // the rows that items.cpp and relative.cpp try: Chinese, English
  OutlineTable outline;
  match::Gate title;                           // of 工作报告: the title, which opens no part
  match::CharacterIndex characters;            // that the gates of patterns and of sentences ask for
  SentenceSigns signs;
  std::optional<match::Pattern> heading_mark;  // 一、 (二) 第三部分
  match::Gate heading_gate;
  match::CharacterSet heading_marks;           // what it begins with
  std::map<std::pair<std::string, std::string>, std::uint32_t> splits;
  value::UnitTable units;

  // Of a lexicon with all its names.
  static Result<Tables> compile(const LexiconData& data);

  std::string to_archive() const;
  // `bytes` must be what to_archive() made of the same version of these structures, and outlive them.
  static Tables from_archive(std::string_view bytes);
};

// Shared by all threads.
struct Model : Tables {
  Lexicon lexicon;
  const LexiconData& data;
  std::unordered_map<std::string, std::uint32_t> indicator_by_id;
  std::vector<std::uint32_t> flow_of, stock_of;  // by indicator: its twin, or no_index
  std::vector<std::uint32_t> share_of_gdp;       // by indicator: its share of the GDP, or no_index
  std::vector<std::uint32_t> rate_in_percent;    // by indicator: what a percentage of it is, or no_index
  std::vector<std::vector<std::string_view>> kinds_told_before;  // by indicator: of the list with this name
  WordLists lists;
  value::QuantityReader quantities;
  text::Segmenter segmenter;

  Model(const Lexicon& from, Tables tables, WordLists word_lists, value::QuantityReader quantity_reader,
        text::Segmenter own_segmenter)
      : Tables(std::move(tables)),
        lexicon(from),
        data(lexicon.data()),
        lists(std::move(word_lists)),
        quantities(std::move(quantity_reader)),
        segmenter(std::move(own_segmenter)) {}

  static Result<std::shared_ptr<const Model>> compile(const Lexicon& lexicon);

  // The indicator whose name is exactly `spelling`, or no_index.
  std::uint32_t indicator_named(std::string_view spelling) const;
  const IndicatorEntry& indicator(std::uint32_t index) const { return data.indicators[index]; }
  bool is(std::uint32_t i, std::string_view id) const { return std::string_view(indicator(i).id) == id; }
};

inline bool is_currency(std::string_view unit) {
  return unit.size() == 3 && unit.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

}  // namespace zhibiao::extract
