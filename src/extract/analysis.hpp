// All stages for one text, kept side by side: what extract() renders and explain() prints.
#pragma once

#include <string_view>
#include <vector>

#include "extract/document.hpp"
#include "extract/ground.hpp"
#include "extract/items.hpp"
#include "extract/lex.hpp"
#include "extract/outline.hpp"
#include "extract/relative.hpp"
#include "extract/sentence_gate.hpp"
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

  // Empty again; keeps memory.
  void clear() {
    document = {};
    outline.clear();
    records.clear();
    relatives.clear();
    refusals.clear();
  }
};

// Reads texts one after the other. It keeps the memory that reading needs, so that a text like the one before takes none anew;
// each thread has one of its own.
class Reader {
 public:
  // The model must outlive it.
  explicit Reader(const Model& model, Path path = Path::gated);

  // Valid until the next call; it holds views of itself.
  const Analysis& read(std::string_view utf8, Observer* observer = nullptr);

 private:
  bool opens(const Context& context, std::uint32_t number, bool english);
  void pass_over(std::uint32_t number);
  void read_waiting(const Context& context, bool english);
  void lex_sentence(const Context& context, std::uint32_t number, bool english);
  void read_goals(const Context& context, std::uint32_t number, bool english, std::size_t first_record);
  bool behind_list(std::uint32_t number) const;
  void read_sentence(const Context& context, std::uint32_t number, bool english, Observer* observer);

  const Model& model_;
  Path path_;
  DocumentReader document_;
  text::Normalizer normalizer_;
  Analysis a_;
  SentenceGate gate_;
  RowMatcher items_rows_, relative_rows_;
  LexScratch scratch_;
  Lexed lexed_;
  Items items_;
  Frame frame_;
  std::vector<Refusal> unsettled_;
  std::vector<Range> read_;
  std::vector<std::uint64_t> characters_;  // of each sentence, as gates ask for them; every_character on the plain path
  std::uint32_t waiting_ = no_index;        // the last sentence that was passed over
  std::uint32_t list_sentence_ = no_index;  // the last one that is a list of targets
  std::uint32_t list_head_ = no_index;      // what that list begins with
};

}  // namespace zhibiao::extract
