// What the clause or the sentence before a name says of whose its value is: a city that is made strong, works that are
// pushed on, the kind of projects that are aimed at.
#include <algorithm>

#include "extract/item_reader.hpp"
#include "text/find.hpp"
#include "text/utf8.hpp"
#include "zhibiao/region.hpp"

namespace zhibiao::extract {
namespace {

// How long the longest of the words is with which the text begins, in bytes; 0 where it begins with none.
template <class Words>
std::size_t longest_opening(std::string_view said, const Words& words) {
  std::size_t longest = 0;
  for (const std::string_view word : words) {
    if (said.starts_with(word)) longest = std::max(longest, word.size());
  }
  return longest;
}

}  // namespace

Range ItemReader::told_before(std::uint32_t i, std::uint32_t indicator) const {
  if (english_) return {};
  if (const Range place = place_of_statement(i); !place.empty()) return place;
  const std::string_view id = model_.indicator(indicator).id;
  if (listed(List::of_zones, id)) {
    if (const Range zone = zone_pushed_on(i); !zone.empty()) return zone;
  }
  if (listed(List::of_trade, id)) {
    if (const Range kind = trade_of_clause_before(i); !kind.empty()) return kind;
  }
  if (const Range kind = kind_of_clause_before(i, indicator); !kind.empty()) return kind;
  if (const Range kind = kind_of_heading(i, indicator); !kind.empty()) return kind;
  if (id == "gdp") return place_of_clause_before(i);
  if (id == "general_public_budget_expenditure") return spent_on(i);
  if (id == "basic_medical_insurance_participation_rate") return scheme_of_clause_before(i);
  if (id == "completed_investment_in_key_projects") return class_aimed_at(i);
  if (id == "new_renewable_energy_installed_capacity") return works_of_clause_before(i);
  if (id == "industrial_sectors_investment") return branch_told_before(i);
  return city_of_item_before(i);
}

// 云川新区生产总值增长…;|青屏新区加快建设,|固定资产投资增长…: a zone with which the statement begins, or the clause where another
// place spoke before, speaks to the end of the statement.
Range ItemReader::place_of_statement(std::uint32_t i) const {
  if (out_.statements.empty() || out_.statements.back().sentence != sentence_) return {};
  constexpr int reach = 6;  // clauses
  std::uint32_t k = clause_begin(i);
  for (int clauses = 0; clauses < reach && k > 0; ++clauses, k = clause_begin(k - 1)) {
    if (one_of(letter(k - 1), ".:")) return {};
    if (letter(k) == 'X') {
      if (holds_letter({k, i}, "U:")) return {};
      const Range place = leading_place(k), before = out_.statements.back().head.scope;
      const bool another_before = is_place(text_of(before)) && before.begin < place.begin;
      if (!place.empty() && letter(k - 1) == ',' && !another_before) return {};
      if (!place.empty()) return place.end > token(i).begin ? Range{} : trim_scope(place.begin, place.end);
      if (is_place(words(token(k))) || model_.lists[List::urban_parts].begins(words(token(k)))) return {};
    }
    if (letter(k - 1) == ';') return {};
  }
  return {};
}

// 推进高铁新城建设,完成|固定资产投资25亿元; 做强工业园区,工业总产值突破60亿元,|税收突破3亿元: an amount is that of the zone that is
// built, where its growth may be that of all.
Range ItemReader::zone_pushed_on(std::uint32_t i) const {
  std::uint32_t value = i + 1;
  while (one_of(letter(value), "cmT")) ++value;
  if (letter(value) != 'Q' || !is_currency(reading_of(value).unit) || letter(i - (i > 0 ? 1 : 0)) == 'U') return {};
  std::uint32_t first = clause_begin(i);
  while (first > 0 && letter(first - 1) == ',') {
    if (!one_of(letter(first), "cFmkTVN")) return {};
    if (first != clause_begin(i) && !holds_letter({first, i}, "NQ")) return {};  // 促进消费,扩大投资: of another matter
    first = clause_begin(first - 1);
  }
  if (first == clause_begin(i)) return {};
  std::uint32_t k = first;
  while (one_of(letter(k), "VT")) ++k;
  if (k == first || letter(k) != 'X' || holds_letter({k, i}, "U:/&")) return {};
  for (std::uint32_t v = first; v < k; ++v) {
    if (letter(v) == 'V' && !listed(List::pushing, words(token(v)))) return {};
  }
  Range zone = leading_place(k);
  if (words(token(k)).starts_with("各")) return {};
  if (zone.empty() && listed(List::strong_place_endings, words(token(k)))) zone = range_of(k);
  const std::string_view said = text_of(zone);
  for (const std::string_view title : {"示范区", "试验区", "先行区", "基地", "经济带", "都市圈", "城市群"}) {
    if (said.ends_with(title)) return {};
  }
  return zone;
}

// 支持望海打造…,地区生产总值突破…,|一般公共预算收入突破…: of the same city. 望海市地区生产总值突破…,|一般公共预算收入突破…
Range ItemReader::city_of_item_before(std::uint32_t i) const {
  const Statement* before = item_before(i, ";:UX");
  if (before == nullptr) return {};
  const Head& head = before->head;
  const bool gdp = model_.is(head.indicator, "gdp") && head.scope.end == head.mention.begin && letter(i - 1) == ',';
  if (gdp && names_place(text_of(head.scope))) return head.scope;
  const bool told = !head.scope.empty() && head.scope.end < head.mention.begin &&
                    text_of({head.scope.end, head.mention.begin}).find(',') != std::string_view::npos;
  return told && is_city(text_of(head.scope)) ? head.scope : Range{};
}

// 加大对教育、卫生事业|的投入,财政支出86亿元: what the clause before says that the money is for.
Range ItemReader::spent_on(std::uint32_t i) const {
  if (i < 3 || letter(i - 1) != ',') return {};
  const std::uint32_t first = clause_begin(i - 1);
  if (holds_letter({first, i}, "QNLWI;:")) return {};
  const std::string_view said = text_of({token(first).begin, token(i - 1).begin});
  constexpr std::string_view on = "对";
  const std::size_t from = said.find(on);
  if (from == std::string_view::npos) return {};
  for (const std::string_view end : {"的投入", "的支出", "投入", "的支持"}) {
    if (!said.ends_with(end)) continue;
    const std::size_t begin = token(first).begin + from + on.size(), stop = token(i - 1).begin - end.size();
    return begin < stop ? Range{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)} : Range{};
  }
  return {};
}

// 参加|新型农村合作医疗|的农民达到212万人,参合率98.3%: the scheme that those who take part are in.
Range ItemReader::scheme_of_clause_before(std::uint32_t i) const {
  constexpr std::string_view in_scheme = "参合";
  if (i < 2 || letter(i - 1) != ',' || !words(token(i)).starts_with(in_scheme)) return {};
  const std::uint32_t first = clause_begin(i - 1);
  const std::string_view said = text_of({token(first).begin, token(i - 1).begin});
  for (const std::string_view scheme : {"新型农村合作医疗", "新农合", "农村合作医疗"}) {
    const std::size_t at = said.find(scheme);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(token(first).begin + at);
    return {begin, static_cast<std::uint32_t>(begin + scheme.size())};
  }
  return {};
}

// 民营企业活力增强,|进出口增长…; 新能源汽车产业异军突起,|出口额…: whose trade, or in what, where the name says 进出口 alone and the clause
// before begins with it.
Range ItemReader::trade_of_clause_before(std::uint32_t i) const {
  if (i < 2 || letter(i - 1) != ',' || !one_of(letter(clause_begin(i - 1)), "XNPJ")) return {};
  const std::string_view name = words(token(i));
  if (!name.starts_with("进出口") && !name.starts_with("出口") && !name.starts_with("进口") && !name.starts_with("网")) return {};
  const std::uint32_t first = clause_begin(i - 1);
  if (holds_letter({first + 1, i}, "UNLW/&")) return {};
  const std::string_view said = text_of({token(first).begin, token(i - 1).begin});
  std::size_t end = longest_opening(said, model_.lists[List::trade_kinds]);
  for (const std::string_view ending : {"产业", "产品"}) {
    const std::size_t at = words(token(first)).find(ending);
    if (end == 0 && at != std::string_view::npos && at > ending.size()) end = at + ending.size();
  }
  // 中欧班列开行1300列,进出口货值…: its own number was read.
  if (end > 0 && !kind_acts(first, end)) return {};
  if (end == 0 || (first < consumed_ && !said.substr(0, end).ends_with("班列"))) return {};
  const Range kind{token(first).begin, static_cast<std::uint32_t>(token(first).begin + end)};
  return listed(List::trade_kinds, text_of(kind)) ? kind : trim_scope(kind.begin, kind.end);
}

// 脱贫地区发展加快,|农村居民人均可支配收入增长…; 乡村旅游蓬勃发展,|接待游客…: rows of the list hold an id and what the clause before it may
// begin with; what stands between the two is of it as well.
Range ItemReader::kind_of_clause_before(std::uint32_t i, std::uint32_t indicator) const {
  const std::vector<std::string_view>& kinds = model_.kinds_told_before[indicator];
  const std::uint32_t clause = clause_begin(i);
  if (kinds.empty() || clause < 2 || letter(clause - 1) != ',' || holds_letter({clause, i}, "XUNPLJT")) return {};
  constexpr int reach = 4;  // clauses
  std::uint32_t end = clause;
  for (int clauses = 0; clauses < reach; ++clauses) {
    const std::uint32_t first = clause_begin(end - 1);
    if (holds_letter({first, end}, "U;:")) return {};
    if (one_of(letter(first), "XNPJ")) {
      const std::string_view said = text_of({token(first).begin, token(clause - 1).begin});
      const std::size_t longest = longest_opening(said, kinds);
      if (longest > 0 && !kind_acts(first, longest)) return {};
      if (longest > 0) return {token(first).begin, static_cast<std::uint32_t>(token(first).begin + longest)};
    }
    if (first == 0 || letter(first - 1) != ',' || first >= consumed_) return {};
    end = first;
  }
  return {};
}

// 乡村旅游蓬勃发展。|接待游客…; 民营企业表现亮眼。|进出口额…: the same, of the short sentence that heads the paragraph.
Range ItemReader::kind_of_heading(std::uint32_t i, std::uint32_t indicator) const {
  constexpr std::uint32_t opening = 4;  // tokens: 全年累计完成|
  if (i > opening || clause_begin(i) != 0 || holds_letter({0, i}, "XUNPLJQ,")) return {};
  const bool trade = listed(List::of_trade, model_.indicator(indicator).id);
  const std::vector<std::string_view>& kinds = model_.kinds_told_before[indicator];
  if (kinds.empty() && !trade) return {};
  const std::string_view heading = heading_before();
  std::size_t longest = longest_opening(heading, kinds);
  if (trade) longest = std::max(longest, longest_opening(heading, model_.lists[List::trade_kinds]));
  if (longest == 0) return {};
  const std::string_view rest = heading.substr(longest);
  if (!rest.empty() && !model_.lists[List::faring].begins(rest)) return {};
  const std::string_view behind = text_of({token(i).end, token(static_cast<std::uint32_t>(lexed_.tokens.size()) - 1).end});
  if (text::find(behind, heading.substr(0, longest), 0) != std::string_view::npos) return {};  // …亿元,其中民营企业进出口…: the whole first
  const auto begin = static_cast<std::uint32_t>(heading.data() - text_.data());
  return {begin, static_cast<std::uint32_t>(begin + longest)};
}

// 乡村旅游|蓬勃发展, not so 民营企业|占比提高, 民族地区|政策落实: behind a kind with which a clause begins, of `size` bytes, it is told how it fares.
bool ItemReader::kind_acts(std::uint32_t first, std::size_t size) const {
  const auto begin = static_cast<std::uint32_t>(token(first).begin + size);
  std::uint32_t mark = first;
  while (mark + 1 < lexed_.letters.size() && !one_of(letter(mark), clause_marks)) ++mark;
  const std::string_view rest = text_of({begin, std::max(begin, token(mark).begin)});
  return rest.empty() || model_.lists[List::faring].begins(rest);
}

// The clause before that of token i, where nothing but cues stands between its mark and token i: [begin, end).
Group ItemReader::clause_before(std::uint32_t i, LetterSet between) const {
  std::uint32_t mark = i;
  while (mark > consumed_ && one_of(letter(mark - 1), between)) --mark;
  if (mark <= consumed_ || letter(mark - 1) != ',') return {};
  Group clause{clause_begin(mark - 1), mark - 1, true};
  if (clause.begin < consumed_ || holds_letter(clause, "QNLWIU;:")) return {};
  return clause;
}

// 支持|望海|加快建设…,力争|地区生产总值突破…; 望海|打造…,|经济总量…: what a city does or is helped to do tells of its GDP.
Range ItemReader::place_of_clause_before(std::uint32_t i) const {
  const Group clause = clause_before(i, "mMTc");
  if (!clause.present) return {};
  std::uint32_t k = clause.begin;
  while (k < clause.end && one_of(letter(k), "VTmM")) ++k;
  if (k >= clause.end || letter(k) != 'X' || (k + 1 < clause.end && !one_of(letter(k + 1), "VcgmM"))) return {};
  if (k > clause.begin && one_of(letter(k - 1), "/&")) return {};
  for (std::uint32_t v = clause.begin; v < k; ++v) {
    if (letter(v) == 'V' && !listed(List::pushing, words(token(v)))) return {};
  }
  const std::string_view said = words(token(k));
  if (is_city(said) && k + 1 < clause.end) return range_of(k);
  const text::Borders borders = text::character_borders(said);
  constexpr std::size_t shortest = 2;
  for (std::size_t b = shortest; b + 1 < borders.size(); ++b) {  // 望海|国家中心城市能级
    if (!model_.lists[List::city_titles].begins(said.substr(borders[b])) || !is_city(said.substr(0, borders[b]))) continue;
    return {token(k).begin, static_cast<std::uint32_t>(token(k).begin + borders[b])};
  }
  return {};
}

// 望海、临澜两市加快发展,|生产总值分别增长6%和5%: `count` places with which the clause before begins, each with a value of `head`.
Heads ItemReader::places_of_clause_before(const Head& head, std::uint32_t i, std::size_t count) const {
  Heads out;
  const Group clause = clause_before(i, "mMTc");
  if (!clause.present || !head.scope.empty() || !head.region.empty()) return out;
  std::uint32_t k = clause.begin;
  while (k < clause.end && letter(k) == 'V' && listed(List::pushing, words(token(k)))) ++k;
  for (; k < clause.end && letter(k) == 'X'; k += 2) {
    Range place = range_of(k);
    const std::string_view said = words(token(k));
    const text::Borders borders = text::character_borders(said);
    std::size_t b = borders.size() - 1;  // 临澜|两市引擎
    while (b > 1 && !is_city(said.substr(0, borders[b]))) --b;
    if (b <= 1 && is_place(said)) b = borders.size() - 1;
    if (b <= 1) return {};
    const std::string_view rest = said.substr(borders[b]);
    const bool last = !one_of(letter(k + 1), "/&");
    if (!rest.empty() && (!last || !(model_.lists[List::city_titles].begins(rest) || rest.starts_with("两") || rest.starts_with("三") ||
                                     rest.starts_with("等") || rest.starts_with("双")))) {
      return {};
    }
    place.end = static_cast<std::uint32_t>(place.begin + borders[b]);
    out.push_back(head);
    out.back().scope = place;
    if (last) break;
  }
  if (out.size() != count) out.clear();
  return out;
}

// 望海市, 临澜县, and the name of a city alone; of a county alone it may be another word (和平, 富裕).
bool ItemReader::is_city(std::string_view said) const {
  constexpr std::size_t with_kind = 3;
  const std::size_t characters = text::character_borders(said).size() - 1;
  if (characters >= with_kind && !find_regions({said, {}, {}, {}}).empty()) return true;
  const std::vector<Region> found = find_regions({std::string(said).append("市"), {}, {}, {}});
  return std::any_of(found.begin(), found.end(), [](const Region& region) { return region.level != RegionLevel::county; });
}

// 着眼|基础设施提档升级,加快…等3100个|重大项目建设,…: what is aimed at at the head of the sentence, one kind alone.
// 水利领域,实施重点项目…; 民生方面,…
Range ItemReader::class_aimed_at(std::uint32_t i) const {
  std::uint32_t mark = 0;
  while (mark < i && letter(mark) != ',') ++mark;
  if (mark == i || holds_letter({0, mark}, "QWIU/&E;:") || holds_letter({mark, i}, "NLWU;:")) return {};
  const Range clause{token(0).begin, token(mark).begin};
  const std::string_view said = text_of(clause);
  std::size_t from = std::string_view::npos;
  for (const std::string_view aim : model_.lists[List::aims]) {
    if (said.starts_with(aim)) from = aim.size();
  }
  if (from == std::string_view::npos) {
    if (!said.ends_with("方面") && !said.ends_with("领域")) return {};
    from = said.starts_with("在") ? std::string_view("在").size() : 0;
  }
  for (std::size_t at = from; at < said.size(); at += text::sequence_length(said[at])) {
    for (const std::string_view kind : model_.lists[List::project_kinds]) {
      if (!said.substr(at).starts_with(kind)) continue;
      return {static_cast<std::uint32_t>(clause.begin + at), static_cast<std::uint32_t>(clause.begin + at + kind.size())};
    }
  }
  return {};
}

// 实施两地共建|重大项目300个,年度完成|投资…: the class that stands before the topic.
Range ItemReader::class_of_projects(std::uint32_t tail, std::uint32_t indicator) const {
  if (english_ || !model_.is(indicator, "completed_investment_in_key_projects")) return {};
  std::uint32_t k = tail;
  while (k > 0 && text_.data() + token(k).begin != frame_.topic.data()) --k;
  if (k == 0) return {};
  if (letter(k - 1) == 'w') return range_of(k);  // 完成投资96亿元,其中省市重点项目28个,完成投资48亿元
  if (letter(k - 1) != 'X' || token(k - 1).end != token(k).begin) return {};
  if (!model_.lists[List::partnerships].ends(words(token(k - 1)))) return {};
  return trim_scope(token(k - 1).begin, token(k - 1).end);
}

// 推进防沙治沙和风电光伏一体化工程,|新建|新能源装机…: so much is built by these works.
Range ItemReader::works_of_clause_before(std::uint32_t i) const {
  if (i < 3 || !one_of(letter(i - 1), "VX") || (!listed(List::building, words(token(i - 1))) && words(token(i - 1)) != "建设")) return {};
  const Group clause = clause_before(i - 1, "VmMT");
  if (!clause.present || holds_letter(clause, "E")) return {};
  std::uint32_t k = clause.begin;
  while (k < clause.end && one_of(letter(k), "VTmM")) ++k;
  for (std::uint32_t end = clause.end; end > k; --end) {
    if (letter(end - 1) != 'X' || !model_.lists[List::works_endings].ends(words(token(end - 1)))) continue;
    return {static_cast<std::uint32_t>(behind_verbs(token(k).begin)), token(end - 1).end};
  }
  return {};
}

// 继续推进|防沙治沙…: where the noun begins that is pushed on.
std::size_t ItemReader::behind_verbs(std::size_t begin) const {
  for (bool verb = true; verb;) {
    verb = false;
    for (const std::string_view word : model_.lists[List::pushing]) {
      if (!text_.substr(begin).starts_with(word)) continue;
      begin += word.size();
      verb = true;
    }
  }
  return begin;
}

// 推动新能源产业跨越发展。|产业投资超过…: which industry's.
Range ItemReader::branch_told_before(std::uint32_t i) const {
  constexpr std::string_view industry = "产业", stop = "。";
  if (!words(token(i)).starts_with(industry)) return {};
  for (std::uint32_t k = 0; k < i; ++k) {
    if (!one_of(letter(k), "TmMcp")) return {};
  }
  std::string_view said = text_.substr(0, token(0).begin);
  if (!said.ends_with(stop)) return {};
  said.remove_suffix(stop.size());
  std::size_t begin = said.find_last_of("\n;,");
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  const std::size_t sentence = said.rfind(stop);
  if (sentence != std::string_view::npos) begin = std::max(begin, sentence + stop.size());
  begin = behind_verbs(begin);
  const std::size_t end = said.find(industry, begin);
  if (end == std::string_view::npos || end == begin) return {};
  const Range branch{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end + industry.size())};
  const std::string_view kind = text_of(branch);
  if (text::character_borders(kind).size() <= 4 || text::holds_one_of(kind, {"现代", "重点", "主导", "、", "全"})) return {};
  return trim_scope(branch.begin, branch.end);
}

}  // namespace zhibiao::extract
