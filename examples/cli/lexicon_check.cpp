// `zhibiao lexicon check`: tries the cases of own lexicon files.

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.hpp"
#include "cli/flags.hpp"
#include "cli/formats.hpp"
#include "cli/table.hpp"
#include "zhibiao/lexicon_check.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using zhibiao::LexiconCase;
using zhibiao::LexiconCheck;
using zhibiao::Observation;
using zhibiao::Result;

enum CheckExit : int { all_right = 0, some_wrong = 1 };

constexpr std::size_t statement_cells = 90;

struct CheckOptions : CommandOptions {
  bool json = false;
};

bool set_format(CheckOptions& options, std::string_view value) {
  options.json = value == "json";
  return value == "json" || value == "text";
}

constexpr auto flags = std::to_array<Flag>({
    {.name = "--format", .letter = "-f", .argument = "FORMAT", .help = "text or json (default: text)",
     .example = "zhibiao lexicon check -f json mine.json", .choices = "text json", .apply = &applied<&set_format>},
    {.name = "--output", .letter = "-o", .argument = "FILE", .help = "write to FILE (default: standard output)",
     .example = "zhibiao lexicon check -o cases.txt mine.json", .takes = Takes::file, .apply = &set_output},
    {.name = "--help", .letter = "-h", .help = "show this page", .example = "zhibiao lexicon --help", .apply = &set_help},
    {.name = "--", .help = "all that follows is a file name", .example = "zhibiao lexicon check -- -mine.json"},
});

std::string_view name_of(LexiconCase::Outcome outcome) {
  switch (outcome) {
    case LexiconCase::Outcome::right: return "right";
    case LexiconCase::Outcome::wrong: return "wrong";
    default: return "missing";
  }
}

std::string words_of(const Observation& seen) {
  std::string out = seen.indicator + ' ' + std::string(to_string(seen.measure)) + ' ' + std::string(to_string(seen.status)) +
                    ": " + seen.value.text;
  out += seen.value.lower ? " = " + to_string(*seen.value.lower) : "";
  out += seen.value.upper && seen.value.upper != seen.value.lower ? " to " + to_string(*seen.value.upper) : "";
  out += ' ' + seen.value.unit;
  if (seen.scope) out += ", scope " + *seen.scope;
  return out + "  (rule " + seen.rule + ')';
}

// What was read, a line each.
std::string readings(const LexiconCase& one) {
  std::string out;
  const auto line = [&](const std::string& text) { out += "          " + cell(text, static_cast<std::size_t>(-1)) + '\n'; };
  for (const Observation& seen : one.report.observations) line(words_of(seen));
  for (const zhibiao::RelativeTarget& goal : one.report.relative_targets) {
    line(goal.indicator + " goal " + std::string(to_string(goal.relation)) + ' ' + goal.reference.value_or(""));
  }
  for (const zhibiao::Note& note : one.report.notes) line("left out: note " + note.reason);
  if (out.empty()) line("nothing was read");
  return out;
}

std::string case_text(const LexiconCase& one) {
  const std::string kind = one.counter ? "counter_example" : "example";
  if (one.outcome == LexiconCase::Outcome::missing) return "  missing " + kind + '\n';
  const std::string sign = one.outcome == LexiconCase::Outcome::right ? "  right   " : "  WRONG   ";
  std::string out = sign + kind + ": " + cell(one.statement, statement_cells) + '\n' + readings(one);
  if (one.outcome == LexiconCase::Outcome::wrong) {
    out += one.counter ? "          a counter-example must not give " + one.indicator + '\n'
                       : "          an example must give " + one.indicator + '\n';
  }
  return out;
}

struct Counts {
  std::size_t indicators = 0, right = 0, wrong = 0, missing = 0, broken = 0, before = 0;

  void add(const LexiconCheck& check) {
    indicators += check.cases.size() / 2;
    for (const LexiconCase& one : check.cases) {
      right += one.outcome == LexiconCase::Outcome::right ? 1U : 0U;
      wrong += one.outcome == LexiconCase::Outcome::wrong ? 1U : 0U;
      missing += one.outcome == LexiconCase::Outcome::missing ? 1U : 0U;
    }
    broken += check.broken.size();
    before += check.tried_before;
  }
};

std::string check_text(const std::string& file, const LexiconCheck& check) {
  std::string out;
  std::string indicator;
  for (const LexiconCase& one : check.cases) {
    if (indicator != one.indicator) {
      indicator = one.indicator;
      out += file + ':' + std::to_string(one.line) + ": " + indicator + '\n';
    }
    out += case_text(one);
  }
  for (const LexiconCase& one : check.broken) out += file + ": breaks " + one.indicator + '\n' + case_text(one);
  return out;
}

std::string counts_text(const Counts& counts) {
  return "indicators: " + std::to_string(counts.indicators) + "; cases: " + std::to_string(counts.right) + " right, " +
         std::to_string(counts.wrong) + " wrong, " + std::to_string(counts.missing) + " missing; older cases broken: " +
         std::to_string(counts.broken) + '\n';
}

Json json_of(const std::string& file, const LexiconCase& one) {
  Json read = Json::array();
  for (const Observation& seen : one.report.observations) {
    read.push_back({{"indicator", seen.indicator},
                    {"measure", to_string(seen.measure)},
                    {"status", to_string(seen.status)},
                    {"value", seen.value.text},
                    {"unit", seen.value.unit},
                    {"rule", seen.rule}});
  }
  Json notes = Json::array();
  for (const zhibiao::Note& note : one.report.notes) notes.push_back(note.reason);
  return {{"file", file},
          {"line", one.line == 0 ? Json() : Json(one.line)},
          {"indicator", one.indicator},
          {"case", one.counter ? "counter_example" : "example"},
          {"outcome", name_of(one.outcome)},
          {"statement", one.statement.empty() ? Json() : Json(one.statement)},
          {"read", std::move(read)},
          {"notes", std::move(notes)}};
}

int lexicon_command(const std::vector<std::string_view>& words) {
  const std::string_view verb = words.empty() ? std::string_view() : words.front();
  const bool wants_help = verb == "--help" || verb == "-h";
  if (verb != "check" && !wants_help) {
    return refuse(verb.empty() ? "lexicon needs a verb: check; see zhibiao lexicon check --help"
                               : "lexicon has no verb '" + std::string(verb) + "'; see zhibiao lexicon check --help");
  }
  CheckOptions options;
  const std::vector<std::string_view> rest(words.begin() + (wants_help ? 0 : 1), words.end());
  if (auto error = parse_flags(lexicon_check_description(), rest, options)) {
    return refuse(error->message);
  }
  if (options.help) return write_help(lexicon_check_description(), options.output);
  Result<Output> output = Output::open(options.output);
  if (!output) return refuse(output.error().message);
  if (options.operands.empty()) return refuse("lexicon check needs a file; see zhibiao lexicon check --help");

  Result<zhibiao::Lexicon> lexicon = zhibiao::Lexicon::built_in();
  if (!lexicon) return refuse(lexicon.error().message);
  Counts counts;
  std::string text;
  Json cases = Json::array();
  for (const std::string& file : options.operands) {
    const Result<std::string> json = read_file(file);
    if (!json) return refuse(file + ": " + json.error().message);
    Result<LexiconCheck> check = zhibiao::check_lexicon(*lexicon, *json, file);
    if (!check) return refuse(check.error().message);
    counts.add(*check);
    text += check_text(file, *check);
    for (const LexiconCase& one : check->cases) cases.push_back(json_of(file, one));
    for (const LexiconCase& one : check->broken) cases.push_back(json_of(file, one));
    lexicon = std::move(check->lexicon);
  }
  if (options.json) {
    const Json whole = {{"cases", std::move(cases)},
                        {"summary",
                         {{"indicators", counts.indicators},
                          {"right", counts.right},
                          {"wrong", counts.wrong},
                          {"missing", counts.missing},
                          {"older_tried", counts.before},
                          {"older_broken", counts.broken}}}};
    output->write(indented(whole.dump(-1, ' ', false, Json::error_handler_t::replace)) + '\n');
  } else {
    output->write(text + counts_text(counts));
  }
  return finish(*output, counts.wrong + counts.broken > 0 ? some_wrong : all_right);
}

}  // namespace

Command lexicon_check_description() {
  return {.name = "lexicon check",
          .operands = "FILE...",
          .summary = "reads the example and the counter-example of every indicator of the files",
          .more = "Each file is added to the lexicon before it. Says what was read and which rule spoke, and which cases of the older "
                  "indicators the file breaks.",
          .example = "zhibiao lexicon check mine.json",
          .exits = "0 every case is right, 1 some are not, 2 a file is broken, the command line or the output failed",
          .flags = flags,
          .run = &lexicon_command};
}

}  // namespace cli
