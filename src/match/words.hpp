// The literal matcher: every word of the lexicon (names, traps, cue words) in one trie over whole characters.
// Finds leftmost-longest occurrences that do not overlap; ASCII letters compare without case.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace zhibiao::match {

struct Word {
  std::uint32_t begin = 0, end = 0;  // bytes of the text
  std::uint32_t id = 0;              // as given to add()
};

class WordMatcher {
 public:
  // The same spelling may be added once; the id of a spelling that is there is returned, else `id`.
  std::uint32_t add(std::string_view spelling, std::uint32_t id);
  void freeze();  // no add() behind this; call once before find()

  // Appends the words of text[begin, end) to `out`, in order. A word that begins or ends with an ASCII letter
  // does not match inside a longer run of ASCII letters (gdp is no part of gdps).
  void find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) const;

  // The longest word at text[at]: its end and id; `at` where there is none.
  std::size_t longest_at(std::string_view text, std::size_t at, std::size_t end, std::uint32_t& id) const;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct Edge {
    char32_t key;
    std::uint32_t node;
  };
  struct Node {
    std::uint32_t first_edge = 0, edge_count = 0;
    std::uint32_t id = none;
  };
  struct Draft {
    std::vector<Edge> edges;
    std::uint32_t id = none;
  };

  std::uint32_t step(std::uint32_t node, char32_t key) const;

  std::vector<Draft> draft_{Draft{}};
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> roots_;  // first character below U+10000 to node
};

}  // namespace zhibiao::match
