#include "value/numeral.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "text/numerals.hpp"
#include "text/utf8.hpp"
#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

constexpr std::array<std::string_view, 10> digit_names = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

int digit_of(char32_t c) noexcept { return c == U'两' ? 2 : text::numeral_digit(c); }

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

// 廿, 卅, 卌: tens with a sign of their own.
int tens_of(char32_t c) noexcept {
  switch (c) {
    case U'廿': return 2;
    case U'卅': return 3;
    case U'卌': return 4;
    default: return 0;
  }
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

struct Sign {
  char32_t c = 0;
  std::size_t next = 0;
};

Sign sign_at(std::string_view text, std::size_t at) noexcept {
  if (at >= text.size()) return {0, at};
  return {text::character_at(text, at), at + text::sequence_length(text[at])};
}

bool one_of(char32_t c, std::u32string_view set) noexcept { return c != 0 && set.find(c) != std::u32string_view::npos; }

// 40千瓦, 3千米, 6百分点, 5兆瓦: the multiplier belongs to the word behind it. 兆 is 10^12 before money alone.
int multiplier_at(std::string_view text, const Sign& sign) noexcept {
  const char32_t behind = sign_at(text, sign.next).c;
  if (sign.c == U'兆') return behind == U'元' || behind == U'亿' ? 12 : 0;
  if (sign.c == U'千' && one_of(behind, U"瓦米克伏卡焦帕赫兆字安方分")) return 0;
  if (sign.c == U'百' && one_of(behind, U"分姓强色花")) return 0;
  if (sign.c == U'万' && one_of(behind, U"众物里")) return 0;
  return power_of(sign.c);
}

// 4000余人, 30多家, 十几亿; not 贷款119余额 and not 5多元化.
bool is_more(std::string_view text, const Sign& sign) noexcept {
  const Sign behind = sign_at(text, sign.next);
  switch (sign.c) {
    case U'余': return !one_of(behind.c, U"额下热缺粮钱量地留");
    case U'多': {
      if (behind.c == U'元') return sign_at(text, behind.next).c != U'化';
      return !one_of(behind.c, U"样层式能点维方措渠领规云联次年月部");
    }
    case U'几': return behind.c != U'何';
    default: return false;
  }
}

// Chinese numerals are read into tokens first and evaluated behind: 五六百亿 is evaluated once for 五 and once for 六.
// Not set to zero: most numbers are in digits and need none.
struct Token {
  enum Kind : unsigned char { digit, power } kind;
  std::int32_t low, high;  // the digit (high differs in 五六), or the power of ten
  bool behind_zero;        // 零 stood before it
};

constexpr std::size_t max_tokens = 40;  // 9999万9999亿9999万9999 has 31

struct Tokens {
  std::array<Token, max_tokens> list;
  std::size_t count = 0;

  bool push(Token token) noexcept {
    if (count == max_tokens) return false;
    list[count++] = token;
    return true;
  }
  bool ends_in(Token::Kind kind) const noexcept { return count > 0 && list[count - 1].kind == kind; }
};

std::int64_t ten_to(int power) noexcept {
  std::int64_t n = 1;
  for (; power > 0; --power) n *= 10;
  return n;
}

// Sections below 万, then 万, then 亿: 三千二百亿五千万零八. `high` takes the second of two neighbouring digits.
// Nothing where it would be too large to be exact.
std::optional<Decimal> evaluate(const Tokens& tokens, bool high) noexcept {
  std::int64_t hundred_millions = 0, ten_thousands = 0, section = 0, pending = -1;
  for (std::size_t i = 0; i < tokens.count; ++i) {
    const Token& token = tokens.list[i];
    if (token.kind == Token::digit) {
      pending = high ? token.high : token.low;
      const bool last = i + 1 == tokens.count;
      // 一万二: a last digit right behind a multiplier stands one place below it.
      if (last && i > 0 && !token.behind_zero && tokens.list[i - 1].low > 1 && pending < 10) {
        pending *= ten_to(tokens.list[i - 1].low - 1);
      }
    } else if (token.low < 4) {
      section += (pending < 0 ? 1 : pending) * ten_to(token.low);
      pending = -1;
    } else {
      std::int64_t before = section + (pending < 0 ? 0 : pending);
      if (pending < 0 && section == 0 && (token.low == 4 || ten_thousands == 0)) before = 1;  // a bare 万, 亿
      if (token.low == 4) {
        ten_thousands = before * 10'000;
      } else {
        if (ten_thousands + before > 10'000'000'000) return std::nullopt;
        hundred_millions = (ten_thousands + before) * 100'000'000;
        ten_thousands = 0;
      }
      section = 0;
      pending = -1;
    }
  }
  return multiply({hundred_millions + ten_thousands + section + (pending < 0 ? 0 : pending), 0}, {1, 0});
}

// 壹拾贰万叁仟: numerals as bills write them, against forgery.
constexpr std::u32string_view bill_digits = U"壹贰貳叁参叄肆伍陆陸柒捌玖";
constexpr std::pair<char32_t, std::string_view> bill_signs[] = {
    {U'壹', "一"}, {U'贰', "二"}, {U'貳', "二"}, {U'叁', "三"}, {U'参', "三"}, {U'叄', "三"}, {U'肆', "四"},
    {U'伍', "五"}, {U'陆', "六"}, {U'陸', "六"}, {U'柒', "七"}, {U'捌', "八"}, {U'玖', "九"}, {U'拾', "十"},
    {U'佰', "百"}, {U'仟', "千"}, {U'萬', "万"}, {U'億', "亿"}};

// A numeral of a bill in plain signs (of as many bytes), and a little of what follows. Empty where only one of its
// signs is such: 队伍百人, 大陆千家 are no numerals.
std::string from_bill(std::string_view text) {
  constexpr std::size_t longest = 40 * 3, behind = 4 * 3;
  std::string plain;
  int signs = 0;
  std::size_t at = 0;
  while (at < text.size() && at < longest) {
    const Sign sign = sign_at(text, at);
    const auto* const found = std::find_if(std::begin(bill_signs), std::end(bill_signs),
                                           [&](const auto& entry) { return entry.first == sign.c; });
    if (found != std::end(bill_signs)) {
      plain += found->second;
      ++signs;
    } else if (sign.c == U'零' || sign.c == U'万' || sign.c == U'亿') {
      plain += text.substr(at, sign.next - at);
    } else {
      break;
    }
    at = sign.next;
  }
  if (signs < 2) return {};
  for (std::size_t stop = at; at < text.size() && at < stop + behind;) {
    const Sign sign = sign_at(text, at);
    plain += text.substr(at, sign.next - at);
    at = sign.next;
  }
  return plain;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::optional<Numeral> read() {
    if (text_.empty()) return std::nullopt;
    return is_digit(text_.front()) ? read_digits() : read_words();
  }

 private:
  Sign here() const noexcept { return sign_at(text_, at_); }

  // --- ASCII digits ------------------------------------------------------------------------------------------

  bool digit_at(std::size_t i) const noexcept { return i < text_.size() && is_digit(text_[i]); }

  std::optional<Numeral> read_digits() {
    while (digit_at(at_)) ++at_;
    const bool short_integer = at_ <= 4;
    const std::size_t integer = at_;
    // 兆, 亿, 万 or a comma: what else stands behind the digits begins no further terms.
    const bool may_group = at_ < text_.size() && (text_[at_] == ',' || static_cast<unsigned char>(text_[at_]) >= 0x80);
    if (short_integer && may_group && read_grouped_terms()) return out_;
    while (integer <= 3 && at_ < text_.size() && text_[at_] == ',' && digit_at(at_ + 1) && digit_at(at_ + 2) &&
           digit_at(at_ + 3) && !digit_at(at_ + 4)) {
      at_ += 4;
    }
    if (at_ < text_.size() && text_[at_] == '.' && digit_at(at_ + 1)) {
      ++at_;
      while (digit_at(at_)) ++at_;
    }
    const std::size_t number_end = at_;
    int power = 0;
    read_multipliers(power);
    if (short_integer && number_end == integer && power > 0 && !out_.more && continues(power)) {
      at_ = 0;
      return read_words();  // 1亿2000万, 3万5千: terms of falling powers
    }
    const auto number = parse_decimal(text_.substr(0, number_end));
    const auto scaled = number && power > 0 ? multiply(*number, power_of_ten(power)) : number;
    if (scaled) out_.number = *scaled;
    out_.inexact = !scaled;
    out_.scaled = power > 0;
    out_.multiplier = power_of_ten(power);
    out_.length = at_;
    return out_;
  }

  // 3兆7,619亿, 42万1,900: terms of falling powers behind 兆, or with commas in the later ones; the rest is read as words.
  bool read_grouped_terms() {
    std::int64_t total = 0;
    std::size_t at = 0;
    int last_power = 16;
    bool wanted = false;  // 兆 or a comma stood there
    for (int terms = 0; terms < 4; ++terms) {
      const std::size_t begin = at;
      std::int64_t number = 0;
      bool comma = false;
      for (; at < begin + 5 && (digit_at(at) || (at == begin + 1 && digit_at(begin) && at < text_.size() && text_[at] == ',')); ++at) {
        if (text_[at] == ',') comma = true;
        else number = number * 10 + (text_[at] - '0');
      }
      const std::size_t digits = at - begin - (comma ? 1 : 0);
      if (digits == 0 || digits > 4 || digit_at(at) || (comma && (digits != 4 || terms == 0))) return false;
      const Sign sign = sign_at(text_, at);
      const int power = sign.c == U'兆' ? 12 : sign.c == U'亿' ? 8 : sign.c == U'万' ? 4 : 0;
      if (power >= last_power || (power == 0 && (last_power != 4 || digits != 4))) return false;
      if (power == 0 && (sign.c == '.' || sign.c == ',' || sign.c == '%' || sign.c == U'年')) return false;
      wanted = wanted || comma || (power == 12 && terms == 0);
      for (int i = 0; i < power; ++i) number *= 10;
      total += number;
      last_power = power;
      if (power > 0) at = sign.next;
      if (power == 0 || !digit_at(at)) {
        if (terms == 0 || !wanted) return false;
        const auto sum = multiply({total, 0}, power_of_ten(0));
        out_.number = sum.value_or(Decimal{});
        out_.inexact = !sum;
        out_.scaled = true;
        out_.multiplier = power_of_ten(power);
        out_.characters += static_cast<std::size_t>(terms);
        out_.length = at_ = at;
        return true;
      }
    }
    return false;
  }

  // Multipliers behind a number: 万, 亿, 万亿, 千亿, 百万; 余, 多, 几 stand before or behind them.
  void read_multipliers(int& power) {
    for (int signs = 0; signs < 4; ++signs) {
      if (at_ >= text_.size() || static_cast<unsigned char>(text_[at_]) < 0x80) return;
      const Sign sign = here();
      if (!out_.more && is_more(text_, sign)) {
        out_.more = true;
      } else {
        const int p = multiplier_at(text_, sign);
        if (p < 2 || (power > 0 && p <= 2) || power >= 12 || power + p > 12 || (power >= 4 && p < 8)) return;
        power += p;
        ++out_.characters;
      }
      at_ = sign.next;
    }
  }

  // Behind a multiplier: another integer with a multiplier of its own, or the four digits that 万 leaves.
  bool continues(int power) const {
    std::size_t stop = at_;
    while (digit_at(stop) && stop < at_ + 5) ++stop;
    if (stop == at_) return digit_of(here().c) > 0 && multiplier_at(text_, sign_at(text_, here().next)) > 0;
    if (stop > at_ + 4 || text_[at_] == '0') return false;
    const Sign behind = sign_at(text_, stop);
    if (const int p = multiplier_at(text_, behind); p > 0) return p < power && p < 8;
    const bool after_ten_thousand = at_ >= 3 && text_.substr(at_ - 3, 3) == "万";
    return after_ten_thousand && stop == at_ + 4 && behind.c != '.' && behind.c != ',' && behind.c != '%' &&
           behind.c != U'年';
  }

  // --- Chinese characters ------------------------------------------------------------------------------------

  std::optional<Numeral> read_words() {
    if (read_digit_string()) return out_;
    read_tokens();
    if (tokens_.count == 0) return std::nullopt;
    const bool range = has_range();
    std::optional<Decimal> low = evaluate(tokens_, false);
    const std::optional<Decimal> high = range ? evaluate(tokens_, true) : std::nullopt;
    int power = 0;
    for (std::size_t i = tokens_.count; i > 0 && tokens_.list[i - 1].kind == Token::power; --i) {
      if (tokens_.list[i - 1].low > 1) power += tokens_.list[i - 1].low;
    }
    bool scaled = power > 0 || has_power();
    if (!range && !out_.more) read_fraction(low, power, scaled);
    out_.inexact = !low || (range && !high);
    if (!out_.inexact) {
      out_.number = *low;
      out_.upper = high;
    }
    out_.words = !digit_at(0);
    out_.scaled = scaled;
    out_.bare = !any_digit_;
    out_.multiplier = power_of_ten(power);
    out_.length = at_;
    return out_;
  }

  bool has_power() const noexcept {
    for (std::size_t i = 0; i < tokens_.count; ++i) {
      if (tokens_.list[i].kind == Token::power && tokens_.list[i].low > 1) return true;
    }
    return false;
  }

  bool has_range() const noexcept {
    for (std::size_t i = 0; i < tokens_.count; ++i) {
      if (tokens_.list[i].low != tokens_.list[i].high && tokens_.list[i].kind == Token::digit) return true;
    }
    return false;
  }

  // 二〇二五, 一三五: three digits and more side by side, or two with a 零, are read place by place.
  bool read_digit_string() {
    std::string digits;
    std::size_t stop = 0;
    bool zero = false;
    for (Sign sign = sign_at(text_, 0); digit_of(sign.c) >= 0; sign = sign_at(text_, stop)) {
      zero = zero || digit_of(sign.c) == 0;
      if (digits.size() < 20) digits += static_cast<char>('0' + digit_of(sign.c));
      stop = sign.next;
      ++out_.characters;
    }
    const bool place_by_place = digits.size() >= 3 || (digits.size() == 2 && zero && sign_at(text_, stop).c != U'点');
    if (!place_by_place) {
      out_.characters = 0;
      return false;
    }
    at_ = stop;
    int power = 0;
    read_multipliers(power);
    auto number = parse_decimal(digits);
    if (number) number = multiply(*number, power_of_ten(power));
    out_.inexact = !number;
    if (number) out_.number = *number;
    out_.words = true;
    out_.scaled = power > 0;
    out_.multiplier = power_of_ten(power);
    out_.length = at_;
    return true;
  }

  void read_tokens() {
    bool zero = false;         // 零 stands before
    int last_small = 4;        // 千, 百 and 十 fall inside a section
    for (;;) {
      const Sign sign = here();
      if (!out_.more && is_digit(static_cast<char>(sign.c < 0x80 ? sign.c : 0))) {
        if (!read_ascii_term(zero)) return;
        zero = false;
        continue;
      }
      if (const int tens = tens_of(sign.c); tens > 0) {
        if (out_.more || tokens_.ends_in(Token::digit) || last_small <= 1) return;
        if (!tokens_.push({Token::digit, tens, tens, false}) || !tokens_.push({Token::power, 1, 1, false})) return;
        last_small = 1;
        zero = false;
        any_digit_ = true;
        out_.characters += 2;
        at_ = sign.next;
        continue;
      }
      if (const int digit = digit_of(sign.c); !out_.more && digit >= 0) {
        if (!read_digit(sign, digit, zero)) return;
        continue;
      }
      const int p = multiplier_at(text_, sign);
      if (p == 0 || p == 12) {
        if (out_.more || !is_more(text_, sign) || !more_fits(sign)) return;
        out_.more = true;
        at_ = sign.next;
        continue;
      }
      const bool digit_before = tokens_.ends_in(Token::digit);
      if (p < 4) {
        if (out_.more || p >= last_small) return;
        if (!digit_before && p > 1 && tokens_.count > 0) return;  // 百, 千 without a digit stand first
        last_small = p;
        if (p == 1) any_digit_ = true;  // 十 is a number of its own
      } else {
        // 三千万, 一万二千亿, 一亿五千万: 万 once below 亿; 亿 once.
        const bool section_before = digit_before || last_small < 4;
        if (!may_follow(p) || (hundred_millions_ && !section_before)) return;
        ten_thousands_ = p == 4;
        hundred_millions_ = hundred_millions_ || p == 8;
        last_small = 4;
      }
      if (!tokens_.push({Token::power, p, p, false})) return;
      zero = false;
      ++out_.characters;
      at_ = sign.next;
    }
  }

  bool may_follow(int power) const noexcept {
    return power == 8 ? !hundred_millions_ : power != 4 || !ten_thousands_;
  }

  // 三百多, 十几, 千余; 三多 is none.
  bool more_fits(const Sign& sign) const noexcept {
    if (!tokens_.ends_in(Token::power)) return false;
    return sign.c != U'几' || tokens_.list[tokens_.count - 1].low <= 2;
  }

  bool read_ascii_term(bool zero) {
    std::size_t stop = at_;
    std::int32_t number = 0;
    for (; digit_at(stop) && stop < at_ + 5; ++stop) number = number * 10 + (text_[stop] - '0');
    const bool decimal = stop < text_.size() && text_[stop] == '.' && digit_at(stop + 1);
    if (stop > at_ + 4 || tokens_.ends_in(Token::digit) || decimal) return false;
    const int behind = multiplier_at(text_, sign_at(text_, stop));
    const bool closes = behind == 0;
    if (tokens_.count > 0 && !may_follow(behind)) return false;
    if (tokens_.count > 0 && closes && stop < at_ + 4) return false;
    // Four digits behind 万 are the ones: 1万2000 is no 一万二.
    if (!tokens_.push({Token::digit, number, number, zero || closes})) return false;
    any_digit_ = true;
    at_ = stop;
    return true;
  }

  bool read_digit(const Sign& sign, int digit, bool& zero) {
    if (digit == 0) {
      // 零 alone is a number; inside one it only says that a place is empty.
      if (tokens_.count == 0) {
        if (digit_of(sign_at(text_, sign.next).c) >= 0 || power_of(sign_at(text_, sign.next).c) > 0) return false;
        tokens_.push({Token::digit, 0, 0, false});
        any_digit_ = true;
        at_ = sign.next;
        ++out_.characters;
        return true;
      }
      const Sign behind = sign_at(text_, sign.next);
      if (zero || tokens_.ends_in(Token::digit) || (digit_of(behind.c) <= 0 && power_of(behind.c) != 1)) return false;
      zero = true;
      at_ = sign.next;
      ++out_.characters;
      return true;
    }
    if (tokens_.ends_in(Token::digit)) {
      // 五六百, 七八个, 三五年: two neighbouring digits, and only once.
      Token& before = tokens_.list[tokens_.count - 1];
      const bool neighbours = before.high == before.low && before.low > 0 && before.low < 10 &&
                              (digit == before.low + 1 || (digit == 5 && before.low == 3));
      if (!neighbours || has_range() || digit_at(0) || digit_of(sign_at(text_, sign.next).c) >= 0) return false;
      before.high = digit;
    } else {
      if (!tokens_.push({Token::digit, digit, digit, zero})) return false;
    }
    zero = false;
    any_digit_ = true;
    at_ = sign.next;
    ++out_.characters;
    return true;
  }

  // 七点五, 十二点五, 三点二万亿; 八点三十 is a time.
  void read_fraction(std::optional<Decimal>& number, int& power, bool& scaled) {
    const Sign point = here();
    if (point.c != U'点' || !number || power > 0) return;
    std::string digits = to_string(*number) + ".";
    std::size_t stop = point.next;
    int read = 0;
    for (Sign sign = sign_at(text_, stop); digit_of(sign.c) >= 0; sign = sign_at(text_, stop)) {
      if (read < 20) digits += static_cast<char>('0' + digit_of(sign.c));
      ++read;
      stop = sign.next;
    }
    if (read == 0 || power_of(sign_at(text_, stop).c) == 1) return;
    out_.characters += read + 1;
    at_ = stop;
    power = 0;
    read_multipliers(power);
    scaled = power > 0;
    number = parse_decimal(digits);
    if (number) number = multiply(*number, power_of_ten(power));
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Tokens tokens_;
  bool ten_thousands_ = false, hundred_millions_ = false;  // 万, 亿 read
  bool any_digit_ = false;
  Numeral out_;
};

}  // namespace

bool is_bill_digit(char32_t c) noexcept { return one_of(c, bill_digits); }

std::optional<Numeral> read_numeral(std::string_view text) {
  if (!is_bill_digit(sign_at(text, 0).c)) return Reader(text).read();
  const std::string plain = from_bill(text);
  return plain.empty() ? std::nullopt : Reader(plain).read();
}

std::string to_chinese(std::int64_t number) {
  if (number == 0) return std::string(digit_names[0]);
  std::string out;
  bool gap = false;  // empty places between the last digit written and the next
  const auto section = [&](std::int64_t part) {
    constexpr std::array<std::string_view, 4> places = {"千", "百", "十", ""};
    std::int64_t place = 1000;
    for (const std::string_view name : places) {
      const std::int64_t digit = part / place % 10;
      place /= 10;
      if (digit == 0) {
        gap = !out.empty();
        continue;
      }
      if (gap) out += digit_names[0];
      gap = false;
      // 十五, but 一百一十五
      if (!(digit == 1 && name == "十" && out.empty())) out += digit_names[static_cast<std::size_t>(digit)];
      out += name;
    }
  };
  constexpr std::array<std::pair<std::int64_t, std::string_view>, 3> sections = {
      {{100'000'000, "亿"}, {10'000, "万"}, {1, ""}}};
  for (const auto& [size, name] : sections) {
    const std::int64_t part = number / size % 10'000;
    section(part);
    if (part > 0) {
      out += name;
      gap = false;
    }
  }
  return out;
}

}  // namespace zhibiao::value
