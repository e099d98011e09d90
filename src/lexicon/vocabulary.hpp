// Every word that the reading knows, with what it stands for: names, parts of names, traps, cue words.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/data.hpp"
#include "match/words.hpp"

namespace zhibiao::lexicon {

inline constexpr std::uint32_t no_index = ~std::uint32_t{0};

// What a word of the lexicon stands for; a spelling may be several things at once.
struct WordRole {
  std::uint32_t name = no_index;  // indicator whose name this is
  bool weak = false;              // ... that needs a fitting unit or growth word close by
  bool scoped = false;            // ... that says a part of it: the name is the scope
  bool head = false;              // first part of a name that a verb may part (splits)
  bool tail = false;              // last part of one
  bool trap = false;              // no mention of anything
  std::uint32_t cue = no_index;   // cue class

  bool operator==(const WordRole&) const = default;
  auto operator<=>(const WordRole&) const = default;
};

struct Split {
  std::string head, tail;
  std::uint32_t indicator = no_index;
};

// As collected from the names of a lexicon. Words with one role have one id: the ids of `words` are places in `roles`.
struct VocabularyTables {
  match::WordList::Built words;
  std::vector<WordRole> roles;
  std::vector<Split> splits;
};
VocabularyTables collect_vocabulary(const LexiconData& data);

struct Vocabulary {
  match::WordMatcher words;
  std::vector<WordRole> roles;
  std::map<std::pair<std::string, std::string>, std::uint32_t> splits;

  // From the names of a lexicon that has them all.
  static Vocabulary of(const LexiconData& data);
};

}  // namespace zhibiao::lexicon
