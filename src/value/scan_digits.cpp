#include "value/scanner.hpp"

#include <algorithm>
#include <iterator>

#include "value/decimal.hpp"

namespace zhibiao::value {
std::size_t Scanner::read_digits(std::size_t at) {
  std::size_t begin = at;
  const Unit* money = currency_before(at, begin);
  if (money == nullptr && names_something(at)) return ordinal(at, name_end(at));
  if (const std::size_t end = formula_end(at); end > at) return ordinal(at, end);
  if (const std::size_t end = read_ratio(at); end > at) return end;

  if (const std::size_t end = groups_end(at); end > at) return ordinal(at, end);
  if (const std::size_t end = bad_groups_end(at); end > at) return ordinal(at, end);

  Part p = digits_part(at);
  read_leading_point(at, p);
  // 1.2.3, 2025.02.28
  if (byte_at(p.end) == '.' && digit_at(p.end + 1)) {
    return ordinal(at, skip(at, [](char c) { return is_digit(c) || c == '.'; }));
  }
  if (const std::size_t end = short_tail_end(p); end > p.end) return ordinal(at, end);
  if (money != nullptr && letter_at(p.end) && p.unit_end > p.unit_begin && !p.word->currency) p = without_unit(p);
  if (money != nullptr && letter_at(p.end) && p.unit.empty() && !read_money_scale(p)) return ordinal(at, name_end(p.end, at));
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

bool Scanner::names_something(std::size_t at) const {
  if (at <= begin_) return false;
  const char before = text_[at - 1];
  if (is_letter(before) || before == '_' || before == '#' || before == '@') return true;
  const bool alnum_before = at >= begin_ + 2 && (is_letter(text_[at - 2]) || is_digit(text_[at - 2]));
  if (before == '-' || before == '.') return at >= begin_ + 2 && is_letter(text_[at - 2]);
  if (before == '+' || before == '*') return alnum_before;
  return false;
}

std::size_t Scanner::name_end(std::size_t at) const {
  const std::size_t digits = skip(at, [](char c) { return is_digit(c); });
  std::size_t end = digits;
  while (byte_at(end) == '.' && digit_at(end + 1)) end = skip(end + 1, [](char c) { return is_digit(c); });
  return name_end(end, at);
}

std::size_t Scanner::name_end(std::size_t letters, std::size_t) const {
  const std::size_t end = skip(letters, is_letter);
  return end - letters <= 3 && !digit_at(end) ? end : letters;
}

std::size_t Scanner::formula_end(std::size_t at) const {
  const std::size_t digits = skip(at, is_digit);
  const auto alnum_at = [&](std::size_t i) { return digit_at(i) || letter_at(i); };
  const std::string_view behind = rest(digits);
  if (starts(behind, "+") && alnum_at(digits + 1)) {
    return skip(digits, [](char c) { return is_digit(c) || is_letter(c) || c == '+'; });
  }
  if (starts(behind, "点") && !english_) {  // 8点30分, 8点整; 8点建议 are eight of them
    const std::size_t minutes = digits + std::string_view("点").size(), minutes_end = skip(minutes, is_digit);
    if (starts(rest(minutes), "整")) return minutes + std::string_view("整").size();
    if (minutes_end > minutes && starts(rest(minutes_end), "分")) return minutes_end + std::string_view("分").size();
  }
  const std::size_t gap = digits + (english_ && byte_at(digits) == ' ' ? 1 : 0);
  for (const std::string_view fraction : {"½", "¼", "¾", "⅓", "⅔"}) {  // 5½ percent
    if (starts(rest(gap), fraction)) return gap + fraction.size();
  }
  if (gap > digits && digit_at(gap) && byte_at(gap + 1) == '/' && digit_at(gap + 2)) return skip(gap + 2, is_digit);  // 5 1/2
  if (starts(behind, "/") && digit_at(digits + 1)) {
    return skip(digits, [](char c) { return is_digit(c) || c == '/'; });
  }
  for (const std::string_view sign : {"×", "*", "x", "X", "·"}) {
    if (starts(behind, sign) && digit_at(digits + sign.size())) return skip(digits + sign.size(), is_digit);
  }
  return at;
}

std::size_t Scanner::read_ratio(std::size_t at) {
  const std::size_t first = number_end(at);
  if (at >= begin_ + 2 && text_[at - 1] == ':' && is_digit(text_[at - 2])) return at;
  std::size_t mark = first;
  if (byte_at(first) == ':') mark += 1;
  else if (starts(rest(first), "比")) mark += 3;
  if (mark == first || !digit_at(mark)) return at;
  const std::size_t second = number_end(mark);
  const std::string_view left = text_.substr(at, first - at), right = text_.substr(mark, second - mark);
  const bool third = byte_at(second) == ':' && digit_at(second + 1);
  if (byte_at(first) == ':' && !third && left.size() <= 2 && right.size() == 2 && right[0] < '6') {
    return ordinal(at, second);
  }
  if (third || !stands_alone(second)) return at;
  const auto value = parse_decimal(left);
  if (right == "1" && value) {
    Part p;
    p.begin = at;
    p.end = p.unit_begin = p.unit_end = second;
    p.value = *value;
    p.unit = "times";
    return finish(p, at);
  }
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

bool Scanner::is_clause_number(std::size_t at, const Part& p) const {
  if (p.end - at > 2) return false;
  const char behind = byte_at(p.end);
  const bool bracketed = at > begin_ && text_[at - 1] == '(' && behind == ')';
  if (bracketed) return true;
  if (behind == ')' && (at <= begin_ || text_[at - 1] == ' ' || is_border(character_before(at)))) {
    const std::size_t near = at - std::min<std::size_t>(at - begin_, 90);
    if (text_.substr(near, at - near).find('(') == std::string_view::npos) return true;  // 1) first, 2) second
  }
  std::size_t from = at;
  while (from > begin_ && at - from < 8 && text_[from - 1] == ' ') --from;
  const char32_t before = character_before(from);
  const bool line_start = from <= begin_ || one_of(before, U"\n。;!?");
  if (!line_start) return false;
  if (behind == '.' || behind == ')') return !digit_at(p.end + 1);
  return starts(rest(p.end), "、") && !digit_at(p.end + 3);
}

bool Scanner::is_reference(std::size_t at, std::size_t end) const {
  if (at > begin_ && text_[at - 1] == '[' && byte_at(end) == ']') return true;
  const std::string_view left = left_of(at);
  const bool decade = end - at == 2 && (text_[end - 1] == '0' || text_[end - 1] == '5');
  if (decade && starts(rest(end), "后")) return true;
  return ends(left, "国道") || ends(left, "省道") || ends(left, "县道");
}

bool Scanner::is_quoted(std::size_t at, std::size_t end) const {
  return (character_before(at) == U'“' || character_before(at) == U'「') &&
         (character_at(end) == U'”' || character_at(end) == U'」');
}

bool Scanner::is_english_name(std::size_t at, const Part& p) const {
  const auto in = [](std::string_view word, const auto& list) {
    return !word.empty() && std::any_of(std::begin(list), std::end(list),
                                        [&](std::string_view name) { return equal_folded(word, name); });
  };
  const std::string_view before = english_word_before(at);
  if (in(before, wording_.months) || in(before, wording_.labels)) return true;
  return p.end - at <= 2 && in(english_word_at(p.end), wording_.months);
}

bool Scanner::continues_ordinals(std::size_t at, const Part& p) const {
  if (ordinals_end_ == 0 || at <= ordinals_end_ || at - ordinals_end_ > 3 || p.scaled || p.more) return false;
  if (!p.plain() && (p.word == nullptr || !p.word->counted)) return false;
  const std::string_view between = text_.substr(ordinals_end_, at - ordinals_end_);
  return between == "、" || between == "和" || between == "至" || between == "到" || between == "-" || between == "~";
}

std::size_t Scanner::ordinal_list(std::size_t at, const Part& p) {
  const bool counted = p.word != nullptr && (p.word->counted || p.word->ordinal);
  const std::size_t end = ordinal(at, counted ? p.unit_end : p.end);
  if (character_before(at) == U'第') out_.back().begin = static_cast<std::uint32_t>(start_before(at));
  ordinals_end_ = end;
  return end;
}

bool Scanner::is_rank(std::size_t at, const Part& p) const {
  if (p.more || p.scaled) return false;
  const bool place = p.word != nullptr && (p.word->word == "名" || p.word->word == "位");
  const std::size_t front = at > begin_ ? start_before(at) : begin_;
  if (character_before(at) == U'前' && !one_of(character_before(front), wording_.no_front)) {
    return place || p.plain() || (p.word != nullptr && p.word->ordinal);
  }
  if (place && p.word->word == "位") {
    const char32_t behind = character_at(p.unit_end);
    return behind == 0 || (is_border(behind) && behind != '(');
  }
  return false;
}

const Unit* Scanner::currency_before(std::size_t at, std::size_t& begin) const {
  if (at <= begin_) return nullptr;
  const std::size_t stop = text_[at - 1] == ' ' ? at - 1 : at;
  if (stop <= begin_) return nullptr;
  const char last = text_[stop - 1];
  if (static_cast<unsigned char>(last) < 0x80 && last != '$' && !is_letter(last)) return nullptr;
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

bool Scanner::is_doubtful_minus(std::size_t begin) const {
  if (character_before(begin) != U'—' || free_left_of(begin).empty()) return false;
  return one_of(character_before(start_before(begin)), wording_.minus);
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

bool Scanner::is_lone_scale(const Part& p) const {
  return byte_at(p.end) == ' ' && one_of(character_at(p.end + 1), U"mMkKbB") && !letter_at(p.end + 2) &&
         static_cast<unsigned char>(byte_at(p.end + 2)) < 0x80 && !p.scaled;
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

std::size_t Scanner::proportion_end(const Part& p) const {
  if (!english_ || !p.plain() || p.inexact) return p.end;
  for (const std::string_view link : {" in ", " out of ", " in every ", " out of every "}) {
    if (!starts(rest(p.end), link)) continue;
    const auto whole = part_at(p.end + link.size());
    constexpr Decimal most{1, 2};
    if (!whole || whole->scaled || whole->inexact || whole->value.coefficient <= 0) continue;
    if (compare(p.value, whole->value) < 0 && compare(whole->value, most) <= 0) return whole->stop();
  }
  return p.end;
}

bool Scanner::is_divisor(std::size_t at) const {
  if (!english_) return false;
  const std::string_view word = english_word_before(at);
  return equal_folded(word, "per") || equal_folded(word, "every");
}

std::size_t Scanner::bad_groups_end(std::size_t at) const {
  const std::size_t first = skip(at, is_digit);
  if (first - at > 3 || byte_at(first) != ',' || !digit_at(first + 1)) return at;
  bool good = true;
  std::size_t end = first;
  while (byte_at(end) == ',' && digit_at(end + 1)) {
    const std::size_t stop = skip(end + 1, is_digit);
    good = good && stop - end == 4;
    end = stop;
  }
  return good ? at : end;
}

std::size_t Scanner::short_tail_end(const Part& p) const {
  if (english_ || !p.scaled || p.stop() > p.end || !digit_at(p.end)) return p.end;
  const std::size_t stop = skip(p.end, is_digit);
  if (stop != p.end + 1 || byte_at(stop) == '.' || byte_at(stop) == ',') return p.end;
  const Part tail = digits_part(p.end);
  const bool of_its_own = tail.ordinal() || tail.year() || tail.unit == "year";  // 惠及40万3岁以下儿童
  return of_its_own ? p.end : tail.stop();
}

std::size_t Scanner::groups_end(std::size_t at) const {
  if (!english_) return at;
  std::size_t end = skip(at, is_digit);
  if (end - at > 3 || text_[at] == '0') return at;
  int groups = 0;
  while (byte_at(end) == ' ' && digit_at(end + 1)) {
    const std::size_t stop = skip(end + 1, is_digit);
    if (stop - end != 4 || byte_at(stop) == ',') break;
    end = stop;
    ++groups;
  }
  return groups > 0 ? end : at;
}

}  // namespace zhibiao::value
