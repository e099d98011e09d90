#include "html/page.hpp"

#include <string>
#include <string_view>
#include <vector>

#include "../catch.hpp"
#include "zhibiao/extractor.hpp"

namespace {

using zhibiao::ErrorCode;
using zhibiao::html::is_page;
using zhibiao::html::text_of;

std::string read(std::string_view page) {
  const zhibiao::Result<std::string> text = text_of(page);
  REQUIRE(text.has_value());
  return *text;
}

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("a page is known by its first element", "[html]") {
  for (const std::string_view page :
       {"<!DOCTYPE html><html>", "\xEF\xBB\xBF\r\n <HTML lang=zh>", "<!-- saved from url=(0023)http://x/ --><html>", "<div class=a>",
        "<?xml version=\"1.0\"?>\n<html xmlns=\"x\">", "<p>增长5%</p>", "<meta charset=utf-8>", "<body\n>"}) {
    CAPTURE(page);
    CHECK(is_page(page));
  }
  for (const std::string_view text : {"", "<", "增长5%<br>", "<注>增长5%", "< 5%", "<!-- never closed", "<pre", "<hr", "<<p>", "<htmlx>"}) {
    CAPTURE(text);
    CHECK_FALSE(is_page(text));
  }
}

TEST_CASE("what people read on a page", "[html]") {
  struct Case {
    std::string page, text;
  };
  const std::vector<Case> cases = {
      // blocks are lines, inline elements and line ends of the source are none
      {"<p>生产总值<b>增长</b>\n<span>5%</span></p><div>就业<br>1200人</div>", "生产总值增长 5%\n就业\n1200人\n"},
      {"<p>一</p>二<p>三", "一\n二\n三\n"},
      {"<pre>一\n二</pre>", "一\n二\n"},
      // character references
      {"<p>&#22686;&#x957F;5&#37;&nbsp;&lt;6&permil;&amp;</p>", "增长5% <6‰&\n"},
      {"<p>增长5&unknown;%</p>", "增长5&unknown;%\n"},
      // blanks of every kind, and what has no width
      {"<p>　　增\xE2\x80\x8B长&#8203;5&shy;%\t\x01 。</p>", "增长5% 。\n"},
      // a raised digit is no digit of the number before it; a lowered one belongs to the name
      {"<p>收入5<sup>1</sup>亿元，PM<sub>2.5</sub>，10km<sup>2</sup></p>", "收入5¹亿元，PM2.5，10km²\n"},
      // not shown
      {"<p>甲<script>if(a<b)document.write('<p>乙</p>')</script><style>p{}</style><span style='DISPLAY : none'>丙</span>"
       "<b hidden>丁</b><!-- <p>戊</p> --><select><option>己</option></select></p>",
       "甲\n"},
      {"<head><title>标题</title></head><body>正文</body>", "正文\n"},
      // menus and footers: by element, by role, by the words of their class, by their links
      {"<nav>首页</nav><div class='top-menu'>栏目</div><div role=navigation>导航</div><p>增长5%。</p><div id=footer>版权</div>", "增长5%。\n"},
      {"<ul><li><a href=x>首页</a></li><li><a href=y>公开</a> |</li></ul><p>增长<a href=z>5%</a>左右。</p>", "增长5%左右。\n"},
      // the heading of the page stays, though it stand in the frame
      {"<header><h1>云川市政府工作报告</h1>打印</header><header><h1><a href=/>云川市政府网</a></h1></header><p>增长5%。</p>",
       "云川市政府工作报告\n增长5%。\n"},
      {"<div class='site-header'><span>欢迎</span></div><div>今天是2031年3月4日 星期二</div><p>增长5%。</p>", "增长5%。\n"},
      // but not a part that holds the prose, whatever its name
      {"<div class='menu'><p>增长5%。</p></div><div class=footer>版权</div>", "增长5%。\n"},
      // tags that never close
      {"<div><font>增长<b>5%<p>就业", "增长5%\n就业\n"},
      {"<p>增长5% < 6%，a<b</p>", "增长5% < 6%，a\n"},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.page);
    CHECK(read(c.page) == c.text);
  }
}

TEST_CASE("tables are read row by row", "[html]") {
  struct Case {
    std::string rows, text;
  };
  const std::vector<Case> cases = {
      {"<tr><th>指标</th><th>单位</th><th>绝对数</th><th>比上年增长（%）</th></tr>"
       "<tr><td>地区生产总值</td><td>亿元</td><td>312.5</td><td>6.1</td></tr>"
       "<tr><td>财政收入</td><td>亿元</td><td>31</td><td>-0.4</td></tr>"
       "<tr><td>城镇新增就业</td><td>人</td><td>1,200</td><td>—</td></tr>",
       "指标 单位，绝对数，比上年增长（%）\n地区生产总值312.5亿元，比上年增长6.1%。\n财政收入31亿元，比上年增长-0.4%。\n"
       "城镇新增就业1,200人。\n"},
      // units in the heads or in the names; years as heads; bounds
      {"<tr><td>序号</td><td>指标</td><td>2031年</td><td>2032年目标</td></tr>"
       "<tr><td>1</td><td>社会消费品零售总额（亿元）</td><td>41</td><td>43左右</td></tr>",
       "序号 指标，2031年，2032年目标\n社会消费品零售总额2031年41亿元，2032年目标43亿元左右。\n"},
      {"<tr><td>产品</td><td>单位</td><td>产量</td></tr><tr><td>粮食</td><td>万吨</td><td>52</td></tr>"
       "<tr><td>油料产量</td><td>吨</td><td>900</td></tr>",
       "产品 单位，产量\n粮食产量52万吨。\n油料产量900吨。\n"},
      // a head over two rows and over two columns
      {"<tr><td rowspan=2>指标</td><td colspan=2>2031年</td></tr><tr><td>总量（亿元）</td><td>增长（%）</td></tr>"
       "<tr><td>地区生产总值</td><td>312.5</td><td>6.1</td></tr>",
       "指标 2031年\n指标 总量（亿元），增长（%）\n地区生产总值2031年总量312.5亿元，2031年增长6.1%。\n"},
      // no heads: strung together
      {"<tr><td>地区生产总值</td><td>增长7%左右</td></tr>", "地区生产总值 增长7%左右\n"},
      // two numbers never touch
      {"<tr><td>地区生产总值</td><td>312</td><td>6</td></tr><tr><td>12</td><td>34</td><td>56</td></tr>", "地区生产总值 312，6\n12，34，56\n"},
      // numbers of nothing stay numbers of nothing
      {"<tr><td>指标</td><td>数值</td></tr><tr><td>地区生产总值</td><td>312</td></tr>", "指标 数值\n地区生产总值 312\n"},
      // a cell that is never closed
      {"<tr><td>地区生产总值<nope><tr><td>增长<td>7%</nope>", "地区生产总值\n增长 7%\n"},
      // a table that only places blocks
      {"<tr><td>导语</td><td><p>增长5%。</p><p>就业1200人。</p></td></tr>", "导语\n增长5%。\n就业1200人。\n"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rows);
    CHECK(read("<table>" + c.rows + "</table>") == c.text);
  }
  CHECK(read("<table><tr><td><table><tr><td>增长</td><td>5%</td></tr></table></td><td>左</td></tr></table>") == "增长 5%\n左\n");
}

TEST_CASE("limits of a page are errors", "[html]") {
  const auto deep = text_of(repeat("<div>", 2000) + "增长5%");
  REQUIRE_FALSE(deep.has_value());
  CHECK(deep.error().code == ErrorCode::input_too_large);
  CHECK_THAT(deep.error().message, contains("1024 deep"));
  CHECK(read(repeat("<div>", 1000) + "增长5%") == "增长5%\n");
  CHECK(read(repeat("<p>", 5000) + "增长5%") == "增长5%\n");  // a paragraph ends the one before it

  const auto large = text_of("<p>" + std::string(zhibiao::html::max_page_bytes, ' '));
  REQUIRE_FALSE(large.has_value());
  CHECK(large.error().code == ErrorCode::input_too_large);
}

TEST_CASE("odd pages end, and leave text", "[html]") {
  std::string attributes = "<p";
  for (int i = 0; i < 60000; ++i) attributes += " a" + std::to_string(i);
  CHECK(read(attributes + ">增长5%</p>") == "增长5%\n");
  CHECK(read(attributes + " x='>' y=\">\">增长5%</p>") == "增长5%\n");
  std::string names = "<p>增长5%";
  for (int i = 0; i < 60000; ++i) names += "<x" + std::to_string(i) + "></x" + std::to_string(i) + '>';
  CHECK(read(names + "<b>左右</b>") == "增长5%左右\n");
  CHECK(read("<td\nclass = 'a>b' data-x=\"<p>\" COLSPAN=2/>增长5%</td>") == "增长5%\n");
  CHECK(read("<p>增长5%<!-- " + attributes + " -->。</p>") == "增长5%。\n");
  CHECK(read("<p>增长5%<!-->。</p><!-- never closed") == "增长5%。\n");
  CHECK(read("<p>增长5%</p><script>" + attributes) == "增长5%\n");
  CHECK(read("<p>甲</p>" + repeat("<table>", 300) + "乙").size() >= 8);
  CHECK(read(repeat("<b><p>", 400) + "增长5%").find("增长5%") != std::string::npos);
  CHECK(read(repeat("</div>", 50000) + "增长5%") == "增长5%\n");
  CHECK(read(repeat("<td colspan=99999 rowspan=99999>甲</td>", 300)).find("甲") != std::string::npos);
  CHECK(read(repeat("&#x;", 50000) + "&#xD800;&#0;&#1114112;<p>增长5%").find("增长5%") != std::string::npos);
}

TEST_CASE("a decoded page has the text that offsets count into", "[html]") {
  const std::string page =
      "<html><head><meta charset=utf-8></head><body><h1>云川市2032年政府工作报告</h1><p>今年的主要预期目标是：地区生产总值"
      "增长<b>７%</b>以上。</p></body></html>";
  const auto text = zhibiao::decode(page);
  REQUIRE(text.has_value());
  CHECK(text->source.encoding == "UTF-8");
  CHECK(text->source.offsets == "text");
  CHECK(text->source.bytes == page.size());
  const auto extractor = zhibiao::Extractor::create();
  REQUIRE(extractor.has_value());
  const auto report = extractor->extract(*text);
  REQUIRE(report.has_value());
  REQUIRE(report->observations.size() == 1);
  const zhibiao::Evidence& evidence = report->observations[0].evidence;
  CHECK(text->utf8.substr(evidence.span.begin, evidence.span.end - evidence.span.begin) == evidence.text);
  CHECK(report->observations[0].value.text == "７%以上");
}
