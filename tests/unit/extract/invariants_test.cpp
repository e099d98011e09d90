// What holds for every report of every text, right or wrong: the project's samples, and the annotated reports beside
// the repository where they are.

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "extract/samples.hpp"
#include "value/decimal.hpp"
#include "zhibiao/zhibiao.hpp"

using namespace zhibiao;
using zhibiao::tests::Sample;
using zhibiao::tests::samples;

namespace {

const Extractor& extractor() {
  static const Result<Extractor> shared = Extractor::create();
  REQUIRE(shared);
  return *shared;
}

bool on_border(const std::string& text, std::size_t position) {
  return position == text.size() ||
         (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) != 0x80);
}

void check_span(const std::string& text, const Span& span) {
  REQUIRE(span.begin < span.end);
  REQUIRE(span.end <= text.size());
  CHECK(on_border(text, span.begin));
  CHECK(on_border(text, span.end));
}

void check_evidence(const std::string& text, const Evidence& evidence) {
  CAPTURE(evidence.text, evidence.mention);
  check_span(text, evidence.span);
  CHECK(text.compare(evidence.span.begin, evidence.span.end - evidence.span.begin, evidence.text) == 0);
  CHECK_FALSE(evidence.mention.empty());
  CHECK(evidence.text.find(evidence.mention) != std::string::npos);
}

void check_interval(Bound bound, const std::optional<Decimal>& lower, const std::optional<Decimal>& upper) {
  CAPTURE(to_string(bound), lower ? to_string(*lower) : "null", upper ? to_string(*upper) : "null");
  switch (bound) {
    case Bound::exact:
    case Bound::about:
      REQUIRE((lower && upper));
      CHECK((*lower == *upper));
      break;
    case Bound::at_least:
    case Bound::more_than:
      CHECK((lower && !upper));
      break;
    case Bound::at_most:
    case Bound::less_than:
      CHECK((!lower && upper));
      break;
    case Bound::between:
      REQUIRE((lower && upper));
      CHECK(value::compare(*lower, *upper) < 0);
      break;
  }
  for (const auto& end : {lower, upper}) {
    if (!end) continue;
    CHECK((end->coefficient % 10 != 0 || *end == Decimal{}));
    CHECK(std::abs(end->coefficient) < 1'000'000'000'000'000);
  }
}

template <typename T, typename Begin>
bool in_text_order(const std::vector<T>& items, Begin begin) {
  return std::is_sorted(items.begin(), items.end(), [&](const T& a, const T& b) { return begin(a) < begin(b); });
}

void check_report(const std::string& text, const Report& report) {
  CHECK(report.source.bytes == text.size());
  for (const Observation& seen : report.observations) {
    CAPTURE(seen.indicator, seen.rule, seen.value.text);
    check_evidence(text, seen.evidence);
    check_interval(seen.value.bound, seen.value.lower, seen.value.upper);
    CHECK_FALSE(seen.value.unit.empty());
    CHECK(seen.evidence.text.find(seen.value.text) != std::string::npos);
    CHECK(seen.commitment.has_value() == (seen.status == Status::target));
    for (const auto& period : {seen.period, seen.base_period}) {
      if (period) CHECK((parse_period(to_string(*period)) == period));
    }
  }
  for (const RelativeTarget& goal : report.relative_targets) {
    CAPTURE(goal.indicator);
    check_evidence(text, goal.evidence);
    CHECK(goal.reference.has_value() == (goal.relation != Relation::stretch));
  }
  for (const Note& note : report.notes) {
    CAPTURE(note.reason);
    check_span(text, note.span);
  }
  CHECK(in_text_order(report.observations, [](const Observation& o) { return o.evidence.span.begin; }));
  CHECK(in_text_order(report.relative_targets, [](const RelativeTarget& t) { return t.evidence.span.begin; }));
  CHECK(in_text_order(report.notes, [](const Note& n) { return n.span.begin; }));
  const auto same = from_json(to_json(report));
  REQUIRE(same);
  CHECK((*same == report));
}

}  // namespace

TEST_CASE("every report keeps its promises") {
  REQUIRE_FALSE(samples().empty());
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const auto report = extractor().extract(sample.text);
    REQUIRE(report);
    check_report(sample.text, *report);
    const auto again = extractor().extract(sample.text);
    REQUIRE(again);
    CHECK(to_json(*again) == to_json(*report));
  }
}

TEST_CASE("every quantity keeps its promises") {
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const auto quantities = extractor().quantities(sample.text);
    REQUIRE(quantities);
    std::size_t end = 0;
    for (const Quantity& seen : *quantities) {
      CAPTURE(seen.text);
      check_span(sample.text, seen.span);
      CHECK(seen.span.begin >= end);
      end = seen.span.end;
      CHECK(sample.text.compare(seen.span.begin, seen.span.end - seen.span.begin, seen.text) == 0);
      check_interval(seen.bound, seen.lower, seen.upper);
      CHECK((!seen.unit || !seen.unit->empty()));
    }
  }
}

TEST_CASE("a text cut anywhere keeps the promises too", "[slow]") {
  for (const Sample& sample : samples()) {
    if (sample.name.find("linlan") == std::string::npos) continue;
    CAPTURE(sample.name);
    for (std::size_t cut = 0; cut < sample.text.size(); cut += 97) {
      while (!on_border(sample.text, cut)) ++cut;
      CAPTURE(cut);
      // On the heap and of exact size, so that a sanitizer sees the first byte too far.
      const std::vector<char> head(sample.text.begin(), sample.text.begin() + static_cast<std::ptrdiff_t>(cut));
      const auto report = extractor().extract(std::string_view(head.data(), head.size()));
      REQUIRE(report);
      check_report(std::string(head.begin(), head.end()), *report);
    }
  }
}

TEST_CASE("one extractor for eight threads") {
  const std::size_t count = std::min<std::size_t>(samples().size(), 12);
  std::vector<std::string> expected;
  for (std::size_t i = 0; i < count; ++i) expected.push_back(to_json(extractor().extract(samples()[i].text).value()));
  std::vector<int> differences(8, 0);  // Catch's macros are for one thread
  std::vector<std::thread> threads;
  for (std::size_t t = 0; t < differences.size(); ++t) {
    threads.emplace_back([&, t] {
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t pick = (i + t * 3) % count;
        const auto report = extractor().extract(samples()[pick].text);
        if (!report || to_json(*report) != expected[pick]) ++differences[t];
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(differences == std::vector<int>(8, 0));
}
