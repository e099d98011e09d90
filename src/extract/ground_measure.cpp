#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/grounder.hpp"
#include "value/decimal.hpp"

namespace zhibiao::extract {
namespace {

Bound turned(Bound bound) noexcept {
  switch (bound) {
    case Bound::at_least: return Bound::at_most;
    case Bound::at_most: return Bound::at_least;
    case Bound::more_than: return Bound::less_than;
    case Bound::less_than: return Bound::more_than;
    default: return bound;
  }
}

// Of two bound words at one number the stronger decides; 左右 yields to the others.
Bound stronger(Bound a, Bound b) noexcept {
  const auto strength = [](Bound x) { return x == Bound::exact ? 0 : x == Bound::about ? 1 : 2; };
  return strength(b) > strength(a) ? b : a;
}

// False, and nothing changed, where a product has too many digits.
bool rescale(Decimal& lower, Decimal& upper, const Decimal& factor) {
  const auto low = value::multiply(lower, factor), high = value::multiply(upper, factor);
  if (!low || !high) return false;
  lower = *low;
  upper = *high;
  return true;
}

constexpr Decimal index_from{80, 0};  // percent; no price grew so fast, and no index fell below

}  // namespace

// 正增长, 翻一番, 持平
const char* Grounder::read_worded(const Statement& s, Record& r) const {
  const std::string& v = cue(s.value)->value;
  if (v.substr(0, 6) == "growth") {
    // 与上年持平, in a plan: a relative goal.
    if (zone_of(s.value).part == Part::plan && text_of(s.value).find("持平") != std::string_view::npos) return "";
    if (v == "growth~0") return "unsettled";  // 基本持平: a little more or less
    if (c_.model.indicator(r.indicator).nature == Nature::rate) return "rate_without_value";
    r.measure = s.predicate.mean ? Measure::average_growth_rate : Measure::growth_rate;
    r.unit = percent;
    r.lower = Decimal{0, 0};
    if (v == "growth>0") {
      r.bound = Bound::more_than;
    } else {
      r.upper = r.lower;
    }
    return nullptr;
  }
  if (v.starts_with("percent")) return read_fraction(s, v, r);  // halved, cut by a quarter
  r.measure = Measure::ratio;
  r.unit = times;
  const std::size_t sign = v.find_first_not_of("ratio");  // "=", ">=" or ">"
  r.lower = value::parse_decimal(std::string_view(v).substr(v.find_first_of("0123456789")));
  if (v.substr(sign, 2) == ">=") r.bound = Bound::at_least;  // 翻一番以上
  else if (v[sign] == '>') r.bound = Bound::more_than;       // more than doubled
  else r.upper = r.lower;
  if (v[sign] == '~') r.bound = Bound::about;  // nearly doubled
  return nullptr;
}

// "percent=25" takes its sign from the word before it, "percent=-50" has its own.
const char* Grounder::read_fraction(const Statement& s, std::string_view v, Record& r) const {
  if (c_.model.indicator(r.indicator).nature == Nature::rate) return "rate_moves_by_percent";
  const std::optional<Decimal> size = value::parse_decimal(v.substr(v.find('=') + 1));
  if (!size || (size->coefficient > 0 && s.predicate.direction == 0)) return "percent_without_growth";
  r.measure = s.predicate.mean ? Measure::average_growth_rate : Measure::growth_rate;
  r.unit = percent;
  r.lower = s.predicate.direction < 0 && size->coefficient > 0 ? value::negate(*size) : *size;
  r.upper = r.lower;
  return nullptr;
}

const char* Grounder::read_number(const Statement& s, Record& r) const {
  const value::Reading& reading = reading_of(s);
  if (reading.inexact) return "too_many_digits";
  Decimal lower = reading.lower, upper = reading.upper;
  std::string_view unit = reading.unit;
  // 四分之一的生产总值: a part of it is no amount.
  if (unit.empty() && c_.document.language != "en" && c_.model.indicator(r.indicator).nature != Nature::rate &&
      text_of(s.value).find("分之") != std::string_view::npos) {
    return "share";
  }
  if (s.unit_from != no_index) {
    const value::Reading& last = lexed_.readings[s.unit_from];
    unit = last.unit;
    // 300亿和3000亿元: what has its multiplier takes the unit alone.
    const Decimal scale = reading.scale == Decimal{1, 0} ? last.scale : Decimal{1, 0};
    if (!rescale(lower, upper, scale)) return "too_many_digits";
  }
  const char* reason = read_measure(s, unit, lower, upper, r);
  if (reason == nullptr) set_bounds(s, lower, upper, r);
  return reason;
}

// 工业生产者出厂价格降幅收窄至1.2%: still a fall.
bool Grounder::names_fall(const Statement& s) const {
  const std::uint32_t from = s.head.mention.end, to = lexed_.tokens[s.value].begin;
  if (from >= to) return false;
  const std::string_view said = c_.text.substr(from, to - from);
  return said.starts_with("降幅") || said.starts_with("跌幅");
}

void Grounder::set_bounds(const Statement& s, Decimal lower, Decimal upper, Record& r) const {
  const value::Reading& reading = reading_of(s);
  Bound bound = Bound::exact;
  if (s.spread) bound = *s.spread;
  if (s.predicate.bound) bound = stronger(bound, *s.predicate.bound);
  if (reading.prefix_bound) bound = stronger(*reading.prefix_bound, bound);
  if (reading.suffix_bound) bound = stronger(bound, *reading.suffix_bound);
  // The rise in prices dropped to 2.4%: the growth fell, and is still growth.
  const bool growth_fell = s.predicate.arrival && !names_fall(s) && (s.predicate.growth_before || s.predicate.growth_in_name ||
                                                   c_.model.indicator(r.indicator).nature == Nature::index);
  // 细颗粒物浓度改善14%: less of it.
  const bool less = s.predicate.better ? c_.model.indicator(s.head.indicator).direction == "down"
                                       : s.predicate.direction < 0;
  const bool down = less && !growth_fell && r.measure != Measure::level && r.measure != Measure::ratio;
  const bool negative = lower.coefficient < 0;
  if (reading.range) {
    r.bound = Bound::between;
    r.lower = down && !negative ? value::negate(upper) : lower;
    r.upper = down && !negative ? value::negate(lower) : upper;
    return;
  }
  if (down && !negative) {
    lower = value::negate(lower);
    bound = turned(bound);
  }
  r.bound = bound;
  if (bound != Bound::at_most && bound != Bound::less_than) r.lower = lower;
  if (bound != Bound::at_least && bound != Bound::more_than) r.upper = lower;
}

const char* Grounder::read_measure(const Statement& s, std::string_view unit, Decimal& lower, Decimal& upper,
                                   Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  if (unit == percent) return read_percent(s, r);
  if (unit == percentage_point) {
    if (entry.nature != Nature::rate) return "change_of_growth";
    if (s.predicate.direction == 0 || s.predicate.arrival) return "points_without_direction";
    const std::uint32_t mean = mean_or_clause_.before(s.value);  // 城镇化率年均提高0.8个百分点
    // 城镇化率每年提高0.8个百分点
    const bool yearly = s.predicate.mean || s.predicate.yearly || (mean != no_index && lexed_.letters[mean] == 'a');
    if (yearly) return "yearly_mean";
    r.measure = Measure::change;
    r.unit = percentage_point;
    return nullptr;
  }
  if (unit == times && !entry.has_unit(times)) return read_times(s, lower, upper, r);
  return read_quantity(s, unit, lower, upper, r);
}

const char* Grounder::read_percent(const Statement& s, Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  const Predicate& p = s.predicate;
  r.unit = percent;
  if (entry.nature == Nature::rate) {
    return p.direction != 0 && !p.arrival && !p.carrier ? "rate_moves_by_percent" : level(r);
  }
  if (entry.nature == Nature::index) {
    // 居民消费价格指数控制在103%以内: the index itself, last year being 100.
    const bool grows = p.direction != 0 || p.growth_in_name || p.year_on_year;
    if (!grows && value::compare(reading_of(s).lower, index_from) >= 0) return "percent_without_growth";
  } else {
    if (c_.document.language == "en" && p.arrival && p.direction != 0 && !p.growth_in_name && !p.growth_before) {
      return "percent_without_growth";  // the deficit dropped to 1.2%: of what?
    }
    const bool back_to = c_.document.language != "en" && p.arrival;  // 恢复到上年同期的74%
    const bool growth = p.direction != 0 || p.growth_in_name || (p.year_on_year && !p.carrier && !back_to);
    if (!growth && !p.mean) return entry.has_unit(percent) ? level(r) : "percent_without_growth";
    // 新登记经营主体增长6.4%: of what is new; 经营主体净增1.4万户、增长6.4%: of all.
    const std::uint32_t other = s.head.net ? c_.model.stock_of[s.head.indicator] : c_.model.flow_of[s.head.indicator];
    if ((s.head.net || s.head.flow) && other != no_index) r.indicator = other;
  }
  r.measure = p.mean ? Measure::average_growth_rate : Measure::growth_rate;
  return nullptr;
}

const char* Grounder::read_times(const Statement& s, Decimal& lower, Decimal& upper, Record& r) const {
  const Predicate& p = s.predicate;
  const bool measured = s.value > 0 && lexed_.tokens[s.value - 1].letter == 'D';  // 增速是全省平均的|2.3倍
  if (p.direction > 0 && !p.arrival && measured && p.base == no_index) return "multiple";
  if (p.direction > 0 && !p.arrival) {
    if (!rescale(lower, upper, {1, 2})) return "too_many_digits";
    r.measure = Measure::growth_rate;
    r.unit = percent;
    return nullptr;
  }
  if (p.base == no_index && !p.arrival && !p.year_on_year) return "multiple";
  r.measure = Measure::ratio;
  r.unit = times;
  return nullptr;
}

const char* Grounder::read_quantity(const Statement& s, std::string_view unit, Decimal& lower, Decimal& upper,
                                    Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  std::string_view fit = fitting_unit(entry, unit);
  // 每月720元 under a standard paid by the month.
  if (unit == "CNY" && entry.has_unit("CNY_per_year") && paid_by(s) == "CNY_per_year") fit = "CNY_per_year";
  if (fit.empty() && unit == "CNY" && entry.has_unit("CNY_per_month")) fit = paid_by(s);
  if (fit.empty() && unit == "CNY_per_person" && entry.has_unit("CNY_per_year")) fit = "CNY_per_year";  // subsidies of 520 yuan per person
  // an income of 23,000 yuan per person, of an indicator that is one per person anyway
  if (fit.empty() && unit == "CNY_per_person" && entry.has_unit("CNY") && entry.id.ends_with("_per_capita")) fit = "CNY";
  if (fit.empty()) fit = unit_in_name(s, unit);
  if (fit.empty() && unit.empty()) {
    // 11.3:46.2:42.5 under the composition of a whole.
    if (entry.has_unit(percent) && in_proportion(s.value)) {
      r.unit = percent;
      return level(r);
    }
    fit = unit_left_out(s);
  }
  if (fit.empty()) return unit.empty() ? "" : "unit_does_not_fit";
  if (c_.document.language == "en") {
    const std::string_view printed = c_.text.substr(r.value.begin, r.value.end - r.value.begin);
    if (fit == "USD" && !c_.local_currency.empty() && printed.find("US") == std::string_view::npos &&
        printed.find('$') != std::string_view::npos) {
      fit = c_.local_currency;  // $3 billion in a text that speaks of HK$
    }
  } else if (fit == "CNY" && !c_.local_currency.empty() && !names_renminbi(r.value)) fit = c_.local_currency;
  r.unit = fit;
  if (fit == "kilogram_per_mu" && unit == "tonne" && !rescale(lower, upper, {1, 3})) return "too_many_digits";
  return change_or_level(s, r);
}

// new urban jobs, more jobs in cities
bool Grounder::says_new(const Head& head) const {
  const std::string said = lower(c_.text.substr(head.mention.begin, head.mention.end - head.mention.begin));
  for (const std::string_view word : {"new", "more", "additional", "increase", "creat"}) {
    const std::size_t at = said.find(word);
    if (at != std::string::npos && (at == 0 || said[at - 1] == ' ' || said[at - 1] == '-')) return true;  // renewable
  }
  return false;
}

const char* Grounder::change_or_level(const Statement& s, Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  const Predicate& p = s.predicate;
  const std::uint32_t flow = c_.model.flow_of[s.head.indicator], stock = c_.model.stock_of[s.head.indicator];
  // 自然增长率为3.15‰,上升0.2个千分点
  const bool points = text_of(s.value).ends_with("千分点");
  if (p.direction != 0 && !p.arrival && (!p.growth_in_name || points)) {
    const bool compared = p.base != no_index || p.year_on_year;
    // 高标准农田增加3万亩: so much was built.
    if (p.direction > 0 && !compared && !p.mean && entry.id.ends_with("_built")) return level(r);
    if (p.direction > 0 && !compared && flow != no_index) {
      r.indicator = flow;
      return level(r);
    }
    // New urban jobs increased by 5,000: the jobs, or how many more of them than before?
    if (c_.document.language == "en" && !compared && entry.id.starts_with("new_")) {
      if (p.mean) return "yearly_mean";
      // the number of urban jobs, of new urban jobs, increased by 5,000
      const bool number = c_.text.substr(0, s.head.mention.begin).ends_with("number of ");
      const bool jobs = p.direction > 0 && (number || !says_new(s.head));
      return jobs ? level(r) : "increment";
    }
    if (p.mean || p.yearly) return "yearly_mean";  // 平均每年增加80亿元
    r.measure = Measure::change;
    return nullptr;
  }
  if (p.mean && !(p.every_year && p.held)) return "yearly_mean";
  if ((s.head.flow && !p.stock) || p.flow) {
    if (flow != no_index) {
      r.indicator = flow;
    } else if (counted_in_all(s)) {
      return level(r);
    } else if (increases(s, entry) || (entry.nature == Nature::amount && p.flow && (p.year_on_year || p.base != no_index))) {
      r.measure = Measure::change;
      return nullptr;
    }
  } else if (p.stock && stock != no_index) {
    r.indicator = stock;
  }
  return size_of_works(s) ? "stock_without_id" : level(r);
}

// 高标准农田达7750万亩, 新能源装机突破1亿千瓦: all that there is by now, where the id is what was built in the period. Rows of the list
// hold the id and what its name must be, or end in, without a verb.
bool Grounder::size_of_works(const Statement& s) const {
  const Predicate& p = s.predicate;
  const value::Reading& value = reading_of(s);
  const bool passed = value.prefix_bound == Bound::more_than;
  if (c_.document.language == "en" || s.head.flow || p.flow) return false;
  const bool told = p.reached || p.stock || p.arrival || passed;
  const std::string_view id = c_.model.indicator(s.head.indicator).id;
  const std::string_view name = c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin);
  for (const std::string_view row : c_.model.lists[List::built_stocks]) {
    if (!row.starts_with(id) || row.substr(id.size(), 1) != " ") continue;
    if (name.find("新增") != std::string_view::npos) return false;
    for (std::size_t from = id.size() + 1; from < row.size();) {
      const std::size_t end = std::min(row.find(' ', from), row.size());
      std::string_view size = row.substr(from, end - from);
      const bool always = size.front() == '=';  // 装机容量: without a verb that says so
      if (always) size.remove_prefix(1);
      if ((always || told) && (name == size || (size.starts_with("装机") && name.ends_with(size)))) return true;
      if (p.stock) return true;  // 建成高标准农田10万亩、累计120万亩
      from = end + 1;
    }
  }
  return false;
}

// The base unit in which the indicator takes a number printed with `unit`; empty where it does not fit.
std::string_view Grounder::fitting_unit(const IndicatorEntry& entry, std::string_view unit) const {
  if (entry.has_unit(unit)) return unit;
  if (unit.empty()) {
    for (const std::string_view own : {"item", "times", "persons_per_100_million_CNY"}) {
      if (entry.has_unit(own)) return own;
    }
    if (c_.document.language == "en" && entry.has_unit("year")) return "year";  // life expectancy rose to 76.3
    return {};
  }
  if (unit == "CNY_per_year" && entry.has_unit("CNY_per_month")) return unit;
  if (is_currency(unit)) {
    for (const std::string& own : entry.units) {
      if (is_currency(own)) return unit;
    }
    return {};
  }
  const auto as = [&](std::string_view own) { return entry.has_unit(own) ? own : std::string_view(); };
  if (unit == "household" || unit == "item" || unit == "person") {
    for (const std::string& own : entry.units) {
      // 件 under 每万人…拥有量, 张 under 每千人…床位
      if (own.substr(0, 9) == "item_per_") return own;
    }
    if (unit == "household") return as("item");
    return unit == "person" ? as("person_time") : std::string_view();
  }
  if (unit == "person_time") return as("person");
  if (unit == "tonne") return as("kilogram_per_mu");
  if (unit == "mu" || unit == "hectare" || unit == "square_kilometre" || unit == "square_metre") {
    for (const std::string_view own : {"mu", "hectare", "square_metre", "square_kilometre"}) {
      if (entry.has_unit(own)) return unit;
    }
  }
  return {};
}

bool Grounder::counts_people_behind(const Statement& s) const {
  const std::uint32_t value = s.value;
  if (s.head.token == no_index || s.head.token >= value) return false;
  std::string behind = lower(c_.text.substr(lexed_.tokens[value].end, 48));
  behind.erase(std::min(behind.size(), behind.find_first_of(",;:.()0123456789")));
  for (const std::string_view people : {" workers", " people", " residents", " farmers", " soldiers", " persons", " employees", " laborers",
      " women", " graduates"}) {
    if (behind.find(people) != std::string::npos) return true;
  }
  return false;
}

// A bare number of what is money, or of what its name counts.
// 接待游客133万, 贫困人口减少1.3亿: the name says that people are counted, and no other noun stands behind the number.
bool Grounder::counts_people(const Statement& s, std::string_view mention) const {
  constexpr Decimal ten_thousand{1, 4}, hundred_million{1, 8};
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  const std::string_view unit = entry.units.front();
  const Decimal scale = reading_of(s).scale;
  if ((unit != "person" && unit != "person_time") || (scale != ten_thousand && scale != hundred_million)) return false;
  if (s.value + 1 < lexed_.letters.size() && one_of(lexed_.letters[s.value + 1], "XNVPLJ")) return false;
  for (const std::string_view people : {"人口", "人数", "游客", "就业", "劳动力"}) {
    if (mention.find(people) != std::string_view::npos || entry.label_zh.find(people) != std::string::npos) return true;
  }
  return false;
}

// 3万城乡劳动者|参加职业培训: who is counted stands between the number and the name.
bool Grounder::people_between(const Statement& s) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  const std::uint32_t begin = lexed_.tokens[s.value].end, end = s.head.mention.begin;
  if (c_.document.language == "en" || begin != s.head.scope.begin || s.head.scope.end != end) return false;
  if (entry.nature != Nature::count || !entry.has_unit("person")) return false;
  const std::string_view counted = c_.text.substr(begin, end - begin);
  for (const std::string_view noun : {"者", "人员", "农民", "职工", "群众", "劳动力", "学员"}) {
    if (counted.ends_with(noun)) return true;
  }
  return false;
}

std::string_view Grounder::unit_left_out(const Statement& s) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  if (entry.units.empty()) return {};
  // 迈上千亿大关, 突破5万亿: money without its unit.
  const value::Reading& printed = reading_of(s);
  constexpr Decimal hundred_million{1, 8}, trillion{1, 12};
  const bool in_hundred_millions = printed.scale == hundred_million || printed.scale == trillion;
  if ((printed.words || in_hundred_millions) && is_currency(entry.units.front())) return entry.units.front();
  // 13.4 invention patents for every 10,000 people: the name holds what is counted, and per what.
  if (c_.document.language == "en" && entry.units.front().starts_with("item_per_") &&
      c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin).find(",000 ") != std::string_view::npos) {
    return entry.units.front();
  }
  // 新增城镇就业11万以上, 常住人口1055万, 贫困人口减少3万: persons alone are counted so.
  constexpr Decimal ten_thousand{1, 4};
  const std::string_view mention = c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin);
  const bool counts_new = entry.id.starts_with("new_") && s.value == s.head.token + 1;
  const bool people = entry.units.front() == "person" && entry.units.size() == 1 && (counts_new || mention.ends_with("常住人口"));
  if (c_.document.language != "en" && entry.nature == Nature::count &&
      ((people && printed.scale == ten_thousand) || counts_people(s, mention))) {
    return entry.units.front();
  }
  // job training for 3,100 rural workers: people, not how often they came
  if (c_.document.language == "en" && entry.units.size() > 1 && entry.units[0] == "person_time" && entry.units[1] == "person" &&
      counts_people_behind(s)) {
    return entry.units[1];
  }
  // 3.21万下岗失业人员实现再就业: who is counted stands in the name.
  const std::uint32_t end = lexed_.tokens[s.value].end;
  if (people_between(s)) return "person";
  const bool named_behind = end == s.head.mention.begin;
  if (entry.nature == Nature::count && (c_.document.language == "en" || named_behind)) return entry.units.front();
  return {};
}

// 累计创建…9个,培育农民合作社203家: how many there are by now.
bool Grounder::counted_in_all(const Statement& s) const {
  bool in_all = false;
  constexpr std::uint32_t looked_at = 40;
  const std::uint32_t stop = s.value > looked_at ? s.value - looked_at : 0;
  for (std::uint32_t k = s.value; k-- > stop && !one_of(lexed_.letters[k], clause_marks);) {
    if (lexed_.letters[k] == 'F' && text_of(k) != "培育" && text_of(k) != "认定") return false;
    in_all = in_all || lexed_.letters[k] == 'k';
  }
  return in_all;
}

// 新增高速公路里程120公里, 常住人口净增1.7万人: what is new of a size that has no id for it is its change.
bool Grounder::increases(const Statement& s, const IndicatorEntry& entry) const {
  if (c_.model.lists[List::sizes].contains(entry.id)) return true;
  if (entry.nature == Nature::rate || c_.model.stock_of[s.head.indicator] != no_index || entry.id.starts_with("new_")) return false;
  return (s.predicate.flow || added_before(s)) && !c_.model.lists[List::cumulating].contains(entry.id);
}

// 新增|税收3亿元, 净增城镇|常住人口1.2万人
bool Grounder::added_before(const Statement& s) const {
  if (c_.document.language == "en" || s.head.token == no_index) return false;
  // 新增工业产值126亿元、|税收8.6亿元: over the list that it opens
  const LetterSet passed = s.head.flow ? LetterSet("XUDVcFNQJ/&") : LetterSet("XUDVcF");
  for (std::uint32_t k = s.head.token; k-- > 0 && one_of(lexed_.letters[k], passed);) {
    // 新增装机300万千瓦、|发电量超3000亿千瓦时: another kind of size
    if (lexed_.letters[k] == 'Q' && (reading_at(lexed_, k).unit != reading_of(s).unit || reading_of(s).prefix_bound)) return false;
    if (lexed_.letters[k] != 'F') continue;
    const std::string_view said = text_of(k);
    return said.starts_with("新增") || said.starts_with("净增") || said.starts_with("再增") || said == "力增";
  }
  return false;
}

std::string_view Grounder::paid_by(const Statement& s) const {
  const Token& value = lexed_.tokens[s.value];
  // What stands nearest before the number decides: 每人每月842元和每人每年6900元.
  for (std::uint32_t k = s.value; k-- > 0 && (lexed_.letters[k] != 'Q' || s.predicate.arrival);) {
    if (k < s.head.token && one_of(lexed_.letters[k], separators)) break;  // of the item before
    if (lexed_.letters[k] == 'v') {
      return text_of(k).find("月") != std::string_view::npos ? "CNY_per_month" : "CNY_per_year";
    }
    if (lexed_.letters[k] == 'X' && text_of(k).find("每年") != std::string_view::npos) return "CNY_per_year";
  }
  const std::uint32_t from = std::min(s.head.mention.begin, value.begin);
  const std::string_view said = c_.text.substr(from, value.end + 12 - from);
  if (said.find("月") != std::string_view::npos) return "CNY_per_month";
  if (said.find("年") != std::string_view::npos) return "CNY_per_year";
  return paid_by_item_before(s);
}

// 城市低保每人每月不低于680元、|农村低保不低于510元: as the item before, of the same kind.
std::string_view Grounder::paid_by_item_before(const Statement& s) const {
  const std::uint32_t head = s.head.token;
  if (head == no_index || head < 2 || !one_of(lexed_.letters[head - 1], "/,&") || lexed_.letters[head - 2] != 'Q') return {};
  std::uint32_t first = head - 2;
  while (first > 0 && !one_of(lexed_.letters[first - 1], separators)) --first;
  for (std::uint32_t k = first; k < head; ++k) {
    if (lexed_.letters[k] != 'N') continue;
    const std::uint32_t name = c_.model.roles[lexed_.tokens[k].word].name;
    if (c_.model.indicator(name).units != c_.model.indicator(s.head.indicator).units) return {};
    const std::string_view told = c_.text.substr(lexed_.tokens[first].begin, lexed_.tokens[head].begin - lexed_.tokens[first].begin);
    return told.find("月") != std::string_view::npos ? "CNY_per_month" : std::string_view{};
  }
  return {};
}

// 万元GDP能耗0.53吨标准煤, 旅游总人次3260万: the name says what the printed unit leaves out. An entry of the list gives the
// printed unit, the word of the name and the unit that is meant.
std::string_view Grounder::unit_in_name(const Statement& s, std::string_view unit) const {
  const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
  const std::string_view name = c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin);
  // A bare number is one of persons only with its 万: 人次3260万, but no 人次 in 2024.
  const bool plain = unit.empty() && reading_of(s).scale == Decimal{1, 0};
  if (plain) return {};
  for (const std::string_view row : c_.model.lists[List::units_in_names]) {
    const std::size_t first = row.find(' '), second = row.find(' ', first + 1);
    if (second == std::string::npos || row.substr(0, first) != (unit.empty() ? "none" : unit)) continue;
    if (name.find(row.substr(first + 1, second - first - 1)) == std::string_view::npos) continue;
    for (const std::string& own : entry.units) {
      if (own == row.substr(second + 1)) return own;
    }
  }
  return {};
}

// A bare 失業率 is the registered one in mainland reports alone; elsewhere it comes from a survey.
std::uint32_t Grounder::surveyed(std::uint32_t indicator) const {
  if (!c_.model.is(indicator, "registered_urban_unemployment_rate")) return indicator;
  const auto found = c_.model.indicator_by_id.find("surveyed_urban_unemployment_rate");
  return found == c_.model.indicator_by_id.end() ? indicator : found->second;
}

bool Grounder::names_renminbi(const Range& value) const {
  const std::size_t begin = value.begin < 9 ? 0 : value.begin - 9;
  return c_.text.substr(begin, value.end - begin).find("人民币") != std::string_view::npos;
}

bool Grounder::in_proportion(std::uint32_t i) const {
  const auto is_colon = [&](std::uint32_t k) { return k < lexed_.letters.size() && lexed_.letters[k] == ':'; };
  return (i > 0 && is_colon(i - 1)) || is_colon(i + 1);
}

const char* Grounder::level(Record& r) {
  r.measure = Measure::level;
  return nullptr;
}

}  // namespace zhibiao::extract
