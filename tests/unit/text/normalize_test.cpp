#include "text/normalize.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "../extract/samples.hpp"
#include "text/utf8.hpp"

namespace {

using zhibiao::text::Language;
using zhibiao::text::normalize;
using zhibiao::text::Normalized;
using zhibiao::text::sequence_length;

std::string normalized(const std::string& text) { return normalize(text).text; }

// What must hold for every text: characters lead back to whole characters, in order, without overlap.
void check_map(const std::string& source) {
  const Normalized n = normalize(source);
  REQUIRE(zhibiao::text::first_invalid(n.text) == zhibiao::text::all_valid);
  const auto at_border = [&](std::size_t i) {
    return i == source.size() || !zhibiao::text::is_continuation(source[i]);
  };
  std::size_t last = 0;
  for (std::size_t i = 0; i < n.text.size();) {
    const std::size_t next = i + sequence_length(n.text[i]);
    const std::size_t begin = n.map.begin_of(i), end = n.map.end_of(next);
    CAPTURE(source, i, begin, end);
    REQUIRE(begin < end);
    REQUIRE(end <= source.size());
    REQUIRE(begin >= last);
    REQUIRE(at_border(begin));
    REQUIRE(at_border(end));
    last = begin;
    i = next;
  }
}

}  // namespace

TEST_CASE("the mark of a footnote is no part of the text", "[normalize]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"生产总值[2]43128.6亿元", "生产总值43128.6亿元"},
      {"网上零售额［12］为3542.6亿元", "网上零售额为3542.6亿元"},
      {"对共建国家〔34〕进出口额", "对共建国家进出口额"},
      {"劳动生产率 [3] 为", "劳动生产率为"},
      {"增长5.7%[6]。", "增长5.7%。"},
      {"“三新”[7]经济", "“三新”经济"},
      {"研发（R&D）[8]经费", "研发(R&D)经费"},
      {"零售额③增长5%", "零售额增长5%"},
      {"零售额¹²增长5%", "零售额增长5%"},
      {"[1]本公报数据为初步统计数", "[1]本公报数据为初步统计数"},
      {"一是好。\n[2]按现价计算", "一是好。\n[2]按现价计算"},
      {"政发[2031]5号", "政发[2031]5号"},
      {"PM2.5[3]35微克", "PM2.5[3]35微克"},
      {"四项：①甲；②乙", "四项:①甲;②乙"},
      {"每立方米³", "每立方米³"},
      {"[A]甲[]乙[", "[A]甲[]乙["},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    check_map(c.text);
  }
}

TEST_CASE("one spelling for one sign", "[normalize]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"", ""},
      {"增长５．５％左右，", "增长5.5%左右,"},
      {"ＧＤＰ（初步）：６％；", "GDP(初步):6%;"},
      {"增长𝟓.𝟓％，𝟞户、𝟩户", "增长5.5%,6户、7户"},
      {"增长6﹪∶好", "增长6%:好"},
      {"“十五五”规划、教育。", "“十五五”规划、教育。"},
      {"增长5%－6%", "增长5%-6%"},
      {"增长5–6个点，2031—2035年", "增长5-6个点,2031-2035年"},
      {"2031年—2035年", "2031年-2035年"},
      {"——增长5%", "——增长5%"},
      {"一是——增长", "一是——增长"},
      {"增长−3.2%", "增长-3.2%"},
      {"5%～6%、5〜6、5∼6", "5%~6%、5~6、5~6"},
      {"年均增长19·5%", "年均增长19.5%"},
      {"阿布·拉提", "阿布·拉提"},
      {"增\xE2\x80\x8B长\xEF\xBB\xBF"
       "5%",
       "增长5%"},
      {"\xEF\xBB\xBF全县", "全县"},
      {"建成120㎡，10㎞，3㎥，25℃，①", "建成120平方米,10公里,3立方米,25℃,①"},
      {"二○三一年，二〇三一年", "2031年,2031年"},
      {"二零零一至二○○五年，二ＯＯ五年，一九九八年", "2001至2005年,2005年,1998年"},
      {"一○一中学，二〇三一，三十二〇三一年", "一〇一中学,二〇三一,三十二〇三一年"},
      {"⻓期⽂化⾏业", "长期文化行业"},
      {"￥5", "¥5"},
      {"一行\r\n二行\r三行", "一行\n二行\n三行"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    check_map(c.text);
  }
}

TEST_CASE("blanks in Chinese text are layout", "[normalize]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"增长 1 0 ％", "增长10%"},
      {"到 2 0 3 1 年", "到2031年"},
      {"增长 2 . 5 个点", "增长2.5个点"},
      {"增长 1 5 ．3 ％", "增长15.3%"},
      {"达到 12 345 亿元", "达到12345亿元"},
      {"生产总值 315.5 6.6", "生产总值315.5 6.6"},  // columns of a table
      {"生产总值\t315\t6", "生产总值315 6"},
      {"增速6.6 -3.2", "增速6.6 -3.2"},
      {"增速5% - 6%", "增速5%-6%"},
      {"增速 5.5 % 左右", "增速5.5%左右"},
      {"\xE3\x80\x80\xE3\x80\x80全县 生产\xC2\xA0总值", "全县生产总值"},
      {"PM 2.5 浓度", "PM2.5浓度"},
      {"引进 Green Valley 公司", "引进Green Valley公司"},
      {"全县 ， 增长 5% , 好", "全县,增长5%,好"},
      {"前文。   \n\n   \n  后文。  ", "前文。\n后文。"},
      {"\n\n 前文", "前文"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    check_map(c.text);
  }
}

TEST_CASE("lines that were only wrapped are joined", "[normalize]") {
  const std::string full = "过去一年全县上下坚持稳中求进着力扩大内需优化结构提振信心";       // 28 characters
  const std::string other = "防范化解风险推动经济持续回升向好各项事业取得新的进展其中生产";  // 30
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {full + "\n增长5%。", full + "增长5%。"},
      {other + "\n" + full + "\n增长5%。", other + full + "增长5%。"},
      {full + "\r\n增长5%。", full + "增长5%。"},
      {other + "\n" + full + "\n\n- 3 -\n\n增长5%。", other + full + "增长5%。"},  // the foot of a page
      {full + "。\n增长5%。", full + "。\n增长5%。"},                              // a sentence ends
      {full + "\n　　增长5%。", full + "\n增长5%。"},                              // an indent
      {full + "\n一、增长5%。", full + "\n一、增长5%。"},                          // headings and items
      {full + "\n（二）增长5%。", full + "\n(二)增长5%。"},
      {full + "\n3.增长5%。", full + "\n3.增长5%。"},
      {full + "\n3.5%的增长。", full + "3.5%的增长。"},
      {full + "\n——增长5%。", full + "\n——增长5%。"},
      {full + "\n第二部分 增长", full + "\n第二部分增长"},
      {full + "；\n增长5%。", full + ";增长5%。"},
      {full + "共12.\n5亿元。", full + "共12.5亿元。"},
      {full + "新增2\n—3家。", full + "新增2-3家。"},
      {full + "\n\n增长5%。", full + "\n增长5%。"},  // a blank line
      {"广义货币M\n2\n增长8%，PM\n2.5\n下降5%。", "广义货币M2增长8%,PM2.5下降5%。"},  // digits below the line, once
      {"指标GDP\n2\n增长8%。", "指标GDP\n2\n增长8%。"},
      {"广义货币M\n2024\n增长8%。", "广义货币M\n2024\n增长8%。"},
      {"政府工作报告\n县长 甲乙\n各位代表：", "政府工作报告\n县长甲乙\n各位代表:"},
      // Where paragraphs stand on one line each, a long line is a paragraph.
      {full + full + full + full + full + "\n" + full + "\n增长5%\n" + full + full + full + full,
       full + full + full + full + full + "\n" + full + "\n增长5%\n" + full + full + full + full},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    check_map(c.text);
  }
}

TEST_CASE("line breaks that became blanks", "[normalize]") {
  std::string filler;
  while (filler.size() < 3000) filler += "云山脚下的小镇迎来了第一场雪，";
  const std::string tail = "。" + filler;
  const auto begins = [&](const std::string& text, const std::string& expected) {
    const std::string all = normalized(text + tail);
    CAPTURE(text, all.substr(0, 200));
    CHECK(all.substr(0, expected.size()) == expected);
  };
  begins("成绩来之不易。 一、2024年工作回顾 全市上下团结奋斗，成效明显。", "成绩来之不易。\n一、2024年工作回顾\n全市上下团结奋斗,");
  begins("我们说： （一）主要目标 全市增长5%", "我们说:\n(一)主要目标\n全市增长5%");
  begins("第一部分 2024年工作回顾 全市增长5%", "第一部分2024年工作回顾\n全市增长5%");
  begins("一、 2024 年工作 全市增长", "一、2024年工作\n全市增长");
  begins("他说：“好。” 全市", "他说:“好。”\n全市");
  // Not a heading, or no blank that could have been a line break.
  begins("主要目标是： 全市增长 5 %", "主要目标是:全市增长5%");
  begins("全市 地区 生产 总值", "全市地区生产总值");
  begins("一、坚持稳中求进，扩大 内需", "一、坚持稳中求进,扩大内需");
  begins("为民办实事。 附件1 民生实事 新增托位", "为民办实事。\n附件1\n民生实事新增托位");
  CHECK(normalized("成绩来之不易。 一、2024年工作回顾 全市增长" + filler.substr(0, 600)).find("回顾\n全市") != std::string::npos);
  CHECK(normalized("成绩来之不易。 一、2024年工作回顾 全市增长" + filler.substr(0, 600) + "\n完").find("回顾全市") != std::string::npos);
  CHECK(normalized("成绩来之不易。 一、2024年工作回顾 全市上下团结奋斗") == "成绩来之不易。一、2024年工作回顾全市上下团结奋斗");
  check_map("成绩来之不易。 一、2024年工作回顾 　全市上下团结奋斗" + tail);
}

TEST_CASE("English text keeps its words apart", "[normalize]") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases = {
      {"Growth  of\t5  percent", "Growth of 5 percent"},
      {"Revenue grew by\n5 percent.", "Revenue grew by 5 percent."},
      {"Revenue of the county\ngrew fast.", "Revenue of the county grew fast."},
      {"Revenue grew.\nPrices fell.", "Revenue grew.\nPrices fell."},
      {"I. Review of Work\nLast year was good.", "I. Review of Work\nLast year was good."},
      {"One.\n\n\nTwo.", "One.\nTwo."},
      {"the county’s “new” plan", "the county's \"new\" plan"},
      {"5–6 percent", "5-6 percent"},
      {"  indented\xC2\xA0"
       "text",
       "indented text"},
      {"e\xEF\xAC\x83"
       "cient growth",
       "efficient growth"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    CHECK(normalize(c.text).language == Language::en);
    check_map(c.text);
  }
}

TEST_CASE("traditional text is read as simplified", "[normalize]") {
  const std::string source = "全縣國內生產總值增長５％，總量達到３億元。";
  const Normalized n = normalize(source);
  CHECK(n.language == Language::zh_hant);
  CHECK(n.text == "全县国内生产总值增长5%,总量达到3亿元。");
  check_map(source);
  CHECK(normalized("全縣經濟顯著好轉，著名企業著力發展，國內生產總值增長５％") == "全县经济显著好转,著名企业着力发展,国内生产总值增长5%");
  CHECK(normalized("全縣推進「三農」與『雙創』，國內生產總值增長５％") == "全县推进“三农”与‘双创’,国内生产总值增长5%");
  CHECK(normalized("全县推进「三农」，国内生产总值增长5%") == "全县推进「三农」,国内生产总值增长5%");
  const std::size_t begin = n.text.find("总量"), end = n.text.find("。");
  CHECK(source.substr(n.map.begin_of(begin), n.map.end_of(end) - n.map.begin_of(begin)) == "總量達到３億元");

  CHECK(normalize("全县国内生产总值增长5%").language == Language::zh_hans);
  // A traditional name in a simplified text does not turn it.
  CHECK(normalize("在萬國會展中心举办产业发展大会，总投资增长5%，国内外企业参会").language == Language::zh_hans);
  CHECK(normalize("5%").language == Language::zh_hans);
  CHECK(normalize("GDP增长5%").language == Language::zh_hans);
}

TEST_CASE("years of 民國 are put into the common count", "[normalize]") {
  struct Case {
    std::string text, expected;
  };
  const Case cases[] = {
      {"中華民國113年經濟發展，114年增長3%", "2024年经济发展,2025年增长3%"},
      {"民國97年與國內經濟，第113年", "2008年与国内经济,第113年"},
      {"113年國內經濟", "113年国内经济"},  // no 民國 in the text
      {"民國113年經濟，(114年，Ａ114年)", "2024年经济,(2025年,A114年)"},
      {"民國113年經濟，1,114年，2113年，113項", "2024年经济,1,114年,2113年,113项"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(normalized(c.text) == c.expected);
    check_map(c.text);
  }
}

TEST_CASE("a stretch leads back to the words it came from", "[normalize]") {
  struct Case {
    std::string source, find, expected;
  };
  const std::vector<Case> cases = {
      {"全县 增长 １ ０ ％ 。", "10%", "１ ０ ％"},
      {"全县 增长 １ ０ ％ 。", "增长10%", "增长 １ ０ ％"},
      {"面积3㎡。", "平方米", "㎡"},
      {"\xEF\xBB\xBF全县", "全县", "全县"},
      {"前\n\n　　后，好", "后,", "后，"},
      {"前 \xE2\x80\x8B 后", "前后", "前 \xE2\x80\x8B 后"},
      {"前 \xE2\x80\x8B 后", "前", "前"},
      {"前 \xE2\x80\x8B 后", "后", "后"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.source, c.find);
    const Normalized n = normalize(c.source);
    const std::size_t at = n.text.find(c.find);
    REQUIRE(at != std::string::npos);
    const std::size_t begin = n.map.begin_of(at), end = n.map.end_of(at + c.find.size());
    CHECK(c.source.substr(begin, end - begin) == c.expected);
  }
}

TEST_CASE("normalizing twice changes nothing more", "[normalize]") {
  for (const std::string text :
       {"增长 1 0 ％，５－６个点，19·5 －3", "Growth  of 5–6 percent", "全縣 國內 總值， 實現 增長"}) {
    CAPTURE(text);
    const std::string once = normalized(text);
    CHECK(normalized(once) == once);
  }
}

TEST_CASE("odd texts pass", "[normalize]") {
  for (const std::string text :
       {"\n", " ", "　", "\xEF\xBB\xBF", "\r", "\r\n\r\n", "5\n", "- 3 -\n", "-", "—", "·", "5·", "㎡", "\t5"}) {
    CAPTURE(text);
    const std::unique_ptr<char[]> block(new char[text.size()]);
    std::memcpy(block.get(), text.data(), text.size());
    CHECK_NOTHROW(normalize({block.get(), text.size()}));
    check_map(text);
  }
}

namespace {

// Text and map of a normalization, as one value.
std::string told(const Normalized& n) {
  std::string out = n.text + "|" + std::to_string(static_cast<int>(n.language));
  for (std::size_t i = 0; i < n.text.size();) {
    const std::size_t next = i + sequence_length(n.text[i]);
    out += ' ' + std::to_string(n.map.begin_of(i)) + '-' + std::to_string(n.map.end_of(next));
    i = next;
  }
  return out;
}

// With a look at the stops alone and with one at every character; both keep their memory from text to text.
void check_both(const std::string& text) {
  static zhibiao::text::Normalizer fast, plain;
  static Normalized by_stops, by_characters;
  const std::unique_ptr<char[]> block(new char[text.size()]);
  if (!text.empty()) std::memcpy(block.get(), text.data(), text.size());
  fast.normalize({block.get(), text.size()}, by_stops);
  plain.normalize_by_characters({block.get(), text.size()}, by_characters);
  CAPTURE(text);
  REQUIRE(told(by_stops) == told(by_characters));
}

}  // namespace

TEST_CASE("what stands between the stops is copied as every character would be", "[normalize]") {
  const std::vector<std::string> pieces = {
      "好", "增长", "一", "二", "一九", "二〇", "二○○五年", "一九九八年", "乌", "0", "1", "19", "5", "2031", "113年", "民國", "國",
      "經濟", "The ", "of", "Z", ".", ". ", ",", "，", "。", "！", "?", "；", "、", "“", "”", "‘", "’", "\"", "'", "（", ")", "[",
      "［", "]", "[2]", "〔3〕", "①", "¹", "%", "％", "‰", "-", "－", "—", "——", "–", "～", "〜", "·", "・", "○", "㎡", "㎞", "⺠",
      "ﬁ", "\n", "\n\n", "\r\n", "\f", "\t", " ", "  ", "　", "\xC2\xA0", "\xE2\x80\x8B", "\xEF\xBB\xBF", "- 3 -\n", "12\n\f",
      "１", "Ａ", "年", "至", "米", "𠮷", "é", "|", "●", "第", "章", "\x7F", "\x01", "…", "《", "O", "中華", "㐀", "䷀", "가"};
  std::mt19937 random(31);
  for (int k = 0; k < 20000; ++k) {
    std::string text;
    const std::size_t kind = random() % 5;
    for (std::size_t n = random() % 40; n > 0; --n) {
      if (kind == 1 && random() % 3 != 0) text += random() % 4 != 0 ? "word " : "word";
      if (kind == 2 && random() % 2 != 0) text += "國經濟";
      if (kind == 3 && random() % 2 != 0) text += "增长增长增长增长增长增长增长";
      if (kind == 4 && random() % 8 == 0) {  // wrapped lines
        for (int line = 0; line < 9; ++line) text += "好好好好好好好好好好好好好好好好好好好好好好好好好好好好好好\n";
      }
      text += pieces[random() % pieces.size()];
    }
    check_both(text);
  }
  for (const auto& sample : zhibiao::tests::samples()) check_both(sample.text);
}
