// Expressions over letters: strings of ASCII, short, matched at every place. RE2 finds groups by engines that take memory for each
// attempt; here nothing is allocated once a scratch is warm, and one automaton says for all rows of a table at once which of them
// match. What matches and with which groups is as with RE2 (its tests hold the two together).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "match/flat.hpp"
#include "match/needs.hpp"
#include "match/syntax.hpp"

namespace zhibiao::match {

// A set of ASCII characters.
class LetterSet {
 public:
  constexpr LetterSet() = default;
  consteval LetterSet(const char* letters) {  // NOLINT: a set is written as its letters
    for (; *letters != 0; ++letters) add(*letters);
  }

  constexpr void add(char c) noexcept {
    const auto byte = static_cast<unsigned char>(c);
    bits_[byte / 32] |= std::uint32_t{1} << (byte % 32);
  }
  constexpr void add(std::string_view letters) noexcept {
    for (const char c : letters) add(c);
  }
  constexpr bool holds(char c) const noexcept {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 128 && (bits_[byte / 32] >> (byte % 32) & 1) != 0;
  }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.bits_);
  }

 private:
  std::array<std::uint32_t, 4> bits_ = {};
};

// One expression, matched where it begins; of several matches the one that RE2 finds (leftmost, first choice first).
class LetterProgram {
 public:
  // Nothing where the expression is too large, holds a word border, or repeats a group that may be empty.
  static std::optional<LetterProgram> compile(const Syntax& syntax);

  struct Step {
    enum class Kind : std::uint32_t { letter, split, save, end, match } kind = Kind::match;
    std::uint32_t next = 0, other = 0;  // split: `next` is tried first; save: `other` is the slot
    LetterSet set = {};
  };
  std::span<const Step> steps() const noexcept { return steps_.view(); }
  int slots() const noexcept { return slots_; }  // two a group, the whole first

  // Memory of matches, kept between them.
  struct Scratch {
    struct Job {
      std::uint32_t step = 0, at = 0;
      std::int32_t slot = -1;   // not a place to go on at: slot to be set back
      std::uint32_t before = 0;
    };
    std::vector<Job> jobs;
    std::vector<std::uint64_t> seen;
    std::vector<std::uint32_t> slots;
  };

  // Whether it matches at letters[begin]; then scratch.slots holds the ends of the groups (no_place where one took no part).
  bool match_at(std::string_view letters, std::size_t begin, Scratch& scratch) const;

  static constexpr std::uint32_t no_place = ~std::uint32_t{0};

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.steps_, self.slots_);
  }

 private:
  Flat<Step> steps_;
  int slots_ = 2;
};

// Many expressions, side by side.
class LetterTable {
 public:
  // The number of the expression in the table.
  std::size_t add(const LetterProgram& program);
  std::size_t size() const noexcept { return starts_.size(); }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.steps_, self.starts_, self.expression_);
  }

 private:
  friend class LetterAutomaton;
  Flat<LetterProgram::Step> steps_;
  Flat<std::uint32_t> starts_;      // by expression
  Flat<std::uint32_t> expression_;  // by step: which one it belongs to
};

// Says which expressions of a table match at a place. States are the sets of steps that a letter, the end or a match may follow;
// they are made when they are first met, so that each thread has an automaton of its own.
class LetterAutomaton {
 public:
  explicit LetterAutomaton(const LetterTable& table);

  // Words of 64 bits in a set of expressions.
  std::size_t words() const noexcept { return width_; }

  // Sets in `matching` the bits of the expressions that match at letters[begin]; whether there are any.
  bool match_at(std::string_view letters, std::size_t begin, std::uint64_t* matching);

 private:
  static constexpr std::uint32_t unknown = ~std::uint32_t{0}, dead = unknown - 1;

  std::size_t states() const noexcept { return accepts_.size() / 2; }
  void reset();
  bool collect(std::size_t which, std::uint64_t* matching) const;
  void add_closure(std::uint32_t from);
  std::uint32_t add_state();
  std::uint32_t add_set(bool at_end);
  std::uint32_t make_next(std::uint32_t state, char letter);

  const LetterTable* table_;
  std::size_t width_;
  std::vector<std::uint32_t> next_;      // 128 a state
  std::vector<std::uint32_t> accepts_;   // two a state: sets of what matches here, and of what matches if the text ends here
  std::vector<std::uint64_t> sets_;      // width_ words each; the first is empty
  std::vector<std::vector<std::uint32_t>> of_state_;
  std::unordered_multimap<std::uint64_t, std::uint32_t> by_steps_;
  std::vector<std::uint32_t> pending_, open_;
  std::vector<std::uint32_t> mark_;      // by step: the round in which it was reached
  std::uint32_t round_ = 1;
};

}  // namespace zhibiao::match
