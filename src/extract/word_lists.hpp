// The short lists of words.json that stages ask for by name, found once when the model is made.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "lexicon/data.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::extract {

enum class List {
  aims,
  all_by_size,
  behind_values,
  building,
  class_prefixes,
  city_titles,
  classed,
  connectives,
  cumulating,
  en_before_name,
  en_behind_name,
  en_classes,
  en_covered,
  en_determiners,
  en_done,
  en_every_year,
  en_everyone,
  en_firms,
  en_zones,
  en_common_owners,
  en_counted_behind,
  en_counted_nouns,
  en_governments,
  en_in_practice,
  en_lost_behind,
  en_acts,
  en_gap,
  en_held,
  en_helped,
  en_infinitives,
  en_less,
  en_made,
  en_measure_nouns,
  en_grown,
  en_asides,
  en_whole_words,
  en_homes,
  en_countries,
  en_only_behind,
  en_more,
  en_no_class,
  en_no_place,
  en_new_behind,
  en_new_before,
  en_nouns_in_ing,
  en_outlays,
  en_own,
  en_parts,
  en_passed,
  en_other_times,
  en_paid_out,
  en_past,
  en_plain_carriers,
  en_prepositions,
  en_pronouns,
  en_refuse_before,
  en_share_wholes,
  en_shares,
  en_spending,
  en_stage_ends,
  en_stages,
  en_subjects,
  en_whole,
  goal_words,
  growth_words,
  halves,
  honours,
  local_currencies,
  no_scope,
  no_scope_beginnings,
  no_scope_endings,
  no_time_before,
  noun_tails,
  parts_by_name,
  parts_of_whole,
  partnerships,
  place_endings,
  project_kinds,
  pushing,
  no_place_endings,
  bare_nouns,
  carried,
  granted,
  exceeding_nouns,
  season_endings,
  qualifiers,
  branch_endings,
  branch_stems,
  faring,
  decline_endings,
  insured_kinds,
  joined_kinds,
  kinds_of_places,
  kinds_told_before,
  owned_nouns,
  owners,
  owner_nouns,
  of_owners,
  of_residents,
  of_towns,
  of_trade,
  of_zones,
  resident_kinds,
  thriving,
  throughputs,
  towns,
  trade_kinds,
  without_estate,
  other_amounts,
  own_openings,
  own_words,
  rate_endings,
  rates_in_percent,
  reaching,
  refuse_before,
  scope_ends,
  several_endings,
  sights,
  sizes,
  hardships,
  built_stocks,
  stages,
  step_endings,
  strong_place_endings,
  threshold_nouns,
  places_with_and,
  urban_parts,
  time_of_stock,
  units_in_names,
  wholes_by_part,
  works_endings,
  yearly_flows,
};

// The two fields of a row, at its first blank; the second is empty where there is none.
inline std::pair<std::string_view, std::string_view> fields_of(std::string_view row) {
  const std::size_t blank = row.find(' ');
  if (blank == std::string_view::npos) return {row, {}};
  return {row.substr(0, blank), row.substr(blank + 1)};
}

// Views into the lexicon, which must outlive it.
class WordList {
 public:
  WordList() = default;
  explicit WordList(const std::vector<std::string>& words);

  bool contains(std::string_view word) const { return set_.contains(word); }
  bool begins(std::string_view text) const;
  bool ends(std::string_view text) const;
  bool stands_in(std::string_view text) const;

  // In the order of the lexicon.
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }

 private:
  std::vector<std::string_view> words_;
  std::unordered_set<std::string_view> set_;

  // By hash of two bytes, the second and third and the last two: what words begin with and end with. All where a word has fewer.
  static constexpr std::size_t places = 1024;
  static std::size_t place_of(char a, char b) noexcept {
    return (static_cast<unsigned char>(a) * std::size_t{61} + static_cast<unsigned char>(b)) % places;
  }
  std::bitset<places> beginnings_, endings_;
};

class WordLists {
 public:
  // A list that the lexicon lacks is an error.
  static Result<WordLists> compile(const LexiconData& data);

  const WordList& operator[](List list) const { return lists_[static_cast<std::size_t>(list)]; }

 private:
  std::array<WordList, static_cast<std::size_t>(List::yearly_flows) + 1> lists_;
};

}  // namespace zhibiao::extract
