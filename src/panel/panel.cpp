#include "zhibiao/panel.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "value/decimal.hpp"
#include "zhibiao/region.hpp"

namespace zhibiao {
namespace {

std::string name_of_source(const Source& source) { return source.path ? *source.path : source.id.value_or(std::string()); }

// The region of a report as the newest table has it; the kind of conflict where it cannot be told.
std::string_view place_region(const DocumentInfo& document, PanelKey& key) {
  if (!document.region) return "region_missing";
  key.region = *document.region;
  if (document.region_code) {
    key.region_code = *document.region_code;
    key.region_superior = document.region_superior.value_or(std::string());
    Region then;
    then.code = key.region_code;
    then.name = *document.region;
    then.superior = key.region_superior;
    const Region now = successor(then);
    key.region_code = now.code;
    key.region = std::string(now.name);
    key.region_superior = now.superior;
    return {};
  }
  return find_regions({key.region, document.plan_year, {}, {}}).size() > 1 ? "region_unsettled" : "";
}

bool is_year(const std::optional<Period>& period) {
  return period && !period->is_interval() && period->quarter == 0 && period->half == 0 && period->month == 0;
}

bool same_value(const PanelValue& a, const PanelValue& b) {
  return std::tie(a.value.bound, a.value.lower, a.value.upper) == std::tie(b.value.bound, b.value.lower, b.value.upper);
}

bool is_number(const Value& value) { return value.bound == Bound::exact || value.bound == Bound::about; }

// Whether a statement of a bound is true of a number: 超过5% of 5.2%.
bool allows(const Value& bound, const Value& number) {
  if (bound.bound == Bound::about) return bound.lower == number.lower;
  if (bound.lower) {
    const int order = value::compare(*number.lower, *bound.lower);
    if (order < 0 || (order == 0 && bound.bound == Bound::more_than)) return false;
  }
  if (bound.upper) {
    const int order = value::compare(*number.lower, *bound.upper);
    if (order > 0 || (order == 0 && bound.bound == Bound::less_than)) return false;
  }
  return true;
}

using Stated = std::vector<const PanelValue*>;

// The first statement, where all say the same.
const PanelValue* agreed(const Stated& stated) {
  const bool same = std::all_of(stated.begin(), stated.end(), [&](const PanelValue* one) { return same_value(*one, *stated.front()); });
  return same ? stated.front() : nullptr;
}

// Of results, also the number that all others allow: 5.2% beside 超过5%.
const PanelValue* agreed_result(const Stated& stated) {
  if (const PanelValue* one = agreed(stated)) return one;
  for (const Bound bound : {Bound::exact, Bound::about}) {
    for (const PanelValue* one : stated) {
      if (one->value.bound != bound || !one->value.lower) continue;
      const bool all = std::all_of(stated.begin(), stated.end(), [&](const PanelValue* other) {
        return same_value(*one, *other) || (other->value.bound != Bound::exact && allows(other->value, one->value));
      });
      return all ? one : nullptr;
    }
  }
  return nullptr;
}

// The statements of one row.
struct Cells {
  Stated expected, strive, ensure, result, estimate;
};

class RowMaker {
 public:
  RowMaker(const PanelKey& key, std::vector<PanelConflict>& conflicts) : conflicts_(conflicts) { row_.key = key; }

  PanelRow make(const Cells& cells) {
    const Stated none;
    const Stated& first = !cells.expected.empty() ? cells.expected : !cells.ensure.empty() ? cells.ensure : cells.strive;
    Stated second;
    for (const Stated* tier : {&cells.ensure, &cells.strive}) {
      if (tier != &first) second.insert(second.end(), tier->begin(), tier->end());
    }
    fill(row_.target, "target", first, &agreed);
    fill(row_.second, "second", second, &agreed);
    fill(row_.result, "result", cells.result, &agreed_result);
    fill(row_.estimate, "estimate", cells.estimate, &agreed_result);
    compare();
    return std::move(row_);
  }

 private:
  void fill(PanelCell& cell, const char* name, const Stated& stated, const PanelValue* (*agree)(const Stated&)) {
    if (stated.empty()) return;
    if (const PanelValue* one = agree(stated)) {
      cell.stated = *one;
      return;
    }
    cell.conflict = true;
    const bool target = &cell == &row_.target || &cell == &row_.second;
    for (const PanelValue* one : stated) {
      conflicts_.push_back({target ? "targets_differ" : "results_differ", row_.key, name, *one, one->source});
    }
  }

  void compare() {
    const PanelCell& outcome = row_.result || row_.result.conflict ? row_.result : row_.estimate;
    row_.met = verdict(row_.target, outcome);
    row_.second_met = verdict(row_.second, outcome);
    if (!row_.target || !outcome || !is_number(outcome.stated->value)) return;
    const Value& target = row_.target.stated->value;
    const std::optional<Decimal>& bound = target.lower ? target.lower : target.upper;
    if (bound && outcome.stated->value.lower) row_.difference = value::subtract(*outcome.stated->value.lower, *bound);
  }

  std::optional<Met> verdict(const PanelCell& target, const PanelCell& outcome) const {
    if ((!target && !target.conflict) || (!outcome && !outcome.conflict)) return std::nullopt;
    if (target.conflict || outcome.conflict) return Met::unsettled;
    return meets(row_.key.indicator, target.stated->value, outcome.stated->value);
  }

  PanelRow row_;
  std::vector<PanelConflict>& conflicts_;
};

// What rows are sorted by; equal for the statements of one row.
auto order_of(const PanelKey& key, std::size_t indicator) {
  return std::make_tuple(key.region_code.empty(), std::string_view(key.region_code), std::string_view(key.region), key.year,
                         indicator, std::string_view(key.indicator), key.measure, std::string_view(key.unit));
}

}  // namespace

PanelBuilder::PanelBuilder(std::vector<std::string> indicators) : indicators_(std::move(indicators)) {}

void PanelBuilder::add(const Report& report) {
  const DocumentInfo& document = report.document;
  const std::string source = name_of_source(report.source);
  PanelKey key;
  const std::string_view flaw = place_region(document, key);
  const bool planless = !document.plan_year || !document.review_year;
  if (!flaw.empty() || planless) {
    key.year = document.plan_year.value_or(0);
    const std::string_view kind = !flaw.empty() ? flaw : document.review_year ? "plans_nothing" : "year_missing";
    unplaced_.push_back({std::string(kind), std::move(key), "", std::nullopt, source});
    return;
  }
  key.year = *document.plan_year;
  std::string place = key.region_code.empty() ? key.region : key.region_code;
  place += ' ' + std::to_string(key.year);
  reports_[std::move(place)].push_back({"two_reports", key, "", std::nullopt, source});
  for (const Observation& seen : report.observations) {
    if (seen.scope || seen.base_period || !is_year(seen.period)) continue;
    const int year = seen.period->first_year;
    if (year != (seen.status == Status::target ? *document.plan_year : *document.review_year)) continue;
    if (!indicators_.empty() && std::find(indicators_.begin(), indicators_.end(), seen.indicator) == indicators_.end()) continue;
    key.year = year;
    key.indicator = seen.indicator;
    key.label_zh = seen.label_zh;
    key.label_en = seen.label_en;
    key.extension = seen.extension;
    key.measure = seen.measure;
    key.unit = seen.value.unit;
    statements_.push_back({key, seen.status, {seen.value, seen.commitment, source, seen.evidence.span}});
  }
}

Panel PanelBuilder::finish() const {
  Panel panel;
  panel.conflicts = unplaced_;
  for (const auto& [place, reports] : reports_) {
    if (reports.size() > 1) panel.conflicts.insert(panel.conflicts.end(), reports.begin(), reports.end());
  }
  std::map<std::string_view, std::size_t> positions;
  for (std::size_t i = 0; i < indicators_.size(); ++i) positions.emplace(indicators_[i], i);
  const auto order = [&](const Statement* statement) {
    const auto position = positions.find(statement->key.indicator);
    return order_of(statement->key, position == positions.end() ? indicators_.size() : position->second);
  };
  std::vector<const Statement*> statements;
  for (const Statement& statement : statements_) statements.push_back(&statement);
  std::stable_sort(statements.begin(), statements.end(),
                   [&](const Statement* a, const Statement* b) { return order(a) < order(b); });
  for (std::size_t begin = 0, end = 0; begin < statements.size(); begin = end) {
    Cells cells;
    for (; end < statements.size() && order(statements[end]) == order(statements[begin]); ++end) {
      const Statement& statement = *statements[end];
      Stated* cell = &cells.expected;
      if (statement.status == Status::actual) cell = &cells.result;
      if (statement.status == Status::estimate) cell = &cells.estimate;
      if (statement.status == Status::target && statement.seen.commitment == Commitment::strive) cell = &cells.strive;
      if (statement.status == Status::target && statement.seen.commitment == Commitment::ensure) cell = &cells.ensure;
      cell->push_back(&statement.seen);
    }
    panel.rows.push_back(RowMaker(statements[begin]->key, panel.conflicts).make(cells));
  }
  return panel;
}

}  // namespace zhibiao
