// What a text is, from one pass over its bytes: its language, whether its lines are wrapped, and where normalizing it may have
// anything to do. All between those places is copied without a look.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace zhibiao::text {

enum class Language { zh_hans, zh_hant, en };

inline constexpr std::size_t widest_line = 160;  // columns; what is longer is a paragraph

// Counted and marked in the pass. Kept between texts for its memory.
struct Marks {
  // A bit a byte, the first byte's lowest: a character begins there that is not copied as it is whatever stands beside it. By the
  // rules for Chinese: blanks and control characters, '[', U+4E00 and those that share its last byte or U+4E8C's, and all
  // beyond ASCII but other Han characters, U+2018..U+201D (quotes) and U+3001..U+3013 (stops, brackets). By those for English:
  // the same with the quotes, without the one blank between two ASCII signs.
  std::vector<std::uint64_t> in_chinese, in_english;
  std::size_t letters = 0, han = 0;  // ASCII letters, characters of U+4000..U+9FFF
  std::size_t lines = 0;             // that are not empty
  std::array<std::uint32_t, widest_line + 2> widths{};  // how many lines have so many columns; a wide character takes two
};

// `text` is well-formed.
void mark(std::string_view text, Marks& out);
void mark_by_characters(std::string_view text, Marks& out);  // the same, plainly

struct Survey {
  Language language = Language::zh_hans;
  std::size_t wrap_width = 0;              // columns of a full line; 0: the lines are not wrapped
  std::span<const std::uint64_t> stops;  // of `marks`, those of the language
};

inline constexpr std::size_t wrap_slack = 6;

Survey survey(std::string_view text, Marks& marks);

}  // namespace zhibiao::text
