#include <cstdlib>

#include "extract/english_words.hpp"
#include "extract/grounder.hpp"

namespace zhibiao::extract {
namespace {

constexpr int term_years = 5;

// The number from 2 to 9 with which the words begin, or 0.
int leading_count(std::string_view said) {
  constexpr std::string_view numbers = "两二三四五六七八九";
  constexpr std::size_t width = 3;
  if (said.size() > 1 && said[0] >= '2' && said[0] <= '9') return said[0] - '0';
  const std::size_t at = said.size() < width ? std::string_view::npos : numbers.find(said.substr(0, width));
  if (at == std::string_view::npos) return 0;
  return at == 0 ? 2 : static_cast<int>(at / width) + 1;
}

}  // namespace

std::optional<Period> Grounder::period(std::uint32_t i) const {
  const Zone& zone = zone_of(i);
  const std::uint32_t time = governing_time(i, no_index);
  std::optional<Period> p = time == no_index ? zone_period(zone) : resolve(time_of(time), zone);
  if (p && p->is_interval()) p = year_period(p->last_year);
  return p;
}

void Grounder::ground_time(const Statement& s, const Zone& zone, Record& r) const {
  const std::uint32_t time = governing_time(s.value, s.predicate.time, s.no_time_begin, s.no_time_end, s.head.token);
  std::optional<Period> p = time == no_index ? zone_period(zone) : resolve_at(time, zone);
  if (looks_back(s, zone)) {
    if (time == no_index) p = year_period(review_year());
    // In the fourth quarter, GDP grew by…
    else if (p && is_part_of_year(time_of(time)) && time_of(time).y == 0) p->first_year = p->last_year = review_year();
  }
  if (s.predicate.quarter > 0 && p && !p->is_interval()) p->quarter = s.predicate.quarter;
  if (s.predicate.first_year) {
    if (p && p->is_interval()) r.period = year_period(p->first_year);
    return;
  }
  if (so_every_year(s, zone)) p = year_period(review_year());
  // 两年平均增长5%: over the two years that end with the one told of.
  const bool past_year = p && review_year() != 0 && p->last_year <= review_year();
  if (p && r.measure == Measure::average_growth_rate && (zone.part != Part::plan || past_year)) {
    if (const int years = years_of_mean(s); years > 1) {
      r.period = interval(p->last_year - years + 1, p->last_year);
      return;
    }
  }
  // 到2016年,…;五年累计完成…: the sum of the years that end there.
  if (p && !p->is_interval() && zone.years() && p->last_year == zone.last_year &&
      (over_five_years(s) || summed_behind(s, time) || cumulated_until(s, r, time))) {
    p = zone_period(zone);
  }
  // …。五年累计完成…,累计新增…, in the part of one year
  if (p && !p->is_interval() && zone.part == Part::review && !zone.years() && time == no_index && summed_over_five_years(s)) {
    p = past(term_years);
  }
  // 2015年完成312亿元,五年累计1136亿元: of the five years that end with it.
  if (p && !p->is_interval() && zone.part == Part::review && !zone.years() && r.measure == Measure::level && over_five_years(s)) {
    p = interval(p->last_year - term_years + 1, p->last_year);
  }
  const bool has_base = s.predicate.base != no_index;
  if (has_base) r.base_period = base_of(s.predicate.base, zone);
  // 五年累计268亿美元,是前五年的1.7倍, in the review of a year
  if (has_base && p && !zone.years() && lexed_.letters[s.predicate.base] == 'b' && time_of(s.predicate.base).value == "term") {
    r.base_period = interval(p->last_year - 2 * term_years + 1, p->last_year - term_years);
  }
  if (!p) return;
  // 下降2.7%、五年累计下降12.6%, in the review of a year: over the five years that end with it.
  const bool moved = r.measure == Measure::growth_rate || r.measure == Measure::change;
  if (moved && !has_base && !p->is_interval() && !zone.years() && zone.part != Part::plan && over_five_years(s)) {
    r.base_period = year_period(p->last_year - term_years);
  }
  // 较2020年净增212家: new in the years since.
  const bool flow = r.measure == Measure::level && c_.model.indicator(r.indicator).id.starts_with("new_");
  if (flow && r.base_period && !r.base_period->is_interval() && r.base_period->last_year < p->last_year && !p->is_interval()) {
    r.period = interval(r.base_period->last_year + 1, p->last_year);
    r.base_period.reset();
    return;
  }
  if (p->is_interval()) {
    // Since 2019, exports have risen by 31%: from what they were in 2019.
    const bool since_year = c_.document.language == "en" && time != no_index && time_of(time).value == "since";
    const int first = p->first_year + (since_year ? 1 : 0), last = p->last_year;
    switch (r.measure) {
      case Measure::average_growth_rate: r.base_period.reset(); break;
      case Measure::level:
        if (!sums_up(s, r)) p = year_period(last);
        break;
      case Measure::ratio:
        // 是上一个五年的7倍 compares passages; else the end is compared with a year.
        if (!r.base_period || !r.base_period->is_interval()) p = year_period(last);
        if (!has_base) r.base_period = year_period(first - 1);
        break;
      case Measure::growth_rate:
        if (has_base && r.base_period && r.base_period->is_interval() && r.base_period->last_year + 1 == first) break;  // 比上一个五年增长46%
        if (s.predicate.yearly && !has_base) {  // an annual increase of 6% over the next five years
          r.measure = Measure::average_growth_rate;
          break;
        }
        [[fallthrough]];
      case Measure::change:
        p = year_period(last);
        if (!has_base && !s.predicate.year_on_year) r.base_period = year_period(first - 1);
        break;
    }
  } else if ((r.measure == Measure::ratio || r.measure == Measure::growth_rate) && r.base_period && r.base_period->is_interval() &&
             r.base_period->last_year + term_years == p->last_year) {
    p = interval(r.base_period->last_year + 1, p->last_year);  // 是“十一五”的3.1倍, 比上一个五年增长46%: five years against five
  } else if (r.measure == Measure::average_growth_rate && r.base_period) {
    // 与2015年相比,…,年均增长9.5%: over the years behind the base.
    // 比2010年翻一番,年均增长7.5%, of a plan: a yearly pace is planned for the years to come.
    const int base = zone.part == Part::plan && review_year() != 0 ? std::max(r.base_period->last_year, review_year())
                                                                  : r.base_period->last_year;
    p = base < p->last_year ? std::optional(interval(base + 1, p->last_year)) : std::nullopt;
    r.base_period.reset();
  } else if (r.measure == Measure::average_growth_rate) {
    // A yearly mean speaks of several years; which, a single year does not say.
    const std::optional<Period> base = zone.years() ? std::nullopt : base_told_before(s, zone);
    const bool since = base && base->last_year < p->last_year;
    if (c_.document.language == "en" && !zone.years() && !since && !says_yearly()) {  // PM2.5 fell by 3% on average: of all cities
      r.measure = Measure::growth_rate;
      return void(r.period = p);
    }
    p = zone.years() ? zone_period(zone) : since ? std::optional(interval(base->last_year + 1, p->last_year)) : std::nullopt;
  }
  if (p && !p->is_interval() && !r.base_period) r.base_period = base_of_passage(s, zone, r.measure);
  // 连续三年净增累计超过2万亩: over all these years.
  if (const int years = years_running(s); p && years > 1 && r.measure == Measure::change && s.predicate.cumulated && !has_base) {
    r.base_period = year_period(p->last_year - years);
  }
  // 2680元,四年净增860元: since the year before these.
  if (const int years = years_counted(s); p && years > 1 && r.measure == Measure::change && !has_base && !p->is_interval() &&
                                          zone.part != Part::plan) {
    r.base_period = year_period(p->last_year - years);
  }
  r.period = p;
}

// How many years the clause of the value counts (四年净增), or 0.
int Grounder::years_counted(const Statement& s) const {
  if (c_.document.language == "en") return 0;
  for (std::uint32_t k = s.value; k-- > 0 && !one_of(lexed_.letters[k], separators);) {
    if (lexed_.letters[k] == 'I' && text_of(k).ends_with("年")) return leading_count(text_of(k));
  }
  return 0;
}

// 到2030年,…累计下降12%; …新增就业累计40万人: of the years that end there.
bool Grounder::cumulated_until(const Statement& s, const Record& r, std::uint32_t time) const {
  if (c_.document.language == "en" || time == no_index || time_of(time).value != "until") return false;
  if (!s.predicate.cumulated || s.predicate.base != no_index) return false;
  if (r.measure == Measure::level) return c_.model.indicator(r.indicator).id.starts_with("new_") && !s.predicate.reached;
  return r.measure == Measure::growth_rate || r.measure == Measure::change;
}

// How many years running the words between name and value speak of, or 0.
int Grounder::years_running(const Statement& s) const {
  constexpr std::string_view running = "连续";
  for (std::uint32_t k = s.value; k-- > 0 && k > s.head.token;) {
    const std::string_view said = text_of(k);
    if (!said.starts_with(running)) continue;
    if (const int years = leading_count(said.substr(running.size())); years != 0) return years;
  }
  return 0;
}

// How many years 两年平均增长, 三年年均 before the value speak of, or 0.
int Grounder::years_of_mean(const Statement& s) const {
  if (s.predicate.mean_word != no_index) return leading_count(text_of(s.predicate.mean_word));
  const std::uint32_t last = mean_or_clause_.before(s.value);
  return last != no_index && lexed_.letters[last] == 'a' ? leading_count(text_of(last)) : 0;
}

// 2020年甲达到…;乙累计完成…, in a passage of years: the year is that of the item before, the sum that of the passage.
bool Grounder::summed_behind(const Statement& s, std::uint32_t time) const {
  if (time == no_index || !s.predicate.cumulated) return false;
  for (std::uint32_t k = s.value; k-- > time;) {
    if (lexed_.letters[k] == ';') return true;
  }
  return false;
}

// English: an increase of 60% over 2002, and an average annual increase of 9.9%.
std::optional<Period> Grounder::base_told_before(const Statement& s, const Zone& zone) const {
  if (c_.document.language != "en") return std::nullopt;
  for (std::uint32_t k = s.value; k-- > 0 && !one_of(lexed_.letters[k], ".;T");) {
    if (lexed_.letters[k] == 'b') return base_of(k, zone);
  }
  return std::nullopt;
}

// 2021年…比2016年增长51.2%;一般公共预算收入达到83亿元,增长1.4倍: in a passage of years the base holds for the sentence, up to
// another time.
std::optional<Period> Grounder::base_of_passage(const Statement& s, const Zone& zone, Measure measure) const {
  if (measure != Measure::growth_rate || !zone.years() || s.predicate.year_on_year) return std::nullopt;
  for (std::uint32_t k = s.value; k-- > 0 && !one_of(lexed_.letters[k], ".Ty");) {
    if (lexed_.letters[k] == 'b') return base_of(k, zone);
  }
  return std::nullopt;
}

// The time word that holds for the value at token i: its own, or the last one before it in the sentence.
std::uint32_t Grounder::governing_time(std::uint32_t i, std::uint32_t own, std::uint32_t skip_begin,
                             std::uint32_t skip_end, std::uint32_t head) const {
  if (own != no_index) return own;
  bool clause_ended = false, superseded = false;
  const std::uint32_t last = time_or_end_.before(i);
  if (last == no_index) return no_index;
  if (expected_for_the_year(i)) return no_index;
  for (std::uint32_t k = last + 1; k-- > 0;) {
    if (lexed_.letters[k] == '.') break;
    if (lexed_.letters[k] == ';') clause_ended = true;
    if (lexed_.letters[k] != 'T' || (k >= skip_begin && k < skip_end)) continue;
    if (c_.document.language == "en" && of_an_aside(k, i)) continue;
    // 由上年居第四位上升为第三位: what is compared with is no time of what follows.
    const bool stands_alone = k > 0 && lexed_.letters[k + 1] == ',' && one_of(lexed_.letters[k - 1], ",;:");
    if (time_of(k).value == "previous" && k > 0 && !stands_alone) continue;
    // 五年改造…,是1997年到2015年的总和: what is compared with.
    if (k > 0 && lexed_.letters[k - 1] == 'b' && lexed_.tokens[k - 1].end == lexed_.tokens[k].begin) continue;
    if (is_yardstick(k)) continue;
    // 面对|上半年|下降2%的压力,地区生产总值增长5%: when it was hard
    if (is_part_of_year(time_of(k)) && lexed_.clauses[k] != lexed_.clauses[i] &&
        c_.model.lists[List::hardships].begins(c_.text.substr(lexed_.tokens[lexed_.clauses[k]].begin))) {
      continue;
    }
    // 目前我市年度一般公共预算收入: of a year, and the time of its clause stands before it.
    if (text_of(k) == "年度" && time_before(k) != no_index) return time_before(k);
    // A quarter named inside one item of a list does not reach the next item; at the head of the sentence it does.
    if ((superseded || (clause_ended && k > 0)) && is_part_of_year(time_of(k))) continue;
    if (head != no_index && head > item_end(k) && speaks_of_one_item(k) && !opens_list(k, head)) {
      superseded = true;  // nor does a quarter before it reach further
      continue;
    }
    return k;
  }
  return no_index;
}

// Having grown 5% in 2023, GDP rose by…; Exports, up 5% in 2023, rose by…: the time of token k is that of what comes by the way.
bool Grounder::of_an_aside(std::uint32_t k, std::uint32_t i) const {
  const std::string& letters = lexed_.letters;
  if (k < 2 || letters[k - 1] != 'Q' || letters[k + 1] != ',' || i <= k) return false;
  std::uint32_t first = k - 1;
  while (first > 0 && !one_of(letters[first - 1], ",;:N")) --first;
  if (first == 0) return true;
  return letters[first - 1] == ',' && first > 1 && letters[first - 2] == 'N' && one_of(letters[k + 2], "gd");
}

// 年均增速5.7%,比“十三五”|高1.2个百分点: what is compared with.
bool Grounder::is_yardstick(std::uint32_t k) const {
  if (k == 0 || lexed_.tokens[k - 1].end != lexed_.tokens[k].begin) return false;
  const std::string_view before = text_of(k - 1);
  static constexpr std::string_view comparing[] = {"比", "较", "高于", "低于", "快于", "慢于", "好于", "优于", "相比"};
  return std::any_of(std::begin(comparing), std::end(comparing), [&](std::string_view word) { return before.ends_with(word); });
}

// 今年1-11月…,预计全年…: the year under review, whose months the times before name.
bool Grounder::expected_for_the_year(std::uint32_t i) const {
  const std::uint32_t expected = expected_or_end_.before(i);
  if (expected == no_index || lexed_.letters[expected] != 'p' || !text_of(expected).ends_with("全年")) return false;
  if (zone_of(i).part != Part::review || stands_in(expected, i, "T")) return false;
  constexpr std::uint32_t looked_at = 60;  // tokens
  bool months = false;
  for (std::uint32_t k = expected; k-- > 0 && expected - k < looked_at && lexed_.letters[k] != '.';) {
    if (lexed_.letters[k] != 'T') continue;
    if (is_part_of_year(time_of(k))) months = true;
    else return months && time_of(k).value == "plan";
  }
  return months;
}

// The time word before token k in its clause.
std::uint32_t Grounder::time_before(std::uint32_t k) const {
  while (k-- > 0 && !one_of(lexed_.letters[k], separators)) {
    if (lexed_.letters[k] == 'T') return k;
  }
  return no_index;
}

std::uint32_t Grounder::item_end(std::uint32_t k) const {
  return find(lexed_.letters, k, separators);
}

// 城镇化率2020年达到58.1%; 地区生产总值跨越两大关口,2022年突破1000亿元: behind its name, or with a value and without
// a name in its clause, a time holds for that item alone.
bool Grounder::speaks_of_one_item(std::uint32_t k) const {
  for (std::uint32_t before = k; before-- > 0 && !one_of(lexed_.letters[before], separators);) {
    if (lexed_.letters[before] == 'N') return true;
  }
  // 到2027年突破1000亿元,|今年增长7%,财政收入…: the year of the plan takes the place of the years ahead.
  const std::uint32_t before_it = k > 0 && lexed_.letters[k - 1] == 'w' ? k - 1 : k;  // 其中今年新增80家
  if (time_of(k).value == "plan" && before_it > 1 && lexed_.letters[before_it - 1] == ',' && c_.document.language != "en") return false;
  return stands_in(k, item_end(k), "QW") && !stands_in(k, item_end(k), "NPLX");
}

// 力争到2026年突破2000亿元、|财政总收入突破200亿元: the end of a plan, for all that 、 joins in its clause.
bool Grounder::opens_list(std::uint32_t k, std::uint32_t head) const {
  const std::string_view said = text_of(k);
  if (!said.starts_with("到") && !said.starts_with("至")) return false;
  for (std::uint32_t before = k; before-- > 0 && !one_of(lexed_.letters[before], separators);) {
    if (lexed_.letters[before] == 'N') return false;
  }
  return !stands_in(k, head, ",;:");
}

bool Grounder::is_part_of_year(const TimeMention& time) {
  return time.m != 0 || time.q != 0 || (time.h & 3) != 0 ||
         (time.value.size() == 2 && (time.value[0] == 'q' || time.value[0] == 'h')) || time.value.starts_with("first-");
}

// The calendar year in which the speech was given.
int Grounder::speech_year() const {
  if (c_.document.date) return std::atoi(c_.document.date->substr(0, 4).c_str());
  return plan_year();
}

std::optional<Period> Grounder::zone_period(const Zone& zone) const {
  if (zone.last_year == 0) return std::nullopt;
  return interval(zone.first_year, zone.last_year);
}

// Whether a part of a year had ended when the report was given.
bool Grounder::over_by_then(const Period& p) const {
  if (!c_.document.date || c_.document.date->size() < 7 || p.is_interval()) return false;
  const int year = speech_year(), month = std::atoi(c_.document.date->substr(5, 2).c_str());
  const int last_month = p.month != 0 ? p.month : p.quarter != 0 ? p.quarter * 3 : p.half != 0 ? p.half * 6 : 12;
  return p.last_year < year || (p.last_year == year && last_month < month);
}

// 今年一季度, 今年以来, looked back at in a report given later in that year.
std::optional<Period> Grounder::resolve_at(std::uint32_t i, const Zone& zone) const {
  const TimeMention& time = time_of(i);
  std::optional<Period> p = resolve(time, zone);
  for (std::uint32_t k = i; time.value == "that" && k-- > 0;) {  // 2021年开园,当年新增3万户: the year that was named last
    if (lexed_.letters[k] == 'T' && time_of(k).y != 0) return resolve(time_of(k), zone).has_value() ? year_period(time_of(k).y) : p;
  }
  if (zone.part != Part::review || speech_year() <= review_year()) return p;
  constexpr std::string_view since = "以来", this_year = "今年";
  if (time.value == "plan" && c_.text.substr(lexed_.tokens[i].end).starts_with(since)) {
    Period first_quarter = year_period(speech_year());
    first_quarter.quarter = 1;
    if (over_by_then(first_quarter)) return std::nullopt;  // of a part of the year that the text does not say
    return year_period(review_year());
  }
  bool behind = i > 0 && text_of(i - 1) == this_year && lexed_.tokens[i - 1].end == lexed_.tokens[i].begin;
  // 今年3月以来…,一季度…: the year that its sentence names before.
  for (std::uint32_t k = i; k-- > 0 && !behind && lexed_.letters[k] != '.' && lexed_.letters[k] != ';';) {
    if (lexed_.letters[k] != 'T') continue;
    behind = text_of(k) == this_year || (time_of(k).h & of_this_year) != 0;
    if (!is_part_of_year(time_of(k))) break;
  }
  if (!p || !is_part_of_year(time) || time.y != 0 || (!behind && (time.h & of_this_year) == 0)) return p;
  Period own = *p;
  own.first_year = own.last_year = speech_year();
  return over_by_then(own) ? own : p;
}

std::optional<Period> Grounder::resolve(const TimeMention& time, const Zone& zone) const {
  const std::string_view v = time.value;
  const bool planning = zone.part == Part::plan;
  const int zone_year = zone.last_year != 0 && !(planning && zone.years()) ? zone.last_year
                        : planning                                         ? plan_year()
                                                                           : review_year();
  const auto some_year = [&](int year) { return year != 0 ? year : (time.h & of_last_year) != 0 ? review_year() : zone_year; };
  const auto known = [](Period p) { return p.last_year > 0 ? std::optional(p) : std::nullopt; };
  if (v == "some-years") return std::nullopt;  // 用三至五年: which, it does not say
  if (v == "year" || v == "until") return known(year_period(time.y));
  if (v == "since") return since(time.y);
  if (v.substr(0, 6) == "since-") return since(std::atoi(std::string(v.substr(6)).c_str()));
  if (v == "years") return time.y < time.z ? std::optional(interval(time.y, time.z)) : std::nullopt;
  if (v == "month") {
    Period p = year_period(some_year(time.y));
    p.month = time.m >= 1 && time.m <= 12 ? time.m : 0;
    return known(p);
  }
  if (v == "months" || v.starts_with("first-")) {
    const int months = v == "months" ? time.m : std::atoi(std::string(v.substr(v.find('-') + 1)).c_str());
    Period p = year_period(some_year(time.y));
    if (months < 2 || months > 12) return std::nullopt;  // the words do not say how many
    if (months == 3) p.quarter = 1;
    else if (months == 6) p.half = 1;
    else if (months != 12) {  // 前三季度, 1-11月
      p.first_month = 1;
      p.month = months;
    }
    return known(p);
  }
  if (v == "quarter") {
    Period p = year_period(some_year(time.y));
    p.quarter = time.q;
    return known(p);
  }
  if (v == "half") {
    Period p = year_period(some_year(time.y));
    p.half = time.h & 3;
    return known(p);
  }
  if (v.size() == 2 && (v[0] == 'q' || v[0] == 'h')) {
    Period p = year_period(zone_year);
    (v[0] == 'q' ? p.quarter : p.half) = v[1] - '0';
    return known(p);
  }
  if (v == "plan") return known(year_period(planning ? plan_year() : speech_year()));
  if (v == "last") return known(year_period(review_year()));
  if (v == "five") return planning && zone.years() ? zone_period(zone) : past(term_years);  // 五年城镇新增就业40万人以上
  // 由上年的37.3%提高到…: the year before the one that is told of.
  if (v == "previous") return known(year_period((planning ? plan_year() : zone_year) - 1));
  if (v == "before-last") return known(year_period(review_year() - 1));
  if (v == "whole" || v == "quarters" || v == "that") return known(year_period(zone_year));
  if (v.substr(0, 5) == "past-") return past(std::atoi(std::string(v.substr(5)).c_str()));
  if (v.substr(0, 7) == "summed-") return planning ? std::nullopt : past(v[7] - '0');  // which three years a plan sums up, it does not say
  if (v.substr(0, 5) == "next-" || v.substr(0, 7) == "within-") {
    const int years = std::atoi(std::string(v.substr(v.find('-') + 1)).c_str());
    if (v[0] == 'w' && !planning) {  // 三年内, in a review: which years it does not say, but of a review of as many
      const bool all = zone.years() && zone.last_year - zone.first_year + 1 == years;
      return all ? zone_period(zone) : std::nullopt;
    }
    if (plan_year() == 0) return std::nullopt;
    return interval(plan_year(), plan_year() + years - 1);
  }
  std::optional<Period> named = parse_period(v);
  // The years of a plan that goes on, in a review: up to the year under review.
  if (named && !planning && named->is_interval() && named->first_year <= review_year() &&
      named->last_year > review_year()) {
    named = interval(named->first_year, review_year());
  }
  return named;
}

// So many years, up to the one under review.
std::optional<Period> Grounder::past(int years) const {
  if (review_year() == 0) return std::nullopt;
  return interval(review_year() - years + 1, review_year());
}

// 2021年以来, “十四五”以来: up to the year under review.
std::optional<Period> Grounder::since(int year) const {
  if (year <= 0) return std::nullopt;
  return year < review_year() ? interval(year, review_year()) : year_period(year);
}

std::optional<Period> Grounder::base_of(std::uint32_t i, const Zone& zone) const {
  if (lexed_.letters[i] == 'W') return year_period(std::atoi(std::string(last_word(text_of(i))).c_str()));
  const TimeMention& time = time_of(i);
  if (time.value == "year") return year_period(time.y);
  if (time.value == "census") return year_period(2010);
  if (time.value == "term") {
    if (zone.first_year == 0) return std::nullopt;
    return interval(zone.first_year - term_years, zone.first_year - 1);
  }
  if (time.value.starts_with("ago-")) {
    const int last = zone.last_year != 0 ? zone.last_year : review_year();
    return last != 0 ? std::optional(year_period(last - std::atoi(std::string(time.value.substr(4)).c_str()))) : std::nullopt;
  }
  return parse_period(time.value);
}

// GDP rose by 5%, in a plan: what was, said again.
bool Grounder::looks_back(const Statement& s, const Zone& zone) const {
  return s.predicate.past && zone.part == Part::plan && review_year() != 0;
}

// GDP will grow by 6 percent, in what was taken for the review: the heading of the plan is not told, or reads like none.
bool Grounder::looks_ahead(const Statement& s, const Zone& zone) const {
  if (c_.document.language != "en" || zone.part != Part::review || s.predicate.past || plan_year() == 0 || plan_year() <= review_year()) return false;
  const std::string& letters = lexed_.letters;
  for (std::uint32_t k = s.value; k-- > 0;) {
    if (one_of(letters[k], clause_marks) && (letters[k] != ',' || letters[k + 1] != '&')) return false;
    if (!one_of(letters[k], "McgdX")) continue;
    const std::string said = text::lower(text_of(k));
    if (c_.model.lists[List::en_past].contains(said)) return false;
    const bool will = said == "will" || said == "shall" || said.ends_with(" will") || said.ends_with(" shall");
    if (!will && letters[k] != 'M') continue;
    // GDP will grow by 6%, and exports by 8%; else before the name only of whom the report speaks: We will raise exports by…
    if (lexed_.tokens[k].begin >= s.head.mention.end || (k > 0 && letters[k - 1] == 'N')) return true;
    constexpr std::uint32_t longest = 24;
    const std::string before = said_before(lexed_.tokens[k].end, longest);
    for (const std::string_view whose : {"we will", "we shall", "government will", "we are to", "we aim"}) {
      if (before.ends_with(whose)) return true;
    }
    return false;
  }
  return false;
}

bool Grounder::over_five_years(const Statement& s) const {
  for (std::uint32_t k = s.value; k-- > 0 && !one_of(lexed_.letters[k], separators);) {
    if (lexed_.letters[k] == 'k' && (text_of(k).starts_with("五年") || text_of(k).starts_with("5年"))) return true;
  }
  return false;
}

// Whether a sum says that it is one of five years, or stands behind one that does, with no other time between.
bool Grounder::summed_over_five_years(const Statement& s) const {
  // 五年累计新增就业1.2万人,|转移农村劳动力9.6万人: of what is new too
  const std::string_view id = c_.model.indicator(s.head.indicator).id;
  const bool flow = id.starts_with("new_") || c_.model.lists[List::cumulating].contains(id);
  const Predicate& p = s.predicate;
  if (!p.cumulated && (!flow || p.reached || p.arrival || p.stock || p.direction != 0)) return false;
  constexpr std::uint32_t looked_at = 60;  // tokens
  for (std::uint32_t k = s.value; k-- > 0 && s.value - k < looked_at && !one_of(lexed_.letters[k], ".T;");) {
    if (lexed_.letters[k] == 'k' && (text_of(k).starts_with("五年") || text_of(k).starts_with("5年"))) return true;
  }
  return false;
}

// an average annual growth, 5% a year: whether a mean of the sentence is one over years
bool Grounder::says_yearly() const {
  for (std::uint32_t k = 0; k < lexed_.letters.size(); ++k) {
    if (lexed_.letters[k] != 'a') continue;
    const std::string said = lower(text_of(k));
    if (said.find("annual") != std::string::npos || said.find("year") != std::string::npos || said.find("annum") != std::string::npos) return true;
  }
  return false;
}

// 我市每年接待游客近860万人次, in a plan: what is so already.
bool Grounder::so_every_year(const Statement& s, const Zone& zone) const {
  if (zone.part != Part::plan || review_year() == 0 || s.head.token == no_index) return false;
  for (std::uint32_t k = s.head.token; k-- > 0 && !one_of(lexed_.letters[k], "Mmp,;:.");) {
    if (lexed_.letters[k] != 'U' || !text_of(k).starts_with("我")) continue;
    return c_.text.substr(lexed_.tokens[k].end).starts_with("每年");
  }
  return false;
}

// In a passage over several years: is the amount the sum of the passage, or a size reached at its end?
bool Grounder::sums_up(const Statement& s, const Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(r.indicator);
  if (entry.nature == Nature::rate || r.unit == percent) return false;
  if (s.predicate.yearly && c_.document.language != "en") return false;  // 平均每年城镇新增就业5400人: of each year
  const bool flow = c_.model.lists[List::cumulating].contains(entry.id);
  if (s.predicate.stock && c_.model.stock_of[s.head.indicator] != no_index) return false;
  if (s.predicate.every_year && s.predicate.held) return false;
  const bool yearly = c_.model.lists[List::yearly_flows].contains(entry.id);
  if (s.predicate.cumulated) return flow || yearly || entry.nature == Nature::amount;
  if (yearly && cumulated_before(s)) return true;
  // Over the past five years, exports totaled…; exports over the five years reached…
  const bool years_inside = s.predicate.time != no_index && is_years(time_of(s.predicate.time));
  if (c_.document.language == "en" && (s.predicate.totaled || years_inside) && !s.predicate.arrival &&
      c_.model.lists[List::yearly_flows].contains(entry.id)) {
    return true;
  }
  if (!flow) return c_.model.lists[List::yearly_flows].contains(entry.id) && years_named_before(s);
  if (s.predicate.arrival) return false;
  if (entry.id.substr(0, 4) == "new_") return true;
  if (s.predicate.totaled && c_.document.language == "en") return true;  // added up to more than 3 billion yuan
  if (s.predicate.amounted && years_told_before(s)) return true;
  if (yearly && years_named_before(s)) return true;  // 五年财政用于科技的投入达到36亿元
  if (s.predicate.reached) return false;
  if (c_.document.language == "en") return !s.predicate.bound;  // more than 3,000 units were built
  // 建成高标准农田超过600万亩: its verb says that it was built in these years
  const std::string_view named = c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin);
  const bool built = named.starts_with("建成") || named.starts_with("新建") || named.starts_with("改造") || named.ends_with("改造");
  return built || (!s.predicate.bound && !reading_of(s).prefix_bound);
}

// A totaled 4 billion yuan over the five years, and B amounted to…
bool Grounder::years_told_before(const Statement& s) const {
  for (std::uint32_t k = s.value; k-- > 0 && !one_of(lexed_.letters[k], ".;:");) {
    if (lexed_.letters[k] == 'T') return is_years(time_of(k));
  }
  return false;
}

bool Grounder::is_years(const TimeMention& time) { return time.value == "five" || time.value.starts_with("past-"); }

// English, over five years: investment reached 3 billion yuan. In all, or in the last year?
bool Grounder::sum_or_year(const Statement& s, const Zone& zone, const Record& r) const {
  const Predicate& p = s.predicate;
  if (c_.document.language != "en" || r.measure != Measure::level) return false;
  if (!p.reached || p.bound || p.arrival || r.indicator == no_index) return false;
  const std::string_view id = c_.model.indicator(r.indicator).id;
  if (id.starts_with("new_") || !c_.model.lists[List::cumulating].contains(id)) return false;
  const std::uint32_t time = governing_time(s.value, p.time, s.no_time_begin, s.no_time_end, s.head.token);
  const std::optional<Period> told = time == no_index ? zone_period(zone) : resolve(time_of(time), zone);
  return told && told->is_interval() && !sums_up(s, r);
}

// 累计接待游客860万人次、|旅游收入52亿元; 累计实现进出口总额6亿美元,其中|出口5亿美元: 累计 holds for the list and for a part.
bool Grounder::cumulated_before(const Statement& s) const {
  if (c_.document.language == "en" || s.head.token == no_index || s.predicate.reached || s.predicate.arrival) return false;
  const std::string_view id = c_.model.indicator(s.head.indicator).id;
  const bool revenue = id == "tourism_revenue";  // 累计接待游客860万人次,实现|旅游收入52亿元
  for (std::uint32_t k = s.head.token; k-- > 0 && !one_of(lexed_.letters[k], ".;:T<>gdat");) {
    if (lexed_.letters[k] == 'k') return true;
    if (lexed_.letters[k] == ',' && lexed_.letters[k + 1] != 'w' && !revenue) return false;
  }
  return false;
}

// 五年接待游客3215万人次: the years stand right before it, as its own.
bool Grounder::years_named_before(const Statement& s) const {
  if (s.head.token == no_index) return false;
  for (std::uint32_t k = s.head.token; k-- > 0 && one_of(lexed_.letters[k], "TcVFXU");) {
    if (lexed_.letters[k] == 'T') return text_of(k) == "五年";
  }
  return false;
}

}  // namespace zhibiao::extract
