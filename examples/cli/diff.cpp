// `zhibiao diff`: what changed between two runs.

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.hpp"
#include "cli/diff_formats.hpp"
#include "cli/flags.hpp"
#include "cli/formats.hpp"
#include "cli/report_lines.hpp"

namespace cli {
namespace {

using zhibiao::Result;

enum DiffExit : int { same = 0, differs = 1, trouble = 2 };

enum class DiffFormat { text, json, jsonl, csv, corrections };

struct DiffOptions : CommandOptions {
  DiffFormat format = DiffFormat::text;
  bool format_given = false, as_corrections = false;
};

bool set_format(DiffOptions& options, std::string_view value) {
  constexpr std::array<std::pair<std::string_view, DiffFormat>, 4> names = {{{"text", DiffFormat::text},
                                                                             {"json", DiffFormat::json},
                                                                             {"jsonl", DiffFormat::jsonl},
                                                                             {"csv", DiffFormat::csv}}};
  for (const auto& [name, format] : names) {
    if (name != value) continue;
    options.format = format;
    return options.format_given = true;
  }
  return false;
}

bool set_as_corrections(DiffOptions& options, std::string_view) { return options.as_corrections = true; }

constexpr auto flags = std::to_array<Flag>({
    {.name = "--format", .letter = "-f", .argument = "FORMAT", .help = "text, json, jsonl or csv (default: text)",
     .example = "zhibiao diff -f csv before.jsonl after.jsonl", .choices = "text json jsonl csv", .apply = &applied<&set_format>},
    {.name = "--as-corrections", .help = "write the CSV that --corrections reads", .more = "What turns A into B.",
     .example = "zhibiao diff --as-corrections before.jsonl edited.jsonl > reviewed.csv", .apply = &applied<&set_as_corrections>},
    {.name = "--output", .letter = "-o", .argument = "FILE", .help = "write to FILE (default: standard output)",
     .example = "zhibiao diff -o changes.txt before.jsonl after.jsonl", .takes = Takes::file, .apply = &set_output},
    {.name = "--help", .letter = "-h", .help = "show this page", .example = "zhibiao diff --help", .apply = &set_help},
    {.name = "--", .help = "all that follows is a file name", .example = "zhibiao diff -- -a.jsonl -b.jsonl"},
});

// Where the lines of the second file stand, by document.
struct Index {
  std::map<std::string, std::deque<std::size_t>> by_name;
  std::vector<ReportLine> lines;  // without their reports
  std::vector<bool> used;
};

// What ends in an error is said, and the rest goes on; false where the file itself cannot be read.
class Reader {
 public:
  Reader(std::string name, ReportLines lines) : name_(std::move(name)), lines_(std::move(lines)) {}

  std::optional<ReportLine> next() {
    while (auto line = lines_.next()) {
      if (*line) return **std::move(line);
      const bool unreadable = line->error().code == zhibiao::ErrorCode::io;
      if (++errors_ <= most_said || unreadable) complain("zhibiao: " + line->error().message + '\n');
      if (unreadable) return std::nullopt;
    }
    return std::nullopt;
  }
  // The line once more.
  std::optional<ReportLine> again(const ReportLine& line) { return lines_.go_to(line) ? next() : std::nullopt; }
  bool failed() const { return errors_ > 0; }

  // Says how many errors were not said one by one.
  void sum_up() const {
    if (errors_ <= most_said) return;
    const std::size_t more = errors_ - most_said;
    complain("zhibiao: " + name_ + ": " + std::to_string(more) + (more == 1 ? " more line is no report\n" : " more lines are no reports\n"));
  }

 private:
  static constexpr std::size_t most_said = 5;  // a text given by mistake has thousands of lines

  std::string name_;
  ReportLines lines_;
  std::size_t errors_ = 0;
};

DocumentDiff compare_lines(const ReportLine& before, const ReportLine& after) {
  DocumentDiff out;
  out.name = before.name;
  if (before.report && after.report) {
    out.diff = zhibiao::compare(*before.report, *after.report);
  } else if (before.failure != after.failure) {
    out.kind = DocumentDiff::Kind::failure_changed;
    out.failure_before = before.failure;
    out.failure_after = after.failure;
  }
  return out;
}

// Writes documents as they come.
class Writer {
 public:
  Writer(DiffFormat format, Output& output) : format_(format), output_(output) {}

  bool begin() {
    if (format_ == DiffFormat::csv) return output_.write(diff_csv_header());
    if (format_ == DiffFormat::corrections) return output_.write(corrections_csv_header());
    return true;
  }

  bool add(const DocumentDiff& document) {
    summary_.add(document);
    if (document.empty()) return true;
    switch (format_) {
      case DiffFormat::text: return output_.write(diff_text(document));
      case DiffFormat::jsonl: return output_.write(diff_json(document) + '\n');
      case DiffFormat::json: return output_.write((std::exchange(any_, true) ? ",\n" : "{\"documents\": [\n") + indented(diff_json(document)));
      case DiffFormat::csv: return output_.write(diff_csv(document));
      default: break;
    }
    std::vector<std::string> left_out;
    const bool going = output_.write(corrections_csv(document, left_out));
    for (const std::string& line : left_out) complain("zhibiao: left out: " + line + '\n');
    return going;
  }

  bool end() {
    switch (format_) {
      case DiffFormat::text: return output_.write(summary_text(summary_));
      case DiffFormat::jsonl: return output_.write("{\"summary\":" + summary_json(summary_) + "}\n");
      case DiffFormat::json:
        return output_.write((any_ ? "\n],\n" : "{\"documents\": [],\n") + std::string("\"summary\": ") +
                             indented(summary_json(summary_)) + "}\n");
      default: return true;
    }
  }

  const DiffSummary& summary() const { return summary_; }

 private:
  DiffFormat format_;
  Output& output_;
  DiffSummary summary_;
  bool any_ = false;
};

// In the order of the first file, then what the second has besides.
bool compare_files(Reader& first, Reader& second, Writer& writer) {
  Index index;
  while (auto line = second.next()) {
    line->report.reset();
    index.by_name[line->name].push_back(index.lines.size());
    index.lines.push_back(*std::move(line));
  }
  index.used.resize(index.lines.size());
  while (const auto line = first.next()) {
    const auto found = index.by_name.find(line->name);
    DocumentDiff document;
    if (found == index.by_name.end() || found->second.empty()) {
      document.kind = DocumentDiff::Kind::only_before;
      document.name = line->name;
    } else {
      const std::size_t place = found->second.front();
      found->second.pop_front();
      index.used[place] = true;
      const auto other = second.again(index.lines[place]);
      if (!other) continue;  // it was there a moment ago: said by the reader
      document = compare_lines(*line, *other);
    }
    if (!writer.add(document)) return false;
  }
  for (std::size_t i = 0; i < index.lines.size(); ++i) {
    if (index.used[i]) continue;
    DocumentDiff document;
    document.kind = DocumentDiff::Kind::only_after;
    document.name = index.lines[i].name;
    if (!writer.add(document)) return false;
  }
  return writer.end();
}

int diff_command(const std::vector<std::string_view>& words) {
  DiffOptions options;
  if (auto error = parse_flags(diff_description(), words, options)) {
    return refuse(error->message);
  }
  if (options.help) return write_help(diff_description(), options.output);
  Result<Output> output = Output::open(options.output);
  if (!output) return refuse(output.error().message);
  if (options.operands.size() != 2) return refuse("diff takes two files; see zhibiao diff --help");
  if (options.operands[0] == "-" && options.operands[1] == "-") return refuse("standard input cannot be both files");
  if (options.as_corrections) {
    if (options.format_given) return refuse("--as-corrections has no formats; see zhibiao diff --help");
    options.format = DiffFormat::corrections;
  }
  Result<ReportLines> before = ReportLines::open(options.operands[0]);
  if (!before) return refuse(before.error().message);
  Result<ReportLines> after = ReportLines::open(options.operands[1]);
  if (!after) return refuse(after.error().message);
  Reader first(options.operands[0], *std::move(before)), second(options.operands[1], *std::move(after));
  Writer writer(options.format, *output);
  const bool going = writer.begin() && compare_files(first, second, writer);
  for (const Reader* reader : {&first, &second}) reader->sum_up();
  const DiffSummary& summary = writer.summary();
  if (going && summary.documents > 0 && summary.only_before + summary.only_after == summary.documents &&
      summary.only_before > 0 && summary.only_after > 0) {
    complain("zhibiao: no document stands in both files: ids and paths are compared as written\n");
  }
  const bool failed_lines = first.failed() || second.failed();
  return finish(*output, failed_lines ? trouble : summary.same() ? same : differs);
}

}  // namespace

Command diff_description() {
  return {.name = "diff",
          .operands = "A.jsonl B.jsonl",
          .summary = "says what changed between two runs, two lexicons, or a run and what a person made of it",
          .more = "Documents, records, the fields that differ, notes. Both files are written by --format jsonl; - is standard input. Documents "
                  "are the same by id, else by path as written.",
          .example = "zhibiao diff before.jsonl after.jsonl",
          .exits = "0 no difference, 1 some, 2 a line, the command line or the output failed",
          .flags = flags,
          .run = &diff_command};
}

}  // namespace cli
