// Lists of words look at two bytes before they compare: a comparison with every word is their oracle.
#include "extract/word_lists.hpp"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"

using zhibiao::extract::WordList;

namespace {

std::string drawn(std::mt19937& random, std::size_t most) {
  static const std::vector<std::string> signs = {"产", "业", "值", "增", "长", "a", "b", " ", "é", "2"};
  std::string out;
  for (auto n = random() % (most + 1); n > 0; --n) out += signs[random() % signs.size()];
  return out;
}

}  // namespace

TEST_CASE("a list tells whether one of its words begins a text, ends it or stands in it") {
  std::mt19937 random(13);
  std::size_t held = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<std::string> words;
    for (auto n = random() % 6; n > 0; --n) {
      std::string word = drawn(random, 3);
      if (word.size() > (round % 2 == 0 ? 2 : 0)) words.push_back(std::move(word));  // in half of the lists one of a byte or two
    }
    const WordList list(words);
    for (int k = 0; k < 40; ++k) {
      const std::string text = drawn(random, 8);
      CAPTURE(text, words);
      const auto any = [&](auto is) { return std::any_of(words.begin(), words.end(), is); };
      const bool stands = any([&](const std::string& word) { return text.find(word) != std::string::npos; });
      CHECK(list.begins(text) == any([&](const std::string& word) { return text.starts_with(word); }));
      CHECK(list.ends(text) == any([&](const std::string& word) { return text.ends_with(word); }));
      CHECK(list.stands_in(text) == stands);
      held += stands ? 1 : 0;
    }
  }
  CHECK(held > 1000);
}
