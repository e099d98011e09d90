// Stretches of English words, one blank between two.
#pragma once

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>

#include "text/utf8.hpp"

namespace zhibiao::extract {

using text::lower;

inline std::string_view first_word(std::string_view stretch) { return stretch.substr(0, stretch.find(' ')); }

inline std::string_view last_word(std::string_view stretch) {
  const std::size_t blank = stretch.rfind(' ');
  return blank == std::string_view::npos ? stretch : stretch.substr(blank + 1);
}

inline constexpr std::array<std::string_view, 12> month_names = {"January", "February", "March",     "April",   "May",      "June",
                                                                 "July",    "August",   "September", "October", "November", "December"};

// Bytes of the mark of a possessive (Tengwan's), 0 where there is none.
inline std::size_t possessive_mark(std::string_view words) {
  for (const std::string_view mark : {"'s", "\u2019s"}) {
    if (words.ends_with(mark)) return mark.size();
  }
  return 0;
}

// Without the stop that ends a sentence.
inline std::string_view without_stop(std::string_view words) {
  while (words.ends_with('.')) words.remove_suffix(1);
  return words;
}

inline bool is_one_of(std::string_view said, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), said) != words.end();
}

// An ending with at least two letters before it.
inline bool ends_in(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() + 1 && word.ends_with(tail);
}

// more than in the previous year, less than a year earlier
inline bool names_year_before(std::string_view words) {
  return words.ends_with(" year") || words.ends_with(" year before") || words.ends_with(" year earlier");
}

// double the 2010
inline bool ends_in_year(std::string_view words) {
  const std::string_view last = last_word(words);
  return last.size() == 4 && std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
}

template <typename Wanted>
bool every_word(std::string_view stretch, Wanted wanted) {
  while (!stretch.empty()) {
    const std::string_view word = first_word(stretch);
    if (!word.empty() && !wanted(word)) return false;
    stretch.remove_prefix(std::min(stretch.size(), word.size() + 1));
  }
  return true;
}

}  // namespace zhibiao::extract
