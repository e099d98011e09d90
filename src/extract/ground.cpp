#include "extract/ground.hpp"

#include <algorithm>

#include "value/decimal.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::string_view percent = "percent", percentage_point = "percentage_point", times = "times";
constexpr int term_years = 5;

Period year_period(int year) {
  Period p;
  p.first_year = p.last_year = year;
  return p;
}

Period interval(int first, int last) {
  Period p;
  p.first_year = first;
  p.last_year = last;
  return p;
}

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

// Size of a region by the word for "all of it": the nation 4, a province 3, a city 2, a county or district 1.
int region_size(std::string_view word) {
  const auto has = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
  if (has("全国") || has("我国") || has("国家") || has("nation") || has("china")) return 4;
  if (has("全省") || has("我省") || has("本省") || has("全疆")) return 3;
  if (has("全市") || has("我市") || has("本市") || has("全州") || has("全盟")) return 2;
  if (has("全县") || has("我县") || has("本县") || has("全旗") || has("全镇") || has("全乡")) return 1;
  return 0;  // 全区 may be an autonomous region or a district
}

int region_size_of_name(std::string_view name) {
  const auto ends = [&](std::string_view tail) {
    return name.size() >= tail.size() && name.substr(name.size() - tail.size()) == tail;
  };
  if (name == "全国") return 4;
  if (ends("省") || ends("自治区") || ends("特别行政区")) return 3;
  for (const std::string_view city : {"北京市", "天津市", "上海市", "重庆市"}) {
    if (name == city) return 3;
  }
  if (ends("市") || ends("州") || ends("盟") || ends("地区")) return 2;
  if (ends("区") || ends("县") || ends("旗")) return 1;
  return 0;
}

class Grounder {
 public:
  Grounder(const Context& context, const Lexed& lexed) : c_(context), lexed_(lexed) {}

  void ground(const std::vector<Statement>& statements, std::vector<Record>& records, std::vector<Refusal>& refusals) {
    for (const Statement& s : statements) {
      Record record;
      const char* reason = read(s, record);
      // The growth of what was refused as one project's is one project's too.
      if (reason == nullptr && s.head.mention.begin == project_mention_) reason = "single_project";
      if (reason != nullptr && std::string_view(reason) == "single_project") project_mention_ = s.head.mention.begin;
      if (reason == nullptr) {
        drop_milestone(s, record, records);
        records.push_back(record);
      } else if (*reason != 0) {
        const Token& value = lexed_.tokens[s.value];
        refusals.push_back({reason, std::min(s.head.mention.begin, value.begin), std::max(s.head.mention.end, value.end)});
      }
    }
  }

  Commitment commitment(std::uint32_t i) const {
    const std::string& letters = lexed_.letters;
    for (std::uint32_t k = i; k-- > 0;) {
      if (letters[k] != 'm') continue;
      const Commitment meant = cue(k)->value == "ensure" ? Commitment::ensure : Commitment::strive;
      if (text_of(k).substr(0, 12) == "奋斗目标") return separated(k, i, ".") ? Commitment::expected : meant;
      // Behind its indicator it governs that item alone; predicate.commitment has it.
      if (behind_name(k)) continue;
      if (separated(k, i, ".;")) return Commitment::expected;
      // So it does in a second tier: 增长7%以上、力争达到8%.
      const bool own_clause = i < clause_end(k, ",:;./");
      if (!own_clause && is_second_tier(k)) continue;
      if (own_clause || !separated(clause_begin(k), i, ",:")) return meant;
      // It goes on to later clauses only if its own is an item of the list: holds a number or a comparison.
      return own_clause_is_item(k) ? meant : Commitment::expected;
    }
    return Commitment::expected;
  }

  std::optional<Period> period(std::uint32_t i) const {
    const Zone& zone = zone_of(i);
    const std::uint32_t time = governing_time(i, no_index);
    std::optional<Period> p = time == no_index ? zone_period(zone) : resolve(time_of(time), zone);
    if (p && p->is_interval()) p = year_period(p->last_year);
    return p;
  }

 private:
  std::string_view text_of(std::uint32_t i) const {
    const Token& t = lexed_.tokens[i];
    return c_.text.substr(t.begin, t.end - t.begin);
  }

  const CueEntry* cue(std::uint32_t i) const { return cue_of(c_.model, lexed_.tokens[i]); }

  const Zone& zone_of(std::uint32_t i) const { return c_.outline.zone_at(lexed_.tokens[i].begin); }

  bool separated(std::uint32_t from, std::uint32_t to, std::string_view marks) const {
    for (std::uint32_t k = from; k < to; ++k) {
      if (marks.find(lexed_.letters[k]) != std::string_view::npos) return true;
    }
    return false;
  }

  bool behind_name(std::uint32_t k) const {
    while (k-- > 0) {
      const char letter = lexed_.letters[k];
      if (letter == 'N' || letter == 'L') return true;
      if (std::string_view(",;:./Q").find(letter) != std::string_view::npos) return false;
    }
    return false;
  }

  // 力争2025年,数字经济…: the clause of a commitment word begins behind a time that stands alone with it.
  std::uint32_t clause_begin(std::uint32_t k) const {
    std::uint32_t i = k + 1;
    while (i < lexed_.letters.size() && lexed_.letters[i] == 'T') ++i;
    return i > k + 1 && i < lexed_.letters.size() && lexed_.letters[i] == ',' ? i + 1 : k;
  }

  std::uint32_t clause_end(std::uint32_t k, std::string_view marks) const {
    const std::size_t end = lexed_.letters.find_first_of(marks, clause_begin(k));
    return static_cast<std::uint32_t>(end == std::string::npos ? lexed_.letters.size() : end);
  }

  bool span_holds(std::uint32_t begin, std::uint32_t end, std::string_view set) const {
    return lexed_.letters.find_first_of(set, begin) < end;
  }

  // Its clause names nothing of its own and gives a number: another value for the indicator before it.
  bool is_second_tier(std::uint32_t k) const {
    const std::uint32_t end = clause_end(k, ",:;./");
    return k > 0 && span_holds(k, end, "QW") && !span_holds(k, end, "NPLXJ");
  }

  bool own_clause_is_item(std::uint32_t k) const {
    return span_holds(k, clause_end(k, ",:;."), "QWoZ");
  }

  bool estimated(std::uint32_t i) const {
    for (std::uint32_t k = i; k-- > 0;) {
      // 预计 holds for the sentence, 有望 for its own clause.
      if (lexed_.letters[k] == 'p' && (cue(k)->value != "clause" || !separated(k, i, ",;:"))) return true;
      if (lexed_.letters[k] == '.') return false;
    }
    return false;
  }

  // --- time --------------------------------------------------------------------------------------------------

  const TimeMention& time_of(std::uint32_t i) const { return lexed_.times[lexed_.tokens[i].index]; }

  // The time word that holds for the value at token i: its own, or the last one before it in the sentence.
  std::uint32_t governing_time(std::uint32_t i, std::uint32_t own, std::uint32_t skip_begin = 0,
                               std::uint32_t skip_end = 0, std::uint32_t head = no_index) const {
    if (own != no_index) return own;
    bool clause_ended = false, superseded = false;
    for (std::uint32_t k = i; k-- > 0;) {
      if (lexed_.letters[k] == '.') break;
      if (lexed_.letters[k] == ';') clause_ended = true;
      if (lexed_.letters[k] != 'T' || (k >= skip_begin && k < skip_end)) continue;
      // 由上年居第四位上升为第三位: what is compared with is no time of what follows.
      if (time_of(k).value == "previous" && k > 0 && !(lexed_.letters[k + 1] == ',' && separated(k - 1, k, ",;:"))) continue;
      // A quarter named inside one item of a list does not reach the next item; at the head of the sentence it does.
      if ((superseded || (clause_ended && k > 0)) && is_part_of_year(time_of(k))) continue;
      if (head != no_index && head > item_end(k) && speaks_of_one_item(k)) {
        superseded = true;  // nor does a quarter before it reach further
        continue;
      }
      return k;
    }
    return no_index;
  }

  std::uint32_t item_end(std::uint32_t k) const {
    const std::size_t end = lexed_.letters.find_first_of(",;:./", k);
    return static_cast<std::uint32_t>(end == std::string::npos ? lexed_.letters.size() : end);
  }

  // 城镇化率2020年达到58.1%; 地区生产总值跨越两大关口,2022年突破1000亿元: behind its name, or with a value and without
  // a name in its clause, a time holds for that item alone.
  bool speaks_of_one_item(std::uint32_t k) const {
    for (std::uint32_t before = k; before-- > 0 && std::string_view(",;:./").find(lexed_.letters[before]) == std::string_view::npos;) {
      if (lexed_.letters[before] == 'N') return true;
    }
    return span_holds(k, item_end(k), "QW") && !span_holds(k, item_end(k), "NPLX");
  }

  static bool is_part_of_year(const TimeMention& time) {
    return time.m != 0 || time.q != 0 || (time.h & 3) != 0 ||
           (time.value.size() == 2 && (time.value[0] == 'q' || time.value[0] == 'h')) || time.value == "9m";
  }

  int review_year() const { return c_.document.review_year.value_or(0); }
  int plan_year() const { return c_.document.plan_year.value_or(0); }

  // The calendar year in which the speech was given.
  int speech_year() const {
    if (c_.document.date) return std::atoi(c_.document.date->substr(0, 4).c_str());
    return plan_year();
  }

  std::optional<Period> zone_period(const Zone& zone) const {
    if (zone.last_year == 0) return std::nullopt;
    return interval(zone.first_year, zone.last_year);
  }

  std::optional<Period> resolve(const TimeMention& time, const Zone& zone) const {
    const std::string_view v = time.value;
    const bool planning = zone.part == Part::plan;
    const int zone_year = zone.last_year != 0 && !(planning && zone.years()) ? zone.last_year
                          : planning                                         ? plan_year()
                                                                             : review_year();
    const auto some_year = [&](int year) { return year != 0 ? year : (time.h & 16) != 0 ? review_year() : zone_year; };
    const auto known = [](Period p) { return p.last_year > 0 ? std::optional(p) : std::nullopt; };
    if (v == "year" || v == "until") return known(year_period(time.y));
    if (v == "since") return since(time.y);
    if (v.substr(0, 6) == "since-") return since(std::atoi(std::string(v.substr(6)).c_str()));
    if (v == "years") return time.y < time.z ? std::optional(interval(time.y, time.z)) : std::nullopt;
    if (v == "month") {
      Period p = year_period(some_year(time.y));
      p.month = time.m >= 1 && time.m <= 12 ? time.m : 0;
      return known(p);
    }
    if (v == "months" || v == "9m") return known(year_period(some_year(time.y)));
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
    if (v == "five" && planning && zone.years()) return zone_period(zone);  // 五年城镇新增就业40万人以上
    if (v == "five") return review_year() == 0 ? std::nullopt : std::optional(interval(review_year() - 4, review_year()));
    // 由上年的37.3%提高到…: the year before the one that is told of.
    if (v == "previous") return known(year_period((planning ? plan_year() : zone_year) - 1));
    if (v == "before-last") return known(year_period(review_year() - 1));
    if (v == "whole") return known(year_period(zone_year));
    if (v.substr(0, 5) == "past-") {
      const int n = v[5] - '0';
      if (review_year() == 0) return std::nullopt;
      return interval(review_year() - n + 1, review_year());
    }
    if (v.substr(0, 5) == "next-") {
      const int n = v[5] - '0';
      if (plan_year() == 0) return std::nullopt;
      return interval(plan_year(), plan_year() + n - 1);
    }
    std::optional<Period> named = parse_period(v);
    // The years of a plan that goes on, in a review: up to the year under review.
    if (named && !planning && named->is_interval() && named->first_year <= review_year() &&
        named->last_year > review_year()) {
      named = named->first_year < review_year() ? interval(named->first_year, review_year()) : year_period(review_year());
    }
    return named;
  }

  // 2021年以来, “十四五”以来: up to the year under review.
  std::optional<Period> since(int year) const {
    if (year <= 0) return std::nullopt;
    return year < review_year() ? interval(year, review_year()) : year_period(year);
  }

  std::optional<Period> base_of(std::uint32_t i, const Zone& zone) const {
    const TimeMention& time = time_of(i);
    if (time.value == "year") return year_period(time.y);
    if (time.value == "census") return year_period(2010);
    if (time.value == "term") {
      if (zone.first_year == 0) return std::nullopt;
      return interval(zone.first_year - term_years, zone.first_year - 1);
    }
    return parse_period(time.value);
  }

  // --- measure and unit --------------------------------------------------------------------------------------

  static bool has_unit(const IndicatorEntry& entry, std::string_view unit) {
    return std::find(entry.units.begin(), entry.units.end(), unit) != entry.units.end();
  }

  static bool is_currency(std::string_view unit) {
    return unit.size() == 3 && std::all_of(unit.begin(), unit.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // The base unit in which the indicator takes a number printed with `unit`; empty where it does not fit.
  std::string_view fitting_unit(const IndicatorEntry& entry, std::string_view unit) const {
    if (has_unit(entry, unit)) return unit;
    if (unit.empty()) {
      for (const std::string_view own : {"item", "times"}) {
        if (has_unit(entry, own)) return own;
      }
      return {};
    }
    if (unit == "CNY_per_year" && has_unit(entry, "CNY_per_month")) return unit;
    if (is_currency(unit)) {
      for (const std::string& own : entry.units) {
        if (is_currency(own)) return unit;
      }
      return {};
    }
    const auto as = [&](std::string_view own) { return has_unit(entry, own) ? own : std::string_view(); };
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
        if (has_unit(entry, own)) return unit;
      }
    }
    return {};
  }

  // Nothing, or the reason why the statement gives no record; an empty reason leaves no note.
  const char* read(const Statement& s, Record& r) const {
    const Zone& zone = zone_of(s.value);
    if (zone.part == Part::annex) return "annex";
    if (of_missed_goal(s)) return "missed_goal";
    r.indicator = s.head.indicator;
    if (s.head.weak && !c_.local_currency.empty()) r.indicator = surveyed(s.head.indicator);
    r.row = s.row;
    r.mention = s.head.mention;
    const Token& value = lexed_.tokens[s.value];
    r.value = {value.begin, value.end};
    r.evidence = {std::min(r.mention.begin, value.begin), std::max(r.mention.end, value.end)};

    if (s.head.several) return "several";
    const char* reason = value.letter == 'W' ? read_worded(s, r) : read_number(s, r);
    if (reason != nullptr) return reason;
    // 翻了两番 looks back, in the plan as well.
    if (value.letter == 'W' && zone.part == Part::plan && text_of(s.value).find("了") != std::string_view::npos) return "looks_back";
    if (reached_stock(s, r)) return "stock_without_id";
    if (r.measure == Measure::level && single_project(s)) return "single_project";
    // One number under several names is their sum, but for what each person has: 城乡低保标准提高到每人每月842元.
    const bool each_has_it = r.unit == percent || r.unit.find("_per_") != std::string_view::npos;
    if (s.head.counted && r.measure == Measure::level && !each_has_it) return "sum";
    ground_time(s, zone, r);
    ground_status(s, zone, r);
    ground_scope(s, r);
    return nullptr;
  }

  // 5G基站达到10万个: a size reached, where the indicator counts what is new and the text does not say so.
  bool reached_stock(const Statement& s, const Record& r) const {
    const IndicatorEntry& entry = c_.model.indicator(r.indicator);
    if (r.measure == Measure::change) {  // 装机达到29万千瓦,比上年增加3万千瓦
      return s.head.weak && !s.head.flow && entry.id.substr(0, 4) == "new_" && c_.model.stock_of[r.indicator] == no_index;
    }
    if (r.measure != Measure::level) return false;
    // 新增装机80万千瓦、总量达到520万千瓦: a stock, where only what is new has an id.
    if (s.predicate.stock && entry.id.substr(0, 4) == "new_" && c_.model.stock_of[r.indicator] == no_index) return true;
    if (!s.head.weak || entry.nature == Nature::rate) return false;
    const bool reached = s.predicate.reached || lexed_.readings[lexed_.tokens[s.value].index].prefix_bound == Bound::more_than;
    return entry.id.substr(0, 4) == "new_" && reached && !s.head.flow && !s.predicate.flow;
  }

  // 没有实现年初确定的…减少2%的目标
  bool of_missed_goal(const Statement& s) const {
    for (std::uint32_t k = s.value; k-- > 0 && std::string_view(",;:.").find(lexed_.letters[k]) == std::string_view::npos;) {
      if (lexed_.letters[k] == 'x') return true;
    }
    return false;
  }

  // 总投资37.5亿元的产业园建成投产，当年实现税收1.2亿元: of one project.
  bool single_project(const Statement& s) const {
    const std::uint32_t first = lexed_.tokens.front().begin;
    const std::string_view said = c_.text.substr(first, s.head.mention.begin - first);
    const std::size_t clause = said.find_last_of(";");
    return said.substr(clause == std::string_view::npos ? 0 : clause).find("总投资") != std::string_view::npos &&
           c_.model.indicator(s.head.indicator).nature == Nature::amount;
  }

  // 正增长, 翻一番, 持平
  const char* read_worded(const Statement& s, Record& r) const {
    const std::string& v = cue(s.value)->value;
    if (v.substr(0, 6) == "growth") {
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
    r.measure = Measure::ratio;
    r.unit = times;
    const std::size_t sign = v.find_first_not_of("ratio");  // "=", ">=" or ">"
    r.lower = value::parse_decimal(std::string_view(v).substr(v.find_first_of("0123456789")));
    if (v.substr(sign, 2) == ">=") r.bound = Bound::at_least;  // 翻一番以上
    else if (v[sign] == '>') r.bound = Bound::more_than;       // more than doubled
    else r.upper = r.lower;
    return nullptr;
  }

  const char* read_number(const Statement& s, Record& r) const {
    const value::Reading& reading = lexed_.readings[lexed_.tokens[s.value].index];
    const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
    if (reading.inexact) return "too_many_digits";
    Decimal lower = reading.lower, upper = reading.upper;
    std::string_view unit = reading.unit;
    if (s.unit_from != no_index) {
      const value::Reading& last = lexed_.readings[s.unit_from];
      unit = last.unit;
      // 300亿和3000亿元: what has its multiplier takes the unit alone.
      const Decimal scale = reading.scale == Decimal{1, 0} ? last.scale : Decimal{1, 0};
      const auto low = value::multiply(lower, scale), high = value::multiply(upper, scale);
      if (!low || !high) return "too_many_digits";
      lower = *low;
      upper = *high;
    }
    const char* reason = read_measure(s, entry, unit, lower, upper, r);
    if (reason != nullptr) return reason;

    Bound bound = Bound::exact;
    if (s.spread) bound = *s.spread;
    if (s.predicate.bound) bound = stronger(bound, *s.predicate.bound);
    if (reading.prefix_bound) bound = stronger(*reading.prefix_bound, bound);
    if (reading.suffix_bound) bound = stronger(bound, *reading.suffix_bound);
    // The rise in prices dropped to 2.4%: the growth fell, and is still growth.
    const bool growth_fell = s.predicate.arrival && (s.predicate.growth_before || s.predicate.growth_in_name ||
                                                     c_.model.indicator(r.indicator).nature == Nature::index);
    // 细颗粒物浓度改善14%: less of it.
    const bool less = s.predicate.better ? entry.direction == "down" : s.predicate.direction < 0;
    const bool down = less && !growth_fell && r.measure != Measure::level &&
                      r.measure != Measure::ratio;
    const bool negative = lower.coefficient < 0;
    if (reading.range) {
      r.bound = Bound::between;
      r.lower = lower;
      r.upper = upper;
      if (down && !negative) {
        r.lower = value::negate(upper);
        r.upper = value::negate(lower);
      }
      return nullptr;
    }
    if (down && !negative) {
      lower = value::negate(lower);
      bound = turned(bound);
    }
    r.bound = bound;
    if (bound != Bound::at_most && bound != Bound::less_than) r.lower = lower;
    if (bound != Bound::at_least && bound != Bound::more_than) r.upper = lower;
    return nullptr;
  }

  const char* read_measure(const Statement& s, const IndicatorEntry& entry, std::string_view unit, Decimal& lower,
                           Decimal& upper, Record& r) const {
    const Predicate& p = s.predicate;
    const bool growth = p.direction != 0 || p.growth_in_name || (p.year_on_year && !p.carrier);
    if (unit == percent) {
      r.unit = percent;
      if (entry.nature == Nature::rate) {
        if (p.direction != 0 && !p.arrival && !p.carrier) return "rate_moves_by_percent";
        r.measure = Measure::level;
        return nullptr;
      }
      if (entry.nature == Nature::index) {
        r.measure = p.mean ? Measure::average_growth_rate : Measure::growth_rate;
        return nullptr;
      }
      if (c_.document.language == "en" && p.arrival && p.direction != 0 && !p.growth_in_name && !p.growth_before) {
        return "percent_without_growth";  // the deficit dropped to 1.2%: of what?
      }
      if (!growth && !p.mean) return has_unit(entry, percent) ? level(r) : "percent_without_growth";
      // 新登记经营主体增长6.4%: of what is new; 经营主体净增1.4万户、增长6.4%: of all.
      const std::uint32_t other = s.head.net ? c_.model.stock_of[s.head.indicator] : c_.model.flow_of[s.head.indicator];
      if ((s.head.net || s.head.flow) && other != no_index) r.indicator = other;
      r.measure = p.mean ? Measure::average_growth_rate : Measure::growth_rate;
      return nullptr;
    }
    if (unit == percentage_point) {
      if (entry.nature != Nature::rate) return "change_of_growth";
      if (p.direction == 0 || p.arrival) return "points_without_direction";
      r.measure = Measure::change;
      r.unit = percentage_point;
      return nullptr;
    }
    if (unit == times && !has_unit(entry, times)) {
      const bool measured = s.value > 0 && lexed_.tokens[s.value - 1].letter == 'D';  // 增速是全省平均的|2.3倍
      if (p.direction > 0 && !p.arrival && measured && p.base == no_index) return "multiple";
      if (p.direction > 0 && !p.arrival) {
        const auto low = value::multiply(lower, {1, 2}), high = value::multiply(upper, {1, 2});
        if (!low || !high) return "too_many_digits";
        lower = *low;
        upper = *high;
        r.measure = Measure::growth_rate;
        r.unit = percent;
        return nullptr;
      }
      if (p.base == no_index && !p.arrival && !p.year_on_year) return "multiple";
      r.measure = Measure::ratio;
      r.unit = times;
      return nullptr;
    }
    std::string_view fit = fitting_unit(entry, unit);
    // 每月720元 under a standard paid by the month.
    if (fit.empty() && unit == "CNY" && has_unit(entry, "CNY_per_month")) fit = paid_by(s);
    if (fit.empty()) fit = unit_in_name(s, unit);
    // 11.3:46.2:42.5 under the composition of a whole.
    if (fit.empty() && unit.empty() && has_unit(entry, percent) && in_proportion(s.value)) {
      r.unit = percent;
      return level(r);
    }
    // 迈上千亿大关, 突破5万亿: money without its unit.
    const value::Reading& printed = lexed_.readings[lexed_.tokens[s.value].index];
    constexpr Decimal hundred_million{1, 8}, trillion{1, 12};
    const bool in_hundred_millions = printed.scale == hundred_million || printed.scale == trillion;
    if (fit.empty() && unit.empty() && (printed.words || in_hundred_millions) && !entry.units.empty() &&
        is_currency(entry.units.front())) {
      fit = entry.units.front();
    }
    // 5.05万下岗失业人员实现再就业: who is counted stands in the name.
    const bool named_behind = lexed_.tokens[s.value].end == s.head.mention.begin;
    if (fit.empty() && unit.empty() && entry.nature == Nature::count && (c_.document.language == "en" || named_behind)) {
      fit = entry.units.front();
    }
    if (fit.empty()) return unit.empty() ? "" : "unit_does_not_fit";
    if (fit == "CNY" && !c_.local_currency.empty() && !names_renminbi(r.value)) fit = c_.local_currency;
    r.unit = fit;
    if (fit == "kilogram_per_mu" && unit == "tonne") {
      const auto low = value::multiply(lower, {1, 3}), high = value::multiply(upper, {1, 3});
      if (!low || !high) return "too_many_digits";
      lower = *low;
      upper = *high;
    }
    const bool compared = p.base != no_index || p.year_on_year;
    if (p.direction != 0 && !p.arrival && !p.growth_in_name) {
      const std::uint32_t twin = c_.model.flow_of[s.head.indicator];
      if (p.direction > 0 && !compared && twin != no_index) {
        r.indicator = twin;
        return level(r);
      }
      // New urban jobs increased by 5,000: the jobs, or how many more of them than before?
      if (c_.document.language == "en" && !compared && entry.id.substr(0, 4) == "new_") return "increment";
      r.measure = Measure::change;
      return nullptr;
    }
    if (p.mean) return "yearly_mean";
    if ((s.head.flow && !p.stock) || p.flow) {
      const std::uint32_t twin = c_.model.flow_of[s.head.indicator];
      if (twin != no_index) r.indicator = twin;
      else if (increases(s, entry)) r.measure = Measure::change;
      if (r.measure == Measure::change) return nullptr;
    } else if (p.stock && c_.model.stock_of[s.head.indicator] != no_index) {
      r.indicator = c_.model.stock_of[s.head.indicator];
    }
    return level(r);
  }

  // 新增高速公路里程120公里, 常住人口净增1.7万人: what is new of a size that has no id for it is its change.
  bool increases(const Statement& s, const IndicatorEntry& entry) const {
    if (c_.model.lists[List::sizes].contains(entry.id)) return true;
    return entry.nature != Nature::rate && c_.model.stock_of[s.head.indicator] == no_index && s.predicate.flow &&
           !c_.model.lists[List::cumulating].contains(entry.id);
  }

  std::string_view paid_by(const Statement& s) const {
    const Token& value = lexed_.tokens[s.value];
    // What stands nearest before the number decides: 每人每月842元和每人每年6900元.
    for (std::uint32_t k = s.value; k-- > 0 && (lexed_.letters[k] != 'Q' || s.predicate.arrival);) {
      if (lexed_.letters[k] == 'v') return text_of(k).find("月") != std::string_view::npos ? "CNY_per_month" : "CNY_per_year";
      if (lexed_.letters[k] == 'X' && text_of(k).find("每年") != std::string_view::npos) return "CNY_per_year";
    }
    const std::uint32_t from = std::min(s.head.mention.begin, value.begin);
    const std::string_view said = c_.text.substr(from, value.end + 12 - from);
    if (said.find("月") != std::string_view::npos) return "CNY_per_month";
    if (said.find("年") != std::string_view::npos) return "CNY_per_year";
    return {};
  }

  // 万元GDP能耗0.53吨标准煤, 旅游总人次3260万: the name says what the printed unit leaves out. An entry of the list gives the
  // printed unit, the word of the name and the unit that is meant.
  std::string_view unit_in_name(const Statement& s, std::string_view unit) const {
    const IndicatorEntry& entry = c_.model.indicator(s.head.indicator);
    const std::string_view name = c_.text.substr(s.head.mention.begin, s.head.mention.end - s.head.mention.begin);
    // A bare number is one of persons only with its 万: 人次3260万, but no 人次 in 2024.
    const bool plain = unit.empty() && lexed_.readings[lexed_.tokens[s.value].index].scale == Decimal{1, 0};
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
  std::uint32_t surveyed(std::uint32_t indicator) const {
    if (c_.model.indicator(indicator).id != "registered_urban_unemployment_rate") return indicator;
    const auto found = c_.model.indicator_by_id.find("surveyed_urban_unemployment_rate");
    return found == c_.model.indicator_by_id.end() ? indicator : found->second;
  }

  bool names_renminbi(const Range& value) const {
    const std::size_t begin = value.begin < 9 ? 0 : value.begin - 9;
    return c_.text.substr(begin, value.end - begin).find("人民币") != std::string_view::npos;
  }

  bool in_proportion(std::uint32_t i) const {
    const auto is_colon = [&](std::uint32_t k) { return k < lexed_.letters.size() && lexed_.letters[k] == ':'; };
    return (i > 0 && is_colon(i - 1)) || is_colon(i + 1);
  }

  static const char* level(Record& r) {
    r.measure = Measure::level;
    return nullptr;
  }

  // --- year, status, scope ------------------------------------------------------------------------------------

  void ground_time(const Statement& s, const Zone& zone, Record& r) const {
    const std::uint32_t time = governing_time(s.value, s.predicate.time, s.no_time_begin, s.no_time_end, s.head.token);
    std::optional<Period> p = time == no_index ? zone_period(zone) : resolve(time_of(time), zone);
    if (time == no_index && looks_back(s, zone)) p = year_period(review_year());
    const bool has_base = s.predicate.base != no_index;
    if (has_base) r.base_period = base_of(s.predicate.base, zone);
    if (!p) return;
    if (p->is_interval()) {
      const int first = p->first_year, last = p->last_year;
      switch (r.measure) {
        case Measure::average_growth_rate: break;
        case Measure::level:
          if (!sums_up(s, r)) p = year_period(last);
          break;
        case Measure::ratio:
          // 是上一个五年的7倍 compares passages; else the end is compared with a year.
          if (!r.base_period || !r.base_period->is_interval()) p = year_period(last);
          if (!has_base) r.base_period = year_period(first - 1);
          break;
        case Measure::growth_rate:
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
    } else if (r.measure == Measure::average_growth_rate && r.base_period) {
      // 与2015年相比,…,年均增长9.5%: over the years behind the base.
      const int base = r.base_period->last_year;
      p = base < p->last_year ? std::optional(interval(base + 1, p->last_year)) : std::nullopt;
      r.base_period.reset();
    } else if (r.measure == Measure::average_growth_rate) {
      // A yearly mean speaks of several years; which, a single year does not say.
      p = zone.years() ? zone_period(zone) : std::nullopt;
    }
    r.period = p;
  }

  // GDP rose by 5%, in a plan: what was, said again.
  bool looks_back(const Statement& s, const Zone& zone) const {
    return s.predicate.past && zone.part == Part::plan && review_year() != 0;
  }

  // In a passage over several years: is the amount the sum of the passage, or a size reached at its end?
  bool sums_up(const Statement& s, const Record& r) const {
    const IndicatorEntry& entry = c_.model.indicator(r.indicator);
    if (entry.nature == Nature::rate || r.unit == percent) return false;
    const bool flow = c_.model.lists[List::cumulating].contains(entry.id);
    if (s.predicate.stock && c_.model.stock_of[s.head.indicator] != no_index) return false;
    if (s.predicate.cumulated) return flow || entry.nature == Nature::amount;
    if (!flow) return c_.model.lists[List::yearly_flows].contains(entry.id) && years_named_before(s);
    if (s.predicate.arrival) return false;
    if (entry.id.substr(0, 4) == "new_") return true;
    if (c_.document.language == "en") return !s.predicate.bound;  // more than 3,000 units were built
    if (s.predicate.reached) return false;
    return !s.predicate.bound && !lexed_.readings[lexed_.tokens[s.value].index].prefix_bound;
  }

  // 五年接待游客3215万人次: the years stand right before it, as its own.
  bool years_named_before(const Statement& s) const {
    if (s.head.token == no_index) return false;
    for (std::uint32_t k = s.head.token; k-- > 0 && std::string_view("TcVFXU").find(lexed_.letters[k]) != std::string_view::npos;) {
      if (lexed_.letters[k] == 'T') return text_of(k) == "五年" || text_of(k) == "5年";
    }
    return false;
  }

  void ground_status(const Statement& s, const Zone& zone, Record& r) const {
    const int last = r.period ? r.period->last_year : 0;
    if (zone.part == Part::plan) {
      const bool past = last != 0 && review_year() != 0 && last <= review_year();
      r.status = past ? (estimated(s.value) ? Status::estimate : Status::actual) : Status::target;
    } else if (last != 0 && review_year() != 0 && last > review_year()) {
      r.status = Status::target;
    } else {
      r.status = estimated(s.value) ? Status::estimate : Status::actual;
    }
    if (r.status != Status::target) return;
    if (s.predicate.commitment == "ensure") r.commitment = Commitment::ensure;
    else if (s.predicate.commitment == "strive") r.commitment = Commitment::strive;
    else r.commitment = commitment(s.value);
  }

  void ground_scope(const Statement& s, Record& r) const {
    if (!s.head.scope.empty() && !own_region(s.head.scope)) r.scope = s.head.scope;
    if (r.scope.empty() && !s.head.region.empty()) {
      const std::string_view word = c_.text.substr(s.head.region.begin, s.head.region.end - s.head.region.begin);
      const int own = c_.document.region ? region_size_of_name(*c_.document.region) : 0;
      const int meant = region_size(word);
      if (own != 0 && meant > own) r.scope = s.head.region;
    }
  }

  bool own_region(Range range) const {
    if (!c_.document.region) return false;
    std::string_view word = c_.text.substr(range.begin, range.end - range.begin);
    constexpr std::string_view area = "地区";  // 北京地区
    if (word.size() > area.size() && word.substr(word.size() - area.size()) == area) word.remove_suffix(area.size());
    if (c_.document.language == "en") {
      if (*c_.document.region == "全国") {
        return word.find("China") != std::string_view::npos || word.find("Chinese") != std::string_view::npos;
      }
      for (const RegionEntry& entry : c_.model.data.regions) {
        if (entry.name != *c_.document.region) continue;
        return std::any_of(entry.short_names.begin(), entry.short_names.end(), [&](const std::string& own) {
          return own[0] > 0 && word.find(own) != std::string_view::npos;
        });
      }
      return false;
    }
    return c_.document.region->substr(0, word.size()) == word;
  }

  // 首次突破2万元、达到20793元: a milestone passed on the way yields to the value reached.
  void drop_milestone(const Statement& s, const Record& record, std::vector<Record>& records) const {
    if (records.empty()) return;
    const Record& before = records.back();
    if (before.indicator != record.indicator || before.measure != Measure::level || record.measure != Measure::level) return;
    if (before.bound != Bound::more_than || before.unit != record.unit || record.status != before.status) return;
    if (before.evidence.end > record.value.begin || before.mention.begin != record.mention.begin) return;
    if (s.predicate.stock || before.period != record.period || before.scope.begin != record.scope.begin) return;
    records.pop_back();
  }

  const Context& c_;
  const Lexed& lexed_;
  std::uint32_t project_mention_ = no_index;
};

}  // namespace

void ground(const Context& context, const Lexed& lexed, const std::vector<Statement>& statements,
            std::vector<Record>& records, std::vector<Refusal>& refusals) {
  Grounder(context, lexed).ground(statements, records, refusals);
}

Commitment commitment_at(const Context& context, const Lexed& lexed, std::uint32_t i) {
  return Grounder(context, lexed).commitment(i);
}

std::optional<Period> period_at(const Context& context, const Lexed& lexed, std::uint32_t i) {
  return Grounder(context, lexed).period(i);
}

}  // namespace zhibiao::extract
