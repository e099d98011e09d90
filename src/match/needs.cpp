#include "match/needs.hpp"

#include <algorithm>

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

}  // namespace

CharacterSet first_of(const SyntaxNode& root) {
  CharacterSet first;
  add_first(root, first);
  return first;
}

std::uint64_t low_bits(const CharacterSet& set) noexcept {
  std::uint64_t bits = 0;
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last && c - range.first < 64; ++c) bits |= std::uint64_t{1} << (c & 63);
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
  constexpr std::size_t most_kinds = 256;
  std::uint8_t kind = kinds_[c];
  if (kind != 0) return kind;
  if (bits_.size() < most_kinds) {
    kind = static_cast<std::uint8_t>(bits_.size());
    bits_.push_back(std::uint64_t{1} << (kind % single_bits));
  } else {
    kind = static_cast<std::uint8_t>(1 + c % (most_kinds - 1));
  }
  kinds_.set(c, kind);
  return kind;
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
  if (!needs.first.empty()) gate.first = low_bits(needs.first);
  return gate;
}

std::uint64_t CharacterIndex::read(std::string_view text, std::size_t begin, std::size_t end) const noexcept {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  const std::uint8_t* const kinds = kinds_.data();
  const std::uint64_t* const bits = bits_.data();
  std::uint64_t held = 0;
  for (std::size_t at = begin; at < end;) {
    if (bytes[at] >= 0xE0 && bytes[at] < 0xF0) {  // most are of three bytes; the marks of their leads are taken off together
      constexpr std::size_t marks = (std::size_t{0xE0} << 12) + (std::size_t{0x80} << 6) + 0x80;
      held |= bits[kinds[(std::size_t{bytes[at]} << 12) + (std::size_t{bytes[at + 1]} << 6) + bytes[at + 2] - marks]];
      at += 3;
      continue;
    }
    const char32_t c = text::next_character(text, at);
    if (c < kinds_.size()) held |= bits[kinds[c]];
  }
  return held;
}

}  // namespace zhibiao::match
