// The stages of the reading, each over whole texts, with what the stage before it made kept ready.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/model.hpp"
#include "measure.hpp"

namespace zhibiao::bench {

class Stages {
 public:
  // Throws std::runtime_error where the stages one by one do not give what Reader::read() gives.
  Stages(const extract::Model& model, const std::vector<std::string>& texts);

  // Adds one case a stage, named "stage: ..."; returns the names in order.
  std::vector<std::string> add_to(Rounds& rounds) const;

 private:
  struct Made {  // by all stages for one text
    const std::string* source = nullptr;
    text::Normalized normalized;
    text::Segmentation segmentation;
    DocumentInfo document;
    std::vector<std::uint64_t> characters;
    extract::Outline outline;
    std::vector<extract::Lexed> lexed;
    std::vector<extract::Items> items;
    bool english = false;
  };

  void lex_one(const Made& made, const text::Sentence& sentence, extract::LexScratch& scratch, extract::Lexed& out) const;
  std::size_t read_all_items(extract::RowMatcher& rows, const Made& made, std::vector<extract::Items>* kept) const;
  std::size_t ground_all(const Made& made) const;

  const extract::Model& model_;
  extract::RowMatcher rows_;
  std::vector<Made> made_;
  std::size_t bytes_ = 0;
};

}  // namespace zhibiao::bench
