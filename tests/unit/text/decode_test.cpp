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
      {"\xA6\xB3\xAA\xF7\xBC\x57\xAA\xF8\xB2\x76\xA4\xAD\xA6\xCA\xA4\xC0", ErrorCode::unknown_encoding,
       "at byte 0"},  // Big5
      {"%PDF-1.7\n%\xE2\xE3", ErrorCode::unsupported_input, "pdftotext"},
      {"PK\x03\x04rest", ErrorCode::unsupported_input, "pandoc"},
      {"{\\rtf1\\ansi", ErrorCode::unsupported_input, "RTF"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.words);
    const zhibiao::Result<zhibiao::Text> text = decode(c.bytes);
    REQUIRE_FALSE(text.has_value());
    CHECK(text.error().code == c.code);
    CHECK_THAT(text.error().message, contains(c.words));
  }
}
