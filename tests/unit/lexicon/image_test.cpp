// The image that the build compiles against what the JSON files give at run time.
#include <algorithm>
#include <cstring>

#include "catch.hpp"
#include "../extract/built_in_model.hpp"
#include "complete.hpp"
#include "extract/model.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/image.hpp"
#include "lexicon/load.hpp"

namespace zhibiao {
namespace {

using tests::complete;

const extract::Tables& compiled() {
  static const Result<extract::Tables> tables = extract::Tables::compile(complete());
  REQUIRE(tables);
  return *tables;
}

std::string refusal(std::string_view sealed) {
  const auto image = lexicon::open_image(sealed);
  return image ? "" : image.error().message;
}

TEST_CASE("the image holds what is compiled of the JSON files at run time") {
  const auto image = lexicon::open_built_in_image();
  REQUIRE(image);
  CHECK(image->tables == compiled().to_archive());
  const auto built_in = Lexicon::built_in();
  REQUIRE(built_in);
  CHECK(built_in->data().in_image);
  CHECK_FALSE(complete().in_image);
}

TEST_CASE("the image knows each word as the JSON files do") {
  const extract::Model& image = tests::model();
  const extract::Tables& read = compiled();
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

  const std::string bytes = compiled().to_archive();
  CHECK(extract::Tables::from_archive(bytes).to_archive() == bytes);
}

TEST_CASE("an archive that is cut short is refused") {
  const std::string bytes = lexicon::to_archive(complete());
  CHECK_THROWS_AS(lexicon::from_archive(std::string_view(bytes).substr(0, bytes.size() / 2)), std::length_error);
  CHECK_THROWS_AS(lexicon::from_archive(""), std::length_error);
  const std::string tables = compiled().to_archive();
  for (const std::size_t part : {2, 3, 5, 17}) {
    CHECK_THROWS_AS(extract::Tables::from_archive(std::string_view(tables).substr(0, tables.size() / part)), std::length_error);
  }
}

TEST_CASE("an image of another version, or a damaged one, is refused") {
  const std::string sealed(lexicon::built_in_image());
  CHECK(refusal(sealed).empty());
  CHECK(refusal("") == "the image of the built-in lexicon is cut short");
  CHECK(refusal(sealed.substr(0, sealed.size() - 8)) == "the image of the built-in lexicon is cut short");
  CHECK(refusal(sealed + "12345678") == "the image of the built-in lexicon is cut short");
  constexpr std::size_t version = 8;  // behind the name
  std::string older = sealed;
  older[version] = static_cast<char>(older[version] - 1);
  CHECK(refusal(older) == "the image of the built-in lexicon is of another version");
  std::string other = sealed;
  other[0] = 'Z';
  CHECK(refusal(other) == "the image of the built-in lexicon is of another version");
  for (const std::size_t at : {std::size_t{40}, sealed.size() / 3, sealed.size() / 2, sealed.size() - 1}) {
    std::string damaged = sealed;
    damaged[at] = static_cast<char>(damaged[at] ^ 4);
    CAPTURE(at);
    CHECK_FALSE(refusal(damaged).empty());
  }
}

}  // namespace
}  // namespace zhibiao
