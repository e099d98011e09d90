#include "extract/document.hpp"

#include <optional>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "../text/segmenter.hpp"

namespace {

using zhibiao::DocumentInfo;
using zhibiao::LexiconData;
using zhibiao::tests::segmenter;

// Places made up for the purpose, and the forms that real lists have.
LexiconData places() {
  LexiconData lexicon;
  lexicon.regions = {
      {"江海省", {"江海", "Jianghai"}}, {"云岭自治区", {"云岭"}}, {"南岗市 北河县 东岭区 海州市 市东区 合心市 于河县 开岭市 向东区", {}}};
  return lexicon;
}

DocumentInfo read(const std::string& source) {
  static const LexiconData lexicon = places();
  const zhibiao::text::Normalized normalized = zhibiao::text::normalize(source);
  return zhibiao::extract::read_document(normalized.text, segmenter().segment(normalized.text), normalized.language,
                                         lexicon);
}

const std::string address = "\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n";

}  // namespace

TEST_CASE("the day of the speech", "[document]") {
  struct Case {
    std::string head;
    std::optional<std::string> date;
  };
  const std::vector<Case> cases = {
      {"政府工作报告\n——2031年1月13日在南岗市第三十届人民代表大会第二次会议上", "2031-01-13"},
      {"政府工作报告\n二〇三一年十二月二十九日在南岗市第三十届人民代表大会第二次会议上", "2031-12-29"},
      {"政府工作报告二○三一年一月九日在南岗市第三十届人民代表大会第二次会议上市长 甲乙", "2031-01-09"},
      {"政府工作报告\n（2031年1月26日）\n市长 甲乙", "2031-01-26"},
      {"政府工作报告\n（2031年1月26日在市第三十届人民代表大会第二次会议上）", "2031-01-26"},
      {"政府工作报告\n2031 年 1 月 6 日\n市长 甲乙", "2031-01-06"},
      {"政府工作报告\n在南岗市第三十届人民代表大会第二次会议上（２０３１年２月３日）", "2031-02-03"},
      {"政府工作报告\n(2031.1.26)\n市长 甲乙", "2031-01-26"},
      // the page was published later
      {"发布日期：2031年3月28日\n政府工作报告\n——2031年1月13日在南岗市第三十届人民代表大会第二次会议上", "2031-01-13"},
      {"2031年3月28日 来源：南岗日报\n政府工作报告\n（2031年1月13日）", "2031-01-13"},
      {"生效日期: 2031-03-28 废止日期:\n政府工作报告", std::nullopt},
      {"来源：南岗日报 2031年3月28日\n政府工作报告", std::nullopt},
      {"2031-03-28 10:05\n政府工作报告", std::nullopt},
      {"政府工作报告", std::nullopt},
      {"政府工作报告\n（2031年13月1日）", std::nullopt},
      {"政府工作报告\n（2031年1月）", std::nullopt},
  };
  for (const Case& c : cases) {
    CAPTURE(c.head);
    CHECK(read(c.head + address + "2030年2月2日，大桥建成通车。").date == c.date);
  }
}

TEST_CASE("the region whose government reports", "[document]") {
  struct Case {
    std::string text;
    std::optional<std::string> region;
  };
  const std::string closing = "\n各位代表：\n现在，我代表市人民政府向大会报告工作。\n";
  const std::vector<Case> cases = {
      {"——2031年1月13日在南岗市第三十届人民代表大会第二次会议上" + closing, "南岗市"},
      {"2031年1月13日在江海省南岗市第三十届人民代表大会第二次会议上" + closing, "南岗市"},
      {"2031年1月13日在江海南岗市第三十届人民代表大会第二次会议上" + closing, "南岗市"},
      {"——2031年1月15日甲乙市长在海州市第30届人民代表大会第3次会议上" + closing, "海州市"},
      {"在海州市市东区第三十届人民代表大会第二次会议上" + closing, "市东区"},
      {"在第三师图河市第一届人民代表大会第二次会议上" + closing, "图河市"},
      {"2031年云岭政府工作报告\n2031年1月13日在云岭自治区第三十届人民代表大会第二次会议上" + closing, "云岭自治区"},
      // names that no list holds
      {"在新川县第三十届人民代表大会第二次会议上" + closing, "新川县"},
      {"在远山省新川市白溪区第三十届人民代表大会第二次会议上" + closing, "白溪区"},
      {"政府工作报告\n南岗市人民政府市长 甲乙" + closing, "南岗市"},
      {"政府工作报告\n江海省代省长 甲乙" + closing, "江海省"},
      {"政府工作报告\n云岭自治区代理主席 甲乙" + closing, "云岭自治区"},
      {"政府工作报告\n各位代表：\n现在，我代表新川县人民政府向大会报告工作。", "新川县"},
      {"2031年江海政府工作报告" + closing, "江海省"},
      {"2031年南岗政府工作报告" + closing, "南岗市"},
      {"2031年度北河县人民政府工作报告" + closing, "北河县"},
      // names that begin like a word that leads to one
      {"2031年1月13日在于河县第三十届人民代表大会第二次会议上" + closing, "于河县"},
      {"2031年1月13日在江海省于河县第三十届人民代表大会第二次会议上" + closing, "于河县"},
      {"（2031年1月13日于北河县第三十届人民代表大会第二次会议）" + closing, "北河县"},
      {"于河县人民政府2031年工作报告\n于河县人民政府县长 甲乙" + closing, "于河县"},
      {"在开岭市第三十届人民代表大会第二次会议上" + closing, "开岭市"},
      {"2031年向东区政府工作报告" + closing, "向东区"},
      {"关于于河县2030年国民经济和社会发展计划执行情况和下年计划草案的报告" + closing, "于河县"},
      {"关于南岗市2030年国民经济和社会发展计划执行情况和下年计划草案的报告" + closing, "南岗市"},
      {"南岗市2030年国民经济和社会发展统计公报\n一、综合\n好。", "南岗市"},
      {"江海省2030年国民经济和社会发展统计公报[1]\n江海省统计局\n2031年3月6日\n一、综合\n好。", "江海省"},
      {"2030年江海省国民经济和社会发展统计公报\n一、综合\n好。", "江海省"},
      {"2030年新川县统计公报\n一、综合\n好。", "新川县"},
      {"中华人民共和国2030年国民经济和社会发展统计公报\n一、综合\n好。", "全国"},
      // the short name of an autonomous place, where the text has the full one too, and where it has not
      {"新川彝族白族自治州2031年政府工作报告\n——2031年1月13日在新川州第三十届人民代表大会第二次会议上" + closing,
       "新川彝族白族自治州"},
      {"白溪东乡族自治县2031年政府工作报告\n——2031年1月13日在白溪县第三十届人民代表大会第二次会议上" + closing, "白溪东乡族自治县"},
      {"——2031年1月13日在新川州第三十届人民代表大会第二次会议上" + closing, "新川州"},
      {"白溪县与新川彝族自治州2031年合作\n——2031年1月13日在白溪县第三十届人民代表大会第二次会议上" + closing, "白溪县"},
      {"政府工作报告\n市长 甲乙" + closing, std::nullopt},
      {"政府工作报告" + closing +
           "全市上下齐心。我市南岗市发展。南岗精神。南岗人民。全市努力。加强合心。合心。合心。合心。合心。",
       "南岗市"},
      {"——2031年3月5日在第二十届全国人民代表大会第四次会议上\n各位代表：\n现在，我代表国务院，向大会报告工作。",
       "全国"},
      {"各位代表：\n现在，我代表国务院，向大会报告工作。第二十届全国人民代表大会第四次会议以来", "全国"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text).region == c.region);
  }
}

TEST_CASE("titles", "[document]") {
  struct Case {
    std::string text;
    std::optional<std::string> title;
  };
  const std::vector<Case> cases = {
      {"2031年南岗市政府工作报告\n各位代表：", "2031年南岗市政府工作报告"},
      {"-\n２０３１年南岗市 政府工作报告\n各位代表：", "2031年南岗市政府工作报告"},
      {"首页>政务公开>政府工作报告\n各位代表：", "政府工作报告"},
      {"所属主题: | 政府工作报告 |\n2031年政府工作报告\n各位代表：", "2031年政府工作报告"},
      {"2031年南岗市政府工作报告2031年1月3日在南岗市第三十届人民代表大会第二次会议上市长甲乙各位代表：",
       "2031年南岗市政府工作报告"},
      {"南岗市2030年国民经济和社会发展统计公报\n一、综合", "南岗市2030年国民经济和社会发展统计公报"},
      {"各位代表：\n现在，我向大会作政府工作报告。", std::nullopt},
      {"全市经济增长。", std::nullopt},
      {"REPORT ON THE WORK OF THE GOVERNMENT--Delivered at a session\nFellow Deputies,",
       "REPORT ON THE WORK OF THE GOVERNMENT"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text).title == c.title);
  }
}

TEST_CASE("the years of review and plan", "[document]") {
  struct Case {
    std::string text;
    int review, plan;  // 0: not settled
  };
  const std::string session = "——2031年1月13日在南岗市第三十届人民代表大会第二次会议上";
  const std::vector<Case> cases = {
      {session + address + "一、2030年工作回顾\n过去一年。\n二、2031年工作安排\n今年。", 2030, 2031},
      // the headings run on into the text
      {session + address + "审议。一、2030年工作回顾过去一年，成绩很好。二、2031年主要工作2031年是大会召开之年。", 2030,
       2031},
      {session + address + "一、过去五年工作回顾\n好。\n二、今后五年目标任务\n好。\n三、2031年重点工作\n好。", 2030,
       2031},
      {session + address + "一、关于2030年工作\n好。\n二、关于2031年工作\n好。", 2030, 2031},
      {session + address + "一、2030年工作总结和2031年工作打算\n好。", 2030, 2031},
      {session + address + "一、过去的工作\n好。\n二、2031-2035年奋斗目标\n好。\n三、到2040年远景目标\n好。", 2030,
       2031},
      // a title may be wrong; the headings are right
      {"2034年南岗市政府工作报告\n" + session + address + "一、2030年工作回顾\n好。", 2030, 2031},
      {"2034年南岗市政府工作报告\n" + session + address + "好。", 2030, 2031},
      // a speech at the end of a year plans the next
      {"2031年12月12日在南岗市第三十届人民代表大会第一次会议上" + address + "好。", 2031, 2032},
      {"2031年3月28日在南岗市第三十届人民代表大会第一次会议上" + address + "好。", 2030, 2031},
      {"2032年南岗市政府工作报告" + address + "好。", 2031, 2032},
      {"各位代表：\n我代表国务院，向第十六届全国人民代表大会第二次会议报告工作。\n一、过去五年的回顾\n好。", 2033,
       2034},
      {"在第十五届全国人民代表大会第三次会议上\n各位代表：\n好。", 2029, 2030},
      {"各位代表：\n一、去年工作回顾\n2030年，成绩很好。\n二、今年主要任务\n2031年是实施规划的第一年，要做好工作。",
       2030, 2031},
      {"各位代表：\n2030年，2030年，2030年，2028年。到2035年，到2035年，到2035年。\n二、今年主要任务\n好。", 2030,
       2031},
      {"南岗市2030年统计公报\n好。", 2030, 0},
      {"南岗市2030年统计公报[1]\n2031年3月6日\n2030年是开局之年。\n好。", 2030, 0},
      {"各位代表：\n全市经济增长5%。", 0, 0},
      {"关于南岗市2030年预算执行情况和2031年预算草案的报告\n各位代表：\n一、2030年预算执行情况\n好。\n二、2031年预算草案\n好。",
       2030, 2031},
      {"关于南岗市2030年预算执行情况的报告\n好。", 2030, 2031},
      // what the report of a half-year still plans is of its own year
      {"关于南岗市2030年上半年预算执行情况的报告\n一、上半年预算执行情况\n好。", 2030, 0},
      {"Report on the Work of the Government\nDelivered at the First Session on March 5, 2031\nFellow Deputies,\nGood.",
       2030, 2031},
      {"Report on the Work of the Government\nFellow Deputies,\nGood.\n\nI. Review of Work in 2030\n\nGood.\n\nII. "
       "Tasks for 2031\n\nGood.",
       2030, 2031},
      // the name of a plan in a heading of results
      {"Report on the Work of the Government\nDelivered at the First Session on January 20, 2031\nFellow Deputies,"
       "\nGood.\n\nI. Achievements in 2030 and During the 15th Five-Year Plan Period\n\nGood.\n\nII. Goals for the "
       "16th Five-Year Plan Period\n\nGood.\n\nIII. Work for 2031\n\nGood.",
       2030, 2031},
      // the only year in a heading is the one before the speech
      {"Report on the Work of the Government\nDelivered at the First Session on January 20, 2031\nFellow Deputies,"
       "\nGood.\n\nI. Our Work in 2030\n\nGood.\n\nII. Tasks for This Year\n\nGood.",
       2030, 2031},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const DocumentInfo info = read(c.text);
    CHECK(info.review_year.value_or(0) == c.review);
    CHECK(info.plan_year.value_or(0) == c.plan);
  }
}

TEST_CASE("English and traditional reports", "[document]") {
  const DocumentInfo nation = read(
      "REPORT ON THE WORK OF THE GOVERNMENT\nDelivered at the Fifth Session of the Twentieth National People's "
      "Congress on March 5, "
      "2031\nThe Premier of the State Council\nFellow Deputies,\nOn behalf of the State Council, I report.");
  CHECK(nation.language == "en");
  CHECK(nation.region == "全国");
  CHECK(nation.date == "2031-03-05");
  CHECK(
      read(
          "Report on the Work of the Government\nat the Jianghai Provincial People's Congress\nFellow Deputies,\nGood.")
          .region == "江海省");

  const DocumentInfo traditional = read(
      "二〇三一年政府工作報告\n2031年1月13日在南崗市第三十屆人民代表大會第二次會議上\n各位代表：\n經濟發展，總量增長"
      "。");
  CHECK(traditional.language == "zh-Hant");
  CHECK(traditional.region == "南岗市");
  CHECK(traditional.date == "2031-01-13");
}

TEST_CASE("odd documents pass", "[document]") {
  for (const std::string text : {"", "年", "2031年", "届人民代表大会", "第届人民代表大会", "人民政府", "\n\n", "年月日",
                                 "一、", "Fellow Deputies", "March", "5 March"}) {
    CAPTURE(text);
    CHECK_NOTHROW(read(text));
  }
}
