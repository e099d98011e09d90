#include "text/survey.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "../extract/samples.hpp"

namespace {

using zhibiao::text::Language;
using zhibiao::text::mark;
using zhibiao::text::mark_by_characters;
using zhibiao::text::Marks;
using zhibiao::text::survey;

// Places of the stops.
std::vector<std::size_t> places(const std::vector<std::uint64_t>& bits) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < bits.size() * 64; ++i) {
    if ((bits[i / 64] >> (i % 64) & 1) != 0) out.push_back(i);
  }
  return out;
}

using Places = std::vector<std::size_t>;

// On a heap block of exact size, so that a sanitizer sees the first byte read too far.
void check_both(const std::string& text) {
  const std::unique_ptr<char[]> block(new char[text.size()]);
  if (!text.empty()) std::memcpy(block.get(), text.data(), text.size());
  static Marks fast, plain;  // kept between texts as the reader keeps them
  mark({block.get(), text.size()}, fast);
  mark_by_characters({block.get(), text.size()}, plain);
  const bool same = fast.in_chinese == plain.in_chinese && fast.in_english == plain.in_english &&
                    fast.letters == plain.letters && fast.han == plain.han && fast.lines == plain.lines &&
                    fast.widths == plain.widths;
  if (same) return;
  CAPTURE(text);
  CHECK(places(fast.in_chinese) == places(plain.in_chinese));
  CHECK(places(fast.in_english) == places(plain.in_english));
  CHECK(fast.letters == plain.letters);
  CHECK(fast.han == plain.han);
  CHECK(fast.lines == plain.lines);
  FAIL("the marks differ");
}

}  // namespace

TEST_CASE("stops stand where a character may be rewritten", "[survey]") {
  struct Case {
    std::string text;
    Places in_chinese, in_english;
  };
  const std::vector<Case> cases = {
      {"增长5%。", {}, {}},
      {"增长，５%", {6, 9}, {6, 9}},
      {"全县 增长", {6}, {6}},
      {"a b  c\nd", {1, 3, 4, 6}, {3, 4, 6}},
      {"“好”、《报》", {}, {0, 6}},
      {"好[2]—", {3, 6}, {3, 6}},
      {"二〇〇五，一九", {0, 12, 15}, {0, 12, 15}},
      {"x ", {1}, {1}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    Marks marks;
    mark(c.text, marks);
    CHECK(places(marks.in_chinese) == c.in_chinese);
    CHECK(places(marks.in_english) == c.in_english);
    check_both(c.text);
  }
}

TEST_CASE("lines are measured in columns", "[survey]") {
  Marks marks;
  mark("增长5%\r\n\n  ab\ncd", marks);
  CHECK(marks.lines == 3);
  CHECK(marks.widths[6] == 1);
  CHECK(marks.widths[4] == 1);
  CHECK(marks.widths[2] == 1);
}

TEST_CASE("a long text is traditional by its characters, wherever they stand", "[survey]") {
  std::string simplified, traditional, filler;
  for (int i = 0; i < 3000; ++i) simplified += "经济发展", traditional += "經濟發展", filler += "好好好好";
  Marks marks;
  CHECK(survey(simplified, marks).language == Language::zh_hans);
  CHECK(survey(traditional, marks).language == Language::zh_hant);
  CHECK(survey(simplified + traditional + traditional, marks).language == Language::zh_hant);
  CHECK(survey(simplified + simplified + traditional, marks).language == Language::zh_hans);
  // Two alone among many that are no mark.
  CHECK(survey(filler + "國國" + filler, marks).language == Language::zh_hant);
  CHECK(survey(filler + "國國" + "国国" + filler, marks).language == Language::zh_hans);
}

TEST_CASE("64 bytes at a time and character by character give the same marks", "[survey]") {
  const std::vector<std::string> pieces = {"好", "增长", "一", "二", "乌", "个", "a", "Z", "@", "[", "{", "0", " ", "  ", "\t", "\n",
                                           "\r\n", "\x7F", "\x01", "é", "\xC2\xA0", "“", "”", "—", "…", "、", "。", "〓", "〔",
                                           "　", "，", "％", "㎡", "𠮷", "가", "\xEF\xBB\xBF", "䷀", "㐀", "鿿", "ꀀ", "words in a line",
                                           "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"};
  std::mt19937 random(29);
  for (int k = 0; k < 20000; ++k) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    check_both(text);
  }
  for (std::size_t size = 0; size < 300; ++size) {
    for (const char* one : {"a", " ", "\n", "[", "好", "，", "𠮷"}) {
      std::string text(size, 'x');
      check_both(text + one);
      check_both(one + text + one);
    }
  }
  for (const auto& sample : zhibiao::tests::samples()) check_both(sample.text);
}
