#include "text/breaks.hpp"

#include <array>

#include "text/utf8.hpp"

namespace zhibiao::text {
namespace {

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

// Lead bytes of what may break a segment: newline, ends, full stop.
constexpr std::array<bool, 256> make_stops() {
  std::array<bool, 256> stops{};
  for (const unsigned char lead : {0x0A, 0x21, 0x3F, 0x2E, 0xE3, 0xEF}) stops[lead] = true;
  return stops;
}
constexpr std::array<bool, 256> stops = make_stops();

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
  const bool initials = stop >= from + 2 && is_capital(text[stop - 1]) && is_capital(text[stop - 2]);
  if (!initials && !is_last(character_before(text, from, stop))) return 0;
  const std::size_t end = pass(text, pass(text, stop + 1, is_quote), is_close);
  if (end + 1 >= text.size() || !is_blank(static_cast<unsigned char>(text[end]))) return 0;
  return is_opening(character_at(text, end + 1)) ? end : 0;
}

// The break behind the end marks that begin at `at`.
std::size_t break_behind_end(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  bool plain = true;  // only ! and ?
  for (; end < text.size() && is_end(character_at(text, end)); end += sequence_length(text[end])) {
    plain = plain && static_cast<unsigned char>(text[end]) < 0x80;
  }
  if (plain) {  // the straight quote closes behind them
    const std::size_t quotes = pass(text, end, is_quote);
    if (quotes > end && quotes < text.size() && is_blank(static_cast<unsigned char>(text[quotes]))) return quotes;
  }
  end = pass(text, pass(text, end, is_close), is_blank);
  return pass(text, end, [](char32_t c) { return c == '\n'; });
}

}  // namespace

bool follows(std::string_view rules) noexcept { return hash_of(rules) == built_in_rules; }

std::size_t next_break(std::string_view text, std::size_t from) noexcept {
  const auto is_newline = [](char32_t c) { return c == '\n'; };
  for (std::size_t at = from; at < text.size(); at += sequence_length(text[at])) {
    if (!stops[static_cast<unsigned char>(text[at])]) continue;
    if (text[at] == '\n') return pass(text, at, is_newline);
    if (text[at] == '.') {
      if (const std::size_t found = break_behind_stop(text, from, at); found > 0) return found;
    } else if (is_end(character_at(text, at))) {
      return break_behind_end(text, at);
    }
  }
  return text.size();
}

}  // namespace zhibiao::text
