// The command line of zhibiao: reads reports, writes their economic indicators. `zhibiao --help` is the manual.

#include "zhibiao/zhibiao.hpp"

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <future>
#include <iomanip>
#include <new>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/corrections.hpp"
#include "cli/description.hpp"
#include "cli/evaluate.hpp"
#include "cli/formats.hpp"
#include "cli/gold_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/page.hpp"
#include "cli/progress.hpp"
#include "cli/report_table.hpp"
#include "cli/resume.hpp"
#include "cli/scores.hpp"
#include "cli/sdmx_csv.hpp"
#include "cli/table.hpp"

namespace {

using cli::failed;
using cli::finish;
using cli::Format;
using cli::found;
using cli::Input;
using cli::nothing_found;
using cli::Options;
using cli::Output;
using cli::refuse;
using cli::Task;
using zhibiao::Result;

// What one input gives: written in the order of the inputs, whatever thread made it.
struct Outcome {
  std::string data;
  std::string words;  // for standard error
  bool found = false, failed = false;
  std::size_t bytes = 0, records = 0;
  std::vector<zhibiao::CorrectionResult> corrections = {};
};

// Decodes and reads inputs. One for all threads.
class Worker {
 public:
  // `corrections`: none where there are none.
  Worker(const Options& options, const zhibiao::Lexicon& lexicon, const zhibiao::Extractor& extractor,
         const zhibiao::Corrections* corrections, const cli::TableLook& look)
      : options_(options), extractor_(extractor), corrections_(corrections), look_(look) {
    if (options.format == Format::table) indicators_ = lexicon.indicators();
  }

  // One bad input costs that input only, also where it asks for more memory than there is.
  Outcome operator()(const Input& input) const {
    std::size_t bytes = 0;
    Outcome outcome =
        zhibiao::guarded([&] { return outcome_of(input, bytes); }, [&](const zhibiao::Error& error) { return failure(input, error); });
    outcome.bytes = bytes;
    return outcome;
  }

 private:
  Outcome outcome_of(const Input& input, std::size_t& bytes) const {
    if (input.error) return failure(input, *input.error);
    Result<zhibiao::Text> text = cli::read_text(input, options_.max_bytes);
    if (text) bytes = text->source.bytes;
    if (!text) return failure(input, text.error());
    switch (options_.task) {
      case Task::dump_text:
        return {std::move(text->utf8), "", true, false};
      case Task::explain:
        return {extractor_.explain(text->utf8), "", true, false};
      case Task::quantities:
        return quantities(input, *text);
      default:
        return extract(input, *text);
    }
  }

  Outcome extract(const Input& input, const zhibiao::Text& text) const {
    Result<zhibiao::Report> report = extractor_.extract(text);
    if (!report) return failure(input, report.error());
    Outcome outcome;
    if (corrections_ != nullptr) outcome.corrections = corrections_->apply(*report);
    outcome.records = report->observations.size() + report->relative_targets.size();
    outcome.found = outcome.records > 0;
    if (options_.talk != cli::Talk::quiet && !input.text && cli::is_json_lines(text.utf8)) {
      outcome.words = "zhibiao: " + input.name + " is read as one plain text; for a text a line say --input jsonl\n";
    }
    if (options_.talk == cli::Talk::verbose) {
      outcome.words += "zhibiao: " + input.name + ": " + text.source.encoding + ", " + std::to_string(text.source.bytes) + " bytes, " +
                      std::to_string(report->observations.size()) + " observations, " +
                      std::to_string(report->relative_targets.size()) + " goals without a number, " +
                      std::to_string(report->notes.size()) + " notes\n";
    }
    switch (options_.format) {
      case Format::table:
        outcome.data = cli::report_table(*report, text.utf8, indicators_, look_);
        break;
      case Format::csv:
        outcome.data = cli::csv_rows(*report);
        break;
      case Format::sdmx_csv:
        outcome.data = cli::sdmx_csv_rows(*report);
        if (options_.talk != cli::Talk::quiet) outcome.words += left_out(input, cli::without_period(*report));
        break;
      case Format::html:
        outcome.data = cli::page_report(*report, text.utf8);
        break;
      case Format::jsonl:
        outcome.data = zhibiao::to_json(*report) + '\n';
        break;
      default:
        outcome.data = cli::indented(zhibiao::to_json(*report));
        break;
    }
    return outcome;
  }

  static std::string left_out(const Input& input, std::size_t amount) {
    if (amount == 0) return "";
    return "zhibiao: " + input.name + ": " + std::to_string(amount) + " observation" + (amount == 1 ? "" : "s") +
           " without a period " + (amount == 1 ? "is" : "are") + " not in SDMX-CSV\n";
  }

  Outcome quantities(const Input& input, const zhibiao::Text& text) const {
    const Result<std::vector<zhibiao::Quantity>> seen = extractor_.quantities(text.utf8);
    if (!seen) return failure(input, seen.error());
    return {cli::quantities_line(text.source, *seen) + '\n', "", !seen->empty(), false};
  }

  Outcome failure(const Input& input, const zhibiao::Error& error) const {
    const bool as_line = options_.format == Format::jsonl || options_.task == Task::quantities;
    const bool on_page = options_.format == Format::html;
    return {as_line ? zhibiao::failure_to_json(cli::source_of(input), error) + '\n' : on_page ? cli::page_failure(input, error) : "",
            "zhibiao: " + input.name + ": " + error.message + '\n', false, true};
  }

  const Options& options_;
  const zhibiao::Extractor& extractor_;
  const zhibiao::Corrections* corrections_;
  const cli::TableLook& look_;
  std::vector<zhibiao::IndicatorInfo> indicators_;  // for tables
};

// What stands between the outcomes of a format.
struct Frame {
  std::string before, first, between, last, after;  // `first` and `last` stand around all outcomes, where there is one
};

std::string_view code_of(std::optional<cli::Language> language) {
  if (!language) return "";
  return *language == cli::Language::zh ? "zh" : "en";
}

Frame frame_of(const Options& options, const zhibiao::Lexicon& lexicon, bool list) {
  if (options.task != Task::extract) return {};
  switch (options.format) {
    case Format::table:
      return {"", "", "\n", "", ""};
    case Format::csv:
      return {cli::csv_header(), "", "", "", ""};
    case Format::sdmx_csv:
      return {cli::sdmx_csv_header(), "", "", "", ""};
    case Format::html:
      return {cli::page_head(lexicon, code_of(options.language)), "", "", "", std::string(cli::page_tail())};
    case Format::json:
      return list ? Frame{"[", "\n", ",\n", "\n", "]\n"} : Frame{"", "", "", "\n", ""};
    default:
      return {};
  }
}

// After a signal: what is finished is written, and of a file of lines kept for --resume.
int interrupted(const Output& output) {
  const std::string kept = output.part().empty() ? "" : "; what is finished stands in " + output.part() + ", go on with --resume";
  cli::complain("zhibiao: interrupted" + kept + '\n');
  return 128 + cli::caught_signal();
}

// zhibiao: 12 inputs, 1 failed, 345 records, 0.52 s
std::string totals(cli::Amount amount, std::size_t failures, std::size_t records, double seconds) {
  constexpr int places = 2;
  std::ostringstream out;
  out << "zhibiao: " << amount.items << (amount.items == 1 ? " input, " : " inputs, ") << failures << " failed, " << records
      << (records == 1 ? " record, " : " records, ") << amount.bytes << " bytes, " << std::fixed << std::setprecision(places)
      << seconds << " s\n";
  return out.str();
}

int run(const Options& options, const zhibiao::Lexicon& lexicon, const zhibiao::Extractor& extractor, Output& output,
        const cli::TableLook& look) {
  std::optional<zhibiao::Corrections> corrections;
  if (!options.corrections.empty()) {
    auto loaded = cli::load_corrections(options.corrections, lexicon, options.operands, options.json_lines);
    if (!loaded) return refuse(loaded.error().message);
    corrections = *std::move(loaded);
  }
  std::optional<cli::CorrectionTally> tally;
  if (corrections) tally.emplace(*corrections);
  cli::Inputs inputs(options.operands, options.json_lines, options.max_bytes);
  const Frame frame = frame_of(options, lexicon, inputs.is_list());
  const Worker worker(options, lexicon, extractor, corrections ? &*corrections : nullptr, look);
  std::optional<cli::Done> done;
  if (options.resume) {
    Result<cli::Done> read = cli::Done::read(output.part(), {"zhibiao", std::string(zhibiao::version()), lexicon.version()});
    if (!read) return refuse(read.error().message);
    done = *std::move(read);
    if (!output.go_on_at(done->bytes())) return finish(output, failed);
  }
  bool any_found = done && done->found(), any_failed = done && done->failed(), any_data = false;
  cli::Progress progress(options.talk != cli::Talk::quiet && cli::is_terminal(2));
  cli::Amount amount, total;
  std::size_t failures = 0, records = 0;
  std::atomic<std::size_t> skipped{0}, skipped_bytes{0};
  std::vector<zhibiao::Source> resumed;  // what --resume leaves out
  const auto next = [&] {
    auto input = inputs.next();
    while (input && done && done->take(*input)) {
      skipped_bytes += cli::size_of(*input);
      ++skipped;
      if (tally) resumed.push_back({input->path, input->id, {}, 0, {}});
      input = inputs.next();
    }
    return input;
  };
  std::atomic<bool> stop_counting{false};
  bool begun_counting = false;
  std::future<cli::Amount> counting;  // begun only where the work is long
  const auto show = [&] {
    if (!progress.due()) return;
    if (!std::exchange(begun_counting, true)) {
      counting = std::async(std::launch::async, [&] { return cli::count_inputs(options.operands, options.json_lines, stop_counting); });
    }
    if (counting.valid() && counting.wait_for(std::chrono::seconds(0)) == std::future_status::ready) total = counting.get();
    const cli::Amount passed{skipped, skipped_bytes};
    progress.update({amount.items + passed.items, amount.bytes + passed.bytes}, passed, total);
  };
  bool going = frame.before.empty() || output.write(frame.before);
  if (going) {
    zhibiao::run_ordered(options.jobs, next, std::cref(worker), [&](Outcome outcome) {
      any_found |= outcome.found;
      any_failed |= outcome.failed;
      ++amount.items;
      amount.bytes += outcome.bytes;
      records += outcome.records;
      failures += outcome.failed ? 1 : 0;
      if (!outcome.words.empty() || output.is_terminal()) progress.clear();
      if (!outcome.words.empty()) cli::complain(outcome.words);
      if (tally && !outcome.corrections.empty()) cli::complain(tally->add(outcome.corrections));
      if (!outcome.data.empty()) {
        outcome.data.insert(0, std::exchange(any_data, true) ? frame.between : frame.first);
        going = output.write(outcome.data);
      }
      show();
      return going;
    });
  }
  stop_counting = true;
  progress.clear();
  if (going && amount.items == 0 && skipped == 0 && options.talk != cli::Talk::quiet && cli::caught_signal() == 0) {
    cli::complain(options.json_lines ? "zhibiao: nothing to read: no line of JSON\n"
                                     : "zhibiao: nothing to read: no *.txt, *.text, *.md, *.htm or *.html there\n");
  }
  if (options.talk == cli::Talk::verbose) cli::complain(totals(amount, failures, records, progress.seconds()));
  if (going) output.write((any_data ? frame.last : "") + frame.after);
  if (going && cli::caught_signal() != 0) return interrupted(output);
  if (tally && !output.closed_by_reader()) {
    for (const zhibiao::Source& source : resumed) tally->excuse(source);
    cli::complain(tally->summary());
    any_failed |= options.strict_corrections && !tally->all_applied();
  }
  const int code = any_failed ? failed : any_found || output.closed_by_reader() ? found : nothing_found;
  return finish(output, code);
}

int list_indicators(Format format, const zhibiao::Lexicon& lexicon, Output& output, bool colour) {
  const std::vector<zhibiao::IndicatorInfo> indicators = lexicon.indicators();
  std::string data;
  if (format == Format::csv) {
    data = cli::indicators_csv(indicators);
  } else if (format == Format::json || format == Format::jsonl) {
    const bool lines = format == Format::jsonl;
    for (const std::string& line : cli::indicators_json(indicators)) {
      data += (data.empty() ? (lines ? "" : "[\n") : (lines ? "\n" : ",\n")) + line;
    }
    data += lines ? "\n" : "\n]\n";
  } else {
    data = cli::indicators_table(indicators, colour);
  }
  output.write(data);
  return finish(output, found);
}

// Reads and compares the texts of a folder of gold. One for all threads.
class Judge {
 public:
  Judge(const Options& options, const cli::GoldFolder& folder, const zhibiao::Lexicon& lexicon,
        const zhibiao::Extractor& extractor)
      : gold_(options.gold), texts_(options.texts.empty() ? options.gold : options.texts), folder_(folder), extractor_(extractor) {
    for (const zhibiao::IndicatorInfo& info : lexicon.indicators()) {
      if (info.headline) headline_.insert(info.id);
    }
    for (const cli::GoldDocument& document : folder.documents) {
      if (!document.gold) continue;
      for (const cli::Record& record : document.gold->records) named_.insert(record.indicator);
    }
  }

  cli::DocumentScore operator()(const cli::GoldDocument* document) const {
    const cli::Expected expected{document->gold ? &*document->gold : nullptr,
                                 document->fields ? &*document->fields : nullptr, folder_.has_goals, &headline_,
                                 &named_};
    return zhibiao::guarded([&] { return score_of(*document, expected); },
                            [&](const zhibiao::Error& error) { return without_report(*document, expected, error); });
  }

 private:
  cli::DocumentScore score_of(const cli::GoldDocument& document, const cli::Expected& expected) const {
    const Result<zhibiao::Text> text = read(path_of(document));
    if (!text) return without_report(document, expected, text.error());
    const Result<zhibiao::Report> report = extractor_.extract(*text);
    if (!report) return without_report(document, expected, report.error());
    return cli::compare(document.id, expected, &*report, text->utf8);
  }

  std::string path_of(const cli::GoldDocument& document) const {
    return (std::filesystem::path(texts_) / (document.id + ".txt")).string();
  }

  static Result<zhibiao::Text> read(const std::string& path) {
    const Result<std::string> bytes = cli::read_file(path);
    if (!bytes) return bytes.error();
    return zhibiao::decode(*bytes);
  }

  cli::DocumentScore without_report(const cli::GoldDocument& document, const cli::Expected& expected,
                                    const zhibiao::Error& error) const {
    cli::DocumentScore score = cli::compare(document.id, expected, nullptr, "");
    score.failure = path_of(document) + ": " + error.message;
    if (error.code == zhibiao::ErrorCode::io && texts_ == gold_) score.failure += " (--texts DIR names the folder of the texts)";
    return score;
  }

  std::string gold_, texts_;
  const cli::GoldFolder& folder_;
  const zhibiao::Extractor& extractor_;
  std::set<std::string> headline_, named_;
};

int evaluate(const Options& options, const zhibiao::Lexicon& lexicon, const zhibiao::Extractor& extractor,
             Output& output, bool colour) {
  const Result<cli::GoldFolder> folder = cli::read_gold_folder(options.gold);
  if (!folder) return refuse(folder.error().message);
  bool any_failed = !folder->flaws.empty();
  for (const std::string& flaw : folder->flaws) cli::complain("zhibiao: " + flaw + '\n');

  cli::Evaluation evaluation;
  evaluation.has_goals = folder->has_goals;
  const Judge judge(options, *folder, lexicon, extractor);
  std::size_t position = 0;
  cli::Progress progress(options.talk != cli::Talk::quiet && cli::is_terminal(2));
  zhibiao::run_ordered(
      options.jobs,
      [&]() -> std::optional<const cli::GoldDocument*> {
        if (position == folder->documents.size() || cli::caught_signal() != 0) return std::nullopt;
        return &folder->documents[position++];
      },
      std::cref(judge),
      [&](cli::DocumentScore score) {
        any_failed |= !score.failure.empty();
        if (!score.failure.empty()) {
          progress.clear();
          cli::complain("zhibiao: " + score.failure + '\n');
        }
        evaluation.add(std::move(score));
        if (progress.due()) progress.update({evaluation.documents.size(), 0}, {}, {folder->documents.size(), 0});
        return true;
      });
  progress.clear();
  if (cli::caught_signal() != 0) return interrupted(output);
  if (evaluation.documents.empty()) {
    if (!any_failed) cli::complain("zhibiao: " + options.gold + ": no *.gold.jsonl there\n");
    return finish(output, any_failed ? failed : nothing_found);
  }
  switch (options.format) {
    case Format::table:
      output.write(cli::scores_table(evaluation, colour));
      break;
    case Format::csv:
      output.write(cli::scores_csv(evaluation));
      break;
    default: {
      const std::string json =
          cli::scores_json(evaluation, {"zhibiao", std::string(zhibiao::version()), lexicon.version()});
      output.write((options.format == Format::jsonl ? json : cli::indented(json)) + '\n');
      break;
    }
  }
  return finish(output, any_failed ? failed : found);
}

std::string version_text(const zhibiao::Lexicon& lexicon) {
  return "zhibiao " + std::string(zhibiao::version()) + "\nlexicon " + lexicon.version() + '\n' +
         zhibiao::dependency_versions() + '\n';
}

bool wants_colour(cli::Colour colour, bool terminal) {
  if (colour != cli::Colour::automatic) return colour == cli::Colour::always;
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: set and not empty
  const char* kind = std::getenv("TERM");
  return terminal && (no_color == nullptr || *no_color == '\0') && (kind == nullptr || std::string_view(kind) != "dumb");
}

// zhibiao panle reports/: a file is meant, and there is none.
void hint_at_command(const char* word) {
  std::error_code ignored;
  if (*word == '-' || std::filesystem::exists(word, ignored)) return;
  const std::string_view meant = cli::nearest(word, "panel diff lexicon help");
  if (meant.empty()) return;
  cli::complain("zhibiao: '" + std::string(word) + "' is no command, did you mean '" + (meant == "help" ? "--help" : std::string(meant)) + "'?\n");
}

// -o records.csv alone: the ending of a name says nothing.
void hint_at_format(const std::string& output) {
  const std::string ending = std::filesystem::path(output).extension().string();
  if (ending != ".csv" && ending != ".jsonl" && ending != ".html") return;
  cli::complain("zhibiao: " + output + " is written as json; for " + ending.substr(1) + " say --format " + ending.substr(1) + '\n');
}

int main_of(int argc, char** argv) {
  // A file of such a name is ./panel.
  for (const cli::Command& command : cli::commands().subspan(1)) {
    if (argc > 1 && command.name.substr(0, command.name.find(' ')) == argv[1]) return command.run({argv + 2, argv + argc});
  }
  if (argc > 1) hint_at_command(argv[1]);
  Result<Options> parsed = cli::parse_options(argc, argv);
  if (!parsed) return refuse(parsed.error().message);
  Options& options = *parsed;

  const bool lines = options.task == Task::extract && options.format == Format::jsonl;
  Result<Output> output = Output::open(
      options.output, options.resume ? Output::Kind::resumed : lines ? Output::Kind::lines : Output::Kind::whole);
  if (!output) return refuse(output.error().message);
  if (options.task == Task::help) {
    output->write(cli::help_text(options.topic));
    return finish(*output, found);
  }

  const auto& lexicon = cli::kept(cli::load_lexicon(options.lexicons));
  if (!lexicon) return refuse(lexicon.error().message);
  if (options.task == Task::version) {
    output->write(version_text(*lexicon));
    return finish(*output, found);
  }

  const bool terminal = output->is_terminal();
  const bool colour = wants_colour(options.colour, terminal);
  if (options.task == Task::list_indicators) return list_indicators(options.format, *lexicon, *output, colour);

  if (options.format == Format::html && terminal) return refuse("--format html is for a browser: give --output FILE");
  if (options.format == Format::automatic) {
    if (options.task == Task::extract && options.talk != cli::Talk::quiet) hint_at_format(options.output);
    options.format = terminal ? Format::table : Format::json;
  }
  if (options.task != Task::evaluate && options.operands.empty()) {
    if (cli::is_terminal(0)) return refuse("no input; see zhibiao --help");
    options.operands.emplace_back("-");
  }

  const auto& extractor = cli::kept(zhibiao::Extractor::create(*lexicon));
  if (!extractor) return refuse(extractor.error().message);
  cli::catch_signals();
  if (options.task == Task::evaluate) return evaluate(options, *lexicon, *extractor, *output, colour);
  const cli::TableLook look{colour, output->columns(), options.language ? options.language : cli::language_of_environment()};
  return run(options, *lexicon, *extractor, *output, look);
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write(), and a quiet end
  std::signal(SIGXFSZ, SIG_IGN);  // so is a file that may grow no further, and not a quiet one
  try {
    return main_of(argc, argv);
  } catch (const std::bad_alloc&) {
    return refuse("out of memory");
  } catch (const std::exception& error) {
    return refuse(error.what());
  }
}
