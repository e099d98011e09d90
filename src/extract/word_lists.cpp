#include "extract/word_lists.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::pair<const char*, List> names[] = {
    {"aims", List::aims},
    {"all_by_size", List::all_by_size},
    {"behind_values", List::behind_values},
    {"building", List::building},
    {"class_prefixes", List::class_prefixes},
    {"city_titles", List::city_titles},
    {"classed", List::classed},
    {"bare_nouns", List::bare_nouns},
    {"branch_endings", List::branch_endings},
    {"branch_stems", List::branch_stems},
    {"faring", List::faring},
    {"decline_endings", List::decline_endings},
    {"kinds_told_before", List::kinds_told_before},
    {"kinds_of_places", List::kinds_of_places},
    {"insured_kinds", List::insured_kinds},
    {"joined_kinds", List::joined_kinds},
    {"owned_nouns", List::owned_nouns},
    {"own_openings", List::own_openings},
    {"own_words", List::own_words},
    {"owners", List::owners},
    {"owner_nouns", List::owner_nouns},
    {"of_owners", List::of_owners},
    {"of_residents", List::of_residents},
    {"of_zones", List::of_zones},
    {"of_trade", List::of_trade},
    {"trade_kinds", List::trade_kinds},
    {"of_towns", List::of_towns},
    {"resident_kinds", List::resident_kinds},
    {"thriving", List::thriving},
    {"throughputs", List::throughputs},
    {"towns", List::towns},
    {"without_estate", List::without_estate},
    {"carried", List::carried},
    {"connectives", List::connectives},
    {"cumulating", List::cumulating},
    {"en_before_name", List::en_before_name},
    {"en_behind_name", List::en_behind_name},
    {"en_classes", List::en_classes},
    {"en_covered", List::en_covered},
    {"en_determiners", List::en_determiners},
    {"en_done", List::en_done},
    {"en_every_year", List::en_every_year},
    {"en_everyone", List::en_everyone},
    {"en_firms", List::en_firms},
    {"en_zones", List::en_zones},
    {"en_common_owners", List::en_common_owners},
    {"en_counted_behind", List::en_counted_behind},
    {"en_counted_nouns", List::en_counted_nouns},
    {"en_governments", List::en_governments},
    {"en_in_practice", List::en_in_practice},
    {"en_lost_behind", List::en_lost_behind},
    {"en_acts", List::en_acts},
    {"en_gap", List::en_gap},
    {"en_held", List::en_held},
    {"en_helped", List::en_helped},
    {"en_infinitives", List::en_infinitives},
    {"en_less", List::en_less},
    {"en_made", List::en_made},
    {"en_measure_nouns", List::en_measure_nouns},
    {"en_grown", List::en_grown},
    {"en_asides", List::en_asides},
    {"en_whole_words", List::en_whole_words},
    {"en_homes", List::en_homes},
    {"en_countries", List::en_countries},
    {"en_only_behind", List::en_only_behind},
    {"en_more", List::en_more},
    {"en_no_class", List::en_no_class},
    {"en_no_place", List::en_no_place},
    {"en_new_behind", List::en_new_behind},
    {"en_new_before", List::en_new_before},
    {"en_nouns_in_ing", List::en_nouns_in_ing},
    {"en_outlays", List::en_outlays},
    {"en_own", List::en_own},
    {"en_parts", List::en_parts},
    {"en_passed", List::en_passed},
    {"en_other_times", List::en_other_times},
    {"en_paid_out", List::en_paid_out},
    {"en_past", List::en_past},
    {"en_plain_carriers", List::en_plain_carriers},
    {"en_prepositions", List::en_prepositions},
    {"en_pronouns", List::en_pronouns},
    {"en_refuse_before", List::en_refuse_before},
    {"en_share_wholes", List::en_share_wholes},
    {"en_shares", List::en_shares},
    {"en_spending", List::en_spending},
    {"en_stage_ends", List::en_stage_ends},
    {"en_stages", List::en_stages},
    {"en_subjects", List::en_subjects},
    {"en_whole", List::en_whole},
    {"exceeding_nouns", List::exceeding_nouns},
    {"goal_words", List::goal_words},
    {"granted", List::granted},
    {"growth_words", List::growth_words},
    {"halves", List::halves},
    {"honours", List::honours},
    {"local_currencies", List::local_currencies},
    {"no_scope", List::no_scope},
    {"no_scope_beginnings", List::no_scope_beginnings},
    {"no_scope_endings", List::no_scope_endings},
    {"no_time_before", List::no_time_before},
    {"noun_tails", List::noun_tails},
    {"parts_by_name", List::parts_by_name},
    {"partnerships", List::partnerships},
    {"parts_of_whole", List::parts_of_whole},
    {"place_endings", List::place_endings},
    {"project_kinds", List::project_kinds},
    {"pushing", List::pushing},
    {"no_place_endings", List::no_place_endings},
    {"qualifiers", List::qualifiers},
    {"other_amounts", List::other_amounts},
    {"rate_endings", List::rate_endings},
    {"rates_in_percent", List::rates_in_percent},
    {"reaching", List::reaching},
    {"refuse_before", List::refuse_before},
    {"season_endings", List::season_endings},
    {"scope_ends", List::scope_ends},
    {"several_endings", List::several_endings},
    {"sights", List::sights},
    {"sizes", List::sizes},
    {"hardships", List::hardships},
    {"built_stocks", List::built_stocks},
    {"stages", List::stages},
    {"step_endings", List::step_endings},
    {"strong_place_endings", List::strong_place_endings},
    {"threshold_nouns", List::threshold_nouns},
    {"places_with_and", List::places_with_and},
    {"urban_parts", List::urban_parts},
    {"time_of_stock", List::time_of_stock},
    {"wholes_by_part", List::wholes_by_part},
    {"works_endings", List::works_endings},
    {"units_in_names", List::units_in_names},
    {"yearly_flows", List::yearly_flows},
};

constexpr std::size_t told = 3;  // bytes by which a word is told from most others

}  // namespace

WordList::WordList(const std::vector<std::string>& words)
    : words_(words.begin(), words.end()), set_(words.begin(), words.end()) {
  for (const std::string_view word : words_) {
    if (word.size() < told) {
      beginnings_.set();
      endings_.set();
    } else {
      beginnings_.set(place_of(word[1], word[2]));
      endings_.set(place_of(word[word.size() - 2], word.back()));
    }
  }
}

bool WordList::begins(std::string_view text) const {
  if (text.size() >= told && !beginnings_[place_of(text[1], text[2])]) return false;
  return std::any_of(words_.begin(), words_.end(), [&](std::string_view word) { return text.starts_with(word); });
}

bool WordList::ends(std::string_view text) const {
  if (text.size() >= told && !endings_[place_of(text[text.size() - 2], text.back())]) return false;
  return std::any_of(words_.begin(), words_.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool WordList::stands_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); at += text::sequence_length(text[at])) {
    if (begins(text.substr(at))) return true;
  }
  return false;
}

Result<WordLists> WordLists::compile(const LexiconData& data) {
  WordLists out;
  static_assert(std::size(names) == std::tuple_size_v<decltype(out.lists_)>);
  for (const auto& [name, list] : names) {
    const auto found = data.word_lists.find(name);
    if (found == data.word_lists.end()) {
      return Error{ErrorCode::broken_lexicon, std::string("words.json: no list '") + name + "'"};
    }
    out.lists_[static_cast<std::size_t>(list)] = WordList(found->second);
  }
  return out;
}

}  // namespace zhibiao::extract
