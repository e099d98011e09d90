// Expressions over text as lists of steps. What matches, and with which groups, is as with RE2 (its tests hold the two together);
// but a list can be written out by a build and followed in place, where RE2 would have to compile the expression and then to make
// states as it meets the text. Nothing is allocated once a scratch is warm; the work grows with text times steps and no faster.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "match/flat.hpp"
#include "match/needs.hpp"
#include "match/syntax.hpp"

namespace zhibiao::match {

class Program {
 public:
  static constexpr std::size_t most_groups = 16;  // with the whole

  // Nothing where the expression is too large, has too many groups, or repeats what may be empty.
  static std::optional<Program> compile(const Syntax& syntax);

  // Goes on to the step behind it where nothing else is said.
  struct Step {
    enum Kind : std::uint32_t {
      one,     // the character a
      any_of,  // a character of ranges a .. a + b - 1
      split,   // to a, or else to b; its number among the splits is `number`
      jump,    // to a
      save,    // the place, as slot a
      border,  // between a word and what is none
      end,     // of the text
      match,
    };
    std::uint32_t kind = match, a = 0, b = 0, number = 0;
    bool operator==(const Step&) const = default;
  };

  // Memory of matches, kept between them.
  struct Scratch {
    struct Job {
      std::uint32_t step = 0, at = 0;
      std::int32_t slot = -1;    // not a place to go on at: the slot to be set back
      std::uint32_t before = 0;
    };
    std::vector<Job> jobs;
    std::vector<std::uint64_t> failed;  // by place and split
    std::array<std::uint32_t, 2 * most_groups> slots = {};  // ends of the groups; no_place where one took no part
  };
  static constexpr std::uint32_t no_place = ~std::uint32_t{0};

  // Leftmost match in text[begin, end), or the one that begins at `begin`. The text ends at `end`; what stands before `begin` is
  // seen by a word border.
  bool search(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const;
  bool match_at(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const;

  std::size_t groups() const noexcept { return groups_; }  // with the whole

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.steps_, self.ranges_, self.first_, self.second_, self.groups_, self.splits_);
  }

 private:
  bool run(std::string_view text, std::size_t base, std::size_t at, std::uint32_t& furthest, Scratch& scratch) const;
  bool try_from(std::string_view text, std::size_t begin, bool anchored, Scratch& scratch) const;
  std::size_t width() const noexcept { return (splits_ + 63) / 64; }

  Flat<Step> steps_;
  Flat<CharacterRange> ranges_;
  bool may_begin(std::string_view text, std::size_t at, std::size_t& behind) const noexcept;
  bool find_start(std::string_view text, std::size_t& at) const noexcept;

  FewBits first_, second_;  // what a match begins with, and what stands second in it; all where it may be shorter
  std::uint32_t groups_ = 1, splits_ = 0;
};

}  // namespace zhibiao::match
