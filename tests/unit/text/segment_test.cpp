#include "text/segment.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "segmenter.hpp"
#include "text/breaks.hpp"

namespace {

using zhibiao::text::Segmentation;
using zhibiao::text::Segmenter;
using zhibiao::text::Sentence;
using zhibiao::tests::segmenter;

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  for (const Sentence& s : segmenter().segment(text).sentences) out.push_back(text.substr(s.begin, s.end - s.begin));
  return out;
}

using Words = std::vector<std::string>;

std::string seen(const Segmentation& s) {
  std::string out;
  for (const Sentence& one : s.sentences) {
    out += std::to_string(one.begin) + "-" + std::to_string(one.end) + " " + std::to_string(one.paragraph) +
           (one.heading ? "h\n" : "\n");
  }
  return out;
}

}  // namespace

TEST_CASE("Chinese sentences", "[segment]") {
  struct Case {
    std::string text;
    Words expected;
  };
  const std::vector<Case> cases = {
      {"", {}},
      {"\n", {}},
      {"增长5%", {"增长5%"}},
      {"增长5%。完成3%!好?", {"增长5%。", "完成3%!", "好?"}},
      {"增长5%;完成3%,其中一成。", {"增长5%;完成3%,其中一成。"}},
      {"他说:“增长5%。”随后离开。", {"他说:“增长5%。”", "随后离开。"}},
      {"(略。)下文。", {"(略。)", "下文。"}},
      {"为什么?!因为。。。", {"为什么?!", "因为。。。"}},
      {"一、回顾\n增长5%。降3%。\n二、计划", {"一、回顾", "增长5%。", "降3%。", "二、计划"}},
      {"增长4.6%,PM2.5降3%。", {"增长4.6%,PM2.5降3%。"}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(sentences(c.text) == c.expected);
  }
}

TEST_CASE("English sentences", "[segment]") {
  struct Case {
    std::string text;
    Words expected;
  };
  const std::vector<Case> cases = {
      {"Output grew 4.6 percent. Prices fell.", {"Output grew 4.6 percent.", "Prices fell."}},
      {"This was in 2031. We go on.", {"This was in 2031.", "We go on."}},
      {"It rose by 5%. In all, 3% remain.", {"It rose by 5%.", "In all, 3% remain."}},
      {"He said \"grow.\" We did.", {"He said \"grow.\"", "We did."}},
      {"The U.S. Treasury and J. Smith agree.", {"The U.S. Treasury and J. Smith agree."}},
      {"We raised GDP. That helped.", {"We raised GDP.", "That helped."}},
      {"See No. 5 and Mr. Li (e.g. The list).", {"See No. 5 and Mr. Li (e.g. The list)."}},
      {"1. We will grow. 2. We will save.", {"1. We will grow.", "2. We will save."}},
      {"Are we done? \"No!\" he said.", {"Are we done?", "\"No!\"", "he said."}},
      {"A total of 5 percent. \"More\" was asked.", {"A total of 5 percent.", "\"More\" was asked."}},
      {"It grew. and more", {"It grew. and more"}},
      {"I. Review\nLast year was good.", {"I. Review", "Last year was good."}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(sentences(c.text) == c.expected);
  }
}

TEST_CASE("headings are short paragraphs of their own", "[segment]") {
  struct Case {
    std::string line;
    bool heading;
  };
  const std::vector<Case> cases = {
      {"一、2031年工作回顾", true},
      {"(一)着力扩大内需。", true},
      {"第二部分2032年工作安排", true},
      {"2032年主要目标", true},
      {"I. Review of the Work of the Last Five Years and Plans for the Next", true},
      {"各位代表:", false},
      {"增长5%。", false},
      {"生产总值增长5%", false},
      {"固定资产投资增长一成;", false},
      {"过去一年全县上下坚持稳中求进着力扩大内需优化结构提振信心防范化解风险推动经济持续回升向好", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.line);
    const std::string text = "前文。\n" + c.line + "\n后文。";
    const Segmentation s = segmenter().segment(text);
    REQUIRE(s.sentences.size() == 3);
    CHECK(s.sentences[1].heading == c.heading);
    CHECK_FALSE(s.sentences[0].heading);
    CHECK(s.sentences[0].paragraph == 0);
    CHECK(s.sentences[1].paragraph == 1);
    CHECK(s.sentences[2].paragraph == 2);
  }
}

TEST_CASE("a paragraph of two sentences is no heading", "[segment]") {
  const Segmentation s = segmenter().segment("好。更好\n一、好");
  REQUIRE(s.sentences.size() == 3);
  CHECK_FALSE(s.sentences[1].heading);
  CHECK(s.sentences[1].paragraph == 0);
  CHECK(s.sentences[2].heading);
}

TEST_CASE("sentences are in order, apart and cover all that is not blank", "[segment]") {
  for (const std::string text : {"a. B 增长。\n\n 好!?”  又\n", "。。。\n!\n", "𠮷5%。𠮷\n", "x\n\n\ny", "”)",
                                 "A. B. C. No. 5 Mr. Li\nNo.\nX"}) {
    CAPTURE(text);
    std::string covered(text.size(), ' ');
    std::size_t last = 0;
    for (const Sentence& s : segmenter().segment(text).sentences) {
      CHECK(s.begin >= last);
      CHECK(s.begin < s.end);
      for (std::size_t i = s.begin; i < s.end; ++i) covered[i] = text[i];
      last = s.end;
    }
    std::string blanks = text;
    for (char& c : blanks) c = c == '\n' ? ' ' : c;
    CHECK(covered == blanks);
  }
}

TEST_CASE("broken rules are refused with their line", "[segment]") {
  const zhibiao::Result<Segmenter> result = Segmenter::create("$A = [a];\n$A+ $B;\n");
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().code == zhibiao::ErrorCode::broken_lexicon);
  CHECK_THAT(result.error().message, contains("segment.rules:2:"));
}

TEST_CASE("the rules byte by byte", "[segment]") {
  REQUIRE(zhibiao::text::follows(zhibiao::tests::break_rules()));  // else breaks.cpp is to follow the change, and its hash

  const std::vector<std::string> pieces = {"好", "a", "Z", "QZ", "5",  ".",  ". ", " ",  "\n", "。", "!",  "?",  "！", "？", "”",
                                           "’",  "\"", "'", ")", "）", "》", "」", "]",  "(",  "“",  "‘",  "[",  "%",  "\t", "No.",
                                           "增长", ";",  ":",  "、", "U.S. ", "e.g. ", "𠮷", "é"};
  std::mt19937 random(13);
  Segmentation kept;
  for (int k = 0; k < 20000; ++k) {
    std::string text;
    for (std::size_t n = random() % (k % 100 == 0 ? 3000 : 14); n > 0; --n) text += pieces[random() % pieces.size()];
    CAPTURE(text);
    segmenter().segment(text, kept);
    REQUIRE(seen(kept) == seen(segmenter().segment_by_rules(text)));
  }
}

TEST_CASE("stops, 64 bytes at a time and byte by byte", "[segment]") {
  const std::vector<std::string> pieces = {"好", "增长", "a", ".", "!", "?", "\n", "。", "、", "！", "％", "，", "㎡", "。", "𠮷", "é", "5",
                                           "all that has no stop"};
  std::mt19937 random(17);
  for (int k = 0; k < 5000; ++k) {
    std::string text;
    for (std::size_t n = random() % 60; n > 0; --n) text += pieces[random() % pieces.size()];
    // On a heap block of exact size, so that a sanitizer sees the first byte read too far.
    const std::unique_ptr<char[]> block(new char[text.size()]);
    if (!text.empty()) std::memcpy(block.get(), text.data(), text.size());
    const std::size_t begin = text.empty() ? 0 : random() % text.size() / 64 * 64;
    std::vector<std::uint64_t> fast(1 + random() % 8), plain(fast.size());
    zhibiao::text::mark_stops({block.get(), text.size()}, begin, fast);
    zhibiao::text::mark_stops_by_bytes({block.get(), text.size()}, begin, plain);
    CAPTURE(text, begin);
    REQUIRE(fast == plain);
  }
}

TEST_CASE("other rules are left to ICU", "[segment]") {
  const zhibiao::Result<Segmenter> every_letter = Segmenter::create("[^ ];\n");
  REQUIRE(every_letter);
  CHECK(every_letter->segment("abc").sentences.size() == 3);
}
