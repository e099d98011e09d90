#include "zhibiao/corrections.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <set>
#include <tuple>
#include <utility>

#include "lexicon/load.hpp"
#include "review/fields.hpp"
#include "value/interval.hpp"

namespace zhibiao {
namespace {

using review::Text;

constexpr std::string_view whole_record = "record";

enum Column : std::size_t { document, start, end, text, indicator, measure, field, from, to, note, count };

const std::vector<std::string_view> column_names = {"document", "start", "end", "text", "indicator",
                                                    "measure", "field", "from", "to", "note"};

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }
std::string shown(const Text& text) { return text ? in_quotes(*text) : "null"; }

// ./a//b.txt and a/b.txt are one.
std::string shortest(const std::string& path) { return std::filesystem::path(path).lexically_normal().generic_string(); }

// Whether `path` is `tail`, or ends in it behind a slash.
bool ends_in(std::string_view path, std::string_view tail) {
  if (path.size() < tail.size() || path.substr(path.size() - tail.size()) != tail) return false;
  return path.size() == tail.size() || path[path.size() - tail.size() - 1] == '/';
}

// Spreadsheets end the lines inside a cell as they like.
std::string without_returns(std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '\r'), text.end());
  return text;
}

std::string trimmed(std::string_view text) {
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

// Why no report can hold this record, or nothing.
std::string contradiction(const Observation& seen) {
  const Value& value = seen.value;
  const auto number = [](const std::optional<Decimal>& decimal) { return decimal ? to_string(*decimal) : "null"; };
  if (!value::fits(value.bound, value.lower, value.upper)) {
    return "would leave " + std::string(to_string(value.bound)) + " with lower " + number(value.lower) + " and upper " +
           number(value.upper) + "; correct all fields that belong together, a row each";
  }
  if ((seen.status == Status::target) != seen.commitment.has_value()) {
    return seen.commitment ? "would leave a commitment to what is no target; correct commitment as well"
                           : "would leave a target without commitment; correct commitment as well";
  }
  return {};
}

// From the rows of the table to corrections. The first flaw is kept.
class RowReader {
 public:
  RowReader(std::string_view file_name, const Lexicon& lexicon) : file_name_(file_name), lexicon_(lexicon) {
    for (IndicatorInfo& info : lexicon.indicators()) {
      std::string id = info.id;
      infos.emplace(std::move(id), std::move(info));
    }
  }

  bool header(const TableRow& row);
  bool read(const TableRow& row, Correction& correction);
  const std::string& flaw() const { return flaw_; }

  std::map<std::string, IndicatorInfo> infos;

 private:
  bool fail(std::size_t line, const std::string& reason) {
    flaw_ = std::string(file_name_) + ':' + std::to_string(line) + ": " + reason;
    return false;
  }
  bool fail(const TableRow& row, Column column, const std::string& reason) {
    return fail(row.line, "column " + std::to_string(places_[column] + 1) + " (" + std::string(column_names[column]) + "): " + reason);
  }
  std::string cell(const TableRow& row, Column column) const {
    return places_[column] < row.fields.size() ? without_returns(row.fields[places_[column]]) : std::string();
  }
  bool offset(const TableRow& row, Column column, std::optional<std::size_t>& out);
  bool value(const TableRow& row, Column column, const review::Field<Observation>& meant, Text& out);

  std::string_view file_name_;
  const Lexicon& lexicon_;
  std::array<std::size_t, Column::count> places_{};
  std::string flaw_;
};

bool RowReader::header(const TableRow& row) {
  std::map<std::string, std::size_t> there;
  for (std::size_t i = 0; i < row.fields.size(); ++i) {
    const std::string name = trimmed(row.fields[i]);
    const bool ours = std::find(column_names.begin(), column_names.end(), name) != column_names.end();
    if (!there.emplace(name, i).second && ours) return fail(row.line, "two columns " + in_quotes(name));
  }
  for (std::size_t i = 0; i < column_names.size(); ++i) {
    const auto found = there.find(std::string(column_names[i]));
    if (found == there.end()) {
      const bool one_column = row.fields.size() == 1;
      return fail(row.line, "no column " + in_quotes(column_names[i]) +
                                (one_column ? "; columns are parted by commas" : "; the header is document,start,end,text,"
                                                                                "indicator,measure,field,from,to,note"));
    }
    places_[i] = found->second;
  }
  return true;
}

bool RowReader::offset(const TableRow& row, Column column, std::optional<std::size_t>& out) {
  const std::string digits = trimmed(cell(row, column));
  if (digits.empty()) return true;
  std::size_t number = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || stop != digits.data() + digits.size()) {
    return fail(row, column, in_quotes(digits) + " is no byte offset");
  }
  out = number;
  return true;
}

// As the JSON would have it: 6.50 is 6.5.
bool RowReader::value(const TableRow& row, Column column, const review::Field<Observation>& meant, Text& out) {
  const std::string written = trimmed(cell(row, column));
  Observation trial;
  if (!meant.write(trial, written.empty() ? std::nullopt : Text(written))) {
    if (written.empty()) return fail(row, column, std::string(meant.name) + " cannot be empty");
    const bool shortened = meant.name.substr(0, 6) == "value." && written.find_first_of("eE") != std::string::npos &&
                           written.find_first_not_of("0123456789.eE+-") == std::string::npos;
    return fail(row, column, in_quotes(written) + " is no " + std::string(meant.name) +
                                 (shortened ? "; a spreadsheet has shortened it, make the column text" : ""));
  }
  out = meant.read(trial);
  if (column == Column::from || !out) return true;
  if (meant.name == "indicator" && infos.count(*out) == 0) return fail(row, column, "unknown indicator " + in_quotes(*out));
  if (meant.name == "value.unit") {
    static const std::set<std::string> no_units = {"none", "short", "ordinal"};  // ids of units.json that are none
    if (no_units.count(*out) != 0 || !lexicon::is_unit(lexicon_.data(), *out)) {
      return fail(row, column, "unknown unit " + in_quotes(*out));
    }
  }
  return true;
}

bool RowReader::read(const TableRow& row, Correction& correction) {
  correction.line = row.line;
  correction.document = cell(row, Column::document);
  if (correction.document.empty()) return fail(row, Column::document, "is empty");
  if (!offset(row, Column::start, correction.start) || !offset(row, Column::end, correction.end)) return false;
  correction.text = cell(row, Column::text);
  if (correction.text.empty()) return fail(row, Column::text, "is empty; the evidence tells which record is meant");
  correction.indicator = trimmed(cell(row, Column::indicator));
  if (correction.indicator.empty()) return fail(row, Column::indicator, "is empty");
  const std::string measure_name = trimmed(cell(row, Column::measure));
  const auto known = parse_measure(measure_name);
  if (!known) return fail(row, Column::measure, in_quotes(measure_name) + " is no measure");
  correction.measure = *known;
  correction.field = trimmed(cell(row, Column::field));
  correction.note = cell(row, Column::note);
  if (correction.field == whole_record) {
    if (!trimmed(cell(row, Column::from)).empty()) return fail(row, Column::from, "of a record is empty");
    if (trimmed(cell(row, Column::to)) != "drop") return fail(row, Column::to, "of a record is drop");
    correction.to = "drop";
    return true;
  }
  const review::Field<Observation>* meant = review::find_correctable(correction.field);
  if (meant == nullptr) return fail(row, Column::field, in_quotes(correction.field) + " is no field that can be corrected");
  if (!value(row, Column::from, *meant, correction.from) || !value(row, Column::to, *meant, correction.to)) return false;
  if (correction.from == correction.to) return fail(row, Column::to, "is what 'from' says");
  return true;
}

// Which record of `seen` a correction means: its place, or why there is none.
struct Target {
  std::size_t place = 0;
  std::string refusal;
};

Target target_of(const Correction& correction, const std::vector<Observation>& seen,
                 const std::map<std::string, std::vector<std::size_t>>& by_text) {
  const auto found = by_text.find(correction.text);
  if (found == by_text.end()) return {0, "no record has this evidence any more"};
  std::vector<std::size_t> fitting;
  std::set<std::size_t> begins;
  for (const std::size_t place : found->second) {
    if (seen[place].indicator != correction.indicator || seen[place].measure != correction.measure) continue;
    fitting.push_back(place);
    begins.insert(seen[place].evidence.span.begin);
  }
  if (fitting.empty()) {
    const Observation& other = seen[found->second.front()];
    return {0, "the record there is now " + other.indicator + ' ' + std::string(to_string(other.measure))};
  }
  if (begins.size() > 1) {
    if (!correction.start || begins.count(*correction.start) == 0) {
      return {0, "the evidence stands " + std::to_string(begins.size()) + " times, and 'start' names none of the places"};
    }
    std::erase_if(fitting, [&](std::size_t place) { return seen[place].evidence.span.begin != *correction.start; });
  }
  if (correction.field != whole_record) {
    const review::Field<Observation>& field = *review::find_correctable(correction.field);
    const Text now = field.read(seen[fitting.front()]);
    std::erase_if(fitting, [&](std::size_t place) { return field.read(seen[place]) != correction.from; });
    if (fitting.empty()) {
      if (now == correction.to) return {0, correction.field + " is " + shown(now) + " already"};
      return {0, correction.field + " is now " + shown(now) + ", not " + shown(correction.from)};
    }
  }
  if (fitting.size() > 1) return {0, std::to_string(fitting.size()) + " records of this evidence fit"};
  return {fitting.front(), {}};
}

}  // namespace

const std::vector<std::string_view>& Corrections::columns() noexcept { return column_names; }

bool Corrections::is_correctable(std::string_view field) noexcept { return review::find_correctable(field) != nullptr; }

Result<Corrections> Corrections::create(const std::vector<TableRow>& rows, std::string_view file_name, const Lexicon& lexicon) {
  Corrections out;
  out.file_name_ = file_name;
  const auto broken = [](std::string message) { return Error{ErrorCode::io, std::move(message)}; };
  if (rows.empty()) return broken(out.file_name_ + ":1: no header");
  RowReader reader(file_name, lexicon);
  if (!reader.header(rows.front())) return broken(reader.flaw());
  using Key = std::tuple<std::string, std::string, std::optional<std::size_t>, std::string, Measure, std::string, Text>;
  std::map<Key, std::size_t> lines;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::vector<std::string>& cells = rows[i].fields;
    const auto is_empty = [](const std::string& cell) { return trimmed(without_returns(cell)).empty(); };
    if (std::all_of(cells.begin(), cells.end(), is_empty)) continue;
    Correction correction;
    if (!reader.read(rows[i], correction)) return broken(reader.flaw());
    const Key key{correction.document, correction.text, correction.start, correction.indicator, correction.measure,
                  correction.field, correction.from};
    if (const auto first = lines.emplace(key, correction.line); !first.second) {
      return broken(out.file_name_ + ':' + std::to_string(correction.line) + ": corrects what line " +
                    std::to_string(first.first->second) + " corrects");
    }
    if (correction.field == "indicator") {
      const auto info = reader.infos.find(*correction.to);
      out.infos_.emplace(info->first, info->second);
    }
    out.by_document_[shortest(correction.document)].push_back(out.all_.size());
    out.all_.push_back(std::move(correction));
  }
  return out;
}

std::string Corrections::place(std::size_t index) const { return file_name_ + ':' + std::to_string(all_[index].line); }

std::optional<Error> Corrections::settle_names(const std::vector<std::string>& paths) {
  std::set<std::string> shorts;
  std::multimap<std::string, std::string> by_name;  // file name to path
  for (const std::string& path : paths) {
    std::string whole = shortest(path);
    by_name.emplace(whole.substr(whole.rfind('/') + 1), whole);
    shorts.insert(std::move(whole));
  }
  std::map<std::string, std::vector<std::size_t>> settled;
  for (auto& [name, indices] : by_document_) {
    std::vector<std::string> meant;
    if (shorts.count(name) == 0) {
      const auto [first, last] = by_name.equal_range(name.substr(name.rfind('/') + 1));
      for (auto at = first; at != last; ++at) {
        if (ends_in(at->second, name)) meant.push_back(at->second);
      }
    }
    if (meant.size() > 1) {
      return Error{ErrorCode::io, place(indices.front()) + ": document " + in_quotes(name) + " could be " + meant[0] +
                                      " or " + meant[1] + "; write more of the path"};
    }
    std::vector<std::size_t>& to = settled[meant.empty() ? name : meant.front()];
    to.insert(to.end(), indices.begin(), indices.end());
    std::sort(to.begin(), to.end());
  }
  by_document_ = std::move(settled);
  return std::nullopt;
}

std::vector<std::size_t> Corrections::of(const Source& source) const {
  std::vector<std::size_t> out;
  const auto take = [&](const std::string& key) {
    const auto found = by_document_.find(key);
    if (found != by_document_.end()) out.insert(out.end(), found->second.begin(), found->second.end());
  };
  if (source.path) take(shortest(*source.path));
  if (source.id) take(shortest(*source.id));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<CorrectionResult> Corrections::apply(Report& report) const {
  std::vector<CorrectionResult> results;
  const std::vector<std::size_t> ours = of(report.source);
  if (ours.empty()) return results;
  const std::vector<Observation>& seen = report.observations;
  std::map<std::string, std::vector<std::size_t>> by_text;
  for (std::size_t i = 0; i < seen.size(); ++i) by_text[without_returns(seen[i].evidence.text)].push_back(i);

  // All rows are held against what was read, so that their order does not matter; then record by record.
  std::map<std::size_t, std::vector<std::size_t>> by_record;  // to places in `results`
  for (const std::size_t index : ours) {
    Target target = target_of(all_[index], seen, by_text);
    if (target.refusal.empty()) by_record[target.place].push_back(results.size());
    results.push_back({index, std::move(target.refusal)});
  }
  std::vector<Observation> corrected;
  std::vector<Note> notes = report.notes;
  for (std::size_t i = 0; i < seen.size(); ++i) {
    const auto found = by_record.find(i);
    if (found == by_record.end()) {
      corrected.push_back(seen[i]);
      continue;
    }
    Observation made = seen[i];
    std::map<std::string, std::size_t> lines;  // field to the line that corrected it
    std::string all_lines;
    bool dropped = false;
    for (const std::size_t at : found->second) {
      const Correction& correction = all_[results[at].index];
      if (const auto [first, fresh] = lines.emplace(correction.field, correction.line); !fresh) {
        results[at].refusal = "line " + std::to_string(first->second) + " corrects the same field of the record";
        continue;
      }
      all_lines += (all_lines.empty() ? "" : ",") + std::to_string(correction.line);
      if (correction.field == whole_record) {
        dropped = true;
        continue;
      }
      review::find_correctable(correction.field)->write(made, correction.to);
      if (correction.field != "indicator") continue;
      const IndicatorInfo& info = infos_.at(made.indicator);
      std::tie(made.label_zh, made.label_en, made.extension) = std::tie(info.label_zh, info.label_en, info.extension);
    }
    const std::string flaw = dropped ? std::string() : contradiction(made);
    if (!flaw.empty()) {
      for (const std::size_t at : found->second) {
        if (results[at].refusal.empty()) results[at].refusal = flaw;
      }
      corrected.push_back(seen[i]);
      continue;
    }
    made.rule += "+corrected:" + all_lines;
    notes.push_back({dropped ? "dropped" : "corrected", made.evidence.span});
    if (!dropped) corrected.push_back(std::move(made));
  }
  if (notes.size() == report.notes.size()) return results;  // nothing was applied
  std::stable_sort(notes.begin(), notes.end(),
                   [](const Note& a, const Note& b) { return a.span.begin < b.span.begin; });
  report.observations = std::move(corrected);
  report.notes = std::move(notes);
  return results;
}

}  // namespace zhibiao
