#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/item_reader.hpp"

namespace zhibiao::extract {
namespace {

// 810 yuan and 620 yuan per month
bool shortened(std::string_view unit, std::string_view full) {
  return !unit.empty() && full.starts_with(unit) && full.substr(unit.size()).starts_with("_per_");
}

}  // namespace

bool ItemReader::growth_follows(std::uint32_t i) const {
  while (letter(i) == 'c' && one_of(letter(i + 1), "cgd")) ++i;
  return one_of(letter(i), growth_letters);
}

// more than in 2020, up on 2020: 1; lower than in 2020: -1; against 2020 alone: 0.
int ItemReader::compares(std::uint32_t base) const {
  const std::string first = lower(first_word(words(token(base))));
  if (listed(List::en_more, first)) return 1;
  return listed(List::en_less, first) ? -1 : 0;
}

// 在连续两年下降后转为|增长6%: what it was before has ended.
bool ItemReader::turned(std::uint32_t i) const {
  if (english_) return false;
  return words(token(i)).starts_with("转") || (i > 0 && letter(i - 1) == 'X' && words(token(i - 1)).ends_with("后"));
}

void ItemReader::read_predicate(std::uint32_t begin, std::uint32_t end, Predicate& p) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    const CueEntry* c = cue(i);
    if (english_ && one_of(letter(i), "cgd") && listed(List::en_past, lower(words(token(i))))) p.past = true;
    if (english_ && letter(i) == 'c' && (words(token(i)).starts_with("total") || words(token(i)).starts_with("added up"))) p.totaled = true;
    if (english_ && letter(i) == 'c' && listed(List::en_held, lower(words(token(i))))) p.held = true;
    // more than in the previous year
    if (english_ && one_of(letter(i), growth_letters)) p.year_on_year = p.year_on_year || names_year_before(words(token(i)));
    switch (letter(i)) {
      case 'g':
        if (c != nullptr && c->value == "yearly") p.yearly = true;
        if (c != nullptr && c->value == "better") p.better = true;
        p.direction = p.direction < 0 && !turned(i) ? -1 : 1; break;
      case 'd': p.direction = -1; break;
      case 'v':
        if (says(i, "每年")) p.yearly = true;
        break;
      case 'a':
        p.mean = true;
        p.mean_word = i;
        if (english_ && listed(List::en_every_year, lower(words(token(i))))) p.every_year = true;
        if (c != nullptr && c->value == "growth") p.direction = 1;
        if (c != nullptr && c->value == "decline") p.direction = -1;
        break;
      case 'y': p.year_on_year = true; break;
      case 't':
        if (english_ && i > 0 && letter(i - 1) == 'c' && (words(token(i - 1)).starts_with("amount") || words(token(i - 1)).ends_with(" up"))) {
          p.amounted = p.reached = true;  // amounted to, added up to: no arrival from somewhere
          break;
        }
        if (!english_ || !growth_follows(i + 1)) p.arrival = true;  // is expected to grow by 5%, is to be cut by 5%
        break;
      case 'k': p.cumulated = true; break;
      case 'S':
        p.stock = true;
        if (says(i, "累计")) p.cumulated = true;  // 累计达到
        break;
      case 'F': p.flow = true; break;
      case 'e':
      case 'f': p.each = true; break;
      case 'c':
        if (words(token(i)) == "平均" && letter(i + 1) == 'g') p.yearly = true;  // 近三年…平均增长6%
        if (!english_ || !listed(List::en_plain_carriers, lower(words(token(i))))) p.carrier = true;
        if (c != nullptr && !c->value.empty()) p.bound = parse_bound(c->value);
        if (c != nullptr && (!c->value.empty() || listed(List::reaching, words(token(i))))) p.reached = true;
        break;
      case 'm':
        if (c != nullptr) p.commitment = c->value;
        break;
      case 'R':  // 跻身500亿元行列
        if (!english_ && letter(i + 1) == 'Q') {
          p.bound = Bound::more_than;
          p.reached = true;
        }
        break;
      case 'b':
        p.base = i;
        if (english_ && p.direction == 0) p.direction = compares(i);
        break;
      case 'T':
        p.time = i;
        if (says(i, "累计")) p.cumulated = true;  // 五年累计
        break;
      default: break;
    }
  }
}

bool ItemReader::growth_named(const Head& head) const {
  const std::string_view mention = text_of(head.mention);
  return model_.lists[List::growth_words].stands_in(english_ ? std::string_view(lower(mention)) : mention);
}

ListValues ItemReader::values_of(Group v) const {
  ListValues out;
  std::uint32_t from = v.begin;
  for (std::uint32_t i = v.begin; i < v.end; ++i) {
    if (letter(i) != 'Q' && letter(i) != 'W') continue;
    out.push_back({i, from});
    from = i + 1;
  }
  return out;
}

// Values of one list speak in one unit; the last may say it for all.
bool ItemReader::same_units(const ListValues& values) const {
  const std::string_view unit = reading_of(values.back().token).unit;
  return std::all_of(values.begin(), values.end(), [&](const ListValue& value) {
    const std::string_view own = reading_of(value.token).unit;
    return own == unit || own.empty() || shortened(own, unit);
  });
}

// Bound words and units that a list has once for all of its values.
void ItemReader::spread(const ListValues& values, std::vector<Statement>& list) const {
  if (values.size() < 2) return;
  const value::Reading& first = reading_of(values.front().token);
  const value::Reading& last = reading_of(values.back().token);
  for (Statement& s : list) {
    const value::Reading& own = reading_of(s.value);
    if (!own.prefix_bound && !own.suffix_bound && !own.range) {
      if (first.prefix_bound) s.spread = first.prefix_bound;
      else if (last.suffix_bound) s.spread = last.suffix_bound;
    }
    // 分别提高1.4个和3.6个百分点: 个 is the beginning of the unit to come.
    const bool begun = own.unit == "item" && last.unit == "percentage_point";
    const bool short_of = english_ && shortened(own.unit, last.unit);
    if ((own.unit.empty() && !last.unit.empty()) || begun || short_of) s.unit_from = token(values.back().token).index;
  }
}

void ItemReader::add_list(const ListValues& values, std::vector<Statement> list) {
  spread(values, list);
  out_.statements.insert(out_.statements.end(), list.begin(), list.end());
}

// The i-th head with the i-th value, all under one predicate.
void ItemReader::add_paired(const Heads& heads, const ListValues& values,
                            const Predicate& predicate) {
  std::vector<Statement> list;
  for (std::size_t i = 0; i < values.size(); ++i) list.push_back(make(heads[i], predicate, values[i].token));
  for (Statement& s : list) {
    if (base_goes_on(s)) s.predicate.base = frame_.base;
  }
  add_list(values, std::move(list));
}

bool ItemReader::arrive(const Row& row, const Heads& heads, Predicate& predicate) {
  const Group q = group(row.pred_after);
  if (!q.present) return false;
  add_start_values(group(row.from), heads, predicate);
  read_predicate(q.begin, q.end, predicate);
  predicate.arrival = true;
  return true;
}

// 由2016年的39.2%提高到45.1%, 由2019年的28.3:24.1:47.6调整为…: a start value, of each head its own where there are as
// many; it counts only where its own year is given.
void ItemReader::add_start_values(Group o, const Heads& heads, const Predicate& predicate) {
  const ListValues values = values_of(o);
  Predicate start;
  for (std::uint32_t i = o.begin; i < o.end; ++i) {
    if (one_of(letter(i), "Tb")) start.time = i;
  }
  if (start.time == no_index && english_ && letter(0) == 'T') {
    const std::string opening = lower(words(token(0)));
    start.first_year = opening.starts_with("from ") && opening.find(" to ") != std::string::npos;
    if (start.first_year) start.time = 0;
  }
  if (start.time == no_index || values.empty()) return;
  start.growth_in_name = predicate.growth_in_name;
  for (std::uint32_t i = o.begin; i < o.end && !english_; ++i) {  // 由一季度的增长3%逐季回升,全年增长9%
    if (one_of(letter(i), growth_letters)) read_predicate(i, i + 1, start);
  }
  // 降幅由上半年的2.9%收窄至…: what it starts from is a fall too
  if (!english_ && predicate.direction < 0 && o.begin > 1 && letter(o.begin - 1) == 'r' && letter(o.begin - 2) == 'd') start.direction = -1;
  // the growth rate of exports fell from 9% in 2020 to…
  const bool percent = english_ && letter(values.front().token) == 'Q' && reading_of(values.front().token).unit == "percent";
  if (percent && heads.size() == 1 && model_.indicator(heads.front().indicator).nature != Nature::rate) {
    Predicate before;
    read_before(heads.front().token, before);
    if (before.growth_before) {
      start.direction = before.direction;
      start.growth_before = true;
    }
  }
  if (values.size() == heads.size()) return add_paired(heads, values, start);
  if (!english_ && heads.size() == 1) return add_starts(values, heads.front(), start);
  if (values.size() > 1) return;
  for (const Head& head : heads) out_.statements.push_back(make(head, start, values.front().token));
}

// 由一季度的3%、上半年的4%回升至…: each start has its own time.
void ItemReader::add_starts(const ListValues& values, const Head& head, const Predicate& shared) {
  for (const ListValue& value : values) {
    Predicate own = shared;
    own.time = no_index;
    own.direction = 0;
    read_predicate(value.pred_begin, value.token, own);
    if (own.time != no_index) out_.statements.push_back(make(head, own, value.token));
  }
}

void ItemReader::keep_out(Group from, Statement& s) {
  s.no_time_begin = from.begin;
  s.no_time_end = from.end;
}

void ItemReader::starts_from(Group from) {
  frame_.from_begin = from.begin;
  frame_.from_end = from.end;
}

// 由2013年的96微克下降到62微克,降幅35.4%: the fall is told of the end, and measured from the start.
void ItemReader::measure_from_start(Statement& s) const {
  if (english_ || frame_.from_begin == frame_.from_end || frame_.subject_sentence != sentence_) return;
  s.no_time_begin = frame_.from_begin;
  s.no_time_end = frame_.from_end;
  const bool own = s.predicate.base != no_index || s.predicate.year_on_year;
  if ((s.predicate.direction == 0 && !s.predicate.mean) || own || letter(s.value) != 'Q') return;
  for (std::uint32_t i = frame_.from_begin; i < frame_.from_end; ++i) {
    if (letter(i) == 'T') s.predicate.base = i;
  }
}

// 控制在5.5%|的预期目标以内: what the goal was is not passed.
bool ItemReader::within_goal(std::uint32_t value) const {
  if (letter(value) != 'Q' || !one_of(letter(value + 1), "DXcK")) return false;
  constexpr std::size_t longest = 30;  // bytes: 的年度控制目标范围以内
  std::string_view behind = text_.substr(token(value).end, longest);
  constexpr std::string_view of = "的", goal = "目标";
  if (behind.starts_with(of)) behind.remove_prefix(of.size());
  const std::size_t at = behind.find(goal);
  if (at == std::string_view::npos || behind.substr(0, at).find_first_of(",;:0123456789") != std::string_view::npos) return false;
  const std::string_view end = behind.substr(at + goal.size());
  for (const std::string_view inside : {"以内", "之内", "内", "以下", "范围内", "范围以内", "区间内"}) {
    if (end.starts_with(inside)) return true;
  }
  return false;
}

// 跨入300亿元|行列, 挺进500亿元|方阵: those who have more.
bool ItemReader::joins_those(std::uint32_t value) const {
  if (letter(value) != 'Q' || letter(value + 1) != 'X' || reading_of(value).prefix_bound) return false;
  const std::string_view behind = words(token(value + 1));
  for (const std::string_view group : {"行列", "方阵", "俱乐部", "阵营", "梯队"}) {
    if (behind.starts_with(group)) return true;
  }
  return false;
}

Statement ItemReader::make(const Head& head, const Predicate& predicate, std::uint32_t value) const {
  Statement s;
  s.row = row_;
  s.head = head;
  s.predicate = predicate;
  s.predicate.growth_in_name = growth_named(head);
  const bool own_year = !english_ || head.token == no_index || head.token < value || !year_of_noun(head, head.token);
  if (english_ && s.predicate.time == no_index && own_year) s.predicate.time = year_behind(value);
  if (english_ && s.predicate.time == no_index) s.predicate.time = time_behind_list(value);
  if (english_ && s.predicate.base == no_index && s.predicate.direction != 0) s.predicate.base = base_behind(value);
  // exceeded 5 million tons every year
  if (english_ && s.predicate.every_year && letter(value) == 'Q' && reading_of(value).prefix_bound) s.predicate.held = true;
  if (english_ && s.predicate.direction != 0 && passes_line(value)) {
    const Nature nature = model_.indicator(head.indicator).nature;
    const bool grew = reading_of(value).unit == "percent" && (nature == Nature::amount || nature == Nature::count);
    if (!grew || s.predicate.growth_in_name) s.predicate.arrival = true;
  }
  // 能耗降低率3%; but 贫困人口减少3万人 counts them
  const bool counts = model_.indicator(head.indicator).nature == Nature::count;
  if (s.predicate.direction == 0 && !counts && model_.lists[List::decline_endings].ends(text_of(head.mention))) {
    s.predicate.direction = -1;
    s.predicate.growth_in_name = false;
    s.predicate.arrival = false;
  }
  if (!english_ && !s.predicate.bound && within_goal(value)) s.predicate.bound = Bound::at_most;
  if (!english_ && !s.predicate.bound && joins_those(value)) s.predicate.bound = Bound::more_than;
  s.predicate.cumulated = s.predicate.cumulated || head.cumulated || text_of(head.mention).starts_with("累计");
  const bool whole = text_of(head.mention).find(',') == std::string_view::npos;  // 研发经费投入年均增长…,|投入强度: of the item before
  const bool percent = letter(value) != 'Q' || reading_of(value).unit == "percent";  // 年均增速保持在5%,2030年达到…亿元
  if (whole && percent && text_of(head.mention).find("年均") != std::string_view::npos && s.predicate.growth_in_name) s.predicate.mean = true;
  s.value = value;
  s.sentence = sentence_;
  return s;
}

// 是上一个五年的|1.5倍: the base of this multiple alone.
bool ItemReader::is_multiple_of(std::string_view base) {
  return base.starts_with("是") || base.starts_with("为") || base.starts_with("相当于");
}

// 优良天数较2018年增加37天,优良比例提高12.4个百分点: the next change of the list has the same base. So have all
// changes behind 与2000年相比,.
bool ItemReader::base_goes_on(const Statement& s) const {
  if (frame_.base == no_index || s.predicate.base != no_index ||
      (s.predicate.direction == 0 && !s.predicate.growth_in_name) ||
      s.predicate.year_on_year || s.predicate.arrival || letter(s.value) != 'Q') {
    return false;
  }
  if (frame_.base >= consumed_) return true;
  if (!english_ && is_multiple_of(words(token(frame_.base)))) return false;
  // Compared with 2005, exports grew by 9% and imports by 8%
  if (english_ && letter(consumed_) == '&' && !out_.statements.empty() && out_.statements.back().sentence == sentence_) {
    const std::uint32_t name = out_.statements.back().head.token;
    return name != no_index && frame_.base < name;
  }
  return one_of(letter(consumed_), "/,");
}

void ItemReader::add(const Head& head, const Predicate& predicate, std::uint32_t value) {
  frame_.growth = letter(value) == 'Q' && reading_of(value).unit == "percent"
                      ? (predicate.direction != 0 ? predicate.direction : growth_named(head) ? 1 : 0)
                      : 0;
  frame_.mean = predicate.mean;
  frame_.flow = is_flow(head) || predicate.flow;
  Statement statement = make(head, predicate, value);
  if (base_goes_on(statement)) statement.predicate.base = frame_.base;
  if (english_) years_of_list(statement);
  frame_.base = statement.predicate.base;
  out_.statements.push_back(std::move(statement));
  if (head.token != no_index && head.token < lexed_.tokens.size()) frame_.topic = words(token(head.token));
}

}  // namespace zhibiao::extract
