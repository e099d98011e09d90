// Numerals in normalized text: 1,234.5, 一万二千, 1.3万亿, 两百, 三成, 百分之五点六, 七点五.
#pragma once

#include <optional>
#include <string_view>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

struct Numeral {
  Decimal number;          // multipliers multiplied out
  std::size_t length = 0;  // bytes read
  bool words = false;      // written without ASCII digits
  bool scaled = false;     // carried a multiplier 百 千 万 亿 of its own
  bool more = false;       // 余, 多 between number and multiplier or behind it (500余万, 4000余): more_than
};

// Reads the longest numeral at the start of `text`; nothing where there is none.
std::optional<Numeral> read_numeral(std::string_view text);

// A whole number written in Chinese characters, as exhaustive tests write it: 10305 -> 一万零三百零五.
std::string to_chinese(std::int64_t number);

}  // namespace zhibiao::value
