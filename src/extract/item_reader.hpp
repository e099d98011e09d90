// The reader behind items.hpp: matches the rows at each token of a sentence and builds statements. Declared here as a
// whole, defined by job:
//
//   items.cpp             matching of rows, tokens that no row takes, upkeep of the frame
//   item_heads.cpp        a name and what stands to its left and right: scope, region, flow; names that do not count
//   item_members.cpp      lists of heads
//   item_told.cpp         whose a value is by the clause or the sentence before its name
//   item_statements.cpp   what the words between say; lists of values; the statement that comes of it
//   item_rows.cpp         rows with a head of their own
//   item_carry.cpp        rows that take up the head of the item before
//   item_english.cpp      what only English texts need
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/items.hpp"

namespace zhibiao::extract {

// Sets of letters (src/lexicon/README.md).
inline constexpr LetterSet clause_and_list_marks = ",;:/";
inline constexpr LetterSet growth_letters = "gd";
// Cues that add to an item and name nothing: times, verbs, bounds, modals, 均, first numbers of a list.
inline constexpr LetterSet neutral_letters = "TykSmpMcUfeajv";

// Tokens that a group of a row matched.
struct Group {
  std::uint32_t begin = 0, end = 0;
  bool present = false;
};

struct Member {
  std::uint32_t begin = 0, end = 0;  // tokens
  Heads heads;                       // none: a member that is not ours
};

struct ListValue {
  std::uint32_t token = 0;
  std::uint32_t pred_begin = 0;  // the words since the value before
};
using ListValues = text::ShortVector<ListValue, 4>;

class ItemReader {
 public:
  ItemReader(const Model& model, std::string_view text, const Lexed& lexed, bool english, std::uint32_t sentence,
             RowMatcher& rows, Frame& frame, Items& out)
      : model_(model),
        text_(text),
        lexed_(lexed),
        english_(english),
        sentence_(sentence),
        rows_(rows),
        frame_(frame),
        out_(out) {}

  void run();

 private:
  // Tokens: `i` is one, [begin, end) are several.
  const Token& token(std::uint32_t i) const { return lexed_.tokens[i]; }
  char letter(std::uint32_t i) const { return i < lexed_.letters.size() ? lexed_.letters[i] : '.'; }
  std::string_view words(const Token& token) const { return text_.substr(token.begin, token.end - token.begin); }
  Range range_of(std::uint32_t i) const { return {token(i).begin, token(i).end}; }
  std::string_view text_of(Range range) const { return text_.substr(range.begin, range.end - range.begin); }
  bool listed(List list, std::string_view word) const { return model_.lists[list].contains(word); }
  const CueEntry* cue(std::uint32_t i) const { return cue_of(model_, token(i)); }
  bool says(std::uint32_t i, std::string_view part) const { return words(token(i)).find(part) != std::string_view::npos; }
  bool holds_letter(Group p, LetterSet set) const { return holds(lexed_.letters, p.begin, p.end, set); }
  const value::Reading& reading_of(std::uint32_t i) const { return reading_at(lexed_, i); }

  // --- items.cpp ---

  // Tries the rows at token i in table order; the token behind the item, or i.
  std::uint32_t match_row(std::uint32_t i);
  bool apply(const Row& row, std::uint32_t number, std::uint32_t begin, std::uint32_t end);
  Group group(int number) const;

  // A token that no row takes.
  void skip(std::uint32_t i);
  bool is_yardstick(std::uint32_t i) const;
  bool years_running(std::uint32_t i) const;
  bool aside_on_growth(std::uint32_t i) const;
  bool pushed_on(std::uint32_t i) const;
  void end_sentence();
  void open_with_economy(std::uint32_t i);
  bool growth_of_economy(std::uint32_t value, const Predicate& predicate) const;
  std::uint32_t clause_begin(std::uint32_t i) const { return lexed_.clauses[i]; }
  // Whether a letter of `set` stands between the begin of its clause and token i.
  bool clause_holds(std::uint32_t i, LetterSet set) const;
  void refuse(const char* reason, std::uint32_t first, std::uint32_t last);

  // The subject that later items may take up: `met` with a value, or only named.
  void set_subject(Heads heads, bool met);
  void note_homes(const Heads& heads);
  void extend_list();
  // The heads of the list that 、 joins, or where nothing joins them all of it; the subject where there is no list.
  Heads joined_list() const;
  // The last `n` heads of the list, where they are a list of their own; else nothing.
  Heads last_of_list(std::size_t n) const;

  // --- item_heads.cpp ---

  // Heads of the name at token i: one, or the members of a coordinated mention; its left context read, back to `stop`.
  Heads heads_of_name(std::uint32_t i) const;
  Heads heads_of_name(std::uint32_t i, std::uint32_t stop) const;
  std::uint32_t named_by_sentence(std::uint32_t i, std::uint32_t indicator) const;
  std::uint32_t tail_of_topic(std::uint32_t i, std::uint32_t indicator) const;
  void take_flow_of_name(std::uint32_t indicator, Head& head) const;
  text::ShortVector<std::uint32_t, 4> indicators_of(std::uint32_t indicator) const;
  std::uint32_t left_stop(std::uint32_t i) const;
  bool is_flow(const Head& head) const { return head.flow || model_.stock_of[head.indicator] != no_index; }

  // What stands to the left of token i, up to the item or clause before: scope words, 新增.
  void read_left(std::uint32_t i, std::uint32_t stop, std::uint32_t indicator, Head& head) const;
  // Widens `scope` to the words that restrict the name, takes the region word that ends them; where they begin.
  std::uint32_t scope_words_before(std::uint32_t i, std::uint32_t stop, Group& scope, Range& region) const;
  bool of_new_routes(std::uint32_t i) const;
  bool of_projects_carried_out(std::uint32_t i) const;
  bool cut_before(std::uint32_t i) const;
  std::uint32_t whole_noun(Group scope, std::uint32_t stop) const;
  bool verb_of_a_pair(std::uint32_t k, std::uint32_t stop) const;
  void close_quotes(Range& scope) const;
  void end_in_name(Head& head) const;
  Range purpose_before(std::uint32_t i, std::uint32_t stop) const;
  bool of_company(std::uint32_t i) const;
  std::uint32_t joined_classes(std::uint32_t k, std::uint32_t stop) const;
  void split_classes(Heads& heads, std::uint32_t i) const;
  void split_places(Heads& heads, std::uint32_t i) const;
  Range class_behind_number(std::uint32_t i, std::uint32_t stop) const;
  Range limit_before(std::uint32_t i, std::uint32_t stop) const;
  Range half_in_name(Range mention) const;
  bool part_of_the_same(std::uint32_t i, std::uint32_t indicator) const;
  std::uint32_t whole_of_part(const Head& whole, std::uint32_t part) const;
  void name_whole(std::uint32_t part);
  Range class_before_flow(std::uint32_t i) const;
  Range quoted_before(std::uint32_t i, std::uint32_t stop) const;
  bool several_before(std::uint32_t i, std::uint32_t stop) const;
  bool counted_before(std::uint32_t i) const;
  Range counted_places_before(std::uint32_t i) const;
  bool cumulated_before(std::uint32_t i, std::uint32_t stop) const;
  // The flow word that governs what begins at token k; where that begins with it.
  std::uint32_t read_flow_before(std::uint32_t k, std::uint32_t stop, Head& head) const;
  Range region_before(std::uint32_t k, std::uint32_t stop) const;
  Range owner_before(std::uint32_t i, std::uint32_t stop) const;
  Range place_before_bracket(std::uint32_t i, std::uint32_t stop) const;
  Range place_before_verb(std::uint32_t f, std::uint32_t stop, std::uint32_t indicator) const;
  bool counts_visitors(std::uint32_t indicator) const;
  Range stage_before(std::uint32_t i, std::uint32_t stop) const;
  Range place_before_carrier(std::uint32_t i, std::uint32_t stop) const;
  Range place_of_sentence(std::uint32_t i) const;
  Range part_of_sentence(std::uint32_t i) const;
  bool own_whole(std::uint32_t i) const;
  static bool zones_tell(std::string_view group);
  Range zone_of_heading() const;
  Range leading_place(std::uint32_t first = 0) const;
  Range honoured_place(std::uint32_t i) const;
  Range leading_kind_of_zone(bool goes_on) const;
  bool rank_in_opening() const;
  Range ranked_county(std::uint32_t i) const;
  bool is_place(std::string_view stretch) const;
  Range trim_scope(std::uint32_t begin, std::uint32_t end) const;
  bool is_scope_as_it_is(Range stretch) const;
  Range class_of_name(std::uint32_t i) const;
  Range class_of_schools(std::uint32_t i) const;
  Range town_in_name(std::uint32_t i, std::uint32_t indicator) const;
  std::uint32_t begun_before(std::uint32_t i, Range& mention) const;
  Range owner_before_list(std::uint32_t i, std::uint32_t indicator) const;
  Range owner_at(std::uint32_t k) const;
  Range residents_of_item_before(std::uint32_t i, std::uint32_t indicator) const;
  Range level_of_budget(Range mention, std::uint32_t indicator) const;
  bool begins_with_place(std::string_view stretch) const;
  const Statement* item_before(std::uint32_t i, LetterSet breaks) const;
  Range season_of_item_before(std::uint32_t i, std::uint32_t indicator) const;
  Range season_of_sentence(std::uint32_t i) const;
  Range branch_before_verb(std::uint32_t f, std::uint32_t stop) const;
  Range branch_of_item_before(std::uint32_t i) const;
  bool is_branch(std::string_view said) const;
  Range stage_of_item_before(std::uint32_t i, std::uint32_t indicator) const;
  Range deduction_before(std::uint32_t i) const;

  // --- item_told.cpp ---

  Range told_before(std::uint32_t i, std::uint32_t indicator) const;
  Range place_of_statement(std::uint32_t i) const;
  Range zone_pushed_on(std::uint32_t i) const;
  Range spent_on(std::uint32_t i) const;
  Range scheme_of_clause_before(std::uint32_t i) const;
  Range trade_of_clause_before(std::uint32_t i) const;
  Range kind_of_heading(std::uint32_t i, std::uint32_t indicator) const;
  bool kind_acts(std::uint32_t first, std::size_t size) const;
  Range kind_of_clause_before(std::uint32_t i, std::uint32_t indicator) const;
  Range city_of_item_before(std::uint32_t i) const;
  Group clause_before(std::uint32_t i, LetterSet between) const;
  Range place_of_clause_before(std::uint32_t i) const;
  Heads places_of_clause_before(const Head& head, std::uint32_t i, std::size_t count) const;
  bool is_city(std::string_view said) const;
  bool names_place(std::string_view said) const { return is_place(said) || is_city(said); }
  Range class_aimed_at(std::uint32_t i) const;
  Range class_of_projects(std::uint32_t tail, std::uint32_t indicator) const;
  Range works_of_clause_before(std::uint32_t i) const;
  Range branch_told_before(std::uint32_t i) const;
  std::size_t behind_verbs(std::size_t begin) const;

  // --- item_heads.cpp ---

  Range port_of_item_before(std::uint32_t i, std::uint32_t indicator) const;
  Range partner_of_clause_before(std::uint32_t i, std::uint32_t indicator) const;
  Range port_of_clause_before(std::uint32_t i, std::uint32_t indicator) const;
  bool counted_itself(std::uint32_t i, std::uint32_t indicator) const;
  bool several_before_clause(std::uint32_t i) const;

  // Behind the name.
  bool noun_goes_on(std::uint32_t i) const;
  Range qualifier_behind(std::uint32_t i) const;

  // What the item before hands to the next member of its list.
  bool flow_goes_on(std::uint32_t i) const;
  bool flow_over_comma(std::uint32_t i) const;
  bool flow_of_unknown_before() const;
  bool place_goes_on(std::uint32_t i) const;
  bool flow_word_before(std::uint32_t i) const;
  bool list_goes_on(std::uint32_t i) const;

  // The number is not one of the indicator.
  bool refused_by_left(std::uint32_t i) const;
  bool draws_a_line(std::uint32_t end) const;
  bool paid_for_it(std::uint32_t i) const;
  bool of_what_is_counted(std::uint32_t i) const;
  bool yearly_before(std::uint32_t i) const;
  bool part_of_another(std::uint32_t name) const;
  bool share_of_another(std::uint32_t name) const;
  bool part_by_itself(std::uint32_t name) const;
  bool part_of_spending(std::uint32_t of_which, std::uint32_t name) const;
  Range stage_of_whole(const Head& head) const;
  Range scope_of_whole(std::uint32_t i, std::uint32_t indicator) const;
  bool holds_goal(Group g) const;
  const Statement* told_in_unit(std::uint32_t value) const;
  bool follows_share(std::uint32_t begin, std::uint32_t value) const;

  // --- item_members.cpp ---

  // Members of a list of heads between separators of `marks`; `tail_word` ends the names of all (粮食、油料 | 产量).
  std::vector<Member> members_of(Group list, LetterSet marks, std::string_view tail_word) const;
  // The names of its members; whether 新增 or the like governs the list.
  bool read_members(std::vector<Member>& list, std::string_view tail_word) const;
  void drop_owners_of_last(std::vector<Member>& list) const;
  void share_spending(std::vector<Member>& list) const;
  void share_ends_of_rates(std::vector<Member>& list) const;
  void share_parts(std::vector<Member>& list, bool flow) const;
  static Heads heads_of(const std::vector<Member>& list);
  // The indicator of a member that is named in full only together with its neighbour, or no_index.
  std::uint32_t by_common_part(std::string_view member, std::string_view full, bool shares_end) const;
  Range add_behind_scope(Member& member, const Token& last, std::string_view full, bool flow) const;
  void add_computed(Member& member, const Token& last, std::uint32_t indicator, bool flow) const;
  void add_split(Member& member, std::string_view tail_word) const;
  Heads parts_of_subject(std::vector<Member>& list, std::uint32_t begin) const;
  Heads tails_of_topic(std::vector<Member>& list) const;
  Heads places_of_subject(std::vector<Member>& list, std::uint32_t begin, Group v) const;
  void scopes_of_one_head(std::vector<Member>& list) const;
  bool governs_list(std::string_view scope) const;
  void place_before_list(std::vector<Member>& list) const;
  static bool counts_places(std::string_view stretch);
  std::size_t end_of_places(std::string_view stretch) const;
  void country_before_list(std::vector<Member>& list) const;

  // --- item_statements.cpp ---

  bool turned(std::uint32_t i) const;
  void read_predicate(std::uint32_t begin, std::uint32_t end, Predicate& p) const;
  int compares(std::uint32_t base) const;
  bool growth_follows(std::uint32_t i) const;
  bool growth_named(const Head& head) const;

  ListValues values_of(Group v) const;
  bool same_units(const ListValues& values) const;
  // Bound words and units that a list has once for all of its values.
  void spread(const ListValues& values, std::vector<Statement>& list) const;
  void add_list(const ListValues& values, std::vector<Statement> list);
  // The i-th head with the i-th value, all under one predicate.
  void add_paired(const Heads& heads, const ListValues& values, const Predicate& predicate);
  // 由2016年的39.2%提高到45.1%: statements of where it started; the times there are not those of the value reached.
  void add_start_values(Group o, const Heads& heads, const Predicate& predicate);
  // Where the row has a way from one value to another: adds its start values and reads how the predicate arrives; whether it has.
  bool arrive(const Row& row, const Heads& heads, Predicate& predicate);
  void add_starts(const ListValues& values, const Head& head, const Predicate& shared);
  static void keep_out(Group from, Statement& s);
  void starts_from(Group from);
  void measure_from_start(Statement& s) const;

  // Adds a statement and keeps in the frame what the next item may need of it; make() alone keeps nothing.
  void add(const Head& head, const Predicate& predicate, std::uint32_t value);
  bool joins_those(std::uint32_t value) const;
  bool within_goal(std::uint32_t value) const;
  Statement make(const Head& head, const Predicate& predicate, std::uint32_t value) const;
  bool base_goes_on(const Statement& s) const;
  static bool is_multiple_of(std::string_view base);

  // --- item_rows.cpp: false where the row does not read after all ---

  bool apply_refuse(const Row& row, std::uint32_t begin, std::uint32_t end);
  bool grows_behind_share(std::uint32_t end) const;
  bool summed_with_unknown(std::uint32_t name, std::uint32_t value) const;
  bool apply_pairs(const Row& row, std::uint32_t begin, std::uint32_t end);
  // The members of a list that has so many values.
  std::vector<Member> members_for(std::size_t values, Group h, std::string_view tail_word) const;
  bool speaks_twice(const std::vector<Member>& list, const ListValues& values) const;
  void halves_behind(std::vector<Member>& list, Group h) const;
  void keep_places(const std::vector<Member>& list);
  ListValues values_of_ours(const ListValues& values) const;
  void add_members(const std::vector<Member>& list, const ListValues& values, const Predicate& shared);
  bool apply_each(const Row& row);
  static void join_scopes(Heads& heads);
  bool each_has(const Predicate& predicate, std::uint32_t value) const;
  void take_all_by_size(Head& head, std::uint32_t value) const;
  bool reads_of(const Row& row, const Head& head) const;
  bool apply_one(const Row& row, std::uint32_t begin, std::uint32_t end);
  bool a_value_each_year(Group p, Group v) const;
  bool by_so_much(Group q, Group v) const;
  bool handed_down(std::uint32_t name, std::uint32_t value) const;
  bool of_one_project(std::uint32_t name) const;
  bool per_head_before(std::uint32_t name) const;
  bool paid_by_those_before(std::uint32_t name) const;
  bool reaches_size(std::uint32_t name, std::uint32_t value, const Predicate& predicate) const;
  bool apply_each_tail(const Row& row);
  bool apply_coordinated(const Row& row);
  bool apply_fixed(const Row& row, std::uint32_t begin, std::uint32_t end);
  bool apply_milestones(const Row& row, std::uint32_t begin);
  bool passed_in_turn(Group p, Group v) const;
  bool listed_upwards(Group v) const;
  bool reach_last(Group h, Group p, Group v);
  bool apply_split(const Row& row);
  bool apply_number_first(const Row& row);
  bool apply_by_time(const Row& row);
  bool apply_growth_first(const Row& row);

  // --- item_carry.cpp ---

  bool apply_carry(const Row& row, std::uint32_t begin);
  bool name_ends_in(const Head& head, const std::string& tail) const;
  bool another_scheme(std::uint32_t tail) const;
  bool apply_carry_tail(const Row& row, std::uint32_t begin);
  bool apply_carry_share(const Row& row, std::uint32_t begin);
  bool apply_share_by_name(const Row& row);
  std::string share_in_whole(Group share, std::string_view part) const;
  Heads shares_before(std::uint32_t begin, const ListValues& values, std::uint32_t last) const;
  bool apply_carry_pairs(const Row& row, std::uint32_t begin, std::uint32_t end);

  // May the subject be carried to an item that starts at token i?
  bool may_carry(std::uint32_t i) const;
  bool told_by_class() const;
  std::uint32_t level_of_clause(std::uint32_t mark, std::uint32_t& first) const;
  bool pair_by_clause(const ListValues& values, std::uint32_t begin, Group p);
  bool says_how(std::uint32_t i) const;
  bool trails(std::uint32_t i) const;
  bool only_moved(std::uint32_t end) const;
  bool counted_noun_ends(std::uint32_t i) const;
  bool of_all_people(std::uint32_t i) const;
  bool ranks_behind_value(std::uint32_t i) const;
  bool done_by_governments(std::uint32_t i) const;
  bool passes_steps(std::uint32_t i) const;
  bool rounds_off(std::uint32_t i) const;
  bool taken_up_by_pronoun(std::uint32_t i) const;
  // , with an increase of 5%; , registering a rise of 5%
  bool opens_clause(std::string_view stretch) const {
    return stretch == "with" || (stretch.ends_with("ing") && listed(List::en_gap, stretch));
  }
  bool is_connective(std::string_view stretch) const { return listed(List::connectives, stretch); }
  // A carried number needs a word of its own; completes the predicate by the growth that goes on.
  bool grows_by_name(std::uint32_t value) const;
  bool spoken_for(Group p, std::uint32_t value, Predicate& predicate) const;
  Predicate told_before(std::uint32_t i) const;
  Range stage_of(const Head& head, Group p) const;
  bool builds(Group p) const;
  bool newly_built(Group p) const;
  bool next_rank(std::string_view said, const Head& head, std::uint32_t value) const;
  bool next_part(std::uint32_t i, Group p, Group v) const;
  Range projects_of_which(std::uint32_t t) const;
  std::uint32_t half_of(const Head& whole, std::string_view half) const;
  bool apply_shared_end(Group s, Group p, Group v, std::string_view shared);
  bool apply_half(Group s, Group p, Group v);
  bool apply_spending(Group s, Group p, Group v);
  bool branch_of_industry(Group s) const;
  bool aims_higher(std::uint32_t value) const;
  bool near_a_level(std::uint32_t value) const;
  bool whole_without(std::string_view qualifier, Heads& heads) const;
  bool has_verb_of_its_own(Group p, Group v) const;
  bool counts_another_noun(Group v) const;
  bool names_another_noun(Group p, Range stage) const;
  void subject_goes_on(bool as_stock);
  bool same_unit_as_before(std::uint32_t value) const;
  bool named_by_part(Group s, Heads& heads) const;
  template <typename Fits>
  const Statement* last_told(Fits fits) const;
  bool new_of_stock(std::uint32_t value) const;
  bool in_unit_of_subject(std::uint32_t value) const;
  void take_region(Group p, Heads& heads);
  bool in_another_currency(Group p, std::uint32_t value) const;
  // Indicators that the last name and a word further on make together, or no_index.
  std::string_view heading_before() const;
  std::string_view find_heading() const;
  std::uint32_t split_of_topic(const std::string& tail) const;
  bool number_of_another_noun(std::uint32_t tail) const;
  std::uint32_t share_of(const Head& head, Group share) const;
  std::uint32_t share_of_whole(const Head& part, Group share) const;
  bool passes_a_step(std::uint32_t value, const Predicate& predicate) const;

  // --- item_english.cpp ---

  bool apply_of_gdp(const Row& row, std::uint32_t begin, std::uint32_t end);
  bool apply_percent_of(const Row& row);
  Head whole_of_units() const;
  std::uint32_t homes_before(std::uint32_t i) const;
  bool apply_homes(Group v, std::uint32_t begin, std::uint32_t end);
  bool names_a_year(std::uint32_t i) const;
  bool apply_units(const Row& row, std::uint32_t begin, std::uint32_t end);
  bool apply_start(const Row& row, std::uint32_t begin);
  std::uint32_t owner_of_share(std::uint32_t i) const;
  bool named_alone_before(std::uint32_t i) const;
  bool own_possessive(std::uint32_t whole, std::uint32_t indicator) const;
  bool apply_pair(Group s, Group p, Group v, Group b);
  Heads pair_before(std::uint32_t i) const;
  bool apply_its_value_added(Group s, Group p, Group v, Group b);
  bool apply_output(Group s, Group p, Group v, Group b);
  bool part_of_gdp(std::uint32_t end) const;
  std::uint32_t sector_of_sentence(std::uint32_t i) const;
  bool apply_strives(std::uint32_t begin, Group p, Group v);
  bool in_practice(std::uint32_t begin, std::uint32_t end) const;
  bool aimed_at(std::uint32_t value) const;
  bool apply_it(Group s, Group p, Group v, Group b);
  bool apply_kind(Group s, Group p, Group v, Group b);
  bool apply_part_in_place(const Heads& heads, Group p, Group v);
  bool apply_elliptic(const Row& row);
  bool rises_behind(Group s, Group p) const;
  bool output_behind(const Head& head, Group s, Group p) const;
  bool apply_or(const Row& row, std::uint32_t begin);
  bool passes_line(std::uint32_t value) const;
  Range deducted_behind(std::uint32_t end) const;
  bool capped(std::uint32_t name) const;
  bool share_of_subject(Group h, Group v, std::uint32_t begin);
  bool effect_behind(std::uint32_t end) const;
  bool of_years_ago(std::uint32_t name) const;
  bool apply_doubled(const Row& row, std::uint32_t begin, std::uint32_t end);

  // Around a name.
  Range class_before(std::uint32_t i) const;
  bool is_preposition(std::uint32_t i) const;
  bool object_of_another(std::uint32_t i) const;
  bool english_noun_goes_on(std::uint32_t name) const;
  bool english_noun_behind(std::uint32_t value) const;
  std::uint32_t name_before(std::uint32_t i) const;
  std::uint32_t pronoun_before(std::uint32_t name) const;
  bool stands_for_another(std::uint32_t name) const;
  bool part_of_unknown(std::uint32_t name) const;
  bool of_everyone(std::uint32_t end) const;
  std::optional<bool> of_its_whole(std::uint32_t indicator, std::uint32_t end) const;
  std::uint32_t indicator_behind(List list, const std::string& key) const;
  std::uint32_t share_in(std::uint32_t part, std::uint32_t whole) const;
  void rate_of_covered(std::uint32_t value, Heads& heads) const;
  void share_of_words(std::uint32_t value, Heads& heads) const;
  bool supposed(std::uint32_t name) const;
  bool value_added_first(Group s, const Head& head) const;
  bool passes_mark(Group s, std::uint32_t value) const;
  bool told_as_stock(const Head& head, const Predicate& predicate) const;
  bool within_aside(std::uint32_t name) const;
  bool growth_opens(Group s, std::uint32_t value, std::uint32_t name) const;
  bool verb_opens(Group p) const;
  bool surpassed_by(std::uint32_t name) const;
  bool counted_first(const Heads& heads, Group p) const;
  bool of_one_field(std::string_view budget) const;
  bool length_of_all(std::uint32_t name, Group p, const Head& head) const;
  bool goal_told_before(std::uint32_t name, Group p) const;
  bool failed_before(std::uint32_t name) const;
  bool not_so(Group p) const;
  bool denied_behind(std::uint32_t name) const;
  bool compared_behind(std::uint32_t end) const;
  bool needed_behind(std::uint32_t end) const;
  bool spent_behind(std::uint32_t end, const Head& head) const;
  bool lost_behind(std::uint32_t end, const Head& head) const;
  bool of_one_only(std::uint32_t value) const;
  static bool initials(std::string_view name);
  bool of_a_firm(std::uint32_t name) const;
  bool clause_ends(std::uint32_t i) const;
  bool in_a_place(const Head& head) const;
  bool new_ones(std::uint32_t value, std::uint32_t end, const Head& head) const;
  bool size_of_new(const Head& head) const;
  bool doubles_another(std::uint32_t value) const;
  Range zone_before(std::uint32_t i) const;
  Range who_acted(std::uint32_t i) const;
  Range owner_of(std::uint32_t i) const;
  Range owners_of(std::uint32_t k) const;
  Range who_saw(std::uint32_t i) const;
  bool names_firms(std::uint32_t i) const;
  bool begins_with_verb(std::uint32_t name) const;
  std::uint32_t last_of_classes(std::uint32_t k, std::uint32_t stop) const;
  bool share_without_whole(const Head& head, std::uint32_t name, std::uint32_t end) const;
  bool more_of_them(std::uint32_t value, std::uint32_t begin) const;
  bool compares_with_base(std::uint32_t value) const;
  bool of_a_month(std::uint32_t end) const;
  bool distance_behind(std::uint32_t end) const;
  bool behind_yardstick(std::uint32_t name) const;
  void part_name(Heads& heads) const;
  void drop_opening(std::vector<Member>& list, std::size_t values) const;

  // Between name and value, and behind the value.
  bool names_a_part(std::string_view stretch) const;
  bool money_in(std::uint32_t value) const;
  bool in_named_plan(std::uint32_t name) const;
  void read_commitment_before(std::uint32_t list, Predicate& predicate) const;
  Range part_at(std::uint32_t i, std::uint32_t stop, std::uint32_t& end) const;
  bool gap_reads(Group p, Range& scope) const;
  Range part_behind(std::uint32_t end) const;
  Range places_behind(std::uint32_t end) const;
  bool research_of_firms(Range part, const Heads& heads) const;
  void years_of_list(const Statement& last);
  bool year_of_noun(const Head& head, std::uint32_t name) const;
  Range trained_behind(const Head& head, std::uint32_t end) const;
  Range english_stage(std::uint32_t begin, std::uint32_t end) const;
  bool by_the_day(std::uint32_t end) const;
  // What an item adds to its heads; false where its number is not one of the indicator, which then is refused.
  bool read_surroundings(std::uint32_t name, Group p, std::uint32_t begin, std::uint32_t end, Heads& heads);

  // A number before its name.
  bool counts_name(std::uint32_t from, std::uint32_t name) const;
  bool read_english_left(std::uint32_t value, std::uint32_t indicator) const;

  // Growth words that stand elsewhere.
  void read_before(std::uint32_t name, Predicate& predicate) const;
  bool says_by(Group p, Group v, const Predicate& predicate) const;
  std::string clause_behind(std::uint32_t end) const;
  bool a_day_behind(std::uint32_t end) const;
  bool newly_behind(std::uint32_t end) const;
  bool so_many_a_year(std::uint32_t value, std::uint32_t end) const;
  bool points_elsewhere(std::uint32_t name) const;
  bool follows_item(std::uint32_t i) const;
  bool behind_subject(std::uint32_t i, std::uint32_t begin) const;
  void growth_goes_on(std::uint32_t list, Group p, Group v, Predicate& predicate) const;
  bool mean_of_other_half(std::uint32_t name, std::uint32_t value, const Head& head) const;
  bool mean_before(const Head& head, std::uint32_t name) const;
  bool averaged(Group p) const;
  bool in_turn(Group p, std::uint32_t end) const;
  bool pass_in_turn(Group h, Group p, Group v, std::uint32_t begin);
  bool in_a_field_told_before(Range part) const;
  bool own_half(Range part, const Head& head) const;
  bool of_there(std::uint32_t name, Group p) const;
  bool of_some_years(std::uint32_t name, std::uint32_t end) const;
  bool eased_without_taxes(std::uint32_t name) const;
  bool only_those_who(std::uint32_t end, const Head& head) const;
  void drop_own_half(Heads& heads) const;
  bool jobs_of_nowhere(const Head& head) const;
  bool roads_of_nowhere(std::uint32_t name) const;
  bool trains_others(std::uint32_t name) const;
  bool builds_others(std::uint32_t name) const;
  bool such_homes(std::uint32_t name) const;
  bool rural_first(std::uint32_t name) const;
  bool target_of_another(std::uint32_t name) const;
  bool verb_goes_on(std::uint32_t name, Group p, Group v, const Predicate& predicate) const;
  bool out_of_place(std::uint32_t name) const;
  bool measure_of_name(Group s) const;
  bool back_to_stock(std::uint32_t value, const Predicate& predicate, Heads& heads) const;
  bool ends_in_covering(const Head& head) const;
  bool reaches_others(std::uint32_t value, const Head& head) const;
  bool names_a_time(std::uint32_t i) const;
  std::string_view half_told(Range part) const;
  bool take_half(Range part, Heads& heads) const;
  bool value_added_before(std::uint32_t i) const;
  int unread_goes_on(std::uint32_t name, Group p, Group v, const Predicate& predicate) const;
  std::uint32_t year_behind(std::uint32_t value) const;
  std::uint32_t time_behind_list(std::uint32_t value) const;
  bool standard_raised_by(const Head& head, Group p, Group v) const;
  std::uint32_t base_behind(std::uint32_t value) const;
  bool newly_told(std::uint32_t value) const;
  bool of_another_country(const Heads& heads) const;
  bool others_did_so(std::uint32_t value) const;
  Range whose_income(std::uint32_t name, const Heads& heads) const;
  std::uint32_t last_verb(Group p) const;
  bool unplanted(std::uint32_t value, const Head& head) const;
  bool unused(std::uint32_t value, const Head& head) const;
  bool number_of_before(std::uint32_t i) const;
  bool completed_behind(std::uint32_t end) const;
  bool completes(std::uint32_t value) const;
  bool year_for_year(Group p, std::uint32_t value) const;
  bool same_amount(std::uint32_t value) const;
  bool another_partner(Group s, std::uint32_t begin, std::uint32_t value) const;
  bool parts_go_on(const std::vector<Member>& list) const;
  bool part_for_part(std::uint32_t begin, std::uint32_t value_end) const;
  Group aside_behind(const Head& head, std::uint32_t begin) const;
  int growth_of_unread(std::uint32_t name) const;
  void grown_by(std::uint32_t value, Heads& heads, Predicate& predicate) const;

  const Model& model_;
  std::string_view text_;
  const Lexed& lexed_;
  bool english_;
  std::uint32_t sentence_;
  RowMatcher& rows_;
  Frame& frame_;
  Items& out_;
  std::uint32_t consumed_ = 0;   // token behind the last item
  mutable std::optional<std::string_view> heading_;
  mutable LastLetter clause_mark_{lexed_.letters, clause_marks};
  std::uint32_t list_from_ = 0;  // token behind the last number, ours or not
  std::uint32_t row_ = 0;
  bool flow_open_ = false;       // the last item stood under 新增 or the like
};

}  // namespace zhibiao::extract
