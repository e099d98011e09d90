#include <string>
#include <vector>

#include "catch.hpp"
#include "zhibiao/corrections.hpp"
#include "zhibiao/diff.hpp"
#include "zhibiao/lexicon_check.hpp"

using namespace zhibiao;

namespace {

Observation record(const std::string& indicator, std::size_t begin, const std::string& text, std::int64_t number,
                   Measure measure = Measure::growth_rate) {
  Observation seen;
  seen.indicator = indicator;
  seen.measure = measure;
  seen.value = {Bound::exact, Decimal{number, 0}, Decimal{number, 0}, "percent", std::to_string(number) + "%"};
  seen.period = parse_period("2024");
  seen.evidence = {{begin, begin + text.size()}, text, indicator, ""};
  seen.rule = "one";
  return seen;
}

Report report_of(std::vector<Observation> observations) {
  Report report;
  report.source.path = "a.txt";
  report.observations = std::move(observations);
  return report;
}

std::vector<std::string> fields_of(const Changed<Observation>& pair) {
  std::vector<std::string> names;
  for (const FieldChange& field : pair.fields) names.push_back(field.field);
  return names;
}

const Lexicon& lexicon() {
  static const auto made = Lexicon::built_in();
  return *made;
}

Corrections corrections(const std::vector<std::vector<std::string>>& rows) {
  std::vector<TableRow> table{{1, {}}};
  for (const std::string_view name : Corrections::columns()) table[0].fields.emplace_back(name);
  for (const auto& row : rows) table.push_back({table.size() + 1, row});
  auto made = Corrections::create(table, "c.csv", lexicon());
  if (!made) FAIL(made.error().message);
  return *std::move(made);
}

}  // namespace

TEST_CASE("records belong together by evidence, indicator and measure") {
  const Report before = report_of({record("gdp", 10, "abcdef", 5), record("gdp", 30, "abc", 6)});
  SECTION("the same") {
    CHECK(compare(before, before).empty());
    CHECK(compare(Report(), Report()).empty());
  }
  SECTION("evidence that overlaps") {
    const ReportDiff diff = compare(before, report_of({record("gdp", 8, "xyabcdef", 7), record("gdp", 30, "abc", 6)}));
    REQUIRE(diff.changed.size() == 1);
    CHECK(diff.added.empty());
    CHECK(diff.removed.empty());
    CHECK(fields_of(diff.changed[0]) ==
          std::vector<std::string>{"value.lower", "value.upper", "value.text", "evidence.start", "evidence.text"});
    CHECK(diff.changed[0].fields[0] == FieldChange{"value.lower", "5", "7"});
  }
  SECTION("of several the one that differs least") {
    const Report after = report_of({record("gdp", 10, "abcdef", 9), record("gdp", 10, "abcdef", 5), record("gdp", 30, "abc", 6)});
    const ReportDiff diff = compare(before, after);
    REQUIRE(diff.added.size() == 1);
    CHECK(diff.added[0].value.lower == Decimal{9, 0});
    CHECK(diff.changed.empty());
  }
  SECTION("another indicator in the same place") {
    const ReportDiff diff = compare(before, report_of({record("grain_output", 10, "abcdef", 5), record("gdp", 30, "abc", 6)}));
    REQUIRE(diff.changed.size() == 1);
    CHECK(fields_of(diff.changed[0]) == std::vector<std::string>{"indicator", "evidence.mention"});
  }
  SECTION("another indicator near by is another record") {
    const ReportDiff diff = compare(before, report_of({record("grain_output", 11, "bcdef", 5), record("gdp", 30, "abc", 6)}));
    CHECK(diff.changed.empty());
    CHECK(diff.added.size() == 1);
    CHECK(diff.removed.size() == 1);
  }
  SECTION("the same words elsewhere") {
    const ReportDiff diff = compare(before, report_of({record("gdp", 110, "abcdef", 5), record("gdp", 130, "abc", 6)}));
    CHECK(diff.changed.size() == 2);
    CHECK(fields_of(diff.changed[0]) == std::vector<std::string>{"evidence.start", "evidence.end"});
  }
  SECTION("one side alone") {
    CHECK(compare(before, Report()).removed.size() == 2);
    CHECK(compare(Report(), before).added.size() == 2);
  }
}

TEST_CASE("notes are compared by reason and place, each as often as it stands") {
  Report before, after;
  before.notes = {{"share", {1, 2}}, {"share", {1, 2}}, {"rank", {3, 4}}};
  after.notes = {{"share", {1, 2}}, {"rank", {3, 5}}};
  const ReportDiff diff = compare(before, after);
  CHECK(diff.notes_removed == std::vector<Note>{{"share", {1, 2}}, {"rank", {3, 4}}});
  CHECK(diff.notes_added == std::vector<Note>{{"rank", {3, 5}}});
}

TEST_CASE("goals without a number are compared") {
  Report before, after;
  before.relative_targets = {{"gdp", Relation::in_step, "gdp", std::nullopt, Commitment::expected, {{1, 4}, "abc", "a", ""}}};
  after = before;
  after.relative_targets[0].relation = Relation::above;
  const ReportDiff diff = compare(before, after);
  REQUIRE(diff.goals_changed.size() == 1);
  CHECK(diff.goals_changed[0].fields == std::vector<FieldChange>{{"relation", "in_step", "above"}});
}

TEST_CASE("corrections are held against what was read, whatever their order") {
  Report report = report_of({record("gdp", 10, "abc", 5)});
  const auto made = corrections({{"a.txt", "", "", "abc", "gdp", "growth_rate", "indicator", "gdp", "grain_output", ""},
                                 {"a.txt", "", "", "abc", "gdp", "growth_rate", "measure", "growth_rate", "change", ""},
                                 {"b.txt", "", "", "abc", "gdp", "growth_rate", "scope", "", "x", ""}});
  const auto results = made.apply(report);
  REQUIRE(results.size() == 2);
  CHECK(results[0].refusal == "");
  CHECK(results[1].refusal == "");
  CHECK(report.observations[0].indicator == "grain_output");
  CHECK(report.observations[0].label_zh == "粮食产量");
  CHECK(report.observations[0].measure == Measure::change);
  CHECK(report.observations[0].rule == "one+corrected:2,3");
  CHECK(report.notes == std::vector<Note>{{"corrected", {10, 13}}});
  CHECK(made.place(2) == "c.csv:4");
}

TEST_CASE("nothing changes where nothing applies") {
  const Report before = report_of({record("gdp", 10, "abc", 5), record("gdp", 10, "abc", 5)});
  Report report = before;
  const auto results = corrections({{"a.txt", "", "", "abc", "gdp", "growth_rate", "record", "", "drop", ""}}).apply(report);
  REQUIRE(results.size() == 1);
  CHECK(results[0].refusal == "2 records of this evidence fit");
  CHECK(report == before);
}

TEST_CASE("the last parts of a path name a document where only one has them") {
  auto made = corrections({{"x/a.txt", "", "", "abc", "gdp", "growth_rate", "scope", "", "x", ""}});
  CHECK_FALSE(made.settle_names({"y/a.txt", "p/x/a.txt", "xx/a.txt"}));
  Source source;
  source.path = "p/x/a.txt";
  CHECK(made.of(source).size() == 1);
  source.path = "xx/a.txt";
  CHECK(made.of(source).empty());
  auto twice = corrections({{"a.txt", "", "", "abc", "gdp", "growth_rate", "scope", "", "x", ""}});
  CHECK(twice.settle_names({"y/a.txt", "x/a.txt"}));
  auto exact = corrections({{"a.txt", "", "", "abc", "gdp", "growth_rate", "scope", "", "x", ""}});
  CHECK_FALSE(exact.settle_names({"y/a.txt", "a.txt"}));
  source.path = "y/a.txt";
  CHECK(exact.of(source).empty());
}

TEST_CASE("the cases of a lexicon file are tried") {
  const auto check = check_lexicon(lexicon(), R"({"indicators": [
    {"id": "blue", "label_zh": "蓝色经济产值", "label_en": "Blue", "nature": "amount", "units": ["CNY"], "names": ["蓝色经济产值"],
     "example": "蓝色经济产值320亿元。"}]})", "mine.json");
  REQUIRE(check);
  REQUIRE(check->cases.size() == 2);
  CHECK(check->cases[0].outcome == LexiconCase::Outcome::right);
  CHECK(check->cases[0].line == 3);
  CHECK(check->cases[1].outcome == LexiconCase::Outcome::missing);
  CHECK(check->cases[1].line == 2);
  CHECK(check->broken.empty());
  CHECK(check->tried_before > 600);
  CHECK_FALSE(check_lexicon(lexicon(), "{", "mine.json"));
}
