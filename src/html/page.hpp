// Saved web pages: which texts are one, and the text that people read on it.
//
// Block elements become lines, runs of blanks one blank, character references characters. Scripts, styles and what a
// browser would not show go; so do menus, footers and lines of links, which are told from a report by holding no prose.
// Rows of tables become sentences (html/table.hpp).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "zhibiao/result.hpp"

namespace zhibiao::html {

// Limits of a page; beyond them it is an error, not a part of a text.
inline constexpr std::size_t max_page_bytes = std::size_t{1} << 26;
inline constexpr std::size_t max_depth = 1024;

// Whether the text is HTML, by its first words; looks at a few hundred bytes.
bool is_page(std::string_view utf8) noexcept;

// The text of a page; `utf8` must be well-formed. Linear in its length.
Result<std::string> text_of(std::string_view utf8);

}  // namespace zhibiao::html
