// What holds for every report of every text, right or wrong: the project's samples, and the annotated reports beside
// the repository where they are.

#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "../../fuzz/invariants.hpp"
#include "extract/samples.hpp"
#include "zhibiao/zhibiao.hpp"

using namespace zhibiao;
using zhibiao::fuzz::broken_quantities;
using zhibiao::fuzz::broken_report;
using zhibiao::fuzz::on_border;
using zhibiao::tests::Sample;
using zhibiao::tests::samples;

namespace {

const Extractor& extractor() {
  static const Result<Extractor> shared = Extractor::create();
  REQUIRE(shared);
  return *shared;
}

}  // namespace

TEST_CASE("every report keeps its promises") {
  REQUIRE_FALSE(samples().empty());
  for (const Sample& sample : samples()) {
    CAPTURE(sample.name);
    const auto report = extractor().extract(sample.text);
    REQUIRE(report);
    CHECK(broken_report(sample.text, *report) == "");
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
    CHECK(broken_quantities(sample.text, *quantities) == "");
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
      CHECK(broken_report({head.data(), head.size()}, *report) == "");
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
