// Runs the corpus: short texts with what must and must not be read in them.   corpus_runner FILE|FOLDER...
//
//   === 左右 after a percent sign
//   ⟦地区生产总值增长5%左右⟧，城镇新增就业1200人以上。
//   --- gdp  5 percent  about growth_rate target
//   === not an indicator: share, not growth
//   服务业增加值占地区生产总值比重为54.6%。
//   --- none gdp
//
// The brackets show the evidence. They may stand inside one another; the k-th line belongs to the k-th pair, in the
// order of their beginnings and, where these are equal, of their ends, the shorter first. Where evidence crosses other
// evidence a line gives it in quotation marks and takes no brackets; a case without any brackets leaves it open.
//
// Lines of a case:
//   --- ID NUMBER UNIT [WORD...]      a record. NUMBER: 5 or 4.5..5, 3.155e10 allowed, in base units. WORDs in any
//                                     order: a bound (exact, or between for two numbers, where none is given), measure,
//                                     status, commitment, period; base=2020 (none: it has none), scope=云川新区 (_ for a blank), scope=* (open), extension,
//                                     "evidence". What is not given is not compared, but a scope that is not given
//                                     must be absent. No second record of ID may be read in the same evidence.
//   --- none ID                       no record of ID that no line asks for; `none *`: of any indicator
//   --- relative ID RELATION [REFERENCE] [commitment] [period]
//   --- note REASON                   a note with this reason; `--- no notes`: none at all
//   --- zone ZONE                     where the text stands; before the first === for the whole file. plan, review,
//                                     plan-years, review-years (of a term report), bare (the text alone). Without it:
//                                     plan where a line says target, else review.
//
// Lines that begin with # are comments. Every case is read twice, the second time behind a date, a page number and
// another percentage: the answer must be the same.

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/zhibiao.hpp"

namespace {

namespace fs = std::filesystem;
using namespace zhibiao;

struct Expected {
  std::size_t line = 0;
  std::string text;  // the line, for messages
  std::string indicator;
  Value value;
  bool bound_given = false;
  std::optional<Measure> measure;
  std::optional<Status> status;
  std::optional<Commitment> commitment;
  std::optional<Period> period, base_period;
  bool without_base = false;
  std::optional<std::string> scope, quote;
  bool extension = false;
  std::optional<Span> span;  // in the case's text
};

struct ExpectedGoal {
  std::size_t line = 0;
  std::string indicator;
  Relation relation = Relation::in_step;
  std::optional<std::string> reference;
  std::optional<Commitment> commitment;
  std::optional<Period> period;
};

struct Case {
  std::size_t line = 0;
  std::string title, text, zone;
  std::vector<Span> spans;
  std::vector<Expected> records;
  std::vector<ExpectedGoal> goals;
  std::vector<std::string> none, notes;
  bool no_notes = false;
};

struct Broken {
  std::size_t line;
  std::string reason;
};

// --- reading a corpus file

constexpr std::string_view open_mark = "⟦", close_mark = "⟧";

bool starts_with(std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; }

// Takes the brackets out of `marked`; throws where they do not pair.
void set_text(Case& c, std::string_view marked) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size();) {
    const std::string_view rest = marked.substr(i);
    if (starts_with(rest, open_mark)) {
      open.push_back(c.text.size());
      i += open_mark.size();
    } else if (starts_with(rest, close_mark)) {
      if (open.empty()) throw Broken{c.line, "⟧ without ⟦"};
      c.spans.push_back({open.back(), c.text.size()});
      open.pop_back();
      i += close_mark.size();
    } else {
      c.text += marked[i++];
    }
  }
  if (!open.empty()) throw Broken{c.line, "⟦ without ⟧"};
  std::sort(c.spans.begin(), c.spans.end(),
            [](const Span& a, const Span& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
}

// Words apart at blanks, except inside quotation marks; a quoted word keeps its first mark.
std::vector<std::string> words_of(std::string_view line, std::size_t number) {
  std::vector<std::string> words;
  for (std::size_t i = 0; i < line.size();) {
    if (line[i] == ' ' || line[i] == '\t') {
      ++i;
      continue;
    }
    const bool quoted = line[i] == '"';
    const std::size_t end = quoted ? line.find('"', i + 1) : std::min(line.find_first_of(" \t", i), line.size());
    if (end == std::string_view::npos) throw Broken{number, "a quotation mark without its end"};
    words.emplace_back(line.substr(i, end - i));
    i = quoted ? end + 1 : end;
  }
  return words;
}

Decimal decimal_of(std::string_view word, std::size_t line) {
  const std::size_t mark = std::min(word.find('e'), word.size());
  Decimal number;
  std::string digits;
  for (const char c : word.substr(0, mark)) {
    if (c != '.') {
      digits += c;
    } else {
      number.exponent = static_cast<int>(word.find('.') + 1) - static_cast<int>(mark);
    }
  }
  const auto read = [&](std::string_view text, auto& to) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), to);
    if (error != std::errc() || stop != text.data() + text.size())
      throw Broken{line, "no number: " + std::string(word)};
  };
  read(digits, number.coefficient);
  int exponent = 0;
  if (mark < word.size()) read(word.substr(mark + 1), exponent);
  number.exponent += exponent;
  if (number.coefficient == 0) return {};
  for (; number.coefficient % 10 == 0; number.coefficient /= 10) ++number.exponent;
  return number;
}

Expected expected_of(const std::vector<std::string>& words, std::string text, std::size_t line) {
  if (words.size() < 3) throw Broken{line, "a record needs an indicator, a number and a unit"};
  Expected record;
  record.line = line;
  record.text = std::move(text);
  record.indicator = words[0];
  record.value.unit = words[2];
  for (std::size_t i = 3; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (word.front() == '"') {
      record.quote = word.substr(1);
    } else if (starts_with(word, "scope=")) {
      record.scope = word.substr(6);
      std::replace(record.scope->begin(), record.scope->end(), '_', ' ');
    } else if (word == "base=none") {
      record.without_base = true;
    } else if (starts_with(word, "base=")) {
      record.base_period = parse_period(word.substr(5));
      if (!record.base_period) throw Broken{line, "no period: " + word};
    } else if (word == "extension") {
      record.extension = true;
    } else if (const auto bound = parse_bound(word)) {
      record.value.bound = *bound;
      record.bound_given = true;
    } else if (const auto measure = parse_measure(word)) {
      record.measure = measure;
    } else if (const auto status = parse_status(word)) {
      record.status = status;
    } else if (const auto commitment = parse_commitment(word)) {
      record.commitment = commitment;
    } else if (const auto period = parse_period(word)) {
      record.period = period;
    } else {
      throw Broken{line, "no such word: " + word};
    }
  }
  const std::string& numbers = words[1];
  const std::size_t dots = numbers.find("..");
  if (dots != std::string::npos) {
    if (!record.bound_given) record.value.bound = Bound::between;
    record.value.lower = decimal_of(numbers.substr(0, dots), line);
    record.value.upper = decimal_of(numbers.substr(dots + 2), line);
    return record;
  }
  const Decimal number = decimal_of(numbers, line);
  const Bound bound = record.value.bound;
  if (bound != Bound::at_most && bound != Bound::less_than) record.value.lower = number;
  if (bound != Bound::at_least && bound != Bound::more_than) record.value.upper = number;
  return record;
}

ExpectedGoal goal_of(const std::vector<std::string>& words, std::size_t line) {
  const auto relation = words.size() >= 3 ? parse_relation(words[2]) : std::nullopt;
  if (!relation) throw Broken{line, "a relative goal needs an indicator and a relation"};
  ExpectedGoal goal;
  goal.line = line;
  goal.indicator = words[1];
  goal.relation = *relation;
  for (std::size_t i = 3; i < words.size(); ++i) {
    if (const auto commitment = parse_commitment(words[i])) {
      goal.commitment = commitment;
    } else if (const auto period = parse_period(words[i])) {
      goal.period = period;
    } else {
      goal.reference = words[i];
    }
  }
  return goal;
}

void close_case(std::vector<Case>& cases, std::string& marked) {
  if (cases.empty()) return;
  Case& c = cases.back();
  while (!marked.empty() && marked.back() == '\n') marked.pop_back();
  if (marked.empty()) throw Broken{c.line, "a case without a text"};
  set_text(c, marked);
  marked.clear();
  std::size_t next = 0;
  for (Expected& record : c.records) {
    if (record.quote) {
      const std::size_t at = c.text.find(*record.quote);
      if (at == std::string::npos) throw Broken{record.line, "the text does not hold: " + *record.quote};
      record.span = Span{at, at + record.quote->size()};
    } else if (!c.spans.empty()) {
      if (next == c.spans.size()) throw Broken{record.line, "more lines than brackets"};
      record.span = c.spans[next++];
    }
  }
  if (next < c.spans.size()) throw Broken{c.line, "more brackets than lines"};
  const bool asks = !c.records.empty() || !c.goals.empty() || !c.none.empty() || !c.notes.empty() || c.no_notes;
  if (!asks) throw Broken{c.line, "a case that asks for nothing"};
  if (c.zone.empty()) {
    const bool target = !c.goals.empty() || std::any_of(c.records.begin(), c.records.end(), [](const Expected& record) {
      return record.status == Status::target || record.commitment;
    });
    c.zone = target ? "plan" : "review";
  }
}

std::vector<Case> read_corpus(std::istream& file) {
  std::vector<Case> cases;
  std::string line, marked, zone;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (!line.empty() && line.front() == '#') continue;
    if (starts_with(line, "=== ")) {
      close_case(cases, marked);
      Case& c = cases.emplace_back();
      c.line = number;
      c.title = line.substr(4);
      c.zone = zone;
      continue;
    }
    if (!starts_with(line, "---")) {
      if (cases.empty() && !line.empty()) throw Broken{number, "text before the first ==="};
      if (!cases.empty() && !(marked.empty() && line.empty())) marked += line + '\n';
      continue;
    }
    const std::vector<std::string> words = words_of(std::string_view(line).substr(3), number);
    if (words.empty()) throw Broken{number, "an empty line of expectations"};
    if (words[0] == "zone") {
      static constexpr std::array<std::string_view, 5> zones = {"plan", "review", "plan-years", "review-years", "bare"};
      if (words.size() != 2 || std::find(zones.begin(), zones.end(), words[1]) == zones.end()) {
        throw Broken{number, "no such zone"};
      }
      (cases.empty() ? zone : cases.back().zone) = words[1];
      continue;
    }
    if (cases.empty()) throw Broken{number, "expectations before the first ==="};
    Case& c = cases.back();
    if (words[0] == "none") {
      c.none.insert(c.none.end(), words.begin() + 1, words.end());
      if (words.size() == 1) c.none.emplace_back("*");
    } else if (words[0] == "note" && words.size() == 2) {
      c.notes.push_back(words[1]);
    } else if (words[0] == "no" && words.size() == 2 && words[1] == "notes") {
      c.no_notes = true;
    } else if (words[0] == "relative") {
      c.goals.push_back(goal_of(words, number));
    } else {
      c.records.push_back(expected_of(words, line.substr(3), number));
    }
  }
  close_case(cases, marked);
  return cases;
}

// --- the report around a case

struct Carrier {
  std::string_view zone, before, after;
};

constexpr std::array<Carrier, 5> chinese = {{
    {"review",
     "临湾市人民政府工作报告\n——2025年2月18日在临湾市第九届人民代表大会第五次会议上\n市长 林其远\n\n各位代表：\n"
     "现在，我代表市人民政府向大会作工作报告，请予审议。\n\n一、2024年工作回顾\n",
     "\n二、2025年工作安排\n新的一年，要坚持稳中求进，干字当头。\n"},
    {"plan",
     "临湾市人民政府工作报告\n——2025年2月18日在临湾市第九届人民代表大会第五次会议上\n市长 林其远\n\n各位代表：\n"
     "现在，我代表市人民政府向大会作工作报告，请予审议。\n\n一、2024年工作回顾\n过去一年，全市上下同心，各项事业都有新"
     "进展。\n\n"
     "二、2025年工作安排\n",
     "\n各位代表，让我们一起努力。\n"},
    {"review-years",
     "临湾市人民政府工作报告\n——2022年1月11日在临湾市第九届人民代表大会第一次会议上\n市长 林其远\n\n各位代表：\n"
     "现在，我代表市人民政府向大会作工作报告，请予审议。\n\n一、过去五年工作回顾\n",
     "\n二、今后五年目标任务\n今后五年，要坚持稳中求进。\n\n三、2022年工作安排\n新的一年，要干字当头。\n"},
    {"plan-years",
     "临湾市人民政府工作报告\n——2022年1月11日在临湾市第九届人民代表大会第一次会议上\n市长 林其远\n\n各位代表：\n"
     "现在，我代表市人民政府向大会作工作报告，请予审议。\n\n一、过去五年工作回顾\n五年来，全市上下同心，各项事业都有新"
     "进展。\n\n"
     "二、今后五年目标任务\n",
     "\n三、2022年工作安排\n新的一年，要干字当头。\n"},
    {"bare", "", "\n"},
}};

constexpr std::array<Carrier, 5> english = {{
    {"review",
     "Report on the Work of the Government\n\nDelivered at the Third Session of the People's Congress of Linwan on "
     "February 18, 2025\n\nFellow Deputies,\nOn behalf of the government, I will now report on its work.\n\n"
     "I. A Review of Our Work in 2024\n\n",
     "\n\nII. Tasks for 2025\n\nWe will go on with our work.\n"},
    {"plan",
     "Report on the Work of the Government\n\nDelivered at the Third Session of the People's Congress of Linwan on "
     "February 18, 2025\n\nFellow Deputies,\nOn behalf of the government, I will now report on its work.\n\n"
     "I. A Review of Our Work in 2024\n\nThe past year was one of steady work.\n\n"
     "II. Overall Requirements and Tasks for 2025\n\n",
     "\n\nLet us go on with our work.\n"},
    {"review-years",
     "Report on the Work of the Government\n\nDelivered at the First Session of the People's Congress of Linwan on "
     "January 11, 2022\n\nFellow Deputies,\nOn behalf of the government, I will now report on its work.\n\n"
     "I. Review of Work in the Past Five Years\n\n",
     "\n\nII. Tasks for 2022\n\nWe will go on with our work.\n"},
    {"plan-years",
     "Report on the Work of the Government\n\nDelivered at the First Session of the People's Congress of Linwan on "
     "January 11, 2022\n\nFellow Deputies,\nOn behalf of the government, I will now report on its work.\n\n"
     "I. Review of Work in the Past Five Years\n\nThe past five years were years of steady work.\n\n"
     "II. Main Targets and Tasks for the Next Five Years\n\n",
     "\n\nIII. Tasks for 2022\n\nWe will go on with our work.\n"},
    {"bare", "", "\n"},
}};

template <std::size_t n>
const Carrier* find_carrier(const std::array<Carrier, n>& carriers, std::string_view zone) {
  const auto found = std::find_if(carriers.begin(), carriers.end(), [&](const Carrier& c) { return c.zone == zone; });
  return found == carriers.end() ? nullptr : &*found;
}

bool is_english(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xE3 && byte <= 0xE9;  // first bytes of Han characters
  });
}

// What must not matter where it stands before the case: a date, a page number, another percentage.
std::string_view distraction(bool is_english_case) {
  return is_english_case ? "This was settled on May 4.\n\n- 17 -\n\nThe turnout was 31 percent.\n\n"
                         : "这项工作于5月4日启动。\n— 17 —\n问卷回收的比例为31%。\n";
}

// --- comparing

std::string show(const Observation& seen) {
  std::string out = seen.indicator + ' ' + (seen.value.lower ? to_string(*seen.value.lower) : "") + ".." +
                    (seen.value.upper ? to_string(*seen.value.upper) : "") + ' ' + seen.value.unit + ' ' +
                    std::string(to_string(seen.value.bound)) + ' ' + std::string(to_string(seen.measure)) + ' ' +
                    std::string(to_string(seen.status));
  if (seen.commitment) out += ' ' + std::string(to_string(*seen.commitment));
  if (seen.period) out += ' ' + to_string(*seen.period);
  if (seen.base_period) out += " base=" + to_string(*seen.base_period);
  if (seen.scope) out += " scope=" + *seen.scope;
  if (seen.extension) out += " extension";
  return out + " \"" + seen.evidence.text + "\" (" + seen.rule + ')';
}

bool same_value(const Expected& record, const Observation& seen) {
  return seen.value.bound == record.value.bound && seen.value.lower == record.value.lower &&
         seen.value.upper == record.value.upper && seen.value.unit == record.value.unit &&
         (!record.measure || seen.measure == *record.measure) && (!record.status || seen.status == *record.status) &&
         (!record.commitment || seen.commitment == record.commitment) &&
         (!record.period || seen.period == record.period) &&
         (!record.base_period || seen.base_period == record.base_period) && !(record.without_base && seen.base_period) &&
         (record.scope == "*" || seen.scope == record.scope) && (!record.extension || seen.extension);
}

class Check {
 public:
  Check(const Case& c, const Report& report, std::size_t begin) : case_(c), report_(report), begin_(begin) {}

  std::vector<std::string> run() {
    for (const Observation& seen : report_.observations) {
      if (inside(seen.evidence.span)) seen_.push_back({&seen});
    }
    for (const Expected& record : case_.records) find(record);
    for (const Expected& record : case_.records) find_second(record);
    for (const std::string& id : case_.none) refuse(id);
    for (const ExpectedGoal& goal : case_.goals) find(goal);
    check_notes();
    return std::move(failures_);
  }

 private:
  struct Seen {
    const Observation* observation;
    bool used = false;
  };

  bool inside(const Span& span) const { return span.begin >= begin_ && span.begin < begin_ + case_.text.size(); }

  bool same_span(const Expected& record, const Observation& seen) const {
    return !record.span || seen.evidence.span == Span{begin_ + record.span->begin, begin_ + record.span->end};
  }

  bool touches(const Expected& record, const Observation& seen) const {
    return !record.span || (seen.evidence.span.begin < begin_ + record.span->end &&
                            begin_ + record.span->begin < seen.evidence.span.end);
  }

  // Tells apart: nothing found, wrong span, wrong value.
  void find(const Expected& record) {
    const Observation *other_span = nullptr, *other_value = nullptr;
    for (Seen& seen : seen_) {
      const Observation& observation = *seen.observation;
      if (seen.used || observation.indicator != record.indicator) continue;
      const bool value = same_value(record, observation), span = same_span(record, observation);
      if (value && span) {
        seen.used = true;
        return;
      }
      if (value && other_span == nullptr) other_span = &observation;
      if (!value && other_value == nullptr && touches(record, observation)) other_value = &observation;
    }
    const std::string asked = "line " + std::to_string(record.line) + ":" + record.text + '\n';
    if (other_span != nullptr) {
      failures_.push_back("wrong span      " + asked + "      read: " + show(*other_span));
    } else if (other_value != nullptr) {
      failures_.push_back("wrong value     " + asked + "      read: " + show(*other_value));
    } else {
      failures_.push_back("nothing found   " + asked);
    }
    wrong_.push_back(other_span != nullptr ? other_span : other_value);
  }

  void find_second(const Expected& record) {
    for (Seen& seen : seen_) {
      const Observation& observation = *seen.observation;
      const bool told = std::find(wrong_.begin(), wrong_.end(), &observation) != wrong_.end();
      if (seen.used || told || observation.indicator != record.indicator || !touches(record, observation)) continue;
      seen.used = true;
      failures_.push_back("two readings    line " + std::to_string(record.line) + ":" + record.text +
                          "\n      also: " + show(observation));
    }
  }

  void refuse(const std::string& id) {
    for (Seen& seen : seen_) {
      const Observation& observation = *seen.observation;
      const bool told = std::find(wrong_.begin(), wrong_.end(), &observation) != wrong_.end();
      if (seen.used || told || (id != "*" && observation.indicator != id)) continue;
      seen.used = true;
      failures_.push_back("must not be     none " + id + "\n      read: " + show(observation));
    }
  }

  void find(const ExpectedGoal& goal) {
    std::string read;
    for (const RelativeTarget& seen : report_.relative_targets) {
      if (!inside(seen.evidence.span)) continue;
      if (seen.indicator == goal.indicator && seen.relation == goal.relation &&
          (!goal.reference || seen.reference == goal.reference) &&
          (!goal.commitment || seen.commitment == *goal.commitment) && (!goal.period || seen.period == goal.period)) {
        return;
      }
      read += "\n      read: " + seen.indicator + ' ' + std::string(to_string(seen.relation)) + ' ' +
              seen.reference.value_or("null") + " \"" + seen.evidence.text + '"';
    }
    failures_.push_back("nothing found   line " + std::to_string(goal.line) + ": relative goal of " + goal.indicator +
                        read);
  }

  void check_notes() {
    std::vector<std::string> reasons;
    for (const Note& note : report_.notes) {
      if (inside(note.span)) reasons.push_back(note.reason);
    }
    std::string all;
    for (const std::string& reason : reasons) all += ' ' + reason;
    for (const std::string& reason : case_.notes) {
      if (std::find(reasons.begin(), reasons.end(), reason) != reasons.end()) continue;
      failures_.push_back("nothing found   note " + reason + "; there are:" + all);
    }
    if (case_.no_notes && !reasons.empty()) failures_.push_back("must not be     notes:" + all);
  }

  const Case& case_;
  const Report& report_;
  std::size_t begin_;
  std::vector<Seen> seen_;
  std::vector<const Observation*> wrong_;
  std::vector<std::string> failures_;
};

std::vector<std::string> run_case(const Case& c, const Extractor& extractor, bool distracted) {
  const bool in_english = is_english(c.text);
  const Carrier* carrier = in_english ? find_carrier(english, c.zone) : find_carrier(chinese, c.zone);
  if (carrier == nullptr) return {"there is no carrier for the zone " + c.zone + " in English"};
  std::string text(carrier->before);
  if (distracted) text += distraction(in_english);
  const std::size_t begin = text.size();
  text += c.text;
  text += carrier->after;
  const Result<Report> report = extractor.extract(text);
  if (!report) return {report.error().message};
  return Check(c, *report, begin).run();
}

std::vector<fs::path> files_of(int argc, char** argv) {
  std::vector<fs::path> files;
  for (int i = 1; i < argc; ++i) {
    if (!fs::is_directory(argv[i])) {
      files.emplace_back(argv[i]);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(argv[i])) {
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

int main(int argc, char** argv) {
  const Result<Extractor> extractor = Extractor::create();
  if (!extractor) return std::cerr << extractor.error().message << '\n', 2;
  const std::vector<fs::path> files = files_of(argc, argv);
  if (files.empty()) return std::cerr << "usage: corpus_runner FILE|FOLDER...: there are no *.txt\n", 2;
  std::size_t cases_run = 0, cases_failed = 0;
  for (const fs::path& path : files) {
    std::ifstream file(path);
    if (!file) return std::cerr << path.string() << ": cannot be read\n", 2;
    try {
      for (const Case& c : read_corpus(file)) {
        std::vector<std::string> failures = run_case(c, *extractor, false);
        const bool plain_failed = !failures.empty();
        // Only where the plain case passes: else the same would be said twice.
        if (!plain_failed && c.zone != "bare") failures = run_case(c, *extractor, true);
        ++cases_run;
        if (failures.empty()) continue;
        ++cases_failed;
        std::cout << path.string() << ':' << c.line << ": " << c.title
                  << (plain_failed ? "\n" : "  (behind a distraction)\n") << "    " << c.text << '\n';
        for (const std::string& failure : failures) std::cout << "    " << failure << '\n';
      }
    } catch (const Broken& broken) {
      std::cout << path.string() << ':' << broken.line << ": " << broken.reason << '\n';
      ++cases_failed;
    }
  }
  std::cout << cases_run << " cases, " << cases_failed << " failed\n";
  return cases_failed == 0 ? 0 : 1;
}
