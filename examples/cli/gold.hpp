// What careful readers found in a text, as --evaluate reads it. The format is described in evaluate.md.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace cli {

// One observation, of the gold or of a report, in the shape in which they are compared: names as they stand in JSON.
struct Record {
  std::string indicator, measure, status, bound, unit;
  std::optional<zhibiao::Decimal> lower, upper;
  std::optional<std::string> commitment, period, base_period, scope;
  zhibiao::Span span;
  std::string text;             // the quote of the gold, the evidence of a report; may be empty in gold
  bool optional = false;        // gold: careful readers differ whether it is one; counts neither way
  bool scope_open = false;      // gold: whether there is a scope is not compared
  bool extension = false;       // report: an indicator beyond the canonical list
  bool false_evidence = false;  // report: the evidence is not what stands at its place; matches nothing
};

// A goal without a number, likewise.
struct Goal {
  std::string indicator, relation;
  std::optional<std::string> reference, period, commitment;
  zhibiao::Span span;
  std::string text;
};

// What is known of one text.
struct Gold {
  std::vector<Record> records;
  std::vector<zhibiao::Span> windows;  // where there are some, the gold is complete inside these only
  std::vector<Goal> goals;
};

// The fields of `document` that are known, by text: name and value, as JSON.
using DocumentFields = std::vector<std::pair<std::string, std::string>>;

// The lines of ID.gold.jsonl and ID.relative.jsonl. `name` is for messages: "name:line: reason".
zhibiao::Result<Gold> parse_gold(std::string_view lines, const std::string& name);
zhibiao::Result<std::vector<Goal>> parse_goals(std::string_view lines, const std::string& name);

// documents.json
zhibiao::Result<std::map<std::string, DocumentFields>> parse_documents(std::string_view json, const std::string& name);

// The JSON texts of a report's document fields, by the same names.
std::string document_field(const zhibiao::DocumentInfo& document, std::string_view field);

// A number as gold writes it ("277010000000", "7.65", "-3"), without trailing zeros. Nothing for what is no number or
// needs more than 15 digits.
std::optional<zhibiao::Decimal> parse_number(std::string_view text);

}  // namespace cli
