#include "text/find.hpp"

#include <cstring>
#include <memory>
#include <random>
#include <string>

#include "../catch.hpp"

namespace {

using zhibiao::text::find;
using zhibiao::text::find_by_bytes;

// All places, from each place; on a heap block of exact size, so that a sanitizer sees the first byte read too far.
void check_both(const std::string& text, const std::string& word) {
  const std::unique_ptr<char[]> block(new char[text.size() + 1]);
  std::memcpy(block.get() + 1, text.data(), text.size());
  const std::string_view said(block.get() + 1, text.size());
  for (std::size_t from = 0; from <= said.size(); ++from) {
    if (find(said, word, from) == find_by_bytes(said, word, from)) continue;
    INFO(text << " / " << word << " from " << from);
    REQUIRE(find(said, word, from) == find_by_bytes(said, word, from));
  }
}

}  // namespace

TEST_CASE("a word is found where the standard library finds it", "[text][find]") {
  std::mt19937 random(7);
  const std::string characters[] = {"目", "标", "全", "市", "年", "。", "a", "1", "é", "𠀀"};
  const std::string words[] = {"目标", "市", "年", "a", "全市年", "1a", "é", "标目标", "𠀀"};
  for (int round = 0; round < 60; ++round) {
    std::string text;
    const std::size_t size = random() % 120;
    while (text.size() < size) text += characters[random() % std::size(characters)];
    for (const std::string& word : words) check_both(text, word);
  }
}

TEST_CASE("a word stands at every place of a block", "[text][find]") {
  for (std::size_t before = 0; before < 80; ++before) {
    for (const std::size_t behind : {0, 1, 31, 32, 40}) check_both(std::string(before, '-') + "全省" + std::string(behind, '-'), "全省");
  }
  CHECK(find("", "全省") == std::string_view::npos);
  CHECK(find("全省", "全省") == 0);
  CHECK(find("全省", "全省", 1) == std::string_view::npos);
  CHECK(zhibiao::text::holds("我们全省", "全省"));
}
