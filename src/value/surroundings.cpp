#include "value/scanner.hpp"

#include <algorithm>

#include "value/decimal.hpp"

namespace zhibiao::value {

std::size_t Scanner::read_suffix(std::size_t end, const Part& last, Reading& r) const {
  const std::size_t gap = english_ && byte_at(end) == ' ' ? 1 : 0;
  if (const BoundWord* word = bounds_.behind.find(rest(end + gap)); word != nullptr) {
    if (!word->bound) return end;
    // by over 3% and more than 4%: of the next number
    const std::size_t stop = end + gap + word->word.size();
    if (starts(word->word, "and ") && byte_at(stop) == ' ' && (digit_at(stop + 1) || starts(rest(stop), " than "))) return end;
    r.suffix_bound = word->bound;
    return end + gap + word->word.size();
  }
  if (byte_at(end) == '+' && !digit_at(end + 1) && !letter_at(end + 1)) {  // 500+
    r.suffix_bound = Bound::more_than;
    return end + 1;
  }
  constexpr std::string_view plus = "-plus";  // 11 million-plus
  if (english_ && starts(rest(end), plus) && !letter_at(end + plus.size())) {
    r.suffix_bound = Bound::more_than;
    return end + plus.size();
  }
  if (english_ || last.unit.empty()) return end;
  // 20公里多, 3亿元余, where the clause ends or a noun is tied to it: 5个多方面 is something else.
  for (const std::string_view word : {"多", "余"}) {
    if (!starts(rest(end), word)) continue;
    const char32_t behind = character_at(end + word.size());
    if (behind != 0 && behind != U'的' && !(is_border(behind) && behind != U'“')) return end;
    r.suffix_bound = Bound::more_than;
    return end + word.size();
  }
  return end;
}

std::size_t Scanner::read_comparison(std::size_t begin, Reading& r) const {
  struct Sign {
    std::string_view sign;
    Bound bound;
  };
  static constexpr Sign signs[] = {{"≥", Bound::at_least},  {"≧", Bound::at_least}, {">=", Bound::at_least},
                                   {"≤", Bound::at_most},   {"≦", Bound::at_most},  {"<=", Bound::at_most},
                                   {">", Bound::more_than}, {"<", Bound::less_than}, {"≈", Bound::about},
                                   {"~", Bound::about}};
  const std::size_t gap = begin > begin_ && text_[begin - 1] == ' ' ? 1 : 0;
  const std::string_view left = free_left_of(begin - gap);
  for (const Sign& sign : signs) {
    if (!ends(left, sign.sign)) continue;
    const std::size_t at = begin - gap - sign.sign.size();
    // </b>5, ->5, =>5: no comparison
    const char32_t before = character_before(at);
    if (letter_before(at) || one_of(before, U"/\"'-=<>")) return begin;
    // 5~3%: a range that runs backwards
    if (sign.sign == "~" && at > begin_ && (is_digit(text_[at - 1]) || free_left_of(at).empty())) return begin;
    r.prefix_bound = sign.bound;
    return at;
  }
  return begin;
}

std::size_t Scanner::read_prefix(std::size_t begin, bool bare, Reading& r) const {
  if (const std::size_t at = read_comparison(begin, r); at < begin) return at;
  if (english_) {
    if (begin <= begin_ || text_[begin - 1] != ' ' || free_left_of(begin).empty()) return begin;
    constexpr std::string_view between = "between ";
    if (r.range && equal_folded(english_word_before(begin), "between")) return begin - between.size();
    const BoundWord* word = bounds_.before.find(free_left_of(begin - 1));
    if (word == nullptr) return begin;
    r.prefix_bound = word->bound;
    return begin - 1 - word->word.size();
  }
  std::string_view left = free_left_of(begin);
  const std::size_t size = left.size();
  if (ends(left, "了")) left.remove_suffix(3);  // 超过了500亿元
  const BoundWord* word = bounds_.before.find(left);
  if (word == nullptr && bare && ends(left, "上")) {  // 上万人, 上千家
    r.prefix_bound = Bound::at_least;
    return begin - std::string_view("上").size();
  }
  if (word == nullptr || !word->bound) return begin;
  if (r.unit == "year" && word->word == "近") return begin;
  r.prefix_bound = word->bound;
  return begin - (size - left.size()) - word->word.size();
}

std::size_t Scanner::read_divisor(std::size_t begin, Reading& r) const {
  constexpr std::size_t each_size = 3, longest = 24;
  if (r.unit_end <= r.unit_begin || r.unit_begin < r.number_end) return begin;
  const bool each = each_ != std::string_view::npos && begin > each_ + each_size && begin - each_ <= longest;
  if (each && free_left_of(begin).size() >= begin - each_) {
    const std::string_view divisor = text_.substr(each_ + each_size, begin - each_ - each_size);
    if (one_of(character_at(each_ + each_size), U"月年天日")) return begin;
    std::string word(text_.substr(r.unit_begin, r.unit_end - r.unit_begin));
    const std::size_t own = word.size();
    word += '/';
    word += divisor;
    std::uint32_t id = 0;
    if (units_.words.longest_at(word, 0, word.size(), id) != word.size()) return begin;
    std::uint32_t own_id = 0;
    if (units_.words.longest_at(word, 0, own, own_id) != own) return begin;
    if (!rescale(units_.units[own_id].scale, units_.units[id].scale, r)) return begin;
    r.unit = units_.units[id].id;
    return each_;
  }
  if (r.unit == "kilometre") return read_speed(begin, r);
  // 立方米28微克: 每 was lost.
  constexpr std::string_view volume = "立方米";
  if (r.unit == "microgram_per_cubic_metre" && ends(free_left_of(begin), volume)) return begin - volume.size();
  return begin;
}

std::size_t Scanner::read_speed(std::size_t begin, Reading& r) const {
  constexpr std::string_view speed = "时速", kilometres_per_hour = "公里/小时";
  std::uint32_t id = 0;
  if (units_.words.longest_at(kilometres_per_hour, 0, kilometres_per_hour.size(), id) == 0) return begin;
  std::string_view left = free_left_of(begin);
  const std::size_t size = left.size();
  for (int steps = 0; steps < 2; ++steps) {  // 时速可达350公里
    for (const std::string_view link : {"达", "为", "到", "可"}) {
      if (ends(left, link)) left.remove_suffix(link.size());
    }
  }
  if (!ends(left, speed)) return begin;
  r.unit = units_.units[id].id;
  return begin - (size - left.size()) - speed.size();
}

bool Scanner::rescale(const Decimal& from, const Decimal& to, Reading& r) {
  if (from == to || r.inexact) return true;
  // Scales of the lexicon are 1, 0.5 or 0.0005 times a power of ten: the inverse is exact.
  std::int64_t inverse = 0;
  int exponent = 0;
  for (std::int64_t power = 1; exponent <= 6; power *= 10, ++exponent) {
    if (from.coefficient != 0 && power % from.coefficient == 0) {
      inverse = power / from.coefficient;
      break;
    }
  }
  if (inverse == 0) return false;
  const auto factor = multiply({inverse, -exponent - from.exponent}, to);
  if (!factor) return false;
  const auto low = multiply(r.lower, *factor), high = multiply(r.upper, *factor), scale = multiply(r.scale, *factor);
  if (!low || !high || !scale) return false;
  r.lower = *low;
  r.upper = *high;
  r.scale = *scale;
  return true;
}

}  // namespace zhibiao::value
