#include "match/word_sieve.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>
#include <vector>

#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

constexpr std::size_t han = 3;  // bytes of a character of the sieve
constexpr std::size_t pair_size = 2 * han;
constexpr std::uint64_t leads = 0x0000F00000F0, two_of_three_bytes = 0x0000E00000E0, both = 0xFFFFFFFFFFFF;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Eight bytes as a number, the first one lowest; behind the end of the text zero.
std::uint64_t bytes_at(std::string_view text, std::size_t at) noexcept {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    if (at + sizeof word <= text.size()) {
      std::memcpy(&word, text.data() + at, sizeof word);
      return word;
    }
  }
  for (std::size_t k = 0; k < sizeof word && at + k < text.size(); ++k) {
    word |= static_cast<std::uint64_t>(static_cast<unsigned char>(text[at + k])) << (8 * k);
  }
  return word;
}

// The pairs of three-byte characters that follow each other in a word, each with its place.
struct Pair {
  std::size_t at = 0;
  std::uint64_t bytes = 0;
};
void pairs_of(std::string_view word, std::vector<Pair>& out) {
  out.clear();
  for (std::size_t at = 0; at + pair_size <= word.size(); at += text::sequence_length(word[at])) {
    const std::uint64_t bytes = bytes_at(word, at);
    if ((bytes & leads) == two_of_three_bytes) out.push_back({at, bytes & both});
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
  bool told = true;  // all words can be told by pairs or letters
  for_each_word(table, wanted, [&](std::string_view word) {
    if (std::any_of(word.begin(), word.end(), is_letter)) return;
    if (may_hold(word, 0, word.size())) return;
    pairs_of(word, pairs);
    std::size_t best = pairs.size();
    std::uint32_t most = 0;
    for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
      if (!follow(pairs[i], pairs[i + 1]) || counts.of(pairs[i], pairs[i + 1]) <= most) continue;
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
    } else if (!pairs.empty()) {
      set(pairs[0], whole);
    } else {
      told = false;
    }
  });
  if (!told) pairs_ = std::vector<std::uint8_t>();
}

bool WordSieve::may_hold(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  if (pairs_.size() == 0) return true;
  const std::uint8_t* const flags = pairs_.data();
  unsigned before = 0;  // of the pair that begins one character earlier
  for (std::size_t at = begin; at < end;) {
    for (; at + pair_size <= end; at += han) {
      const std::uint64_t bytes = bytes_at(text, at);
      if ((bytes & leads) != two_of_three_bytes) break;
      const unsigned here = flags[place_of(bytes & both)];
      if ((here & (whole | (before & first) << 1)) != 0) return true;
      before = here;
    }
    // What is of fewer bytes, or has such a neighbour: neither begins a pair.
    if (at >= end) break;
    if (is_letter(text[at])) return true;
    before = 0;
    at += text::sequence_length(text[at]);
  }
  return false;
}

bool WordSieve::may_hold_by_characters(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  if (pairs_.size() == 0) return true;
  for (std::size_t at = begin, before = 0; at < end;) {
    const std::size_t size = text::sequence_length(text[at]), next = at + size;
    if (is_letter(text[at])) return true;
    std::size_t here = 0;
    if (size == han && next < end && text::sequence_length(text[next]) == han) {
      std::uint64_t bytes = 0;
      for (std::size_t k = pair_size; k-- > 0;) bytes = bytes << 8 | static_cast<unsigned char>(text[at + k]);
      here = pairs_[place_of(bytes)];
    }
    if ((here & whole) != 0 || ((before & first) != 0 && (here & second) != 0)) return true;
    before = here;
    at = next;
  }
  return false;
}

}  // namespace zhibiao::match
