// The plain path, on which RE2 and ICU go over everything, is the oracle of the gated one: both give the same report.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "extract/said.hpp"
#include "extract/samples.hpp"
#include "built_in_model.hpp"
#include "text/utf8.hpp"

using namespace zhibiao;
using namespace zhibiao::extract;

using tests::model;
using tests::said;

namespace {

class Paths {
 public:
  void check(const std::string& text) {
    const std::vector<std::string> gated = said(gated_.read(text)), plain = said(plain_.read(text));
    if (gated == plain) {
      lines_ += plain.size();
      return;
    }
    const auto [in_gated, in_plain] = std::mismatch(gated.begin(), gated.end(), plain.begin(), plain.end());
    CAPTURE(in_gated == gated.end() ? "(end)" : *in_gated, in_plain == plain.end() ? "(end)" : *in_plain, text);
    CHECK(gated == plain);
  }

  std::size_t lines() const { return lines_; }

 private:
  Reader gated_ = Reader(model(), Path::gated), plain_ = Reader(model(), Path::plain);
  std::size_t lines_ = 0;
};

// The pieces of a text up to and with its marks.
std::vector<std::string> pieces(const std::string& text, std::u32string_view marks) {
  std::vector<std::string> out(1);
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    text::append_utf8(out.back(), c);
    if (marks.find(c) != std::u32string_view::npos) out.emplace_back();
  }
  return out;
}

}  // namespace

TEST_CASE("the gated path gives what the plain one gives", "[slow]") {
  Paths paths;
  for (const tests::Sample& sample : tests::samples()) {
    CAPTURE(sample.name);
    paths.check(sample.text);
  }
  CHECK(paths.lines() > 500);
}

TEST_CASE("so it does with sentences in another order, and with clauses spliced", "[slow]") {
  Paths paths;
  std::mt19937 random(5);
  std::vector<std::string> sentences, clauses;
  for (const tests::Sample& sample : tests::samples()) {
    for (std::string& piece : pieces(sample.text, U"。；\n")) sentences.push_back(std::move(piece));
    for (std::string& piece : pieces(sample.text, U"，。；：、\n")) clauses.push_back(std::move(piece));
  }
  constexpr const char* head = "云川市2025年政府工作报告\n一、2024年工作回顾\n";
  constexpr const char* goals = "\n二、2025年工作安排\n";
  for (int k = 0; k < 120; ++k) {
    const std::vector<std::string>& from = k % 2 == 0 ? sentences : clauses;
    std::string text = head;
    for (int part = 0; part < 2; ++part) {
      for (int n = 0; n < 60; ++n) {
        text += from[random() % from.size()];
        if (random() % 8 == 0) text += "。";
      }
      if (part == 0) text += goals;
    }
    paths.check(text);
  }
  CHECK(paths.lines() > 500);
}
