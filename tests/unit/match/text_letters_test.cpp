// Patterns over text are found in its letters as RE2 finds them in the text.
#include "match/text_letters.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "extract/built_in_model.hpp"
#include "match/letters.hpp"
#include "match/pattern.hpp"
#include "text/utf8.hpp"

using namespace zhibiao;
using namespace zhibiao::match;

namespace {

struct Place {
  std::size_t begin = 0, end = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

// The first match in text[begin, end) and its groups; nothing where there is none.
std::vector<Place> by_re2(const std::string& expression, const std::string& text, std::size_t begin, std::size_t end) {
  const auto pattern = Pattern::compile(expression, "test");
  REQUIRE(pattern);
  Groups groups(Engine::re2);
  std::vector<Place> out;
  if (!pattern->search(text, begin, end, groups)) return out;
  for (const std::string_view group : groups) {
    const auto from = static_cast<std::size_t>(group.data() - text.data());
    out.push_back(group.data() == nullptr ? Place{} : Place{from, from + group.size()});
  }
  return out;
}

std::vector<Place> by_letters(const TextLetters& letters, const LetterProgram& program, const std::string& text, std::size_t begin,
                             std::size_t end) {
  TextLetters::Read read;
  letters.read(text, begin, end, read);
  LetterProgram::Scratch scratch;
  std::vector<Place> out;
  for (std::size_t at = 0; at <= read.letters.size(); ++at) {
    if (!program.match_at(read.letters, at, scratch)) continue;
    for (std::size_t k = 0; k < scratch.slots.size(); k += 2) {
      const bool took_part = scratch.slots[k + 1] != LetterProgram::no_place;
      out.push_back(took_part ? Place{read.places[scratch.slots[k]], read.places[scratch.slots[k + 1]]} : Place{});
    }
    return out;
  }
  return out;
}

// Characters of the patterns, and now and then others.
std::vector<std::string> characters_of(const std::string& patterns) {
  std::vector<std::string> out = {"1", "9", "2", "0", "年", "，", ",", "é", "\U00020000"};
  for (std::size_t at = 0; at < patterns.size();) {
    const std::size_t from = at;
    text::next_character(patterns, at);
    out.push_back(patterns.substr(from, at - from));
  }
  return out;
}

// Appends words that the expression matches.
void say(const SyntaxNode& node, std::mt19937& random, std::string& out) {
  using Kind = SyntaxNode::Kind;
  switch (node.kind) {
    case Kind::characters: {
      const CharacterRange& range = node.characters[random() % node.characters.size()];
      const auto width = static_cast<std::uint32_t>(std::min<char32_t>(range.last - range.first + 1, 200));
      text::append_utf8(out, range.first + static_cast<char32_t>(random() % width));
      break;
    }
    case Kind::choice: say(node.parts[random() % node.parts.size()], random, out); break;
    case Kind::repeat: {
      const int most = node.max == SyntaxNode::unlimited ? node.min + 3 : std::min(node.max, node.min + 3);
      for (int n = node.min + static_cast<int>(random() % static_cast<unsigned>(most - node.min + 1)); n > 0; --n) {
        say(node.parts[0], random, out);
      }
      break;
    }
    default:
      for (const SyntaxNode& part : node.parts) say(part, random, out);
  }
}

}  // namespace

TEST_CASE("a text is read as letters, a character each") {
  TextLetters letters;
  REQUIRE(letters.add(*parse_syntax("[一-三]年|二")));
  TextLetters::Read read;
  letters.read("x二年三é一\U00020000", 1, 19, read);
  REQUIRE(read.letters.size() == 6);
  CHECK(read.places == std::vector<std::uint32_t>{1, 4, 7, 10, 12, 15, 19});
  CHECK(read.letters[2] == read.letters[4]);  // 三 and 一
  CHECK(read.letters[0] != read.letters[2]);
  CHECK(read.letters[3] == read.letters[5]);  // neither stands in the expression
}

TEST_CASE("what would need too many letters is left out") {
  TextLetters letters;
  REQUIRE(letters.add(*parse_syntax("年度")));
  std::string many;
  for (char32_t c = 0x4E00; c < 0x4E00 + 130; ++c) text::append_utf8(many, c);
  CHECK_FALSE(letters.add(*parse_syntax(many)));
  const auto program = LetterProgram::compile(letters.in_letters(*parse_syntax("年度")));
  REQUIRE(program);
  CHECK(by_letters(letters, *program, "上年度", 0, 9) == std::vector<Place>{{3, 9}});
}

TEST_CASE("what may take time with the square of a text is not linear") {
  CHECK(is_linear(*parse_syntax("连续[0-9]+年")));
  CHECK(is_linear(*parse_syntax("在[^,]{0,20}上")));
  CHECK_FALSE(is_linear(*parse_syntax("在[^,]*上")));
  CHECK_FALSE(is_linear(*parse_syntax("[0-9]+年")));
}

TEST_CASE("patterns of cues are found in letters as RE2 finds them") {
  const extract::CuePatterns& patterns = tests::model().cue_patterns;
  std::mt19937 random(3);
  std::string all;
  std::size_t by_matcher = 0, hits = 0;
  for (const extract::CuePattern& row : patterns) all += row.pattern.expression();
  const std::vector<std::string> others = characters_of(all);
  for (const extract::CuePattern& row : patterns) {
    const std::string expression(row.pattern.expression());
    if (!row.program) continue;
    ++by_matcher;
    const auto syntax = parse_syntax(expression);
    REQUIRE(syntax);
    const std::vector<std::string> own = characters_of(expression);
    for (int k = 0; k < 300; ++k) {
      std::string text;
      for (std::size_t n = random() % 12; n > 0; --n) {
        const std::vector<std::string>& from = random() % 4 == 0 ? others : own;
        if (random() % 6 == 0) say(syntax->root, random, text);
        else text += from[random() % from.size()];
      }
      const text::Borders borders = text::character_borders(text);
      const std::size_t begin = borders[random() % borders.size()];
      const std::size_t end = std::max(begin, borders[random() % borders.size()]);
      CAPTURE(expression, text, begin, end);
      const std::vector<Place> expected = by_re2(expression, text, begin, end);
      CHECK(by_letters(patterns.letters, *row.program, text, begin, end) == expected);
      hits += expected.empty() ? 0 : 1;
    }
  }
  CHECK(by_matcher > 20);
  CHECK(hits > 200);
}

TEST_CASE("the matcher of letters reads the patterns of cues that ask for no border of a word") {
  for (const extract::CuePattern& row : tests::model().cue_patterns) {
    const std::string expression(row.pattern.expression());
    CAPTURE(expression);
    CHECK((row.program || expression.find("\\b") != std::string::npos));
  }
}
