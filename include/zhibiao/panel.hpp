// Reports to a panel: one row a region, year, indicator, measure and unit, with the target that the report of the year
// sets, the result that the next year's report states for it, and the places where both were read.
//
//   zhibiao::PanelBuilder builder({"gdp", "new_urban_employment"});
//   for (const zhibiao::Report& report : reports) builder.add(report);      // in any order
//   zhibiao::Panel panel = builder.finish();
//   for (const zhibiao::PanelRow& row : panel.rows) if (row.met == zhibiao::Met::no) name(row);
//
// Taken     Observations of the whole region (no scope) for one calendar year, without another base than the year
//           before: targets of the report that plans the year, results and estimates of the report that reviews it.
//           Goals for later years (到2030年), quarters and sums over several years are in no panel.
// Regions   By their code (zhibiao/region.hpp), whatever they were called in the year: a row bears the code and the name
//           that the newest table has. A region without a code (one that no table has) is matched by its name.
// Conflicts Statements of one cell that differ leave it empty (PanelCell::conflict) and are listed in Panel::conflicts; so
//           is every report that has a twin for its region and year, or that cannot be placed.
// Threads   A builder belongs to one thread at a time.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/api.h"
#include "zhibiao/report.hpp"

namespace zhibiao {

// One statement, and where it stands.
struct PanelValue {
  Value value;                           // as it was read
  std::optional<Commitment> commitment;  // of a target
  std::string source;                    // path of the report, else its id; empty where it has neither
  Span span;                             // the evidence in it, see Source::offsets

  friend bool operator==(const PanelValue&, const PanelValue&) = default;
};

// Empty: nothing is stated. `conflict`: statements differ, and are rows of Panel::conflicts.
struct PanelCell {
  std::optional<PanelValue> stated;  // what the cell holds
  bool conflict = false;             // statements differ: then it holds nothing

  // Something is stated.
  explicit operator bool() const noexcept { return stated.has_value(); }
  friend bool operator==(const PanelCell&, const PanelCell&) = default;
};

// Whether a target was met.
enum class Met {
  yes,        // whatever the bound words leave open
  no,         // likewise
  unsettled,  // a target and a value, which together do not say: 5%左右 and 4.8%; or one of the two is a conflict
};

// What a row is about.
struct PanelKey {
  std::string region_code;      // empty: in no table
  std::string region;           // its newest name
  std::string region_superior;  // 江苏省南京市; empty for a province, the nation and what is in no table
  int year = 0;                 // that target and result speak of
  std::string indicator;        // stable lexicon id
  std::string label_zh;         // official name of the indicator
  std::string label_en;         // the same in English
  bool extension = false;       // not one of the canonical ids
  Measure measure = Measure::level;  // what the numbers say of it
  std::string unit;             // base unit

  friend bool operator==(const PanelKey&, const PanelKey&) = default;
};

// Target and result of one indicator in one year.
struct PanelRow {
  PanelKey key;        // what it is about
  PanelCell target;    // expected; where the report sets none such, what it ensures, or else strives for
  PanelCell second;    // the other tier (力争, 确保) beside it
  PanelCell result;    // stated as a fact by the report that reviews the year
  PanelCell estimate;  // stated there as expected to come out so (预计)
  // Result minus the lower bound of the target, or its upper bound where it has no other; the estimate takes the place of
  // a missing result. Empty unless both are numbers (of more_than or at_most the value itself is not known).
  std::optional<Decimal> difference;
  std::optional<Met> met;         // of `target`; empty: no target, or nothing to hold against it
  std::optional<Met> second_met;  // the same of `second`

  friend bool operator==(const PanelRow&, const PanelRow&) = default;
};

// A statement that was not taken, or a report that cannot be placed (then key.indicator is empty and so is `seen`).
struct PanelConflict {
  // "targets_differ", "results_differ"; "two_reports" (of one region and year), "region_missing", "region_unsettled" (several
  // bear the name), "year_missing", "plans_nothing" (a communiqué)
  std::string kind;
  PanelKey key;                    // of the row; of a report what is known of it
  std::string cell;                // "target", "second", "result", "estimate"; empty for a report
  std::optional<PanelValue> seen;  // the statement
  std::string source;              // the report

  friend bool operator==(const PanelConflict&, const PanelConflict&) = default;
};

// All rows, and what was left out of them.
struct Panel {
  std::vector<PanelRow> rows;            // by region code (those without last), year, indicator, measure, unit
  std::vector<PanelConflict> conflicts;  // reports first, then cells in the order of the rows
};

// Whether `result` meets `target`, by the word that bounds it (src/panel/README.md):
// 以上 and 超过 ask for as much or more, 以内 and 不足 for as little or less; a bare number or a range for as much or
// more of what there should be more of (gdp), as little or less of what there should be less of (unemployment), and
// nothing but the number itself of other indicators (prices). 左右 is a bare number, and short of it by up to a tenth is
// unsettled. A result that is itself a bound settles what it can.
ZHIBIAO_API Met meets(std::string_view indicator, const Value& target, const Value& result);

// Takes reports in any order.
class ZHIBIAO_API PanelBuilder {
 public:
  // The indicators to take, in the order that rows have; none: all, by id.
  explicit PanelBuilder(std::vector<std::string> indicators = {});

  void add(const Report& report);  // one more; what it needs of it is copied
  Panel finish() const;            // of all that were added so far

 private:
  struct Statement {
    PanelKey key;
    Status status = Status::actual;
    PanelValue seen;
  };

  std::vector<std::string> indicators_;
  std::vector<Statement> statements_;
  std::map<std::string, std::vector<PanelConflict>> reports_;  // by region and year; two of them are conflicts
  std::vector<PanelConflict> unplaced_;
};

// "yes", "no", "unsettled"
ZHIBIAO_API std::string_view to_string(Met met) noexcept;

}  // namespace zhibiao
