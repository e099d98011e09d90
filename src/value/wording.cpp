#include "value/wording.hpp"

#include <optional>
#include <string_view>
#include <utility>

#include "text/utf8.hpp"
#include "value/characters.hpp"

namespace zhibiao::value {
namespace {

using Words = std::vector<std::string>;

const Words& list(const LexiconData& lexicon, const std::string& name) {
  static const Words none;
  const auto found = lexicon.word_lists.find(name);
  return found == lexicon.word_lists.end() ? none : found->second;
}

std::u32string characters(const LexiconData& lexicon, const std::string& name) {
  std::u32string out;
  for (const std::string& word : list(lexicon, name)) out += text::character_at(word, 0);
  return out;
}

constexpr std::pair<std::string_view, std::optional<Bound>> kinds[] = {
    {"about", Bound::about},     {"at_least", Bound::at_least},   {"more_than", Bound::more_than},
    {"at_most", Bound::at_most}, {"less_than", Bound::less_than}, {"no_bound", std::nullopt}};

// The lists about_before, at_least_before ... make the tables of the side; English words begin with a letter.
std::optional<Error> read_bounds(const LexiconData& lexicon, std::string_view side, BoundTable& chinese,
                                 BoundTable& english) {
  for (const auto& [kind, bound] : kinds) {
    const std::string name = std::string(kind) + "_" + std::string(side);
    for (const std::string& word : list(lexicon, name)) {
      BoundTable& table = !word.empty() && is_letter(word.front()) ? english : chinese;
      if (!table.add(word, bound)) {
        return Error{ErrorCode::broken_lexicon, "list " + name + ": '" + word + "' is shorter than three bytes"};
      }
    }
  }
  chinese.freeze();
  english.freeze();
  return std::nullopt;
}

}  // namespace

Result<Wording> Wording::create(const LexiconData& lexicon) {
  Wording w;
  if (auto error = read_bounds(lexicon, "before", w.chinese.before, w.english.before)) return *std::move(error);
  if (auto error = read_bounds(lexicon, "behind", w.chinese.behind, w.english.behind)) return *std::move(error);
  w.bare_leads = list(lexicon, "bare_multipliers_behind");
  w.no_bare_up = characters(lexicon, "no_bare_up_behind");
  w.marks = list(lexicon, "marks_behind_numbers");
  w.minus = characters(lexicon, "minus_behind");
  w.negative = characters(lexicon, "negative_behind");
  w.no_front = characters(lexicon, "no_front_behind");
  w.year_sizes = list(lexicon, "sizes_in_years");
  w.months = list(lexicon, "months");
  w.labels = list(lexicon, "labels_before_numbers");
  return w;
}

}  // namespace zhibiao::value
