#include "text/normalize.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace zhibiao::text {

// ---------------------------------------------------------------------------------------------------
// The map back

void OffsetMap::clear() {
  turns_.assign(1, Turn{});
  size_ = 0;
}

void OffsetMap::turn_to_one(std::size_t to, std::size_t from_end, std::size_t from) {
  turn(to, from_end, from);
  turns_.back().from |= one;
}

const OffsetMap::Turn& OffsetMap::last_turn(std::size_t position) const {
  const auto after = std::upper_bound(turns_.begin(), turns_.end(), position,
                                      [](std::size_t p, const Turn& turn) { return p < turn.to; });
  return *std::prev(after);  // the first is at 0
}

std::size_t OffsetMap::begin_of(std::size_t position) const {
  if (size_ == 0) return 0;
  if (position >= size_) return end_of(size_);
  const Turn& turn = last_turn(position);
  return (turn.from & one) != 0 ? turn.from & ~one : turn.from + (position - turn.to);
}

std::size_t OffsetMap::end_of(std::size_t position) const {
  if (size_ == 0) return 0;
  if (position == 0) return begin_of(0);
  position = std::min(position, size_);
  const Turn& turn = last_turn(position);
  if (turn.to == position) return turn.from_end;
  return (turn.from & one) != 0 ? (&turn)[1].from_end : turn.from + (position - turn.to);
}

namespace {

// ---------------------------------------------------------------------------------------------------
// Characters

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_lower(char32_t c) { return c >= 'a' && c <= 'z'; }

constexpr bool is_newline(char32_t c) {
  return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x1680;
}

// Signs without a shape: joiners, direction marks, soft hyphen, byte order mark, variation selectors.
constexpr bool is_invisible(char32_t c) {
  return c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         c == 0xAD || c == 0x180E || (c >= 0xFE00 && c <= 0xFE0F);
}

constexpr bool is_chinese_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"〇零一二三四五六七八九十百千万亿两";
  return numerals.find(c) != std::u32string_view::npos;
}

// A digit of a year in words, place by place: 二〇〇五, 二○○五, 二OO五.
constexpr int place_digit(char32_t c) {
  switch (c) {
    case '0':
    case 'O':
    case 'o':
    case U'○':
    case U'◯': return 0;
    default: return numeral_digit(c);
  }
}

constexpr bool is_dash(char32_t c) {
  return c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2015 || c == 0x2212 ||
         c == 0xFF0D || c == '-';
}

constexpr bool ends_sentence(char32_t c) {
  constexpr std::u32string_view ends = U"。！？：!?:…";
  return ends.find(c) != std::u32string_view::npos;
}

constexpr bool closes(char32_t c) {
  constexpr std::u32string_view marks = U"”’』」）)》】\"'";
  return marks.find(c) != std::u32string_view::npos;
}

constexpr bool is_han(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

// ¹²³ ⁰⁴–⁹
constexpr bool is_raised_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

constexpr bool is_circled_digit(char32_t c) { return c >= 0x2460 && c <= 0x2473; }

// The simplified radicals of the supplement block that files made from PDF use for whole characters;
// Unicode gives them no compatibility mapping.
constexpr std::array<std::pair<char32_t, char32_t>, 25> radicals = {{
    {0x2EA0, U'民'}, {0x2EC4, U'西'}, {0x2EC5, U'见'}, {0x2EC6, U'角'}, {0x2EC9, U'贝'},
    {0x2ECB, U'车'}, {0x2ED3, U'长'}, {0x2ED4, U'门'}, {0x2ED8, U'青'}, {0x2EDA, U'页'},
    {0x2EDB, U'风'}, {0x2EDC, U'飞'}, {0x2EDD, U'食'}, {0x2EE2, U'马'}, {0x2EE3, U'骨'},
    {0x2EE4, U'鬼'}, {0x2EE5, U'鱼'}, {0x2EE6, U'鸟'}, {0x2EE7, U'卤'}, {0x2EE8, U'麦'},
    {0x2EE9, U'黄'}, {0x2EEC, U'齐'}, {0x2EEE, U'齿'}, {0x2EF0, U'龙'}, {0x2EF3, U'龟'},
}};

// Square units: in Chinese text the words that the lexicon knows.
constexpr std::array<std::pair<char32_t, std::string_view>, 13> square_units = {{
    {U'㎡', "平方米"},
    {U'㎢', "平方公里"},
    {U'㎥', "立方米"},
    {U'㎞', "公里"},
    {U'㎜', "毫米"},
    {U'㎝', "厘米"},
    {U'㎏', "千克"},
    {U'㎎', "毫克"},
    {U'㏊', "公顷"},
    {U'㎾', "千瓦"},
    {U'㎿', "兆瓦"},
    {U'㎍', "微克"},
    {U'㎶', "微伏"},
}};

// Unicode's own compatibility form, or empty where there is none or it would be of no use.
std::string compatibility_form(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  icu::UnicodeString form;
  if (U_FAILURE(status) || !nfkc->getDecomposition(static_cast<UChar32>(c), form)) return {};
  std::string utf8;
  nfkc->normalize(form, status).toUTF8String(utf8);
  return U_SUCCESS(status) ? utf8 : std::string();
}

constexpr bool wants_compatibility_form(char32_t c) {
  return (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0xF900 && c <= 0xFB06) || (c >= 0x2F800 && c <= 0x2FA1F) ||
         (c >= 0xFE10 && c <= 0xFE6F) || (c >= 0xFF61 && c <= 0xFF65) || (c >= 0x3300 && c <= 0x33FF);
}

// ---------------------------------------------------------------------------------------------------
// Traditional text

constexpr char32_t han_first = 0x3400, han_last = 0x9FFF;

// Simplified form of every character of the block, 0 where it is its own; made once, on first need
// (a transliterator per document costs a hundred times the rest of the reading).
const std::vector<char16_t>& simplified_forms() {
  static const std::vector<char16_t> table = [] {
    std::vector<char16_t> forms(han_last - han_first + 1, 0);
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> simplify(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || simplify == nullptr) return forms;
    icu::UnicodeString all;  // one character a line, so that no rule for words can join them
    for (char32_t c = han_first; c <= han_last; ++c) all.append(static_cast<UChar32>(c)).append(u'\n');
    simplify->transliterate(all);
    char32_t c = han_first;
    std::int32_t start = 0;
    for (std::int32_t i = 0; i < all.length() && c <= han_last; ++i) {
      if (all.charAt(i) != u'\n') continue;
      if (i - start == 1 && all.charAt(start) != c) forms[c - han_first] = all.charAt(start);
      start = i + 1;
      ++c;
    }
    return forms;
  }();
  return table;
}

// 「」『』
constexpr std::array<char32_t, 4> simplified_quotes = {U'“', U'”', U'‘', U'’'};

// 民國113年 = 2024年. Texts that count so leave 民國 away further on: 113年.
constexpr std::array<std::string_view, 4> republic = {"中華民國", "民國", "中华民国", "民国"};
constexpr int before_republic = 1911;

// The two or three digits of a year and its 年 at `at`; their length without 年, 0 where there are none.
std::size_t republic_digits(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && end < at + 4 && is_digit(static_cast<unsigned char>(text[end]))) ++end;
  const std::size_t digits = end - at;
  return (digits == 2 || digits == 3) && text[at] != '0' && text.substr(end, 3) == "年" ? digits : 0;
}

bool names_republic_year(std::string_view text) {
  for (std::size_t at = text.find("民國"); at != std::string_view::npos; at = text.find("民國", at + 6)) {
    if (republic_digits(text, at + 6) > 0) return true;
  }
  return false;
}

// ---------------------------------------------------------------------------------------------------
// The rewriting pass

// Copies what stands between the stops of the survey; steps through the rest, or through everything.
class Rewriter {
 public:
  Rewriter(std::string_view source, const Survey& survey, Normalized& out)
      : source_(source),
        stops_(survey.stops),
        english_(survey.language == Language::en),
        republic_years_(survey.language == Language::zh_hant && names_republic_year(source)),
        wrap_width_(survey.wrap_width),
        simplified_(survey.language == Language::zh_hant ? &simplified_forms() : nullptr),
        out_(out) {
    out_.map.clear();
    out_.language = survey.language;
    if (out_.text.size() < source.size() + slack) out_.text.resize(source.size() + slack);
  }

  void run() {
    for (std::size_t stop = next_stop(); at_ < source_.size(); stop = next_stop()) {
      if (stop > at_) copy_run(stop);
      if (at_ < source_.size() && !fold_sign()) step();
    }
    finish();
  }

  void run_by_characters() {
    while (at_ < source_.size()) step();
    finish();
  }

 private:
  static constexpr std::size_t slack = 64;  // for a run that is copied in whole blocks, for a long form

  // A character of the source: folded where that needs no look around.
  struct Character {
    char32_t value = 0;
    std::size_t length = 0;
  };

  static constexpr char32_t fold_one(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    if (c >= 0x1D7CE && c <= 0x1D7FF) return '0' + (c - 0x1D7CE) % 10;  // 𝟓 𝟧 𝟱: mathematical digits
    switch (c) {
      case U'﹪':
        return '%';
      case U'∶':
      case U'︰':
        return ':';
      case U'〜':
      case U'∼':
        return '~';
      case 0x2212:
        return '-';
      case 0xFFE5:
        return 0xA5;
      default:
        return c;
    }
  }

  Character peek(std::size_t position) const {
    if (position >= source_.size()) return {};
    return {fold_one(character_at(source_, position)), sequence_length(source_[position])};
  }

  // The next character that is neither blank nor invisible; newlines count.
  Character next_solid(std::size_t position) const {
    Character c = peek(position);
    while (c.length > 0 && (is_blank(c.value) || is_invisible(c.value))) c = peek(position += c.length);
    return c;
  }

  // The next place at or behind `at_` that is to be looked at.
  std::size_t next_stop() const {
    if (simplified_ != nullptr) return at_;
    std::size_t word = at_ / 64;
    if (word >= stops_.size()) return source_.size();
    std::uint64_t bits = stops_[word] >> (at_ % 64) << (at_ % 64);
    for (;; bits &= bits - 1) {
      while (bits == 0) {
        if (++word == stops_.size()) return source_.size();
        bits = stops_[word];
      }
      const std::size_t stop = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
      if (!begins_no_year(stop)) return stop;
    }
  }

  // 一: it is looked at for the years in words that it may begin, and no digit follows.
  bool begins_no_year(std::size_t position) const {
    constexpr char lead = '\xE4';
    constexpr std::size_t length = 3;
    return source_[position] == lead && place_digit(peek(position + length).value) < 0;
  }

  // --- output

  void finish() {
    out_.map.finish(to_);
    out_.text.resize(to_);
  }

  // Room for `size` more bytes, and some.
  void make_room(std::size_t size) {
    if (to_ + size + slack > out_.text.size()) out_.text.resize(2 * (to_ + size + slack));
  }

  void put(std::string_view bytes) {
    make_room(bytes.size());
    std::memcpy(out_.text.data() + to_, bytes.data(), bytes.size());
    to_ += bytes.size();
  }

  // Up to `end` as it is.
  void copy_run(std::size_t end) {
    constexpr std::size_t block = 32;
    std::size_t size = end - at_;
    make_room(size);
    const char* from = source_.data() + at_;
    char* to = out_.text.data() + to_;
    to_ += size;
    at_ = end;
    if (end + block > source_.size()) {
      std::memcpy(to, from, size);
      return;
    }
    for (;; from += block, to += block, size -= block) {
      std::memcpy(to, from, block);
      if (size <= block) break;
    }
  }

  void copy(std::size_t length) {
    put(source_.substr(at_, length));
    at_ += length;
  }

  // Several characters, or one, for the stretch of `length` bytes.
  void replace(std::string_view with, std::size_t length) {
    const bool single = sequence_length(with[0]) == with.size();
    if (!single) out_.map.turn_to_one(to_, at_, at_);
    put(with);
    at_ += length;
    if (!single || with.size() != length) out_.map.turn(to_, at_, at_);
  }

  void replace(char32_t with, std::size_t length) {
    if (with < 0x80) {
      const char byte = static_cast<char>(with);
      return replace({&byte, 1}, length);
    }
    std::string utf8;
    append_utf8(utf8, with);
    replace(utf8, length);
  }

  void skip(std::size_t length) {
    out_.map.turn(to_, at_, at_ + length);
    at_ += length;
  }

  // --- what was written last

  std::string_view written() const { return {out_.text.data(), to_}; }

  static char32_t character_before(std::string_view text, std::size_t end) {
    if (end == 0) return 0;
    do --end;
    while (is_continuation(text[end]));
    return character_at(text, end);
  }

  char32_t last() const { return character_before(written(), to_); }

  char32_t before_last() const {
    if (to_ == 0) return 0;
    std::size_t start = to_ - 1;
    while (is_continuation(out_.text[start])) --start;
    return character_before(written(), start);
  }

  // Digits and points without a blank between, at the end of what is written: the group that a blank behind it may part from
  // the next one.
  struct Group {
    std::size_t size = 0;
    bool has_point = false;
  };
  Group group() const {
    Group group;
    for (std::size_t at = to_; at > group_begin_; --at, ++group.size) {
      const char c = out_.text[at - 1];
      if (c == '.') group.has_point = true;
      else if (!is_digit(static_cast<unsigned char>(c))) break;
    }
    return group;
  }

  // A full-width sign, most of what is rewritten: ，；％ become ASCII whatever stands beside them. ［ may open a footnote.
  bool fold_sign() {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(source_[at_ + i]); };
    if (byte(0) != 0xEF) return false;
    const unsigned first = byte(1) == 0xBC ? 0x60 : byte(1) == 0xBD ? 0x20 : 0xFF;
    const unsigned sign = byte(2) - first;
    if (sign < '!' || sign > '~' || sign == '[') return false;
    make_room(1);
    out_.text[to_++] = static_cast<char>(sign);
    at_ += 3;
    out_.map.turn(to_, at_, at_);
    return true;
  }

  // --- one step

  void step() {
    const char32_t raw = character_at(source_, at_);
    const std::size_t length = sequence_length(source_[at_]);
    if (republic_years_ && republic_year(raw)) return;
    if (const std::size_t mark = footnote_mark(raw, length); mark > 0) return footnote(mark);
    if (raw < 0x80) {
      if (raw == ' ' || raw == '\t') return blanks();
      if (is_newline(raw)) return newlines();
      return copy(1);
    }
    if ((raw == U'一' || raw == U'二') && year_in_words()) return;
    if (raw >= han_first && raw <= han_last) {
      if (simplified_ == nullptr) return copy(length);
      const char16_t simple = (*simplified_)[raw - han_first];
      return simple != 0 && !is_written_so(raw, at_ + length) ? replace(char32_t{simple}, length) : copy(length);
    }
    if (is_blank(raw)) return blanks();
    if (is_newline(raw)) return newlines();
    if (is_invisible(raw)) return skip(length);
    other(raw, length);
  }

  // 顯著, 著名, 名著: the 著 that is no 着.
  bool is_written_so(char32_t c, std::size_t next_at) const {
    if (c != U'著') return false;
    constexpr std::u32string_view before = U"显昭卓名专论原编", behind = U"名作者称述";
    return before.find(last()) != std::u32string_view::npos || behind.find(peek(next_at).value) != std::u32string_view::npos;
  }

  // Length of the mark of a footnote behind a word, [2], 〔12〕, ③, ¹; 0 where there is none. At the head of a
  // line or behind a sign ③ counts items; between digits a mark would join them.
  std::size_t footnote_mark(char32_t raw, std::size_t length) const {
    if (raw != '[' && raw < 0x80) return 0;
    const char32_t opening = fold_one(raw);
    std::size_t end = at_ + length;
    if (opening == '[' || opening == U'〔') {
      if (last() == 0 || last() == '\n') return 0;
      std::size_t digits = 0;
      Character c = peek(end);
      for (; is_digit(c.value) && digits < 3; ++digits) c = peek(end += c.length);
      if (digits == 0 || digits == 3 || c.value != (opening == '[' ? U']' : U'〕')) return 0;
      end += c.length;
    } else if (is_raised_digit(raw)) {
      if (!is_han(last()) || last() == U'米' || unit_end_ == to_) return 0;
      while (is_raised_digit(peek(end).value)) end += peek(end).length;
    } else if (!is_circled_digit(raw) || !is_han(last())) {
      return 0;
    }
    return is_digit(last()) && is_digit(next_solid(end).value) ? 0 : end - at_;
  }

  void footnote(std::size_t length) {
    skip(length);
    group_begin_ = to_;
  }

  // 二〇〇五年, 二○○一至二○○五年: the rules for time know digits.
  bool year_in_words() {
    if (is_chinese_numeral(last())) return false;
    std::string year;
    std::size_t end = at_;
    for (int i = 0; i < 4; ++i) {
      const Character c = peek(end);
      const int digit = place_digit(c.value);
      if (digit < 0) return false;
      year += static_cast<char>('0' + digit);
      end += c.length;
    }
    if (year.compare(0, 2, "19") != 0 && year.compare(0, 2, "20") != 0) return false;
    const Character behind = peek(end);
    const bool to_another = is_dash(behind.value) || behind.value == U'至' || behind.value == U'到' || behind.value == '-';
    const char32_t next = to_another ? peek(end + behind.length).value : 0;
    if (behind.value != U'年' && next != U'一' && next != U'二') return false;
    replace(year, end - at_);
    return true;
  }

  // 中華民國113年, and 113年 alone, where the text counts so.
  bool republic_year(char32_t raw) {
    std::size_t name = 0;
    if (raw == U'中' || raw == U'民') {
      for (const std::string_view word : republic) {
        if (source_.substr(at_, word.size()) == word) name = std::max(name, word.size());
      }
      if (name == 0) return false;
    } else if (!is_digit(raw) || is_digit(last()) || last() == U'第' || is_letter(last()) ||
               ((last() == '.' || last() == ',') && is_digit(before_last()))) {
      return false;
    }
    const std::size_t digits = republic_digits(source_, at_ + name);
    if (digits == 0 || (name == 0 && (digits != 3 || source_[at_] != '1'))) return false;
    int year = before_republic;
    int count = 0;
    for (std::size_t i = 0; i < digits; ++i) count = count * 10 + (source_[at_ + name + i] - '0');
    year += count;
    replace(std::to_string(year), name + digits);
    return true;
  }

  void other(char32_t raw, std::size_t length) {
    const char32_t folded = fold_one(raw);
    const bool after_digit = is_digit(last());
    if (folded != raw) return replace(folded, length);
    if (is_dash(raw)) {
      const bool number_before = after_digit || last() == '%' || last() == U'‰' || last() == U'年' || last() == U'月';
      const bool number_ahead = is_digit(next_solid(at_ + length).value);
      if (number_before && number_ahead && last_source_is_single_dash(length)) return replace('-', length);
      return copy(length);
    }
    if (raw == 0xB7 || raw == 0x2027 || raw == 0x30FB) {
      if (after_digit && is_digit(next_solid(at_ + length).value)) return replace('.', length);
      return copy(length);
    }
    if (raw == 0x25CB || raw == 0x25EF) {  // 二○一九: a circle for a zero
      if (is_chinese_numeral(last()) || is_chinese_numeral(next_solid(at_ + length).value))
        return replace(U'〇', length);
      return copy(length);
    }
    if (simplified_ != nullptr && raw >= 0x300C && raw <= 0x300F) return replace(simplified_quotes[raw - 0x300C], length);
    if (english_ && (raw == 0x201C || raw == 0x201D)) return replace('"', length);
    if (english_ && (raw == 0x2018 || raw == 0x2019)) return replace('\'', length);
    if (wants_compatibility_form(raw)) return compatibility(raw, length);
    copy(length);
  }

  // A doubled dash is a pause, not a range.
  bool last_source_is_single_dash(std::size_t length) const { return !is_dash(peek(at_ + length).value); }

  void compatibility(char32_t raw, std::size_t length) {
    for (const auto& [radical, character] : radicals) {
      if (radical == raw) return replace(character, length);
    }
    if (!english_) {
      for (const auto& [unit, words] : square_units) {
        if (unit != raw) continue;
        replace(words, length);
        unit_end_ = to_;
        return;
      }
    }
    const std::string form = compatibility_form(raw);
    if (form.empty()) return copy(length);
    replace(form, length);
  }

  // --- blanks

  void blanks() {
    const std::size_t start = at_;
    std::size_t end = at_, count = 0;
    bool plain = true;  // no tab, no wide blank: those part columns
    for (Character c = peek(end); c.length > 0 && (is_blank(c.value) || is_invisible(c.value)); c = peek(end)) {
      if (is_blank(c.value)) ++count;
      plain = plain && c.value != '\t' && c.value != 0x3000;
      end += c.length;
    }
    const Character next = peek(end);
    if (was_line_break(start, end, next.value)) return break_line(end);
    const bool keep = next.length > 0 && !is_newline(next.value) && last() != '\n' && last() != 0 &&
                      (english_ || keeps_blank(next.value, end, plain && count == 1));
    if (!keep) {
      skip(end - start);
      group_begin_ = to_;  // what follows is a group of its own
    } else if (end - start == 1 && source_[start] == ' ') {
      copy(1);
    } else {
      replace(" ", end - start);
    }
  }

  // A text whose line breaks became blanks: in a very long line a blank behind the end of a sentence parts paragraphs, one
  // behind the words of a numbered heading ends that.
  bool was_line_break(std::size_t start, std::size_t end, char32_t next) {
    if (english_ || next == 0 || is_newline(next) || !in_long_line(start)) return false;
    const char32_t before = closes(last()) ? before_last() : last();
    if (ends_sentence(before) && (before != ':' || starts_item(end))) return true;
    const std::string_view heading = written().substr(line_start_);
    if (heading.size() > longest_heading || holds_stop(heading)) return false;
    if (heading.starts_with(appendix)) return true;
    return heading.size() >= shortest_heading && (is_han(last()) || last() == ')') && starts_item(line_from_);
  }

  bool in_long_line(std::size_t position) {
    if (position >= long_line_end_) {
      const std::size_t end = std::min(source_.find('\n', position), source_.size());
      const std::size_t begin = source_.rfind('\n', position) + 1;  // npos + 1 is 0
      long_line_end_ = end + 1;
      in_long_line_ = end - begin >= (begin == 0 && end == source_.size() ? long_text : long_line);
    }
    return in_long_line_;
  }

  static bool holds_stop(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      if (c == ',' || c == ';' || ends_sentence(c)) return true;
    }
    return false;
  }

  void break_line(std::size_t end) {
    replace("\n", end - at_);
    group_begin_ = line_start_ = to_;
    line_from_ = at_;
    line_indent_ = 0;
  }

  // In Chinese text blanks are layout, but for those that part words of letters or columns of numbers.
  bool keeps_blank(char32_t next, std::size_t next_at, bool single) const {
    const char32_t last = this->last();
    if (last >= 0x80 || next >= 0x80) return false;
    if (is_digit(last) && is_digit(next)) {
      // 1 9 9 7 and 12 345 are one number, 315.5 6.6 are two.
      std::size_t digits = 0, group = 0;
      for (std::size_t i = 0; i < 5; ++i) {
        const char32_t c = peek_ahead(next_at, i);
        if (!is_digit(c) && c != '.') break;
        if (is_digit(c) && digits == group) ++digits;
        ++group;
      }
      const Group before = this->group();
      const bool spaced_out = before.size == 1 || group == 1;
      const bool thousands = before.size <= 3 && !before.has_point && digits == 3;
      return !(single && (spaced_out || thousands));
    }
    const bool last_word = is_digit(last) || is_letter(last), next_word = is_digit(next) || is_letter(next);
    if (is_letter(last) && is_letter(next)) return true;
    if (last_word && next_word) return false;  // PM 2.5, 5 G
    if (last == '-' || last == '~') return false;
    if (next == '-' || next == '~') return !is_blank(peek(next_at + peek(next_at).length).value);  // 6.6 -3.2: a sign
    if (is_digit(last) && (next == '.' || next == '%')) return false;
    if (last == '.' && is_digit(next)) return !is_digit(before_last());
    if (last == '|' || next == '|') return true;
    return (last == '.' || last == '%') && next_word;  // else around folded punctuation
  }

  char32_t peek_ahead(std::size_t position, std::size_t index) const {
    Character c = peek(position);
    for (; index > 0 && c.length > 0; --index) c = peek(position += c.length);
    return c.value;
  }

  // --- newlines

  void newlines() {
    const std::size_t start = at_;
    std::size_t end = at_, count = 0;
    std::size_t indent = 0;
    bool page_break = false;
    for (Character c = peek(end); c.length > 0; c = peek(end)) {
      if (const std::size_t page = wrap_width_ > 0 ? page_number(end) : 0; page > 0) {
        end += page;
        page_break = true;
        continue;
      }
      if (is_newline(c.value)) {
        if (c.value == '\r' && peek(end + 1).value == '\n') ++end;
        ++count;
        indent = 0;
      } else if (is_blank(c.value)) {
        indent += c.length == 1 ? 1 : 2;
      } else if (!is_invisible(c.value)) {
        break;
      }
      end += c.length;
    }
    const bool at_border = last() == 0 || end >= source_.size();
    if (at_border) {
      skip(end - start);
    } else if ((count == 1 || page_break) && indent == 0 && continues(end)) {
      const bool between_letters = is_letter(last()) && is_letter(peek(end).value);
      if (english_ ? last() != '-' : between_letters) {
        replace(" ", end - start);
      } else {
        skip(end - start);
      }
    } else if (end - start == 1 && source_[start] == '\n') {
      copy(1);
    } else {
      replace("\n", end - start);
    }
    line_from_ = at_;
    line_indent_ = indent;
    line_start_ = to_;
  }

  // Length of a line that holds but a page number, "- 3 -" or "3" before a form feed; 0 where there is none.
  std::size_t page_number(std::size_t position) const {
    std::size_t digits = 0, dashes = 0;
    std::size_t end = position;
    Character c = peek(end);
    for (; c.length > 0 && digits < 4; c = peek(end += c.length)) {
      if (is_digit(c.value))
        ++digits;
      else if (is_dash(c.value))
        ++dashes;
      else if (c.value != ' ')
        break;
    }
    if (digits == 0 || digits > 3 || !is_newline(c.value)) return 0;
    while (is_newline(peek(end).value) && peek(end).value != '\f' && end < position + 32) end += peek(end).length;
    return dashes >= 2 || peek(end).value == '\f' ? end - position : 0;
  }

  // Columns since the last line break of the source.
  std::size_t line_width() const {
    std::size_t width = line_indent_;
    for (std::size_t i = line_from_; i < at_; i += sequence_length(source_[i])) {
      width += static_cast<unsigned char>(source_[i]) < 0x80 ? 1 : 2;
    }
    return width;
  }

  bool full_line() const {
    const std::size_t ragged = english_ ? 3 * wrap_slack : wrap_slack;
    return wrap_width_ > 0 && line_width() + ragged >= wrap_width_;
  }

  bool continues(std::size_t next_at) const {
    if (!english_ && (before_lone_digits(next_at) || behind_lone_digits())) return true;
    if (!english_ && (!full_line() || line_width() < narrowest_full_line)) return false;
    // A sentence may end in 。 or in 。”; a full line that ends in ； or ） alone goes on.
    const char32_t end = closes(last()) ? before_last() : last();
    if (ends_sentence(end) || (english_ && (end == '.' || end == ';')) || starts_item(next_at)) return false;
    if (english_) {
      const Character next = peek(next_at);
      return is_lower(next.value) || last() == ',' || full_line() || ends_in_small_word();
    }
    return true;
  }

  // Pages that put the digits of M₂ and PM₂.₅ in an element of their own, as text: M⏎2⏎增长.
  static constexpr std::size_t most_lone_digits = 3;  // with the point

  static constexpr bool takes_low_digits(char32_t c) { return c == 'M' || c == 'O'; }

  bool before_lone_digits(std::size_t next_at) const {
    if (!takes_low_digits(last())) return false;
    Character c = peek(next_at);
    std::size_t end = next_at, count = 0;
    for (; count <= most_lone_digits && (is_digit(c.value) || (count > 0 && c.value == '.')); ++count) c = peek(end += c.length);
    return count > 0 && count <= most_lone_digits && is_newline(c.value);
  }

  bool behind_lone_digits() const {
    const std::string_view line = written().substr(line_start_);
    return !line.empty() && line.size() <= most_lone_digits && line_start_ > 0 && is_digit(line[0]) &&
           takes_low_digits(static_cast<unsigned char>(out_.text[line_start_ - 1])) &&
           line.find_first_not_of("0123456789.") == std::string_view::npos;
  }

  // A line that breaks off behind "by" or "of the" goes on.
  bool ends_in_small_word() const {
    static constexpr std::array<std::string_view, 22> words = {
        "a",  "an",   "and",  "at",  "by", "for", "from", "in",   "is",   "of",   "on",
        "or", "over", "than", "the", "to", "up",  "was",  "were", "will", "with", "about"};
    std::size_t begin = to_;
    while (begin > line_start_ && is_lower(static_cast<unsigned char>(out_.text[begin - 1]))) --begin;
    if (begin == line_start_ || out_.text[begin - 1] != ' ') return false;
    const std::string_view word(out_.text.data() + begin, to_ - begin);
    return std::find(words.begin(), words.end(), word) != words.end();
  }

  // 一、 (一) （1） 1. 1、 第一部分 —— ● and the like open an item or a heading.
  bool starts_item(std::size_t position) const {
    Character c = peek(position);
    static constexpr std::u32string_view bullets = U"●•■◆▪※*·★▲○◎➢|";
    if (bullets.find(c.value) != std::u32string_view::npos) return true;
    if (is_dash(c.value)) return !is_digit(peek(position + c.length).value);
    const bool bracket = c.value == '(';
    if (c.value == U'第') {
      c = peek(position += c.length);
      while (is_chinese_numeral(c.value) || is_digit(c.value)) c = peek(position += c.length);
      return c.value == U'部' || c.value == U'章' || c.value == U'节' || c.value == U'条';
    }
    if (bracket) c = peek(position += c.length);
    std::size_t numerals = 0;
    bool digits = false;
    while (numerals < 4 && (is_chinese_numeral(c.value) || is_digit(c.value))) {
      digits = is_digit(c.value);
      ++numerals;
      c = peek(position += c.length);
    }
    if (numerals == 0) return false;
    if (bracket) return c.value == ')';
    if (c.value == U'、') return true;
    return digits && numerals <= 2 && c.value == '.' && !is_digit(peek(position + c.length).value);
  }

  static constexpr std::size_t narrowest_full_line = 50;
  static constexpr std::size_t long_line = 3000, long_text = 600;  // bytes of a line beside others, of one alone
  static constexpr std::size_t shortest_heading = 16, longest_heading = 120;
  static constexpr std::string_view appendix = "附件";

  const std::string_view source_;
  const std::span<const std::uint64_t> stops_;
  const bool english_;
  const bool republic_years_;
  const std::size_t wrap_width_;
  const std::vector<char16_t>* const simplified_;  // where the text is traditional

  Normalized& out_;
  std::size_t at_ = 0, to_ = 0;   // read so far, written so far
  std::size_t group_begin_ = 0;   // see group()
  std::size_t unit_end_ = 0;      // behind the last square unit
  std::size_t line_from_ = 0, line_indent_ = 0;  // see line_width()
  std::size_t line_start_ = 0;    // the same place, of what is written
  std::size_t long_line_end_ = 0;  // see in_long_line()
  bool in_long_line_ = false;
};

}  // namespace

void Normalizer::normalize(std::string_view utf8, Normalized& out) { Rewriter(utf8, survey(utf8, marks_), out).run(); }

void Normalizer::normalize_by_characters(std::string_view utf8, Normalized& out) {
  Rewriter(utf8, survey(utf8, marks_), out).run_by_characters();
}

Normalized normalize(std::string_view utf8) {
  Normalized out;
  Normalizer().normalize(utf8, out);
  return out;
}

}  // namespace zhibiao::text
