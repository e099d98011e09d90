#include "zhibiao/report.hpp"

#include <string>

#include "catch.hpp"
#include "zhibiao/result.hpp"

using namespace zhibiao;

TEST_CASE("decimals are written plainly") {
  struct Case {
    Decimal number;
    const char* text;
  };
  for (const Case& c : {Case{{0, 0}, "0"},
                        {{5, 0}, "5"},
                        {{-35, -1}, "-3.5"},
                        {{765, -2}, "7.65"},
                        {{13, 11}, "1300000000000"},
                        {{3155, 7}, "31550000000"},
                        {{5, -1}, "0.5"},
                        {{-5, -4}, "-0.0005"},
                        {{123456789012345, -3}, "123456789012.345"},
                        {{999999999999999, 0}, "999999999999999"},
                        {{50, -1}, "5"},
                        {{-1200, -3}, "-1.2"}}) {
    CAPTURE(c.text);
    CHECK(to_string(c.number) == c.text);
    CHECK(to_double(c.number) == std::stod(c.text));
  }
}

TEST_CASE("periods are written and read back") {
  for (const char* text :
       {"2025", "1900", "2100", "2025-Q1", "2025-Q4", "2025-S1", "2025-S2", "2025-01", "2025-12", "2017/2021", "2024-01/2024-11", "2024-03/2024-09"}) {
    CAPTURE(text);
    const auto period = parse_period(text);
    REQUIRE(period);
    CHECK(to_string(*period) == text);
    CHECK(period->is_interval() == (std::string(text).find('/') == 4));
  }
}

TEST_CASE("what is no period gives none") {
  for (const char* text :
       {"",         "25",         "1899",    "2101",    "20255",  "2025-",   "2025-Q0",   "2025-Q5",
        "2025-Q12", "2025-S3",    "2025-00", "2025-13", "2025-1", "2025/",   "2025/2025", "2025/2021",
        "2017/21",  "2017/20211", "2025 ",   " 2025",   "+025",   "2025-+1", "2025_Q1",   "年度",
        "2024-01/2023-11", "2024-11/2024-01", "2024-01/2024-Q1", "2024-01/2024", "2024-Q1/2024-11", "2024-1/2024-11"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text));
  }
}

namespace {

// Every name leads back to its value, and the value behind the last one has no name.
template <typename E, typename Parse>
void check_names(E last, Parse parse) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto value = static_cast<E>(i);
    CAPTURE(i, to_string(value));
    CHECK_FALSE(to_string(value).empty());
    CHECK(parse(to_string(value)) == value);
  }
  CHECK(to_string(static_cast<E>(static_cast<int>(last) + 1)).empty());
  CHECK_FALSE(parse(""));
  CHECK_FALSE(parse("Level"));
}

}  // namespace

TEST_CASE("names of enumerators") {
  check_names(Measure::ratio, parse_measure);
  check_names(Status::target, parse_status);
  check_names(Commitment::ensure, parse_commitment);
  check_names(Bound::between, parse_bound);
  check_names(Relation::stretch, parse_relation);
  CHECK(to_string(Measure::average_growth_rate) == "average_growth_rate");
  CHECK(to_string(Status::estimate) == "estimate");
  CHECK(to_string(Commitment::strive) == "strive");
  CHECK(to_string(Bound::at_least) == "at_least");
  CHECK(to_string(Relation::in_step) == "in_step");
}

TEST_CASE("error codes keep their numbers and names") {
  CHECK(static_cast<int>(ErrorCode::invalid_utf8) == 1);
  CHECK(static_cast<int>(ErrorCode::io) == 7);
  CHECK(to_string(ErrorCode::unsupported_input) == "unsupported_input");
  CHECK(to_string(ErrorCode::broken_json) == "broken_json");
}
