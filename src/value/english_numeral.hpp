// Numerals in English words: forty-five, two hundred and ten million, a hundred, three point five, two and a half;
// and the scales behind digits, 3 billion.
#pragma once

#include <optional>
#include <string_view>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

struct EnglishNumeral {
  Decimal number;
  std::size_t length = 0;    // bytes read
  int words = 0;             // of which it is made
  bool scaled = false;       // carried hundred, thousand, million ...
  Decimal multiplier{1, 0};  // what stands behind its last digit
};

// Reads the longest numeral at the start of `text`; nothing where there is none. ASCII letters compare without case.
std::optional<EnglishNumeral> read_english_numeral(std::string_view text);

// The power of ten of a scale: 6 of million; 0 where the word is none.
int english_scale(std::string_view word) noexcept;

}  // namespace zhibiao::value
