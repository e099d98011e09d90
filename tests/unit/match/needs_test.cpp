#include "match/needs.hpp"

#include <algorithm>
#include <random>
#include <string>

#include "catch.hpp"
#include "../lexicon/complete.hpp"
#include "match/lines.hpp"
#include "match/pattern.hpp"
#include "text/utf8.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;
using namespace zhibiao::match;

namespace {

Needs needs(const char* expression) { return needs_of(parse_syntax(expression)->root); }

std::string written(const CharacterSet& set) {
  std::string out;
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last; ++c) text::append_utf8(out, c);
  }
  return out;
}

// The gate lets a text pass in which RE2 finds a match, from the place where it begins.
bool lets_pass(const Gate& gate, const CharacterIndex& index, const std::string& text, const std::string_view found) {
  return gate.may_match(index.read(text, 0, text.size())) &&
         (found.empty() || gate.may_begin(text::character_at(text, static_cast<std::size_t>(found.data() - text.data()))));
}

}  // namespace

TEST_CASE("what every match holds") {
  CHECK(needs("a?b").one_of.size() == 1);
  CHECK(written(needs("a?b").one_of[0]) == "b");
  CHECK(written(needs("a?b").first) == "ab");
  CHECK(needs("(?:ab|c)").one_of.size() == 2);
  CHECK(written(needs("(?:ab|c)").one_of[0]) == "ac");
  CHECK(written(needs("(?:ab|c)").one_of[1]) == "bc");
  CHECK(written(needs("(?:ab|bc|bd)").one_of[0]) == "ab");
  CHECK(needs("(?:a|)").one_of.empty());
  CHECK(needs("(?:a|)").first.empty());
  CHECK(needs("[^a]{2}").one_of.empty());
  CHECK(needs("[^a]年").first.empty());
  CHECK(needs("(?:年|月){1,2}").one_of.size() == 1);
  CHECK(written(needs("(?i)k").first) == "Kk\u212A");
}

TEST_CASE("what stands second in every match") {
  const auto second = [](const char* expression) {
    const auto set = second_of(parse_syntax(expression)->root);
    return set ? written(tidy(*set)) : "any";
  };
  CHECK(second("ab") == "b");
  CHECK(second("a?bc") == "bc");
  CHECK(second("(?:ab|cd)") == "bd");
  CHECK(second("(?:a|cd)") == "any");
  CHECK(second("(?:a|cd)e?") == "any");
  CHECK(second("a*bc") == "abc");
  CHECK(second("a{2}") == "a");
  CHECK(second("(?:a?){3}bc") == "abc");
  CHECK(second("a") == "any");
  CHECK(second("") == "any");
  CHECK(second("a(?:b|$)") == "b");  // a alone ends the text
  CHECK(second("\\ba\\b,") == ",");
}

TEST_CASE("words of which every match holds one") {
  const auto held = [](const char* expression) {
    std::string out;
    for (const std::string& word : words_held(parse_syntax(expression)->root)) out += word + " ";
    return out;
  };
  CHECK(held("[^。]{0,9}(?:回顾|总结|工作总结)") == "回顾 总结 ");
  CHECK(held("过去的?一年") == "过去 ");  // enough, and one alone
  CHECK(held("(?:今年|(?P<y>(?:19|20)[0-9]{2})年)[^。]{0,9}(?:预期目标|主要目标|目标)(?:是|为)") == "目标 ");
  CHECK(held("(?:工作|任务)?[0-9]+年").empty());
  CHECK(held("(?:工作|[0-9]+)").empty());
  CHECK(held("(?:工作)+") == "工作 ");
  CHECK(held("[一二三四五六七八九十]年").empty());
  CHECK(held("(?:年月日|月日)") == "年月 月日 ");
  CHECK(held("(?i)goals").empty());  // too many
  CHECK(held("").empty());
}

TEST_CASE("a set by a few bits holds all of its characters") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    CharacterSet set;
    for (auto n = 1 + random() % 3; n > 0; --n) {
      const auto first = static_cast<char32_t>(random() % (round % 2 == 0 ? 0x80 : 0xA000));
      set.push_back({first, first + static_cast<char32_t>(random() % (round % 5 == 0 ? 9000 : 70))});
    }
    const FewBits bits = FewBits::of(tidy(set));
    bool all = true;
    for (const CharacterRange& range : set) {
      for (char32_t c = range.first; c <= range.last; ++c) all = all && bits.may_hold(c);
    }
    CHECK(all);
  }
  CHECK_FALSE(FewBits::of({{U'年', U'年'}}).may_hold(U'月'));
  CHECK(FewBits().may_hold(U'月'));
}

TEST_CASE("characters are read eight at a time as they are one by one") {
  CharacterIndex index;
  const std::u32string asked = U"年月日0123456789目标工作報￿ࠀé—,";
  for (const char32_t c : asked) index.mask_of({{c, c}});
  index.group_of({{'0', '9'}});
  index.group_of({{U'一', U'万'}});
  const std::u32string characters = asked + U"的我们在一年全市。aéࠁ\U00020000";
  std::mt19937 random(11);
  for (int round = 0; round < 5000; ++round) {
    std::string text;
    const auto wide = random() % 4;  // of four characters: of three bytes
    for (auto n = random() % 60; n > 0; --n) {
      const char32_t c = random() % 4 < wide ? U'市' : characters[random() % characters.size()];
      text::append_utf8(text, c);
    }
    const auto borders = text::character_borders(text);
    const std::size_t first = random() % borders.size(), last = first + random() % (borders.size() - first);
    const std::string exact = text;  // on a block of its own
    CAPTURE(text, borders[first], borders[last]);
    CHECK(index.read(exact, borders[first], borders[last]) == index.read_by_characters(exact, borders[first], borders[last]));
  }
}

TEST_CASE("no gate stands before a match", "[slow]") {
  std::vector<std::string> expressions;
  for (const CueEntry& cue : tests::complete().cues) {
    if (!cue.pattern.empty()) expressions.push_back(cue.pattern);
  }
  for (const OutlineEntry& entry : tests::complete().outline) expressions.push_back(entry.pattern);

  CharacterIndex index;
  std::vector<Gate> gates;
  std::vector<std::vector<std::string>> words;
  std::vector<Pattern> patterns;
  for (const std::string& expression : expressions) {
    const auto syntax = parse_syntax(expression);
    CAPTURE(expression);
    REQUIRE(syntax);  // else its gate would be open to everything
    gates.push_back(index.gate_of(needs_of(syntax->root)));
    words.push_back(words_held(syntax->root));
    patterns.push_back(*Pattern::compile(expression, "test"));
  }

  // Lines of the samples, and lines spliced of their pieces.
  std::vector<std::string> lines = tests::lines_of_samples();
  std::mt19937 random(3);
  const std::size_t whole = lines.size();
  for (int k = 0; k < 300; ++k) {
    std::string line;
    for (int part = 0; part < 3; ++part) line += tests::piece_of(lines[random() % whole], random);
    if (!line.empty()) lines.push_back(std::move(line));
  }
  std::size_t found = 0, passed_over = 0;
  Groups groups;
  for (const std::string& line : lines) {
    for (std::size_t p = 0; p < patterns.size(); ++p) {
      if (patterns[p].search(line, 0, line.size(), groups)) {
        CAPTURE(line, expressions[p]);
        CHECK(lets_pass(gates[p], index, line, groups[0]));
        const std::string said(groups[0]);
        CHECK((words[p].empty() || std::any_of(words[p].begin(), words[p].end(), [&](const std::string& word) {
                 return said.find(word) != std::string::npos;
               })));
        ++found;
      } else if (!gates[p].may_match(index.read(line, 0, line.size()))) {
        ++passed_over;
      }
    }
  }
  CHECK(found > 100);
  CHECK(passed_over > 10 * found);  // and it is worth having
}
