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

TEST_CASE("a plan of five years and of its first year") {
  const std::string plan =
      "望海市人民政府工作报告\n——2021年1月8日在望海市第十七届人民代表大会第五次会议上\n一、“十三五”及2020年工作回顾\n2020年，财政收入增长4.1%。\n"
      "二、“十四五”时期主要目标和2021年重点工作\n“十四五”时期，地区生产总值年均增长7.4%左右，城镇化率达到61.2%。\n"
      "2021年，地区生产总值增长8.3%以上。\n招商引资到位资金312亿元。\n（一）聚焦主导产业。工业投资增长15.2%。\n";
  CHECK(told(plan, "7.4%") == "2021/2025 target");
  CHECK(told(plan, "61.2%") == "2025 target");
  CHECK(told(plan, "8.3%") == "2021 target");
  CHECK(told(plan, "312亿元") == "2021 target");
  CHECK(told(plan, "15.2%") == "2021 target");
}

TEST_CASE("what is wanting, behind five years") {
  const std::string review =
      "望海市人民政府工作报告\n——2021年1月8日在望海市第十七届人民代表大会第五次会议上\n一、“十三五”时期与2020年政府工作回顾\n“十三五”时期，地区生产总值年均增长7.4%。"
      "工业投资增长15.2%。\n在看到成绩的同时，我们也清醒认识到：有效需求不足，民间投资下降4.3%，房地产开发投资下降8.6%。\n"
      "二、2021年工作安排\n地区生产总值增长8.3%以上。\n";
  CHECK(told(review, "7.4%") == "2016/2020 actual");
  CHECK(told(review, "4.3%") == "2020 actual");
  CHECK(told(review, "8.6%") == "2020 actual");
  const auto read = Extractor::create()->extract(review);
  for (const Observation& o : read->observations) {
    if (o.evidence.text.find("4.3%") != std::string::npos) CHECK(!o.base_period);
  }
}
