#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/grounder.hpp"
#include "text/find.hpp"
#include "text/utf8.hpp"
#include "value/characters.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::string_view project_words = "总投资";

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

}  // namespace

void Grounder::ground(const std::vector<Statement>& statements, std::vector<Record>& records,
                      std::vector<Refusal>& refusals) {
  if (statements.empty()) return;
  const std::uint32_t first = lexed_.tokens.front().begin;
  first_project_ = c_.text.substr(first, lexed_.tokens.back().end - first).find(project_words);
  if (first_project_ != std::string_view::npos) first_project_ += first;
  Statement as_rate;
  for (const Statement& told : statements) {
    const std::uint32_t rate = rate_in_percent(told);
    if (rate != no_index) {
      as_rate = told;
      as_rate.head.indicator = rate;
    }
    const Statement& s = rate != no_index ? as_rate : told;
    Record record;
    const char* reason = read(s, record);
    // The growth of what was refused as one project's is one project's too.
    if (reason == nullptr && s.head.mention.begin == project_mention_) reason = "single_project";
    // 规模以上工业生产水泥320万吨,下降6%: nor has the growth of a number that was none of the name.
    if (reason == nullptr && record.measure == Measure::growth_rate && s.head.mention.begin == misfit_mention_) reason = "unit_does_not_fit";
    if (reason != nullptr && std::string_view(reason) == "unit_does_not_fit") misfit_mention_ = s.head.mention.begin;
    if (reason != nullptr && std::string_view(reason) == "single_project") project_mention_ = s.head.mention.begin;
    // 新能源装机突破1200万千瓦,是2017年的1.7倍: nor has what is told of the stock.
    const bool compared = record.measure == Measure::ratio || record.measure == Measure::growth_rate;
    if (reason == nullptr && compared && s.head.mention.begin == stock_mention_ && !s.predicate.flow) reason = "stock_without_id";
    if (reason != nullptr && std::string_view(reason) == "stock_without_id") stock_mention_ = s.head.mention.begin;
    if (reason == nullptr) {
      drop_milestone(s, record, records);
      take_years_of_way(record, records);
      look_back(record);
      records.push_back(record);
    } else if (*reason != 0) {
      const Token& value = lexed_.tokens[s.value];
      const Range& mention = s.head.mention;
      refusals.push_back({reason, std::min(mention.begin, value.begin), std::max(mention.end, value.end)});
    }
  }
}

// Nothing, or the reason why the statement gives no record; an empty reason leaves no note.
const char* Grounder::read(const Statement& s, Record& r) const {
  Zone zone = zone_of(s.value);
  if (looks_ahead(s, zone)) {
    zone.part = Part::plan;
    zone.first_year = zone.last_year = plan_year();
  }
  if (zone.part == Part::annex) return "annex";
  if (of_missed_goal(s)) return "missed_goal";
  if (zone.part != Part::plan && of_goal(s)) return "goal_of_the_year";
  r.indicator = s.head.indicator;
  if (s.head.weak && !c_.local_currency.empty()) r.indicator = surveyed(s.head.indicator);
  r.row = s.row;
  r.mention = s.head.mention;
  const Token& value = lexed_.tokens[s.value];
  r.value = {value.begin, value.end};
  r.evidence = {std::min(r.mention.begin, value.begin), std::max(r.mention.end, value.end)};

  if (s.head.several) return "several";
  if (grows_in_increment(s)) return "increment";
  if (s.head.company) return "single_company";
  // government spending on agriculture: a part of spending that has no id of its own
  const std::string_view part = c_.text.substr(s.head.scope.begin, s.head.scope.end - s.head.scope.begin);
  if (c_.document.language == "en" && part.starts_with("on ") && c_.model.indicator(r.indicator).group == "fiscal") {
    return "part_of_another";
  }
  if (of_branch(s)) return "part_of_another";
  const char* reason = value.letter == 'W' ? read_worded(s, r) : read_number(s, r);
  if (reason != nullptr) return reason;
  // 翻了两番 looks back, in the plan as well.
  const bool done = value.letter == 'W' && text_of(s.value).find("了") != std::string_view::npos;
  if (done && zone.part == Part::plan) return "looks_back";
  if (reached_stock(s, r)) return "stock_without_id";
  if (r.measure == Measure::level && single_project(s)) return "single_project";
  // One number under several names is their sum, but for what each person has: 城乡低保标准提高到每人每月842元.
  const bool each_has_it = r.unit == percent || r.unit == percentage_point || r.unit.find("_per_") != std::string_view::npos;
  const bool amount = r.measure == Measure::level || (c_.document.language == "en" && r.measure == Measure::change);
  if (s.head.counted && amount && !each_has_it) return "sum";
  if (sum_or_year(s, zone, r)) return "sum_or_year";
  if (exceeded_by(s)) return "yardstick";
  if (side_of_ratio(r)) return "unsettled";
  if (share_of_power(s, r)) return "share";
  if (funds_in_one_sum(s, r)) return "sum";
  ground_time(s, zone, r);
  ground_status(s, zone, r);
  // 提前实现了生产总值比1990年翻两番的目标: when it was so is not said.
  if (value.letter == 'W' && r.status != Status::target && c_.text.substr(value.end).starts_with("的目标")) return "unsettled";
  ground_scope(s, r);
  return nullptr;
}

// 规上纺织|工业增加值: of a branch of industry.
bool Grounder::of_branch(const Statement& s) const {
  const Range &scope = s.head.scope, &name = s.head.mention;
  if (c_.document.language == "en" || scope.empty() || scope.end != name.begin) return false;
  if (c_.model.indicator(s.head.indicator).group != "industry" || !c_.text.substr(name.begin).starts_with("工业")) return false;
  return c_.model.lists[List::branch_stems].ends(c_.text.substr(scope.begin, scope.end - scope.begin));
}

// 空气优良天数92.9%: the share of them.
std::uint32_t Grounder::rate_in_percent(const Statement& s) const {
  const std::uint32_t rate = c_.model.rate_in_percent[s.head.indicator];
  if (rate == no_index || c_.document.language == "en" || lexed_.tokens[s.value].letter != 'Q') return no_index;
  const std::string_view unit = reading_of(s).unit;
  const bool level = unit == percent && s.predicate.direction == 0 && !s.predicate.mean;
  return level || unit == percentage_point ? rate : no_index;
}

// 争取中央预算内资金、超长期特别国债、|专项债35亿元: of all that are listed.
bool Grounder::funds_in_one_sum(const Statement& s, const Record& r) const {
  if (c_.document.language == "en" || r.measure != Measure::level || s.head.token == no_index || s.head.token < 2) return false;
  const std::string_view id = c_.model.indicator(r.indicator).id;
  if (id != "local_government_special_bonds" && id != "transfer_payments_received") return false;
  return one_of(lexed_.letters[s.head.token - 1], "/&") && one_of(lexed_.letters[s.head.token - 2], "XJ");
}

std::string Grounder::said_before(std::uint32_t place, std::uint32_t most) const {
  const std::uint32_t first = lexed_.tokens.front().begin, begin = std::max(first, place - std::min(place, most));
  return begin < place ? text::lower(c_.text.substr(begin, place - begin)) : std::string();
}

// English: the target was exceeded by 1.4 million: a distance.
bool Grounder::exceeded_by(const Statement& s) const {
  if (c_.document.language != "en") return false;
  constexpr std::uint32_t longest = 24;
  const std::string before = said_before(lexed_.tokens[s.value].begin, longest);
  for (const std::string_view passive : {"exceeded by ", "surpassed by ", "topped by ", "overfulfilled by "}) {
    if (before.ends_with(passive)) return true;
  }
  return false;
}

// English: from 2.45 to 1 to 2.39 to 1: the one of the other side, alone or as the end of a range.
bool Grounder::side_of_ratio(const Record& r) const {
  if (c_.document.language != "en" || r.unit != "times" || r.measure != Measure::level) return false;
  const Decimal one{1, 0};
  return (r.lower && *r.lower == one) || (r.upper && *r.upper == one);
}

// 电力装机423万千瓦,清洁能源占比90%: a share of the power plants, not of what is consumed.
bool Grounder::share_of_power(const Statement& s, const Record& r) const {
  if (c_.document.language == "en" || !c_.model.is(r.indicator, "share_of_non_fossil_energy_consumption")) return false;
  const Range& name = s.head.mention;
  const std::string_view said = c_.text.substr(name.begin, name.end - name.begin);
  if (said.find("消费") != std::string_view::npos || said.find("一次能源") != std::string_view::npos) return false;
  const std::uint32_t first = lexed_.tokens.front().begin;
  return text::holds_one_of(c_.text.substr(first, name.begin - first), {"装机", "发电量"});
}

// 社会融资规模增量80亿元,|增长5%: the growth of what was added.
bool Grounder::grows_in_increment(const Statement& s) const {
  if (c_.document.language == "en" || s.predicate.direction == 0 || s.head.mention.end > lexed_.tokens[s.value].begin) return false;
  if (c_.model.flow_of[s.head.indicator] != no_index || s.predicate.stock) return false;
  // 贷款余额…,新增199亿元、同比多增24亿元: more than was added the year before
  const std::string_view before = c_.text.substr(0, lexed_.tokens[s.value].begin);
  const bool stock = !c_.model.indicator(s.head.indicator).id.starts_with("new_");
  if (stock && (before.ends_with("多增") || before.ends_with("少增"))) return true;
  constexpr std::string_view increment = "增量";
  return c_.text.substr(s.head.mention.end).starts_with(increment);
}

// 5G基站达到10万个: a size reached, where the indicator counts what is new and the text does not say so.
bool Grounder::reached_stock(const Statement& s, const Record& r) const {
  const IndicatorEntry& entry = c_.model.indicator(r.indicator);
  if (c_.document.language == "en" && names_size_of_new(s, entry)) {
    return r.measure != Measure::level || s.predicate.direction <= 0;
  }
  if (r.measure == Measure::change) {  // 装机达到29万千瓦,比上年增加3万千瓦
    return s.head.weak && !s.head.flow && entry.id.substr(0, 4) == "new_" && c_.model.stock_of[r.indicator] == no_index;
  }
  if (r.measure != Measure::level) return false;
  // 新增装机80万千瓦、总量达到520万千瓦: a stock, where only what is new has an id.
  if (s.predicate.stock && (entry.id.starts_with("new_") || entry.id.ends_with("_built")) && c_.model.stock_of[r.indicator] == no_index) return true;
  if (!s.head.weak || entry.nature == Nature::rate) return false;
  const bool reached = s.predicate.reached || reading_of(s).prefix_bound == Bound::more_than || at_year_end(s);
  return entry.id.substr(0, 4) == "new_" && reached && !s.head.flow && !s.predicate.flow;
}

// Renewable energy capacity was 3 million kilowatts: a name that what is new shares with its stock, and no word of what is new.
bool Grounder::names_size_of_new(const Statement& s, const IndicatorEntry& entry) const {
  if (!entry.id.starts_with("new_") || c_.model.stock_of[s.head.indicator] != no_index) return false;
  const bool shared = s.head.weak || (!s.head.scope.empty() && s.head.scope.begin == s.head.mention.begin);
  return shared && !s.head.flow && !says_new(s.head);
}

// 年末全市共有…N个: counted on a day.
bool Grounder::at_year_end(const Statement& s) const {
  for (; stock_time_ == no_index && looked_for_stock_time_ < s.head.token; ++looked_for_stock_time_) {
    const std::uint32_t k = looked_for_stock_time_;
    if (lexed_.letters[k] == 'T' && c_.model.lists[List::time_of_stock].stands_in(text_of(k))) stock_time_ = k;
  }
  return stock_time_ < s.head.token;
}

// 没有实现年初确定的…减少2%的目标
bool Grounder::of_missed_goal(const Statement& s) const {
  const std::uint32_t last = missed_or_clause_.before(s.value);
  return last != no_index && lexed_.letters[last] == 'x';
}

// The plan set the targets of reducing energy consumption by 20%: what had been meant, unless it is said to have been reached.
bool Grounder::of_goal_set(const Statement& s) const {
  constexpr std::uint32_t looked_at = 240;  // bytes: a goal named further off is of something else
  const std::string said = said_before(s.head.mention.begin, looked_at);
  if (said.empty()) return false;
  // we set the GDP growth target at 5%
  const std::string told = text::lower(c_.text.substr(s.head.mention.begin, lexed_.tokens[s.value].begin - s.head.mention.begin));
  const bool set = said.ends_with("set the ") || said.ends_with("set a ") || said.ends_with("set our ") || said.ends_with("set ");
  if (set && (told.find(" target at") != std::string::npos || told.find(" target of") != std::string::npos)) return true;
  constexpr std::size_t passive = 24;  // the growth target of 6% was met
  const std::string then = text::lower(c_.text.substr(lexed_.tokens[s.value].end, passive));
  if ((told.find("target of") != std::string::npos || told.find("goal of") != std::string::npos) &&
      text::holds_one_of(then, {"was met", "were met", "was achieved", "was fulfilled", "was attained", "was reached"})) {
    return true;
  }
  for (const std::string_view noun : {"target", "goal", "objective"}) {
    const std::size_t at = said.rfind(noun);
    if (at == std::string::npos) continue;
    std::string_view behind = std::string_view(said).substr(at + noun.size());
    if (behind.starts_with('s')) behind.remove_prefix(1);
    if (!behind.starts_with(" of ") && !behind.starts_with(" for ")) continue;
    if (text::holds_one_of(behind, {";", ":", ". "})) continue;
    constexpr std::size_t verb = 24;  // the target for growth of 6.5% was met
    const std::string after = text::lower(c_.text.substr(lexed_.tokens[s.value].end, verb));
    if (text::holds_one_of(after, {"was met", "were met", "was achieved", "was fulfilled", "was attained", "was reached"})) return true;
    return text::holds_one_of(std::string_view(said).substr(0, at), {"set ", "sets ", "laid down ", "put forward ", "proposed "}) &&
           !text::holds_one_of(said, {"achiev", "fulfil", "attain", "exceed", "surpass", "reached", " met ", "accomplish"});
  }
  return false;
}

// 城镇新增就业年度目标7000人,实际完成7900人: what had been meant.
bool Grounder::of_goal(const Statement& s) const {
  if (c_.document.language == "en") return of_goal_set(s);
  if (s.head.token == no_index || s.value != s.head.token + 2) return false;
  if (!one_of(lexed_.letters[s.value - 1], "XKc")) return false;
  const std::string_view said = text_of(s.value - 1), name = text_of(s.head.token);
  if (name.ends_with("完成") || name.ends_with("实现")) return false;
  // 控制在年度目标4%以内, 完成年度任务95亿元: what came of it
  if (said.starts_with("控制") || said.starts_with("完成") || said.starts_with("实现") || said.starts_with("超额")) return false;
  return said.ends_with("年度目标") || said.ends_with("全年目标") || said.ends_with("年初目标") || said.ends_with("预期目标") ||
         said.ends_with("年度任务") || said.ends_with("目标任务");
}

// 总投资37.5亿元的产业园建成投产，当年实现税收1.2亿元: of one project.
bool Grounder::single_project(const Statement& s) const {
  if (first_project_ >= s.head.mention.begin) return false;
  const std::string_view said = c_.text.substr(0, s.head.mention.begin);
  std::size_t clause = said.substr(first_project_).find_last_of(";");
  clause = first_project_ + (clause == std::string_view::npos ? 0 : clause);
  const std::size_t total = said.find(project_words, clause);
  if (total == std::string_view::npos) return false;
  // 重点项目57个,总投资…; 签约项目57个,协议|总投资…: of all of them.
  std::string_view before = said.substr(0, total);
  for (const std::string_view kind : {"协议", "合同", "计划", "概算", "估算"}) {
    if (before.ends_with(kind)) before.remove_suffix(kind.size());
  }
  for (const std::string_view counted : {"个", "项", "个,", "项,", "个、", "项、"}) {
    if (before.ends_with(counted)) return false;
  }
  // 谋划储备项目总投资…: of all that are prepared or signed.
  const std::string_view own = before.substr(before.find_last_of(",;") + 1);  // npos + 1 is 0
  for (const std::string_view several : {"谋划", "储备", "签约", "入库", "包装", "开复工", "集中开工"}) {
    if (before.ends_with("项目") && own.find(several) != std::string_view::npos) return false;
  }
  return c_.model.indicator(s.head.indicator).nature == Nature::amount;
}

// 连续跨越…, 先后突破…: words before the value say that it was one step of several.
bool Grounder::passed_steps(const Record& record) const {
  const std::string_view said = c_.text.substr(record.mention.end, record.value.begin - std::min(record.value.begin, record.mention.end));
  return text::holds_one_of(said, {"连续", "先后", "接连", "相继", "连跨", "连破", "连上"});
}

// 首次突破2万元、达到20793元; 由负转正,增长1.5%: a milestone passed on the way yields to the value reached.
void Grounder::drop_milestone(const Statement& s, const Record& record, std::vector<Record>& records) const {
  if (records.empty()) return;
  const Record& before = records.back();
  if (before.indicator != record.indicator) return;
  const bool turned = before.measure == Measure::growth_rate && record.measure == Measure::growth_rate &&
                      before.bound == Bound::more_than && before.lower == Decimal{} &&
                      record.status != Status::target && record.lower && record.lower->coefficient > 0;
  if (!turned && (before.measure != Measure::level || record.measure != Measure::level)) return;
  if (before.bound != Bound::more_than || record.status != before.status) return;
  // 连续跨越4000亿美元,2021年达到3万亿元: the steps were counted in another currency.
  if (before.unit != record.unit && !(passed_steps(before) && is_currency(before.unit) && is_currency(record.unit))) return;
  if (before.evidence.end > record.value.begin || before.mention.begin != record.mention.begin) return;
  if (s.predicate.stock || before.period != record.period || before.scope.begin != record.scope.begin) return;
  // 突破8000亿元、力争达到9000亿元: two tiers of a goal.
  if (record.status == Status::target && before.commitment != record.commitment) return;
  records.pop_back();
}

// The years between the last two levels of an indicator, under one mention: 由2019年的26万户增至2024年的48万户. Others of its
// list may stand between: 由2020年的2万元、9000元提高到2025年的3万元、1.4万元.
std::optional<Period> Grounder::years_between(std::uint32_t indicator, Range mention, const std::vector<Record>& records) {
  constexpr std::size_t longest = 6;
  std::vector<const Record*> ends;
  for (std::size_t k = records.size(); k-- > 0 && records.size() - k <= longest && ends.size() < 2;) {
    const Record& end = records[k];
    if (end.measure != Measure::level || !end.period || end.period->is_interval()) return std::nullopt;
    if (end.indicator == indicator && end.mention.begin == mention.begin) ends.push_back(&end);
  }
  if (ends.size() < 2) return std::nullopt;
  const Record &from = *ends[1], &to = *ends[0];
  if (from.period->last_year >= to.period->last_year) return std::nullopt;
  return interval(from.period->last_year + 1, to.period->last_year);
}

// 2020年与2015年相比增长46%,|年均增长7.9%, in a plan: over years that have passed.
void Grounder::look_back(Record& record) const {
  const bool passed = record.period && record.period->last_year != 0 && review_year() != 0 && record.period->last_year <= review_year();
  if (record.status != Status::target || !passed) return;
  record.status = Status::actual;
  record.commitment.reset();
}

// 从2019年的4100亿元增加到2024年的6012亿元,年均增长6.1%: over the years between the two. 比2019年增长46%,年均增长7.9%: since then.
void Grounder::take_years_of_way(Record& record, const std::vector<Record>& records) const {
  // 由2019年的26万户增至2024年的48万户,|净增22万户: what is new came in those years.
  if (const std::uint32_t stock = c_.model.stock_of[record.indicator]; record.measure == Measure::level && stock != no_index) {
    const std::optional<Period> years = years_between(stock, record.mention, records);
    if (years && record.period == records.back().period) record.period = years;
    return;
  }
  if (record.measure != Measure::average_growth_rate || record.period || records.empty()) return;
  const Record& before = records.back();
  const bool same = before.indicator == record.indicator && before.mention.begin == record.mention.begin && before.period;
  if (same && before.base_period && !before.period->is_interval() && !before.base_period->is_interval() &&
      before.base_period->last_year < before.period->last_year) {
    record.period = interval(before.base_period->last_year + 1, before.period->last_year);
    return;
  }
  // 五年累计完成1.8万亿元,年均增长12%: over the years that were summed up.
  if (same && before.measure == Measure::level && before.period->is_interval()) {
    record.period = before.period;
    return;
  }
  // “十二五”年均增长11.6%;…138亿元,年均增长14.6%: over the years of the mean before, in one sentence.
  // English: in one paragraph.
  std::size_t first = lexed_.tokens.front().begin;
  if (c_.document.language == "en") first = c_.text.rfind('\n', first) + 1;
  for (std::size_t k = records.size(); k-- > 0 && records[k].evidence.begin >= first;) {
    if (records[k].measure != Measure::average_growth_rate || !records[k].period ||
        records[k].period->last_year - records[k].period->first_year < 2) {  // 两年平均 is said of its own
      continue;
    }
    record.period = records[k].period;
    return;
  }
  record.period = years_between(record.indicator, record.mention, records);
}

void Grounder::ground_status(const Statement& s, const Zone& zone, Record& r) const {
  const int last = r.period ? r.period->last_year : 0;
  if (zone.part == Part::plan) {
    const bool past = last != 0 ? review_year() != 0 && last <= review_year() : looks_back(s, zone);
    r.status = past ? (estimated(s) ? Status::estimate : Status::actual) : Status::target;
  } else if (last != 0 && review_year() != 0 && last > review_year() && !over_by_then(*r.period)) {
    r.status = Status::target;
  } else {
    r.status = estimated(s) ? Status::estimate : Status::actual;
  }
  if (r.status != Status::target) return;
  if (s.predicate.commitment == "ensure") r.commitment = Commitment::ensure;
  else if (s.predicate.commitment == "strive") r.commitment = Commitment::strive;
  else r.commitment = commitment(s.value);
}

Commitment Grounder::commitment(std::uint32_t i) const {
  const std::string& letters = lexed_.letters;
  for (std::uint32_t k = i; k-- > 0;) {
    if (letters[k] != 'm') continue;
    const Commitment meant = cue(k)->value == "ensure" ? Commitment::ensure : Commitment::strive;
    if (stands_in(k, i, ".")) return Commitment::expected;
    // strive for progress and see to it that forest coverage reaches 40%: a verb of its own
    const std::uint32_t from = lexed_.tokens[k].end, to = lexed_.tokens[i].begin;
    if (c_.document.language == "en" && to > from && c_.text.substr(from, to - from).find("and see to it that") != std::string_view::npos) {
      return Commitment::expected;
    }
    // 奋斗目标是:… names the list; 增长6.5%、奋斗目标7% is a second tier.
    if (text_of(k).starts_with("奋斗目标") && !is_second_tier(k)) return meant;
    // Behind its indicator it governs that item alone; predicate.commitment has it.
    if (behind_name(k) || stands_in(k, i, ";")) continue;
    // So it does in a second tier: 增长7%以上、力争达到8%.
    const bool own_clause = i < clause_end(k, ",:;./");
    if (!own_clause && is_second_tier(k)) continue;
    if (own_clause || !stands_in(clause_begin(k), i, ",:")) return meant;
    if (another_that(k, i)) return meant;
    // It goes on to later clauses only if its own is an item of the list: holds a number or a comparison.
    return own_clause_is_item(k) ? meant : Commitment::expected;
  }
  return Commitment::expected;
}

bool Grounder::behind_name(std::uint32_t k) const {
  // ensure that 3,000 jobs are created and strive to keep …
  if (c_.document.language == "en" && k > 0 && lexed_.letters[k - 1] == '&') return false;
  while (k-- > 0) {
    const char letter = lexed_.letters[k];
    if (letter == 'N' || letter == 'L') return true;
    if (one_of(letter, ",;:./Q")) return false;
  }
  return false;
}

// ensure that A is done, (that B is done,) and |that C reaches…: a later clause of the same verb.
bool Grounder::another_that(std::uint32_t k, std::uint32_t i) const {
  if (c_.document.language != "en" || !text_of(k).ends_with(" that")) return false;
  std::uint32_t first = i;
  while (first > k + 1 && !one_of(lexed_.letters[first - 1], ",;:")) --first;
  if (lexed_.letters[first] == '&') ++first;
  return first < i && text_of(first).starts_with("that");
}

// 力争2025年,数字经济…: the clause of a commitment word begins behind a time that stands alone with it.
std::uint32_t Grounder::clause_begin(std::uint32_t k) const {
  std::uint32_t i = k + 1;
  while (i < lexed_.letters.size() && lexed_.letters[i] == 'T') ++i;
  return i > k + 1 && i < lexed_.letters.size() && lexed_.letters[i] == ',' ? i + 1 : k;
}

std::uint32_t Grounder::clause_end(std::uint32_t k, LetterSet marks) const {
  return find(lexed_.letters, clause_begin(k), marks);
}

// Its clause names nothing of its own and gives a number: another value for the indicator before it.
bool Grounder::is_second_tier(std::uint32_t k) const {
  const std::uint32_t end = clause_end(k, ",:;./");
  return k > 0 && stands_in(k, end, "QW") && !stands_in(k, end, "NPLXJ");
}

bool Grounder::own_clause_is_item(std::uint32_t k) const {
  return stands_in(k, clause_end(k, ",:;."), "QWoZ");
}

// 预计 holds for the sentence, 有望 for its own clause, and behind its name (甲收入有望突破2万元,增长8%) for what is said of it.
bool Grounder::estimated(const Statement& s) const {
  const std::uint32_t last = expected_or_end_.before(s.value);
  if (last == no_index) return false;
  for (std::uint32_t k = last + 1; k-- > 0;) {
    if (lexed_.letters[k] == '.') return false;
    if (lexed_.letters[k] != 'p') continue;
    if (cue(k)->value != "clause" || !stands_in(k, s.value, ",;:")) return true;
    if (s.head.token != no_index && s.head.token < k && behind_name(k) && !stands_in(s.head.token, k, "QW")) return true;
  }
  return false;
}

void Grounder::ground_scope(const Statement& s, Record& r) const {
  if (!s.head.scope.empty() && !own_region(s.head.scope)) r.scope = without_own_words(s.head.scope, s.head.mention);
  if (c_.document.language == "en") r.scope = named_part(s.head.indicator, r.scope);
  if (r.scope.empty() && c_.document.language == "en") r.scope = nation_before(s.head.mention);
  if (r.scope.empty()) r.scope = kind_of_insured(s.head);
  if (r.scope.empty() && !s.head.region.empty()) {
    const std::string_view word = c_.text.substr(s.head.region.begin, s.head.region.end - s.head.region.begin);
    const int own = c_.document.region ? region_size_of_name(*c_.document.region) : 0;
    const int meant = region_size(word);
    // 全区 is the autonomous region or a part, where the report is not one of a 区 itself.
    const bool other_area = own != 0 && (word == "全区" || word == "我区") && !c_.document.region->ends_with("区");
    if ((own != 0 && meant > own) || other_area) r.scope = s.head.region;
  }
}

// 二氧化硫|排放量, Emissions of|sulfur dioxide: a scope that the name gives, without the words of the indicator itself.
Range Grounder::without_own_words(Range scope, Range mention) const {
  if (scope.begin >= mention.end || scope.end <= mention.begin) return scope;
  const bool opens = scope.begin == mention.begin;
  for (;;) {
    const std::string said = text::lower(c_.text.substr(scope.begin, scope.end - scope.begin));
    const std::size_t tail = own_word(said, true), head = opens && tail == 0 ? own_word(said, false) : 0;
    if (tail + head == 0) break;
    scope.begin += static_cast<std::uint32_t>(head);
    scope.end -= static_cast<std::uint32_t>(tail);
  }
  return scope;
}

// the deficit for the |central| government budget: whose it is by its name alone.
Range Grounder::named_part(std::uint32_t indicator, Range scope) const {
  if (!c_.model.is(indicator, "fiscal_deficit")) return scope;
  const std::string said = text::lower(c_.text.substr(scope.begin, scope.end - scope.begin));
  if (said.find("government") == std::string::npos) return scope;
  for (const std::string_view level : {"central", "local", "provincial"}) {
    const std::size_t at = said.find(level);
    if (at == std::string::npos) continue;
    const auto begin = static_cast<std::uint32_t>(scope.begin + at);
    return {begin, static_cast<std::uint32_t>(begin + level.size())};
  }
  return scope;
}

// 城镇职工|基本养老保险制度不断完善,参保人数…: of one scheme, with which the mention begins.
Range Grounder::kind_of_insured(const Head& head) const {
  if (c_.document.language == "en" || !c_.model.indicator(head.indicator).id.ends_with("_insurance_participants")) return {};
  const std::string_view mention = c_.text.substr(head.mention.begin, head.mention.end - head.mention.begin);
  Range kind;
  for (const std::string_view said : c_.model.lists[List::insured_kinds]) {
    if (said.size() <= kind.end - kind.begin || !mention.starts_with(said)) continue;
    kind = {head.mention.begin, static_cast<std::uint32_t>(head.mention.begin + said.size())};
  }
  return kind;
}

// The size of the longest word of the list `own_words` with which `said` ends, or of `own_openings` with which it begins; 0 where
// too little would be left.
std::size_t Grounder::own_word(std::string_view said, bool at_end) const {
  constexpr std::size_t least = 2;
  const WordList &tails = c_.model.lists[List::own_words], &openings = c_.model.lists[List::own_openings];
  std::size_t longest = 0;
  for (const std::string_view word : at_end ? tails : openings) {
    const bool stands = at_end ? said.ends_with(word) : said.starts_with(word);
    if (stands && word.size() > longest) longest = word.size();
  }
  const std::string_view rest = at_end ? said.substr(0, said.size() - longest) : said.substr(longest);
  const bool nothing = tails.contains(rest) || openings.contains(rest) || text::character_borders(rest).size() <= least;
  return nothing ? 0 : longest;
}

// the national GDP, China's exports, in the report of a province: of a larger area.
Range Grounder::nation_before(Range mention) const {
  if (!c_.document.region || region_size_of_name(*c_.document.region) == 0 || *c_.document.region == "全国") return {};
  for (const std::string_view nation : {"national ", "nationwide ", "china's ", "the country's ", "the nation's "}) {
    if (text::lower(c_.text.substr(mention.begin, nation.size())) == nation) {
      return {mention.begin, static_cast<std::uint32_t>(mention.begin + nation.size() - 1)};
    }
    if (mention.begin < nation.size()) continue;
    const auto begin = static_cast<std::uint32_t>(mention.begin - nation.size());
    const bool whole_word = begin == 0 || !value::is_letter(c_.text[begin - 1]);
    if (whole_word && text::lower(c_.text.substr(begin, nation.size())) == nation) return {begin, mention.begin - 1};
  }
  return {};
}

bool Grounder::own_region(Range range) const {
  std::string_view word = c_.text.substr(range.begin, range.end - range.begin);
  if (c_.document.language == "en" && named_in_head(word)) return true;
  if (!c_.document.region) return false;
  constexpr std::string_view area = "地区";  // 北京地区
  if (word.size() > area.size() && word.ends_with(area)) word.remove_suffix(area.size());
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
  constexpr std::string_view inside = "内";  // 省内 in the report of a province
  const std::string_view kind = word.ends_with(inside) ? word.substr(0, word.size() - inside.size()) : std::string_view{};
  if (kind == "省" || kind == "市" || kind == "县") return c_.document.region->ends_with(kind);
  return c_.document.region->substr(0, word.size()) == word;
}

// In Haiyan, of Haiyan Province: a place that the head of the report names is its own.
bool Grounder::named_in_head(std::string_view scope) const {
  constexpr std::size_t head_bytes = 400;
  std::string_view head = c_.text.substr(0, std::min(c_.text.size(), head_bytes));
  head = head.substr(0, head.find_first_of(".%"));  // where sentences begin
  bool any = false;
  while (!scope.empty()) {
    const std::string_view word = scope.substr(0, scope.find(' '));
    scope.remove_prefix(std::min(scope.size(), word.size() + 1));
    if (word.size() < 3 || word[0] < 'A' || word[0] > 'Z') continue;
    if (head.find(word) == std::string_view::npos) return false;
    any = true;
  }
  return any;
}

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
