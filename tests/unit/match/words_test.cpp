// The matcher of words passes over most places by the bytes of two characters; a search that looks at every place is its oracle.
#include <map>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"
#include "match/words.hpp"
#include "text/utf8.hpp"

using namespace zhibiao;
using match::Word;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool cuts(const std::string& text, std::size_t begin, std::size_t end) {
  return (begin > 0 && is_letter(text[begin]) && is_letter(text[begin - 1])) ||
         (end < text.size() && is_letter(text[end]) && is_letter(text[end - 1]));
}

// Leftmost, longest, one after the other.
std::vector<Word> found_plainly(const std::map<std::string, std::uint32_t>& words, const std::string& text, std::size_t begin,
                                std::size_t end) {
  std::vector<Word> out;
  for (std::size_t at = begin; at < end;) {
    std::size_t stop = at;
    std::uint32_t id = 0;
    for (const auto& [word, number] : words) {
      if (at + word.size() > end || at + word.size() <= stop || cuts(text, at, at + word.size())) continue;
      if (text::lower(std::string_view(text).substr(at, word.size())) != word) continue;
      stop = at + word.size();
      id = number;
    }
    if (stop > at) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop), id});
    at = stop > at ? stop : at + text::sequence_length(text[at]);
  }
  return out;
}

std::string drawn(std::mt19937& random, const std::vector<std::string>& signs, std::size_t most) {
  std::string out;
  for (std::size_t n = 1 + random() % most; n > 0; --n) out += signs[random() % signs.size()];
  return out;
}

}  // namespace

TEST_CASE("words are found where a search of every place finds them") {
  const std::vector<std::string> signs = {"产", "业", "值", "增", "长", "达", "a", "B", "é", "ü", "1", ",", " ", "。", "\U00020000", "\U0001F600"};
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    std::map<std::string, std::uint32_t> words;
    match::WordList list;
    for (std::uint32_t id = 0; id < 12; ++id) {
      const std::string word = text::lower(drawn(random, signs, 4));
      if (text::sequence_length(word[0]) == 4) continue;  // none begins with a character above U+FFFF
      if (words.emplace(word, id).second) list.add(word, id);
    }
    const match::WordMatcher matcher(list.build());
    for (int k = 0; k < 60; ++k) {
      const std::string text = drawn(random, signs, 40);
      const zhibiao::text::Borders borders = text::character_borders(text);
      std::size_t begin = borders[random() % borders.size()], end = borders[random() % borders.size()];
      if (begin > end) std::swap(begin, end);
      std::vector<Word> found;
      matcher.find(text, begin, end, found);
      const std::vector<Word> expected = found_plainly(words, text, begin, end);
      CAPTURE(text, begin, end);
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].begin == expected[i].begin);
        CHECK(found[i].end == expected[i].end);
        CHECK(found[i].id == expected[i].id);
      }
    }
  }
}

TEST_CASE("a matcher without words finds none") {
  std::vector<Word> found;
  match::WordMatcher().find("地区生产总值", 0, 18, found);
  match::WordMatcher(match::WordList().build()).find("地区生产总值", 0, 18, found);
  CHECK(found.empty());
}
