// A lexicon of anyone's: refused with file and line, or loaded whole and then read with.
#include "fuzz.hpp"
#include "lexicon/load.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

constexpr std::string_view file_name = "mine.json";

// A small one to extend: the built-in lexicon takes too long to be tried each time.
const LexiconData& small() {
  static const Result<LexiconData> loaded = lexicon::load({{"small.json", R"({"version": "1",
    "units": [{"id": "percent", "words": [["%", "1"]]}, {"id": "CNY", "words": [["元", "1"], ["亿元", "100000000"]]}],
    "indicators": [
      {"id": "jobs", "label_zh": "新增就业", "label_en": "New jobs", "group": "employment", "nature": "rate",
       "units": ["percent"], "names": ["{城镇|城市}新增就业"]},
      {"id": "sales", "label_zh": "零售额", "label_en": "Sales", "group": "consumption", "nature": "amount",
       "units": ["CNY"], "names": ["零售额"], "names_en": ["sales"]}]})"}});
  return need(loaded);
}

const Lexicon& built_in() {
  static const Result<Lexicon> lexicon = Lexicon::built_in();
  return need(lexicon);
}

// "mine.json:41: reason"
void check_refusal(const Error& error) {
  const std::string& message = error.message;
  require(error.code == ErrorCode::broken_lexicon, "refused with another code: " + message);
  require(message.substr(0, file_name.size() + 1) == std::string(file_name) + ":", "refused without the file: " + message);
  const std::size_t digits = file_name.size() + 1, end = message.find_first_not_of("0123456789", digits);
  require(end != std::string::npos && end > digits && message.substr(end, 2) == ": " && message.size() > end + 2,
          "refused without line or reason: " + message);
  require(text::first_invalid(message) == text::all_valid, "the message is no UTF-8");
}

template <typename T>
bool accepted(const Result<T>& result) {
  if (!result) check_refusal(result.error());
  return result.has_value();
}

void check_reading(std::string_view json) {
  const Result<Lexicon> lexicon = built_in().extended(json, file_name);
  if (!accepted(lexicon)) return;
  const Result<Extractor> made = Extractor::create(*lexicon);
  if (!accepted(made)) return;
  std::string text = "云川市2025年政府工作报告\n一、2024年工作回顾\n全市地区生产总值增长6.4%。\n";
  for (const IndicatorEntry& entry : lexicon->data().indicators) {
    if (!entry.extension || text.size() > 4000) continue;
    for (const std::string& name : entry.names) text += name + "增长5%，" + name + "达到12.5" + entry.units.front() + "。\n";
    text += entry.example + "\n" + entry.counter_example + "\n";
  }
  const Result<Report> report = made->extract(text);
  if (!report) return require(report.error().code == ErrorCode::invalid_utf8, report.error().message);
  require_none(broken_report(text, *report));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view json = bytes(data, size);
  accepted(lexicon::load({{file_name, json}}));
  if (accepted(lexicon::extend(small(), {file_name, json})) && every(16, json)) check_reading(json);
  return 0;
}
