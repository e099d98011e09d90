// Differences as people, programs and spreadsheets read them.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "zhibiao/zhibiao.hpp"

namespace cli {

// One document of two files. Where it stands on one side only, or failed there, there is no comparison.
struct DocumentDiff {
  enum class Kind { compared, only_before, only_after, failure_changed };

  Kind kind = Kind::compared;
  std::string name;
  zhibiao::ReportDiff diff;
  std::string failure_before, failure_after;  // of failure_changed; empty: it was read

  bool empty() const noexcept { return kind == Kind::compared && diff.empty(); }
};

struct DiffSummary {
  std::size_t documents = 0, only_before = 0, only_after = 0, differing = 0;
  std::size_t added = 0, removed = 0, changed = 0, notes_added = 0, notes_removed = 0;
  std::map<std::string, std::size_t> fields;  // how often each changed

  void add(const DocumentDiff& document);
  bool same() const noexcept { return only_before + only_after + differing == 0; }
};

std::string diff_text(const DocumentDiff& document);
std::string summary_text(const DiffSummary& summary);

std::string diff_json(const DocumentDiff& document);  // one line without its end
std::string summary_json(const DiffSummary& summary);

// A row a changed field, record, note or document.
std::string diff_csv_header();
std::string diff_csv(const DocumentDiff& document);

// The rows that turn what was read before into what stands after, for --corrections. What no correction can say is added to
// `left_out`, a line each.
std::string corrections_csv_header();
std::string corrections_csv(const DocumentDiff& document, std::vector<std::string>& left_out);

}  // namespace cli
