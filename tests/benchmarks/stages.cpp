#include "stages.hpp"

#include <memory>
#include <stdexcept>
#include <utility>

#include "extract/document.hpp"
#include "text/utf8.hpp"

namespace zhibiao::bench {

Stages::Stages(const extract::Model& model, const std::vector<std::string>& texts)
    : model_(model), rows_(model, model.item_rows, extract::Path::gated) {
  extract::LexScratch scratch;
  for (const std::string& source : texts) {
    Made made;
    made.source = &source;
    made.normalized = text::normalize(source);
    made.english = made.normalized.language == text::Language::en;
    made.segmentation = model.segmenter.segment(made.normalized.text);
    made.document = extract::read_document(made.normalized.text, made.segmentation, made.normalized.language, model.data);
    for (const text::Sentence& sentence : made.segmentation.sentences) {
      made.characters.push_back(model.characters.read(made.normalized.text, sentence.begin, sentence.end));
    }
    made.outline = extract::read_outline(model, made.normalized.text, made.segmentation, made.characters, made.document);
    for (const text::Sentence& sentence : made.segmentation.sentences) {
      made.lexed.emplace_back();
      lex_one(made, sentence, scratch, made.lexed.back());
    }
    read_all_items(rows_, made, &made.items);
    bytes_ += source.size();
    if (ground_all(made) != extract::Reader(model).read(source).records.size()) {
      throw std::runtime_error("the stages one by one do not give what they give together");
    }
    made_.push_back(std::move(made));
  }
}

void Stages::lex_one(const Made& made, const text::Sentence& sentence, extract::LexScratch& scratch, extract::Lexed& out) const {
  const std::string_view text = made.normalized.text;
  const auto number = static_cast<std::size_t>(&sentence - made.segmentation.sentences.data());
  extract::find_words(model_, text, sentence.begin, sentence.end, scratch);
  extract::find_numbers(model_, text, sentence.begin, sentence.end, made.english, out);
  extract::lex(model_, text, sentence.begin, sentence.end, made.english, made.characters[number], scratch, out);
}

std::size_t Stages::read_all_items(extract::RowMatcher& rows, const Made& made, std::vector<extract::Items>* kept) const {
  extract::Frame frame;
  extract::Items items;
  std::size_t found = 0;
  for (std::uint32_t i = 0; i < made.lexed.size(); ++i) {
    items.clear();
    if (extract::may_speak(made.lexed[i]) || !frame.subject.empty()) {
      extract::read_items(model_, made.normalized.text, made.lexed[i], made.english, i, rows, frame, items);
    }
    found += items.statements.size();
    if (kept != nullptr) kept->push_back(items);
  }
  return found;
}

std::size_t Stages::ground_all(const Made& made) const {
  const extract::Context context{model_, made.normalized.text, made.document, made.outline, {}};
  std::vector<extract::Record> records;
  std::vector<extract::Refusal> refusals;
  for (std::size_t i = 0; i < made.lexed.size(); ++i) {
    extract::ground(context, made.lexed[i], made.items[i].statements, records, refusals);
  }
  return records.size();
}

std::vector<std::string> Stages::add_to(Rounds& rounds) const {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name, auto work) {
    names.push_back("stage: " + name);
    rounds.add(names.back(), bytes_, [this, work] {
      return timed([&] {
        for (const Made& made : made_) work(made);
      });
    });
  };
  add("UTF-8 checked", [](const Made& made) {
    if (text::first_invalid(*made.source) != text::all_valid) throw std::runtime_error("invalid UTF-8");
  });
  add("normalize", [](const Made& made) { text::normalize(*made.source); });
  add("segment", [this](const Made& made) { model_.segmenter.segment(made.normalized.text); });
  add("document", [this](const Made& made) {
    extract::read_document(made.normalized.text, made.segmentation, made.normalized.language, model_.data);
  });
  add("outline", [this](const Made& made) {
    extract::read_outline(model_, made.normalized.text, made.segmentation, made.characters, made.document);
  });
  add("lex", [this](const Made& made) {
    extract::LexScratch scratch;
    extract::Lexed lexed;
    for (const text::Sentence& sentence : made.segmentation.sentences) {
      lex_one(made, sentence, scratch, lexed);
    }
  });
  add("lex, of which names", [this](const Made& made) {
    std::vector<match::Word> words;
    for (const text::Sentence& sentence : made.segmentation.sentences) {
      words.clear();
      model_.words.find(made.normalized.text, sentence.begin, sentence.end, words);
    }
  });
  add("lex, of which quantities", [this](const Made& made) {
    for (const text::Sentence& sentence : made.segmentation.sentences) {
      model_.quantities.read(made.normalized.text, sentence.begin, sentence.end, made.english);
    }
  });
  add("items", [this, rows = std::make_shared<extract::RowMatcher>(rows_)](const Made& made) { read_all_items(*rows, made, nullptr); });
  add("ground", [this](const Made& made) { ground_all(made); });
  return names;
}

}  // namespace zhibiao::bench
