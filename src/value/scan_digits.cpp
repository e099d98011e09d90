#include "value/scanner.hpp"

#include <algorithm>
#include <iterator>

#include "value/decimal.hpp"
#include "value/english_numeral.hpp"

namespace zhibiao::value {

std::size_t Scanner::read_digits(std::size_t at) {
  std::size_t begin = at;
  const Unit* money = currency_before(at, begin);
  if (money == nullptr && names_something(at) && !is_sum_at_letters(at)) return ordinal(at, name_end(at));
  if (const std::size_t end = formula_end(at); end > at) return ordinal(at, end);
  if (const std::size_t end = read_ratio(at); end > at) return end;

  if (const std::size_t end = groups_end(at); end > at) return ordinal(at, end);
  if (const std::size_t end = bad_groups_end(at); end > at) return ordinal(at, end);

  Part p = digits_part(at);
  read_leading_point(at, p);
  if (follows_another_kind(p.begin)) return ordinal(at, p.stop());
  // 1.2.3, 2025.02.28
  if (byte_at(p.end) == '.' && digit_at(p.end + 1)) {
    return ordinal(at, skip(at, [](char c) { return is_digit(c) || c == '.'; }));
  }
  if (const std::size_t end = short_tail_end(p); end > p.end) return ordinal(at, end);
  if (money != nullptr && letter_at(p.end) && p.unit_end > p.unit_begin && !p.word->currency) p = without_unit(p);
  if (money != nullptr && letter_at(p.end) && p.unit.empty() && !read_money_scale(p)) {
    return ordinal(at, name_end(p.end, at));
  }
  if (money != nullptr && is_lone_scale(p)) return ordinal(at, p.end + 2);
  if (money != nullptr) take_currency(*money, begin, p);
  if (character_before(at) == U'第' || continues_ordinals(at, p)) return ordinal_list(at, p);
  if (const std::size_t end = proportion_end(p); end > p.end) return ordinal(at, end);
  if (is_divisor(at)) return ordinal(at, p.stop());
  if (p.plain()) {
    if (is_clause_number(at, p) || is_reference(at, p.end)) return ordinal(at, p.end);
    if (letter_at(p.end)) return ordinal(at, name_end(p.end, at));
    if (is_english_name(at, p)) return ordinal(at, p.end);
  }
  if ((p.plain() || p.unit == "item") && is_quoted(at, p.stop())) return ordinal(at, p.stop());
  if (starts(rest(p.stop()), "级")) return ordinal(at, p.stop() + 3);
  if (!english_ && is_rank(at, p)) return ordinal(at, p.stop());
  if (!english_ && is_doubtful_minus(begin)) return ordinal(at, p.stop());
  begin = read_sign(std::min(begin, p.begin), p);
  return finish(p, begin);
}

bool Scanner::follows_another_kind(std::size_t begin) const {
  char32_t c = character_before(begin);
  if (c == '.' || c == ',') c = character_before(begin - 1);
  if (c < 0x80) return c != 0 && c < ' ' && c != '\n' && c != '\t';
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) || (c >= 0x660 && c <= 0x669) ||
         (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x966 && c <= 0x96F) || (c >= 0x2070 && c <= 0x2089) ||
         (c >= 0x2150 && c <= 0x2182) || (c >= 0x1D7CE && c <= 0x1D7FF);
}

// The ratio was 2.45 to 1 in 2020: but from 2.45 to 1, and 2.4 to 1 percent, are none.
std::size_t Scanner::ratio_to_one(std::size_t at, std::size_t end) {
  constexpr std::string_view to_one = " to 1";
  if (!starts(rest(end), to_one) || equal_folded(english_word_before(at), "from") || equal_folded(english_word_before(at), "between")) return at;
  const std::size_t stop = end + to_one.size();
  const std::string_view behind = rest(stop);
  const bool open = behind.empty() || (behind[0] == ' ' && english_scale(english_word_at(stop)) == 0 &&
      !equal_folded(english_word_at(stop), "percent")) ||
                    ((behind[0] == '.' || behind[0] == ',' || behind[0] == ';' || behind[0] == ')') && !digit_at(stop + 1));
  const auto value = parse_decimal(text_.substr(at, end - at));
  if (!open || !value || value->exponent >= 0) return at;
  return finish_times(at, stop, *value);
}

std::size_t Scanner::finish_times(std::size_t at, std::size_t end, const Decimal& value) {
  Part p;
  p.begin = at;
  p.end = p.unit_begin = p.unit_end = end;
  p.value = value;
  p.unit = "times";
  return finish(p, at);
}

std::size_t Scanner::read_ratio(std::size_t at) {
  const std::size_t first = number_end(at);
  if (at >= begin_ + 2 && text_[at - 1] == ':' && is_digit(text_[at - 2])) return at;
  std::size_t mark = first;
  if (byte_at(first) == ':') mark += 1;
  else if (starts(rest(first), "比")) mark += 3;
  if (english_ && mark == first) return ratio_to_one(at, first);
  if (mark == first || !digit_at(mark)) return at;
  const std::size_t second = number_end(mark);
  const std::string_view left = text_.substr(at, first - at), right = text_.substr(mark, second - mark);
  const bool third = byte_at(second) == ':' && digit_at(second + 1);
  if (byte_at(first) == ':' && !third && left.size() <= 2 && right.size() == 2 && right[0] < '6') {
    return ordinal(at, second);
  }
  if (third || !stands_alone(second)) return at;
  const auto value = parse_decimal(left);
  if (right == "1" && value) return finish_times(at, second, *value);
  return left == "1" ? ordinal(at, second) : at;
}

bool Scanner::stands_alone(std::size_t at) const {
  if (at >= text_.size()) return true;
  if (letter_at(at) || byte_at(at) == '%') return false;
  const Part p = digits_part(at - 1);
  return p.unit.empty() && !p.scaled;
}

std::size_t Scanner::number_end(std::size_t at) const {
  std::size_t end = skip(at, is_digit);
  if (byte_at(end) == '.' && digit_at(end + 1)) end = skip(end + 1, is_digit);
  return end;
}

const Unit* Scanner::currency_before(std::size_t at, std::size_t& begin) const {
  if (at <= begin_) return nullptr;
  const std::size_t stop = text_[at - 1] == ' ' ? at - 1 : at;
  if (stop <= begin_) return nullptr;
  const char last = text_[stop - 1];
  if (static_cast<unsigned char>(last) < 0x80 && last != '$' && !is_letter(last)) return nullptr;
  if (!units_.currency_ends[static_cast<unsigned char>(last)]) return nullptr;
  const std::string_view left = free_left_of(stop);
  for (const auto& [word, id] : units_.currency_prefixes) {
    if (!ends(left, word)) continue;
    const std::size_t from = stop - word.size();
    if (is_letter(word.front()) && letter_before(from)) continue;
    begin = from;
    return &units_.units[id];
  }
  return nullptr;
}

void Scanner::take_currency(const Unit& money, std::size_t begin, Part& p) {
  if (p.word != nullptr && !p.word->currency) return;
  const bool plain_suffix = p.word == nullptr || p.unit == "CNY";
  if (!plain_suffix || (p.word != nullptr && money.id == "CNY")) return;
  p.unit = money.id;
  if (p.word != nullptr) return;
  p.word = &money;
  p.unit_begin = begin;
  p.unit_end = begin + money.word.size();
}

std::size_t Scanner::read_sign(std::size_t begin, Part& p) const {
  if (begin <= begin_) return begin;
  if (free_left_of(begin).empty()) return begin;
  if (const std::size_t word = read_sign_word(begin, p); word < begin) return word;
  constexpr std::string_view below_zero = "零下";
  if (p.unit == "degree_celsius" && ends(free_left_of(begin), below_zero)) {
    p.value = negate(p.value);
    return begin - below_zero.size();
  }
  const std::size_t sign = start_before(begin);
  const char32_t c = character_before(begin), before = character_before(sign);
  const bool minus = c == U'-' && (is_minus_place(before));
  const bool negative = c == U'负' && (before == 0 || is_border(before) || one_of(before, wording_.negative));
  if (!minus && !negative) return begin;
  p.value = negate(p.value);
  if (p.begin == begin) p.begin = sign;
  return sign;
}

bool Scanner::is_minus_place(char32_t before) const noexcept {
  if (before == U'-' || before == U'~' || before == U')') return false;
  return before == 0 || is_border(before) || one_of(before, wording_.minus);
}

std::size_t Scanner::read_sign_word(std::size_t begin, Part& p) const {
  if (!english_) return begin;
  for (const std::string_view word : {"minus ", "negative "}) {
    const std::string_view left = free_left_of(begin);
    if (left.size() < word.size()) continue;
    const std::size_t at = begin - word.size();
    if (!equal_folded(text_.substr(at, word.size()), word) || letter_before(at)) continue;
    p.value = negate(p.value);
    p.begin = std::min(p.begin, at);
    return at;
  }
  return begin;
}

void Scanner::read_leading_point(std::size_t at, Part& p) const {
  if (!english_ || at <= begin_ || text_[at - 1] != '.') return;
  const bool starts_here = at - 1 == begin_ || text_[at - 2] == ' ' || text_[at - 2] == '(';
  const std::size_t digits = skip(at, is_digit);
  if (!starts_here || byte_at(digits) == '.' || byte_at(digits) == ',') return;
  const auto value = multiply(p.value, {1, -static_cast<int>(digits - at)});
  p.inexact = p.inexact || !value;
  p.value = value.value_or(Decimal{});
  p.begin = at - 1;
}

Part Scanner::without_unit(Part p) const {
  p.word = nullptr;
  p.unit = {};
  p.unit_scale = {1, 0};
  p.unit_begin = p.unit_end = p.end;
  return p;
}

bool Scanner::read_money_scale(Part& p) const {
  const std::size_t stop = skip(p.end, is_letter);
  const std::string_view letters = text_.substr(p.end, stop - p.end);
  const bool thousand = equal_folded(letters, "k"), million = equal_folded(letters, "m");
  if (p.scaled || (!thousand && !million && !equal_folded(letters, "b"))) return false;
  const Decimal power = power_of_ten(thousand ? 3 : million ? 6 : 9);
  const auto value = multiply(p.value, power);
  p.inexact = p.inexact || !value;
  p.value = value.value_or(Decimal{});
  p.multiplier = power;
  p.scaled = true;
  p.end = p.unit_begin = p.unit_end = stop;
  return true;
}

}  // namespace zhibiao::value
