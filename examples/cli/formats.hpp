// Reports as the command line writes them: indented JSON, CSV, and the lines that are no reports.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/zhibiao.hpp"

namespace cli {

// The same JSON, a key or an element a line. `json` is valid and has no blanks between its signs.
std::string indented(std::string_view json);

// A row of CSV (RFC 4180) with its end.
std::string csv_line(const std::vector<std::string>& fields);

// The names of columns that have some, as such a row.
template <typename Columns>
std::string csv_names(const Columns& columns) {
  std::vector<std::string> names;
  for (const auto& column : columns) names.emplace_back(column.name);
  return csv_line(names);
}

// A header, then one row an observation; nested keys are joined by _, null is an empty field.
std::string csv_header();
std::string csv_rows(const zhibiao::Report& report);

// {"source": ..., "quantities": [...]}
std::string quantities_line(const zhibiao::Source& source, const std::vector<zhibiao::Quantity>& quantities);

// The indicators of a lexicon.
std::string indicators_csv(const std::vector<zhibiao::IndicatorInfo>& indicators);
std::vector<std::string> indicators_json(const std::vector<zhibiao::IndicatorInfo>& indicators);

}  // namespace cli
