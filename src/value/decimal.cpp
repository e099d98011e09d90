#include "value/decimal.hpp"

#include <cstdlib>

namespace zhibiao::value {
namespace {

constexpr std::int64_t limit = 1'000'000'000'000'000;  // 10^15: fifteen significant digits

Decimal trimmed(std::int64_t coefficient, int exponent) noexcept {
  if (coefficient == 0) return {0, 0};
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  return {coefficient, exponent};
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view ascii) {
  bool negative = false;
  if (!ascii.empty() && ascii.front() == '-') {
    negative = true;
    ascii.remove_prefix(1);
  }
  if (ascii.empty()) return std::nullopt;
  std::int64_t coefficient = 0;
  int exponent = 0;
  int zeros = 0;  // trailing zeros that are not yet in the coefficient, so that 1000000000000000000 is exact
  bool point = false, digit = false;
  for (const char c : ascii) {
    if (c == ',') continue;
    if (c == '.') {
      if (point) return std::nullopt;
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digit = true;
    if (point) --exponent;
    if (c == '0') {
      if (coefficient != 0) ++zeros;
      continue;
    }
    for (; zeros > 0; --zeros) {
      coefficient *= 10;
      if (coefficient >= limit) return std::nullopt;
    }
    coefficient = coefficient * 10 + (c - '0');
    if (coefficient >= limit) return std::nullopt;
  }
  if (!digit) return std::nullopt;
  return trimmed(negative ? -coefficient : coefficient, exponent + zeros);
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  const Decimal x = trimmed(a.coefficient, a.exponent), y = trimmed(b.coefficient, b.exponent);
  if (x.coefficient == 0 || y.coefficient == 0) return Decimal{0, 0};
  if (std::llabs(x.coefficient) > limit / std::llabs(y.coefficient)) return std::nullopt;
  const Decimal product = trimmed(x.coefficient * y.coefficient, x.exponent + y.exponent);
  if (std::llabs(product.coefficient) >= limit) return std::nullopt;
  return product;
}

Decimal power_of_ten(int exponent) noexcept { return {1, exponent}; }

Decimal negate(const Decimal& a) noexcept { return {-a.coefficient, a.exponent}; }

int compare(const Decimal& a, const Decimal& b) noexcept {
  // Fifteen digits and the exponents met here (-9..20) fit a long double's range; equal values compare as equal because
  // both sides are scaled to the smaller exponent in integers where that fits.
  const auto sign = [](auto x) { return x < 0 ? -1 : x > 0 ? 1 : 0; };
  if (sign(a.coefficient) != sign(b.coefficient)) return sign(a.coefficient) < sign(b.coefficient) ? -1 : 1;
  if (a.exponent == b.exponent) {
    return a.coefficient < b.coefficient ? -1 : a.coefficient > b.coefficient ? 1 : 0;
  }
  const auto magnitude = [](const Decimal& d) {
    int digits = 0;
    for (std::int64_t c = std::llabs(d.coefficient); c > 0; c /= 10) ++digits;
    return digits + d.exponent;
  };
  const int s = sign(a.coefficient);
  if (s == 0) return 0;
  const int ma = magnitude(a), mb = magnitude(b);
  if (ma != mb) return (ma < mb ? -1 : 1) * s;
  // Same magnitude: scaling the one with the larger exponent keeps it within fifteen digits.
  Decimal x = a, y = b;
  while (x.exponent > y.exponent) x = {x.coefficient * 10, x.exponent - 1};
  while (y.exponent > x.exponent) y = {y.coefficient * 10, y.exponent - 1};
  return x.coefficient < y.coefficient ? -1 : x.coefficient > y.coefficient ? 1 : 0;
}

}  // namespace zhibiao::value
