// JSON of anyone's: refused with a reason, or a report that reads back from its own JSON.
#include "fuzz.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Result<Report> report = from_json(bytes(data, size));
  if (!report) {
    require(report.error().code == ErrorCode::broken_json && !report.error().message.empty(), "refused without a reason");
    require(text::first_invalid(report.error().message) == text::all_valid, "the message is no UTF-8");
    return 0;
  }
  require(bytes(data, size).find('\0') == std::string_view::npos, "what stands behind a NUL was passed over");
  const std::string json = to_json(*report);
  const Result<Report> back = from_json(json);
  require(back.has_value(), "its own JSON is refused");
  require(*back == *report, "its own JSON is another report");
  require(to_json(*back) == json, "its own JSON is written in two ways");
  static_cast<void>(headline_targets(*report));
  return 0;
}
