// The headline targets of a report as one typed struct: the list every report is compared by.
//
//   zhibiao::HeadlineTargets targets = zhibiao::headline_targets(report);
//   if (targets.gdp_growth.expected) print(targets.gdp_growth.expected->value.text);   // 5.5%左右
//
// Picked: records with status target for the report's plan year, without scope. Where a report sets the
// same tier twice, the first one in the text (the list of expected targets) is taken.
#pragma once

#include <optional>

#include "zhibiao/report.hpp"

namespace zhibiao {

// One indicator's target, its tiers apart: a report may expect 6%以上 and strive for 6.5%.
struct TargetTiers {
  std::optional<Observation> expected;  // the tier without a word
  std::optional<Observation> strive;    // 力争
  std::optional<Observation> ensure;    // 确保

  // Any tier.
  explicit operator bool() const noexcept { return expected || strive || ensure; }
};

// What the report sets for its plan year; the comments name indicator, measure and unit.
struct HeadlineTargets {
  std::optional<int> plan_year;                 // the year they are for
  TargetTiers gdp_growth;                       // gdp, growth_rate, percent
  TargetTiers fixed_asset_investment_growth;    // fixed_asset_investment
  TargetTiers general_public_budget_revenue_growth;  // general_public_budget_revenue
  TargetTiers retail_sales_growth;              // retail_sales_of_consumer_goods
  TargetTiers industrial_value_added_growth;    // value_added_of_industry_above_designated_size
  TargetTiers trade_growth;                     // total_imports_and_exports
  TargetTiers resident_income_growth;           // resident_disposable_income_per_capita
  TargetTiers urban_income_growth;              // urban_disposable_income_per_capita
  TargetTiers rural_income_growth;              // rural_disposable_income_per_capita
  TargetTiers new_urban_employment;             // level, person
  TargetTiers surveyed_unemployment_rate;       // level, percent
  TargetTiers registered_unemployment_rate;     // level, percent
  TargetTiers consumer_price_growth;            // consumer_price_index, growth_rate
};

// Picks them; empty where the report has no plan year.
ZHIBIAO_API HeadlineTargets headline_targets(const Report& report);

}  // namespace zhibiao
