// The benchmarks. run.sh calls this program; README.md tells how its tables are read.
//
//   benchmarks --source DIR --cli FILE --work DIR --counters FILE --rg FILE --python FILE --out FILE [--corpus DIR]

#include <algorithm>
#include <atomic>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "lexicon/data.hpp"
#include "lexicon/load.hpp"
#include "measure.hpp"
#include "stages.hpp"
#include "table.hpp"
#include "texts.hpp"
#include "zhibiao/json.hpp"
#include "zhibiao/zhibiao.hpp"

namespace {

namespace fs = std::filesystem;
using namespace zhibiao;
using namespace zhibiao::bench;
using Texts = std::vector<std::string>;

constexpr std::size_t rounds_of_a_run = 7, runs_at_most = 3;
constexpr double quiet = 1.2;  // baselines differ by no more between rounds
constexpr std::size_t report_bytes = 43'000;
// 8 MB of reports that all differ: a pass lasts some tenth of a second, so that what is timed is warm, as it is for the baselines, and
// too long to be learnt by heart.
constexpr std::uint64_t ordinary_reports = 190;
constexpr std::size_t few_reports = 24;  // for what is slow, or needs all that was made kept in memory

[[noreturn]] void stop(const std::string& reason) { throw std::runtime_error(reason); }

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) stop(path.string() + ": cannot be read");
  return std::string(std::istreambuf_iterator<char>(file), {});
}

void write_file(const fs::path& path, const std::string& data) {
  std::ofstream file(path, std::ios::binary);
  if (!(file << data)) stop(path.string() + ": cannot be written");
}

std::size_t total(const Texts& texts) {
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

struct Options {
  std::map<std::string, std::string> values;
  const std::string& operator[](const std::string& name) const {
    const auto found = values.find(name);
    if (found == values.end()) stop("--" + name + " is missing");
    return found->second;
  }
  std::string get(const std::string& name) const { return values.contains(name) ? values.at(name) : std::string(); }
};

Extractor make_extractor() {
  auto made = Extractor::create();
  if (!made) stop(made.error().message);
  return *made;
}

std::string json_of(const Extractor& extractor, const std::string& text) {
  const auto report = extractor.extract(text);
  if (!report) stop(report.error().message);
  return to_json(*report);
}

// The built-in lexicon with nine more names for each of its Chinese ones. No text has them.
Lexicon ten_times_the_names() {
  const auto lexicon = Lexicon::built_in();
  if (!lexicon) stop(lexicon.error().message);
  const auto complete = lexicon::load_embedded();  // the built-in one has its names as an automaton alone
  if (!complete) stop(complete.error().message);
  const std::string_view prefixes[] = {"甪", "圐", "圙", "尕", "畲", "壸", "禀", "囧", "龘"};
  std::set<std::string_view> taken;
  nlohmann::json entries = nlohmann::json::array();
  for (const IndicatorEntry& entry : complete->indicators) {
    if (!entry.expands_to.empty()) continue;
    nlohmann::json names = nlohmann::json::array();
    for (const auto* list : {&entry.names, &entry.weak_names, &entry.scoped_names}) {
      for (const std::string& name : *list) {
        if (!taken.insert(name).second) continue;
        for (const std::string_view prefix : prefixes) names.push_back(std::string(prefix) + name);
      }
    }
    if (names.empty()) continue;
    entries.push_back({{"id", "more_" + entry.id}, {"label_zh", "更多"}, {"label_en", "more"}, {"group", "more"},
                       {"nature", "amount"}, {"units", {"CNY"}}, {"names", std::move(names)}});
  }
  if (entries.empty()) stop("no names to multiply");
  auto extended = lexicon->extended(nlohmann::json{{"indicators", std::move(entries)}}.dump(), "more.json");
  if (!extended) stop(extended.error().message);
  return *extended;
}

// Everything that is measured, with what each result must be.
class Bench {
 public:
  explicit Bench(const Options& options) : o_(options), extractor_(make_extractor()) {
    const auto lexicon = Lexicon::built_in();
    auto model = extract::Model::compile(*lexicon);
    if (!model) stop(model.error().message);
    model_ = *model;
    make_texts();
    check_golden();
  }

  void add_cases() {
    add_baselines();
    add_start();
    for (const auto& [name, texts] : texts_) add_extraction("text: " + name, texts, extractor_);
    stages_ = std::make_unique<Stages>(*model_, few_);
    stage_names_ = stages_->add_to(rounds_);
    add_core();
    add_twin();
    add_json();
    add_threads();
    add_extraction("one report", one_, extractor_);
    add_extraction("ten reports", ten_, extractor_);
    add_extraction("ten reports in one text", ten_in_one_, extractor_);
    const auto more = Extractor::create(ten_times_the_names());
    if (!more) stop(more.error().message);
    add_extraction("ten times the names", ordinary(), *more);
    for (const Hostile& hostile : hostile(8'000)) {
      hostile_names_.push_back("hostile: " + hostile.name);
      add_extraction(hostile_names_.back(), {hostile.text}, extractor_);
    }
  }

  void run() {
    for (runs_ = 1;; ++runs_) {
      std::cerr << "run " << runs_ << ": " << rounds_of_a_run << " rounds\n";
      rounds_.run(rounds_of_a_run);
      if (rounds_.unrest() <= quiet || runs_ == runs_at_most) break;
      std::cerr << "disturbed: a baseline differs by a factor of " << shown(rounds_.unrest()) << " between rounds in the quietest run\n";
    }
    measure_batch_memory();
  }

  std::vector<Row> limits() const;
  std::string results() const;

 private:
  const Texts& ordinary() const { return texts_.at("ordinary"); }

  void make_texts() {
    const Texts samples = sample_sentences(fs::path(o_["source"]) / "examples/samples");
    Texts plain, wide, mixed, empty;
    for (std::uint64_t seed = 1; seed <= ordinary_reports; ++seed) {
      plain.push_back(report(seed, report_bytes, samples));
      wide.push_back(full_width(plain.back()));
      mixed.push_back(shuffled(plain.back(), seed));
      empty.push_back(without_candidates(seed, report_bytes));
    }
    one_ = {plain.front()};
    std::string all;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
      ten_.push_back(report(seed, report_bytes, samples) + '\n');
      all += ten_.back();
    }
    ten_in_one_ = {std::move(all)};
    few_.assign(plain.begin(), plain.begin() + few_reports);
    texts_["ordinary"] = std::move(plain);
    texts_["full-width signs"] = std::move(wide);
    texts_["shuffled sentences"] = std::move(mixed);
    texts_["without candidates"] = std::move(empty);
    for (const auto& entry : fs::directory_iterator(fs::path(o_["source"]) / "examples/samples")) {
      if (entry.path().extension() == ".txt") texts_["the samples"].push_back(read_file(entry.path()));
    }
    if (const fs::path corpus = o_.get("corpus"); !corpus.empty() && fs::is_directory(corpus)) {
      std::vector<fs::path> files;
      for (const auto& entry : fs::directory_iterator(corpus)) {
        if (entry.path().extension() == ".txt") files.push_back(entry.path());
      }
      std::sort(files.begin(), files.end());
      for (const fs::path& file : files) {
        texts_["real reports"].push_back(read_file(file));
      }
    }
    samples_ = samples;

    const fs::path work = o_["work"];
    fs::create_directories(work / "batch");
    write_file(work / "one.txt", one_[0]);
    std::string large;
    while (large.size() < 32u << 20) {
      for (const std::string& text : ordinary()) large += text;
    }
    write_file(work / "large.txt", large);
    large_ = std::move(large);
    write_file(work / "python.txt", large_.substr(0, total(ordinary())));
    for (std::size_t i = 0; i < few_.size(); ++i) write_file(work / "batch" / (std::to_string(100 + i) + ".txt"), few_[i]);
  }

  // Each sample gives its golden report.
  void check_golden() const {
    const fs::path source = o_["source"];
    for (const auto& entry : fs::directory_iterator(source / "examples/samples")) {
      if (entry.path().extension() != ".txt") continue;
      nlohmann::json golden = nlohmann::json::parse(
          read_file(source / "tests/golden" / entry.path().filename().replace_extension(".json")));
      nlohmann::json fresh = nlohmann::json::parse(json_of(extractor_, read_file(entry.path())));
      for (nlohmann::json* one : {&golden, &fresh}) {
        one->erase("generator");
        one->erase("source");
      }
      if (golden != fresh) stop(entry.path().filename().string() + ": not its golden report; nothing is timed");
    }
  }

  void add_baselines() {
    rounds_.add("memcpy", large_.size(), [this, target = std::make_shared<std::string>(large_.size(), ' ')] {
      return timed([&] { std::memcpy(target->data(), large_.data(), large_.size()); }, 0.05);
    }, true);
    rounds_.add("ripgrep", large_.size(), [this] { return ripgrep("large.txt", rg_hits_); }, true);
    rounds_.add("ripgrep, one report", one_[0].size(), [this] {
      return median({ripgrep("one.txt", rg_hits_one_), ripgrep("one.txt", rg_hits_one_), ripgrep("one.txt", rg_hits_one_)});
    });
    const std::size_t python_bytes = total(ordinary());
    rounds_.add("Python", python_bytes, [this, python_bytes] {
      const Finished done = run_program({o_["python"], (fs::path(o_["source"]) / "tests/benchmarks/baseline.py").string(),
                                         names_file(), (fs::path(o_["work"]) / "python.txt").string()});
      std::istringstream words(done.output);
      double rate = 0;
      std::size_t found = 0;
      if (done.status != 0 || !(words >> rate >> found) || found == 0) stop("baseline.py failed");
      return static_cast<double>(python_bytes) / rate;
    }, true);
  }

  std::string names_file() const { return (fs::path(o_["source"]) / "tests/benchmarks/names.txt").string(); }

  double ripgrep(const std::string& file, std::string& hits) const {
    const Finished done = run_program({o_["rg"], "-j1", "--count-matches", "-f", names_file(),
                                       (fs::path(o_["work"]) / file).string()});
    if (done.status != 0 || (!hits.empty() && hits != done.output)) stop("ripgrep failed on " + file);
    hits = done.output;
    return done.seconds;
  }

  void add_start() {
    rounds_.add("start: lexicon from JSON", 1, [] {
      return timed([] { if (!Lexicon::built_in()) stop("no lexicon"); });
    });
    rounds_.add("start: model from lexicon", 1, [lexicon = Lexicon::built_in()] {
      return timed([&] { if (!extract::Model::compile(*lexicon)) stop("no model"); });
    });
    rounds_.add("start: model construction", 1, [] { return timed([] { make_extractor(); }); });
    rounds_.add("start: first report", one_[0].size(), [this] {
      const Extractor fresh = make_extractor();
      const auto start = std::chrono::steady_clock::now();
      if (!fresh.extract(one_[0])) stop("no report");
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    });
    const std::string file = (fs::path(o_["work"]) / "one.txt").string();
    const Finished first = run_program({o_["cli"], "--format", "jsonl", file});
    const auto printed = from_json(first.output), read = extractor_.extract(one_[0]);
    if (!printed || !read || printed->observations != read->observations) stop("the binary reads another report");
    rounds_.add("start: binary on one report", one_[0].size(), [this, file, expected = first.output] {
      double seconds[3];
      for (double& one : seconds) {
        const Finished done = run_program({o_["cli"], "--format", "jsonl", file});
        if (done.output != expected) stop("the binary does not repeat itself");
        one = done.seconds;
      }
      return median({seconds[0], seconds[1], seconds[2]});
    });
  }

  void add_extraction(const std::string& name, const Texts& texts, const Extractor& extractor) {
    auto expected = std::make_shared<Texts>();
    for (const std::string& text : texts) expected->push_back(json_of(extractor_, text));
    rounds_.add(name, total(texts), [extractor, texts, expected, checked = false]() mutable {
      if (!std::exchange(checked, true)) {  // this extractor warm, and right
        for (std::size_t i = 0; i < texts.size(); ++i) {
          if (json_of(extractor, texts[i]) != (*expected)[i]) stop("a report differs from that of a plain run");
        }
      }
      return timed([&] {
        for (const std::string& text : texts) {
          if (!extractor.extract(text)) stop("no report");
        }
      });
    });
  }

  void add_core() {
    rounds_.add("extraction core", total(ordinary()), [this, reader = std::make_shared<extract::Reader>(*model_)] {
      return timed([&] {
        for (const std::string& text : ordinary()) reader->read(text);
      });
    });
  }

  // RE2 and ICU over everything: its records first, then its time.
  void add_twin() {
    auto plain = std::make_shared<extract::Reader>(*model_, extract::Path::plain);
    extract::Reader gated(*model_);
    const auto places = [](const extract::Analysis& analysis) {
      std::vector<std::pair<std::uint32_t, std::uint32_t>> out;
      for (const extract::Record& record : analysis.records) out.emplace_back(record.indicator, record.value.begin);
      for (const extract::Refusal& refusal : analysis.refusals) out.emplace_back(refusal.begin, refusal.end);
      return out;
    };
    for (const std::string& text : few_) {
      if (places(gated.read(text)) != places(plain->read(text))) stop("the two paths do not agree");
    }
    rounds_.add("twin", total(few_), [this, plain] {
      return timed([&] {
        for (const std::string& text : few_) plain->read(text);
      });
    });
  }

  void add_json() {
    auto reports = std::make_shared<std::vector<Report>>();
    for (const std::string& text : ordinary()) reports->push_back(*extractor_.extract(text));
    for (const Report& report : *reports) {
      const auto back = from_json(to_json(report));
      if (!back || *back != report) stop("JSON does not give the report back");
    }
    rounds_.add("JSON text", total(ordinary()), [reports, text = std::string()]() mutable {
      return timed([&] {
        for (const Report& report : *reports) {
          text.clear();
          append_json(report, text);
        }
      });
    });
  }

  void add_threads() {
    for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
      rounds_.add("threads: " + std::to_string(threads), total(ordinary()), [this, threads] {
        return timed([&] {
          std::atomic<std::size_t> next = 0;
          const auto work = [&] {
            for (std::size_t i = next++; i < ordinary().size(); i = next++) {
              if (!extractor_.extract(ordinary()[i])) std::abort();
            }
          };
          std::vector<std::thread> others;
          for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
          work();
          for (std::thread& other : others) other.join();
        });
      });
    }
    const std::string folder = (fs::path(o_["work"]) / "batch").string();
    const Finished first = run_program({o_["cli"], "--format", "jsonl", "--jobs", "1", folder});
    for (const std::string jobs : {"1", "2"}) {
      rounds_.add("batch: " + jobs, total(few_), [this, folder, jobs, expected = first.output] {
        const Finished done = run_program({o_["cli"], "--format", "jsonl", "--jobs", jobs, folder});
        if (done.status != 0 || done.output != expected) stop("a batch gives another result with --jobs " + jobs);
        return done.seconds;
      });
    }
  }

  // Once, behind the rounds: 10,000 short reports.
  void measure_batch_memory() {
    const fs::path folder = fs::path(o_["work"]) / "many";
    fs::remove_all(folder);
    fs::create_directories(folder);
    for (std::size_t i = 0; i < 10'000; ++i) {
      write_file(folder / (std::to_string(10'000 + i) + ".txt"), report(i, 1'000 + i % 6'000, samples_));
    }
    for (const std::string jobs : {"1", "2"}) {
      const double peak = peak_memory({o_["cli"], "--format", "jsonl", "--jobs", jobs, "--output",
                                       (fs::path(o_["work"]) / "many.jsonl").string(), folder.string()});
      if (peak == 0) stop("the batch of 10,000 reports failed");
      (jobs == "1" ? memory_one_ : memory_two_) = peak;
    }
    fs::remove_all(folder);
    fs::remove(fs::path(o_["work"]) / "many.jsonl");
  }

  const Options& o_;
  Extractor extractor_;
  std::shared_ptr<const extract::Model> model_;
  std::map<std::string, Texts> texts_;
  Texts one_, few_, ten_, ten_in_one_, samples_;
  std::string large_, rg_hits_, rg_hits_one_;
  std::unique_ptr<Stages> stages_;
  std::vector<std::string> stage_names_, hostile_names_;
  Rounds rounds_;
  std::size_t runs_ = 0;
  double memory_one_ = 0, memory_two_ = 0;
};

std::map<std::string, double> read_counters(const std::string& path) {
  std::map<std::string, double> out;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const std::size_t tab = line.find('\t');
    if (tab != std::string::npos) out[line.substr(0, tab)] = std::stod(line.substr(tab + 1));
  }
  return out;
}

std::vector<Row> Bench::limits() const {
  const Rounds& r = rounds_;
  const std::map<std::string, double> counted = read_counters(o_["counters"]);
  const auto count = [&](const std::string& name) {
    const auto found = counted.find(name);
    return found == counted.end() ? std::optional<double>() : found->second;
  };
  double worst = 1e9;
  std::string worst_name;
  for (const std::string& name : hostile_names_) {
    if (const double ratio = r.faster(name, "text: ordinary"); ratio < worst) {
      worst = ratio;
      worst_name = name.substr(name.find(' ') + 1);
    }
  }
  constexpr double mb = 1e6;
  using enum Better;
  return {
      {"whole extraction, warm, one core / ripgrep on the frozen names", r.faster("text: ordinary", "ripgrep"), more, 0.4, 0.8, " x"},
      {"whole extraction / the ungated twin", r.faster("extraction core", "twin"), more, 2, 4, " x"},
      {"whole extraction / the Python script", r.faster("text: ordinary", "Python"), more, 5, 10, " x"},
      {"JSON text added to extraction time", 100 * r.share("JSON text", "text: ordinary"), less, 40, 15, " %"},
      {"two threads / one", r.faster("threads: 2", "threads: 1"), more, 1.7, 1.9, " x"},
      {"binary on one 43 KB report, wall / ripgrep on it", r.times("start: binary on one report", "ripgrep, one report"), less, 1.5, 0.65, " x"},
      {"ten times the text, time", 10 * r.times("ten reports in one text", "ten reports"), less, 13, 10.5, " x"},
      {"worst hostile input / ordinary rate (" + worst_name + ")", worst, more, 0.03, 0.1, " x"},
      {"ten times the names in the lexicon, rate", r.faster("ten times the names", "text: ordinary"), more, 0.3, 0.8, " x"},
      {"heap allocations a document, extraction core, warm", count("allocations a document, core"), less, 20, 0, ""},
      {"instructions a byte, extraction core", count("instructions a byte, core"), less, 80, 35, ""},
      {"batch of 10,000 reports, peak memory, one thread", memory_one_ / mb, less, 220, 110, " MB"},
      {"batch of 10,000 reports, peak memory, two threads", memory_two_ / mb, less, 240, 120, " MB"},
  };
}

std::string Bench::results() const {
  const Rounds& r = rounds_;
  std::string out;
  const auto rate = [&](const std::string& name) { return shown(r.rate(name) / 1e6); };
  const auto milliseconds = [&](const std::string& name) { return shown(1000 * r.seconds(name)); };
  const auto line = [&](std::initializer_list<std::string> cells) {
    out += '|';
    for (const std::string& cell : cells) out += ' ' + cell + " |";
    out += '\n';
  };

  out += "Medians of " + std::to_string(rounds_of_a_run) + " rounds; ratios are taken within each round. ";
  out += r.unrest() <= quiet ? "A quiet run"
                             : "**A disturbed run**, the quietest of " + std::to_string(runs_) + "; read the ratios with reserve";
  out += ": a baseline differed by a factor of " + shown(r.unrest()) + " between rounds.\n\n";

  out += "## Baselines\n\n| baseline | MB/s |\n|---|--:|\n";
  for (const std::string name : {"memcpy", "ripgrep", "Python"}) line({name, rate(name)});
  line({"the ungated twin", rate("twin")});

  out += "\n## Texts, whole extraction, warm\n\n"
         "| text | MB/s | / ripgrep | / ordinary | digits a KB | bytes in sentences with a digit | observations a KB |\n"
         "|---|--:|--:|--:|--:|--:|--:|\n";
  for (const auto& [name, texts] : texts_) {
    std::string all;
    std::size_t seen = 0;
    for (const std::string& text : texts) {
      all += text;
      seen += extractor_.extract(text)->observations.size();
    }
    const Density d = density(all);
    line({name, rate("text: " + name), shown(r.faster("text: " + name, "ripgrep")),
          shown(r.faster("text: " + name, "text: ordinary")), shown(d.digits), shown(100 * d.in_digit_sentences) + " %",
          shown(1000 * static_cast<double>(seen) / static_cast<double>(all.size()))});
  }

  out += "\n## Stages, ordinary text\n\n| stage | MB/s | of the extraction | / memcpy |\n|---|--:|--:|--:|\n";
  const auto stage = [&](const std::string& name, const std::string& label) {
    line({label, rate(name), shown(100 * r.share(name, "text: ordinary")) + " %", shown(r.faster(name, "memcpy"))});
  };
  for (const std::string& name : stage_names_) stage(name, name.substr(name.find(' ') + 1));
  stage("extraction core", "all of the core");
  stage("text: ordinary", "whole extraction, with the words of the report");
  stage("JSON text", "JSON text");

  out += "\n## Start\n\n| what | ms | / ripgrep on one report |\n|---|--:|--:|\n";
  for (const std::string name : {"start: lexicon from JSON", "start: model from lexicon", "start: model construction",
                                 "start: first report", "one report", "start: binary on one report", "ripgrep, one report"}) {
    line({name == "one report" ? "the same report, warm" : name.starts_with("start: ") ? name.substr(7) : name,
          milliseconds(name), shown(r.times(name, "ripgrep, one report"))});
  }

  out += "\n## Threads\n\n| what | MB/s | / one thread |\n|---|--:|--:|\n";
  for (const std::string name : {"threads: 1", "threads: 2"}) {
    line({"in one process, " + name, rate(name), shown(r.faster(name, "threads: 1"))});
  }
  for (const std::string name : {"batch: 1", "batch: 2"}) {
    line({"binary over a folder of 1 MB, start included, --jobs " + name.substr(7), rate(name),
          shown(r.faster(name, "batch: 1"))});
  }

  out += "\n## Hostile texts of 8 KB\n\n| text | MB/s | / ordinary |\n|---|--:|--:|\n";
  for (const std::string& name : hostile_names_) {
    line({name.substr(name.find(' ') + 1), rate(name), shown(r.faster(name, "text: ordinary"))});
  }

  const std::map<std::string, double> counted = read_counters(o_["counters"]);
  const auto count = [&](const std::string& name) { return counted.contains(name) ? shown(counted.at(name)) : "-"; };
  out += "\n## Counted work\n\nHeap allocations are those of operator new and of ICU. Growth: work at 4 KB over four times "
         "that at 1 KB; 1 is linear.\n\n| ordinary report of 43 KB, warm | allocations | instructions a byte |\n|---|--:|--:|\n";
  for (const std::string name : {"core", "report", "json"}) {
    line({name == "core" ? "extraction core" : name == "report" ? "whole extraction" : "JSON text",
          count("allocations a document, " + name), count("instructions a byte, " + name)});
  }
  out += "\n| hostile text | growth of allocations | growth of instructions | instructions a byte / ordinary |\n|---|--:|--:|--:|\n";
  for (const std::string& full : hostile_names_) {
    const std::string name = full.substr(full.find(' ') + 1);
    line({name, count("growth of allocations, " + name), count("growth of instructions, " + name),
          count("work a byte against ordinary text, " + name)});
  }
  return out;
}

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i + 1 < argc; i += 2) options.values[std::string(argv[i]).substr(2)] = argv[i + 1];
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    const Options options = read_options(argc, argv);
    Bench bench(options);
    bench.add_cases();
    bench.run();
    const std::vector<Row> rows = bench.limits();
    std::cout << plain_table(rows);
    write_file(options["out"], markdown_table(rows) + '\n' + bench.results());
  } catch (const std::exception& failure) {
    std::cerr << "benchmarks: " << failure.what() << '\n';
    return 2;
  }
  return 0;
}
