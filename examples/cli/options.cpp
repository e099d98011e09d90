#include "cli/options.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include "cli/flags.hpp"
#include "zhibiao/extractor.hpp"

namespace cli {
namespace {

struct Flag {
  std::string_view name;
  std::string_view letter;    // "-o", or empty
  std::string_view argument;  // what --help calls it; empty: the flag takes none
  std::string_view help;
  bool (*apply)(Options&, std::string_view value);  // false: no such value
};

template <Task task>
bool set_task(Options& options, std::string_view) {
  options.task = task;
  return true;
}

bool set_format(Options& options, std::string_view value) {
  static constexpr std::array<std::pair<std::string_view, Format>, 4> names = {
      {{"table", Format::table}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"csv", Format::csv}}};
  for (const auto& [name, format] : names) {
    if (name != value) continue;
    options.format = format;
    return true;
  }
  return false;
}

bool set_output(Options& options, std::string_view value) {
  options.output = value == "-" ? "" : value;
  return !value.empty();
}

bool set_jobs(Options& options, std::string_view value) { return read_jobs(value, options.jobs); }
bool set_max_bytes(Options& options, std::string_view value) { return read_bytes(value, options.max_bytes); }

bool set_resume(Options& options, std::string_view) {
  options.resume = true;
  return true;
}

bool set_input(Options& options, std::string_view value) {
  options.json_lines = value == "jsonl";
  return value == "jsonl" || value == "text";
}

bool add_lexicon(Options& options, std::string_view value) {
  options.lexicons.emplace_back(value);
  return !value.empty();
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

constexpr std::array<Flag, 17> flags = {{
    {"--format", "-f", "FORMAT", "table, json, jsonl or csv (default: table on a terminal, else json)", &set_format},
    {"--output", "-o", "FILE", "write to FILE, which changes only once everything is written", &set_output},
    {"--jobs", "-j", "N", "read N inputs at a time; the order of the output stays (default: 1)", &set_jobs},
    {"--resume", "", "", "go on where the JSON Lines of the output FILE, or of FILE.part, stop", &set_resume},
    {"--max-bytes", "", "N", "refuse inputs of more, as 64K, 512M (default: 256M; at most 1G)", &set_max_bytes},
    {"--input", "", "KIND", "text, or jsonl: a text a line, as {\"id\": ..., \"text\": ...} (default: text)",
     &set_input},
    {"--lexicon", "", "FILE", "add to the built-in indicators, or replace some; may be repeated", &add_lexicon},
    {"--corrections", "", "FILE", "apply the corrections of a reviewed CSV (examples/guide/review.md)", &set_corrections},
    {"--strict-corrections", "", "", "fail where a correction no longer applies", &set_strict_corrections},
    {"--quantities", "", "", "write every number with unit and bound, one JSON line a text",
     &set_task<Task::quantities>},
    {"--evaluate", "", "DIR", "read the texts annotated in DIR and score what is read (examples/cli/evaluate.md)",
     &set_gold},
    {"--texts", "", "DIR", "where the texts of --evaluate stand (default: beside their gold)", &set_texts},
    {"--explain", "", "", "show every stage of the reading of one text", &set_task<Task::explain>},
    {"--dump-text", "", "", "write the UTF-8 text of one input, which offsets \"text\" count into",
     &set_task<Task::dump_text>},
    {"--list-indicators", "", "", "list the indicators of the lexicon", &set_task<Task::list_indicators>},
    {"--version", "", "", "name the versions of program, lexicon, ICU and RE2", &set_task<Task::version>},
    {"--help", "-h", "", "show this page", &set_task<Task::help>},
}};

zhibiao::Error misuse(std::string message) {
  return {zhibiao::ErrorCode::io, std::move(message) + "; see zhibiao --help"};
}

// What is right word by word and still makes no sense.
std::optional<std::string> contradiction(const Options& options) {
  const bool structured = options.format == Format::table || options.format == Format::csv;
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

bool read_jobs(std::string_view value, unsigned& jobs) {
  constexpr unsigned most = 256;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, jobs);
  return error == std::errc() && stop == end && jobs >= 1 && jobs <= most;
}

bool read_bytes(std::string_view value, std::size_t& bytes) {
  std::size_t shift = 0;
  for (const auto& [letter, bits] : {std::pair('K', 10), std::pair('M', 20), std::pair('G', 30)}) {
    if (!value.empty() && value.back() == letter) shift = static_cast<std::size_t>(bits);
  }
  if (shift > 0) value.remove_suffix(1);
  std::size_t number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end || number == 0) return false;
  if (number > zhibiao::Extractor::max_input_bytes >> shift) return false;
  bytes = number << shift;
  return true;
}

zhibiao::Result<Options> parse_options(int argc, char** argv) {
  Options options;
  const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
  // What follows --help cannot matter, and may be what somebody asks about.
  const auto enough = [](const Options& so_far) { return so_far.task == Task::help || so_far.task == Task::version; };
  if (auto error = parse_flags(flags, words, "zhibiao", options, enough)) return *std::move(error);
  if (enough(options)) return options;
  if (const auto reason = contradiction(options)) return misuse(*reason);
  return options;
}

std::string help_text() {
  std::string out =
      "Usage: zhibiao [OPTIONS] [FILE|DIR|-]...        (besides: zhibiao diff --help, zhibiao lexicon --help)\n"
      "Reads government work reports; writes the economic indicators they set as targets and report as results.\n"
      "Folders are walked for *.txt, *.text, *.md, *.htm, *.html; - is standard input; behind -- all are file names.\n\n";
  out += flag_lines(flags);
  out +=
      "\nSeveral inputs give an array; jsonl a line an input, csv a row an observation. What fails is said, the rest written.\n"
      "Exit status: 0 something found, 1 nothing found, 2 an input, the command line or the output failed, 130, 143 a signal.\n";
  return out;
}

}  // namespace cli
