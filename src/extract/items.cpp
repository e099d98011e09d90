#include "extract/items.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

bool one_of(char letter, std::string_view set) noexcept { return set.find(letter) != std::string_view::npos; }

constexpr std::string_view separators = ",;:/.";
constexpr std::uint32_t min_scope_bytes = 6;  // two characters: one alone is a rest of another word

class ItemReader {
 public:
  ItemReader(const Model& model, std::string_view text, const Lexed& lexed, bool english, std::uint32_t sentence,
             Frame& frame, Items& out)
      : model_(model), text_(text), lexed_(lexed), english_(english), sentence_(sentence), frame_(frame), out_(out) {}

  void run() {
    frame_.start_sentence();
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

 private:
  struct Group {
    std::uint32_t begin = 0, end = 0;  // token indices
    bool present = false;
  };

  std::string_view words(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }
  const Token& token(std::uint32_t i) const { return lexed_.tokens[i]; }
  char letter(std::uint32_t i) const { return i < lexed_.letters.size() ? lexed_.letters[i] : '.'; }
  const CueEntry* cue(std::uint32_t i) const { return cue_of(model_, token(i)); }

  Group group(int number) const {
    if (number < 0) return {};
    const std::string_view g = groups_[static_cast<std::size_t>(number)];
    if (g.data() == nullptr) return {};
    const auto begin = static_cast<std::uint32_t>(g.data() - lexed_.letters.data());
    return {begin, static_cast<std::uint32_t>(begin + g.size()), true};
  }

  // Tries the rows at token i in table order; the token behind the item, or i.
  std::uint32_t match_row(std::uint32_t i) {
    const std::string& letters = lexed_.letters;
    for (const std::uint32_t r : model_.item_rows) {
      const Row& row = model_.rows[r];
      if (english_ ? !row.english : !row.chinese) continue;
      if (!row.pattern.match_at(letters, i, letters.size(), groups_)) continue;
      const auto end = static_cast<std::uint32_t>(i + groups_[0].size());
      if (end == i) continue;
      if (row.unless_next && row.unless_next->match_at(letters, end, letters.size()) != std::string_view::npos) continue;
      const std::size_t first = out_.statements.size();
      if (apply(row, r, i, end)) {
        flow_open_ = out_.statements.size() > first && is_flow(out_.statements.back().head);
        return end;
      }
    }
    return i;
  }

  // A token that no row takes.
  void skip(std::uint32_t i) {
    switch (letter(i)) {
      case 'N':
      case 'P': {
        frame_.topic = words(token(i));
        if (letter(i) == 'N') {
          std::vector<Head> named = heads_of_name(i);
          if (noun_goes_on(i)) frame_.subject.clear();
          else if (!named.empty()) set_subject(std::move(named), false);
        }
        break;
      }
      case 'Q':
        // A number of something else ends the subject; 新增 before it still governs the rest of its list.
        if (clause_holds(i, "XJN")) frame_.subject.clear();
        flow_open_ = (flow_open_ && list_goes_on(i)) || flow_word_before(i);
        list_from_ = i + 1;
        break;
      case 'I':
        if (words(token(i)).substr(0, 3) != "第" && clause_holds(i, "XJN")) frame_.subject.clear();
        break;
      case 'b': frame_.base = i; break;
      case '.': end_sentence(); break;
      default: break;
    }
  }

  void end_sentence() {
    if (frame_.subject_sentence != sentence_) frame_.subject.clear();
  }

  std::uint32_t clause_begin(std::uint32_t i) const {
    while (i > 0 && !one_of(letter(i - 1), ",;:.")) --i;
    return i;
  }

  bool clause_holds(std::uint32_t i, std::string_view set) const {
    for (std::uint32_t k = clause_begin(i); k < i; ++k) {
      if (one_of(letter(k), set)) return true;
    }
    return false;
  }

  void set_subject(std::vector<Head> heads, bool met) {
    frame_.subject = std::move(heads);
    frame_.subject_sentence = sentence_;
    frame_.subject_met = met;
  }

  void refuse(const char* reason, std::uint32_t first, std::uint32_t last) {
    out_.refusals.push_back({reason, token(first).begin, token(last - 1).end});
  }

  // --- heads -------------------------------------------------------------------------------------------------

  // The indicators that the name at token i stands for: one, or the members of a coordinated mention.
  std::vector<std::uint32_t> indicators_of(std::uint32_t indicator) const {
    const IndicatorEntry& entry = model_.indicator(indicator);
    if (entry.expands_to.empty()) return {indicator};
    std::vector<std::uint32_t> out;
    for (const std::string& id : entry.expands_to) {
      const auto found = model_.indicator_by_id.find(id);
      if (found != model_.indicator_by_id.end()) out.push_back(found->second);
    }
    return out;
  }

  // What stands to the left of token i, up to the item or clause before: scope words, 新增.
  void read_left(std::uint32_t i, std::uint32_t stop, Head& head) const {
    std::uint32_t k = i;
    std::uint32_t scope_first = i, scope_last = i;
    while (k > stop && one_of(letter(k - 1), "XUDJI&E<>")) {
      const char c = letter(k - 1);
      if (c == 'U') {
        if (head.region.empty()) head.region = {token(k - 1).begin, token(k - 1).end};
        break;
      }
      if (c == '<' || c == '>' || c == 'E' || c == '&') break;
      if (c == 'X' || c == 'J') {
        if (model_.listed("no_scope", words(token(k - 1)))) break;
        scope_first = k - 1;
        if (scope_last == i) scope_last = k;
      }
      --k;
    }
    if (!english_ && scope_first < i && token(scope_last - 1).end - token(scope_first).begin >= min_scope_bytes) head.scope = trim_scope(token(scope_first).begin, token(scope_last - 1).end);
    std::uint32_t f = k;
    while (f > stop && one_of(letter(f - 1), "XUDTk&<>/VcmM")) {
      if (letter(f - 1) == '/' || letter(f - 1) == 'V' || letter(f - 1) == 'c') break;
      --f;
    }
    if (f > stop && letter(f - 1) == 'F') {
      head.flow = true;
      --f;
    }
    if (head.region.empty()) {
      for (std::uint32_t g = k; g > stop && !one_of(letter(g - 1), separators) && k - g < 8; --g) {
        if (letter(g - 1) == 'U') {
          head.region = {token(g - 1).begin, token(g - 1).end};
          break;
        }
      }
    }
    // 开发区完成固定资产投资…: a place at the head of the clause, before the verb.
    if (head.scope.empty()) {
      std::uint32_t g = f;
      while (g > stop && one_of(letter(g - 1), "cFVkTypmMSU")) --g;
      if (g < f && g > stop && letter(g - 1) == 'X' && (g - 1 == stop || one_of(letter(g - 2), ",;:.T/U")) &&
          is_place(words(token(g - 1)))) {
        head.scope = {token(g - 1).begin, token(g - 1).end};
      }
    }
  }

  // 望海新区: more than the ending alone.
  bool is_place(std::string_view stretch) const {
    return !stretch.empty() &&
           model_.ends_with_listed("place_endings", stretch.substr(text::sequence_length(stretch.front())));
  }

  // Leading words that say nothing of scope (有效, 高质量, ...) are left out.
  Range trim_scope(std::uint32_t begin, std::uint32_t end) const {
    std::string_view stretch = text_.substr(begin, end - begin);
    constexpr std::string_view of = "的";
    while (stretch.size() >= of.size() && stretch.substr(stretch.size() - of.size()) == of) {
      stretch.remove_suffix(of.size());
      end -= static_cast<std::uint32_t>(of.size());
    }
    if (model_.listed("no_scope", stretch) || model_.begins_with_listed("no_scope_beginnings", stretch)) return {};
    return {begin, end};
  }

  // Heads of the name at token i, its left context read.
  std::vector<Head> heads_of_name(std::uint32_t i) const { return heads_of_name(i, left_stop(i)); }

  std::uint32_t left_stop(std::uint32_t i) const {
    std::uint32_t stop = i;
    while (stop > consumed_ && !one_of(letter(stop - 1), ",;:.")) --stop;
    return stop;
  }

  std::vector<Head> heads_of_name(std::uint32_t i, std::uint32_t stop) const {
    const WordRole& role = model_.roles[token(i).word];
    std::vector<Head> out;
    if (role.name == no_index) return out;
    Head head;
    head.mention = {token(i).begin, token(i).end};
    head.weak = role.weak;
    head.token = i;
    read_left(i, stop, head);
    if (role.scoped) head.scope = head.mention;
    if (!head.flow && flow_goes_on(i)) head.flow = true;
    if (head.scope.empty() && place_goes_on(i)) head.scope = out_.statements.back().head.scope;
    if (const Range qualifier = qualifier_behind(i); !qualifier.empty()) head.scope = qualifier;
    for (const std::uint32_t indicator : indicators_of(role.name)) {
      head.indicator = indicator;
      out.push_back(head);
    }
    return out;
  }

  // A stretch that touches the name on its right makes another noun of it, but for a short list.
  bool noun_goes_on(std::uint32_t i) const {
    if (english_) return false;
    // 城市低保的补助资金: over 的 as well, but for what a number says of it (城镇登记失业率的目标).
    if (letter(i + 1) == 'D' && letter(i + 2) == 'X') {
      return !model_.begins_with_listed("noun_tails", words(token(i + 2))) && token(i + 2).begin == token(i + 1).end;
    }
    if (letter(i + 1) != 'X' || token(i + 1).begin != token(i).end) return false;
    return qualifier_behind(i).empty() && !model_.begins_with_listed("noun_tails", words(token(i + 1)));
  }

  // 一般公共预算收入扣除减税因素后增长…: what restricts the name may stand behind it.
  Range qualifier_behind(std::uint32_t i) const {
    if (english_ || letter(i + 1) != 'X') return {};
    const Token& next = token(i + 1);
    return model_.begins_with_listed("qualifiers", words(next)) ? Range{next.begin, next.end} : Range{};
  }

  static std::vector<std::size_t> character_borders(std::string_view s) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < s.size(); at += text::sequence_length(s[at])) out.push_back(at);
    out.push_back(s.size());
    return out;
  }

  // 第一、第三产业增加值: a member that shares the end of a full name; 旅游人数、收入: one that shares its beginning.
  std::uint32_t by_common_part(std::string_view member, std::string_view full, bool shares_end) const {
    const std::vector<std::size_t> borders = character_borders(full);
    std::string spelling;
    if (shares_end) {
      for (std::size_t b = 1; b + 1 < borders.size(); ++b) {
        spelling.assign(member).append(full.substr(borders[b]));
        if (const std::uint32_t found = model_.indicator_named(spelling); found != no_index) return found;
      }
    } else {
      for (std::size_t b = borders.size() - 2; b >= 1; --b) {
        spelling.assign(full.substr(0, borders[b])).append(member);
        if (const std::uint32_t found = model_.indicator_named(spelling); found != no_index) return found;
      }
    }
    return no_index;
  }

  // 新增A企业5家、B企业7家: the flow word of the item before governs the next member of its 、 list.
  bool flow_goes_on(std::uint32_t i) const {
    return flow_open_ && list_goes_on(i);
  }

  // 望海新区固定资产投资增长…、工业总产值增长…: a place holds for the next item of its 、 list.
  bool place_goes_on(std::uint32_t i) const {
    if (out_.statements.empty() || consumed_ == 0 || i != consumed_ + 1 || letter(consumed_) != '/') return false;
    const Statement& before = out_.statements.back();
    return before.sentence == sentence_ && !before.head.scope.empty() && is_place(text_of(before.head.scope));
  }

  bool flow_word_before(std::uint32_t i) const {
    for (std::uint32_t k = i; k > list_from_ && !one_of(letter(k - 1), ",;:."); --k) {
      if (letter(k - 1) == 'F') return true;
    }
    return false;
  }

  // Only 、 and words of the next member between the number before and token i.
  bool list_goes_on(std::uint32_t i) const {
    if (list_from_ == 0 || list_from_ >= i) return false;
    bool mark = false;
    for (std::uint32_t k = list_from_; k < i; ++k) {
      const char c = letter(k);
      if (c == '/' || c == '&') mark = true;
      else if (!one_of(c, "XUDJFE")) return false;
    }
    return mark;
  }

  bool is_flow(const Head& head) const { return head.flow || model_.stock_of[head.indicator] != no_index; }

  struct Member {
    std::uint32_t begin = 0, end = 0;  // tokens
    std::vector<Head> heads;           // none: a member that is not ours
  };

  // Members of a list of heads between separators of `marks`.
  std::vector<Member> members_of(Group list, std::string_view marks, std::string_view tail_word) const {
    std::vector<Member> out;
    std::uint32_t from = list.begin;
    for (std::uint32_t i = list.begin; i <= list.end; ++i) {
      if (i < list.end && !one_of(letter(i), marks)) continue;
      if (from < i) out.push_back({from, i, {}});
      from = i + 1;
    }
    bool flow = false;
    for (Member& member : out) {
      for (std::uint32_t k = member.end; k-- > member.begin && member.heads.empty();) {
        if (letter(k) != 'N') continue;
        if (noun_goes_on(k)) break;
        // A、B、C等产业分别…: the name sums up a list that is not ours.
        if (k > member.begin && letter(k - 1) == 'E' && out.size() > 1) break;
        member.heads = heads_of_name(k, &member == &out.front() ? left_stop(k) : member.begin);
        break;
      }
      if (member.heads.empty() && !tail_word.empty()) add_split(member, tail_word);
      // 新增 before the first member governs the whole list.
      if (&member == &out.front()) {
        flow = !member.heads.empty() && is_flow(member.heads.front());
        for (std::uint32_t k = member.begin; k < member.end; ++k) flow = flow || letter(k) == 'F';
      } else if (flow) {
        for (Head& head : member.heads) head.flow = true;
      }
    }
    scopes_of_one_head(out);
    // What is not ours by itself may share a part with a neighbour.
    Range shared_scope;
    for (std::size_t m = 0; m < out.size(); ++m) {
      if (!out[m].heads.empty()) {
        for (Head& head : out[m].heads) {
          if (head.scope.empty()) head.scope = shared_scope;
        }
        continue;
      }
      const Token& last = token(out[m].end - 1);
      if (!one_of(last.letter, "XLPJI")) continue;
      for (std::size_t n = m + 1; n < out.size(); ++n) {
        if (out[n].heads.empty()) continue;
        const Head& full = out[n].heads.front();
        add_computed(out[m], last, by_common_part(words(last), text_of(full.mention), true), flow);
        // 二氧化硫、氮氧化物排放量: what the name of a part lends its tail to is another part.
        const bool of_a_part = full.scope.begin == full.mention.begin && full.scope.end == full.mention.end;
        for (Head& head : out[m].heads) {
          if (of_a_part && head.indicator == full.indicator) head.scope = head.mention;
        }
        if (out[m].heads.empty() && m == 0) shared_scope = add_behind_scope(out[m], last, text_of(full.mention), flow);
        break;
      }
      if (!out[m].heads.empty() || m == 0) continue;
      if (out[m].end - out[m].begin != 1) continue;
      const Token& before = token(out[m - 1].end - 1);
      add_computed(out[m], last, by_common_part(words(last), words(before), false), flow);
    }
    country_before_list(out);
    return out;
  }

  // 临澜县、望川县地区生产总值分别…, 高新技术产品、本地产品出口分别…: places or classes before one name are its scopes,
  // each with a value.
  void scopes_of_one_head(std::vector<Member>& list) const {
    if (list.size() < 2 || list.back().heads.size() != 1) return;
    const Head& full = list.back().heads.front();
    if (full.scope.empty()) return;
    const bool place = is_place(text_of(full.scope));
    for (std::size_t m = 0; m + 1 < list.size(); ++m) {
      const Member& member = list[m];
      if (!member.heads.empty() || member.end - member.begin != 1) return;
      if (place ? !is_place(words(token(member.begin))) : letter(member.begin) != 'X' || letter(list.back().begin) != 'X') return;
      if (trim_scope(token(member.begin).begin, token(member.begin).end).empty()) return;
    }
    for (std::size_t m = 0; m + 1 < list.size(); ++m) {
      Head head = full;
      head.scope = {token(list[m].begin).begin, token(list[m].begin).end};
      list[m].heads.push_back(head);
    }
  }

  // 农村卫生厕所普及率、生活污水治理率…: 农村 before a list makes what is urban by name a value of the countryside.
  void country_before_list(std::vector<Member>& list) const {
    if (list.size() < 2) return;
    // 农村、城镇居民…: a member of its own. 农村|自来水普及率、…: its first member has the scope already.
    if (!list.front().heads.empty() && letter(list.front().begin + 1) != 'N') return;
    const Token& first = token(list.front().begin);
    const std::string_view opening = words(first);
    for (const std::string_view country : {"农村", "乡村"}) {
      if (first.letter != 'X' || opening.substr(0, country.size()) != country) continue;
      for (Member& member : list) {
        for (Head& head : member.heads) {
          if (!head.scope.empty() || model_.indicator(head.indicator).label_zh.compare(0, 3, "城") != 0) continue;
          head.scope = {first.begin, static_cast<std::uint32_t>(first.begin + country.size())};
        }
      }
    }
  }

  // 望海港货物和集装箱吞吐量: before the shared part of the first member stands the scope of the whole list.
  Range add_behind_scope(Member& member, const Token& last, std::string_view full, bool flow) const {
    const std::string_view stretch = words(last);
    const std::vector<std::size_t> borders = character_borders(stretch);
    for (std::size_t b = 2; b + 2 < borders.size(); ++b) {
      const std::uint32_t found = by_common_part(stretch.substr(borders[b]), full, true);
      if (found == no_index || !is_place(stretch.substr(0, borders[b]))) continue;
      Token named = last;
      named.begin += static_cast<std::uint32_t>(borders[b]);
      add_computed(member, named, found, flow);
      const Range scope = trim_scope(last.begin, named.begin);
      for (Head& head : member.heads) head.scope = scope;
      return scope;
    }
    return {};
  }

  std::string_view text_of(Range range) const { return text_.substr(range.begin, range.end - range.begin); }

  void add_computed(Member& member, const Token& last, std::uint32_t indicator, bool flow) const {
    if (indicator == no_index) return;
    Head head;
    head.mention = {last.begin, last.end};
    head.flow = flow;
    head.token = member.end - 1;
    for (const std::uint32_t i : indicators_of(indicator)) {
      head.indicator = i;
      member.heads.push_back(head);
    }
  }

  void add_split(Member& member, std::string_view tail_word) const {
    for (std::uint32_t k = member.begin; k < member.end; ++k) {
      const auto found = model_.splits.find({std::string(words(token(k))), std::string(tail_word)});
      if (found == model_.splits.end()) continue;
      Head head;
      head.indicator = found->second;
      head.mention = {token(k).begin, token(k).end};
      head.token = k;
      read_left(k, left_stop(k), head);
      member.heads.push_back(head);
      return;
    }
  }

  // --- predicates --------------------------------------------------------------------------------------------

  void read_predicate(std::uint32_t begin, std::uint32_t end, Predicate& p) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const CueEntry* c = cue(i);
      switch (letter(i)) {
        case 'g': p.direction = p.direction < 0 ? -1 : 1; break;
        case 'd': p.direction = -1; break;
        case 'a':
          p.mean = true;
          if (c != nullptr && c->value == "growth") p.direction = 1;
          if (c != nullptr && c->value == "decline") p.direction = -1;
          break;
        case 'y': p.year_on_year = true; break;
        case 't': p.arrival = true; break;
        case 'k': p.cumulated = true; break;
        case 'S': p.stock = true; break;
        case 'F': p.flow = true; break;
        case 'e':
        case 'f': p.each = true; break;
        case 'c':
          p.carrier = true;
          if (c != nullptr && !c->value.empty()) p.bound = parse_bound(c->value);
          if (c != nullptr && (!c->value.empty() || model_.listed("reaching", words(token(i))))) p.reached = true;
          break;
        case 'm':
          if (c != nullptr) p.commitment = c->value;
          break;
        case 'b': p.base = i; break;
        case 'T': p.time = i; break;
        default: break;
      }
    }
  }

  bool growth_named(const Head& head) const {
    return model_.holds_listed("growth_words", text_of(head.mention));
  }

  // --- rows --------------------------------------------------------------------------------------------------

  bool apply(const Row& row, std::uint32_t number, std::uint32_t begin, std::uint32_t end) {
    const std::string& reading = row.entry->reading;
    row_ = number;
    if (reading == "skip") return true;
    if (reading == "refuse") return apply_refuse(row, begin, end);
    if (reading == "pairs") return apply_pairs(row, begin, end);
    if (reading == "each") return apply_each(row, begin, end);
    if (reading == "one") return apply_one(row, begin, end);
    if (reading == "each_tail") return apply_each_tail(row);
    if (reading == "coordinated") return apply_coordinated(row);
    if (reading == "fixed") return apply_fixed(row, begin, end);
    if (reading == "milestones") return apply_milestones(row);
    if (reading == "split") return apply_split(row, begin, end);
    if (reading == "number_first") return apply_number_first(row);
    if (reading == "growth_first") return apply_growth_first(row);
    if (reading == "carry") return apply_carry(row, begin, end);
    if (reading == "carry_tail") return apply_carry_tail(row, begin);
    if (reading == "carry_pairs") return apply_carry_pairs(row, begin, end);
    return false;
  }

  bool apply_refuse(const Row& row, std::uint32_t begin, std::uint32_t end) {
    // 完成造林任务6.3万亩: the amount of a task is an amount.
    if (row.entry->note == "completion_rate" && reading_of(group(row.values).begin).unit != "percent") return false;
    refuse(row.entry->note.c_str(), begin, end);
    if (row.entry->note == "yardstick" || row.entry->note == "rank") {
      const Group h = group(row.heads);
      set_subject(heads_of_name(h.begin), true);
    } else {
      frame_.subject.clear();
    }
    return true;
  }

  struct ListValue {
    std::uint32_t token = 0;
    std::uint32_t pred_begin = 0;
  };

  std::vector<ListValue> values_of(Group v) const {
    std::vector<ListValue> out;
    std::uint32_t from = v.begin;
    for (std::uint32_t i = v.begin; i < v.end; ++i) {
      if (letter(i) != 'Q' && letter(i) != 'W') continue;
      out.push_back({i, from});
      from = i + 1;
    }
    return out;
  }

  const value::Reading& reading_of(std::uint32_t i) const { return lexed_.readings[token(i).index]; }

  // Bound words and units that a list has once for all of its values.
  void spread(const std::vector<ListValue>& values, std::vector<Statement>& list) const {
    if (values.size() < 2) return;
    const value::Reading& first = reading_of(values.front().token);
    const value::Reading& last = reading_of(values.back().token);
    for (Statement& s : list) {
      const value::Reading& own = reading_of(s.value);
      if (!own.prefix_bound && !own.suffix_bound && !own.range) {
        if (first.prefix_bound) s.spread = first.prefix_bound;
        else if (last.suffix_bound) s.spread = last.suffix_bound;
      }
      if (own.unit.empty() && !last.unit.empty()) s.unit_from = token(values.back().token).index;
    }
  }

  void add_list(const std::vector<ListValue>& values, std::vector<Statement> list) {
    spread(values, list);
    out_.statements.insert(out_.statements.end(), list.begin(), list.end());
  }

  // The i-th head with the i-th value, all under one predicate.
  void add_paired(const std::vector<Head>& heads, const std::vector<ListValue>& values, const Predicate& predicate) {
    std::vector<Statement> list;
    for (std::size_t i = 0; i < values.size(); ++i) list.push_back(make(heads[i], predicate, values[i].token));
    add_list(values, std::move(list));
  }

  static std::vector<Head> heads_of(const std::vector<Member>& list) {
    std::vector<Head> heads;
    for (const Member& m : list) heads.insert(heads.end(), m.heads.begin(), m.heads.end());
    return heads;
  }

  bool apply_pairs(const Row& row, std::uint32_t begin, std::uint32_t end) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    std::string_view tail_word;
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) == 'L') tail_word = words(token(i));
    }
    const std::vector<ListValue> values = values_of(v);
    const auto count = [](const std::vector<Member>& list) {
      std::size_t n = 0;
      for (const Member& m : list) n += std::max<std::size_t>(m.heads.size(), 1);
      return n;
    };
    // 、 parts members first; 和 may stand inside a name.
    std::vector<Member> list = members_of(h, "/", tail_word);
    if (count(list) != values.size()) {
      std::vector<Member> finer = members_of(h, "/&", tail_word);
      if (count(finer) == values.size() || values.size() == 1) list = std::move(finer);
    }
    std::vector<Head> heads = heads_of(list);
    if (heads.empty()) {
      // Nothing of ours in the list: its numbers belong to others.
      frame_.subject.clear();
      return true;
    }
    Predicate shared;
    read_predicate(p.begin, p.end, shared);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, shared);
    shared.each = true;
    if (values.size() == 1) {
      for (const Head& head : heads) add(head, shared, values[0].token);
      set_subject(std::move(heads), true);
      return true;
    }
    if (count(list) != values.size()) {
      refuse("count_mismatch", begin, end);
      frame_.subject.clear();
      return true;
    }
    std::vector<Statement> out;
    std::size_t next = 0;
    for (const Member& m : list) {
      if (m.heads.empty()) {
        ++next;
        continue;
      }
      for (const Head& head : m.heads) {
        Predicate own = shared;
        read_predicate(values[next].pred_begin, values[next].token, own);
        out.push_back(make(head, own, values[next].token));
        ++next;
      }
    }
    add_list(values, std::move(out));
    set_subject(std::move(heads), true);
    return true;
  }

  bool apply_each(const Row& row, std::uint32_t, std::uint32_t) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    const std::vector<Member> list = members_of(h, "/&", {});
    if (noun_goes_on(h.end - 1)) return false;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    std::vector<Head> heads = heads_of(list);
    if (heads.empty()) return false;
    // Members of one id (护理型床位、家庭养老床位) are one statement.
    heads.erase(std::unique(heads.begin(), heads.end(),
                            [](const Head& a, const Head& b) { return a.indicator == b.indicator; }),
                heads.end());
    for (Head& head : heads) {
      head.counted = !predicate.each && heads.size() > 1;
      add(head, predicate, v.begin);
    }
    set_subject(std::move(heads), true);
    return true;
  }

  // 申报高新技术企业5家, 惠及市场主体3万户: the number is not one of the indicator.
  bool refused_by_left(std::uint32_t i) const {
    for (std::uint32_t k = i; k > consumed_ && i - k < 3 && one_of(letter(k - 1), "XVJFDcU"); --k) {
      if (model_.ends_with_listed("refuse_before", words(token(k - 1)))) return true;
    }
    return false;
  }

  // 教育支出1043亿元,其中中央财政支出198亿元: a part of what is no indicator of ours.
  bool part_of_another(std::uint32_t name) const {
    if (english_ || list_from_ <= consumed_) return false;
    for (std::uint32_t k = name; k > list_from_; --k) {
      if (letter(k - 1) == 'w') return true;
      if (!one_of(letter(k - 1), "XUDJ")) return false;
    }
    return false;
  }

  bool apply_one(const Row& row, std::uint32_t begin, std::uint32_t end) {
    const Group h = group(row.heads), p = group(row.pred), q = group(row.pred_after), v = group(row.values);
    if (refused_by_left(h.begin)) {
      refuse("not_of_the_indicator", begin, end);
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
    std::vector<Head> heads = heads_of_name(h.end - 1);
    if (heads.empty()) return false;
    Predicate predicate;
    if (english_) read_before(h.end - 1, predicate);
    read_predicate(p.begin, p.end, predicate);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, predicate);
    if (q.present) {
      add_start_value(group(row.from), heads, predicate);
      read_predicate(q.begin, q.end, predicate);
      predicate.arrival = true;
    }
    // Who shares one number: 城乡居民收入增长7%.
    for (Head& head : heads) {
      head.counted = heads.size() > 1 && !predicate.each;
      add(head, predicate, v.begin);
      if (q.present) keep_out(group(row.from), out_.statements.back());
    }
    set_subject(std::move(heads), true);
    return true;
  }

  // 养老保险、医疗保险参保率…: only the last member is a full name; those before share its end.
  bool apply_each_tail(const Row& row) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    if (noun_goes_on(h.end - 1)) return false;
    const std::vector<Member> list = members_of(h, "/&", {});
    if (list.front().heads.empty()) return false;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    std::vector<Head> heads = heads_of(list);
    for (Head& head : heads) {
      head.counted = !predicate.each;
      add(head, predicate, v.begin);
    }
    set_subject(std::move(heads), true);
    return true;
  }

  // 城乡低保标准提高到740元和485元: a coordinated name and as many values.
  bool apply_coordinated(const Row& row) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    if (noun_goes_on(h.end - 1)) return false;
    std::vector<Head> heads = heads_of_name(h.begin);
    const std::vector<ListValue> values = values_of(v);
    if (heads.size() < 2 || heads.size() != values.size()) return false;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    predicate.each = true;
    add_paired(heads, values, predicate);
    set_subject(std::move(heads), true);
    return true;
  }

  // A row that reads one indicator whatever its words: 80%以上的财政支出用于民生.
  bool apply_fixed(const Row& row, std::uint32_t begin, std::uint32_t end) {
    const Group h = group(row.heads), v = group(row.values);
    const auto id = row.entry->attributes.find("indicator");
    if (id == row.entry->attributes.end()) return false;
    const auto found = model_.indicator_by_id.find(id->second);
    if (found == model_.indicator_by_id.end()) return false;
    Head head;
    head.indicator = found->second;
    head.mention = {token(begin).begin, token(end - 1).end};
    head.token = h.begin;
    add(head, {}, v.begin);
    set_subject({head}, true);
    return true;
  }

  // 先后跨越900亿元、1000亿元两个台阶, 连跨4个千亿台阶: what was passed on the way is no value; the subject waits for its own.
  bool apply_milestones(const Row& row) {
    const Group h = group(row.heads), v = group(row.values);
    if (values_of(v).size() < 2 && reading_of(v.begin).unit != "item" && !reading_of(v.begin).unit.empty()) return false;
    set_subject(heads_of_name(h.begin), false);
    return true;
  }

  static void keep_out(Group from, Statement& s) {
    s.no_time_begin = from.begin;
    s.no_time_end = from.end;
  }

  // 由2016年的39.2%提高到45.1%: the start value counts only where its own year is given.
  void add_start_value(Group o, const std::vector<Head>& heads, const Predicate& predicate) {
    std::uint32_t time = no_index, value = no_index;
    for (std::uint32_t i = o.begin; i < o.end; ++i) {
      if (letter(i) == 'T' || letter(i) == 'b') time = i;
      if (letter(i) == 'Q') value = i;
    }
    if (time == no_index || value == no_index) return;
    for (const Head& head : heads) {
      Predicate start;
      start.time = time;
      start.growth_in_name = predicate.growth_in_name;
      out_.statements.push_back(make(head, start, value));
    }
  }

  bool apply_split(const Row& row, std::uint32_t, std::uint32_t) {
    const Group h = group(row.heads), p = group(row.pred), t = group(row.tail), q = group(row.pred_after),
                v = group(row.values);
    const auto found =
        model_.splits.find({std::string(words(token(h.begin))), std::string(words(token(t.begin)))});
    if (found == model_.splits.end()) return false;
    Head head;
    head.indicator = found->second;
    head.mention = {token(h.begin).begin, token(t.begin).end};
    head.token = h.begin;
    read_left(h.begin, left_stop(h.begin), head);
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    read_predicate(q.begin, q.end, predicate);
    add(head, predicate, v.begin);
    set_subject({head}, true);
    frame_.topic = words(token(h.begin));
    return true;
  }

  bool apply_number_first(const Row& row) {
    const Group h = group(row.heads), v = group(row.values);
    const std::uint32_t name = h.end - 1;
    std::vector<Head> heads = heads_of_name(name, v.end);
    if (heads.empty() || noun_goes_on(name)) return false;
    Predicate predicate;
    // 新增 or a verb before the number speaks of the noun behind it.
    const std::uint32_t stop = left_stop(v.begin);
    for (std::uint32_t k = v.begin; k > stop; --k) {
      if (letter(k - 1) == 'F') {
        for (Head& head : heads) head.flow = true;
      }
      if (one_of(letter(k - 1), "NQ")) break;
      if (one_of(letter(k - 1), "gd")) return false;
    }
    for (const Head& head : heads) add(head, predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }

  // English: a growth of 8% in GDP.
  bool apply_growth_first(const Row& row) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    std::vector<Head> heads = heads_of_name(h.end - 1, v.end);
    if (heads.empty()) return false;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    for (const Head& head : heads) add(head, predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }

  // English puts the growth word before its noun: increase GDP by 5%, a rise in the CPI of 3%.
  void read_before(std::uint32_t name, Predicate& predicate) const {
    std::uint32_t k = name;
    while (k > consumed_ && name - k < 4 && one_of(letter(k - 1), "ciXDU")) --k;
    if (k > consumed_ && one_of(letter(k - 1), "gd")) read_predicate(k - 1, k, predicate);
  }

  // May the subject be carried to an item that starts at token i?
  bool may_carry(std::uint32_t i) const {
    if (frame_.subject.empty() || frame_.subject_sentence == no_index) return false;
    const bool of_which = letter(i) == 'w' || (i > 0 && letter(i - 1) == 'w');
    if (frame_.subject_sentence != sentence_ && !(of_which && frame_.subject_sentence + 1 == sentence_)) return false;
    // Only cues between the item before and this one.
    bool clause_crossed = false;
    for (std::uint32_t k = i; k > consumed_; --k) {
      const char c = letter(k - 1);
      if (c == ',') clause_crossed = true;
      if (one_of(c, ",/;w<>:")) continue;
      if (one_of(c, "TykSmpMcUfeaFI")) continue;
      if (c == 'X' && frame_.subject_met && is_connective(words(token(k - 1)))) continue;
      if (c == 'X' && trails(k - 1)) continue;
      if (c == 'V' && k - 1 == consumed_ && k > 1 && letter(k - 2) == 'N') continue;  // 保障性住房建设: behind its name
      if (c == 'N' && !frame_.subject_met) return true;  // the name itself, met without a value
      // 粮食产量再上新台阶，突破…: what else its own clause said of it.
      if (!frame_.subject_met && clause_crossed && one_of(c, "XVgdDIB")) continue;
      return false;
    }
    return true;
  }

  // A short rest of the item before (5个千亿台阶, 首位), not yet another clause.
  bool trails(std::uint32_t i) const {
    return i == consumed_ && i > 0 && token(i).end - token(i).begin <= 12 && token(i - 1).end == token(i).begin &&
           one_of(letter(i - 1), "QI");
  }

  bool is_connective(std::string_view stretch) const { return model_.listed("connectives", stretch); }

  // A carried number needs a word of its own: a growth word, 达到, 总数, 累计, or its bound word.
  bool spoken_for(Group p, std::uint32_t value, Predicate& predicate) const {
    const bool number = letter(value) == 'Q';
    bool cue_word = !number;
    for (std::uint32_t i = consumed_; i < value; ++i) {
      if ((i >= p.begin || one_of(letter(i), "TykSam")) && one_of(letter(i), frame_.growth != 0 ? "gdactkSbfm" : "gdactkSbf")) cue_word = true;
    }
    // 推进高标准农田建设,力争新建6万亩: a verb takes up the subject; has_verb_of_its_own says which.
    if (lexed_.letters.find('V', p.begin) < p.end) cue_word = true;
    if (number && reading_of(value).prefix_bound && *reading_of(value).prefix_bound != Bound::about) cue_word = true;
    // 增长7%以上、力争达到8%: still growth.
    if (number && predicate.direction == 0 && !predicate.stock && reading_of(value).unit == "percent" &&
        frame_.growth != 0) {
      predicate.direction = frame_.growth;
      predicate.mean = predicate.mean || frame_.mean;
    }
    return cue_word;
  }

  // 保障性住房2.8万套、在建6.25万套: another stage of the same thing.
  Range stage_of(Group p) const {
    if (frame_.subject.empty() || model_.indicator(frame_.subject.front().indicator).nature != Nature::count) return {};
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (one_of(letter(i), "XV") && model_.listed("stages", words(token(i)))) return {token(i).begin, token(i).end};
    }
    return {};
  }

  // 小巨人企业561家,推动超1万家…: what the verb moves is not the subject.
  bool has_verb_of_its_own(Group p, Group v) const {
    if (!frame_.subject_met) return false;
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) != 'V' || model_.listed("stages", words(token(i)))) continue;
      if (!model_.listed("building", words(token(i))) || !same_unit_as_before(v.begin)) return true;
    }
    return false;
  }

  // 完成1万人次的各类培训: a count whose noun stands behind it.
  bool counts_another_noun(Group v) const {
    if (english_ || letter(v.begin) != 'Q') return false;
    const std::string_view unit = reading_of(v.begin).unit;
    if (unit != "item" && unit != "person" && unit != "person_time" && unit != "household") return false;
    std::uint32_t next = v.end;
    if (letter(next) == 'D') ++next;
    if (!one_of(letter(next), "XPJ") || token(next).begin != token(next - 1).end) return false;
    return !model_.begins_with_listed("behind_values", words(token(next)));
  }

  bool same_unit_as_before(std::uint32_t value) const {
    if (letter(value) != 'Q' || out_.statements.empty()) return false;
    const std::uint32_t before = out_.statements.back().value;
    return letter(before) == 'Q' && reading_of(before).unit == reading_of(value).unit;
  }

  bool apply_carry(const Row& row, std::uint32_t begin, std::uint32_t) {
    if (!may_carry(begin)) return false;
    const Group p = group(row.pred), s = group(row.scope), v = group(row.values), q = group(row.pred_after);
    Predicate predicate;
    read_predicate(consumed_, p.begin, predicate);
    read_predicate(p.begin, p.end, predicate);
    const Range stage = stage_of(p);
    if (!s.present && stage.empty() && !spoken_for(p, v.begin, predicate)) return false;
    if (s.present && !spoken_for(p, v.begin, predicate) && !same_unit_as_before(v.begin)) return false;
    if (has_verb_of_its_own(p, v) || counts_another_noun(v)) return false;
    // A noun that only repeats the subject may stand before the number: 固定资产投资…、累计完成投资….
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) != 'X') continue;
      const std::string_view noun = words(token(i));
      if (token(i).begin == stage.begin) continue;
      if (text_of(frame_.subject.front().mention).find(noun) == std::string_view::npos &&
          !model_.listed("connectives", noun)) {
        return false;
      }
    }
    const bool scope_given = s.present;
    std::vector<Head> heads = frame_.subject;
    if (q.present) {
      add_start_value(group(row.from), heads, predicate);
      read_predicate(q.begin, q.end, predicate);
      predicate.arrival = true;
    }
    Range scope = stage;
    if (s.present) scope = {token(s.begin).begin, token(s.end - 1).end};
    // 净增200家、累计超1600家: behind a flow the size reached is the stock.
    const bool reached = predicate.cumulated || predicate.carrier ||
                         (letter(v.begin) == 'Q' && reading_of(v.begin).prefix_bound);
    if (frame_.flow && reached && predicate.direction == 0 && !predicate.flow && !scope_given) predicate.stock = true;
    for (Head& head : heads) {
      if (!scope.empty()) head.scope = scope;
      if (predicate.stock) head.flow = false;
      head.counted = heads.size() > 1 && !predicate.each;
      Statement st = make(head, predicate, v.begin);
      if (q.present) keep_out(group(row.from), st);
      out_.statements.push_back(st);
    }
    if (!s.present) {
      frame_.subject_sentence = sentence_;
      frame_.subject_met = true;
    }
    return true;
  }

  bool apply_carry_tail(const Row& row, std::uint32_t begin) {
    const Group t = group(row.tail), p = group(row.pred), v = group(row.values);
    const std::string tail(words(token(t.begin)));
    Predicate predicate;
    std::uint32_t from = t.begin;  // 粮食增产42亿斤,总产466亿斤: the growth word speaks of the number before
    while (from > consumed_ && !one_of(letter(from - 1), ",;:/Q")) --from;
    read_predicate(from, t.begin, predicate);
    read_predicate(p.begin, p.end, predicate);
    for (std::uint32_t k = t.begin; k > consumed_ && !one_of(letter(k - 1), ",;:/"); --k) {
      if (!one_of(letter(k - 1), "TykSmpMcUfeaVFw")) return false;  // 小麦单产: another noun's
    }
    if (!frame_.topic.empty()) {
      const auto found = model_.splits.find({std::string(frame_.topic), tail});
      if (found != model_.splits.end()) {
        Head head;
        head.indicator = found->second;
        head.mention = {static_cast<std::uint32_t>(frame_.topic.data() - text_.data()), token(t.begin).end};
        if (frame_.subject_sentence == sentence_ && !frame_.subject.empty()) head.scope = frame_.subject.front().scope;
        head.token = t.begin;
        add(head, predicate, v.begin);
        set_subject({head}, true);
        return true;
      }
    }
    if (!may_carry(begin) || text_of(frame_.subject.front().mention).find(tail) == std::string_view::npos) return false;
    for (const Head& head : frame_.subject) add(head, predicate, v.begin);
    return true;
  }

  bool apply_carry_pairs(const Row& row, std::uint32_t begin, std::uint32_t end) {
    if (!may_carry(begin)) return false;
    const Group p = group(row.pred), v = group(row.values);
    const std::vector<ListValue> values = values_of(v);
    if (values.size() != frame_.subject.size()) {
      std::vector<Head> before = heads_of_levels(begin, values.size());
      const std::string_view between = std::string_view(lexed_.letters).substr(p.begin, p.end - p.begin);
      const bool respectively = between.find('f') != std::string_view::npos;
      if (!respectively || before.empty()) {
        refuse("count_mismatch", begin, end);
        return true;
      }
      frame_.subject = std::move(before);
    }
    Predicate shared;
    read_predicate(consumed_, p.end, shared);
    shared.each = true;
    add_paired(frame_.subject, values, shared);
    return true;
  }

  // 城镇居民收入8640元,农民收入2860元,分别增长9.2%和7.8%: the heads of the `count` numbers before `at`, one each and no
  // other number between; nothing where it is not so.
  std::vector<Head> heads_of_levels(std::uint32_t at, std::size_t count) const {
    std::uint32_t from = at;
    std::size_t numbers = 0;
    for (; from > 0 && !one_of(letter(from - 1), ";.:"); --from) numbers += letter(from - 1) == 'Q' ? 1 : 0;
    if (numbers != count) return {};
    std::vector<Head> heads;
    for (const Statement& s : out_.statements) {
      if (s.sentence != sentence_ || s.value < from || s.value >= at) continue;
      if (s.predicate.direction != 0 || s.predicate.mean) return {};
      if (!heads.empty() && heads.back().mention.begin == s.head.mention.begin) return {};
      heads.push_back(s.head);
    }
    if (heads.size() != count) return {};
    return heads;
  }

  Statement make(const Head& head, const Predicate& predicate, std::uint32_t value) const {
    Statement s;
    s.row = row_;
    s.head = head;
    s.predicate = predicate;
    s.predicate.growth_in_name = growth_named(head);
    if (text_of(head.mention).find("年均") != std::string_view::npos && s.predicate.growth_in_name) s.predicate.mean = true;
    s.value = value;
    s.sentence = sentence_;
    return s;
  }

  // 优良天数较2016年增加48天,优良比例提高43.6个百分点: the next change of the list has the same base. So have all
  // changes behind 与2000年相比,.
  bool base_goes_on(const Statement& s) const {
    if (frame_.base == no_index || s.predicate.base != no_index || s.predicate.direction == 0 ||
        s.predicate.year_on_year || s.predicate.mean || s.predicate.arrival || letter(s.value) != 'Q') {
      return false;
    }
    if (frame_.base >= consumed_) return true;
    return one_of(letter(consumed_), "/,");
  }

  void add(const Head& head, const Predicate& predicate, std::uint32_t value) {
    frame_.growth = letter(value) == 'Q' && reading_of(value).unit == "percent"
                        ? (predicate.direction != 0 ? predicate.direction : growth_named(head) ? 1 : 0)
                        : 0;
    frame_.mean = predicate.mean;
    frame_.flow = is_flow(head) || predicate.flow;
    Statement statement = make(head, predicate, value);
    if (base_goes_on(statement)) statement.predicate.base = frame_.base;
    frame_.base = statement.predicate.base;
    out_.statements.push_back(std::move(statement));
    if (head.token != no_index && head.token < lexed_.tokens.size()) frame_.topic = words(token(head.token));
  }

  const Model& model_;
  std::string_view text_;
  const Lexed& lexed_;
  bool english_;
  std::uint32_t sentence_;
  Frame& frame_;
  Items& out_;
  std::vector<std::string_view> groups_;
  std::uint32_t consumed_ = 0;  // token behind the last item
  std::uint32_t list_from_ = 0;  // token behind the last number, ours or not
  std::uint32_t row_ = 0;
  bool flow_open_ = false;    // the last item stood under 新增 or the like
};

}  // namespace

void read_items(const Model& model, std::string_view text, const Lexed& lexed, bool english, std::uint32_t sentence,
                Frame& frame, Items& out) {
  ItemReader(model, text, lexed, english, sentence, frame, out).run();
}

}  // namespace zhibiao::extract
