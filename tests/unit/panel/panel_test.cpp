#include "zhibiao/panel.hpp"

#include <string>

#include "catch.hpp"

using namespace zhibiao;

namespace {

Decimal number(int coefficient, int exponent = 0) { return {coefficient, exponent}; }

Value value(Bound bound, std::optional<Decimal> lower, std::optional<Decimal> upper) {
  return {bound, lower, upper, "percent", "x"};
}
Value exactly(int n) { return value(Bound::exact, number(n), number(n)); }
Value about(int n) { return value(Bound::about, number(n), number(n)); }
Value at_least(int n) { return value(Bound::at_least, number(n), std::nullopt); }
Value more_than(int n) { return value(Bound::more_than, number(n), std::nullopt); }
Value at_most(int n) { return value(Bound::at_most, std::nullopt, number(n)); }
Value less_than(int n) { return value(Bound::less_than, std::nullopt, number(n)); }
Value between(int a, int b) { return value(Bound::between, number(a), number(b)); }

Report report(const std::string& path, int plan_year, const std::string& region = "云川市") {
  Report made;
  made.source.path = path;
  made.document.region = region;
  made.document.review_year = plan_year - 1;
  made.document.plan_year = plan_year;
  return made;
}

Observation seen(Status status, int year, const Value& said, std::optional<Commitment> commitment = {}) {
  Observation out;
  out.indicator = "gdp";
  out.measure = Measure::growth_rate;
  out.status = status;
  out.commitment = commitment;
  out.value = said;
  out.period = Period{year, year, 0, 0, 0};
  out.evidence.span = {10, 20};
  return out;
}
Observation target(int year, const Value& said, Commitment commitment = Commitment::expected) {
  return seen(Status::target, year, said, commitment);
}
Observation actual(int year, const Value& said) { return seen(Status::actual, year, said); }

Panel panel_of(const std::vector<Report>& reports) {
  PanelBuilder builder;
  for (const Report& one : reports) builder.add(one);
  return builder.finish();
}

}  // namespace

TEST_CASE("a target and the result that the next report states") {
  Report first = report("a.txt", 2024), next = report("b.txt", 2025);
  first.observations = {target(2024, at_least(6)), target(2024, exactly(7), Commitment::strive)};
  next.observations = {actual(2024, exactly(6))};
  for (const auto& reports : {std::vector{first, next}, std::vector{next, first}}) {
    const Panel panel = panel_of(reports);
    REQUIRE(panel.rows.size() == 1);
    CHECK(panel.conflicts.empty());
    const PanelRow& row = panel.rows.front();
    CHECK(row.key.region == "云川市");
    CHECK(row.key.region_code.empty());
    CHECK(row.key.year == 2024);
    REQUIRE(row.target);
    CHECK(row.target.stated->source == "a.txt");
    CHECK(row.target.stated->span == Span{10, 20});
    CHECK(row.second.stated->commitment == Commitment::strive);
    CHECK(row.result.stated->source == "b.txt");
    CHECK(row.difference == number(0));
    CHECK(row.met == Met::yes);
    CHECK(row.second_met == Met::no);
  }
}

TEST_CASE("what is no statement of the region for the year is left out") {
  Report one = report("a.txt", 2024);
  one.observations = {target(2030, exactly(6)), actual(2020, exactly(5)), actual(2024, exactly(4)), target(2024, exactly(7)),
                      target(2024, exactly(8)), target(2024, exactly(9))};
  one.observations[3].scope = "云川新区";
  one.observations[4].period->quarter = 1;
  one.observations[5].base_period = Period{2020, 2020, 0, 0, 0};
  CHECK(panel_of({one}).rows.empty());
  one.observations = {target(2024, exactly(6))};
  CHECK(PanelBuilder({"grain_output"}).finish().rows.empty());
  PanelBuilder builder({"grain_output"});
  builder.add(one);
  CHECK(builder.finish().rows.empty());
}

TEST_CASE("without a result the estimate is held against the target") {
  Report first = report("a.txt", 2024), next = report("b.txt", 2025);
  first.observations = {target(2024, exactly(6))};
  next.observations = {seen(Status::estimate, 2024, exactly(5))};
  const PanelRow row = panel_of({first, next}).rows.front();
  CHECK_FALSE(row.result);
  CHECK(row.estimate);
  CHECK(row.met == Met::no);
  CHECK(row.difference == number(-1));
  next.observations.push_back(actual(2024, exactly(7)));
  CHECK(panel_of({first, next}).rows.front().met == Met::yes);
}

TEST_CASE("tiers") {
  Report one = report("a.txt", 2024);
  one.observations = {target(2024, exactly(5), Commitment::ensure), target(2024, exactly(6), Commitment::strive)};
  PanelRow row = panel_of({one}).rows.front();
  CHECK(row.target.stated->commitment == Commitment::ensure);
  CHECK(row.second.stated->commitment == Commitment::strive);
  one.observations.erase(one.observations.begin());
  row = panel_of({one}).rows.front();
  CHECK(row.target.stated->commitment == Commitment::strive);
  CHECK_FALSE(row.second);
}

TEST_CASE("what differs is empty and listed") {
  Report first = report("a.txt", 2024), next = report("b.txt", 2025);
  first.observations = {target(2024, exactly(6))};
  next.observations = {actual(2024, exactly(6)), actual(2024, exactly(7))};
  Panel panel = panel_of({first, next});
  REQUIRE(panel.rows.size() == 1);
  CHECK(panel.rows[0].result.conflict);
  CHECK_FALSE(panel.rows[0].result);
  CHECK_FALSE(panel.rows[0].difference);
  CHECK(panel.rows[0].met == Met::unsettled);
  REQUIRE(panel.conflicts.size() == 2);
  CHECK(panel.conflicts[0].kind == "results_differ");
  CHECK(panel.conflicts[0].cell == "result");
  CHECK(panel.conflicts[1].seen->value.lower == number(7));

  next.observations = {actual(2024, more_than(5)), actual(2024, exactly(6)), actual(2024, exactly(6))};
  panel = panel_of({first, next});
  CHECK(panel.conflicts.empty());
  CHECK(panel.rows[0].result.stated->value == exactly(6));
  next.observations = {actual(2024, more_than(6)), actual(2024, exactly(6))};
  CHECK(panel_of({first, next}).rows[0].result.conflict);

  first.observations.push_back(target(2024, at_least(6)));  // of targets the bound is what matters
  panel = panel_of({first});
  CHECK(panel.rows[0].target.conflict);
  CHECK(panel.conflicts.front().kind == "targets_differ");
}

TEST_CASE("two reports of one region and year") {
  Report one = report("a.txt", 2024), twin = report("a-en.txt", 2024);
  one.observations = {target(2024, exactly(6))};
  twin.observations = {target(2024, exactly(6))};
  Panel panel = panel_of({one, twin});
  CHECK(panel.rows[0].target);
  REQUIRE(panel.conflicts.size() == 2);
  CHECK(panel.conflicts[0].kind == "two_reports");
  CHECK(panel.conflicts[1].source == "a-en.txt");
  twin.observations = {target(2024, exactly(7))};
  panel = panel_of({one, twin});
  CHECK(panel.rows[0].target.conflict);
  CHECK(panel.conflicts.size() == 4);
}

TEST_CASE("reports that cannot be placed") {
  Report nowhere = report("a.txt", 2024), several = report("b.txt", 2024, "鼓楼区"), never = report("c.txt", 2024),
         communique = report("d.txt", 2024);
  nowhere.document.region.reset();
  never.document.plan_year.reset();
  never.document.review_year.reset();
  communique.document.plan_year.reset();
  const Panel panel = panel_of({nowhere, several, never, communique});
  CHECK(panel.rows.empty());
  REQUIRE(panel.conflicts.size() == 4);
  CHECK(panel.conflicts[0].kind == "region_missing");
  CHECK(panel.conflicts[1].kind == "region_unsettled");
  CHECK(panel.conflicts[2].kind == "year_missing");
  CHECK(panel.conflicts[3].kind == "plans_nothing");
}

TEST_CASE("a region is one through a change of its name") {
  Report before = report("a.txt", 2015, "沙湾县"), after = report("b.txt", 2024, "沙湾市");
  before.document.region_code = "654223";
  after.document.region_code = "654203";
  before.observations = {target(2015, exactly(6))};
  after.observations = {target(2024, exactly(6))};
  const Panel panel = panel_of({after, before});
  REQUIRE(panel.rows.size() == 2);
  for (const PanelRow& row : panel.rows) {
    CHECK(row.key.region_code == "654203");
    CHECK(row.key.region == "沙湾市");
    CHECK(row.key.region_superior == "新疆维吾尔自治区塔城地区");
  }
  CHECK(panel.rows[0].key.year == 2015);
}

TEST_CASE("whether a target is met") {
  struct Case {
    Value target, result;
    Met more, less, neither;  // of gdp, of unemployment, of prices
  };
  constexpr Met yes = Met::yes, no = Met::no, open = Met::unsettled;
  const std::vector<Case> cases = {
      {at_least(60), exactly(60), yes, yes, yes},  {at_least(60), exactly(59), no, no, no},
      {more_than(60), exactly(61), yes, yes, yes}, {more_than(60), exactly(60), open, open, open},
      {at_most(60), exactly(60), yes, yes, yes},   {at_most(60), exactly(61), no, no, no},
      {less_than(60), exactly(60), open, open, open},
      {exactly(60), exactly(60), yes, yes, yes},   {exactly(60), exactly(61), yes, no, open},
      {exactly(60), exactly(59), no, yes, open},   {between(60, 70), exactly(65), yes, yes, yes},
      {between(60, 70), exactly(71), yes, no, open}, {between(60, 70), exactly(59), no, yes, open},
      {about(60), exactly(60), yes, yes, yes},     {about(60), exactly(54), open, yes, open},
      {about(60), exactly(53), no, yes, open},     {about(60), exactly(66), yes, open, open},
      {about(60), exactly(67), yes, no, open},
      {at_least(60), more_than(60), yes, yes, yes}, {more_than(60), more_than(60), yes, yes, yes},
      {at_least(60), more_than(50), open, open, open}, {at_least(60), at_most(59), no, no, no},
      {at_most(60), more_than(60), no, no, no},    {at_most(60), at_most(60), yes, yes, yes},
      {at_least(60), about(60), open, open, open}, {at_least(60), about(61), yes, yes, yes},
      {at_most(-3), exactly(-4), yes, yes, yes},   {about(-30), exactly(-34), no, yes, open},
  };
  for (const Case& one : cases) {
    CAPTURE(to_string(one.target.bound), to_string(one.result.bound));
    CAPTURE(one.target.lower ? to_string(*one.target.lower) : to_string(*one.target.upper));
    CAPTURE(one.result.lower ? to_string(*one.result.lower) : to_string(*one.result.upper));
    CHECK(meets("gdp", one.target, one.result) == one.more);
    CHECK(meets("surveyed_urban_unemployment_rate", one.target, one.result) == one.less);
    CHECK(meets("consumer_price_index", one.target, one.result) == one.neither);
  }
}
