// Any text through the whole extractor: every report keeps its promises, is the same again, and the same in two threads.
#include <optional>
#include <thread>

#include "fuzz.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

void check_threads(std::string_view text, const Report& expected) {
  std::optional<Report> found[2];
  std::thread threads[2];
  for (int i = 0; i < 2; ++i) {
    threads[i] = std::thread([text, &mine = found[i]] {
      if (auto report = extractor().extract(text)) mine = *std::move(report);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& report : found) require(report && *report == expected, "another report in a thread");
}

// Bytes as they are: refused where they are no UTF-8.
void check_refusal(std::string_view input) {
  const std::size_t bad = text::first_invalid(input);
  if (bad == text::all_valid) return;
  const Result<Report> report = extractor().extract(input);
  require(!report && report.error().code == ErrorCode::invalid_utf8, "broken UTF-8 was read");
  require(report.error().message.find(std::to_string(bad)) != std::string::npos, "the message does not name the byte");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  check_refusal(bytes(data, size));
  const Characters characters(data, size);
  const std::string_view text = characters.text();
  const Report report = need(extractor().extract(text));
  require_none(broken_report(text, report));
  require(need(extractor().extract(text)) == report, "the same text, two reports");
  static_cast<void>(headline_targets(report));
  if (every(8, text)) check_threads(text, report);
  if (every(16, text)) require(!extractor().explain(text).empty() || text.empty(), "nothing is explained");
  return 0;
}
