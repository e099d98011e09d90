#include "cli/words.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

namespace cli {
namespace {

using zhibiao::Bound;
using zhibiao::Commitment;
using zhibiao::Decimal;
using zhibiao::Measure;
using zhibiao::Relation;
using zhibiao::Status;

struct Named {
  std::string_view id;
  Pair words;
};

// The base units of src/lexicon/units.json. A word that is written on to the number begins without a blank.
constexpr std::array units = std::to_array<Named>({
    {"percent", {"%", "%"}},
    {"percentage_point", {"个百分点", " percentage points"}},
    {"per_mille", {"‰", "‰"}},
    {"CNY", {"元", " CNY"}},
    {"USD", {"美元", " USD"}},
    {"HKD", {"港元", " HKD"}},
    {"MOP", {"澳门元", " MOP"}},
    {"TWD", {"新台币元", " TWD"}},
    {"EUR", {"欧元", " EUR"}},
    {"JPY", {"日元", " JPY"}},
    {"GBP", {"英镑", " GBP"}},
    {"AUD", {"澳元", " AUD"}},
    {"CAD", {"加元", " CAD"}},
    {"SGD", {"新加坡元", " SGD"}},
    {"CHF", {"瑞士法郎", " CHF"}},
    {"KRW", {"韩元", " KRW"}},
    {"RUB", {"卢布", " RUB"}},
    {"NZD", {"新西兰元", " NZD"}},
    {"THB", {"泰铢", " THB"}},
    {"VND", {"越南盾", " VND"}},
    {"MYR", {"林吉特", " MYR"}},
    {"IDR", {"印尼盾", " IDR"}},
    {"INR", {"印度卢比", " INR"}},
    {"BRL", {"雷亚尔", " BRL"}},
    {"ZAR", {"兰特", " ZAR"}},
    {"KZT", {"坚戈", " KZT"}},
    {"CNY_per_month", {"元/月", " CNY a month"}},
    {"CNY_per_year", {"元/年", " CNY a year"}},
    {"CNY_per_day", {"元/天", " CNY a day"}},
    {"CNY_per_person", {"元/人", " CNY a person"}},
    {"CNY_per_household", {"元/户", " CNY a household"}},
    {"CNY_per_mu", {"元/亩", " CNY/mu"}},
    {"CNY_per_square_metre", {"元/平方米", " CNY/m²"}},
    {"CNY_per_cubic_metre", {"元/立方米", " CNY/m³"}},
    {"CNY_per_tonne", {"元/吨", " CNY/tonne"}},
    {"CNY_per_kilowatt_hour", {"元/千瓦时", " CNY/kWh"}},
    {"CNY_per_square_kilometre", {"元/平方公里", " CNY/km²"}},
    {"person", {"人", " people"}},
    {"person_time", {"人次", " person-times"}},
    {"person_per_square_kilometre", {"人/平方公里", " people/km²"}},
    {"household", {"户", " households"}},
    {"tonne", {"吨", " tonnes"}},
    {"tonne_per_year", {"吨/年", " tonnes a year"}},
    {"tonne_per_day", {"吨/日", " tonnes a day"}},
    {"tonne_kilometre", {"吨公里", " tonne-km"}},
    {"person_kilometre", {"人公里", " person-km"}},
    {"mu", {"亩", " mu"}},
    {"hectare", {"公顷", " hectares"}},
    {"square_metre", {"平方米", " m²"}},
    {"square_metre_per_person", {"平方米/人", " m² a person"}},
    {"square_kilometre", {"平方公里", " km²"}},
    {"cubic_metre", {"立方米", " m³"}},
    {"cubic_metre_per_second", {"立方米/秒", " m³/s"}},
    {"cubic_metre_per_10000_CNY", {"立方米/万元", " m³ per 10,000 CNY"}},
    {"cubic_metre_per_day", {"立方米/日", " m³ a day"}},
    {"kilometre", {"公里", " km"}},
    {"kilometre_per_hour", {"公里/小时", " km/h"}},
    {"kilometre_per_square_kilometre", {"公里/平方公里", " km/km²"}},
    {"millimetre", {"毫米", " mm"}},
    {"kilowatt", {"千瓦", " kW"}},
    {"kilowatt_hour", {"千瓦时", " kWh"}},
    {"kilovolt", {"千伏", " kV"}},
    {"tonne_of_standard_coal", {"吨标准煤", " tce"}},
    {"tonne_of_standard_coal_per_10000_CNY", {"吨标准煤/万元", " tce per 10,000 CNY"}},
    {"gram_of_standard_coal_per_kilowatt_hour", {"克标准煤/千瓦时", " gce/kWh"}},
    {"item", {"个", ""}},
    {"teu", {"标箱", " TEU"}},
    {"times", {"倍", " times"}},
    {"day", {"天", " days"}},
    {"year", {"年", " years"}},
    {"score", {"分", " points"}},
    {"degree_celsius", {"摄氏度", " °C"}},
    {"microgram_per_cubic_metre", {"微克/立方米", " µg/m³"}},
    {"milligram_per_litre", {"毫克/升", " mg/L"}},
    {"kilogram_per_mu", {"公斤/亩", " kg/mu"}},
    {"tonne_per_hectare", {"吨/公顷", " tonnes/hectare"}},
    {"item_per_10000_persons", {"个/万人", " per 10,000 people"}},
    {"item_per_1000_persons", {"个/千人", " per 1,000 people"}},
    {"item_per_100000_persons", {"个/10万人", " per 100,000 people"}},
    {"persons_per_1000_persons", {"人/千人", " per 1,000 people"}},
    {"persons_per_10000_persons", {"人/万人", " per 10,000 people"}},
    {"persons_per_100000_persons", {"人/10万人", " per 100,000 people"}},
    {"persons_per_100_million_CNY", {"人/亿元", " people per 100 million CNY"}},
    {"person_year", {"人年", " person-years"}},
    {"litre", {"升", " litres"}},
});

constexpr std::array groups = std::to_array<Named>({
    {"national_accounts", {"综合核算", "National accounts"}},
    {"agriculture", {"农业", "Agriculture"}},
    {"industry", {"工业", "Industry"}},
    {"investment", {"投资", "Investment"}},
    {"consumption", {"消费", "Consumption"}},
    {"trade_and_fdi", {"外贸外资", "Trade and foreign investment"}},
    {"fiscal", {"财政", "Public finance"}},
    {"finance", {"金融", "Finance"}},
    {"prices", {"价格", "Prices"}},
    {"income", {"居民收入", "Income"}},
    {"employment", {"就业", "Employment"}},
    {"social_security", {"社会保障", "Social security"}},
    {"education_and_health", {"教育卫生", "Education and health"}},
    {"urbanization_and_population", {"城镇化与人口", "Urbanization and population"}},
    {"innovation", {"科技创新", "Innovation"}},
    {"enterprises", {"企业", "Enterprises"}},
    {"energy_and_environment", {"能源环境", "Energy and environment"}},
    {"transport_and_post", {"交通邮电", "Transport and post"}},
    {"tourism_and_services", {"旅游与服务业", "Tourism and services"}},
    {"extension", {"自定义指标", "Own indicators"}},  // of a lexicon that names no group
});

template <typename Table>
std::string found_in(const Table& table, std::string_view id, Language language, std::string_view before_unknown) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Named& named) { return named.id == id; });
  if (found != table.end()) return std::string(found->words.in(language));
  std::string out(before_unknown);
  out += id;
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

std::string with_commas(const std::string& plain) {
  const std::size_t begin = plain.front() == '-' ? 1 : 0;
  std::string out = plain;
  for (std::size_t i = std::min(plain.find('.'), plain.size()); i > begin + 3;) out.insert(i -= 3, 1, ',');
  return out;
}

int decimals(const Decimal& number) noexcept { return number.coefficient == 0 ? 0 : std::max(0, -number.exponent); }

// Whether |number| >= 10^power.
bool reaches(const Decimal& number, int power) noexcept {
  int digits = 0;
  for (std::int64_t rest = number.coefficient; rest != 0; rest /= 10) ++digits;
  return number.coefficient != 0 && digits + number.exponent > power;
}

struct Scale {
  int power;
  std::string_view word;
};
constexpr std::array<Scale, 4> scales_zh = {{{12, "万亿"}, {8, "亿"}, {4, "万"}, {0, ""}}};
constexpr std::array<Scale, 3> scales_en = {{{9, " billion"}, {6, " million"}, {0, ""}}};

template <std::size_t n>
Scale scale_of(const Decimal& number, std::string_view unit, const std::array<Scale, n>& scales) noexcept {
  constexpr int most_decimals = 3;
  constexpr std::size_t code_length = 3;  // ISO 4217
  constexpr int small_money = 6;          // 43600元, an income, is nowhere written as 4.36万元
  if (unit.size() == code_length && unit.front() <= 'Z' && !reaches(number, small_money)) return scales.back();
  for (const Scale& scale : scales) {
    const Decimal scaled{number.coefficient, number.exponent - scale.power};
    if (reaches(number, scale.power) && decimals(scaled) <= most_decimals) return scale;
  }
  return scales.back();
}

Decimal negated(const Decimal& number) noexcept { return {-number.coefficient, number.exponent}; }

// Bounds around an amount that is already in words.
Pair before(Bound bound) noexcept {
  switch (bound) {
    case Bound::about:
      return {"", "about "};
    case Bound::at_least:
      return {"", "at least "};
    case Bound::more_than:
      return {"超过", "more than "};
    case Bound::at_most:
      return {"", "at most "};
    case Bound::less_than:
      return {"低于", "less than "};
    case Bound::exact:
    case Bound::between:
      break;
  }
  return {};
}

std::string_view behind_zh(Bound bound) noexcept {
  return bound == Bound::about ? "左右" : bound == Bound::at_least ? "以上" : bound == Bound::at_most ? "以内" : "";
}

Bound turned(Bound bound) noexcept {
  switch (bound) {
    case Bound::at_least:
      return Bound::at_most;
    case Bound::more_than:
      return Bound::less_than;
    case Bound::at_most:
      return Bound::at_least;
    case Bound::less_than:
      return Bound::more_than;
    default:
      return bound;
  }
}

std::string bounded(Bound bound, const std::string& amount, Language language) {
  std::string out(before(bound).in(language));
  out += amount;
  return language == Language::zh ? out.append(behind_zh(bound)) : out;
}

}  // namespace

std::optional<Language> language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const std::string_view tongue = locale.substr(0, locale.find_first_of("_.@"));
    if (tongue == "C" || tongue == "POSIX") return std::nullopt;
    return tongue == "zh" ? Language::zh : Language::en;
  }
  return std::nullopt;
}

std::string amount_words(const Decimal& number, std::string_view unit, Language language) {
  const bool chinese = language == Language::zh;
  const Scale scale = chinese ? scale_of(number, unit, scales_zh) : scale_of(number, unit, scales_en);
  const std::string plain = to_string(Decimal{number.coefficient, number.exponent - scale.power});
  std::string out = chinese ? plain : with_commas(plain);
  out += scale.word;
  return out + unit_words(unit, language);
}

std::string value_words(const zhibiao::Value& value, Measure measure, Language language) {
  const bool chinese = language == Language::zh;
  const std::optional<Decimal>& end = value.lower ? value.lower : value.upper;
  if (!end) return value.text;
  const bool growth = measure == Measure::growth_rate || measure == Measure::average_growth_rate;
  if (growth && value.bound == Bound::more_than && end->coefficient == 0) return std::string(Pair{"正增长", "positive growth"}.in(language));
  const Decimal highest = value.upper.value_or(*end);
  const bool decline = (growth || measure == Measure::change) && highest.coefficient <= 0 && end->coefficient < 0;
  std::string out(decline ? Pair{"下降", "down "}.in(language) : "");
  const auto amount = [&](const Decimal& number) { return amount_words(decline ? negated(number) : number, value.unit, language); };
  if (value.bound == Bound::between && value.lower && value.upper) {
    const auto& [first, last] = decline ? std::pair(*value.upper, *value.lower) : std::pair(*value.lower, *value.upper);
    return out + amount(first) + (chinese ? "-" : " to ") + amount(last);
  }
  return out + bounded(decline ? turned(value.bound) : value.bound, amount(*end), language);
}

std::string_view measure_words(Measure measure, Language language) noexcept {
  switch (measure) {
    case Measure::level:
      return Pair{"水平", "level"}.in(language);
    case Measure::growth_rate:
      return Pair{"增速", "growth"}.in(language);
    case Measure::average_growth_rate:
      return Pair{"年均增速", "growth a year"}.in(language);
    case Measure::change:
      return Pair{"增减", "change"}.in(language);
    case Measure::ratio:
      return Pair{"倍数", "multiple"}.in(language);
  }
  return "";
}

std::string_view commitment_words(Commitment commitment, Language language) noexcept {
  switch (commitment) {
    case Commitment::expected:
      return Pair{"预期", "expected"}.in(language);
    case Commitment::strive:
      return Pair{"力争", "strive"}.in(language);
    case Commitment::ensure:
      return Pair{"确保", "ensure"}.in(language);
  }
  return "";
}

std::string_view status_words(Status status, std::optional<Commitment> commitment, Language language) noexcept {
  if (status == Status::actual) return Pair{"实绩", "result"}.in(language);
  if (status == Status::estimate) return Pair{"预计", "estimate"}.in(language);
  switch (commitment.value_or(Commitment::expected)) {
    case Commitment::expected:
      break;
    case Commitment::strive:
      return Pair{"力争目标", "strive"}.in(language);
    case Commitment::ensure:
      return Pair{"确保目标", "ensure"}.in(language);
  }
  return Pair{"目标", "target"}.in(language);
}

std::string relation_words(Relation relation, const std::optional<std::string>& reference, Language language) {
  static constexpr std::array known = std::to_array<Named>({
      {"gdp", {"经济增长", "economic growth"}},
      {"national_average", {"全国平均", "the national average"}},
      {"provincial_average", {"全省平均", "the provincial average"}},
      {"urban_income", {"城镇居民收入", "urban income"}},
      {"last_year", {"上年", "last year"}},
  });
  if (relation == Relation::stretch) return std::string(Pair{"力争更好", "better if possible"}.in(language));
  constexpr std::string_view other = "other:";
  const std::string_view id = reference ? std::string_view(*reference) : std::string_view();
  const std::string to =
      id.substr(0, other.size()) == other ? std::string(id.substr(other.size())) : found_in(known, id, language, "");
  switch (relation) {
    case Relation::in_step:
      return language == Language::zh ? "与" + to + "同步" : "in step with " + to;
    case Relation::above:
      return std::string(Pair{"高于", "above "}.in(language)) + to;
    case Relation::at_least:
      return std::string(Pair{"不低于", "at least "}.in(language)) + to;
    case Relation::below:
      return std::string(Pair{"低于", "below "}.in(language)) + to;
    case Relation::stretch:
      break;
  }
  return to;
}

std::string period_words(const zhibiao::Period& period, Language language) {
  const std::string first = std::to_string(period.first_year);
  if (period.is_interval()) return first + '-' + std::to_string(period.last_year);
  if (language == Language::en) return to_string(period);
  static constexpr std::array<std::string_view, 4> quarters = {"年一季度", "年二季度", "年三季度", "年四季度"};
  if (period.quarter != 0) return first + std::string(quarters[static_cast<std::size_t>(period.quarter - 1)]);
  if (period.half != 0) return first + (period.half == 1 ? "年上半年" : "年下半年");
  const std::string before = period.first_month != 0 ? std::to_string(period.first_month) + "—" : "";
  if (period.month != 0) return first + "年" + before + std::to_string(period.month) + "月";
  return first;
}

std::string unit_words(std::string_view unit, Language language) { return found_in(units, unit, language, " "); }
std::string group_words(std::string_view group, Language language) { return found_in(groups, group, language, ""); }

}  // namespace cli
