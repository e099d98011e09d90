#include "text/utf8.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"

namespace {

using zhibiao::text::all_valid;
using zhibiao::text::append_utf8;
using zhibiao::text::character_at;
using zhibiao::text::first_invalid;
using zhibiao::text::sequence_length;

// On a heap block of exact size, so that a sanitizer sees the first byte read too far.
std::size_t checked(const std::string& bytes) {
  const std::unique_ptr<char[]> block(new char[bytes.size()]);
  if (!bytes.empty()) std::memcpy(block.get(), bytes.data(), bytes.size());
  return first_invalid({block.get(), bytes.size()});
}

}  // namespace

TEST_CASE("well-formed text has no bad byte", "[utf8]") {
  const std::vector<std::string> cases = {"",
                                          "a",
                                          "eight by",
                                          "more than eight bytes of ASCII",
                                          "增长",
                                          "x增长5%左右。",
                                          "é",
                                          "\xC2\x80",
                                          "\xDF\xBF",
                                          "\xE0\xA0\x80",
                                          "\xED\x9F\xBF",
                                          "\xEE\x80\x80",
                                          "\xEF\xBF\xBF",
                                          "\xF0\x90\x80\x80",
                                          "\xF4\x8F\xBF\xBF",
                                          "\xEF\xBB\xBF"
                                          "text",
                                          std::string("a\0b", 3),
                                          "𠮷野家"};
  for (const std::string& bytes : cases) {
    CAPTURE(bytes);
    CHECK(checked(bytes) == all_valid);
  }
}

TEST_CASE("the first bad byte is named", "[utf8]") {
  struct Case {
    std::string bytes;
    std::size_t bad;
  };
  const std::vector<Case> cases = {
      {"\x80", 0},               // a stray trail byte
      {"ab\xFF", 2},             //
      {"12345678\xC0\xAF", 8},   // overlong '/'
      {"\xC1\xBF", 0},           //
      {"增\xE5\xA2", 3},         // cut off
      {"增\xE5\xA2 5", 3},       //
      {"\xE5", 0},               //
      {"\xE0\x9F\xBF", 0},       // overlong
      {"\xED\xA0\x80", 0},       // a surrogate
      {"\xED\xBF\xBF", 0},       //
      {"\xF0\x8F\xBF\xBF", 0},   // overlong
      {"\xF4\x90\x80\x80", 0},   // above U+10FFFF
      {"\xF5\x80\x80\x80", 0},   //
      {"𠮷\xF0\xA0\xAE", 4},     // cut off
      {"增长增长增长\xC3", 18},  // behind a run of Han characters
      {"\xC3(", 0},              //
  };
  for (const Case& c : cases) {
    CAPTURE(c.bytes, c.bad);
    CHECK(checked(c.bytes) == c.bad);
  }
}

TEST_CASE("the search can start behind a bad byte", "[utf8]") {
  const std::string bytes =
      "ab\xFFgh\xFE"
      "end";
  CHECK(first_invalid(bytes, 3) == 5);
  CHECK(first_invalid(bytes, 6) == all_valid);
}

TEST_CASE("every character is written and read back", "[utf8]") {
  for (char32_t c = 1; c <= 0x10FFFF; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string bytes;
    append_utf8(bytes, c);
    if (first_invalid(bytes) != all_valid || sequence_length(bytes[0]) != bytes.size() || character_at(bytes, 0) != c) {
      CAPTURE(static_cast<unsigned>(c));
      FAIL("not read back");
    }
  }
}

TEST_CASE("blocks and characters find the same bad byte", "[utf8]") {
  const std::vector<std::string> pieces = {"a", "増", "增长", "é", "𠮷", "\xEF\xBF\xBF", "\xED\x9F\xBF", "\xE0\xA0\x80", "\xF4\x8F\xBF\xBF",
                                           "\xF0\x90\x80\x80", "\xC2\x80", "ASCII words in a row", "一二三四五六七八九十"};
  std::mt19937 random(5);
  const auto check = [](const std::string& bytes) {
    if (checked(bytes) == zhibiao::text::first_invalid_by_characters(bytes)) return;
    CAPTURE(bytes, zhibiao::text::first_invalid_by_characters(bytes));
    FAIL(checked(bytes));
  };
  for (int k = 0; k < 10000; ++k) {
    std::string text;
    for (std::size_t n = random() % 80; n > 0; --n) text += pieces[random() % pieces.size()];
    check(text);
    for (std::size_t n = 1 + random() % 2; n > 0 && !text.empty(); --n) {
      text[random() % text.size()] = static_cast<char>(random() % 256);
    }
    check(text);
    check(text.substr(0, random() % (text.size() + 1)));
  }
  // Every pair of bytes, and every lead with every trail byte, on both sides of a border.
  const std::string before(189, 'x'), behind(200, 'x');
  for (unsigned first = 0x80; first < 0x100; ++first) {
    for (unsigned second = 0; second < 0x100; ++second) {
      for (const char* rest : {"", "\x80", "\xBF\xBF"}) {
        for (const std::size_t shift : {0, 2}) {
          check(before.substr(shift) + static_cast<char>(first) + static_cast<char>(second) + rest + behind);
        }
      }
    }
  }
}
