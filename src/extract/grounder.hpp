// The grounder behind ground.hpp, of one sentence. Defined by job:
//
//   ground.cpp          a statement becomes a record or a refusal; status, commitment, scope
//   ground_time.cpp     the time that governs a value; period and base period
//   ground_measure.cpp  what a number measures, in which unit, with which bound and sign
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/ground.hpp"

namespace zhibiao::extract {

inline constexpr std::string_view percent = "percent", percentage_point = "percentage_point", times = "times";

inline Period interval(int first, int last) {
  Period p;
  p.first_year = first;
  p.last_year = last;
  return p;
}

inline Period year_period(int year) { return interval(year, year); }

class Grounder {
 public:
  Grounder(const Context& context, const Lexed& lexed) : c_(context), lexed_(lexed) {}

  void ground(const std::vector<Statement>& statements, std::vector<Record>& records, std::vector<Refusal>& refusals);
  Commitment commitment(std::uint32_t i) const;
  std::optional<Period> period(std::uint32_t i) const;

 private:
  std::string_view text_of(std::uint32_t i) const {
    const Token& t = lexed_.tokens[i];
    return c_.text.substr(t.begin, t.end - t.begin);
  }
  const CueEntry* cue(std::uint32_t i) const { return cue_of(c_.model, lexed_.tokens[i]); }
  const value::Reading& reading_of(const Statement& s) const { return reading_at(lexed_, s.value); }
  const TimeMention& time_of(std::uint32_t i) const { return lexed_.times[lexed_.tokens[i].index]; }
  // Whether a letter of `set` stands in tokens [begin, end).
  bool stands_in(std::uint32_t begin, std::uint32_t end, LetterSet set) const {
    return holds(lexed_.letters, begin, end, set);
  }
  const Zone& zone_of(std::uint32_t i) const { return c_.outline.zone_at(lexed_.tokens[i].begin); }
  int review_year() const { return c_.document.review_year.value_or(0); }
  int plan_year() const { return c_.document.plan_year.value_or(0); }

  // --- ground.cpp ---

  // Nothing, or the reason why the statement gives no record; an empty reason leaves no note.
  const char* read(const Statement& s, Record& r) const;
  bool of_branch(const Statement& s) const;
  std::uint32_t rate_in_percent(const Statement& s) const;
  // What the sentence says before a place, at most so many bytes of it, in lower case.
  std::string said_before(std::uint32_t place, std::uint32_t most) const;
  bool exceeded_by(const Statement& s) const;
  bool side_of_ratio(const Record& r) const;
  bool share_of_power(const Statement& s, const Record& r) const;
  bool funds_in_one_sum(const Statement& s, const Record& r) const;
  bool grows_in_increment(const Statement& s) const;
  bool reached_stock(const Statement& s, const Record& r) const;
  bool at_year_end(const Statement& s) const;
  bool of_missed_goal(const Statement& s) const;
  bool of_goal(const Statement& s) const;
  bool of_goal_set(const Statement& s) const;
  bool single_project(const Statement& s) const;
  bool passed_steps(const Record& record) const;
  void drop_milestone(const Statement& s, const Record& record, std::vector<Record>& records) const;
  static std::optional<Period> years_between(std::uint32_t indicator, Range mention, const std::vector<Record>& records);
  void look_back(Record& record) const;
  void take_years_of_way(Record& record, const std::vector<Record>& records) const;

  void ground_status(const Statement& s, const Zone& zone, Record& r) const;
  bool estimated(const Statement& s) const;

  // Commitment words: their clause, and how far they reach.
  bool behind_name(std::uint32_t k) const;
  std::uint32_t clause_begin(std::uint32_t k) const;
  std::uint32_t clause_end(std::uint32_t k, LetterSet marks) const;
  bool is_second_tier(std::uint32_t k) const;
  bool says_yearly() const;
  bool another_that(std::uint32_t k, std::uint32_t i) const;
  bool own_clause_is_item(std::uint32_t k) const;

  void ground_scope(const Statement& s, Record& r) const;
  Range without_own_words(Range scope, Range mention) const;
  Range kind_of_insured(const Head& head) const;
  std::size_t own_word(std::string_view said, bool at_end) const;
  Range nation_before(Range mention) const;
  Range named_part(std::uint32_t indicator, Range scope) const;
  bool own_region(Range range) const;
  bool named_in_head(std::string_view scope) const;

  // --- ground_time.cpp ---

  void ground_time(const Statement& s, const Zone& zone, Record& r) const;
  bool sum_or_year(const Statement& s, const Zone& zone, const Record& r) const;
  // The time word that holds for the value at token i: its own, or the last one before it in the sentence, but for
  // those in [skip_begin, skip_end) and those that hold for another item than that of `head`.
  std::uint32_t governing_time(std::uint32_t i, std::uint32_t own, std::uint32_t skip_begin = 0,
                               std::uint32_t skip_end = 0, std::uint32_t head = no_index) const;
  bool of_an_aside(std::uint32_t k, std::uint32_t i) const;
  bool is_yardstick(std::uint32_t k) const;
  std::uint32_t time_before(std::uint32_t k) const;
  bool expected_for_the_year(std::uint32_t i) const;
  std::uint32_t item_end(std::uint32_t k) const;
  bool speaks_of_one_item(std::uint32_t k) const;
  bool opens_list(std::uint32_t k, std::uint32_t head) const;
  static bool is_part_of_year(const TimeMention& time);

  std::optional<Period> resolve(const TimeMention& time, const Zone& zone) const;
  std::optional<Period> resolve_at(std::uint32_t i, const Zone& zone) const;
  bool over_by_then(const Period& p) const;
  std::optional<Period> zone_period(const Zone& zone) const;
  std::optional<Period> past(int years) const;
  std::optional<Period> since(int year) const;
  std::optional<Period> base_of(std::uint32_t i, const Zone& zone) const;
  int speech_year() const;

  bool looks_back(const Statement& s, const Zone& zone) const;
  bool looks_ahead(const Statement& s, const Zone& zone) const;
  bool over_five_years(const Statement& s) const;
  bool summed_over_five_years(const Statement& s) const;
  bool so_every_year(const Statement& s, const Zone& zone) const;
  std::optional<Period> base_told_before(const Statement& s, const Zone& zone) const;
  std::optional<Period> base_of_passage(const Statement& s, const Zone& zone, Measure measure) const;
  bool sums_up(const Statement& s, const Record& r) const;
  bool years_named_before(const Statement& s) const;
  int years_counted(const Statement& s) const;
  bool cumulated_before(const Statement& s) const;
  bool years_told_before(const Statement& s) const;
  static bool is_years(const TimeMention& time);
  bool says_new(const Head& head) const;
  bool names_size_of_new(const Statement& s, const IndicatorEntry& entry) const;

  // --- ground_measure.cpp: nothing, or the reason as in read() ---

  const char* read_worded(const Statement& s, Record& r) const;
  const char* read_fraction(const Statement& s, std::string_view v, Record& r) const;
  const char* read_number(const Statement& s, Record& r) const;
  void set_bounds(const Statement& s, Decimal lower, Decimal upper, Record& r) const;
  bool names_fall(const Statement& s) const;
  // What a number with `unit` measures; may rescale the number.
  const char* read_measure(const Statement& s, std::string_view unit, Decimal& lower, Decimal& upper, Record& r) const;
  const char* read_percent(const Statement& s, Record& r) const;
  const char* read_times(const Statement& s, Decimal& lower, Decimal& upper, Record& r) const;
  const char* read_quantity(const Statement& s, std::string_view unit, Decimal& lower, Decimal& upper, Record& r) const;
  const char* change_or_level(const Statement& s, Record& r) const;
  static const char* level(Record& r);

  // The base unit in which the indicator takes a number printed with `unit`; empty where it does not fit.
  std::string_view fitting_unit(const IndicatorEntry& entry, std::string_view unit) const;
  bool counted_in_all(const Statement& s) const;
  bool cumulated_until(const Statement& s, const Record& r, std::uint32_t time) const;
  int years_running(const Statement& s) const;
  int years_of_mean(const Statement& s) const;
  bool summed_behind(const Statement& s, std::uint32_t time) const;
  std::string_view paid_by(const Statement& s) const;
  std::string_view paid_by_item_before(const Statement& s) const;
  bool added_before(const Statement& s) const;
  bool increases(const Statement& s, const IndicatorEntry& entry) const;
  bool size_of_works(const Statement& s) const;
  std::string_view unit_in_name(const Statement& s, std::string_view unit) const;
  std::string_view unit_left_out(const Statement& s) const;
  bool counts_people(const Statement& s, std::string_view mention) const;
  bool people_between(const Statement& s) const;
  bool counts_people_behind(const Statement& s) const;
  bool in_proportion(std::uint32_t i) const;
  bool names_renminbi(const Range& value) const;
  std::uint32_t surveyed(std::uint32_t indicator) const;

  const Context& c_;
  const Lexed& lexed_;
  mutable LastLetter missed_or_clause_{lexed_.letters, "x,;:."}, mean_or_clause_{lexed_.letters, "aQ,;:/."},
      expected_or_end_{lexed_.letters, "p."}, time_or_end_{lexed_.letters, "T.;"};
  mutable std::uint32_t stock_time_ = no_index, looked_for_stock_time_ = 0;  // the first time of a stock in the tokens looked at
  std::size_t first_project_ = std::string_view::npos;  // where the sentence first speaks of a project's investment
  std::uint32_t project_mention_ = no_index;  // refused as one project's
  std::uint32_t stock_mention_ = no_index;    // refused as a stock without an id
  std::uint32_t misfit_mention_ = no_index;   // refused for the unit of its number
};

}  // namespace zhibiao::extract
