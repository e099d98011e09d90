#include "extract/items.hpp"

#include "extract/item_reader.hpp"

namespace zhibiao::extract {

void ItemReader::run() {
  frame_.start_sentence();
  rows_.begin_sentence(lexed_.letters, english_);
  const std::string& letters = lexed_.letters;
  std::uint32_t i = 0;
  while (i < letters.size()) {
    const std::uint32_t next = match_row(i);
    if (next > i) {
      consumed_ = list_from_ = next;
      i = next;
      continue;
    }
    skip(i);
    ++i;
  }
}

// Tries the rows at token i in table order; the token behind the item, or i.
std::uint32_t ItemReader::match_row(std::uint32_t i) {
  rows_.look_at(i);
  while (const Row* row = rows_.next()) {
    const std::size_t first = out_.statements.size();
    if (apply(*row, rows_.row(), i, rows_.end())) {
      flow_open_ = out_.statements.size() > first && is_flow(out_.statements.back().head);
      return rows_.end();
    }
  }
  return i;
}

bool ItemReader::apply(const Row& row, std::uint32_t number, std::uint32_t begin, std::uint32_t end) {
  row_ = number;
  switch (row.reading) {
    case RowReading::skip: {
      if (row.entry->attributes.contains("other_unit")) return begin == consumed_ && same_amount(group(row.values).begin);
      // 拉动经济增长2.7个百分点, 日均201户: an aside, behind which the subject goes on.
      if (const auto first = row.entry->attributes.find("first"); first != row.entry->attributes.end()) {
        return begin > 0 && begin == consumed_ + 1 && frame_.subject_met && words(token(group(row.scope).begin)).starts_with(first->second);
      }
      const auto goal = row.entry->attributes.find("goal");
      if (goal == row.entry->attributes.end()) return true;
      return holds_goal(group(row.scope)) && (goal->second != "met" || (frame_.subject_met && frame_.subject_sentence == sentence_));
    }
    case RowReading::refuse: return apply_refuse(row, begin, end);
    case RowReading::pairs: return apply_pairs(row, begin, end);
    case RowReading::each: return apply_each(row);
    case RowReading::one: return apply_one(row, begin, end);
    case RowReading::each_tail: return apply_each_tail(row);
    case RowReading::coordinated: return apply_coordinated(row);
    case RowReading::fixed: return apply_fixed(row, begin, end);
    case RowReading::milestones: return apply_milestones(row, begin);
    case RowReading::split: return apply_split(row);
    case RowReading::number_first: return apply_number_first(row);
    case RowReading::by_time: return apply_by_time(row);
    case RowReading::growth_first: return apply_growth_first(row);
    case RowReading::carry: return apply_carry(row, begin);
    case RowReading::carry_tail: return apply_carry_tail(row, begin);
    case RowReading::carry_share: return apply_carry_share(row, begin);
    case RowReading::share_by_name: return apply_share_by_name(row);
    case RowReading::carry_pairs: return apply_carry_pairs(row, begin, end);
    case RowReading::of_gdp: return apply_of_gdp(row, begin, end);
    case RowReading::percent_of: return apply_percent_of(row);
    case RowReading::of_which: frame_.subject.clear(); return true;
    case RowReading::units: return apply_units(row, begin, end);
    case RowReading::start: return apply_start(row, begin);
    case RowReading::elliptic: return apply_elliptic(row);
    case RowReading::or_else: return apply_or(row, begin);
    case RowReading::doubled: return apply_doubled(row, begin, end);
    case RowReading::relative: break;  // relative.cpp
  }
  return false;
}

// 上涨0.3%(预期目标3%左右): what had been meant stands beside the outcome.
bool ItemReader::holds_goal(Group g) const {
  for (std::uint32_t k = g.begin; k < g.end; ++k) {
    std::string_view said = words(token(k));
    for (const std::string_view inside : {"以内", "之内"}) {  // 控制在5.5%的预期目标以内
      if (said.ends_with(inside)) said.remove_suffix(inside.size());
    }
    if (model_.lists[List::goal_words].ends(said)) return true;
  }
  return false;
}

// A token that no row takes.
void ItemReader::skip(std::uint32_t i) {
  switch (letter(i)) {
    case 'N':
    case 'P': {
      frame_.topic = words(token(i));
      if (letter(i) == 'N') {
        if (is_yardstick(i)) break;
        Heads named = heads_of_name(i);
        note_homes(named);
        if ((noun_goes_on(i) && !pushed_on(i)) || (english_ && object_of_another(i))) frame_.subject.clear();
        else if (!named.empty()) set_subject(std::move(named), false);
      }
      break;
    }
    case 'Q':
      if (aside_on_growth(i)) break;
      // A number of something else ends the subject; 新增 before it still governs the rest of its list.
      if (clause_holds(i, "XJN")) frame_.subject.clear();
      flow_open_ = (flow_open_ && list_goes_on(i)) || flow_word_before(i);
      list_from_ = i + 1;
      frame_.list.clear();
      if (frame_.base != no_index && frame_.base >= lexed_.clauses[i]) frame_.base = no_index;  // 比2020年高1.2个百分点: its own
      break;
    case 'I':
      if (years_running(i) || letter(i + 1) == 'B') break;  // 连跨1万亿级|整数关口: passed on the way
      if (words(token(i)).substr(0, 3) != "第" && clause_holds(i, "XJN")) frame_.subject.clear();
      break;
    case 'X':
    case 'V': open_with_economy(i); break;
    case 'b': frame_.base = i; break;
    case ';':
    case ':': frame_.list.clear(); break;
    case '.': end_sentence(); break;
    default: break;
  }
}

// 加大老旧小区改造|力度,全年改造4000套; 加快保障性住房建设|步伐,…: what is counted is named all the same.
bool ItemReader::pushed_on(std::uint32_t i) const {
  if (english_ || letter(i + 2) != ',' || model_.indicator(model_.roles[token(i).word].name).nature != Nature::count) return false;
  const std::string_view behind = words(token(i + 1));
  if (behind != "力度" && behind != "步伐" && behind != "进度" && behind != "工作力度") return false;
  const std::string_view clause = text_of({token(clause_begin(i)).begin, token(i).begin});
  return clause.find("加大") != std::string_view::npos || clause.find("加快") != std::string_view::npos;
}

// 下降4.7%,降幅比上半年扩大0.9个百分点;其中…: what is said of the growth itself leaves all as it was.
bool ItemReader::aside_on_growth(std::uint32_t i) const {
  const std::uint32_t first = clause_begin(i);
  if (english_ || frame_.growth == 0 || first != consumed_ + 1 || reading_of(i).unit != "percentage_point") return false;
  for (const std::string_view word : {"降幅", "增幅", "增速", "涨幅", "跌幅"}) {
    if (words(token(first)).starts_with(word)) return true;
  }
  return false;
}

// 分别连续21年和|37年居全国第一: how long it has been so.
bool ItemReader::years_running(std::uint32_t i) const {
  if (english_ || !words(token(i)).ends_with("年")) return false;
  for (std::uint32_t k = clause_begin(i); k < i; ++k) {
    if (letter(k) == 'c' && words(token(k)).starts_with("连续")) return true;
  }
  return false;
}

// 居民收入增速高于|经济增速,其中城镇居民增长…; 居民收入与|经济增长同步,…: what the subject is compared with is none itself.
bool ItemReader::is_yardstick(std::uint32_t i) const {
  if (english_ || frame_.subject.empty() || frame_.subject_sentence != sentence_) return false;
  std::uint32_t k = i;
  while (k > consumed_ && one_of(letter(k - 1), "UTXae")) --k;
  if (k <= consumed_) return false;
  if (letter(k - 1) == 'o') return clause_holds(k - 1, "N");
  if (letter(k - 1) != '&' || !clause_holds(k - 1, "N")) return false;
  std::uint32_t next = i + 1;
  while (one_of(letter(next), "gdaXhyVcUT")) ++next;
  return letter(next) == 'Z';
}

// 经济运行稳中向好,全年增长…: GDP, though it is not named. The first clause speaks of nothing else.
void ItemReader::open_with_economy(std::uint32_t i) {
  if (english_ || i > 1 || (i == 1 && !one_of(letter(0), "UT")) || !frame_.subject.empty()) return;
  std::uint32_t end = i;
  while (end < lexed_.letters.size() && one_of(letter(end), "XVjcDgdeT/&")) ++end;
  if (letter(end) != ',') return;
  const std::string_view clause = text_of({token(i).begin, token(end).begin});
  constexpr std::string_view economy = "经济";
  const std::size_t at = clause.find(economy);
  if (at == std::string_view::npos || (at != 0 && clause.find("经济下行") != at)) return;
  const std::string_view told = clause.substr(at + economy.size());
  bool whole = false;
  for (const std::string_view word : {"运行", "下行", "发展", "回升", "大盘", "持续", "稳", "平稳", "总体", "保持", "呈", "逆势", "顶"}) {
    whole = whole || told.starts_with(word);
  }
  const auto gdp = model_.indicator_by_id.find("gdp");
  if (!whole || gdp == model_.indicator_by_id.end()) return;
  Head head;
  head.indicator = gdp->second;
  head.mention = {static_cast<std::uint32_t>(token(i).begin + at), static_cast<std::uint32_t>(token(i).begin + at + economy.size())};
  head.token = i;
  set_subject({head}, false);
  frame_.unnamed = true;
}

// …,全年增长5%: a clause with nothing but a time and the growth, behind the one that speaks of 经济 or what it withstood.
bool ItemReader::growth_of_economy(std::uint32_t value, const Predicate& predicate) const {
  if (letter(value) != 'Q' || reading_of(value).unit != "percent" || predicate.direction <= 0) return false;
  const std::uint32_t clause = clause_begin(value);
  bool time = false;
  for (std::uint32_t k = clause; k < value; ++k) {
    time = time || letter(k) == 'T';
    if (!one_of(letter(k), "cTgymp")) return false;
  }
  std::uint32_t k = frame_.subject.front().token;
  while (letter(k) != ',') ++k;
  while (++k < clause) {
    const std::string_view opening = text_of({token(k).begin, token(clause - 1).begin});
    bool withstood = false;
    for (const std::string_view word : {"克服", "顶住", "经受", "扛住", "战胜", "应对", "迎难", "顶压", "稳中", "承压"}) {
      withstood = withstood || opening.starts_with(word);
    }
    if (!withstood) return false;
    while (k < clause && letter(k) != ',') ++k;
  }
  return time;
}

void ItemReader::end_sentence() {
  if (frame_.subject_sentence != sentence_) frame_.subject.clear();
}

void ItemReader::set_subject(Heads heads, bool met) {
  const bool other = frame_.told_sentence == sentence_ && !heads.empty() && frame_.told != heads.front().indicator;
  frame_.several = heads.size() != 1 || other || (frame_.told_sentence == sentence_ && frame_.several);
  frame_.told = heads.empty() ? no_index : heads.front().indicator;
  frame_.told_sentence = sentence_;
  frame_.subject = std::move(heads);
  frame_.members = 0;
  frame_.places.clear();
  frame_.from_begin = frame_.from_end = 0;
  frame_.unnamed = false;
  frame_.subject_sentence = sentence_;
  frame_.subject_met = met;
  note_homes(frame_.subject);
  if (met) extend_list();
}

// Low-income housing, which such housing may speak of in the next sentence.
void ItemReader::note_homes(const Heads& heads) {
  if (!english_ || heads.size() != 1 || !listed(List::en_homes, model_.indicator(heads.front().indicator).id)) return;
  frame_.homes = heads.front().indicator;
  frame_.homes_sentence = sentence_;
}

void ItemReader::extend_list() {
  if (frame_.list_closed) frame_.list.clear();
  frame_.list_closed = false;
  bool joined = one_of(letter(consumed_), "/&");
  for (const Head& head : frame_.subject) {
    frame_.list.push_back({head, joined});
    joined = true;
  }
}

// The heads of the list that 、 joins, or where nothing joins them all of it; the subject where there is no list.
Heads ItemReader::joined_list() const {
  if (frame_.list_closed || frame_.list.size() < 2) return frame_.subject;
  std::size_t first = frame_.list.size() - 1;
  while (first > 0 && frame_.list[first].joined) --first;
  if (first + 1 == frame_.list.size()) first = 0;
  Heads heads;
  for (std::size_t k = first; k < frame_.list.size(); ++k) heads.push_back(frame_.list[k].head);
  return heads;
}

// The last `n` heads of the list, where they are a list of their own; else nothing.
Heads ItemReader::last_of_list(std::size_t n) const {
  Heads out;
  const std::size_t size = frame_.list.size();
  if (frame_.list_closed || n < 2 || size < n) return out;
  if (size > n && frame_.list[size - n].joined) return out;
  for (std::size_t k = size - n; k < size; ++k) out.push_back(frame_.list[k].head);
  return out;
}

bool ItemReader::clause_holds(std::uint32_t i, LetterSet set) const {
  return holds_letter({clause_begin(i), i}, set);
}

Group ItemReader::group(int number) const {
  if (number < 0) return {};
  const std::string_view g = rows_.groups()[static_cast<std::size_t>(number)];
  if (g.data() == nullptr) return {};
  const auto begin = static_cast<std::uint32_t>(g.data() - lexed_.letters.data());
  return {begin, static_cast<std::uint32_t>(begin + g.size()), true};
}

void ItemReader::refuse(const char* reason, std::uint32_t first, std::uint32_t last) {
  out_.refusals.push_back({reason, token(first).begin, token(last - 1).end});
}

void read_items(const Model& model, std::string_view text, const Lexed& lexed, bool english, std::uint32_t sentence,
                RowMatcher& rows, Frame& frame, Items& out) {
  ItemReader(model, text, lexed, english, sentence, rows, frame, out).run();
}

}  // namespace zhibiao::extract
