#include "match/words.hpp"

#include <algorithm>
#include <unordered_map>

#include "match/bytes.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

constexpr std::uint32_t none = WordTable::none;
constexpr unsigned pair_bits = 19;   // 64 KB: some 25,000 pairs fill a twentieth
constexpr unsigned first_bits = 14;  // 16 KB
enum Begins : std::uint8_t { nothing, pairs, words };  // a character: no word, longer words, a word of itself

std::uint32_t fold(char32_t c) noexcept { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A match may not cut a run of ASCII letters.
bool cuts_word(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  return (begin > 0 && is_letter(text[begin]) && is_letter(text[begin - 1])) ||
         (end < text.size() && is_letter(text[end]) && is_letter(text[end - 1]));
}

// A character as a number: its bytes, the first one lowest. 0 for those of four bytes, which are not told apart.
std::uint64_t bytes_of(char32_t c) noexcept {
  if (c < 0x80) return c;
  if (c < 0x800) return (0xC0 | c >> 6) | (0x80 | (c & 0x3F)) << 8;
  if (c < 0x10000) return (0xE0 | c >> 12) | (0x80 | (c >> 6 & 0x3F)) << 8 | (0x80 | (c & 0x3F)) << 16;
  return 0;
}

constexpr unsigned character_bits = 24;  // bytes_of

std::uint64_t pair_of(char32_t first, char32_t second) noexcept {
  return bytes_of(first) | bytes_of(second) << character_bits;
}
std::size_t pair_place(std::uint64_t pair) noexcept { return pair * 0x9E3779B97F4A7C15ULL >> (64 - pair_bits); }
std::size_t first_place(std::uint64_t first) noexcept { return first * 0x9E3779B97F4A7C15ULL >> (64 - first_bits); }

void set_bit(std::vector<std::uint64_t>& bits, std::size_t place) { bits[place / 64] |= std::uint64_t{1} << (place % 64); }
bool has_bit(const std::uint64_t* bits, std::size_t place) noexcept { return (bits[place / 64] >> (place % 64) & 1) != 0; }

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) noexcept {
  hash ^= value + 0x9E3779B97F4A7C15ULL + (hash << 6) + (hash >> 2);
  return hash * 0xBF58476D1CE4E5B9ULL;
}

}  // namespace

std::uint32_t WordList::add(std::string_view spelling, std::uint32_t id) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < spelling.size();) {
    const std::uint32_t key = fold(text::next_character(spelling, at));
    auto& edges = draft_[node].edges;
    const auto found = std::find_if(edges.begin(), edges.end(), [&](const auto& e) { return e.key == key; });
    if (found != edges.end()) {
      node = found->node;
    } else {
      const auto fresh = static_cast<std::uint32_t>(draft_.size());
      edges.push_back({key, fresh});
      draft_.emplace_back();
      node = fresh;
    }
  }
  if (draft_[node].id == none) draft_[node].id = id;
  return draft_[node].id;
}

WordList::Built WordList::build() { return build({}); }

WordList::Built WordList::build(std::span<const std::uint32_t> new_ids) {
  Built built;
  built.nodes.emplace_back();  // the start, filled last
  // A node is drafted before all that follow it, so from the end each finds its followers done.
  std::vector<std::uint32_t> done(draft_.size(), none);
  std::unordered_multimap<std::uint64_t, std::uint32_t> seen;
  for (std::size_t d = draft_.size(); d-- > 0;) {
    Draft& draft = draft_[d];
    std::sort(draft.edges.begin(), draft.edges.end(), [](const auto& a, const auto& b) { return a.key < b.key; });
    for (WordTable::Edge& edge : draft.edges) edge.node = done[edge.node];
    const std::uint32_t id = draft.id == none || new_ids.empty() ? draft.id : new_ids[draft.id];
    const auto count = static_cast<std::uint32_t>(draft.edges.size());
    std::uint64_t hash = mix(id, count);
    for (const WordTable::Edge& edge : draft.edges) hash = mix(mix(hash, edge.key), edge.node);
    const auto same = [&](std::uint32_t n) {
      const WordTable::Node& node = built.nodes[n];
      return node.id == id && node.edge_count == count &&
             std::equal(draft.edges.begin(), draft.edges.end(), built.edges.begin() + node.first_edge,
                        [](const auto& a, const auto& b) { return a.key == b.key && a.node == b.node; });
    };
    const auto [first, last] = seen.equal_range(hash);
    const auto twin = std::find_if(first, last, [&](const auto& entry) { return same(entry.second); });
    if (d != 0 && twin != last) {
      done[d] = twin->second;
    } else {
      const WordTable::Node node{static_cast<std::uint32_t>(built.edges.size()), count, id};
      built.edges.insert(built.edges.end(), draft.edges.begin(), draft.edges.end());
      done[d] = d == 0 ? 0 : static_cast<std::uint32_t>(built.nodes.size());
      if (d == 0) built.nodes[0] = node;
      else built.nodes.push_back(node);
      seen.emplace(hash, done[d]);
    }
    draft.edges = {};
  }
  draft_.assign(1, Draft{});
  return built;
}

WordMatcher::WordMatcher(WordList::Built built)
    : kept_(std::make_shared<const WordList::Built>(std::move(built))), table_(kept_->table()) {
  index_roots();
}

void WordMatcher::index_roots() {
  std::vector<std::uint32_t> pages(indexed_roots / page, 0), roots(page, none);
  std::vector<std::uint64_t> pair_bits_set((std::size_t{1} << pair_bits) / 64, 0);
  std::vector<std::uint8_t> firsts(std::size_t{1} << first_bits, nothing);
  if (!table_.nodes.empty()) {
    for (const WordTable::Edge& edge : table_.edges.subspan(table_.nodes[0].first_edge, table_.nodes[0].edge_count)) {
      if (edge.key >= indexed_roots) continue;
      std::uint32_t& place = pages[edge.key / page];
      if (place == 0) {
        place = static_cast<std::uint32_t>(roots.size() / page);
        roots.resize(roots.size() + page, none);
      }
      roots[place * page + edge.key % page] = edge.node;
      const WordTable::Node& node = table_.nodes[edge.node];
      std::uint8_t& begins = firsts[first_place(bytes_of(edge.key))];
      begins = std::max<std::uint8_t>(begins, node.id != none ? words : pairs);
      for (const WordTable::Edge& second : table_.edges.subspan(node.first_edge, node.edge_count)) {
        set_bit(pair_bits_set, pair_place(pair_of(edge.key, second.key)));
      }
    }
  }
  root_pages_ = std::move(pages);
  roots_by_page_ = std::move(roots);
  firsts_ = std::move(firsts);
  pairs_ = std::move(pair_bits_set);
}

std::uint32_t WordMatcher::step(std::uint32_t node, std::uint32_t key) const {
  const WordTable::Edge* edge = table_.edges.data() + table_.nodes[node].first_edge;
  std::size_t left = table_.nodes[node].edge_count;
  if (left == 0) return none;
  // No branch by the key: none would be foreseen.
  for (; left > 1; left -= left / 2) {
    const WordTable::Edge* const half = edge + left / 2;
    edge = half->key <= key ? half : edge;
  }
  return edge->key == key ? edge->node : none;
}

std::size_t WordMatcher::longest_at(std::string_view text, std::size_t at, std::size_t end, std::uint32_t& id) const {
  if (table_.nodes.empty()) return at;
  std::size_t next = at;
  const std::uint32_t first = fold(text::next_character(text, next));
  std::uint32_t node = root_of(first);
  std::size_t best = at;
  while (node != none) {
    if (table_.nodes[node].id != none && !cuts_word(text, at, next)) {
      best = next;
      id = table_.nodes[node].id;
    }
    if (next >= end || table_.nodes[node].edge_count == 0) break;
    node = step(node, fold(text::next_character(text, next)));
  }
  return best;
}

std::size_t WordMatcher::single_at(std::string_view text, std::size_t at, std::uint32_t& id) const noexcept {
  const std::uint32_t root = root_of(text::character_at(text, at));
  if (root == none || table_.nodes[root].id == none) return at;
  id = table_.nodes[root].id;
  return at + text::sequence_length(text[at]);
}

bool WordMatcher::may_begin(std::string_view text, std::size_t at, std::size_t end) const noexcept {
  const std::uint32_t first = fold(text::next_character(text, at));
  const std::uint32_t root = root_of(first);
  if (root == none) return false;
  if (table_.nodes[root].id != none) return true;
  return at < end && has_bit(pairs_.data(), pair_place(pair_of(first, fold(text::character_at(text, at)))));
}

std::size_t WordMatcher::next_candidate(std::string_view text, std::size_t at, std::size_t end, bool& alone) const noexcept {
  constexpr std::uint64_t leads = 0x0000F00000F0, three_bytes = 0x0000E00000E0, first = 0xFFFFFF, both = 0xFFFFFFFFFFFF;
  constexpr std::size_t step = 3, seen = 8;
  const std::uint64_t* pair_bits_set = pairs_.data();
  const std::uint8_t* firsts = firsts_.data();
  alone = false;
  while (at < end) {
    // Two characters of three bytes each: all but a few.
    for (; at + seen <= end; at += step) {
      const std::uint64_t word = number_at<std::uint64_t>(text.data() + at);
      if ((word & leads) != three_bytes) break;
      const std::uint8_t begins = firsts[first_place(word & first)];
      if (begins == nothing) continue;
      if (has_bit(pair_bits_set, pair_place(word & both))) return at;
      if (begins == words) {
        alone = true;
        return at;
      }
    }
    // Digits, marks, and letters: behind a letter they begin no word.
    for (; at < end && static_cast<unsigned char>(text[at]) < 0x80; ++at) {
      if (firsts[first_place(fold(static_cast<char32_t>(text[at])))] == nothing) continue;
      if (is_letter(text[at]) && at > 0 && is_letter(text[at - 1])) continue;
      if (may_begin(text, at, end)) return at;
    }
    if (at >= end) break;
    if (may_begin(text, at, end)) return at;
    at += text::sequence_length(text[at]);
  }
  return end;
}

void WordMatcher::find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) const {
  if (table_.nodes.empty()) return;
  bool alone = false;
  for (std::size_t at = next_candidate(text, begin, end, alone); at < end; at = next_candidate(text, at, end, alone)) {
    std::uint32_t id = none;
    const std::size_t stop = alone ? single_at(text, at, id) : longest_at(text, at, end, id);
    if (stop > at && stop <= end) {
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop), id});
      at = stop;
    } else {
      at += text::sequence_length(text[at]);
    }
  }
}

}  // namespace zhibiao::match
