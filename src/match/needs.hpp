// What a text must hold for an expression to match in it. Asked before RE2, since most sentences lack it: a year needs 1 or 2 and
// 年. A gate only ever says no where RE2 would find nothing.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/flat.hpp"
#include "match/syntax.hpp"

namespace zhibiao::match {

using CharacterSet = std::vector<CharacterRange>;

struct Needs {
  std::vector<CharacterSet> one_of;  // every match holds a character of each
  CharacterSet first;                // every match begins with one of these; empty: with anything, or it may be empty
};
Needs needs_of(const SyntaxNode& root);

// Words of two Han characters or as many bytes, at most eight, one of which every match holds; none where such are not known.
std::vector<std::string> words_held(const SyntaxNode& root);

// The characters that a match may begin with, where it is not empty; in any order.
CharacterSet first_of(const SyntaxNode& root);

// The characters that may stand second in a match; nothing where a match may have fewer than two. One that has fewer only where
// the text ends is left out.
std::optional<CharacterSet> second_of(const SyntaxNode& root);

// A set of characters told by six bits and the six above them: a few others share both.
struct FewBits {
  std::uint64_t low = ~std::uint64_t{0}, middle = ~std::uint64_t{0};  // all characters

  static FewBits of(const CharacterSet& set) noexcept;
  bool is_all() const noexcept { return (low & middle) == ~std::uint64_t{0}; }
  bool may_hold(char32_t c) const noexcept { return ((low >> (c & 63)) & (middle >> (c >> 6 & 63)) & 1) != 0; }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.low, self.middle);
  }
};

// In place of the characters of a text: every gate is open.
inline constexpr std::uint64_t every_character = ~std::uint64_t{0};

// Needs as bits.
struct Gate {
  static constexpr std::size_t most_needs = 4;
  std::array<std::uint64_t, most_needs> one_of = {every_character, every_character, every_character, every_character};
  FewBits first;

  // Whether a text with these characters (CharacterIndex::read) may hold a match.
  bool may_match(std::uint64_t held) const noexcept {
    bool may = true;
    for (const std::uint64_t need : one_of) may &= (held & need) != 0;
    return may;
  }
  // ... one that begins with c.
  bool may_match_from(char32_t c, std::uint64_t held) const noexcept {
    return held == every_character || (may_begin(c) && may_match(held));
  }
  bool may_begin(char32_t c) const noexcept { return first.may_hold(c); }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.one_of, self.first);
  }
};

// Gives a bit to each character that a gate asks for, and one to each group of characters; single characters share bits where
// there are many.
class CharacterIndex {
 public:
  // A bit of its own for all characters of the set together: at most eight groups.
  std::uint64_t group_of(const CharacterSet& set);
  Gate gate_of(const Needs& needs);
  std::uint64_t mask_of(const CharacterSet& set);

  // The characters of text[begin, end) that gates ask for.
  std::uint64_t read(std::string_view text, std::size_t begin, std::size_t end) const noexcept;
  std::uint64_t read_by_characters(std::string_view text, std::size_t begin, std::size_t end) const noexcept;  // the same, plainly

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.kinds_, self.bits_, self.groups_given_);
  }

 private:
  static constexpr unsigned groups = 8, single_bits = 64 - groups;

  std::uint8_t kind_of(char32_t c);
  void add_bit(std::uint8_t kind, std::uint64_t bit);

  // Where the kind of a character below U+10000 stands: as its last two bytes of three, read as a number, say where.
  static constexpr std::uint32_t place_of(char32_t c) noexcept {
    return (c & 63) << 8 | (c >> 12 & 3) << 6 | (c >> 6 & 63) | c >> 14 << 14;
  }

  // Characters that ask for the same bits are of one kind; kind 0 asks for none.
  Flat<std::uint8_t> kinds_{std::span(zeros<std::uint8_t, 0x10000>)};
  Flat<std::uint64_t> bits_ = std::vector<std::uint64_t>(1, 0);
  unsigned groups_given_ = 0;
};

}  // namespace zhibiao::match
