#include "extract/lex.hpp"

#include <algorithm>
#include <bit>
#include <charconv>

#include "extract/english_words.hpp"
#include "text/utf8.hpp"
#include "value/characters.hpp"

namespace zhibiao::extract {
namespace {

int number_in(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

int quarter_of(std::string_view word) {
  constexpr std::string_view words[] = {"一", "二", "三", "四"}, english[] = {"first", "second", "third", "fourth"};
  for (int i = 0; i < 4; ++i) {
    if (word == words[i] || word == english[i]) return i + 1;
  }
  return 0;
}

// 12, December; of how many months: eleven
int month_of(std::string_view word) {
  constexpr std::string_view counted[] = {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"};
  const auto count = std::find(std::begin(counted), std::end(counted), lower(word));
  if (count != std::end(counted)) return static_cast<int>(count - std::begin(counted)) + 2;
  const auto named = std::find(month_names.begin(), month_names.end(), word);
  return named == month_names.end() ? number_in(word) : static_cast<int>(named - month_names.begin()) + 1;
}

// Letter of a punctuation mark, or 0. 、 is '/', brackets are '<' and '>', sentence ends are '.'.
char punctuation_letter(char32_t c) noexcept {
  switch (c) {
    case ',': return ',';
    case ';': return ';';
    case ':': return ':';
    case U'、': return '/';
    case '(': return '<';
    case ')': return '>';
    case U'。':
    case '!':
    case '?':
    case '\n': return '.';
    default: return 0;
  }
}

bool is_silent(char32_t c) noexcept {
  switch (c) {
    case ' ':
    case U'—':  // ——综合实力: a bullet
    case U'■':
    case U'●':
    case U'◆':
    case U'▲':
    case U'“':
    case U'”':
    case U'‘':
    case U'’':
    case U'《':
    case U'》':
    case U'「':
    case U'」':
    case '"':
    case '*': return true;
    default: return false;
  }
}

// 城乡居民收入比|上年增长: a name that ends in 比 (a ratio) must not swallow the 比 of a comparison.
void give_back_comparisons(const Model& model, std::string_view text, std::uint32_t sentence_end, std::vector<match::Word>& words) {
  constexpr std::string_view than = "比";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t end = words[i].end;
    if (end - words[i].begin <= than.size()) continue;
    const std::uint32_t shorter = end - static_cast<std::uint32_t>(than.size());
    if (text.substr(shorter, than.size()) != than) continue;
    const std::string_view next = text.substr(end, sentence_end - end);
    const auto starts = [&](std::string_view with) { return next.substr(0, with.size()) == with; };
    if (!starts("上年") && !starts("上一年") && !starts("去年") && !starts("前一年") && !starts("同期") && !starts("19") &&
        !starts("20") && !starts("年初")) {
      continue;
    }
    std::uint32_t name = 0, cue = 0;
    if (model.words.longest_at(text, words[i].begin, shorter, name) != shorter) continue;
    words[i].end = shorter;
    words[i].id = name;
    // The comparison is a word of its own; what was found inside it goes.
    const std::size_t stop = model.words.longest_at(text, shorter, sentence_end, cue);
    if (stop == shorter) continue;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    auto last = first;
    while (last != words.end() && last->begin < stop) ++last;
    const match::Word found{shorter, static_cast<std::uint32_t>(stop), cue};
    if (first == last) {
      words.insert(first, found);
    } else {
      *first = found;
      words.erase(first + 1, last);
    }
  }
}

// 完成造林绿化|及退化林修复: a name of the same indicator that begins inside the one found, and goes on behind it, is part of it.
void extend_names(const Model& model, std::string_view text, std::uint32_t sentence_end, std::vector<match::Word>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    match::Word& word = words[i];
    const std::uint32_t indicator = model.roles[word.id].name;
    if (indicator == no_index || word.end >= sentence_end || static_cast<unsigned char>(text[word.end]) < 0x80) continue;
    const bool touched = i + 1 < words.size() && words[i + 1].begin == word.end;
    const std::uint32_t cue = touched ? model.roles[words[i + 1].id].cue : no_index;
    if (cue != no_index && model.data.cues[cue].letter != '&') continue;
    const bool another = cue != no_index && i + 2 < words.size() && words[i + 2].begin == words[i + 1].end;
    if (another && model.roles[words[i + 2].id].name != no_index) continue;  // exports|和|imports
    constexpr std::uint32_t character = 3;  // bytes
    for (std::uint32_t from = word.begin + character; from + character < word.end; from += character) {
      std::uint32_t id = 0;
      const auto stop = static_cast<std::uint32_t>(model.words.longest_at(text, from, sentence_end, id));
      if (stop <= word.end || model.roles[id].name != indicator) continue;
      word.end = stop;
      word.id = id;
      std::size_t last = i + 1;
      while (last < words.size() && words[last].begin < stop) ++last;
      words.erase(words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.begin() + static_cast<std::ptrdiff_t>(last));
      break;
    }
  }
}

class SentenceLexer {
 public:
  SentenceLexer(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, bool english,
                std::uint64_t characters, LexScratch& scratch, Lexed& out)
      : model_(model),
        text_(text),
        begin_(begin),
        end_(end),
        english_(english),
        characters_(characters),
        scratch_(scratch),
        out_(out) {}

  void run() {
    out_.clear();
    scratch_.taken.assign(end_ - begin_, 0);

    // What covers what: a name is never cut by a number in it (PM2.5), a number keeps its bound words.
    find_patterns();
    take_patterns(true);  // 扣除留抵退税因素后, 受留抵退税因素影响: what is left out, or was the cause, is no mention
    take_words([](const WordRole& r) { return r.name != no_index || r.head || r.tail || r.trap; });
    take_patterns(false);
    take_readings(false);
    take_words([](const WordRole& r) { return r.cue != no_index; });
    take_readings(true);
    std::sort(out_.tokens.begin(), out_.tokens.end(), [](const Token& a, const Token& b) { return a.begin < b.begin; });
    fill_gaps();
    demote_short_cues();
    demote_times();
    demote_tasks();
    if (english_) join_counted_parts();
    mark_thresholds();
    std::uint32_t clause = 0;
    for (std::uint32_t i = 0; i < out_.tokens.size(); ++i) {
      out_.letters.push_back(out_.tokens[i].letter);
      out_.clauses.push_back(clause);
      if (one_of(out_.letters.back(), clause_marks)) clause = i + 1;
    }
    out_.clauses.push_back(clause);
  }

 private:
  bool take(std::uint32_t begin, std::uint32_t end) {
    const auto first = scratch_.taken.begin() + (begin - begin_), last = scratch_.taken.begin() + (end - begin_);
    if (std::find(first, last, 1) != last) return false;
    std::fill(first, last, 1);
    return true;
  }

  char letter_of(const WordRole& role) const {
    if (role.name != no_index) return 'N';
    if (role.head) return 'P';
    if (role.tail) return 'L';
    if (role.cue != no_index) return model_.data.cues[role.cue].letter;
    return 'J';
  }

  template <typename Wanted>
  void take_words(Wanted wanted) {
    for (const match::Word& word : scratch_.words) {
      const WordRole& role = model_.roles[word.id];
      if (!wanted(role)) continue;
      if ((role.name != no_index || role.tail) && take_behind_year(word)) continue;
      if (take(word.begin, word.end)) add_word(word, role);
      else if (scratch_.taken[word.begin - begin_] == 0) take_free_part(word);
      else take_behind(word);
    }
  }

  // 2020|年末常住人口: the year takes its word, the name goes on behind it.
  bool take_behind_year(const match::Word& word) {
    constexpr std::size_t digits = 4;
    if (word.begin < begin_ + digits || !text_.substr(word.begin).starts_with("年")) return false;
    const std::string_view year = text_.substr(word.begin - digits, digits);
    if (!year.starts_with("19") && !year.starts_with("20")) return false;
    if (!std::all_of(year.begin(), year.end(), value::is_digit)) return false;
    for (const std::string_view opening : {"年末", "年底", "年度", "年"}) {
      if (!text_.substr(word.begin).starts_with(opening)) continue;
      const auto from = static_cast<std::uint32_t>(word.begin + opening.size());
      std::uint32_t id = 0;
      const auto stop = static_cast<std::uint32_t>(model_.words.longest_at(text_, from, end_, id));
      const bool known = stop >= word.end && from < word.end && (model_.roles[id].name != no_index || model_.roles[id].tail);
      if (!known || !take(from, stop)) continue;
      add_word({from, stop, id}, model_.roles[id]);
      return true;
    }
    return false;
  }

  void add_word(const match::Word& word, const WordRole& role) {
    Token token{letter_of(role), word.begin, word.end, word.id, no_index};
    if (is_time(token.letter)) token.index = add_time({model_.data.cues[role.cue].value});
    out_.tokens.push_back(token);
  }

  // 总数突破500家: the number holds 突破, what is left of the cue word may be one itself.
  void take_free_part(const match::Word& word) {
    if (out_.tokens.empty()) return;
    std::uint32_t stop = word.begin;
    while (stop < word.end && scratch_.taken[stop - begin_] == 0) ++stop;
    scratch_.parts.clear();
    model_.words.find(text_, word.begin, stop, scratch_.parts);
    for (const match::Word& part : scratch_.parts) {
      const WordRole& role = model_.roles[part.id];
      if (role.cue != no_index && take(part.begin, part.end)) add_word(part, role);
    }
  }

  // 在…的基础上|年均增长: the word 上年 hid the one that begins in its free part.
  void take_behind(const match::Word& word) {
    std::uint32_t from = word.begin;
    while (from < word.end && scratch_.taken[from - begin_] != 0) ++from;
    std::uint32_t id = 0;
    if (from == word.end) return;
    const auto stop = static_cast<std::uint32_t>(model_.words.longest_at(text_, from, end_, id));
    if (stop > from && model_.roles[id].cue != no_index && take(from, stop)) add_word({from, stop, id}, model_.roles[id]);
  }

  std::uint32_t add_time(TimeMention time) {
    out_.times.push_back(time);
    return static_cast<std::uint32_t>(out_.times.size() - 1);
  }

  static bool is_time(char letter) noexcept { return letter == 'T' || letter == 'b'; }

  // Where patterns match that the matcher of letters reads, all of them at once.
  void find_patterns() {
    const CuePatterns& patterns = model_.cue_patterns;
    const std::string& letters = scratch_.read.letters;
    scratch_.found.clear();
    if (!scratch_.automaton) return;
    const bool any = std::any_of(patterns.begin(), patterns.end(), [&](const CuePattern& row) {
      return row.in_table != no_index && row.gate.may_match(characters_);
    });
    if (!any) return;
    patterns.letters.read(text_, begin_, end_, scratch_.read);
    scratch_.matching.resize(scratch_.automaton->words());
    for (std::uint32_t i = 0; i < letters.size(); ++i) {
      if (!patterns.first.holds(letters[i]) || !scratch_.automaton->match_at(letters, i, scratch_.matching.data())) continue;
      for (std::uint32_t w = 0; w < scratch_.matching.size(); ++w) {
        for (std::uint64_t left = scratch_.matching[w]; left != 0; left &= left - 1) {
          scratch_.found.push_back({w * 64 + static_cast<std::uint32_t>(std::countr_zero(left)), i});
        }
      }
    }
  }

  // The first match at or behind `at`; its groups. `tried`: of those that were found.
  bool next_match(const CuePattern& row, std::size_t at, std::size_t& tried) {
    if (!scratch_.automaton || row.in_table == no_index) {
      const bool may_match = !scratch_.automaton || row.musts.may_match(text_.substr(at, end_ - at));
      return may_match && row.pattern.search(text_, at, end_, scratch_.groups);
    }
    const auto& places = scratch_.read.places;
    while (tried < scratch_.found.size()) {
      const LexScratch::Found& found = scratch_.found[tried++];
      if (found.pattern != row.in_table || places[found.place] < at) continue;
      if (!row.program->match_at(scratch_.read.letters, found.place, scratch_.slots)) continue;
      scratch_.groups.assign(scratch_.slots.slots, [&](std::uint32_t first, std::uint32_t last) {
        return text_.substr(places[first], places[last] - places[first]);
      });
      return true;
    }
    return false;
  }

  // 20|22年首次: no pattern begins inside a number.
  bool cuts_number(std::uint32_t first) const {
    return first > begin_ && value::is_digit(text_[first]) && value::is_digit(text_[first - 1]);
  }

  void take_patterns(bool before_names) {
    scratch_.groups.use(match::engine_for(characters_));
    for (const CuePattern& row : model_.cue_patterns) {
      const char letter = row.letter;
      if (row.before_names != before_names || !row.gate.may_match(characters_)) continue;
      std::size_t at = begin_, tried = 0;
      while (at < end_ && next_match(row, at, tried)) {
        const std::string_view found = scratch_.groups[0];
        const auto first = static_cast<std::uint32_t>(found.data() - text_.data());
        const auto last = static_cast<std::uint32_t>(first + found.size());
        at = std::max<std::size_t>(last, at + 1);
        if (found.empty() || cuts_number(first) || !take(first, last)) continue;
        out_.tokens.push_back({letter, first, last, no_index, is_time(letter) ? add_time(time_found(row)) : no_index});
      }
    }
  }

  // What the groups of a pattern of times say.
  TimeMention time_found(const CuePattern& row) const {
    const auto& g = scratch_.groups;
    TimeMention time{model_.data.cues[row.cue].value};
    if (row.y >= 0) time.y = number_in(g[static_cast<std::size_t>(row.y)]);
    if (row.z >= 0) time.z = number_in(g[static_cast<std::size_t>(row.z)]);
    if (row.m >= 0) time.m = month_of(g[static_cast<std::size_t>(row.m)]);
    if (row.q >= 0) time.q = quarter_of(g[static_cast<std::size_t>(row.q)]);
    if (row.h >= 0) {
      const std::string_view half = g[static_cast<std::size_t>(row.h)];
      time.h = half == "上" || half == "first" ? 1 : 2;
    }
    if (time.y == 0 && (g[0].starts_with("去年") || g[0].ends_with("last year"))) time.h |= of_last_year;
    if (time.y == 0 && (g[0].starts_with("今年") || g[0].ends_with("this year"))) time.h |= of_this_year;
    return time;
  }

  void take_readings(bool ordinals) {
    for (std::uint32_t i = 0; i < out_.readings.size(); ++i) {
      const value::Reading& reading = out_.readings[i];
      if (reading.ordinal != ordinals || reading.single) continue;  // 一个, 三家: a manner of speaking
      std::uint32_t begin = reading.begin, end = reading.end;
      // A name or a time may hold the bound word or the unit (9 million | people entering the workforce); the number
      // itself must be free.
      const bool taken = take(begin, end) || take(begin = reading.number_begin, end) ||
                         take(begin = reading.begin, end = reading.number_end) ||
                         take(begin = reading.number_begin, end = reading.number_end);
      if (!taken) continue;
      constexpr std::string_view zone = "区间";  // 1.5%~2.5%区间
      if (reading.range && text_.substr(end, zone.size()) == zone && end + zone.size() <= end_ &&
          take(end, static_cast<std::uint32_t>(end + zone.size()))) {
        end += static_cast<std::uint32_t>(zone.size());
      }
      out_.tokens.push_back({reading.ordinal ? 'I' : 'Q', begin, end, no_index, i});
    }
  }

  void fill_gaps() {
    std::vector<Token>& all = scratch_.tokens;
    all.clear();
    std::uint32_t at = begin_;
    const auto gap = [&](std::uint32_t stop) {
      std::uint32_t from = at;
      const auto flush = [&](std::uint32_t to) {
        while (from < to && text_[from] == ' ') ++from;
        while (to > from && text_[to - 1] == ' ') --to;
        if (from < to) all.push_back({'X', from, to, no_index, no_index});
      };
      for (std::size_t i = at; i < stop;) {
        const auto here = static_cast<std::uint32_t>(i);
        const char32_t c = text::next_character(text_, i);
        const char mark = punctuation_letter(c);
        const bool silent = is_silent(c) && (c != ' ' || !english_);
        if (mark == 0 && !silent) continue;
        flush(here);
        if (mark != 0) all.push_back({mark, here, static_cast<std::uint32_t>(i), no_index, no_index});
        from = static_cast<std::uint32_t>(i);
      }
      flush(stop);
    };
    for (const Token& token : out_.tokens) {
      gap(token.begin);
      all.push_back(token);
      at = token.end;
    }
    gap(end_);
    out_.tokens.swap(all);
  }

  // 绿色低碳产业, 低空经济: no comparison.
  bool begins_compound(const Token& token, const Token& next) const {
    if (text_.substr(token.begin, token.end - token.begin) != "低" || next.begin != token.end) return false;
    const std::string_view behind = text_.substr(next.begin);
    for (const std::string_view part : {"碳", "空", "效", "端", "龄"}) {
      if (behind.starts_with(part)) return true;
    }
    return false;
  }

  // 科创园, 文创产业, 初创企业: no verb.
  bool ends_compound(const Token& token) const {
    if (text_.substr(token.begin, token.end - token.begin) != "创") return false;
    const std::string_view before = text_.substr(begin_, token.begin - begin_);
    for (const std::string_view part : {"科", "文", "双", "众", "初", "首", "原", "独"}) {
      if (before.ends_with(part)) return true;
    }
    return false;
  }

  // A cue of one character is a cue only where its neighbour says so: 达 before a number, 和 between two names.
  void demote_short_cues() {
    auto& tokens = out_.tokens;
    const auto letter = [&](std::size_t i) { return i < tokens.size() ? tokens[i].letter : '.'; };
    for (std::size_t i = tokens.size(); i-- > 0;) {
      Token& token = tokens[i];
      if (english_ || token.word == no_index || token.end - token.begin > 4) continue;
      const char next = letter(i + 1), before = i > 0 ? tokens[i - 1].letter : '.';
      bool keep = true;
      switch (token.letter) {
        case 'c':
        case 'g':
        case 'd': keep = one_of(next, "QWfecatbydgkSoqTvj"); break;
        case 'e': keep = one_of(next, "QWcgdatoySk"); break;
        case 't': keep = i > 1 && before == 'Q' && one_of(tokens[i - 2].letter, "gd") && next == 'Q'; break;  // 下降5%至29微克
        case '&': keep = !one_of(before, ".,;:/<") && one_of(next, "NPLJXUFVQv"); break;
        case 'o': keep = !begins_compound(token, i + 1 < tokens.size() ? tokens[i + 1] : token); break;  // 低|碳
        case 'V': keep = !ends_compound(token); break;  // 科|创|园
        case 'M': keep = one_of(next, "QcgdtmkfaeN"); break;
        case 'R': keep = one_of(next, "UXI"); break;
        case 'A': keep = one_of(next, "XUNPJDTQK"); break;
        default: break;
      }
      // The rest of a place is no word that is known.
      if (token.letter == '&' && (before == 'X' || next == 'X') && inside_place(token.begin)) keep = false;
      if (!keep) token.letter = 'X';
    }
    // Neighbouring unknown stretches are one.
    std::size_t to = 0;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (to > 0 && tokens[i].letter == 'X' && tokens[to - 1].letter == 'X' && tokens[to - 1].end == tokens[i].begin) {
        tokens[to - 1].end = tokens[i].end;
        tokens[to - 1].word = no_index;
      } else {
        tokens[to++] = tokens[i];
      }
    }
    tokens.resize(to);
  }

  // 泰和县: what joins words elsewhere stands inside the name of a place.
  bool inside_place(std::uint32_t at) const {
    const std::string_view said = text_.substr(begin_, end_ - begin_);
    for (const std::string_view place : model_.lists[List::places_with_and]) {
      const std::size_t before = place.find("和");
      if (before == std::string_view::npos || at - begin_ < before) continue;
      if (said.substr(at - begin_ - before).starts_with(place)) return true;
    }
    return false;
  }

  // 近五年新高, 五年行动, 三年任务: names and records, no time of a value.
  void demote_times() {
    auto& tokens = out_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (tokens[i].letter != 'T' || tokens[i + 1].begin != tokens[i].end) continue;
      const std::string_view next = text_.substr(tokens[i + 1].begin, end_ - tokens[i + 1].begin);
      if (model_.lists[List::no_time_before].begins(next) || prepared(i, next) || of_a_noun(i)) tokens[i].letter = 'X';
    }
  }

  // 毕业|两年内|高校毕业生, 三年内|可开工项目: how long since, or until, of what the words around it name.
  bool of_a_noun(std::size_t i) const {
    const Token& time = out_.tokens[i];
    if (english_ || time.index == no_index || !out_.times[time.index].value.starts_with("within-")) return false;
    if (one_of(out_.tokens[i + 1].letter, "XJ")) return true;
    const std::string_view before = text_.substr(begin_, time.begin - begin_);
    for (const std::string_view since : {"毕业", "成立", "离校", "注册", "建成", "设立", "退役"}) {
      if (before.ends_with(since)) return true;
    }
    return false;
  }

  // 谋划储备一批“十五五”|重大项目: what is prepared for later years.
  bool prepared(std::size_t i, std::string_view next) const {
    if (i == 0 || !(next.starts_with("重大项目") || next.starts_with("重点项目") || next.starts_with("项目"))) return false;
    std::size_t first = i;
    while (first > 0 && one_of(out_.tokens[first - 1].letter, "XVc")) --first;
    const std::string_view said = text_.substr(out_.tokens[first].begin, out_.tokens[i].begin - out_.tokens[first].begin);
    for (const std::string_view verb : {"谋划", "储备", "编制", "策划"}) {
      if (said.find(verb) != std::string_view::npos) return true;
    }
    return false;
  }

  // 营造林任务6.3万亩: the amount of a task, where 年度任务的131% is a rate of completion.
  void demote_tasks() {
    auto& tokens = out_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (tokens[i].letter != 'K' || tokens[i + 1].letter != 'Q') continue;
      if (out_.readings[tokens[i + 1].index].unit != "percent") tokens[i].letter = 'X';
    }
  }

  // exports | in | 12 | western counties: the number of places in which something holds is none of its values.
  void join_counted_parts() {
    auto& tokens = out_.tokens;
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
      if (tokens[i].letter != 'N' || tokens[i + 1].letter != 'i' || tokens[i + 2].letter != 'Q' || tokens[i + 3].letter != 'X') continue;
      const value::Reading& reading = out_.readings[tokens[i + 2].index];
      if (!reading.unit.empty() && reading.unit != "item") continue;
      const std::string_view places = text_.substr(tokens[i + 3].begin, tokens[i + 3].end - tokens[i + 3].begin);
      if (!model_.lists[List::en_parts].contains(lower(last_word(places)))) continue;
      tokens[i + 3].begin = tokens[i + 2].begin;
      tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(i) + 2);
    }
  }

  bool names_class(const Token& token) const {
    const std::string_view noun = text_.substr(token.begin, token.end - token.begin);
    return (token.letter == 'X' || token.letter == 'J') && model_.lists[List::exceeding_nouns].begins(noun);
  }

  bool counts(const Token& token) const {
    return token.letter == 'N' && model_.indicator(model_.roles[token.word].name).nature == Nature::count;
  }

  // 5000万元以上项目: a bounded number before a noun is the limit of a class, no value.
  void mark_thresholds() {
    auto& tokens = out_.tokens;
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
      if (tokens[i].letter != 'Q') continue;
      const value::Reading& reading = out_.readings[tokens[i].index];
      std::size_t next = i + 1;
      const bool of = tokens[next].letter == 'D';
      if (of && next + 1 < tokens.size()) ++next;
      const bool exceeded = reading.prefix_bound == Bound::more_than && reading.unit == "CNY" &&
                            tokens[next].begin == (of ? tokens[next - 1] : tokens[i]).end;
      // 年销售收入超3亿元|农业龙头企业, 生产总值超70亿元|县
      if (exceeded && (counts(tokens[next]) || names_class(tokens[next]))) tokens[i].letter = 'q';
      if (!one_of(tokens[next].letter, "XJL")) continue;
      const std::string_view noun = text_.substr(tokens[next].begin, tokens[next].end - tokens[next].begin);
      const bool limited = reading.suffix_bound == Bound::at_least || reading.suffix_bound == Bound::at_most || of;
      if (limited && model_.lists[List::threshold_nouns].begins(noun)) tokens[i].letter = 'q';
    }
  }

  const Model& model_;
  std::string_view text_;
  std::uint32_t begin_, end_;
  bool english_;
  std::uint64_t characters_;
  LexScratch& scratch_;
  Lexed& out_;
};

}  // namespace

void find_words(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, LexScratch& scratch) {
  scratch.words.clear();
  model.words.find(text, begin, end, scratch.words);
  give_back_comparisons(model, text, end, scratch.words);
  extend_names(model, text, end, scratch.words);
}

void find_numbers(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, bool english, Lexed& out) {
  model.quantities.read(text, begin, end, english, out.readings);
}

void lex(const Model& model, std::string_view text, std::uint32_t begin, std::uint32_t end, bool english,
         std::uint64_t characters, LexScratch& scratch, Lexed& out) {
  SentenceLexer(model, text, begin, end, english, characters, scratch, out).run();
}

}  // namespace zhibiao::extract
