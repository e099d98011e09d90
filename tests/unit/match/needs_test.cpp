#include "match/needs.hpp"

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

TEST_CASE("no gate stands before a match", "[slow]") {
  std::vector<std::string> expressions;
  for (const CueEntry& cue : tests::complete().cues) {
    if (!cue.pattern.empty()) expressions.push_back(cue.pattern);
  }
  for (const OutlineEntry& entry : tests::complete().outline) expressions.push_back(entry.pattern);

  CharacterIndex index;
  std::vector<Gate> gates;
  std::vector<Pattern> patterns;
  for (const std::string& expression : expressions) {
    const auto syntax = parse_syntax(expression);
    CAPTURE(expression);
    REQUIRE(syntax);  // else its gate would be open to everything
    gates.push_back(index.gate_of(needs_of(syntax->root)));
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
        ++found;
      } else if (!gates[p].may_match(index.read(line, 0, line.size()))) {
        ++passed_over;
      }
    }
  }
  CHECK(found > 100);
  CHECK(passed_over > 10 * found);  // and it is worth having
}
