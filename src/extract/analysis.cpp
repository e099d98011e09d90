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
    const std::size_t to = std::min(lexed.letters.find_first_of(clause_marks, from), lexed.letters.size());
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

Analysis analyze(const Model& model, std::string_view utf8, Observer* observer) {
  Analysis a;
  a.normalized = text::normalize(utf8);
  const std::string_view text = a.normalized.text;
  const bool english = a.normalized.language == text::Language::en;
  a.segmentation = model.segmenter.segment(text);
  a.document = read_document(text, a.segmentation, a.normalized.language, model.data);
  a.outline = read_outline(model, text, a.segmentation, a.document);

  const Context context{model, text, a.document, a.outline, local_currency(model, text, a.document)};
  LexScratch scratch;
  Lexed lexed;
  Items items;
  Frame frame;
  std::vector<Refusal> unsettled;
  std::uint32_t list_before = no_index;  // what the list of targets in the sentence before begins with
  for (std::uint32_t i = 0; i < a.segmentation.sentences.size(); ++i) {
    const text::Sentence& sentence = a.segmentation.sentences[i];
    lex(model, text, sentence.begin, sentence.end, english, scratch, lexed);
    items.clear();
    const std::size_t first_record = a.records.size(), first_refusal = a.refusals.size();
    const Zone& zone = a.outline.zone_at(sentence.begin);
    if (may_speak(lexed) || !frame.subject.empty()) {
      read_items(model, text, lexed, english, i, frame, items);
      ground(context, lexed, items.statements, a.records, a.refusals);
      a.refusals.insert(a.refusals.end(), items.refusals.begin(), items.refusals.end());
      const Zone& end_zone = a.outline.zone_at(sentence.end - 1);
      if (end_zone.part == Part::plan) {
        // A stretch goal speaks of what its list begins with.
        // So does one in the sentence behind a list of targets, if it names nothing of its own.
        const bool speaks = first_record < a.records.size();
        std::uint32_t list_head = speaks ? a.records[first_record].indicator : no_index;
        if (!speaks && lexed.letters.find_first_of("NPLQ") == std::string::npos) list_head = list_before;
        list_before = a.records.size() - first_record >= list_of_targets ? list_head : no_index;
        read_relative(context, lexed, english, list_head, a.relatives);
      }
    }
    unsettled.clear();
    note_unsettled(lexed, a, first_record, first_refusal, unsettled);
    a.refusals.insert(a.refusals.end(), unsettled.begin(), unsettled.end());
    if (observer != nullptr) {
      observer->sentence(text, sentence, zone, lexed, items, a.records, first_record, a.refusals, first_refusal);
    }
  }
  const auto by_place = [](const auto& x, const auto& y) { return x.evidence.begin < y.evidence.begin; };
  std::stable_sort(a.records.begin(), a.records.end(), by_place);
  std::stable_sort(a.relatives.begin(), a.relatives.end(), by_place);
  std::stable_sort(a.refusals.begin(), a.refusals.end(),
                   [](const Refusal& x, const Refusal& y) { return x.begin < y.begin; });
  return a;
}

}  // namespace zhibiao::extract
