// All that a report is made of, a line each: what two ways of reading are held together by.
#pragma once

#include <string>
#include <vector>

#include "extract/analysis.hpp"

namespace zhibiao::tests {

inline std::string place(extract::Range range) { return std::to_string(range.begin) + "-" + std::to_string(range.end); }

inline std::string decimal(const std::optional<Decimal>& value) {
  return value ? std::to_string(value->coefficient) + "e" + std::to_string(-value->exponent) : "none";
}

inline std::string period(const std::optional<Period>& value) { return value ? to_string(*value) : "none"; }

inline std::vector<std::string> said(const extract::Analysis& a) {
  std::vector<std::string> out;
  for (const extract::Zone& zone : a.outline.zones) {
    out.push_back("zone " + std::to_string(zone.begin) + " " + std::to_string(zone.first_year) + " " + std::string(zone.rule));
  }
  for (const extract::Record& r : a.records) {
    out.push_back("record " + std::to_string(r.indicator) + " " + std::to_string(static_cast<int>(r.measure)) + " " +
                  std::to_string(static_cast<int>(r.status)) + " " + std::to_string(static_cast<int>(r.bound)) + " " +
                  decimal(r.lower) + " " + decimal(r.upper) + " " + std::string(r.unit) + " " + period(r.period) + " " +
                  period(r.base_period) + " " + place(r.scope) + " " + place(r.evidence) + " " + place(r.mention) + " " +
                  std::to_string(r.row) + " " + std::to_string(r.commitment ? static_cast<int>(*r.commitment) : -1));
  }
  for (const extract::Relative& r : a.relatives) {
    out.push_back("goal " + std::to_string(r.indicator) + " " + std::to_string(static_cast<int>(r.relation)) + " " +
                  std::string(r.reference) + " " + period(r.period) + " " + place(r.evidence));
  }
  for (const extract::Refusal& r : a.refusals) {
    out.push_back("note " + std::string(r.reason) + " " + place({r.begin, r.end}));
  }
  return out;
}

}  // namespace zhibiao::tests
