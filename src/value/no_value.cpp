#include "value/scanner.hpp"

#include <algorithm>
#include <iterator>

#include "value/decimal.hpp"

namespace zhibiao::value {

// grew by12%: a word that lost its blank.
bool Scanner::glued_word_before(std::size_t at) const {
  if (!english_) return false;
  std::size_t from = at;
  while (from > begin_ && at - from < 8 && is_letter(text_[from - 1])) --from;
  if (from > begin_ && text_[from - 1] != ' ') return false;
  const std::string_view word = text_.substr(from, at - from);
  for (const std::string_view lost : {"in", "by", "to", "at", "of", "from", "reached", "over", "than", "about"}) {
    if (word == lost) return true;
  }
  return false;
}

bool Scanner::names_something(std::size_t at) const {
  if (at <= begin_) return false;
  const char before = text_[at - 1];
  if (text_.substr(begin_, at - begin_).ends_with("占GDP") && !english_) return false;  // 占GDP2.86%
  if (is_letter(before) && glued_word_before(at)) return false;
  if (is_letter(before) || before == '_' || before == '#' || before == '@') return true;
  const bool alnum_before = at >= begin_ + 2 && (is_letter(text_[at - 2]) || is_digit(text_[at - 2]));
  if (before == '-' || before == '.') return at >= begin_ + 2 && is_letter(text_[at - 2]);
  if (before == '+' || before == '*') return alnum_before;
  return false;
}

bool Scanner::is_sum_at_letters(std::size_t at) const {
  if (at < begin_ + 3) return false;
  const std::string_view letters = text_.substr(at - 3, 3);
  return is_letter(letters[0]) && is_letter(letters[1]) && is_letter(letters[2]) && digits_part(at).unit == "CNY";
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
  const bool mixed = gap > digits && digit_at(gap) && byte_at(gap + 1) == '/' && digit_at(gap + 2);  // 5 1/2
  if (mixed) return skip(gap + 2, is_digit);
  if (starts(behind, "/") && digit_at(digits + 1)) {
    return skip(digits, [](char c) { return is_digit(c) || c == '/'; });
  }
  for (const std::string_view sign : {"×", "*", "x", "X", "·"}) {
    if (starts(behind, sign) && digit_at(digits + sign.size())) return skip(digits + sign.size(), is_digit);
  }
  return at;
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

bool Scanner::is_doubtful_minus(std::size_t begin) const {
  if (character_before(begin) != U'—' || free_left_of(begin).empty()) return false;
  return one_of(character_before(start_before(begin)), wording_.minus);
}

bool Scanner::is_lone_scale(const Part& p) const {
  return byte_at(p.end) == ' ' && one_of(character_at(p.end + 1), U"mMkKbB") && !letter_at(p.end + 2) &&
         static_cast<unsigned char>(byte_at(p.end + 2)) < 0x80 && !p.scaled;
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
