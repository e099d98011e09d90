// Exact decimals, at most 15 significant digits; what does not fit is nullopt, never rounded.
#pragma once

#include <optional>
#include <string_view>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

std::optional<Decimal> parse_decimal(std::string_view ascii);        // "1,234.50" is {12345, -1}; no sign but a leading '-'
std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
Decimal power_of_ten(int exponent) noexcept;
Decimal negate(const Decimal& a) noexcept;
int compare(const Decimal& a, const Decimal& b) noexcept;            // -1, 0, 1

}  // namespace zhibiao::value
