#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/item_reader.hpp"
#include "text/utf8.hpp"
#include "value/decimal.hpp"

namespace zhibiao::extract {
namespace {

// Words that make a number one of the subject: growth words, 年均, 达到, 累计, 总数, 比2016年.
constexpr LetterSet carrying_letters = "gdactkSb";

}  // namespace

// 分经济类型看,…: the sentence says class by class what the one before says of all.
bool ItemReader::told_by_class() const {
  constexpr std::uint32_t reach = 4;  // 在规模以上工业中,分经济类型看,…
  for (std::uint32_t k = 0; !english_ && k < reach && k < lexed_.letters.size(); ++k) {
    if (letter(k) == 'w') return cue(k) != nullptr && cue(k)->value == "by_class";
    if (!one_of(letter(k), "XJ,")) return false;
  }
  return false;
}

// May the subject be carried to an item that starts at token i?
bool ItemReader::may_carry(std::uint32_t i) const {
  if (frame_.subject.empty() || frame_.subject_sentence == no_index) return false;
  const bool by_quarter = !english_ && letter(0) == 'X' && letter(1) == ',' && words(token(0)).ends_with("季度看");
  const bool by_class = told_by_class();
  const bool of_which = letter(i) == 'w' || (i > 0 && letter(i - 1) == 'w') || by_quarter || by_class;
  if (frame_.subject_sentence != sentence_ && !(of_which && frame_.subject_sentence + 1 == sentence_)) return false;
  if (consumed_ == 0 && letter(i) == 'w' && by_class) return true;
  // Only cues between the item before and this one.
  bool clause_crossed = false;
  for (std::uint32_t k = i; k > consumed_; --k) {
    const char c = letter(k - 1);
    if (c == ',' || (c == '/' && k > 1 && one_of(letter(k - 2), growth_letters))) clause_crossed = true;
    if (c == 'B' && !english_) {  // 连跨五个|千亿元台阶: passed on the way to what was told
      const std::uint32_t first = k >= 2 && letter(k - 2) == 'X' ? k - 2 : k - 1;
      if (frame_.subject_met && first > consumed_ && one_of(letter(first - 1), ",/") && (first == k - 1 || passes_steps(first))) {
        k = first + 1;
        continue;
      }
      const std::uint32_t opening = clause_begin(k - 1);  // 接连迈上两个千亿台阶,
      if (frame_.subject_met && opening > consumed_ && passes_steps(opening) && !clause_holds(k - 1, "QNPLWI")) {
        k = opening + 1;
        continue;
      }
      if (!frame_.subject_met && letter(k) == '/') clause_crossed = true;  // 连跨三个千亿元台阶、达到…
    }
    if (english_ && c == ',' && frame_.subject_met && ranks_behind_value(k - 1)) return true;
    // 43162吨,比上年略有减少,|减少0.1%: what it did, before by how much
    if (!english_ && frame_.subject_met && one_of(c, growth_letters) && letter(k) == ',' && only_moved(k)) {
      k = clause_begin(k - 1);
      clause_crossed = true;
      if (k <= consumed_) return false;
      continue;
    }
    if (c == '>' && !english_) {  // 1637亿元(不含…),增长…: a remark in brackets is passed over, with what it names
      std::uint32_t open = k - 1;
      while (open > consumed_ && !one_of(letter(open - 1), "QNPIW<>")) --open;
      if (open > consumed_ && one_of(letter(open - 1), "NP")) return false;
      if (frame_.subject_met && open == consumed_ + 1 && letter(consumed_) == '<') return true;
    }
    if (one_of(c, ",/;w<>:")) continue;
    if (english_ && one_of(c, "&i")) continue;  // and reached…, with an increase of…
    if (english_ && c == 'X' && opens_clause(words(token(k - 1)))) continue;
    if (english_ && c == 'X' && (rounds_off(k - 1) || (clause_crossed && k - 1 == consumed_ && words(token(k - 1)) == "that"))) {
      continue;
    }
    if (english_ && c == 'X' && clause_crossed && !frame_.subject_met && says_how(k - 1)) continue;
    if (english_ && c == 't' && clause_crossed && letter(consumed_) == 'X' && words(token(consumed_)) == "that") continue;
    if (english_ && c == 'X' && taken_up_by_pronoun(k - 1)) return true;
    if (one_of(c, neutral_letters) || one_of(c, "FI")) continue;
    if (c == 'X' && frame_.subject_met && is_connective(words(token(k - 1)))) continue;
    if (c == 'X' && trails(k - 1)) continue;
    if (c == 'V' && k - 1 == consumed_ && k > 1 && letter(k - 2) == 'N') continue;  // 保障性住房建设: behind its name
    if (c == 'N' && !frame_.subject_met) return !(english_ && clause_crossed && within_aside(k - 1));  // the name itself, met without a value
    // 粮食产量再上新台阶，突破…: what else its own clause said of it.
    if (!frame_.subject_met && clause_crossed && (english_ ? one_of(c, "gd") : one_of(c, "XVgdDIBRU"))) continue;
    return false;
  }
  return true;
}

// 比上年略有减少, 较上年有所增加: the clause before token `end` says that it moved, and no more.
bool ItemReader::only_moved(std::uint32_t end) const {
  for (std::uint32_t k = clause_begin(end - 1); k < end; ++k) {
    if (one_of(letter(k), "yTbcgd")) continue;
    if (!one_of(letter(k), "XV")) return false;
    const std::string_view said = words(token(k));
    if (!is_one_of(said, {"略有", "有所", "小幅", "稍有", "略微", "稳步", "明显", "大幅", "继续", "略"})) return false;
  }
  return true;
}

// 连跨五个, 接连迈上两个: the verb of the steps behind it, and no noun.
bool ItemReader::passes_steps(std::uint32_t i) const {
  for (const std::string_view verb : {"连", "接连", "先后", "相继", "跨", "迈", "跃", "登", "站", "再上", "又上", "成功", "一年"}) {
    if (words(token(i)).starts_with(verb)) return true;
  }
  return false;
}

// Investment, which …, was brought under control; last year it still increased by 9%: the subject of the clause before.
bool ItemReader::taken_up_by_pronoun(std::uint32_t i) const {
  const std::string said = lower(words(token(i)));
  if (said != "it" && said != "it still" && said != "it also") return false;
  std::uint32_t first = i;
  while (first > 0 && one_of(letter(first - 1), "T,")) --first;
  if (first == 0 || letter(first - 1) != ';' || frame_.subject.size() != 1) return false;
  const Head& head = frame_.subject.front();
  if (head.token == no_index || text_of(head.mention).ends_with('s')) return false;
  std::uint32_t opening = head.token;
  while (opening > 0 && one_of(letter(opening - 1), "cUT,")) --opening;
  if (opening > 0 && letter(opening - 1) != ';') return false;
  for (std::uint32_t k = head.token + 1; k + 1 < first; ++k) {
    if (one_of(letter(k), ";N&")) return false;
  }
  return true;
}

// Value added | maintained rapid | growth, with an increase of 8%: how it went.
bool ItemReader::says_how(std::uint32_t i) const {
  return every_word(words(token(i)), [&](std::string_view word) {
    const std::string spelled = lower(word);
    return listed(List::en_gap, spelled) || ends_in(spelled, "ly") ||
           is_one_of(spelled, {"maintained", "kept", "sustained", "continued", "momentum", "remained", "relatively", "recovered", "rebounded",
               "improved"});
  });
}

// A short rest of the item before (5个千亿台阶, 首位), not yet another clause.
bool ItemReader::trails(std::uint32_t i) const {
  return i == consumed_ && i > 0 && token(i).end - token(i).begin <= 12 && token(i - 1).end == token(i).begin &&
         one_of(letter(i - 1), "QI");
}

// A carried number needs a word of its own: a growth word, 达到, 总数, 累计, or its bound word.
bool ItemReader::spoken_for(Group p, std::uint32_t value, Predicate& predicate) const {
  const bool number = letter(value) == 'Q';
  if (english_ && number) {
    // 60% of that money; the cue may stand behind: a 9% increase.
    const bool of = letter(value + 1) == 'c' && words(token(value + 1)) == "of";
    if (of && reading_of(value).unit == "percent") return false;
    // grew by 5% in 2025 and by 6% in 2026
    if (frame_.growth != 0 && says_by(p, {value, value + 1, true}, predicate)) {
      predicate.direction = frame_.growth;
      predicate.mean = predicate.mean || frame_.mean;
      return true;
    }
    if (year_for_year(p, value)) {
      const Predicate& before = out_.statements.back().predicate;
      predicate.direction = before.direction;
      predicate.bound = before.bound ? before.bound : reading_of(out_.statements.back().value).prefix_bound;
      return true;
    }
    // , exceeding 5 trillion yuan: its bound word is a verb
    const std::string bound = lower(words(token(value)));
    if (bound.starts_with("exceed") || bound.starts_with("surpass") || bound.starts_with("topp")) return true;
    // 1.2 percentage points more than in 2020, 1.5 times the 2020 level
    if (letter(value + 1) == 'b' && (compares(value + 1) != 0 || reading_of(value).unit == "times")) return true;
    // 12.1 percent over the previous year, and no word of growth
    if (p.begin == p.end && letter(value + 1) == 'y' && reading_of(value).unit == "percent" &&
        words(token(value + 1)).starts_with("over ") && predicate.direction == 0 && consumed_ + 1 == value && letter(consumed_) == ',') {
      predicate.direction = 1;
      return true;
    }
    const std::uint32_t behind = one_of(letter(value + 1), "ya") ? value + 2 : value + 1;
    if (holds_letter(p, "F") && (same_unit_as_before(value) || new_of_stock(value))) return true;  // , a net increase of 3,000
    return holds_letter(p, carrying_letters) || one_of(letter(behind), growth_letters);
  }
  bool cue_word = !number;
  // 增加值增速高于全省,力争达到8%: the name says that it grows.
  const bool grows = number && !english_ && reading_of(value).unit == "percent" && growth_named(frame_.subject.front());
  const bool goes_on = frame_.growth != 0 || same_unit_as_before(value) || grows;
  for (std::uint32_t i = consumed_; i < value; ++i) {
    if (i < p.begin && !one_of(letter(i), "TykSam")) continue;
    if (one_of(letter(i), carrying_letters) || letter(i) == 'f' || (goes_on && letter(i) == 'm')) cue_word = true;
    if (letter(i) == 'p' && (words(token(i)).ends_with("达") || words(token(i)).ends_with("达到"))) cue_word = true;  // 预计达到620亿元
  }
  // 一季度增长7.4%,上半年7.7%
  if (number && frame_.growth != 0 && reading_of(value).unit == "percent" && letter(value - 1) == 'T' && value > 1 &&
      one_of(letter(value - 2), ",/;") && value - 2 == consumed_) {
    cue_word = true;
  }
  // 年均提高1.6个百分点、到2022年接近58%
  if (number && value > 1 && letter(value - 1) == 'T' && words(token(value - 1)).starts_with("到") && one_of(letter(value - 2), ",/")) {
    cue_word = true;
  }
  // 稳定在317天以上,其中2021年322天
  if (number && value > 1 && letter(value - 1) == 'T' && letter(value - 2) == 'w' &&
      (same_unit_as_before(value) || in_unit_of_subject(value))) {
    cue_word = true;
  }
  // 是上年的2.1倍
  if (number && reading_of(value).unit == "times" && holds_letter(p, "y")) cue_word = true;
  // 常住人口542.3万人,净增1.7万人
  if (holds_letter(p, "F") && (same_unit_as_before(value) || new_of_stock(value))) cue_word = true;
  if (in_another_currency(p, value)) cue_word = true;
  // 推进高标准农田建设,力争新建6万亩: a verb takes up the subject; has_verb_of_its_own says which.
  if (holds_letter(p, "V")) cue_word = true;
  if (number && reading_of(value).prefix_bound && (*reading_of(value).prefix_bound != Bound::about || near_a_level(value))) {
    cue_word = true;
  }
  // 固定资产投资增幅居全省第二、|达到12.8%
  if (grows_by_name(value) && number && predicate.direction == 0 && reading_of(value).unit == "percent") {
    predicate.direction = letter(frame_.subject.front().token + 1) == 'd' ? -1 : 1;
  }
  // 增长7%以上、力争达到8%: still growth.
  if (number && predicate.direction == 0 && !predicate.stock && reading_of(value).unit == "percent" &&
      frame_.growth != 0) {
    predicate.direction = frame_.growth;
    predicate.mean = predicate.mean || frame_.mean;
  }
  return cue_word;
}

// 增幅, 增速 right behind the name, with no number of its own.
bool ItemReader::grows_by_name(std::uint32_t value) const {
  const std::uint32_t name = frame_.subject.front().token;
  if (english_ || frame_.subject.size() != 1 || name == no_index || frame_.subject_sentence != sentence_ || name + 1 >= value) return false;
  if (token(name + 1).begin != token(name).end || holds_letter({name + 1, value}, "QNW")) return false;
  if (letter(name + 1) == 'R') return words(token(name + 1)).starts_with("增速") || words(token(name + 1)).starts_with("增幅");
  return one_of(letter(name + 1), growth_letters) && listed(List::growth_words, words(token(name + 1)));
}

// 增长7.4%左右,接近700亿元: a verb, where 近 and 约 are none.
bool ItemReader::near_a_level(std::uint32_t value) const {
  const std::string_view said = words(token(value));
  return !english_ && (said.starts_with("接近") || said.starts_with("逼近")) && frame_.subject.size() == 1 &&
         model_.indicator(frame_.subject.front().indicator).nature == Nature::amount;
}

// 其中民间项目378个、|完成投资…: of those that were counted.
Range ItemReader::projects_of_which(std::uint32_t t) const {
  std::uint32_t k = t;
  while (k > consumed_ && one_of(letter(k - 1), "cVF")) --k;
  if (english_ || k < 4 || !one_of(letter(k - 1), "/,") || letter(k - 2) != 'Q' || !one_of(letter(k - 3), "XJ") || letter(k - 4) != 'w') return {};
  return words(token(k - 3)).ends_with("项目") ? range_of(k - 3) : Range{};
}

// 新增国家级小巨人企业9家、|省级52家: the same, of another rank.
bool ItemReader::next_rank(std::string_view said, const Head& head, std::uint32_t value) const {
  if (out_.statements.empty() || !same_unit_as_before(value) || reading_of(value).unit == "percent") return false;
  const Statement& before = out_.statements.back();
  const auto is_rank = [](std::string_view words) { return is_one_of(words, {"国家级", "省级", "市级", "县级", "自治区级", "部级", "区级"}); };
  return before.sentence == sentence_ && before.head.indicator == head.indicator && is_rank(said) && is_rank(text_of(before.head.scope));
}

// 甲地区生产总值…;乙地区713亿元,…: another place; 其中城市上涨…,农村上涨…: the other half.
bool ItemReader::next_part(std::uint32_t i, Group p, Group v) const {
  if (english_ || i == 0 || !one_of(letter(i - 1), ",;/") || i != consumed_ + 1 || frame_.subject.empty()) return false;
  const Head& head = frame_.subject.front();
  for (const Head& other : frame_.subject) {  // 望海新区、青屏开发区生产总值均增长…
    if (other.indicator != head.indicator) return false;
  }
  const std::string_view said = words(token(i));
  if (next_rank(said, head, v.begin)) return true;
  const bool percent = reading_of(v.begin).unit == "percent";
  if (percent && !holds_letter(p, growth_letters)) return false;
  // 望海区生产总值增长6%以上,临澜县突破1200亿元: a level, where the growth of another was told.
  const IndicatorEntry& entry = model_.indicator(head.indicator);
  const bool fits = entry.nature == Nature::amount && entry.has_unit(reading_of(v.begin).unit);
  bool measured = percent || fits, halved = false;
  constexpr std::size_t looked_at = 6;
  const std::size_t size = out_.statements.size();
  for (std::size_t k = size; k-- > 0 && size - k <= looked_at && out_.statements[k].sentence == sentence_;) {
    const Statement& before = out_.statements[k];
    if (before.head.indicator != head.indicator || letter(before.value) != 'Q') break;
    measured = measured || reading_of(before.value).unit == reading_of(v.begin).unit;
    const std::string_view part = text_of(before.head.scope);
    const bool town = part == "城市" || part == "城镇", country = said == "农村" || said == "乡村";
    halved = halved || (frame_.part == before.value && town && country);
  }
  if (!measured) return false;
  // 其中望海区增长7.3%、|临澜县增长6.6%: the places of a list
  const Statement& before = out_.statements.back();
  if (frame_.part == before.value && is_place(text_of(before.head.scope)) && is_place(said)) return true;
  // 分经济类型看,国有企业增长4%,|股份制企业增长7%
  if (told_by_class() && said.ends_with("企业")) return true;
  // 其中公路7915万吨、|水路168万吨: parts told alike
  constexpr std::size_t longest_part = 6;
  const bool alike = p.begin == p.end && before.value > 1 && letter(before.value - 1) == letter(i) && letter(before.value - 2) == 'w' &&
                     reading_of(before.value).unit == reading_of(v.begin).unit;
  const bool short_name = text::character_borders(said).size() <= longest_part + 1 && is_scope_as_it_is(range_of(i));
  if (frame_.part == before.value && alike && letter(i - 1) == '/' && !percent && short_name) return true;
  if (letter(i - 1) == '/') return false;
  if (halved) return true;
  const bool place = is_place(said) || said.ends_with("地区");
  return place && !head.scope.empty() && head.scope.end <= head.mention.begin;
}

// 居民人均可支配收入…;城镇居民…元,农村居民…元: the name of the half is made of these words and of the end of the subject's.
std::uint32_t ItemReader::half_of(const Head& whole, std::string_view half) const {
  const std::string_view label = model_.indicator(whole.indicator).label_zh;
  constexpr std::string_view income = "收入", spending = "支出";
  if (half == spending) {  // 一般公共预算收入…,支出…
    if (!label.ends_with(income)) return no_index;
    return model_.indicator_named(std::string(label.substr(0, label.size() - income.size())).append(spending));
  }
  for (const std::string_view capital : {"外资", "内资"}) {  // 实际利用内资…、外资…
    constexpr std::string_view used = "实际利用";
    if (half == capital && text_of(whole.mention).starts_with(used)) return model_.indicator_named(std::string(used).append(half));
  }
  if (!listed(List::halves, half)) return no_index;
  const text::Borders borders = text::character_borders(label);
  constexpr std::size_t shortest_end = 6;
  for (std::size_t b = 0; b + shortest_end < borders.size(); ++b) {
    const std::uint32_t found = model_.indicator_named(std::string(half).append(label.substr(borders[b])));
    if (found != no_index && found != whole.indicator) return found;
  }
  return no_index;
}

// Budget revenue reached…, and expenditures totaled…
bool ItemReader::apply_spending(Group s, Group p, Group v) {
  if (!frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  const std::string said = lower(words(token(s.begin)));
  if (said != "expenditures" && said != "expenditure" && said != "spending") return false;
  if (!model_.is(frame_.subject.front().indicator, "general_public_budget_revenue")) return false;
  const bool by = frame_.growth != 0 && says_by(p, v, {});  // revenue rose by 2% and expenditure by 3%
  if (reading_of(v.begin).unit == "percent" && !holds_letter(p, growth_letters) && !by) return false;
  for (std::uint32_t k = consumed_; k < s.begin; ++k) {
    if (!one_of(letter(k), ",;&c")) return false;
  }
  Head head = frame_.subject.front();
  head.indicator = model_.indicator_named("general public budget expenditure");
  if (head.indicator == no_index) return false;
  head.mention = range_of(s.begin);
  head.token = s.begin;
  Predicate predicate;
  if (by) predicate.direction = frame_.growth;
  read_predicate(p.begin, p.end, predicate);
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// Reads the half of the subject that stands at s; false where there is none.
bool ItemReader::apply_half(Group s, Group p, Group v) {
  if (s.begin + 1 != s.end || frame_.subject.size() != 1) return false;
  if (english_) return apply_spending(s, p, v);
  const std::string_view said = words(token(s.begin));
  const bool next_sentence = frame_.subject_sentence + 1 == sentence_;
  if (!next_sentence && frame_.subject_sentence != sentence_) return false;
  const Head& whole = frame_.subject.front();
  if (!whole.scope.empty() && !listed(List::halves, text_of(whole.scope))) return false;
  // Nothing before it but marks, 其中 and how the whole is divided (按常住地分).
  std::uint32_t from = next_sentence ? 0 : consumed_;
  if (!next_sentence && !frame_.subject_met && whole.token != no_index) from = whole.token + 1;
  if (!next_sentence && s.begin <= from) return false;
  bool divided = false;
  for (std::uint32_t k = from; k < s.begin; ++k) {
    const bool divides = letter(k) == 'X' && words(token(k)).starts_with("按") && words(token(k)).ends_with("分");
    divided = divided || divides;
    if (one_of(letter(k), "o&") && !frame_.subject_met) {  // …高于经济增速,其中城镇居民…
      while (k + 1 < s.begin && !one_of(letter(k + 1), ",;:/")) ++k;
      continue;
    }
    if (!one_of(letter(k), ",;/:w") && !(one_of(letter(k), "ga") && !frame_.subject_met) && !divides) return false;
  }
  const bool percent = letter(v.begin) == 'Q' && reading_of(v.begin).unit == "percent";
  const bool goes_on = frame_.growth != 0 && same_unit_as_before(v.begin);  // 增长7%,其中城镇6%
  if (percent && !holds_letter(p, growth_letters) && !goes_on) return false;
  Head head = whole;
  head.indicator = half_of(whole, said);
  if (head.indicator == no_index) {
    // 社会消费品零售总额…;城镇…亿元,乡村…亿元: no name of its own
    if (!listed(List::halves, said) || (!next_sentence && whole.scope.empty() && frame_.part == no_index)) return false;
    if (next_sentence && !divided && model_.indicator(whole.indicator).nature != Nature::amount) return false;
    head.indicator = whole.indicator;
    head.scope = range_of(s.begin);
  } else {
    head.scope = {};
    head.mention = range_of(s.begin);
    head.token = s.begin;
  }
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  if (percent && predicate.direction == 0) predicate.direction = frame_.growth;
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// 规模以上工业增加值…,其中采矿业增长2%; 地区生产总值…,其中工业增长8%: branches are no records.
bool ItemReader::branch_of_industry(Group s) const {
  if (english_ || frame_.subject.size() != 1) return false;
  const std::string& id = model_.indicator(frame_.subject.front().indicator).id;
  if (id != "value_added_of_industry_above_designated_size" && id != "gdp") return false;
  const std::string_view said = words(token(s.end - 1));
  return said.ends_with("业") && !said.ends_with("企业") && (id == "gdp" || !said.ends_with("工业"));
}

// 新增…30家,力争突破40家: more of the new ones, where the number says that it is not all there are.
bool ItemReader::aims_higher(std::uint32_t value) const {
  if (out_.statements.empty() || letter(value) != 'Q') return false;
  const std::uint32_t before = out_.statements.back().value;
  if (letter(before) != 'Q' || reading_of(before).unit != reading_of(value).unit) return false;
  bool strives = false;
  for (std::uint32_t k = before; k < value; ++k) {
    strives = strives || letter(k) == 'm';
    if (one_of(letter(k), "Sk;:")) return false;
  }
  const Decimal &first = reading_of(before).lower, &second = reading_of(value).lower;
  const std::optional<Decimal> twice = value::multiply(first, {2, 0});
  return strives && twice && value::compare(second, first) > 0 && value::compare(second, *twice) <= 0;
}

// 保障性住房3400套、在建5100套: another stage of what is counted.
Range ItemReader::stage_of(const Head& head, Group p) const {
  if (model_.indicator(head.indicator).nature != Nature::count) return {};
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (one_of(letter(i), "XV") && listed(List::stages, words(token(i)))) return range_of(i);
  }
  return {};
}

// 在建保障性住房3200套,新建1500套: the stage before is not that of what is built.
bool ItemReader::builds(Group p) const {
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) == 'V' && listed(List::building, words(token(i)))) return true;
  }
  return false;
}

// 5G基站…,全年新建3.7万个
bool ItemReader::newly_built(Group p) const {
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) == 'V' && (words(token(i)) == "新建" || words(token(i)) == "新建成")) return true;
  }
  return false;
}

// 小巨人企业561家,推动超1万家…: what the verb moves is not the subject.
bool ItemReader::has_verb_of_its_own(Group p, Group v) const {
  if (!frame_.subject_met) return false;
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) != 'V' || listed(List::stages, words(token(i)))) continue;
    if (!listed(List::building, words(token(i))) || !same_unit_as_before(v.begin)) return true;
  }
  return false;
}

// 完成1万人次的各类培训: a count whose noun stands behind it.
bool ItemReader::counts_another_noun(Group v) const {
  if (letter(v.begin) != 'Q') return false;
  if (english_) return english_noun_behind(v.begin);
  const std::string_view unit = reading_of(v.begin).unit;
  if (unit != "item" && unit != "person" && unit != "person_time" && unit != "household") return false;
  std::uint32_t next = v.end;
  if (letter(next) == 'D') ++next;
  if (!one_of(letter(next), "XPJ") || token(next).begin != token(next - 1).end) return false;
  return !model_.lists[List::behind_values].begins(words(token(next)));
}

bool ItemReader::same_unit_as_before(std::uint32_t value) const {
  if (letter(value) != 'Q' || out_.statements.empty()) return false;
  const std::uint32_t before = out_.statements.back().value;
  return letter(before) == 'Q' && reading_of(before).unit == reading_of(value).unit;
}

// The last number told of the subject in this sentence whose unit fits; nothing where something else was told since.
template <typename Fits>
const Statement* ItemReader::last_told(Fits fits) const {
  for (std::size_t k = out_.statements.size(); k-- > 0 && out_.statements[k].sentence == sentence_;) {
    const Statement& before = out_.statements[k];
    if (before.head.indicator != frame_.subject.front().indicator || letter(before.value) != 'Q') return nullptr;
    if (fits(reading_of(before.value).unit)) return &before;
  }
  return nullptr;
}

// 市场主体8万户、增长13%,年内新登记1万户: the last level of the stock has the unit of what is new of it.
bool ItemReader::new_of_stock(std::uint32_t value) const {
  if (english_ || letter(value) != 'Q' || frame_.subject.size() != 1) return false;
  const std::string_view own = reading_of(value).unit;
  const Statement* told = last_told([&](std::string_view unit) { return unit == own || unit != "percent"; });
  return told != nullptr && reading_of(told->value).unit == own && told->predicate.direction == 0;
}

// 新登记市场主体3万户、增长12%,其中企业8千户: in a unit in which the subject was told, clauses before.
bool ItemReader::in_unit_of_subject(std::uint32_t value) const {
  if (english_ || letter(value) != 'Q' || frame_.subject.size() != 1) return false;
  const std::string_view own = reading_of(value).unit;
  return own != "percent" && last_told([&](std::string_view unit) { return unit == own; }) != nullptr;
}

// 实际使用外资1140亿元,增长14%,折170亿美元,增长20%: told again in another currency, as customs and commerce do.
bool ItemReader::in_another_currency(Group p, std::uint32_t value) const {
  if (english_ || letter(value) != 'Q' || p.begin == p.end || frame_.subject.size() != 1) return false;
  const std::string_view said = words(token(p.end - 1));
  if (said != "折" && said != "折合" && said != "约合" && said != "折算") return false;
  if (letter(value + 1) != ',' || !one_of(letter(value + 2), "gdy")) return false;
  const auto currency = [](std::string_view unit) { return unit.size() == 3 && unit[0] >= 'A' && unit[0] <= 'Z'; };
  const std::string_view unit = reading_of(value).unit;
  if (!currency(unit)) return false;
  const Statement* told = last_told(currency);
  return told != nullptr && reading_of(told->value).unit != unit;
}

// What stands between the item before and token i. 跨上两个台阶,达到…: growth and bound words of an earlier clause
// stay there; 累计, 年均, times and bases go on.
Predicate ItemReader::told_before(std::uint32_t i) const {
  std::uint32_t own = left_stop(i);
  for (std::uint32_t k = own; !english_ && k < i; ++k) {  // 浓度持续下降、控制在32微克
    if (letter(k) == '/') own = k + 1;
  }
  Predicate told;
  read_predicate(consumed_, own, told);
  told.direction = 0;
  told.arrival = told.carrier = told.reached = told.stock = told.flow = false;
  told.bound.reset();
  read_predicate(own, i, told);
  return told;
}

// 粮食产量280万吨、|肉类36万吨: the end of the name before makes the name of the next.
bool ItemReader::apply_shared_end(Group s, Group p, Group v, std::string_view shared) {
  if (english_ || frame_.subject.size() != 1) return false;
  const Head& before = frame_.subject.front();
  const bool ends = text_of(before.mention).ends_with(shared) || model_.indicator(before.indicator).label_zh.ends_with(shared);
  const bool percent = letter(v.begin) == 'Q' && reading_of(v.begin).unit == "percent";
  if (!ends || percent != holds_letter(p, growth_letters) || (!percent && !in_unit_of_subject(v.begin))) return false;
  Head head;
  head.indicator = model_.indicator_named(std::string(words(token(s.begin))).append(shared));
  if (head.indicator == no_index || head.indicator == before.indicator) return false;
  head.mention = range_of(s.begin);
  head.token = s.begin;
  head.scope = before.scope;
  head.region = before.region;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

bool ItemReader::apply_carry(const Row& row, std::uint32_t begin) {
  const Group p = group(row.pred), s = group(row.scope), v = group(row.values), q = group(row.pred_after);
  if (s.present && apply_half(s, p, v)) {
    if (q.present) {  // 农村居民由2019年的9800元增加到16300元
      Statement reached = out_.statements.back();
      out_.statements.pop_back();
      add_start_values(group(row.from), {reached.head}, reached.predicate);
      reached.predicate.arrival = true;
      keep_out(group(row.from), reached);
      out_.statements.push_back(reached);
      starts_from(group(row.from));
    }
    return true;
  }
  if (row.entry->attributes.contains("half")) return false;
  if (const auto last = row.entry->attributes.find("last"); last != row.entry->attributes.end()) {
    return may_carry(begin) && apply_shared_end(s, p, v, last->second);
  }
  if (english_) {
    if (row.entry->attributes.contains("value_added")) return apply_its_value_added(s, p, v, group(row.behind));
    if (row.entry->attributes.contains("output")) return apply_output(s, p, v, group(row.behind));
    if (row.entry->attributes.contains("it")) return apply_it(s, p, v, group(row.behind));
    if (row.entry->attributes.contains("pair")) return apply_pair(s, p, v, group(row.behind));
    if (row.entry->attributes.contains("strives")) return apply_strives(begin, p, v);
    if (row.entry->attributes.contains("kind")) return apply_kind(s, p, v, group(row.behind));
  }
  // a ratio of 2.31 to 1
  if (english_ && begin == consumed_ && begin > 0 && letter(begin) == 't' && words(token(v.begin)) == "1" && letter(begin - 1) == 'Q' &&
      is_one_of(reading_of(begin - 1).unit, {"", "times"}) && !out_.statements.empty() && out_.statements.back().value == begin - 1) {
    return true;
  }
  if (s.present && letter(s.begin) == 'V' && words(token(s.begin)) != "对") return false;  // 其中|对中亚|增长30%
  const bool partner = row.entry->attributes.contains("partner");
  if (partner && !another_partner(s, begin, v.begin)) return false;
  const bool own_part = english_ && !s.present && !q.present && part_for_part(begin, v.end);
  if (!own_part && !may_carry(begin)) return false;
  if (!reads_of(row, frame_.subject.front())) return false;
  if (!english_ && begin > 0 && letter(begin - 1) == 'I' && words(token(begin - 1)).ends_with("月")) {  // 12月增长9%
    refuse("unsettled", begin - 1, v.end);
    return true;
  }
  if (row.entry->attributes.contains("qualifier") && !model_.lists[List::qualifiers].begins(words(token(s.begin)))) {
    return false;
  }
  const bool place = row.entry->attributes.contains("place");
  if (place && !next_part(begin, p, v)) return false;
  if (s.present && branch_of_industry(s)) {
    refuse("part_of_another", s.begin, v.end);
    return true;
  }
  if (s.present && !english_ && model_.lists[List::other_amounts].ends(words(token(s.end - 1)))) {  // 其中亏损企业亏损额增长22%
    refuse("another_noun", s.begin, v.end);
    return true;
  }
  Predicate predicate = partner ? Predicate() : told_before(p.begin);
  read_predicate(p.begin, p.end, predicate);
  if (english_ && predicate.arrival && told_as_stock(frame_.subject.front(), predicate)) {  // rose by 2,100 to 31,000
    refuse("stock_without_id", p.begin, v.end);
    return true;
  }
  if (english_ && predicate.direction == 0 && !frame_.subject_met && says_by(p, v, predicate)) {  // cut energy intensity, by 4%
    read_before(frame_.subject.front().token, predicate);
    if (predicate.direction == 0) return false;
  }
  // 其中就地转化率达到70%: a rate of something else.
  const bool rate = s.present && model_.lists[List::rate_endings].ends(words(token(s.end - 1)));
  if (rate && predicate.direction == 0) return false;
  if (partner && predicate.direction == 0) predicate.direction = frame_.growth;
  if (!s.present && passes_a_step(v.begin, predicate)) return true;
  const Range stage = stage_of(frame_.subject.front(), p);
  const bool from_to = english_ && q.present;  // more than doubled, from A to B
  if (own_part && p.begin == p.end && frame_.growth != 0 && same_unit_as_before(v.begin)) {  // by 7% in towns and 5% in villages
    predicate.direction = frame_.growth;
  } else if (!s.present && stage.empty() && !from_to && !spoken_for(p, v.begin, predicate)) {
    return false;
  }
  if (s.present && !place && !spoken_for(p, v.begin, predicate) && !same_unit_as_before(v.begin) && !in_unit_of_subject(v.begin)) {
    return false;
  }
  if (has_verb_of_its_own(p, v) || (english_ && (distance_behind(v.end) || others_did_so(v.begin)))) return false;
  if (english_ && !compares_with_base(v.begin)) return false;
  if (english_ && of_a_month(v.end)) {
    refuse("unsettled", begin, v.end);
    return true;
  }
  if ((!english_ || predicate.direction == 0) && counts_another_noun(v)) return false;
  if (names_another_noun(p, stage) && !in_another_currency(p, v.begin)) return false;
  if (frame_.unnamed && (s.present || q.present || !growth_of_economy(v.begin, predicate))) return false;
  Heads heads = frame_.subject;
  if (place) heads = {frame_.subject.front()};
  if (!english_ && heads.size() > 1 && one_of(letter(v.end), "/&") && letter(v.end + 1) == 'Q') {  // the first of several
    refuse("count_mismatch", begin, v.end);
    return true;
  }
  if (s.present && !place && named_by_part(s, heads)) {
    add(heads.front(), predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }
  if (s.present && letter(s.begin) == 'P') return false;
  if (!english_ && !s.present && predicate.direction != 0) {
    if (const Statement* before = told_in_unit(v.begin)) heads = {before->head};
  }
  if (!s.present && follows_share(begin, v.begin)) heads = {out_.statements.back().head};
  if (row.entry->attributes.contains("qualifier") && !whole_without(text_of(range_of(s.begin)), heads)) return false;
  // 接待游客960万人次,旅游总收入突破90亿元,均增长10%以上
  if (!s.present && !english_ && heads.size() == 1 && holds_letter(p, "e")) heads = joined_list();
  arrive(row, heads, predicate);
  const Group behind = group(row.behind);
  read_predicate(behind.begin, behind.end, predicate);
  // including 5,800 in rundown areas, 1,100 more than last year: of that part
  if (english_ && predicate.direction != 0 && !out_.statements.empty() && out_.statements.back().sentence == sentence_ &&
      in_a_place(out_.statements.back().head)) {
    heads = {out_.statements.back().head};
  }
  if (english_ && !back_to_stock(v.begin, predicate, heads)) {
    refuse("unsettled", begin, v.end);
    return true;
  }
  Range scope = stage;
  if (english_ && scope.empty()) scope = own_part ? part_behind(v.end) : deducted_behind(v.end);
  if (own_part && take_half(scope, heads)) scope = {};
  if (s.present) scope = {token(s.begin).begin, token(s.end - 1).end};
  // 望海区生产总值增长6%,全市增长5%
  if (!english_ && !s.present && holds_letter({consumed_, v.begin}, "U")) {
    for (Head& head : heads) {
      if (is_place(text_of(head.scope))) head.scope = {};
    }
  }
  if (text_of(scope) == "当年" || text_of(scope) == "本年") scope = stage;  // 其中当年新认定…
  if (text_of(scope) == "企业数") scope.end -= static_cast<std::uint32_t>(std::string_view("数").size());
  // 扣除退税因素增长4.1%,自然口径下降5.6%: with all that was left out.
  bool natural = false;
  for (std::uint32_t k = p.begin; k < p.end; ++k) natural = natural || (letter(k) == 'y' && says(k, "自然口径"));
  // 其中企业400户、增长45.9%: what grows is the part.
  if (!natural && scope.empty() && predicate.direction != 0 && !out_.statements.empty() && frame_.part != no_index &&
      out_.statements.back().value == frame_.part && out_.statements.back().sentence == sentence_) {
    // (剔除减税因素增长6.1%),下降2.4%: a second growth is that of the whole.
    const Statement& part = out_.statements.back();
    const bool again = !english_ && part.predicate.direction != 0 && letter(v.begin) == 'Q' && letter(part.value) == 'Q' &&
                       reading_of(v.begin).unit == reading_of(part.value).unit;
    if (!again || !model_.lists[List::qualifiers].begins(text_of(part.head.scope))) scope = part.head.scope;
  }
  // 剔除一次性因素增长7.7%,实际增长9.4%: with all that was left out.
  if (scope.empty() && !english_ && heads.size() == 1 && model_.lists[List::qualifiers].begins(text_of(heads.front().scope))) {
    for (std::uint32_t k = p.begin; k < p.end; ++k) {
      if (letter(k) == 'g' && words(token(k)).starts_with("实际")) heads.front().scope = {};
    }
  }
  // 净增200家、累计超1600家: behind a flow the size reached is the stock.
  const bool reached = predicate.cumulated || predicate.carrier ||
                       (letter(v.begin) == 'Q' && reading_of(v.begin).prefix_bound);
  if (frame_.flow && reached && predicate.direction == 0 && !predicate.flow && !s.present && !aims_higher(v.begin)) {
    predicate.stock = true;
  }
  // 新增9000户,其中企业2000户: of the new ones.
  const bool part_of_flow = s.present && letter(begin) == 'w' && !out_.statements.empty() &&
                            out_.statements.back().predicate.flow && same_unit_as_before(v.begin);
  take_region(p, heads);
  for (Head& head : heads) {
    if (!scope.empty()) head.scope = scope;
    else if (builds(p) && listed(List::stages, text_of(head.scope))) head.scope = {};
    if (newly_built(p) || part_of_flow) head.flow = true;
    if (predicate.stock) head.flow = false;
    head.counted = heads.size() > 1 && !predicate.each;
    Statement st = make(head, predicate, v.begin);
    if (predicate.mean && base_goes_on(st)) st.predicate.base = frame_.base;
    if (q.present) keep_out(group(row.from), st);
    else measure_from_start(st);
    if (const Group aside = aside_behind(head, begin); aside.present) keep_out(aside, st);
    out_.statements.push_back(st);
  }
  if (q.present) starts_from(group(row.from));
  if (!s.present) subject_goes_on(predicate.stock);
  else frame_.part = v.begin;
  return true;
}

// 固定资产投资…,其中工业|增长…: the part and the end of the whole's name make the name of another indicator.
bool ItemReader::named_by_part(Group s, Heads& heads) const {
  if (english_ || letter(s.begin - 1) != 'w' || s.begin + 1 != s.end || heads.size() != 1) return false;
  Head& head = heads.front();
  if (!head.scope.empty() || model_.stock_of[head.indicator] != no_index) return false;
  // 新增公路…,其中高速公路…: what is new of both
  const auto sized = [&](std::uint32_t indicator) { return listed(List::sizes, model_.indicator(indicator).id); };
  if (head.flow && !sized(head.indicator)) return false;
  const auto is_now = [&](std::uint32_t indicator) {
    head.indicator = indicator;
    head.mention = range_of(s.begin);
    head.token = s.begin;
  };
  constexpr std::size_t shortest_end = 2;
  for (const std::string_view whole : {text_of(head.mention), std::string_view(model_.indicator(head.indicator).label_zh)}) {
    const text::Borders borders = text::character_borders(whole);
    for (std::size_t b = 1; b + shortest_end < borders.size(); ++b) {
      const std::uint32_t found = model_.indicator_named(std::string(words(token(s.begin))).append(whole.substr(borders[b])));
      if (found == no_index || found == head.indicator || !model_.indicator(found).expands_to.empty()) continue;
      if (model_.stock_of[found] != no_index || (head.flow && !sized(found))) return false;
      is_now(found);
      return true;
    }
  }
  // 一般公共预算支出…,其中教育支出…: 财政教育支出
  if (!words(token(s.begin)).ends_with("支出") || !model_.is(head.indicator, "general_public_budget_expenditure")) return false;
  const std::uint32_t found = model_.indicator_named(std::string("财政").append(words(token(s.begin))));
  if (found == no_index || found == head.indicator) return false;
  is_now(found);
  return true;
}

// 固定资产投资下降…,其中房地产开发投资下降…,扣除房地产开发投资后下降…: without the part just named, the whole. False where
// the text does not name the whole.
bool ItemReader::whole_without(std::string_view qualifier, Heads& heads) const {
  // 固定资产投资增长…,其中工业投资、基础设施投资增长…,扣除房地产开发投资后增长…: of these no dwelling is a part.
  const auto holds_no_estate = [this](const Head& head) { return listed(List::without_estate, model_.indicator(head.indicator).id); };
  if (qualifier.find("房地产") != std::string_view::npos && std::all_of(heads.begin(), heads.end(), holds_no_estate)) {
    for (std::size_t k = out_.statements.size(); k-- > 0 && out_.statements[k].sentence == sentence_;) {
      if (!model_.is(out_.statements[k].head.indicator, "fixed_asset_investment")) continue;
      heads = {out_.statements[k].head};
      return true;
    }
    return false;
  }
  if (heads.size() != 1 || qualifier.find(text_of(heads.front().mention)) == std::string_view::npos) return true;
  const Head part = heads.front();
  if (part.token == no_index || part.token == 0 || letter(part.token - 1) != 'w') return false;
  constexpr std::size_t looked_at = 6;
  const std::size_t size = out_.statements.size();
  for (std::size_t k = size; k-- > 0 && size - k <= looked_at && out_.statements[k].sentence == sentence_;) {
    if (out_.statements[k].head.mention.begin >= part.mention.begin) continue;
    heads = {out_.statements[k].head};
    return true;
  }
  return false;
}

// 占地区生产总值比重达50.6%,提高0.8个百分点: points behind a share are those of the share.
// 优良天数242天,优良率66.3%,|比上年增加19天: where the unit is none of the subject, the item before whose unit it is.
const Statement* ItemReader::told_in_unit(std::uint32_t value) const {
  if (letter(value) != 'Q' || frame_.subject.size() != 1 || in_unit_of_subject(value)) return nullptr;
  const std::string_view unit = reading_of(value).unit;
  if (unit.empty() || is_one_of(unit, {"percent", "percentage_point", "times", "item"})) return nullptr;
  if (model_.indicator(frame_.subject.front().indicator).has_unit(unit)) return nullptr;
  constexpr std::size_t looked_at = 3;
  const std::size_t size = out_.statements.size();
  for (std::size_t k = size; k-- > 0 && size - k <= looked_at && out_.statements[k].sentence == sentence_;) {
    const Statement& before = out_.statements[k];
    if (letter(before.value) == 'Q' && reading_of(before.value).unit == unit) return &before;
  }
  return nullptr;
}

bool ItemReader::follows_share(std::uint32_t begin, std::uint32_t value) const {
  if (english_ || begin != consumed_ + 1 || letter(value) != 'Q' || reading_of(value).unit != "percentage_point") return false;
  if (out_.statements.empty() || consumed_ == 0 || out_.statements.back().value != consumed_ - 1) return false;
  const Statement& before = out_.statements.back();
  return before.sentence == sentence_ && model_.rows[before.row].reading == RowReading::carry_share;
}

// 总产值1058亿元,首次跨上千亿元台阶: a mark below the level just told, no value of its own.
bool ItemReader::passes_a_step(std::uint32_t value, const Predicate& predicate) const {
  if (english_ || letter(value) != 'Q' || predicate.direction != 0 || frame_.subject.empty()) return false;
  // 71亿元、增长9.4%,首次突破70亿元大关: the growth between says nothing of the level.
  const bool rate = model_.indicator(frame_.subject.front().indicator).nature == Nature::rate;  // 达到50.1%,首次突破50%
  const Statement* told = last_told([rate](std::string_view unit) { return rate ? unit == "percent" : unit != "percent"; });
  if (told == nullptr || told->predicate.direction != 0) return false;
  const Statement& before = *told;
  const value::Reading &level = reading_of(before.value), &mark = reading_of(value);
  if (near_a_level(value) && level.unit == mark.unit && !level.range && value::compare(level.lower, mark.lower) < 0) {
    return true;  // 6970亿元,逼近7000亿元大关
  }
  const bool first = text_of({token(before.value).end, token(value).end}).find("首") != std::string_view::npos;
  if (!first && !model_.lists[List::step_endings].ends(words(token(value))) && letter(value + 1) != 'B') return false;
  const bool exceeds = mark.prefix_bound == Bound::more_than || predicate.bound == Bound::more_than;
  if (!exceeds || level.range || level.unit != mark.unit || level.prefix_bound || level.suffix_bound) return false;
  return value::compare(mark.lower, level.lower) <= 0;
}

// 全省生产总值增长…,全市增长…: each item says whose it is.
void ItemReader::take_region(Group p, Heads& heads) {
  if (english_) return;
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) != 'U') continue;
    for (Head& head : heads) head.region = range_of(i);
    for (Head& head : frame_.subject) head.region = range_of(i);
  }
}

// A noun that only repeats the subject may stand before the number: 固定资产投资…、累计完成投资….
bool ItemReader::names_another_noun(Group p, Range stage) const {
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    if (letter(i) != 'X' || token(i).begin == stage.begin) continue;
    const std::string_view noun = words(token(i));
    const bool repeats = text_of(frame_.subject.front().mention).find(noun) != std::string_view::npos;
    if (!repeats && !is_connective(noun)) return true;
  }
  return false;
}

// 新增市场主体4128户,总数达3.47万户,其中…: the total is what goes on.
void ItemReader::subject_goes_on(bool as_stock) {
  for (Head& head : frame_.subject) {
    if (!as_stock) break;
    head.flow = false;
    if (model_.stock_of[head.indicator] != no_index) head.indicator = model_.stock_of[head.indicator];
  }
  frame_.subject_sentence = sentence_;
  frame_.subject_met = true;
  frame_.unnamed = false;
  frame_.list_closed = true;
}

// ——粮食生产再创新高。|播种面积达到…: the short sentence without a number that heads the paragraph, before the one that follows it.
std::string_view ItemReader::heading_before() const {
  if (!heading_) heading_ = find_heading();
  return *heading_;
}

std::string_view ItemReader::find_heading() const {
  constexpr std::string_view stop = "。", bullet = "——";
  constexpr std::size_t longest = 60;  // bytes
  const std::size_t begin = token(0).begin;
  if (begin < stop.size() || text_.substr(begin - stop.size(), stop.size()) != stop) return {};
  const std::size_t end = begin - stop.size(), from = end - std::min(end, longest + bullet.size());
  const std::string_view near = text_.substr(from, end - from);
  const std::size_t line = near.rfind('\n'), mark = near.rfind(bullet);
  if (line == std::string_view::npos && mark == std::string_view::npos) return {};
  const std::size_t first = mark != std::string_view::npos ? mark + bullet.size() : line + 1;
  const std::string_view heading = near.substr(first);
  const bool one = heading.find_first_of(",;:0123456789") == std::string_view::npos && heading.find(stop) == std::string_view::npos;
  return one ? heading : std::string_view();
}

// 粮食 and 产量; 规模以上工业总产值 and 增加值, of the same industry.
std::uint32_t ItemReader::split_of_topic(const std::string& tail) const {
  std::string_view topic = frame_.topic;
  for (const std::string_view when : {"年末", "期末"}) {  // 年末|牲畜存栏…,出栏…
    if (topic.starts_with(when)) topic.remove_prefix(when.size());
  }
  const text::Borders borders = text::character_borders(topic);
  for (std::size_t b = borders.size() - 1; b >= 2; --b) {
    const auto found = model_.splits.find({std::string(topic.substr(0, borders[b])), tail});
    if (found != model_.splits.end()) return found->second;
  }
  return no_index;
}

// 粮食总产28万吨,苹果面积42万亩、|产量56万吨: another noun has taken the place of the topic.
bool ItemReader::number_of_another_noun(std::uint32_t tail) const {
  if (english_) return false;
  std::uint32_t k = tail;
  while (k > 0 && letter(k - 1) != 'Q' && letter(k - 1) != '.') --k;
  if (k == 0 || letter(k - 1) == '.') return false;
  const std::uint32_t number = --k;
  bool noun = false;
  for (; k > 0 && !one_of(letter(k - 1), ",;:./"); --k) {
    if (one_of(letter(k - 1), "NP")) return false;  // 牲畜最高饲养量…,出栏…
    noun = noun || letter(k - 1) == 'X';
  }
  const auto told = [number](const Statement& s) { return s.value == number; };
  return noun && std::none_of(out_.statements.begin(), out_.statements.end(), told);
}

// Whether the name of the subject ends in these words, or is made of them and its beginning: 社会消费品零售总额, 零售额.
bool ItemReader::name_ends_in(const Head& head, const std::string& tail) const {
  const std::string_view name = text_of(head.mention);
  if (name.ends_with(tail)) return true;
  const text::Borders borders = text::character_borders(name);
  for (std::size_t b = borders.size(); b-- > 2;) {
    const auto found = model_.splits.find({std::string(name.substr(0, borders[b])), tail});
    if (found != model_.splits.end()) return found->second == head.indicator;
  }
  return false;
}

// 工伤保险扩面,参保人数…;开展长期护理保险试点,|参保人数…: of an insurance that was named since.
bool ItemReader::another_scheme(std::uint32_t tail) const {
  if (english_ || !words(token(tail)).starts_with("参保")) return false;
  const std::size_t end = static_cast<std::size_t>(frame_.topic.data() - text_.data()) + frame_.topic.size();
  return end < token(tail).begin && text_.substr(end, token(tail).begin - end).find("保险") != std::string_view::npos;
}

bool ItemReader::apply_carry_tail(const Row& row, std::uint32_t begin) {
  const Group s = group(row.scope), t = group(row.tail), p = group(row.pred), v = group(row.values);
  const std::string tail(words(token(t.begin)));
  Predicate predicate;
  if (s.present) {  // 房地产开发投资412亿元,其中住宅|投资318亿元
    // ;办公楼|投资下降15%: the next part
    const bool next = row.entry->attributes.contains("next_part");
    const auto last = row.entry->attributes.find("last");
    if (!next && (last == row.entry->attributes.end() || last->second.find(tail) == std::string::npos)) return false;
    if (next && (frame_.part_tail != tail || begin == 0 || begin != consumed_ + 1 || !one_of(letter(begin - 1), ",;/"))) return false;
    if (!may_carry(begin) || frame_.subject.size() != 1 || !name_ends_in(frame_.subject.front(), tail)) return false;
    Head head = frame_.subject.front();
    head.scope = trim_scope(token(s.begin).begin, token(s.begin).end);
    if (head.scope.empty() || token(s.begin).end != token(t.begin - (one_of(letter(t.begin - 1), "cD") ? 1 : 0)).begin) return false;
    read_predicate(p.begin, p.end, predicate);
    out_.statements.push_back(make(head, predicate, v.begin));
    frame_.part = v.begin;
    frame_.part_tail = words(token(t.begin));
    frame_.subject_sentence = sentence_;
    return true;
  }
  std::uint32_t from = t.begin;  // 粮食增产42亿斤,总产466亿斤: the growth word speaks of the number before
  while (from > consumed_ && !one_of(letter(from - 1), ",;:/Q")) --from;
  read_predicate(from, t.begin, predicate);
  read_predicate(p.begin, p.end, predicate);
  for (std::uint32_t k = t.begin; k > consumed_ && !one_of(letter(k - 1), clause_and_list_marks); --k) {
    if (!one_of(letter(k - 1), neutral_letters) && !one_of(letter(k - 1), "VFwK")) return false;  // 小麦单产: another noun's
  }
  if (frame_.topic.empty() && !english_) frame_.topic = heading_before();
  if (!frame_.topic.empty() && !another_scheme(t.begin)) {
    const std::uint32_t found = split_of_topic(tail);
    if (found != no_index && model_.indicator(found).group == "agriculture" && number_of_another_noun(t.begin)) return false;
    if (found != no_index) {
      Head head;
      head.indicator = found;
      head.mention = {static_cast<std::uint32_t>(frame_.topic.data() - text_.data()), token(t.begin).end};
      const bool same = english_ || !holds_letter({consumed_, t.begin}, ";");
      if (same && frame_.subject_sentence == sentence_ && !frame_.subject.empty()) head.scope = frame_.subject.front().scope;
      head.token = t.begin;
      if (head.scope.empty()) head.scope = told_before(t.begin, found);
      if (head.scope.empty()) head.scope = class_of_projects(t.begin, found);
      if (head.scope.empty()) head.scope = projects_of_which(t.begin);
      const std::string_view topic = frame_.topic;
      const bool arrives = arrive(row, {head}, predicate);  // 投入强度由2.1%提高到2.5%
      add(head, predicate, v.begin);
      if (arrives) keep_out(group(row.from), out_.statements.back());
      set_subject({head}, true);
      frame_.topic = topic;  // 实现增加值…,实现利润…
      return true;
    }
  }
  if (group(row.pred_after).present) return false;
  if (!may_carry(begin) || text_of(frame_.subject.front().mention).find(tail) == std::string_view::npos) return false;
  for (const Head& head : frame_.subject) add(head, predicate, v.begin);
  return true;
}

// 服务业增加值增长6.2%,占地区生产总值比重达50.6%: the share has a name of its own, made of the subject and these words.
// Where no such name is known, the number is passed over.
bool ItemReader::apply_carry_share(const Row& row, std::uint32_t begin) {
  const Group share = group(row.heads), p = group(row.pred), v = group(row.values);
  const auto& told = row.entry->attributes;
  if (const auto first = told.find("first"); first != told.end() && words(token(share.begin)) != first->second) return false;
  if (const auto last = told.find("last"); last != told.end() && words(token(share.end - 1)) != last->second) return false;
  const std::string_view opening = words(token(share.begin));
  if (letter(share.begin) == 'J' && !holds_letter(share, "h") && !opening.starts_with("占")) return false;
  if (const Group s = group(row.scope); s.present) {  // A、B增加值|占规上工业比重分别达27%、40%
    const std::vector<Member> list = members_of(s, "/&", {});
    Heads heads = heads_of(list);
    if (heads.empty()) return false;
    set_subject(std::move(heads), true);
    keep_places(list);
  } else if (!may_carry(begin)) {
    return true;
  }
  const ListValues values = values_of_ours(values_of(v));
  if (values.size() != 1 || frame_.subject.size() != 1) {
    // A、B增加值分别增长…,占规上工业比重分别达到…: a share of each.
    if (frame_.subject.size() != values.size()) return true;
    Heads heads, named;
    ListValues told_of_them;  // not of those whose share has no name
    text::ShortVector<std::uint32_t, 2> places;
    const std::size_t members = frame_.members != 0 ? frame_.members : values.size();
    for (std::size_t k = 0; k < values.size(); ++k) {
      Head each = frame_.subject[k];
      each.indicator = share_of(each, share);
      if (each.indicator == no_index) continue;
      heads.push_back(each);
      named.push_back(frame_.subject[k]);
      told_of_them.push_back(values[k]);
      places.push_back(frame_.places.size() == values.size() ? frame_.places[k] : static_cast<std::uint32_t>(k));
    }
    if (!heads.empty() && heads.size() < values.size()) {  // what goes on, goes on of these, at their places
      frame_.subject = std::move(named);
      frame_.members = members;
      frame_.places = std::move(places);
    }
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    predicate.each = true;
    if (!heads.empty()) add_paired(heads, told_of_them, predicate);
    return true;
  }
  Head head = frame_.subject.front();
  const std::uint32_t named = share_of(head, share);
  head.indicator = named != no_index ? named : share_of_whole(head, share);
  if (head.indicator == no_index) return true;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  const bool arrives = arrive(row, {head}, predicate);  // 占比由61%提高到63%
  out_.statements.push_back(make(head, predicate, values.front().token));
  if (arrives) keep_out(group(row.from), out_.statements.back());
  if (told.contains("subject")) set_subject({head}, true);
  return true;
}

// 在国内生产总值中的比重, behind the part: the same as 占国内生产总值; or nothing.
std::string ItemReader::share_in_whole(Group share, std::string_view part) const {
  if (words(token(share.begin)) != "在" || letter(share.begin + 1) != 'N') return {};
  const std::string_view behind = text_of({token(share.begin + 1).end, token(share.end - 1).end});
  if (!behind.starts_with("中") && !behind.starts_with("的") && !behind.starts_with("所占")) return {};
  return std::string(part) + "占" + std::string(words(token(share.begin + 1)));
}

// 民间投资占固定资产投资的58%: what a name with 比重 would say.
bool ItemReader::apply_share_by_name(const Row& row) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
  if (letter(v.begin) != 'Q' || !is_one_of(reading_of(v.begin).unit, {"percent", "percentage_point"})) return false;
  std::string said;
  const auto in_whole = row.entry->attributes.find("first");
  for (std::uint32_t i = h.begin; i < h.end; ++i) {
    if (i > h.begin && token(i).begin != token(i - 1).end) return false;
    if (letter(i) == 'U' && words(token(i)) != "全社会") return false;  // of a larger region, or whose it is
    if (in_whole == row.entry->attributes.end()) said += words(token(i));
  }
  if (in_whole != row.entry->attributes.end()) said = share_in_whole({h.begin + 1, h.end, true}, words(token(h.begin)));
  if (said.find("占") == std::string::npos) return false;
  Head head;
  head.indicator = no_index;
  for (const std::string_view end : {"比重", "的比重", "总额比重", "增加值比重"}) {
    if (head.indicator == no_index) head.indicator = model_.indicator_named(std::string(said).append(end));
  }
  if (head.indicator == no_index || model_.indicator(head.indicator).nature != Nature::rate) return false;
  head.mention = {token(h.begin).begin, token(h.end - 1).end};
  head.token = h.begin;
  read_left(h.begin, left_stop(h.begin), head.indicator, head);
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// 一般公共预算收入…,其中税收收入…,占68%: of the whole that the item before 其中 names.
std::uint32_t ItemReader::share_of_whole(const Head& part, Group share) const {
  constexpr std::string_view of = "占";
  if (english_ || share.begin + 1 != share.end || !words(token(share.begin)).ends_with(of)) return no_index;
  if (part.token == no_index || part.token == 0 || !part.scope.empty()) return no_index;
  const std::uint32_t mark = letter(part.token - 1) == ':' && part.token > 1 ? part.token - 2 : part.token - 1;  // 其中:
  if (letter(mark) != 'w') return no_index;
  for (std::size_t k = out_.statements.size(); k-- > 0 && out_.statements[k].sentence == sentence_;) {
    const Head& whole = out_.statements[k].head;
    if (whole.mention.begin >= part.mention.begin) continue;
    if (!whole.scope.empty() || whole.indicator == part.indicator) return no_index;
    const std::string joined = std::string(text_of(part.mention)).append(of);
    for (const std::string_view name : {text_of(whole.mention), std::string_view(model_.indicator(whole.indicator).label_zh)}) {
      for (const std::string_view end : {"比重", "的比重", ""}) {
        const std::uint32_t found = model_.indicator_named(std::string(joined).append(name).append(end));
        if (found != no_index) return found;
      }
    }
    return no_index;
  }
  return no_index;
}

std::uint32_t ItemReader::share_of(const Head& head, Group share) const {
  std::string written, labelled;
  for (std::uint32_t i = share.begin; i < share.end; ++i) {
    if (one_of(letter(i), "DU")) continue;
    written += words(token(i));
    const std::uint32_t named = letter(i) == 'N' ? model_.roles[token(i).word].name : no_index;
    labelled += named != no_index ? std::string_view(model_.indicator(named).label_zh) : words(token(i));
  }
  const std::string_view label = model_.indicator(head.indicator).label_zh;
  constexpr std::string_view of = "占", in_all = "比重";
  if (std::string in_whole = share.begin + 2 < share.end ? share_in_whole(share, {}) : std::string(); !in_whole.empty()) {
    written = std::move(in_whole);
    labelled = std::string(of).append(model_.indicator(model_.roles[token(share.begin + 1).word].name).label_zh);
  }
  // 第三产业增加值…,占48%; 三次产业分别增长…,结构为…
  if ((written == of || written == "结构" || written == "结构比") && share.begin + 1 == share.end) {
    const bool industry = !english_ && head.scope.empty() && label.starts_with("第");
    return industry ? model_.share_of_gdp[head.indicator] : no_index;
  }
  for (const std::string_view part : {text_of(head.mention), label}) {
    for (const std::string& whole : {written, labelled, labelled + std::string(in_all)}) {
      // 生产总值3万亿元,人均超过5万元: these words open the name.
      for (const std::string& name : {std::string(part) + whole, whole + std::string(part)}) {
        if (const std::uint32_t found = model_.indicator_named(name); found != no_index) return found;
      }
    }
  }
  return no_index;
}

// The value at the end of a clause that tells a level and no more, before the mark at token `mark`; no_index of another clause.
std::uint32_t ItemReader::level_of_clause(std::uint32_t mark, std::uint32_t& first) const {
  first = mark;
  while (first > 0 && !one_of(letter(first - 1), clause_and_list_marks)) --first;
  if (first + 1 >= mark || letter(mark - 1) != 'Q' || reading_of(mark - 1).unit == "percent") return no_index;
  return holds_letter({first, mark - 1}, "QWIgda") ? no_index : mark - 1;
}

// 签约金额1.1万亿元、|到位资金6970亿元,分别增长12%、31%: as many levels as values, though not all of them of ours.
bool ItemReader::pair_by_clause(const ListValues& values, std::uint32_t begin, Group p) {
  if (english_ || values.size() < 2 || !holds_letter(p, "f")) return false;
  std::vector<std::uint32_t> levels;  // the last first
  std::uint32_t first = begin;
  while (levels.size() < values.size()) {
    if (first == 0 || !one_of(letter(first - 1), ",/")) return false;
    const std::uint32_t level = level_of_clause(first - 1, first);
    if (level == no_index) return false;
    levels.push_back(level);
  }
  std::uint32_t before = first;
  if (first > 0 && one_of(letter(first - 1), ",/") && level_of_clause(first - 1, before) != no_index) return false;  // one too many
  Predicate shared;
  read_predicate(p.begin, p.end, shared);
  shared.each = true;
  Heads heads;
  std::vector<Statement> list;
  for (std::size_t k = 0; k < values.size(); ++k) {
    const std::uint32_t level = levels[levels.size() - 1 - k];
    const auto told = std::find_if(out_.statements.rbegin(), out_.statements.rend(),
                                   [&](const Statement& s) { return s.sentence == sentence_ && s.value == level; });
    if (told == out_.statements.rend()) continue;
    heads.push_back(told->head);
    list.push_back(make(told->head, shared, values[k].token));
  }
  if (heads.empty()) return false;
  for (Statement& statement : list) out_.statements.push_back(std::move(statement));
  frame_.subject = std::move(heads);
  frame_.list_closed = true;
  return true;
}

// 占规上工业比重分别为19%、25%,|比上年提高1.4、0.7个百分点: the shares that the clause before told.
Heads ItemReader::shares_before(std::uint32_t begin, const ListValues& values, std::uint32_t last) const {
  if (english_ || values.empty() || begin != consumed_ + 1 || reading_of(last).unit != "percentage_point") return {};
  const std::size_t size = out_.statements.size(), n = values.size();
  if (size < n) return {};
  Heads heads;
  for (std::size_t k = size - n; k < size; ++k) {
    const Statement& share = out_.statements[k];
    if (share.sentence != sentence_ || model_.rows[share.row].reading != RowReading::carry_share || share.value < clause_begin(begin - 1)) return {};
    heads.push_back(share.head);
  }
  return heads;
}

bool ItemReader::apply_carry_pairs(const Row& row, std::uint32_t begin, std::uint32_t end) {
  if (!may_carry(begin)) return false;
  const Group p = group(row.pred), s = group(row.scope), v = group(row.values);
  if (s.present && !model_.lists[List::qualifiers].begins(words(token(s.begin)))) return false;
  const ListValues all = values_of(v), values = values_of_ours(all);
  if (const Heads shares = shares_before(begin, values, all.back().token); !shares.empty()) frame_.subject = shares;
  if (english_ && letter(end - 1) == 'Q') {  // …, up 4.7% and 6.9%, without respectively
    if (!same_units(values) || !clause_ends(end)) return false;
    if (values.size() != frame_.subject.size()) {
      refuse("count_mismatch", begin, end);
      frame_.subject.clear();
      return true;
    }
  }
  if (values.size() != frame_.subject.size()) {
    // 地区生产总值612亿元、一般公共预算收入31亿元,分别增长5.7%、8.3%
    Heads heads = last_of_list(values.size());
    if (heads.empty()) {
      if (!pair_by_clause(values, begin, p)) refuse("count_mismatch", begin, end);
      return true;
    }
    frame_.subject = std::move(heads);
  }
  Predicate shared;
  read_predicate(consumed_, p.end, shared);
  shared.each = true;
  Heads heads = frame_.subject;
  for (Head& head : heads) {
    head.counted = false;  // A、B均翻一番,分别达到…: now each has its own
    if (s.present) head.scope = range_of(s.begin);  // 扣除价格因素,分别增长9%和8%
  }
  const Group q = group(row.pred_after);
  if (q.present) {  // 由2020年的2.1万元、9000元提高到3.2万元、1.4万元
    shared.direction = 0;
    add_start_values(group(row.from), heads, shared);
    read_predicate(q.begin, q.end, shared);
    shared.arrival = true;
  }
  const std::size_t first = out_.statements.size();
  add_paired(heads, values, shared);
  for (std::size_t k = first; k < out_.statements.size() && values.size() < all.size(); ++k) {  // 提高1.4、0.7个百分点, the first alone ours
    Statement& own = out_.statements[k];
    const std::string_view unit = reading_of(own.value).unit;  // 提高12个、9.6个百分点
    if (unit.empty() || (unit == "item" && reading_of(all.back().token).unit == "percentage_point")) own.unit_from = token(all.back().token).index;
  }
  for (std::size_t k = first; q.present && k < out_.statements.size(); ++k) keep_out(group(row.from), out_.statements[k]);
  if (q.present) starts_from(group(row.from));
  frame_.list_closed = true;
  return true;
}

}  // namespace zhibiao::extract
