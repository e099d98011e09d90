// Whether a result meets a target.

#include <algorithm>
#include <array>

#include "value/decimal.hpp"
#include "zhibiao/panel.hpp"

namespace zhibiao {
namespace {

// What a bare number asks for: 5.5 percent of growth and more, 5.5 percent of unemployment and less, two percent of
// consumer prices and neither.
enum class Direction { more, less, neither };

constexpr std::array<std::string_view, 14> less_is_better = {
    "carbon_dioxide_emissions_per_unit_of_gdp", "energy_consumption_per_unit_of_gdp",
    "energy_consumption_per_unit_of_industrial_value_added", "major_pollutant_emissions", "non_performing_loan_ratio",
    "pm10_concentration", "pm25_concentration", "poverty_incidence", "registered_urban_unemployment_rate",
    "surveyed_urban_unemployment_rate", "urban_rural_income_ratio", "water_consumption_per_10000_yuan_of_gdp",
    "work_accident_deaths", "work_accident_fatality_rate_per_100_million_yuan_of_gdp"};

constexpr std::array<std::string_view, 27> neither_is_better = {
    "aggregate_financing_to_the_real_economy", "asset_liability_ratio_of_industry", "birth_rate", "births",
    "broad_money_supply", "consumer_price_index", "death_rate", "deficit_ratio", "fiscal_deficit",
    "general_public_budget_expenditure", "government_debt_balance", "government_debt_limit",
    "government_fund_expenditure", "hogs_in_stock", "imports", "loan_to_deposit_ratio", "local_government_special_bonds",
    "natural_population_growth_rate", "permanent_population", "producer_price_index", "registered_population",
    "share_of_primary_industry_in_gdp", "share_of_secondary_industry_in_gdp", "share_of_tertiary_industry_in_gdp",
    "total_electricity_consumption", "total_energy_consumption", "vat_credit_refunds"};

Direction direction_of(std::string_view indicator) {
  const auto holds = [&](const auto& list) { return std::find(list.begin(), list.end(), indicator) != list.end(); };
  return holds(less_is_better) ? Direction::less : holds(neither_is_better) ? Direction::neither : Direction::more;
}

Value mirrored(const Value& value) {
  Value out = value;
  out.lower = value.upper ? std::optional(value::negate(*value.upper)) : std::nullopt;
  out.upper = value.lower ? std::optional(value::negate(*value.lower)) : std::nullopt;
  switch (value.bound) {
    case Bound::at_least:
      out.bound = Bound::at_most;
      break;
    case Bound::more_than:
      out.bound = Bound::less_than;
      break;
    case Bound::at_most:
      out.bound = Bound::at_least;
      break;
    case Bound::less_than:
      out.bound = Bound::more_than;
      break;
    default:
      break;
  }
  return out;
}

// Whether the result is as much as `asked`, or more than that.
Met reaches(const Value& result, const Decimal& asked, bool more) {
  if (result.lower) {
    const int order = value::compare(*result.lower, asked);
    if (order > 0) return Met::yes;
    if (order == 0 && result.bound == Bound::more_than) return Met::yes;
    if (order == 0 && !more && result.bound != Bound::about) return Met::yes;
  }
  if (result.upper) {
    const int order = value::compare(*result.upper, asked);
    if (order < 0 || (order == 0 && result.bound == Bound::less_than)) return Met::no;
  }
  return Met::unsettled;
}

Met meets_number(const Value& target, const Value& result) {
  const Met met = reaches(result, *target.lower, false);
  if (met != Met::no || target.bound != Bound::about) return met;
  const Decimal& number = *target.lower;
  const auto tenth = value::multiply(number.coefficient < 0 ? value::negate(number) : number, value::power_of_ten(-1));
  const auto least = tenth ? value::subtract(number, *tenth) : std::nullopt;
  return least && reaches(result, *least, false) == Met::no ? Met::no : Met::unsettled;
}

}  // namespace

Met meets(std::string_view indicator, const Value& target, const Value& result) {
  switch (target.bound) {
    case Bound::at_least:
    case Bound::more_than:
      if (!target.lower) return Met::unsettled;
      return reaches(result, *target.lower, target.bound == Bound::more_than);
    case Bound::at_most:
    case Bound::less_than:
      if (!target.upper) return Met::unsettled;
      return reaches(mirrored(result), value::negate(*target.upper), target.bound == Bound::less_than);
    default:
      break;
  }
  if (!target.lower || !target.upper) return Met::unsettled;
  switch (direction_of(indicator)) {
    case Direction::more:
      return meets_number(target, result);
    case Direction::less:
      return meets_number(mirrored(target), mirrored(result));
    case Direction::neither:
      break;
  }
  const bool inside = reaches(result, *target.lower, false) == Met::yes &&
                      reaches(mirrored(result), value::negate(*target.upper), false) == Met::yes;
  return inside ? Met::yes : Met::unsettled;
}

std::string_view to_string(Met met) noexcept {
  switch (met) {
    case Met::yes:
      return "yes";
    case Met::no:
      return "no";
    case Met::unsettled:
      break;
  }
  return "unsettled";
}

}  // namespace zhibiao
