// Small questions about characters and words, as the readers of quantities ask them. Text is normalized UTF-8.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

#include "text/utf8.hpp"

namespace zhibiao::value {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
using text::lower;

// Most texts differ in the first byte that is looked at.
inline bool starts(std::string_view text, std::string_view with) noexcept {
  return with.empty() || (text.size() >= with.size() && text.front() == with.front() && text.substr(0, with.size()) == with);
}
inline bool ends(std::string_view text, std::string_view with) noexcept {
  return with.empty() || (text.size() >= with.size() && text.back() == with.back() &&
                          text.substr(text.size() - with.size()) == with);
}
inline bool starts_with_any(std::string_view text, const auto& words) noexcept {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return starts(text, word); });
}

inline bool equal_folded(std::string_view text, std::string_view word) noexcept {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

inline bool one_of(char32_t c, std::u32string_view set) noexcept {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

inline bool is_numeral(char32_t c) noexcept {
  switch (c) {
    case U'廿':
    case U'卅':
    case U'卌':
    case U'零':
    case U'〇':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿': return true;
    default: return false;
  }
}

// The characters that a number without digits, or its divisor, may begin with: numerals, those of bills, 半, 每.
inline constexpr std::u32string_view number_starts = U"零〇一二两三四五六七八九十百千万亿廿卅卌壹贰貳叁参叄肆伍陆陸柒捌玖半每";

// End of a clause, or the start of a text (0): what may stand before a minus and behind a rank.
inline bool is_border(char32_t c) noexcept {
  if (c >= 0x80) return one_of(c, U"。、“”‘’《》【】「」—…");
  const char ascii = static_cast<char>(c);
  return !is_letter(ascii) && !is_digit(ascii) && ascii != '%';
}

}  // namespace zhibiao::value
