// Times that the day of the speech decides.

#include <string>
#include <string_view>

#include "catch.hpp"
#include "zhibiao/zhibiao.hpp"

using namespace zhibiao;

namespace {

std::string report(std::string_view day, std::string_view said) {
  return "望海市人民政府工作报告\n——" + std::string(day) +
         "在望海市第十七届人民代表大会第五次会议上\n一、2019年工作回顾\n2019年，财政收入增长4.1%。" + std::string(said) +
         "\n二、2020年主要工作\n全年地区生产总值增长6%以上。\n";
}

// Period and status of the observation whose evidence holds `words`.
std::string told(const std::string& text, std::string_view words) {
  const auto extractor = Extractor::create();
  const auto read = extractor->extract(text);
  for (const Observation& o : read->observations) {
    if (o.evidence.text.find(words) == std::string::npos) continue;
    return (o.period ? to_string(*o.period) : "none") + " " + std::string(to_string(o.status));
  }
  return "nothing";
}

}  // namespace

TEST_CASE("a part of this year, looked back at later in the year") {
  const std::string spring = report("2020年4月28日", "受疫情影响，今年一季度，工业增加值下降6.4%。今年以来，新增市场主体310户。");
  CHECK(told(spring, "6.4%") == "2020-Q1 actual");
  CHECK(told(spring, "310户") == "none actual");
}

TEST_CASE("a part of this year in a report given as the year begins") {
  const std::string winter = report("2020年1月8日", "今年一季度，工业增加值增长6.4%。今年以来，新增市场主体310户。");
  CHECK(told(winter, "6.4%") == "2019-Q1 actual");
  CHECK(told(winter, "310户") == "2019 actual");
}
