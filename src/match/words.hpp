// The literal matcher: every word of the lexicon (names, traps, cue words) in one automaton over whole characters.
// Finds leftmost-longest occurrences that do not overlap; ASCII letters compare without case.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "match/flat.hpp"

namespace zhibiao::match {

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  std::uint32_t id = 0;              // as given to add()
};

// The smallest automaton that takes the words, with the id of each at its end: words that end alike and have the same id
// share their nodes. Flat, so that a build can write it out and a program read it in place. Node 0 is the start.
struct WordTable {
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Node {
    std::uint32_t first_edge = 0, edge_count = 0;
    std::uint32_t id = none;
  };
  struct Edge {
    std::uint32_t key = 0;  // character
    std::uint32_t node = 0;
  };
  std::span<const Node> nodes;
  std::span<const Edge> edges;  // of each node in the order of their keys
};

// Collects words, then makes the table.
class WordList {
 public:
  // The same spelling may be added once; the id of a spelling that is there is returned, else `id`.
  std::uint32_t add(std::string_view spelling, std::uint32_t id);

  struct Built {
    std::vector<WordTable::Node> nodes;
    std::vector<WordTable::Edge> edges;
    WordTable table() const noexcept { return {nodes, edges}; }
  };
  // With `new_ids[id]` in place of each id; leaves the list empty.
  Built build(std::span<const std::uint32_t> new_ids);
  Built build();

 private:
  struct Draft {
    std::vector<WordTable::Edge> edges;
    std::uint32_t id = WordTable::none;
  };
  std::vector<Draft> draft_{Draft{}};
};

class WordMatcher {
 public:
  WordMatcher() = default;
  explicit WordMatcher(WordList::Built built);

  // Appends the words of text[begin, end) to `out`, in order. A word that begins or ends with an ASCII letter
  // does not match inside a longer run of ASCII letters (gdp is no part of gdps).
  void find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) const;

  // The longest word at text[at]: its end and id; `at` where there is none.
  std::size_t longest_at(std::string_view text, std::size_t at, std::size_t end, std::uint32_t& id) const;

  const WordTable& table() const noexcept { return table_; }

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.table_.nodes, self.table_.edges, self.root_pages_, self.roots_by_page_, self.firsts_, self.pairs_);
  }

 private:
  std::uint32_t step(std::uint32_t node, std::uint32_t key) const;
  void index_roots();
  // The first place in text[at, end) at which a word may begin, by its first two characters; `end` where there is none. `alone`:
  // none of more than one character begins there.
  std::size_t next_candidate(std::string_view text, std::size_t at, std::size_t end, bool& alone) const noexcept;
  // The word of one character, beyond ASCII, at text[at]: its end and id; `at` where there is none.
  std::size_t single_at(std::string_view text, std::size_t at, std::uint32_t& id) const noexcept;
  bool may_begin(std::string_view text, std::size_t at, std::size_t end) const noexcept;

  std::shared_ptr<const WordList::Built> kept_;
  WordTable table_;
  // Where a word that begins with the character goes on, or none.
  std::uint32_t root_of(std::uint32_t first) const noexcept {
    return first < indexed_roots ? roots_by_page_[root_pages_[first / page] * page + first % page] : WordTable::none;
  }

  static constexpr std::uint32_t indexed_roots = 0x10000, page = 256;
  Flat<std::uint32_t> root_pages_;     // first character to a page of 256; all that begin no word share the first
  Flat<std::uint32_t> roots_by_page_;  // ... to a node
  // By hash of its UTF-8 as it stands in memory: what a character begins, and bits of what words of two characters or more begin
  // with. A few others share their places.
  Flat<std::uint8_t> firsts_;
  Flat<std::uint64_t> pairs_;
};

}  // namespace zhibiao::match
