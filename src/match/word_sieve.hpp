// Whether a text may hold a word of a list, asked in one pass without a branch for each character. Words of three characters or
// more are known by three of them that follow each other, the three that most words share: some 1,600 stand for 120,000 names. A
// small table by hash passes over nearly all places; an exact one decides at the others.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "match/flat.hpp"
#include "match/words.hpp"

namespace zhibiao::match {

class WordSieve {
 public:
  WordSieve() = default;  // lets everything through
  // Of the words of the table whose ids are wanted.
  WordSieve(const WordTable& table, const std::function<bool(std::uint32_t id)>& wanted);

  // False only where no word stands in text[begin, end). Where letters of ASCII stand it is true.
  bool may_hold(std::string_view text, std::size_t begin, std::size_t end) const noexcept;
  bool may_hold_by_characters(std::string_view text, std::size_t begin, std::size_t end) const noexcept;  // the same, plainly

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.pairs_, self.exact_);
  }

 private:
  // By hash of two characters of three bytes each: what they are of a word.
  enum Flag : std::uint8_t { first = 1, second = 2, whole = 4 };
  static constexpr unsigned pair_bits = 14;  // 16 KB: half of a first-level cache
  static std::size_t place_of(std::uint64_t pair) noexcept { return pair * mix >> (64 - pair_bits); }
  static constexpr std::uint64_t mix = 0x9E3779B97F4A7C15ULL;

  // What words are known by, as a number: two or three characters of three bytes each at text[at].
  static std::uint64_t known_by(std::string_view text, std::size_t at, std::size_t characters) noexcept;
  bool knows(std::uint64_t key) const noexcept;
  void keep(std::vector<std::uint64_t> keys);

  Flat<std::uint8_t> pairs_;    // empty: lets everything through
  Flat<std::uint64_t> exact_;   // at the first free place from that of their hash on, 0 where none is
};

}  // namespace zhibiao::match
