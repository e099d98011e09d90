#include "zhibiao/lexicon_check.hpp"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "lexicon/data.hpp"
#include "lexicon/json_place.hpp"
#include "zhibiao/extractor.hpp"

namespace zhibiao {
namespace {

// A statement reads as a result of last year where the text does not say otherwise.
constexpr std::string_view heading = "2024年政府工作报告\n一、2023年工作回顾\n";

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

Result<Report> read(const Extractor& extractor, const std::string& statement) {
  return extractor.extract(is_ascii(statement) ? statement : std::string(heading) + statement);
}

// Whether the report has what the entry stands for; of a coordinated mention a counter-example may have no member.
bool is_right(const IndicatorEntry& entry, bool counter, const Report& report) {
  const std::vector<std::string> ids =
      entry.expands_to.empty() ? std::vector<std::string>{entry.id} : entry.expands_to;
  return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) {
    const bool observed = std::any_of(report.observations.begin(), report.observations.end(),
                                      [&](const Observation& seen) { return seen.indicator == id; });
    const bool wished = std::any_of(report.relative_targets.begin(), report.relative_targets.end(),
                                    [&](const RelativeTarget& goal) { return goal.indicator == id; });
    return (observed || (wished && !counter)) != counter;
  });
}

}  // namespace

Result<LexiconCheck> check_lexicon(const Lexicon& base, std::string_view json, std::string_view file_name) {
  const Result<Lexicon> extended = base.extended(json, file_name);
  if (!extended) return extended.error();
  const auto before = Extractor::create(base);
  if (!before) return before.error();
  const auto after = Extractor::create(*extended);
  if (!after) return after.error();

  LexiconCheck check{*extended, {}, {}, 0};
  std::map<std::string, const IndicatorEntry*> entries;
  for (const IndicatorEntry& entry : extended->data().indicators) entries[entry.id] = &entry;

  std::set<std::string> own;
  const auto file = nlohmann::json::parse(json.begin(), json.end());  // it was read above, so it is what it has to be
  const auto listed = file.find("indicators");
  for (std::size_t i = 0; listed != file.end() && i < listed->size(); ++i) {
    const IndicatorEntry& entry = *entries.at((*listed)[i].at("id").get<std::string>());
    own.insert(entry.id);
    for (const bool counter : {false, true}) {
      LexiconCase one;
      one.indicator = entry.id;
      one.counter = counter;
      one.statement = counter ? entry.counter_example : entry.example;
      // Steps that lead nowhere end at the entry.
      std::vector<lexicon::JsonStep> steps{{"indicators", 0}, {{}, i}};
      if (!one.statement.empty()) steps.push_back({counter ? "counter_example" : "example", 0});
      one.line = lexicon::line_of(json, steps);
      if (!one.statement.empty()) {
        Result<Report> report = read(*after, one.statement);
        if (!report) return report.error();
        one.outcome = is_right(entry, counter, *report) ? LexiconCase::Outcome::right : LexiconCase::Outcome::wrong;
        one.report = *std::move(report);
      }
      check.cases.push_back(std::move(one));
    }
  }

  for (const IndicatorEntry& entry : extended->data().indicators) {
    if (own.count(entry.id) != 0) continue;
    for (const bool counter : {false, true}) {
      const std::string& statement = counter ? entry.counter_example : entry.example;
      if (statement.empty()) continue;
      ++check.tried_before;
      Result<Report> now = read(*after, statement);
      if (!now) return now.error();
      if (is_right(entry, counter, *now)) continue;
      const Result<Report> then = read(*before, statement);
      if (!then) return then.error();
      if (!is_right(entry, counter, *then)) continue;
      check.broken.push_back({entry.id, counter, 0, statement, LexiconCase::Outcome::wrong, *std::move(now)});
    }
  }
  return check;
}

}  // namespace zhibiao
