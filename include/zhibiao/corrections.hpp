// Corrections that people made to records, applied again to every later run.
//
//   auto corrections = zhibiao::Corrections::create(rows, "reviewed.csv", lexicon);   // rows of a table, the header first
//   if (!corrections) return complain(corrections.error());     // "reviewed.csv:7: column 9 (to): ..."
//   auto report = extractor->extract(text);
//   for (const zhibiao::CorrectionResult& result : corrections->apply(*report))
//     if (!result.refusal.empty()) complain(corrections->place(result.index), result.refusal);
//
// A correction names a record by document, evidence, indicator and measure, as they were read, and one field with the value
// that was read (`from`) and the right one (`to`; empty is null). It applies while all that is still read; otherwise it is
// left out and says why, since the record is no longer the one that was reviewed. Whatever a row says of a field is held to
// the contract when the rows are read, and what all rows make of a record when they are applied.
//
// What was corrected can be seen: `rule` ends in "+corrected:7" (the lines), and a note `corrected` stands at the evidence;
// where a record was dropped a note `dropped`.
//
// Threads   Corrections never change once made (settle_names comes before); any number of threads may apply them.
// Errors    A broken row is refused with file, line and column, and nothing is loaded.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/api.h"
#include "zhibiao/lexicon.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao {

// A row of a table and the line on which it begins.
struct TableRow {
  std::size_t line = 0;             // from 1
  std::vector<std::string> fields;  // as many as the header has, or the row is broken
};

// One row of the reviewed file.
struct Correction {
  std::size_t line = 0;                   // in the file, from 1
  std::string document;                   // source.id or source.path, or the last parts of the path
  std::optional<std::size_t> start;       // of the evidence when it was reviewed; tells repeats apart
  std::optional<std::size_t> end;         // likewise
  std::string text;                       // of the evidence
  std::string indicator;                  // of the record, as it was read
  Measure measure = Measure::level;       // likewise
  std::string field;                      // dotted name in the JSON, or "record"
  std::optional<std::string> from;        // as the JSON has it; of a record: nothing
  std::optional<std::string> to;          // as the JSON has it; of a record: "drop"
  std::string note;                       // for people
};

// What became of one correction.
struct CorrectionResult {
  std::size_t index = 0;  // among the Corrections
  std::string refusal;  // why it does not apply; empty: it was applied
};

// All rows of a reviewed file; see the head of this file.
class ZHIBIAO_API Corrections {
 public:
  // document, start, end, text, indicator, measure, field, from, to, note
  static const std::vector<std::string_view>& columns() noexcept;
  static bool is_correctable(std::string_view field) noexcept;  // indicator, measure, status, value.lower, ...

  // The first row is the header: it names all columns, in any order; columns that it names besides are left alone.
  static Result<Corrections> create(const std::vector<TableRow>& rows, std::string_view file_name, const Lexicon& lexicon);

  // How many there are, and each.
  // @{
  std::size_t size() const noexcept { return all_.size(); }
  const Correction& operator[](std::size_t index) const { return all_[index]; }
  // @}
  std::string place(std::size_t index) const;  // "reviewed.csv:7"

  // Tells which of these paths is meant where a row has the last parts of a path only. An Error where it could be several.
  std::optional<Error> settle_names(const std::vector<std::string>& paths);

  // Those of the report's document, in the order of the file. Without settle_names a document is named by path or id in full.
  std::vector<CorrectionResult> apply(Report& report) const;
  std::vector<std::size_t> of(const Source& source) const;  // the indices of those of a document

 private:
  std::string file_name_;
  std::vector<Correction> all_;
  std::map<std::string, std::vector<std::size_t>> by_document_;  // path in its shortest form, or id
  std::map<std::string, IndicatorInfo> infos_;                   // of the ids that rows give
};

}  // namespace zhibiao
