#include "match/words.hpp"

#include <algorithm>
#include <unordered_map>

#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

constexpr std::uint32_t none = WordTable::none;
constexpr unsigned pair_bits = 19;  // 64 KB: some 25,000 pairs fill a twentieth

std::uint32_t fold(char32_t c) noexcept { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A match may not cut a run of ASCII letters.
bool cuts_word(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  return (begin > 0 && is_letter(text[begin]) && is_letter(text[begin - 1])) ||
         (end < text.size() && is_letter(text[end]) && is_letter(text[end - 1]));
}

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
  std::vector<std::uint64_t> pairs((std::size_t{1} << pair_bits) / 64, 0);
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
      for (const WordTable::Edge& second : table_.edges.subspan(node.first_edge, node.edge_count)) {
        const std::uint32_t pair = pair_place(edge.key, second.key);
        pairs[pair / 64] |= std::uint64_t{1} << (pair % 64);
      }
    }
  }
  root_pages_ = std::move(pages);
  roots_by_page_ = std::move(roots);
  pairs_ = std::move(pairs);
}

std::uint32_t WordMatcher::pair_place(std::uint32_t first, std::uint32_t second) noexcept {
  return (first * 0x9E3779B1U ^ second * 0x85EBCA6BU) >> (32 - pair_bits);
}

std::uint32_t WordMatcher::step(std::uint32_t node, std::uint32_t key) const {
  const WordTable::Edge* first = table_.edges.data() + table_.nodes[node].first_edge;
  const WordTable::Edge* last = first + table_.nodes[node].edge_count;
  const WordTable::Edge* found = std::lower_bound(first, last, key, [](const auto& e, std::uint32_t k) { return e.key < k; });
  return found != last && found->key == key ? found->node : none;
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

void WordMatcher::find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) const {
  if (table_.nodes.empty()) return;
  std::size_t at = begin;
  std::size_t next = begin;
  std::uint32_t first = begin < end ? fold(text::next_character(text, next)) : 0;
  while (at < end) {
    // Most places begin no word: two characters tell.
    std::size_t behind = next;
    const std::uint32_t second = next < end ? fold(text::next_character(text, behind)) : 0;
    const std::uint32_t root = root_of(first);
    if (root == none || (table_.nodes[root].id == none && (next >= end || !may_go_on(first, second)))) {
      at = next;
      next = behind;
      first = second;
      continue;
    }
    std::uint32_t id = none;
    const std::size_t stop = longest_at(text, at, end, id);
    if (stop > at && stop <= end) {
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop), id});
      at = stop;
    } else {
      at = next;
    }
    if (at >= end) break;
    next = at;
    first = fold(text::next_character(text, next));
  }
}

}  // namespace zhibiao::match
