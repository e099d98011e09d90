#include "match/needs.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "match/bytes.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

using Kind = SyntaxNode::Kind;

constexpr std::size_t largest_set = 24;  // a larger one stands in every sentence
constexpr std::size_t largest_first = 48;
constexpr std::size_t most_sets = 32;    // of a node: the smallest are kept

std::size_t size_of(const CharacterSet& set) {
  std::size_t n = 0;
  for (const CharacterRange& range : set) n += range.last - range.first + 1;
  return n;
}

CharacterSet united(const CharacterSet& a, const CharacterSet& b) {
  CharacterSet all = a;
  all.insert(all.end(), b.begin(), b.end());
  return tidy(std::move(all));
}

void add(CharacterSet& to, const CharacterSet& more) { to.insert(to.end(), more.begin(), more.end()); }

// Adds the characters that a match of the node may begin with.
void add_first(const SyntaxNode& node, CharacterSet& out) {
  switch (node.kind) {
    case Kind::characters: add(out, node.characters); break;
    case Kind::sequence:
      for (const SyntaxNode& part : node.parts) {
        add_first(part, out);
        if (!part.may_be_empty()) break;
      }
      break;
    case Kind::choice:
      for (const SyntaxNode& part : node.parts) add_first(part, out);
      break;
    case Kind::repeat:
    case Kind::group: add_first(node.parts[0], out); break;
    default: break;
  }
}

// How much of a match may have been read before a part of it: what lies further on does not matter.
struct Read {
  bool none = false, one = false;
  void add(const Read& other) {
    none = none || other.none;
    one = one || other.one;
  }
};

// Adds the characters of the node that may stand second where so much was read before it; how much may be read behind it.
Read add_second(const SyntaxNode& node, Read before, CharacterSet& out) {
  switch (node.kind) {
    case Kind::characters:
      if (before.one) add(out, node.characters);
      return {.none = false, .one = before.none};
    case Kind::sequence:
      for (const SyntaxNode& part : node.parts) before = add_second(part, before, out);
      return before;
    case Kind::choice: {
      Read behind;
      for (const SyntaxNode& part : node.parts) behind.add(add_second(part, before, out));
      return behind;
    }
    case Kind::repeat: {
      constexpr int enough = 3;  // turns: each reads a character, or may read none as often as one likes
      Read behind;
      for (int turn = 0;; ++turn) {
        if (turn >= std::min(node.min, enough)) behind.add(before);
        if (turn == enough || turn == node.max) return behind;
        before = add_second(node.parts[0], before, out);
      }
    }
    case Kind::group: return add_second(node.parts[0], before, out);
    case Kind::text_end: return {};  // nothing stands behind it
    default: return before;
  }
}

std::vector<CharacterSet> sets_of(const SyntaxNode& node);

// The smallest sets, in the order in which they stand.
void keep_few(std::vector<CharacterSet>& sets) {
  while (sets.size() > most_sets) {
    sets.erase(std::max_element(sets.begin(), sets.end(),
                                [](const auto& a, const auto& b) { return size_of(a) < size_of(b); }));
  }
}

std::vector<CharacterSet> sets_of(const SyntaxNode& node) {
  switch (node.kind) {
    case Kind::characters:
      if (size_of(node.characters) <= largest_set) return {node.characters};
      return {};
    case Kind::sequence: {
      std::vector<CharacterSet> out;
      for (const SyntaxNode& part : node.parts) {
        for (CharacterSet& set : sets_of(part)) out.push_back(std::move(set));
      }
      keep_few(out);
      return out;
    }
    case Kind::choice: {
      // One set of each choice makes a set of all; the smallest ones say most.
      std::vector<CharacterSet> out = sets_of(node.parts[0]);
      for (std::size_t k = 1; k < node.parts.size() && !out.empty(); ++k) {
        const std::vector<CharacterSet> sets = sets_of(node.parts[k]);
        if (sets.empty()) return {};
        for (CharacterSet& set : out) {
          CharacterSet best;
          for (const CharacterSet& more : sets) {
            CharacterSet both = united(set, more);
            if (best.empty() || size_of(both) < size_of(best)) best = std::move(both);
          }
          set = std::move(best);
        }
      }
      std::erase_if(out, [](const CharacterSet& set) { return size_of(set) > largest_set; });
      return out;
    }
    case Kind::repeat: return node.min == 0 ? std::vector<CharacterSet>{} : sets_of(node.parts[0]);
    case Kind::group: return sets_of(node.parts[0]);
    default: return {};
  }
}

constexpr std::size_t shortest_word = 6, most_words = 8;

// What a text holds in which a node matches.
struct Held {
  std::vector<std::string> whole;  // all that it matches, where they are few; else nothing
  std::vector<std::string> best;   // words one of which it holds; nothing where none are known
};

// Words that hold another one say no more than that.
void drop_longer(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end(), [](const auto& a, const auto& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); });
  std::vector<std::string> kept;
  for (std::string& word : words) {
    const auto held = [&](const std::string& other) { return word.find(other) != std::string::npos; };
    if (std::none_of(kept.begin(), kept.end(), held)) kept.push_back(std::move(word));
  }
  words = std::move(kept);
}

// Takes `words` for `best` where they tell more: longer ones, or fewer.
void take_better(std::vector<std::string> words, std::vector<std::string>& best) {
  drop_longer(words);
  const auto length = [](const std::vector<std::string>& list) {
    return list.empty() ? 0 : std::min(list[0].size(), shortest_word);  // the first is the shortest
  };
  if (words.size() > most_words || length(words) == 0) return;
  if (length(words) > length(best) || (length(words) == length(best) && words.size() < best.size())) best = std::move(words);
}

Held held_by(const SyntaxNode& node);

Held held_by_sequence(const SyntaxNode& node) {
  Held held{{""}, {}};
  std::vector<std::string> run = {""};  // what the parts match that were read last, one behind the other
  for (const SyntaxNode& part : node.parts) {
    const Held of_part = held_by(part);
    take_better(run, held.best);
    take_better(of_part.best, held.best);
    const bool few = !of_part.whole.empty() && run.size() * of_part.whole.size() <= most_words;
    if (!few) {
      run = of_part.whole.empty() ? std::vector<std::string>{""} : of_part.whole;
      held.whole.clear();
      continue;
    }
    std::vector<std::string> longer;
    for (const std::string& before : run) {
      for (const std::string& behind : of_part.whole) longer.push_back(before + behind);
    }
    run = std::move(longer);
  }
  take_better(run, held.best);
  if (!held.whole.empty()) held.whole = std::move(run);
  return held;
}

Held held_by_choice(const SyntaxNode& node) {
  Held held;
  bool whole = true, best = true;
  for (const SyntaxNode& part : node.parts) {
    const Held of_part = held_by(part);
    whole = whole && !of_part.whole.empty();
    best = best && !of_part.best.empty();
    held.whole.insert(held.whole.end(), of_part.whole.begin(), of_part.whole.end());
    held.best.insert(held.best.end(), of_part.best.begin(), of_part.best.end());
  }
  if (!whole) held.whole.clear();
  std::vector<std::string> all = best ? std::exchange(held.best, {}) : std::vector<std::string>{};
  held.best.clear();
  take_better(std::move(all), held.best);
  return held;
}

Held held_by(const SyntaxNode& node) {
  switch (node.kind) {
    case Kind::characters: {
      Held held;
      if (size_of(node.characters) > most_words) return held;
      for (const CharacterRange& range : node.characters) {
        for (char32_t c = range.first; c <= range.last; ++c) text::append_utf8(held.whole.emplace_back(), c);
      }
      take_better(held.whole, held.best);
      return held;
    }
    case Kind::sequence: return held_by_sequence(node);
    case Kind::choice: return held_by_choice(node);
    case Kind::repeat: {
      Held held = held_by(node.parts[0]);
      if (node.min == 1 && node.max == 1) return held;
      if (node.min == 0 && node.max == 1 && !held.whole.empty()) held.whole.emplace_back();
      else held.whole.clear();
      if (node.min == 0) held.best.clear();
      return held;
    }
    case Kind::group: return held_by(node.parts[0]);
    default: return {{""}, {}};  // of no width
  }
}

}  // namespace

std::vector<std::string> words_held(const SyntaxNode& root) {
  std::vector<std::string> words = held_by(root).best;
  if (!words.empty() && words[0].size() < shortest_word) words.clear();
  return words;
}

CharacterSet first_of(const SyntaxNode& root) {
  CharacterSet first;
  add_first(root, first);
  return first;
}

std::optional<CharacterSet> second_of(const SyntaxNode& root) {
  CharacterSet second;
  const Read behind = add_second(root, {.none = true}, second);
  if (behind.none || behind.one) return std::nullopt;
  return second;
}

FewBits FewBits::of(const CharacterSet& set) noexcept {
  constexpr char32_t block = 64, blocks = 64 * block;
  FewBits bits{0, 0};
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last && c - range.first < block; ++c) bits.low |= std::uint64_t{1} << (c % block);
    for (char32_t c = range.first - range.first % block; c <= range.last && c < range.first + blocks; c += block) {
      bits.middle |= std::uint64_t{1} << (c / block % block);
    }
  }
  return bits;
}

Needs needs_of(const SyntaxNode& root) {
  Needs needs;
  needs.one_of = sets_of(root);
  if (!root.may_be_empty()) needs.first = first_of(root);
  if (size_of(needs.first) > largest_first) needs.first.clear();
  return needs;
}

std::uint8_t CharacterIndex::kind_of(char32_t c) {
  constexpr std::size_t most_kinds = 256, shared = 56;  // the last ones are for all characters that come late
  const std::uint8_t known = kinds_[place_of(c)];
  if (known != 0) return known;
  const std::size_t kind = bits_.size() < most_kinds - shared ? bits_.size() : most_kinds - shared + c % shared;
  while (bits_.size() <= kind) bits_.push_back(std::uint64_t{1} << (bits_.size() % single_bits));
  kinds_.set(place_of(c), static_cast<std::uint8_t>(kind));
  return static_cast<std::uint8_t>(kind);
}

void CharacterIndex::add_bit(std::uint8_t kind, std::uint64_t bit) { bits_.set(kind, bits_[kind] | bit); }

std::uint64_t CharacterIndex::mask_of(const CharacterSet& set) {
  std::uint64_t mask = 0;
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      if (c >= kinds_.size()) return every_character;
      mask |= std::uint64_t{1} << (kind_of(c) % single_bits);
    }
  }
  return mask;
}

std::uint64_t CharacterIndex::group_of(const CharacterSet& set) {
  const std::uint64_t bit = std::uint64_t{1} << (single_bits + groups_given_ % groups);
  ++groups_given_;
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last && c < kinds_.size(); ++c) add_bit(kind_of(c), bit);
  }
  return bit;
}

Gate CharacterIndex::gate_of(const Needs& needs) {
  Gate gate;
  std::vector<CharacterSet> sets = needs.one_of;
  std::stable_sort(sets.begin(), sets.end(), [](const auto& a, const auto& b) { return size_of(a) < size_of(b); });
  for (std::size_t i = 0; i < std::min(sets.size(), Gate::most_needs); ++i) gate.one_of[i] = mask_of(sets[i]);
  if (!needs.first.empty()) gate.first = FewBits::of(needs.first);
  return gate;
}

std::uint64_t CharacterIndex::read_by_characters(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  std::uint64_t held = 0;
  for (std::size_t at = begin; at < end;) {
    if (const char32_t c = text::next_character(text, at); c < kinds_.size()) held |= bits_[kinds_[place_of(c)]];
  }
  return held;
}

namespace {

constexpr std::uint32_t no_place = ~std::uint32_t{0};

// By the lead of a character of three bytes, what its place is but for the other two bytes read as one number.
constexpr std::array<std::uint32_t, 256> places_of_leads = [] {
  std::array<std::uint32_t, 256> places{};
  for (std::uint32_t lead = 0; lead < 256; ++lead) {
    constexpr std::uint32_t marks = 0x8080;  // of the bytes behind a lead
    places[lead] = lead < 0xE0 || lead > 0xEF ? no_place : ((lead & 3) << 6) + ((lead >> 2 & 3) << 14) - marks;
  }
  return places;
}();

}  // namespace

std::uint64_t CharacterIndex::read(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  static constexpr std::array<std::uint16_t, 128> places_of_ascii = [] {
    std::array<std::uint16_t, 128> places{};
    for (char32_t c = 0; c < places.size(); ++c) places[c] = static_cast<std::uint16_t>(place_of(c));
    return places;
  }();
  const char* at = text.data() + begin;
  const char* const last = text.data() + end;
  const std::uint8_t* const kinds = kinds_.data();
  const std::uint64_t* const bits = bits_.data();
  std::uint64_t held = 0;
  while (at < last) {
    const auto lead = static_cast<unsigned char>(*at);
    if (const std::uint32_t place = places_of_leads[lead]; place != no_place) {  // most are of three bytes
      held |= bits[kinds[place + number_at<std::uint16_t>(at + 1)]];
      at += 3;
    } else if (lead < places_of_ascii.size()) {
      held |= bits[kinds[places_of_ascii[lead]]];
      ++at;
    } else {
      auto next = static_cast<std::size_t>(at - text.data());
      const char32_t c = text::next_character(text, next);
      if (c < kinds_.size()) held |= bits[kinds[place_of(c)]];
      at = text.data() + next;
    }
  }
  return held;
}

}  // namespace zhibiao::match
