#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/item_reader.hpp"
#include "text/utf8.hpp"
#include "value/decimal.hpp"

namespace zhibiao::extract {
namespace {

// A member that is not ours has a value too.
std::size_t values_wanted(const std::vector<Member>& list) {
  std::size_t n = 0;
  for (const Member& member : list) n += std::max<std::size_t>(member.heads.size(), 1);
  return n;
}

}  // namespace

bool ItemReader::apply_refuse(const Row& row, std::uint32_t begin, std::uint32_t end) {
  // 完成造林任务6.3万亩: the amount of a task is an amount.
  if (english_ && row.entry->note == "share") {
    const std::string_view unit = reading_of(group(row.values).begin).unit;
    // the central deficit accounts for 5 billion yuan
    if (!unit.empty() && unit != "percent" && unit != "percentage_point") return false;
    // permanent urban residents accounted for 61% of the total: the name is a rate
    const Group h = group(row.heads);
    const std::uint32_t named = h.present ? model_.roles[token(h.begin).word].name : no_index;
    if (named != no_index && model_.indicator(named).nature == Nature::rate) {
      const std::uint32_t behind = group(row.values).end;
      if (of_its_whole(named, behind).value_or(of_everyone(behind))) return false;
    }
  }
  if (english_ && row.entry->note == "share" && share_of_subject(group(row.heads), group(row.values), begin)) return true;
  if (row.entry->attributes.contains("units") && !same_units(values_of(group(row.values)))) return false;
  if (row.entry->note == "completion_rate" && reading_of(group(row.values).begin).unit != "percent") return false;
  refuse(row.entry->note.c_str(), begin, end);
  if (row.entry->note == "yardstick" || row.entry->note == "rank" || (row.entry->note == "share" && grows_behind_share(end))) {
    const Group h = group(row.heads);
    set_subject(heads_of_name(h.begin), true);
  } else {
    frame_.subject.clear();
  }
  return true;
}

// 技改投资占比超过六成,|增长15.2%: a share moves by points, so the percentage is the growth of the part.
bool ItemReader::grows_behind_share(std::uint32_t end) const {
  if (english_ || !one_of(letter(end), ",/")) return false;
  std::uint32_t k = end + 1;
  while (one_of(letter(k), "yTj")) ++k;
  if (!one_of(letter(k), growth_letters)) return false;
  const std::string_view said = words(token(k));
  const std::uint32_t value = k + 1;
  return (said == "增长" || said == "增速") && letter(value) == 'Q' && reading_of(value).unit == "percent";
}

// 新改建普通省道和|农村公路5733公里: one number for what is named and for something else.
bool ItemReader::summed_with_unknown(std::uint32_t name, std::uint32_t value) const {
  if (english_ || name < 3 || letter(name - 1) != '&' || letter(name - 2) != 'X' || letter(value) != 'Q') return false;
  if (token(name - 1).end != token(name).begin || token(name - 2).end != token(name - 1).begin) return false;
  const std::string_view unit = reading_of(value).unit, verb = words(token(name - 3)), other = words(token(name - 2));
  if (unit == "percent" || unit == "percentage_point" || token(name - 3).end != token(name - 2).begin) return false;
  if (letter(name - 3) != 'F' && !listed(List::building, verb) && !listed(List::stages, verb)) return false;
  const std::string_view mention = words(token(name));  // 扩建厂房和|改造老旧小区: a verb of its own
  if (model_.lists[List::building].begins(mention) || model_.lists[List::stages].begins(mention)) return false;
  if (is_place(other)) return false;
  const std::string& id = model_.indicator(model_.roles[token(name).word].name).id;
  for (const std::string_view row : model_.lists[List::joined_kinds]) {  // 人才公寓和公租房
    if (row.starts_with(id + ' ') && other.ends_with(last_word(row))) return false;
  }
  return true;
}

bool ItemReader::apply_pairs(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  std::string_view tail_word;
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) == 'L') tail_word = words(token(i));
  }
  if (!english_ && tail_word.empty() && h.end > h.begin + 1 && letter(h.end - 1) == 'L' && letter(h.end - 2) == 'X') {
    tail_word = words(token(h.end - 1));  // 高技术产业、装备制造业|增加值
  }
  if (english_ && row.entry->attributes.contains("gap") && !verb_opens(p)) return false;
  const ListValues values = values_of(v);
  if (english_ && !same_units(values)) return false;
  std::vector<Member> list = members_for(values.size(), h, tail_word);
  if (!english_) halves_behind(list, h);
  Heads heads = heads_of(list);
  if (heads.empty()) heads = parts_of_subject(list, begin);
  if (heads.empty()) heads = tails_of_topic(list);
  if (heads.empty()) heads = places_of_subject(list, begin, v);
  if (heads.empty()) {
    // Nothing of ours in the list: its numbers belong to others.
    frame_.subject.clear();
    return true;
  }
  if (english_ && list.size() > 1 && parts_go_on(list)) {
    refuse("unsettled", begin, end);
    frame_.subject.clear();
    return true;
  }
  Predicate shared;
  if (english_) {
    read_before(h.begin, shared);
    read_commitment_before(h.begin, shared);
  }
  read_predicate(p.begin, p.end, shared);
  const Group behind = group(row.behind);
  read_predicate(behind.begin, behind.end, shared);
  shared.each = true;
  // raise exports by 5%, and the incomes of urban and rural residents by 6% and 7% respectively
  if (english_) growth_goes_on(h.begin, p, v, shared);
  if (english_ && !read_surroundings(heads.front().token, p, begin, end, heads)) return true;
  if (values.size() == 1) {
    // 分别提高到842元和…1900元: the first of several is no value for all.
    if (heads.size() > 1 && one_of(letter(end), "/&") && !one_of(letter(end + 1), "NPL")) {
      refuse("count_mismatch", begin, end);
      frame_.subject.clear();
      return true;
    }
    for (const Head& head : heads) add(head, shared, values[0].token);
    set_subject(std::move(heads), true);
    return true;
  }
  if (speaks_twice(list, values)) {  // 分别增长7%和9%、达到4.1万元和1.9万元; 分别达到4.1万元和1.9万元、增长7%和9%
    const std::size_t n = values_wanted(list);
    ListValues first, second;
    for (std::size_t k = 0; k < n; ++k) first.push_back(values[k]);
    for (std::size_t k = n; k < values.size(); ++k) second.push_back(values[k]);
    add_members(list, first, shared);
    Predicate behind_first;
    read_predicate(second[0].pred_begin, second[0].token, behind_first);
    behind_first.each = true;
    add_members(list, second, behind_first);
    set_subject(std::move(heads), true);
    return true;
  }
  if (!english_ && heads.size() == 1 && list.size() == 1 && values.size() > 1) {  // 望海、临澜两市加快发展,生产总值分别增长…
    if (const Heads places = places_of_clause_before(heads.front(), h.begin, values.size()); !places.empty()) {
      add_paired(places, values, shared);
      set_subject({places.back()}, true);
      return true;
    }
  }
  if (values_wanted(list) != values.size()) {
    refuse("count_mismatch", begin, end);
    frame_.subject.clear();
    return true;
  }
  const Group q = group(row.pred_after);
  if (q.present) {  // 分别由2020年的2.1万元、9000元提高到3.2万元、1.4万元
    add_start_values(group(row.from), heads, shared);
    read_predicate(q.begin, q.end, shared);
    shared.arrival = true;
  }
  const std::size_t first_of_list = out_.statements.size();
  add_members(list, values, shared);
  for (std::size_t k = first_of_list; q.present && k < out_.statements.size(); ++k) keep_out(group(row.from), out_.statements[k]);
  set_subject(std::move(heads), true);
  keep_places(list);
  if (q.present) starts_from(group(row.from));
  return true;
}

// 居民人均可支配收入|城镇和农村|分别达到…: both halves of what is named before them.
void ItemReader::halves_behind(std::vector<Member>& list, Group h) const {
  if (h.end != h.begin + 4 || letter(h.begin) != 'N' || letter(h.begin + 1) != 'X' || !one_of(letter(h.begin + 2), "&/") || letter(h.begin + 3) != 'X') return;
  const Heads whole = heads_of_name(h.begin);
  if (whole.size() != 1) return;
  std::vector<Member> halves;
  for (const std::uint32_t k : {h.begin + 1, h.begin + 3}) {
    Member half{k, k + 1, {}};
    Head head = whole.front();
    head.indicator = half_of(whole.front(), words(token(k)));
    if (head.indicator == no_index) return;
    half.heads.push_back(head);
    halves.push_back(std::move(half));
  }
  list = std::move(halves);
}

void ItemReader::keep_places(const std::vector<Member>& list) {
  std::uint32_t place = 0;
  for (const Member& member : list) {
    for (std::size_t k = 0; k < member.heads.size(); ++k) frame_.places.push_back(place++);
    if (member.heads.empty()) ++place;
  }
  frame_.members = place;
}

// 装备制造业、高技术制造业增加值分别增长…,占比分别达30%、12%: a value for each member again, also for those that are not ours.
ListValues ItemReader::values_of_ours(const ListValues& values) const {
  if (values.size() != frame_.members || frame_.places.size() != frame_.subject.size()) return values;
  ListValues ours;
  for (const std::uint32_t place : frame_.places) ours.push_back(values[place]);
  return ours;
}

// Growth of each and then the level of each, or the other way round: twice as many values, the second half in another unit behind
// a word of its own.
bool ItemReader::speaks_twice(const std::vector<Member>& list, const ListValues& values) const {
  const std::size_t n = values_wanted(list);
  if (english_ || n < 2 || values.size() != 2 * n) return false;
  const auto is_growth = [&](std::size_t k) { return reading_of(values[k].token).unit == "percent"; };
  const bool growth_first = is_growth(0);
  for (std::size_t k = 0; k < 2 * n; ++k) {
    if (is_growth(k) != ((k < n) == growth_first)) return false;
  }
  return holds_letter({values[n].pred_begin, values[n].token}, growth_first ? LetterSet("c") : LetterSet("gda"));
}

// 、 parts members first; 和 may stand inside a name.
std::vector<Member> ItemReader::members_for(std::size_t values, Group h, std::string_view tail_word) const {
  std::vector<Member> list = members_of(h, english_ ? LetterSet(",&") : LetterSet("/"), tail_word);
  if (english_) {
    drop_opening(list, values);
  } else if (values_wanted(list) != values || (values == 1 && holds_letter(h, "&"))) {  // 出口和进口分别增长2%
    std::vector<Member> finer = members_of(h, "/&", tail_word);
    // 氮氧化物和氨氮排放量分别降低2%: each has it
    const bool all = std::all_of(finer.begin(), finer.end(), [](const Member& member) { return !member.heads.empty(); });
    if (values_wanted(finer) == values || (values == 1 && (all || values_wanted(list) != values))) list = std::move(finer);
  }
  return list;
}

void ItemReader::add_members(const std::vector<Member>& list, const ListValues& values,
                             const Predicate& shared) {
  std::vector<Statement> out;
  std::size_t next = 0;
  const bool growth_last = !list.back().heads.empty() && growth_named(list.back().heads.back());
  for (const Member& m : list) {
    if (m.heads.empty()) {
      ++next;
      continue;
    }
    for (const Head& head : m.heads) {
      Predicate own = shared;
      read_predicate(values[next].pred_begin, values[next].token, own);
      // 甲、乙、丙增速分别达到…: the last name says it for all
      const bool percent = letter(values[next].token) == 'Q' && reading_of(values[next].token).unit == "percent";
      if (!english_ && growth_last && percent && own.direction == 0 && !growth_named(head) &&
          model_.indicator(head.indicator).nature != Nature::rate) {
        own.direction = 1;
      }
      out.push_back(make(head, own, values[next].token));
      if (base_goes_on(out.back())) out.back().predicate.base = frame_.base;
      ++next;
    }
  }
  add_list(values, std::move(out));
}

// 城镇职工和城镇居民|医保: the scope of members of one id reaches from the first to the last.
void ItemReader::join_scopes(Heads& heads) {
  for (std::size_t k = heads.size(); k-- > 1;) {
    Head& before = heads[k - 1];
    const Head& next = heads[k];
    if (before.indicator != next.indicator || before.scope.empty()) continue;
    if (next.scope.empty()) before.scope = {};
    else if (next.scope.begin > before.scope.end) before.scope.end = next.scope.end;
  }
}

// 二氧化硫、化学需氧量排放量都要减少3%: a percentage of growth is that of each.
bool ItemReader::each_has(const Predicate& predicate, std::uint32_t value) const {
  return predicate.each || (predicate.direction != 0 && letter(value) == 'Q' && reading_of(value).unit == "percent");
}

bool ItemReader::apply_each(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  const std::vector<Member> list = members_of(h, english_ ? LetterSet(",&") : LetterSet("/&"), {});
  if (noun_goes_on(h.end - 1) || (english_ && begins_with_verb(h.end - 1))) return false;
  Predicate predicate;
  if (english_ && behind_yardstick(h.begin)) return false;
  if (english_) read_before(h.begin, predicate);
  read_predicate(p.begin, p.end, predicate);
  const Group behind = group(row.behind);
  read_predicate(behind.begin, behind.end, predicate);
  Heads heads = heads_of(list);
  if (heads.empty()) return false;
  if (english_ && !read_surroundings(h.begin, p, h.begin, v.end, heads)) return true;
  if (english_) growth_goes_on(h.begin, p, v, predicate);
  if (english_ && says_by(p, v, predicate)) {  // … by 2%: of a growth that nothing tells
    refuse("percent_without_growth", h.begin, v.end);
    set_subject(std::move(heads), false);
    return true;
  }
  // Members of one id (护理型床位、家庭养老床位) are one statement, of all their classes.
  const bool own = each_has(predicate, v.begin);
  if (!english_ && !own) join_scopes(heads);
  heads.erase(std::unique(heads.begin(), heads.end(),
                          [&](const Head& a, const Head& b) {
                            return a.indicator == b.indicator &&
                                   ((!english_ && !own) || text_of(a.scope) == text_of(b.scope));
                          }),
              heads.end());
  for (Head& head : heads) {
    head.counted = !predicate.each && heads.size() > 1;
    add(head, predicate, v.begin);
  }
  set_subject(std::move(heads), true);
  return true;
}

// 平均每年城镇新增就业5400人、|农村劳动力转移就业800人; 每年城镇新增就业5000人以上: at the head of the clause, for all that it lists.
bool ItemReader::yearly_before(std::uint32_t i) const {
  std::uint32_t k = clause_begin(i);
  while (one_of(letter(k), "TUpmMc")) ++k;
  return k < i && (words(token(k)) == "平均每年" || words(token(k)) == "每年");
}

// 削减|财政赤字45亿元: what is named is cut by the number.
bool ItemReader::cut_before(std::uint32_t i) const {
  if (i == 0 || letter(i - 1) != 'd' || token(i - 1).end != token(i).begin) return false;
  const std::string_view verb = words(token(i - 1));
  return verb == "削减" || verb == "减少" || verb == "压减" || verb == "缩减" || verb == "降低";
}

// 由2700亿元|增加|300亿元,达到3000亿元: by how much, where the amount reached stands behind.
bool ItemReader::by_so_much(Group q, Group v) const {
  if (english_ || letter(v.begin) != 'Q' || holds_letter(q, "tc,")) return false;
  for (std::uint32_t k = q.begin; k < q.end; ++k) {
    const std::string_view said = words(token(k));
    if (one_of(letter(k), growth_letters) && (said.ends_with("到") || said.ends_with("至") || said.ends_with("为"))) return false;
  }
  std::uint32_t next = v.end;
  while (one_of(letter(next), ",/")) ++next;
  if (!one_of(letter(next), "tc") || letter(next + 1) != 'Q') return false;
  return holds_letter(q, growth_letters) && reading_of(next + 1).unit == reading_of(v.begin).unit;
}

// 省下达粮食播种面积任务100万亩,|实际完成102万亩: what was asked for, not what came of it.
bool ItemReader::handed_down(std::uint32_t name, std::uint32_t value) const {
  if (english_) return false;
  const std::string_view behind = text_of({token(name).begin, token(value).begin});
  if (behind.find("任务") == std::string_view::npos || behind.find("完成") != std::string_view::npos) return false;
  return text_of({token(clause_begin(name)).begin, token(name).begin}).find("下达") != std::string_view::npos;
}

// 建筑业总产值突破300亿元,完成|税收8亿元: the taxes of builders.
bool ItemReader::paid_by_those_before(std::uint32_t name) const {
  if (english_ || name < 2 || letter(name - 1) != 'c' || !one_of(letter(name - 2), ",/") || words(token(name)) != "税收") return false;
  const Statement* before = item_before(name, ";:UTN");
  if (before == nullptr || name - 2 > before->value + 1) return false;
  const std::string& group = model_.indicator(before->head.indicator).group;
  return group == "industry" || group == "enterprises";
}

// 每千名儿童拥有|托位4.2个: so many for each thousand, where the indicator counts them all.
bool ItemReader::per_head_before(std::uint32_t name) const {
  if (english_ || letter(name) != 'N') return false;
  const IndicatorEntry& entry = model_.indicator(model_.roles[token(name).word].name);
  if (entry.nature != Nature::count) return false;
  for (const std::string& unit : entry.units) {
    if (unit.find("_per_") != std::string::npos) return false;
  }
  for (std::uint32_t k = name; k > consumed_ && !one_of(letter(k - 1), clause_and_list_marks); --k) {
    const std::string_view said = words(token(k - 1));
    if (letter(k - 1) == 'X' && (said.starts_with("每千") || said.starts_with("每万") || said.starts_with("每百"))) return true;
  }
  return false;
}

// 连续两年达到130亿斤、|135亿斤: which year each is of, the words do not say.
bool ItemReader::a_value_each_year(Group p, Group v) const {
  if (english_ || !one_of(letter(v.end), "/&") || letter(v.end + 1) != 'Q') return false;
  if (reading_of(v.begin).unit != reading_of(v.end + 1).unit) return false;
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    if (words(token(k)).starts_with("连续") && words(token(k)).ends_with("年")) return true;
  }
  return false;
}

// 澜江大桥项目完成|固定资产投资3亿元: one project speaks.
bool ItemReader::of_one_project(std::uint32_t name) const {
  if (english_ || name < 2 || !one_of(letter(name - 1), "ckT")) return false;
  if (model_.indicator(model_.roles[token(name).word].name).group != "investment") return false;
  std::uint32_t k = name - 1;
  while (k > 0 && one_of(letter(k - 1), "ckTyp")) --k;
  if (k == 0 || letter(k - 1) != 'X' || token(k - 1).begin != token(clause_begin(name)).begin) return false;
  const std::string_view said = words(token(k - 1));
  bool project = false;
  for (const std::string_view kind : {"项目", "工程", "高铁", "大桥", "机场", "水库", "电站"}) project = project || said.ends_with(kind);
  for (const std::string_view several : {"重点", "重大", "各", "类", "批", "所有", "全部", "产业项目", "工业项目", "民生", "省", "市", "县", "等"}) {
    if (said.find(several) != std::string_view::npos) return false;
  }
  return project && text::character_borders(said).size() > 5;
}

// Does a member of a list under 净增 say a size reached, where the item before says how many are new?
bool ItemReader::reaches_size(std::uint32_t name, std::uint32_t value, const Predicate& predicate) const {
  if (english_ || !flow_goes_on(name) || out_.statements.empty() || letter(value) != 'Q') return false;
  const Statement& before = out_.statements.back();
  const auto reached = [&](const Predicate& said, std::uint32_t number) {
    return said.reached || words(token(number)).starts_with("突破");
  };
  return before.sentence == sentence_ && !reached(before.predicate, before.value) && reached(predicate, value);
}

// 高价值发明专利拥有量1.3万件: too many for every 10,000 persons, so all of them; rows of the list hold the ids of both.
void ItemReader::take_all_by_size(Head& head, std::uint32_t value) const {
  constexpr Decimal most{1, 3};
  if (english_ || letter(value) != 'Q' || reading_of(value).unit != "item") return;
  const std::string& id = model_.indicator(head.indicator).id;
  for (const std::string_view row : model_.lists[List::all_by_size]) {
    const auto [per_persons, all] = fields_of(row);
    if (per_persons != id || value::compare(reading_of(value).lower, most) < 0) continue;
    const auto found = model_.indicator_by_id.find(std::string(all));
    const bool says_per = text_of(head.mention).find("万") != std::string_view::npos;
    if (found != model_.indicator_by_id.end() && !says_per) head.indicator = found->second;
    return;
  }
}

// 赤字…,比上年预算增加…: a row that reads values of one indicator alone.
bool ItemReader::reads_of(const Row& row, const Head& head) const {
  const auto only = row.entry->attributes.find("part_of");
  return only == row.entry->attributes.end() || model_.indicator(head.indicator).id == only->second;
}

bool ItemReader::apply_one(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group h = group(row.heads), p = group(row.pred), q = group(row.pred_after), v = group(row.values);
  if (refused_by_left(h.begin) || draws_a_line(end) || paid_for_it(h.end - 1) || per_head_before(h.end - 1) ||
      paid_by_those_before(h.begin)) {
    refuse("not_of_the_indicator", begin, end);
    frame_.subject.clear();
    return true;
  }
  // 五一、国庆假期分别|接待游客126万人次、286万人次: the first of several
  if (!english_ && h.begin > 0 && letter(h.begin - 1) == 'f' && one_of(letter(end), "/&") && letter(end + 1) == 'Q') {
    refuse("count_mismatch", begin, end);
    frame_.subject.clear();
    return true;
  }
  if (of_one_project(h.begin)) {
    refuse("single_project", begin, end);
    frame_.subject.clear();
    return true;
  }
  if (handed_down(h.end - 1, v.begin)) {
    refuse("not_of_the_indicator", begin, end);
    set_subject(heads_of_name(h.end - 1), false);
    return true;
  }
  if (a_value_each_year(p, v)) {
    refuse("count_mismatch", begin, end);
    frame_.subject.clear();
    return true;
  }
  if (noun_goes_on(h.end - 1)) {
    refuse("another_noun", begin, end);
    frame_.subject.clear();
    return true;
  }
  if (part_of_another(h.begin)) {
    refuse("part_of_another", begin, end);
    return true;
  }
  if (!q.present && !holds_letter(p, growth_letters) && summed_with_unknown(h.begin, v.begin)) {
    refuse("sum", begin, end);
    frame_.subject.clear();
    return true;
  }
  Heads heads = heads_of_name(h.end - 1);
  if (heads.empty() || in_a_place(heads.front()) || !reads_of(row, heads.front())) return false;
  if (english_ && holds_letter({h.end, v.begin}, ",") && within_aside(h.begin)) return false;
  if (row.entry->attributes.contains("units") && reading_of(v.begin).unit != "percent") return false;
  // 城镇人口占总人口比重(户籍人口城镇化率)为45%: what stands in the brackets says which
  if (!english_ && letter(h.end) == '<' && letter(h.end + 1) == 'N' && letter(h.end + 2) == '>' &&
      model_.indicator(heads.front().indicator).nature == Nature::rate && model_.roles[token(h.end + 1).word].name != heads.front().indicator) {
    return false;
  }
  if (row.entry->attributes.contains("brackets")) {  // 规上工业增加值增速(7.2%): a growth by its name
    const bool grows = growth_named(heads.front()) || holds_letter(p, growth_letters);
    if (!grows || reading_of(v.begin).unit != "percent") return false;
  }
  if (english_ && row.entry->attributes.contains("aside")) {  // Retail sales, thanks to tourism, culture and sports, grew by…
    const Group opens = group(row.scope);
    if (!listed(List::en_asides, lower(first_word(text_of({token(opens.begin).begin, token(opens.end - 1).end}))))) return false;
  } else if (english_ && row.entry->attributes.contains("mark")) {
    if (!passes_mark(group(row.scope), v.begin)) return false;
  } else if (english_ && group(row.scope).present) {
    const Group s = group(row.scope);
    const bool colon = letter(h.end) == ':', with = words(token(s.begin)).starts_with("with");
    if (colon ? !measure_of_name(s) : with ? !output_behind(heads.front(), s, p) : !rises_behind(s, p)) return false;
  }
  if (english_ && row.entry->attributes.contains("verb") && !is_one_of(lower(first_word(words(token(v.begin)))), {"exceeded", "surpassed", "topped", "exceed",
      "passed"})) {
    return false;  // rose and |exceeded 3 million tons
  }
  if (english_ && letter(v.begin) == 'W' && doubles_another(v.begin)) return false;
  if (english_ && holds_letter(p, "N") && !names_firms(p.begin + (letter(p.begin + 1) == 'U' ? 2 : 1))) return false;
  name_whole(h.end - 1);
  take_all_by_size(heads.front(), v.begin);
  Predicate predicate;
  if (english_) {
    if (!read_surroundings(h.end - 1, p, h.begin, end, heads)) return true;
    read_before(h.end - 1, predicate);
    if (share_without_whole(heads.front(), h.end - 1, v.end)) {
      refuse("share", begin, end);
      frame_.subject.clear();
      return true;
    }
    if (reaches_others(v.begin, heads.front())) {
      refuse("another_noun", begin, end);
      frame_.subject.clear();
      return true;
    }
    rate_of_covered(v.begin, heads);
    share_of_words(v.begin, heads);
    // both exports and imports; emissions of A and B will both; … by 2% each
    if (heads.size() == 1 && model_.is(heads.front().indicator, "major_pollutant_emissions")) part_name(heads);
    if (holds_letter(p, "e") || (h.begin > consumed_ && letter(h.begin - 1) == 'e') || letter(v.end) == 'e') {
      part_name(heads);
      predicate.each = true;
    }
  }
  std::uint32_t said_from = p.begin;  // exports to Tengwan rose: to names a place
  if (english_ && one_of(letter(p.begin), "tric")) part_at(p.begin, p.end, said_from);
  if (english_ && holds_letter(p, "&")) said_from = row.entry->attributes.contains("verb") ? p.end : last_verb(p);
  if (english_ && row.entry->attributes.contains("aside")) read_predicate(h.end, group(row.scope).begin, predicate);  // GDP last year, according to…
  if (english_ && row.entry->attributes.contains("apart")) said_from = p.end - 1;  // within an appropriate range, |at 5%
  if (english_ && letter(p.begin) == 'g' && p.begin + 1 < p.end && words(token(p.begin)).starts_with("growth")) {
    predicate.growth_before = true;  // investment growth slowed to 10.5%
  }
  read_predicate(said_from, p.end, predicate);
  if (english_ && capped(h.begin) && !predicate.bound) predicate.bound = Bound::at_most;
  if (!english_ && cut_before(h.end - 1)) predicate.direction = -1;
  if (!english_ && yearly_before(h.begin)) predicate.yearly = true;
  // 控制在4.3%的年度目标以内
  if (letter(end) == 'D' && letter(end + 1) == 'K' && words(token(end + 2)).starts_with("以内")) predicate.bound = Bound::at_most;
  const Group behind = group(row.behind);
  read_predicate(behind.begin, behind.end, predicate);
  if (english_ && !q.present && says_by(p, v, predicate)) {
    // increase A by 6% and B by 5%: the growth word of the item before.
    const bool goes_on = frame_.growth != 0 && follows_item(h.begin);  // Growth in A was 7%, and that in B 4%
    const int growth = goes_on ? frame_.growth : growth_of_unread(h.begin);
    if (growth == 0) {
      refuse("percent_without_growth", h.begin, v.end);
      set_subject(std::move(heads), false);
      return true;
    }
    predicate.direction = growth;
    predicate.mean = predicate.mean || (goes_on && frame_.mean);
  } else if (english_ && !q.present && !growth_named(heads.front()) &&
             model_.indicator(heads.front().indicator).nature != Nature::rate && verb_goes_on(h.begin, p, v, predicate)) {
    predicate.direction = frame_.growth;
    predicate.mean = frame_.mean;
  } else if (const int growth = english_ && !q.present ? unread_goes_on(h.begin, p, v, predicate) : 0; growth != 0) {
    predicate.direction = growth;
  }
  if (english_ && predicate.direction == 0 && standard_raised_by(heads.front(), p, v)) predicate.direction = 1;
  if (english_ && told_as_stock(heads.front(), predicate)) {
    refuse("stock_without_id", begin, end);
    set_subject(std::move(heads), false);
    return true;
  }
  if (english_ && mean_before(heads.front(), h.begin)) predicate.mean = true;
  if (english_ && !q.present && predicate.direction > 0 && mean_of_other_half(h.begin, v.begin, heads.front())) predicate.mean = true;
  if (english_ && averaged(p)) predicate.yearly = true;
  if (q.present) {
    add_start_values(group(row.from), heads, predicate);
    std::uint32_t last = q.end;  // 逐季回落,全年增长4%: what the last clause says
    while (last > q.begin && letter(last - 1) != ',') --last;
    read_predicate(last, q.end, predicate);
    // 由上涨2.1%转为下降0.3%: what it turned into has its own growth word
    const bool own_growth = !holds_letter(q, "t") || one_of(letter(v.begin - 1), growth_letters);  // 由下降12%收窄至下降5%
    const bool turned = !english_ && holds_letter(group(row.from), growth_letters) && own_growth;
    predicate.arrival = !turned && !by_so_much(q, v);
  }
  if (!english_ && heads.size() == 1 && holds_letter(p, "e")) split_places(heads, h.begin);
  if (english_ && !q.present) grown_by(v.begin, heads, predicate);
  // 净增A企业40家、B企业突破700家: a size reached is that of the stock.
  if (reaches_size(h.end - 1, v.begin, predicate)) {
    for (Head& head : heads) head.flow = false;
  }
  // Who shares one number: 城乡居民收入增长7%.
  for (Head& head : heads) {
    if (head.scope.empty()) head.scope = stage_of(head, p);
    if (head.scope.empty()) head.scope = stage_of_whole(head);
    head.counted = heads.size() > 1 && !predicate.each;
    add(head, predicate, v.begin);
    if (q.present) keep_out(group(row.from), out_.statements.back());
    // Retail sales, which fell in the first half of the year, grew by 4%: whose time is its own
    if (english_ && !q.present && letter(h.end) == ',' && p.begin > h.end + 1) keep_out({h.end, p.begin, true}, out_.statements.back());
  }
  set_subject(std::move(heads), true);
  if (q.present) starts_from(group(row.from));
  return true;
}

// 养老保险、医疗保险参保率…: only the last member is a full name; those before share its end.
bool ItemReader::apply_each_tail(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  if (noun_goes_on(h.end - 1)) return false;
  const std::vector<Member> list = members_of(h, "/&", {});
  if (list.front().heads.empty()) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  Heads heads = heads_of(list);
  // 城镇居民医保和新农合补助标准: one id, one statement.
  const bool own = each_has(predicate, v.begin);
  if (!own) join_scopes(heads);
  heads.erase(std::unique(heads.begin(), heads.end(),
                          [&](const Head& a, const Head& b) {
                            return a.indicator == b.indicator && (!own || text_of(a.scope) == text_of(b.scope));
                          }),
              heads.end());
  for (Head& head : heads) {
    head.counted = !predicate.each && heads.size() > 1;
    add(head, predicate, v.begin);
  }
  set_subject(std::move(heads), true);
  return true;
}

// 城乡低保标准提高到740元和485元: a coordinated name and as many values.
bool ItemReader::apply_coordinated(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  if (noun_goes_on(h.end - 1)) return false;
  Heads heads = heads_of_name(h.begin);
  const ListValues values = values_of(v);
  if (english_ && heads.size() == 1) part_name(heads);
  if (!english_ && heads.size() == 1) split_classes(heads, h.begin);
  if (heads.size() < 2 || heads.size() != values.size()) return false;
  Predicate predicate;
  if (english_) {
    if (!same_units(values) || !read_surroundings(h.begin, p, h.begin, v.end, heads)) return false;
    read_before(h.begin, predicate);
  }
  read_predicate(p.begin, p.end, predicate);
  predicate.each = true;
  if (english_) growth_goes_on(h.begin, p, v, predicate);
  const Group from = group(row.from), q = group(row.pred_after);
  if (q.present) {
    add_start_values(from, heads, predicate);
    read_predicate(q.begin, q.end, predicate);
    predicate.arrival = true;
  }
  const std::size_t first = out_.statements.size();
  add_paired(heads, values, predicate);
  for (std::size_t k = first; q.present && k < out_.statements.size(); ++k) keep_out(from, out_.statements[k]);
  set_subject(std::move(heads), true);
  if (q.present) starts_from(from);
  return true;
}

// A row that reads one indicator whatever its words: 80%以上的财政支出用于民生.
bool ItemReader::apply_fixed(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group h = group(row.heads), v = group(row.values);
  const auto id = row.entry->attributes.find("indicator");
  if (id == row.entry->attributes.end()) return false;
  const auto found = model_.indicator_by_id.find(id->second);
  if (found == model_.indicator_by_id.end()) return false;
  if (begin > consumed_ && letter(begin - 1) == 'F') {  // 新增财力的80%用于民生: a share of what is new
    refuse("share", begin, end);
    frame_.subject.clear();
    return true;
  }
  // 财政支出用于民生的比重, 民生支出占财政支出的比重: a share of spending.
  if (const Group of = group(row.from); of.present && !row.entry->attributes.contains("first")) {
    const std::string_view whole = words(token(of.begin));
    const bool outlays = english_ && listed(List::en_outlays, lower(last_word(whole))) && !of_one_field(whole);
    if (!outlays && whole.find("支出") == std::string_view::npos && !whole.ends_with("财政")) return false;
  }
  // 财政支出…,其中用于民生的比例…: a part of spending, and of nothing else.
  const auto whole = row.entry->attributes.find("part_of");
  const auto is_whole = [&](const Head& head) { return model_.indicator(head.indicator).id == whole->second && head.scope.empty(); };
  if (whole != row.entry->attributes.end() &&
      (!may_carry(begin) || std::none_of(frame_.subject.begin(), frame_.subject.end(), is_whole))) {
    return false;
  }
  Head head;
  head.indicator = found->second;
  head.mention = {token(begin).begin, token(end - 1).end};
  head.token = h.begin;
  Predicate predicate;
  if (const auto named = row.entry->attributes.find("first"); named != row.entry->attributes.end()) {  // 收入比缩小到2.43
    head.mention = {token(h.begin).begin, token(h.end - 1).end};
    if (text_of(head.mention) != named->second) return false;
    const Group p = group(row.pred);
    read_predicate(p.begin, p.end, predicate);
    arrive(row, {head}, predicate);
  }
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// 先后跨越900亿元、1000亿元两个台阶, 连跨4个千亿台阶: what was passed on the way is no value; the subject waits for its own.
bool ItemReader::apply_milestones(const Row& row, std::uint32_t begin) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  if (english_) return pass_in_turn(h, p, v, begin);
  const value::Reading& first = reading_of(v.begin);
  if (row.entry->attributes.contains("ending")) {  // 先后跨越5亿元、6亿元台阶
    const bool counted = v.begin + 2 == v.end && first.unit == "item";  // 迈上2个|十亿元台阶
    const bool in_turn = !counted && passed_in_turn(p, v);
    if (first.unit != reading_of(v.end - 1).unit && !counted && !(first.unit.empty() && in_turn)) return false;
    if (!counted && v.begin + 2 == v.end) return false;
    if (in_turn) return reach_last(h, p, v);
    if (!model_.lists[List::step_endings].ends(words(token(v.end - 1)))) return false;
  } else {
    // 迈上1200亿台阶 is a level; 4个千亿台阶 are counted.
    constexpr Decimal hundred_million{1, 8};
    const bool counted = first.unit == "item" || (first.unit.empty() && first.scale != hundred_million);
    const std::size_t values = values_of(v).size();
    if (values < 2 && !counted) return false;
    if (values > 1 && first.unit != "item" && passed_in_turn(p, v)) return reach_last(h, p, v);  // 先后跨越4亿元、5亿元两个台阶
  }
  set_subject(heads_of_name(h.begin), false);
  return true;
}

bool ItemReader::passed_in_turn(Group p, Group v) const {
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    for (const std::string_view word : {"先后", "接连", "相继", "依次", "陆续", "连跨", "连上", "连过", "连破"}) {
      if (words(token(k)).starts_with(word) && listed_upwards(v)) return true;
    }
    // 连续跨越4亿元、5亿元; but 连续两年达到4亿元、5亿元 is a value for each year.
    const bool over = reading_of(v.begin).prefix_bound == Bound::more_than;
    if (over && words(token(k)).starts_with("连续") && listed_upwards(v)) return true;
  }
  return false;
}

bool ItemReader::listed_upwards(Group v) const {
  const ListValues values = values_of(v);
  for (std::size_t k = 1; k < values.size(); ++k) {
    const value::Reading &before = reading_of(values[k - 1].token), &next = reading_of(values[k].token);
    // 3万亿、3.5万亿、4万亿元: the last may say the unit for all.
    if (!before.unit.empty() && before.unit != next.unit) return false;
    if (before.scale == next.scale && value::compare(before.lower, next.lower) >= 0) return false;
  }
  return true;
}

// 先后跨越5亿元、6亿元: the last is where it stands, unless a value behind it says so (…,达到6.4亿元).
bool ItemReader::reach_last(Group h, Group p, Group v) {
  Heads heads = heads_of_name(h.begin);
  const std::uint32_t last = v.end - 1;
  std::uint32_t next = v.end;
  while (one_of(letter(next), ",/B") || one_of(letter(next), neutral_letters)) ++next;
  const bool goes_on = letter(next) == 'Q' && reading_of(next).unit == reading_of(last).unit;
  bool over = reading_of(v.begin).prefix_bound == Bound::more_than;
  for (std::uint32_t k = p.begin; k < p.end; ++k) over = over || words(token(k)).starts_with("连");
  if (!goes_on && over) {
    Predicate predicate;
    predicate.reached = true;
    predicate.bound = Bound::more_than;
    for (const Head& head : heads) add(head, predicate, last);
  }
  set_subject(std::move(heads), !goes_on);
  return true;
}

bool ItemReader::apply_split(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), t = group(row.tail), q = group(row.pred_after),
              v = group(row.values);
  const std::string_view tail = words(token(t.begin));
  const bool grown = one_of(letter(t.begin), growth_letters);  // 粮食增产4亿斤: the output grew
  if (grown && !tail.ends_with("产")) return false;
  const auto found = model_.splits.find({std::string(words(token(h.begin))), std::string(grown ? "产量" : tail)});
  if (found == model_.splits.end()) return false;
  Head head;
  head.indicator = found->second;
  head.mention = {token(h.begin).begin, token(t.begin).end};
  head.token = h.begin;
  read_left(h.begin, left_stop(h.begin), head.indicator, head);
  if (head.scope.empty() && head.region.empty()) head.scope = told_before(h.begin, head.indicator);
  if (const Group limit = group(row.scope); limit.present) {  // 利用省外|5000万元以上|项目资金
    constexpr std::string_view projects = "项目";
    head.scope = range_of(limit.begin);
    if (words(token(t.begin)).starts_with(projects)) head.scope.end += static_cast<std::uint32_t>(projects.size());
  }
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(grown ? t.begin : q.begin, grown ? t.end : q.end, predicate);
  add(head, predicate, v.begin);
  set_subject({head}, true);
  frame_.topic = words(token(h.begin));
  return true;
}

// 一季度、上半年、前三季度地区生产总值分别增长4.9%、2.8%、3.6%: a value for each time.
bool ItemReader::apply_by_time(const Row& row) {
  const Group times = group(row.scope), h = group(row.heads), p = group(row.pred), v = group(row.values);
  const ListValues values = values_of(v);
  std::vector<std::uint32_t> named;
  for (std::uint32_t i = times.begin; i < times.end; ++i) {
    if (letter(i) == 'T') named.push_back(i);
  }
  if (!h.present && !may_carry(times.begin)) return false;
  Heads heads = h.present ? heads_of_name(h.begin, h.begin) : frame_.subject;  // 分季度看,一季度、二季度分别增长…
  constexpr std::size_t quarters = 4;
  const bool by_quarter = named.size() == 1 && lexed_.times[token(named[0]).index].value == "quarters" && values.size() == quarters;
  if (heads.size() != 1 || (values.size() != named.size() && !by_quarter)) return false;
  Predicate shared;
  read_predicate(p.begin, p.end, shared);
  shared.each = true;
  std::vector<Statement> list;
  for (std::size_t k = 0; k < values.size(); ++k) {
    Predicate own = shared;
    own.time = named[by_quarter ? 0 : k];
    if (by_quarter) own.quarter = static_cast<int>(k) + 1;
    list.push_back(make(heads.front(), own, values[k].token));
  }
  add_list(values, std::move(list));
  set_subject(std::move(heads), true);
  return true;
}

bool ItemReader::apply_number_first(const Row& row) {
  const Group h = group(row.heads), v = group(row.values);
  const std::uint32_t name = h.end - 1;
  Heads heads = heads_of_name(name, v.end);
  if (heads.empty() || noun_goes_on(name)) return false;
  if (!english_ && refused_by_left(v.begin)) {  // 物业服务覆盖270个老旧小区
    refuse("not_of_the_indicator", v.begin, h.end);
    frame_.subject.clear();
    return true;
  }
  if (english_ && row.entry->attributes.contains("place")) return apply_part_in_place(heads, group(row.pred), v);
  Predicate predicate;
  if (english_) {
    if (!counts_name(v.end, name) || read_english_left(v.begin, heads.front().indicator) || !money_in(v.begin) || spent_behind(name + 1, heads.front()) ||
        lost_behind(name + 1, heads.front()) || of_one_only(v.begin)) {
      return false;
    }
    if (unplanted(v.begin, heads.front()) || unused(v.begin, heads.front()) || jobs_of_nowhere(heads.front()) ||
        only_those_who(h.end, heads.front())) return false;
    if (!read_surroundings(name, {}, v.begin, h.end, heads)) return true;
    if (a_day_behind(h.end)) {
      refuse("per_day", v.begin, h.end);
      frame_.subject.clear();
      return true;
    }
    const std::string clause = clause_behind(h.end);
    if (clause.find("had been") != std::string::npos && clause.find("target") != std::string::npos) {  // what had been meant
      refuse("goal_of_the_year", v.begin, h.end);
      frame_.subject.clear();
      return true;
    }
    for (Head& head : heads) head.flow = head.flow || new_ones(v.begin, h.end, head);
    if (size_of_new(heads.front()) && !heads.front().flow) {
      refuse("not_of_the_indicator", v.begin, h.end);
      frame_.subject.clear();
      return true;
    }
    const Group behind = group(row.behind);
    if (!year_of_noun(heads.front(), name)) read_predicate(behind.begin, behind.end, predicate);
    std::uint32_t part_end = h.end;  // in 36 cities |within two years
    if (behind.begin == behind.end && !part_at(h.end, static_cast<std::uint32_t>(lexed_.letters.size()), part_end).empty() &&
        letter(part_end) == 'T') {
      read_predicate(part_end, part_end + 1, predicate);
    }
    predicate.bound.reset();  // within five years
    if (so_many_a_year(v.begin, h.end)) predicate.mean = true;
  }
  // 新增 or a verb before the number speaks of the noun behind it, and of those that 、 adds.
  if (!english_ && flow_open_ && list_goes_on(v.begin)) {
    for (Head& head : heads) head.flow = true;
  }
  const std::uint32_t stop = left_stop(v.begin);
  for (std::uint32_t k = v.begin; k > stop; --k) {
    if (letter(k - 1) == 'F') {
      for (Head& head : heads) head.flow = true;
    }
    if (one_of(letter(k - 1), "NQ")) break;
    if (english_ && letter(k - 1) == '&' && letter(k) == 'X') break;  // raised pensions and renovated 310 …
    if (one_of(letter(k - 1), growth_letters)) {
      const std::string verb = lower(words(token(k - 1)));
      const bool built = english_ && k == v.begin && (verb.starts_with("expand") || verb == "gained");
      if (!built) return false;
    }
  }
  // 700,000 units, including 400,000 in rundown urban areas: what goes on is the whole.
  const bool part = in_a_place(heads.front()) && frame_.subject_met && frame_.subject_sentence == sentence_;
  for (const Head& head : heads) add(head, predicate, v.begin);
  if (!part) set_subject(std::move(heads), true);
  return true;
}

// English: a growth of 8% in GDP.
bool ItemReader::apply_growth_first(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  Heads heads = heads_of_name(h.end - 1, v.end);
  const bool opening = row.entry->attributes.contains("opening");
  if (opening && !growth_opens(group(row.scope), v.begin, h.end - 1)) return false;
  if (!opening && group(row.scope).present && !(heads.size() == 1 && value_added_first(group(row.scope), heads.front()))) return false;
  if (heads.empty() || read_english_left(v.begin, heads.front().indicator)) return false;
  if (effect_behind(h.end)) {
    refuse("another_noun", v.begin, h.end);
    return true;
  }
  // an average annual increase of 2 billion yuan in exports
  if (p.begin > consumed_ && letter(p.begin - 1) == 'a' && reading_of(v.begin).unit != "percent") {
    refuse("yearly_mean", p.begin - 1, h.end);
    return true;
  }
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  const Group behind = group(row.behind);
  read_predicate(behind.begin, behind.end, predicate);
  if (p.begin > consumed_ && letter(p.begin - 1) == 'a' && one_of(letter(p.begin), growth_letters)) predicate.mean = true;
  if (predicate.direction == 0 && !predicate.mean) {  // growth of 6% in exports and 4% in imports
    if (frame_.growth == 0 || p.begin != consumed_ || reading_of(v.begin).unit != "percent") return false;
    predicate.direction = frame_.growth;
  }
  grown_by(v.begin, heads, predicate);  // an increase of 3 billion yuan in loans
  if (!opening && heads.size() == 1 && heads.front().scope.empty()) heads.front().scope = places_behind(h.end);
  for (const Head& head : heads) add(head, predicate, v.begin);
  set_subject(std::move(heads), true);
  return true;
}

}  // namespace zhibiao::extract
