#include "extract/analysis.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "extract/document.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t list_of_targets = 3;  // so many records make a sentence a list

// A clause that names an indicator and holds a number, and of which nothing came: no statement pattern ties the two
// together. It is said, not passed over.
void note_unsettled(const Lexed& lexed, const Analysis& a, std::size_t first_record, std::size_t first_refusal,
                    std::vector<Refusal>& out) {
  const auto touched = [&](std::uint32_t begin, std::uint32_t end) {
    const auto meets = [&](std::uint32_t from, std::uint32_t to) { return from < end && begin < to; };
    return std::any_of(a.records.begin() + static_cast<std::ptrdiff_t>(first_record), a.records.end(),
                       [&](const Record& r) { return meets(r.evidence.begin, r.evidence.end); }) ||
           std::any_of(a.refusals.begin() + static_cast<std::ptrdiff_t>(first_refusal), a.refusals.end(),
                       [&](const Refusal& r) { return meets(r.begin, r.end); });
  };
  for (std::size_t from = 0; from < lexed.letters.size();) {
    const std::size_t to = find(lexed.letters, static_cast<std::uint32_t>(from), clause_marks);
    const std::size_t name = lexed.letters.find('N', from), number = lexed.letters.find('Q', from);
    if (name < to && number < to) {
      const Token &first = lexed.tokens[std::min(name, number)], &last = lexed.tokens[std::max(name, number)];
      if (!touched(lexed.tokens[from].begin, lexed.tokens[to - 1].end)) out.push_back({"unsettled", first.begin, last.end});
    }
    from = to + 1;
  }
}

// In a traditional text that speaks of 港元, 澳門元 or 新臺幣 a bare 元 is that currency: the one named most often.
std::string_view local_currency(const Model& model, std::string_view text, const DocumentInfo& document) {
  if (document.language == "en") return text.find("HK$") != std::string_view::npos ? "HKD" : "";
  if (document.language != "zh-Hant") return {};
  std::map<std::string_view, std::size_t> named;
  for (const std::string_view row : model.lists[List::local_currencies]) {
    const std::size_t space = row.find(' ');
    if (space == std::string::npos || space == 0) continue;
    const std::string_view word = row.substr(0, space);
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + word.size())) {
      ++named[row.substr(space + 1)];
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
      items_rows_(model, model.item_rows, path),
      relative_rows_(model, model.relative_rows, path) {}

const Analysis& Reader::read(std::string_view utf8, Observer* observer) {
  a_ = {};
  a_.normalized = text::normalize(utf8);
  const std::string_view text = a_.normalized.text;
  a_.segmentation = model_.segmenter.segment(text);
  a_.document = read_document(text, a_.segmentation, a_.normalized.language, model_.data);
  a_.outline = read_outline(model_, text, a_.segmentation, a_.document);

  const Context context{model_, text, a_.document, a_.outline, local_currency(model_, text, a_.document)};
  const bool english = a_.normalized.language == text::Language::en;
  frame_ = {};
  list_before_ = no_index;
  for (std::uint32_t i = 0; i < a_.segmentation.sentences.size(); ++i) read_sentence(context, i, english, observer);

  const auto by_place = [](const auto& x, const auto& y) { return x.evidence.begin < y.evidence.begin; };
  std::stable_sort(a_.records.begin(), a_.records.end(), by_place);
  std::stable_sort(a_.relatives.begin(), a_.relatives.end(), by_place);
  std::stable_sort(a_.refusals.begin(), a_.refusals.end(),
                   [](const Refusal& x, const Refusal& y) { return x.begin < y.begin; });
  return a_;
}

void Reader::read_sentence(const Context& context, std::uint32_t number, bool english, Observer* observer) {
  const text::Sentence& sentence = a_.segmentation.sentences[number];
  lex(model_, context.text, sentence.begin, sentence.end, english, scratch_, lexed_);
  items_.clear();
  const std::size_t first_record = a_.records.size(), first_refusal = a_.refusals.size();
  if (may_speak(lexed_) || !frame_.subject.empty()) {
    read_items(model_, context.text, lexed_, english, number, items_rows_, frame_, items_);
    ground(context, lexed_, items_.statements, a_.records, a_.refusals);
    a_.refusals.insert(a_.refusals.end(), items_.refusals.begin(), items_.refusals.end());
    if (a_.outline.zone_at(sentence.end - 1).part == Part::plan) {
      // A stretch goal speaks of what its list begins with.
      // So does one in the sentence behind a list of targets, if it names nothing of its own.
      const bool speaks = first_record < a_.records.size();
      std::uint32_t list_head = speaks ? a_.records[first_record].indicator : no_index;
      if (!speaks && lexed_.letters.find_first_of("NPLQ") == std::string::npos) list_head = list_before_;
      list_before_ = a_.records.size() - first_record >= list_of_targets ? list_head : no_index;
      read_relative(context, lexed_, english, list_head, relative_rows_, a_.relatives);
    }
  }
  unsettled_.clear();
  note_unsettled(lexed_, a_, first_record, first_refusal, unsettled_);
  a_.refusals.insert(a_.refusals.end(), unsettled_.begin(), unsettled_.end());
  if (observer != nullptr) {
    observer->sentence(context.text, sentence, a_.outline.zone_at(sentence.begin), lexed_, items_, a_.records, first_record,
                       a_.refusals, first_refusal);
  }
}

}  // namespace zhibiao::extract
