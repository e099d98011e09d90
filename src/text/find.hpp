// Where a word stands in a text. The search of the standard library stops at each byte like the word's first, which in Chinese
// is every second character; this one stops where the last two bytes are those of the word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace zhibiao::text {

// The place of `word`, which is not empty, in `text` at or behind `from`, or npos.
std::size_t find(std::string_view text, std::string_view word, std::size_t from = 0) noexcept;
std::size_t find_by_bytes(std::string_view text, std::string_view word, std::size_t from = 0) noexcept;  // the same, plainly

inline bool holds(std::string_view text, std::string_view word) noexcept { return find(text, word) != std::string_view::npos; }
inline bool holds_one_of(std::string_view text, std::initializer_list<std::string_view> words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return holds(text, word); });
}

}  // namespace zhibiao::text
