#include "value/part_reader.hpp"

#include "text/utf8.hpp"
#include "value/decimal.hpp"
#include "value/english_numeral.hpp"

namespace zhibiao::value {
namespace {

// 三个半小时, 两个半月: what stands behind 个半 where it is a time.
constexpr std::string_view half_times[] = {"小时", "月", "钟头", "星期", "学时", "工作日", "多小时", "多月"};

}  // namespace

std::optional<Part> PartReader::part_at(std::size_t at) const {
  if (at >= text_.size()) return std::nullopt;
  if (is_digit(text_[at])) return digits_part(at);
  if (english_) return is_letter(text_[at]) ? english_part(at) : std::nullopt;
  if (auto hundredths = hundredths_part(at)) return hundredths;
  return is_numeral(character_at(at)) ? characters_part(at) : std::nullopt;
}

void PartReader::take(const Numeral& numeral, std::size_t at, Part& p) {
  p.begin = at;
  p.end = p.unit_begin = p.unit_end = at + numeral.length;
  p.value = numeral.number;
  p.upper = numeral.upper;
  p.multiplier = numeral.multiplier;
  p.words = numeral.words;
  p.scaled = numeral.scaled;
  p.more = numeral.more;
  p.bare = numeral.bare;
  p.inexact = numeral.inexact;
  p.characters = numeral.characters;
}

Part PartReader::digits_part(std::size_t at) const {
  Part p;
  // In English only digits, separators and decimals: what stands behind is no Chinese multiplier anyway.
  take(*read_numeral(rest(at)), at, p);
  if (!p.scaled && !p.more) read_english_scale(p);
  read_unit(p);
  return p;
}

std::optional<Part> PartReader::characters_part(std::size_t at) const {
  const auto numeral = read_numeral(rest(at));
  if (!numeral) return std::nullopt;
  Part p;
  take(*numeral, at, p);
  read_unit(p);
  read_tenth(p);
  return p;
}

std::optional<Part> PartReader::hundredths_part(std::size_t at) const {
  struct Lead {
    std::string_view word, unit;
    Decimal scale;
  };
  static constexpr Lead leads[] = {
      {"百分之", "percent", {1, 0}}, {"千分之", "per_mille", {1, 0}}, {"万分之", "percent", {1, -2}}};
  for (const Lead& lead : leads) {
    if (!starts(rest(at), lead.word)) continue;
    std::size_t from = at + lead.word.size();
    const bool negative = starts(rest(from), "负");  // 百分之负三
    if (negative) from += std::string_view("负").size();
    if (!digit_at(from) && !is_numeral(character_at(from))) return std::nullopt;
    const auto numeral = read_numeral(rest(from));
    if (!numeral) return std::nullopt;
    Part p;
    take(*numeral, from, p);
    if (negative) p.value = negate(p.value);
    p.words = true;
    p.unit = lead.unit;
    p.unit_scale = lead.scale;
    p.unit_begin = at;
    p.unit_end = from;
    return p;
  }
  return std::nullopt;
}

void PartReader::read_tenth(Part& p) const {
  if (p.word == nullptr || p.word->word != "成" || p.scaled || p.upper) return;
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  const std::size_t digit = digits.find(character_at(p.unit_end));
  const std::size_t behind = p.unit_end + 3;
  if (digit == std::u32string_view::npos || is_numeral(character_at(behind))) return;
  std::uint32_t id = 0;
  if (behind < text_.size() && unit_word(behind, id) > behind) return;  // 三成五个
  const auto tenths = multiply({static_cast<std::int64_t>(digit + 1), -1}, {1, 0});
  std::int64_t whole = p.value.coefficient;
  for (int e = 0; e < p.value.exponent; ++e) whole *= 10;
  if (!tenths || whole > 10) return;
  p.value = *multiply({whole * 10 + static_cast<std::int64_t>(digit + 1), -1}, {1, 0});
  p.unit_end = behind;
}

void PartReader::read_english_scale(Part& p) const {
  for (int round = 0; round < 2; ++round) {
    const std::size_t from = p.end + (byte_at(p.end) == ' ' || byte_at(p.end) == '-' ? 1 : 0);
    if (!letter_at(from)) return;
    const std::size_t stop = skip(from, is_letter);
    const int scale = english_scale(text_.substr(from, stop - from));
    if (scale == 0) return;
    const Decimal power = power_of_ten(scale);
    const auto value = multiply(p.value, power), multiplier = multiply(p.multiplier, power);
    p.inexact = p.inexact || !value || !multiplier;
    p.value = value.value_or(Decimal{});
    p.multiplier = multiplier.value_or(Decimal{1, 0});
    p.scaled = true;
    p.end = p.unit_begin = p.unit_end = stop;
  }
}

std::optional<Part> PartReader::english_part(std::size_t at) const {
  const auto numeral = read_english_numeral(rest(at));
  if (!numeral) return std::nullopt;
  Part p;
  p.begin = at;
  p.end = p.unit_begin = p.unit_end = at + numeral->length;
  p.words = true;
  p.scaled = numeral->scaled;
  p.characters = numeral->words;
  p.multiplier = numeral->multiplier;
  auto value = multiply(numeral->number, {1, 0});
  if (value && equal_folded(english_word_before(at), "half")) {
    value = multiply(*value, {5, -1});
    p.begin = at - std::string_view("half ").size();
  }
  p.inexact = !value;
  if (value) p.value = *value;
  read_unit(p);
  return p;
}

std::size_t PartReader::unit_word(std::size_t at, std::uint32_t& id) const {
  return units_.words.longest_at(text_, at, text_.size(), id);
}

// 3,000 more |hectares, 20 additional |kilometers: a unit of measure behind such a word; not of people and things counted.
std::size_t PartReader::unit_behind_more(std::size_t& from, std::uint32_t& id) const {
  for (const std::string_view word : {"more ", "additional ", "further "}) {
    if (!starts(rest(from), word)) continue;
    const std::size_t stop = unit_word(from + word.size(), id);
    const std::string_view unit = units_.units[id].id;
    for (const std::string_view measure : {"hectare", "mu", "kilometre", "square_metre", "square_kilometre", "kilowatt", "tonne", "cubic_metre"}) {
      if (stop > from + word.size() && unit == measure) {
        from += word.size();
        return stop;
      }
    }
  }
  return from;
}

void PartReader::read_unit(Part& p) const {
  std::size_t from = p.end;
  const char gap = byte_at(from);
  if (gap == ' ' || (gap == '-' && english_)) {
    if (!letter_at(from + 1) && byte_at(from + 1) != '%' && (!english_ || byte_at(from + 1) == '-')) return;
    ++from;
  }
  if (from >= text_.size()) return;
  std::uint32_t id = 0;
  std::size_t stop = unit_word(from, id);
  if (stop == from && english_ && gap == ' ') stop = unit_behind_more(from, id);
  if (stop == from) return;
  if (units_.units[id].only_first) {
    stop = units_.words.longest_at(text_, from, from + text::sequence_length(text_[from]), id);
    if (stop == from) return;
  }
  const Unit& unit = units_.units[id];
  if (unit.none) return;
  if (unit.word == "度" && !p.scaled) {  // 25度以上坡地, 40度: no energy
    p.word = &units_.units[units_.degree];
    p.unit_begin = from;
    p.unit_end = stop;
    return;
  }
  if (!fits(p, unit, stop)) return;
  p.word = &unit;
  p.unit_begin = from;
  p.unit_end = stop;
  if (unit.ordinal) return;
  p.unit = unit.id;
  p.unit_scale = unit.scale;
  const bool divided = byte_at(stop) == '/' && stop + 1 < text_.size() && !digit_at(stop + 1);
  if (divided && !(english_ && byte_at(stop + 1) == ' ')) {
    p.unit = compound;
    std::uint32_t divisor = 0;
    const std::size_t end = unit_word(stop + 1, divisor);
    p.unit_end = std::max(end, stop + 1);
  } else if (!english_) {
    read_half(p);
    read_coins(p);
  }
}

bool PartReader::add_tenths(int tenths, Part& p) {
  constexpr std::int64_t largest = 1'000'000;
  if (p.value.exponent < 0 || p.value.exponent > 6 || p.value.coefficient > largest) return false;
  std::int64_t whole = p.value.coefficient;
  for (int e = 0; e < p.value.exponent; ++e) whole *= 10;
  const auto value = multiply({whole * 10 + tenths, -1}, {1, 0});
  if (!value) return false;
  p.value = *value;
  return true;
}

void PartReader::read_half(Part& p) const {
  constexpr std::string_view half = "半";
  if (p.multiplier != Decimal{1, 0} || p.more || p.upper || p.year() || !starts(rest(p.unit_end), half)) return;
  const std::size_t stop = p.unit_end + half.size();
  if (p.word->word == "个") {
    if (!starts_with_any(rest(stop), half_times)) return;
    p.word = &units_.units[units_.degree];
    p.unit = {};
    p.unit_end = stop;
    return;
  }
  const char32_t behind = character_at(stop);
  const bool ends_here = behind == 0 || (is_border(behind) && behind != U'“') || one_of(behind, U"的以左上之多");
  if (!ends_here || p.word->counted || p.word->digits_only || !add_tenths(5, p)) return;
  p.unit_end = stop;
}

void PartReader::read_coins(Part& p) const {
  if (p.unit != "CNY" || p.more || p.upper) return;
  const auto digit_before = [&](std::string_view coin, std::size_t& stop) {
    const std::size_t size = text::sequence_length(byte_at(stop));
    if (stop + size > text_.size() || !starts(rest(stop + size), coin)) return 0;
    constexpr std::u32string_view digits = U"一二三四五六七八九壹贰叁肆伍陆柒捌玖";
    const char32_t c = character_at(stop);
    const std::size_t place = digits.find(c);
    const int digit = c > U'0' && c <= U'9' ? static_cast<int>(c - U'0') : static_cast<int>(place % 9 + 1);
    if (c >= 0x80 && place == std::u32string_view::npos) return 0;
    if (c < 0x80 && !digit_at(stop)) return 0;
    stop += size + coin.size();
    return digit;
  };
  std::size_t stop = p.unit_end;
  const bool whole = p.word->word == "元" || p.word->word == "块";
  if (whole) {
    const int digit = digit_before("角", stop);
    if (digit == 0 || !add_tenths(digit, p)) return;
    p.unit_end = stop;
  } else if (p.word->word != "角") {
    return;
  }
  if (const int digit = digit_before("分", stop); digit > 0 && !one_of(character_at(stop), U"之类布")) {
    Part cents = p;
    cents.value = {p.value.coefficient, 0};
    const int exponent = p.value.exponent;
    if (exponent > 0 || !add_tenths(digit, cents)) return;
    p.value = {cents.value.coefficient, cents.value.exponent + exponent};
    p.unit_end = stop;
  }
}

bool PartReader::fits(const Part& p, const Unit& unit, std::size_t stop) const {
  const char32_t behind = character_at(stop);
  const bool one_digit = p.characters == 1 && !p.bare;
  if (unit.before_only || (unit.scaled_only && !p.scaled)) return false;
  if (p.words && !english_) {
    const bool long_enough = p.scaled && !p.bare && p.characters >= 3;  // 一千二百间, not 十分 nor 百里
    if ((unit.digits_only && !long_enough) || unit.id == "score" || unit.id == compound) return false;
    if (unit.counted && one_digit && !unit.single) return false;
    // 一户一策, 一人一档
    if (unit.counted && one_digit && character_at(p.begin) == U'一' && behind == U'一') return false;
    // 二元结构, 三元正极
    if (unit.currency && one_digit && one_of(behind, U"结化材正里桥催复及论")) return false;
    // 五台山, 七台河, 五家渠, 三台县: names of places
    if (one_digit && unit.word == "台" && one_of(behind, U"山河县区市子")) return false;
    if (one_digit && unit.word == "家" && one_of(behind, U"渠子湾村镇")) return false;
    if (unit.word == "位" && behind == U'一') return false;  // 三位一体
  }
  return true;
}

std::size_t PartReader::skip_unit_bracket(std::size_t at) const {
  if (byte_at(at) != '(' || at + 1 >= text_.size()) return at;
  std::uint32_t id = 0;
  const std::size_t inner = unit_word(at + 1, id);
  return inner > at + 1 && byte_at(inner) == ')' && !units_.units[id].none ? inner + 1 : at;
}

}  // namespace zhibiao::value
