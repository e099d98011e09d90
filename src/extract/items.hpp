// Spans to statements: the table of patterns is matched against the letters of a sentence, from left to right;
// each row says how its heads, predicates and values become statements. What one item hands to the next goes
// through an explicit frame with written lifetimes, and through nothing else.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/lex.hpp"
#include "extract/model.hpp"
#include "extract/row_matcher.hpp"
#include "text/short_vector.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::extract {

struct Range {
  std::uint32_t begin = 0, end = 0;
  bool empty() const noexcept { return begin == end; }
};

// One indicator as a sentence names it.
struct Head {
  std::uint32_t indicator = no_index;
  Range mention;       // its words
  Range scope;         // words to its left that restrict it; empty where there are none
  Range region;        // 全省, 全国, ... to its left: a larger region or the own one, ground.cpp decides
  bool flow = false;   // 新增, 净增, ... governs it
  bool cumulated = false;  // 累计 stands before its verb
  bool net = false;    // ... as a net increase (净增): what then grows is the stock
  bool weak = false;   // its name needs a fitting unit or a growth word
  bool counted = false;  // one of several members under a single value without 均 or 分别
  bool company = false;  // of one company
  bool several = false;  // of a number of places or firms (34个旗县经济总量…): no value of one
  std::uint32_t token = no_index;
};

// What the words between a head and its value say.
struct Predicate {
  int direction = 0;          // +1 增长, -1 下降
  bool better = false;        // ... told as 改善: up or down is what the indicator wants
  bool mean = false;          // 年均
  std::uint32_t mean_word = no_index;  // ... its token
  bool year_on_year = false;  // 同比
  bool arrival = false;       // 提高到, 降至: a level is reached
  bool carrier = false;       // 达到, 完成, 为
  bool reached = false;       // 达到, 突破: a size is reached
  bool cumulated = false;     // 累计
  bool stock = false;         // 总数, 在库
  bool flow = false;          // 净增 behind the head
  bool each = false;          // 均, 分别
  bool yearly = false;         // 每年, 平均每年; English: an annual increase of…
  bool totaled = false;        // English: totaled
  bool amounted = false;       // English: amounted to
  bool every_year = false;     // English: each year, behind a size that is held: no mean
  bool held = false;           // English: was kept, remained
  bool past = false;           // English: rose, was created; in a plan it looks back
  bool first_year = false;     // English: From 2016 to 2020, … rose from A: A is that of the first year
  bool growth_before = false;  // English: a rise in the CPI of…
  bool growth_in_name = false;  // the head's own words end in 增速, 增长, 涨幅
  std::optional<Bound> bound;   // 突破, 不低于
  std::string_view commitment;  // of a 力争 or 确保 behind the head: "strive", "ensure"
  std::uint32_t base = no_index;  // token of 比2016年
  std::uint32_t time = no_index;  // token of the last time word
  int quarter = 0;                // 四个季度分别: which of them
};

using Heads = text::ShortVector<Head, 2>;

struct Statement {
  std::uint32_t row = 0;      // of the statement table
  Head head;
  Predicate predicate;
  std::uint32_t value = no_index;      // token of the number or of the worded value (正增长)
  std::uint32_t unit_from = no_index;  // reading whose unit and scale it takes where it has none of its own
  std::optional<Bound> spread;         // bound word of its list that holds for it too
  std::uint32_t no_time_begin = 0, no_time_end = 0;  // tokens whose times are those of its start value, not its own
  std::uint32_t sentence = 0;
};

struct Refusal {
  const char* reason = "";
  std::uint32_t begin = 0, end = 0;
};

// What is carried from item to item.
struct Frame {
  Heads subject;  // lifetime: the sentence; 其中 may take it from the sentence before
  std::uint32_t subject_sentence = no_index;
  bool subject_met = false;   // a value was read for it (else it was only named)
  // Where the subject is a list with members that are not ours: how many members, and the places of ours. Lifetime: the subject.
  std::size_t members = 0;
  text::ShortVector<std::uint32_t, 2> places;
  bool unnamed = false;       // it is what 经济 stands for; lifetime: until a value was read for it
  int growth = 0;             // the last value was growth (1) or decline (-1) in percent; lifetime: the next value
  bool mean = false;          // ... a year over several years
  bool flow = false;          // ... of a flow, 新增 or the like; lifetime: the next value
  std::uint32_t base = no_index;  // base time of the last item (比2016年); lifetime: the sentence, while its list goes on
  std::uint32_t from_begin = 0, from_end = 0;  // where the subject started (由2013年的96微克); lifetime: the subject
  std::uint32_t part = no_index;  // value of a part of the subject (其中企业400户); lifetime: the sentence
  std::string_view part_tail;  // ... with this end of the name (其中住宅投资): lifetime: the sentence
  std::uint32_t told = no_index, told_sentence = no_index;  // English: the indicator that was the subject last, and in which sentence
  bool several = false;       // English: the sentence of the subject speaks of other indicators too; lifetime: the subject
  std::uint32_t homes = no_index, homes_sentence = 0;  // English: the last name of homes (such housing further on), and where
  std::string_view topic;     // last name or head part: 粮食 of 粮食面积…, 产量…; lifetime: the sentence

  // Heads that had one value each, in order: 分别 further on may give them a second one. Lifetime: until one of them
  // has its second value, a number of something else stands between, or the clause ends with ; or :.
  struct Listed {
    Head head;
    bool joined = false;  // 、 or 和 ties it to the one before
  };
  std::vector<Listed> list;
  bool list_closed = false;  // the next head starts a new list

  void start_sentence() {
    topic = {};
    base = no_index;
    part = no_index;
    part_tail = {};
    from_begin = from_end = 0;
    list.clear();
  }
};

struct Items {
  std::vector<Statement> statements;
  std::vector<Refusal> refusals;
  void clear() {
    statements.clear();
    refusals.clear();
  }
};

// Whether the sentence names anything that a row reads; else only a subject carried into it could be spoken of.
inline bool may_speak(const Lexed& lexed) { return find(lexed.letters, 0, "NPLun") != lexed.letters.size(); }

// Reads one lexed sentence; appends to `out`.
void read_items(const Model& model, std::string_view text, const Lexed& lexed, bool english, std::uint32_t sentence,
                RowMatcher& rows, Frame& frame, Items& out);

}  // namespace zhibiao::extract
