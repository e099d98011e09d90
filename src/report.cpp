#include "zhibiao/report.hpp"

#include <array>
#include <charconv>
#include <utility>

#include "zhibiao/result.hpp"

namespace zhibiao {
namespace {

constexpr int first_year_known = 1900, last_year_known = 2100;

// The names of one enumeration, in the order of its enumerators: they are the JSON contract.
template <typename E, std::size_t n>
struct Names {
  std::array<std::string_view, n> names;

  std::string_view of(E value) const noexcept {
    const auto index = static_cast<std::size_t>(value);
    return index < n ? names[index] : std::string_view();
  }
  std::optional<E> parse(std::string_view name) const noexcept {
    for (std::size_t i = 0; i < n; ++i) {
      if (names[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
  }
};

constexpr Names<Measure, 5> measures{{"level", "growth_rate", "average_growth_rate", "change", "ratio"}};
constexpr Names<Status, 3> statuses{{"actual", "estimate", "target"}};
constexpr Names<Commitment, 3> commitments{{"expected", "strive", "ensure"}};
constexpr Names<Bound, 7> bounds{{"exact", "about", "at_least", "more_than", "at_most", "less_than", "between"}};
constexpr Names<Relation, 5> relations{{"in_step", "above", "at_least", "below", "stretch"}};

// All of `digits` as a number, or -1.
int parse_digits(std::string_view digits) noexcept {
  int number = 0;
  const char* end = digits.data() + digits.size();
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return -1;
  const auto [stop, error] = std::from_chars(digits.data(), end, number);
  return error == std::errc() && stop == end ? number : -1;
}

int parse_year(std::string_view digits) noexcept {
  const int year = digits.size() == 4 ? parse_digits(digits) : -1;
  return year >= first_year_known && year <= last_year_known ? year : -1;
}

}  // namespace

std::string to_string(const Decimal& number) {
  if (number.coefficient == 0) return "0";
  std::array<char, 24> buffer;
  const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number.coefficient);
  std::string_view digits(buffer.data(), static_cast<std::size_t>(written.ptr - buffer.data()));
  std::string out;
  if (digits.front() == '-') {
    out += '-';
    digits.remove_prefix(1);
  }
  if (number.exponent >= 0) {
    out += digits;
    out.append(static_cast<std::size_t>(number.exponent), '0');
    return out;
  }
  auto places = static_cast<std::size_t>(-static_cast<std::int64_t>(number.exponent));
  while (places > 0 && digits.back() == '0') {  // only where a caller made {50, -1} by hand
    digits.remove_suffix(1);
    --places;
  }
  if (places == 0) return out += digits;
  if (digits.size() <= places) {
    out += "0.";
    out.append(places - digits.size(), '0');
    return out += digits;
  }
  out += digits.substr(0, digits.size() - places);
  out += '.';
  return out += digits.substr(digits.size() - places);
}

double to_double(const Decimal& number) noexcept {
  // Through text, which rounds once; a multiplication by a power of ten would round twice.
  std::array<char, 48> buffer;
  constexpr std::size_t longest = 20;  // of an int64
  char* end = std::to_chars(buffer.data(), buffer.data() + longest, number.coefficient).ptr;
  *end++ = 'e';
  end = std::to_chars(end, end + longest, number.exponent).ptr;
  double result = 0;
  std::from_chars(buffer.data(), end, result);
  return result;
}

std::string to_string(const Period& period) {
  std::string out = std::to_string(period.first_year);
  if (period.is_interval()) return out + '/' + std::to_string(period.last_year);
  if (period.quarter != 0) return out + "-Q" + std::to_string(period.quarter);
  if (period.half != 0) return out + "-S" + std::to_string(period.half);
  const auto month = [&](int number) { return out + (number < 10 ? "-0" : "-") + std::to_string(number); };
  if (period.first_month != 0) return month(period.first_month) + '/' + month(period.month);
  if (period.month != 0) return month(period.month);
  return out;
}

std::optional<Period> parse_period(std::string_view text) {
  Period period;
  period.first_year = period.last_year = parse_year(text.substr(0, 4));
  if (period.first_year < 0) return std::nullopt;
  text.remove_prefix(4);
  if (text.empty()) return period;
  const char mark = text.front();
  text.remove_prefix(1);
  if (mark == '/') {
    period.last_year = parse_year(text);
    return period.last_year > period.first_year ? std::optional(period) : std::nullopt;
  }
  constexpr std::string_view two_months = "01/2024-11";
  if (mark == '-' && text.size() == two_months.size() && text[2] == '/') {
    const std::optional<Period> last = parse_period(text.substr(3));
    period.first_month = parse_digits(text.substr(0, 2));
    if (!last || last->month == 0 || last->first_month != 0 || last->first_year != period.first_year || period.first_month < 1) return std::nullopt;
    period.month = last->month;
    return period.first_month < period.month ? std::optional(period) : std::nullopt;
  }
  if (mark != '-' || text.size() != 2) return std::nullopt;
  const auto within = [&](std::string_view digits, int last) {
    const int number = parse_digits(digits);
    return number >= 1 && number <= last ? number : 0;
  };
  int& part = text.front() == 'Q' ? period.quarter : text.front() == 'S' ? period.half : period.month;
  part = text.front() == 'Q'   ? within(text.substr(1), 4)
         : text.front() == 'S' ? within(text.substr(1), 2)
                               : within(text, 12);
  return part != 0 ? std::optional(period) : std::nullopt;
}

std::string_view to_string(Measure measure) noexcept { return measures.of(measure); }
std::string_view to_string(Status status) noexcept { return statuses.of(status); }
std::string_view to_string(Commitment commitment) noexcept { return commitments.of(commitment); }
std::string_view to_string(Bound bound) noexcept { return bounds.of(bound); }
std::string_view to_string(Relation relation) noexcept { return relations.of(relation); }

std::optional<Measure> parse_measure(std::string_view name) noexcept { return measures.parse(name); }
std::optional<Status> parse_status(std::string_view name) noexcept { return statuses.parse(name); }
std::optional<Commitment> parse_commitment(std::string_view name) noexcept { return commitments.parse(name); }
std::optional<Bound> parse_bound(std::string_view name) noexcept { return bounds.parse(name); }
std::optional<Relation> parse_relation(std::string_view name) noexcept { return relations.parse(name); }

std::string_view to_string(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::invalid_utf8:
      return "invalid_utf8";
    case ErrorCode::unknown_encoding:
      return "unknown_encoding";
    case ErrorCode::unsupported_input:
      return "unsupported_input";
    case ErrorCode::input_too_large:
      return "input_too_large";
    case ErrorCode::broken_lexicon:
      return "broken_lexicon";
    case ErrorCode::broken_json:
      return "broken_json";
    case ErrorCode::io:
      return "io";
    case ErrorCode::defect:
      return "defect";
  }
  return "unknown";
}

}  // namespace zhibiao
