#include "cli/evaluate.hpp"

#include <string>
#include <vector>

#include "catch.hpp"

using namespace cli;
using zhibiao::Decimal;
using zhibiao::Observation;
using zhibiao::Report;
using zhibiao::Span;
using Kind = Difference::Kind;

namespace {

// 400 bytes in lines of ten; evidence is cut from it.
const std::string text = [] {
  std::string out;
  for (int i = 0; i < 40; ++i) out += "abcdefghi\n";
  return out;
}();

Observation seen(std::size_t begin, std::size_t end, std::int64_t number = 6, const std::string& indicator = "gdp") {
  Observation one;
  one.indicator = indicator;
  one.measure = zhibiao::Measure::growth_rate;
  one.status = zhibiao::Status::target;
  one.commitment = zhibiao::Commitment::expected;
  one.value = {zhibiao::Bound::about, Decimal{number, 0}, Decimal{number, 0}, "percent", ""};
  one.period = zhibiao::parse_period("2025");
  one.evidence.span = {begin, end};
  one.evidence.text = text.substr(begin, end - begin);
  return one;
}

Record known(std::size_t begin, std::size_t end, std::int64_t number = 6, const std::string& indicator = "gdp") {
  Record one;
  one.indicator = indicator;
  one.measure = "growth_rate";
  one.status = "target";
  one.commitment = "expected";
  one.bound = "about";
  one.lower = one.upper = Decimal{number, 0};
  one.unit = "percent";
  one.period = "2025";
  one.span = {begin, end};
  return one;
}

DocumentScore score(const Gold& gold, const std::vector<Observation>& observations) {
  static const std::set<std::string> headline = {"gdp"}, named = {"gdp", "own_index"};
  Report report;
  report.observations = observations;
  return compare("d", {&gold, nullptr, false, &headline, &named}, &report, text);
}

DocumentScore score(const Record& gold, const Observation& output) { return score(Gold{{gold}, {}, {}}, {output}); }

std::string counts(const Tally& tally) {
  return std::to_string(tally.matched) + '/' + std::to_string(tally.gold) + '/' + std::to_string(tally.output);
}

}  // namespace

TEST_CASE("the same record matches") {
  const DocumentScore same = score(known(10, 30), seen(15, 40));
  for (const auto which : {&Tallies::core, &Tallies::full, &Tallies::headline})
    CHECK(counts(same.tallies.*which) == "1/1/1");
  CHECK(same.differences.empty());
  CHECK(same.fields.at("commitment").right == 1);
  CHECK(same.fields.count("scope") == 0);  // neither side has one
  CHECK(same.indicators.at("gdp").full.f1() == 1);
  CHECK(same.measures.at("growth_rate").core.matched == 1);
}

TEST_CASE("another core is a miss and a spurious record") {
  for (const auto change : std::vector<void (*)(Record&)>{
           [](Record& r) { r.indicator = "exports"; }, [](Record& r) { r.measure = "level"; },
           [](Record& r) {
             r.lower = Decimal{5, 0};
           },
           [](Record& r) { r.upper.reset(); }, [](Record& r) { r.unit = "percentage_point"; },
           [](Record& r) {
             r.span = {41, 50};
           }}) {
    Record gold = known(10, 30);
    change(gold);
    const DocumentScore other = score(gold, seen(15, 40));
    CHECK(counts(other.tallies.core) == "0/1/1");
    REQUIRE(other.differences.size() == 2);
    CHECK(other.differences[0].kind != other.differences[1].kind);
    CHECK(other.fields.empty());
  }
}

TEST_CASE("another field leaves the core, and is named") {
  struct Case {
    std::string field;
    void (*change)(Record&);
    bool full;  // whether the field belongs to `full`
  };
  for (const Case& one : std::vector<Case>{{"status", [](Record& r) { r.status = "estimate"; }, true},
                                           {"bound", [](Record& r) { r.bound = "exact"; }, true},
                                           {"period", [](Record& r) { r.period.reset(); }, true},
                                           {"scope", [](Record& r) { r.scope = "新区"; }, true},
                                           {"commitment", [](Record& r) { r.commitment = "strive"; }, false},
                                           {"base_period", [](Record& r) { r.base_period = "2020"; }, false}}) {
    CAPTURE(one.field);
    Record gold = known(20, 30);
    one.change(gold);
    const DocumentScore other = score(gold, seen(20, 30));
    CHECK(counts(other.tallies.core) == "1/1/1");
    CHECK(counts(other.tallies.full) == (one.full ? "0/1/1" : "1/1/1"));
    REQUIRE(other.differences.size() == 1);
    CHECK(other.differences[0].kind == Kind::different);
    CHECK(other.differences[0].fields == std::vector{one.field});
    CHECK(other.differences[0].line == 3);
    CHECK(other.fields.at(one.field).right == 0);
    CHECK(other.fields.at(one.field).compared == 1);
  }
}

TEST_CASE("the words of a scope are not compared, and an open scope not at all") {
  Record gold = known(20, 30);
  gold.scope = "新区";
  Observation output = seen(20, 30);
  output.scope = "云川新区";
  CHECK(score(gold, output).fields.at("scope").right == 1);
  gold.scope_open = true;
  CHECK(score(gold, output).fields.count("scope") == 0);
  output.scope.reset();
  CHECK(counts(score(gold, output).tallies.full) == "1/1/1");
}

TEST_CASE("commitment is compared for targets only") {
  Record gold = known(20, 30);
  gold.status = "actual";
  gold.commitment.reset();
  CHECK(score(gold, seen(20, 30)).fields.count("commitment") == 0);
}

TEST_CASE("each record is used once, the larger overlap first") {
  const DocumentScore two = score(Gold{{known(10, 20), known(10, 30)}, {}, {}}, {seen(12, 30)});
  CHECK(counts(two.tallies.core) == "1/2/1");
  REQUIRE(two.differences.size() == 1);
  CHECK(two.differences[0].gold->span == Span{10, 20});
  CHECK(counts(score(Gold{{known(10, 20)}, {}, {}}, {seen(10, 20), seen(10, 20)}).tallies.core) == "1/1/2");
}

TEST_CASE("evidence that is far too long, or false, matches nothing") {
  CHECK(counts(score(known(10, 20), seen(0, 200)).tallies.core) == "1/1/1");
  CHECK(counts(score(known(10, 20), seen(0, 201)).tallies.core) == "0/1/1");
  CHECK(counts(score(known(0, 50), seen(0, 300)).tallies.core) == "1/1/1");
  CHECK(counts(score(known(0, 50), seen(0, 301)).tallies.core) == "0/1/1");
  Observation output = seen(10, 20);
  output.evidence.text = "something";
  const DocumentScore wrong = score(known(10, 20), output);
  CHECK(counts(wrong.tallies.core) == "0/1/1");
  CHECK(wrong.false_evidence == 1);
}

TEST_CASE("gold on which readers differ counts neither way") {
  Record maybe = known(10, 20);
  maybe.optional = true;
  CHECK(counts(score(maybe, seen(10, 20)).tallies.core) == "0/0/0");
  CHECK(counts(score(maybe, seen(10, 20, 7)).tallies.core) == "0/0/1");
  // A sure record is served first.
  CHECK(counts(score(Gold{{maybe, known(10, 20)}, {}, {}}, {seen(10, 20)}).tallies.core) == "1/1/1");
}

TEST_CASE("outside the windows nothing is counted") {
  const Gold gold{{known(100, 120)}, {{100, 120}}, {}};
  CHECK(counts(score(gold, {seen(100, 120), seen(10, 20)}).tallies.core) == "1/1/1");
  CHECK(counts(score(gold, {seen(100, 139)}).tallies.core) == "1/1/1");  // the middle lies inside
  CHECK(counts(score(gold, {seen(100, 140)}).tallies.core) == "0/1/0");
}

TEST_CASE("extensions count where the gold names them") {
  Observation output = seen(10, 20, 6, "other_index");
  output.extension = true;
  DocumentScore aside = score(Gold{}, {output});
  CHECK(counts(aside.tallies.core) == "0/0/0");
  CHECK(aside.extensions == 1);
  output.indicator = "own_index";
  CHECK(counts(score(known(10, 20, 6, "own_index"), output).tallies.core) == "1/1/1");
  CHECK(counts(score(Gold{}, {output}).tallies.core) == "0/0/1");
}

TEST_CASE("headline counts its indicators only") {
  const DocumentScore other = score(known(10, 20, 6, "exports"), seen(10, 20, 6, "exports"));
  CHECK(counts(other.tallies.full) == "1/1/1");
  CHECK(counts(other.tallies.headline) == "0/0/0");
}

TEST_CASE("gold whose quote is not the text is counted") {
  Record gold = known(10, 13);
  gold.text = "abc";
  CHECK(score(gold, seen(10, 20)).misquoted == 0);
  gold.text = "bcd";
  CHECK(score(gold, seen(10, 20)).misquoted == 1);
  gold.span = {500, 503};
  CHECK(score(gold, seen(10, 20)).misquoted == 1);
}

TEST_CASE("a text that was not read misses everything") {
  static const std::set<std::string> none;
  const Gold gold{{known(10, 20)}, {}, {{"gdp", "in_step", "gdp", {}, {}, {10, 20}, ""}}};
  const DocumentFields fields = {{"region", "\"云川市\""}, {"date", "null"}};
  const DocumentScore unread = compare("d", {&gold, &fields, true, &none, &none}, nullptr, "");
  CHECK(counts(unread.tallies.core) == "0/1/0");
  CHECK(counts(unread.tallies.relative) == "0/1/0");
  CHECK(unread.fields.at("document.region").right == 0);
  CHECK(unread.fields.at("document.date").right == 1);
  CHECK(unread.differences.size() == 3);
  CHECK(unread.differences[0].line == 0);
}

TEST_CASE("goals without a number: indicator, relation and the kind of reference") {
  static const std::set<std::string> none;
  Report report;
  zhibiao::RelativeTarget goal;
  goal.indicator = "gdp";
  goal.relation = zhibiao::Relation::above;
  goal.reference = "other:全市水平";
  goal.evidence.span = {10, 20};
  report.relative_targets = {goal};
  const auto tally = [&](const Goal& gold) {
    const Gold all{{}, {}, {gold}};
    return counts(compare("d", {&all, nullptr, true, &none, &none}, &report, text).tallies.relative);
  };
  CHECK(tally({"gdp", "above", "other:别的", {}, {}, {10, 20}, ""}) == "1/1/1");
  CHECK(tally({"gdp", "above", "gdp", {}, {}, {10, 20}, ""}) == "0/1/1");
  CHECK(tally({"gdp", "above", {}, {}, {}, {10, 20}, ""}) == "0/1/1");
  CHECK(tally({"gdp", "below", "other:别的", {}, {}, {10, 20}, ""}) == "0/1/1");
  CHECK(tally({"gdp", "above", "last_year", {}, {}, {10, 20}, ""}) == "0/0/1");  // of mere direction: not counted
  report.relative_targets[0].reference = "last_year";
  CHECK(tally({"gdp", "above", "last_year", {}, {}, {10, 20}, ""}) == "0/0/0");
}

TEST_CASE("scores of documents add up") {
  Evaluation all;
  all.add(score(known(10, 20), seen(10, 20)));
  all.add(score(known(10, 20), seen(10, 20, 7)));
  CHECK(counts(all.totals.core) == "1/2/2");
  CHECK(all.totals.core.precision() == 0.5);
  CHECK(all.totals.core.f1() == 0.5);
  CHECK(all.fields.at("bound").compared == 1);
  CHECK(counts(all.indicators.at("gdp").full) == "1/2/2");
  CHECK(Tally{}.f1() == 0);
}
