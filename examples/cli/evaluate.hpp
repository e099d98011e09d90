// How well a report agrees with what careful readers found in its text. Pure comparison: no files, no printing.
//
// An output matches a gold record when their evidence overlaps and their keys are equal; each is used once, the largest
// overlaps first. evaluate.md says what is compared and what is left aside.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/gold.hpp"
#include "zhibiao/report.hpp"

namespace cli {

struct Tally {
  std::size_t matched = 0, gold = 0, output = 0;

  double precision() const noexcept;
  double recall() const noexcept;
  double f1() const noexcept;
  void add(const Tally& other) noexcept;
};

struct Tallies {
  Tally core;      // indicator, measure, lower, upper, unit
  Tally full;      // core, and status, bound, period, scope-or-not
  Tally headline;  // full, of headline indicators only
  Tally relative;  // goals without a number: indicator, relation, reference

  void add(const Tallies& other) noexcept;
};

// How often a field agrees where the core does.
struct Agreement {
  std::size_t right = 0, compared = 0;

  double accuracy() const noexcept;
};

// Two records, or one that has no partner. Of a document field, `fields` names it and the values stand in the texts.
struct Difference {
  enum class Kind { missed, spurious, different };

  Kind kind = Kind::missed;
  std::string document;
  std::size_t line = 0;  // of the text, from 1; 0: there is none
  std::optional<Record> gold, output;
  std::optional<Goal> gold_goal, output_goal;
  std::vector<std::string> fields;       // what differs
  std::string gold_field, output_field;  // of the document, as JSON
};

struct DocumentScore {
  std::string id;
  bool compared = false;  // its gold was read; false: only fields of the document are known
  std::string failure;    // why the text has no report: all of its gold is missed then
  Tallies tallies;
  std::map<std::string, Tallies> indicators, measures;  // core and full of each
  std::map<std::string, Agreement> fields;              // of the document: "document.region"
  std::vector<Difference> differences;                  // in text order, goals and document fields behind
  std::size_t extensions = 0;                           // outputs left aside
  std::size_t false_evidence = 0;                       // outputs whose evidence is not what stands at its place
  std::size_t misquoted = 0;                            // gold whose quote is not what stands at its place
};

struct Evaluation {
  std::vector<DocumentScore> documents;
  Tallies totals;
  std::map<std::string, Tallies> indicators, measures;
  std::map<std::string, Agreement> fields;
  bool has_goals = false;  // goals without a number are annotated
  std::size_t extensions = 0, false_evidence = 0, misquoted = 0;

  void add(DocumentScore score);  // documents are added in the order in which they are to stand
};

// What a text is held against.
struct Expected {
  const Gold* gold = nullptr;                       // null: no records are known
  const DocumentFields* fields = nullptr;           // null: no fields of the document are known
  bool goals = false;                               // goals without a number are compared
  const std::set<std::string>* headline = nullptr;  // ids
  const std::set<std::string>* named = nullptr;     // ids in the gold of any text: of extensions, only these count
};

// `report` is null where the text could not be read. `text` is what the offsets count into.
DocumentScore compare(const std::string& id, const Expected& expected, const zhibiao::Report* report,
                      std::string_view text);

// The names of the fields that are compared one by one, in the order in which they are shown.
const std::vector<std::string>& compared_fields();
std::string field_text(const Record& record, std::string_view field);  // "" for null

}  // namespace cli
