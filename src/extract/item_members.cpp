#include "extract/item_reader.hpp"
#include "text/utf8.hpp"

namespace zhibiao::extract {

std::vector<Member> ItemReader::members_of(Group list, LetterSet marks, std::string_view tail_word) const {
  std::vector<Member> out;
  std::uint32_t from = list.begin;
  for (std::uint32_t i = list.begin; i <= list.end; ++i) {
    if (i < list.end && !one_of(letter(i), marks)) continue;
    if (from < i) out.push_back({from, i, {}});
    from = i + 1;
  }
  const bool flow = read_members(out, tail_word);
  drop_owners_of_last(out);
  share_ends_of_rates(out);
  scopes_of_one_head(out);
  share_parts(out, flow);
  share_spending(out);
  country_before_list(out);
  place_before_list(out);
  return out;
}

bool ItemReader::read_members(std::vector<Member>& list, std::string_view tail_word) const {
  bool flow = false;
  for (Member& member : list) {
    const bool first = &member == &list.front();
    for (std::uint32_t k = member.end; k-- > member.begin && member.heads.empty();) {
      if (letter(k) != 'N') continue;
      if (noun_goes_on(k)) break;
      // A、B、C等产业分别…: the name sums up a list that is not ours.
      if (k > member.begin && letter(k - 1) == 'E' && list.size() > 1) break;
      member.heads = heads_of_name(k, first ? left_stop(k) : member.begin);
      break;
    }
    if (member.heads.empty() && !tail_word.empty()) add_split(member, tail_word);
    // 新增 before the first member governs the whole list.
    if (first) {
      flow = !member.heads.empty() && is_flow(member.heads.front());
      for (std::uint32_t k = member.begin; k < member.end; ++k) flow = flow || letter(k) == 'F';
    } else if (flow) {
      for (Head& head : member.heads) head.flow = true;
    }
  }
  return flow;
}

// 高新技术企业、科技型中小企业|贷款分别增长…: what the last member says of its firms it says of all, so none are counted.
void ItemReader::drop_owners_of_last(std::vector<Member>& list) const {
  if (english_ || list.size() < 2) return;
  const WordList& kinds = model_.lists[List::several_endings];
  const std::string_view last = text_of({token(list.back().begin).begin, token(list.back().end - 1).end});
  bool owned = false;
  for (const std::string_view noun : model_.lists[List::owned_nouns]) {
    owned = owned || (last.ends_with(noun) && kinds.ends(last.substr(0, last.size() - noun.size())));
  }
  if (!owned) return;
  for (Member& member : list) {
    const bool counted = std::all_of(member.heads.begin(), member.heads.end(), [&](const Head& head) {
      const std::string_view mention = text_of(head.mention);
      return model_.indicator(head.indicator).nature == Nature::count && (kinds.ends(mention) || mention.ends_with("主体"));
    });
    if (counted) member.heads.clear();
  }
}

// 省级|财政用于科技、教育和医疗卫生的支出: what stands between the money and the spending are its fields.
void ItemReader::share_spending(std::vector<Member>& list) const {
  constexpr std::string_view spent_on = "财政用于", of = "的";
  if (english_ || list.size() < 2 || list.front().heads.size() != 1) return;
  const Head first = list.front().heads.front();
  if (!text_of(first.mention).starts_with(spent_on)) return;
  const std::string_view last = text_of({token(list.back().begin).begin, token(list.back().end - 1).end});
  std::string_view spending;
  for (const std::string_view word : {"支出", "投入"}) {
    if (last.ends_with(word)) spending = word;
  }
  if (spending.empty()) return;
  for (std::size_t m = 1; m < list.size(); ++m) {
    Range field{token(list[m].begin).begin, token(list[m].end - 1).end};
    if (m + 1 == list.size()) field.end -= static_cast<std::uint32_t>(spending.size());
    if (text_of(field).ends_with(of)) field.end -= static_cast<std::uint32_t>(of.size());
    Head head;
    head.indicator = model_.indicator_named(std::string(spent_on).append(text_of(field)).append(spending));
    list[m].heads.clear();
    if (head.indicator == no_index) continue;
    head.mention = field;
    head.scope = first.scope;
    head.token = list[m].end - 1;
    list[m].heads.push_back(head);
  }
}

// 高技术制造业、战略性新兴产业增加值占规上工业比重: what is weak by itself is another rate with the end of the full name.
void ItemReader::share_ends_of_rates(std::vector<Member>& list) const {
  if (english_ || list.size() < 2 || list.back().heads.size() != 1) return;
  const Head& full = list.back().heads.front();
  if (model_.indicator(full.indicator).nature != Nature::rate) return;
  for (std::size_t m = 0; m + 1 < list.size(); ++m) {
    if (list[m].heads.size() != 1 || !list[m].heads.front().weak) continue;
    Head& head = list[m].heads.front();
    const std::uint32_t found = by_common_part(text_of(head.mention), text_of(full.mention), true);
    if (found != no_index && found != head.indicator && model_.indicator(found).nature == Nature::rate) head.indicator = found;
  }
}

// What is not ours by itself may share a part with a neighbour.
void ItemReader::share_parts(std::vector<Member>& list, bool flow) const {
  Range shared_scope;
  for (std::size_t m = 0; m < list.size(); ++m) {
    Member& member = list[m];
    if (!member.heads.empty()) {
      for (Head& head : member.heads) {
        if (head.scope.empty()) head.scope = shared_scope;
      }
      continue;
    }
    const Token& last = token(member.end - 1);
    if (!one_of(last.letter, "XLPJI")) continue;
    for (std::size_t n = m + 1; n < list.size(); ++n) {
      if (list[n].heads.empty()) continue;
      const Head& full = list[n].heads.front();
      std::uint32_t found = by_common_part(words(last), text_of(full.mention), true);
      // 二氧化硫、氨氮、|氮氧化物排放量: the last has the end that all share
      const Heads& end = list.back().heads;
      if (found == no_index && !end.empty() && end.front().indicator == full.indicator) {
        found = by_common_part(words(last), text_of(end.front().mention), true);
      }
      add_computed(member, last, found, flow);
      // 二氧化硫、氮氧化物排放量: what the name of a part lends its tail to is another part.
      const bool of_a_part = full.scope.begin == full.mention.begin && full.scope.end == full.mention.end;
      for (Head& head : member.heads) {
        const bool official = model_.indicator(full.indicator).label_zh.starts_with(text_of(head.mention));  // 受污染耕地
        if (of_a_part && !official && head.indicator == full.indicator) head.scope = head.mention;
      }
      if (member.heads.empty() && m == 0) shared_scope = add_behind_scope(member, last, text_of(full.mention), flow);
      break;
    }
    if (!member.heads.empty() || m == 0 || member.end - member.begin != 1) continue;
    const Member& before = list[m - 1];
    add_computed(member, last, by_common_part(words(last), words(token(before.end - 1)), false), flow);
    // 市属企业工业总产值、利润总额: what shares the beginning shares its scope.
    if (before.heads.empty()) continue;
    const Head& told = before.heads.front();
    const bool own_part = english_ && told.scope.begin == told.mention.begin && told.scope.end == told.mention.end;
    for (Head& head : member.heads) head.scope = own_part ? head.mention : told.scope;
  }
}

// 第一、第三产业增加值: a member that shares the end of a full name; 旅游人数、收入: one that shares its beginning.
std::uint32_t ItemReader::by_common_part(std::string_view member, std::string_view full, bool shares_end) const {
  const text::Borders borders = text::character_borders(full);
  std::string spelling;
  if (shares_end) {
    for (std::size_t b = 1; b + 1 < borders.size(); ++b) {
      spelling.assign(member).append(full.substr(borders[b]));
      if (const std::uint32_t found = model_.indicator_named(spelling); found != no_index) return found;
    }
  } else {
    const text::Borders own = text::character_borders(member);
    const std::string_view opening = member.substr(0, own.size() > 2 ? own[2] : member.size());
    for (std::size_t b = borders.size() - 2; b >= 1; --b) {
      // 商品房销售面积、|销售额: the shared part goes up to 销售
      const std::size_t again = full.substr(borders[b]).find(opening);
      if (again != std::string_view::npos && again != 0) break;
      spelling.assign(full.substr(0, borders[b])).append(member);
      if (const std::uint32_t found = model_.indicator_named(spelling); found != no_index) return found;
    }
  }
  return no_index;
}

// 全体居民人均可支配收入…,其中城镇、农村居民分别增长…: members that share the end of the subject. All of them or none.
Heads ItemReader::parts_of_subject(std::vector<Member>& list, std::uint32_t begin) const {
  if (english_ || frame_.subject.size() != 1 || frame_.subject_sentence != sentence_ || !frame_.subject_met) return {};
  for (std::uint32_t k = consumed_; k < begin; ++k) {
    if (!one_of(letter(k), ",w")) return {};
  }
  const Head whole = frame_.subject.front();
  for (Member& member : list) {
    const Token& last = token(member.end - 1);
    const std::string_view label = model_.indicator(whole.indicator).label_zh;
    if (one_of(last.letter, "XL")) add_computed(member, last, by_common_part(words(last), label, true), false);
    if (member.heads.size() != 1 || member.heads.front().indicator == whole.indicator) {
      for (Member& each : list) each.heads.clear();
      return {};
    }
  }
  return heads_of(list);
}

// 望海港货物和集装箱吞吐量, 农村自来水、卫生厕所普及率: before the shared part of the first member stands the scope of the whole list.
Range ItemReader::add_behind_scope(Member& member, const Token& last, std::string_view full, bool flow) const {
  const std::string_view stretch = words(last);
  const text::Borders borders = text::character_borders(stretch);
  for (std::size_t b = 2; b + 2 < borders.size(); ++b) {
    const std::uint32_t found = by_common_part(stretch.substr(borders[b]), full, true);
    const std::string_view before = stretch.substr(0, borders[b]);
    if (found == no_index || (!is_place(before) && before != "农村" && before != "乡村")) continue;
    Token named = last;
    named.begin += static_cast<std::uint32_t>(borders[b]);
    add_computed(member, named, found, flow);
    const Range scope = trim_scope(last.begin, named.begin);
    for (Head& head : member.heads) head.scope = scope;
    return scope;
  }
  return {};
}

// 固定资产投资增长…,其中望海区、临澜县分别增长…; 望海市生产总值…,临澜、青屏分别达到…: the places are scopes of the subject. All
// of them or none.
Heads ItemReader::places_of_subject(std::vector<Member>& list, std::uint32_t begin, Group v) const {
  if (english_ || frame_.subject.size() != 1 || frame_.subject_sentence != sentence_ || !frame_.subject_met) return {};
  const Range place = frame_.subject.front().scope;
  const bool next = !place.empty() && place.end <= frame_.subject.front().mention.begin && names_place(text_of(place));
  if (begin <= consumed_ || (!next && !holds_letter({consumed_, begin}, "w")) || values_of(v).size() != list.size()) return {};
  for (std::uint32_t k = consumed_; k < begin; ++k) {
    if (!one_of(letter(k), ",w")) return {};
  }
  for (const Member& member : list) {
    if (member.begin + 1 != member.end || letter(member.begin) != 'X' || !names_place(words(token(member.begin)))) return {};
  }
  Heads out;
  for (Member& member : list) {
    Head head = frame_.subject.front();
    head.scope = range_of(member.begin);
    member.heads.push_back(head);
    out.push_back(head);
  }
  return out;
}

// 规模以上工业企业实现主营业务收入…,利税、利润分别增长…: members that are tails of the topic's name. All of them or none.
Heads ItemReader::tails_of_topic(std::vector<Member>& list) const {
  if (english_ || frame_.topic.empty() || frame_.subject_sentence != sentence_) return {};
  Heads out;
  for (const Member& member : list) {
    const std::uint32_t last = member.end - 1;
    if (letter(last) != 'L' || last != member.begin) return {};
    Head head;
    head.indicator = split_of_topic(std::string(words(token(last))));
    if (head.indicator == no_index) return {};
    head.mention = range_of(last);
    head.token = last;
    if (!frame_.subject.empty()) head.scope = frame_.subject.front().scope;
    out.push_back(head);
  }
  for (std::size_t m = 0; m < list.size(); ++m) list[m].heads.push_back(out[m]);
  return out;
}

void ItemReader::add_computed(Member& member, const Token& last, std::uint32_t indicator, bool flow) const {
  if (indicator == no_index) return;
  Head head;
  head.mention = {last.begin, last.end};
  head.flow = flow;
  head.token = member.end - 1;
  for (const std::uint32_t i : indicators_of(indicator)) {
    head.indicator = i;
    head.scope = level_of_budget(head.mention, i);  // 市本级、望海县|一般公共预算收入
    member.heads.push_back(head);
  }
}

void ItemReader::add_split(Member& member, std::string_view tail_word) const {
  for (std::uint32_t k = member.begin; k < member.end; ++k) {
    const auto found = model_.splits.find({std::string(words(token(k))), std::string(tail_word)});
    if (found == model_.splits.end()) continue;
    Head head;
    head.indicator = found->second;
    head.mention = range_of(k);
    head.token = k;
    read_left(k, left_stop(k), head.indicator, head);
    member.heads.push_back(head);
    return;
  }
}

// 临澜县、望川县地区生产总值分别…, 高新技术产品、本地产品出口分别…: places or classes before one name are its scopes,
// each with a value.
void ItemReader::scopes_of_one_head(std::vector<Member>& list) const {
  if (list.size() < 2 || list.back().heads.size() != 1) return;
  Head& full = list.back().heads.front();
  if (full.scope.empty()) return;
  const std::size_t last_place = end_of_places(text_of(full.scope));
  const bool counted = last_place != 0 || counts_places(text_of(full.scope));
  const bool place = is_place(text_of(full.scope));
  for (std::size_t m = 0; m + 1 < list.size(); ++m) {
    const Member& member = list[m];
    const std::uint32_t last = member.end - 1;  // the list may follow a verb: 对|甲洲、乙洲出口分别…
    if (!member.heads.empty() || (last != member.begin && !(m == 0 && last == member.begin + 1 && letter(member.begin) == 'V')))
      return;
    if (counted && letter(last) == 'X') continue;
    const bool fits = place ? is_place(words(token(last))) : letter(last) == 'X' && letter(list.back().begin) == 'X';
    if (!fits) return;
    if (trim_scope(token(last).begin, token(last).end).empty()) return;
  }
  if (last_place != 0) full.scope.end = full.scope.begin + static_cast<std::uint32_t>(last_place);
  for (std::size_t m = 0; m + 1 < list.size(); ++m) {
    Head head = full;
    head.scope = range_of(list[m].end - 1);
    list[m].heads.push_back(head);
  }
}

// 临澜、望川、云岭|等市: where the last place ends, or 0.
std::size_t ItemReader::end_of_places(std::string_view stretch) const {
  constexpr std::string_view etc = "等";
  const std::size_t at = stretch.rfind(etc);
  if (at != std::string_view::npos && at != 0 && listed(List::kinds_of_places, stretch.substr(at + etc.size()))) return at;
  for (const std::string_view number : {"两个", "两大", "三个", "三大", "四个", "两座"}) {  // 望海、临澜|两个副中心城市
    const std::size_t end = stretch.find(number);
    if (end == std::string_view::npos || end == 0) continue;
    for (const std::string_view kind : {"市", "县", "区", "心"}) {
      if (stretch.ends_with(kind)) return end;
    }
  }
  return 0;
}

// 临澜、望川、云岭三市: their number stands behind them.
bool ItemReader::counts_places(std::string_view stretch) {
  const text::Borders borders = text::character_borders(stretch);
  if (borders.size() < 4) return false;
  const std::size_t last = borders[borders.size() - 2], before = borders[borders.size() - 3];
  const std::string_view number = stretch.substr(before, last - before), kind = stretch.substr(last);
  constexpr std::string_view numbers = "两二三四五六七八九十", kinds = "市县区省旗州";
  return numbers.find(number) != std::string_view::npos && kinds.find(kind) != std::string_view::npos;
}

// 农村卫生厕所普及率、生活污水治理率…: 农村 before a list makes each a value of the countryside.
void ItemReader::country_before_list(std::vector<Member>& list) const {
  if (list.size() < 2) return;
  // 农村、城镇居民…: a member of its own. 农村|自来水普及率、…: its first member has the scope already.
  if (!list.front().heads.empty() && letter(list.front().begin + 1) != 'N') return;
  const Token& first = token(list.front().begin);
  const std::string_view opening = words(first);
  for (const std::string_view country : {"农村", "乡村"}) {
    if (first.letter != 'X' || opening.substr(0, country.size()) != country) continue;
    for (Member& member : list) {
      for (Head& head : member.heads) {
        const std::string_view label = model_.indicator(head.indicator).label_zh;
        if (!head.scope.empty() || label.starts_with("农村") || label.starts_with("乡村")) continue;
        head.scope = {first.begin, static_cast<std::uint32_t>(first.begin + country.size())};
      }
    }
  }
}

bool ItemReader::governs_list(std::string_view scope) const {
  return is_place(scope) || model_.lists[List::season_endings].ends(scope);
}

// 县城以上地区污水处理率、生活垃圾无害化处理率…: a place before the first member is that of the list.
void ItemReader::place_before_list(std::vector<Member>& list) const {
  if (english_ || list.size() < 2 || list.front().heads.empty()) return;
  const Head& first = list.front().heads.front();
  if (first.scope.empty() || first.scope.end > first.mention.begin) return;
  // 望海先行区医疗|旅游收入和医疗|旅游人次: the class said again, of the same place.
  for (std::size_t k = 1; k < list.size(); ++k) {
    for (Head& head : list[k].heads) {
      const std::string_view whole = text_of(first.scope), own = text_of(head.scope);
      const bool again = !own.empty() && own.size() < whole.size() && whole.ends_with(own);
      if (again && is_place(whole.substr(0, whole.size() - own.size()))) head.scope = first.scope;
    }
  }
  if (!governs_list(text_of(first.scope))) return;
  for (Member& member : list) {
    for (Head& head : member.heads) {
      if (head.scope.empty() && head.region.empty()) head.scope = first.scope;
    }
  }
}

Heads ItemReader::heads_of(const std::vector<Member>& list) {
  Heads heads;
  for (const Member& m : list) heads.append(m.heads.begin(), m.heads.end());
  return heads;
}

}  // namespace zhibiao::extract
