#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/command.hpp"
#include "cli/flags.hpp"
#include "cli/pages.hpp"

namespace cli {
namespace {

template <Task task>
bool set_task(Options& options, std::string_view) {
  options.task = task;
  return true;
}

bool set_format(Options& options, std::string_view value) {
  static constexpr std::array<std::pair<std::string_view, Format>, 6> names = {{{"table", Format::table},
                                                                                {"json", Format::json},
                                                                                {"jsonl", Format::jsonl},
                                                                                {"csv", Format::csv},
                                                                                {"sdmx-csv", Format::sdmx_csv},
                                                                                {"html", Format::html}}};
  for (const auto& [name, format] : names) {
    if (name != value) continue;
    options.format = format;
    return true;
  }
  return false;
}

bool set_colour(Options& options, std::string_view value) {
  options.colour = value == "always" ? Colour::always : value == "never" ? Colour::never : Colour::automatic;
  return value == "always" || value == "never" || value == "auto";
}

bool set_language(Options& options, std::string_view value) {
  options.language = value == "zh" ? Language::zh : Language::en;
  return value == "zh" || value == "en";
}

template <Talk talk>
bool set_talk(Options& options, std::string_view) {
  options.talk = talk;
  return true;
}

bool set_resume(Options& options, std::string_view) {
  options.resume = true;
  return true;
}

bool set_input(Options& options, std::string_view value) {
  options.json_lines = value == "jsonl";
  return value == "jsonl" || value == "text";
}

bool set_corrections(Options& options, std::string_view value) {
  options.corrections = value;
  return !value.empty();
}

bool set_strict_corrections(Options& options, std::string_view) {
  options.strict_corrections = true;
  return true;
}

bool set_gold(Options& options, std::string_view value) {
  options.task = Task::evaluate;
  options.gold = value;
  return !value.empty();
}

bool set_texts(Options& options, std::string_view value) {
  options.texts = value;
  return !value.empty();
}

constexpr std::string_view topics = "all man bash zsh fish";

bool set_topic(Options& options, std::string_view value) {
  bool known = value.empty();
  for_each_word(topics, [&](std::string_view topic) { known |= topic == value; });
  options.task = Task::help;
  options.topic = value;
  return known;
}

constexpr auto flags = std::to_array<Flag>({
    {.name = "--format", .letter = "-f", .argument = "FORMAT", .help = "table, json, jsonl, csv, sdmx-csv, html",
     .more = "A table is for people: the targets of the headline indicators, the results of the year under review, the rest by group. "
             "CSV has one row an observation, sdmx-csv too, with the codes and columns of SDMX-CSV 2.0. html is one page for a browser, without network: text, evidence and table side by side; several "
              "reports are compared. Without it: a table on a terminal, else json.",
     .example = "zhibiao --format jsonl reports/ > all.jsonl", .choices = "table json jsonl csv sdmx-csv html", .first_page = true,
     .apply = &applied<&set_format>},
    {.name = "--output", .letter = "-o", .argument = "FILE", .help = "write to FILE, which gets its name when all is written",
     .more = "JSON Lines stand in FILE.part until then, and stay there when the run is stopped.",
     .example = "zhibiao -f csv --output targets.csv reports/", .takes = Takes::file, .first_page = true, .apply = &set_output},
    {.name = "--jobs", .letter = "-j", .argument = "N", .help = "read N inputs at a time, 1 to 256 (default: 1)",
     .more = "The order of the output stays that of the inputs.",
     .example = "zhibiao --jobs 8 -f jsonl -o all.jsonl reports/", .first_page = true, .apply = &applied<&set_jobs>},
    {.name = "--lang", .argument = "LANG", .help = "zh or en: language of tables and pages",
     .more = "Where the locale names no language, a table speaks that of its report. A page follows the browser without this option.",
     .example = "zhibiao --lang en report.txt", .choices = "zh en", .first_page = true, .apply = &applied<&set_language>},
    {.name = "--color", .argument = "WHEN", .help = "auto, always or never (default: auto, on a terminal)",
     .example = "zhibiao --color always report.txt | less -R", .choices = "auto always never", .first_page = true,
     .apply = &applied<&set_colour>},
    {.name = "--quiet", .letter = "-q", .help = "say nothing but errors",
     .more = "No progress on a terminal either. The last of --quiet and --verbose holds.",
     .example = "zhibiao --quiet -f csv -o targets.csv reports/", .first_page = true, .apply = &applied<&set_talk<Talk::quiet>>},
    {.name = "--verbose", .letter = "-v", .help = "tell of each input what was found, and the totals",
     .example = "zhibiao --verbose -f csv -o targets.csv reports/", .first_page = true, .apply = &applied<&set_talk<Talk::verbose>>},
    {.name = "--resume", .help = "go on where the JSON Lines of the output stop",
     .more = "Goes with --format jsonl and --output FILE. Reads FILE.part or, where that is missing, FILE. "
             "Inputs that have their line are skipped, also those that failed.",
     .example = "zhibiao -f jsonl -o all.jsonl --resume reports/", .first_page = true, .apply = &applied<&set_resume>},
    {.name = "--input", .argument = "KIND", .help = "text, or jsonl: lines {\"id\": ..., \"text\": ...}",
     .example = "zhibiao --input jsonl -f jsonl < texts.jsonl", .choices = "text jsonl", .first_page = true, .apply = &applied<&set_input>},
    {.name = "--max-bytes", .argument = "N", .help = "refuse inputs of more bytes, at most 1G (default 256M)",
     .more = "As 500000, 64K, 512M.", .example = "zhibiao --max-bytes 4M -f jsonl uploads/", .apply = &applied<&set_max_bytes>},
    {.name = "--lexicon", .argument = "FILE", .help = "add to the built-in indicators, or replace some",
     .more = "May be repeated; each adds to those before.", .example = "zhibiao --lexicon mine.json report.txt",
     .takes = Takes::file, .first_page = true, .apply = &applied<&add_lexicon>},
    {.name = "--corrections", .argument = "FILE", .help = "apply the corrections of a reviewed CSV",
     .more = "Before every format; what no longer applies is said. `zhibiao diff --as-corrections` writes such a file.",
     .example = "zhibiao --corrections reviewed.csv -f jsonl reports/", .takes = Takes::file, .apply = &applied<&set_corrections>},
    {.name = "--strict-corrections", .help = "fail where a correction no longer applies",
     .example = "zhibiao --corrections reviewed.csv --strict-corrections -f jsonl reports/", .apply = &applied<&set_strict_corrections>},
    {.name = "--list-indicators", .help = "list the indicators of the lexicon",
     .example = "zhibiao --list-indicators -f csv > indicators.csv", .first_page = true, .apply = &applied<&set_task<Task::list_indicators>>},
    {.name = "--quantities", .help = "write every number with unit and bound, as JSON Lines",
     .more = "Whatever it belongs to; one line a text.", .example = "zhibiao --quantities report.txt",
     .apply = &applied<&set_task<Task::quantities>>},
    {.name = "--evaluate", .argument = "DIR", .help = "score the reading of the texts annotated in DIR",
     .more = "Precision, recall and F1 by document, indicator, measure and field, and every record that differs.",
     .example = "zhibiao --evaluate gold/ --texts reports/", .takes = Takes::folder, .apply = &applied<&set_gold>},
    {.name = "--texts", .argument = "DIR", .help = "where the texts of --evaluate are (default: with gold)",
     .example = "zhibiao --evaluate gold/ --texts reports/", .takes = Takes::folder, .apply = &applied<&set_texts>},
    {.name = "--explain", .help = "show every stage of the reading of one text", .example = "zhibiao --explain report.txt | less",
     .first_page = true, .apply = &applied<&set_task<Task::explain>>},
    {.name = "--dump-text", .help = "write the UTF-8 text that offsets \"text\" count into",
     .more = "Of one input: a page without its menus, or a text of another encoding.",
     .example = "zhibiao --dump-text page.html > page.txt", .apply = &applied<&set_task<Task::dump_text>>},
    {.name = "--version", .help = "name the versions of program, lexicon, ICU and RE2", .example = "zhibiao --version",
     .apply = &applied<&set_task<Task::version>>},
    {.name = "--help", .letter = "-h", .argument = "[TOPIC]", .help = "this page; all: every option; man, bash, zsh, fish",
     .more = "man writes the manual page, the names of shells their completion.",
     .example = "source <(zhibiao --help bash)", .choices = topics, .first_page = true, .apply = &applied<&set_topic>},
    {.name = "--", .help = "all that follows is a file name", .example = "zhibiao -- -odd-name.txt"},
});

// A command of its own (`zhibiao NAME ...`) is a line here, with flags like those above.
const auto all_commands = std::to_array<Command>({
    {.operands = "[FILE|DIR|-]...",
     .summary = "reads government work reports and writes the economic indicators they set as targets and report as results",
     .flags = flags},
    panel_description(),
    diff_description(),
    lexicon_check_description(),
});

zhibiao::Error misuse(std::string message) {
  return {zhibiao::ErrorCode::io, std::move(message) + "; see zhibiao --help"};
}

// What is right word by word and still makes no sense.
std::optional<std::string> contradiction(const Options& options) {
  const bool structured = options.format == Format::table || options.format == Format::csv;
  const bool reads = options.task == Task::extract || options.task == Task::help || options.task == Task::version;
  if (options.format == Format::html && !reads) return "--format html is for reports";
  if (options.format == Format::sdmx_csv && !reads) return "--format sdmx-csv is for reports";
  if (options.task == Task::quantities && structured) return "--quantities writes JSON Lines only";
  if (options.task == Task::explain || options.task == Task::dump_text) {
    const std::string_view name = options.task == Task::explain ? "--explain" : "--dump-text";
    if (options.operands.size() > 1 || options.json_lines) return std::string(name) + " takes one text";
    if (options.format != Format::automatic) return std::string(name) + " has no formats";
  }
  if (options.task == Task::evaluate && (!options.operands.empty() || options.json_lines)) {
    return "--evaluate reads the texts of its folder, and no others";
  }
  if (options.resume && (options.task != Task::extract || options.format != Format::jsonl || options.output.empty())) {
    return "--resume goes with --format jsonl and --output FILE";
  }
  if (!options.corrections.empty() && options.task != Task::extract) return "--corrections belongs to the reading of reports";
  if (options.strict_corrections && options.corrections.empty()) return "--strict-corrections goes with --corrections";
  const auto& operands = options.operands;
  if (options.corrections == "-" && (operands.empty() || std::find(operands.begin(), operands.end(), "-") != operands.end())) {
    return "standard input cannot be both the corrections and a report";
  }
  if (options.task != Task::evaluate && !options.texts.empty()) return "--texts belongs to --evaluate";
  return std::nullopt;
}

}  // namespace

zhibiao::Result<Options> parse_options(int argc, char** argv) {
  Options options;
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  // What follows --help cannot matter, and may be what somebody asks about.
  const auto enough = [&] { return options.task == Task::help || options.task == Task::version; };
  if (auto error = parse_flags(all_commands.front(), words, options, enough)) return *std::move(error);
  if (enough()) return options;
  if (const auto reason = contradiction(options)) return misuse(*reason);
  return options;
}

std::span<const Command> commands() noexcept { return all_commands; }

std::string help_text(std::string_view topic) {
  if (topic == "all") return help_all(all_commands);
  if (topic == "man") return manual_page(all_commands, zhibiao::version());
  if (topic == "bash") return bash_completion(all_commands);
  if (topic == "zsh") return zsh_completion(all_commands);
  if (topic == "fish") return fish_completion(all_commands);
  return help_page(all_commands);
}

}  // namespace cli
