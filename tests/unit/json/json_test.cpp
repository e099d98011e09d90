#include "zhibiao/json.hpp"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "catch.hpp"

using namespace zhibiao;
using nlohmann::ordered_json;

namespace {

Report full_report() {
  Report report;
  report.generator.version = "1.2.3";
  report.generator.lexicon = "4";
  report.source = {"a/b.txt", std::nullopt, "UTF-8", 42503, "file"};
  report.document = {"云川市人民政府工作报告", "云川市", "2025-01-09", 2024, 2025, "zh-Hans", "123456", "海江省"};

  Observation seen;
  seen.indicator = "gdp";
  seen.label_zh = "地区生产总值";
  seen.label_en = "Gross Regional Product";
  seen.measure = Measure::growth_rate;
  seen.status = Status::target;
  seen.commitment = Commitment::strive;
  seen.value = {Bound::at_least, Decimal{765, -2}, std::nullopt, "percent", "7.65%以上"};
  seen.period = parse_period("2025");
  seen.base_period = parse_period("2017/2021");
  seen.scope = "云川新区";
  seen.evidence = {{10, 40}, "地区生产总值\n增长\"7.65%\"以上\\\t\x01\x7f", "地区生产总值", "二、2025年工作安排"};
  seen.rule = "one";
  report.observations.push_back(seen);
  seen.extension = true;
  seen.status = Status::actual;
  seen.commitment.reset();
  seen.value = {Bound::exact, Decimal{3155, 7}, Decimal{3155, 7}, "CNY", "315.5亿元"};
  seen.base_period.reset();
  seen.scope.reset();
  seen.evidence.section.clear();
  report.observations.push_back(seen);
  seen.value = {Bound::less_than, std::nullopt, Decimal{-5, 0}, "percent", "5%"};
  seen.period.reset();
  report.observations.push_back(seen);

  RelativeTarget goal;
  goal.indicator = "resident_disposable_income_per_capita";
  goal.reference = "gdp";
  goal.period = parse_period("2025");
  goal.evidence = seen.evidence;
  report.relative_targets.push_back(goal);
  goal.relation = Relation::stretch;
  goal.reference.reset();
  report.relative_targets.push_back(goal);

  report.notes = {{"share", {50, 60}}, {"rank", {70, 80}}};
  return report;
}

std::string flaw_of(std::string_view json) {
  const auto report = from_json(json);
  REQUIRE_FALSE(report);
  CHECK(report.error().code == ErrorCode::broken_json);
  return report.error().message;
}

}  // namespace

TEST_CASE("the text of a report, to the letter") {
  Report report = full_report();
  report.observations.resize(1);
  report.observations[0].evidence.text = "增长";
  report.relative_targets.resize(1);
  report.relative_targets[0].evidence = report.observations[0].evidence;
  report.notes.resize(1);
  const std::string evidence =
      R"("evidence":{"start":10,"end":40,"text":"增长","mention":"地区生产总值","section":"二、2025年工作安排"})";
  CHECK(to_json(report) ==
        R"({"schema_version":"1.1","generator":{"name":"zhibiao","version":"1.2.3","lexicon":"4"},)"
        R"("source":{"path":"a/b.txt","id":null,"encoding":"UTF-8","bytes":42503,"offsets":"file"},)"
        R"("document":{"title":"云川市人民政府工作报告","region":"云川市","date":"2025-01-09","review_year":2024,)"
        R"("plan_year":2025,"language":"zh-Hans","region_code":"123456","region_superior":"海江省"},"observations":[{"indicator":"gdp","extension":false,)"
        R"("label":{"zh":"地区生产总值","en":"Gross Regional Product"},"measure":"growth_rate","status":"target",)"
        R"("commitment":"strive","value":{"bound":"at_least","lower":7.65,"upper":null,"unit":"percent",)"
        R"("text":"7.65%以上"},"period":"2025","base_period":"2017/2021","scope":"云川新区",)" +
            evidence +
            R"(,"rule":"one"}],"relative_targets":[{"indicator":"resident_disposable_income_per_capita",)"
            R"("relation":"in_step","reference":"gdp","period":"2025","commitment":"expected",)" +
            evidence + R"(}],"notes":[{"reason":"share","start":50,"end":60}]})");
}

TEST_CASE("an empty report has every key, and null where nothing is known") {
  CHECK(
      to_json(Report{}) ==
      R"({"schema_version":"1.1","generator":{"name":"zhibiao","version":"","lexicon":""},)"
      R"("source":{"path":null,"id":null,"encoding":"UTF-8","bytes":0,"offsets":"file"},)"
      R"("document":{"title":null,"region":null,"date":null,"review_year":null,"plan_year":null,"language":"zh-Hans",)"
      R"("region_code":null,"region_superior":null},)"
      R"("observations":[],"relative_targets":[],"notes":[]})");
}

TEST_CASE("the direct writer and nlohmann agree") {
  const std::string text = to_json(full_report());
  CHECK(ordered_json::parse(text).dump() == text);
}

TEST_CASE("what is written is read back") {
  for (const Report& report : {full_report(), Report{}}) {
    const auto same = from_json(to_json(report));
    REQUIRE(same);
    CHECK((*same == report));
    CHECK(to_json(*same) == to_json(report));
  }
}

TEST_CASE("append_json keeps what is there") {
  std::string out = "x";
  append_json(Report{}, out);
  CHECK(out == "x" + to_json(Report{}));
}

TEST_CASE("every control character and every place of an escape") {
  for (int c = 0; c < 0x80; ++c) {
    for (std::size_t before = 0; before < 17; ++before) {
      Report report;
      report.document.title = std::string(before, 'a') + static_cast<char>(c) + std::string(17 - before, 'b');
      const std::string text = to_json(report);
      CAPTURE(c, before, text);
      REQUIRE(ordered_json::parse(text).dump() == text);
      REQUIRE((from_json(text).value() == report));
    }
  }
}

TEST_CASE("a path that is no UTF-8 still gives JSON") {
  Report report;
  report.source.path = "a\xFF\xE4\xB8/甲\xE7";
  const auto same = from_json(to_json(report));
  REQUIRE(same);
  CHECK(same->source.path == "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD/甲\xEF\xBF\xBD");
}

TEST_CASE("numbers come back digit for digit") {
  for (const Decimal number : {Decimal{0, 0},
                               {1, 0},
                               {-1, 0},
                               {5, -1},
                               {123456789012345, 0},
                               {-123456789012345, -7},
                               {999999999999999, -15},
                               {1, -10},
                               {7, 15},
                               {13, 18},
                               {3, 20},
                               {1, 30}}) {
    Report report = full_report();
    report.observations[0].value.lower = number;
    CAPTURE(to_string(number));
    const auto same = from_json(to_json(report));
    REQUIRE(same);
    CHECK((same->observations[0].value.lower == number));
  }
}

TEST_CASE("keys of a later minor version are passed over") {
  auto json = ordered_json::parse(to_json(full_report()));
  json["schema_version"] = "1.7";
  json["observations"][0]["confidence"] = 0.5;
  const auto report = from_json(json.dump());
  REQUIRE(report);
  CHECK((*report == full_report()));
}

TEST_CASE("a report of version 1.0 has no region codes") {
  auto json = ordered_json::parse(to_json(full_report()));
  json["document"].erase("region_code");
  json["document"].erase("region_superior");
  CHECK(flaw_of(json.dump()) == "/document/region_code: is missing");
  json["schema_version"] = "1.0";
  const auto report = from_json(json.dump());
  REQUIRE(report);
  CHECK_FALSE(report->document.region_code);
}

TEST_CASE("every key is needed, and every type is checked") {
  const auto whole = ordered_json::parse(to_json(full_report()));
  const auto flat = whole.flatten();
  for (const auto& [path, value] : flat.items()) {
    CAPTURE(path);
    auto changed = whole;
    const ordered_json::json_pointer pointer(path);
    const std::string key = pointer.back();
    changed[pointer.parent_pointer()].erase(key);
    CHECK_THAT(flaw_of(changed.dump()), contains(path + ": is missing"));
    changed = whole;
    changed[pointer] = ordered_json::object();
    CHECK_THAT(flaw_of(changed.dump()), contains(path + ": "));
  }
}

TEST_CASE("what is refused, and where") {
  const std::string good = to_json(full_report());
  const auto with = [&](const std::string& old, const std::string& fresh) {
    std::string text = good;
    REQUIRE(text.find(old) != std::string::npos);
    return text.replace(text.find(old), old.size(), fresh);
  };
  CHECK(flaw_of(with("\"at_least\"", "\"abot\"")) == "/observations/0/value/bound: no such name: 'abot'");
  CHECK(flaw_of(with("\"strive\"", "\"hope\"")) == "/observations/0/commitment: no such name: 'hope'");
  CHECK(flaw_of(with("\"2017/2021\"", "\"2021/2017\"")) == "/observations/0/base_period: is no period: '2021/2017'");
  CHECK(flaw_of(with("7.65", "\"7.65\"")) == "/observations/0/value/lower: is no number");
  CHECK(flaw_of(with("7.65", "7.1234567890123456")) == "/observations/0/value/lower: needs more than 15 digits");
  CHECK(flaw_of(with("7.65", "18446744073709551615")) == "/observations/0/value/lower: needs more than 15 digits");
  CHECK(flaw_of(with("\"start\":10,", "\"start\":50,")) == "/observations/0/evidence/end: lies before start");
  CHECK(flaw_of(with("\"start\":10,", "\"start\":-1,")) == "/observations/0/evidence/start: is no size");
  CHECK(flaw_of(with("2024,", "2024.5,")) == "/document/review_year: is no year");
  CHECK(flaw_of(with("2024,", "99999999999,")) == "/document/review_year: is no year");
  CHECK(flaw_of(with("\"1.1\"", "\"2.0\"")) == "/schema_version: is not 1.x: '2.0'");
  CHECK(flaw_of("") == "no JSON: error at byte 0");
  CHECK(flaw_of("[]") == "the document: is no object");
  CHECK(flaw_of("{") == "no JSON: error at byte 1");
  CHECK(flaw_of(with("7.65", "1e999")) == "no JSON: a number beyond range");
  CHECK_THAT(flaw_of(with("云川新区", "\xFF")), contains("no JSON: error at byte "));
  CHECK_THAT(flaw_of(good + "x"), contains("no JSON: error at byte "));
  CHECK_THAT(flaw_of(std::string(100000, '[')), contains("no JSON: error at byte "));
}
