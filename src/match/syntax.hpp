// Regular expressions as trees: so much of RE2's syntax as lexicons use. What a gate may ask of a text before RE2 reads it
// (needs.hpp) and the matcher of letters (letters.hpp) are made of these trees; expressions with other syntax have none, and RE2
// alone reads them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace zhibiao::match {

struct CharacterRange {
  char32_t first = 0, last = 0;
};

// In order, and apart.
std::vector<CharacterRange> tidy(std::vector<CharacterRange> ranges);

bool holds(const std::vector<CharacterRange>& ranges, char32_t c) noexcept;

struct SyntaxNode {
  enum class Kind {
    empty,
    characters,  // one character of `characters`
    sequence,
    choice,      // the first of `parts` that leads to a match
    repeat,      // parts[0], min to max times
    group,       // parts[0]; `group` is its number where it captures, else 0
    word_border,
    text_end,
  };

  Kind kind = Kind::empty;
  std::vector<CharacterRange> characters;  // in order, apart
  std::vector<SyntaxNode> parts;
  int min = 0, max = unlimited;
  bool greedy = true;
  int group = 0;

  static constexpr int unlimited = -1;

  bool may_be_empty() const;  // whether it matches nothing at all
  bool captures() const;      // whether a group in it does
};

struct Syntax {
  SyntaxNode root;
  int groups = 0;  // that capture, without the whole
  std::vector<std::string> names;  // of the groups 1, 2, ...; empty where one has none

  int group_named(std::string_view name) const;  // -1 where there is none
};

// Nothing where the expression has syntax that no lexicon of ours uses; whether it is right RE2 says.
std::optional<Syntax> parse_syntax(std::string_view expression);

}  // namespace zhibiao::match
