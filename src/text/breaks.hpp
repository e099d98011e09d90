// The built-in break rules (segment.rules) byte by byte: an ICU iterator costs thirty times as much. The rules stay what decides;
// a test holds both to the same breaks on real and on random text, and other rules are left to ICU.
#pragma once

#include <cstdint>
#include <string_view>

namespace zhibiao::text {

// Whether these are the rules that next_break() follows.
bool follows(std::string_view rules) noexcept;

// Where the segment that begins at `from` (below the size) ends. Linear in what it passes over.
std::size_t next_break(std::string_view text, std::size_t from) noexcept;

}  // namespace zhibiao::text
