#include "value/decimal.hpp"

#include <cstdlib>

namespace zhibiao::value {
namespace {

constexpr std::int64_t limit = 1'000'000'000'000'000;  // 10^15: fifteen significant digits
constexpr int max_exponent = 60;  // nothing that is counted comes near; keeps a hostile row of zeros from becoming text

Decimal trimmed(std::int64_t coefficient, int exponent) noexcept {
  if (coefficient == 0) return {0, 0};
  while (coefficient % 10 == 0) {
    coefficient /= 10;
    ++exponent;
  }
  return {coefficient, exponent};
}

std::optional<Decimal> checked(std::int64_t coefficient, int exponent) noexcept {
  const Decimal number = trimmed(coefficient, exponent);
  if (std::llabs(number.coefficient) >= limit) return std::nullopt;
  if (number.exponent > max_exponent || number.exponent < -max_exponent) return std::nullopt;
  return number;
}

int sign(std::int64_t n) noexcept { return n < 0 ? -1 : n > 0 ? 1 : 0; }

// Place of the first digit: 1 for 5, 2 for 12, 0 for 0.5.
int magnitude(const Decimal& number) noexcept {
  int digits = 0;
  for (std::int64_t c = number.coefficient; c != 0; c /= 10) ++digits;
  return digits + number.exponent;
}

}  // namespace

std::optional<Decimal> parse_decimal(std::string_view ascii) {
  const bool negative = !ascii.empty() && ascii.front() == '-';
  if (negative) ascii.remove_prefix(1);
  std::int64_t coefficient = 0;
  int exponent = 0;
  std::int64_t zeros = 0;  // behind the last digit that is none: they cost no significant digit
  bool point = false, digit = false;
  for (const char c : ascii) {
    if (c == ',' && digit && !point) continue;
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    digit = true;
    if (point && exponent > -1'000'000) --exponent;
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
  if (!digit || zeros > 1'000'000) return std::nullopt;
  return checked(negative ? -coefficient : coefficient, exponent + static_cast<int>(zeros));
}

std::optional<Decimal> multiply(const Decimal& a, const Decimal& b) {
  if (b.coefficient == 1) return checked(a.coefficient, a.exponent + b.exponent);
  const Decimal x = trimmed(a.coefficient, a.exponent), y = trimmed(b.coefficient, b.exponent);
  if (x.coefficient == 0 || y.coefficient == 0) return Decimal{0, 0};
  // Both factors have at most 19 digits; a product that passes this test fits 64 bits with room to spare.
  constexpr std::int64_t widest = 9'000'000'000'000'000'000;
  if (std::llabs(x.coefficient) > widest / std::llabs(y.coefficient)) return std::nullopt;
  return checked(x.coefficient * y.coefficient, x.exponent + y.exponent);
}

std::optional<Decimal> subtract(const Decimal& a, const Decimal& b) {
  Decimal x = trimmed(a.coefficient, a.exponent), y = trimmed(b.coefficient, b.exponent);
  if (x.coefficient == 0) return checked(-y.coefficient, y.exponent);
  if (y.coefficient == 0) return checked(x.coefficient, x.exponent);
  // To one exponent; what grows beyond fifteen digits on the way is no difference of that many.
  for (; x.exponent > y.exponent; --x.exponent) {
    if (std::llabs(x.coefficient) >= limit) return std::nullopt;
    x.coefficient *= 10;
  }
  for (; y.exponent > x.exponent; --y.exponent) {
    if (std::llabs(y.coefficient) >= limit) return std::nullopt;
    y.coefficient *= 10;
  }
  return checked(x.coefficient - y.coefficient, x.exponent);
}

Decimal power_of_ten(int exponent) noexcept { return {1, exponent}; }

Decimal negate(const Decimal& a) noexcept { return {-a.coefficient, a.exponent}; }

int compare(const Decimal& a, const Decimal& b) noexcept {
  const int s = sign(a.coefficient);
  if (s != sign(b.coefficient)) return s < sign(b.coefficient) ? -1 : 1;
  if (s == 0) return 0;
  Decimal x = trimmed(a.coefficient, a.exponent), y = trimmed(b.coefficient, b.exponent);
  if (const int mx = magnitude(x), my = magnitude(y); mx != my) return mx < my ? -s : s;
  // Of one magnitude: the one with the larger exponent has fewer digits, and scaling it keeps it within fifteen.
  for (; x.exponent > y.exponent; --x.exponent) x.coefficient *= 10;
  for (; y.exponent > x.exponent; --y.exponent) y.coefficient *= 10;
  return sign(x.coefficient - y.coefficient);
}

}  // namespace zhibiao::value
