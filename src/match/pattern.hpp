// A pattern of the lexicon: RE2 behind a small door, for both of its generations (StringPiece until 2023-03, absl::string_view
// since), and before it the pattern's list of steps (program.hpp), for which RE2 need not be woken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "match/needs.hpp"
#include "match/program.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::match {

// Who matches: the list of steps of the expression where it has one, or RE2. Both find the same.
enum class Engine { steps, re2 };

// Where every gate is open, RE2 reads all.
constexpr Engine engine_for(std::uint64_t characters) noexcept {
  return characters == every_character ? Engine::re2 : Engine::steps;
}

// The groups of a match, with the memory that matching takes.
class Groups {
 public:
  explicit Groups(Engine engine = Engine::steps) : engine_(engine) {}

  // Span of group 0..n-1; empty data() where a group took no part.
  std::string_view operator[](std::size_t group) const noexcept { return spans_[group]; }
  std::size_t size() const noexcept { return spans_.size(); }
  auto begin() const noexcept { return spans_.begin(); }
  auto end() const noexcept { return spans_.end(); }

  void use(Engine engine) noexcept { engine_ = engine; }

  // From the places where each group begins and ends, as the matchers of steps and of letters leave them;
  // `between(first, last)` is the text between two places.
  template <typename Between>
  void assign(std::span<const std::uint32_t> slots, Between between) {
    spans_.clear();
    for (std::size_t k = 0; k + 1 < slots.size(); k += 2) {
      spans_.push_back(slots[k + 1] == Program::no_place ? std::string_view() : between(slots[k], slots[k + 1]));
    }
  }

 private:
  friend class Pattern;
  Engine engine_;
  std::vector<std::string_view> spans_;
  Program::Scratch scratch_;
};

class Pattern {
 public:
  // `where` names the pattern in errors: "statements.json: row list/pairs".
  static Result<Pattern> compile(std::string_view expression, std::string_view where);

  // An expression that was compiled before and is right: RE2 compiles it when it is first asked.
  static Pattern known(std::string_view expression, std::optional<Program> program = std::nullopt);

  // Anchored at text[begin], by RE2; end of the match, or npos.
  std::size_t match_at(std::string_view text, std::size_t begin, std::size_t end) const;

  // Anchored, with groups.
  bool match_at(std::string_view text, std::size_t begin, std::size_t end, Groups& groups) const;

  // Leftmost match anywhere in text[begin, end).
  bool search(std::string_view text, std::size_t begin, std::size_t end, Groups& groups) const;

  // What known() was given.
  std::string_view expression() const noexcept;
  const std::optional<Program>& program() const noexcept;

  // For an archive. What is read stands there, and is not copied.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    std::string_view expression = self.impl_ ? self.expression() : std::string_view();
    std::optional<Program> program = self.impl_ ? self.program() : std::nullopt;
    archive(expression, program);
    if constexpr (!std::is_const_v<Self>) self = in_place(expression, std::move(program));
  }

  int group_count() const;
  int group_index(std::string_view name) const;  // -1 where there is none

 private:
  struct Impl;
  static Pattern in_place(std::string_view expression, std::optional<Program> program);

  std::shared_ptr<const Impl> impl_;
};

std::string re2_version();

}  // namespace zhibiao::match
