// Numerals in normalized text: 1,234.5, 500余万, 1.3万亿, 1亿2000万, 一万二千, 两百, 七点五, 五六百, 千亿.
//
// What surrounds a number is not read here: 百分之五, 三成, 三分之一 and units are the business of quantity.hpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

struct Numeral {
  Decimal number;          // multipliers multiplied out
  std::size_t length = 0;  // bytes read
  bool words = false;      // written without ASCII digits
  bool scaled = false;     // carried a multiplier 百 千 万 亿 of its own
  bool more = false;       // 余, 多, 几 between number and multiplier or behind it (500余万, 4000余): more_than
  bool bare = false;       // multipliers alone: 千亿, 万
  bool inexact = false;    // more than 15 significant digits: number is zero
  int characters = 0;      // of the Chinese ones among its signs
  std::optional<Decimal> upper;  // 五六百 is 500 to 600
  Decimal multiplier{1, 0};      // what stands behind its last digit: 5.2万亿 has 10^12, 三百亿 10^10
};

// Reads the longest numeral at the start of `text`; nothing where there is none. Looks at no more than it reads,
// and a few characters behind.
std::optional<Numeral> read_numeral(std::string_view text);

// 壹, 贰 ...: where a numeral of a bill may begin.
bool is_bill_digit(char32_t c) noexcept;

// A whole number written in Chinese characters, as exhaustive tests write it: 10305 -> 一万零三百零五.
// For 0 <= number < 10^12.
std::string to_chinese(std::int64_t number);

}  // namespace zhibiao::value
