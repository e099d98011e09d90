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
          if (noun_goes_on(i) || (english_ && object_of_another(i))) frame_.subject.clear();
          else if (!named.empty()) set_subject(std::move(named), false);
        }
        break;
      }
      case 'Q':
        // A number of something else ends the subject; 新增 before it still governs the rest of its list.
        if (clause_holds(i, "XJN")) frame_.subject.clear();
        flow_open_ = (flow_open_ && list_goes_on(i)) || flow_word_before(i);
        list_from_ = i + 1;
        frame_.list.clear();
        break;
      case 'I':
        if (words(token(i)).substr(0, 3) != "第" && clause_holds(i, "XJN")) frame_.subject.clear();
        break;
      case 'b': frame_.base = i; break;
      case ';':
      case ':': frame_.list.clear(); break;
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
    if (met) extend_list();
  }

  void extend_list() {
    if (frame_.list_closed) frame_.list.clear();
    frame_.list_closed = false;
    bool joined = one_of(letter(consumed_), "/&");
    for (const Head& head : frame_.subject) {
      frame_.list.push_back({head, joined});
      joined = true;
    }
  }

  bool says_each(Group p) const {
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) == 'e') return true;
    }
    return false;
  }

  // The heads of the list that 、 joins, or where nothing joins them all of it; the subject where there is no list.
  std::vector<Head> joined_list() const {
    if (frame_.list_closed || frame_.list.size() < 2) return frame_.subject;
    std::size_t first = frame_.list.size() - 1;
    while (first > 0 && frame_.list[first].joined) --first;
    if (first + 1 == frame_.list.size()) first = 0;
    std::vector<Head> heads;
    for (std::size_t k = first; k < frame_.list.size(); ++k) heads.push_back(frame_.list[k].head);
    return heads;
  }

  // The last `n` heads of the list, where they are a list of their own; else nothing.
  std::vector<Head> last_of_list(std::size_t n) const {
    std::vector<Head> out;
    const std::size_t size = frame_.list.size();
    if (frame_.list_closed || n < 2 || size < n) return out;
    if (size > n && frame_.list[size - n].joined) return out;
    for (std::size_t k = size - n; k < size; ++k) out.push_back(frame_.list[k].head);
    return out;
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
  void read_left(std::uint32_t i, std::uint32_t stop, std::uint32_t indicator, Head& head) const {
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
        if (model_.lists[List::no_scope].contains(words(token(k - 1)))) break;
        scope_first = k - 1;
        if (scope_last == i) scope_last = k;
      }
      --k;
    }
    std::uint32_t noun = i;
    while (noun > stop && letter(noun - 1) == 'X' && token(noun - 1).end == token(noun).begin) --noun;
    const std::string_view counted = text_.substr(token(noun).begin, token(i).begin - token(noun).begin);
    head.several = noun > stop && noun < i && counted_before(noun) &&
                   (is_place(counted) || model_.lists[List::several_endings].ends(counted));
    if (english_) {
      head.scope = class_before(i);
    } else {
      if (scope_first < i && token(scope_last - 1).end - token(scope_first).begin >= min_scope_bytes) {
        head.scope = trim_scope(token(scope_first).begin, token(scope_last - 1).end);
      }
      if (head.scope.empty() && model_.indicator(indicator).nature == Nature::count) head.scope = stage_before(i, stop);
    }
    for (std::uint32_t b = i; b > stop && one_of(letter(b - 1), "XUDTkcVJ"); --b) {
      if (letter(b - 1) == 'k') head.cumulated = true;  // 累计完成工业投资5000亿元
      if (letter(b - 1) == 'T' && words(token(b - 1)).find("累计") != std::string_view::npos) head.cumulated = true;
    }
    std::uint32_t f = k;
    while (f > stop && one_of(letter(f - 1), "XUDTk&<>/VcmM")) {
      if (letter(f - 1) == '/' || letter(f - 1) == 'V' || letter(f - 1) == 'c') break;
      --f;
    }
    if (f > stop && letter(f - 1) == 'F') {
      head.flow = true;
      --f;
      if (words(token(f)).find("净增") != std::string_view::npos) head.net = true;
    }
    if (head.region.empty()) {
      for (std::uint32_t g = k; g > stop && !one_of(letter(g - 1), separators) && k - g < 8; --g) {
        if (letter(g - 1) == 'U') {
          head.region = {token(g - 1).begin, token(g - 1).end};
          break;
        }
      }
    }
    // 限额以上单位|网上零售额: those who have it.
    if (head.scope.empty() && !english_ && i > stop && letter(i - 1) == 'N' && token(i - 1).end == token(i).begin) {
      const std::uint32_t who = model_.roles[token(i - 1).word].name;
      if (who != no_index && model_.indicator(who).nature == Nature::count) head.scope = {token(i - 1).begin, token(i - 1).end};
    }
    // 开发区(园区)工业增加值
    if (head.scope.empty() && !english_ && i > stop && letter(i - 1) == '>') {
      std::uint32_t g = i - 1;
      while (g > stop && letter(g) != '<') --g;
      if (g > stop && letter(g) == '<' && letter(g - 1) == 'X' && is_place(words(token(g - 1)))) {
        head.scope = trim_scope(token(g - 1).begin, token(g - 1).end);
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

  // 34个旗县, 57家企业: a number of them stands right before token i.
  bool counted_before(std::uint32_t i) const {
    if (english_ || i == 0 || letter(i - 1) != 'Q' || token(i - 1).end != token(i).begin) return false;
    const std::string_view unit = reading_of(i - 1).unit;
    return unit == "item" || unit == "household";
  }

  // 筹集保障性租赁住房, 新开工棚户区改造: a stage of it, named before.
  Range stage_before(std::uint32_t i, std::uint32_t stop) const {
    const std::string_view mention = words(token(i));
    Range stage;
    const std::vector<std::size_t> borders = character_borders(mention);
    for (std::size_t b = 2; b + 1 < borders.size(); ++b) {  // the name itself may begin with it
      if (!model_.lists[List::stages].contains(mention.substr(0, borders[b]))) continue;
      stage = {token(i).begin, static_cast<std::uint32_t>(token(i).begin + borders[b])};
    }
    if (!stage.empty()) return stage;
    for (std::uint32_t k = i; k > stop && one_of(letter(k - 1), "XVF") && token(k - 1).end == token(k).begin; --k) {
      if (model_.lists[List::stages].contains(words(token(k - 1)))) stage = {token(k - 1).begin, stage.empty() ? token(k - 1).end : stage.end};
      else if (!stage.empty() || letter(k - 1) != 'V') break;
    }
    return stage;
  }

  // 望海新区累计开发…,签约…,完成固定资产投资73亿元: the place at the head of the sentence, where the clause of token i
  // begins with a verb and so goes on with it.
  Range place_of_sentence(std::uint32_t i) const {
    const std::uint32_t clause = clause_begin(i);
    if (english_ || clause == 0 || letter(0) != 'X' || !is_place(words(token(0)))) return {};
    const bool goes_on = clause < i ? one_of(letter(clause), "ckF") : words(token(i)).substr(0, 6) == "新增";
    if (!goes_on || !one_of(letter(1), "ckFVN")) return {};
    for (std::uint32_t k = 1; k < i; ++k) {
      if (one_of(letter(k), "U;:") || (letter(k) == 'X' && is_place(words(token(k))))) return {};
    }
    return trim_scope(token(0).begin, token(0).end);
  }

  // 望海新区: more than the ending alone.
  bool is_place(std::string_view stretch) const {
    return !stretch.empty() &&
           model_.lists[List::place_endings].ends(stretch.substr(text::sequence_length(stretch.front())));
  }

  // Leading words that say nothing of scope (有效, 高质量, ...) are left out.
  Range trim_scope(std::uint32_t begin, std::uint32_t end) const {
    std::string_view stretch = text_.substr(begin, end - begin);
    constexpr std::string_view of = "的";
    while (stretch.size() >= of.size() && stretch.substr(stretch.size() - of.size()) == of) {
      stretch.remove_suffix(of.size());
      end -= static_cast<std::uint32_t>(of.size());
    }
    if (model_.lists[List::no_scope].contains(stretch) || model_.lists[List::no_scope_beginnings].begins(stretch)) return {};
    return {begin, end};
  }

  // Heads of the name at token i, its left context read.
  std::vector<Head> heads_of_name(std::uint32_t i) const { return heads_of_name(i, left_stop(i)); }

  // 国家级专精特新“小巨人”企业: of this class alone.
  Range class_of_name(std::uint32_t i) const {
    const std::string_view mention = words(token(i));
    const std::vector<std::size_t> borders = character_borders(mention);
    for (std::size_t from = 0; from <= std::min<std::size_t>(2, borders.size() - 1); from += 2) {  // 新增 may stand first
      for (std::size_t to = std::min(from + 5, borders.size() - 1); to > from; --to) {
        const auto begin = static_cast<std::uint32_t>(token(i).begin + borders[from]);
        const auto end = static_cast<std::uint32_t>(token(i).begin + borders[to]);
        if (model_.lists[List::class_prefixes].contains(text_.substr(begin, end - begin))) return {begin, end};
      }
    }
    constexpr std::string_view little_giants = "小巨人";
    const std::size_t at = mention.find(little_giants);
    if (at == std::string_view::npos) return {};
    return {static_cast<std::uint32_t>(token(i).begin + at), static_cast<std::uint32_t>(token(i).begin + at + little_giants.size())};
  }

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
    head.net = words(token(i)).find("净增") != std::string_view::npos;
    head.token = i;
    read_left(i, stop, role.name, head);
    if (role.scoped) head.scope = head.mention;
    if (!head.flow && flow_goes_on(i)) head.flow = true;
    if (head.scope.empty() && place_goes_on(i)) head.scope = out_.statements.back().head.scope;
    if (head.scope.empty() && head.region.empty()) head.scope = place_of_sentence(i);
    if (head.scope.empty() && model_.lists[List::classed].contains(model_.indicator(role.name).id)) head.scope = class_of_name(i);
    if (const Range qualifier = qualifier_behind(i); !qualifier.empty()) head.scope = qualifier;
    for (const std::uint32_t indicator : indicators_of(role.name)) {
      head.indicator = indicator;
      out.push_back(head);
    }
    return out;
  }

  // A stretch that touches the name on its right makes another noun of it, but for a short list.
  bool noun_goes_on(std::uint32_t i) const {
    if (english_) return english_noun_goes_on(i);
    // 城市低保的补助资金: over 的 as well, but for what a number says of it (城镇登记失业率的目标).
    if (letter(i + 1) == 'D' && letter(i + 2) == 'X') {
      return !model_.lists[List::noun_tails].begins(words(token(i + 2))) && token(i + 2).begin == token(i + 1).end;
    }
    if (letter(i + 1) != 'X' || token(i + 1).begin != token(i).end) return false;
    return qualifier_behind(i).empty() && !model_.lists[List::noun_tails].begins(words(token(i + 1)));
  }

  // 一般公共预算收入扣除减税因素后增长…: what restricts the name may stand behind it.
  Range qualifier_behind(std::uint32_t i) const {
    if (english_) return {};
    const bool bracket = letter(i + 1) == '<' && letter(i + 2) == 'X';  // 地区生产总值(不含开发区)
    if (!bracket && letter(i + 1) != 'X') return {};
    const Token& next = token(bracket ? i + 2 : i + 1);
    return model_.lists[List::qualifiers].begins(words(next)) ? Range{next.begin, next.end} : Range{};
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
    if (i >= 2 && letter(i - 1) == 'w' && one_of(letter(i - 2), ",:") && consumed_ == i - 2 && frame_.flow) return true;
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
      // 市属企业工业总产值、利润总额: what shares the beginning shares its scope.
      if (out[m - 1].heads.empty()) continue;
      for (Head& head : out[m].heads) head.scope = out[m - 1].heads.front().scope;
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
    const bool counted = counts_places(text_of(full.scope));
    const bool place = is_place(text_of(full.scope));
    for (std::size_t m = 0; m + 1 < list.size(); ++m) {
      const Member& member = list[m];
      if (!member.heads.empty() || member.end - member.begin != 1) return;
      if (counted && letter(member.begin) == 'X') continue;
      if (place ? !is_place(words(token(member.begin))) : letter(member.begin) != 'X' || letter(list.back().begin) != 'X') return;
      if (trim_scope(token(member.begin).begin, token(member.begin).end).empty()) return;
    }
    for (std::size_t m = 0; m + 1 < list.size(); ++m) {
      Head head = full;
      head.scope = {token(list[m].begin).begin, token(list[m].begin).end};
      list[m].heads.push_back(head);
    }
  }

  // 临澜、望川、云岭三市: their number stands behind them.
  static bool counts_places(std::string_view stretch) {
    const std::vector<std::size_t> borders = character_borders(stretch);
    if (borders.size() < 4) return false;
    const std::string_view number = stretch.substr(borders[borders.size() - 3], borders[borders.size() - 2] - borders[borders.size() - 3]);
    const std::string_view kind = stretch.substr(borders[borders.size() - 2]);
    constexpr std::string_view numbers = "两二三四五六七八九十", kinds = "市县区省旗州";
    return numbers.find(number) != std::string_view::npos && kinds.find(kind) != std::string_view::npos;
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
      read_left(k, left_stop(k), head.indicator, head);
      member.heads.push_back(head);
      return;
    }
  }

  // --- English -----------------------------------------------------------------------------------------------
  //
  // An unknown stretch may hold many words there; which of them touch the name, and whether a preposition stands
  // before it, says what it is.

  static std::string lower(std::string_view word) {
    std::string out(word);
    for (char& c : out) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    }
    return out;
  }

  static std::string_view last_word(std::string_view stretch) {
    const std::size_t blank = stretch.rfind(' ');
    return blank == std::string_view::npos ? stretch : stretch.substr(blank + 1);
  }

  static std::string_view first_word(std::string_view stretch) { return stretch.substr(0, stretch.find(' ')); }

  static bool ends_in(std::string_view word, std::string_view tail) {
    return word.size() > tail.size() + 1 && word.substr(word.size() - tail.size()) == tail;
  }

  template <typename Wanted>
  static bool every_word(std::string_view stretch, Wanted wanted) {
    while (!stretch.empty()) {
      const std::string_view word = first_word(stretch);
      if (!word.empty() && !wanted(word)) return false;
      stretch.remove_prefix(std::min(stretch.size(), word.size() + 1));
    }
    return true;
  }

  // rural retail sales, private exports: the words that touch the name on its left are a class, up to one that is none.
  Range class_before(std::uint32_t i) const {
    if (i == 0 || letter(i - 1) != 'X' || token(i - 1).end + 1 != token(i).begin) return {};
    const Token& stretch = token(i - 1);
    std::uint32_t begin = stretch.end, at = stretch.end;
    while (at > stretch.begin) {
      const std::string_view word = last_word(text_.substr(stretch.begin, at - stretch.begin));
      const std::string spelled = lower(word);
      const bool plain = std::all_of(spelled.begin(), spelled.end(),
                                     [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '\''; });
      if (model_.lists[List::en_passed].contains(spelled)) {  // urban per capita income
        at = static_cast<std::uint32_t>(word.data() - text_.data());
        if (at > stretch.begin) --at;
        continue;
      }
      if (word.empty() || !plain || spelled[0] == '-' || model_.lists[List::en_no_class].contains(spelled) ||
          ends_in(spelled, "ly") || ends_in(spelled, "ing") || ends_in(spelled, "ed") || ends_in(spelled, "'s")) {
        break;
      }
      begin = at = static_cast<std::uint32_t>(word.data() - text_.data());
      if (at > stretch.begin) --at;
    }
    return begin < stretch.end ? Range{begin, stretch.end} : Range{};
  }

  bool is_preposition(std::uint32_t i) const {
    if (letter(i) == 'i' || letter(i) == 't' || letter(i) == 'r') return true;
    return one_of(letter(i), "cX") && model_.lists[List::en_prepositions].contains(lower(last_word(words(token(i)))));
  }

  // subsidies for grain production, trips made by domestic tourists: the name is the object of another noun.
  bool object_of_another(std::uint32_t i) const {
    std::uint32_t k = i;
    const auto touches = [&](std::uint32_t at) { return at > 0 && at > consumed_; };
    if (touches(k) && letter(k - 1) == 'X') {
      const Range own = class_before(k);
      const std::uint32_t free_to = own.empty() ? token(k - 1).end : own.begin;
      const std::string_view rest = text_.substr(token(k - 1).begin, free_to - token(k - 1).begin);
      if (every_word(rest, [&](std::string_view word) { return model_.lists[List::en_passed].contains(lower(word)); })) --k;  // a class
    }
    while (touches(k) && (letter(k - 1) == 'U' || (letter(k - 1) == 'c' && !is_preposition(k - 1)))) --k;
    if (!touches(k) || !is_preposition(k - 1)) return false;
    const std::uint32_t preposition = k - 1;
    std::string_view noun;
    if (letter(preposition) == 'X') {
      noun = words(token(preposition));
      const std::size_t blank = noun.rfind(' ');
      if (blank == std::string_view::npos) return false;  // With exports up by…
      noun = noun.substr(0, blank);
    } else if (preposition > 0 && letter(preposition - 1) == 'X') {
      noun = words(token(preposition - 1));
    } else if (preposition > 0 && letter(preposition - 1) == 'h') {
      return true;
    } else {
      return false;
    }
    const std::string spelled = lower(last_word(noun));
    return !model_.lists[List::en_measure_nouns].contains(spelled) && !ends_in(spelled, "ly") && !ends_in(spelled, "ing");
  }

  // A stretch of a place or a group of people: in the western counties, for urban residents.
  bool names_a_part(std::string_view stretch) const {
    const char first = stretch.empty() ? 'a' : stretch[0];
    if (first >= 'A' && first <= 'Z') return true;
    bool part = false;
    every_word(stretch, [&](std::string_view word) {
      part = part || model_.lists[List::en_parts].contains(lower(word));
      return true;
    });
    return part;
  }

  // The part that a preposition at token i opens, and where it ends; nothing where it opens none.
  Range part_at(std::uint32_t i, std::uint32_t stop, std::uint32_t& end) const {
    if (!(letter(i) == 'i' || (letter(i) == 'c' && words(token(i)) == "of"))) return {};
    std::uint32_t k = i + 1;
    while (k < stop && letter(k) == 'c' && !is_preposition(k)) ++k;
    if (k >= stop || letter(k) != 'X') return {};
    // exports of farm products: directly behind the name always a part of it
    const bool own = letter(i) == 'c' && i > 0 && letter(i - 1) == 'N';
    std::uint32_t last = token(k).end;
    while (last > token(k).begin && text_[last - 1] == '.') --last;
    const std::string_view said = text_.substr(token(k).begin, last - token(k).begin);
    if (own ? model_.lists[List::en_whole].contains(lower(last_word(said))) : !names_a_part(said)) return {};
    end = k + 1;
    return {token(i).begin, last};
  }

  // The words between a name and its value: verbs and the like, or a part that the value speaks of. Says whether that
  // is all; otherwise another noun stands between.
  bool gap_reads(Group p, Range& scope) const {
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      std::uint32_t end = i;
      if (const Range part = part_at(i, p.end, end); end > i) {
        scope = part;
        i = end - 1;
        continue;
      }
      if (letter(i) != 'X') continue;
      const bool known = every_word(words(token(i)), [&](std::string_view word) {
        const std::string spelled = lower(word);
        return model_.lists[List::en_gap].contains(spelled) || ends_in(spelled, "ly");
      });
      if (!known) return false;
    }
    return true;
  }

  // 8% for urban residents: behind the value.
  Range part_behind(std::uint32_t end) const {
    std::uint32_t stop = end;
    return part_at(end, static_cast<std::uint32_t>(lexed_.letters.size()), stop);
  }

  // Construction began on 5,000 units: the stage that the clause around tokens [begin, end) names.
  Range english_stage(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t reach = 24;  // tokens
    const std::uint32_t first = begin > reach ? begin - reach : 0;
    const auto last = std::min(static_cast<std::uint32_t>(lexed_.letters.size()), end + reach);
    while (begin > first && !one_of(letter(begin - 1), ",;:.&")) --begin;
    while (end < last && !one_of(letter(end), ",;:.&")) ++end;
    const std::uint32_t from = token(begin).begin;
    const std::string clause = lower(text_.substr(from, token(end - 1).end - from));
    Range found;
    for (const std::string_view stage : model_.lists[List::en_stages]) {
      const std::size_t at = clause.find(stage);
      if (at == std::string::npos || stage.size() <= found.end - found.begin) continue;
      found = {static_cast<std::uint32_t>(from + at), static_cast<std::uint32_t>(from + at + stage.size())};
    }
    return found;
  }

  bool by_the_day(std::uint32_t end) const {
    if (end >= lexed_.tokens.size()) return false;
    const std::string behind = lower(text_.substr(token(end).begin, 12));
    for (const std::string_view day : {"per day", "a day", "each day", "every day", "daily"}) {
      if (std::string_view(behind).substr(0, day.size()) == day) return true;
    }
    return false;
  }

  // growing faster than the economy
  bool behind_yardstick(std::uint32_t name) const {
    std::uint32_t k = name;
    while (k > consumed_ && one_of(letter(k - 1), "cUX")) --k;
    return k > consumed_ && letter(k - 1) == 'o';
  }

  // What an English item adds to its heads; false where its number is not one of the indicator.
  bool read_surroundings(std::uint32_t name, Group p, std::uint32_t begin, std::uint32_t end, std::vector<Head>& heads) {
    Range part;
    const char* reason = nullptr;
    if (behind_yardstick(name)) reason = "yardstick";
    else if (letter(begin) != 'Q' && object_of_another(name)) reason = "another_noun";
    else if (!gap_reads(p, part)) reason = "another_noun";
    else if (by_the_day(end)) reason = "per_day";
    if (reason != nullptr) {
      refuse(reason, begin, end);
      frame_.subject.clear();
      return false;
    }
    if (part.empty()) part = part_behind(end);
    for (Head& head : heads) {
      if (!part.empty()) head.scope = part;
      if (model_.indicator(head.indicator).nature != Nature::count) continue;
      if (const Range stage = english_stage(begin, end); !stage.empty()) head.scope = stage;
    }
    return true;
  }

  // Exports and imports grew by 4.3% and 6.1%: one name, of which each half is a name too.
  void part_name(std::vector<Head>& heads) const {
    constexpr std::string_view conjunction = " and ";
    const Head whole = heads.front();
    const std::string_view said = text_of(whole.mention);
    const std::size_t at = said.find(conjunction);
    if (at == std::string_view::npos) return;
    const std::string_view halves[] = {said.substr(0, at), said.substr(at + conjunction.size())};
    std::vector<Head> parts;
    for (const std::string_view half : halves) {
      Head part = whole;
      part.indicator = model_.indicator_named(half);
      if (part.indicator == no_index) return;
      const auto begin = static_cast<std::uint32_t>(half.data() - text_.data());
      part.mention = {begin, static_cast<std::uint32_t>(begin + half.size())};
      parts.push_back(part);
    }
    heads = std::move(parts);
  }

  // by 5%, and no growth word of its own
  bool says_by(Group p, Group v, const Predicate& predicate) const {
    if (predicate.direction != 0 || p.begin == p.end || letter(v.begin) != 'Q') return false;
    if (reading_of(v.begin).unit != "percent") return false;
    return words(token(p.end - 1)) == "by";
  }

  // Only and, a comma or an article since the last item.
  bool follows_item(std::uint32_t i) const {
    if (consumed_ == 0 || out_.statements.empty() || out_.statements.back().sentence != sentence_) return false;
    for (std::uint32_t k = consumed_; k < i; ++k) {
      if (!one_of(letter(k), ",&cU")) return false;
    }
    return true;
  }

  // R&D spending reached 2.9% of GDP: a share, where the lexicon has an id for it.
  bool apply_of_gdp(const Row& row, std::uint32_t begin, std::uint32_t end) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values), s = group(row.scope),
                b = group(row.behind);
    const std::uint32_t whole = model_.roles[token(s.begin).word].name;
    if (reading_of(v.begin).unit != "percent" || whole == no_index || model_.indicator(whole).id != "gdp") return false;
    std::vector<Head> heads = heads_of_name(h.begin);
    if (heads.size() != 1) return false;
    const IndicatorEntry& entry = model_.indicator(heads.front().indicator);
    if (entry.nature != Nature::rate) {
      const std::uint32_t share = model_.share_of_gdp[heads.front().indicator];
      if (share == no_index) {
        refuse("share", begin, end);
        frame_.subject.clear();
        return true;
      }
      heads.front().indicator = share;
    }
    Group gap = p;
    if (!read_surroundings(h.begin, gap, begin, end, heads)) return true;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    predicate.direction = 0;
    read_predicate(b.begin, b.end, predicate);
    add(heads.front(), predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }

  // 43.1% of GDP, 20% of exports
  bool apply_percent_of(const Row& row) {
    if (reading_of(group(row.values).begin).unit != "percent") return false;
    frame_.subject.clear();
    return true;
  }

  // 5,110 such units, a further 4,300 units: of the name before, in a stage of their own.
  bool apply_units(const Row& row, std::uint32_t begin, std::uint32_t end) {
    const Group v = group(row.values);
    if (frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
    if (model_.indicator(frame_.subject.front().indicator).nature != Nature::count) return false;
    const std::string_view unit = reading_of(v.begin).unit;
    const bool units = lower(words(token(v.begin))).ends_with(" units");
    const std::string said = end > v.end ? lower(words(token(v.end))) : std::string();
    if (!unit.empty() && unit != "item") return false;
    if (!units && !said.starts_with("units") && !said.starts_with("such units")) return false;
    if (letter(end) == 'c' && words(token(end)) == "of") return false;
    Head head = frame_.subject.front();
    head.scope = english_stage(begin, end);
    add(head, {}, v.begin);
    return true;
  }

  // , up from 2.9% in 2017: what the value was before.
  bool apply_start(const Row& row, std::uint32_t begin) {
    if (!may_carry(begin)) return false;
    Predicate predicate;
    add_start_value(group(row.from), frame_.subject, predicate);
    return true;
  }

  // --- predicates --------------------------------------------------------------------------------------------

  void read_predicate(std::uint32_t begin, std::uint32_t end, Predicate& p) const {
    for (std::uint32_t i = begin; i < end; ++i) {
      const CueEntry* c = cue(i);
      if (english_ && one_of(letter(i), "cgd") && model_.lists[List::en_past].contains(lower(words(token(i))))) p.past = true;
      switch (letter(i)) {
        case 'g':
          if (c != nullptr && c->value == "yearly") p.yearly = true;
          if (c != nullptr && c->value == "better") p.better = true;
          p.direction = p.direction < 0 ? -1 : 1; break;
        case 'd': p.direction = -1; break;
        case 'a':
          p.mean = true;
          if (c != nullptr && c->value == "growth") p.direction = 1;
          if (c != nullptr && c->value == "decline") p.direction = -1;
          break;
        case 'y': p.year_on_year = true; break;
        case 't':
          if (!english_ || !one_of(letter(i + 1), "gd")) p.arrival = true;  // is expected to grow by 5%
          break;
        case 'k': p.cumulated = true; break;
        case 'S':
          p.stock = true;
          if (words(token(i)).find("累计") != std::string_view::npos) p.cumulated = true;  // 累计达到
          break;
        case 'F': p.flow = true; break;
        case 'e':
        case 'f': p.each = true; break;
        case 'c':
          p.carrier = true;
          if (c != nullptr && !c->value.empty()) p.bound = parse_bound(c->value);
          if (c != nullptr && (!c->value.empty() || model_.lists[List::reaching].contains(words(token(i))))) p.reached = true;
          break;
        case 'm':
          if (c != nullptr) p.commitment = c->value;
          break;
        case 'b': p.base = i; break;
        case 'T':
          p.time = i;
          if (words(token(i)).find("累计") != std::string_view::npos) p.cumulated = true;  // 五年累计
          break;
        default: break;
      }
    }
  }

  bool growth_named(const Head& head) const {
    return model_.lists[List::growth_words].stands_in(text_of(head.mention));
  }

  // --- rows --------------------------------------------------------------------------------------------------

  bool apply(const Row& row, std::uint32_t number, std::uint32_t begin, std::uint32_t end) {
    row_ = number;
    switch (row.reading) {
      case RowReading::skip: return true;
      case RowReading::refuse: return apply_refuse(row, begin, end);
      case RowReading::pairs: return apply_pairs(row, begin, end);
      case RowReading::each: return apply_each(row, begin, end);
      case RowReading::one: return apply_one(row, begin, end);
      case RowReading::each_tail: return apply_each_tail(row);
      case RowReading::coordinated: return apply_coordinated(row);
      case RowReading::fixed: return apply_fixed(row, begin, end);
      case RowReading::milestones: return apply_milestones(row);
      case RowReading::split: return apply_split(row, begin, end);
      case RowReading::number_first: return apply_number_first(row);
      case RowReading::growth_first: return apply_growth_first(row);
      case RowReading::carry: return apply_carry(row, begin, end);
      case RowReading::carry_tail: return apply_carry_tail(row, begin);
      case RowReading::carry_share: return apply_carry_share(row, begin);
      case RowReading::carry_pairs: return apply_carry_pairs(row, begin, end);
      case RowReading::of_gdp: return apply_of_gdp(row, begin, end);
      case RowReading::percent_of: return apply_percent_of(row);
      case RowReading::of_which: frame_.subject.clear(); return true;
      case RowReading::units: return apply_units(row, begin, end);
      case RowReading::start: return apply_start(row, begin);
      case RowReading::relative: break;  // relative.cpp
    }
    return false;
  }

  bool apply_refuse(const Row& row, std::uint32_t begin, std::uint32_t end) {
    // 完成造林任务6.3万亩: the amount of a task is an amount.
    if (english_ && row.entry->note == "share") {
      const std::string_view unit = reading_of(group(row.values).begin).unit;
      // the central deficit accounts for 5 billion yuan
      if (!unit.empty() && unit != "percent" && unit != "percentage_point") return false;
    }
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
      // 分别提高1.4个和3.6个百分点: 个 is the beginning of the unit to come.
      const bool begun = own.unit == "item" && last.unit == "percentage_point";
      if ((own.unit.empty() && !last.unit.empty()) || begun) s.unit_from = token(values.back().token).index;
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

  // Values of one list speak in one unit; the last may say it for all.
  bool same_units(const std::vector<ListValue>& values) const {
    const std::string_view unit = reading_of(values.back().token).unit;
    return std::all_of(values.begin(), values.end(), [&](const ListValue& value) {
      const std::string_view own = reading_of(value.token).unit;
      return own == unit || own.empty();
    });
  }

  // Through hard work over the year, exports and imports…: a clause before an English list is no member of it.
  void drop_opening(std::vector<Member>& list, std::size_t values) const {
    while (list.size() > values && list.front().heads.empty()) {
      const std::uint32_t from = token(list.front().begin).begin;
      const std::string_view said = text_.substr(from, token(list.front().end - 1).end - from);
      if (std::count(said.begin(), said.end(), ' ') < 3 || letter(list.front().end) != ',') return;
      list.erase(list.begin());
    }
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
    std::vector<Member> list = members_of(h, english_ ? ",&" : "/", tail_word);
    if (english_) {
      if (!same_units(values)) return false;
      drop_opening(list, values.size());
    } else if (count(list) != values.size()) {
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
    if (english_) read_before(h.begin, shared);
    read_predicate(p.begin, p.end, shared);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, shared);
    shared.each = true;
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
    const std::vector<Member> list = members_of(h, english_ ? ",&" : "/&", {});
    if (noun_goes_on(h.end - 1)) return false;
    Predicate predicate;
    if (english_ && behind_yardstick(h.begin)) return false;
    if (english_) read_before(h.begin, predicate);
    read_predicate(p.begin, p.end, predicate);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, predicate);
    std::vector<Head> heads = heads_of(list);
    if (heads.empty()) return false;
    if (english_ && !read_surroundings(h.begin, p, h.begin, v.end, heads)) return true;
    // Members of one id (护理型床位、家庭养老床位) are one statement.
    heads.erase(std::unique(heads.begin(), heads.end(),
                            [&](const Head& a, const Head& b) {
                              return a.indicator == b.indicator && (!english_ || text_of(a.scope) == text_of(b.scope));
                            }),
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
      if (model_.lists[List::refuse_before].ends(words(token(k - 1)))) return true;
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
    if (english_) {
      if (!read_surroundings(h.end - 1, p, h.begin, end, heads)) return true;
      read_before(h.end - 1, predicate);
    }
    read_predicate(p.begin, p.end, predicate);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, predicate);
    if (english_ && !q.present && says_by(p, v, predicate)) {
      // increase A by 6% and B by 5%: the growth word of the item before.
      if (frame_.growth == 0 || !follows_item(h.begin)) {
        refuse("percent_without_growth", h.begin, v.end);
        set_subject(std::move(heads), false);
        return true;
      }
      predicate.direction = frame_.growth;
      predicate.mean = predicate.mean || frame_.mean;
    }
    if (q.present) {
      add_start_value(group(row.from), heads, predicate);
      read_predicate(q.begin, q.end, predicate);
      predicate.arrival = true;
    }
    // Who shares one number: 城乡居民收入增长7%.
    for (Head& head : heads) {
      if (head.scope.empty() && model_.indicator(head.indicator).nature == Nature::count) head.scope = stage_in(p);
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
    if (english_ && heads.size() == 1) part_name(heads);
    if (heads.size() < 2 || heads.size() != values.size()) return false;
    Predicate predicate;
    if (english_) {
      if (!same_units(values) || !read_surroundings(h.begin, p, h.begin, v.end, heads)) return false;
      read_before(h.begin, predicate);
    }
    read_predicate(p.begin, p.end, predicate);
    predicate.each = true;
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
    return true;
  }

  // 由2019年的28.3:24.1:47.6调整为…: a start value for each head, where their year is given.
  void add_start_values(Group o, const std::vector<Head>& heads, const Predicate& predicate) {
    const std::vector<ListValue> values = values_of(o);
    Predicate start;
    for (std::uint32_t i = o.begin; i < o.end; ++i) {
      if (letter(i) == 'T' || letter(i) == 'b') start.time = i;
    }
    if (start.time == no_index || values.size() != heads.size()) return;
    start.growth_in_name = predicate.growth_in_name;
    add_paired(heads, values, start);
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
    if (row.entry->attributes.contains("ending")) {  // 先后跨越5亿元、6亿元台阶
      if (!model_.lists[List::step_endings].ends(words(token(v.end - 1)))) return false;
      if (reading_of(v.begin).unit != reading_of(v.end - 1).unit) return false;
      set_subject(heads_of_name(h.begin), false);
      return true;
    }
    const value::Reading& first = reading_of(v.begin);
    // 迈上1200亿台阶 is a level; 4个千亿台阶 are counted.
    constexpr Decimal hundred_million{1, 8};
    const bool counted = first.unit == "item" || (first.unit.empty() && first.scale != hundred_million);
    if (values_of(v).size() < 2 && !counted) return false;
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
    read_left(h.begin, left_stop(h.begin), head.indicator, head);
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
    if (english_) {
      if (!counts_name(v.end, name) || read_english_left(v.begin)) return false;
      if (!read_surroundings(name, {}, v.begin, h.end, heads)) return true;
      const Group behind = group(row.behind);
      read_predicate(behind.begin, behind.end, predicate);
    }
    // 新增 or a verb before the number speaks of the noun behind it.
    const std::uint32_t stop = left_stop(v.begin);
    for (std::uint32_t k = v.begin; k > stop; --k) {
      if (letter(k - 1) == 'F') {
        for (Head& head : heads) head.flow = true;
      }
      if (one_of(letter(k - 1), "NQ")) break;
      if (one_of(letter(k - 1), "gd")) {
        const bool built = english_ && k == v.begin && lower(words(token(k - 1))).starts_with("expand");
        if (!built) return false;
      }
    }
    for (const Head& head : heads) add(head, predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }

  // 5,000 more new urban jobs: only such words between the number and the name, no class and no other noun; behind the
  // name no noun that goes on.
  bool counts_name(std::uint32_t from, std::uint32_t name) const {
    for (std::uint32_t i = from; i < name; ++i) {
      if (letter(i) == 'c' && is_preposition(i) && words(token(i)) != "of") return false;
      if (letter(i) != 'X') continue;
      std::string_view said = words(token(i));
      if (i + 1 == name) {
        const Range own = class_before(name);
        said.remove_suffix(own.end - own.begin);
      }
      const bool known = every_word(said, [&](std::string_view word) {
        return model_.lists[List::en_before_name].contains(lower(word)) || ends_in(word, "ly");
      });
      if (!known) return false;
    }
    return true;
  }

  // low-income housing projects: the noun goes on behind the name.
  bool english_noun_goes_on(std::uint32_t name) const {
    if (letter(name + 1) != 'X' || token(name + 1).begin != token(name).end + 1) return false;
    const std::string next = lower(first_word(words(token(name + 1))));
    return !(model_.lists[List::en_behind_name].contains(next) || model_.lists[List::en_gap].contains(next) || ends_in(next, "ed") ||
             ends_in(next, "ly") || ends_in(next, "ing"));
  }

  // benefiting 3,000 new market entities: whom something reaches is not their number.
  bool read_english_left(std::uint32_t value) const {
    if (value == 0 || value <= consumed_) return false;
    std::uint32_t first = value;  // Of the 35,000 units planned, …
    while (first > consumed_ && letter(first - 1) == 'c' && lower(words(token(first - 1))) != "of") --first;
    if (first > consumed_ && letter(first - 1) == 'c' && (first == 1 || one_of(letter(first - 2), separators))) {
      return lower(words(token(first - 1))) == "of";
    }
    if (letter(value - 1) == 'i' && words(token(value - 1)) != "in" && value >= 2 && letter(value - 2) == 'X') {
      return !model_.lists[List::en_stage_ends].contains(lower(last_word(words(token(value - 2)))));
    }
    return letter(value - 1) == 'X' && model_.lists[List::en_refuse_before].contains(lower(last_word(words(token(value - 1)))));
  }

  // English: a growth of 8% in GDP.
  bool apply_growth_first(const Row& row) {
    const Group h = group(row.heads), p = group(row.pred), v = group(row.values);
    std::vector<Head> heads = heads_of_name(h.end - 1, v.end);
    if (heads.empty()) return false;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, predicate);
    for (const Head& head : heads) add(head, predicate, v.begin);
    set_subject(std::move(heads), true);
    return true;
  }

  // English puts the growth word before its noun: increase GDP by 5%, a rise in the CPI of 3%.
  void read_before(std::uint32_t name, Predicate& predicate) const {
    std::uint32_t k = name;
    while (k > consumed_ && name - k < 4 && one_of(letter(k - 1), "ciXDUef")) --k;
    if (k > consumed_ && one_of(letter(k - 1), "gd")) {
      read_predicate(k - 1, k, predicate);
      predicate.growth_before = k < name && letter(k) == 'i';
    }
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
      if (english_ && one_of(c, "&i")) continue;  // and reached…, with an increase of…
      if (english_ && c == 'X' && words(token(k - 1)) == "with") continue;
      if (one_of(c, "TykSmpMcUfeaFIjv")) continue;
      if (c == 'X' && frame_.subject_met && is_connective(words(token(k - 1)))) continue;
      if (c == 'X' && trails(k - 1)) continue;
      if (c == 'V' && k - 1 == consumed_ && k > 1 && letter(k - 2) == 'N') continue;  // 保障性住房建设: behind its name
      if (c == 'N' && !frame_.subject_met) return true;  // the name itself, met without a value
      // 粮食产量再上新台阶，突破…: what else its own clause said of it.
      if (!english_ && !frame_.subject_met && clause_crossed && one_of(c, "XVgdDIBRU")) continue;
      return false;
    }
    return true;
  }

  // A short rest of the item before (5个千亿台阶, 首位), not yet another clause.
  bool trails(std::uint32_t i) const {
    return i == consumed_ && i > 0 && token(i).end - token(i).begin <= 12 && token(i - 1).end == token(i).begin &&
           one_of(letter(i - 1), "QI");
  }

  bool is_connective(std::string_view stretch) const { return model_.lists[List::connectives].contains(stretch); }

  // A carried number needs a word of its own: a growth word, 达到, 总数, 累计, or its bound word.
  bool spoken_for(Group p, std::uint32_t value, Predicate& predicate) const {
    const bool number = letter(value) == 'Q';
    if (english_ && number) {
      // 60% of that money; the cue may stand behind: a 9% increase.
      if (letter(value + 1) == 'c' && words(token(value + 1)) == "of" && reading_of(value).unit == "percent") return false;
      bool spoken = false;
      if (frame_.growth != 0 && says_by(p, {value, value + 1, true}, predicate)) {  // grew by 5% in 2025 and by 6% in 2026
        predicate.direction = frame_.growth;
        predicate.mean = predicate.mean || frame_.mean;
        return true;
      }
      for (std::uint32_t i = p.begin; i < p.end; ++i) spoken = spoken || one_of(letter(i), "gdactkSb");
      const std::uint32_t behind = one_of(letter(value + 1), "ya") ? value + 2 : value + 1;
      return spoken || one_of(letter(behind), "gd");
    }
    bool cue_word = !number;
    for (std::uint32_t i = consumed_; i < value; ++i) {
      if ((i >= p.begin || one_of(letter(i), "TykSam")) && one_of(letter(i), frame_.growth != 0 || same_unit_as_before(value) ? "gdactkSbfm" : "gdactkSbf")) cue_word = true;
    }
    if (number && reading_of(value).unit == "times" && lexed_.letters.find('y', p.begin) < p.end) cue_word = true;  // 是上年的2.1倍
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
    return stage_in(p);
  }

  Range stage_in(Group p) const {
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (one_of(letter(i), "XV") && model_.lists[List::stages].contains(words(token(i)))) return {token(i).begin, token(i).end};
    }
    return {};
  }

  // 在建保障性住房3200套,新建1500套: the stage before is not that of what is built.
  bool builds(Group p) const {
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) == 'V' && model_.lists[List::building].contains(words(token(i)))) return true;
    }
    return false;
  }

  // 小巨人企业561家,推动超1万家…: what the verb moves is not the subject.
  bool has_verb_of_its_own(Group p, Group v) const {
    if (!frame_.subject_met) return false;
    for (std::uint32_t i = p.begin; i < p.end; ++i) {
      if (letter(i) != 'V' || model_.lists[List::stages].contains(words(token(i)))) continue;
      if (!model_.lists[List::building].contains(words(token(i))) || !same_unit_as_before(v.begin)) return true;
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
    return !model_.lists[List::behind_values].begins(words(token(next)));
  }

  bool same_unit_as_before(std::uint32_t value) const {
    if (letter(value) != 'Q' || out_.statements.empty()) return false;
    const std::uint32_t before = out_.statements.back().value;
    return letter(before) == 'Q' && reading_of(before).unit == reading_of(value).unit;
  }

  // What stands between the item before and token i. 跨上两个台阶,达到…: growth and bound words of an earlier clause
  // stay there; 累计, 年均, times and bases go on.
  Predicate told_before(std::uint32_t i) const {
    const std::uint32_t own = std::max(consumed_, clause_begin(i));
    Predicate told;
    read_predicate(consumed_, own, told);
    told.direction = 0;
    told.arrival = told.carrier = told.reached = told.stock = told.flow = false;
    told.bound.reset();
    read_predicate(own, i, told);
    return told;
  }

  bool apply_carry(const Row& row, std::uint32_t begin, std::uint32_t) {
    if (!may_carry(begin)) return false;
    const Group p = group(row.pred), s = group(row.scope), v = group(row.values), q = group(row.pred_after);
    if (row.entry->attributes.contains("qualifier") && !model_.lists[List::qualifiers].begins(words(token(s.begin)))) return false;
    Predicate predicate = told_before(p.begin);
    read_predicate(p.begin, p.end, predicate);
    // 其中就地转化率达到70%: a rate of something else.
    if (s.present && predicate.direction == 0 && model_.lists[List::rate_endings].ends(words(token(s.end - 1)))) return false;
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
          !model_.lists[List::connectives].contains(noun)) {
        return false;
      }
    }
    const bool scope_given = s.present;
    std::vector<Head> heads = frame_.subject;
    // 接待游客960万人次,旅游总收入突破90亿元,均增长10%以上
    if (!s.present && !english_ && heads.size() == 1 && says_each(p)) heads = joined_list();
    if (q.present) {
      add_start_value(group(row.from), heads, predicate);
      read_predicate(q.begin, q.end, predicate);
      predicate.arrival = true;
    }
    const Group behind = group(row.behind);
    read_predicate(behind.begin, behind.end, predicate);
    Range scope = stage;
    if (s.present) scope = {token(s.begin).begin, token(s.end - 1).end};
    // 净增200家、累计超1600家: behind a flow the size reached is the stock.
    const bool reached = predicate.cumulated || predicate.carrier ||
                         (letter(v.begin) == 'Q' && reading_of(v.begin).prefix_bound);
    if (frame_.flow && reached && predicate.direction == 0 && !predicate.flow && !scope_given) predicate.stock = true;
    for (Head& head : heads) {
      if (!scope.empty()) head.scope = scope;
      else if (builds(p) && model_.lists[List::stages].contains(text_of(head.scope))) head.scope = {};
      if (predicate.stock) head.flow = false;
      head.counted = heads.size() > 1 && !predicate.each;
      Statement st = make(head, predicate, v.begin);
      if (predicate.mean && base_goes_on(st)) st.predicate.base = frame_.base;
      if (q.present) keep_out(group(row.from), st);
      out_.statements.push_back(st);
    }
    if (!s.present) {
      // 新增市场主体4128户,总数达3.47万户,其中…: the total is what goes on.
      for (Head& head : frame_.subject) {
        if (!predicate.stock) break;
        head.flow = false;
        if (model_.stock_of[head.indicator] != no_index) head.indicator = model_.stock_of[head.indicator];
      }
      frame_.subject_sentence = sentence_;
      frame_.subject_met = true;
      frame_.list_closed = true;
    }
    return true;
  }

  // 粮食 and 产量; 规模以上工业总产值 and 增加值, of the same industry.
  std::uint32_t split_of_topic(const std::string& tail) const {
    const std::vector<std::size_t> borders = character_borders(frame_.topic);
    for (std::size_t b = borders.size() - 1; b >= 2; --b) {
      const auto found = model_.splits.find({std::string(frame_.topic.substr(0, borders[b])), tail});
      if (found != model_.splits.end()) return found->second;
    }
    return no_index;
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
      if (!one_of(letter(k - 1), "TykSmpMcUfeaVFwjv")) return false;  // 小麦单产: another noun's
    }
    if (!frame_.topic.empty()) {
      if (const std::uint32_t found = split_of_topic(tail); found != no_index) {
        Head head;
        head.indicator = found;
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

  // 服务业增加值增长6.2%,占地区生产总值比重达50.6%: the share has a name of its own, made of the subject and these words.
  // Where no such name is known, the number is passed over.
  bool apply_carry_share(const Row& row, std::uint32_t begin) {
    const Group share = group(row.heads), p = group(row.pred), v = group(row.values);
    if (!may_carry(begin) || frame_.subject.size() != 1) return true;
    Head head = frame_.subject.front();
    head.indicator = share_of(head, share);
    if (head.indicator == no_index) return true;
    Predicate predicate;
    read_predicate(p.begin, p.end, predicate);
    out_.statements.push_back(make(head, predicate, v.begin));
    return true;
  }

  std::uint32_t share_of(const Head& head, Group share) const {
    std::string written, labelled;
    for (std::uint32_t i = share.begin; i < share.end; ++i) {
      if (one_of(letter(i), "DU")) continue;
      written += words(token(i));
      const std::uint32_t named = letter(i) == 'N' ? model_.roles[token(i).word].name : no_index;
      labelled += named != no_index ? std::string_view(model_.indicator(named).label_zh) : words(token(i));
    }
    for (const std::string_view part : {text_of(head.mention), std::string_view(model_.indicator(head.indicator).label_zh)}) {
      for (const std::string& whole : {written, labelled}) {
        const std::uint32_t found = model_.indicator_named(std::string(part) + whole);
        if (found != no_index) return found;
      }
    }
    return no_index;
  }

  bool apply_carry_pairs(const Row& row, std::uint32_t begin, std::uint32_t end) {
    if (!may_carry(begin)) return false;
    const Group p = group(row.pred), v = group(row.values);
    const std::vector<ListValue> values = values_of(v);
    if (english_ && values.size() != frame_.subject.size()) {
      // A was 1 yuan, and B was 2 yuan, up 3% and 4% respectively: the last items, each with its value.
      std::vector<Head> before;
      for (std::size_t i = out_.statements.size(); i-- > 0 && before.size() < values.size();) {
        if (out_.statements[i].sentence != sentence_) break;
        before.insert(before.begin(), out_.statements[i].head);
      }
      const bool distinct = std::adjacent_find(before.begin(), before.end(), [](const Head& a, const Head& b) {
                              return a.indicator == b.indicator && a.mention.begin == b.mention.begin;
                            }) == before.end();
      if (before.size() == values.size() && distinct) frame_.subject = std::move(before);
    }
    if (values.size() != frame_.subject.size()) {
      // 地区生产总值612亿元、一般公共预算收入31亿元,分别增长5.7%、8.3%
      std::vector<Head> heads = last_of_list(values.size());
      if (heads.empty()) {
        refuse("count_mismatch", begin, end);
        return true;
      }
      frame_.subject = std::move(heads);
    }
    Predicate shared;
    read_predicate(consumed_, p.end, shared);
    shared.each = true;
    add_paired(frame_.subject, values, shared);
    frame_.list_closed = true;
    return true;
  }

  Statement make(const Head& head, const Predicate& predicate, std::uint32_t value) const {
    Statement s;
    s.row = row_;
    s.head = head;
    s.predicate = predicate;
    s.predicate.growth_in_name = growth_named(head);
    s.predicate.cumulated = s.predicate.cumulated || head.cumulated;
    if (text_of(head.mention).find("年均") != std::string_view::npos && s.predicate.growth_in_name) s.predicate.mean = true;
    s.value = value;
    s.sentence = sentence_;
    return s;
  }

  // 优良天数较2016年增加48天,优良比例提高43.6个百分点: the next change of the list has the same base. So have all
  // changes behind 与2000年相比,.
  bool base_goes_on(const Statement& s) const {
    if (frame_.base == no_index || s.predicate.base != no_index || s.predicate.direction == 0 ||
        s.predicate.year_on_year || s.predicate.arrival || letter(s.value) != 'Q') {
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
