#include "value/english_numeral.hpp"

#include <algorithm>

#include "value/characters.hpp"
#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

struct Word {
  std::string_view word;
  int number;
};
constexpr Word numbers[] = {
    {"one", 1},        {"two", 2},       {"three", 3},     {"four", 4},      {"five", 5},       {"six", 6},
    {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},      {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19},  {"twenty", 20},   {"thirty", 30},   {"forty", 40},    {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},   {"eighty", 80},   {"ninety", 90},
};
constexpr Word scales[] = {  // powers of ten
    {"hundred", 2}, {"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}, {"bn", 9}, {"mn", 6}, {"tn", 12},
    {"mln", 6}, {"bln", 9},
};

template <std::size_t n>
int find(const Word (&list)[n], std::string_view word) noexcept {
  for (const Word& entry : list) {
    if (equal_folded(word, entry.word)) return entry.number;
  }
  return 0;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<EnglishNumeral> read() {
    if (equal_folded(word_at(0), "zero")) return read_zero();
    for (std::size_t from = 0; from < text_.size() && is_letter(text_[from]);) {
      const std::string_view word = word_at(from);
      const std::size_t stop = from + word.size();
      const char behind = stop < text_.size() ? text_[stop] : '\0';
      from = stop + 1;
      if (is_joint(word, behind, from)) continue;
      if (!take(word)) break;
      ++out_.words;
      out_.length = stop;
      if (behind == ' ' && read_fraction(stop)) return out_;
      if (behind != ' ' && behind != '-') break;
    }
    if (out_.length == 0) return std::nullopt;
    out_.number = decimal(total_ + current_, 0);
    return out_;
  }

 private:
  enum class Last { none, ones, tens };  // ones and teens; twenty, thirty ...

  std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    return text_.substr(at, end - at);
  }

  // a hundred; two hundred and ten: words that only lead to the next one.
  bool is_joint(std::string_view word, char behind, std::size_t next) {
    if (behind != ' ') return false;
    if (out_.length == 0 && !article_ && (equal_folded(word, "a") || equal_folded(word, "an"))) {
      article_ = true;
      ++out_.words;
      return true;
    }
    return out_.scaled && last_ == Last::none && equal_folded(word, "and") && find(numbers, word_at(next)) > 0;
  }

  bool take(std::string_view word) {
    if (const int number = find(numbers, word); number > 0) return take_number(number);
    if (out_.length == 0 && !article_) return false;  // million stands behind something
    const int scale = find(scales, word);
    return scale > 0 && (scale == 2 ? take_hundred() : take_scale(scale));
  }

  bool take_number(int number) {
    if (out_.length == 0 && article_) return false;  // a five-year plan
    const Last kind = number >= 20 ? Last::tens : Last::ones;
    if (last_ == Last::ones || (last_ == Last::tens && (kind == Last::tens || number > 9))) return false;
    current_ += number;
    last_ = kind;
    return true;
  }

  bool take_hundred() {
    if (current_ >= 100 || (current_ == 0 && out_.length > 0)) return false;
    current_ = std::max<std::int64_t>(current_, 1) * 100;
    return taken(2);
  }

  bool take_scale(int power) {
    if (power >= last_power_ || (current_ == 0 && out_.length > 0)) return false;
    std::int64_t size = 1;
    for (int i = 0; i < power; ++i) size *= 10;
    total_ += std::max<std::int64_t>(current_, 1) * size;
    current_ = 0;
    last_power_ = power;
    return taken(power);
  }

  // zero point five; zero alone says nothing that a reader of quantities wants.
  std::optional<EnglishNumeral> read_zero() {
    constexpr std::size_t size = std::string_view("zero").size();
    last_ = Last::ones;
    ++out_.words;
    return read_fraction(size) ? std::optional(out_) : std::nullopt;
  }

  // three point two five, two and a half: behind a number without a scale; one may follow (one point two trillion).
  bool read_fraction(std::size_t at) {
    constexpr std::string_view point = " point", half = " and a half";
    if (out_.scaled || last_ == Last::none) return false;
    std::int64_t number = current_;
    int exponent = 0;
    if (follows(at, half)) {
      at += half.size();
      number = number * 10 + 5;
      exponent = -1;
    } else if (follows(at, point)) {
      at += point.size();
      constexpr int most = 9;
      while (at < text_.size() && text_[at] == ' ' && exponent > -most) {
        const std::string_view word = word_at(at + 1);
        const int digit = equal_folded(word, "zero") ? 0 : find(numbers, word);
        if (digit > 9 || (digit == 0 && !equal_folded(word, "zero"))) break;
        number = number * 10 + digit;
        --exponent;
        at += 1 + word.size();
      }
      if (exponent == 0) return false;
    } else {
      return false;
    }
    if (at < text_.size() && (text_[at] == ' ' || text_[at] == '-')) {
      const std::string_view word = word_at(at + 1);
      if (const int scale = find(scales, word); scale > 2) {
        out_.multiplier = power_of_ten(scale);
        out_.scaled = true;
        exponent += scale;
        at += 1 + word.size();
      }
    }
    out_.words += 2;
    out_.number = decimal(number, exponent);
    out_.length = at;
    return true;
  }

  // What is read here has fifteen digits at most.
  static Decimal decimal(std::int64_t number, int exponent) {
    return multiply({number, 0}, power_of_ten(exponent)).value_or(Decimal{});
  }

  bool follows(std::size_t at, std::string_view words) const {
    return equal_folded(text_.substr(std::min(at, text_.size()), words.size()), words) &&
           (at + words.size() >= text_.size() || !is_letter(text_[at + words.size()]));
  }

  bool taken(int power) {
    out_.multiplier = power_of_ten(power);
    out_.scaled = true;
    last_ = Last::none;
    return true;
  }

  std::string_view text_;
  std::int64_t total_ = 0, current_ = 0;  // what stands before the last scale, and behind it
  int last_power_ = 15;
  Last last_ = Last::none;
  bool article_ = false;
  EnglishNumeral out_;
};

}  // namespace

std::optional<EnglishNumeral> read_english_numeral(std::string_view text) { return Reader(text).read(); }

int english_scale(std::string_view word) noexcept { return find(scales, word); }

}  // namespace zhibiao::value
