#include <algorithm>

#include "extract/english_words.hpp"
#include "extract/item_reader.hpp"
#include "text/find.hpp"
#include "value/decimal.hpp"

namespace zhibiao::extract {

// rural retail sales, private exports: the words that touch the name on its left are a class, up to one that is none.
Range ItemReader::class_before(std::uint32_t i) const {
  if (letter(i) == 'N' && begins_with_verb(i)) return {};
  if (i > consumed_ && letter(i - 1) == 'N' && token(i - 1).end + 1 == token(i).begin) return range_of(i - 1);  // grain | imports
  if (i == 0 || letter(i - 1) != 'X' || token(i - 1).end + 1 != token(i).begin) return {};
  const Token& stretch = token(i - 1);
  const std::string_view mark = words(stretch);
  if ((mark == "'" || mark == "\u2019") && i > 1 && i - 2 >= consumed_ && letter(i - 2) == 'N' && token(i - 2).end == stretch.begin) {
    return {token(i - 2).begin, stretch.end};  // private enterprises' | exports
  }
  std::uint32_t begin = stretch.end, at = stretch.end;
  while (at > stretch.begin) {
    const std::string_view word = last_word(text_.substr(stretch.begin, at - stretch.begin));
    const std::string spelled = lower(word);
    const bool plain = std::all_of(spelled.begin(), spelled.end(),
                                   [](char c) { return (c >= 'a' && c <= 'z') || c == '-' || c == '\''; });
    if (listed(List::en_passed, spelled)) {  // urban per capita income
      at = static_cast<std::uint32_t>(word.data() - text_.data());
      if (at > stretch.begin) --at;
      continue;
    }
    if (word.empty() || !plain || spelled[0] == '-' || listed(List::en_no_class, spelled) ||
        ends_in(spelled, "ly") || ends_in(spelled, "'s")) {
      break;
    }
    // state-owned is a class, created is none
    const bool verb = ends_in(spelled, "ing") || (ends_in(spelled, "ed") && spelled.find('-') == std::string::npos);
    if (verb && !listed(List::en_classes, spelled)) break;
    begin = at = static_cast<std::uint32_t>(word.data() - text_.data());
    if (at > stretch.begin) --at;
  }
  if (begin == stretch.begin && i >= consumed_ + 3 && letter(i - 2) == '&' && letter(i - 3) == 'X' && words(token(i - 3)).ends_with('-')) {
    const std::string_view first = last_word(words(token(i - 3)));  // medium- and long-term loans
    begin = static_cast<std::uint32_t>(first.data() - text_.data());
  }
  if (begin < stretch.end && behind_subject(i, begin)) {  // we expect rural exports
    const std::size_t blank = text_.substr(begin, stretch.end - begin).find(' ');
    begin = blank == std::string_view::npos ? stretch.end : begin + static_cast<std::uint32_t>(blank) + 1;
  }
  return begin < stretch.end ? Range{begin, stretch.end} : Range{};
}

// Behind we, will, strive to stands a verb. The word begins inside the stretch before token i, at `begin`.
bool ItemReader::behind_subject(std::uint32_t i, std::uint32_t begin) const {
  const Token& stretch = token(i - 1);
  if (begin > stretch.begin) {
    return listed(List::en_subjects, lower(last_word(text_.substr(stretch.begin, begin - 1 - stretch.begin))));
  }
  return i >= 2 && one_of(letter(i - 2), "cMm") && listed(List::en_subjects, lower(last_word(words(token(i - 2)))));
}

bool ItemReader::is_preposition(std::uint32_t i) const {
  if (letter(i) == 'i' || letter(i) == 't' || letter(i) == 'r') return true;
  return one_of(letter(i), "cX") && listed(List::en_prepositions, lower(last_word(words(token(i)))));
}

// subsidies for grain production, trips made by domestic tourists: the name is the object of another noun.
bool ItemReader::object_of_another(std::uint32_t i) const {
  std::uint32_t k = i;
  const auto touches = [&](std::uint32_t at) { return at > 0 && at > consumed_; };
  if (touches(k) && letter(k - 1) == 'X') {
    const Range own = class_before(k);
    const std::uint32_t free_to = own.empty() ? token(k - 1).end : own.begin;
    const std::string_view rest = text_.substr(token(k - 1).begin, free_to - token(k - 1).begin);
    const auto passed = [&](std::string_view word) { return listed(List::en_passed, lower(word)); };
    if (every_word(rest, passed)) --k;  // a class
    std::string_view owner = rest;
    while (owner.ends_with(' ')) owner.remove_suffix(1);
    while (!owner.empty() && passed(last_word(owner))) {
      owner.remove_suffix(last_word(owner).size());
      while (owner.ends_with(' ')) owner.remove_suffix(1);
    }
    if (owner.ends_with(" with") || owner.ends_with(" without")) return true;  // enterprises with annual exports of…
  }
  while (touches(k) && (letter(k - 1) == 'U' || (letter(k - 1) == 'c' && !is_preposition(k - 1)))) --k;
  if (!touches(k) || !is_preposition(k - 1)) return false;
  if (k == i && letter(k - 1) == 't' && begins_with_verb(i)) return false;  // efforts to expand forests by…
  if (lower(words(token(k - 1))) == "to" && letter(k) == 'c' && listed(List::en_infinitives, lower(words(token(k))))) {
    return false;  // efforts to keep the CPI at…
  }
  const std::uint32_t preposition = k - 1;
  // succeeded in keeping the CPI increase at 2%
  if (letter(preposition) == 'i' && letter(k) == 'c' && is_one_of(words(token(k)), {"keeping", "holding", "maintaining", "bringing"})) return false;
  // we plan for GDP to grow by 7%
  if (letter(preposition) == 'i' && words(token(preposition)) == "for" && letter(i + 1) == 't' && one_of(letter(i + 2), growth_letters)) return false;
  // tax revenue from industries above designated size, private investment in the service sector
  if (preposition > 0 && letter(preposition - 1) == 'N' && letter(i) == 'N' && model_.roles[token(i).word].weak) return true;
  std::string_view noun;
  if (letter(preposition) == 'X') {
    noun = words(token(preposition));
    const std::size_t blank = noun.rfind(' ');
    if (blank == std::string_view::npos) {  // With exports up by…; but: profits of firms with foreign investment
      return preposition > 0 && letter(preposition - 1) == 'N' && (noun == "with" || noun == "without");
    }
    noun = noun.substr(0, blank);
  } else if (preposition > 0 && letter(preposition - 1) == 'X') {
    noun = words(token(preposition - 1));
  } else if (preposition > 0 && letter(preposition - 1) == 'h') {
    return true;
  } else if (preposition > 0 && one_of(letter(preposition - 1), "QI")) {  // deaths per 100 million yuan of GDP
    return words(token(preposition - 1)).ends_with("yuan");
  } else {
    return false;
  }
  const std::string spelled = lower(last_word(noun));
  return !listed(List::en_measure_nouns, spelled) && !ends_in(spelled, "ly") &&
         (!ends_in(spelled, "ing") || listed(List::en_nouns_in_ing, spelled));
}

// low-income housing projects: the noun goes on behind the name.
bool ItemReader::english_noun_goes_on(std::uint32_t name) const {
  if (letter(name + 1) != 'X' || token(name + 1).begin != token(name).end + 1) return false;
  std::string next = lower(first_word(words(token(name + 1))));
  while (ends_in(next, ".")) next.pop_back();  // 1,300 old communities upgraded.
  if (is_one_of(next, {"financing", "processing", "marketing", "trading", "packaging", "banking"})) return true;  // export financing insurance
  return !(listed(List::en_behind_name, next) || listed(List::en_gap, next) || ends_in(next, "ed") ||
           ends_in(next, "ly") || ends_in(next, "ing"));
}

// non-fossil fuels accounted for 12% of energy consumption: a share whose whole is said. Nothing where the lexicon names
// no whole for the indicator.
std::optional<bool> ItemReader::of_its_whole(std::uint32_t indicator, std::uint32_t end) const {
  const std::string own = model_.indicator(indicator).id + " ";
  std::uint32_t stop = end;
  while (stop < lexed_.letters.size() && !one_of(letter(stop), ",;:.&Q")) ++stop;
  const std::string clause = stop == end ? std::string() : lower(text_.substr(token(end).begin, token(stop - 1).end - token(end).begin));
  std::optional<bool> found;
  for (const std::string_view row : model_.lists[List::en_share_wholes]) {
    if (!row.starts_with(own)) continue;
    found = found.value_or(false) || clause.find(row.substr(own.size())) != std::string::npos;
  }
  return found;
}

// 4,000 in rundown urban areas: a name that stands behind its number alone.
bool ItemReader::in_a_place(const Head& head) const {
  return english_ && lower(text_of(head.mention)).starts_with("in ");
}

// A mark, or the full stop of the sentence.
bool ItemReader::clause_ends(std::uint32_t i) const {
  return one_of(letter(i), ",;:.") || (letter(i) == 'X' && words(token(i)).starts_with('.'));
}

// services accounted for 55% of GDP, but not: financial services accounted for, services accounted for 55% of jobs. Of
// weak names, and of those that hold the verb.
bool ItemReader::share_without_whole(const Head& head, std::uint32_t name, std::uint32_t end) const {
  if (!model_.roles[token(name).word].weak && !ends_in(lower(text_of(head.mention)), " for") &&
      !ends_in(lower(text_of(head.mention)), " up") && !ends_in(lower(text_of(head.mention)), " contributed") &&
      !ends_in(lower(text_of(head.mention)), " contributes") && !ends_in(lower(text_of(head.mention)), " generated")) {
    return false;
  }
  const std::optional<bool> told = of_its_whole(head.indicator, end);
  return told && (!*told || !class_before(name).empty());
}

// The indicator that a row of the list names behind `key`, or no_index.
std::uint32_t ItemReader::indicator_behind(List list, const std::string& key) const {
  for (const std::string_view row : model_.lists[list]) {
    if (!row.starts_with(key)) continue;
    const auto found = model_.indicator_by_id.find(std::string(row.substr(key.size())));
    if (found != model_.indicator_by_id.end()) return found->second;
  }
  return no_index;
}

// private investment accounted for 60% of fixed asset investment: the share of one indicator in another, or no_index.
std::uint32_t ItemReader::share_in(std::uint32_t part, std::uint32_t whole) const {
  return indicator_behind(List::en_shares, model_.indicator(part).id + " " + model_.indicator(whole).id + " ");
}

// covers, reached or extends to, as the end of a name
bool ItemReader::ends_in_covering(const Head& head) const {
  return text::holds_one_of(lower(text_of(head.mention)), {"cover", " reach", " extend"});
}

// insurance reached 1,200 villages, tax relief for 1,200 mills: no people and no money
bool ItemReader::reaches_others(std::uint32_t value, const Head& head) const {
  if (letter(value) != 'Q' || !(reading_of(value).unit.empty() || reading_of(value).unit == "times")) return false;
  const Nature nature = model_.indicator(head.indicator).nature;
  if (nature == Nature::amount) {
    // the income gap is 2.1:1: a proportion of two
    if (reading_of(value).unit == "times" && words(token(value)).find(':') != std::string_view::npos) return true;
    return reading_of(value).unit.empty() && letter(value + 1) == 'X' && token(value + 1).begin == token(value).end + 1 &&
           !names_a_time(value + 1);
  }
  return reading_of(value).unit.empty() && nature == Nature::count && ends_in_covering(head) && english_noun_goes_on(value);
}

// 4.3 trillion last autumn
bool ItemReader::names_a_time(std::uint32_t i) const {
  const std::string first = lower(first_word(words(token(i))));
  return first == "last" || first == "this" || listed(List::en_behind_name, first) || listed(List::en_done, first);
}

// in cities: urban; of rural residents, in the countryside: rural; else nothing
std::string_view ItemReader::half_told(Range part) const {
  const std::string said = lower(text_of(part));
  const bool urban = text::holds_one_of(said, {"urban", "cities", "towns"});
  const bool rural = text::holds_one_of(said, {"rural", "countryside", "villages"});
  return urban == rural ? std::string_view() : urban ? "urban_" : "rural_";
}

// In rural areas, per capita income…; Urban residents received a per capita income of…: whose income it is.
Range ItemReader::whose_income(std::uint32_t name, const Heads& heads) const {
  if (heads.size() != 1 || !model_.indicator(heads.front().indicator).id.starts_with("resident_")) return {};
  if (!heads.front().scope.empty()) return heads.front().scope;
  const Range before{token(clause_begin(name)).begin, token(name).begin};
  const bool told = text::holds_one_of(lower(text_of(before)), {"residents", "households", "dwellers", "people", "families"});
  return told ? before : Range{};
}

// The standards went up 13% in cities and 17% in the countryside: of one half alone. Says whether the part is told so.
bool ItemReader::take_half(Range part, Heads& heads) const {
  const std::string_view half = part.empty() ? std::string_view() : half_told(part);
  if (half.empty()) return false;
  const std::string id = model_.indicator(heads.front().indicator).id;
  for (const std::string_view whole : {"urban_", "rural_", "resident_"}) {
    const Range own = heads.front().scope;
    if (!id.starts_with(whole) || (heads.size() == 1 && !own.empty() && own.begin != part.begin)) continue;
    const auto found = model_.indicator_by_id.find(std::string(half) + id.substr(whole.size()));
    if (found == model_.indicator_by_id.end()) return false;
    const std::string_view said = text_of(part);  // in 36 large cities: a part of the urban ones
    if (found->second == heads.front().indicator && heads.size() == 1 && said.find_first_of("0123456789") != std::string_view::npos) return false;
    Head told = heads.front();
    told.indicator = found->second;
    told.scope = {};
    heads = Heads();
    heads.push_back(told);
    return true;
  }
  return false;
}

// laid-off workers found jobs, as did 4,000 others: who did the same is somebody else.
bool ItemReader::others_did_so(std::uint32_t value) const {
  if (value < 2 || letter(value - 1) != 'c' || letter(value - 2) != 'c' || words(token(value - 2)) != "as") return false;
  const std::string verb = lower(words(token(value - 1)));
  return verb == "did" || verb == "does" || verb == "do" || verb == "were" || verb == "was";
}

// planted 3,000 hectares of forest, but not: protects 3,000 hectares of forest. Of names that say no planting.
bool ItemReader::unplanted(std::uint32_t value, const Head& head) const {
  const std::string said = lower(text_of(head.mention));
  if (!model_.is(head.indicator, "afforestation_area") || !said.starts_with("of ")) return false;
  if (said.find("plant") != std::string::npos) return false;
  std::uint32_t k = value;
  while (k > consumed_ && letter(k - 1) == 'c') --k;
  if (k == consumed_ || !one_of(letter(k - 1), "XN")) return true;
  return !lower(last_word(words(token(k - 1)))).starts_with("plant");
}

// utilized 3 billion dollars of overseas investment, but not: made 3 billion dollars of overseas investment.
bool ItemReader::unused(std::uint32_t value, const Head& head) const {
  const std::string said = lower(text_of(head.mention));
  if (!said.starts_with("of overseas") && !said.starts_with("in overseas")) return false;
  std::uint32_t k = value;
  while (k > consumed_ && letter(k - 1) == 'c') --k;
  if (k == consumed_ || letter(k - 1) != 'X') return true;
  return !is_one_of(lower(last_word(words(token(k - 1)))),
                    {"utilized", "utilize", "utilizing", "used", "use", "using", "attracted", "attract", "attracting", "absorbed", "drew"});
}

// basic medical insurance covers 95% of the population: no number of people, but the rate of those who take part.
void ItemReader::rate_of_covered(std::uint32_t value, Heads& heads) const {
  if (letter(value) != 'Q' || reading_of(value).unit != "percent" || !of_everyone(value + 1)) return;
  for (Head& head : heads) {
    if (!ends_in_covering(head)) continue;
    const std::uint32_t rate = indicator_behind(List::en_covered, model_.indicator(head.indicator).id + " ");
    if (rate != no_index) head.indicator = rate;
  }
}

// private investment rose to 61% of the province's total investment: the share of it, where the lexicon names the words.
void ItemReader::share_of_words(std::uint32_t value, Heads& heads) const {
  if (heads.size() != 1 || letter(value) != 'Q' || reading_of(value).unit != "percent" || letter(value + 1) != 'c') return;
  std::string clause = clause_behind(value + 1);
  while (clause.ends_with('.')) clause.pop_back();
  if (!clause.starts_with("of ")) return;
  const std::string key = model_.indicator(heads.front().indicator).id + " ";
  for (const std::string_view row : model_.lists[List::en_whole_words]) {
    if (!row.starts_with(key)) continue;
    const std::string_view rest = row.substr(key.size());
    const std::size_t blank = rest.find(' ');
    const auto share = model_.indicator_by_id.find(std::string(rest.substr(0, blank)));
    if (share == model_.indicator_by_id.end() || !clause.ends_with(rest.substr(blank))) continue;
    heads.front().indicator = share->second;
  }
}

// BYD, CATL
bool ItemReader::initials(std::string_view name) {
  return name.size() > 2 && std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// one company's R&D spending
bool ItemReader::of_a_firm(std::uint32_t name) const {
  if (name <= consumed_ || letter(name - 1) != 'X') return false;
  const std::string_view said = last_word(words(token(name - 1)));
  if (listed(List::en_firms, lower(said))) return true;
  const std::size_t mark = possessive_mark(said);  // BYD's, Japan's
  const std::string_view owner = said.substr(0, said.size() - mark);
  return mark > 0 && (initials(owner) || listed(List::en_countries, lower(owner)));
}

// If GDP grows by 5%, an increase of 1% in GDP would create…: nothing that was or will be.
bool ItemReader::supposed(std::uint32_t name) const {
  // analysts expected GDP to grow by 6%: what others thought
  if (name > 1 && letter(name - 1) == 'c' && letter(name + 1) == 't' && letter(name - 2) == 'X') {
    const std::string verb = lower(words(token(name - 1)));
    if ((verb == "expected" || verb == "forecast") && !listed(List::en_subjects, lower(last_word(words(token(name - 2)))))) return true;
  }
  if (denied_behind(name)) return true;
  std::uint32_t first = name;
  while (first > 0 && !one_of(letter(first - 1), ",;:.")) --first;
  for (const std::uint32_t at : {first, 0U}) {  // its clause, and the sentence
    if (letter(at) == 'c' && at + 1 == name && is_one_of(words(token(at)), {"Had", "Were", "Should"})) return true;
    if (letter(at) != 'X') continue;
    if (is_one_of(lower(first_word(words(token(at)))), {"if", "assuming", "supposing", "unless", "whether", "neither"})) return true;
  }
  const std::string told = lower(text_.substr(token(first).begin, token(name).begin - token(first).begin));
  for (const std::string_view noun : {"target", "goal", "objective", "plan was"}) {  // the original plan was for GDP to grow by…
    const std::size_t at = told.find(noun);
    if (at != std::string::npos && text::holds_one_of(std::string_view(told).substr(at), {" was ", " were "})) return true;
  }
  if (text::holds_one_of(told, {"had planned", "had expected", "had hoped", "had projected", "had forecast", "had aimed",
      "originally planned"})) return true;
  std::uint32_t before = name;  // it takes growth of 7% to…, some said that…
  while (before > first && one_of(letter(before - 1), "cU")) --before;
  if (before == first || letter(before - 1) != 'X') return false;
  const std::string said = lower(words(token(before - 1)));
  if (is_one_of(last_word(said), {"takes", "requires", "needs", "nor"})) return true;
  for (const std::string_view others : {"said", "claimed", "predicted", "said that", "claimed that", "predicted that", "believed that",
      "thought that", "argued that"}) {
    if (said.ends_with(others) && !said.starts_with("we ")) return true;
  }
  return false;
}

// exports would, could, might, did not grow by…; were to have grown by…: what was not.
bool ItemReader::denied_behind(std::uint32_t name) const {
  for (std::uint32_t k = name + 1; k < lexed_.letters.size() && one_of(letter(k), "cTitX"); ++k) {
    const std::string said = lower(words(token(k)));
    const bool have = letter(k + 1) == 'c' && words(token(k + 1)) == "have";
    if (said == "would" || ((said == "could" || said == "might" || said == "to") && have)) return true;
    if (is_one_of(last_word(said), {"would", "could", "might"}) && have) return true;
    if (said == "not") return !(letter(k + 1) == 'X' && lower(words(token(k + 1))).starts_with("only"));
    if (said == "never" || said == "once") return true;
  }
  return false;
}

// Exports were 31 billion yuan less than planned: how far it is from something else.
bool ItemReader::compared_behind(std::uint32_t end) const {
  if (end == 0 || letter(end - 1) != 'Q' || reading_of(end - 1).unit == "times") return false;
  const std::string clause = clause_behind(end);
  for (const std::string_view than : {"more than ", "less than ", "higher than ", "lower than ", "fewer than ", "larger than ", "smaller than "}) {
    if (clause.starts_with(than)) return true;
  }
  return false;
}

// GDP growth of 6% is needed to…: what would have to be.
bool ItemReader::needed_behind(std::uint32_t end) const {
  const std::string clause = clause_behind(end);
  return text::holds_one_of(clause, {"is needed", "are needed", "is required", "are required", "will be needed", "is necessary"}) &&
         (clause.starts_with("is ") || clause.starts_with("are ") || clause.starts_with("will "));
}

// 3,000 roads were damaged, 3,000 enterprises received tax refunds, 3,000 blocks will be renewed next year: no count of ours.
bool ItemReader::lost_behind(std::uint32_t end, const Head& head) const {
  const std::string clause = clause_behind(end);
  if (clause.empty()) return false;
  if (clause.find("next year") != std::string::npos) return true;
  if (model_.indicator(head.indicator).nature == Nature::rate) return false;
  for (const std::string_view did : model_.lists[List::en_lost_behind]) {
    if (clause.starts_with(did) && (clause.size() == did.size() || clause[did.size()] == ' ' || clause[did.size()] == '.') &&
        !clause.starts_with("have been ") && !clause.starts_with("had been ")) {
      return true;
    }
  }
  for (const std::string_view be : {"have been ", "has been ", "had been ", "will be ", "were ", "was "}) {
    if (!clause.starts_with(be)) continue;
    std::string_view rest = std::string_view(clause).substr(be.size());
    while (ends_in(first_word(rest), "ly") && rest.find(' ') != std::string_view::npos) rest = rest.substr(rest.find(' ') + 1);
    const std::string said(without_stop(first_word(rest)));
    return (ends_in(said, "ed") || said == "lost" || said == "bought" || said == "hit" || said == "shut") && !listed(List::en_counted_behind, said);
  }
  return false;
}

// A company created 3,000 jobs, Each school offers 1,000 places, Of these, 3,000 jobs…: not of the region.
bool ItemReader::of_one_only(std::uint32_t value) const {
  if (value > 2 && letter(value - 1) == ',' && letter(value - 2) == 'X' && letter(value - 3) == 'c' && lower(words(token(value - 3))) == "of" &&
      is_one_of(words(token(value - 2)), {"these", "them", "those"})) {
    return true;
  }
  std::uint32_t first = value;
  while (first > consumed_ && !one_of(letter(first - 1), ",;:.&")) --first;
  if (first >= value) return false;
  const std::string opens = lower(first_word(words(token(first))));
  if (opens == "each" || opens == "every") return true;
  if (!one_of(letter(value - 1), "Xc") || !listed(List::en_acts, lower(last_word(words(token(value - 1)))))) return false;
  bool one = false;
  for (std::uint32_t k = first; k < value; ++k) {
    if (letter(k) != 'X') continue;
    every_word(words(token(k)), [&](std::string_view word) {
      one = one || is_one_of(lower(word), {"company", "firm", "plant", "factory", "project", "program", "hotel", "mill", "corporation"});
      return !one;
    });
  }
  return one;
}

// 3 billion yuan of tax revenue was used for…: a part of what came in or went out.
bool ItemReader::spent_behind(std::uint32_t end, const Head& head) const {
  const std::string& id = model_.indicator(head.indicator).id;
  if (!ends_in(id, "_revenue") && !ends_in(id, "_expenditure")) return false;
  const std::string clause = clause_behind(end);
  for (const std::string_view be : {"was ", "were ", "will be ", "has been ", "have been "}) {
    if (!clause.starts_with(be)) continue;
    return listed(List::en_paid_out, first_word(std::string_view(clause).substr(be.size())));
  }
  return false;
}

// 61% of the total, of the population: what a rate of the population is a share of. Nothing said is that too.
bool ItemReader::of_everyone(std::uint32_t end) const {
  if (letter(end) != 'c' || words(token(end)) != "of") return true;
  for (std::uint32_t k = end; k < lexed_.letters.size() && !one_of(letter(k), ",;:.&QN"); ++k) {
    bool everyone = false;
    every_word(words(token(k)), [&](std::string_view word) {
      everyone = everyone || listed(List::en_everyone, lower(without_stop(word)));
      return true;
    });
    if (everyone) return true;
  }
  return false;
}

// 0.3 percentage points lower than the target: a distance, no change.
bool ItemReader::distance_behind(std::uint32_t end) const {
  if (!one_of(letter(end), growth_letters) || letter(end + 1) != 'X') return false;
  return lower(first_word(words(token(end + 1)))) == "than";
}

// another 17 billion yuan in interest, 3,000 villages: the number has a noun of its own.
bool ItemReader::english_noun_behind(std::uint32_t value) const {
  const std::string_view unit = reading_of(value).unit;
  const bool of = letter(value + 1) == 'c' && words(token(value + 1)) == "of";
  const bool in = letter(value + 1) == 'i' && words(token(value + 1)) == "in";
  if (!of && !in) return (unit.empty() || unit == "item") && english_noun_goes_on(value);
  std::uint32_t k = value + 2;
  while (letter(k) == 'c' && !is_preposition(k)) ++k;
  if (letter(k) != 'X' || own_whole(k)) return false;
  const std::string_view said = without_stop(words(token(k)));
  const std::string last = lower(last_word(said));
  const bool size = listed(List::en_whole, last) || listed(List::en_measure_nouns, last) || listed(List::en_gap, last);
  return !said.empty() && !size && !names_a_part(said);
}

// stayed below 5% in December: of a month that no period says
bool ItemReader::of_a_month(std::uint32_t end) const {
  const Range part = part_behind(end);
  return !part.empty() && listed(List::en_no_place, lower(last_word(text_of(part))));
}

// , more than double the 2016 figure: a multiple of a year, not of another place.
bool ItemReader::compares_with_base(std::uint32_t value) const {
  if (letter(value) == 'W' && doubles_another(value)) return false;
  if (letter(value) == 'W' && lower(words(token(value))) == "twice") return letter(value + 1) == 'b';
  return letter(value) != 'W' || !ends_in(lower(words(token(value))), "double") || letter(value + 1) == 'b';
}

// saw double growth, to double the GDP: no verb of the name before it, as in: will double.
bool ItemReader::doubles_another(std::uint32_t value) const {
  const std::string said = lower(words(token(value)));
  if (said == "twice") return letter(value + 1) != 'b';
  if ((said == "double" || said == "doubling") && letter(value + 1) == 'b' && value > 0 &&
      (letter(value - 1) == ',' || is_one_of(lower(words(token(value - 1))), {"be", "is", "was", "were", "are"}))) {
    return false;  // , double that of 2016; should be double the figure for 2000
  }
  if (!said.starts_with("doubl") || said == "doubled") return false;
  return said != "double" || value == 0 || !listed(List::en_subjects, lower(last_word(words(token(value - 1)))));
}

// The indicator that is named last before token i, or no_index.
std::uint32_t ItemReader::name_before(std::uint32_t i) const {
  for (; i > 0; --i) {
    if (letter(i - 1) != 'N') continue;
    std::uint32_t k = i - 1;
    while (k > 0 && one_of(letter(k - 1), "cU")) --k;
    if (k == 0 || !one_of(letter(k - 1), "Zo")) return model_.roles[token(i - 1).word].name;  // in step with the economy
  }
  return no_index;
}

// the yield per mu rose by…: a name that counts only behind that of the indicator it belongs to.
bool ItemReader::out_of_place(std::uint32_t name) const {
  const std::uint32_t own = letter(name) == 'N' ? model_.roles[token(name).word].name : no_index;
  if (own == no_index) return false;
  const std::string key = model_.indicator(own).id + " ";
  const std::string said = lower(words(token(name)));
  for (const std::string_view row : model_.lists[List::en_only_behind]) {
    if (!row.starts_with(key)) continue;
    const std::string_view rest = row.substr(key.size());
    const std::size_t blank = rest.find(' ');
    const auto lacks = [&](std::string_view word) { return said.find(word) == std::string::npos; };
    if (blank == std::string_view::npos || !every_word(rest.substr(blank + 1), lacks)) continue;
    const std::uint32_t before = name_before(name);
    if (before == no_index || model_.indicator(before).id != rest.substr(0, blank) || !class_before(name).empty()) return true;
  }
  return false;
}

// grain production: total output was…: what is measured of the name before the colon.
bool ItemReader::measure_of_name(Group s) const {
  const std::uint32_t last = s.end - 1;
  for (std::uint32_t k = s.begin; k < s.end; ++k) {
    if (k != last && letter(last) == 'X') continue;  // total output
    const std::string noun = lower(last_word(words(token(k))));
    for (const std::string_view measure : {"output", "total", "volume", "value", "amount"}) {
      if (noun == measure) return true;
    }
  }
  return false;
}

bool ItemReader::value_added_before(std::uint32_t i) const {
  std::uint32_t first = i;
  while (first > 0 && !one_of(letter(first - 1), "N;.")) --first;
  if (first >= i) return false;
  const std::string said = lower(text_.substr(token(first).begin, token(i).begin - token(first).begin));
  return said.find("value added of ") != std::string::npos || said.find("value-added of ") != std::string::npos;
}

// The number of mills rose, and that of …: whether the last name before token i is told as a number of something.
bool ItemReader::number_of_before(std::uint32_t i) const {
  while (i > 0 && letter(i - 1) != 'N') --i;
  if (i == 0) return false;
  std::uint32_t k = i - 1;
  if (lower(words(token(k))).find("number of ") != std::string::npos) return true;
  while (k > 0 && one_of(letter(k - 1), "cU") && words(token(k - 1)) != "number") --k;
  return k > 0 && one_of(letter(k - 1), "Xc") && lower(last_word(words(token(k - 1)))) == "number";
}

// that of |services, that in the |primary industry: where the pronoun stands, or no_index.
std::uint32_t ItemReader::pronoun_before(std::uint32_t name) const {
  if (name < 2 || letter(name) != 'N') return no_index;
  const bool article = words(token(name - 1)) == "the";
  const std::uint32_t link = article ? name - 2 : name - 1;
  if (link == 0 || letter(link - 1) != 'X' || !(words(token(link)) == "of" ? !article : words(token(link)) == "in")) return no_index;
  return listed(List::en_pronouns, lower(last_word(words(token(link - 1))))) ? link - 1 : no_index;
}

// and that of high-tech manufacturing: a name that stands for another indicator than the one before, of which that is.
bool ItemReader::stands_for_another(std::uint32_t name) const {
  const std::uint32_t pronoun = pronoun_before(name);
  if (pronoun == no_index) return false;
  if (words(token(pronoun + 1)) == "in" && !model_.roles[token(name).word].weak) return false;  // that in imports
  std::uint32_t first = pronoun;  // that in the secondary industry, that in the tertiary industry
  while (first > 0) {
    std::uint32_t k = first;
    while (k > 0 && letter(k - 1) != 'N') --k;
    const std::uint32_t again = k == 0 ? no_index : pronoun_before(k - 1);
    if (again == no_index) break;
    first = again;
  }
  const std::uint32_t before = name_before(first);
  const std::uint32_t own = model_.roles[token(name).word].name;
  // The value added of machine building rose by 9%, and that of …: of a branch that is no item of ours
  if (own != no_index && model_.indicator(own).id.starts_with("value_added_of_") && value_added_before(first)) return false;
  if (before == no_index || own == no_index) return true;
  const auto counted = [&](std::uint32_t i) { return model_.indicator(i).nature == Nature::count; };
  if (counted(before) && counted(own) && number_of_before(first)) return false;
  const std::string& id = model_.indicator(own).id;
  for (const std::string_view row : model_.lists[List::parts_of_whole]) {  // imports and exports reached…, with that of exports up by…
    if (row.starts_with(model_.indicator(before).id + " ") && row.find(" " + id) != std::string_view::npos) return false;
  }
  const std::size_t of = id.find("_of_");
  return of == std::string::npos || !model_.indicator(before).id.starts_with(std::string_view(id).substr(0, of + 4));
}

// education spending, including government spending of 3 billion yuan: a weak name behind a whole that is not ours.
bool ItemReader::part_of_unknown(std::uint32_t name) const {
  if (letter(name) != 'N' || !model_.roles[token(name).word].weak) return false;
  std::uint32_t k = name;
  while (k > consumed_ && one_of(letter(k - 1), "cUX")) --k;
  if (k == 0 || letter(k - 1) != 'w') return false;
  if (frame_.subject.empty() || frame_.subject_sentence != sentence_) return true;
  return model_.indicator(frame_.subject.front().indicator).id.starts_with("expenditure_on_");
}

// A stretch of a place or a group of people: in the western counties, for urban residents.
bool ItemReader::names_a_part(std::string_view stretch) const {
  const char first = stretch.empty() ? 'a' : stretch[0];
  if (first >= 'A' && first <= 'Z') return true;
  bool part = false;
  every_word(stretch, [&](std::string_view word) {
    part = part || listed(List::en_parts, lower(word));
    return true;
  });
  return part;
}

// exports of cars, ships and solar panels: the last of several classes that one preposition opens at token k.
std::uint32_t ItemReader::last_of_classes(std::uint32_t k, std::uint32_t stop) const {
  std::uint32_t last = k, next = k + 1;
  while (next + 1 < stop) {
    const bool comma = letter(next) == ',';
    if (comma && letter(next + 1) == '&') ++next;
    const bool ends = letter(next) == '&';
    if ((!comma && !ends) || next + 1 >= stop || letter(next + 1) != 'X') return last;
    const std::string opens = lower(first_word(words(token(next + 1))));
    if (ends_in(opens, "ed") || ends_in(opens, "ing") || listed(List::en_no_class, opens)) return last;
    if (ends) return next + 1;
    next += 2;
  }
  return last;
}

// increase spending and | run a deficit of …: no member of a list.
bool ItemReader::begins_with_verb(std::uint32_t name) const {
  return is_one_of(lower(first_word(words(token(name)))), {"run", "cut", "reduce", "reduced", "reducing", "lower", "lowered", "ease", "plant",
      "expand", "expanded"});
}

bool ItemReader::names_firms(std::uint32_t i) const {
  if (letter(i) != 'N') return false;
  const std::string said = lower(words(token(i)));
  for (const std::string_view firms : {"enterprises", "businesses", "companies", "firms", "smes"}) {
    if (said.ends_with(firms)) return true;
  }
  return said.ends_with("enterprises above designated size");
}

// The part that a preposition at token i opens, and where it ends; nothing where it opens none.
Range ItemReader::part_at(std::uint32_t i, std::uint32_t stop, std::uint32_t& end) const {
  // loans by large banks: who does it, directly behind the name
  const bool by = letter(i) == 'c' && i > 0 && letter(i - 1) == 'N' && words(token(i)) == "by";
  // exports to Tengwan, imports from Tengwan, exports to the Tengwan Islands
  const std::uint32_t place_at = letter(i + 1) == 'c' && words(token(i + 1)) == "the" ? i + 2 : i + 1;
  if (i > 0 && letter(i - 1) == 'N' && letter(place_at) == 'X' && place_at < stop && one_of(letter(i), "tr") &&
      (words(token(i)) == "to" || words(token(i)) == "from")) {
    const std::string_view place = words(token(place_at));
    if (place[0] < 'A' || place[0] > 'Z' || listed(List::en_no_place, lower(first_word(place)))) return {};
    end = place_at + 1;
    return {token(i).begin, token(place_at).end};
  }
  // tax cuts in support of ports and mills
  if (i > 0 && letter(i - 1) == 'N' && i + 3 < stop && words(token(i)) == "in" && words(token(i + 1)) == "support" &&
      words(token(i + 2)) == "of" && letter(i + 3) == 'X') {
    const std::uint32_t last = last_of_classes(i + 3, stop);
    end = last + 1;
    return {token(i).begin, token(last).end};
  }
  // at monitored sections
  const bool at = letter(i) == 'c' && words(token(i)) == "at";
  if (!(letter(i) == 'i' || by || at || (letter(i) == 'c' && words(token(i)) == "of"))) return {};
  std::uint32_t k = i + 1;
  while (k < stop && letter(k) == 'c' && !is_preposition(k)) ++k;
  if (k < stop && i > 0 && letter(i - 1) == 'N' && names_firms(k)) {  // exports by private enterprises
    end = k + 1;
    return {token(i).begin, token(k).end};
  }
  // freight carried by rail
  if (by && k < stop && letter(k) == 'X' && listed(List::carried, model_.indicator(model_.roles[token(i - 1).word].name).id) &&
      is_one_of(lower(without_stop(words(token(k)))), {"rail", "railway", "road", "highway", "water", "waterway", "air"})) {
    end = k + 1;
    return {token(i).begin, token(k).end};
  }
  // in 74 cities
  if (letter(i) == 'i' && k + 1 < stop && letter(k) == 'Q' && reading_of(k).unit.empty() && letter(k + 1) == 'X' &&
      token(k + 1).begin == token(k).end + 1) {
    const std::string_view said = without_stop(words(token(k + 1)));
    if (!names_a_part(said)) return {};
    end = k + 2;
    return {token(i).begin, static_cast<std::uint32_t>(token(k + 1).begin + said.size())};
  }
  // in the nation's poorest counties
  const bool part_of_own = letter(i) == 'i' && k + 1 < stop && letter(k) == 'U' && letter(k + 1) == 'X';
  if (part_of_own && possessive_mark(words(token(k))) > 0) ++k;
  if (k >= stop || letter(k) != 'X') return {};
  if (own_whole(k) || without_stop(words(token(k))) == "China") {
    end = k + 1;
    return {};
  }
  // exports of farm products: directly behind the name always a part of it
  const bool own = !by && !at && letter(i) == 'c' && i > 0 && letter(i - 1) == 'N';
  const std::uint32_t first = k;
  k = last_of_classes(k, stop);
  std::uint32_t last = token(k).end;
  while (last > token(first).begin && text_[last - 1] == '.') --last;
  const std::string_view said = text_.substr(token(first).begin, last - token(first).begin);
  if (own ? listed(List::en_whole, lower(last_word(said))) : !names_a_part(said)) return {};
  if (is_one_of(lower(said), {"financial institutions", "banking institutions", "banking financial institutions"}) ||
      (said.starts_with("all ") && (said.ends_with(" institutions") || said.ends_with(" residents") || said.ends_with(" people")))) {
    end = k + 1;  // deposits in all financial institutions
    return {};
  }
  end = k + 1;
  if (letter(i) == 'i' && end + 1 < stop && lower(last_word(said)) == "out" && words(token(end)) == "of" &&
      is_one_of(without_stop(words(token(end + 1))), {"poverty", "extreme poverty"})) {  // in counties lifted out of poverty
    end += 2;
    return {token(i).begin, static_cast<std::uint32_t>(token(end - 1).begin + without_stop(words(token(end - 1))).size())};
  }
  const std::string relative = lower(last_word(said));  // in cities that fell short of the standards
  if (is_one_of(relative, {"that", "which", "where"}) || text::holds_one_of(said, {" that ", " which ", " where "})) {
    std::uint32_t verb = stop;  // of towns that had missed their goals | dropped 3%
    if (letter(stop) == 'Q') {
      while (verb > end && one_of(letter(verb - 1), "ct")) --verb;
      if (verb > end && one_of(letter(verb - 1), growth_letters)) --verb;
    }
    while (end < verb && one_of(letter(end), "cUXidgt")) ++end;
    last = token(end - 1).end;
    while (last > token(first).begin && text_[last - 1] == '.') --last;
  }
  return {token(i).begin, last};
}

// over 2 billion | parcels, | up 5%; passed the 3 billion yuan | mark for the first time, | up 5%
bool ItemReader::counted_noun_ends(std::uint32_t i) const {
  if (i != consumed_ || i == 0 || letter(i - 1) != 'Q' || !listed(List::en_counted_nouns, lower(words(token(i))))) return false;
  return letter(i + 1) == ',' || (letter(i + 1) == 'c' && words(token(i + 1)) == "for the first time" && letter(i + 2) == ',');
}

// reached 4 trillion yuan, |ranking fifth in the country|, growing by 5%; , the highest in the country, up 5%: the comma at
// token i ends a clause behind the last value that says only where it stands among others.
bool ItemReader::ranks_behind_value(std::uint32_t i) const {
  constexpr std::uint32_t longest = 8;  // tokens
  if (letter(consumed_) != ',' || i < consumed_ + 2 || i - consumed_ > longest || consumed_ == 0 || letter(consumed_ - 1) != 'Q') return false;
  std::uint32_t first = consumed_ + 1;
  while (first < i && letter(first) == 'c') ++first;
  const bool superlative = letter(first) == 'X' && is_one_of(lower(first_word(words(token(first)))), {"highest", "largest", "biggest", "fastest"});
  if (letter(first) != 'R' && !superlative) return false;
  for (std::uint32_t k = first + 1; k < i; ++k) {
    if (!one_of(letter(k), "XIUciTR")) return false;
  }
  std::uint32_t next = i + 1;  // and grew by 5%; with an increase of 5%; 5 percent more than the year before
  while (next < i + 4 && (one_of(letter(next), "&cyaQ") || (letter(next) == 'X' && words(token(next)) == "with"))) ++next;
  return one_of(letter(next), growth_letters);
}

// accounted for 57% | of the total population, | up 1.2 percentage points
bool ItemReader::of_all_people(std::uint32_t i) const {
  if (frame_.subject.size() != 1 || model_.indicator(frame_.subject.front().indicator).nature != Nature::rate) return false;
  if (letter(i + 1) != ',' || first_word(words(token(consumed_))) != "of") return false;
  for (std::uint32_t k = consumed_ + 1; k < i; ++k) {
    if (!one_of(letter(k), "cU")) return false;
  }
  return every_word(words(token(i)), [&](std::string_view word) {
    return listed(List::en_everyone, lower(word)) || is_one_of(lower(word), {"national", "permanent", "resident", "entire", "whole"});
  });
}

// issued | by | local governments
bool ItemReader::done_by_governments(std::uint32_t i) const {
  if (i <= consumed_ || i < 2 || letter(i) != 'X' || letter(i - 1) != 'c' || words(token(i - 1)) != "by" || letter(i - 2) != 'X') return false;
  if (!listed(List::en_done, lower(last_word(words(token(i - 2)))))) return false;
  const std::string said = lower(words(token(i)));
  return said == words(token(i)) && listed(List::en_governments, last_word(said)) && std::count(said.begin(), said.end(), ' ') < 2;
}

// bonds of 5 billion yuan will be issued, up 4%: the end of the clause of the last number.
bool ItemReader::rounds_off(std::uint32_t i) const {
  if (frame_.subject_met && (counted_noun_ends(i) || of_all_people(i))) return true;
  if (letter(i + 1) == ',' && done_by_governments(i)) return i - 1 == consumed_ || rounds_off(i - 2);
  const std::uint32_t behind = letter(i + 1) == 'c' && done_by_governments(i + 2) ? i + 3 : i + 1;
  if (!frame_.subject_met || letter(behind) != ',') return false;
  for (std::uint32_t k = consumed_; k < i; ++k) {
    if (letter(k) == 'X' && is_one_of(lower(words(token(k))), {"that", "which"})) continue;  // units that are to be rebuilt, up 4%
    if (words(token(k)) != "to" && (letter(k) != 'c' || is_preposition(k))) return false;
  }
  return every_word(words(token(i)), [&](std::string_view word) {
    const std::string spelled = lower(word);
    return listed(List::en_done, spelled) || ends_in(spelled, "ly");
  });
}

// The province, our city: no part of the region, but all of it.
bool ItemReader::own_whole(std::uint32_t i) const {
  if (i == 0 || letter(i - 1) != 'c') return false;
  const std::string determiner = lower(words(token(i - 1)));
  return (determiner == "the" || determiner == "our") && listed(List::en_own, lower(words(token(i))));
}

// In rural areas, retail sales…; In 2024, in Tengwan County, …: the part that opens the sentence speaks to its end.
Range ItemReader::part_of_sentence(std::uint32_t i) const {
  std::uint32_t k = 0;
  while (k < i && one_of(letter(k), "T,")) ++k;
  if (k >= i || lower(words(token(k))) != "in") return {};
  std::uint32_t end = k;
  const Range part = part_at(k, i, end);
  if (part.empty() || end >= i || letter(end) != ',') return {};
  for (std::uint32_t later = end + 1; later < i; ++later) {
    if (one_of(letter(later), "U;:")) return {};
  }
  std::string last = lower(last_word(text_.substr(part.begin, part.end - part.begin)));
  last.erase(std::min(last.size(), last.find('-')));  // January-November
  return listed(List::en_no_place, last) ? Range{} : part;
}

// The words between a name and its value: verbs and the like, or a part that the value speaks of. Says whether that
// is all; otherwise another noun stands between.
bool ItemReader::gap_reads(Group p, Range& scope) const {
  bool passed = false;
  for (std::uint32_t i = p.begin; i < p.end; ++i) {
    std::uint32_t end = i;
    if (const Range part = part_at(i, p.end, end); end > i) {
      if (!part.empty()) scope = part;
      i = end - 1;
      continue;
    }
    // reached a new high and stayed above…; but: and the total reached…
    if (letter(i) == '&' && i + 1 < p.end && listed(List::en_determiners, lower(words(token(i + 1))))) return false;
    passed = passed || (letter(i) == 'c' && cue(i) != nullptr && !cue(i)->value.empty());
    if (letter(i) != 'X') continue;
    const bool known = every_word(words(token(i)), [&](std::string_view word) {
      const std::string spelled = lower(word);
      return listed(List::en_gap, spelled) || ends_in(spelled, "ly");
    });
    if (!known) return false;
    if (passed && is_one_of(lower(last_word(words(token(i)))), {"target", "goal"})) return false;  // exceeded the target of 5%
  }
  return true;
}

// 8% for urban residents: behind the value.
Range ItemReader::part_behind(std::uint32_t end) const {
  if (const Range without = deducted_behind(end); !without.empty()) return without;
  std::uint32_t stop = end;
  return part_at(end, static_cast<std::uint32_t>(lexed_.letters.size()), stop);
}

// a drop of 5% in PM2.5 density |in Tengwan and Lanhai: places by their names.
Range ItemReader::places_behind(std::uint32_t end) const {
  if (letter(end) != 'i' || words(token(end)) != "in") return {};
  const Range part = part_behind(end);
  if (part.empty() || part.end < part.begin + 4) return {};
  const char first = text_[part.begin + 3];
  return first >= 'A' && first <= 'Z' && !listed(List::en_no_place, lower(last_word(text_of(part)))) ? part : Range{};
}

// renovate 5,200 communities |built before 2000: the year of those that are renovated, not of the work.
bool ItemReader::year_of_noun(const Head& head, std::uint32_t name) const {
  if (letter(name + 1) != 'X' || model_.indicator(head.indicator).nature != Nature::count) return false;
  constexpr std::uint32_t reach = 7;  // tokens
  const auto last = std::min(static_cast<std::uint32_t>(lexed_.letters.size()), name + reach);
  std::uint32_t stop = name + 1;
  while (stop < last && !one_of(letter(stop), ",;:.&QN")) ++stop;
  std::string said = lower(text_.substr(token(name + 1).begin, token(stop - 1).end - token(name + 1).begin));
  for (const std::string_view relative : {"that were ", "which were ", "that had been ", "which had been "}) {
    if (said.starts_with(relative)) said.erase(0, relative.size());
  }
  if (!is_one_of(first_word(said), {"built", "constructed", "erected", "completed"})) return false;
  if (said.find(" before ") != std::string::npos) return true;
  return model_.indicator(head.indicator).id.find("renovat") != std::string::npos && letter(stop - 1) != 'Q' &&
         said.find_first_of("0123456789") != std::string::npos;
}

// reduce A by 5% and B by 6% |between 2006 and 2010: the years behind the last of a list with one verb hold for all of it.
void ItemReader::years_of_list(const Statement& last) {
  const std::uint32_t time = last.predicate.time;
  if (time == no_index || time < last.value) return;
  if (!words(token(time)).starts_with("between ") && !words(token(time)).starts_with("from ")) return;
  std::uint32_t value = last.value;
  for (std::size_t k = out_.statements.size(); k-- > 0;) {
    Statement& before = out_.statements[k];
    if (before.sentence != sentence_ || before.value >= value || before.predicate.time != no_index || before.predicate.direction == 0) return;
    if (before.predicate.direction != last.predicate.direction || holds_letter({before.value + 1, value}, "gdT;:WQ")) return;
    before.predicate.time = time;
    value = before.value;
  }
}

// Construction began on 5,000 units: the stage that the clause around tokens [begin, end) names.
Range ItemReader::english_stage(std::uint32_t begin, std::uint32_t end) const {
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
  while (!found.empty() && is_one_of(first_word(text_of(found)), {"should", "will", "was", "were", "has", "have", "been", "be", "to", "is", "are"})) {
    found.begin += static_cast<std::uint32_t>(first_word(text_of(found)).size() + 1);
  }
  if (!found.empty() || clause.find("construction of ") == std::string::npos) return found;
  const std::string_view said = without_stop(clause);
  for (const std::string_view verb : {" began", " begins", " started"}) {  // Construction of 5,000 units began
    if (!said.ends_with(verb)) continue;
    const auto stop = static_cast<std::uint32_t>(from + said.size());
    found = {static_cast<std::uint32_t>(stop - verb.size() + 1), stop};
  }
  return found;
}

bool ItemReader::by_the_day(std::uint32_t end) const {
  if (end >= lexed_.tokens.size()) return false;
  const std::string behind = lower(text_.substr(token(end).begin, 12));
  for (const std::string_view day : {"per day", "a day", "each day", "every day", "daily"}) {
    if (std::string_view(behind).substr(0, day.size()) == day) return true;
  }
  return false;
}

// 5,000 new businesses opened each day, 3,000 enterprises were newly recognized: what the clause says behind the name.
std::string ItemReader::clause_behind(std::uint32_t end) const {
  constexpr std::uint32_t reach = 6;  // tokens
  const auto last = std::min(static_cast<std::uint32_t>(lexed_.letters.size()), end + reach);
  std::uint32_t stop = end;
  while (stop < last && !one_of(letter(stop), ",;:.&QN")) ++stop;
  return stop == end ? std::string() : lower(text_.substr(token(end).begin, token(stop - 1).end - token(end).begin));
}

bool ItemReader::a_day_behind(std::uint32_t end) const {
  const std::string clause = clause_behind(end);
  for (const std::string_view day : {" per day", " a day", " each day", " every day", " daily", " per month", " a month",
                                     " each month", " every month", " monthly", " per week", " a week", " each week",
                                     " every week"}) {
    if (clause.find(day) != std::string::npos) return true;
  }
  return false;
}

// an average of 62,000 new urban jobs, 62,000 new urban jobs were created each year
bool ItemReader::so_many_a_year(std::uint32_t value, std::uint32_t end) const {
  if (value > 0 && letter(value - 1) == 'a') return true;
  if (value > 1 && letter(value - 1) == ',' && letter(value - 2) == 'a') return true;  // On average, …; Every year, …
  if (value > 2 && letter(value - 1) == 'c' && letter(value - 2) == ',' && letter(value - 3) == 'a') return true;
  std::uint32_t k = end;
  while (k < lexed_.letters.size() && !one_of(letter(k), ",;:.&QN")) {
    if (letter(k) == 'a') return true;
    ++k;
  }
  if (letter(k) != '&' || letter(k + 1) != 'Q' || letter(k + 2) != 'N') return false;  // … and 8,000 workers found jobs per year on average
  for (k += 3; k < lexed_.letters.size() && !one_of(letter(k), ",;:.&QN"); ++k) {
    if (letter(k) == 'a' && letter(k - 1) != 'a' && clause_ends(letter(k + 1) == 'a' ? k + 2 : k + 1)) return true;
  }
  return false;
}

bool ItemReader::newly_behind(std::uint32_t end) const {
  const std::string clause = clause_behind(end);
  for (const std::string_view words : model_.lists[List::en_new_behind]) {
    if (clause.find(words) != std::string::npos) return true;
  }
  return false;
}

// A name that what is new shares with its stock: 3,000 places in schools.
bool ItemReader::size_of_new(const Head& head) const {
  if (!model_.indicator(head.indicator).id.starts_with("new_") || model_.stock_of[head.indicator] != no_index) return false;
  if (lower(text_of(head.mention)).starts_with("new")) return false;
  return head.weak || (!head.scope.empty() && head.scope.begin == head.mention.begin);
}

// added 1,200 high-tech enterprises, 1,200 were recognized; built 3,000 base stations: the verb makes the number one of new ones.
bool ItemReader::new_ones(std::uint32_t value, std::uint32_t end, const Head& head) const {
  if (newly_behind(end)) return true;
  const bool shared = size_of_new(head);
  if (follows_item(value) && out_.statements.back().head.flow) return true;
  for (std::uint32_t k = value; k > consumed_ && one_of(letter(k - 1), "cX"); --k) {
    const std::string word = lower(last_word(words(token(k - 1))));
    if (listed(List::en_new_before, word) || (shared && listed(List::en_made, word))) return true;
    if (letter(k - 1) == 'X') break;
  }
  if (!shared) return false;
  const std::string clause = clause_behind(end);
  return !every_word(clause, [&](std::string_view word) {
    return !listed(List::en_made, without_stop(word));
  });
}

// Three counties in the west saw exports rise, Ten counties had a GDP of…: whose the name is.
Range ItemReader::who_saw(std::uint32_t i) const {
  std::uint32_t verb_at = i;
  while (verb_at > consumed_ + 1 && letter(verb_at - 1) == 'c' && is_one_of(words(token(verb_at - 1)), {"a", "an"})) --verb_at;
  if (verb_at > consumed_ + 1 && letter(verb_at - 1) == 'c' && is_one_of(words(token(verb_at - 1)), {"had", "have", "has"}) && letter(verb_at - 2) == 'X') {
    const std::string_view owner = words(token(verb_at - 2));
    if (listed(List::en_parts, lower(last_word(owner))) && !listed(List::en_own, lower(owner))) return range_of(verb_at - 2);
  }
  if (i <= consumed_ || letter(i - 1) != 'X') return {};
  const std::string verb = lower(last_word(words(token(i - 1))));
  const bool saw = verb == "saw" || verb == "witnessed" || verb == "reported";
  const bool recorded = verb == "recorded" || verb == "posted" || verb == "registered" || verb == "achieved" || verb == "maintained";
  if (!saw && !recorded) return {};
  std::uint32_t first = clause_begin(i - 1);
  while (first < i && one_of(letter(first), "T&")) ++first;
  const auto last = static_cast<std::uint32_t>(token(i - 1).end - verb.size());
  if (last <= token(first).begin + 1) return {};
  const Range who{token(first).begin, last - 1};
  for (std::uint32_t k = first; k < i; ++k) {
    if (letter(k) == 'X' && own_whole(k)) return {};
    if (one_of(letter(k), "NQ")) return {};
  }
  std::string said = lower(text_of(who));
  for (const std::string_view determiner : {"the ", "our "}) {
    if (said.starts_with(determiner)) said.erase(0, determiner.size());
  }
  if (listed(List::en_subjects, said) || listed(List::en_own, said)) return {};
  if (recorded && !listed(List::en_parts, lower(last_word(said)))) return {};  // Ten provinces recorded GDP growth of…
  return names_a_part(letter(first) == 'X' ? text_of(who) : said) ? who : Range{};
}

// rural banks increased their lending by 5%: whose the name is, where their stands before token k.
Range ItemReader::owners_of(std::uint32_t k) const {
  const std::uint32_t first = clause_begin(k - 1);
  std::uint32_t who = first;
  while (who < k && one_of(letter(who), "T&c")) ++who;
  const bool firms = who + 1 < k && names_firms(who);  // private enterprises
  if (who + 1 >= k || !(letter(who) == 'X' || firms)) return {};
  for (std::uint32_t between = who + 1; between + 1 < k; ++between) {
    if (!one_of(letter(between), "gdct")) return {};
  }
  const std::string_view said = words(token(who));
  if (said.find(' ') == std::string_view::npos) return {};  // residents: all of them
  if (!firms && (!listed(List::en_parts, lower(last_word(said))) || listed(List::en_own, lower(said)))) return {};
  const bool noun = every_word(said, [&](std::string_view word) {
    const std::string spelled = lower(word);
    const bool verb = ends_in(spelled, "ed") && spelled.find('-') == std::string::npos;
    return !verb && !listed(List::en_subjects, spelled);
  });
  return noun ? Range{token(who).begin, token(who).end} : Range{};
}

// the Tengwan New Area's GDP, Tengwan's GDP: a place or a firm by its name.
Range ItemReader::zone_before(std::uint32_t i) const {
  if (i <= consumed_ || letter(i - 1) != 'X' || token(i - 1).end + 1 != token(i).begin) return {};
  const std::string_view said = words(token(i - 1));
  const std::size_t mark = possessive_mark(said);
  if (mark == 0) return {};
  const std::string_view place = said.substr(0, said.size() - mark);
  const std::string noun = lower(last_word(place));
  if (noun.empty()) return {};
  const bool known = std::any_of(model_.data.regions.begin(), model_.data.regions.end(), [&](const RegionEntry& entry) {
    return std::find(entry.short_names.begin(), entry.short_names.end(), last_word(place)) != entry.short_names.end();
  });
  if (known && i > 1) return {static_cast<std::uint32_t>(last_word(place).data() - text_.data()), token(i - 1).end};
  if (known) return range_of(i - 1);
  // Huawei's, Tengwan's: a firm or a place by its name alone
  const bool named_alone = last_word(place)[0] >= 'A' && last_word(place)[0] <= 'Z' && !listed(List::en_common_owners, noun);
  if (!listed(List::en_zones, noun) && !named_alone) return {};
  std::uint32_t begin = token(i - 1).end;
  for (std::string_view rest = place; !rest.empty();) {
    const std::string_view word = last_word(rest);
    if (word.empty() || word[0] < 'A' || word[0] > 'Z' || listed(List::en_determiners, lower(word))) break;
    begin = static_cast<std::uint32_t>(word.data() - text_.data());
    rest.remove_suffix(word.size());
    while (rest.ends_with(' ')) rest.remove_suffix(1);
  }
  const bool named = begin < token(i - 1).end &&
                     (named_alone || text_.substr(begin, token(i - 1).end - begin).find(' ') != std::string_view::npos);
  return named ? Range{begin, token(i - 1).end} : Range{};
}

// Ten counties generated 3 billion yuan in tax revenue: who did what the name, or its number, is the object of.
Range ItemReader::who_acted(std::uint32_t i) const {
  std::uint32_t k = i;
  while (k > consumed_ && one_of(letter(k - 1), "cUi")) --k;
  if (k > consumed_ && letter(k - 1) == 'Q') --k;
  while (k > consumed_ && letter(k - 1) == 'c') --k;
  if (k <= consumed_ || letter(k - 1) != 'X' || (k > 1 && !one_of(letter(k - 2), ",;:.&TcQ"))) return {};
  const std::string_view said = words(token(k - 1)), verb = last_word(said);
  if (!listed(List::en_acts, lower(verb)) || verb.size() + 1 >= said.size()) return {};
  std::string_view who = said.substr(0, said.size() - verb.size() - 1);
  if (!listed(List::en_zones, lower(last_word(who)))) return {};
  const std::string whose = lower(who);
  if (listed(List::en_own, whose) || whose.starts_with("this ") || whose.starts_with("our ") || whose.starts_with("the ")) return {};
  if (who.find(' ') == std::string_view::npos && (k < 2 || letter(k - 2) != 'Q')) return {};  // The region attracted…
  const auto begin = static_cast<std::uint32_t>(who.data() - text_.data());
  return {begin, static_cast<std::uint32_t>(begin + who.size())};
}

// Tengwan will keep its exports at …: whose the name is.
Range ItemReader::owner_of(std::uint32_t i) const {
  if (const Range who = who_acted(i); !who.empty()) return who;
  if (const Range zone = zone_before(i); !zone.empty()) return zone;
  if (const Range who = who_saw(i); !who.empty()) return who;
  std::uint32_t k = i;
  if (k > consumed_ && letter(k - 1) == 'X' && class_before(k).begin == token(k - 1).begin) --k;
  if (k > 1 && letter(k - 1) == 'c' && lower(words(token(k - 1))) == "their") return owners_of(k);
  if (k == 0 || letter(k - 1) != 'c' || lower(words(token(k - 1))) != "its") return {};
  std::uint32_t first = clause_begin(k - 1);
  while (first < k && one_of(letter(first), "T&")) ++first;
  if (letter(first) != 'X') return {};
  const std::string_view said = words(token(first));
  std::uint32_t end = token(first).begin;
  every_word(said, [&](std::string_view word) {
    if (word[0] < 'A' || word[0] > 'Z') return false;
    if (listed(List::en_determiners, lower(word)) || listed(List::en_subjects, lower(word))) return false;
    end = static_cast<std::uint32_t>(word.data() - text_.data() + word.size());
    return true;
  });
  const Range owner{token(first).begin, end};
  if (end == owner.begin || listed(List::en_own, lower(text_of(owner)))) return {};
  return owner;
}

// while that of rural residents rose by 8%: the income that stands last before it.
bool ItemReader::points_elsewhere(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  if (!said.starts_with("that of ") && !said.starts_with("those of ") && !said.starts_with("figure")) return false;
  const std::uint32_t before = name_before(name);
  if (before == no_index) return true;
  const std::string& id = model_.indicator(before).id;
  const std::string& own = model_.indicator(model_.roles[token(name).word].name).id;
  if (own.starts_with("value_added_of_") && id.starts_with("value_added_of_")) return false;  // that of large enterprises
  constexpr std::string_view bank = "_of_financial_institutions";
  if (own.ends_with(bank) && id.ends_with(bank) && own != id) return false;  // deposits, and that of loans
  return !id.ends_with("disposable_income_per_capita") || id.starts_with("urban_and_rural");
}

// growing faster than the economy
bool ItemReader::behind_yardstick(std::uint32_t name) const {
  std::uint32_t k = name;
  while (k > consumed_ && one_of(letter(k - 1), "cUX")) --k;
  return k > consumed_ && letter(k - 1) == 'o';
}

// 5,000 more new urban jobs: only such words between the number and the name, no class and no other noun; behind the
// name no noun that goes on.
bool ItemReader::counts_name(std::uint32_t from, std::uint32_t name) const {
  for (std::uint32_t i = from; i < name; ++i) {
    if (letter(i) == 'c' && is_preposition(i) && words(token(i)) != "of") return false;
    if (letter(i) != 'X') continue;
    std::string_view said = words(token(i));
    if (i + 1 == name) {
      const Range own = class_before(name);
      said.remove_suffix(own.end - own.begin);
    }
    const bool known = every_word(said, [&](std::string_view word) {
      return listed(List::en_before_name, lower(word)) || ends_in(word, "ly");
    });
    if (!known) return false;
  }
  return true;
}

// benefiting 3,000 new market entities: whom something reaches is not their number.
bool ItemReader::read_english_left(std::uint32_t value, std::uint32_t indicator) const {
  if (value == 0 || value <= consumed_) return false;
  if (value > 2 && letter(value - 1) == 'c' && letter(value - 2) == 'c' && letter(value - 3) == 'Q' && words(token(value - 1)) == "the" &&
      words(token(value - 2)) == "of") {
    return true;  // 3,000 of the 35,000 units planned
  }
  std::uint32_t first = value;  // Of the 35,000 units planned, …
  while (first > consumed_ && letter(first - 1) == 'c' && lower(words(token(first - 1))) != "of") --first;
  if (first > consumed_ && letter(first - 1) == 'c' && (first == 1 || one_of(letter(first - 2), separators))) {
    return lower(words(token(first - 1))) == "of";
  }
  if (letter(value - 1) == 'i' && words(token(value - 1)) != "in" && value >= 2 && letter(value - 2) == 'X') {
    return !listed(List::en_stage_ends, lower(last_word(words(token(value - 2)))));
  }
  const std::string before = value >= 2 && letter(value - 2) == 'X' ? lower(last_word(words(token(value - 2)))) : std::string();
  // schools in 3,000 villages, loans granted to 3,000 mills, half of 3,000 mills
  const bool counts = letter(value) == 'Q' && (reading_of(value).unit.empty() || reading_of(value).unit == "item");
  const std::string clause = lower(text_.substr(token(clause_begin(value)).begin, token(value).begin - token(clause_begin(value)).begin));
  // Each 1 percent of growth created 3,000 jobs: what comes of it
  if ((clause.starts_with("each ") || clause.starts_with("every ")) && clause.find("percent") != std::string::npos) return true;
  const bool works = text::holds_one_of(clause, {"renovat", "upgrad", "rebuil", "construct"});  // renovation was carried out in 3,000 blocks
  const bool elsewhere = value >= 2 && (letter(value - 2) == 'Q' || (!before.empty() && !listed(List::en_stage_ends, before)));
  if (counts && letter(value - 1) == 'i' && elsewhere && !works) return true;
  if (counts && letter(value - 1) == 't' && (ends_in(before, "ed") || is_one_of(before, {"given", "lent", "paid"}))) return true;
  if (letter(value - 1) == 'c' && words(token(value - 1)) == "of" &&
      is_one_of(before, {"half", "most", "many", "some", "third", "thirds", "quarter", "quarters", "majority"})) {
    return true;
  }
  // Floods |hit 2,100 hectares sown to grain: what stands behind is the object
  if (letter(value - 1) == 'c' && words(token(value - 1)) == "hit" && value > 1 && letter(value - 2) == 'X') return true;
  if (letter(value - 1) != 'X') return false;
  const std::string verb = lower(last_word(words(token(value - 1))));
  // helped 3,000 laid-off workers find new jobs: who was helped is who is counted.
  if (verb.starts_with("help") && listed(List::en_helped, model_.indicator(indicator).id)) return false;
  return listed(List::en_refuse_before, verb);
}

// 3 billion yuan in tourism revenue, but not: invested 3 billion yuan in…
bool ItemReader::money_in(std::uint32_t value) const {
  if (letter(value + 1) != 'i') return true;
  if (words(token(value + 1)) != "in" || !is_currency(reading_of(value).unit)) return false;
  for (std::uint32_t k = value; k > consumed_ && one_of(letter(k - 1), "cUX"); --k) {
    bool spends = false;
    every_word(words(token(k - 1)), [&](std::string_view word) {
      spends = spends || listed(List::en_spending, lower(word));
      return !spends;
    });
    if (spends) return false;
  }
  return true;
}

// US GDP, global exports
bool ItemReader::of_another_country(const Heads& heads) const {
  if (heads.empty() || heads.front().scope.empty()) return false;
  return is_one_of(lower(first_word(text_of(heads.front().scope))),
                   {"us", "u.s.", "american", "global", "world", "japanese", "european", "eurozone", "indian", "german"});
}

// spending in this area, for these purposes: on something that the text named before.
bool ItemReader::in_a_field_told_before(Range part) const {
  std::string said = lower(text_of(part));
  if (part.empty() && letter(0) == 'i' && letter(1) == 'X' && letter(2) == ',') {  // In this field, …
    said = lower(text_.substr(token(0).begin, token(1).end - token(0).begin));
    if (said.ends_with(" regard") || said.ends_with(" respect")) return false;
  }
  for (const std::string_view pronoun : {" this ", " these ", " that ", " those ", " such "}) {
    const std::size_t at = said.find(' ');
    if (at == std::string::npos || !std::string_view(said).substr(at).starts_with(pronoun)) continue;
    return is_one_of(last_word(said), {"area", "areas", "field", "fields", "sector", "sectors", "regard", "respect", "purpose", "purposes"});
  }
  return false;
}

// Spending there rose by 7%; There, GDP grew: of a place or a field that the text named before.
bool ItemReader::of_there(std::uint32_t name, Group p) const {
  const auto there = [&](std::uint32_t i) { return letter(i) == 'X' && lower(words(token(i))) == "there"; };
  if (p.begin != p.end && p.begin == name + 1 && there(p.begin)) return true;
  return there(0) && letter(1) == ',';
}

// In recent years, GDP grew by…; grew by … in recent years: of a time that no period says.
bool ItemReader::of_some_years(std::uint32_t name, std::uint32_t end) const {
  // In 2022 and 2023, …
  const bool two = letter(0) == 'T' && letter(1) == '&' && one_of(letter(2), "IQT");
  if (two && lower(words(token(0))).find("both ") == std::string::npos) return true;
  const auto some = [this](std::string_view said) { return model_.lists[List::en_other_times].begins(said); };
  if (letter(end) == 'i' && some(clause_behind(end))) return true;
  if (letter(end) == 'T') return false;
  std::uint32_t comma = 0;
  while (comma < name && letter(comma) != ',') ++comma;
  if (comma == 0 || comma >= name) return false;
  const std::string opening = lower(text_.substr(token(0).begin, token(comma - 1).end - token(0).begin));
  std::string last = lower(last_word(opening));  // In December, As of the end of September
  const bool month = listed(List::en_no_place, last) && letter(comma - 1) == 'X';
  bool years = false;  // In both 2022 and 2023
  for (std::uint32_t k = 0; k < comma; ++k) years = years || (letter(k) == 'I' && ends_in_year(words(token(k))));
  const bool days = is_one_of(last, {"holiday", "holidays", "festival", "season", "week", "weekend", "vacation"});  // Over the May Day holiday
  if (!month && !years && !days && !some(opening)) return false;
  for (std::uint32_t k = comma; k < end; ++k) {
    if (one_of(letter(k), "T;:")) return false;
  }
  return true;
}

// lighten the burden on enterprises: by taxes only where the sentence speaks of them.
bool ItemReader::eased_without_taxes(std::uint32_t name) const {
  const std::string said = letter(name) == 'N' ? lower(words(token(name))) : std::string();
  if (said.find("burden") == std::string::npos || said.find("tax") != std::string::npos) return false;
  const std::string before = lower(text_.substr(token(0).begin, token(name).begin - token(0).begin));
  return before.find("tax") == std::string::npos;
}

// 2.3 million permanent residents moved to cities: those who did something are not all who live there.
bool ItemReader::only_those_who(std::uint32_t end, const Head& head) const {
  if (!model_.is(head.indicator, "permanent_population")) return false;
  const std::string clause = clause_behind(end);
  const std::string verb = lower(first_word(clause));
  return ends_in(verb, "ed") || is_one_of(verb, {"have", "had", "were", "was", "will", "can", "could", "became", "got", "found", "left",
                                                 "took", "went"});
}

// In urban areas, …: the half of the country that the sentence speaks of is that of an urban indicator anyway.
void ItemReader::drop_own_half(Heads& heads) const {
  for (Head& head : heads) {
    if (!head.scope.empty() && head.scope.begin < head.mention.begin && own_half(head.scope, head)) head.scope = {};
  }
}

bool ItemReader::own_half(Range part, const Head& head) const {
  const std::string said = lower(text_of(part));  // In 31 large cities, in the towns of Tengwan: a part of it
  const std::string_view place = std::string_view(said).substr(std::min(said.size(), said.find(' ') + 1));
  for (const std::string_view all : {"urban areas", "the urban areas", "cities", "towns", "cities and towns", "towns and cities", "rural areas",
                                     "the rural areas", "the countryside", "villages"}) {
    if (place != all) continue;
    const std::string_view half = half_told(part);
    return !half.empty() && model_.indicator(head.indicator).id.find(half) != std::string::npos;
  }
  return false;
}

// 3,000 jobs were added: urban ones only where the sentence speaks of towns.
bool ItemReader::jobs_of_nowhere(const Head& head) const {
  if (!model_.is(head.indicator, "new_urban_employment")) return false;
  const std::string said = lower(text_of(head.mention));
  if (!said.starts_with("jobs ")) return false;
  if (text::holds_one_of(said, {"urban", "cities", "towns"})) return false;
  return head.scope.empty() || half_told(head.scope) != "urban_";
}

// The length of |rural roads reached 3,000 kilometers: all that there are.
bool ItemReader::length_of_all(std::uint32_t name, Group p, const Head& head) const {
  if (!model_.is(head.indicator, "rural_roads_built") || holds_letter(p, growth_letters)) return false;
  const std::string said = lower(words(token(name)));
  if (text::holds_one_of(said, {"built", "upgrad", "renovat", "construct"})) return false;
  const std::string_view before = std::string_view(text_).substr(0, token(name).begin);
  return before.ends_with("ength of ") || before.ends_with("ileage of ") || before.ends_with("network of ") || before.ends_with("ength of the ");
}

// 300 kilometers of roads: rural ones only where they were built in the countryside, though other roads and lines may stand between.
bool ItemReader::roads_of_nowhere(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  if (said != "of roads" && said != "of highways") return false;
  std::uint32_t first = name;
  while (first > consumed_ && !one_of(letter(first - 1), ",;:.&")) --first;
  const std::string before = lower(text_.substr(token(first).begin, token(name).begin - token(first).begin));
  const bool made = text::holds_one_of(before, {"built", "build", "upgrad", "renovat", "construct", "improv", "pav"});
  const bool joined = first > consumed_ && letter(first - 1) == '&' && text::holds_one_of(before, {"upgrad", "renovat", "improv", "rebuil"});
  if (!made && !joined) return true;
  constexpr std::uint32_t reach = 16;  // tokens
  const auto stop = std::min(static_cast<std::uint32_t>(lexed_.letters.size()), name + reach);
  std::uint32_t end = name + 1;
  while (end < stop && !one_of(letter(end), ",;:.")) ++end;
  const std::string behind = lower(text_.substr(token(name).end, token(end - 1).end - token(name).end));
  return !text::holds_one_of(behind, {"in rural areas", "in the countryside", "in the rural areas", "in villages"}) ||
         text::holds_one_of(behind, {"urban", "cities", "towns"});
}

// 3,000 training opportunities were provided |for migrant workers: who was trained.
Range ItemReader::trained_behind(const Head& head, std::uint32_t end) const {
  if (!model_.is(head.indicator, "vocational_training_person_times")) return {};
  std::uint32_t k = end;
  while (k < end + 4 && (letter(k) == 'c' || (letter(k) == 'X' && listed(List::en_done, lower(last_word(words(token(k)))))))) ++k;
  if (k == end || letter(k) != 'i' || words(token(k)) != "for") return {};
  Range part = part_behind(k);
  if (text_of(part).starts_with("for ")) part.begin += 4;
  return part;
}

// With its value added growing by 8%, the service sector…: of the sector behind.
bool ItemReader::value_added_first(Group s, const Head& head) const {
  const std::string said = lower(text_of({token(s.begin).begin, token(s.end - 1).end}));
  return is_one_of(said, {"with value added", "with value-added", "with added value", "with added-value", "with its value added",
      "with its value-added",
                          "with its added value", "with their value added", "with an added value"}) &&
         model_.indicator(head.indicator).id.starts_with("value_added_of_") && head.scope.empty();
}

// GDP exceeded the 1-trillion-yuan mark, |reaching 1.03 trillion yuan: the size reached, not the mark that was passed.
bool ItemReader::passes_mark(Group s, std::uint32_t value) const {
  std::uint32_t mark = s.begin;
  while (mark < s.end && letter(mark) != 'Q') ++mark;
  if (mark == s.end || letter(value) != 'Q') return false;
  const value::Reading& passed = reading_of(mark);
  const value::Reading& reached = reading_of(value);
  if (passed.unit != reached.unit || passed.unit == "percent" || passed.inexact || reached.inexact) return false;
  bool over = passed.prefix_bound == Bound::more_than;
  for (std::uint32_t k = s.begin; k < mark; ++k) {
    over = over || (letter(k) == 'c' && cue(k) != nullptr && cue(k)->value == "more_than");
    if (one_of(letter(k), growth_letters)) return false;
  }
  for (std::uint32_t k = mark + 1; k < s.end; ++k) {
    const bool known = letter(k) != 'X' || every_word(words(token(k)), [](std::string_view word) {
                         return is_one_of(lower(word), {"mark", "threshold", "milestone", "level", "line", "for", "the", "first", "time", "ever",
                             "in", "history"});
                       });
    if (!known) return false;
  }
  return over && value::compare(passed.lower, reached.lower) <= 0;
}

// Elderly care beds reached 31,000: all that there are, of a name that says nothing of new ones.
bool ItemReader::told_as_stock(const Head& head, const Predicate& predicate) const {
  if (head.flow || (predicate.direction != 0 && !predicate.arrival)) return false;
  if (!is_one_of(model_.indicator(head.indicator).id, {"new_elderly_care_beds", "new_school_places", "new_5g_base_stations"})) return false;
  return !text::holds_one_of(lower(text_of(head.mention)), {"new", "add", "more"});
}

// Hotels, boosted by tourism and |exports, grew by 3%: a name within an aside about something else, behind which a comma stands.
bool ItemReader::within_aside(std::uint32_t name) const {
  constexpr int clauses = 4;
  std::uint32_t k = name;
  for (int n = 0; n < clauses; ++n) {
    while (k > consumed_ && !one_of(letter(k - 1), ",;:.")) {
      const bool opens = k > consumed_ + 2 && letter(k - 2) == ',' && listed(List::en_asides, lower(words(token(k - 1))));
      if (one_of(letter(k - 1), "gdQW") && !opens) return false;
      --k;
    }
    if (k <= consumed_ + 1 || letter(k - 1) != ',' || k == name) return false;
    if (one_of(letter(k), "Xcgd") && listed(List::en_asides, lower(first_word(words(token(k)))))) return one_of(letter(k - 2), "XNU");
    --k;
  }
  return false;
}

// Up 5% on the previous year, GDP reached…; With an increase of 5%, GDP reached…: at the head of the sentence.
bool ItemReader::growth_opens(Group s, std::uint32_t value, std::uint32_t name) const {
  if (s.begin != 0 || letter(value) != 'Q' || reading_of(value).unit != "percent" || noun_goes_on(name)) return false;
  const std::string said = s.begin == s.end ? std::string() : lower(text_of({token(s.begin).begin, token(s.end - 1).end}));
  if (said.empty()) return is_one_of(words(token(0)), {"Up", "Down", "Growing", "Rising", "Falling", "Increasing"});
  return is_one_of(said, {"with", "with an", "with a", "registering an", "registering a", "posting a", "posting an"}) && letter(name + 1) != '&';
}

// Exports and imports |recorded increases of 5% and 6%, but not: exports of toys rose by 5% and 6%
bool ItemReader::verb_opens(Group p) const {
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    if (letter(k) != 'X') continue;
    const bool known = every_word(words(token(k)), [&](std::string_view word) { return listed(List::en_gap, lower(word)) ||
        ends_in(lower(word), "ly"); });
    if (k != p.begin || !known) return false;
  }
  return true;
}

// Exports surpassed |imports by 3 billion yuan: the distance of two.
bool ItemReader::surpassed_by(std::uint32_t name) const {
  std::uint32_t k = name;
  while (k > 0 && one_of(letter(k - 1), "cU") && (cue(k - 1) == nullptr || cue(k - 1)->value.empty())) --k;
  if (k < 2 || letter(k - 1) != 'c' || cue(k - 1) == nullptr || cue(k - 1)->value != "more_than") return false;
  return letter(k - 2) == 'N';
}

// Urban residents found jobs in 3,000 villages; such housing for 3,000 families; the length of roads in the countryside: names that
// stand behind their number alone.
bool ItemReader::counted_first(const Heads& heads, Group p) const {
  if (heads.empty()) return false;
  const std::string said = lower(text_of(heads.front().mention));
  if (said.starts_with("such ") || said.starts_with("units of such ") || said.starts_with("of roads") || said.starts_with("of highways")) return true;
  if (model_.indicator(heads.front().indicator).nature != Nature::count) return false;
  if (!text::holds_one_of(said, {" found ", " find ", " got ", " gained ", " secured ", " obtained ", " took up "})) return false;
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    if (letter(k) == 'c' && !is_preposition(k) && !listed(List::en_plain_carriers, lower(words(token(k))))) return false;
  }
  return true;
}

// the education budget, but not: the government budget
bool ItemReader::of_one_field(std::string_view budget) const {
  const std::string said = lower(budget);
  if (!said.ends_with("budget") && !said.ends_with("budgets")) return false;
  return !every_word(said, [](std::string_view word) {
    return is_one_of(word, {"budget", "budgets", "government", "governments'", "government's", "public", "fiscal", "state", "national", "general",
        "local",
                            "provincial", "municipal", "annual", "total", "entire", "whole", "all"});
  });
}

// The target for |the CPI was 3 percent: what had been meant.
bool ItemReader::goal_told_before(std::uint32_t name, Group p) const {
  std::uint32_t k = name;
  while (k > consumed_ && one_of(letter(k - 1), "cUi")) --k;
  if (k == name || k == consumed_ || letter(k - 1) != 'X' || !is_preposition(k)) return false;
  if (!is_one_of(lower(last_word(words(token(k - 1)))), {"target", "goal", "objective", "targets"})) return false;
  if (p.begin == p.end || letter(p.begin) != 'c' || !is_one_of(words(token(p.begin)), {"was", "were"})) return false;
  return p.begin + 1 == p.end || words(token(p.begin + 1)) != "set";
}

// We failed to keep the rise in |the CPI at 2 percent: a goal that was not reached.
bool ItemReader::failed_before(std::uint32_t name) const {
  std::uint32_t first = name;
  while (first > 0 && !one_of(letter(first - 1), ",;:.&Q")) --first;
  const std::string told = lower(text_.substr(token(first).begin, token(name).begin - token(first).begin));
  return text::holds_one_of(told, {"missed its ", "missed the ", "missed our ", "missed their ", "short of ", "failed to ", "fail to ",
      "did not manage to ", "were unable to ", "was unable to ", "failure to "});
}

// grew not by 9 percent but by 4 percent
bool ItemReader::not_so(Group p) const {
  for (std::uint32_t k = p.begin; k + 1 < p.end; ++k) {
    if (letter(k) == 'c' && words(token(k)) == "not" && letter(k + 1) == 'c' && words(token(k + 1)) == "by") return true;
  }
  return p.begin != p.end && letter(p.end - 1) == 'c' && words(token(p.end - 1)) == "not";
}

// 4,000 units of such housing: of the homes named last, in this sentence or the one before.
bool ItemReader::such_homes(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  return said.starts_with("such ") || said.starts_with("units of such ");
}

// We provided |training for 3,000 migrant workers, but not: safety training for 3,000 drivers, training for 3,000 hotels.
bool ItemReader::trains_others(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  if (said != "training for" && said != "training to") return false;
  if (letter(name + 1) != 'Q' || name == 0 || letter(name - 1) != 'X' || token(name - 1).end + 1 != token(name).begin) return true;
  const std::string verb = lower(last_word(words(token(name - 1))));
  if (!is_one_of(verb, {"provide", "provided", "providing", "offer", "offered", "offering", "organize", "organized", "conduct",
      "conducted"})) return true;
  if (reading_of(name + 1).unit == "person") return false;
  const std::string clause = clause_behind(name + 2);
  return !reading_of(name + 1).unit.empty() || !text::holds_one_of(clause.substr(0, 32), {"workers", "people", "farmers", "laborers", "employees",
      "soldiers"});
}

// Government subsidies were used to build |3,000 housing units, but not: 3,000 schools.
bool ItemReader::builds_others(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  if (said.find("subsidies") == std::string::npos || !text::holds_one_of(said, {" build", " construct"})) return false;
  if (letter(name + 1) != 'Q') return true;
  const std::string clause = clause_behind(name + 2);
  const std::string unit = lower(words(token(name + 1)));
  return !clause.starts_with("housing units") && !clause.starts_with("homes") && !clause.starts_with("apartments") &&
         !(unit.ends_with(" units") && clause.starts_with("of housing"));
}

// incomes of rural and urban residents: in the order of the text.
bool ItemReader::rural_first(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  const std::size_t rural = said.find("rural"), urban = said.find("urban");
  return rural != std::string::npos && urban != std::string::npos && rural < urban;
}

// we set a growth target of 10% for foreign trade; the export growth target of 10%: of something else than the economy.
bool ItemReader::target_of_another(std::uint32_t name) const {
  const std::string said = lower(words(token(name)));
  if (!said.ends_with(" of") || !model_.is(model_.roles[token(name).word].name, "gdp")) return false;
  if (!class_before(name).empty()) return true;
  for (std::uint32_t k = name; k > 0 && letter(k - 1) != '.'; --k) {
    if (letter(k - 1) == 'N' && !model_.is(model_.roles[token(k - 1).word].name, "gdp")) return true;
    if (letter(k - 1) == 'X' && (k == name || letter(k) == 'c') && possessive_mark(last_word(words(token(k - 1)))) > 0) return true;
  }
  std::uint32_t k = name + 1;
  while (one_of(letter(k), "cX") || letter(k) == 'Q') {
    if (letter(k) == 'Q') break;
    ++k;
  }
  return letter(k) == 'Q' && letter(k + 1) == 'i';
}

// What an English item adds to its heads; false where its number is not one of the indicator.
// R&D spending by enterprises: theirs is not that of the region.
bool ItemReader::research_of_firms(Range part, const Heads& heads) const {
  if (part.empty() || heads.size() != 1 || !model_.indicator(heads.front().indicator).id.starts_with("rd_expenditure")) return false;
  return is_one_of(lower(last_word(text_of(part))), {"enterprises", "businesses", "companies", "firms", "industry", "smes", "size"});
}

bool ItemReader::read_surroundings(std::uint32_t name, Group p, std::uint32_t begin, std::uint32_t end,
                                   Heads& heads) {
  Range part;
  const char* reason = nullptr;
  if (behind_yardstick(name)) reason = "yardstick";
  else if (letter(begin) != 'Q' && letter(name + 1) != ':' && object_of_another(name)) reason = "another_noun";
  else if (!gap_reads(p, part)) reason = "another_noun";
  else if (by_the_day(end)) reason = "per_day";
  else if (points_elsewhere(name) || stands_for_another(name)) reason = "another_noun";
  else if (part_of_unknown(name) || out_of_place(name)) reason = "another_noun";
  else if (in_named_plan(name) || supposed(name) || of_a_firm(name) || needed_behind(end)) reason = "another_noun";
  else if (compared_behind(end) || surpassed_by(name)) reason = "yardstick";
  else if (letter(begin) != 'Q' && !heads.empty() && length_of_all(name, p, heads.front())) reason = "stock_without_id";
  else if (letter(begin) != 'Q' && counted_first(heads, p)) reason = "another_noun";
  else if (research_of_firms(part, heads)) reason = "another_noun";
  else if (goal_told_before(name, p)) reason = "goal_of_the_year";
  else if (failed_before(name)) reason = "missed_goal";
  else if (not_so(p)) reason = "another_noun";
  else if (of_another_country(heads) || in_a_field_told_before(part) || of_there(name, p) || eased_without_taxes(name)) reason = "another_noun";
  if (reason != nullptr) {
    refuse(reason, begin, end);
    frame_.subject.clear();
    return false;
  }
  if (part.empty()) part = part_behind(end);
  // peaked at 5% in July: of a month that no period says
  if ((!part.empty() && listed(List::en_no_place, lower(last_word(text_of(part))))) || of_years_ago(name) || of_some_years(name, end)) {
    refuse("unsettled", begin, end);
    frame_.subject.clear();
    return false;
  }
  // training for 21,000 migrant workers
  if (part.empty() && letter(end - 1) == 'Q' && reading_of(end - 1).unit == "person") {
    const std::string_view said = words(token(end - 1));
    for (const std::string_view workers : {"rural migrant workers", "migrant workers"}) {
      const std::uint32_t last = token(end - 1).end;
      if (said.ends_with(workers) && part.empty()) part = {static_cast<std::uint32_t>(last - workers.size()), last};
    }
  }
  if (part.empty()) part = trained_behind(heads.front(), end);
  drop_own_half(heads);
  if (heads.size() == 1 && own_half(part, heads.front())) part = {};
  if (take_half(part, heads)) part = {};
  if (!part.empty() && heads.front().weak && model_.indicator(heads.front().indicator).id.ends_with("minimum_living_allowance_standard")) {
    refuse("another_noun", begin, end);  // subsistence allowances for people with disabilities
    frame_.subject.clear();
    return false;
  }
  if (text_of(part).starts_with("by ") && initials(last_word(text_of(part)))) {  // exports by BYD
    refuse("another_noun", begin, end);
    frame_.subject.clear();
    return false;
  }
  if (part.empty()) take_half(whose_income(name, heads), heads);
  for (Head& head : heads) {
    if (!part.empty()) head.scope = part;
    if (model_.indicator(head.indicator).nature != Nature::count) continue;
    if (const Range stage = english_stage(begin, end); !stage.empty()) head.scope = stage;
  }
  return true;
}

// Exports and imports grew by 4.3% and 6.1%: one name, of which each half is a name too.
void ItemReader::part_name(Heads& heads) const {
  constexpr std::string_view conjunction = " and ";
  const Head whole = heads.front();
  const std::string_view said = text_of(whole.mention);
  const std::size_t at = said.find(conjunction);
  if (at == std::string_view::npos) return;
  const std::string_view halves[] = {said.substr(0, at), said.substr(at + conjunction.size())};
  Heads parts;
  for (const std::string_view half : halves) {
    Head part = whole;
    part.indicator = model_.indicator_named(half);
    const bool scoped = whole.scope.begin == whole.mention.begin && !whole.scope.empty();
    if (part.indicator == no_index && !scoped) return;
    if (part.indicator == no_index) part.indicator = whole.indicator;  // emissions of sulfur dioxide and nitrogen oxides
    const auto begin = static_cast<std::uint32_t>(half.data() - text_.data());
    part.mention = {begin, static_cast<std::uint32_t>(begin + half.size())};
    if (scoped) part.scope = part.mention;
    parts.push_back(part);
  }
  heads = std::move(parts);
}

// Through hard work over the year, exports and imports…: a clause before an English list is no member of it.
void ItemReader::drop_opening(std::vector<Member>& list, std::size_t values) const {
  while (list.size() > values && list.front().heads.empty()) {
    const std::uint32_t from = token(list.front().begin).begin;
    const std::string_view said = text_.substr(from, token(list.front().end - 1).end - from);
    if (std::count(said.begin(), said.end(), ' ') < 3 || letter(list.front().end) != ',') return;
    list.erase(list.begin());
  }
}

// English puts the growth word before its noun: increase GDP by 5%, a rise in the CPI of 3%.
void ItemReader::read_before(std::uint32_t name, Predicate& predicate) const {
  std::uint32_t k = name;
  while (k > consumed_ && name - k < 4 && one_of(letter(k - 1), "ciXDUef")) --k;
  const bool mean_growth = k > consumed_ && letter(k - 1) == 'a' && cue(k - 1) != nullptr && !cue(k - 1)->value.empty();
  if (mean_growth || (k > consumed_ && one_of(letter(k - 1), growth_letters))) {
    read_predicate(k - 1, k, predicate);
    predicate.growth_before = k < name && (letter(k) == 'i' || words(token(k)) == "of");
    // the average annual increase in exports
    if (predicate.growth_before && k - 1 > consumed_ && letter(k - 2) == 'a') predicate.mean = true;
  }
}

// ensure that exports, imports and sales grow by…: for the whole list.
void ItemReader::read_commitment_before(std::uint32_t list, Predicate& predicate) const {
  for (std::uint32_t k = list; k > consumed_ && !one_of(letter(k - 1), ",;:.&"); --k) {
    if (letter(k - 1) == 'm' && cue(k - 1) != nullptr) {
      predicate.commitment = cue(k - 1)->value;
      return;
    }
  }
}

// the plan to increase grain output by…: what that plan wants, in years of its own.
bool ItemReader::in_named_plan(std::uint32_t name) const {
  std::uint32_t k = name;
  while (k > consumed_ && name - k < 4 && one_of(letter(k - 1), "cgdU")) --k;
  return k >= 2 && k > consumed_ + 1 && letter(k - 1) == 'M' && words(token(k - 1)) == "plan to" && letter(k - 2) == 'c';
}

// by 5%, and no growth word of its own
bool ItemReader::says_by(Group p, Group v, const Predicate& predicate) const {
  if (predicate.direction != 0 || p.begin == p.end || letter(v.begin) != 'Q') return false;
  const std::string_view unit = reading_of(v.begin).unit;
  if (unit != "percent" && !(frame_.growth != 0 && (unit == "percentage_point" || unit == "year"))) return false;
  const std::string_view last = words(token(p.end - 1));
  return last == "by" || (last == "at" && frame_.mean);  // at an average annual rate of 9%, and … at 8%
}

// raise exports by 5%, and the incomes of urban and rural residents by 6% and 7% respectively: the growth word of the
// item before, for a list of values.
void ItemReader::growth_goes_on(std::uint32_t list, Group p, Group v, Predicate& predicate) const {
  if (frame_.growth == 0 || !follows_item(list) || !says_by(p, {v.end - 1, v.end, true}, predicate)) return;
  predicate.direction = frame_.growth;
  predicate.mean = predicate.mean || frame_.mean;
}

// Spending on tools rose by 7%, and exports by 5%: the direction of a clause that is no item of ours, or 0.
int ItemReader::growth_of_unread(std::uint32_t name) const {
  std::uint32_t k = name;
  while (k > consumed_ && one_of(letter(k - 1), "cU")) --k;
  if (k < name && k > consumed_ && letter(k - 1) == 'X' && listed(List::en_pronouns, lower(words(token(k - 1))))) --k;
  if (k <= consumed_ || letter(k - 1) != '&') return 0;
  --k;
  if (k > consumed_ && letter(k - 1) == ',') --k;
  if (k <= consumed_ || letter(k - 1) != 'Q' || reading_of(k - 1).unit != "percent") return 0;
  --k;
  while (k > consumed_ && one_of(letter(k - 1), "cya")) --k;
  if (k <= consumed_ || !one_of(letter(k - 1), growth_letters)) return 0;
  Predicate told;
  read_predicate(k - 1, k, told);
  return told.direction;
}

// renminbi loans increased by 4.3 billion yuan: what was lent anew, where the lexicon names it. Not of a balance.
void ItemReader::grown_by(std::uint32_t value, Heads& heads, Predicate& predicate) const {
  if (heads.size() != 1 || predicate.direction <= 0 || predicate.arrival || letter(value) != 'Q') return;
  if (!is_currency(reading_of(value).unit)) return;
  const std::string said = lower(text_of(heads.front().mention));
  if (said.find("outstanding") != std::string::npos || said.find("balance") != std::string::npos) return;
  const std::uint32_t grown = indicator_behind(List::en_grown, model_.indicator(heads.front().indicator).id + " ");
  if (grown == no_index) return;
  heads.front().indicator = grown;
  predicate.direction = 0;
}

// Exports, which had fallen in 2019, rose by 9%: the clause about the name, whose time is its own.
Group ItemReader::aside_behind(const Head& head, std::uint32_t begin) const {
  if (!english_ || head.token == no_index || frame_.subject_sentence != sentence_ || head.token + 3 >= begin) return {};
  if (letter(head.token + 1) != ',' || lower(words(token(head.token + 2))) != "which") return {};
  std::uint32_t comma = head.token + 3;
  while (comma < begin && letter(comma) != ',') ++comma;
  return comma < begin || letter(comma) == ',' ? Group{head.token + 1, comma, true} : Group{};
}

// passed 2 billion yuan in 2019 and 3 billion yuan in 2022: each value with a year of its own, behind one verb.
bool ItemReader::year_for_year(Group p, std::uint32_t value) const {
  if (p.begin != p.end || letter(value + 1) != 'T' || consumed_ == 0 || letter(consumed_ - 1) != 'T' || !follows_item(value)) return false;
  if (!ends_in_year(words(token(value + 1))) || !ends_in_year(words(token(consumed_ - 1)))) return false;
  return same_unit_as_before(value) && out_.statements.back().value + 2 == consumed_;
}

// 3.1 billion yuan (430 million dollars), up 5%: the value before in another currency, another unit of land.
bool ItemReader::same_amount(std::uint32_t value) const {
  if (!english_ || out_.statements.empty() || out_.statements.back().value + 1 != consumed_) return false;
  const std::uint32_t before = out_.statements.back().value;
  if (letter(before) != 'Q' || letter(value) != 'Q') return false;
  const std::string_view told = reading_of(before).unit, again = reading_of(value).unit;
  const auto land = [](std::string_view unit) { return unit == "mu" || unit == "hectare"; };
  return told != again && ((is_currency(told) && is_currency(again)) || (land(told) && land(again)));
}

// exports to Tengwan rose 9% and to Lanhai 5%: another partner behind the same preposition.
bool ItemReader::another_partner(Group s, std::uint32_t begin, std::uint32_t value) const {
  if (!follows_item(begin) || !same_unit_as_before(value) || out_.statements.back().value + 1 != consumed_) return false;
  const std::string_view before = text_of(out_.statements.back().head.scope), said = text_of({token(s.begin).begin, token(s.end - 1).end});
  const std::string_view place = words(token(s.end - 1));
  if (first_word(before) != first_word(said) || place[0] < 'A' || place[0] > 'Z') return false;
  return place.find(' ') == std::string_view::npos || !listed(List::en_no_place, lower(first_word(place)));
}

// Investment in the eastern, central and western regions rose by 5, 6 and 7 percent: the list is one of parts.
bool ItemReader::parts_go_on(const std::vector<Member>& list) const {
  if (list.front().heads.size() != 1) return false;
  for (std::size_t m = 1; m < list.size(); ++m) {
    if (!list[m].heads.empty()) return false;
  }
  for (std::uint32_t k = list.front().heads.front().token + 1; k < list.front().end; ++k) {
    if (is_preposition(k)) return true;
  }
  return false;
}

// rose by 7% in towns, and by 5% in villages: each value with a part of its own.
bool ItemReader::part_for_part(std::uint32_t begin, std::uint32_t value_end) const {
  if (frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  std::uint32_t stop = consumed_;
  if (part_at(consumed_, begin, stop).empty() || part_behind(value_end).empty()) return false;
  while (stop < begin && one_of(letter(stop), ",;&")) ++stop;
  return stop == begin;
}

// Loans increased by 4.3 billion yuan to 31 billion yuan: what is reached is the stock again. False for a percentage,
// which may be of either.
bool ItemReader::back_to_stock(std::uint32_t value, const Predicate& predicate, Heads& heads) const {
  if (heads.size() != 1 || heads.front().token == no_index || frame_.subject_sentence != sentence_) return true;
  Head& head = heads.front();
  const std::uint32_t stock = letter(head.token) == 'N' ? model_.roles[token(head.token).word].name : no_index;
  if (stock == no_index || stock == head.indicator) return true;
  if (indicator_behind(List::en_grown, model_.indicator(stock).id + " ") != head.indicator) return true;
  if (letter(value) != 'Q' || !is_currency(reading_of(value).unit)) return false;
  if (predicate.arrival || predicate.direction == 0) head.indicator = stock;
  return true;
}

// GDP growth averaged 7% over the past ten years
bool ItemReader::averaged(Group p) const {
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    const std::string verb = letter(k) == 'X' ? lower(last_word(words(token(k)))) : std::string();
    if (verb == "averaged" || verb == "averages" || verb == "averaging" || verb == "average") return true;
  }
  return false;
}

// successively topped …, topped … in turn, one after another
bool ItemReader::in_turn(Group p, std::uint32_t end) const {
  std::string said = p.begin == p.end ? std::string() : lower(text_.substr(token(p.begin).begin, token(p.end - 1).end - token(p.begin).begin));
  said += ' ';
  said += clause_behind(end);
  return text::holds_one_of(said, {"in succession", "in turn", "successively", "one after", "one by one"});
}

// passed 110, 120 and 130 billion yuan in succession: the last is where it stands.
bool ItemReader::pass_in_turn(Group h, Group p, Group v, std::uint32_t begin) {
  bool passed = reading_of(v.begin).prefix_bound == Bound::more_than;
  for (std::uint32_t k = p.begin; k < p.end; ++k) {
    const std::string_view said = words(token(k));
    if (letter(k) == 'X' && !h.present && !listed(List::en_measure_nouns, lower(last_word(said)))) return false;  // and its total size passed
    const bool other = every_word(said, [](std::string_view word) {
      return !is_one_of(lower(word), {"passed", "topped", "exceeded", "surpassed", "crossed", "broke", "past", "passing"});
    });
    passed = passed || !other;
  }
  for (std::uint32_t k = v.begin; k < v.end; ++k) {
    const std::string then = letter(k) == 'X' ? lower(words(token(k))) : "then";
    if (then != "then" && then != "finally" && then != "later" && then != "subsequently") return false;
  }
  // Exports and imports topped 3 billion and 4 billion yuan: one each. A topped 3 billion and 4 billion yuan in turn.
  const bool several = v.begin + 3 < v.end && (!h.present || words(token(h.begin)).find(" and ") == std::string_view::npos);
  if (!several && !in_turn(p, v.end)) return false;
  if (!passed || reading_of(v.end - 1).unit.empty() || reading_of(v.end - 1).unit == "percent" || !listed_upwards(v)) return false;
  if (!h.present && (!may_carry(begin) || frame_.subject.size() != 1)) return false;
  Heads heads = h.present ? heads_of_name(h.begin) : frame_.subject;
  if (heads.empty() || (h.present && !read_surroundings(h.begin, p, h.begin, v.end, heads))) return !heads.empty();
  Predicate predicate;
  predicate.reached = true;
  predicate.bound = Bound::more_than;
  for (const Head& head : heads) add(head, predicate, v.end - 1);
  set_subject(std::move(heads), true);
  return true;
}

// Urban incomes rose by an annual average of 9%, and rural incomes rose by 8%: a mean too.
bool ItemReader::mean_of_other_half(std::uint32_t name, std::uint32_t value, const Head& head) const {
  if (!follows_item(name) || letter(value) != 'Q' || reading_of(value).unit != "percent" || letter(value + 1) == 'T') return false;
  if (letter(value + 1) == 'y') return false;  // … by 8% over the previous year
  const std::string behind = clause_behind(value + 1);
  for (const std::string_view total : {"in all", "in total", "altogether"}) {
    if (behind.starts_with(total)) return false;
  }
  const Statement& before = out_.statements.back();
  if (!before.predicate.mean || before.predicate.direction <= 0 || !same_unit_as_before(value)) return false;
  const std::string& id = model_.indicator(head.indicator).id;
  const std::string& other = model_.indicator(before.head.indicator).id;
  constexpr std::size_t half = 6;  // urban_, rural_
  return (id.starts_with("urban_") || id.starts_with("rural_")) && id != other && id.substr(half) == other.substr(half);
}

// average annual GDP growth
bool ItemReader::mean_before(const Head& head, std::uint32_t name) const {
  return growth_named(head) && name > consumed_ && letter(name - 1) == 'a';
}

// The output of tools rose 9%, and that of mills 5%: the same, behind a clause that is no item of ours.
int ItemReader::unread_goes_on(std::uint32_t name, Group p, Group v, const Predicate& predicate) const {
  if (p.begin != p.end || predicate.direction != 0 || letter(v.begin) != 'Q' || reading_of(v.begin).unit != "percent") return 0;
  const bool that = name > 1 && letter(name - 1) == 'c' && letter(name - 2) == 'X';
  return that && listed(List::en_pronouns, lower(words(token(name - 2)))) ? growth_of_unread(name) : 0;
}

// by 2030, where other words stand between: 25% of all energy consumed by 2030; raise A to 71% and B to 25% by 2030. Or
// no_index.
std::uint32_t ItemReader::year_behind(std::uint32_t value) const {
  bool joined = false;
  for (std::uint32_t k = value + 1; k < lexed_.letters.size() && one_of(letter(k), "cUXNiyTtQ&"); ++k) {
    if (letter(k) == '&') {
      if (joined) return no_index;
      joined = true;
    }
    if (letter(k) == 'Q' && !joined) return no_index;
    if (joined && letter(k) == 'c' && listed(List::en_subjects, lower(words(token(k))))) return no_index;  // and will reach…
    if (letter(k) != 'T') continue;
    const std::string said = lower(words(token(k)));
    return said.starts_with("by ") && ends_in_year(said) ? k : no_index;
  }
  return no_index;
}

// by 3% and 4%, respectively, |over the next five years: a time behind a list of values holds for each of them. Or no_index.
std::uint32_t ItemReader::time_behind_list(std::uint32_t value) const {
  constexpr std::uint32_t reach = 24;  // tokens
  const auto end = std::min(static_cast<std::uint32_t>(lexed_.letters.size()), value + reach);
  std::uint32_t before = value;
  while (before > consumed_ && value - before < 2 && one_of(letter(before - 1), ",&")) --before;
  bool listed_values = before < value && before > 0 && letter(before - 1) == 'Q';
  std::uint32_t k = value + 1;
  while (k < end && one_of(letter(k), "Qf,&")) {
    listed_values = listed_values || one_of(letter(k), "Qf");
    ++k;
  }
  if (!listed_values || k >= end || letter(k) != 'T' || letter(k - 1) == '&') return no_index;
  if (letter(k - 1) != ',') return k;
  return letter(k - 2) == 'f' && clause_ends(k + 1) ? k : no_index;
}

// lift the subsidy by 30 yuan: a standard that goes up by so much, whatever the verb.
bool ItemReader::standard_raised_by(const Head& head, Group p, Group v) const {
  if (!ends_in(model_.indicator(head.indicator).id, "_standard") || p.begin == p.end) return false;
  if (letter(v.begin) != 'Q' || !is_currency(reading_of(v.begin).unit.substr(0, 3))) return false;
  return words(token(p.end - 1)) == "by" && !holds_letter({clause_begin(head.token), v.begin, true}, "dm");
}

// fell by 10% and 17%, respectively, from 2025 levels: the base behind a list. Or no_index.
std::uint32_t ItemReader::base_behind(std::uint32_t value) const {
  std::uint32_t k = value + 1;
  while (one_of(letter(k), "Q,&")) ++k;
  if (letter(k) != 'f') return no_index;
  ++k;
  if (letter(k) == ',') ++k;
  return letter(k) == 'b' ? k : no_index;
}

// Exports rose 7% and imports 4%: no verb at all, that of the item before goes on.
bool ItemReader::verb_goes_on(std::uint32_t name, Group p, Group v, const Predicate& predicate) const {
  if (name > 0 && letter(name - 1) == 'X' && class_before(name).begin == token(name - 1).begin) --name;
  if (p.begin != p.end || letter(v.begin) != 'Q' || reading_of(v.begin).unit != "percent") return false;
  if (predicate.direction != 0 || predicate.mean || frame_.growth == 0 || !follows_item(name)) return false;
  return !out_.statements.back().predicate.arrival;
}

// Only and, a comma or an article since the last item.
bool ItemReader::follows_item(std::uint32_t i) const {
  if (consumed_ == 0 || out_.statements.empty() || out_.statements.back().sentence != sentence_) return false;
  for (std::uint32_t k = consumed_; k < i; ++k) {
    const bool pronoun = letter(k) == 'X' && listed(List::en_pronouns, lower(words(token(k))));
    const bool that = pronoun && one_of(letter(k + 1), "ci");
    if (that && letter(k + 1) == 'i') ++k;  // and that in imports 4%
    if (!that && !one_of(letter(k), ",;&cUe")) return false;
  }
  return true;
}

// Services flourished and |the proportion they contribute to GDP…: one name told without a value, and no other.
bool ItemReader::named_alone_before(std::uint32_t i) const {
  constexpr std::uint32_t reach = 12;  // tokens
  if (frame_.subject.size() != 1 || frame_.subject_sentence != sentence_ || frame_.subject_met) return false;
  const std::uint32_t name = frame_.subject.front().token;
  if (name == no_index || name >= i || i - name > reach) return false;
  return !holds_letter({name + 1, i}, "NQWJPL;:");
}

// develop the service sector and raise its |contribution to GDP by…: the one name before it in the clause. Or no_index.
std::uint32_t ItemReader::owner_of_share(std::uint32_t i) const {
  constexpr std::uint32_t reach = 12;  // tokens
  for (std::uint32_t k = i; k > consumed_ && i - k < reach && !one_of(letter(k - 1), ",;:.QJ"); --k) {
    if (letter(k - 1) == 'N') return k - 1;
  }
  return no_index;
}

// of the province's |total investment: a word before the whole that is no owner of another.
bool ItemReader::own_possessive(std::uint32_t whole, std::uint32_t indicator) const {
  if (indicator == no_index || whole == 0 || letter(whole - 1) != 'X') return true;
  const std::string said = lower(words(token(whole - 1)));
  const std::size_t mark = possessive_mark(said);
  return mark > 0 && listed(List::en_own, said.substr(0, said.size() - mark));
}

// the former up 5%, and the latter by 7%: of the first or the second of the two names before.
bool ItemReader::apply_pair(Group s, Group p, Group v, Group b) {
  const std::string said = s.begin + 1 == s.end ? lower(words(token(s.begin))) : std::string();
  if (said != "former" && said != "latter") return false;
  Heads heads = pair_before(s.begin);
  if (heads.size() != 2) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(b.begin, b.end, predicate);
  const bool percent = letter(v.begin) == 'Q' && reading_of(v.begin).unit == "percent";
  if (predicate.direction == 0 && percent && !predicate.arrival) {  // both fell, the former by 2%
    for (std::uint32_t k = s.begin; k > clause_begin(s.begin) && predicate.direction == 0; --k) {
      if (one_of(letter(k - 1), growth_letters)) read_predicate(k - 1, k, predicate);
    }
    for (std::uint32_t k = heads.front().token; k < s.begin && predicate.direction == 0; ++k) {
      if (one_of(letter(k), growth_letters)) read_predicate(k, k + 1, predicate);
    }
    if (predicate.direction == 0) return false;
  }
  const Head& meant = said == "former" ? heads.front() : heads.back();
  add(meant, predicate, v.begin);
  set_subject({meant}, true);
  return true;
}

// The service sector flourished, with its value added growing 6%: of the sector that the clause before names.
bool ItemReader::apply_its_value_added(Group s, Group p, Group v, Group b) {
  constexpr std::uint32_t reach = 14;  // tokens
  const std::string said = lower(text_of({token(s.begin).begin, token(s.end - 1).end}));
  if (!is_one_of(said, {"with its value added", "with its value-added", "with its added value", "with their value added", "its value added",
      "its value-added",
                        "its added value", "with the value added", "with their added value"})) {
    return false;
  }
  if (s.begin == 0 || !one_of(letter(s.begin - 1), ",&")) return false;
  std::uint32_t name = sector_of_sentence(s.begin);
  if (name == no_index) {
    name = s.begin;
    while (name > consumed_ && s.begin - name < reach && !one_of(letter(name - 1), "NQ;:")) --name;
    if (name <= consumed_ || letter(name - 1) != 'N') return false;
    --name;
  }
  ++name;
  Heads heads = heads_of_name(name - 1);
  if (heads.size() != 1 || !heads.front().scope.empty() || english_noun_goes_on(name - 1)) return false;
  if (!model_.indicator(heads.front().indicator).id.starts_with("value_added_of_")) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(b.begin, b.end, predicate);
  if (letter(v.begin) != 'Q') return false;
  if (part_of_gdp(v.end)) {  // and its value-added rose to 54 percent of GDP
    const std::uint32_t share = model_.share_of_gdp[heads.front().indicator];
    if (share == no_index || reading_of(v.begin).unit != "percent") return false;
    heads.front().indicator = share;
    predicate.direction = 0;
  } else if (holds_letter(p, "A") || (reading_of(v.begin).unit == "percent" && predicate.direction == 0)) {
    return false;
  }
  add(heads.front(), predicate, v.begin);
  set_subject(std::move(heads), true);
  return true;
}

// of GDP, of the province's GDP
bool ItemReader::part_of_gdp(std::uint32_t end) const {
  if (letter(end) != 'c' || words(token(end)) != "of") return false;
  std::uint32_t k = end + 1;
  while (one_of(letter(k), "cU") && k < end + 3) ++k;
  if (letter(k) != 'N' || noun_goes_on(k)) return false;
  const std::uint32_t name = model_.roles[token(k).word].name;
  return name != no_index && model_.indicator(name).id == "gdp";
}

// The service sector|'s contribution to growth was 62%, its growth…, and its value-added…: the sector with which the
// sentence begins, where each clause behind it says its. Or no_index.
std::uint32_t ItemReader::sector_of_sentence(std::uint32_t i) const {
  constexpr std::uint32_t reach = 30;  // tokens
  std::uint32_t name = 0;
  while (letter(name) == 'c' && name < 2) ++name;
  if (letter(name) != 'N' || i > reach || letter(name + 1) != 'X' || possessive_mark(words(token(name + 1))) == 0) return no_index;
  for (std::uint32_t k = name + 1; k + 1 < i; ++k) {
    if (one_of(letter(k), "N;:.")) return no_index;
    if (letter(k) == ',' && letter(k + 1) != '&' && lower(first_word(words(token(k + 1)))) != "its") return no_index;
  }
  return name;
}

// The area sown to grain was 3 million hectares, with an output of 21 million tons: of what was sown.
bool ItemReader::apply_output(Group s, Group p, Group v, Group b) {
  constexpr std::string_view area = "_sown_area", output = "_output";
  if (s.begin == s.end || frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  const std::string& id = model_.indicator(frame_.subject.front().indicator).id;
  if (!ends_in(id, area) || letter(v.begin) != 'Q' || reading_of(v.begin).unit != "tonne" || letter(b.end) == 'c') return false;
  if (s.begin == 0 || !(s.begin == consumed_ || (s.begin == consumed_ + 1 && letter(consumed_) == ','))) return false;
  const std::string said = lower(text_of({token(s.begin).begin, token(s.end - 1).end}));
  if (!is_one_of(said, {"with an output", "with output", "with a total output", "with total output", "with the output", "and output",
      "and the output", "with a yield",
                        "and total output", "and a total output", "and an output", "with an annual output"})) {
    return false;
  }
  const auto found = model_.indicator_by_id.find(id.substr(0, id.size() - area.size()) + std::string(output));
  if (found == model_.indicator_by_id.end()) return false;
  Head head = frame_.subject.front();
  head.indicator = found->second;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(b.begin, b.end, predicate);
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// in practice, we should, an actual figure of: only such words in tokens [begin, end).
bool ItemReader::in_practice(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t k = begin; k < end; ++k) {
    if (one_of(letter(k), ",&icMmt")) continue;
    if (letter(k) != 'X') return false;
    const auto known = [&](std::string_view word) { return listed(List::en_in_practice, lower(word)); };
    if (!every_word(words(token(k)), known)) return false;
  }
  return true;
}

// We will create at least 410,000: a goal, by a word in the clause before the value or by its bound.
bool ItemReader::aimed_at(std::uint32_t value) const {
  if (reading_of(value).prefix_bound == Bound::at_least) return true;
  for (std::uint32_t k = value; k > clause_begin(value); --k) {
    if (one_of(letter(k - 1), "mM")) return true;
    if (one_of(letter(k - 1), "Xc") && is_one_of(lower(last_word(words(token(k - 1)))), {"should", "will", "shall", "plan"})) return true;
  }
  return false;
}

// at least 410,000 and, in practice, we should |strive to reach the actual scale of 480,000: a second goal, above the first.
bool ItemReader::apply_strives(std::uint32_t begin, Group p, Group v) {
  if (frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  if (!in_practice(consumed_, p.end) || begin < consumed_ || !aims_higher(v.begin)) return false;
  if (!aimed_at(out_.statements.back().value) || letter(v.end) == 'T') return false;
  if (out_.statements.back().predicate.direction != 0 || letter(v.end) == 'N' || english_noun_goes_on(v.begin)) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  predicate.arrival = false;
  add(out_.statements.back().head, predicate, v.begin);
  return true;
}

// It grew by 5%, This was an increase of 8%: of the one indicator of the sentence before, which had a value there.
bool ItemReader::apply_it(Group s, Group p, Group v, Group b) {
  if (s.begin != 0 || frame_.subject.size() != 1 || !frame_.subject_met || frame_.several || frame_.subject_sentence + 1 != sentence_) return false;
  const std::string said = lower(words(token(s.begin)));
  Head head = frame_.subject.front();
  const bool plural = text_of(head.mention).ends_with('s');
  const bool it = is_one_of(said, {"it", "it also", "it then"}) && !plural;
  const bool they = is_one_of(said, {"they", "they also", "they then"}) && plural;
  if (!it && !they && !is_one_of(said, {"this", "that", "this represented", "this represents", "this marked", "this meant"})) return false;
  if (letter(v.begin) != 'Q' || one_of(letter(b.end), "oc") || compared_behind(b.end) || distance_behind(v.end) || by_the_day(v.end) ||
      !part_behind(b.end).empty()) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(b.begin, b.end, predicate);
  const std::string_view unit = reading_of(v.begin).unit;
  const Nature nature = model_.indicator(head.indicator).nature;
  if (unit.empty() || (unit == "percentage_point" && nature != Nature::rate) || p.begin == p.end) return false;
  const bool own_year = letter(v.end) == 'T' && nature == Nature::rate && unit == "percent";
  if (predicate.direction == 0 && !own_year) return false;
  head.token = no_index;
  add(head, predicate, v.begin);
  set_subject({head}, true);
  return true;
}

// The two names that and joins before token i, no other name standing between.
Heads ItemReader::pair_before(std::uint32_t i) const {
  constexpr std::uint32_t reach = 28;  // tokens
  const std::uint32_t stop = i > reach ? i - reach : 0;
  std::uint32_t second = i;
  while (second > stop && letter(second - 1) != 'N') --second;
  if (second <= stop) return {};
  --second;
  // exports and imports to Tengwan: of a part that the names do not say
  if (one_of(letter(second + 1), "tri") || (letter(second + 1) == 'c' && is_preposition(second + 1))) return {};
  Heads heads = heads_of_name(second);
  if (heads.size() != 1) return heads.size() == 2 ? heads : Heads{};
  std::uint32_t first = second;
  while (first > stop && one_of(letter(first - 1), "cUXe")) --first;
  if (first > stop && letter(first - 1) == '&') {
    --first;
    while (first > stop && letter(first - 1) != 'N' && one_of(letter(first - 1), "cUe")) --first;
    if (first > stop && letter(first - 1) == 'N') {
      Heads before = heads_of_name(first - 1);
      if (before.size() != 1) return {};
      before.push_back(heads.front());
      return before;
    }
    return {};
  }
  part_name(heads);  // ammonia nitrogen and nitrogen oxide emissions
  return heads.size() == 2 ? heads : Heads{};
}

// with that of enterprises rising by 14%: of the count before, for one kind of what is counted.
bool ItemReader::apply_kind(Group s, Group p, Group v, Group b) {
  if (s.begin + 3 != s.end || frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  if (!listed(List::en_pronouns, lower(last_word(words(token(s.begin))))) || words(token(s.begin + 1)) != "of") return false;
  const std::string_view kind = words(token(s.end - 1));
  if (kind.find(' ') != std::string_view::npos || !listed(List::en_parts, lower(kind))) return false;
  std::uint32_t k = s.begin;
  while (k > consumed_ && one_of(letter(k - 1), ",&")) --k;
  Head head = frame_.subject.front();
  if (k != consumed_ || model_.indicator(head.indicator).nature != Nature::count) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  read_predicate(b.begin, b.end, predicate);
  if (letter(v.begin) != 'Q' || (reading_of(v.begin).unit == "percent" && predicate.direction == 0)) return false;
  head.scope = range_of(s.end - 1);
  add(head, predicate, v.begin);
  return true;
}

// of which 5,000 will be located in rundown urban areas: a part that its place names.
bool ItemReader::apply_part_in_place(const Heads& heads, Group p, Group v) {
  if (!in_a_place(heads.front()) || !(reading_of(v.begin).unit.empty() || reading_of(v.begin).unit == "item")) return false;
  if (p.begin != p.end && !is_one_of(lower(words(token(p.begin))), {"located", "situated", "built", "are located", "were located"})) return false;
  add(heads.front(), {}, v.begin);
  set_subject({heads.front()}, true);
  return true;
}

// R&D spending reached 2.9% of GDP: a share, where the lexicon has an id for it.
bool ItemReader::apply_of_gdp(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group h = group(row.heads), p = group(row.pred), v = group(row.values), s = group(row.scope),
              b = group(row.behind);
  // and its share of GDP rose to 51%, the proportion it contributes to GDP rose by…
  const std::string share_words = letter(s.begin) == 'J' ? lower(words(token(s.begin))) : std::string();
  const bool pronoun = share_words.find(" it ") != std::string::npos || share_words.find(" they ") != std::string::npos ||
                       (s.begin > consumed_ && is_one_of(lower(words(token(s.begin - 1))), {"its", "their"}));
  const bool its = share_words.ends_with(" gdp") && pronoun;
  const std::uint32_t whole = its ? no_index : model_.roles[token(s.begin).word].name;
  const std::string_view unit = reading_of(v.begin).unit;
  if ((unit != "percent" && !(its && unit == "percentage_point")) || (whole == no_index && !its)) return false;
  const bool of_gdp = its || model_.is(whole, "gdp");
  const auto opens = row.entry->attributes.find("first");  // , or 2.3 percent of GDP
  if (opens != row.entry->attributes.end() && words(token(p.begin)) != opens->second) return false;
  const std::uint32_t owner = its && !h.present && frame_.subject.empty() ? owner_of_share(s.begin) : no_index;
  if (!h.present && owner == no_index && !may_carry(begin) && !(its && named_alone_before(s.begin))) return false;
  if (!own_possessive(s.begin, whole)) return false;
  Heads heads = h.present ? heads_of_name(h.begin) : owner != no_index ? heads_of_name(owner) : frame_.subject;
  if (heads.size() != 1) return false;
  const IndicatorEntry& entry = model_.indicator(heads.front().indicator);
  if (!(h.present && of_gdp) && entry.nature == Nature::rate) return false;
  if (entry.nature != Nature::rate) {
    const std::uint32_t share = of_gdp ? model_.share_of_gdp[heads.front().indicator] : share_in(heads.front().indicator, whole);
    if (share == no_index && !of_gdp) return false;
    if (share == no_index) {
      refuse("share", begin, end);
      frame_.subject.clear();
      return true;
    }
    heads.front().indicator = share;
  }
  Group gap = p;
  if (h.present && !read_surroundings(h.begin, gap, begin, end, heads)) return true;
  if (h.present && share_without_whole(heads.front(), h.begin, v.end)) return false;
  Predicate predicate;
  read_predicate(p.begin, p.end, predicate);
  if (its && unit == "percentage_point" && predicate.direction == 0) read_before(s.begin, predicate);
  // fell by 5 percent as a share of GDP: no share that is reached
  if (letter(v.end) == 'A' && predicate.direction != 0 && !predicate.arrival && !holds_letter({h.end, v.begin, true}, "t")) return false;
  if (unit == "percent") predicate.direction = 0;
  read_predicate(b.begin, b.end, predicate);
  if (its) add_start_values(group(row.from), heads, predicate);
  add(heads.front(), predicate, v.begin);
  if (group(row.from).present) keep_out(group(row.from), out_.statements.back());
  set_subject(std::move(heads), true);
  return true;
}

// rose for seven years and stood at 41 million tons: the last verb says what the number is.
std::uint32_t ItemReader::last_verb(Group p) const {
  for (std::uint32_t k = p.end; k > p.begin + 1; --k) {
    if (letter(k - 2) != '&' || !one_of(letter(k - 1), "cgd")) continue;
    const bool plain = letter(k - 1) == 'c' && listed(List::en_plain_carriers, lower(words(token(k - 1))));
    return plain ? p.begin : k - 1;
  }
  return p.begin;
}

// 43.1% of GDP, 20% of exports
bool ItemReader::apply_percent_of(const Row& row) {
  if (reading_of(group(row.values).begin).unit != "percent") return false;
  frame_.subject.clear();
  return true;
}

// began construction on 5,100 units of …, and 4,300 were completed; … and start construction on another 6,200: a bare
// number that a stage or a verb of building takes.
bool ItemReader::more_of_them(std::uint32_t value, std::uint32_t begin) const {
  if (!reading_of(value).unit.empty() || out_.statements.empty() || out_.statements.back().sentence != sentence_) return false;
  if (letter(value + 1) == 'c' && words(token(value + 1)) != "more") {
    std::string clause = clause_behind(value + 1);
    while (ends_in(clause, ".")) clause.pop_back();
    for (const std::string_view them : {"of them ", "of these "}) {
      if (clause.starts_with(them)) clause.erase(0, them.size());
    }
    if (!clause.starts_with("were ") && !clause.starts_with("was ") && !clause.starts_with("will be ") && !clause.starts_with("have been ")) return false;
    for (const std::string_view done : {"completed", "started", "built", "rebuilt"}) {
      if (ends_in(clause, done)) return true;
    }
    return false;
  }
  std::uint32_t end = value + 1;  // begin construction on 4,300 more
  if (letter(end) == 'c' && words(token(end)) == "more") ++end;
  if (!clause_ends(end) && letter(end) != '&') return completed_behind(end);
  return !english_stage(begin, end).empty() || completes(value);
}

// with 4,300 completed
bool ItemReader::completed_behind(std::uint32_t end) const {
  if (letter(end) != 'X' || !one_of(letter(end + 1), ",;:.") ) return false;
  const std::string_view said = without_stop(words(token(end)));
  const std::string last = lower(said);
  return last == "completed" || last == "basically completed" || last == "finished" || last == "started";
}

// and complete 4,300
bool ItemReader::completes(std::uint32_t value) const {
  if (value == 0 || letter(value - 1) != 'X') return false;
  const std::string verb = lower(last_word(words(token(value - 1))));
  return verb == "complete" || verb == "completed" || verb == "completing" || verb == "finish" || verb == "finished";
}

// with 3,000 newly recognized: new ones of a stock that has a name for them
bool ItemReader::newly_told(std::uint32_t value) const {
  std::uint32_t said_at = value + 1;  // of which 3,000 were newly recognized
  if (letter(said_at) == 'c' && is_one_of(words(token(said_at)), {"were", "are"})) ++said_at;
  if (!reading_of(value).unit.empty() || letter(said_at) != 'X') return false;
  const Head& head = frame_.subject.front();
  if (head.flow || model_.flow_of[head.indicator] == no_index) return false;
  std::string clause = clause_behind(said_at);
  while (ends_in(clause, ".")) clause.pop_back();
  for (const std::string_view time : {" during the year", " in the year", " over the year", " last year", " this year"}) {
    if (ends_in(clause, time)) clause.resize(clause.size() - time.size());
  }
  constexpr std::string_view in_year = " in 2024";
  const std::size_t cut = clause.size() - std::min(clause.size(), in_year.size());
  if (clause.substr(cut, 6) == " in 20" || clause.substr(cut, 6) == " in 19") clause.resize(cut);
  const std::string_view said = clause;
  return std::count(said.begin(), said.end(), ' ') == 1 && first_word(said) == "newly" && newly_behind(value + 1);
}

// build 5,100 units, including 2,300 units in shantytowns, and complete 4,000 units: of the whole, not of its part.
Head ItemReader::whole_of_units() const {
  const std::size_t said = out_.statements.size();
  if (said > 1 && out_.statements.back().sentence == sentence_ && out_.statements[said - 2].sentence == sentence_) {
    std::uint32_t k = out_.statements.back().value;
    while (k > 0 && letter(k - 1) == 'c') --k;
    const Head& whole = out_.statements[said - 2].head;
    if (k > 0 && letter(k - 1) == 'w' && model_.indicator(whole.indicator).nature == Nature::count) return whole;
  }
  return frame_.subject.front();
}

// The name of homes that a number of units may be of: the last name of this sentence, or of the one before. Or no_index.
std::uint32_t ItemReader::homes_before(std::uint32_t i) const {
  constexpr std::uint32_t reach = 20;  // tokens
  for (std::uint32_t k = i; k > 0 && i - k < reach && !one_of(letter(k - 1), ";:Q"); --k) {
    if (letter(k - 1) != 'N') continue;
    const std::uint32_t name = model_.roles[token(k - 1).word].name;
    return name != no_index && listed(List::en_homes, model_.indicator(name).id) ? name : no_index;
  }
  return no_index;
}

// build more low-income housing, and complete 5,000 units: homes that were named without a number.
bool ItemReader::apply_homes(Group v, std::uint32_t begin, std::uint32_t end) {
  const std::string_view unit = reading_of(v.begin).unit;
  if (!lower(words(token(v.begin))).ends_with(" units") || !(unit.empty() || unit == "item")) return false;
  if (letter(v.end) == 'c' && words(token(v.end)) == "of") return false;
  if (frame_.subject_met && frame_.subject_sentence == sentence_) return false;
  Head head;
  head.indicator = homes_before(begin);
  if (head.indicator == no_index || !(completes(v.begin) || !english_stage(v.begin, v.end).empty()) || english_noun_goes_on(v.begin)) return false;
  if (letter(v.end) == 'i' && words(token(v.end)) == "in" && part_behind(v.end).empty() && !names_a_year(v.end)) return false;
  std::uint32_t k = begin;
  while (letter(k - 1) != 'N') --k;
  head.token = k - 1;
  head.mention = range_of(k - 1);
  head.scope = english_stage(begin, end);
  add(head, {}, v.begin);
  set_subject({head}, true);
  return true;
}

// in the year, in the whole year
bool ItemReader::names_a_year(std::uint32_t i) const {
  const std::string said = clause_behind(i);
  return is_one_of(without_stop(said), {"in the year", "in the whole year", "in the past year"});
}

// 5,110 such units, a further 4,300 units: of the name before, in a stage of their own.
bool ItemReader::apply_units(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group v = group(row.values);
  if (apply_homes(v, begin, end)) return true;
  if (frame_.subject.size() != 1 || !frame_.subject_met || frame_.subject_sentence != sentence_) return false;
  if (model_.indicator(frame_.subject.front().indicator).nature != Nature::count) return false;
  const std::string_view unit = reading_of(v.begin).unit;
  const bool units = lower(words(token(v.begin))).ends_with(" units");
  const std::string said = end > v.end ? lower(words(token(v.end))) : std::string();
  if (!unit.empty() && unit != "item") return false;
  if (one_of(letter(v.end), "gdb")) return false;  // 1,100 units more than last year
  const bool named = units || said.starts_with("units") || said.starts_with("such units") || said.starts_with("new units") ||
                     said.starts_with("such housing units") || said.starts_with("such homes") || said.starts_with("such apartments");
  if (!named && newly_told(v.begin)) {  // with 210,000 newly registered
    Head fresh = frame_.subject.front();
    fresh.flow = true;
    add(fresh, {}, v.begin);
    return true;
  }
  if (!named && !more_of_them(v.begin, begin)) return false;
  if (named && letter(end) == 'c' && words(token(end)) == "of") return false;
  Head head = whole_of_units();
  const Range part = part_behind(v.end);
  if (part.empty() && letter(v.end) == 'i' && words(token(v.end)) == "in") return false;  // in old factories
  head.scope = english_stage(begin, end);
  if (head.scope.empty()) head.scope = part;
  add(head, {}, v.begin);
  return true;
}

// exports recovered, rising 4.6 percent: a short verb, and a participle that says by how much.
bool ItemReader::rises_behind(Group s, Group p) const {
  const std::string_view said = words(token(s.begin));
  const std::string first = lower(first_word(said));
  if (std::count(said.begin(), said.end(), ' ') > 3 || !(ends_in(first, "ed") || listed(List::en_gap, first))) return false;
  const std::string how = lower(words(token(p.begin)));
  return how.ends_with("ing") || how == "up" || how == "down";
}

// a bumper grain harvest, with output reaching 4 million tons: of what was harvested.
bool ItemReader::output_behind(const Head& head, Group s, Group p) const {
  if (holds_letter(p, growth_letters) || text::holds_one_of(lower(text_of(head.mention)), {"area", "yield", "acreage"})) return false;
  if (!model_.indicator(head.indicator).id.ends_with("_output")) return false;
  return is_one_of(lower(text_of({token(s.begin).begin, token(s.end - 1).end})), {"with output", "with total output", "with the output", "with the total output", "with annual output"});
}

// exports up by 8 percent; imports, 7 percent: the verb of the clause before.
bool ItemReader::apply_elliptic(const Row& row) {
  const Group h = group(row.heads), v = group(row.values);
  std::uint32_t k = h.begin;
  while (k > consumed_ && one_of(letter(k - 1), "cU&")) --k;  // ; and imports, 7 percent
  if (k == 0 || letter(k - 1) != ';' || k - 1 != consumed_ || !clause_ends(v.end) || out_.statements.empty()) return false;
  const Statement& before = out_.statements.back();
  if (before.sentence != sentence_ || before.predicate.direction == 0) return false;
  if (before.predicate.arrival || before.predicate.mean) return false;
  if (reading_of(v.begin).unit != "percent") return false;
  if (letter(before.value) != 'Q' || reading_of(before.value).unit != "percent") return false;
  Heads heads = heads_of_name(h.begin);
  if (heads.empty() || noun_goes_on(h.begin)) return false;
  for (const Head& head : heads) {
    const Nature nature = model_.indicator(head.indicator).nature;
    if (nature != Nature::amount && nature != Nature::count) return false;
  }
  Predicate predicate;
  predicate.direction = before.predicate.direction;
  for (const Head& head : heads) add(head, predicate, v.begin);
  set_subject(std::move(heads), true);
  return true;
}

// increased by 430 million yuan, or 4.3 percent: the same growth, told twice.
bool ItemReader::apply_or(const Row& row, std::uint32_t begin) {
  const Group p = group(row.pred), v = group(row.values);
  if (lower(words(token(p.begin))) != "or" || out_.statements.empty()) return false;
  if (begin != consumed_ && !(begin == consumed_ + 1 && letter(consumed_) == ',')) return false;
  const Statement before = out_.statements.back();
  if (before.sentence != sentence_ || before.value + 1 != consumed_) return false;
  if (before.predicate.direction == 0 || before.predicate.arrival) return false;
  if (letter(before.value) != 'Q') return false;
  const std::string_view unit = reading_of(v.begin).unit;
  if (unit.empty() || (unit == "percent") == (reading_of(before.value).unit == "percent")) return false;
  add(before.head, before.predicate, v.begin);
  return true;
}

// fell below 5 percent, climbed above 3 billion yuan: where a rate or an amount arrived.
bool ItemReader::passes_line(std::uint32_t value) const {
  if (value == 0 || letter(value) != 'Q' || !one_of(letter(value - 1), "gdN")) return false;  // raise GDP above 3 trillion yuan
  const std::string said = lower(first_word(words(token(value))));
  return said == "below" || said == "above" || said == "under" || said == "beyond";
}

// up 2.1 percent after deducting refunds: without what.
Range ItemReader::deducted_behind(std::uint32_t end) const {
  if (letter(end) != 'X') return {};
  const std::string said = lower(words(token(end)));
  bool deducts = false;
  for (const std::string_view opening :
       {"after deducting", "after excluding", "excluding", "exclusive of", "not including", "not counting"}) {
    deducts = deducts || said.starts_with(opening);
  }
  if (!deducts || said.find("price") != std::string::npos || said.find("inflation") != std::string::npos) return {};
  std::uint32_t stop = end;
  while (stop < lexed_.letters.size() && !one_of(letter(stop), ",;:.<>Q")) ++stop;
  std::uint32_t last = token(stop - 1).end;
  while (last > token(end).begin && text_[last - 1] == '.') --last;
  return {token(end).begin, last};
}

// a 1 percent increase in GDP creates 12,000 jobs: supposed, to say what comes of it.
bool ItemReader::effect_behind(std::uint32_t end) const {
  if (!one_of(letter(end), "Xc")) return false;
  const std::string verb = lower(first_word(words(token(end))));
  for (const std::string_view effect : {"creates", "create", "generates", "produces", "means", "translates", "equals",
                                        "adds", "would", "could", "can"}) {
    if (verb == effect) return true;
  }
  return false;
}

// Ten years ago, GDP was only …: of a year that no period says.
bool ItemReader::of_years_ago(std::uint32_t name) const {
  std::uint32_t first = name;
  while (first > 0 && !one_of(letter(first - 1), ";:.Q")) --first;
  const std::string before = lower(text_.substr(token(first).begin, token(name).begin - token(first).begin));
  return before.find("years ago") != std::string::npos || before.find("decade ago") != std::string::npos;
}

// Government revenue was …, of which tax revenue accounted for 81%: a share that has an id.
bool ItemReader::share_of_subject(Group h, Group v, std::uint32_t begin) {
  const bool with = begin > 0 && letter(begin - 1) == 'X' && lower(words(token(begin - 1))) == "with";
  if (!h.present || begin == 0 || (letter(begin - 1) != 'w' && !with) || frame_.subject.size() != 1 || !frame_.subject_met) return false;
  if (frame_.subject_sentence != sentence_ || reading_of(v.begin).unit != "percent" || !clause_ends(v.begin + 1)) return false;
  const std::uint32_t part = model_.roles[token(h.begin).word].name;
  const std::uint32_t share = part == no_index ? no_index : share_in(part, frame_.subject.front().indicator);
  if (share == no_index) return false;
  Head head;
  head.indicator = share;
  head.mention = range_of(h.begin);
  head.token = h.begin;
  add(head, {}, v.begin);
  return true;
}

// cap the deficit at …
bool ItemReader::capped(std::uint32_t name) const {
  std::uint32_t k = name;
  while (k > consumed_ && one_of(letter(k - 1), "cU")) --k;
  if (k == consumed_ || letter(k - 1) != 'X') return false;
  const std::string verb = lower(last_word(words(token(k - 1))));
  return verb == "cap" || verb == "capping" || verb == "capped";
}

// double the 2010 GDP and per capita income: the verb stands before its nouns.
bool ItemReader::apply_doubled(const Row& row, std::uint32_t begin, std::uint32_t end) {
  const Group h = group(row.heads), v = group(row.values), behind = group(row.behind);
  if (!lower(words(token(v.begin))).starts_with("doubl") || noun_goes_on(h.end - 1)) return false;
  Heads heads = heads_of(members_of(h, ",&", {}));
  if (heads.empty()) return false;
  if (supposed(h.begin)) {
    refuse("another_noun", begin, end);
    return true;
  }
  Predicate predicate;
  read_predicate(behind.begin, behind.end, predicate);
  predicate.direction = 0;
  if (ends_in_year(words(token(v.begin)))) predicate.base = v.begin;
  for (const Head& head : heads) add(head, predicate, v.begin);
  set_subject(std::move(heads), true);
  return true;
}

// , up from 2.9% in 2017: what the value was before.
bool ItemReader::apply_start(const Row& row, std::uint32_t begin) {
  if (!may_carry(begin)) return false;
  Predicate predicate;
  add_start_values(group(row.from), frame_.subject, predicate);
  return true;
}

}  // namespace zhibiao::extract
