// The image that the build compiles against the JSON files that it was compiled from.
#include <algorithm>

#include "catch.hpp"
#include "complete.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/image.hpp"
#include "lexicon/load.hpp"
#include "lexicon/vocabulary.hpp"

namespace zhibiao {
namespace {

using tests::complete;

TEST_CASE("the image knows each word as the JSON files do") {
  const auto built_in = Lexicon::built_in();
  REQUIRE(built_in);
  REQUIRE(built_in->data().words_in_image);
  const lexicon::Vocabulary image = lexicon::Vocabulary::of(built_in->data());
  const lexicon::Vocabulary read = lexicon::Vocabulary::of(complete());
  CHECK(image.splits == read.splits);
  CHECK(image.roles == read.roles);
  std::size_t words = 0;
  const auto same = [&](const std::string& word) {
    std::uint32_t a = 0, b = 0;
    const std::size_t end_a = image.words.longest_at(word, 0, word.size(), a);
    const std::size_t end_b = read.words.longest_at(word, 0, word.size(), b);
    ++words;
    return end_a == word.size() && end_b == end_a && image.roles[a] == read.roles[b];
  };
  for (const IndicatorEntry& entry : complete().indicators) {
    for (const auto* list : {&entry.names, &entry.weak_names, &entry.scoped_names, &entry.names_en, &entry.weak_names_en, &entry.traps}) {
      const auto wrong = std::find_if_not(list->begin(), list->end(), same);
      if (wrong != list->end()) FAIL_CHECK(entry.id << ": " << *wrong);
    }
  }
  CHECK(words > 10000);
}

TEST_CASE("an archive gives back what it was made of") {
  const LexiconData& data = complete();
  const LexiconData back = lexicon::from_archive(lexicon::to_archive(data));
  CHECK(lexicon::to_archive(back) == lexicon::to_archive(data));
  REQUIRE(back.indicators.size() == data.indicators.size());
  CHECK(back.indicators[3].names == data.indicators[3].names);
  CHECK(back.indicators[3].splits == data.indicators[3].splits);
  CHECK(back.word_lists == data.word_lists);
  CHECK(back.segment_rules == data.segment_rules);
}

TEST_CASE("an archive that is cut short is refused") {
  const std::string bytes = lexicon::to_archive(complete());
  CHECK_THROWS_AS(lexicon::from_archive(std::string_view(bytes).substr(0, bytes.size() / 2)), std::length_error);
  CHECK_THROWS_AS(lexicon::from_archive(""), std::length_error);
}

}  // namespace
}  // namespace zhibiao
