// One number with its unit, as read before it is known what the two are part of.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "value/unit_table.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::value {

// One number with its unit: half of a range, or the whole of a reading.
struct Part {
  std::size_t begin = 0, end = 0;            // number and multipliers, with its sign
  std::size_t unit_begin = 0, unit_end = 0;  // equal to end where there is no unit behind
  Decimal value;
  std::optional<Decimal> upper;              // 五六百
  Decimal multiplier{1, 0}, unit_scale{1, 0};
  std::string_view unit;
  const Unit* word = nullptr;                // the unit word, where one was found
  bool words = false, scaled = false, more = false, inexact = false, bare = false;
  int characters = 0;

  bool ordinal() const { return word != nullptr && word->ordinal; }
  bool year() const { return word != nullptr && word->year; }
  bool leading() const { return unit_begin < begin; }  // the unit stands before the number: US$5, 百分之五
  std::size_t stop() const { return std::max(end, unit_end); }
  bool plain() const { return unit.empty() && !ordinal() && !scaled && !more; }
};

}  // namespace zhibiao::value
