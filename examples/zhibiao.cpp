// The command line of zhibiao: reads reports, writes their economic indicators. `zhibiao --help` is the manual.

#include "zhibiao/zhibiao.hpp"

#include <csignal>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <functional>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "cli/evaluate.hpp"
#include "cli/formats.hpp"
#include "cli/gold_folder.hpp"
#include "cli/inputs.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/resume.hpp"
#include "cli/scores.hpp"
#include "cli/table.hpp"

namespace {

using cli::Format;
using cli::Input;
using cli::Options;
using cli::Output;
using cli::Task;
using zhibiao::Result;

// For programs that call this one; see --help.
enum ExitCode : int { found = 0, nothing_found = 1, failed = 2 };

int refuse(const std::string& message) {
  cli::complain("zhibiao: " + message + '\n');
  return failed;
}

// What one input gives: written in the order of the inputs, whatever thread made it.
struct Outcome {
  std::string data;
  std::string words;  // for standard error
  bool found = false, failed = false;
};

// Decodes and reads inputs. One for all threads.
class Worker {
 public:
  Worker(const Options& options, const zhibiao::Lexicon& lexicon, const zhibiao::Extractor& extractor, bool colour)
      : options_(options), lexicon_(lexicon), extractor_(extractor), colour_(colour) {}

  // One bad input costs that input only, also where it asks for more memory than there is.
  Outcome operator()(const Input& input) const {
    try {
      return outcome_of(input);
    } catch (const std::bad_alloc&) {
      return failure(input, {zhibiao::ErrorCode::input_too_large, "not enough memory for it"});
    }
  }

 private:
  Outcome outcome_of(const Input& input) const {
    if (input.error) return failure(input, *input.error);
    Result<zhibiao::Text> text = read(input);
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

  Result<zhibiao::Text> read(const Input& input) const {
    Result<std::string> bytes =
        input.text ? Result<std::string>(*input.text) : cli::read_file(*input.path, options_.max_bytes);
    if (!bytes) return bytes.error();
    Result<zhibiao::Text> text = zhibiao::decode(*bytes);
    if (!text) return text;
    text->source.id = input.id;
    if (input.text) {
      text->source.offsets = "text";  // of the line, not of the file that holds it
    } else {
      text->source.path = input.path;
    }
    return text;
  }

  Outcome extract(const Input& input, const zhibiao::Text& text) const {
    const Result<zhibiao::Report> report = extractor_.extract(text);
    if (!report) return failure(input, report.error());
    Outcome outcome;
    outcome.found = !report->observations.empty() || !report->relative_targets.empty();
    switch (options_.format) {
      case Format::table:
        outcome.data = cli::report_table(*report, text.utf8, lexicon_, colour_);
        break;
      case Format::csv:
        outcome.data = cli::csv_rows(*report);
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

  Outcome quantities(const Input& input, const zhibiao::Text& text) const {
    const Result<std::vector<zhibiao::Quantity>> seen = extractor_.quantities(text.utf8);
    if (!seen) return failure(input, seen.error());
    return {cli::quantities_line(text.source, *seen) + '\n', "", !seen->empty(), false};
  }

  Outcome failure(const Input& input, const zhibiao::Error& error) const {
    const bool as_line = options_.format == Format::jsonl || options_.task == Task::quantities;
    const zhibiao::FailedSource source{input.path, input.id, input.text ? std::optional(input.text->size()) : std::nullopt};
    return {as_line ? zhibiao::failure_to_json(source, error) + '\n' : "",
            "zhibiao: " + input.name + ": " + error.message + '\n', false, true};
  }

  const Options& options_;
  const zhibiao::Lexicon& lexicon_;
  const zhibiao::Extractor& extractor_;
  bool colour_;
};

// What stands between the outcomes of a format.
struct Frame {
  std::string before, first, between, last, after;  // `first` and `last` stand around all outcomes, where there is one
};

Frame frame_of(const Options& options, bool list) {
  if (options.task != Task::extract) return {};
  switch (options.format) {
    case Format::table:
      return {"", "", "\n", "", ""};
    case Format::csv:
      return {cli::csv_header(), "", "", "", ""};
    case Format::json:
      return list ? Frame{"[", "\n", ",\n", "\n", "]\n"} : Frame{"", "", "", "\n", ""};
    default:
      return {};
  }
}

int finish(Output& output, int code) {
  const std::string message = output.finish();
  return message.empty() ? code : refuse(message);
}

// After a signal: what is finished is written, and of a file of lines kept for --resume.
int interrupted(const Output& output) {
  const std::string kept = output.part().empty() ? "" : "; what is finished stands in " + output.part() + ", go on with --resume";
  cli::complain("zhibiao: interrupted" + kept + '\n');
  return 128 + cli::caught_signal();
}

int run(const Options& options, const zhibiao::Lexicon& lexicon, const zhibiao::Extractor& extractor, Output& output,
        bool colour) {
  cli::Inputs inputs(options.operands, options.json_lines, options.max_bytes);
  const Frame frame = frame_of(options, inputs.is_list());
  const Worker worker(options, lexicon, extractor, colour);
  std::optional<cli::Done> done;
  if (options.resume) {
    Result<cli::Done> read = cli::Done::read(output.part(), {"zhibiao", std::string(zhibiao::version()), lexicon.version()});
    if (!read) return refuse(read.error().message);
    done = *std::move(read);
    if (!output.go_on_at(done->bytes())) return finish(output, failed);
  }
  bool any_found = done && done->found(), any_failed = done && done->failed(), any_data = false;
  const auto next = [&] {
    auto input = inputs.next();
    while (input && done && done->take(*input)) input = inputs.next();
    return input;
  };
  bool going = frame.before.empty() || output.write(frame.before);
  if (going) {
    zhibiao::run_ordered(options.jobs, next, std::cref(worker), [&](Outcome outcome) {
      any_found |= outcome.found;
      any_failed |= outcome.failed;
      if (!outcome.words.empty()) cli::complain(outcome.words);
      if (outcome.data.empty()) return true;
      outcome.data.insert(0, std::exchange(any_data, true) ? frame.between : frame.first);
      going = output.write(outcome.data);
      return going;
    });
  }
  if (going) output.write((any_data ? frame.last : "") + frame.after);
  if (going && cli::caught_signal() != 0) return interrupted(output);
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
      : texts_(options.texts.empty() ? options.gold : options.texts), folder_(folder), extractor_(extractor) {
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
    const Result<zhibiao::Text> text = read(path_of(*document));
    if (!text) return without_report(*document, expected, text.error());
    const Result<zhibiao::Report> report = extractor_.extract(*text);
    if (!report) return without_report(*document, expected, report.error());
    return cli::compare(document->id, expected, &*report, text->utf8);
  }

 private:
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
    return score;
  }

  std::string texts_;
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
  zhibiao::run_ordered(
      options.jobs,
      [&]() -> std::optional<const cli::GoldDocument*> {
        if (position == folder->documents.size() || cli::caught_signal() != 0) return std::nullopt;
        return &folder->documents[position++];
      },
      std::cref(judge),
      [&](cli::DocumentScore score) {
        any_failed |= !score.failure.empty();
        if (!score.failure.empty()) cli::complain("zhibiao: " + score.failure + '\n');
        evaluation.add(std::move(score));
        return true;
      });
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

Result<zhibiao::Lexicon> load_lexicon(const std::vector<std::string>& files) {
  Result<zhibiao::Lexicon> lexicon = zhibiao::Lexicon::built_in();
  for (const std::string& file : files) {
    if (!lexicon) break;
    const Result<std::string> json = cli::read_file(file);
    if (!json) return zhibiao::Error{json.error().code, file + ": " + json.error().message};
    lexicon = lexicon->extended(*json, file);
  }
  return lexicon;
}

// Until the process ends: to take a lexicon apart would only keep the caller waiting.
template <typename T>
const T& kept(T made) {
  static const T* const there = new T(std::move(made));
  return *there;
}

int main_of(int argc, char** argv) {
  Result<Options> parsed = cli::parse_options(argc, argv);
  if (!parsed) return refuse(parsed.error().message);
  Options& options = *parsed;

  const bool lines = options.task == Task::extract && options.format == Format::jsonl;
  Result<Output> output = Output::open(
      options.output, options.resume ? Output::Kind::resumed : lines ? Output::Kind::lines : Output::Kind::whole);
  if (!output) return refuse(output.error().message);
  if (options.task == Task::help) {
    output->write(cli::help_text());
    return finish(*output, found);
  }

  const auto& lexicon = kept(load_lexicon(options.lexicons));
  if (!lexicon) return refuse(lexicon.error().message);
  if (options.task == Task::version) {
    output->write(version_text(*lexicon));
    return finish(*output, found);
  }

  const bool terminal = output->is_terminal();
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org: set and not empty
  const bool colour = terminal && (no_color == nullptr || *no_color == '\0');
  if (options.task == Task::list_indicators) return list_indicators(options.format, *lexicon, *output, colour);

  if (options.format == Format::automatic) options.format = terminal ? Format::table : Format::json;
  if (options.task != Task::evaluate && options.operands.empty()) {
    if (cli::is_terminal(0)) return refuse("no input; see zhibiao --help");
    options.operands.emplace_back("-");
  }

  const auto& extractor = kept(zhibiao::Extractor::create(*lexicon));
  if (!extractor) return refuse(extractor.error().message);
  cli::catch_signals();
  if (options.task == Task::evaluate) return evaluate(options, *lexicon, *extractor, *output, colour);
  return run(options, *lexicon, *extractor, *output, colour);
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
