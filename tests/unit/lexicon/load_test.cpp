#include "lexicon/load.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "catch.hpp"
#include "complete.hpp"
#include "zhibiao/extractor.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;
using tests::complete;

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
  bool extensions_begun = false;
  for (const IndicatorEntry& entry : complete().indicators) {
    CAPTURE(entry.id);
    CHECK(ids.insert(entry.id).second);
    CHECK_FALSE(entry.label_zh.empty());
    CHECK_FALSE(entry.label_en.empty());
    CHECK_FALSE(entry.group.empty());
    CHECK_FALSE(entry.units.empty());
    if (entry.extension) {
      extensions_begun = true;
      continue;
    }
    CHECK_FALSE(extensions_begun);  // the project's own stand at the end
    ++(entry.expands_to.empty() ? canonical : coordinated);
  }
  CHECK(canonical == 143);
  CHECK(coordinated == 5);
  // What programs are shown: no coordinated mentions.
  CHECK(std::none_of(complete().indicators.begin(), complete().indicators.end(), [&](const IndicatorEntry& e) {
    const auto listed = lexicon.indicators();
    return !e.expands_to.empty() &&
           std::any_of(listed.begin(), listed.end(), [&](const IndicatorInfo& info) { return info.id == e.id; });
  }));
  CHECK_FALSE(lexicon.version().empty());
}

TEST_CASE("every name is in the form that the matcher sees") {
  const Lexicon lexicon = built_in();
  std::set<std::string> names;
  for (const IndicatorEntry& entry : complete().indicators) {
    CAPTURE(entry.id);
    CHECK_FALSE(entry.names.empty());
    for (const auto* list : {&entry.names, &entry.names_en}) {
      for (const std::string& name : *list) {
        CAPTURE(name);
        CHECK(names.insert(name).second);  // one name, one indicator
        CHECK(name.find_first_of("{|}") == std::string::npos);
      }
    }
    for (const auto* list : {&entry.names_en, &entry.weak_names_en}) {
      for (const std::string& name : *list) {
        CAPTURE(name);
        CHECK(std::none_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
      }
    }
    if (!entry.flow.empty()) CHECK(entry.flow == "new_" + entry.id);
  }
}

TEST_CASE("every indicator is read in its example and not in its counter-example") {
  const Lexicon lexicon = built_in();
  const auto extractor = Extractor::create(lexicon);
  REQUIRE(extractor);
  const auto found = [&](const std::string& statement) {
    const auto report = extractor->extract("2024年政府工作报告\n一、2023年工作回顾\n" + statement);
    std::set<std::string> ids;
    if (!report) FAIL(report.error().message);
    for (const Observation& seen : report->observations) ids.insert(seen.indicator);
    return ids;
  };
  for (const IndicatorEntry& entry : complete().indicators) {
    CAPTURE(entry.id, entry.example, entry.counter_example);
    CHECK_FALSE(entry.example.empty());
    CHECK_FALSE(entry.counter_example.empty());
    const std::set<std::string> good = found(entry.example), bad = found(entry.counter_example);
    const std::vector<std::string> ids = entry.expands_to.empty() ? std::vector<std::string>{entry.id} : entry.expands_to;
    for (const std::string& id : ids) {
      CAPTURE(id);
      CHECK(good.count(id) == 1);
      CHECK(bad.count(id) == 0);
    }
  }
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

TEST_CASE("braces work in every list of names, and nest") {
  const auto data = lexicon::load({{"x.json", R"({"version": "1",
    "units": [{"id": "CNY", "words": [["元", "1"]]}],
    "indicators": [
      {"id": "a", "label_zh": "甲", "label_en": "A", "group": "g", "nature": "amount", "units": ["CNY"],
       "names": ["甲{业{总|}|}产值"], "names_en": ["output of {a|b}"], "traps": ["{乙|丙}甲产值", "丙甲产值"],
       "splits": [["{甲|甲业}", "{产值|总产值}"]]}]})"}});
  if (!data) FAIL(data.error().message);
  const IndicatorEntry& entry = data->indicators.at(0);
  CHECK(entry.names == std::vector<std::string>{"甲业总产值", "甲业产值", "甲产值"});
  CHECK(entry.names_en == std::vector<std::string>{"output of a", "output of b"});
  CHECK(entry.traps == std::vector<std::string>{"乙甲产值", "丙甲产值"});
  CHECK(entry.splits.size() == 4);
}

TEST_CASE("macros stand for their patterns, and only where they should") {
  const auto with = [](const std::string& macros, const std::string& pattern) {
    const std::string json = "{\n\"macros\": {" + macros + "},\n\"statements\": [\n{\"id\": \"r\", \"pattern\": \"" + pattern +
                             "\", \"reading\": \"one\"}\n]}";
    return lexicon::load({{"s.json", json}});
  };
  const auto nested = with(R"("A": "{B}+", "B": "[xy]")", "{A}z{2,3}");
  REQUIRE(nested);
  CHECK(nested->statements.at(0).pattern == "[xy]+z{2,3}");
  const auto script = with("", R"(\\p{Han}\\x{20})");
  REQUIRE(script);
  CHECK(script->statements.at(0).pattern == R"(\p{Han}\x{20})");

  const auto unknown = with("", "{A}");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "s.json:4: row r: unknown macro 'A'");
  const auto cycle = with(R"("A": "{B}", "B": "{A}")", "x");
  REQUIRE_FALSE(cycle);
  CHECK_THAT(cycle.error().message, contains("s.json:2: macro A: macro 'A' leads back to itself"));
  const auto broken = with("", "(x");
  REQUIRE_FALSE(broken);
  CHECK_THAT(broken.error().message, contains("s.json:4: row r: pattern"));
  std::string bomb = R"("A0": "xxxxxxxxxxxxxxxx")";
  for (int i = 1; i < 40; ++i) {
    const std::string one = "{A" + std::to_string(i - 1) + "}";
    bomb += ", \"A" + std::to_string(i) + "\": \"" + one + one + "\"";
  }
  const auto endless = with(bomb, "x");
  REQUIRE_FALSE(endless);
  CHECK_THAT(endless.error().message, contains("longer than 64 KiB"));
}

TEST_CASE("a broken file of the built-in lexicon is refused where it is broken") {
  struct Case {
    const char* json;
    const char* message;
  };
  const Case cases[] = {
      {"{\"units\": [\n{\"id\": \"CNY\", \"words\": [[\"元\", \"1\"],\n[\"角\", \"-1\"]]}]}",
       "x.json:3: unit CNY: scale '-1' is no positive decimal"},
      {"{\"units\": [{\"id\": \"CNY\", \"words\": []},\n{\"id\": \"CNY\", \"words\": []}]}",
       "x.json:2: unit CNY: id given twice"},
      {"{\"units\": [{\"id\": \"CNY\", \"words\": [[\"元\"]]}]}",
       "x.json:1: unit CNY: a word must be a list of two texts, spelling and scale"},
      {"{\"cues\": [\n{\"id\": \"up\",\n\"letter\": \"gg\", \"words\": [\"增长\"]}]}",
       "x.json:3: cue up: letter 'gg' is not one ASCII character"},
      {"{\"cues\": [\n{\"id\": \"up\", \"letter\": \"g\"}]}", "x.json:2: cue up: neither 'words' nor 'pattern'"},
      {"{\"cues\": [{\"id\": \"up\", \"letter\": \"g\", \"words\": [\"增长\",\n\"增长\"]}]}",
       "x.json:2: cue up: '增长' stands twice in 'words'"},
      {"{\"statements\": [\n{\"id\": \"one\", \"pattern\": \"N\"}]}", "x.json:2: row one: no 'reading'"},
      {"{\"statements\": [\n{\"id\": \"one\", \"pattern\": \"N\", \"reading\": \"one\",\n\"scope\": 1}]}",
       "x.json:3: row one: 'scope' must be a text"},
      {"{\"outline\": [\n{\"id\": \"a\", \"zone\": \"plan\", \"at\": \"end\", \"pattern\": \"x\"}]}",
       "x.json:2: outline a: unknown place 'end': heading, start, paragraph, passage, passage-end, years or anywhere"},
      {"{\"lists\": {\n\"tails\": [\"额\",\n7]}}", "x.json:3: list tails: 'tails' must hold texts only"},
      {"{\"regions\": [\n{\"short\": [\"蒙\"]}]}", "x.json:2: no 'name'"},
      {"{\"lists\": {},\n\"lists\": {}}", "x.json:2: key \"lists\" given twice"},
      {"{\"lists\": {\"a\": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}}", "x.json:1: nested too deeply"},
      {"{\"lists\": {}}\n}", "x.json:2: "},
      {"\"x\"", "x.json:1: not an object"},
      {"", "x.json:1: "},
  };
  for (const Case& c : cases) {
    CAPTURE(c.json);
    const auto data = lexicon::load({{"x.json", c.json}});
    REQUIRE_FALSE(data);
    CHECK(data.error().code == ErrorCode::broken_lexicon);
    CHECK(data.error().message.substr(0, std::string(c.message).size()) == c.message);
  }
}

TEST_CASE("what indicators say of each other is checked when all are read") {
  const auto with = [](const std::string& first, const std::string& second) {
    const auto entry = [](const std::string& id, const std::string& more) {
      return R"({"id": ")" + id + R"(", "label_zh": "甲", "label_en": "A", "group": "g", "nature": "amount", "units": ["CNY"], )" +
             more + "}";
    };
    return lexicon::load({{"u.json", R"({"units": [{"id": "CNY", "words": [["元", "1"]]}]})"},
                          {"i.json", "{\"indicators\": [\n" + entry("a", first) + ",\n" + entry("b", second) + "\n]}"}});
  };
  CHECK(with(R"("names": ["甲"], "flow": "b")", R"("names": ["乙"])"));
  CHECK(with(R"("names": ["甲"])", R"("names": ["乙"], "weak_names": ["丙"], "traps": ["甲"])"));  // a trap may be a name
  const auto message = [&](const std::string& first, const std::string& second) {
    const auto data = with(first, second);
    return data ? std::string() : data.error().message;
  };
  CHECK(message(R"("names": ["甲"], "flow": "c")", R"("names": ["乙"])") == "i.json:2: indicator a: unknown indicator 'c'");
  CHECK(message(R"("names": ["甲"])", R"("names": ["乙"], "expands_to": ["a", "x"])") ==
        "i.json:3: indicator b: unknown indicator 'x'");
  CHECK(message(R"("names": ["甲"])", R"("names": ["乙"], "expands_to": ["a"])") ==
        "i.json:3: indicator b: a coordinated mention needs two ids or more");
  CHECK(message(R"("names": ["甲"])", R"("names": ["甲"])") == "i.json:3: indicator b: name '甲' is already that of a");
  CHECK(message(R"("names": ["甲GDP"])", R"("names": ["甲gdp"])") == "i.json:3: indicator b: name '甲gdp' is already that of a");
  CHECK(message(R"("names": ["甲"], "traps": ["甲"])", R"("names": ["乙"])") ==
        "i.json:2: indicator a: '甲' stands in 'names' and in 'traps'");
  CHECK(message(R"("names": [])", R"("names": ["乙"])") == "i.json:2: indicator a: no 'names'");
  CHECK(message(R"("names": ["甲"], "splits": [["甲"]])", R"("names": ["乙"])") ==
        "i.json:2: indicator a: a split must be a list of two texts, head and tail");
  CHECK_THAT(message(R"("names": ["{甲|乙}{丙|"])", R"("names": ["乙"])"), contains("i.json:2: indicator a: '{甲|乙}{丙|': braces"));
  CHECK_THAT(message(R"("names": ["甲 {乙|}"])", R"("names": ["丙"])"), contains("i.json:2: indicator a: '甲 ' begins or ends with a space"));
  std::string wide = "甲";
  for (int i = 0; i < 22; ++i) wide += "{a|b}";
  CHECK_THAT(message("\"names\": [\"" + wide + "\"]", R"("names": ["乙"])"), contains("too many spellings"));
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
  CHECK(mine->data().indicators.size() == complete().indicators.size() + 1);
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
