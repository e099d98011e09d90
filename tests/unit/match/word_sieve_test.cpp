#include "match/word_sieve.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "../catch.hpp"
#include "text/utf8.hpp"

namespace {

using zhibiao::match::WordList;
using zhibiao::match::WordMatcher;
using zhibiao::match::WordSieve;

const std::vector<std::string> words = {"粮食产量", "油料产量", "地区生产总值", "GDP", "5G基站", "就业", "城镇新增就业", "进出口总额"};
constexpr std::uint32_t unwanted = 1;

WordMatcher matcher_of(const std::vector<std::string>& wanted) {
  WordList list;
  for (const std::string& word : wanted) list.add(word, 0);
  list.add("其他", unwanted);
  return WordMatcher(list.build());
}

WordSieve sieve_of(const std::vector<std::string>& wanted) {
  return WordSieve(matcher_of(wanted).table(), [](std::uint32_t id) { return id != unwanted; });
}

bool holds(const WordSieve& sieve, std::string_view text) {
  // On a heap block of exact size, so that a sanitizer sees the first byte read too far.
  const std::unique_ptr<char[]> block(new char[text.size() + 1]);
  std::memcpy(block.get() + 1, text.data(), text.size());
  const std::string_view said(block.get() + 1, text.size());
  const bool is = sieve.may_hold(said, 0, said.size());
  INFO(text);
  CHECK(is == sieve.may_hold_by_characters(said, 0, said.size()));
  return is;
}

}  // namespace

TEST_CASE("every word passes the sieve, wherever it stands", "[match][sieve]") {
  const WordSieve sieve = sieve_of(words);
  for (const std::string& word : words) {
    for (const std::string before : {"", "全", "全年", "1", "。a", "é", "𠀀"}) {
      for (const std::string behind : {"", "达", "达到", "2", "。"}) CHECK(holds(sieve, before + word + behind));
    }
  }
}

TEST_CASE("a text without a word does not", "[match][sieve]") {
  const WordSieve sieve = sieve_of(words);
  for (const std::string text : {"", "。", "我们要坚持", "其他", "粮食", "2031年,", "总值", "食产", "𠀀é"}) CHECK_FALSE(holds(sieve, text));
  CHECK(holds(sieve, "x"));  // letters are not told apart
}

TEST_CASE("only the range is looked at", "[match][sieve]") {
  const WordSieve sieve = sieve_of(words);
  const std::string text = "粮食产量";
  CHECK(sieve.may_hold(text, 0, text.size()));
  CHECK_FALSE(sieve.may_hold(text, 0, 6));
  CHECK_FALSE(sieve.may_hold(text, text.size(), text.size()));
}

TEST_CASE("a word that cannot be told opens the sieve", "[match][sieve]") {
  for (const std::string word : {"值", "1-2", "𠀀𠀀"}) CHECK(holds(sieve_of({"粮食产量", word}), "我们"));
  CHECK(WordSieve().may_hold("我们", 0, 6));
}

TEST_CASE("the sieve and its plain twin agree on random text, and let pass what the matcher finds", "[match][sieve]") {
  const WordMatcher matcher = matcher_of(words);
  const WordSieve sieve(matcher.table(), [](std::uint32_t id) { return id != unwanted; });
  const std::u32string characters = U"粮食油料产量地区生总值就业城镇新增进出口额基站达。,12é𠀀";
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    const std::size_t most = round % 2 == 0 ? 12 : 60;
    for (std::size_t n = random() % most; n > 0; --n) zhibiao::text::append_utf8(text, characters[random() % characters.size()]);
    std::vector<zhibiao::match::Word> found;
    matcher.find(text, 0, text.size(), found);
    const bool is = holds(sieve, text);
    if (!found.empty()) CHECK(is);
  }
}

TEST_CASE("the sieve and its plain twin agree where few words stand", "[match][sieve]") {
  const WordSieve sieve = sieve_of(words);
  const std::u32string characters = U"我们的,在2。é𠀀粮";
  std::mt19937 random(5);
  std::size_t held = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = random() % 50; n > 0; --n) {
      const bool rare = random() % 30 == 0;
      zhibiao::text::append_utf8(text, characters[random() % (rare ? characters.size() : 3)]);
    }
    if (random() % 2 == 0) {
      const zhibiao::text::Borders borders = zhibiao::text::character_borders(text);
      text.insert(borders[random() % borders.size()], words[random() % words.size()]);
    }
    const zhibiao::text::Borders borders = zhibiao::text::character_borders(text);
    const std::size_t first = random() % borders.size(), last = first + random() % (borders.size() - first);
    const bool is = sieve.may_hold(text, borders[first], borders[last]);
    INFO(text);
    CHECK(is == sieve.may_hold_by_characters(text, borders[first], borders[last]));
    held += is ? 1 : 0;
  }
  CHECK(held > 2000);
  CHECK(held < 18000);
}
