// UTF-8, strictly: well-formed means Unicode's table 3-7 (no overlong forms, no surrogates, nothing above U+10FFFF).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "text/short_vector.hpp"

namespace zhibiao::text {

inline constexpr std::size_t all_valid = std::string_view::npos;

// Position of the first byte that starts no well-formed character at or behind `from`, or all_valid.
std::size_t first_invalid(std::string_view bytes, std::size_t from = 0) noexcept;
std::size_t first_invalid_by_characters(std::string_view bytes, std::size_t from = 0) noexcept;  // the same, plainly

void append_utf8(std::string& out, char32_t character);

// The rest is for text that has been checked: positions are character borders below the size.

// Bytes of the character that starts with `lead`.
constexpr std::size_t sequence_length(char lead) noexcept {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

constexpr bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// The character at `position`; moves `position` behind it. Most are of three bytes: they are asked for first.
constexpr char32_t next_character(std::string_view text, std::size_t& position) noexcept {
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[position + i]));
  };
  const char32_t lead = byte(0);
  if (lead >= 0xE0 && lead < 0xF0) {
    const char32_t character = (lead & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
    position += 3;
    return character;
  }
  if (lead < 0x80) {
    ++position;
    return lead;
  }
  if (lead < 0xE0) {
    const char32_t character = (lead & 0x1F) << 6 | (byte(1) & 0x3F);
    position += 2;
    return character;
  }
  const char32_t character = (lead & 0x07) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  position += 4;
  return character;
}

constexpr char32_t character_at(std::string_view text, std::size_t position) noexcept {
  return next_character(text, position);
}

// ASCII letters in lower case, all else as it is.
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }
std::string lower(std::string_view text);

// Where each character begins, and the size of the text.
using Borders = ShortVector<std::size_t, 24>;
Borders character_borders(std::string_view text);

}  // namespace zhibiao::text
