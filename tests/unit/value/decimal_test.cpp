#include "value/decimal.hpp"

#include <string>

#include "../catch.hpp"

using namespace zhibiao;
using namespace zhibiao::value;

TEST_CASE("decimals are read exactly") {
  struct Case {
    const char* text;
    Decimal number;
  };
  for (const Case& c : {Case{"0", {0, 0}},
                        {"0.0", {0, 0}},
                        {"-0", {0, 0}},
                        {"00", {0, 0}},
                        {"5", {5, 0}},
                        {"5.0", {5, 0}},
                        {"05", {5, 0}},
                        {"7.65", {765, -2}},
                        {"0.05", {5, -2}},
                        {"100", {1, 2}},
                        {"1,234.50", {12345, -1}},
                        {"1,234,567", {1234567, 0}},
                        {"-3.2", {-32, -1}},
                        {".5", {5, -1}},
                        {"5.", {5, 0}},
                        {"999999999999999", {999999999999999, 0}},
                        {"0.000000000000001", {1, -15}},
                        {"1000000000000000000000", {1, 21}},
                        {"123456789012345000", {123456789012345, 3}}}) {
    CAPTURE(c.text);
    const auto number = parse_decimal(c.text);
    REQUIRE(number);
    CHECK(*number == c.number);
  }
}

TEST_CASE("what is no decimal, or needs more than fifteen digits, is nothing") {
  for (const char* text : {"", "-", ".", "-.", ",", "1.2.3", "1e5", "+5", "5%", "--5", "1 2", "０", "1.2,3", ",5",
                           "1234567890123456", "0.1234567890123456", "1000000000000001", "100000000000000.01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_decimal(text));
  }
  CHECK_FALSE(parse_decimal("1" + std::string(1'000, '0')));
  CHECK_FALSE(parse_decimal("0." + std::string(1'000, '0') + "1"));
  CHECK(parse_decimal("0." + std::string(10'000, '0')) == Decimal{0, 0});
  CHECK(parse_decimal(std::string(10'000, '0') + "1") == Decimal{1, 0});
}

TEST_CASE("products are exact or nothing") {
  struct Case {
    Decimal a, b, product;
  };
  for (const Case& c : {Case{{3155, -1}, {1, 8}, {3155, 7}},
                        {{5, 0}, {2, 0}, {1, 1}},
                        {{25, -1}, {4, 0}, {1, 1}},
                        {{0, 0}, {1, 8}, {0, 0}},
                        {{-5, 0}, {5, -4}, {-25, -4}},
                        {{999999999999999, 0}, {1, 12}, {999999999999999, 12}},
                        {{31622776, 0}, {31622776, 0}, {999999961946176, 0}},
                        {{50, -1}, {10, 0}, {5, 1}}}) {
    CAPTURE(to_string(c.a), to_string(c.b));
    CHECK(multiply(c.a, c.b) == c.product);
    CHECK(multiply(c.b, c.a) == c.product);
  }
  CHECK_FALSE(multiply({31622777, 0}, {31622777, 0}));
  CHECK_FALSE(multiply({999999999999999, 0}, {999999999999999, 0}));
  CHECK_FALSE(multiply({1, 40}, {1, 40}));
  // The product has sixteen digits and a zero at its end: it is exact all the same.
  CHECK_FALSE(multiply({500000000000001, 0}, {2, 0}));
  CHECK(multiply({499999999999995, 0}, {2, 0}) == Decimal{99999999999999, 1});
}

TEST_CASE("comparison does not depend on how a number is written") {
  const Decimal rising[] = {{-1, 13},  {-315, 8}, {-5, 0},  {-49, -1}, {-5, -4},           {0, 0},  {5, -4}, {49, -1},
                            {5, 0},    {51, -1},  {765, -2}, {1, 1},   {123456789012345, -12}, {315, 8}, {1, 13}, {1, 21}};
  for (std::size_t i = 0; i < std::size(rising); ++i) {
    for (std::size_t j = 0; j < std::size(rising); ++j) {
      CAPTURE(to_string(rising[i]), to_string(rising[j]));
      CHECK(compare(rising[i], rising[j]) == (i < j ? -1 : i > j ? 1 : 0));
    }
  }
  CHECK(compare({50, -1}, {5, 0}) == 0);
  CHECK(compare({-1200, -2}, {-12, 0}) == 0);
  CHECK(compare({0, 5}, {0, 0}) == 0);
}

TEST_CASE("powers and signs") {
  CHECK(power_of_ten(0) == Decimal{1, 0});
  CHECK(power_of_ten(12) == Decimal{1, 12});
  CHECK(negate({35, -1}) == Decimal{-35, -1});
  CHECK(negate(negate({35, -1})) == Decimal{35, -1});
  CHECK(negate({0, 0}) == Decimal{0, 0});
}

TEST_CASE("differences are exact, or none") {
  const auto minus = [](const char* a, const char* b) -> std::string {
    const auto difference = subtract(*parse_decimal(a), *parse_decimal(b));
    return difference ? to_string(*difference) : "none";
  };
  CHECK(minus("6.2", "6") == "0.2");
  CHECK(minus("6", "6.2") == "-0.2");
  CHECK(minus("0", "7.65") == "-7.65");
  CHECK(minus("7.65", "0") == "7.65");
  CHECK(minus("0", "0") == "0");
  CHECK(minus("31550000000", "0.5") == "31549999999.5");
  CHECK(minus("-3.1", "-3") == "-0.1");
  CHECK(minus("999999999999999", "-999999999999999") == "none");
  CHECK(minus("1000000000000000", "0.1") == "none");
  CHECK(minus("1000000000000000000000", "1") == "none");
  CHECK(minus("100", "100") == "0");
}
