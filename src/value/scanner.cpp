#include "value/scanner.hpp"

#include <algorithm>
#include <bitset>

#include "text/utf8.hpp"
#include "value/decimal.hpp"
#include "value/numeral.hpp"

namespace zhibiao::value {
namespace {

const std::bitset<0x10000>& number_start_set() {
  static const std::bitset<0x10000> made = [] {
    std::bitset<0x10000> set;
    for (const char32_t c : number_starts) set.set(c);
    return set;
  }();
  return made;
}

}  // namespace

void Scanner::run() {
  const std::bitset<0x10000>& starts_number = number_start_set();
  for (std::size_t at = begin_; at < text_.size();) {
    // Most characters begin no number: they are passed over without a further look.
    const auto lead = static_cast<unsigned char>(text_[at]);
    if (lead >= 0xE0 && lead < 0xF0) {
      if (english_ || !starts_number[text::character_at(text_, at)]) {
        at += 3;
        continue;
      }
    } else if (lead < 0x80 && !is_digit(text_[at]) && !english_) {
      ++at;
      continue;
    }
    at = std::max(step(at), at + 1);
  }
}

std::size_t Scanner::step(std::size_t at) {
  const char c = text_[at];
  if (is_digit(c)) return read_digits(at);
  if (static_cast<unsigned char>(c) < 0x80) {
    if (!english_ || !is_letter(c)) return at + 1;
    return read_english(at);
  }
  const std::size_t next = at + text::sequence_length(c);
  if (english_) return next;
  const char32_t character = text::character_at(text_, at);
  if (is_numeral(character) || is_bill_digit(character)) return std::max(next, read_words(at));
  if (character == U'半') return std::max(next, read_half(at));
  if (character == U'每') each_ = at;
  return next;
}

std::size_t Scanner::ordinal(std::size_t begin, std::size_t end, std::string_view unit) {
  Reading r;
  r.begin = r.number_begin = static_cast<std::uint32_t>(begin);
  r.end = r.number_end = r.unit_begin = r.unit_end = static_cast<std::uint32_t>(end);
  r.ordinal = true;
  r.unit = unit;
  out_.push_back(r);
  return end;
}

std::size_t Scanner::finish(Part first, std::size_t begin) {
  std::size_t ordinal_end = 0;
  auto second = second_part(first, begin, ordinal_end);
  if (ordinal_end > 0) return ordinal(first.begin, ordinal_end);
  if (!second && is_ordinal(first, begin)) return finish_ordinal(first);
  if (second && !makes_range(first, *second)) second.reset();
  return second ? finish(first, *second, begin) : finish(first, first, begin);
}

std::size_t Scanner::finish_ordinal(const Part& p) {
  return ordinal(p.begin, p.unit_end, p.year() ? std::string_view(p.word->id) : std::string_view());
}

std::size_t Scanner::finish(const Part& first, const Part& last, std::size_t begin) {
  Reading r;
  const bool two = last.begin != first.begin;
  r.number_begin = static_cast<std::uint32_t>(first.begin);
  r.number_end = static_cast<std::uint32_t>(last.end);
  r.words = first.words;
  r.unit = last.unit.empty() ? first.unit : last.unit;
  const Part& named = last.unit_end > last.unit_begin ? last : first;
  r.unit_begin = static_cast<std::uint32_t>(named.unit_end > named.unit_begin ? named.unit_begin : last.end);
  r.unit_end = static_cast<std::uint32_t>(named.unit_end > named.unit_begin ? named.unit_end : last.end);
  r.range = two || first.upper.has_value();
  r.single = first.words && first.characters == 1 && !first.bare && !two && last.word != nullptr && last.word->counted;
  r.inexact = first.inexact || last.inexact;
  const auto low = multiply(first.value, first.unit_scale);
  const auto high = multiply(first.upper ? *first.upper : last.value, last.unit_scale);
  const auto scale = multiply(last.multiplier, last.unit_scale);
  r.inexact = r.inexact || !low || !high;
  if (!r.inexact) {
    r.lower = *low;
    r.upper = *high;
  }
  r.scale = scale.value_or(Decimal{1, 0});
  if (first.more || last.more) r.suffix_bound = Bound::more_than;
  std::size_t end = skip_unit_bracket(last.stop());
  if (r.range && starts(rest(end), "之间")) end += std::string_view("之间").size();
  end = read_suffix(end, last, r);
  for (const std::string& mark : wording_.marks) {
    if (english_ || !starts(rest(end), mark)) continue;
    end += mark.size();
    break;
  }
  begin = read_prefix(std::min({begin, first.begin, first.unit_begin}), first.bare, r);
  begin = read_divisor(begin, r);
  r.begin = static_cast<std::uint32_t>(begin);
  r.end = static_cast<std::uint32_t>(end);
  out_.push_back(r);
  return end;
}

}  // namespace zhibiao::value
