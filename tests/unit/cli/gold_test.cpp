#include "cli/gold.hpp"

#include <string>

#include "catch.hpp"

using namespace cli;
using zhibiao::Decimal;

namespace {

const std::string record =
    R"({"indicator": "gdp", "measure": "growth_rate", "status": "target", "commitment": "expected", "bound": "about",)"
    R"( "lower": "6.50", "upper": 6.5, "unit": "percent", "period": "2025", "scope": null, "quote": "x",)"
    R"( "start": 3, "end": 9})";

// The record with one piece of it replaced.
std::string with(const std::string& piece, const std::string& other) {
  std::string line = record;
  return line.replace(line.find(piece), piece.size(), other);
}

std::string flaw_of(const std::string& lines) {
  const auto gold = parse_gold(lines, "a.gold.jsonl");
  return gold ? "" : gold.error().message;
}

}  // namespace

TEST_CASE("numbers as gold writes them") {
  CHECK(parse_number("277010000000") == Decimal{27701, 7});
  CHECK(parse_number("7.65") == Decimal{765, -2});
  CHECK(parse_number("5.0") == Decimal{5, 0});
  CHECK(parse_number("-3") == Decimal{-3, 0});
  CHECK(parse_number("+3") == Decimal{3, 0});
  CHECK(parse_number("0.00") == Decimal{});
  CHECK(parse_number("-0") == Decimal{});
  CHECK(parse_number("1.3e12") == Decimal{13, 11});
  CHECK(parse_number("1E+2") == Decimal{1, 2});
  CHECK(parse_number("000123456789012345000") == Decimal{123456789012345, 3});
  for (const char* text : {"", "-", ".", "x", "1,000", "1.2.3", " 1", "1e", "e5", "1e999", "1234567890123456", "--1",
                           "1e99999999999", "5%"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_number(text));
  }
}

TEST_CASE("a line of gold") {
  const auto gold = parse_gold("\xEF\xBB\xBF" + record + "\r\n\n" + with("\"2025\"", "null") + '\n', "");
  REQUIRE(gold);
  REQUIRE(gold->records.size() == 2);
  const Record& one = gold->records[0];
  CHECK(one.indicator == "gdp");
  CHECK(one.lower == one.upper);
  CHECK(one.commitment == "expected");
  CHECK(one.span == zhibiao::Span{3, 9});
  CHECK_FALSE(one.base_period);  // may be missing
  CHECK_FALSE(one.scope);
  CHECK_FALSE(one.optional);
  CHECK_FALSE(gold->records[1].period);
  CHECK(gold->windows.empty());
}

TEST_CASE("marks and windows") {
  const auto gold = parse_gold(
      "{\"windows\": [[0, 20], [30, 50]]}\n" + with("\"scope\": null", "\"optional\": true, \"scope_open\": true"), "");
  REQUIRE(gold);
  CHECK(gold->windows == std::vector<zhibiao::Span>{{0, 20}, {30, 50}});
  REQUIRE(gold->records.size() == 1);
  CHECK(gold->records[0].optional);
  CHECK(gold->records[0].scope_open);
}

TEST_CASE("an empty gold file says that there is nothing") {
  const auto gold = parse_gold("", "");
  REQUIRE(gold);
  CHECK(gold->records.empty());
}

TEST_CASE("what is wrong in gold is named with file, line and key") {
  CHECK(flaw_of(record + "\n\n{") == "a.gold.jsonl:3: the line is no JSON");
  CHECK(flaw_of("[1]") == "a.gold.jsonl:1: the line is no JSON object");
  CHECK(flaw_of(with("\"indicator\": \"gdp\", ", "")) == "a.gold.jsonl:1: indicator: is missing");
  CHECK(flaw_of(with("growth_rate", "growth")) == "a.gold.jsonl:1: measure: no such name: 'growth'");
  CHECK(flaw_of(with("\"target\"", "null")) == "a.gold.jsonl:1: status: is missing");
  CHECK(flaw_of(with("\"about\"", "7")) == "a.gold.jsonl:1: bound: is no string");
  CHECK(flaw_of(with("expected", "hoped")) == "a.gold.jsonl:1: commitment: no such name: 'hoped'");
  CHECK(flaw_of(with("6.50", "6,5")) == "a.gold.jsonl:1: lower: is no number of at most 15 digits");
  CHECK(flaw_of(with("\"lower\"", "\"lowest\"")) == "a.gold.jsonl:1: lower: is missing");
  CHECK(flaw_of(with("\"start\": 3", "\"start\": -3")) == "a.gold.jsonl:1: start: is no byte offset");
  CHECK(flaw_of(with("\"start\": 3", "\"start\": 30")) == "a.gold.jsonl:1: end: lies before the start");
  CHECK(flaw_of(with("\"scope\": null", "\"optional\": 1")) == "a.gold.jsonl:1: optional: is neither true nor false");
  CHECK(flaw_of("{\"windows\": [[1]]}") == "a.gold.jsonl:1: windows: is no list of [start, end]");
  CHECK(flaw_of(record + "\n{\"windows\": [[1, 2]]}") == "a.gold.jsonl:2: indicator: is missing");  // first line only
}

TEST_CASE("goals without a number") {
  const auto goals = parse_goals(
      R"({"indicator": "gdp", "relation": "above", "reference": "other:省", "period": "2025", "start": 0, "end": 5})",
      "");
  REQUIRE(goals);
  REQUIRE(goals->size() == 1);
  CHECK(goals->front().relation == "above");
  CHECK(goals->front().reference == "other:省");
  const auto wrong = parse_goals(R"({"indicator": "gdp", "relation": "over", "start": 0, "end": 5})", "r");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().message == "r:1: relation: no such name: 'over'");
}

TEST_CASE("fields of documents") {
  const auto documents = parse_documents(R"({"a": {"region": "云川市", "plan_year": 2025, "date": null}})", "d");
  REQUIRE(documents);
  zhibiao::DocumentInfo info;
  info.region = "云川市";
  info.plan_year = 2025;
  for (const auto& [field, value] : documents->at("a")) {
    CAPTURE(field);
    CHECK(document_field(info, field) == value);
  }
  const auto message = [](const char* json) { return parse_documents(json, "d").error().message; };
  CHECK(message("{\n\"a\": {},\n}") == "d:3: is no JSON");
  CHECK(message("[]") == "d: is no JSON object");
  CHECK(message(R"({"a": 1})") == "d: a: is no object");
  CHECK(message(R"({"a": {"year": 1}})") == "d: a: no such field: 'year'");
}
