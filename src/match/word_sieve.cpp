#include "match/word_sieve.hpp"

#include <algorithm>
#include <bit>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "match/bytes.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

constexpr std::size_t han = 3;  // bytes of a character of the sieve
constexpr std::size_t pair_size = 2 * han;
constexpr std::uint64_t leads = 0x0000F00000F0, two_of_three_bytes = 0x0000E00000E0, both = 0xFFFFFFFFFFFF;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Two characters of three bytes each as a number.
std::uint64_t pair_at(std::string_view text, std::size_t at) noexcept {
  constexpr unsigned second_half = 32;
  return number_at<std::uint32_t>(text.data() + at) |
         std::uint64_t{number_at<std::uint16_t>(text.data() + at + sizeof(std::uint32_t))} << second_half;
}

bool is_han(std::string_view text, std::size_t at, std::size_t end) noexcept {
  return at < end && text::sequence_length(text[at]) == han;
}
bool begins_pair(std::string_view text, std::size_t at, std::size_t end) noexcept {
  return is_han(text, at, end) && is_han(text, at + han, end);
}

// The pairs of three-byte characters that follow each other in a word, each with its place.
struct Pair {
  std::size_t at = 0;
  std::uint64_t bytes = 0;
};
void pairs_of(std::string_view word, std::vector<Pair>& out) {
  out.clear();
  for (std::size_t at = 0; at + pair_size <= word.size(); at += text::sequence_length(word[at])) {
    if (begins_pair(word, at, word.size())) out.push_back({at, pair_at(word, at)});
  }
}

// Calls `each` with the spelling of each wanted word.
template <typename Each>
class Speller {
 public:
  Speller(const WordTable& table, const std::function<bool(std::uint32_t)>& wanted, const Each& each)
      : table_(table), wanted_(wanted), each_(each) {}

  void spell(std::uint32_t number) {
    const WordTable::Node& node = table_.nodes[number];
    if (node.id != WordTable::none && wanted_(node.id)) each_(std::string_view(spelling_));
    for (const WordTable::Edge& edge : table_.edges.subspan(node.first_edge, node.edge_count)) {
      const std::size_t size = spelling_.size();
      text::append_utf8(spelling_, edge.key);
      spell(edge.node);
      spelling_.resize(size);
    }
  }

 private:
  const WordTable& table_;
  const std::function<bool(std::uint32_t)>& wanted_;
  const Each& each_;
  std::string spelling_;
};

template <typename Each>
void for_each_word(const WordTable& table, const std::function<bool(std::uint32_t)>& wanted, const Each& each) {
  if (!table.nodes.empty()) Speller<Each>(table, wanted, each).spell(0);
}

// How many words hold three characters in a row, about: some share their places.
class Counts {
 public:
  std::uint32_t& of(const Pair& a, const Pair& b) {
    const std::uint64_t hash = (a.bytes * 0x9E3779B97F4A7C15ULL ^ b.bytes) * 0xBF58476D1CE4E5B9ULL;
    return counts_[hash >> (64 - bits)];
  }

 private:
  static constexpr unsigned bits = 18;
  std::vector<std::uint32_t> counts_ = std::vector<std::uint32_t>(std::size_t{1} << bits, 0);
};

bool follow(const Pair& a, const Pair& b) noexcept { return a.at + han == b.at; }

}  // namespace

std::uint64_t WordSieve::known_by(std::string_view text, std::size_t at, std::size_t characters) noexcept {
  std::uint64_t key = 0;
  for (; characters > 0; --characters) key = key << 16 | text::next_character(text, at);
  return key;
}

bool WordSieve::knows(std::uint64_t key) const noexcept {
  const std::size_t last = exact_.size() - 1;
  for (std::size_t place = key * mix >> 32 & last; exact_[place] != 0; place = (place + 1) & last) {
    if (exact_[place] == key) return true;
  }
  return false;
}

void WordSieve::keep(std::vector<std::uint64_t> keys) {
  std::vector<std::uint64_t> exact(std::bit_ceil(2 * keys.size() + 1), 0);
  for (const std::uint64_t key : keys) {
    std::size_t place = key * mix >> 32 & (exact.size() - 1);
    while (exact[place] != 0) place = (place + 1) & (exact.size() - 1);
    exact[place] = key;
  }
  exact_ = std::move(exact);
}

WordSieve::WordSieve(const WordTable& table, const std::function<bool(std::uint32_t id)>& wanted) {
  std::vector<Pair> pairs;
  Counts counts;
  for_each_word(table, wanted, [&](std::string_view word) {
    pairs_of(word, pairs);
    for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
      if (follow(pairs[i], pairs[i + 1])) ++counts.of(pairs[i], pairs[i + 1]);
    }
  });
  pairs_ = std::vector<std::uint8_t>(std::size_t{1} << pair_bits, 0);
  std::unordered_set<std::uint64_t> keys;
  bool told = true;  // all words can be told by pairs or letters
  for_each_word(table, wanted, [&](std::string_view word) {
    if (std::any_of(word.begin(), word.end(), is_letter)) return;
    pairs_of(word, pairs);
    const auto triple_begins = [&](std::size_t i) { return i + 1 < pairs.size() && follow(pairs[i], pairs[i + 1]); };
    std::size_t best = pairs.size();
    std::uint32_t most = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      if (keys.contains(known_by(word, pairs[i].at, 2))) return;
      if (!triple_begins(i)) continue;
      if (keys.contains(known_by(word, pairs[i].at, 3))) return;
      if (counts.of(pairs[i], pairs[i + 1]) <= most) continue;
      most = counts.of(pairs[i], pairs[i + 1]);
      best = i;
    }
    const auto set = [&](const Pair& pair, Flag flag) {
      const std::size_t place = place_of(pair.bytes);
      pairs_.set(place, static_cast<std::uint8_t>(pairs_[place] | flag));
    };
    if (best < pairs.size()) {
      set(pairs[best], first);
      set(pairs[best + 1], second);
      keys.insert(known_by(word, pairs[best].at, 3));
    } else if (!pairs.empty()) {
      set(pairs[0], whole);
      keys.insert(known_by(word, pairs[0].at, 2));
    } else {
      told = false;
    }
  });
  if (told) keep({keys.begin(), keys.end()});
  else pairs_ = std::vector<std::uint8_t>();
}

bool WordSieve::may_hold(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  if (pairs_.size() == 0) return true;
  const std::uint8_t* const flags = pairs_.data();
  unsigned before = 0;  // of the pair that begins one character earlier
  const auto known = [&](std::size_t at, unsigned here) {
    return ((here & whole) != 0 && knows(known_by(text, at, 2))) ||
           ((here & second) != 0 && (before & first) != 0 && knows(known_by(text, at - han, 3)));
  };
  constexpr std::size_t read = sizeof(std::uint64_t);
  const std::size_t readable = std::min(text.size() - std::min(text.size(), read - 1), end - std::min(end, pair_size - 1));
  const char* const from = text.data();
  std::size_t at = begin;
  while (at < readable) {
    const auto bytes = number_at<std::uint64_t>(from + at);
    if ((bytes & leads) == two_of_three_bytes) [[likely]] {
      const unsigned here = flags[place_of(bytes & both)];
      if ((here & (whole | before << 1)) != 0 && known(at, here)) [[unlikely]] return true;
      before = here;
      at += han;
    } else {  // what is of fewer bytes, or has such a neighbour: neither begins a pair
      if (is_letter(from[at])) return true;
      before = 0;
      at += text::sequence_length(from[at]);
    }
  }
  while (at < end) {
    if (is_letter(from[at])) return true;
    const unsigned here = begins_pair(text, at, end) ? flags[place_of(pair_at(text, at))] : 0;
    if (known(at, here)) return true;
    before = here;
    at += text::sequence_length(from[at]);
  }
  return false;
}

bool WordSieve::may_hold_by_characters(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  if (pairs_.size() == 0) return true;
  for (std::size_t at = begin; at < end; at += text::sequence_length(text[at])) {
    if (is_letter(text[at])) return true;
    if (!begins_pair(text, at, end)) continue;
    if (knows(known_by(text, at, 2)) || (begins_pair(text, at + han, end) && knows(known_by(text, at, 3)))) return true;
  }
  return false;
}

}  // namespace zhibiao::match
