#include "value/unit_table.hpp"

#include <algorithm>

#include "value/characters.hpp"
#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

// CNY, USD: ISO 4217
bool is_code(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Whether a list of quantities.json holds the word.
bool listed(const LexiconData& lexicon, const std::string& list, const std::string& word) {
  const auto found = lexicon.word_lists.find(list);
  if (found == lexicon.word_lists.end()) return false;
  return std::find(found->second.begin(), found->second.end(), word) != found->second.end();
}

}  // namespace

Result<UnitTable> UnitTable::create(const LexiconData& lexicon) {
  UnitTable table;
  match::WordList words;
  const auto add = [&](const UnitEntry& entry, const std::string& word, const Decimal& scale) {
    Unit unit{entry.id, word, scale};
    unit.none = entry.id == "none";
    unit.only_first = entry.id == "short";
    unit.ordinal = entry.id == "ordinal";
    unit.currency = is_code(entry.id);
    unit.year = word == "年" || word == "years" || word == "year";
    unit.counted = entry.id == "item" || entry.id == "person" || entry.id == "household";
    unit.digits_only = listed(lexicon, "units_of_digits_only", word);
    unit.single = !unit.counted || listed(lexicon, "units_of_one_character", word);
    unit.scaled_only = listed(lexicon, "units_of_multiples_only", word);
    // US$, €, RMB, 人民币 and 港币 stand before the number, the signs there only; 元 and yuan behind it.
    unit.before_only = unit.currency && (word.back() == '$' || word == "¥" || word == "€" || word == "£");
    const auto id = static_cast<std::uint32_t>(table.units.size());
    if (words.add(word, id) != id) return;
    table.units.push_back(unit);
    const bool stands_before = unit.before_only || is_code(word) || ends(word, "币");
    if (unit.currency && stands_before) table.currency_prefixes.emplace_back(word, id);
  };
  for (const UnitEntry& entry : lexicon.units) {
    for (const auto& [word, scale] : entry.words) {
      const auto number = parse_decimal(scale);
      if (!number) return Error{ErrorCode::broken_lexicon, "unit " + entry.id + ": scale '" + scale + "' is no number"};
      add(entry, word, *number);
      // 5-percentage-point, 100-million-yuan
      std::string hyphened = word;
      std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
      if (hyphened != word) add(entry, hyphened, *number);
    }
  }
  std::sort(table.currency_prefixes.begin(), table.currency_prefixes.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const auto& [word, id] : table.currency_prefixes) table.currency_ends.set(static_cast<unsigned char>(word.back()));
  // Parts of numbers, marks of ranges, and with what marks behind numbers begin.
  for (const char32_t c : std::u32string_view(U"余多几点分半成级至到—和与兆拾佰仟萬億")) table.behind_numerals.set(c);
  const auto add_first = [&](const std::string& word) {
    if (const char32_t c = text::character_at(word, 0); c < table.behind_numerals.size()) table.behind_numerals.set(c);
  };
  if (const auto marks = lexicon.word_lists.find("marks_behind_numbers"); marks != lexicon.word_lists.end()) {
    for (const std::string& mark : marks->second) add_first(mark);
  }
  table.degree = table.units.size();
  table.units.push_back({.id = "ordinal", .word = {}, .scale = {1, 0}, .ordinal = true});
  table.words = match::WordMatcher(words.build());
  return table;
}

}  // namespace zhibiao::value
