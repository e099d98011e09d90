#include "lexicon/load.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;

namespace {

Lexicon built_in() {
  auto lexicon = Lexicon::built_in();
  if (!lexicon) FAIL(lexicon.error().message);
  return *lexicon;
}

}  // namespace

TEST_CASE("the built-in lexicon is whole") {
  const Lexicon lexicon = built_in();
  std::set<std::string> ids;
  std::size_t canonical = 0, coordinated = 0;
  for (const IndicatorEntry& entry : lexicon.data().indicators) {
    CAPTURE(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.label_zh.empty());
    CHECK_FALSE(entry.label_en.empty());
    CHECK_FALSE(entry.group.empty());
    CHECK_FALSE(entry.units.empty());
    if (entry.extension) continue;
    if (!entry.expands_to.empty()) ++coordinated;
    else ++canonical;
  }
  CHECK(canonical == 143);
  CHECK(coordinated == 5);
  // What programs are shown: no coordinated mentions.
  CHECK(std::none_of(lexicon.data().indicators.begin(), lexicon.data().indicators.end(), [&](const IndicatorEntry& e) {
    const auto listed = lexicon.indicators();
    return !e.expands_to.empty() &&
           std::any_of(listed.begin(), listed.end(), [&](const IndicatorInfo& info) { return info.id == e.id; });
  }));
  CHECK_FALSE(lexicon.version().empty());
}

TEST_CASE("name patterns stand for their spellings") {
  const auto data = lexicon::load({{"x.json", R"({"version": "1",
    "units": [{"id": "percent", "words": [["%", "1"]]}],
    "indicators": [
      {"id": "a", "label_zh": "甲", "label_en": "A", "group": "g", "nature": "rate", "units": ["percent"],
       "names": ["城镇失业率", "{城镇|城市}{登记|}失业率"]},
      {"id": "b", "label_zh": "乙", "label_en": "B", "group": "g", "nature": "rate", "units": ["percent"],
       "names": ["{城市|全国}失业率"]}]})"}});
  REQUIRE(data);
  REQUIRE(data->indicators.size() == 2);
  // A spelling that is listed plainly or made before is not made again.
  CHECK(data->indicators[0].names == std::vector<std::string>{"城镇失业率", "城镇登记失业率", "城市登记失业率", "城市失业率"});
  CHECK(data->indicators[1].names == std::vector<std::string>{"全国失业率"});
}

TEST_CASE("a broken lexicon is refused with file, line and reason") {
  struct Case {
    const char* json;
    const char* where;
    const char* reason;
  };
  const Case cases[] = {
      {"{\n\"indicators\": [\n", "mine.json:", ""},
      {"[]", "mine.json:1", ""},
      {"{\"indicators\": 5}", "mine.json:1", "list"},
      {"{\n\"indicators\": [\n  7\n]}", "mine.json:3", "object"},
      {"{\n\"indicators\": [\n{\"label_zh\": \"甲\"}\n]}", "mine.json:3", "id"},
      {"{\"indicators\": [\n{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"rate\",\n\"units\": [\"furlong\"], "
       "\"names\": [\"甲率\"]}]}",
       "mine.json:3", "furlong"},
      {"{\"indicators\": [{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"sideways\", \"units\": [\"percent\"], "
       "\"names\": [\"甲率\"]}]}",
       "mine.json:1", "nature"},
      {"{\"indicators\": [{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"rate\", \"units\": [\"percent\"], "
       "\"names\": [\"地区生产总值\"]}]}",
       "mine.json:1", "gdp"},
      {"{\"indicators\": [{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"rate\", \"units\": [\"percent\"], "
       "\"names\": [\"{甲|乙率\"]}]}",
       "mine.json:1", "braces"},
      {"{\"indicators\": [{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"rate\", \"units\": [\"percent\"], "
       "\"names\": [\"\"]}]}",
       "mine.json:1", "empty"},
      {"{\"indicators\": [{\"id\": \"a\", \"label_zh\": \"甲\", \"label_en\": \"A\", \"nature\": \"rate\", \"units\": [\"percent\"], "
       "\"names\": [\"甲％率\"]}]}",
       "mine.json:1", "full-width"},
      {"{\"indicators\": [], \"colour\": 1}", "mine.json:1", "colour"},
  };
  const Lexicon lexicon = built_in();
  for (const Case& c : cases) {
    CAPTURE(c.json);
    const auto extended = lexicon.extended(c.json, "mine.json");
    REQUIRE_FALSE(extended);
    CHECK(extended.error().code == ErrorCode::broken_lexicon);
    CHECK_THAT(extended.error().message, contains(c.where));
    CHECK_THAT(extended.error().message, contains(c.reason));
  }
}

TEST_CASE("an extended lexicon adds and replaces indicators") {
  const Lexicon lexicon = built_in();
  const auto mine = lexicon.extended(R"({"indicators": [
    {"id": "blue_economy_output", "label_zh": "蓝色经济产值", "label_en": "Blue economy output", "group": "mine",
     "nature": "amount", "units": ["CNY"], "names": ["蓝色经济产值"]},
    {"id": "forest_coverage_rate", "label_zh": "森林覆盖率", "label_en": "Forest Coverage Rate", "group": "mine",
     "nature": "rate", "units": ["percent"], "names": ["林海覆盖率"]}]})",
                                     "mine.json");
  if (!mine) FAIL(mine.error().message);
  const auto entry = [&](const std::string& id) {
    const auto& all = mine->data().indicators;
    return *std::find_if(all.begin(), all.end(), [&](const IndicatorEntry& e) { return e.id == id; });
  };
  CHECK(mine->data().indicators.size() == lexicon.data().indicators.size() + 1);
  CHECK(entry("blue_economy_output").extension);
  CHECK_FALSE(entry("forest_coverage_rate").extension);  // canonical ids stay canonical
  CHECK(entry("forest_coverage_rate").names == std::vector<std::string>{"林海覆盖率"});
}

TEST_CASE("statement patterns, times and outline rows compile and are unique") {
  const Lexicon lexicon = built_in();
  std::set<std::string> rows;
  for (const StatementEntry& row : lexicon.data().statements) {
    CAPTURE(row.id);
    CHECK(rows.insert(row.id).second);
    CHECK(row.pattern.find("{P}") == std::string::npos);  // macros are expanded
  }
  CHECK(lexicon.data().statements.size() >= 20);
  CHECK(lexicon.data().outline.size() >= 15);
  CHECK_FALSE(lexicon.data().segment_rules.empty());
}
