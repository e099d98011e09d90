// Nothing that was read is passed over: a clause in which the lexer, let loose on every sentence, finds the name of an
// indicator and a number ends as an observation, as a goal without a number, or as a note.

#include <string>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "extract/analysis.hpp"
#include "extract/samples.hpp"
#include "zhibiao/extractor.hpp"
#include "built_in_model.hpp"

using namespace zhibiao;
using namespace zhibiao::extract;

using tests::model;

namespace {

struct Stretch {
  std::uint32_t begin = 0, end = 0;
  bool meets(std::uint32_t from, std::uint32_t to) const { return from < end && begin < to; }
};

// Clauses that hold both, of all sentences of the text.
std::vector<Stretch> speaking_clauses(const Analysis& analysis) {
  std::vector<Stretch> out;
  LexScratch scratch;
  Lexed lexed;
  const bool english = analysis.document.language == "en";
  for (const text::Sentence& sentence : analysis.segmentation.sentences) {
    find_words(model(), analysis.normalized.text, sentence.begin, sentence.end, scratch);
    find_numbers(model(), analysis.normalized.text, sentence.begin, sentence.end, english, lexed);
    lex(model(), analysis.normalized.text, sentence.begin, sentence.end, english, match::every_character, scratch, lexed);
    bool name = false, number = false;
    std::uint32_t begin = sentence.begin;
    for (std::size_t i = 0; i <= lexed.tokens.size(); ++i) {
      const char letter = i < lexed.tokens.size() ? lexed.tokens[i].letter : '.';
      name = name || letter == 'N';
      number = number || letter == 'Q';
      if (std::string_view(",;:.").find(letter) == std::string_view::npos) continue;
      const std::uint32_t end = i < lexed.tokens.size() ? lexed.tokens[i].end : sentence.end;
      if (name && number) out.push_back({begin, end});
      name = number = false;
      begin = end;
    }
  }
  return out;
}

bool answered(const Analysis& analysis, const Stretch& clause) {
  for (const Record& r : analysis.records) {
    if (clause.meets(r.evidence.begin, r.evidence.end)) return true;
  }
  for (const Relative& r : analysis.relatives) {
    if (clause.meets(r.evidence.begin, r.evidence.end)) return true;
  }
  for (const Refusal& r : analysis.refusals) {
    if (clause.meets(r.begin, r.end)) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a clause with a name and a number is answered", "[slow]") {
  std::size_t clauses = 0;
  for (const tests::Sample& sample : tests::samples()) {
    CAPTURE(sample.name);
    Reader reader(model());
    const Analysis& analysis = reader.read(sample.text);
    for (const Stretch& clause : speaking_clauses(analysis)) {
      CAPTURE(analysis.normalized.text.substr(clause.begin, clause.end - clause.begin));
      CHECK(answered(analysis, clause));
      ++clauses;
    }
  }
  CHECK(clauses > 100);  // the shipped samples alone hold that many
}

TEST_CASE("a clause that no pattern reads says so") {
  const std::string text = "云川市2025年政府工作报告\n一、2024年工作回顾\n37个镇整体地区生产总值高速攀登。";
  Reader reader(model());
  const Analysis& analysis = reader.read(text);
  CHECK(analysis.records.empty());
  REQUIRE(analysis.refusals.size() == 1);
  CHECK(std::string_view(analysis.refusals.front().reason) == "unsettled");
}

// The contract marks extensions among observations only.
TEST_CASE("goals without a number of the indicators beyond the canonical list are left out, but for one's own") {
  const std::string text =
      "云川市人民政府工作报告\n——2025年1月9日在云川市第三届人民代表大会第二次会议上\n二、2025年工作\n"
      "社会融资规模增速与经济增长基本同步，居民收入增长与经济增长同步，山羊存栏数与上年持平。\n";
  const auto built_in = Lexicon::built_in();
  REQUIRE(built_in);
  const auto goals = [&](const Lexicon& lexicon) {
    std::vector<std::string> ids;
    const auto report = Extractor::create(lexicon)->extract(text);
    for (const RelativeTarget& goal : report->relative_targets) ids.push_back(goal.indicator);
    return ids;
  };
  CHECK(goals(*built_in) == std::vector<std::string>{"resident_disposable_income_per_capita"});
  const auto own = built_in->extended(
      R"({"indicators": [{"id": "goats", "label_zh": "山羊存栏数", "label_en": "Goats", "nature": "count", "units": ["item"], "names": ["山羊存栏数"]}]})",
      "own.json");
  REQUIRE(own);
  CHECK(goals(*own) == std::vector<std::string>{"resident_disposable_income_per_capita", "goats"});
}
