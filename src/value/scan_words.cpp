#include "value/scanner.hpp"

#include <algorithm>

#include "value/decimal.hpp"
#include "value/numeral.hpp"

namespace zhibiao::value {
std::size_t Scanner::read_words(std::size_t at) {
  const char32_t before = character_before(at);
  if (before != U'第' && is_lone_numeral(at)) return at;
  if (before == U'第') {
    const auto p = characters_part(at);
    return p ? ordinal_list(at, *p) : at;
  }
  if (auto p = hundredths_part(at)) {
    const std::size_t begin = p->unit_begin;
    const std::size_t signed_begin = read_sign(begin, *p);
    return finish(*p, signed_begin);
  }
  auto p = characters_part(at);
  if (!p) return at;
  if (continues_ordinals(at, *p)) return ordinal_list(at, *p);
  if (const std::size_t end = read_fraction(*p); end > at) return end;
  if (!counts(*p, at, before)) {
    // 三至五个, 一到两年: the unit stands behind the second number.
    if (!p->plain() || p->bare || is_attached(before, *p, at)) return p->end;
    std::size_t ordinal_end = 0;
    auto second = second_part(*p, at, ordinal_end);
    if (ordinal_end > 0) return ordinal(at, ordinal_end);
    if (!second || second->unit.empty() || !makes_range(*p, *second)) return p->end;
    return finish(*p, *second, at);
  }
  if (starts(rest(p->unit_end), "级")) return p->unit_end;  // 五百亿元级
  if (is_rank(at, *p)) return ordinal(at, p->unit_end);
  if (p->ordinal() || p->year()) {
    if (p->year() && is_size_of_years(*p, at)) return finish(*p, at);
    return finish_ordinal(*p);
  }
  const std::size_t begin = read_sign(at, *p);
  return finish(*p, begin);
}

bool Scanner::is_lone_numeral(std::size_t at) const {
  constexpr std::size_t nearest = 3;  // continues_ordinals: one character between
  if (ordinals_end_ != 0 && at <= ordinals_end_ + nearest) return false;
  const std::size_t next = at + text::sequence_length(text_[at]);
  const char32_t behind = character_at(next);
  if (behind < 0x80 || behind >= units_.behind_numerals.size() || units_.behind_numerals[behind]) return false;
  std::uint32_t unit = 0;
  return !is_numeral(behind) && !is_bill_digit(behind) && unit_word(next, unit) == next;
}

bool Scanner::is_attached(char32_t before, const Part& p, std::size_t at) const {
  const char32_t c = character_at(at);
  if (c == U'十' && before < 0x80 && is_digit(static_cast<char>(before))) return true;  // 5十人
  if (one_of(before, U"数几双每若好多第")) return c == U'十' || p.bare || before == U'第' || before == U'每';
  return c == U'一' && p.characters == 1 && one_of(before, U"统唯单专万之同逐划合归不周任另某这那哪其惟初随均期进");
}

bool Scanner::counts(const Part& p, std::size_t at, char32_t before) const {
  if (is_attached(before, p, at)) return false;
  if (p.bare) return counts_bare(p, at);
  if (p.ordinal()) {
    const std::string_view word = p.word->word;
    constexpr std::string_view spans[] = {"个月", "个季", "个小时", "个星期", "个周"};
    const bool time = !word.empty() &&
                      (one_of(text::character_at(word, 0), U"月日季号周年世届小分") || starts_with_any(word, spans));
    return time && p.characters <= 4;
  }
  if (p.unit.empty()) return false;
  // 最后一公里, “三个规模”: names of plans and campaigns
  if (p.characters == 1 && (ends(left_of(at), "最后") || (before == U'“' && p.unit != "percent"))) return false;
  if (before == U'“' && p.unit == "item" && character_at(p.stop()) == U'”') return false;  // “二十条”
  return true;
}

bool Scanner::counts_bare(const Part& p, std::size_t at) const {
  if (p.ordinal() || p.year()) return false;
  if (p.more) return !p.unit.empty();
  std::string_view left = left_of(at);
  if (ends(left, "了")) left.remove_suffix(3);
  const BoundWord* bound = bounds_.before.find(left);
  if (bound != nullptr && !bound->bound) return false;
  bool lead = bound != nullptr;
  for (const std::string& word : wording_.bare_leads) {
    if (lead || !ends(left, word)) continue;
    lead = word != "上" || !one_of(character_before(begin_ + left.size() - word.size()), wording_.no_bare_up);
  }
  if (!lead) return false;
  if (!p.unit.empty()) return !starts(rest(p.unit_end), "级");
  if (starts_with_any(rest(p.end), wording_.marks)) return true;
  const char32_t behind = character_at(p.end);
  const bool alone = behind == 0 || (is_border(behind) && behind != '-' && behind != U'”');
  return bound != nullptr && p.characters >= 2 && alone;
}

std::size_t Scanner::read_fraction(const Part& p) {
  constexpr std::string_view mark = "分之";
  if (!starts(rest(p.end), mark) || p.upper || p.more) return p.begin;
  const std::size_t from = p.end + mark.size();
  if (!digit_at(from) && !is_numeral(character_at(from))) return p.end;
  const auto numerator = read_numeral(rest(from));
  if (!numerator) return p.end;
  const std::size_t end = from + numerator->length;
  std::int64_t divisor = p.value.coefficient;
  constexpr int most = 12;  // 亿分之一 and a little beyond
  if (p.value.exponent > most) return ordinal(p.begin, end);
  for (int e = 0; e < p.value.exponent; ++e) divisor *= 10;
  std::int64_t power = 1;
  int exponent = 0;
  while (exponent < most && (divisor == 0 || power % divisor != 0)) {
    power *= 10;
    ++exponent;
  }
  if (divisor <= 0 || power % divisor != 0) return ordinal(p.begin, end);
  const auto value = multiply(numerator->number, {power / divisor, -exponent});
  if (!value || numerator->inexact) return ordinal(p.begin, end);
  Part whole;
  whole.begin = p.begin;
  whole.end = whole.unit_begin = whole.unit_end = end;
  whole.value = *value;
  whole.words = true;
  whole.characters = 2;
  return finish(whole, whole, p.begin);
}

std::size_t Scanner::read_half(std::size_t at) {
  const std::string_view left = free_left_of(at);
  std::size_t end = at + 3;
  const char32_t behind = character_at(end);
  if (one_of(behind, U"年个月天日导径岛世小决夜路途边截山生价壁拉程开挂休")) return end;
  const bool one = ends(left, "一") && !is_numeral(character_before(at - 3));
  const BoundWord* bound = one ? nullptr : bounds_.before.find(left);
  if (!one && (bound == nullptr || !bound->bound)) return end;
  if (ends(left, "时间过") || ends(left, "任务过")) return end;  // 时间过半、任务过半: a slogan of July
  if (behind == U'数') end += 3;
  Part p;
  p.begin = one ? at - 3 : at;
  p.end = p.unit_begin = p.unit_end = end;
  p.value = {5, 1};
  p.unit = "percent";
  p.words = true;
  p.characters = 2;
  return finish(p, p, p.begin);
}

std::size_t Scanner::read_english(std::size_t at) {
  const std::size_t word_end = skip(at, is_letter);
  if (at > begin_ && (is_letter(text_[at - 1]) || is_digit(text_[at - 1]))) return word_end;
  auto p = english_part(at);
  if (!p) return word_end;
  if (const std::size_t end = proportion_end(*p); end > p->end || is_divisor(at)) return std::max(end, p->stop());
  const bool money_behind = p->word != nullptr && p->word->currency;
  if (p->ordinal() || (p->year() && (p->value.exponent < 0 || !is_size_of_years(*p, at)))) return p->unit_end;
  if (p->unit.empty() && !p->scaled) {
    std::size_t ordinal_end = 0;
    const auto second = second_part(*p, at, ordinal_end);
    if (!second || second->unit.empty()) return p->end;
  }
  if (!money_behind && equal_folded(english_word_before(at), "of")) {
    const std::string_view left = left_of(at);
    if (left.size() > 11 && equal_folded(left.substr(left.size() - 11), "quarter of ")) return p->end;
  }
  const std::size_t begin = read_sign(p->begin, *p);
  return finish(*p, begin);
}

}  // namespace zhibiao::value
