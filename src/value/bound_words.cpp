#include "value/bound_words.hpp"

#include <algorithm>
#include <iterator>

#include "value/characters.hpp"

namespace zhibiao::value {
namespace {

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

}  // namespace

BoundTable::BoundTable(const BoundWord* words, std::size_t count, Side side) : side_(side) {
  for (std::size_t i = 0; i < count; ++i) rows_.push_back({key(words[i].word), words[i]});
  std::sort(rows_.begin(), rows_.end(), [](const Row& a, const Row& b) {
    return a.key != b.key ? a.key < b.key : a.word.word.size() > b.word.word.size();
  });
}

const BoundWord* BoundTable::find(std::string_view text) const {
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

std::uint32_t BoundTable::key(std::string_view text) const noexcept {
  const std::size_t at = side_ == Side::before ? text.size() - 3 : 0;
  std::uint32_t k = 0;
  for (std::size_t i = 0; i < 3; ++i) k = k << 8 | static_cast<unsigned char>(lower(text[at + i]));
  return k;
}

const BoundTable& bounds_before(bool english) {
  static const BoundTable chinese_words(before_chinese, std::size(before_chinese), BoundTable::Side::before);
  static const BoundTable english_words(before_english, std::size(before_english), BoundTable::Side::before);
  return english ? english_words : chinese_words;
}

const BoundTable& bounds_behind(bool english) {
  static const BoundTable chinese_words(behind_chinese, std::size(behind_chinese), BoundTable::Side::behind);
  static const BoundTable english_words(behind_english, std::size(behind_english), BoundTable::Side::behind);
  return english ? english_words : chinese_words;
}

}  // namespace zhibiao::value
