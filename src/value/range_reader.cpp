#include "value/range_reader.hpp"

#include <algorithm>

#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

constexpr std::string_view moving_verbs[] = {"减收", "增收", "减产", "增产", "增加", "净增", "提高", "提升", "增长", "减少", "下降", "降低", "上升", "增加了", "提高了", "减少了"};

}  // namespace

std::size_t RangeReader::behind_range_mark(std::size_t at, bool& word, bool& pair) const {
  word = pair = false;
  if (byte_at(at) == '-' || byte_at(at) == '~') {
    const char mark = byte_at(at);
    ++at;
    return byte_at(at) == mark ? at + 1 : at;
  }
  const std::string_view behind = rest(at);
  if (english_) {
    for (const std::string_view mark : {" to ", " - ", " and ", " or "}) {
      if (!starts(behind, mark)) continue;
      word = mark == " to ";
      pair = mark == " and ";
      return at + mark.size();
    }
    return std::string_view::npos;
  }
  for (const std::string_view mark : {"至", "到"}) {
    if (!starts(behind, mark)) continue;
    word = true;
    return at + mark.size();
  }
  for (const std::string_view mark : {"—", "——"}) {
    if (starts(behind, mark) && !starts(behind.substr(mark.size()), "—")) return at + mark.size();
  }
  for (const std::string_view mark : {"和", "与"}) {
    if (!starts(behind, mark)) continue;
    pair = true;
    return at + mark.size();
  }
  return std::string_view::npos;
}

bool RangeReader::is_way(std::size_t begin) const {
  const char32_t before = character_before(begin);
  constexpr std::size_t reach = 36;
  const std::size_t from = begin - std::min(begin - begin_, reach);
  std::string_view near = text_.substr(from, begin - from);
  const std::size_t border = near.find_last_of(",;.\n");
  if (border != std::string_view::npos) near = near.substr(border);
  if (english_) return near.find("from ") != std::string_view::npos || near.find("From ") != std::string_view::npos;
  if (before == U'从' || before == U'由' || before == U'自') return true;
  if (before != U'的') return false;  // 从上年的5%到6%
  return near.find("从") != std::string_view::npos || near.find("由") != std::string_view::npos;
}

std::optional<Part> RangeReader::second_part(const Part& first, std::size_t begin, std::size_t& ordinal_end) const {
  bool word = false, pair = false;
  std::size_t at = behind_range_mark(first.stop(), word, pair);
  if (at == std::string_view::npos || first.upper || first.inexact) return std::nullopt;
  const bool negative = byte_at(at) == '-' && digit_at(at + 1) && word;
  if (negative) ++at;
  if (!negative && first.value.coefficient < 0 && word) {
    if (starts(rest(at), "负")) return std::nullopt;
  }
  const Money money = money_at(at);
  at += money.size;
  if (english_ ? !digit_at(at) && !first.words : !digit_at(at) && !is_numeral(character_at(at))) return std::nullopt;
  auto second = part_at(at);
  if (!second || second->inexact || second->bare) return std::nullopt;
  if (negative) second->value = negate(second->value);
  const bool between = english_ ? equal_folded(english_word_before(begin), "between")
                                : starts(rest(second->stop()), "之间");
  if (pair && !between) return std::nullopt;
  if (money.size > 0 && second->unit.empty()) second->unit = money.unit;

  if (first.leading() && !first.unit.empty() && second->unit.empty() && !second->ordinal()) {
    second->unit = first.unit;  // US$5-6 billion, 百分之五到六
    second->unit_scale = first.unit_scale;
  }
  const bool years = is_year_number(first) && (is_year_number(*second) || (!word && second->plain()));
  if (second->ordinal() || (second->year() && !is_size_of_years(*second, begin)) || years) {
    // 1-11月, 2021-2035年, 0-6周岁, 5至10分钟, 2021-22
    if (first.plain()) ordinal_end = dashed_end(second->unit_end);
    return std::nullopt;
  }
  if (first.plain() && second->plain() && byte_at(second->end) == '-' && digit_at(second->end + 1)) {
    ordinal_end = dashed_end(second->end);  // 0571-8888-1234
    return std::nullopt;
  }
  if (letter_at(second->end) && second->unit.empty()) return std::nullopt;
  if (word && (is_way(begin) || (english_ && is_year_number(first)))) return std::nullopt;  // in 2007 to 192 billion
  if (second->unit.empty() != first.unit.empty() && !first.unit.empty()) return std::nullopt;
  if (!first.unit.empty() && first.unit != second->unit) return std::nullopt;
  if (word && !first.leading() && (english_ ? is_step(first, *second, begin) : is_chinese_step(first, *second, begin))) return std::nullopt;
  return second;
}

// rose by 320 yuan to 3,255 yuan, by 3,100 to 18,700: by how much, and to what. Two numbers without units are a range
// unless they lie far apart.
bool RangeReader::is_step(const Part& first, const Part& second, std::size_t begin) const {
  if (first.unit == "percent" || first.unit == "percentage_point") return false;
  // rose 7 kilograms to 403 kilograms, rose 17,000 to 219,000
  const auto low = multiply(first.value, first.unit_scale);
  const auto high = multiply(second.value, second.unit_scale);
  const auto far = low ? multiply(*low, Decimal{2, 0}) : std::nullopt;
  const bool apart = far && high && compare(*far, *high) < 0 && (first.scaled || first.unit.empty() == second.unit.empty());
  const std::string_view verb = english_word_before(begin);
  for (const std::string_view moved : {"rose", "grew", "climbed", "jumped", "increased", "fell", "dropped", "declined", "rising", "growing", "surged",
                                       "soared", "expanded", "shrank"}) {
    if (apart && equal_folded(verb, moved)) return true;
  }
  if (first.unit.empty() && !apart) return false;
  constexpr std::size_t reach = 24;
  const std::size_t from = begin - std::min(begin - begin_, reach);
  std::string_view near = text_.substr(from, begin - from);
  const std::size_t border = near.find_last_of(",;.\n0123456789");
  if (border != std::string_view::npos) near = near.substr(border);
  return near.find(" by ") != std::string_view::npos;
}

// 增加300亿元至3000亿元: by how much, and to what. Two amounts with a unit each, as far apart as no range is.
bool RangeReader::is_chinese_step(const Part& first, const Part& second, std::size_t begin) const {
  if (first.unit.empty() || first.unit == "percent" || first.unit == "percentage_point") return false;
  const std::string_view before = text_.substr(begin_, begin - begin_);
  const bool moved = std::any_of(std::begin(moving_verbs), std::end(moving_verbs), [&](std::string_view verb) { return before.ends_with(verb); });
  constexpr std::size_t reach = 60;
  std::string_view near = before.substr(before.size() - std::min(before.size(), reach));
  if (const std::size_t border = near.find_last_of(",;\n"); border != std::string_view::npos) near = near.substr(border);
  if (moved && near.find("由") != std::string_view::npos) return true;  // 由30亿元增加20亿元至50亿元
  const bool added = near.find("新增") != std::string_view::npos || near.find("净增") != std::string_view::npos;  // 新增企业50家至300家
  if (!moved && !added) return false;
  const auto low = multiply(first.value, first.unit_scale), high = multiply(second.value, second.unit_scale);
  const auto far = low ? multiply(*low, Decimal{4, 0}) : std::nullopt;
  return far && high && compare(*far, *high) < 0;
}

RangeReader::Money RangeReader::money_at(std::size_t at) const {
  if (at >= text_.size() || is_digit(text_[at])) return {};
  for (const auto& [word, id] : units_.currency_prefixes) {
    if (!starts(rest(at), word)) continue;
    const std::size_t end = at + word.size(), blank = byte_at(end) == ' ' ? 1 : 0;
    if (digit_at(end + blank)) return {word.size() + blank, units_.units[id].id};
  }
  return {};
}

std::size_t RangeReader::dashed_end(std::size_t at) const {
  while (byte_at(at) == '-' && digit_at(at + 1)) at = skip(at + 1, is_digit);
  return at;
}

bool RangeReader::is_year_number(const Part& p) const {
  if (p.words || !p.plain() || p.end - p.begin != 4 || skip(p.begin, is_digit) != p.end) return false;  // 20.1: no year
  return starts(rest(p.begin), "19") || starts(rest(p.begin), "20");
}

bool RangeReader::is_size_of_years(const Part& p, std::size_t begin) const {
  if (p.word->word != "年" && !starts(p.word->word, "year")) return true;  // 79.5岁, years of age
  if (p.value.exponent < 0) return true;
  const std::size_t from = begin - std::min<std::size_t>(begin - begin_, 36);
  const std::string_view near = text_.substr(from, begin - from);
  const auto or_start = [](std::size_t place) { return place == std::string_view::npos ? 0 : place; };
  const std::string_view clause = near.substr(std::max(or_start(near.find_last_of(",;\n")), or_start(near.rfind("。"))));
  const auto told_in = [&](std::string_view stretch) {
    return std::any_of(wording_.year_sizes.begin(), wording_.year_sizes.end(),
                       [&](const std::string& word) { return stretch.find(word) != std::string_view::npos; });
  };
  if (clause == ", up by " || clause == ", up " || clause == ", an increase of ") {  // expectancy was 78 years, up by one year
    const std::size_t wide = begin - std::min<std::size_t>(begin - begin_, 72);
    return text_.substr(begin_, begin - clause.size() - begin_).ends_with("years") && told_in(text_.substr(wide, begin - wide));
  }
  return told_in(clause);
}

bool RangeReader::is_ordinal(const Part& p, std::size_t begin) const {
  if (p.ordinal()) return true;
  if (p.year() && !is_size_of_years(p, begin)) return true;
  if (p.unit == "day" && character_before(begin) == U'近') return true;  // 近10天: a time
  if (!p.plain() || p.words) return false;
  const std::string_view digits = text_.substr(p.begin, p.end - p.begin);
  if (is_year_number(p) || digits == "12345") return true;
  // 02版, 007; 0.5 and 0 are numbers.
  return digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
}

bool RangeReader::makes_range(Part& first, const Part& second) const {
  const bool bare_first = first.unit.empty() || first.leading();
  const Decimal& unit_scale = bare_first ? second.unit_scale : first.unit_scale;
  const auto high = multiply(second.value, second.unit_scale);
  if (!high) return false;
  const auto fits = [&](const Decimal& value) {
    const auto low = multiply(value, unit_scale);
    return low && compare(*low, *high) < 0;
  };
  if (bare_first && !first.scaled && second.scaled) {
    const auto scaled = multiply(first.value, second.multiplier);
    if (scaled && fits(*scaled)) {
      first.value = *scaled;
      first.unit_scale = unit_scale;
      return true;
    }
  }
  if (!fits(first.value)) return false;
  first.unit_scale = unit_scale;
  return true;
}

}  // namespace zhibiao::value
