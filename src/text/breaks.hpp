// The built-in break rules (segment.rules) byte by byte: an ICU iterator costs thirty times as much. The rules stay what decides;
// a test holds both to the same breaks on real and on random text, and other rules are left to ICU.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace zhibiao::text {

// Whether these are the rules that next_break() follows.
bool follows(std::string_view rules) noexcept;

// Finds where the segments of a text end, one after the other. Linear in the text.
class Breaks {
 public:
  explicit Breaks(std::string_view text) noexcept : text_(text) {}

  // The end of the segment that begins where the last one ended; the size of the text at its end.
  std::size_t next() noexcept;

 private:
  static constexpr std::size_t words = 32;  // of stops at a time: 2 KB of the text

  std::size_t next_stop(std::size_t from) noexcept;

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0, end_ = 0;  // the stretch whose stops are marked, a bit a byte
  std::array<std::uint64_t, words> stops_{};
};

// Marks, a bit a byte from `begin` on, what may end a segment: newline, . ! ? and the leads of U+3002 and U+FF01 with those of some
// characters that share bytes with them. Zero behind the end of the text.
void mark_stops(std::string_view text, std::size_t begin, std::span<std::uint64_t> out) noexcept;
void mark_stops_by_bytes(std::string_view text, std::size_t begin, std::span<std::uint64_t> out) noexcept;  // the same, plainly

}  // namespace zhibiao::text
