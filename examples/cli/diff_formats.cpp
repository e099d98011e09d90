#include "cli/diff_formats.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "cli/formats.hpp"
#include "cli/table.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using zhibiao::Changed;
using zhibiao::FieldChange;
using zhibiao::Note;
using zhibiao::Observation;
using zhibiao::RelativeTarget;
using zhibiao::ReportDiff;

constexpr std::size_t evidence_cells = 60;
constexpr std::size_t value_cells = 80;

std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }
Json json_of(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }
std::string quoted(const std::optional<std::string>& text) { return text ? cell(*text, value_cells) : "null"; }

// What a record says, in short.
std::string words_of(const Observation& seen) {
  std::string out = seen.indicator + ' ' + std::string(to_string(seen.measure)) + ' ' + std::string(to_string(seen.status));
  if (seen.period) out += ' ' + to_string(*seen.period);
  out += ": " + seen.value.text;
  if (seen.scope) out += " (" + *seen.scope + ')';
  return out;
}

std::string words_of(const RelativeTarget& goal) {
  std::string out = goal.indicator + " goal " + std::string(to_string(goal.relation));
  if (goal.reference) out += ' ' + *goal.reference;
  if (goal.period) out += ' ' + to_string(*goal.period);
  return out;
}

// Lines of one document, sorted by the place they speak of.
class Lines {
 public:
  void add(std::size_t place, std::string text) { lines_.emplace_back(place, std::move(text)); }

  template <typename Record>
  void record(char sign, const Record& record, const std::vector<FieldChange>& fields = {}) {
    std::string text = std::string("  ") + sign + ' ' + cell(words_of(record), value_cells) + "  [" +
                       std::to_string(record.evidence.span.begin) + ':' + std::to_string(record.evidence.span.end) + "] " +
                       cell(record.evidence.text, evidence_cells) + '\n';
    for (const FieldChange& field : fields) {
      text += "      " + field.field + ": " + quoted(field.from) + " → " + quoted(field.to) + '\n';
    }
    add(record.evidence.span.begin, std::move(text));
  }

  void note(char sign, const Note& note) {
    add(note.span.begin, std::string("  ") + sign + " note " + note.reason + "  [" + std::to_string(note.span.begin) + ':' +
                             std::to_string(note.span.end) + "]\n");
  }

  std::string text() {
    std::stable_sort(lines_.begin(), lines_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::string out;
    for (const auto& line : lines_) out += line.second;
    return out;
  }

 private:
  std::vector<std::pair<std::size_t, std::string>> lines_;
};

// The record as the contract has it: exact numbers, so cut from a report and not built anew.
std::string json_of(const Observation& seen) {
  zhibiao::Report report;
  report.observations.push_back(seen);
  const std::string whole = to_json(report);
  constexpr std::string_view before = R"("observations":[)", after = R"(],"relative_targets":[],"notes":[]})";
  const std::size_t begin = whole.find(before) + before.size();
  return whole.substr(begin, whole.size() - after.size() - begin);
}

std::string json_of(const RelativeTarget& goal) {
  zhibiao::Report report;
  report.relative_targets.push_back(goal);
  const std::string whole = to_json(report);
  constexpr std::string_view before = R"("relative_targets":[)", after = R"(],"notes":[]})";
  const std::size_t begin = whole.find(before) + before.size();
  return whole.substr(begin, whole.size() - after.size() - begin);
}

Json json_of(const std::vector<FieldChange>& fields) {
  Json out = Json::array();
  for (const FieldChange& field : fields) {
    out.push_back({{"field", field.field}, {"from", json_of(field.from)}, {"to", json_of(field.to)}});
  }
  return out;
}

template <typename Record>
std::string list(const std::vector<Record>& records) {
  std::string out = "[";
  for (const Record& record : records) {
    if (out.size() > 1) out += ',';
    out += json_of(record);
  }
  return out += ']';
}

template <typename Record>
std::string list(const std::vector<Changed<Record>>& records) {
  std::string out = "[";
  for (const auto& record : records) {
    if (out.size() > 1) out += ',';
    out += R"({"before":)";
    out += json_of(record.before);
    out += R"(,"after":)";
    out += json_of(record.after);
    out += R"(,"fields":)";
    out += dump(json_of(record.fields));
    out += '}';
  }
  return out += ']';
}

std::string list(const std::vector<Note>& notes) {
  Json out = Json::array();
  for (const Note& note : notes) {
    out.push_back({{"reason", note.reason}, {"start", note.span.begin}, {"end", note.span.end}});
  }
  return dump(out);
}

std::string_view name_of(DocumentDiff::Kind kind) {
  switch (kind) {
    case DocumentDiff::Kind::only_before: return "removed";
    case DocumentDiff::Kind::only_after: return "added";
    case DocumentDiff::Kind::failure_changed: return "failure";
    default: return "changed";
  }
}

// Rows of CSV, of one document.
class CsvRows {
 public:
  explicit CsvRows(const std::string& document) : document_(document) {}

  void add(std::string change, std::string kind, const std::string& indicator, const std::string& measure, const FieldChange& field,
           const zhibiao::Evidence& evidence) {
    out += csv_line({document_, std::move(change), std::move(kind), indicator, measure, field.field, field.from.value_or(""),
                     field.to.value_or(""), std::to_string(evidence.span.begin), std::to_string(evidence.span.end),
                     evidence.text});
  }

  void document(std::string change, const FieldChange& field) {
    out += csv_line({document_, std::move(change), "document", "", "", field.field, field.from.value_or(""),
                     field.to.value_or(""), "", "", ""});
  }

  void note(std::string change, const Note& note) {
    const bool added = change == "added";
    out += csv_line({document_, std::move(change), "note", "", "", "", added ? "" : note.reason, added ? note.reason : "",
                     std::to_string(note.span.begin), std::to_string(note.span.end), ""});
  }

  std::string out;

 private:
  const std::string& document_;
};

std::string measure_of(const Observation& seen) { return std::string(to_string(seen.measure)); }
std::string measure_of(const RelativeTarget&) { return {}; }

template <typename Record>
void add_records(CsvRows& rows, const std::string& kind, const std::vector<Record>& removed, const std::vector<Record>& added,
                 const std::vector<Changed<Record>>& changed) {
  for (const Record& one : removed) {
    rows.add("removed", kind, one.indicator, measure_of(one), {"", words_of(one), std::nullopt}, one.evidence);
  }
  for (const Record& one : added) {
    rows.add("added", kind, one.indicator, measure_of(one), {"", std::nullopt, words_of(one)}, one.evidence);
  }
  for (const auto& one : changed) {
    for (const FieldChange& field : one.fields) {
      rows.add("changed", kind, one.before.indicator, measure_of(one.before), field, one.before.evidence);
    }
  }
}

std::string count_of(std::size_t count, std::string_view one) {
  return std::to_string(count) + ' ' + std::string(one) + (count == 1 ? "" : "s");
}

}  // namespace

void DiffSummary::add(const DocumentDiff& document) {
  ++documents;
  only_before += document.kind == DocumentDiff::Kind::only_before ? 1U : 0U;
  only_after += document.kind == DocumentDiff::Kind::only_after ? 1U : 0U;
  const bool both = document.kind == DocumentDiff::Kind::compared || document.kind == DocumentDiff::Kind::failure_changed;
  differing += both && !document.empty() ? 1U : 0U;
  const ReportDiff& diff = document.diff;
  added += diff.added.size() + diff.goals_added.size();
  removed += diff.removed.size() + diff.goals_removed.size();
  changed += diff.changed.size() + diff.goals_changed.size();
  notes_added += diff.notes_added.size();
  notes_removed += diff.notes_removed.size();
  for (const FieldChange& field : diff.document) ++fields[field.field];
  for (const auto& one : diff.changed) {
    for (const FieldChange& field : one.fields) ++fields[field.field];
  }
  for (const auto& one : diff.goals_changed) {
    for (const FieldChange& field : one.fields) ++fields[field.field];
  }
}

std::string diff_text(const DocumentDiff& document) {
  if (document.empty()) return {};
  const std::string name = cell(document.name, static_cast<std::size_t>(-1));
  switch (document.kind) {
    case DocumentDiff::Kind::only_before: return "- " + name + ": only in the first\n";
    case DocumentDiff::Kind::only_after: return "+ " + name + ": only in the second\n";
    case DocumentDiff::Kind::failure_changed: {
      const auto state = [](const std::string& failure) { return failure.empty() ? "read" : cell(failure, value_cells); };
      return name + ": " + state(document.failure_before) + " → " + state(document.failure_after) + '\n';
    }
    default: break;
  }
  const ReportDiff& diff = document.diff;
  std::string head = name + '\n';
  for (const FieldChange& field : diff.document) {
    head += "  ~ " + field.field + ": " + quoted(field.from) + " → " + quoted(field.to) + '\n';
  }
  Lines lines;
  for (const auto& one : diff.removed) lines.record('-', one);
  for (const auto& one : diff.added) lines.record('+', one);
  for (const auto& one : diff.changed) lines.record('~', one.before, one.fields);
  for (const auto& one : diff.goals_removed) lines.record('-', one);
  for (const auto& one : diff.goals_added) lines.record('+', one);
  for (const auto& one : diff.goals_changed) lines.record('~', one.before, one.fields);
  for (const Note& note : diff.notes_removed) lines.note('-', note);
  for (const Note& note : diff.notes_added) lines.note('+', note);
  return head + lines.text();
}

std::string summary_text(const DiffSummary& summary) {
  std::string out = count_of(summary.documents, "document");
  if (summary.same()) return out + ", no difference\n";
  out += ": " + std::to_string(summary.differing) + " differ, " + std::to_string(summary.only_before) + " only in the first, " +
         std::to_string(summary.only_after) + " only in the second\n" + "records: " + std::to_string(summary.added) + " added, " +
         std::to_string(summary.removed) + " removed, " + std::to_string(summary.changed) + " changed; notes: " +
         std::to_string(summary.notes_added) + " came, " + std::to_string(summary.notes_removed) + " went\n";
  if (summary.fields.empty()) return out;
  out += "fields:";
  for (const auto& [field, count] : summary.fields) {
    out += (field == summary.fields.begin()->first ? " " : ", ") + field + ' ' + std::to_string(count);
  }
  return out + '\n';
}

std::string diff_json(const DocumentDiff& document) {
  const ReportDiff& diff = document.diff;
  std::string out = R"({"document":)" + dump(document.name) + R"(,"change":")" + std::string(name_of(document.kind)) + '"';
  if (document.kind == DocumentDiff::Kind::failure_changed) {
    const auto failure = [](const std::string& text) { return dump(text.empty() ? Json() : Json(text)); };
    out += R"(,"from":)" + failure(document.failure_before) + R"(,"to":)" + failure(document.failure_after);
  }
  if (document.kind == DocumentDiff::Kind::compared) {
    out += R"(,"fields":)" + dump(json_of(diff.document));
    out += R"(,"observations":{"removed":)" + list(diff.removed) + R"(,"added":)" + list(diff.added) + R"(,"changed":)" +
           list(diff.changed) + '}';
    out += R"(,"relative_targets":{"removed":)" + list(diff.goals_removed) + R"(,"added":)" + list(diff.goals_added) +
           R"(,"changed":)" + list(diff.goals_changed) + '}';
    out += R"(,"notes":{"removed":)" + list(diff.notes_removed) + R"(,"added":)" + list(diff.notes_added) + '}';
  }
  return out + '}';
}

std::string summary_json(const DiffSummary& summary) {
  Json fields = Json::object();
  for (const auto& [field, count] : summary.fields) fields[field] = count;
  return dump({{"documents", summary.documents},
               {"only_before", summary.only_before},
               {"only_after", summary.only_after},
               {"differing", summary.differing},
               {"records_added", summary.added},
               {"records_removed", summary.removed},
               {"records_changed", summary.changed},
               {"notes_added", summary.notes_added},
               {"notes_removed", summary.notes_removed},
               {"fields", std::move(fields)}});
}

std::string diff_csv_header() {
  return csv_line({"document", "change", "kind", "indicator", "measure", "field", "from", "to", "start", "end", "text"});
}

std::string diff_csv(const DocumentDiff& document) {
  CsvRows rows(document.name);
  if (document.kind != DocumentDiff::Kind::compared) {
    const auto state = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
    rows.document(std::string(name_of(document.kind)), {"", state(document.failure_before), state(document.failure_after)});
    return rows.out;
  }
  const ReportDiff& diff = document.diff;
  for (const FieldChange& field : diff.document) rows.document("changed", field);
  add_records(rows, "observation", diff.removed, diff.added, diff.changed);
  add_records(rows, "relative_target", diff.goals_removed, diff.goals_added, diff.goals_changed);
  for (const Note& note : diff.notes_removed) rows.note("removed", note);
  for (const Note& note : diff.notes_added) rows.note("added", note);
  return rows.out;
}

std::string corrections_csv_header() {
  const auto& columns = zhibiao::Corrections::columns();
  return csv_line(std::vector<std::string>(columns.begin(), columns.end()));
}

std::string corrections_csv(const DocumentDiff& document, std::vector<std::string>& left_out) {
  const auto leave = [&](const std::string& what) { left_out.push_back(document.name + ": " + what); };
  if (document.kind != DocumentDiff::Kind::compared) {
    leave("not in both files as a report");
    return {};
  }
  std::string out;
  const auto row = [&](const Observation& seen, const std::string& field, const std::optional<std::string>& from,
                       const std::optional<std::string>& to) {
    out += csv_line({document.name, std::to_string(seen.evidence.span.begin), std::to_string(seen.evidence.span.end),
                     seen.evidence.text, seen.indicator, std::string(to_string(seen.measure)), field, from.value_or(""),
                     to.value_or(""), ""});
  };
  const ReportDiff& diff = document.diff;
  for (const FieldChange& field : diff.document) leave(field.field + " cannot be corrected");
  for (const Observation& seen : diff.removed) row(seen, "record", std::nullopt, "drop");
  for (const Changed<Observation>& one : diff.changed) {
    const bool renamed = one.before.indicator != one.after.indicator;
    for (const FieldChange& field : one.fields) {
      // What a correction changes by itself: the labels of the new indicator, the mark in the rule.
      if (field.field == "rule" || (renamed && (field.field == "extension" || field.field.substr(0, 6) == "label."))) continue;
      if (zhibiao::Corrections::is_correctable(field.field)) {
        row(one.before, field.field, field.from, field.to);
      } else {
        leave(field.field + " cannot be corrected: " + words_of(one.before));
      }
    }
  }
  for (const Observation& seen : diff.added) leave("a record cannot be added: " + words_of(seen));
  if (!diff.goals_removed.empty() || !diff.goals_added.empty() || !diff.goals_changed.empty()) {
    leave("goals without a number cannot be corrected");
  }
  return out;
}

}  // namespace cli
