// From statements to records: measure and unit, year, status, commitment, base period, scope.
// What the text does not settle, and what is no observation (a sum, a share, a rank), becomes a refusal.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extract/items.hpp"
#include "extract/lex.hpp"
#include "extract/outline.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::extract {

// An observation whose words are still places in the normalized text.
struct Record {
  std::uint32_t indicator = no_index;
  Measure measure = Measure::level;
  Status status = Status::actual;
  std::optional<Commitment> commitment;
  Bound bound = Bound::exact;
  std::optional<Decimal> lower, upper;
  std::string_view unit;
  std::optional<Period> period, base_period;
  Range scope, mention, evidence, value;
  std::uint32_t row = 0;
};

struct Context {
  const Model& model;
  std::string_view text;
  const DocumentInfo& document;
  const Outline& outline;
  std::string_view local_currency;  // what a bare 元 is; empty: CNY
};

// Grounds the statements of one sentence; appends records and refusals.
void ground(const Context& context, const Lexed& lexed, const std::vector<Statement>& statements,
            std::vector<Record>& records, std::vector<Refusal>& refusals);

// The commitment that governs token `i`, and the period of a target there: for goals without a number too.
Commitment commitment_at(const Context& context, const Lexed& lexed, std::uint32_t i);
std::optional<Period> period_at(const Context& context, const Lexed& lexed, std::uint32_t i);

}  // namespace zhibiao::extract
