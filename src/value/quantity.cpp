#include "value/quantity.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <utility>

#include "match/words.hpp"
#include "text/utf8.hpp"
#include "value/decimal.hpp"
#include "value/numeral.hpp"

namespace zhibiao::value {
namespace {

// ---------------------------------------------------------------------------------------------------
// Bound words
//
// They are part of how a number is written, as its digits are, and so stand here beside the numerals.

struct BoundWord {
  std::string_view word;
  std::optional<Bound> bound;  // empty: a longer word that ends (or begins) like a bound word and is none
};

constexpr std::optional<Bound> no_bound;
constexpr Bound about = Bound::about, at_least = Bound::at_least, more_than = Bound::more_than;
constexpr Bound at_most = Bound::at_most, less_than = Bound::less_than;

// Directly before a number; the longest counts.
constexpr BoundWord before_chinese[] = {
    {"约", about},        {"约为", about},      {"约占", about},      {"大约", about},      {"大概", about},
    {"近", about},        {"接近", about},      {"将近", about},      {"差不多", about},    {"大致", about},
    {"至少", at_least},   {"最少", at_least},   {"最低", at_least},   {"不低于", at_least}, {"不少于", at_least},
    {"不小于", at_least}, {"不得低于", at_least}, {"不得少于", at_least},
    {"超", more_than},    {"超过", more_than},  {"突破", more_than},  {"破", more_than},    {"逾", more_than},
    {"过", more_than},    {"高于", more_than},  {"大于", more_than},  {"多于", more_than},  {"超出", more_than},
    {"迈上", more_than},  {"迈过", more_than},  {"迈入", more_than},  {"跨上", more_than},  {"跨过", more_than},
    {"跨越", more_than},  {"站上", more_than},  {"跃上", more_than},  {"登上", more_than},  {"踏上", more_than},
    {"冲上", more_than},  {"冲破", more_than},  {"首破", more_than},
    {"不超过", at_most},  {"不超", at_most},    {"不高于", at_most},  {"不大于", at_most},  {"不多于", at_most},
    {"不突破", at_most},  {"不得超过", at_most}, {"不得高于", at_most}, {"最多", at_most},   {"至多", at_most},
    {"低于", less_than},  {"少于", less_than},  {"小于", less_than},  {"不足", less_than},  {"不到", less_than},
    {"不满", less_than},
    // 签约200亿元, 附近3公里, 审议通过5项
    {"签约", no_bound},   {"节约", no_bound},   {"集约", no_bound},   {"公约", no_bound},   {"预约", no_bound},
    {"违约", no_bound},   {"履约", no_bound},   {"合约", no_bound},   {"契约", no_bound},   {"制约", no_bound},
    {"条约", no_bound},   {"特约", no_bound},   {"相约", no_bound},   {"邀约", no_bound},   {"简约", no_bound},
    {"解约", no_bound},   {"续约", no_bound},   {"附近", no_bound},   {"最近", no_bound},   {"靠近", no_bound},
    {"临近", no_bound},   {"邻近", no_bound},   {"贴近", no_bound},   {"走近", no_bound},   {"新近", no_bound},
    {"就近", no_bound},   {"通过", no_bound},   {"经过", no_bound},   {"度过", no_bound},   {"渡过", no_bound},
    {"见过", no_bound},   {"不过", no_bound},   {"走过", no_bound},   {"做过", no_bound},   {"有过", no_bound},
    {"跳过", no_bound},   {"错过", no_bound},   {"来过", no_bound},   {"开过", no_bound},   {"打破", no_bound},
    {"侦破", no_bound},   {"攻破", no_bound},   {"赶超", no_bound},   {"反超", no_bound},   {"英超", no_bound},
    {"中超", no_bound},   {"高超", no_bound},
};

// Directly behind the unit.
constexpr BoundWord behind_chinese[] = {
    {"左右", about},        {"上下", about},       {"上下游", no_bound},  {"上下联", no_bound},  {"上下同", no_bound},
    {"以上", at_least},     {"及以上", at_least},  {"或以上", at_least},  {"之上", at_least},    {"(含)以上", at_least},
    {"或更多", at_least},   {"或者更多", at_least}, {"或更高", at_least}, {"以上下", no_bound},
    {"以内", at_most},      {"以下", at_most},     {"及以下", at_most},   {"或以下", at_most},   {"之内", at_most},
    {"之下", at_most},      {"(含)以下", at_most}, {"或更低", at_most},   {"或更少", at_most},   {"有余", more_than},
};

constexpr BoundWord before_english[] = {
    {"around", about},            {"about", about},             {"approximately", about},   {"some", about},
    {"nearly", about},            {"almost", about},            {"roughly", about},         {"close to", about},
    {"an estimated", about},      {"near", about},              {"approaching", about},     {"approx.", about},
    {"at least", at_least},       {"no less than", at_least},   {"not less than", at_least},
    {"no fewer than", at_least},  {"not fewer than", at_least}, {"no lower than", at_least},
    {"not lower than", at_least}, {"a minimum of", at_least},
    {"minimum of", at_least},     {"at or above", at_least},    {"not fall below", at_least}, {"not below", at_least},
    {"over", more_than},          {"more than", more_than},     {"exceeding", more_than},   {"exceed", more_than},
    {"exceeded", more_than},      {"exceeds", more_than},       {"above", more_than},       {"surpass", more_than},
    {"surpassed", more_than},     {"surpassing", more_than},    {"surpasses", more_than},   {"upwards of", more_than},
    {"upward of", more_than},     {"in excess of", more_than},  {"higher than", more_than}, {"greater than", more_than},
    {"larger than", more_than},   {"topped", more_than},        {"topping", more_than},     {"beyond", more_than},
    {"well over", more_than},     {"well above", more_than},    {"just over", more_than},
    {"at most", at_most},         {"no more than", at_most},    {"not more than", at_most}, {"no higher than", at_most},
    {"not higher than", at_most}, {"not exceeding", at_most},   {"not exceed", at_most},    {"within", at_most},
    {"up to", at_most},           {"at or below", at_most},     {"a maximum of", at_most},  {"maximum of", at_most},
    {"not rise above", at_most},  {"not go above", at_most},    {"not above", at_most},     {"not over", at_most},
    {"capped at", at_most},       {"not surpass", at_most},     {"no greater than", at_most},
    {"below", less_than},         {"under", less_than},         {"less than", less_than},   {"fewer than", less_than},
    {"lower than", less_than},    {"short of", less_than},      {"smaller than", less_than}, {"well below", less_than},
    {"just under", less_than},
};

constexpr BoundWord behind_english[] = {
    {"or more", at_least},   {"or higher", at_least}, {"or above", at_least},  {"or over", at_least},
    {"or better", at_least}, {"or greater", at_least}, {"and above", at_least}, {"and over", at_least},
    {"and more", at_least},  {"or lower", at_most},   {"or less", at_most},    {"or below", at_most},
    {"or fewer", at_most},   {"or under", at_most},   {"and below", at_most},  {"and under", at_most},
    {"or so", about},        {"or thereabouts", about},
};

// A number made of multipliers alone counts behind these and behind the bound words: 迈上千亿大关, 上万人.
constexpr std::string_view bare_leads[] = {"达",   "达到", "上",   "在",   "冲刺", "冲击", "迈向", "挺进",
                                           "奔向", "向",   "至",   "到",   "成为", "实现"};
// 以上百姓, 线上千家: 上 that belongs to the word before it.
constexpr std::u32string_view before_other_up = U"以之线网市天地路海马早晚规限陆江水山岛云身";
// Marks that are passed; they go with the number: 5000亿元大关.
constexpr std::string_view marks[] = {"大关", "新台阶", "台阶", "新关口", "关口", "门槛", "俱乐部"};

// 增长-3.2%, 为负3.2%: where a dash is a minus, and 负 is no 减负.
constexpr std::u32string_view before_minus = U"长为达至到是幅速率约于在降升涨跌平值计示";
constexpr std::u32string_view before_negative = U"长为达至到是幅速率约于在以下值";

// 前十名, 前5位; 目前, 6月底前 and the like say when.
constexpr std::u32string_view before_other_front = U"目当年底日此以之提月会期午节事跟面向";

// 受教育年限12.5年: the one use of 年 that is a size and no time.
constexpr std::string_view year_sizes[] = {"年限", "寿命", "年龄", "工龄", "expectancy", "schooling", "education"};

// March 5, 5 March; Section 3, top 10: the number is a date or a name.
constexpr std::string_view english_months[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"};
constexpr std::string_view english_labels[] = {
    "section", "part", "page", "no", "no.", "article", "chapter", "table", "figure", "annex", "appendix", "phase",
    "tier", "level", "item", "line", "type", "category", "class", "grade", "round", "top", "number", "year", "box",
    "column", "highway", "zone", "group"};

struct EnglishNumber {
  std::string_view word;
  std::int64_t number;
};
constexpr EnglishNumber english_numbers[] = {
    {"one", 1},        {"two", 2},       {"three", 3},     {"four", 4},      {"five", 5},       {"six", 6},
    {"seven", 7},      {"eight", 8},     {"nine", 9},      {"ten", 10},      {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13},  {"fourteen", 14}, {"fifteen", 15},  {"sixteen", 16},  {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19},  {"twenty", 20},   {"thirty", 30},   {"forty", 40},    {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},   {"eighty", 80},   {"ninety", 90},
};
constexpr EnglishNumber english_scales[] = {  // powers of ten
    {"hundred", 2}, {"thousand", 3}, {"million", 6}, {"billion", 9}, {"trillion", 12}, {"bn", 9}, {"mn", 6}, {"tn", 12},
};

// ---------------------------------------------------------------------------------------------------
// Characters

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool starts(std::string_view text, std::string_view with) noexcept { return text.substr(0, with.size()) == with; }
bool ends(std::string_view text, std::string_view with) noexcept {
  return text.size() >= with.size() && text.substr(text.size() - with.size()) == with;
}
bool starts_with_any(std::string_view text, const auto& words) noexcept {
  return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return starts(text, word); });
}

bool equal_folded(std::string_view text, std::string_view word) noexcept {
  return text.size() == word.size() &&
         std::equal(text.begin(), text.end(), word.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

bool one_of(char32_t c, std::u32string_view set) noexcept { return c != 0 && set.find(c) != std::u32string_view::npos; }

bool is_numeral(char32_t c) noexcept {
  switch (c) {
    case U'零':
    case U'〇':
    case U'一':
    case U'二':
    case U'两':
    case U'三':
    case U'四':
    case U'五':
    case U'六':
    case U'七':
    case U'八':
    case U'九':
    case U'十':
    case U'百':
    case U'千':
    case U'万':
    case U'亿': return true;
    default: return false;
  }
}

// The characters that step() looks at: numerals, 半, 每.
const std::bitset<0x10000>& number_starts() {
  static const std::bitset<0x10000> made = [] {
    std::bitset<0x10000> set;
    for (const char32_t c : std::u32string_view(U"零〇一二两三四五六七八九十百千万亿半每")) set.set(c);
    return set;
  }();
  return made;
}

// End of a clause, or the start of a text (0): what may stand before a minus and behind a rank.
bool is_border(char32_t c) noexcept {
  if (c >= 0x80) return one_of(c, U"。、“”‘’《》【】「」—…");
  const char ascii = static_cast<char>(c);
  return !is_letter(ascii) && !is_digit(ascii) && ascii != '%';
}

// Words found by their last or first three bytes; all of ours are that long.
class BoundTable {
 public:
  enum class Side { before, behind };

  template <std::size_t n>
  BoundTable(const BoundWord (&words)[n], Side side) : side_(side) {
    for (const BoundWord& word : words) rows_.push_back({key(word.word), word});
    std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
      return a.key != b.key ? a.key < b.key : a.word.word.size() > b.word.word.size();
    });
  }

  // The longest word that ends (or begins) `text`.
  const BoundWord* find(std::string_view text) const {
    if (text.size() < 3) return nullptr;
    const std::uint32_t wanted = key(text);
    auto row = std::lower_bound(rows_.begin(), rows_.end(), wanted,
                                [](const Row& r, std::uint32_t k) { return r.key < k; });
    for (; row != rows_.end() && row->key == wanted; ++row) {
      const std::string_view word = row->word.word;
      if (text.size() < word.size()) continue;
      const bool before = side_ == Side::before;
      const std::size_t at = before ? text.size() - word.size() : 0;
      if (!equal_folded(text.substr(at, word.size()), word)) continue;
      // near is no part of linear
      if (is_letter(word.front()) && before && at > 0 && is_letter(text[at - 1])) continue;
      if (is_letter(word.back()) && !before && word.size() < text.size() && is_letter(text[word.size()])) continue;
      return &row->word;
    }
    return nullptr;
  }

 private:
  struct Row {
    std::uint32_t key;
    BoundWord word;
  };

  std::uint32_t key(std::string_view text) const noexcept {
    const std::size_t at = side_ == Side::before ? text.size() - 3 : 0;
    std::uint32_t k = 0;
    for (std::size_t i = 0; i < 3; ++i) k = k << 8 | static_cast<unsigned char>(lower(text[at + i]));
    return k;
  }

  Side side_;
  std::vector<Row> rows_;
};

const BoundTable& table_before(bool english) {
  static const BoundTable chinese_words(before_chinese, BoundTable::Side::before);
  static const BoundTable english_words(before_english, BoundTable::Side::before);
  return english ? english_words : chinese_words;
}
const BoundTable& table_behind(bool english) {
  static const BoundTable chinese_words(behind_chinese, BoundTable::Side::behind);
  static const BoundTable english_words(behind_english, BoundTable::Side::behind);
  return english ? english_words : chinese_words;
}

constexpr std::string_view compound = "compound";  // 吨/小时: a ratio of units that the lexicon does not name

}  // namespace

// ---------------------------------------------------------------------------------------------------
// Units

struct QuantityReader::Impl {
  struct Unit {
    std::string id, word;
    Decimal scale;
    bool none = false;      // only keeps a shorter word from being found in it: 项目 is no 项
    bool only_first = false;  // its first character is the unit: 3项|目标, 6家|园区
    bool ordinal = false;   // makes the number a date, a rank or a name: 月, 周岁, 热线
    bool currency = false;
    bool year = false;      // 年, years: nearly always a time
    bool counted = false;   // people, households, items
    bool digits_only = false;  // a unit behind digits, hardly behind characters: 十分, 百里, 三门
    bool single = false;       // fits one Chinese digit too: 三家
    bool before_only = false;  // US$, €: stands before its number
    bool scaled_only = false;  // 1200万度 is energy, 40度 is not
  };

  std::vector<Unit> units;  // by word id
  std::size_t degree = 0;   // an ordinal without a word of its own
  match::WordMatcher words;
  std::vector<std::pair<std::string, std::uint32_t>> currency_prefixes;  // US$, RMB, 人民币; longest first

  class Scanner;
};

namespace {

// CNY, USD: ISO 4217
bool is_code(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_one_of(std::string_view word, std::string_view list) {  // a list of words between blanks
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool first = at == 0 || list[at - 1] == ' ';
    const bool last = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (first && last) return true;
  }
  return false;
}

constexpr std::string_view digits_only_words =
    "面 口 门 把 节 队 堂 里 方 孔 分 次 批 组 道 班 本 间 伙 盘 桌 顶 盒 箱 袋 瓶 卷 封 桩 窝 串 杆 挂 颗 朵 粒 "
    "束 度 米 瓦 担 根 片 列 票 单 种 类 轮 群 例 起 块 对 头 支 部 份 篇 枚 眼 剂 羽 匹 尾 盏 趟 圆 海里";
constexpr std::string_view single_words =
    "个 家 项 件 座 所 辆 台 张 只 套 条 艘 架 栋 幢 宗 名 位 人 户 场 处 款 株 棵";
constexpr std::string_view scaled_words = "方 担 t x";

}  // namespace

// ---------------------------------------------------------------------------------------------------
// Reading

class QuantityReader::Impl::Scanner {
 public:
  Scanner(const Impl& impl, std::string_view text, std::size_t begin, std::size_t end, bool english,
          std::vector<Reading>& out)
      : impl_(impl),
        text_(text.substr(0, end)),
        begin_(begin),
        english_(english),
        before_(table_before(english)),
        behind_(table_behind(english)),
        starts_number_(number_starts()),
        out_(out) {}

  void run() {
    for (std::size_t at = begin_; at < text_.size();) {
      // Most characters begin no number: they are passed over without a further look.
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (lead >= 0xE0 && lead < 0xF0) {
        if (english_ || !starts_number_[text::character_at(text_, at)]) {
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

 private:
  // One number with its unit: half of a range, or the whole of a reading.
  struct Part {
    std::size_t begin = 0, end = 0;            // number and multipliers, with its sign
    std::size_t unit_begin = 0, unit_end = 0;  // equal to end where there is no unit behind
    Decimal value;
    std::optional<Decimal> upper;              // 五六百
    Decimal multiplier{1, 0}, unit_scale{1, 0};
    std::string_view unit;
    const Unit* word = nullptr;                // the unit word, where one was found
    bool words = false, scaled = false, more = false, inexact = false, bare = false;
    int characters = 0;

    bool ordinal() const { return word != nullptr && word->ordinal; }
    bool year() const { return word != nullptr && word->year; }
    bool leading() const { return unit_begin < begin; }  // the unit stands before the number: US$5, 百分之五
    std::size_t stop() const { return std::max(end, unit_end); }
    bool plain() const { return unit.empty() && !ordinal() && !scaled && !more; }
  };

  std::size_t step(std::size_t at) {
    const char c = text_[at];
    if (is_digit(c)) return read_digits(at);
    if (static_cast<unsigned char>(c) < 0x80) {
      if (!english_ || !is_letter(c)) return at + 1;
      return read_english(at);
    }
    const std::size_t next = at + text::sequence_length(c);
    if (english_) return next;
    const char32_t character = text::character_at(text_, at);
    if (is_numeral(character)) return std::max(next, read_words(at));
    if (character == U'半') return std::max(next, read_half(at));
    if (character == U'每') each_ = at;
    return next;
  }

  // --- looking around ----------------------------------------------------------------------------------------

  std::string_view rest(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }
  std::string_view left_of(std::size_t at) const { return text_.substr(begin_, at - begin_); }
  // Words that belong to a reading do not reach into the one before it.
  std::string_view free_left_of(std::size_t at) const {
    const std::size_t floor = out_.empty() ? begin_ : std::max<std::size_t>(begin_, out_.back().end);
    return text_.substr(floor, std::max(at, floor) - floor);
  }
  char byte_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool digit_at(std::size_t at) const { return is_digit(byte_at(at)); }
  bool letter_at(std::size_t at) const { return is_letter(byte_at(at)); }
  bool letter_before(std::size_t at) const { return at > begin_ && is_letter(text_[at - 1]); }

  char32_t character_before(std::size_t at) const {
    if (at <= begin_) return 0;
    std::size_t from = at - 1;
    while (from > begin_ && text::is_continuation(text_[from])) --from;
    return text::character_at(text_, from);
  }
  char32_t character_at(std::size_t at) const { return at < text_.size() ? text::character_at(text_, at) : 0; }
  std::size_t start_before(std::size_t at) const {  // of the character before `at`
    std::size_t from = at - 1;
    while (from > begin_ && text::is_continuation(text_[from])) --from;
    return from;
  }

  template <typename In>
  std::size_t skip(std::size_t at, In in) const {
    while (at < text_.size() && in(text_[at])) ++at;
    return at;
  }

  std::string_view english_word_before(std::size_t at) const {
    if (at <= begin_ || text_[at - 1] != ' ') return {};
    const std::size_t end = at - 1;
    std::size_t from = end;
    while (from > begin_ && end - from < 12 && (is_letter(text_[from - 1]) || text_[from - 1] == '.')) --from;
    return text_.substr(from, end - from);
  }

  std::string_view english_word_at(std::size_t at) const {
    if (byte_at(at) == ' ') ++at;
    return text_.substr(std::min(at, text_.size()), skip(at, is_letter) - at);
  }

  // --- parts -------------------------------------------------------------------------------------------------

  std::optional<Part> part_at(std::size_t at) const {
    if (at >= text_.size()) return std::nullopt;
    if (is_digit(text_[at])) return digits_part(at);
    if (english_) return is_letter(text_[at]) ? english_part(at) : std::nullopt;
    if (auto hundredths = hundredths_part(at)) return hundredths;
    return is_numeral(character_at(at)) ? characters_part(at) : std::nullopt;
  }

  static void take(const Numeral& numeral, std::size_t at, Part& p) {
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

  Part digits_part(std::size_t at) const {
    Part p;
    // In English only digits, separators and decimals: what stands behind is no Chinese multiplier anyway.
    take(*read_numeral(rest(at)), at, p);
    if (!p.scaled && !p.more) read_english_scale(p);
    read_unit(p);
    return p;
  }

  std::optional<Part> characters_part(std::size_t at) const {
    const auto numeral = read_numeral(rest(at));
    if (!numeral) return std::nullopt;
    Part p;
    take(*numeral, at, p);
    read_unit(p);
    read_tenth(p);
    return p;
  }

  // 百分之五点六, 千分之3, 万分之二
  std::optional<Part> hundredths_part(std::size_t at) const {
    struct Lead {
      std::string_view word, unit;
      Decimal scale;
    };
    static constexpr Lead leads[] = {
        {"百分之", "percent", {1, 0}}, {"千分之", "per_mille", {1, 0}}, {"万分之", "percent", {1, -2}}};
    for (const Lead& lead : leads) {
      if (!starts(rest(at), lead.word)) continue;
      const std::size_t from = at + lead.word.size();
      if (!digit_at(from) && !is_numeral(character_at(from))) return std::nullopt;
      const auto numeral = read_numeral(rest(from));
      if (!numeral) return std::nullopt;
      Part p;
      take(*numeral, from, p);
      p.words = true;
      p.unit = lead.unit;
      p.unit_scale = lead.scale;
      p.unit_begin = at;
      p.unit_end = from;
      return p;
    }
    return std::nullopt;
  }

  // 六成五 is 65 percent.
  void read_tenth(Part& p) const {
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

  void read_english_scale(Part& p) const {
    for (int round = 0; round < 2; ++round) {
      const std::size_t from = p.end + (byte_at(p.end) == ' ' || byte_at(p.end) == '-' ? 1 : 0);
      if (!letter_at(from)) return;
      const std::size_t stop = skip(from, is_letter);
      const EnglishNumber* scale = find(english_scales, text_.substr(from, stop - from));
      if (scale == nullptr) return;
      const Decimal power = power_of_ten(static_cast<int>(scale->number));
      const auto value = multiply(p.value, power), multiplier = multiply(p.multiplier, power);
      p.inexact = p.inexact || !value || !multiplier;
      p.value = value.value_or(Decimal{});
      p.multiplier = multiplier.value_or(Decimal{1, 0});
      p.scaled = true;
      p.end = p.unit_begin = p.unit_end = stop;
    }
  }

  template <std::size_t n>
  static const EnglishNumber* find(const EnglishNumber (&list)[n], std::string_view word) noexcept {
    for (const EnglishNumber& entry : list) {
      if (equal_folded(word, entry.word)) return &entry;
    }
    return nullptr;
  }

  // --- units -------------------------------------------------------------------------------------------------

  std::size_t unit_word(std::size_t at, std::uint32_t& id) const {
    return impl_.words.longest_at(text_, at, text_.size(), id);
  }

  void read_unit(Part& p) const {
    std::size_t from = p.end;
    const char gap = byte_at(from);
    if (gap == ' ' || (gap == '-' && english_)) {
      if (!letter_at(from + 1) && byte_at(from + 1) != '%' && (!english_ || byte_at(from + 1) == '-')) return;
      ++from;
    }
    if (from >= text_.size()) return;
    std::uint32_t id = 0;
    std::size_t stop = unit_word(from, id);
    if (stop == from) return;
    if (impl_.units[id].only_first) {
      stop = impl_.words.longest_at(text_, from, from + text::sequence_length(text_[from]), id);
      if (stop == from) return;
    }
    const Unit& unit = impl_.units[id];
    if (unit.none) return;
    if (unit.word == "度" && !p.scaled) {  // 25度以上坡地, 40度: no energy
      p.word = &impl_.units[impl_.degree];
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
    }
  }

  bool fits(const Part& p, const Unit& unit, std::size_t stop) const {
    const char32_t behind = character_at(stop);
    const bool one_digit = p.characters == 1 && !p.bare;
    if (unit.before_only || (unit.scaled_only && !p.scaled)) return false;
    if (p.words && !english_) {
      if (unit.digits_only || unit.id == "score" || unit.id == compound) return false;
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

  // 12.4万套(间): a bracket that only names the unit again.
  std::size_t skip_unit_bracket(std::size_t at) const {
    if (byte_at(at) != '(' || at + 1 >= text_.size()) return at;
    std::uint32_t id = 0;
    const std::size_t inner = unit_word(at + 1, id);
    return inner > at + 1 && byte_at(inner) == ')' && !impl_.units[id].none ? inner + 1 : at;
  }

  // --- numbers in digits -------------------------------------------------------------------------------------

  std::size_t read_digits(std::size_t at) {
    std::size_t begin = at;
    const Unit* money = currency_before(at, begin);
    if (money == nullptr && names_something(at) && !is_sum_at_letters(at)) return ordinal(at, name_end(at));
    if (const std::size_t end = formula_end(at); end > at) return ordinal(at, end);
    if (const std::size_t end = read_ratio(at); end > at) return end;

    Part p = digits_part(at);
    // 1.2.3, 2025.02.28
    if (byte_at(p.end) == '.' && digit_at(p.end + 1)) {
      return ordinal(at, skip(at, [](char c) { return is_digit(c) || c == '.'; }));
    }
    if (money != nullptr) take_currency(*money, begin, p);
    if (character_before(at) == U'第' || continues_ordinals(at, p)) return ordinal_list(at, p);
    if (p.plain()) {
      if (is_clause_number(at, p) || is_reference(at, p.end)) return ordinal(at, p.end);
      if (letter_at(p.end)) return ordinal(at, name_end(p.end, at));
      if (is_english_name(at, p)) return ordinal(at, p.end);
    }
    if ((p.plain() || p.unit == "item") && is_quoted(at, p.stop())) return ordinal(at, p.stop());
    if (starts(rest(p.stop()), "级")) return ordinal(at, p.stop() + 3);
    if (!english_ && is_rank(at, p)) return ordinal(at, p.stop());
    begin = read_sign(begin, p);
    return finish(p, begin);
  }

  // PM2.5, G20, 4A, COVID-19, N+3: a number that touches a letter on the left is part of a name.
  bool names_something(std::size_t at) const {
    if (at <= begin_) return false;
    const char before = text_[at - 1];
    if (is_letter(before) || before == '_' || before == '#' || before == '@') return true;
    const bool alnum_before = at >= begin_ + 2 && (is_letter(text_[at - 2]) || is_digit(text_[at - 2]));
    if (before == '-' || before == '.') return at >= begin_ + 2 && is_letter(text_[at - 2]);
    if (before == '+' || before == '*') return alnum_before;
    return false;
  }

  // GDP365.5亿元: behind three letters or more a sum of money is no part of a name.
  bool is_sum_at_letters(std::size_t at) const {
    if (at < begin_ + 3) return false;
    const std::string_view letters = text_.substr(at - 3, 3);
    return is_letter(letters[0]) && is_letter(letters[1]) && is_letter(letters[2]) && digits_part(at).unit == "CNY";
  }

  // Digits, and up to two letters behind them that no digit follows: 5G, 4A, but 8|PM2.5.
  std::size_t name_end(std::size_t at) const {
    const std::size_t digits = skip(at, [](char c) { return is_digit(c); });
    std::size_t end = digits;
    while (byte_at(end) == '.' && digit_at(end + 1)) end = skip(end + 1, [](char c) { return is_digit(c); });
    return name_end(end, at);
  }
  std::size_t name_end(std::size_t letters, std::size_t) const {
    const std::size_t end = skip(letters, is_letter);
    return end - letters <= 3 && !digit_at(end) ? end : letters;
  }

  // 3+3, 1+1+N, 2×66, 7*24, 5·20, 1/3, 2025/2/28: no value; `at` where the number is none of these.
  std::size_t formula_end(std::size_t at) const {
    const std::size_t digits = skip(at, is_digit);
    const auto alnum_at = [&](std::size_t i) { return digit_at(i) || letter_at(i); };
    const std::string_view behind = rest(digits);
    if (starts(behind, "+") && alnum_at(digits + 1)) {
      return skip(digits, [](char c) { return is_digit(c) || is_letter(c) || c == '+'; });
    }
    if (starts(behind, "/") && digit_at(digits + 1)) {
      return skip(digits, [](char c) { return is_digit(c) || c == '/'; });
    }
    for (const std::string_view sign : {"×", "*", "x", "X", "·"}) {
      if (starts(behind, sign) && digit_at(digits + sign.size())) return skip(digits + sign.size(), is_digit);
    }
    return at;
  }

  // 2.31:1 is 2.31 times; 8:30 is a time; of 45:36:19 each number stands for itself.
  std::size_t read_ratio(std::size_t at) {
    const std::size_t first = number_end(at);
    if (at >= begin_ + 2 && text_[at - 1] == ':' && is_digit(text_[at - 2])) return at;
    std::size_t mark = first;
    if (byte_at(first) == ':') mark += 1;
    else if (starts(rest(first), "比")) mark += 3;
    if (mark == first || !digit_at(mark)) return at;
    const std::size_t second = number_end(mark);
    const std::string_view left = text_.substr(at, first - at), right = text_.substr(mark, second - mark);
    const bool third = byte_at(second) == ':' && digit_at(second + 1);
    if (byte_at(first) == ':' && !third && left.size() <= 2 && right.size() == 2 && right[0] < '6') {
      return ordinal(at, second);
    }
    if (third || !stands_alone(second)) return at;
    const auto value = parse_decimal(left);
    if (right == "1" && value) {
      Part p;
      p.begin = at;
      p.end = p.unit_begin = p.unit_end = second;
      p.value = *value;
      p.unit = "times";
      return finish(p, at);
    }
    return left == "1" ? ordinal(at, second) : at;
  }

  // No unit and no letter stands there: 2.31:1, not 3:1万.
  bool stands_alone(std::size_t at) const {
    if (at >= text_.size()) return true;
    if (letter_at(at) || byte_at(at) == '%') return false;
    const Part p = digits_part(at - 1);
    return p.unit.empty() && !p.scaled;
  }

  std::size_t number_end(std::size_t at) const {
    std::size_t end = skip(at, is_digit);
    if (byte_at(end) == '.' && digit_at(end + 1)) end = skip(end + 1, is_digit);
    return end;
  }

  // 1. 2、 (3) at the start of a line or a sentence.
  bool is_clause_number(std::size_t at, const Part& p) const {
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

  // 国道629线, and notes: [14]
  bool is_reference(std::size_t at, std::size_t end) const {
    if (at > begin_ && text_[at - 1] == '[' && byte_at(end) == ']') return true;
    const std::string_view left = left_of(at);
    return ends(left, "国道") || ends(left, "省道") || ends(left, "县道");
  }

  // “544”, “1235”战略, “30条”
  bool is_quoted(std::size_t at, std::size_t end) const {
    return (character_before(at) == U'“' || character_before(at) == U'「') &&
           (character_at(end) == U'”' || character_at(end) == U'」');
  }

  // March 5, 5 March, No. 5, Section 3
  bool is_english_name(std::size_t at, const Part& p) const {
    const auto in = [](std::string_view word, const auto& list) {
      return !word.empty() && std::any_of(std::begin(list), std::end(list),
                                          [&](std::string_view name) { return equal_folded(word, name); });
    };
    const std::string_view before = english_word_before(at);
    if (in(before, english_months) || in(before, english_labels)) return true;
    return p.end - at <= 2 && in(english_word_at(p.end), english_months);
  }

  // 第1、2名; the list of ordinals goes on until something else stands between.
  bool continues_ordinals(std::size_t at, const Part& p) const {
    if (ordinals_end_ == 0 || at <= ordinals_end_ || at - ordinals_end_ > 3 || p.scaled || p.more) return false;
    if (!p.plain() && (p.word == nullptr || !p.word->counted)) return false;
    const std::string_view between = text_.substr(ordinals_end_, at - ordinals_end_);
    return between == "、" || between == "和" || between == "至" || between == "到" || between == "-" || between == "~";
  }
  std::size_t ordinal_list(std::size_t at, const Part& p) {
    const bool counted = p.word != nullptr && (p.word->counted || p.word->ordinal);
    const std::size_t end = ordinal(at, counted ? p.unit_end : p.end);
    if (character_before(at) == U'第') out_.back().begin = static_cast<std::uint32_t>(start_before(at));
    ordinals_end_ = end;
    return end;
  }

  // 前十名, 前5位; a move of 3位 that ends a clause.
  bool is_rank(std::size_t at, const Part& p) const {
    if (p.more || p.scaled) return false;
    const bool place = p.word != nullptr && (p.word->word == "名" || p.word->word == "位");
    const std::size_t front = at > begin_ ? start_before(at) : begin_;
    if (character_before(at) == U'前' && !one_of(character_before(front), before_other_front)) {
      return place || p.plain() || (p.word != nullptr && p.word->ordinal);
    }
    if (place && p.word->word == "位") {
      const char32_t behind = character_at(p.unit_end);
      return behind == 0 || (is_border(behind) && behind != '(');
    }
    return false;
  }

  // --- money before the number -------------------------------------------------------------------------------

  const Unit* currency_before(std::size_t at, std::size_t& begin) const {
    if (at <= begin_) return nullptr;
    const std::size_t stop = text_[at - 1] == ' ' ? at - 1 : at;
    if (stop <= begin_) return nullptr;
    const char last = text_[stop - 1];
    if (static_cast<unsigned char>(last) < 0x80 && last != '$' && !is_letter(last)) return nullptr;
    const std::string_view left = free_left_of(stop);
    for (const auto& [word, id] : impl_.currency_prefixes) {
      if (!ends(left, word)) continue;
      const std::size_t from = stop - word.size();
      if (is_letter(word.front()) && letter_before(from)) continue;
      begin = from;
      return &impl_.units[id];
    }
    return nullptr;
  }

  // 人民币5亿元: both say it; 新台币5亿元: the one before says it better.
  static void take_currency(const Unit& money, std::size_t begin, Part& p) {
    if (p.word != nullptr && !p.word->currency) return;
    const bool plain_suffix = p.word == nullptr || p.unit == "CNY";
    if (!plain_suffix || (p.word != nullptr && money.id == "CNY")) return;
    p.unit = money.id;
    if (p.word != nullptr) return;
    p.word = &money;
    p.unit_begin = begin;
    p.unit_end = begin + money.word.size();
  }

  // --- signs -------------------------------------------------------------------------------------------------

  // A minus or 负 before the number; returns where it begins.
  std::size_t read_sign(std::size_t begin, Part& p) const {
    if (begin <= begin_) return begin;
    if (free_left_of(begin).empty()) return begin;
    const std::size_t sign = start_before(begin);
    const char32_t c = character_before(begin), before = character_before(sign);
    const bool minus = c == U'-' && (is_minus_place(before));
    const bool negative = c == U'负' && (before == 0 || is_border(before) || one_of(before, before_negative));
    if (!minus && !negative) return begin;
    p.value = negate(p.value);
    if (p.begin == begin) p.begin = sign;
    return sign;
  }

  static bool is_minus_place(char32_t before) noexcept {
    if (before == U'-' || before == U'~' || before == U')') return false;
    return before == 0 || is_border(before) || one_of(before, before_minus);
  }

  // --- ranges ------------------------------------------------------------------------------------------------

  // Behind `at`: the mark of a range; where its second number would stand, or npos.
  std::size_t behind_range_mark(std::size_t at, bool& word, bool& pair) const {
    word = pair = false;
    if (byte_at(at) == '-' || byte_at(at) == '~') {
      const char mark = byte_at(at);
      ++at;
      return byte_at(at) == mark ? at + 1 : at;
    }
    const std::string_view behind = rest(at);
    if (english_) {
      for (const std::string_view mark : {" to ", " - ", " and "}) {
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

  // 从5%到6%, 由5%至6%, from 5 to 6 percent: a way from one value to another.
  bool is_way(std::size_t begin) const {
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

  // A second number that makes a range of `first`; `ordinal_end` is set where both are part of a date or the like.
  std::optional<Part> second_part(const Part& first, std::size_t begin, std::size_t& ordinal_end) const {
    bool word = false, pair = false;
    std::size_t at = behind_range_mark(first.stop(), word, pair);
    if (at == std::string_view::npos || first.upper || first.inexact) return std::nullopt;
    const bool negative = byte_at(at) == '-' && digit_at(at + 1) && word;
    if (negative) ++at;
    if (!negative && first.value.coefficient < 0 && word) {
      if (starts(rest(at), "负")) return std::nullopt;
    }
    const bool money = impl_starts_money(at);
    if (money) at += money_size(at);
    if (english_ ? !digit_at(at) && !first.words : !digit_at(at) && !is_numeral(character_at(at))) return std::nullopt;
    auto second = part_at(at);
    if (!second || second->inexact || second->bare) return std::nullopt;
    if (negative) second->value = negate(second->value);
    const bool between = english_ ? equal_folded(english_word_before(begin), "between") : starts(rest(second->stop()), "之间");
    if (pair && !between) return std::nullopt;
    if (money && second->unit.empty()) second->unit = first.unit;

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
    return second;
  }

  // US$5 to US$6 billion
  bool impl_starts_money(std::size_t at) const { return money_size(at) > 0; }
  std::size_t money_size(std::size_t at) const {
    if (at >= text_.size() || is_digit(text_[at])) return 0;
    for (const auto& [word, id] : impl_.currency_prefixes) {
      if (!starts(rest(at), word)) continue;
      const std::size_t end = at + word.size();
      if (digit_at(end)) return word.size();
      if (byte_at(end) == ' ' && digit_at(end + 1)) return word.size() + 1;
    }
    return 0;
  }

  std::size_t dashed_end(std::size_t at) const {
    while (byte_at(at) == '-' && digit_at(at + 1)) at = skip(at + 1, is_digit);
    return at;
  }

  // --- time --------------------------------------------------------------------------------------------------

  // 2025 alone: four digits of our centuries, without sign or separator.
  bool is_year_number(const Part& p) const {
    if (p.words || !p.plain() || p.end - p.begin != 4 || !digit_at(p.begin)) return false;
    return starts(rest(p.begin), "19") || starts(rest(p.begin), "20");
  }

  bool is_size_of_years(const Part& p, std::size_t begin) const {
    if (p.word->word != "年" && !starts(p.word->word, "year")) return true;  // 79.5岁, years of age
    if (p.value.exponent < 0) return true;
    const std::size_t from = begin - std::min<std::size_t>(begin - begin_, 36);
    const std::string_view near = text_.substr(from, begin - from);
    const auto or_start = [](std::size_t place) { return place == std::string_view::npos ? 0 : place; };
    const std::string_view clause = near.substr(std::max(or_start(near.find_last_of(",;\n")), or_start(near.rfind("。"))));
    return std::any_of(std::begin(year_sizes), std::end(year_sizes),
                       [&](std::string_view word) { return clause.find(word) != std::string_view::npos; });
  }

  bool is_ordinal(const Part& p, std::size_t begin) const {
    if (p.ordinal()) return true;
    if (p.year() && !is_size_of_years(p, begin)) return true;
    if (p.unit == "day" && character_before(begin) == U'近') return true;  // 近10天: a time
    if (!p.plain() || p.words) return false;
    const std::string_view digits = text_.substr(p.begin, p.end - p.begin);
    if (is_year_number(p) || digits == "12345") return true;
    // 02版, 007; 0.5 and 0 are numbers.
    return digits.size() > 1 && digits[0] == '0' && digits[1] != '.';
  }

  // --- readings ----------------------------------------------------------------------------------------------

  std::size_t ordinal(std::size_t begin, std::size_t end, std::string_view unit = {}) {
    Reading r;
    r.begin = r.number_begin = static_cast<std::uint32_t>(begin);
    r.end = r.number_end = r.unit_begin = r.unit_end = static_cast<std::uint32_t>(end);
    r.ordinal = true;
    r.unit = unit;
    out_.push_back(r);
    return end;
  }

  std::size_t finish(Part first, std::size_t begin) {
    std::size_t ordinal_end = 0;
    auto second = second_part(first, begin, ordinal_end);
    if (ordinal_end > 0) return ordinal(first.begin, ordinal_end);
    if (!second && is_ordinal(first, begin)) return finish_ordinal(first);
    if (second && !makes_range(first, *second)) second.reset();
    return second ? finish(first, *second, begin) : finish(first, first, begin);
  }

  std::size_t finish_ordinal(const Part& p) {
    return ordinal(p.begin, p.unit_end, p.year() ? std::string_view(p.word->id) : std::string_view());
  }

  // Unit and multiplier of the second number hold for a first that has none: 3.5~4万人, 8000至1.2万元.
  bool makes_range(Part& first, const Part& second) const {
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

  std::size_t finish(const Part& first, const Part& last, std::size_t begin) {
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
    for (const std::string_view mark : marks) {
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

  std::size_t read_suffix(std::size_t end, const Part& last, Reading& r) const {
    const std::size_t gap = english_ && byte_at(end) == ' ' ? 1 : 0;
    if (const BoundWord* word = behind_.find(rest(end + gap)); word != nullptr) {
      if (!word->bound) return end;
      r.suffix_bound = word->bound;
      return end + gap + word->word.size();
    }
    if (byte_at(end) == '+' && !digit_at(end + 1) && !letter_at(end + 1)) {  // 500+
      r.suffix_bound = Bound::more_than;
      return end + 1;
    }
    if (english_ || last.unit.empty()) return end;
    // 20公里多, 3亿元余, where the clause ends or a noun is tied to it: 5个多方面 is something else.
    for (const std::string_view word : {"多", "余"}) {
      if (!starts(rest(end), word)) continue;
      const char32_t behind = character_at(end + word.size());
      if (behind != 0 && behind != U'的' && !(is_border(behind) && behind != U'“')) return end;
      r.suffix_bound = Bound::more_than;
      return end + word.size();
    }
    return end;
  }

  std::size_t read_prefix(std::size_t begin, bool bare, Reading& r) const {
    if (english_) {
      if (begin <= begin_ || text_[begin - 1] != ' ' || free_left_of(begin).empty()) return begin;
      constexpr std::string_view between = "between ";
      if (r.range && equal_folded(english_word_before(begin), "between")) return begin - between.size();
      const BoundWord* word = before_.find(free_left_of(begin - 1));
      if (word == nullptr) return begin;
      r.prefix_bound = word->bound;
      return begin - 1 - word->word.size();
    }
    std::string_view left = free_left_of(begin);
    const std::size_t size = left.size();
    if (ends(left, "了")) left.remove_suffix(3);  // 超过了500亿元
    const BoundWord* word = before_.find(left);
    if (word == nullptr && bare && ends(left, "上")) {  // 上万人, 上千家
      r.prefix_bound = Bound::at_least;
      return begin - std::string_view("上").size();
    }
    if (word == nullptr || !word->bound) return begin;
    if (r.unit == "year" && word->word == "近") return begin;
    r.prefix_bound = word->bound;
    return begin - (size - left.size()) - word->word.size();
  }

  // 每立方米25微克, 每亩不低于500公斤: the divisor stands before the number.
  std::size_t read_divisor(std::size_t begin, Reading& r) const {
    constexpr std::size_t each_size = 3, longest = 24;
    if (r.unit_end <= r.unit_begin || r.unit_begin < r.number_end) return begin;
    const bool each = each_ != std::string_view::npos && begin > each_ + each_size && begin - each_ <= longest;
    if (each && free_left_of(begin).size() >= begin - each_) {
      const std::string_view divisor = text_.substr(each_ + each_size, begin - each_ - each_size);
      if (one_of(character_at(each_ + each_size), U"月年天日")) return begin;
      std::string word(text_.substr(r.unit_begin, r.unit_end - r.unit_begin));
      const std::size_t own = word.size();
      word += '/';
      word += divisor;
      std::uint32_t id = 0;
      if (impl_.words.longest_at(word, 0, word.size(), id) != word.size()) return begin;
      std::uint32_t own_id = 0;
      if (impl_.words.longest_at(word, 0, own, own_id) != own) return begin;
      if (!rescale(impl_.units[own_id].scale, impl_.units[id].scale, r)) return begin;
      r.unit = impl_.units[id].id;
      return each_;
    }
    // 立方米28微克: 每 was lost.
    constexpr std::string_view volume = "立方米";
    if (r.unit == "microgram_per_cubic_metre" && ends(free_left_of(begin), volume)) return begin - volume.size();
    return begin;
  }

  // From the scale of 公斤 (0.001 tonnes) to that of 公斤/亩 (1).
  static bool rescale(const Decimal& from, const Decimal& to, Reading& r) {
    if (from == to || r.inexact) return true;
    // Scales of the lexicon are 1, 0.5 or 0.0005 times a power of ten: the inverse is exact.
    std::int64_t inverse = 0;
    int exponent = 0;
    for (std::int64_t power = 1; exponent <= 6; power *= 10, ++exponent) {
      if (from.coefficient != 0 && power % from.coefficient == 0) {
        inverse = power / from.coefficient;
        break;
      }
    }
    if (inverse == 0) return false;
    const auto factor = multiply({inverse, -exponent - from.exponent}, to);
    if (!factor) return false;
    const auto low = multiply(r.lower, *factor), high = multiply(r.upper, *factor), scale = multiply(r.scale, *factor);
    if (!low || !high || !scale) return false;
    r.lower = *low;
    r.upper = *high;
    r.scale = *scale;
    return true;
  }

  // --- numbers in characters ---------------------------------------------------------------------------------

  std::size_t read_words(std::size_t at) {
    const char32_t before = character_before(at);
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

  // 统一, 同一, 每一, 进一步, 数千, 双千亿: the numeral is part of a word, or says no number.
  bool is_attached(char32_t before, const Part& p, std::size_t at) const {
    const char32_t c = character_at(at);
    if (one_of(before, U"数几双每若好多第")) return c == U'十' || p.bare || before == U'第' || before == U'每';
    return c == U'一' && p.characters == 1 && one_of(before, U"统唯单专万之同逐划合归不周任另某这那哪其惟初随均期进");
  }

  // Whether a numeral in characters is one: 十四五, 一体, 百姓, 三农 are none.
  bool counts(const Part& p, std::size_t at, char32_t before) const {
    if (is_attached(before, p, at)) return false;
    if (p.bare) return counts_bare(p, at);
    if (p.ordinal()) {
      const std::string_view word = p.word->word;
      constexpr std::string_view spans[] = {"个月", "个季", "个小时", "个星期", "个周"};
      const bool time = !word.empty() && (one_of(text::character_at(word, 0), U"月日季号周年世届小分") || starts_with_any(word, spans));
      return time && p.characters <= 4;
    }
    if (p.unit.empty()) return false;
    // 最后一公里, “三个规模”: names of plans and campaigns
    if (p.characters == 1 && (ends(left_of(at), "最后") || (before == U'“' && p.unit != "percent"))) return false;
    if (before == U'“' && p.unit == "item" && character_at(p.stop()) == U'”') return false;  // “二十条”
    return true;
  }

  // 突破千亿大关, 迈上万亿元台阶, 近百家, 千余名
  bool counts_bare(const Part& p, std::size_t at) const {
    if (p.ordinal() || p.year()) return false;
    if (p.more) return !p.unit.empty();
    std::string_view left = left_of(at);
    if (ends(left, "了")) left.remove_suffix(3);
    const BoundWord* bound = before_.find(left);
    if (bound != nullptr && !bound->bound) return false;
    bool lead = bound != nullptr;
    for (const std::string_view word : bare_leads) {
      if (lead || !ends(left, word)) continue;
      lead = word != "上" || !one_of(character_before(begin_ + left.size() - word.size()), before_other_up);
    }
    if (!lead) return false;
    if (!p.unit.empty()) return !starts(rest(p.unit_end), "级");
    if (starts_with_any(rest(p.end), marks)) return true;
    const char32_t behind = character_at(p.end);
    const bool alone = behind == 0 || (is_border(behind) && behind != '-' && behind != U'”');
    return bound != nullptr && p.characters >= 2 && alone;
  }

  // 四分之三 is 0.75; 三分之一 is no decimal.
  std::size_t read_fraction(const Part& p) {
    constexpr std::string_view mark = "分之";
    if (!starts(rest(p.end), mark) || p.upper || p.more) return p.begin;
    const std::size_t from = p.end + mark.size();
    if (!digit_at(from) && !is_numeral(character_at(from))) return p.end;
    const auto numerator = read_numeral(rest(from));
    if (!numerator) return p.end;
    const std::size_t end = from + numerator->length;
    std::int64_t divisor = p.value.coefficient;
    for (int e = 0; e < p.value.exponent && divisor < 1'000'000; ++e) divisor *= 10;
    std::int64_t power = 1;
    int exponent = 0;
    while (exponent < 6 && (divisor == 0 || power % divisor != 0)) {
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

  // 一半以上, 过半, 近半数: fifty percent. 半年 and 半导体 are none.
  std::size_t read_half(std::size_t at) {
    const std::string_view left = free_left_of(at);
    std::size_t end = at + 3;
    const char32_t behind = character_at(end);
    if (one_of(behind, U"年个月天日导径岛世小决夜路途边截山生价壁拉程开挂休")) return end;
    const bool one = ends(left, "一") && !is_numeral(character_before(at - 3));
    const BoundWord* bound = one ? nullptr : before_.find(left);
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

  // --- numbers in English words ------------------------------------------------------------------------------

  std::size_t read_english(std::size_t at) {
    const std::size_t word_end = skip(at, is_letter);
    if (at > begin_ && (is_letter(text_[at - 1]) || is_digit(text_[at - 1]))) return word_end;
    auto p = english_part(at);
    if (!p) return word_end;
    const bool money_behind = p->word != nullptr && p->word->currency;
    if (p->ordinal() || p->year()) return p->unit_end;
    if (p->unit.empty() && !p->scaled) {
      std::size_t ordinal_end = 0;
      const auto second = second_part(*p, at, ordinal_end);
      if (!second || second->unit.empty()) return p->end;
    }
    if (!money_behind && equal_folded(english_word_before(at), "of")) {
      const std::string_view left = left_of(at);
      if (left.size() > 11 && equal_folded(left.substr(left.size() - 11), "quarter of ")) return p->end;
    }
    return finish(*p, p->begin);
  }

  // forty-five, two hundred and ten million, a hundred, half a million
  std::optional<Part> english_part(std::size_t at) const {
    std::int64_t total = 0, current = 0, last_scale = 1'000'000'000'000'000;
    bool any = false, scaled = false;
    int words_read = 0, small = 0;  // 1: ones or teens read, 2: tens read
    std::size_t end = at, from = at;
    Part p;
    while (letter_at(from)) {
      const std::size_t stop = skip(from, is_letter);
      const std::string_view word = text_.substr(from, stop - from);
      if (const EnglishNumber* number = find(english_numbers, word)) {
        const int kind = number->number >= 20 ? 2 : 1;
        if (!any && words_read == 1) break;  // a five-year plan
        if (small == 1 || (small == 2 && (kind == 2 || number->number > 9))) break;
        current += number->number;
        small = kind;
      } else if (const EnglishNumber* scale = any || words_read == 1 ? find(english_scales, word) : nullptr) {
        if (scale->number == 2) {
          if (current >= 100 || (current == 0 && any)) break;
          current = std::max<std::int64_t>(current, 1) * 100;
          p.multiplier = {1, 2};
        } else {
          std::int64_t size = 1;
          for (std::int64_t i = 0; i < scale->number; ++i) size *= 10;
          if (size >= last_scale || (current == 0 && any)) break;
          total += std::max<std::int64_t>(current, 1) * size;
          current = 0;
          last_scale = size;
          p.multiplier = power_of_ten(static_cast<int>(scale->number));
        }
        scaled = true;
        small = 0;
      } else if (words_read == 0 && (equal_folded(word, "a") || equal_folded(word, "an"))) {
        // counts only before a scale
        words_read = 1;
        from = stop + 1;
        if (byte_at(stop) != ' ') break;
        continue;
      } else if (scaled && equal_folded(word, "and") && small == 0) {
        from = stop + 1;
        const std::size_t next = skip(from, is_letter);
        if (byte_at(stop) != ' ' || find(english_numbers, text_.substr(from, next - from)) == nullptr) break;
        continue;
      } else {
        break;
      }
      any = true;
      ++words_read;
      end = stop;
      if (byte_at(stop) != ' ' && byte_at(stop) != '-') break;
      from = stop + 1;
    }
    if (!any) return std::nullopt;
    p.begin = at;
    p.end = p.unit_begin = p.unit_end = end;
    p.words = true;
    p.scaled = scaled;
    p.characters = words_read;
    auto value = multiply({total + current, 0}, {1, 0});
    if (value && equal_folded(english_word_before(at), "half")) {
      value = multiply(*value, {5, -1});
      p.begin = at - std::string_view("half ").size();
    }
    p.inexact = !value;
    if (value) p.value = *value;
    read_unit(p);
    return p;
  }

  const Impl& impl_;
  std::string_view text_;
  std::size_t begin_;
  bool english_;
  const BoundTable& before_;
  const BoundTable& behind_;
  const std::bitset<0x10000>& starts_number_;
  std::vector<Reading>& out_;
  std::size_t each_ = std::string_view::npos;  // the last 每
  std::size_t ordinals_end_ = 0;               // end of the last 第N
};

// ---------------------------------------------------------------------------------------------------

Result<QuantityReader> QuantityReader::create(const LexiconData& lexicon) {
  auto impl = std::make_shared<Impl>();
  const auto add = [&](const UnitEntry& entry, const std::string& word, const Decimal& scale) {
    Impl::Unit unit{entry.id, word, scale};
    unit.none = entry.id == "none";
    unit.only_first = entry.id == "short";
    unit.ordinal = entry.id == "ordinal";
    unit.currency = is_code(entry.id);
    unit.year = word == "年" || word == "years" || word == "year";
    unit.counted = entry.id == "item" || entry.id == "person" || entry.id == "household";
    unit.digits_only = is_one_of(word, digits_only_words);
    unit.single = !unit.counted || is_one_of(word, single_words);
    unit.scaled_only = is_one_of(word, scaled_words);
    // US$, €, RMB, 人民币 and 港币 stand before the number, the signs there only; 元 and yuan behind it.
    unit.before_only = unit.currency && (word.back() == '$' || word == "¥" || word == "€" || word == "£");
    const auto id = static_cast<std::uint32_t>(impl->units.size());
    if (impl->words.add(word, id) != id) return;
    impl->units.push_back(unit);
    if (unit.currency && (unit.before_only || is_code(word) || ends(word, "币"))) impl->currency_prefixes.emplace_back(word, id);
  };
  for (const UnitEntry& entry : lexicon.units) {
    for (const auto& [word, scale] : entry.words) {
      const auto number = parse_decimal(scale);
      if (!number) return Error{ErrorCode::broken_lexicon, "unit " + entry.id + ": scale '" + scale + "' is no number"};
      add(entry, word, *number);
      // 5-percentage-point, 100-million-yuan
      std::string hyphened = word;
      std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
      if (hyphened != word) add(entry, hyphened, *number);
    }
  }
  std::sort(impl->currency_prefixes.begin(), impl->currency_prefixes.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  impl->degree = impl->units.size();
  impl->units.push_back({.id = "ordinal", .word = {}, .scale = {1, 0}, .ordinal = true});
  impl->words.freeze();
  QuantityReader reader;
  reader.impl_ = std::move(impl);
  return reader;
}

std::vector<Reading> QuantityReader::read(std::string_view text, std::size_t begin, std::size_t end,
                                          bool english) const {
  std::vector<Reading> out;
  Impl::Scanner(*impl_, text, begin, end, english, out).run();
  return out;
}

}  // namespace zhibiao::value
