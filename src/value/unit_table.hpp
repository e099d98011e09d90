// The spellings of units, from the lexicon, with what the reader of quantities must know about each.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/data.hpp"
#include "match/words.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::value {

inline constexpr std::string_view compound = "compound";  // 吨/小时: a ratio of units that the lexicon does not name

struct Unit {
  std::string id, word;
  Decimal scale;
  bool none = false;      // only keeps a shorter word from being found in it: 项目 is no 项
  bool only_first = false;  // its first character is the unit: 3项|目标, 6家|园区
  bool ordinal = false;   // makes the number a date, a rank or a name: 月, 周岁, 热线
  bool currency = false;
  bool year = false;      // 年, years: nearly always a time
  bool counted = false;   // people, households, items
  bool digits_only = false;  // a unit behind digits, hardly behind characters: 十分, 百里, 三门
  bool single = false;       // fits one Chinese digit too: 三家
  bool before_only = false;  // US$, €: stands before its number
  bool scaled_only = false;  // 1200万度 is energy, 40度 is not

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.id, self.word, self.scale.coefficient, self.scale.exponent, self.none, self.only_first, self.ordinal, self.currency,
            self.year, self.counted, self.digits_only, self.single, self.before_only, self.scaled_only);
  }
};

struct UnitTable {
  static Result<UnitTable> create(const LexiconData& lexicon);

  std::vector<Unit> units;  // by word id
  std::size_t degree = 0;   // an ordinal without a word of its own
  match::WordMatcher words;
  std::vector<std::pair<std::string, std::uint32_t>> currency_prefixes;  // US$, RMB, 人民币; longest first
  std::bitset<256> currency_ends;      // the last bytes of these
  std::bitset<0x10000> behind_numerals;  // but for numerals and units, what a number in Chinese characters may go on with

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.units, self.degree, self.words, self.currency_prefixes, self.currency_ends, self.behind_numerals);
  }
};

}  // namespace zhibiao::value
