// Numbers with their unit and their own bound words, as the lexer and --quantities need them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/data.hpp"
#include "value/unit_table.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::value {

// One number, or one range, in a normalized text. Values are unsigned unless a minus or 负 is written.
struct Reading {
  std::uint32_t begin = 0, end = 0;    // number and unit with the bound words that belong to them
  std::uint32_t number_begin = 0, number_end = 0;  // the number (or range) alone
  std::uint32_t unit_begin = 0, unit_end = 0;      // the unit words (US$, 百分之 before it); equal where none
  Decimal lower, upper;                // in base units, multiplied out; equal unless a range
  bool range = false;                  // 5%-6%, 6%至6.5%, 1~2个, 五六百亿
  std::string_view unit;               // base unit id (owned by the reader); empty for a bare number
  Decimal scale{1, 0};                 // what the unit words and multipliers multiplied by: 5.2万亿元 is 10^12
  std::optional<Bound> prefix_bound;   // 超过, 不低于, 近, 约, 突破 ... directly before
  std::optional<Bound> suffix_bound;   // 左右, 以上, 以内, 余 ... directly behind, or inside: 500余万
  bool ordinal = false;                // 第5, 5月, 2025年, 12345 phone lines and the like: no quantity
  bool words = false;                  // written without ASCII digits
  bool single = false;                 // one Chinese digit before a counted thing (一个, 三家): hardly ever a value
  bool inexact = false;                // needs more than 15 significant digits: lower and upper are zero
};

class QuantityReader {
 public:
  static Result<QuantityReader> create(const LexiconData& lexicon);
  static Result<QuantityReader> create(const LexiconData& lexicon, UnitTable units);  // with its units read before

  // All readings inside text[begin, end), in order, that do not overlap. Linear in end - begin; thread safe.
  // In a Chinese text English words count as units behind digits only; `english` reads numbers in words too.
  std::vector<Reading> read(std::string_view text, std::size_t begin, std::size_t end, bool english) const;
  // ... in the memory of `out`, in place of what it holds.
  void read(std::string_view text, std::size_t begin, std::size_t end, bool english, std::vector<Reading>& out) const;

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

}  // namespace zhibiao::value
