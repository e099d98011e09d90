#include "match/text_letters.hpp"

#include <algorithm>
#include <array>

#include "match/needs.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

using Kind = SyntaxNode::Kind;

constexpr char32_t last_character = 0x10FFFF;
constexpr std::size_t indexed = 0x10000;

bool meet(const std::vector<CharacterRange>& a, const std::vector<CharacterRange>& b) {
  return std::any_of(a.begin(), a.end(), [&](const CharacterRange& x) {
    return std::any_of(b.begin(), b.end(), [&](const CharacterRange& y) { return x.first <= y.last && y.first <= x.last; });
  });
}

// Whether what is repeated without end holds a character of the set.
bool repeats(const SyntaxNode& node, const std::vector<CharacterRange>& set, bool endless) {
  if (node.kind == Kind::characters) return endless && meet(node.characters, set);
  endless = endless || (node.kind == Kind::repeat && node.max == SyntaxNode::unlimited);
  return std::any_of(node.parts.begin(), node.parts.end(),
                     [&](const SyntaxNode& part) { return repeats(part, set, endless); });
}

}  // namespace

TextLetters::TextLetters() : stretches_{{0, 0}}, table_(std::span(zeros<std::uint8_t, indexed>)) {}

bool TextLetters::add(const Syntax& syntax) {
  const std::vector<Stretch> before = stretches_;
  const std::uint8_t letters_before = letters_;
  if (split(syntax.root)) {
    index();
    return true;
  }
  stretches_ = before;
  letters_ = letters_before;
  return false;
}

bool TextLetters::split(const SyntaxNode& node) {
  if (node.kind == Kind::characters && !split(node.characters)) return false;
  return std::all_of(node.parts.begin(), node.parts.end(), [&](const SyntaxNode& part) { return split(part); });
}

// Letters of which the set holds some characters and not all become two.
bool TextLetters::split(const std::vector<CharacterRange>& set) {
  for (const CharacterRange& range : set) {
    border(range.first);
    if (range.last < last_character) border(range.last + 1);
  }
  std::array<bool, most + 1> inside{}, outside{};
  for (const Stretch& stretch : stretches_) (holds(set, stretch.first) ? inside : outside)[stretch.letter] = true;
  std::array<std::uint8_t, most + 1> fresh{};
  for (std::uint8_t letter = 0, given = letters_; letter < given; ++letter) {
    if (!inside[letter] || !outside[letter]) continue;
    if (letters_ == most) return false;
    fresh[letter] = letters_++;
  }
  for (Stretch& stretch : stretches_) {
    if (fresh[stretch.letter] != 0 && holds(set, stretch.first)) stretch.letter = fresh[stretch.letter];
  }
  return true;
}

void TextLetters::border(char32_t first) {
  const std::size_t at = stretch_of(first);
  if (stretches_[at].first == first) return;
  stretches_.insert(stretches_.begin() + static_cast<std::ptrdiff_t>(at) + 1, {first, stretches_[at].letter});
}

std::size_t TextLetters::stretch_of(char32_t c) const {
  const auto next = std::upper_bound(stretches_.begin(), stretches_.end(), c,
                                     [](char32_t wanted, const Stretch& stretch) { return wanted < stretch.first; });
  return static_cast<std::size_t>(next - stretches_.begin()) - 1;
}

void TextLetters::index() {
  std::vector<std::uint8_t> table(indexed, 0);
  for (std::size_t k = 0; k < stretches_.size() && stretches_[k].first < indexed; ++k) {
    const std::size_t end = k + 1 < stretches_.size() ? std::min<std::size_t>(stretches_[k + 1].first, indexed) : indexed;
    std::fill(table.begin() + static_cast<std::ptrdiff_t>(stretches_[k].first),
              table.begin() + static_cast<std::ptrdiff_t>(end), stretches_[k].letter);
  }
  table_ = std::move(table);
}

Syntax TextLetters::in_letters(const Syntax& syntax) const {
  Syntax out = syntax;
  to_letters(out.root);
  return out;
}

void TextLetters::to_letters(SyntaxNode& node) const {
  if (node.kind == Kind::characters) {
    std::vector<CharacterRange> letters;
    for (const Stretch& stretch : stretches_) {
      if (holds(node.characters, stretch.first)) letters.push_back({stretch.letter, stretch.letter});
    }
    node.characters = tidy(std::move(letters));
  }
  for (SyntaxNode& part : node.parts) to_letters(part);
}

void TextLetters::read(std::string_view text, std::size_t begin, std::size_t end, Read& out) const {
  out.letters.resize(end - begin);
  out.places.resize(end - begin + 1);
  std::size_t n = 0;
  for (std::size_t at = begin; at < end; ++n) {
    out.places[n] = static_cast<std::uint32_t>(at);
    const char32_t c = text::next_character(text, at);
    out.letters[n] = static_cast<char>(c < table_.size() ? table_[c] : stretches_[stretch_of(c)].letter);
  }
  out.places[n] = static_cast<std::uint32_t>(end);
  out.letters.resize(n);
  out.places.resize(n + 1);
}

bool is_linear(const Syntax& syntax) {
  const std::vector<CharacterRange> first = needs_of(syntax.root).first;
  // Without a set it may begin with anything.
  return !repeats(syntax.root, first.empty() ? std::vector<CharacterRange>{{0, last_character}} : first, false);
}

}  // namespace zhibiao::match
