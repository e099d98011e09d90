#include "cli/words.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "../catch.hpp"

using cli::Language;

namespace {

nlohmann::json lexicon_file(const std::string& name) {
  std::ifstream file(std::string(ZHIBIAO_SOURCE_DIR) + "/src/lexicon/" + name);
  return nlohmann::json::parse(file);
}

std::string with_blanks(std::string id) {
  std::replace(id.begin(), id.end(), '_', ' ');
  return id;
}

}  // namespace

TEST_CASE("every unit has words in both languages", "[cli]") {
  const std::set<std::string> no_units = {"none", "short", "ordinal"};
  std::size_t units = 0;
  const nlohmann::json file = lexicon_file("units.json");
  for (const auto& unit : file["units"]) {
    const std::string id = unit["id"];
    if (no_units.count(id) > 0) continue;
    CAPTURE(id);
    ++units;
    CHECK(cli::unit_words(id, Language::zh).find(id) == std::string::npos);
    CHECK(cli::unit_words(id, Language::en).find('_') == std::string::npos);
  }
  CHECK(units > 80);
  CHECK(cli::unit_words("goats_per_household", Language::zh).find("goats per household") != std::string::npos);
}

TEST_CASE("every group has words in both languages", "[cli]") {
  std::set<std::string> groups;
  const nlohmann::json file = lexicon_file("indicators.json");
  for (const auto& indicator : file["indicators"]) groups.insert(indicator["group"]);
  CHECK(groups.size() > 10);
  for (const std::string& group : groups) {
    CAPTURE(group);
    CHECK(cli::group_words(group, Language::zh) != with_blanks(group));
    CHECK(cli::group_words(group, Language::en) != with_blanks(group));
  }
}
