#include "value/numeral.hpp"

#include <array>
#include <string>

#include "text/utf8.hpp"
#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

constexpr std::array<std::string_view, 10> digit_names = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

int digit_of(char32_t c) noexcept {
  switch (c) {
    case U'零':
    case U'〇': return 0;
    case U'一': return 1;
    case U'二':
    case U'两': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

// Power of ten of a multiplier, or 0.
int power_of(char32_t c) noexcept {
  switch (c) {
    case U'十': return 1;
    case U'百': return 2;
    case U'千': return 3;
    case U'万': return 4;
    case U'亿': return 8;
    default: return 0;
  }
}

struct Step {
  char32_t c = 0;
  std::size_t next = 0;
};

Step peek(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {0, at};
  return {text::character_at(text, at), at + text::sequence_length(text[at])};
}

// 千 that begins a unit: 万千瓦, 千克, 千米.
bool begins_unit(std::string_view text, std::size_t at) noexcept {
  const Step thousand = peek(text, at);
  if (thousand.c != U'千') return false;
  constexpr std::u32string_view units = U"瓦米克伏卡焦赫";
  return units.find(peek(text, thousand.next).c) != std::u32string_view::npos && peek(text, thousand.next).c != 0;
}

bool is_more(char32_t c) noexcept { return c == U'余' || c == U'多'; }

// Multipliers behind a number: 万, 亿, 万亿, 千亿, 百万; 余 and 多 may stand before or behind them.
void read_multipliers(std::string_view text, std::size_t& at, int& power, bool& more) {
  for (int i = 0; i < 3; ++i) {
    const Step step = peek(text, at);
    if (is_more(step.c)) {
      const Step behind = peek(text, step.next);
      if (power_of(behind.c) < 2) return;  // 4000余人: read by the caller
      more = true;
      at = step.next;
      continue;
    }
    const int p = power_of(step.c);
    if (p < 2 || begins_unit(text, at)) return;
    power += p;
    at = step.next;
  }
}

std::optional<Numeral> read_ascii(std::string_view text) {
  std::size_t at = 0;
  const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
  while (digit(at)) ++at;
  if (at == 0) return std::nullopt;
  // Groups of three behind commas: 1,234,567
  if (at <= 3) {
    while (at < text.size() && text[at] == ',' && digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4)) at += 4;
  }
  if (at < text.size() && text[at] == '.' && digit(at + 1)) {
    ++at;
    while (digit(at)) ++at;
  }
  const auto number = parse_decimal(text.substr(0, at));
  Numeral out;
  int power = 0;
  read_multipliers(text, at, power, out.more);
  out.length = at;
  out.scaled = power > 0;
  if (!number) {
    out.length = 0;  // more than fifteen digits: the caller marks it
    return std::nullopt;
  }
  const auto scaled = multiply(*number, power_of_ten(power));
  if (!scaled) return std::nullopt;
  out.number = *scaled;
  return out;
}

// Whole numbers in Chinese: sections of 万 and 亿, each with 千 百 十.
std::optional<Numeral> read_words(std::string_view text) {
  std::size_t at = 0;
  std::int64_t total = 0, section = 0, pending = -1;
  int last_power = 9;      // powers fall inside a section
  bool any = false, zero = false, multiplier = false;
  Numeral out;
  while (at < text.size()) {
    const Step step = peek(text, at);
    if (const int digit = digit_of(step.c); digit >= 0) {
      if (pending > 0 || (pending == 0 && digit == 0)) break;  // 五六: two digits side by side are the caller's
      if (digit == 0) zero = true;
      pending = digit;
      any = true;
      at = step.next;
      continue;
    }
    if (is_more(step.c) && any) {
      const Step behind = peek(text, step.next);
      if (power_of(behind.c) < 2) break;
      out.more = true;
      at = step.next;
      continue;
    }
    const int power = power_of(step.c);
    if (power == 0 || begins_unit(text, at)) break;
    if (power >= 4) {
      // 万 and 亿 close what stands before them; a bare 万, 亿 counts as one of it.
      std::int64_t before = section + (pending > 0 ? pending : 0);
      if (!any && !multiplier) before = 1;
      if (before == 0 && !(power == 8 && total > 0)) before = any ? 0 : 1;
      if (power == 8) total = (total + before) * 100'000'000;
      else total += before * 10'000;
      if (total > 900'000'000'000'000) return std::nullopt;
      section = 0;
      pending = -1;
      last_power = power;
      zero = false;
    } else {
      if (power >= last_power && last_power < 4) break;
      std::int64_t factor = pending > 0 ? pending : 1;
      if (pending == 0) break;
      std::int64_t ten = 1;
      for (int i = 0; i < power; ++i) ten *= 10;
      section += factor * ten;
      pending = -1;
      last_power = power;
      zero = false;
    }
    any = true;
    multiplier = true;
    at = step.next;
  }
  if (!any) return std::nullopt;
  if (pending > 0) {
    // 一万二: the digit behind a multiplier stands for the next lower place, unless a 零 came between.
    std::int64_t place = 1;
    if (multiplier && !zero && last_power > 1 && last_power < 9) {
      const int lower = last_power == 8 ? 7 : last_power - 1;
      for (int i = 0; i < lower; ++i) place *= 10;
    }
    section += pending * place;
  }
  Decimal number{total + section, 0};
  // 七点五, 一点三万亿
  const Step point = peek(text, at);
  if (point.c == U'点' && !multiplier) {
    std::size_t behind = point.next;
    std::string digits = to_string(number) + ".";
    bool read = false;
    while (behind < text.size()) {
      const Step step = peek(text, behind);
      const int digit = digit_of(step.c);
      if (digit < 0) break;
      digits += static_cast<char>('0' + digit);
      read = true;
      behind = step.next;
    }
    if (read) {
      const auto decimal = parse_decimal(digits);
      if (!decimal) return std::nullopt;
      number = *decimal;
      at = behind;
      int power = 0;
      read_multipliers(text, at, power, out.more);
      const auto scaled = multiply(number, power_of_ten(power));
      if (!scaled) return std::nullopt;
      number = *scaled;
      multiplier = power > 0;
    }
  }
  const auto normal = multiply(number, {1, 0});
  if (!normal) return std::nullopt;
  out.number = *normal;
  out.length = at;
  out.words = true;
  out.scaled = multiplier;
  return out;
}

}  // namespace

std::optional<Numeral> read_numeral(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text.front() >= '0' && text.front() <= '9') return read_ascii(text);
  return read_words(text);
}

std::string to_chinese(std::int64_t number) {
  if (number == 0) return "零";
  std::string out;
  const auto section = [&](std::int64_t part, bool leading) {
    constexpr std::array<std::string_view, 4> names = {"千", "百", "十", ""};
    std::int64_t place = 1000;
    bool written = !leading, gap = false;
    if (!leading && part < 1000) gap = true;
    for (const std::string_view name : names) {
      const std::int64_t digit = part / place % 10;
      place /= 10;
      if (digit == 0) {
        if (written) gap = true;
        continue;
      }
      if (gap && written) out += "零";
      gap = false;
      out += digit_names[static_cast<std::size_t>(digit)];
      out += name;
      written = true;
    }
  };
  const std::int64_t hundred_millions = number / 100'000'000, ten_thousands = number / 10'000 % 10'000, rest = number % 10'000;
  if (hundred_millions > 0) {
    section(hundred_millions, true);
    out += "亿";
  }
  if (ten_thousands > 0) {
    section(ten_thousands, out.empty());
    out += "万";
  }
  if (rest > 0) {
    if (ten_thousands == 0 && hundred_millions > 0) {
      out += "零";
      section(rest, true);
    } else {
      section(rest, out.empty());
    }
  }
  return out;
}

}  // namespace zhibiao::value
