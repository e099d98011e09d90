#include "zhibiao/headline.hpp"

#include <string>

#include "catch.hpp"

using namespace zhibiao;

namespace {

Observation target(const std::string& indicator, std::int64_t number, Commitment commitment = Commitment::expected) {
  Observation seen;
  seen.indicator = indicator;
  seen.measure = Measure::growth_rate;
  seen.status = Status::target;
  seen.commitment = commitment;
  seen.value = {Bound::about, Decimal{number, 0}, Decimal{number, 0}, "percent", std::to_string(number) + "%左右"};
  seen.period = parse_period("2025");
  return seen;
}

Report report_of(std::vector<Observation> observations) {
  Report report;
  report.document.plan_year = 2025;
  report.observations = std::move(observations);
  return report;
}

}  // namespace

TEST_CASE("tiers of one indicator are kept apart") {
  const auto targets = headline_targets(report_of(
      {target("gdp", 6), target("gdp", 7, Commitment::strive), target("consumer_price_index", 2, Commitment::ensure)}));
  CHECK(targets.plan_year == 2025);
  REQUIRE(targets.gdp_growth.expected);
  CHECK(targets.gdp_growth.expected->value.text == "6%左右");
  REQUIRE(targets.gdp_growth.strive);
  CHECK(targets.gdp_growth.strive->value.text == "7%左右");
  CHECK_FALSE(targets.gdp_growth.ensure);
  CHECK(targets.consumer_price_growth.ensure);
  CHECK_FALSE(targets.trade_growth);
}

TEST_CASE("the first of a tier counts") {
  CHECK(headline_targets(report_of({target("gdp", 6), target("gdp", 8)})).gdp_growth.expected->value.text == "6%左右");
}

TEST_CASE("levels of employment and unemployment") {
  Observation jobs = target("new_urban_employment", 23000);
  jobs.measure = Measure::level;
  jobs.value.unit = "person";
  Observation rate = target("surveyed_urban_unemployment_rate", 5);
  rate.measure = Measure::level;
  const auto targets = headline_targets(report_of({jobs, rate}));
  CHECK(targets.new_urban_employment.expected);
  CHECK(targets.surveyed_unemployment_rate.expected);
  CHECK_FALSE(targets.registered_unemployment_rate);
}

TEST_CASE("what is no headline target") {
  const auto none = [](void (*change)(Observation&)) {
    Observation seen = target("gdp", 6);
    change(seen);
    return !headline_targets(report_of({seen})).gdp_growth;
  };
  CHECK(none([](Observation& o) { o.status = Status::actual; }));
  CHECK(none([](Observation& o) { o.period = parse_period("2024"); }));
  CHECK(none([](Observation& o) { o.period = parse_period("2025-Q1"); }));
  CHECK(none([](Observation& o) { o.period = parse_period("2021/2025"); }));
  CHECK(none([](Observation& o) { o.period.reset(); }));
  CHECK(none([](Observation& o) { o.scope = "云川新区"; }));
  CHECK(none([](Observation& o) { o.base_period = parse_period("2020"); }));
  CHECK(none([](Observation& o) { o.measure = Measure::level; }));
  CHECK(none([](Observation& o) { o.value.unit = "CNY"; }));
  CHECK(none([](Observation& o) { o.indicator = "gdp_per_capita"; }));
}

TEST_CASE("a report without a plan year has no headline targets") {
  Report report = report_of({target("gdp", 6)});
  report.document.plan_year.reset();
  CHECK_FALSE(headline_targets(report).gdp_growth);
  CHECK_FALSE(headline_targets(report).plan_year);
}
