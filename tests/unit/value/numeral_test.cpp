#include "value/numeral.hpp"

#include <algorithm>
#include <memory>
#include <string>

#include "../catch.hpp"
#include "value/decimal.hpp"

using namespace zhibiao;
using namespace zhibiao::value;

namespace {

// In a heap block of exact size, so that sanitizers see the first byte too far.
std::optional<Numeral> read(std::string_view text) {
  const auto copy = std::make_unique<char[]>(text.size());
  std::copy(text.begin(), text.end(), copy.get());
  return read_numeral({copy.get(), text.size()});
}

struct Case {
  const char* text;
  const char* number;     // empty: no numeral
  const char* rest = "";  // what is left behind it
};

void check(const Case& c) {
  CAPTURE(c.text);
  const auto numeral = read(c.text);
  if (*c.number == '\0') {
    CHECK_FALSE(numeral);
    return;
  }
  REQUIRE(numeral);
  CHECK_FALSE(numeral->inexact);
  CHECK(to_string(numeral->number) == c.number);
  CHECK(std::string(c.text).substr(numeral->length) == c.rest);
}

}  // namespace

TEST_CASE("every integer up to 99,999 is written in Chinese and read back") {
  std::size_t wrong = 0;
  for (std::int64_t n = 0; n <= 99'999; ++n) {
    const std::string text = to_chinese(n);
    const auto numeral = read(text);
    const bool same = numeral && numeral->length == text.size() && !numeral->upper && !numeral->inexact &&
                      to_string(numeral->number) == std::to_string(n);
    if (!same) UNSCOPED_INFO(n << " " << text);
    wrong += !same;
  }
  CHECK(wrong == 0);
}

TEST_CASE("large integers are written in Chinese and read back") {
  std::size_t wrong = 0;
  for (std::int64_t n = 99'999; n < 999'999'999'999; n = n + n / 7 + 12'345) {
    for (const std::int64_t m : {n, n / 1'000 * 1'000, n / 100'000'000 * 100'000'000 + 7, n / 10'000 * 10'000 + 10}) {
      const std::string text = to_chinese(m);
      const auto numeral = read(text);
      const bool same = numeral && numeral->length == text.size() && to_string(numeral->number) == std::to_string(m);
      if (!same) UNSCOPED_INFO(m << " " << text);
      wrong += !same;
    }
  }
  CHECK(wrong == 0);
}

TEST_CASE("whole numbers as they are written") {
  CHECK(to_chinese(10305) == "一万零三百零五");
  CHECK(to_chinese(15) == "十五");
  CHECK(to_chinese(115) == "一百一十五");
  CHECK(to_chinese(100'000'005) == "一亿零五");
  CHECK(to_chinese(200'500) == "二十万零五百");
}

TEST_CASE("digits with separators, decimals and multipliers") {
  for (const Case& c : {
           Case{"7", "7"}, {"0.5", "0.5"}, {"5.0", "5"}, {"3155", "3155"}, {"1,234", "1234"}, {"1,234.50元", "1234.5", "元"},
           {"12,345,678", "12345678"}, {"1,23", "1", ",23"}, {"1,2345", "1", ",2345"}, {"1234,567", "1234", ",567"},
           {"5.", "5", "."}, {"5.%", "5", ".%"}, {"1.2.3", "1.2", ".3"},
           {"400万亩", "4000000", "亩"}, {"263.5亿元", "26350000000", "元"}, {"4.7万亿元", "4700000000000", "元"},
           {"3千", "3000"}, {"5百亿", "50000000000"}, {"6百万", "6000000"}, {"8千亿", "800000000000"},
           {"2千万人", "20000000", "人"}, {"1.2兆元", "1200000000000", "元"}, {"3兆7,619亿元", "3761900000000", "元"},
           {"25兆500亿元", "25050000000000", "元"}, {"42万1,900元", "421900", "元"}, {"5兆5赫", "5", "兆5赫"}, {"5兆瓦", "5", "兆瓦"},
           {"40千瓦", "40", "千瓦"}, {"40万千瓦", "400000", "千瓦"}, {"3千米", "3", "千米"}, {"9千克", "9", "千克"},
           {"220千伏", "220", "千伏"}, {"6百分点", "6", "百分点"}, {"500强", "500", "强"},
           {"1亿2000万", "120000000"}, {"3亿5千万元", "350000000", "元"}, {"3万5千人", "35000", "人"},
           {"2千5百亿", "250000000000"}, {"1万2000人", "12000", "人"}, {"1万2%", "10000", "2%"}, {"1万2031年", "10000", "2031年"},
           {"10万2.5%", "100000", "2.5%"}, {"5万亿3000亿", "5000000000000", "3000亿"},
           {"500余万亩", "5000000", "亩"}, {"4000余人", "4000", "人"}, {"37万余人", "370000", "人"},
           {"3亿多元", "300000000", "元"}, {"30多家", "30", "家"}, {"100多亿", "10000000000"}, {"119余额", "119", "余额"},
           {"5多元化", "5", "多元化"}, {"3000多元", "3000", "元"}, {"86其余", "86", "其余"}, {"30几家", "30", "家"},
       }) {
    check(c);
  }
}

TEST_CASE("numerals in characters") {
  for (const Case& c : {
           Case{"零", "0"}, {"一", "1"}, {"两", "2"}, {"十", "10"}, {"十五", "15"}, {"二十", "20"}, {"两百", "200"},
           {"三百二十", "320"}, {"一百零三", "103"}, {"一百十五", "115"}, {"两千", "2000"}, {"一万二千三百", "12300"},
           {"一万二", "12000"}, {"三百五", "350"}, {"两千五", "2500"}, {"一亿二", "120000000"}, {"一万零二", "10002"},
           {"两万五千", "25000"}, {"三十万", "300000"}, {"一百二十万", "1200000"}, {"三千万", "30000000"},
           {"一亿五千万", "150000000"}, {"一万亿", "1000000000000"}, {"一万二千亿", "1200000000000"},
           {"三千二百亿五千万零八", "320050000008"}, {"两万三千五百亿元", "2350000000000", "元"},
           {"二〇二五年", "2025", "年"}, {"二零一九年", "2019", "年"}, {"一三五", "135"}, {"〇五", "5"},
           {"七点五", "7.5"}, {"十二点二五", "12.25"}, {"零点三", "0.3"}, {"三点二万亿", "3200000000000"},
           {"一点五亿", "150000000"}, {"八点三十", "8", "点三十"}, {"三点", "3", "点"}, {"一点零五", "1.05"},
           {"二十多亿", "2000000000"}, {"十几亿", "1000000000"}, {"三百余", "300"}, {"三多", "3", "多"},
           {"三千余万", "30000000"}, {"三千瓦", "3", "千瓦"}, {"一千米", "1", "千米"},
           {"万众", ""}, {"百姓", ""}, {"百分", ""}, {"元", ""}, {"", ""}, {"点五", ""}, {"多", ""},
           {"一亿万", "100000000", "万"}, {"三万万", "30000", "万"}, {"百千", "100", "千"},
       }) {
    check(c);
  }
}

TEST_CASE("multipliers alone") {
  for (const Case& c : {Case{"千亿", "100000000000"}, {"万亿元", "1000000000000", "元"}, {"百亿", "10000000000"},
                        {"百万", "1000000"}, {"千", "1000"}, {"万", "10000"}, {"亿元", "100000000", "元"}}) {
    check(c);
    CHECK(read(c.text)->bare);
  }
  CHECK_FALSE(read("十亿")->bare);
  CHECK_FALSE(read("一亿")->bare);
  CHECK(read("千余家")->bare);
  CHECK(read("千余家")->more);
}

TEST_CASE("two neighbouring digits are a range") {
  struct Range {
    const char* text;
    const char* lower;
    const char* upper;
    const char* rest = "";
  };
  for (const Range& c : {Range{"七八个", "7", "8", "个"}, {"五六百亿元", "50000000000", "60000000000", "元"},
                         {"两三家", "2", "3", "家"}, {"三五年", "3", "5", "年"}, {"三四十人", "30", "40", "人"},
                         {"十七八岁", "17", "18", "岁"}, {"一千七八百万", "17000000", "18000000"},
                         {"二十五六", "25", "26"}, {"一两万户", "10000", "20000", "户"}, {"十四五", "14", "15"}}) {
    CAPTURE(c.text);
    const auto numeral = read(c.text);
    REQUIRE(numeral);
    CHECK(to_string(numeral->number) == c.lower);
    REQUIRE(numeral->upper);
    CHECK(to_string(*numeral->upper) == c.upper);
    CHECK(std::string(c.text).substr(numeral->length) == c.rest);
  }
  for (const char* text : {"五三", "二一", "六五百"}) {
    CAPTURE(text);
    CHECK_FALSE(read(text)->upper);
    CHECK(read(text)->length == 3);
  }
}

TEST_CASE("what a numeral says of itself") {
  CHECK(read("5.2万亿")->multiplier == Decimal{1, 12});
  CHECK(read("三百亿")->multiplier == Decimal{1, 10});
  CHECK(read("二十")->multiplier == Decimal{1, 0});
  CHECK(read("320")->multiplier == Decimal{1, 0});
  CHECK(read("320万")->scaled);
  CHECK_FALSE(read("320")->scaled);
  CHECK_FALSE(read("二十")->scaled);
  CHECK(read("三百")->scaled);
  CHECK(read("二十")->words);
  CHECK_FALSE(read("3千")->words);
  CHECK_FALSE(read("1亿2000万")->words);
  CHECK(read("500余万")->more);
  CHECK_FALSE(read("500万")->more);
  CHECK(read("十二")->characters == 2);
  CHECK(read("三")->characters == 1);
}

TEST_CASE("more than fifteen significant digits are told, not rounded") {
  CHECK(to_string(read("999999999999999")->number) == "999999999999999");
  CHECK(to_string(read("1000000000000000000000")->number) == "1000000000000000000000");
  for (const char* text : {"1234567890123456", "0.1234567890123456", "1234567890123456万亿",
                           "九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九"}) {
    CAPTURE(text);
    const auto numeral = read(text);
    REQUIRE(numeral);
    CHECK(numeral->inexact);
    CHECK(numeral->length == std::string(text).size());
    CHECK(numeral->number == Decimal{0, 0});
  }
  CHECK(read(std::string(100'000, '9'))->inexact);
  CHECK(read("1" + std::string(100'000, '0'))->inexact);
}

TEST_CASE("odd rows of numeral signs end and stay in bounds") {
  const char* signs[] = {"零", "一", "两", "九", "十", "百", "千", "万", "亿", "余", "几", "点", "兆", "5", "1234", ".", ","};
  std::uint32_t seed = 7;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      seed = seed * 1'664'525 + 1'013'904'223;
      text += signs[(seed >> 16) % std::size(signs)];
    }
    const auto numeral = read(text);
    if (numeral && (numeral->length == 0 || numeral->length > text.size())) {
      CAPTURE(text);
      CHECK(numeral->length > 0);
      CHECK(numeral->length <= text.size());
    }
  }
  std::string many;
  for (int i = 0; i < 1'000; ++i) many += "九千九百亿";
  CHECK(read(many)->length < 200);
}
