#include "extract/analysis.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "zhibiao/extractor.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t list_of_targets = 3;  // so many records make a sentence a list

// A clause that names an indicator and holds a number, and of which nothing came: no statement pattern ties the two
// together. It is said, not passed over. `read` is working memory: the places of all that came of the sentence.
void note_unsettled(const Lexed& lexed, const Analysis& a, std::size_t first_record, std::size_t first_refusal, std::vector<Range>& read,
                    std::vector<Refusal>& out) {
  read.clear();
  for (std::size_t k = first_record; k < a.records.size(); ++k) read.push_back(a.records[k].evidence);
  for (std::size_t k = first_refusal; k < a.refusals.size(); ++k) read.push_back({a.refusals[k].begin, a.refusals[k].end});
  const auto by_begin = [](const Range& x, const Range& y) { return x.begin < y.begin; };
  if (!std::is_sorted(read.begin(), read.end(), by_begin)) std::sort(read.begin(), read.end(), by_begin);
  std::size_t begun = 0;         // so many of them begin before the end of the clause
  std::uint32_t read_up_to = 0;  // where the last of these ends
  const std::string_view letters = lexed.letters;
  for (std::uint32_t from = 0; from < letters.size();) {
    std::uint32_t name = no_index, number = no_index, to = from;
    for (; to < letters.size() && !one_of(letters[to], clause_marks); ++to) {
      if (letters[to] == 'N') name = std::min(name, to);
      else if (letters[to] == 'Q') number = std::min(number, to);
    }
    if (name != no_index && number != no_index) {
      const std::uint32_t end = lexed.tokens[to - 1].end;
      for (; begun < read.size() && read[begun].begin < end; ++begun) read_up_to = std::max(read_up_to, read[begun].end);
      const Token &first = lexed.tokens[std::min(name, number)], &last = lexed.tokens[std::max(name, number)];
      if (read_up_to <= lexed.tokens[from].begin) out.push_back({"unsettled", first.begin, last.end});
    }
    from = to + 1;
  }
}

constexpr std::size_t max_records = Extractor::max_records;

bool is_full(const Analysis& a) {
  return std::max({a.records.size(), a.relatives.size(), a.refusals.size()}) >= max_records;
}

std::uint32_t place_of(const Record& r) { return r.evidence.begin; }
std::uint32_t place_of(const Relative& r) { return r.evidence.begin; }
std::uint32_t place_of(const Refusal& r) { return r.begin; }

constexpr auto earlier = [](const auto& a, const auto& b) { return place_of(a) < place_of(b); };

// By place; most of them are in order, and sorting takes memory.
template <typename T>
void sort(std::vector<T>& list) {
  if (!std::is_sorted(list.begin(), list.end(), earlier)) std::stable_sort(list.begin(), list.end(), earlier);
}

// Leaves the first of each kind, and a note on what was left out.
void cut_off(Analysis& a, std::optional<std::uint32_t> from) {
  const auto cut = [&](auto& list) {
    if (list.size() <= max_records) return;
    const std::uint32_t place = place_of(list[max_records]);
    from = std::min(from.value_or(place), place);
    list.resize(max_records);
  };
  cut(a.records);
  cut(a.relatives);
  cut(a.refusals);
  if (!from) return;
  const Refusal note{"too_many_records", *from, static_cast<std::uint32_t>(a.normalized.text.size())};
  a.refusals.insert(std::upper_bound(a.refusals.begin(), a.refusals.end(), note, earlier), note);
}

// In a traditional text that speaks of 港元, 澳門元 or 新臺幣 a bare 元 is that currency: the one named most often.
std::string_view local_currency(const Model& model, std::string_view text, const DocumentInfo& document) {
  if (document.language == "en") return text.find("HK$") != std::string_view::npos ? "HKD" : "";
  if (document.language != "zh-Hant") return {};
  std::map<std::string_view, std::size_t> named;
  for (const std::string_view row : model.lists[List::local_currencies]) {
    const auto [word, currency] = fields_of(row);
    if (word.empty() || currency.empty()) continue;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      ++named[currency];
    }
  }
  const auto most = std::max_element(named.begin(), named.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == named.end() ? std::string_view() : most->first;
}

}  // namespace

Reader::Reader(const Model& model, Path path)
    : model_(model),
      path_(path),
      document_(model.data),
      gate_(model),
      items_rows_(model, model.item_rows, path),
      relative_rows_(model, model.relative_rows, path),
      scratch_(path == Path::plain ? LexScratch() : LexScratch(model)) {}

const Analysis& Reader::read(std::string_view utf8, Observer* observer) {
  a_.clear();
  if (path_ == Path::plain) normalizer_.normalize_by_characters(utf8, a_.normalized);
  else normalizer_.normalize(utf8, a_.normalized);
  const std::string_view text = a_.normalized.text;
  if (path_ == Path::plain) a_.segmentation = model_.segmenter.segment_by_rules(text);
  else model_.segmenter.segment(text, a_.segmentation);
  a_.document = document_.read(text, a_.segmentation, a_.normalized.language);
  characters_.clear();
  for (const text::Sentence& sentence : a_.segmentation.sentences) {
    characters_.push_back(path_ == Path::plain ? match::every_character
                                               : model_.characters.read(text, sentence.begin, sentence.end));
  }
  read_outline(model_, text, a_.segmentation, characters_, a_.document, a_.outline);

  const Context context{model_, text, a_.document, a_.outline, local_currency(model_, text, a_.document)};
  const bool english = a_.normalized.language == text::Language::en;
  frame_ = {};
  waiting_ = list_sentence_ = no_index;
  std::optional<std::uint32_t> cut;  // where reading stops, so that a hostile text costs no more memory
  for (std::uint32_t i = 0; i < a_.segmentation.sentences.size(); ++i) {
    if (is_full(a_)) {
      cut = a_.segmentation.sentences[i].begin;
      break;
    }
    read_sentence(context, i, english, observer);
  }

  sort(a_.records);
  sort(a_.relatives);
  sort(a_.refusals);
  cut_off(a_, cut);
  return a_;
}

// A sentence in which nothing can be read. What it names the next one may take up (其中); it is read for that alone, if it is.
void Reader::pass_over(std::uint32_t number) {
  waiting_ = number;
  frame_.subject.clear();
}

// Whether the sentence may come to anything, or to a state of the frame that the next one needs; finds its words and numbers.
bool Reader::opens(const Context& context, std::uint32_t number, bool english) {
  const text::Sentence& sentence = a_.segmentation.sentences[number];
  const std::uint64_t characters = characters_[number];
  const bool plan = a_.outline.zone_at(sentence.end - 1).part == Part::plan;
  const bool behind = plan && behind_list(number);
  bool digits = english || gate_.has_digits(characters);
  if (!digits && !behind && !gate_.may_count(characters) && !gate_.may_say(characters, plan)) return pass_over(number), false;
  // Where nothing is named and nothing carried on, no row is tried; nor is there anything to take up.
  if (!english && !behind && frame_.subject.empty() && !gate_.may_name(context.text, sentence)) return false;
  // Numbers in words are looked for before names: most of the characters that may begin one begin none.
  bool numbers = digits;
  if (!digits) {
    lexed_.readings.clear();
    if (gate_.may_count(characters)) find_numbers(model_, context.text, sentence.begin, sentence.end, english, lexed_);
    numbers = SentenceGate::counts(lexed_.readings);
    if (!numbers && !behind && !gate_.says(context.text, sentence, characters, plan, scratch_.words)) {
      return pass_over(number), false;
    }
  }
  find_words(model_, context.text, sentence.begin, sentence.end, scratch_);
  const std::string_view words = context.text.substr(sentence.begin, sentence.end - sentence.begin);
  const SentenceGate::Said said = gate_.read(scratch_.words, words, english);
  if (said.of_which && waiting_ != no_index && waiting_ + 1 == number) {
    read_waiting(context, english);
    digits = true;  // its words and numbers are found anew
    find_words(model_, context.text, sentence.begin, sentence.end, scratch_);
  }
  if (!said.names && !behind && frame_.subject.empty()) return false;
  if (digits) {
    find_numbers(model_, context.text, sentence.begin, sentence.end, english, lexed_);
    numbers = SentenceGate::counts(lexed_.readings);
  }
  if (!numbers && !behind && !gate_.may_match(said, characters, plan)) return pass_over(number), false;
  return true;
}

void Reader::read_waiting(const Context& context, bool english) {
  lex_sentence(context, waiting_, english);
  items_.clear();
  read_items(model_, context.text, lexed_, english, waiting_, items_rows_, frame_, items_);
}

void Reader::lex_sentence(const Context& context, std::uint32_t number, bool english) {
  const text::Sentence& sentence = a_.segmentation.sentences[number];
  find_words(model_, context.text, sentence.begin, sentence.end, scratch_);
  find_numbers(model_, context.text, sentence.begin, sentence.end, english, lexed_);
  lex(model_, context.text, sentence.begin, sentence.end, english, characters_[number], scratch_, lexed_);
}

void Reader::read_sentence(const Context& context, std::uint32_t number, bool english, Observer* observer) {
  const text::Sentence& sentence = a_.segmentation.sentences[number];
  if (path_ == Path::plain || observer != nullptr) {
    lex_sentence(context, number, english);
  } else if (opens(context, number, english)) {
    lex(model_, context.text, sentence.begin, sentence.end, english, characters_[number], scratch_, lexed_);
  } else {
    return;
  }
  items_.clear();
  const std::size_t first_record = a_.records.size(), first_refusal = a_.refusals.size();
  const bool plan = a_.outline.zone_at(sentence.end - 1).part == Part::plan;
  if (may_speak(lexed_) || !frame_.subject.empty() || (plan && behind_list(number))) {
    read_items(model_, context.text, lexed_, english, number, items_rows_, frame_, items_);
    ground(context, lexed_, items_.statements, a_.records, a_.refusals);
    a_.refusals.insert(a_.refusals.end(), items_.refusals.begin(), items_.refusals.end());
    if (plan) read_goals(context, number, english, first_record);
  }
  unsettled_.clear();
  note_unsettled(lexed_, a_, first_record, first_refusal, read_, unsettled_);
  a_.refusals.insert(a_.refusals.end(), unsettled_.begin(), unsettled_.end());
  if (observer != nullptr) {
    observer->sentence(context.text, sentence, a_.outline.zone_at(sentence.begin), lexed_, items_, a_.records, first_record,
                       a_.refusals, first_refusal);
  }
}

// Behind a list of targets, with at most two remarks between (这些目标,体现了…).
bool Reader::behind_list(std::uint32_t number) const {
  constexpr std::uint32_t reach = 3;
  return list_sentence_ != no_index && number - list_sentence_ <= reach;
}

// Goals without a number. A stretch goal speaks of what its list begins with; so does one behind a list of targets
// with nothing named between.
void Reader::read_goals(const Context& context, std::uint32_t number, bool english, std::size_t first_record) {
  const bool speaks = first_record < a_.records.size();
  std::uint32_t head = speaks ? a_.records[first_record].indicator : no_index;
  const auto named = find(lexed_.letters, 0, "NPLQ");
  if (!speaks && named >= find(lexed_.letters, 0, "H") && behind_list(number)) head = list_head_;
  if (named != lexed_.letters.size()) list_sentence_ = no_index;
  if (a_.records.size() - first_record >= list_of_targets) {
    list_head_ = head;
    list_sentence_ = number;
  }
  read_relative(context, lexed_, english, head, relative_rows_, a_.relatives);
}

}  // namespace zhibiao::extract
