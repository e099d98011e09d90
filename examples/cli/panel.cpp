// zhibiao panel: many reports, or what was read of them, into one panel.

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/flags.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "cli/panel_csv.hpp"
#include "cli/reading.hpp"

namespace cli {
namespace {

using zhibiao::Result;

struct PanelOptions : ReadingOptions {
  std::string conflicts;                // empty: beside the output
  bool wide = false, all = false, only_reports = false;
  std::string indicators;               // parted by commas
};

template <bool PanelOptions::*field>
bool set(PanelOptions& options, std::string_view) {
  return options.*field = true;
}

bool set_conflicts(PanelOptions& options, std::string_view value) {
  options.conflicts = value;
  return !value.empty() && value != "-";
}

bool set_indicators(PanelOptions& options, std::string_view value) {
  options.indicators = value;
  return !value.empty();
}

bool set_input(PanelOptions& options, std::string_view value) {
  options.only_reports = value == "reports";
  return value == "reports" || value == "text";
}

constexpr auto flags = std::to_array<Flag>({
    {.name = "--output", .letter = "-o", .argument = "FILE", .help = "write the panel to FILE (default: standard output)",
     .example = "zhibiao panel -o panel.csv reports/", .takes = Takes::file, .apply = &set_output},
    {.name = "--conflicts", .argument = "FILE", .help = "write what differs to FILE",
     .more = "Beside -o panel.csv this is panel.conflicts.csv unless said.",
     .example = "zhibiao panel -o panel.csv --conflicts differs.csv reports/", .takes = Takes::file, .apply = &applied<&set_conflicts>},
    {.name = "--wide", .help = "a row a region and year, columns an indicator", .example = "zhibiao panel --wide -o wide.csv reports/",
     .apply = &applied<&set<&PanelOptions::wide>>},
    {.name = "--indicators", .argument = "LIST", .help = "comma-separated ids (default: headline indicators)",
     .example = "zhibiao panel --indicators gdp,grain_output reports/", .apply = &applied<&set_indicators>},
    {.name = "--all-indicators", .help = "take every indicator of the lexicon", .example = "zhibiao panel --all-indicators reports/",
     .apply = &applied<&set<&PanelOptions::all>>},
    {.name = "--jobs", .letter = "-j", .argument = "N", .help = "read N reports at a time, 1 to 256 (default: 1)",
     .example = "zhibiao panel -j 4 reports/", .apply = &applied<&set_jobs>},
    {.name = "--max-bytes", .argument = "N", .help = "refuse inputs of more bytes, at most 1G (default 256M)",
     .more = "As 500000, 64K, 512M.",
     .example = "zhibiao panel --max-bytes 4M uploads/", .apply = &applied<&set_max_bytes>},
    {.name = "--input", .argument = "KIND", .help = "text, or reports: lines of --format jsonl",
     .more = "Inputs named *.jsonl hold such lines without being told.", .example = "zhibiao panel --input reports - < all.jsonl",
     .choices = "text reports", .apply = &applied<&set_input>},
    {.name = "--lexicon", .argument = "FILE", .help = "add to the built-in indicators, or replace some",
     .more = "May be repeated; each adds to those before.", .example = "zhibiao panel --lexicon mine.json reports/",
     .takes = Takes::file, .apply = &applied<&add_lexicon>},
    {.name = "--help", .letter = "-h", .help = "show this page", .example = "zhibiao panel --help",
     .apply = &set_help},
    {.name = "--", .help = "all that follows is a file name", .example = "zhibiao panel -- -odd-name.txt"},
});

// The indicators asked for, in the order of the lexicon; an id that it lacks is an error.
Result<std::vector<std::string>> chosen(const PanelOptions& options, const zhibiao::Lexicon& lexicon) {
  std::set<std::string> wanted;
  for (std::string_view rest = options.indicators; !rest.empty();) {
    const std::string_view id = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(rest.size(), id.size() + 1));
    if (!id.empty()) wanted.emplace(id);
  }
  std::vector<std::string> ids;
  for (const zhibiao::IndicatorInfo& info : lexicon.indicators()) {
    const bool named = wanted.erase(info.id) > 0;
    if (options.all || named || (options.indicators.empty() && info.headline)) ids.push_back(info.id);
  }
  if (wanted.empty() && !ids.empty()) return ids;
  const std::string culprit = wanted.empty() ? options.indicators : *wanted.begin();
  return zhibiao::Error{zhibiao::ErrorCode::io, "no such indicator: '" + culprit + "'; see zhibiao --list-indicators"};
}

// A line of a report; an input that failed when the lines were written fails again.
Result<zhibiao::Report> read_line(const std::string& line) {
  Result<zhibiao::Report> report = zhibiao::from_json(line);
  if (report) return report;
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("error")) return report;
  const auto text_at = [&](const char* place, const char* otherwise) {
    const nlohmann::json::json_pointer pointer(place);
    return json.contains(pointer) && json[pointer].is_string() ? json[pointer].get<std::string>() : otherwise;
  };
  return zhibiao::Error{report.error().code, "no report of " + text_at("/source/path", "its input") + ": " +
                                                 text_at("/error/message", "it failed")};
}

// What the panel needs of an input.
struct Read {
  std::string name;
  Result<zhibiao::Report> report;
};

Result<zhibiao::Report> report_of(const Input& input, const zhibiao::Extractor& extractor, std::size_t max_bytes) {
  if (input.error) return *input.error;
  if (input.is_report) return read_line(*input.text);
  const Result<zhibiao::Text> text = read_text(input, max_bytes);
  if (!text) return text.error();
  return extractor.extract(*text);
}

Read read(const Input& input, const zhibiao::Extractor& extractor, std::size_t max_bytes) {
  return {input.name, zhibiao::guarded([&] { return report_of(input, extractor, max_bytes); },
                                       [](zhibiao::Error error) { return Result<zhibiao::Report>(std::move(error)); })};
}

// panel.csv: panel.conflicts.csv; nothing beside a device or a pipe.
std::string beside(const std::string& output) {
  const std::filesystem::path path(output);
  std::error_code unknown;
  if (std::filesystem::exists(path, unknown) && !std::filesystem::is_regular_file(path, unknown)) return "";
  const bool csv = path.extension() == ".csv";
  return (path.parent_path() / (csv ? path.stem() : path.filename())).string() + ".conflicts.csv";
}

// 2 statements that differ, 1 report that has no place of its own
std::string counts_of(const std::vector<zhibiao::PanelConflict>& conflicts) {
  const auto reports = std::count_if(conflicts.begin(), conflicts.end(), [](const auto& one) { return one.cell.empty(); });
  const auto statements = static_cast<std::ptrdiff_t>(conflicts.size()) - reports;
  std::string out;
  if (statements > 0) out = std::to_string(statements) + (statements == 1 ? " statement that differs" : " statements that differ");
  if (statements > 0 && reports > 0) out += ", ";
  if (reports > 0) {
    out += std::to_string(reports) + (reports == 1 ? " report that has no place of its own" : " reports that have no place of their own");
  }
  return out;
}

int panel_command(const std::vector<std::string_view>& words) {
  PanelOptions options;
  if (const auto error = parse_flags(panel_description(), words, options)) {
    return refuse(error->message);
  }
  if (options.help) return write_help(panel_description(), "");
  if (options.all && !options.indicators.empty()) return refuse("--all-indicators and --indicators; see zhibiao panel --help");
  if (options.operands.empty()) {
    if (is_terminal(0)) return refuse("no input; see zhibiao panel --help");
    options.operands.emplace_back("-");
  }
  if (options.conflicts.empty() && !options.output.empty()) options.conflicts = beside(options.output);
  if (!options.output.empty() && options.conflicts == options.output) {
    return refuse("--conflicts and --output are one file; see zhibiao panel --help");
  }

  const auto& lexicon = kept(load_lexicon(options.lexicons));
  if (!lexicon) return refuse(lexicon.error().message);
  const Result<std::vector<std::string>> indicators = chosen(options, *lexicon);
  if (!indicators) return refuse(indicators.error().message);
  const auto& extractor = kept(zhibiao::Extractor::create(*lexicon));
  if (!extractor) return refuse(extractor.error().message);
  Result<Output> output = Output::open(options.output);
  if (!output) return refuse(output.error().message);
  std::optional<Output> conflicts;
  if (!options.conflicts.empty()) {
    Result<Output> opened = Output::open(options.conflicts);
    if (!opened) return refuse(opened.error().message);
    conflicts.emplace(*std::move(opened));
  }

  catch_signals();
  Inputs inputs(options.operands, false, options.max_bytes);
  inputs.take_reports(options.only_reports);
  zhibiao::PanelBuilder builder(*indicators);
  bool any_failed = false;
  zhibiao::run_ordered(
      options.jobs, [&] { return inputs.next(); },
      [&](const Input& input) { return read(input, *extractor, options.max_bytes); },
      [&](const Read& input) {
        if (input.report) {
          builder.add(*input.report);
        } else {
          any_failed = true;
          complain("zhibiao: " + input.name + ": " + input.report.error().message + '\n');
        }
        return true;
      });
  if (caught_signal() != 0) {
    complain("zhibiao: interrupted\n");
    return 128 + caught_signal();
  }
  const zhibiao::Panel panel = builder.finish();
  if (!panel.conflicts.empty()) {
    complain("zhibiao: in conflict: " + counts_of(panel.conflicts) +
             (conflicts ? "; see " + options.conflicts : "; --conflicts FILE lists them") + '\n');
  }
  output->write(options.wide ? wide_panel_csv(panel, *indicators) : panel_csv(panel));
  if (conflicts) conflicts->write(conflicts_csv(panel));
  std::string flaw = output->finish();
  if (flaw.empty() && conflicts) flaw = conflicts->finish();
  if (!flaw.empty()) return refuse(flaw);
  return any_failed ? failed : panel.rows.empty() ? nothing_found : found;
}

}  // namespace

Command panel_description() {
  return {.name = "panel",
          .operands = "[FILE|DIR|-]...",
          .summary = "holds the targets of reports against the results that the next year's reports state",
          .more = "CSV, a row a region, year, indicator, measure and unit. Statements that differ leave their cell empty, with the bound "
                  "`conflict`; they and reports that cannot be placed are rows of the second file. `met` is yes, no or unsettled.",
          .example = "zhibiao panel -o panel.csv reports/",
          .flags = flags,
          .run = &panel_command};
}

}  // namespace cli
