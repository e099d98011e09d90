#include "match/words.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

char32_t fold(char32_t c) noexcept { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// A match may not cut a run of ASCII letters.
bool cuts_word(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  return (begin > 0 && is_letter(text[begin]) && is_letter(text[begin - 1])) ||
         (end < text.size() && is_letter(text[end]) && is_letter(text[end - 1]));
}

}  // namespace

std::uint32_t WordMatcher::add(std::string_view spelling, std::uint32_t id) {
  std::uint32_t node = 0;
  for (std::size_t at = 0; at < spelling.size();) {
    const char32_t key = fold(text::next_character(spelling, at));
    auto& edges = draft_[node].edges;
    const auto found = std::find_if(edges.begin(), edges.end(), [&](const Edge& e) { return e.key == key; });
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

void WordMatcher::freeze() {
  nodes_.clear();
  edges_.clear();
  nodes_.reserve(draft_.size());
  for (auto& draft : draft_) {
    std::sort(draft.edges.begin(), draft.edges.end(), [](const Edge& a, const Edge& b) { return a.key < b.key; });
    nodes_.push_back({static_cast<std::uint32_t>(edges_.size()), static_cast<std::uint32_t>(draft.edges.size()),
                      draft.id});
    edges_.insert(edges_.end(), draft.edges.begin(), draft.edges.end());
  }
  roots_.assign(0x10000, none);
  for (const Edge& edge : draft_[0].edges) {
    if (edge.key < 0x10000) roots_[edge.key] = edge.node;
  }
  draft_.clear();
}

std::uint32_t WordMatcher::step(std::uint32_t node, char32_t key) const {
  const Edge* first = edges_.data() + nodes_[node].first_edge;
  const Edge* last = first + nodes_[node].edge_count;
  const Edge* found = std::lower_bound(first, last, key, [](const Edge& e, char32_t k) { return e.key < k; });
  return found != last && found->key == key ? found->node : none;
}

std::size_t WordMatcher::longest_at(std::string_view text, std::size_t at, std::size_t end, std::uint32_t& id) const {
  std::size_t next = at;
  const char32_t first = fold(text::next_character(text, next));
  std::uint32_t node = first < 0x10000 ? roots_[first] : none;
  std::size_t best = at;
  while (node != none) {
    if (nodes_[node].id != none && !cuts_word(text, at, next)) {
      best = next;
      id = nodes_[node].id;
    }
    if (next >= end || nodes_[node].edge_count == 0) break;
    node = step(node, fold(text::next_character(text, next)));
  }
  return best;
}

void WordMatcher::find(std::string_view text, std::size_t begin, std::size_t end, std::vector<Word>& out) const {
  std::size_t at = begin;
  while (at < end) {
    std::uint32_t id = none;
    const std::size_t stop = longest_at(text, at, end, id);
    if (stop > at && stop <= end) {
      out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop), id});
      at = stop;
    } else {
      at += text::sequence_length(text[at]);
    }
  }
}

}  // namespace zhibiao::match
