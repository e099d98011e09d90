#include "zhibiao/headline.hpp"

#include <array>

namespace zhibiao {
namespace {

struct Slot {
  std::string_view indicator;
  Measure measure;
  std::string_view unit;
  TargetTiers HeadlineTargets::*tiers;
};

constexpr std::array<Slot, 13> slots = {{
    {"gdp", Measure::growth_rate, "percent", &HeadlineTargets::gdp_growth},
    {"fixed_asset_investment", Measure::growth_rate, "percent", &HeadlineTargets::fixed_asset_investment_growth},
    {"general_public_budget_revenue", Measure::growth_rate, "percent",
     &HeadlineTargets::general_public_budget_revenue_growth},
    {"retail_sales_of_consumer_goods", Measure::growth_rate, "percent", &HeadlineTargets::retail_sales_growth},
    {"value_added_of_industry_above_designated_size", Measure::growth_rate, "percent",
     &HeadlineTargets::industrial_value_added_growth},
    {"total_imports_and_exports", Measure::growth_rate, "percent", &HeadlineTargets::trade_growth},
    {"resident_disposable_income_per_capita", Measure::growth_rate, "percent",
     &HeadlineTargets::resident_income_growth},
    {"urban_disposable_income_per_capita", Measure::growth_rate, "percent", &HeadlineTargets::urban_income_growth},
    {"rural_disposable_income_per_capita", Measure::growth_rate, "percent", &HeadlineTargets::rural_income_growth},
    {"new_urban_employment", Measure::level, "person", &HeadlineTargets::new_urban_employment},
    {"surveyed_urban_unemployment_rate", Measure::level, "percent", &HeadlineTargets::surveyed_unemployment_rate},
    {"registered_urban_unemployment_rate", Measure::level, "percent", &HeadlineTargets::registered_unemployment_rate},
    {"consumer_price_index", Measure::growth_rate, "percent", &HeadlineTargets::consumer_price_growth},
}};

std::optional<Observation>& tier(TargetTiers& tiers, Commitment commitment) {
  switch (commitment) {
    case Commitment::strive:
      return tiers.strive;
    case Commitment::ensure:
      return tiers.ensure;
    case Commitment::expected:
      break;
  }
  return tiers.expected;
}

}  // namespace

HeadlineTargets headline_targets(const Report& report) {
  HeadlineTargets targets;
  targets.plan_year = report.document.plan_year;
  if (!targets.plan_year) return targets;
  Period year;
  year.first_year = year.last_year = *targets.plan_year;
  for (const Observation& seen : report.observations) {
    // A growth over several years ends in the plan year too; its base tells it apart.
    if (seen.status != Status::target || seen.period != year || seen.base_period || seen.scope) continue;
    for (const Slot& slot : slots) {
      if (seen.indicator != slot.indicator || seen.measure != slot.measure || seen.value.unit != slot.unit) continue;
      std::optional<Observation>& place = tier(targets.*slot.tiers, seen.commitment.value_or(Commitment::expected));
      if (!place) place = seen;
      break;
    }
  }
  return targets;
}

}  // namespace zhibiao
