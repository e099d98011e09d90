#include "cli/sdmx_csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/formats.hpp"

namespace cli {
namespace {

using zhibiao::Decimal;
using zhibiao::Observation;
using zhibiao::Period;
using zhibiao::Report;
using zhibiao::Status;

// Of our own structure, raised as its columns change: the major number where one goes or means something else.
constexpr std::string_view structure_id = "ZHIBIAO:GOVERNMENT_WORK_REPORTS(1.0.0)";

// What SDMX-CSV has for missing values: of numbers, and of all else. The other two are codes.
constexpr std::string_view no_number = "NaN";
constexpr std::string_view no_text = "#N/A";
constexpr std::string_view unknown = "_U";
constexpr std::string_view whole = "_T";

std::string number_of(const std::optional<Decimal>& number) { return number ? to_string(*number) : std::string(no_number); }
std::string text_of(const std::optional<std::string>& text) { return text.value_or(std::string(no_text)); }
std::string text_or_none(const std::string& text) { return text.empty() ? std::string(no_text) : text; }

// Only where the text gives one number: 7%以上 and 5%-6% are intervals, which LOWER and UPPER tell.
std::optional<Decimal> single(const Observation& seen) {
  return seen.value.lower == seen.value.upper ? seen.value.lower : std::nullopt;
}

int years(const Period& period) { return period.last_year - period.first_year + 1; }

int months(const Period& period) { return period.month - period.first_month + 1; }

// CL_FREQ: A5 is once in five years, M11 once in eleven months.
std::string frequency(const Period& period) {
  if (period.is_interval()) return 'A' + std::to_string(years(period));
  if (period.first_month > 0) return 'M' + std::to_string(months(period));
  return period.month > 0 ? "M" : period.quarter > 0 ? "Q" : period.half > 0 ? "S" : "A";
}

// ObservationalTimePeriodType: as our own text, but for years or months together, which are a TimeRange: first day and duration.
std::string time_period(const Period& period) {
  if (period.first_month > 0) {
    Period first = period;
    first.month = std::exchange(first.first_month, 0);
    return to_string(first) + "-01/P" + std::to_string(months(period)) + 'M';
  }
  if (!period.is_interval()) return to_string(period);
  return std::to_string(period.first_year) + "-01-01/P" + std::to_string(years(period)) + 'Y';
}

// CL_OBS_STATUS.
std::string_view observation_status(const Observation& seen) {
  if (!single(seen)) return "O";
  return seen.status == Status::target ? "F" : seen.status == Status::estimate ? "E" : "A";
}

struct Row {
  const Report& report;
  const Observation& seen;
  std::size_t number;  // of the observation in its report, from 1
};

struct Column {
  std::string_view name;
  std::string (*cell)(const Row&);
};

constexpr auto columns = std::to_array<Column>({
    {"STRUCTURE", [](const Row&) { return std::string("datastructure"); }},
    {"STRUCTURE_ID", [](const Row&) { return std::string(structure_id); }},
    {"ACTION", [](const Row&) { return std::string("I"); }},  // information
    // Dimensions.
    {"FREQ", [](const Row& row) { return frequency(*row.seen.period); }},
    {"REF_AREA", [](const Row& row) { return row.report.document.region_code.value_or(std::string(unknown)); }},
    {"INDICATOR", [](const Row& row) { return row.seen.indicator; }},
    {"MEASURE", [](const Row& row) { return std::string(to_string(row.seen.measure)); }},
    {"SCOPE", [](const Row& row) { return row.seen.scope.value_or(std::string(whole)); }},
    {"DOCUMENT", [](const Row& row) {
       const zhibiao::Source& source = row.report.source;
       return source.id ? *source.id : source.path.value_or("-");
     }},
    {"STATEMENT", [](const Row& row) { return std::to_string(row.number); }},
    {"TIME_PERIOD", [](const Row& row) { return time_period(*row.seen.period); }},
    {"OBS_VALUE", [](const Row& row) { return number_of(single(row.seen)); }},
    // Attributes.
    {"UNIT_MEASURE", [](const Row& row) { return row.seen.value.unit; }},
    {"UNIT_MULT", [](const Row&) { return std::string("0"); }},  // a power of ten: numbers are in base units
    {"OBS_STATUS", [](const Row& row) { return std::string(observation_status(row.seen)); }},
    {"STATUS", [](const Row& row) { return std::string(to_string(row.seen.status)); }},
    {"COMMITMENT", [](const Row& row) { return std::string(row.seen.commitment ? to_string(*row.seen.commitment) : no_text); }},
    {"BOUND", [](const Row& row) { return std::string(to_string(row.seen.value.bound)); }},
    {"LOWER", [](const Row& row) { return number_of(row.seen.value.lower); }},
    {"UPPER", [](const Row& row) { return number_of(row.seen.value.upper); }},
    {"BASE_PERIOD", [](const Row& row) { return row.seen.base_period ? time_period(*row.seen.base_period) : std::string(no_text); }},
    {"VALUE_TEXT", [](const Row& row) { return row.seen.value.text; }},
    {"EVIDENCE_START", [](const Row& row) { return std::to_string(row.seen.evidence.span.begin); }},
    {"EVIDENCE_END", [](const Row& row) { return std::to_string(row.seen.evidence.span.end); }},
    {"EVIDENCE_TEXT", [](const Row& row) { return row.seen.evidence.text; }},
    {"EVIDENCE_SECTION", [](const Row& row) { return text_or_none(row.seen.evidence.section); }},
    {"RULE", [](const Row& row) { return row.seen.rule; }},
    {"REGION", [](const Row& row) { return text_of(row.report.document.region); }},
    {"DOCUMENT_TITLE", [](const Row& row) { return text_of(row.report.document.title); }},
    {"DOCUMENT_DATE", [](const Row& row) { return text_of(row.report.document.date); }},
    {"LEXICON", [](const Row& row) { return row.report.generator.lexicon; }},
});

}  // namespace

std::string sdmx_csv_header() { return csv_names(columns); }

std::string sdmx_csv_rows(const Report& report) {
  std::string out;
  std::vector<std::string> cells(columns.size());
  std::size_t number = 0;
  for (const Observation& seen : report.observations) {
    ++number;
    if (!seen.period) continue;
    const Row row{report, seen, number};
    for (std::size_t i = 0; i < columns.size(); ++i) cells[i] = columns[i].cell(row);
    out += csv_line(cells);
  }
  return out;
}

std::size_t without_period(const Report& report) {
  return static_cast<std::size_t>(
      std::count_if(report.observations.begin(), report.observations.end(), [](const Observation& seen) { return !seen.period; }));
}

}  // namespace cli
