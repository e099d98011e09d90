#include <unicode/ucnv.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "../catch.hpp"
#include "text/utf8.hpp"
#include "zhibiao/extractor.hpp"

namespace {

using namespace std::string_literals;
using zhibiao::decode;
using zhibiao::ErrorCode;

// 南山县2031年生产总值增长5%。 in several encodings
const std::string utf8 = "南山县2031年生产总值增长5%。";
const std::string gbk =
    "\xC4\xCF\xC9\xBD\xCF\xD8"
    "2031"
    "\xC4\xEA\xC9\xFA\xB2\xFA\xD7\xDC\xD6\xB5\xD4\xF6\xB3\xA4"
    "5%"
    "\xA1\xA3";

std::string to_utf16(std::string_view text, bool big_endian) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); i += zhibiao::text::sequence_length(text[i])) {
    const char32_t c = zhibiao::text::character_at(text, i);
    const char high = static_cast<char>(c >> 8), low = static_cast<char>(c & 0xFF);
    out += big_endian ? high : low;
    out += big_endian ? low : high;
  }
  return out;
}

// Of a converter of ICU.
std::string in(const char* encoding, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out(text.size() * 4, '\0');
  const std::int32_t size = ucnv_convert(encoding, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()),
                                         text.data(), static_cast<std::int32_t>(text.size()), &status);
  REQUIRE(U_SUCCESS(status));
  out.resize(static_cast<std::size_t>(size));
  return out;
}

const std::string traditional = "澎灣縣２０３１年度施政報告：全縣生產總值增長5.5%，新增就業1,200人以上，財政收入達到3億元。";

std::string repeat(const std::string& text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("encodings are recognised", "[decode]") {
  struct Case {
    std::string bytes, encoding, offsets, text;
  };
  const std::vector<Case> cases = {
      {"", "UTF-8", "file", ""},
      {"plain ASCII 5%", "UTF-8", "file", "plain ASCII 5%"},
      {utf8, "UTF-8", "file", utf8},
      {"\xEF\xBB\xBF" + utf8, "UTF-8", "file", "\xEF\xBB\xBF" + utf8},  // the mark stays and counts
      {gbk, "GB18030", "text", utf8},
      {"\xFF\xFE" + to_utf16(utf8, false), "UTF-16LE", "text", "\xEF\xBB\xBF" + utf8},
      {"\xFE\xFF" + to_utf16(utf8, true), "UTF-16BE", "text", "\xEF\xBB\xBF" + utf8},
      {to_utf16(utf8, false), "UTF-16LE", "text", utf8},
      {to_utf16(utf8, true), "UTF-16BE", "text", utf8},
      {to_utf16("Growth of 5 percent\n", false), "UTF-16LE", "text", "Growth of 5 percent\n"},
      {"\xFF\xFE\x42\xD8\xB7\xDF"s, "UTF-16LE", "text", "\xEF\xBB\xBF𠮷"},  // a pair of surrogates
      {repeat("<td class=\"cell\"></td>\n", 100) + gbk, "GB18030", "text",
       repeat("<td class=\"cell\"></td>\n", 100) + utf8},
      {"\xA6\xB3\xAA\xF7\xBC\x57\xAA\xF8\xB2\x76\xA4\xAD\xA6\xCA\xA4\xC0", "Big5", "text", "有金增長率五百分"},
      {in("Big5", traditional), "Big5", "text", traditional},
      {in("gb18030", traditional), "GB18030", "text", traditional},  // traditional characters of GBK
      {in("GB2312", utf8), "GB18030", "text", utf8},
      {in("gb18030", utf8 + "𠮷㐂\x1A"), "GB18030", "text", utf8 + "𠮷㐂\x1A"},  // four bytes; an end mark of old files
  };
  for (const Case& c : cases) {
    CAPTURE(c.encoding, c.text.substr(0, 60));
    const zhibiao::Result<zhibiao::Text> text = decode(c.bytes);
    REQUIRE(text.has_value());
    CHECK(text->utf8 == c.text);
    CHECK(text->source.encoding == c.encoding);
    CHECK(text->source.offsets == c.offsets);
    CHECK(text->source.bytes == c.bytes.size());
  }
}

TEST_CASE("what is no text is refused with its byte", "[decode]") {
  const std::string damaged = repeat(utf8, 10) + "\xE5\xA2" + repeat(utf8, 10);
  std::string noise;
  unsigned seed = 7;
  for (int i = 0; i < 2000; ++i) noise += static_cast<char>((seed = seed * 1103515245u + 12345u) >> 16 & 0xFF);
  struct Case {
    std::string bytes;
    ErrorCode code;
    std::string words;
  };
  const std::vector<Case> cases = {
      {damaged, ErrorCode::invalid_utf8, "invalid UTF-8 at byte " + std::to_string(utf8.size() * 10)},
      {repeat("ordinary words ", 20) + "\xFF", ErrorCode::invalid_utf8, "invalid UTF-8 at byte 300"},
      // one bad byte that would pair up to a character of GB18030
      {repeat("ordinary words ", 20) +
           "\xC3"
           "A" +
           utf8,
       ErrorCode::invalid_utf8, "at byte 300"},
      {utf8 + "\0"s + utf8, ErrorCode::unknown_encoding, "NUL at byte " + std::to_string(utf8.size())},
      {noise, ErrorCode::unknown_encoding, "at byte "},
      {"\xFF\xFE\x42\xD8"s, ErrorCode::unknown_encoding, "lone surrogate at byte 2"},
      {"\xFF\xFE"
       "abc"s,
       ErrorCode::unknown_encoding, "half a character at byte 4"},
      {"caf\xE9 cr\xE8me br\xFBl\xE9"
       "e",
       ErrorCode::unknown_encoding, "at byte 3"},  // Latin-1
      {"%PDF-1.7\n%\xE2\xE3", ErrorCode::unsupported_input, "pdftotext"},
      {"PK\x03\x04rest", ErrorCode::unsupported_input, "pandoc"},
      {"{\\rtf1\\ansi", ErrorCode::unsupported_input, "RTF"},
      {"\x1F\x8B\x08", ErrorCode::unsupported_input, "gunzip"},
      {"{\"schema_version\":\"1.1\"}", ErrorCode::unsupported_input, "output of zhibiao"},
      {"[\n  {\n    \"schema_version\": \"1.1\"", ErrorCode::unsupported_input, "output of zhibiao"},
      {"source_path,source_id,source_encoding\n", ErrorCode::unsupported_input, "output of zhibiao"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const zhibiao::Result<zhibiao::Text> text = decode(c.bytes);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().code == c.code);
    CHECK_THAT(text.error().message, contains(c.words));
  }
}

TEST_CASE("a guess that could be another says so", "[decode]") {
  struct Case {
    std::string bytes;
    bool unsure;
  };
  const std::string page = "<html><meta charset=";
  const std::vector<Case> cases = {
      {utf8, false},
      {gbk, true},  // ten characters
      {in("gb18030", repeat(utf8, 5)), false},
      {in("Big5", traditional), false},
      {in("Big5", "增長率五"), true},
      {to_utf16("長率5%", false), true},
      {to_utf16(repeat(utf8, 3), false), false},
      {"\xFF\xFE" + to_utf16("長率", false), false},  // the mark says it
      {page + "gb2312>" + gbk, false},             // the page says it
      {page + "big5>" + gbk, true},                // the page says another thing, and that decodes to rare characters
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes);
    const zhibiao::Result<zhibiao::Text> text = decode(c.bytes);
    REQUIRE(text.has_value());
    REQUIRE(text->notes.size() == (c.unsure ? 1u : 0u));
    if (c.unsure) CHECK(text->notes[0].reason == "encoding_unsure");
  }
}

TEST_CASE("a page's own word on its encoding is taken where it decodes", "[decode]") {
  // Rare characters, which no guess would believe.
  const std::string rare = "<meta http-equiv=Content-Type content=\"text/html; charset=GBK\">\n" + std::string("囧囍");
  const auto text = decode(in("gb18030", rare));
  REQUIRE(text.has_value());
  CHECK(text->source.encoding == "GB18030");
  const auto big = decode(in("Big5-HKSCS", "<?xml version=\"1.0\" encoding='Big5-HKSCS'?><html>" + std::string("鱻龘嘅")));
  REQUIRE(big.has_value());
  CHECK(big->source.encoding == "Big5");
  // It does not decode: where it is broken.
  const auto broken = decode(in("gb18030", "<meta charset=\"gbk\">增长5%") + "\xFF\xFF" + in("gb18030", "增长5%"));
  REQUIRE_FALSE(broken.has_value());
  CHECK(broken.error().code == ErrorCode::unknown_encoding);
  CHECK_THAT(broken.error().message, contains("invalid GB18030 at byte 26"));
  // Words of a script are no declaration.
  const auto script = decode("<script>var charset='big5'</script>" + gbk + gbk);
  REQUIRE(script.has_value());
  CHECK(script->source.encoding == "GB18030");
}
