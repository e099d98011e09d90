// The same report in another dress says the same: other signs, line ends, blanks, script, encoding, as a page, on one line,
// among paragraphs of something else. Offsets and printed words apart.

#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../catch.hpp"
#include "extract/samples.hpp"
#include "text/utf8.hpp"
#include "zhibiao/zhibiao.hpp"

using namespace zhibiao;
using zhibiao::tests::Sample;

namespace {

const Extractor& extractor() {
  static const Result<Extractor> shared = Extractor::create();
  REQUIRE(shared);
  return *shared;
}

std::string text_of(const std::optional<Period>& period) { return period ? to_string(*period) : "-"; }
std::string text_of(const std::optional<Decimal>& number) { return number ? to_string(*number) : "-"; }

// What an observation says, without places and printed words.
std::string said(const Observation& o) {
  std::string out = o.indicator;
  for (const std::string& part :
       {std::string(to_string(o.measure)), std::string(to_string(o.status)),
        o.commitment ? std::string(to_string(*o.commitment)) : "-", std::string(to_string(o.value.bound)), text_of(o.value.lower),
        text_of(o.value.upper), o.value.unit, text_of(o.period), text_of(o.base_period), std::string(o.scope ? "part" : "whole")}) {
    out += ' ' + part;
  }
  return out;
}

std::vector<std::string> said(const std::string& bytes) {
  const Result<Text> text = decode(bytes);
  REQUIRE(text);
  const Result<Report> report = extractor().extract(*text);
  REQUIRE(report);
  std::vector<std::string> out;
  for (const Observation& o : report->observations) {
    out.push_back(said(o));
    CHECK(text->utf8.compare(o.evidence.span.begin, o.evidence.span.end - o.evidence.span.begin, o.evidence.text) == 0);
  }
  return out;
}

std::string each_character(const std::string& text, const std::function<void(std::string&, char32_t, char32_t)>& write) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    write(out, c, before);
    before = c;
  }
  return out;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

std::string full_width(const std::string& text) {
  return each_character(text, [](std::string& out, char32_t c, char32_t) {
    text::append_utf8(out, c > ' ' && c < 0x7F ? c + 0xFEE0 : c);
  });
}

std::string windows_lines(const std::string& text) {
  return each_character(text, [](std::string& out, char32_t c, char32_t) {
    if (c == '\n') out += '\r';
    text::append_utf8(out, c);
  });
}

// Blanks between the digits of a number, and between a number and its unit.
std::string spaced_numbers(const std::string& text) {
  return each_character(text, [](std::string& out, char32_t c, char32_t before) {
    if ((is_digit(before) || before == '.') && c > ' ') out += ' ';
    text::append_utf8(out, c);
  });
}

std::string traditional(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  static const std::unique_ptr<icu::Transliterator> converter(
      icu::Transliterator::createInstance("Simplified-Traditional", UTRANS_FORWARD, status));
  REQUIRE(converter != nullptr);
  icu::UnicodeString converted = icu::UnicodeString::fromUTF8(text);
  converter->transliterate(converted);
  std::string out;
  return converted.toUTF8String(out);
}

std::string gb18030(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 2 + 16, '\0');
  const std::int32_t size = ucnv_convert("gb18030", "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), text.data(),
                                         static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

std::string page(const std::string& text) {
  std::string out =
      "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>公开</title><script>var a = '<p>增长99%</p>';</script></head>\n"
      "<body><div class=\"nav\"><a href=\"/\">首页</a> <a href=\"/gk\">政务公开</a></div>\n<div id=\"content\">\n<p>";
  for (const char c : text) {
    if (c == '\n') out += "</p>\n<p>　　";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '%') out += "<span lang=\"EN-US\">%</span>";
    else out += c;
  }
  return out + "</p></div><div class=\"footer\">版权所有 云山市人民政府办公室 网站标识码 1234567890</div></body></html>";
}

std::string one_line(const std::string& original) {
  std::string text = original;
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::replace(text.begin(), text.end(), '\r', ' ');
  return text;
}

std::string among_others(const std::string& text) {
  const std::string news = "云山脚下的小镇迎来了第一场雪，孩子们在院子里堆起了雪人。\n老人们围坐在炉火旁，讲起从前的故事。\n";
  return text + "\n" + news + "图书馆的灯亮到深夜，窗外的梅花开了。\n" + news;
}

struct Change {
  const char* name;
  std::string (*make)(const std::string&);
  bool chinese_only;
  double share;  // of the observations that must stay, over all reports; of the project's own all
};

}  // namespace

TEST_CASE("a report in another dress says the same", "[metamorphic]") {
  const std::vector<Change> changes = {
      {"full-width signs", full_width, true, 1}, {"CRLF", windows_lines, false, 1}, {"blanks in numbers", spaced_numbers, true, 1},
      {"traditional script", traditional, true, 1}, {"GB18030", gb18030, true, 1}, {"a web page", page, false, 1},
      {"one line", one_line, true, .997}, {"among others", among_others, true, 1},
  };
  const std::filesystem::path own = std::filesystem::path(ZHIBIAO_SOURCE_DIR) / "examples/samples";
  for (const Change& change : changes) {
    std::size_t all = 0, lost = 0;
    for (const Sample& sample : tests::samples()) {
      const bool english = sample.name.find("-en") != std::string::npos || sample.name.find("_en") != std::string::npos;
      if (english && change.chinese_only) continue;
      std::vector<std::string> before = said(sample.text), after = said(change.make(sample.text));
      all += before.size();
      if (before == after) continue;
      std::sort(before.begin(), before.end());
      std::sort(after.begin(), after.end());
      std::vector<std::string> missing, added;
      std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(missing));
      std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(added));
      lost += std::max(missing.size(), added.size());
      const bool ours = std::filesystem::exists(own / sample.name);
      CAPTURE(change.name, sample.name, missing, added);
      if (ours) CHECK(before == after);
    }
    CAPTURE(change.name, all, lost);
    CHECK(static_cast<double>(lost) <= static_cast<double>(all) * (1 - change.share));
  }
}
