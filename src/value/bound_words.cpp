#include "value/bound_words.hpp"

#include <algorithm>

#include "value/characters.hpp"

namespace zhibiao::value {
bool BoundTable::add(std::string_view word, std::optional<Bound> bound) {
  if (word.size() < key_size) return false;
  rows_.push_back({key(word), {std::string(word), bound}});
  return true;
}

void BoundTable::freeze() {
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return a.key != b.key ? a.key < b.key : a.word.word.size() > b.word.word.size();
  });
}

const BoundWord* BoundTable::find(std::string_view text) const {
  if (text.size() < key_size) return nullptr;
  const std::uint32_t wanted = key(text);
  auto row = std::lower_bound(rows_.begin(), rows_.end(), wanted,
                              [](const Row& r, std::uint32_t k) { return r.key < k; });
  for (; row != rows_.end() && row->key == wanted; ++row) {
    const std::string_view word = row->word.word;
    if (text.size() < word.size()) continue;
    const bool before = side_ == Side::before;
    const std::size_t at = before ? text.size() - word.size() : 0;
    if (!equal_folded(text.substr(at, word.size()), word)) continue;
    // near is no part of linear
    if (is_letter(word.front()) && before && at > 0 && is_letter(text[at - 1])) continue;
    if (is_letter(word.back()) && !before && word.size() < text.size() && is_letter(text[word.size()])) continue;
    return &row->word;
  }
  return nullptr;
}

std::uint32_t BoundTable::key(std::string_view text) const noexcept {
  const std::size_t at = side_ == Side::before ? text.size() - key_size : 0;
  std::uint32_t k = 0;
  for (std::size_t i = 0; i < key_size; ++i) k = k << 8 | static_cast<unsigned char>(lower(text[at + i]));
  return k;
}

}  // namespace zhibiao::value
