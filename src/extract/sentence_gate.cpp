#include "extract/sentence_gate.hpp"

#include <algorithm>

namespace zhibiao::extract {

SentenceGate::Said SentenceGate::read(const std::vector<match::Word>& words, std::string_view sentence, bool english) const {
  const std::size_t language = english ? 1 : 0;
  Said said;
  for (const match::Word& word : words) {
    const WordRole& role = model_.roles[word.id];
    said.names = said.names || is_named(role);
    if (role.cue == no_index) continue;
    const CueEntry& cue = model_.data.cues[role.cue];
    said.names = said.names || naming_letters.holds(cue.letter);
    said.of_which = said.of_which || cue.letter == of_which_letter;
    said.values = said.values || signs_.value_letters[language].holds(cue.letter);
    said.comparisons = said.comparisons || signs_.comparing_letters[language].holds(cue.letter) ||
                       (signs_.at_least_letters[language].holds(cue.letter) &&
                        (cue.value == at_least_value || sentence.find(at_least_word) != std::string_view::npos));
  }
  return said;
}

bool SentenceGate::may_say(std::uint64_t characters, bool plan) const noexcept {
  const auto may_stand = [&](SentenceSigns::Kind kind) { return signs_.in_words[kind].may_stand_in(characters); };
  return !signs_.told_by_words || may_stand(SentenceSigns::value) || (plan && may_stand(SentenceSigns::comparison));
}

bool SentenceGate::says(std::string_view text, const text::Sentence& sentence, std::uint64_t characters, bool plan,
                        std::vector<match::Word>& scratch) const {
  if (!signs_.told_by_words) return true;
  if (!may_say(characters, plan)) return false;
  scratch.clear();
  signs_.words.find(text, sentence.begin, sentence.end, scratch);
  return std::any_of(scratch.begin(), scratch.end(),
                     [&](const match::Word& word) { return plan || word.id == SentenceSigns::value; });
}

bool SentenceGate::counts(const std::vector<value::Reading>& numbers) {
  return std::any_of(numbers.begin(), numbers.end(), [](const value::Reading& r) { return !r.single; });
}

bool SentenceGate::may_match(const Said& said, std::uint64_t characters, bool plan) const {
  if (said.values || (plan && said.comparisons)) return true;
  // A pattern may take a part of a word; what is left of it may be a cue that is not known yet.
  return std::any_of(signs_.cutting.begin(), signs_.cutting.end(),
                     [&](const match::Gate& gate) { return gate.may_match(characters); });
}

}  // namespace zhibiao::extract
