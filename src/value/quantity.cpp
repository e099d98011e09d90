#include "value/quantity.hpp"

#include <algorithm>
#include <array>

#include "match/words.hpp"
#include "text/utf8.hpp"
#include "value/decimal.hpp"
#include "value/numeral.hpp"

namespace zhibiao::value {
namespace {

struct BoundWord {
  std::string_view word;
  Bound bound;
};

// Directly before a number; longest first among those that end alike.
constexpr std::array prefix_words = {
    BoundWord{"不低于", Bound::at_least},  BoundWord{"不少于", Bound::at_least},  BoundWord{"不小于", Bound::at_least},
    BoundWord{"不超过", Bound::at_most},   BoundWord{"不高于", Bound::at_most},   BoundWord{"不大于", Bound::at_most},
    BoundWord{"不突破", Bound::at_most},   BoundWord{"不多于", Bound::at_most},   BoundWord{"至少", Bound::at_least},
    BoundWord{"最低", Bound::at_least},    BoundWord{"最多", Bound::at_most},     BoundWord{"至多", Bound::at_most},
    BoundWord{"低于", Bound::less_than},   BoundWord{"少于", Bound::less_than},   BoundWord{"小于", Bound::less_than},
    BoundWord{"不足", Bound::less_than},   BoundWord{"不到", Bound::less_than},   BoundWord{"高于", Bound::more_than},
    BoundWord{"大于", Bound::more_than},   BoundWord{"多于", Bound::more_than},   BoundWord{"超过", Bound::more_than},
    BoundWord{"突破", Bound::more_than},   BoundWord{"高达", Bound::exact},       BoundWord{"接近", Bound::about},
    BoundWord{"将近", Bound::about},       BoundWord{"大约", Bound::about},       BoundWord{"约为", Bound::about},
    BoundWord{"跨过", Bound::more_than},   BoundWord{"迈过", Bound::more_than},   BoundWord{"跨越", Bound::more_than},
    BoundWord{"迈上", Bound::more_than},   BoundWord{"跨上", Bound::more_than},   BoundWord{"站上", Bound::more_than},
    BoundWord{"跃上", Bound::more_than},   BoundWord{"登上", Bound::more_than},   BoundWord{"踏上", Bound::more_than},
    BoundWord{"迈入", Bound::more_than},   BoundWord{"冲破", Bound::more_than},   BoundWord{"首超", Bound::more_than},
    BoundWord{"均超过", Bound::more_than}, BoundWord{"均超", Bound::more_than},   BoundWord{"超越", Bound::more_than},
    BoundWord{"约", Bound::about},         BoundWord{"近", Bound::about},         BoundWord{"超", Bound::more_than},
    BoundWord{"破", Bound::more_than},     BoundWord{"逾", Bound::more_than},     BoundWord{"过", Bound::more_than},
};

// Words that end in a bound word and are none: 签约200亿元, 附近3公里.
constexpr std::array false_prefixes = {
    std::string_view("签约"), std::string_view("节约"), std::string_view("集约"), std::string_view("公约"),
    std::string_view("预约"), std::string_view("违约"), std::string_view("履约"), std::string_view("合约"),
    std::string_view("附近"), std::string_view("最近"), std::string_view("靠近"), std::string_view("临近"),
    std::string_view("通过"), std::string_view("经过"), std::string_view("通超"), std::string_view("度过"),
    std::string_view("审议通过"), std::string_view("渡过"), std::string_view("见过"), std::string_view("难破"),
};

constexpr std::array suffix_words = {
    BoundWord{"及以上", Bound::at_least}, BoundWord{"以上", Bound::at_least}, BoundWord{"及以下", Bound::at_most},
    BoundWord{"以下", Bound::at_most},    BoundWord{"以内", Bound::at_most},  BoundWord{"之内", Bound::at_most},
    BoundWord{"左右", Bound::about},      BoundWord{"上下", Bound::about},    BoundWord{"之上", Bound::at_least},
};

constexpr std::array english_prefixes = {
    BoundWord{"no less than", Bound::at_least},   BoundWord{"not less than", Bound::at_least},
    BoundWord{"no lower than", Bound::at_least},  BoundWord{"not lower than", Bound::at_least},
    BoundWord{"no fewer than", Bound::at_least},  BoundWord{"at least", Bound::at_least},
    BoundWord{"a minimum of", Bound::at_least},   BoundWord{"at or above", Bound::at_least},
    BoundWord{"no more than", Bound::at_most},    BoundWord{"not more than", Bound::at_most},
    BoundWord{"no higher than", Bound::at_most},  BoundWord{"not higher than", Bound::at_most},
    BoundWord{"not exceeding", Bound::at_most},   BoundWord{"at or below", Bound::at_most},
    BoundWord{"not exceed", Bound::at_most},      BoundWord{"not rise above", Bound::at_most},
    BoundWord{"at most", Bound::at_most},         BoundWord{"within", Bound::at_most},
    BoundWord{"up to", Bound::at_most},           BoundWord{"more than", Bound::more_than},
    BoundWord{"greater than", Bound::more_than},  BoundWord{"higher than", Bound::more_than},
    BoundWord{"upwards of", Bound::more_than},    BoundWord{"in excess of", Bound::more_than},
    BoundWord{"exceeding", Bound::more_than},     BoundWord{"exceeded", Bound::more_than},
    BoundWord{"exceed", Bound::more_than},        BoundWord{"exceeds", Bound::more_than},
    BoundWord{"surpassing", Bound::more_than},    BoundWord{"surpassed", Bound::more_than},
    BoundWord{"surpass", Bound::more_than},       BoundWord{"over", Bound::more_than},
    BoundWord{"above", Bound::more_than},         BoundWord{"less than", Bound::less_than},
    BoundWord{"fewer than", Bound::less_than},    BoundWord{"lower than", Bound::less_than},
    BoundWord{"below", Bound::less_than},         BoundWord{"under", Bound::less_than},
    BoundWord{"approximately", Bound::about},     BoundWord{"around", Bound::about},
    BoundWord{"about", Bound::about},             BoundWord{"roughly", Bound::about},
    BoundWord{"nearly", Bound::about},            BoundWord{"almost", Bound::about},
    BoundWord{"some", Bound::about},              BoundWord{"close to", Bound::about},
};

constexpr std::array english_suffixes = {
    BoundWord{"or more", Bound::at_least},  BoundWord{"or higher", Bound::at_least}, BoundWord{"or above", Bound::at_least},
    BoundWord{"or better", Bound::at_least}, BoundWord{"and above", Bound::at_least}, BoundWord{"or lower", Bound::at_most},
    BoundWord{"or less", Bound::at_most},   BoundWord{"or below", Bound::at_most},   BoundWord{"or fewer", Bound::at_most},
    BoundWord{"or so", Bound::about},
};

// What makes the number before it a name, a date or a rank, and no quantity.
constexpr std::array ordinal_words = {
    std::string_view("年级"), std::string_view("月"),   std::string_view("日"),   std::string_view("号"),
    std::string_view("时"),   std::string_view("点钟"), std::string_view("届"),   std::string_view("级"),
    std::string_view("团"),   std::string_view("师"),   std::string_view("路"),   std::string_view("国道"),
    std::string_view("省道"), std::string_view("线"),   std::string_view("版"),   std::string_view("分钟"),
    std::string_view("小时"), std::string_view("热线"), std::string_view("周岁"), std::string_view("周年"),
    std::string_view("次会议"), std::string_view("次全会"), std::string_view("次全体"), std::string_view("次党代会"),
    std::string_view("世纪"), std::string_view("楼"),   std::string_view("室"),   std::string_view("平台"),
    std::string_view("产业体系"), std::string_view("行动"), std::string_view("工程"), std::string_view("亿级"),
    std::string_view("秒"),   std::string_view("平方公里级"), std::string_view("大道"), std::string_view("层"),
};

struct EnglishNumber {
  std::string_view word;
  std::int64_t number;
};
constexpr std::array english_numbers = {
    EnglishNumber{"seventeen", 17}, EnglishNumber{"thirteen", 13}, EnglishNumber{"fourteen", 14}, EnglishNumber{"eighteen", 18},
    EnglishNumber{"nineteen", 19},  EnglishNumber{"fifteen", 15},  EnglishNumber{"sixteen", 16},  EnglishNumber{"seventy", 70},
    EnglishNumber{"eleven", 11},    EnglishNumber{"twelve", 12},   EnglishNumber{"twenty", 20},   EnglishNumber{"thirty", 30},
    EnglishNumber{"eighty", 80},    EnglishNumber{"ninety", 90},   EnglishNumber{"three", 3},     EnglishNumber{"seven", 7},
    EnglishNumber{"eight", 8},      EnglishNumber{"forty", 40},    EnglishNumber{"fifty", 50},    EnglishNumber{"sixty", 60},
    EnglishNumber{"four", 4},       EnglishNumber{"five", 5},      EnglishNumber{"nine", 9},      EnglishNumber{"one", 1},
    EnglishNumber{"two", 2},        EnglishNumber{"six", 6},       EnglishNumber{"ten", 10},
};
constexpr std::array english_scales = {
    EnglishNumber{"hundred", 2}, EnglishNumber{"thousand", 3}, EnglishNumber{"million", 6}, EnglishNumber{"billion", 9},
    EnglishNumber{"trillion", 12},
};

struct CurrencySign {
  std::string_view sign;
  std::string_view unit;
};
constexpr std::array currency_signs = {
    CurrencySign{"US$", "USD"}, CurrencySign{"HK$", "HKD"}, CurrencySign{"NT$", "TWD"}, CurrencySign{"MOP$", "MOP"},
    CurrencySign{"RMB ", "CNY"}, CurrencySign{"RMB", "CNY"}, CurrencySign{"CNY ", "CNY"}, CurrencySign{"CNY", "CNY"},
    CurrencySign{"USD ", "USD"}, CurrencySign{"USD", "USD"}, CurrencySign{"EUR ", "EUR"}, CurrencySign{"HKD ", "HKD"},
    CurrencySign{"¥", "CNY"},   CurrencySign{"￥", "CNY"},  CurrencySign{"€", "EUR"},    CurrencySign{"£", "GBP"},
    CurrencySign{"人民币", "CNY"}, CurrencySign{"$", "USD"},
};

constexpr std::array bare_scale_leads = {
    std::string_view("迈上"), std::string_view("跨上"), std::string_view("站上"), std::string_view("跃上"),
    std::string_view("登上"), std::string_view("踏上"), std::string_view("突破"), std::string_view("超过"),
    std::string_view("超"),   std::string_view("迈过"), std::string_view("跨过"), std::string_view("跨越"),
    std::string_view("达到"), std::string_view("迈入"), std::string_view("冲破"), std::string_view("破"),   std::string_view("过"),
    std::string_view("近"),   std::string_view("逾"),   std::string_view("达"),
};

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts(std::string_view text, std::string_view with) noexcept { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) noexcept {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}
bool equal_folded(std::string_view text, std::string_view word) noexcept {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

bool is_numeral_character(char32_t c) noexcept {
  return std::u32string_view(U"零〇一二两三四五六七八九十百千万亿半").find(c) != std::u32string_view::npos;
}

}  // namespace

struct QuantityReader::Impl {
  match::WordMatcher words;
  struct Unit {
    std::string id;
    Decimal scale;
  };
  std::vector<Unit> units;  // by word id

  // One number with its unit: half of a range, or the whole of a reading.
  struct Number {
    std::size_t begin = 0, end = 0;  // number and multipliers
    std::size_t unit_end = 0;
    Decimal value;
    Decimal scale{1, 0};
    std::string_view unit;
    bool more = false, words = false, scaled = false;
    Decimal multiplier{1, 0};  // 万, 亿, million of the number itself
  };

  class Scanner;
};

class QuantityReader::Impl::Scanner {
 public:
  Scanner(const Impl& impl, std::string_view text, std::size_t begin, std::size_t end, bool english,
          std::vector<Reading>& out)
      : impl_(impl), text_(text.substr(0, end)), begin_(begin), english_(english), out_(out) {}

  void run() {
    std::size_t at = begin_;
    while (at < text_.size()) {
      const char c = text_[at];
      std::size_t next = at + text::sequence_length(c);
      if (is_digit(c)) {
        next = read_ascii(at);
      } else if (english_ && is_letter(c) && (at == begin_ || !is_letter(text_[at - 1]))) {
        next = std::max(next, read_english_words(at));
      } else if (static_cast<unsigned char>(c) >= 0x80 && !english_) {
        const char32_t character = text::character_at(text_, at);
        if (is_numeral_character(character)) next = std::max(next, read_chinese(at));
      }
      at = std::max(next, at + 1);
    }
  }

 private:
  std::string_view rest(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }
  std::string_view before(std::size_t at) const { return text_.substr(begin_, at - begin_); }

  // --- units -------------------------------------------------------------------------------------------------

  // The unit word at `at`: its end, or `at`.
  std::size_t unit_at(std::size_t at, const Unit*& unit) const {
    std::uint32_t id = 0;
    std::size_t from = at;
    if (english_ && from < text_.size() && (text_[from] == ' ' || text_[from] == '-')) ++from;
    if (from >= text_.size()) return at;
    const std::size_t stop = impl_.words.longest_at(text_, from, text_.size(), id);
    if (stop == from) return at;
    unit = &impl_.units[id];
    return stop;
  }

  void read_unit(Number& n) const {
    n.unit_end = n.end;
    const Unit* unit = nullptr;
    const std::size_t stop = unit_at(n.end, unit);
    if (stop == n.end || unit == nullptr) return;
    // 5里 of 5里程碑, 3人民…: single-character units end where a longer word plainly goes on.
    n.unit = unit->id;
    n.unit_end = stop;
    n.scale = *multiply(n.scale, unit->scale);
  }

  // 12.4万套(间): a bracket that only names the unit again.
  std::size_t skip_unit_bracket(std::size_t at) const {
    if (at >= text_.size() || text_[at] != '(') return at;
    const std::size_t close = text_.find(')', at);
    if (close == std::string_view::npos || close - at > 8) return at;
    std::uint32_t id = 0;
    const std::size_t inner = impl_.words.longest_at(text_, at + 1, close, id);
    return inner == close ? close + 1 : at;
  }

  // --- numbers in digits -------------------------------------------------------------------------------------

  std::optional<Number> number_at(std::size_t at, bool& inexact) const {
    Number n;
    n.begin = at;
    const auto numeral = read_numeral(rest(at));
    if (!numeral) {
      inexact = at < text_.size() && is_digit(text_[at]);
      return std::nullopt;
    }
    n.value = numeral->number;
    n.end = at + numeral->length;
    n.more = numeral->more;
    n.words = numeral->words;
    n.scaled = numeral->scaled;
    if (english_) read_english_scale(n);
    else if (n.scaled) n.scale = n.multiplier = scale_of(text_.substr(at, numeral->length));
    // 4000余人, 3亿多元
    for (const std::string_view word : {"余", "多", "几"}) {
      if (!english_ && starts(rest(n.end), word) && !starts(rest(n.end), "多个") && !starts(rest(n.end), "余额") &&
          !starts(rest(n.end), "多种")) {
        const Unit* unit = nullptr;
        if (unit_at(n.end + word.size(), unit) > n.end + word.size()) {
          n.more = true;
          n.end += word.size();
        }
        break;
      }
    }
    read_unit(n);
    return n;
  }

  static Decimal scale_of(std::string_view numeral) {
    int power = 0;
    for (std::size_t i = 0; i < numeral.size(); i += text::sequence_length(numeral[i])) {
      switch (text::character_at(numeral, i)) {
        case U'百': power += 2; break;
        case U'千': power += 3; break;
        case U'万': power += 4; break;
        case U'亿': power += 8; break;
        default: break;
      }
    }
    return power_of_ten(power);
  }

  void read_english_scale(Number& n) const {
    std::size_t at = n.end;
    int power = 0;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '-')) {
      bool found = false;
      for (const EnglishNumber& scale : english_scales) {
        const std::string_view word = rest(at + 1).substr(0, scale.word.size());
        const std::size_t stop = at + 1 + scale.word.size();
        if (!equal_folded(word, scale.word) || (stop < text_.size() && is_letter(text_[stop]))) continue;
        power += static_cast<int>(scale.number);
        at = stop;
        found = true;
        break;
      }
      if (!found) break;
    }
    if (power == 0) return;
    if (const auto scaled = multiply(n.value, power_of_ten(power))) {
      n.value = *scaled;
      n.scale = n.multiplier = power_of_ten(power);
      n.scaled = true;
      n.end = at;
    }
  }

  std::size_t ordinal(std::size_t begin, std::size_t end) {
    Reading r;
    if (ends(before(begin), "第")) {  // a rank or a part of a name: 第3位, 第一
      begin -= 3;
      for (const std::string_view word : {"位", "名"}) {
        if (starts(rest(end), word)) end += word.size();
      }
    }
    r.begin = r.number_begin = static_cast<std::uint32_t>(begin);
    r.end = r.number_end = r.unit_begin = r.unit_end = static_cast<std::uint32_t>(end);
    r.ordinal = true;
    out_.push_back(r);
    return end;
  }

  std::size_t read_ascii(std::size_t at) {
    std::size_t digits = at;
    while (digits < text_.size() && is_digit(text_[digits])) ++digits;
    const std::string_view left = before(at);
    std::string_view sign_unit;
    std::size_t sign_size = 0;
    for (const CurrencySign& sign : currency_signs) {
      if (!ends(left, sign.sign)) continue;
      sign_unit = sign.unit;
      sign_size = sign.sign.size();
      break;
    }
    // PM2.5, G20, A4; 第3; 3+3 and 2×66 are names.
    const bool glued_left = !left.empty() && sign_size == 0 &&
                            (is_letter(left.back()) || left.back() == '+' || left.back() == '.' || left.back() == '_' ||
                             left.back() == '/' || ends(left, "×"));
    std::size_t word_end = digits;
    if (digits < text_.size() && text_[digits] == '.' && digits + 1 < text_.size() && is_digit(text_[digits + 1])) {
      word_end = digits + 1;
      while (word_end < text_.size() && is_digit(text_[word_end])) ++word_end;
    }
    const std::string_view behind = rest(word_end);
    if (glued_left || ends(left, "第") || starts(behind, "+") || starts(behind, "×")) return ordinal(at, word_end);
    if (!behind.empty() && is_letter(behind.front())) {
      const Unit* unit = nullptr;
      if (unit_at(word_end, unit) == word_end) {
        std::size_t stop = word_end;
        while (stop < text_.size() && (is_letter(text_[stop]) || is_digit(text_[stop]))) ++stop;
        return ordinal(at, stop);
      }
    }
    if (digits - at == 4 && word_end == digits && is_calendar_year(at)) {
      if (const std::size_t stop = calendar_end(digits); stop > 0) return ordinal(at, stop);
      if (english_ && is_english_year(at, digits)) return ordinal(at, digits);
    }
    if (starts(behind, "/") && behind.size() > 1 && is_digit(behind[1])) {  // 1/3
      std::size_t stop = word_end + 1;
      while (stop < text_.size() && is_digit(text_[stop])) ++stop;
      return ordinal(at, stop);
    }
    // 1-3月, 0-6周岁: an ordinal behind a dash makes both ordinals.
    bool inexact = false;
    std::optional<Number> first = number_at(at, inexact);
    if (!first) {
      if (!inexact) return ordinal(at, word_end);
      Reading r;
      r.begin = r.number_begin = static_cast<std::uint32_t>(at);
      r.end = r.number_end = r.unit_begin = r.unit_end = static_cast<std::uint32_t>(word_end);
      r.inexact = true;
      out_.push_back(r);
      return word_end;
    }
    if (!sign_unit.empty() && first->unit.empty()) first->unit = sign_unit;
    if (is_ordinal(*first)) return ordinal(at, first->unit_end);
    if (const std::size_t stop = read_proportion(*first); stop > 0) return stop;
    return finish(*first, at - sign_size);
  }

  bool is_calendar_year(std::size_t at) const {
    const std::string_view y = text_.substr(at, 4);
    return starts(y, "19") || starts(y, "20");
  }

  // Behind the digits of a year: 年, or a dash and another year; 0 where it is none.
  std::size_t calendar_end(std::size_t digits) const {
    if (starts(rest(digits), "年")) return digits + 3;
    for (const std::string_view dash : {"-", "~", "—", "至", "到"}) {
      if (!starts(rest(digits), dash)) continue;
      const std::size_t second = digits + dash.size();
      if (second + 4 <= text_.size() && is_calendar_year(second) && is_digit(text_[second + 2]) && is_digit(text_[second + 3])) {
        return starts(rest(second + 4), "年") ? second + 7 : second + 4;
      }
      // 2025-02-28
      if (dash == "-" && second + 2 <= text_.size() && is_digit(text_[second])) {
        std::size_t stop = second;
        while (stop < text_.size() && (is_digit(text_[stop]) || text_[stop] == '-')) ++stop;
        return stop;
      }
    }
    return 0;
  }

  bool is_english_year(std::size_t at, std::size_t digits) const {
    const std::string_view behind = rest(digits);
    if (starts(behind, ",") && behind.size() > 1 && is_digit(behind[1])) return false;
    const Unit* unit = nullptr;
    if (unit_at(digits, unit) > digits) return false;
    Number n;
    n.value = {1, 0};
    n.end = digits;
    read_english_scale(n);
    return n.end == digits && at > begin_;
  }

  bool is_ordinal(const Number& n) const {
    if (n.unit == "year") {
      // A duration is no value; an age or a mean number of years is.
      const std::string_view word = text_.substr(n.end, n.unit_end - n.end);
      const bool decimal = text_.substr(n.begin, n.end - n.begin).find('.') != std::string_view::npos;
      if (word == "年" && !decimal) return true;
      return starts(rest(n.end), "年级");
    }
    const std::string_view behind = rest(n.end);
    if (n.scaled && starts(behind, "级")) return true;
    if (n.unit == "item" || n.unit == "percent" || n.unit == "person") {
      return starts(behind, "次会议") || starts(behind, "次全") || starts(behind, "号线") || starts(behind, "节课");
    }
    if (!n.unit.empty()) {
      // 500亿元级, 千万吨级: a class.
      return starts(rest(n.unit_end), "级");
    }
    if (n.scaled) return starts(behind, "级");
    return std::any_of(ordinal_words.begin(), ordinal_words.end(),
                       [&](std::string_view word) { return starts(behind, word); });
  }

  // 2.31:1 is a ratio; 5:40:55 are three bare numbers.
  std::size_t read_proportion(const Number& first) {
    if (!first.unit.empty() || first.end >= text_.size() || text_[first.end] != ':') return 0;
    bool inexact = false;
    const std::size_t second_at = first.end + 1;
    if (second_at >= text_.size() || !is_digit(text_[second_at])) return 0;
    const auto second = number_at(second_at, inexact);
    if (!second) return 0;
    if (second->value == Decimal{1, 0} && !starts(rest(second->end), ":")) {
      Number ratio = first;
      ratio.unit = times_id();
      ratio.unit_end = second->end;
      return finish(ratio, first.begin);
    }
    return 0;
  }

  std::string_view times_id() const { return "times"; }

  // --- ranges and bounds -------------------------------------------------------------------------------------

  std::size_t range_mark(std::size_t at) const {
    for (const std::string_view mark : {"—", "-", "~", "至", "到"}) {
      if (!starts(rest(at), mark)) continue;
      std::size_t stop = at + mark.size();
      if (starts(rest(stop), mark) && mark == "—") stop += mark.size();
      return stop;
    }
    if (english_) {
      for (const std::string_view mark : {" to ", " and "}) {
        if (starts(rest(at), mark)) return at + mark.size();
      }
    }
    return at;
  }

  bool words_range_forbidden(std::size_t at, std::string_view mark) const {
    if (mark == "-" || mark == "~" || mark == "—") return false;
    const std::string_view left = before(at);
    if (english_) {
      if (mark == " and ") return !ends_folded(left, "between ");
      return ends_folded(left, "from ");
    }
    return ends(left, "由") || ends(left, "从");
  }

  static bool ends_folded(std::string_view text, std::string_view word) {
    return text.size() >= word.size() && equal_folded(text.substr(text.size() - word.size()), word);
  }

  std::size_t finish(Number first, std::size_t begin) {
    Reading r;
    r.number_begin = static_cast<std::uint32_t>(first.begin);
    r.words = first.words;
    Number last = first;
    const std::size_t mark_at = first.unit_end;
    if (const std::size_t second_at = range_mark(mark_at); second_at > mark_at && second_at < text_.size()) {
      const std::string_view mark = text_.substr(mark_at, second_at - mark_at);
      bool inexact = false;
      const bool numeral = is_digit(text_[second_at]) || (first.words && !english_);
      auto second = numeral && !words_range_forbidden(first.begin, mark) ? number_at(second_at, inexact) : std::nullopt;
      if (second && is_ordinal(*second) && first.unit.empty()) return ordinal(first.begin, second->unit_end);
      if (second && !is_ordinal(*second) && (first.unit.empty() || second->unit.empty() || first.unit == second->unit)) {
        Decimal low = first.value;
        if (!first.scaled && second->scaled && compare(low, second->value) < 0) {
          if (const auto scaled = multiply(low, second->multiplier)) {
            if (compare(*scaled, second->value) < 0) low = *scaled;
          }
        }
        if (second->unit.empty() && !first.unit.empty()) second->unit = first.unit;
        if (compare(low, second->value) < 0) {
          r.range = true;
          first.value = low;
          if (first.unit.empty()) first.scale = second->scale;
          last = *second;
        }
      }
    }
    r.number_end = static_cast<std::uint32_t>(last.end);
    r.unit_begin = static_cast<std::uint32_t>(last.end);
    r.unit_end = static_cast<std::uint32_t>(last.unit_end);
    r.unit = last.unit.empty() ? first.unit : last.unit;
    r.scale = last.scale;
    const Decimal unit_scale = scale_of_unit(last);
    const auto low = multiply(first.value, unit_scale);
    const auto high = multiply(r.range ? last.value : first.value, unit_scale);
    if (!low || !high) {
      r.inexact = true;
    } else {
      r.lower = *low;
      r.upper = *high;
    }
    std::size_t end = skip_unit_bracket(last.unit_end);
    if (last.more || first.more) r.suffix_bound = Bound::more_than;
    end = read_suffix(end, r);
    for (const std::string_view mark : {"大关", "新台阶", "台阶", "新关口", "关口"}) {
      if (!english_ && starts(rest(end), mark)) {
        end += mark.size();
        break;
      }
    }
    begin = read_prefix(begin, r);
    begin = read_per_unit(begin, r);
    r.begin = static_cast<std::uint32_t>(begin);
    r.end = static_cast<std::uint32_t>(end);
    out_.push_back(r);
    return end;
  }

  Decimal scale_of_unit(const Number& n) const {
    if (n.unit_end == n.end) return {1, 0};
    const Unit* unit = nullptr;
    std::uint32_t id = 0;
    std::size_t from = n.end;
    if (english_ && from < text_.size() && (text_[from] == ' ' || text_[from] == '-')) ++from;
    if (impl_.words.longest_at(text_, from, text_.size(), id) > from) unit = &impl_.units[id];
    return unit != nullptr ? unit->scale : Decimal{1, 0};
  }

  std::size_t read_suffix(std::size_t end, Reading& r) const {
    const std::string_view behind = rest(end);
    if (english_) {
      for (const BoundWord& word : english_suffixes) {
        if (behind.size() > word.word.size() && behind[0] == ' ' &&
            equal_folded(behind.substr(1, word.word.size()), word.word)) {
          r.suffix_bound = word.bound;
          return end + 1 + word.word.size();
        }
      }
      return end;
    }
    for (const BoundWord& word : suffix_words) {
      if (starts(behind, word.word)) {
        r.suffix_bound = word.bound;
        return end + word.word.size();
      }
    }
    // 10%或者更多一些
    for (const std::string_view word : {"或者更多一些", "或更多", "或者更多", "或更高"}) {
      if (starts(behind, word)) {
        r.suffix_bound = Bound::at_least;
        return end + word.size();
      }
    }
    for (const std::string_view word : {"多", "有余", "余"}) {
      if (r.unit.empty() || !starts(behind, word)) continue;
      const std::string_view next = behind.substr(word.size());
      if (word == "余" && starts(next, "额")) break;
      if (word == "多" && (starts(next, "个") || starts(next, "种") || starts(next, "层") || starts(next, "元"))) break;
      r.suffix_bound = Bound::more_than;
      return end + word.size();
    }
    return end;
  }

  std::size_t read_prefix(std::size_t begin, Reading& r) const {
    const std::string_view left = before(begin);
    if (english_) {
      for (const BoundWord& word : english_prefixes) {
        const std::size_t size = word.word.size() + 1;
        if (left.size() < size || left.back() != ' ') continue;
        if (!equal_folded(left.substr(left.size() - size, word.word.size()), word.word)) continue;
        if (left.size() > size && is_letter(left[left.size() - size - 1])) continue;
        r.prefix_bound = word.bound;
        return begin - size;
      }
      return begin;
    }
    for (const BoundWord& word : prefix_words) {
      if (!ends(left, word.word)) continue;
      for (const std::string_view no : false_prefixes) {
        if (ends(left, no)) return begin;
      }
      if (word.bound != Bound::exact) r.prefix_bound = word.bound;
      return begin - word.word.size();
    }
    return begin;
  }

  // 每立方米25微克: the divisor stands before the number; 每 may be lost.
  std::size_t read_per_unit(std::size_t begin, Reading& r) const {
    if (r.unit != "microgram_per_cubic_metre") return begin;
    const std::string_view left = before(begin);
    for (const std::string_view per : {"每立方米", "立方米"}) {
      if (ends(left, per)) return begin - per.size();
    }
    return begin;
  }

  // --- numbers in words --------------------------------------------------------------------------------------

  std::size_t read_chinese(std::size_t at) {
    const std::string_view here = rest(at);
    for (const auto& [lead, unit] : {std::pair<std::string_view, std::string_view>{"百分之", "percent"},
                                     {"千分之", "per_mille"}}) {
      if (!starts(here, lead)) continue;
      const auto numeral = read_numeral(here.substr(lead.size()));
      if (!numeral) return at;
      Number n;
      n.begin = at;
      n.end = n.unit_end = at + lead.size() + numeral->length;
      n.value = numeral->number;
      n.unit = unit;
      n.words = true;
      return finish(n, at);
    }
    if (text::character_at(text_, at) == U'半') return read_half(at);
    const std::string_view left = before(at);
    const bool preceded = !left.empty() && is_numeral_character(last_character(left));
    if (preceded) return at;
    // 五六百亿元, 七八个: two neighbouring digits are a range.
    if (const std::size_t stop = read_adjacent(at); stop > at) return stop;
    bool inexact = false;
    auto n = number_at(at, inexact);
    if (!n || !n->words) return at;
    const std::size_t characters = count_characters(at, n->end);
    if (ends(left, "第")) return ordinal(at, n->unit_end);
    if (starts(rest(n->end), "分之")) {  // 三分之一
      const auto second = read_numeral(rest(n->end + 6));
      return second ? ordinal(at, n->end + 6 + second->length) : at;
    }
    if (starts(rest(n->end), "成")) return read_tenths(*n, left);
    if (n->unit.empty()) {
      if (!bare_scale(*n, left)) return skip_word_number(*n);
      return finish(*n, at);
    }
    if (is_ordinal(*n) || n->unit == "year") return n->unit == "year" ? ordinal(at, n->unit_end) : at;
    if (characters == 1) {
      // 一个, 三家: hardly ever a value; 两倍, 一亿元 are.
      if (n->scaled && !bare_lead(left)) return at;
      if (!n->scaled && (n->unit == "item" || n->unit == "person" || n->unit == "household" || n->unit == "kilometre" ||
                         n->unit == "cubic_metre" || n->unit == "kilowatt_hour" || n->unit == "mu")) {
        return at;
      }
    } else if (!n->scaled && !has_ten(at, n->end)) {
      return at;
    }
    if (starts(rest(n->unit_end), "级")) return ordinal(at, n->unit_end + 3);
    return finish(*n, at);
  }

  std::size_t skip_word_number(const Number& n) const { return n.end > n.begin ? n.begin : n.end; }

  static char32_t last_character(std::string_view s) {
    std::size_t at = s.size() - 1;
    while (at > 0 && text::is_continuation(s[at])) --at;
    return text::character_at(s, at);
  }

  std::size_t count_characters(std::size_t begin, std::size_t end) const {
    std::size_t n = 0;
    for (std::size_t i = begin; i < end; i += text::sequence_length(text_[i])) ++n;
    return n;
  }

  bool has_ten(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin).find("十") != std::string_view::npos ||
           text_.substr(begin, end - begin).find("点") != std::string_view::npos;
  }

  bool bare_lead(std::string_view left) const {
    return std::any_of(bare_scale_leads.begin(), bare_scale_leads.end(),
                       [&](std::string_view lead) { return ends(left, lead); });
  }

  // 迈上千亿大关, 突破万亿: a bare multiplier behind a word of passing a mark.
  bool bare_scale(const Number& n, std::string_view left) const {
    if (!n.scaled || !bare_lead(left)) return false;
    const std::string_view behind = rest(n.end);
    if (behind.empty()) return true;
    for (const std::string_view word : {"大关", "台阶", "新台阶", "关口", "元", "规模", ",", "。", ";", "、", "\n"}) {
      if (starts(behind, word)) return true;
    }
    return false;
  }

  std::size_t read_half(std::size_t at) {
    const std::string_view left = before(at);
    const bool one = ends(left, "一");
    const bool past = ends(left, "过") || ends(left, "超") || ends(left, "近");
    if (!one && !past) return at;
    Number n;
    n.begin = one ? at - 3 : at;
    n.end = n.unit_end = at + 3;
    if (starts(rest(n.end), "数")) n.end = n.unit_end = n.end + 3;
    n.value = {5, 1};
    n.unit = "percent";
    n.words = true;
    return finish(n, n.begin);
  }

  // 三成 is 30 percent, 六成五 is 65.
  std::size_t read_tenths(const Number& whole, std::string_view left) {
    if (whole.scaled || compare(whole.value, {1, 1}) > 0) return whole.begin;
    if (ends(left, "第")) return whole.begin;
    Number n = whole;
    n.end += 3;
    const std::string_view behind = rest(n.end);
    for (const std::string_view word : {"立", "功", "员", "为", "果", "效", "长", "套", "本", "熟", "就", "品", "人"}) {
      if (starts(behind, word) && word != "以") return whole.begin;
    }
    n.value = *multiply(n.value, {1, 1});
    if (const auto more = read_numeral(behind); more && more->words && !more->scaled && compare(more->number, {1, 1}) < 0) {
      Decimal sum{n.value.coefficient, n.value.exponent};
      std::int64_t v = sum.coefficient;
      for (int e = 0; e < sum.exponent; ++e) v *= 10;
      sum = *multiply({v + more->number.coefficient, 0}, {1, 0});
      n.value = sum;
      n.end += more->length;
    }
    n.unit = "percent";
    n.unit_end = n.end;
    return finish(n, whole.begin);
  }

  std::size_t read_adjacent(std::size_t at) {
    constexpr std::u32string_view digits = U"一二三四五六七八九";
    const char32_t a = text::character_at(text_, at);
    const std::size_t second_at = at + text::sequence_length(text_[at]);
    if (second_at >= text_.size()) return at;
    const char32_t b = text::character_at(text_, second_at);
    const std::size_t pa = a == U'两' ? 1 : digits.find(a), pb = digits.find(b);
    if (pa == std::u32string_view::npos || pb != pa + 1) return at;
    bool inexact = false;
    auto high = number_at(second_at, inexact);
    if (!high || high->value.coefficient != static_cast<std::int64_t>(pb + 1)) return at;
    Number low = *high;
    low.value.coefficient = static_cast<std::int64_t>(pa + 1);
    if (starts(rest(high->end), "成") && !high->scaled) {
      high->value.exponent += 1;
      low.value.exponent += 1;
      high->end = high->unit_end = high->end + 3;
      high->unit = "percent";
      high->scale = {1, 0};
    } else if (high->unit.empty() || (!high->scaled && high->unit == "year")) {
      return at;
    }
    Reading r;
    r.begin = r.number_begin = static_cast<std::uint32_t>(at);
    r.number_end = r.unit_begin = static_cast<std::uint32_t>(high->end);
    r.unit_end = static_cast<std::uint32_t>(high->unit_end);
    r.unit = high->unit;
    r.range = r.words = true;
    r.scale = high->scale;
    const Decimal scale = scale_of_unit(*high);
    const auto lo = multiply(low.value, scale), hi = multiply(high->value, scale);
    if (!lo || !hi) return at;
    r.lower = *lo;
    r.upper = *hi;
    const std::size_t end = read_suffix(high->unit_end, r);
    r.end = static_cast<std::uint32_t>(end);
    r.begin = static_cast<std::uint32_t>(read_prefix(at, r));
    out_.push_back(r);
    return end;
  }

  // English: ten million, two thousand; a word alone (one, two) is no quantity without a scale or unit.
  std::size_t read_english_words(std::size_t at) {
    std::size_t stop = at;
    while (stop < text_.size() && is_letter(text_[stop])) ++stop;
    const std::string_view word = text_.substr(at, stop - at);
    for (const EnglishNumber& number : english_numbers) {
      if (!equal_folded(word, number.word)) continue;
      Number n;
      n.begin = at;
      n.end = n.unit_end = stop;
      n.value = *multiply({number.number, 0}, {1, 0});
      n.words = true;
      // forty-five
      if (number.number >= 20 && stop < text_.size() && text_[stop] == '-') {
        std::size_t more = stop + 1;
        while (more < text_.size() && is_letter(text_[more])) ++more;
        const std::string_view unit_word = text_.substr(stop + 1, more - stop - 1);
        for (const EnglishNumber& small : english_numbers) {
          if (small.number < 10 && equal_folded(unit_word, small.word)) {
            n.value = *multiply({number.number + small.number, 0}, {1, 0});
            n.end = n.unit_end = more;
          }
        }
      }
      read_english_scale(n);
      read_unit(n);
      if (!n.scaled && (n.unit.empty() || n.unit == "year" || n.unit == "item" || n.unit == "times")) return stop;
      return finish(n, at);
    }
    return stop;
  }

  const Impl& impl_;
  std::string_view text_;
  std::size_t begin_;
  bool english_;
  std::vector<Reading>& out_;
};

Result<QuantityReader> QuantityReader::create(const LexiconData& lexicon) {
  auto impl = std::make_shared<Impl>();
  for (const UnitEntry& entry : lexicon.units) {
    for (const auto& [word, scale] : entry.words) {
      const auto number = parse_decimal(scale);
      if (!number) return Error{ErrorCode::broken_lexicon, "unit " + entry.id + ": scale '" + scale + "' is no number"};
      const auto id = static_cast<std::uint32_t>(impl->units.size());
      if (impl->words.add(word, id) == id) impl->units.push_back({entry.id, *number});
    }
  }
  impl->words.freeze();
  QuantityReader reader;
  reader.impl_ = std::move(impl);
  return reader;
}

std::vector<Reading> QuantityReader::read(std::string_view text, std::size_t begin, std::size_t end, bool english) const {
  std::vector<Reading> out;
  Impl::Scanner(*impl_, text, begin, end, english, out).run();
  return out;
}

}  // namespace zhibiao::value
