#include "match/letters.hpp"

#include <random>
#include <string>

#include "catch.hpp"
#include "../lexicon/complete.hpp"
#include "extract/model.hpp"
#include "match/pattern.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;
using namespace zhibiao::match;

namespace {

const LexiconData& data() { return tests::complete(); }

// Letters as sentences have them: what patterns name, and now and then something else.
std::string letters_of(const std::string& pattern, std::mt19937& random, std::size_t most) {
  std::string alphabet = "NQX,/TcgP";
  for (const char c : pattern) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) alphabet += c;
  }
  std::string out(random() % (most + 1), ' ');
  for (char& c : out) c = alphabet[random() % alphabet.size()];
  return out;
}

void check_same(const std::string& expression, const std::string& letters, std::size_t begin) {
  const auto pattern = Pattern::compile(expression, "test");
  REQUIRE(pattern);
  const auto syntax = parse_syntax(expression);
  REQUIRE(syntax);
  const auto program = LetterProgram::compile(*syntax);
  REQUIRE(program);
  CAPTURE(expression, letters, begin);
  Groups groups;
  LetterProgram::Scratch scratch;
  const bool found = pattern->match_at(letters, begin, letters.size(), groups);
  REQUIRE(program->match_at(letters, begin, scratch) == found);
  if (!found) return;
  REQUIRE(scratch.slots.size() == 2 * groups.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    CAPTURE(g);
    if (groups[g].data() == nullptr) {
      CHECK(scratch.slots[2 * g + 1] == LetterProgram::no_place);
    } else {
      CHECK(scratch.slots[2 * g] == static_cast<std::size_t>(groups[g].data() - letters.data()));
      CHECK(scratch.slots[2 * g + 1] == scratch.slots[2 * g] + groups[g].size());
    }
  }
}

}  // namespace

TEST_CASE("letters are matched as RE2 matches them") {
  for (const char* expression : {"N", "N|NQ", "NQ|N", "N*", "N*?Q", "(?:N|NQ)(Q?)", "(N)|(Q)", "(?:(N)|(Q))*", "N{2,3}Q",
                                 "[^N]Q", "(?:X?)*Q", "N(?:[,;]|$)", "(?P<a>N+)(?P<b>N*)", "a.b"}) {
    for (const char* letters : {"", "N", "NQ", "NN", "NNQ", "NNNQ", "NNNNQ", "XQ", "XXQ", "NXQ", "N,", "Q", "aXb", "NQNQ"}) {
      check_same(expression, letters, 0);
    }
  }
}

TEST_CASE("each row is matched as RE2 matches it") {
  std::mt19937 random(7);
  for (const StatementEntry& entry : data().statements) {
    for (int k = 0; k < 150; ++k) {
      const std::string letters = letters_of(entry.pattern, random, 14);
      check_same(entry.pattern, letters, letters.empty() ? 0 : random() % letters.size());
    }
  }
}

TEST_CASE("the automaton of a table says which of its expressions match") {
  std::vector<LetterProgram> programs;
  LetterTable table;
  for (const StatementEntry& entry : data().statements) {
    programs.push_back(*LetterProgram::compile(*parse_syntax(entry.pattern)));
    CHECK(table.add(programs.back()) == programs.size() - 1);
  }
  for (const char* ending : {"N(?:,|$)", "N$", "$"}) {
    programs.push_back(*LetterProgram::compile(*parse_syntax(ending)));
    table.add(programs.back());
  }
  LetterAutomaton automaton(table);
  std::vector<std::uint64_t> matching(automaton.words());
  LetterProgram::Scratch scratch;
  std::mt19937 random(11);
  std::size_t hits = 0;
  for (int k = 0; k < 4000; ++k) {
    const std::string letters = letters_of(data().statements[random() % data().statements.size()].pattern, random, 20);
    const std::size_t begin = random() % (letters.size() + 1);
    CAPTURE(letters, begin);
    bool any = false;
    automaton.match_at(letters, begin, matching.data());
    for (std::size_t p = 0; p < programs.size(); ++p) {
      const bool matches = programs[p].match_at(letters, begin, scratch);
      CAPTURE(p);
      REQUIRE((matching[p / 64] >> (p % 64) & 1) == (matches ? 1 : 0));
      any = any || matches;
      hits += matches ? 1 : 0;
    }
    CHECK(automaton.match_at(letters, begin, matching.data()) == any);
  }
  CHECK(hits > 1000);
}

TEST_CASE("what is no expression over letters is refused") {
  for (const char* expression : {"a\\bc", "(?:a){5000}", "(?=a)", "\\d", "(X*)*Q", "a**b)", "[[:alpha:]]"}) {
    CAPTURE(expression);
    const auto syntax = parse_syntax(expression);
    CHECK((!syntax || !LetterProgram::compile(*syntax)));
  }
}
