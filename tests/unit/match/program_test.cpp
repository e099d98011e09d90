// Lists of steps against RE2: the same matches, with the same groups.
#include "match/program.hpp"

#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "../lexicon/complete.hpp"
#include "match/lines.hpp"
#include "match/pattern.hpp"
#include "text/utf8.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;
using namespace zhibiao::match;

namespace {

class Twins {
 public:
  explicit Twins(const std::string& expression) : expression_(expression) {
    const auto syntax = parse_syntax(expression);
    CAPTURE(expression);
    REQUIRE(syntax);
    auto program = Program::compile(*syntax);
    REQUIRE(program);
    pattern_ = Pattern::known(expression, std::move(program));
    REQUIRE(Pattern::compile(expression, "test"));
  }

  // Whether there is a match.
  bool check(const std::string& text, std::size_t begin, std::size_t end) {
    const bool found = same(pattern_.search(text, begin, end, steps_), pattern_.search(text, begin, end, re2_), text, begin, end);
    same(pattern_.match_at(text, begin, end, steps_), pattern_.match_at(text, begin, end, re2_), text, begin, end);
    return found;
  }
  bool check(const std::string& text) { return check(text, 0, text.size()); }

 private:
  bool same(bool by_steps, bool by_re2, const std::string& text, std::size_t begin, std::size_t end) {
    const bool equal = by_steps == by_re2 && (!by_re2 || std::equal(steps_.begin(), steps_.end(), re2_.begin(), re2_.end(),
                                                                    [](std::string_view a, std::string_view b) {
                                                                      return a.data() == b.data() && a.size() == b.size();
                                                                    }));
    if (!equal) {
      CAPTURE(expression_, text, begin, end);
      CHECK(equal);
    }
    return by_re2;
  }

  std::string expression_;
  Pattern pattern_;
  Groups steps_, re2_{Engine::re2};
};

std::vector<std::string> built_in_expressions() {
  std::vector<std::string> out{tests::complete().heading_mark};
  for (const CueEntry& cue : tests::complete().cues) {
    if (!cue.pattern.empty()) out.push_back(cue.pattern);
  }
  for (const OutlineEntry& entry : tests::complete().outline) out.push_back(entry.pattern);
  return out;
}

// The characters that an expression names, signs and all.
std::vector<std::string> alphabet_of(const std::string& expression) {
  std::vector<std::string> out{" ", ",", "年", "x", "2", "\n", "😀"};
  const auto borders = text::character_borders(expression);
  for (std::size_t k = 0; k + 1 < borders.size(); ++k) out.push_back(expression.substr(borders[k], borders[k + 1] - borders[k]));
  return out;
}

class Expressions {
 public:
  explicit Expressions(unsigned seed) : random_(seed) {}

  std::string choice(int depth) {
    std::string out = sequence(depth);
    while (random_() % 3 == 0) out.append("|").append(sequence(depth));
    return out;
  }

 private:
  std::string sequence(int depth) {
    std::string out;
    for (auto n = random_() % 4; n > 0; --n) out += repeated(depth);
    return out;
  }
  std::string repeated(int depth) {
    static const char* const counts[] = {"", "", "", "?", "*", "+", "??", "*?", "{1,2}", "{2}", "{0,3}?"};
    return atom(depth).append(counts[random_() % 11]);
  }
  std::string atom(int depth) {
    static const char* const atoms[] = {"a", "b", "年", "[ab]", "[^a]", "[年月]", ".", "\\b", "$", "[0-9]"};
    if (depth > 0 && random_() % 3 == 0) {
      std::string out = random_() % 2 == 0 ? "(" : "(?:";
      return out.append(choice(depth - 1)).append(")");
    }
    return atoms[random_() % 10];
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("expressions are matched as RE2 matches them") {
  for (const char* expression : {"a", "a|ab", "ab|a", "a*", "a*?b", "(?:a|ab)(b?)", "(a)|(b)", "(?:(a)|(b))+", "a{2,3}b", "[^a]b",
                                 "年(?:[,;]|$)", "(?P<x>a+)(?P<y>a*)", "a.b", "(?i)kk", "\\ba", "a\\b", "年\\b", "$", "", "[1-9]年"}) {
    Twins twins(expression);
    for (const char* text : {"", "a", "ab", "aa", "aab", "aaaab", "b", "年", "年,", "1年a b", "a年b", "Kk", "kK a_b ab", "\n", "a\nb"}) {
      twins.check(text);
    }
  }
}

TEST_CASE("so are expressions at random", "[slow]") {
  Expressions expressions(17);
  std::mt19937 random(19);
  const std::vector<std::string> characters = {"a", "b", "年", "月", "1", " ", "\n", "c"};
  std::size_t compiled = 0, found = 0;
  for (int k = 0; k < 4000; ++k) {
    const std::string expression = expressions.choice(3);
    const auto syntax = parse_syntax(expression);
    if (!syntax || !Program::compile(*syntax) || !Pattern::compile(expression, "test")) continue;
    ++compiled;
    Twins twins(expression);
    for (int n = 0; n < 12; ++n) {
      std::string text;
      for (auto length = random() % 9; length > 0; --length) text += characters[random() % characters.size()];
      const auto borders = text::character_borders(text);
      const std::size_t first = random() % borders.size(), last = first + random() % (borders.size() - first);
      found += twins.check(text, borders[first], borders[last]) ? 1 : 0;
    }
  }
  CHECK(compiled > 1000);
  CHECK(found > 1000);
}

TEST_CASE("the patterns of the lexicon are matched as RE2 matches them", "[slow]") {
  const std::vector<std::string> lines = tests::lines_of_samples();
  std::mt19937 random(23);
  std::size_t found = 0;
  for (const std::string& expression : built_in_expressions()) {
    Twins twins(expression);
    const std::vector<std::string> alphabet = alphabet_of(expression);
    for (int k = 0; k < 300; ++k) {
      // A piece of a line, of the expression itself and of its characters in another order.
      std::string text;
      for (int part = 0; part < 4; ++part) {
        const std::string& from = random() % 2 == 0 ? expression : lines[random() % lines.size()];
        text += tests::piece_of(from, random);
        for (auto n = random() % 6; n > 0; --n) text += alphabet[random() % alphabet.size()];
      }
      while (!text.empty() && text::first_invalid(text) != text::all_valid) text.erase(text::first_invalid(text), 1);
      const auto borders = text::character_borders(text);
      found += twins.check(text, borders[random() % borders.size()], text.size()) ? 1 : 0;
    }
  }
  CHECK(found > 500);
}

TEST_CASE("a search grows with the text and no faster") {
  Twins twins("(?:a|年)*[^。]{0,40}(?:年|月)*b");
  std::string text;
  for (int k = 0; k < 3000; ++k) text += k % 7 == 0 ? "a" : "年";
  CHECK_FALSE(twins.check(text));
}

TEST_CASE("what no list of steps is made of is left to RE2") {
  for (const char* expression : {"(?:a){9000}", "(?=a)", "\\d", "(a*)*b", "(?:a?)*", "[[:alpha:]]",
                                 "(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)(a)"}) {
    CAPTURE(expression);
    const auto syntax = parse_syntax(expression);
    CHECK((!syntax || !Program::compile(*syntax)));
  }
}
