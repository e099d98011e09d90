// All stages for one text, kept side by side: what extract() renders and explain() prints.
#pragma once

#include <string_view>
#include <vector>

#include "extract/ground.hpp"
#include "extract/items.hpp"
#include "extract/lex.hpp"
#include "extract/outline.hpp"
#include "extract/relative.hpp"
#include "text/normalize.hpp"
#include "text/segment.hpp"

namespace zhibiao::extract {

// Told of each sentence as it is read; explain() prints what it is told.
class Observer {
 public:
  virtual ~Observer() = default;
  virtual void sentence(std::string_view text, const text::Sentence& sentence, const Zone& zone, const Lexed& lexed, const Items& items,
                        const std::vector<Record>& records, std::size_t first_record,
                        const std::vector<Refusal>& refusals, std::size_t first_refusal) = 0;
};

struct Analysis {
  text::Normalized normalized;
  text::Segmentation segmentation;
  DocumentInfo document;
  Outline outline;
  std::vector<Record> records;
  std::vector<Relative> relatives;
  std::vector<Refusal> refusals;
};

Analysis analyze(const Model& model, std::string_view utf8, Observer* observer = nullptr);

}  // namespace zhibiao::extract
