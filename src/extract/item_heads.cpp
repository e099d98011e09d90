#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/item_reader.hpp"
#include "text/utf8.hpp"
#include "zhibiao/region.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::uint32_t min_scope_bytes = 6;  // two characters: one alone is a rest of another word
constexpr std::size_t min_place_characters = 4;  // 望海新区
constexpr std::size_t min_branch_characters = 3;  // 食品业
constexpr std::size_t longest_class = 10;        // 限额以上批发和零售业

}  // namespace

// The indicators that the name at token i stands for: one, or the members of a coordinated mention.
text::ShortVector<std::uint32_t, 4> ItemReader::indicators_of(std::uint32_t indicator) const {
  const IndicatorEntry& entry = model_.indicator(indicator);
  if (entry.expands_to.empty()) return {indicator};
  text::ShortVector<std::uint32_t, 4> out;
  for (const std::string& id : entry.expands_to) {
    const auto found = model_.indicator_by_id.find(id);
    if (found != model_.indicator_by_id.end()) out.push_back(found->second);
  }
  return out;
}

// Heads of the name at token i, its left context read.
Heads ItemReader::heads_of_name(std::uint32_t i) const { return heads_of_name(i, left_stop(i)); }

Heads ItemReader::heads_of_name(std::uint32_t i, std::uint32_t stop) const {
  WordRole role = model_.roles[token(i).word];
  Heads out;
  if (english_ && role.name != no_index && such_homes(i)) {
    role.name = frame_.homes_sentence + 1 >= sentence_ ? frame_.homes : no_index;
  }
  if (role.name == no_index || (english_ && (roads_of_nowhere(i) || target_of_another(i) || trains_others(i) || builds_others(i)))) {
    return out;
  }
  Head head;
  head.mention = range_of(i);
  head.weak = role.weak;
  head.net = says(i, "净增");
  head.token = i;
  read_left(i, stop, role.name, head);
  take_flow_of_name(role.name, head);
  if (role.scoped) {  // 统调|煤电装机: what stands right before restricts the part further
    const bool joined = !english_ && head.scope.end == head.mention.begin &&
                        !model_.lists[List::own_openings].begins(text_of(head.mention));
    head.scope = {joined ? head.scope.begin : head.mention.begin, head.mention.end};
  }
  if (!head.flow && flow_goes_on(i)) head.flow = true;
  if (head.scope.empty() && place_goes_on(i)) head.scope = out_.statements.back().head.scope;
  if (head.scope.empty()) head.scope = level_of_budget(range_of(i), role.name);
  if (head.scope.empty()) head.scope = season_of_item_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = branch_of_item_before(i);
  if (head.scope.empty() && head.region.empty()) head.scope = place_before_carrier(i, stop);
  if (head.scope.empty() && head.region.empty()) head.scope = place_of_sentence(i);
  if (head.scope.empty() && head.region.empty()) head.scope = scope_of_whole(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = owner_before_list(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = residents_of_item_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = port_of_clause_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = port_of_item_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = partner_of_clause_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = stage_of_item_before(i, role.name);
  if (head.scope.empty() && head.region.empty()) head.scope = told_before(i, role.name);
  if (head.scope.empty()) head.scope = deduction_before(i);
  if (head.scope.empty()) head.scope = town_in_name(i, role.name);
  if (head.scope.empty() && listed(List::classed, model_.indicator(role.name).id)) {
    head.scope = class_of_name(i);
    if (head.scope.empty() && i > stop && letter(i - 1) == 'X' && token(i - 1).end == token(i).begin &&
        listed(List::class_prefixes, words(token(i - 1)))) {
      head.scope = range_of(i - 1);  // 省级以上|专精特新企业
    }
    if (model_.indicator(role.name).label_zh.starts_with(text_of(head.scope))) head.scope = {};  // 城镇|调查失业率
    if (head.scope.empty()) head.scope = class_before_flow(i);
    if (head.scope.empty()) head.scope = class_of_schools(i);
    else if (head.scope.begin == head.mention.begin) head.scope.begin = token(joined_classes(i, stop)).begin;  // 中小学、幼儿园|学位
  }
  if (const Range qualifier = qualifier_behind(i); !qualifier.empty()) head.scope = qualifier;
  if (head.scope.empty() && head.region.empty() && part_of_the_same(i, role.name) &&
      whole_of_part(out_.statements.back().head, i) == no_index) {
    head.scope = half_in_name(head.mention);
    if (head.scope.empty()) head.scope = head.mention;
  }
  std::uint32_t name = tail_of_topic(i, named_by_sentence(i, role.name));
  if (const std::uint32_t found = begun_before(i, head.mention); found != no_index) {
    name = found;
    if (head.scope.begin >= head.mention.begin && head.scope.end <= head.mention.end) head.scope = {};
  }
  for (const std::uint32_t indicator : indicators_of(name)) {
    head.indicator = indicator;
    out.push_back(head);
  }
  if (english_ && out.size() == 2 && rural_first(i)) std::swap(out[0], out[1]);
  return out;
}

// 规模以上工业企业完成总产值…,完成|工业增加值…: of the same industry. 据公安年报统计,|总人口…: those that are registered.
std::uint32_t ItemReader::named_by_sentence(std::uint32_t i, std::uint32_t indicator) const {
  const std::string_view said = words(token(i));
  const bool people = said.ends_with("总人口");
  if (english_ || (!people && !said.ends_with("工业增加值"))) return indicator;
  const bool verb = (i > 1 && letter(i - 1) == 'c' && one_of(letter(i - 2), ",/;")) || (i > 0 && one_of(letter(i - 1), ",/"));
  const std::string_view id = model_.indicator(indicator).id;
  const auto named = [&](std::string_view other) {
    const auto found = model_.indicator_by_id.find(std::string(other));
    return found == model_.indicator_by_id.end() ? indicator : found->second;
  };
  if (verb && id == "value_added_of_industry") {
    constexpr std::uint32_t reach = 16;
    std::uint32_t first = i;  // of the statement
    while (first > 0 && i - first < reach && !one_of(letter(first - 1), ".;:U")) --first;
    const std::string_view opening = text_of({token(first).begin, token(i).begin});
    const Statement* before = item_before(i, ":UN");
    const std::string_view mention = before == nullptr ? std::string_view() : text_of(before->head.mention);
    if (said.starts_with("全")) return indicator;  // 全部工业增加值
    for (const std::string_view large : {"规模以上工业企业", "规上工业企业"}) {
      const std::string_view does = opening.starts_with(large) ? opening.substr(large.size()) : std::string_view();
      const bool acts = does.starts_with("完成") || does.starts_with("实现") || does.starts_with("累计");
      if (mention.starts_with(large) || acts) return named("value_added_of_industry_above_designated_size");
    }
    return indicator;
  }
  if (people && id == "permanent_population") {
    constexpr std::uint32_t reach = 60;  // bytes
    const std::uint32_t from = token(i).begin - std::min(reach, token(i).begin - token(0).begin);
    const std::string_view before = text_of({from, token(i).begin});
    if (before.find("公安") != std::string_view::npos || before.find("户籍") != std::string_view::npos) return named("registered_population");
  }
  return indicator;
}

// 新增|公路: what is new of a size, where only the flow word before it makes a name of the noun.
void ItemReader::take_flow_of_name(std::uint32_t indicator, Head& head) const {
  constexpr std::uint32_t width = 6;  // of 新增, 净增
  const std::string_view mention = text_of(head.mention);
  if (english_ || (!mention.starts_with("新增") && !mention.starts_with("净增"))) return;
  if (!listed(List::sizes, model_.indicator(indicator).id)) return;
  head.mention.begin += width;
  head.flow = true;
}

// 养老保险覆盖面扩大,|参保率达到98%: what a name alone would say of another, where it opens the clause behind the topic.
std::uint32_t ItemReader::tail_of_topic(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || !model_.roles[token(i).word].tail) return indicator;
  // 养老保险扩面提质。|参保率98%, 养老保险扩面提质。参保人数…,|参保率98%
  const std::string_view topic = frame_.topic.empty() ? heading_before() : frame_.topic;
  if (words(token(i)) == "参保率" && topic.find("养老保险") != std::string_view::npos) {
    if (const std::uint32_t found = model_.indicator_named("基本养老保险参保率"); found != no_index) return found;
  }
  if (i == 0 || frame_.topic.empty()) return indicator;
  std::uint32_t k = i;
  while (k > 0 && letter(k - 1) == 'T') --k;
  if (k == 0 || letter(k - 1) != ',' || frame_.topic.data() < text_.data() + token(0).begin) return indicator;
  const std::uint32_t found = split_of_topic(std::string(words(token(i))));
  return found == no_index ? indicator : found;
}

// 城乡居民储蓄大幅度增加,|存款余额达到…: whose it is stands at the head of the clause before, and makes the name of another
// indicator with it.
std::uint32_t ItemReader::begun_before(std::uint32_t i, Range& mention) const {
  if (english_ || i < 2 || letter(i - 1) != ',') return no_index;
  const std::uint32_t first = clause_begin(i - 1);
  if (letter(first) != 'X' || first < consumed_ || holds_letter({first, i}, "QNUW")) return no_index;
  const std::string_view opening = words(token(first));
  const text::Borders borders = text::character_borders(opening);
  constexpr std::size_t shortest = 4;
  for (std::size_t b = borders.size() - 1; b >= shortest; --b) {
    const std::string_view rest = opening.substr(borders[b]);
    if (!rest.empty() && rest != "大" && !rest.starts_with("生活") && !model_.lists[List::noun_tails].begins(rest) &&
        !model_.lists[List::thriving].begins(rest)) {
      continue;
    }
    const std::uint32_t found = model_.indicator_named(std::string(opening.substr(0, borders[b])).append(words(token(i))));
    if (found == no_index || found == model_.roles[token(i).word].name) continue;
    mention.begin = token(first).begin;
    return found;
  }
  return no_index;
}

// 省属企业净资产增长…、|研发投入增长…: a class of firms with which a list begins has what firms may have.
Range ItemReader::owner_before_list(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || i == 0 || letter(i - 1) == '&' || !listed(List::of_owners, model_.indicator(indicator).id)) return {};
  constexpr std::uint32_t looked_at = 12;  // tokens: a list that goes on longer has lost its owner
  const std::uint32_t stop = i > looked_at ? i - looked_at : 0;
  for (std::uint32_t end = i;;) {
    std::uint32_t from = end;
    while (from > stop && !one_of(letter(from - 1), clause_and_list_marks)) --from;
    if (from == stop && stop > 0) return {};
    std::uint32_t opening = from;
    while (opening < end && one_of(letter(opening), "TUckV")) ++opening;
    if (opening < end && letter(opening) == 'X') {
      const Range owner = owner_at(opening);
      const bool joined = letter(opening + 1) == '&' && letter(opening + 2) == 'X';  // 国有及|国有控股企业
      std::uint32_t next = opening + (joined ? 3 : 1);
      while (one_of(letter(next), "TckVF")) ++next;
      return end != i || next == i ? owner : Range{};
    }
    if (holds_letter({from, opening}, "U")) return {};
    for (std::uint32_t k = from; k < end; ++k) {
      const std::uint32_t name = letter(k) == 'N' ? model_.roles[token(k).word].name : no_index;
      if (name != no_index && !listed(List::of_owners, model_.indicator(name).id)) return {};
    }
    if (from == 0 || one_of(letter(from - 1), ";:")) return {};
    end = from - 1;
  }
}

Range ItemReader::owner_at(std::uint32_t k) const {
  if (letter(k + 1) == '&' && letter(k + 2) == 'X') {
    const Range last = owner_at(k + 2);
    return last.empty() || !listed(List::owners, text_of({token(k).begin, last.end})) ? Range{} : Range{token(k).begin, last.end};
  }
  const std::string_view opening = words(token(k));
  const text::Borders borders = text::character_borders(opening);
  for (std::size_t b = borders.size() - 1; b >= 2; --b) {
    if (!listed(List::owners, opening.substr(0, borders[b]))) continue;
    const std::string_view rest = opening.substr(borders[b]);
    const bool owns = rest.empty() ? one_of(letter(k + 1), "cFVkNPL") : model_.lists[List::owner_nouns].begins(rest);
    return owns ? Range{token(k).begin, static_cast<std::uint32_t>(token(k).begin + borders[b])} : Range{};
  }
  return {};
}

// 农村居民人均可支配收入…,|人均消费支出…: what those residents spend.
Range ItemReader::residents_of_item_before(std::uint32_t i, std::uint32_t indicator) const {
  const Statement* before = item_before(i, ";:U");
  if (before == nullptr || !listed(List::of_residents, model_.indicator(indicator).id)) return {};
  if (words(token(i)).find("居民") != std::string_view::npos) return {};
  const Range mention = before->head.mention;
  for (const std::string_view kind : model_.lists[List::resident_kinds]) {
    if (text_of(mention).starts_with(kind)) return {mention.begin, static_cast<std::uint32_t>(mention.begin + kind.size())};
  }
  return {};
}

// 云川机场开通航线9条,|货邮吞吐量达到…: of the airport or the port that did so.
Range ItemReader::port_of_clause_before(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || i < 2 || letter(i - 1) != ',' || !listed(List::throughputs, model_.indicator(indicator).id)) return {};
  std::uint32_t k = clause_begin(i - 1);
  while (letter(k + 1) == 'D' && letter(k + 2) == 'X') k += 2;  // 亚洲唯一的|…机场
  if (letter(k) != 'X') return {};
  std::string_view opening = words(token(k));
  std::size_t end = std::string_view::npos;
  for (const std::string_view verb : {"开通", "新开", "新增", "开航", "启用", "通航", "复航"}) end = std::min(end, opening.find(verb));
  if (end == std::string_view::npos && !one_of(letter(k + 1), "VFck")) return {};
  opening = opening.substr(0, end);
  for (const std::string_view kind : {"机场", "港"}) {
    if (!opening.ends_with(kind)) continue;
    const std::size_t class_end = opening.substr(0, opening.size() - kind.size()).rfind(kind);  // 货运机场|云川机场
    const std::size_t begin = class_end == std::string_view::npos ? 0 : class_end + kind.size();
    if (text::character_borders(opening.substr(begin)).size() <= 3) return {};
    return {static_cast<std::uint32_t>(token(k).begin + begin), static_cast<std::uint32_t>(token(k).begin + opening.size())};
  }
  return {};
}

// 市本级一般公共预算收入: of one level of government.
Range ItemReader::level_of_budget(Range mention, std::uint32_t indicator) const {
  if (english_ || model_.indicator(indicator).group != "fiscal") return {};
  constexpr std::string_view own = "本级", kinds = "省市县区州旗盟";
  constexpr std::uint32_t width = 3;
  const std::string_view said = text_of(mention);
  if (said.starts_with(own) && mention.begin >= width) {
    const Range kind{mention.begin - width, mention.begin};
    if (kinds.find(text_of(kind)) == std::string_view::npos) return {};
    return {kind.begin, static_cast<std::uint32_t>(mention.begin + own.size())};
  }
  const bool level = said.substr(width).starts_with(own) &&
                     kinds.find(said.substr(0, width)) != std::string_view::npos;
  return level ? Range{mention.begin, static_cast<std::uint32_t>(mention.begin + width + own.size())} : Range{};
}

// The last statement of this sentence, where no letter of `breaks` stands between it and token i. Of Chinese texts.
const Statement* ItemReader::item_before(std::uint32_t i, LetterSet breaks) const {
  if (english_ || out_.statements.empty()) return nullptr;
  const Statement& before = out_.statements.back();
  if (before.sentence != sentence_ || holds_letter({before.value + 1, i}, breaks)) return nullptr;
  return &before;
}

// 国庆黄金周接待游客…,实现|旅游收入…: of the same days; 青屏景区接待游客…、|旅游收入…: of the same place.
Range ItemReader::season_of_item_before(std::uint32_t i, std::uint32_t indicator) const {
  if (!counts_visitors(indicator)) return {};
  if (const Range season = season_of_sentence(i); !season.empty()) return season;
  const Statement* before = item_before(i, ";:UTN");
  if (before == nullptr || !counts_visitors(before->head.indicator)) return {};
  const std::string_view scope = text_of(before->head.scope);
  const bool same = model_.lists[List::season_endings].ends(scope) || model_.lists[List::sights].ends(scope);
  return same ? before->head.scope : Range{};
}

// 电子信息产业|完成规上工业产值…; 旅游|业|实现税收…; 煤炭、电力等|行业|完成…: branches at the head of the clause, before the verb.
Range ItemReader::branch_before_verb(std::uint32_t f, std::uint32_t stop) const {
  std::uint32_t g = f;
  while (g > stop && one_of(letter(g - 1), "cTypmMSk")) --g;
  if (english_ || g == f || g <= stop || letter(g - 1) != 'X' || !holds_letter({g, f}, "ck")) return {};
  std::uint32_t first = g - 1;
  if (first > stop && letter(first - 1) == 'P' && token(first - 1).end == token(first).begin) --first;
  const std::string_view last = text_of({token(first).begin, token(g - 1).end});
  const bool examples = first > stop + 1 && letter(first - 1) == 'E' && letter(first - 2) == 'X';
  if (!is_branch(last) && !(examples && model_.lists[List::branch_endings].ends(last))) return {};
  if (examples) first -= 2;
  while (first > stop + 1 && one_of(letter(first - 1), "/&") && letter(first - 2) == 'X') first -= 2;
  if (first != stop && !one_of(letter(first - 1), ",;:.T")) return {};
  const Range branch{token(first).begin, token(g - 1).end};
  return is_scope_as_it_is(branch) ? branch : Range{};
}

// Not so 做强主导产业|实现…: no part, but what is done.
bool ItemReader::is_scope_as_it_is(Range stretch) const {
  const Range trimmed = trim_scope(stretch.begin, stretch.end);
  return trimmed.begin == stretch.begin && trimmed.end == stretch.end;
}

bool ItemReader::is_branch(std::string_view said) const {
  for (const std::string_view group : {"集群", "链"}) {
    if (said.ends_with(group)) said.remove_suffix(group.size());
  }
  return model_.lists[List::branch_endings].ends(said) && text::character_borders(said).size() > min_branch_characters;
}

// 电子信息产业完成规上工业产值…,增长…,实现|税收…: of the same branch, where the clause begins with its verb.
Range ItemReader::branch_of_item_before(std::uint32_t i) const {
  const std::uint32_t clause = clause_begin(i);
  if (clause >= i || !one_of(letter(clause), "ck")) return {};
  const Statement* before = item_before(i, ";:UTXNP");
  if (before == nullptr || before->head.scope.end > before->head.mention.begin) return {};
  return is_branch(text_of(before->head.scope)) ? before->head.scope : Range{};
}

// 国庆假期,全市|接待游客…; 春节期间开展灯会12场,|接待游客…: up to another time or the end of the statement.
Range ItemReader::season_of_sentence(std::uint32_t i) const {
  if (english_) return {};
  constexpr std::string_view during = "期间";
  for (std::uint32_t k = i; k-- > 0 && !one_of(letter(k), ".;T");) {
    if (letter(k) != 'X' || (k > 0 && !one_of(letter(k - 1), ",;:.T"))) continue;
    const std::string_view said = words(token(k));
    std::size_t end = said.find(during);
    if (end == std::string_view::npos && letter(k + 1) == ',') end = said.size();
    if (end == std::string_view::npos || !model_.lists[List::season_endings].ends(said.substr(0, end))) continue;
    return {token(k).begin, static_cast<std::uint32_t>(token(k).begin + end)};
  }
  return {};
}

// 筹集保障性住房600套、|公租房800套: the same stage of the next.
Range ItemReader::stage_of_item_before(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || consumed_ == 0 || i != consumed_ + 1 || letter(consumed_) != '/') return {};
  const Statement* before = item_before(i, ";:UTN");
  if (before == nullptr || before->value + 1 != consumed_ || !listed(List::stages, text_of(before->head.scope))) return {};
  if (model_.indicator(indicator).nature != Nature::count) return {};
  if (model_.indicator(before->head.indicator).group != model_.indicator(indicator).group) return {};
  const std::string_view mention = words(token(i));
  const bool own = model_.lists[List::building].begins(mention) || model_.lists[List::stages].begins(mention);
  return own ? Range{} : before->head.scope;
}

// 剔除留抵退税因素后,|一般公共预算收入增长8%
Range ItemReader::deduction_before(std::uint32_t i) const {
  const std::uint32_t clause = clause_begin(i);
  if (english_ || clause < 2 || letter(clause - 1) != ',' || letter(clause - 2) != 'X') return {};
  if (clause > 2 && !one_of(letter(clause - 3), ",;:.")) return {};
  for (std::uint32_t k = clause; k < i; ++k) {
    if (!one_of(letter(k), "UTc")) return {};
  }
  const std::string_view said = words(token(clause - 2));
  const bool deducts = said.ends_with("后") || said.ends_with("因素") || said.ends_with("影响") || said.starts_with("扣除") || said.starts_with("剔除");
  return deducts && model_.lists[List::qualifiers].begins(said) ? range_of(clause - 2) : Range{};
}

// 青澜港货物吞吐量…,居全省前列,|集装箱吞吐量…: of the same port, to the end of the statement.
Range ItemReader::port_of_item_before(std::uint32_t i, std::uint32_t indicator) const {
  if (!listed(List::throughputs, model_.indicator(indicator).id)) return {};
  const bool verb = i > 1 && letter(i - 1) == 'c' && letter(i - 2) == ';';  // 甲港完成货物吞吐量…;完成|集装箱吞吐量…
  const Statement* before = item_before(i, verb ? LetterSet(":UN") : LetterSet(";:UN"));
  if (before == nullptr || !listed(List::throughputs, model_.indicator(before->head.indicator).id)) return {};
  if (words(token(i)).starts_with("港口") || words(token(i)).starts_with("机场")) return {};  // of all ports
  const std::string_view port = text_of(before->head.scope);
  return port.ends_with("港") || port.ends_with("机场") ? before->head.scope : Range{};
}

// 与甲国经贸往来日益密切,|进出口增长…: with the partner that the clause before names.
Range ItemReader::partner_of_clause_before(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || i < 2 || letter(i - 1) != ',' || model_.indicator(indicator).group != "trade_and_fdi") return {};
  const std::uint32_t first = clause_begin(i - 1);
  std::string_view clause = text_of({token(first).begin, token(i - 1).begin});
  std::size_t opening = 0;
  for (const std::string_view word : {"与", "同", "对"}) {
    if (clause.starts_with(word)) opening = word.size();
  }
  if (opening == 0) return {};
  for (std::uint32_t k = first; k < i - 1; ++k) {
    if (one_of(letter(k), "QN")) return {};
  }
  for (const std::string_view tie : {"贸易往来", "经贸往来", "经贸合作", "贸易合作", "经贸联系", "贸易"}) {
    const std::size_t end = clause.find(tie);
    if (end == std::string_view::npos) continue;
    const std::string_view partner = clause.substr(opening, end - opening);
    for (const std::string_view kind : {"国家", "地区", "国", "盟", "洲"}) {
      if (!partner.ends_with(kind) || partner.size() <= kind.size()) continue;
      return {static_cast<std::uint32_t>(token(first).begin + opening), static_cast<std::uint32_t>(token(first).begin + end)};
    }
    return {};
  }
  return {};
}

// What stands to the left of token i, up to the item or clause before: scope words, 新增.
void ItemReader::read_left(std::uint32_t i, std::uint32_t stop, std::uint32_t indicator, Head& head) const {
  Group scope{i, i};
  const std::uint32_t k = scope_words_before(i, stop, scope, head.region);
  const Range places = counted_places_before(i);
  head.several = several_before(i, stop) || several_before_clause(i) || counted_itself(i, indicator) ||
                 (!places.empty() && places.end == 0);
  if (head.several && letter(i + 1) == 'c' && words(token(i + 1)).starts_with("平均")) head.several = false;
  if (english_) {
    head.scope = class_before(i);
    if (head.scope.empty()) head.scope = owner_of(i);
  } else {
    const std::uint32_t noun = scope.begin < i ? whole_noun(scope, stop) : i;
    if (noun < i && token(scope.end - 1).end - token(noun).begin >= min_scope_bytes) {
      head.scope = trim_scope(token(joined_classes(noun, stop)).begin, token(scope.end - 1).end);
      if (verb_of_a_pair(scope.begin, stop)) head.scope = {};
      close_quotes(head.scope);
      end_in_name(head);
    }
    if (model_.indicator(indicator).nature == Nature::count) {
      if (const Range limit = limit_before(i, stop); !limit.empty()) head.scope = limit;
    }
    if (head.scope.empty()) head.scope = quoted_before(i, stop);
    if (i > stop && one_of(letter(i - 1), "XV") && listed(List::granted, model_.indicator(indicator).id)) {
      if (const Range purpose = purpose_before(i, stop); !purpose.empty()) head.scope = purpose;
    }
    if (head.scope.empty() && model_.is(indicator, "completed_investment_in_key_projects")) {
      head.scope = class_behind_number(i, stop);
    }
    head.company = of_company(i);
    if (head.scope.empty() && model_.indicator(indicator).nature == Nature::count) head.scope = stage_before(i, stop);
  }
  if (places.end != 0) head.scope = places;
  if (cumulated_before(i, stop)) head.cumulated = true;
  const std::uint32_t f = read_flow_before(k, stop, head);
  if (head.region.empty()) head.region = region_before(k, stop);
  if (head.scope.empty() && !english_) head.scope = owner_before(i, stop);
  if (head.scope.empty() && !english_) head.scope = place_before_bracket(i, stop);
  if (head.scope.empty()) head.scope = place_before_verb(f, stop, indicator);
  if (head.scope.empty() && head.region.empty()) head.scope = branch_before_verb(f, stop);
  // 青屏旅游区全年|接待游客…: a time alone between
  if (head.scope.empty() && !english_ && counts_visitors(indicator)) head.scope = place_before_verb(i, stop, indicator);
}

std::uint32_t ItemReader::scope_words_before(std::uint32_t i, std::uint32_t stop, Group& scope, Range& region) const {
  std::uint32_t k = i;
  while (k > stop && one_of(letter(k - 1), "XUDJI&E<>")) {
    const char c = letter(k - 1);
    if (c == 'U') {
      if (region.empty()) region = range_of(k - 1);
      break;
    }
    // “三屏”等|重大生态工程: an example before the class.
    const bool example = c == 'E' && scope.present && scope.begin == k && k - 1 > stop && letter(k - 2) == 'X';
    // 共建“一带一路”国家和地区
    const bool two_words = c == '&' && k == scope.begin && k - 1 > stop && letter(k - 2) == 'X' && words(token(k)) == "地区";
    if (c == '<' || c == '>' || (c == 'E' && !example) || (c == '&' && !two_words)) break;
    if (c == 'X' || c == 'J') {
      if (listed(List::no_scope, words(token(k - 1)))) break;
      scope.begin = k - 1;
      if (!scope.present) scope.end = k;
      scope.present = true;
    }
    --k;
  }
  return k;
}

// 工业|领域, 承接产业|转移|示范区: where a scope whose last word says little alone begins; 对|甲洲, 对|“甲乙”国家 take their
// preposition.
std::uint32_t ItemReader::whole_noun(Group scope, std::uint32_t stop) const {
  std::uint32_t k = scope.begin;
  const auto touches = [&] { return k > stop && token(k - 1).end == token(k).begin; };
  if (k + 1 == scope.end && listed(List::bare_nouns, words(token(k)))) {
    while (touches() && one_of(letter(k - 1), "XPLV")) --k;
    while (k < scope.begin && letter(k) == 'V') ++k;
  }
  const bool quoted = k > stop && text_of({token(k - 1).end, token(k).begin}) == "“";
  if ((touches() || quoted) && words(token(k - 1)) == "对" && words(token(k)) != "外") --k;
  return k;
}

// 新建、转化|保障性住房: the second of two verbs.
bool ItemReader::verb_of_a_pair(std::uint32_t k, std::uint32_t stop) const {
  if (k < stop + 2 || !one_of(letter(k - 1), "/&") || letter(k - 2) != 'V') return false;
  const std::string_view before = words(token(k - 2));
  return (listed(List::building, before) || listed(List::stages, before)) && !listed(List::stages, words(token(k)));
}

// A scope that begins or ends inside quotation marks takes them in.
void ItemReader::close_quotes(Range& scope) const {
  constexpr std::string_view open = "“", close = "”";
  if (scope.empty()) return;
  const auto width = static_cast<std::uint32_t>(open.size());
  const std::size_t opened = text_of(scope).rfind(open), closed = text_of(scope).find(close);
  const bool unclosed = opened != std::string_view::npos && text_of(scope).find(close, opened) == std::string_view::npos;
  const bool unopened = closed != std::string_view::npos && text_of(scope).substr(0, closed).find(open) == std::string_view::npos;
  if (unclosed && text_.substr(scope.end).starts_with(close)) scope.end += width;
  if (unopened && scope.begin >= width && text_.substr(scope.begin - width).starts_with(open)) scope.begin -= width;
}

// 主要河流出境|断面水质优良率: a word with which the name begins is the last one of its scope.
void ItemReader::end_in_name(Head& head) const {
  if (head.scope.empty() || head.scope.end != head.mention.begin) return;
  std::size_t longest = 0;
  for (const std::string_view word : model_.lists[List::scope_ends]) {
    if (word.size() > longest && text_of(head.mention).starts_with(word)) longest = word.size();
  }
  head.scope.end += static_cast<std::uint32_t>(longest);
}

// 支持科技创新和制造业发展的主要政策|减税降费: what is granted, and for what.
Range ItemReader::purpose_before(std::uint32_t i, std::uint32_t stop) const {
  std::uint32_t k = i;
  while (k > stop && one_of(letter(k - 1), "XVDP&") && token(k - 1).end == token(k).begin) --k;
  while (k < i && words(token(k)) != "支持") ++k;
  return k < i ? Range{token(k).begin, token(i).begin} : Range{};
}

// 临澜能源集团要当好…,力争电力总装机超过…: one company speaks, and its sentence goes on.
bool ItemReader::of_company(std::uint32_t i) const {
  if (english_ || letter(0) != 'X' || i == 0) return false;
  std::string_view said = words(token(0));
  bool company = false;
  for (const std::string_view kind : {"集团", "公司"}) {
    const std::size_t at = said.rfind(kind);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view rest = said.substr(at + kind.size());
    company = company || rest.empty() || rest.starts_with("要") || rest.starts_with("将");
  }
  if (!company) return false;
  for (std::uint32_t k = 1; k <= i; ++k) {
    if (one_of(letter(k), ";:")) return false;
    if (letter(k - 1) == ',' && !one_of(letter(k), "ckFmMTpV")) return false;
  }
  return true;
}

// 铁路、公路|货运量: the first of the classes that 、 joins before one name; `k` where there is no such list.
std::uint32_t ItemReader::joined_classes(std::uint32_t k, std::uint32_t stop) const {
  std::uint32_t first = k;
  while (first >= stop + 2 && one_of(letter(first - 1), "/&") && letter(first - 2) == 'X') first -= 2;
  if (first == k || trim_scope(token(first).begin, token(first).end).empty()) return k;
  const bool begins = first == stop || one_of(letter(first - 1), ",;:.FUTck") ||
                      (first == stop + 1 && letter(stop) == '/') || listed(List::building, words(token(first - 1)));
  return begins ? first : k;
}

// 城镇和农村|人均住房面积33.2平方米、38.4平方米: one head for each of the joined classes.
void ItemReader::split_classes(Heads& heads, std::uint32_t i) const {
  const Head whole = heads.front();
  Heads each;
  for (std::uint32_t k = i; k > 0 && letter(k - 1) == 'X' && token(k - 1).begin >= whole.scope.begin; k -= 2) {
    each.push_back(whole);
    each.back().scope = range_of(k - 1);
    if (k < 2 || !one_of(letter(k - 2), "/&")) break;
  }
  if (each.size() > 1) heads.assign(each.rbegin(), each.rend());
}

// 望海高新区、临澜开发区|地区生产总值均…: each place has the number.
void ItemReader::split_places(Heads& heads, std::uint32_t i) const {
  Heads each = heads;
  split_classes(each, i);
  const bool places = std::all_of(each.begin(), each.end(), [&](const Head& head) { return names_place(text_of(head.scope)); });
  if (each.size() > 1 && places) heads = std::move(each);
}

// 121个海湾融合发展|重点项目: what stands between their number and the projects says which.
Range ItemReader::class_behind_number(std::uint32_t i, std::uint32_t stop) const {
  std::uint32_t k = i;
  while (k > stop && one_of(letter(k - 1), "XV") && token(k - 1).end == token(k).begin) --k;
  if (k == i || !counted_before(k)) return {};
  return trim_scope(token(k).begin, token(i).begin);
}

// 年销售收入超3亿元|龙头企业: the limit of a class of firms, with what it is measured in.
Range ItemReader::limit_before(std::uint32_t i, std::uint32_t stop) const {
  std::uint32_t k = i;
  while (k > stop && one_of(letter(k - 1), "XD") && token(k - 1).end == token(k).begin) --k;
  if (k <= stop || letter(k - 1) != 'q' || token(k - 1).end != token(k).begin) return {};
  const std::uint32_t end = token(k - 1).end;
  --k;
  while (k > stop && one_of(letter(k - 1), "XNPLJT") && token(k - 1).end == token(k).begin) --k;
  return {token(k).begin, end};
}

// “助航计划”毕业生就业率: those of what the quotation marks name.
Range ItemReader::quoted_before(std::uint32_t i, std::uint32_t stop) const {
  constexpr std::string_view open = "“", close = "”";
  const auto width = static_cast<std::uint32_t>(open.size());
  const std::uint32_t from = token(stop).begin > width ? token(stop).begin - width : 0;
  const std::string_view said = text_.substr(from, token(i).begin - from);
  if (!said.ends_with(close)) return {};
  const std::size_t at = said.rfind(open);
  if (at == std::string_view::npos) return {};
  const auto begin = static_cast<std::uint32_t>(from + at);
  bool names = false;
  for (std::uint32_t k = i; k > stop && token(k - 1).begin > begin; --k) {
    if (!one_of(letter(k - 1), "XKJV")) return {};
    names = names || letter(k - 1) == 'X';
  }
  return names ? Range{begin, token(i).begin} : Range{};
}

// 34个旗县经济总量: of several places or firms.
bool ItemReader::several_before(std::uint32_t i, std::uint32_t stop) const {
  std::uint32_t noun = i;
  while (noun > stop && letter(noun - 1) == 'X' && token(noun - 1).end == token(noun).begin) --noun;
  const std::string_view counted = text_.substr(token(noun).begin, token(i).begin - token(noun).begin);
  return noun > stop && noun < i && counted_before(noun) &&
         (is_place(counted) || model_.lists[List::several_endings].ends(counted));
}

// 山区12县|生产总值: counties with their number are a part of the region; 29个县(市)|生产总值: so many of them, told by an end of 0.
Range ItemReader::counted_places_before(std::uint32_t i) const {
  if (english_ || i < 2) return {};
  const auto touches = [&](std::uint32_t k) { return token(k - 1).end == token(k).begin; };
  std::uint32_t k = i;
  if (k > 3 && letter(k - 1) == '>' && letter(k - 2) == 'X' && letter(k - 3) == '<') k -= 3;  // 县(市)
  if (k < 2 || letter(k - 1) != 'X' || letter(k - 2) != 'Q' || !touches(k - 1)) return {};
  const std::string_view kind = words(token(k - 1));
  const bool places = is_one_of(kind, {"县", "县市", "县区", "区县", "市县", "旗县", "旗", "乡镇", "街道", "镇街", "街镇", "镇", "乡", "村",
                                       "园区", "开发区"});
  const std::string_view unit = reading_of(k - 2).unit;
  if (!places || (!unit.empty() && unit != "item")) return {};
  if (k < 3 || letter(k - 3) != 'X' || !touches(k - 2) || !unit.empty()) return {1, 0};
  return {token(k - 3).begin, token(i - 1).end};
}

// 12个|地区生产总值突破200亿元: the number counts places that have so much.
bool ItemReader::counted_itself(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || i == 0 || letter(i - 1) != 'Q' || token(i - 1).end != token(i).begin) return false;
  if (model_.indicator(indicator).nature != Nature::amount || !words(token(i - 1)).ends_with("个")) return false;
  return !says(i, "项目") && !says(i, "工程") && !says(i, "企业") && !says(i, "单位");  // 21个重点项目完成投资
}

// 34个县市新增城镇人口3万人,|城镇化率提高…: the places with which the clause before begins.
bool ItemReader::several_before_clause(std::uint32_t i) const {
  if (english_ || i < 3 || letter(i - 1) != ',' || model_.roles[token(i).word].name == no_index) return false;
  if (words(token(i)).starts_with("全")) return false;  // 全市城镇化率
  const std::uint32_t first = clause_begin(i - 1);
  if (letter(first) != 'Q' || letter(first + 1) != 'X' || letter(first + 2) != 'F' || !counted_before(first + 1)) return false;
  const std::string_view counted = words(token(first + 1));
  return is_place(counted) || model_.lists[List::several_endings].ends(counted) || listed(List::exceeding_nouns, counted);
}

// 累计完成工业投资5000亿元
bool ItemReader::cumulated_before(std::uint32_t i, std::uint32_t stop) const {
  for (std::uint32_t k = i; k > stop && one_of(letter(k - 1), "XUDTkcVJ"); --k) {
    if (letter(k - 1) == 'k') return true;
    if (letter(k - 1) == 'T' && says(k - 1, "累计")) return true;
  }
  return false;
}

std::uint32_t ItemReader::read_flow_before(std::uint32_t k, std::uint32_t stop, Head& head) const {
  while (k > stop && one_of(letter(k - 1), "XUDTk&<>mM")) --k;
  if (k > stop && letter(k - 1) == 'F') {
    head.flow = true;
    --k;
    if (says(k, "净增")) head.net = true;
  }
  return k;
}

Range ItemReader::region_before(std::uint32_t k, std::uint32_t stop) const {
  for (std::uint32_t g = k; g > stop && !one_of(letter(g - 1), separators) && k - g < 8; --g) {
    if (letter(g - 1) == 'U') return range_of(g - 1);
  }
  return {};
}

// 限额以上单位|网上零售额, 服务业|实际使用外资: those who have it.
Range ItemReader::owner_before(std::uint32_t i, std::uint32_t stop) const {
  if (i <= stop || !one_of(letter(i - 1), "NP") || token(i - 1).end != token(i).begin) return {};
  const WordRole& role = model_.roles[token(i - 1).word];
  const bool counted = role.name != no_index && model_.indicator(role.name).nature == Nature::count;
  const bool branch = (role.name == no_index || role.weak) && model_.lists[List::branch_endings].ends(words(token(i - 1)));
  return counted || branch ? range_of(i - 1) : Range{};
}

// 开发区(园区)工业增加值
Range ItemReader::place_before_bracket(std::uint32_t i, std::uint32_t stop) const {
  if (i <= stop || letter(i - 1) != '>') return {};
  std::uint32_t g = i - 1;
  while (g > stop && letter(g) != '<') --g;
  if (g <= stop || letter(g - 1) != 'X' || !is_place(words(token(g - 1)))) return {};
  return trim_scope(token(g - 1).begin, token(g - 1).end);
}

// 开发区完成固定资产投资…: a place at the head of the clause, before the verb.
Range ItemReader::place_before_verb(std::uint32_t f, std::uint32_t stop, std::uint32_t indicator) const {
  std::uint32_t g = f;
  while (g > stop && one_of(letter(g - 1), "cFVkTypmMSU")) --g;
  if (g == f || g <= stop || letter(g - 1) != 'X') return {};
  const bool visited = counts_visitors(indicator) && !english_;
  std::uint32_t first = g - 1;  // 青屏文化|旅游|区 in one
  while (visited && first > stop && one_of(letter(first - 1), "XPL") && token(first - 1).end == token(first).begin) --first;
  const auto kind_alone = [&] { return model_.lists[List::place_endings].contains(words(token(first))); };
  while (!visited && !english_ && first > stop + 1 && one_of(letter(first - 1), "PV") && letter(first - 2) == 'X' && kind_alone() &&
         token(first - 1).end == token(first).begin && token(first - 2).end == token(first - 1).begin) {
    first -= 2;  // 产业|转移|园
  }
  if (first != stop && !one_of(letter(first - 1), ",;:.T/U")) return {};
  const Range place{token(first).begin, token(g - 1).end};
  const std::string_view named = text_of(place);
  const bool sight = visited && model_.lists[List::sights].ends(named) && text::character_borders(named).size() > min_place_characters;
  return is_place(named) || sight ? place : Range{};
}

bool ItemReader::counts_visitors(std::uint32_t indicator) const {
  const std::string_view id = model_.indicator(indicator).id;
  return id == "tourist_arrivals" || id == "tourism_revenue";
}

std::uint32_t ItemReader::left_stop(std::uint32_t i) const {
  const std::uint32_t mark = clause_mark_.before(i);
  return std::min(i, mark == no_index ? consumed_ : std::max(consumed_, mark + 1));
}

// 34个旗县, 57家企业: a number of them stands right before token i.
bool ItemReader::counted_before(std::uint32_t i) const {
  if (english_ || i == 0 || letter(i - 1) != 'Q' || token(i - 1).end != token(i).begin) return false;
  const std::string_view unit = reading_of(i - 1).unit;
  return unit == "item" || unit == "household";
}

// 筹集保障性租赁住房, 新开工棚户区改造: a stage of it, named before.
Range ItemReader::stage_before(std::uint32_t i, std::uint32_t stop) const {
  const std::string_view mention = words(token(i));
  Range stage;
  const text::Borders borders = text::character_borders(mention);
  for (std::size_t b = 2; b + 1 < borders.size(); ++b) {  // the name itself may begin with it
    if (!listed(List::stages, mention.substr(0, borders[b]))) continue;
    stage = {token(i).begin, static_cast<std::uint32_t>(token(i).begin + borders[b])};
  }
  if (!stage.empty()) return stage;
  const bool behind = i > 0 && letter(i - 1) == 'Q';
  for (std::size_t b = borders.size() - 2; b >= 2 && !english_ && !behind; --b) {  // … or end with it
    if (listed(List::stages, mention.substr(borders[b]))) stage = {static_cast<std::uint32_t>(token(i).begin + borders[b]), token(i).end};
  }
  if (!stage.empty()) return stage;
  for (std::uint32_t k = i; k > stop && one_of(letter(k - 1), "XVF") && token(k - 1).end == token(k).begin; --k) {
    if (listed(List::stages, words(token(k - 1)))) {
      stage = {token(k - 1).begin, stage.empty() ? token(k - 1).end : stage.end};
    } else if (!stage.empty() || letter(k - 1) != 'V') {
      break;
    }
  }
  return stage;
}

// 力争望海新区完成|固定资产投资73亿元: a zone that a verb and a commitment stand around.
Range ItemReader::place_before_carrier(std::uint32_t i, std::uint32_t stop) const {
  if (!english_ && i >= 2 && one_of(letter(i - 1), "mM") && letter(i - 2) == 'X' && clause_begin(i) == i - 2) {
    const Range place = range_of(i - 2);  // 滨江新区|力争规上工业总产值增长…
    if (is_place(text_of(place)) && is_scope_as_it_is(place)) return place;
  }
  if (english_ || i < 3 || i - 3 < stop || letter(i - 1) != 'c' || letter(i - 2) != 'X' || letter(i - 3) != 'm') return {};
  return model_.lists[List::strong_place_endings].ends(words(token(i - 2))) ? trim_scope(token(i - 2).begin, token(i - 2).end) : Range{};
}

// 望海新区累计开发…,签约…,完成固定资产投资73亿元: the place at the head of the sentence, where the clause of token i
// begins with a verb and so goes on with it.
Range ItemReader::place_of_sentence(std::uint32_t i) const {
  const std::uint32_t clause = clause_begin(i);
  if (english_) return part_of_sentence(i);
  if (one_of(letter(0), "cN") && zones_tell(model_.indicator(model_.roles[token(i).word].name).group)) {
    if (const Range zone = zone_of_heading(); !zone.empty() && !holds_letter({0, i}, "U:")) return zone;
  }
  // 化工园区产值突破200亿元、|税收突破6亿元: the first of the list is no indicator of ours.
  const bool first_unread = out_.statements.empty() || out_.statements.back().sentence != sentence_;
  if (clause == 0 && i > 0 && letter(0) == 'X' && letter(i - 1) == '/' && first_unread && !holds_letter({0, i}, "UN")) return leading_place();
  if (clause == 0 || !one_of(letter(0), "XJ")) return {};
  if (rank_in_opening()) return ranked_county(i);
  Range place = letter(0) == 'X' ? honoured_place(i) : Range{};
  const bool honoured = !place.empty();
  if (place.empty() && letter(0) == 'X') place = leading_place();
  const bool verb_in_name = words(token(i)).starts_with("新增") || words(token(i)).starts_with("实际利用") || words(token(i)).starts_with("引进");
  const bool goes_on = clause < i ? one_of(letter(clause), "ckFm") : verb_in_name;
  const bool kind_alone = place.empty();
  if (kind_alone) place = leading_kind_of_zone(goes_on);
  if (place.empty() && letter(0) == 'J') return {};
  const bool named = kind_alone && !place.empty();
  if (place.empty()) {
    if (!goes_on || !one_of(letter(1), "ckFVNM") || !is_place(words(token(0)))) return {};
    place = range_of(0);
  }
  std::uint32_t later = 1;
  while (honoured && later < clause && letter(later) != ',') ++later;
  for (std::uint32_t k = later; k < i; ++k) {
    const bool quoted = token(k).begin >= 3 && text_.substr(token(k).begin - 3, 3) == "“";  // “三区”建设
    if (one_of(letter(k), "U;:") || (letter(k) == 'X' && !quoted && is_place(words(token(k))))) return {};
    // 高铁新区框架拉开,…,城区供热面积…: another part speaks
    if (letter(k) == 'X' && letter(k - 1) == ',' && model_.lists[List::urban_parts].begins(words(token(k)))) return {};
  }
  return named ? place : trim_scope(place.begin, place.end);
}

// What a zone has figures of its own for; not so jobs, incomes, harvests, air.
bool ItemReader::zones_tell(std::string_view group) {
  return is_one_of(group, {"industry", "investment", "trade_and_fdi", "fiscal", "enterprises", "innovation"});
}

// 高新区运行平稳。|完成规模以上工业增加值…: the zone with which the heading of the paragraph begins.
Range ItemReader::zone_of_heading() const {
  const std::string_view heading = heading_before();
  if (heading.empty()) return {};
  const text::Borders borders = text::character_borders(heading);
  for (std::size_t b = borders.size(); b-- > 2;) {
    const std::string_view place = heading.substr(0, borders[b]);
    if (!model_.lists[List::strong_place_endings].ends(place) || model_.lists[List::no_place_endings].ends(place)) continue;
    if (model_.lists[List::pushing].begins(place) || model_.lists[List::no_scope_beginnings].begins(place)) return {};
    for (const std::string_view opening : {"一是", "二是", "三是", "四是", "五是", "(", "去年", "全", "我", "推动", "促进", "坚持", "聚力", "助推", "持续",
                                           "深入", "加快", "各类", "园区", "产业园区"}) {
      if (place.starts_with(opening)) return {};
    }
    const std::string_view rest = heading.substr(borders[b]);
    const bool runs = is_one_of(rest.substr(0, 6), {"运行", "发展", "提质", "提速", "承载", "亮点", "跻身", "晋位", "扩容"});
    if (!runs && !model_.lists[List::thriving].begins(rest)) return {};
    const auto begin = static_cast<std::uint32_t>(heading.data() - text_.data());
    return {begin, static_cast<std::uint32_t>(begin + place.size())};
  }
  return {};
}

// 天山北坡城市群空气质量明显改善,…: a zone or a group of cities with which the sentence begins speaks to its end.
Range ItemReader::leading_place(std::uint32_t first) const {
  const std::string_view opening = words(token(first));
  const text::Borders borders = text::character_borders(opening);
  for (std::size_t b = borders.size() - 1; b >= min_place_characters; --b) {
    if (!model_.lists[List::strong_place_endings].ends(opening.substr(0, borders[b]))) continue;
    if (model_.lists[List::no_place_endings].ends(opening.substr(0, borders[b]))) return {};  // 县医院新区
    // 综合试验区|建设全面起势,…: what the region tries out
    const bool trial = opening.substr(0, borders[b]).ends_with("试验区") &&
                       (opening.substr(borders[b]).starts_with("建设") || text_.substr(token(first).begin + borders[b]).starts_with("建设"));
    if (trial) return {};
    return {token(first).begin, static_cast<std::uint32_t>(token(first).begin + borders[b])};
  }
  return {};
}

// 青屏湿地获评…,|接待游客…; 青屏集聚区入选…,|固定资产投资…: who was honoured speaks to the end of the sentence.
Range ItemReader::honoured_place(std::uint32_t i) const {
  std::uint32_t mark = 0;
  for (; mark < i && letter(mark) != ','; ++mark) {
    if (one_of(letter(mark), "Q/&") || (mark == 0 && letter(mark) == 'U')) return {};  // 国家级湿地获批两处: several
  }
  const std::string_view opening = text_of({token(0).begin, token(mark).begin});
  const std::string_view id = model_.indicator(model_.roles[token(i).word].name).id;
  const bool visited = id == "tourist_arrivals" || id == "tourism_revenue";
  const text::Borders borders = text::character_borders(opening);
  for (std::size_t b = min_place_characters; b < borders.size(); ++b) {
    const std::string_view place = opening.substr(0, borders[b]), rest = opening.substr(borders[b]);
    if (!model_.lists[List::honours].begins(rest)) continue;
    const bool title = place.ends_with("示范区") || place.ends_with("试验区");  // 成果转化示范区获批: what the region became
    const bool named = (!title && model_.lists[List::strong_place_endings].ends(place)) ||
                       (visited && model_.lists[List::sights].ends(place));
    if (named) return {token(0).begin, static_cast<std::uint32_t>(token(0).begin + borders[b])};
  }
  return {};
}

// 经开区要加快建设,…; 开发区基础设施投入…,实现产值…: named by its kind alone, a zone speaks where it is told to do
// something, or where the clause begins with a verb.
Range ItemReader::leading_kind_of_zone(bool goes_on) const {
  const std::string_view opening = words(token(0));
  const text::Borders borders = text::character_borders(opening);
  constexpr std::size_t kind = 3;
  if (borders.size() <= kind || !listed(List::strong_place_endings, opening.substr(0, borders[kind]))) return {};
  const std::string_view rest = opening.substr(borders[kind]);
  // 经开区聚力主导产业,实现…; 高新区|力争工业总产值增长…,完成…
  bool acts = token(0).letter == 'J' || (rest.empty() && one_of(letter(1), "mM"));
  for (const std::string_view verb : {"聚力", "聚焦", "坚持", "大力", "全力", "着力", "抢抓", "突出", "围绕", "立足", "深耕", "入驻"}) {
    acts = acts || rest.starts_with(verb);
  }
  if (!rest.starts_with("要") && !(goes_on && acts)) return {};
  return {token(0).begin, static_cast<std::uint32_t>(token(0).begin + borders[kind])};
}

// 望海区位列全国百强区,|地区生产总值…: its own, where the next clause begins with the name.
Range ItemReader::ranked_county(std::uint32_t i) const {
  const bool gdp = model_.is(model_.roles[token(i).word].name, "gdp");
  if (!gdp || letter(0) != 'X' || letter(1) != 'R' || letter(i - 1) != ',' || clause_begin(i - 1) != 0) return {};
  const std::string_view said = words(token(0));
  const bool county = said.ends_with("县") || said.ends_with("区") || said.ends_with("市") || said.ends_with("旗");
  if (!county || !is_place(said) || model_.lists[List::strong_place_endings].ends(said)) return {};
  return range_of(0);
}

// 国家高新区排名前移12位,…: the rank of a zone is all that is said of it.
bool ItemReader::rank_in_opening() const {
  constexpr std::uint32_t looked_at = 8;
  for (std::uint32_t k = 0; k < looked_at && !one_of(letter(k), ",;:."); ++k) {
    if (letter(k) == 'R') return true;
  }
  return false;
}

// 望海新区: more than the ending alone.
bool ItemReader::is_place(std::string_view stretch) const {
  return !stretch.empty() && !model_.lists[List::no_place_endings].ends(stretch) &&
         model_.lists[List::place_endings].ends(stretch.substr(text::sequence_length(stretch.front())));
}

// 保定市, 深圳, 经开区: what begins like a verb (保, 深, 经) is a place all the same.
bool ItemReader::begins_with_place(std::string_view stretch) const {
  for (const std::string_view kind : {"经开区", "经济开发区", "经济技术开发区", "经济区", "经济带", "保税区", "保税港区"}) {
    if (stretch.starts_with(kind)) return true;
  }
  const text::Borders borders = text::character_borders(stretch);
  constexpr std::size_t shortest = 2, longest = 8;
  for (std::size_t b = shortest; b < borders.size() && b <= longest; ++b) {
    const std::string_view name = stretch.substr(0, borders[b]);
    if (!find_regions({name, {}, {}, {}}).empty()) return true;
    if (b > shortest) continue;
    for (const std::string_view kind : {"市", "县", "区", "省"}) {
      if (!find_regions({std::string(name).append(kind), {}, {}, {}}).empty()) return true;
    }
  }
  return false;
}

// 城区|环境空气质量优良率…: with which the name begins; 中心城区空气优良天数346天,|优良率…: of the same town.
Range ItemReader::town_in_name(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || !listed(List::of_towns, model_.indicator(indicator).id)) return {};
  const Range mention = range_of(i);
  for (const std::string_view town : model_.lists[List::towns]) {
    if (text_of(mention).starts_with(town)) return {mention.begin, static_cast<std::uint32_t>(mention.begin + town.size())};
  }
  const Statement* before = item_before(i, ";:UXN");
  if (before == nullptr || model_.indicator(before->head.indicator).id == model_.indicator(indicator).id) return {};
  const bool days = says(i, "优良") && text_of(before->head.mention).find("优良") != std::string_view::npos;
  return days && listed(List::towns, text_of(before->head.scope)) ? before->head.scope : Range{};
}

// Leading words that say nothing of scope (有效, 高质量, ...) are left out.
Range ItemReader::trim_scope(std::uint32_t begin, std::uint32_t end) const {
  std::string_view stretch = text_.substr(begin, end - begin);
  constexpr std::string_view of = "的";
  while (stretch.size() >= of.size() && stretch.substr(stretch.size() - of.size()) == of) {
    stretch.remove_suffix(of.size());
    end -= static_cast<std::uint32_t>(of.size());
  }
  if (listed(List::no_scope, stretch) || (!english_ && listed(List::building, stretch))) return {};
  if (model_.lists[List::no_scope_beginnings].begins(stretch) && !begins_with_place(stretch)) {
    const std::size_t noun = stretch.rfind(of);  // 经望海开行的|班列货运量
    if (english_ || noun == std::string_view::npos || stretch.size() - noun - of.size() < min_scope_bytes) return {};
    return trim_scope(static_cast<std::uint32_t>(begin + noun + of.size()), end);
  }
  if (model_.lists[List::no_scope_endings].ends(stretch)) return {};
  return {begin, end};
}

// 国家级专精特新“小巨人”企业: of this class alone.
Range ItemReader::class_of_name(std::uint32_t i) const {
  const std::string_view mention = words(token(i));
  const text::Borders borders = text::character_borders(mention);
  for (std::size_t from = 0; from + 1 < borders.size(); ++from) {  // 新增, 新改扩建 may stand first
    for (std::size_t to = std::min(from + longest_class, borders.size() - 2); to > from; --to) {
      const auto begin = static_cast<std::uint32_t>(token(i).begin + borders[from]);
      const auto end = static_cast<std::uint32_t>(token(i).begin + borders[to]);
      if (listed(List::class_prefixes, text_.substr(begin, end - begin))) return {begin, end};
    }
  }
  constexpr std::string_view little_giants = "小巨人";
  const std::size_t at = mention.find(little_giants);
  if (at == std::string_view::npos) return {};
  const auto begin = static_cast<std::uint32_t>(token(i).begin + at);
  return {begin, static_cast<std::uint32_t>(begin + little_giants.size())};
}

// 改扩建义务教育学校16所、|新增学位1.4万个: the schools say which places.
Range ItemReader::class_of_schools(std::uint32_t i) const {
  if (i < 3 || letter(i) != 'N' || model_.roles[token(i).word].name == no_index) return {};
  if (!model_.is(model_.roles[token(i).word].name, "new_school_places")) return {};
  std::uint32_t k = i;
  while (k > 2 && one_of(letter(k - 1), "FcV")) --k;
  if (k < 3 || !one_of(letter(k - 1), "/&") || letter(k - 2) != 'Q' || letter(k - 3) != 'X') return {};
  Range schools = range_of(k - 3);
  constexpr std::string_view school = "学校";
  if (text_of(schools).ends_with(school)) schools.end -= static_cast<std::uint32_t>(school.size());
  return listed(List::class_prefixes, text_of(schools)) ? schools : Range{};
}

// 义务教育|增补|学位
Range ItemReader::class_before_flow(std::uint32_t i) const {
  if (i < 2 || letter(i - 1) != 'F' || letter(i - 2) != 'X' || token(i - 2).end != token(i - 1).begin) return {};
  return listed(List::class_prefixes, words(token(i - 2))) ? range_of(i - 2) : Range{};
}

// 新登记市场主体…,其中新登记企业增长…: another name of the same indicator is a part of it.
bool ItemReader::part_of_the_same(std::uint32_t i, std::uint32_t indicator) const {
  const std::uint32_t mark = i > 1 && one_of(letter(i - 1), ",:") ? i - 2 : i - 1;  // 其中,
  if (english_ || i == 0 || letter(mark) != 'w' || out_.statements.empty()) return false;
  const Statement& before = out_.statements.back();
  return before.sentence == sentence_ && before.head.indicator == indicator && before.head.scope.empty() &&
         text_of(before.head.mention) != words(token(i));
}

// 其中|农村零售额…: town or country, with which the name begins.
Range ItemReader::half_in_name(Range mention) const {
  Range half;
  for (const std::string_view said : model_.lists[List::halves]) {
    const std::string_view name = text_of(mention);
    if (said.size() < name.size() && said.size() > half.end - half.begin && name.starts_with(said)) {
      half = {mention.begin, static_cast<std::uint32_t>(mention.begin + said.size())};
    }
  }
  return half;
}

// 财政收入2800亿元,其中|一般公共预算收入…: what the name of the part makes of the whole; rows of the list hold the id of both,
// the name of the whole, and what it then is.
std::uint32_t ItemReader::whole_of_part(const Head& whole, std::uint32_t part) const {
  const std::string_view name = text_of(whole.mention);
  for (const std::string_view row : model_.lists[List::wholes_by_part]) {
    const std::size_t first = row.find(' '), second = row.find(' ', first + 1);
    if (second == std::string_view::npos || row.substr(0, first) != model_.indicator(whole.indicator).id) continue;
    // 其中县级财政收入: a level of the same; but 其中地方财政收入 is what the place keeps.
    const bool level = words(token(part)).ends_with(name) && !words(token(part)).starts_with("地方");
    if (row.substr(first + 1, second - first - 1) != name || level) continue;
    const auto found = model_.indicator_by_id.find(std::string(row.substr(second + 1)));
    if (found != model_.indicator_by_id.end()) return found->second;
  }
  return no_index;
}

// What was told of it, and may yet be told, is then of the whole.
void ItemReader::name_whole(std::uint32_t part) {
  const std::uint32_t id = model_.roles[token(part).word].name;
  if (id == no_index || !part_of_the_same(part, id)) return;
  const Head whole = out_.statements.back().head;
  const std::uint32_t found = whole_of_part(whole, part);
  if (found == no_index) return;
  // 财政总收入…,地方财政收入…,其中一般预算收入…: the whole told already is another.
  const bool told = std::any_of(out_.statements.begin(), out_.statements.end(), [&](const Statement& s) {
    return s.sentence == sentence_ && s.head.indicator == found && s.head.scope.empty();
  });
  if (told) {
    std::erase_if(out_.statements, [&](const Statement& s) {
      return s.sentence == sentence_ && s.head.mention.begin == whole.mention.begin;
    });
    return;
  }
  for (Statement& s : out_.statements) {
    if (s.sentence == sentence_ && s.head.mention.begin == whole.mention.begin) s.head.indicator = found;
  }
  for (Frame::Listed& listed : frame_.list) {
    if (listed.head.mention.begin == whole.mention.begin) listed.head.indicator = found;
  }
}

// A stretch that touches the name on its right makes another noun of it, but for a short list.
bool ItemReader::noun_goes_on(std::uint32_t i) const {
  if (english_) return english_noun_goes_on(i);
  // 城市低保的补助资金: over 的 as well, but for what a number says of it (城镇登记失业率的目标).
  if (letter(i + 1) == 'D' && letter(i + 2) == 'X') {
    return !model_.lists[List::noun_tails].begins(words(token(i + 2))) && token(i + 2).begin == token(i + 1).end;
  }
  if (letter(i + 1) != 'X' || token(i + 1).begin != token(i).end) return false;
  if (letter(i + 2) == 'Q' && listed(List::stages, words(token(i + 1)))) return false;  // 公租房|分配入住|1200套
  return qualifier_behind(i).empty() && !model_.lists[List::noun_tails].begins(words(token(i + 1)));
}

// 一般公共预算收入扣除减税因素后增长…: what restricts the name may stand behind it.
Range ItemReader::qualifier_behind(std::uint32_t i) const {
  if (english_) return {};
  const bool bracket = letter(i + 1) == '<' && one_of(letter(i + 2), "XJ");  // 地区生产总值(不含开发区)
  if (!bracket && letter(i + 1) != 'X') return {};
  const Token& next = token(bracket ? i + 2 : i + 1);
  return model_.lists[List::qualifiers].begins(words(next)) ? Range{next.begin, next.end} : Range{};
}

// 新增A企业5家、B企业7家: the flow word of the item before governs the next member of its 、 list.
bool ItemReader::flow_goes_on(std::uint32_t i) const {
  if (i >= 2 && letter(i - 1) == 'w' && one_of(letter(i - 2), ",:") && consumed_ == i - 2 && frame_.flow) return true;
  return (list_goes_on(i) && (flow_open_ || flow_of_unknown_before())) || flow_over_comma(i);
}

// 新认定高新技术企业86家,|科技型中小企业62家: a bare number behind a comma too, where a stock would say that it is one (达到62家,
// 入库62家).
bool ItemReader::flow_over_comma(std::uint32_t i) const {
  if (english_ || !flow_open_ || consumed_ == 0 || letter(consumed_) != ',' || letter(consumed_ - 1) != 'Q') return false;
  const bool classed = i == consumed_ + 2 && letter(i - 1) == 'X' && listed(List::class_prefixes, words(token(i - 1)));
  if ((i != consumed_ + 1 && !classed) || letter(i + 1) != 'Q' || reading_of(i + 1).unit != reading_of(consumed_ - 1).unit) return false;
  const std::uint32_t name = model_.roles[token(i).word].name;
  if (name == no_index || reading_of(i + 1).prefix_bound) return false;
  if (model_.flow_of[name] == no_index && !listed(List::sizes, model_.indicator(name).id)) return false;
  for (const std::string_view stock : {"入库", "实有", "有效", "备案", "现有", "年末", "期末", "在册", "总数", "总量", "存量", "数量", "保有量"}) {
    if (says(i, stock)) return false;
  }
  return !one_of(letter(i + 2), "/,") || !one_of(letter(i + 3), "Fgdy");
}

// 新增服务业企业60家、|限额以上商贸企业45家: the first member is no indicator of ours.
bool ItemReader::flow_of_unknown_before() const {
  if (english_ || list_from_ <= consumed_ || letter(list_from_ - 1) != 'Q') return false;
  std::uint32_t k = list_from_ - 1;
  // 新培植营业收入|过10亿元|企业: what the class is measured in stands before its limit
  while (k > consumed_ && (one_of(letter(k - 1), "XUDJq") || (one_of(letter(k - 1), "NPL") && letter(k) == 'q'))) --k;
  if (k < list_from_ - 1 && letter(k) == 'J' && (words(token(k)).starts_with("新增") || words(token(k)).starts_with("净增"))) return true;
  return k < list_from_ - 1 && k > consumed_ && letter(k - 1) == 'F';
}

// 望海新区固定资产投资增长…、工业总产值增长…: a place holds for the next item of its 、 list.
bool ItemReader::place_goes_on(std::uint32_t i) const {
  if (out_.statements.empty() || consumed_ == 0 || i != consumed_ + 1 || letter(consumed_) != '/') return false;
  const Statement& before = out_.statements.back();
  if (before.sentence != sentence_ || before.head.scope.empty()) return false;
  if (is_place(text_of(before.head.scope))) return true;
  if (!english_ && is_branch(text_of(before.head.scope)) && before.head.scope.end < before.head.mention.begin) return true;
  // 望海|国际机场旅客吞吐量…、货邮吞吐量…: one airport
  const std::uint32_t name = letter(i) == 'N' ? model_.roles[token(i).word].name : no_index;
  return !english_ && name != no_index && before.head.scope.end >= before.head.mention.begin &&
         text_of(before.head.mention).find("机场") != std::string_view::npos && listed(List::throughputs, model_.indicator(name).id);
}

// 对甲国进出口60亿元,其中出口30亿元;进口30亿元: the parts have the scope of the whole.
Range ItemReader::scope_of_whole(std::uint32_t i, std::uint32_t indicator) const {
  if (english_ || frame_.subject.size() != 1 || frame_.subject.front().scope.empty()) return {};
  const Head& before = frame_.subject.front();
  const std::string_view id = model_.indicator(indicator).id, id_before = model_.indicator(before.indicator).id;
  bool whole = false, part = false;
  for (const std::string_view row : model_.lists[List::parts_of_whole]) {
    const std::size_t end = row.find(' ');
    if (row.substr(end).find(id) == std::string_view::npos) continue;
    whole = row.substr(0, end) == id_before;
    part = row.substr(end).find(id_before) != std::string_view::npos;
  }
  // A part that took its scope from the whole stands clauses behind it.
  if (part && text_of({before.scope.end, before.mention.begin}).find(',') == std::string_view::npos) return {};
  if (!whole && !part) return {};
  bool of_which = false;
  for (std::uint32_t k = frame_.subject_sentence == sentence_ ? consumed_ : 0; k < i; ++k) {
    of_which = of_which || letter(k) == 'w';
    if (!one_of(letter(k), ",;/w")) return {};
  }
  return whole && !of_which ? Range{} : before.scope;
}

bool ItemReader::flow_word_before(std::uint32_t i) const {
  return holds_letter({std::max(list_from_, clause_begin(i)), i}, "F");
}

// Only 、 and words of the next member between the number before and token i.
bool ItemReader::list_goes_on(std::uint32_t i) const {
  if (list_from_ == 0 || list_from_ >= i) return false;
  bool mark = false;
  for (std::uint32_t k = list_from_; k < i; ++k) {
    const char c = letter(k);
    if (c == '/' || c == '&') mark = true;
    else if (!one_of(c, "XUDJFE")) return false;
  }
  return mark;
}

// 新开通国际货运航线4条,|货运量增长97.3%: what these routes carry.
bool ItemReader::of_new_routes(std::uint32_t i) const {
  if (english_ || i < 2 || letter(i) != 'N' || letter(i - 1) != ',') return false;
  const std::uint32_t name = model_.roles[token(i).word].name;
  if (name == no_index || !listed(List::carried, model_.indicator(name).id)) return false;
  const std::string_view clause = text_of({token(clause_begin(i - 1)).begin, token(i - 1).begin});
  const auto has = [&](std::string_view word) { return clause.find(word) != std::string_view::npos; };
  return (has("开通") || has("开行") || has("新增") || has("复航")) && (has("航线") || has("班列") || has("专列"));
}

// 实施协作项目86个,|到位资金4亿元: the money of these projects, not what was brought in.
bool ItemReader::of_projects_carried_out(std::uint32_t i) const {
  if (english_ || i < 2 || letter(i) != 'N' || !one_of(letter(i - 1), "/,") || letter(i - 2) != 'Q') return false;
  const WordRole& role = model_.roles[token(i).word];
  if (role.name == no_index || !role.weak || !model_.is(role.name, "investment_promotion_funds_in_place")) return false;
  const std::string_view clause = text_of({token(clause_begin(i - 1)).begin, token(i - 1).begin});
  const auto has = [&](std::string_view word) { return clause.find(word) != std::string_view::npos; };
  return has("项目") && (has("实施") || has("建设")) && !has("引") && !has("招") && !has("签");
}

// 论坛活动数量和|财政支出均压减…: what the activities cost.
bool ItemReader::of_what_is_counted(std::uint32_t i) const {
  if (english_ || i < 2 || letter(i) != 'N' || !model_.roles[token(i).word].weak || letter(i - 1) != '&') return false;
  const std::string_view counted = words(token(i - 2));
  return letter(i - 2) == 'X' && (counted.ends_with("数量") || counted.ends_with("次数"));
}

// 申报高新技术企业5家, 惠及市场主体3万户: the number is not one of the indicator.
bool ItemReader::refused_by_left(std::uint32_t i) const {
  if (of_new_routes(i) || of_projects_carried_out(i)) return true;
  // 帮扶3万名就业困难人员实现就业: those who are helped are those who found work.
  if (letter(i) == 'Q' && letter(i + 1) == 'N' && words(token(i + 1)).find("实现") != std::string_view::npos) return false;
  if (of_what_is_counted(i)) return true;
  for (std::uint32_t k = i; k > consumed_ && i - k < 3 && one_of(letter(k - 1), "XVJFDcU"); --k) {
    if (model_.lists[List::refuse_before].ends(words(token(k - 1)))) return true;
  }
  return false;
}

// 有4.1万人参加;中央财政支出4270万元: what the centre pays for what was told of.
bool ItemReader::paid_for_it(std::uint32_t i) const {
  const WordRole& role = model_.roles[token(i).word];
  if (english_ || !role.weak || i == 0 || words(token(i)) != "财政支出" || words(token(i - 1)) != "中央") return false;
  const std::string_view said = text_.substr(token(0).begin, token(i - 1).begin - token(0).begin);
  const auto has = [&](std::string_view word) { return said.find(word) != std::string_view::npos; };
  return !said.empty() && !has("财政") && !has("预算") && !has("赤字") && !has("支出");
}

// 农民人均纯收入3300元作为新的扶贫标准: no outcome, but where a line is drawn.
bool ItemReader::draws_a_line(std::uint32_t end) const {
  constexpr std::string_view as = "作为";
  if (english_) return false;
  std::string_view behind = text_.substr(token(end - 1).end);
  if (behind.starts_with("(")) behind.remove_prefix(std::min(behind.size(), behind.find(')') + 1));  // (2010年不变价)
  if (!behind.starts_with(as)) return false;
  const std::string_view what = behind.substr(0, behind.find_first_of(",;\n"));
  const std::string_view clause = what.substr(0, what.find("。"));
  return clause.ends_with("标准") || clause.ends_with("线");
}

// 实际使用外资…,其中|高技术产业占比41%: of what was told, and not of industry.
bool ItemReader::share_of_another(std::uint32_t name) const {
  const std::uint32_t share = model_.roles[token(name).word].name;
  if (share == no_index || frame_.subject.empty() || frame_.subject_sentence != sentence_) return false;
  const IndicatorEntry& entry = model_.indicator(share);
  if (!entry.id.starts_with("share_of_") || entry.group == model_.indicator(frame_.subject.front().indicator).group) return false;
  const std::string_view said = words(token(name));
  const std::size_t of = said.find("占");
  return of == std::string_view::npos || said.substr(of) == "占比";  // else the name says of what
}

// 教育支出1043亿元,其中中央财政支出198亿元: a part of what is no indicator of ours.
bool ItemReader::part_of_another(std::uint32_t name) const {
  if (english_) return false;
  const bool counted = list_from_ > consumed_;
  for (std::uint32_t k = name; k > std::max(list_from_, consumed_); --k) {
    if (letter(k - 1) == 'w') return share_of_another(name) || (counted ? !part_by_itself(name) : part_of_spending(k - 1, name));
    if (!one_of(letter(k - 1), "XUDJ")) return false;
    // 园区投资超2000亿元,其中临港新区|工业投资增长26%: the place says of what it is a part, the name what it is
    if (letter(k - 1) == 'X' && k == name && k > 1 && letter(k - 2) == 'w' && is_place(words(token(k - 1)))) return false;
  }
  return false;
}

// 增加教育支出,其中中央财政支出26亿元: named without a number.
bool ItemReader::part_of_spending(std::uint32_t of_which, std::uint32_t name) const {
  constexpr std::string_view spending = "支出";
  if (of_which < 2 || letter(of_which - 1) != ',' || !one_of(letter(of_which - 2), "XJN")) return false;
  return words(token(of_which - 2)).ends_with(spending) && words(token(name)).ends_with(spending);
}

// 农作物播种面积…,其中粮食播种面积…: a name that says all of what the part is, in the unit of the whole.
bool ItemReader::part_by_itself(std::uint32_t name) const {
  const std::uint32_t indicator = model_.roles[token(name).word].name;
  if (indicator == no_index || !listed(List::parts_by_name, model_.indicator(indicator).id)) return false;
  // 新增电力装机320万千瓦,其中新能源装机…: of the new ones, where the whole says that it is new.
  const std::uint32_t whole = list_from_ - 1;
  if (model_.indicator(indicator).id.starts_with("new_") && !holds_letter({clause_begin(whole), whole}, "F")) return false;
  std::uint32_t value = name + 1;
  while (one_of(letter(value), neutral_letters)) ++value;
  return letter(value) == 'Q' && letter(list_from_ - 1) == 'Q' && reading_of(value).unit == reading_of(list_from_ - 1).unit;
}

// 开工…,其中棚户区改造…: the stage of the whole.
Range ItemReader::stage_of_whole(const Head& head) const {
  if (english_ || list_from_ <= consumed_ || list_from_ < 2 || head.token == no_index) return {};
  if (model_.indicator(head.indicator).nature != Nature::count || letter(head.token - 1) != 'w') return {};
  for (std::uint32_t verb = list_from_ - 1; verb-- > clause_begin(list_from_ - 1);) {  // 新开工|各类保障住房8万套,其中…
    if (one_of(letter(verb), "XV") && listed(List::stages, words(token(verb)))) return range_of(verb);
    if (one_of(letter(verb), "QNPL")) break;
  }
  return {};
}

}  // namespace zhibiao::extract
