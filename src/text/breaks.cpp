#include "text/breaks.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/avx2.hpp"
#include "text/utf8.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t word_bits = 64;

constexpr std::uint64_t built_in_rules = 0x30A94C9048F74A9A;  // hash_of(segment.rules)

std::uint64_t hash_of(std::string_view text) noexcept {
  std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

bool is_end(char32_t c) noexcept { return c == U'。' || c == U'！' || c == U'？' || c == '!' || c == '?'; }
bool is_blank(char32_t c) noexcept { return c == ' ' || c == '\t'; }
bool is_quote(char32_t c) noexcept { return c == '"' || c == '\'' || c == U'”' || c == U'’'; }

bool is_close(char32_t c) noexcept {
  switch (c) {
    case U'”':
    case U'’':
    case U'」':
    case U'』':
    case U'）':
    case ')':
    case U'》':
    case U'】':
    case ']': return true;
    default: return false;
  }
}

bool is_capital(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_han_lead(char c) noexcept { return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9; }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// What may open an English sentence.
bool is_opening(char32_t c) noexcept {
  return (c < 0x80 && (is_capital(static_cast<char>(c)) || is_digit(static_cast<char>(c)))) || c == '"' || c == '\'' ||
         c == U'“' || c == U'‘' || c == '(' || c == '[';
}

// What may stand before the full stop that ends one.
bool is_last(char32_t c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' || c == ')' || c == ']' || is_quote(c);
}

template <typename Is>
std::size_t pass(std::string_view text, std::size_t at, Is is) noexcept {
  while (at < text.size() && is(character_at(text, at))) at += sequence_length(text[at]);
  return at;
}

char32_t character_before(std::string_view text, std::size_t from, std::size_t at) noexcept {
  if (at == from) return 0;
  do --at;
  while (is_continuation(text[at]));
  return character_at(text, at);
}

// The break behind a full stop at `stop`, or 0.
std::size_t break_behind_stop(std::string_view text, std::size_t from, std::size_t stop) noexcept {
  if (stop + 1 < text.size() && is_digit(text[stop + 1])) return 0;  // 4.6
  const std::size_t end = pass(text, pass(text, stop + 1, is_quote), is_close);
  if (end + 1 >= text.size() || !is_blank(static_cast<unsigned char>(text[end]))) return 0;
  const bool initials = stop >= from + 2 && is_capital(text[stop - 1]) && is_capital(text[stop - 2]);
  if (!initials && !is_last(character_before(text, from, stop))) return 0;
  return is_opening(character_at(text, end + 1)) ? end : 0;
}

// The break behind the end marks that begin at `at`.
std::size_t break_behind_end(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  bool plain = true;  // only ! and ?
  for (; end < text.size() && is_end(character_at(text, end)); end += sequence_length(text[end])) {
    plain = plain && static_cast<unsigned char>(text[end]) < 0x80;
  }
  if (end < text.size() && is_han_lead(text[end])) return end;  // the next sentence, mostly
  if (plain) {  // the straight quote closes behind them
    const std::size_t quotes = pass(text, end, is_quote);
    if (quotes > end && quotes < text.size() && is_blank(static_cast<unsigned char>(text[quotes]))) return quotes;
  }
  end = pass(text, pass(text, end, is_close), is_blank);
  return pass(text, end, [](char32_t c) { return c == '\n'; });
}

}  // namespace

bool follows(std::string_view rules) noexcept { return hash_of(rules) == built_in_rules; }

void mark_stops_by_bytes(std::string_view text, std::size_t begin, std::span<std::uint64_t> out) noexcept {
  std::fill(out.begin(), out.end(), 0);
  const std::size_t end = std::min(text.size(), begin + out.size() * word_bits);
  for (std::size_t at = begin; at < end; ++at) {
    const char c = text[at];
    const bool ends = at + 2 < text.size() && text[at + 2] == '\x82';
    const bool stop = c == '\n' || c == '.' || c == '!' || c == '?' || c == '\xEF' || (c == '\xE3' && ends);
    if (stop) out[(at - begin) / word_bits] |= std::uint64_t{1} << (at % word_bits);
  }
}

#ifdef ZHIBIAO_HAS_AVX2
namespace {

ZHIBIAO_AVX2_INLINE std::uint64_t stops_of(const char* at) noexcept {
  using namespace avx2;
  const Bytes first = load(at);
  const Bytes ascii = either(either(is(first, '\n'), is(first, '.')), either(is(first, '!'), is(first, '?')));
  const Bytes full_stop = both(is(first, 0xE3), is(load(at + 2), 0x82));
  return bits(either(either(ascii, full_stop), is(first, 0xEF)));
}

ZHIBIAO_AVX2 void mark_stops_by_blocks(std::string_view text, std::size_t begin, std::span<std::uint64_t> out) noexcept {
  std::size_t at = begin;
  for (std::uint64_t& word : out) {
    if (at + word_bits + 2 <= text.size()) {
      word = stops_of(text.data() + at);
    } else {
      char rest[word_bits + word_bits] = {};
      if (at < text.size()) std::memcpy(rest, text.data() + at, text.size() - at);
      word = stops_of(rest);
      if (text.size() < at + word_bits) word &= text.size() <= at ? 0 : (std::uint64_t{1} << (text.size() - at)) - 1;
    }
    at += word_bits;
  }
}

}  // namespace
#endif

void mark_stops(std::string_view text, std::size_t begin, std::span<std::uint64_t> out) noexcept {
#ifdef ZHIBIAO_HAS_AVX2
  if (avx2::available()) return mark_stops_by_blocks(text, begin, out);
#endif
  mark_stops_by_bytes(text, begin, out);
}

std::size_t Breaks::next_stop(std::size_t from) noexcept {
  while (from < text_.size()) {
    if (from >= end_) {
      begin_ = from / word_bits * word_bits;
      end_ = begin_ + words * word_bits;
      mark_stops(text_, begin_, std::span(stops_).first(std::min(words, (text_.size() - begin_ + word_bits - 1) / word_bits)));
    }
    const std::size_t last = std::min(end_, text_.size());
    std::uint64_t bits = stops_[(from - begin_) / word_bits] >> (from % word_bits);
    if (bits != 0) return from + static_cast<std::size_t>(std::countr_zero(bits));
    for (from = (from / word_bits + 1) * word_bits; from < last; from += word_bits) {
      bits = stops_[(from - begin_) / word_bits];
      if (bits != 0) return from + static_cast<std::size_t>(std::countr_zero(bits));
    }
  }
  return text_.size();
}

std::size_t Breaks::next() noexcept {
  const std::size_t from = at_;
  for (std::size_t at = next_stop(from); at < text_.size(); at = next_stop(at + sequence_length(text_[at]))) {
    if (text_[at] == '\n') return at_ = pass(text_, at, [](char32_t c) { return c == '\n'; });
    if (text_[at] == '.') {
      if (const std::size_t found = break_behind_stop(text_, from, at); found > 0) return at_ = found;
    } else if (is_end(character_at(text_, at))) {
      return at_ = break_behind_end(text_, at);
    }
  }
  return at_ = text_.size();
}

}  // namespace zhibiao::text
