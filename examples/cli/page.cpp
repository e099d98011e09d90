#include "cli/page.hpp"

#include <nlohmann/json.hpp>

#include "cli/formats.hpp"
#include "cli/page_files.hpp"

namespace cli {
namespace {

// JSON inside an element of the page. No text can end the element, or begin another: "<" occurs in strings only, where
// it may be written as an escape.
std::string data_element(std::string_view name, std::string_view json) {
  std::string out = "<script type=\"application/json\" class=\"data-" + std::string(name) + "\">";
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out += "</script>\n";
}

}  // namespace

std::string page_head(const zhibiao::Lexicon& lexicon, std::string_view lang) {
  const nlohmann::ordered_json about = {{"lang", lang.empty() ? nlohmann::json() : nlohmann::json(lang)},
                                        {"version", zhibiao::version()},
                                        {"lexicon", lexicon.version()}};
  std::string json = about.dump();
  json.back() = ',';  // open again for the list
  json += R"("indicators":[)";
  bool any = false;
  for (const std::string& indicator : indicators_json(lexicon.indicators())) {
    if (any) json += ',';
    any = true;
    json += indicator;
  }
  json += "]}";
  return std::string(page::embedded("page_head.html")) + data_element("about", json);
}

std::string page_report(const zhibiao::Report& report, std::string_view text) {
  std::string json = R"({"report":)";
  zhibiao::append_json(report, json);
  return data_element("report", json += R"(,"text":)" + nlohmann::json(text).dump() + '}');
}

std::string page_failure(const Input& input, const zhibiao::Error& error) {
  return data_element("failure", zhibiao::failure_to_json(source_of(input), error));
}

std::string_view page_tail() { return page::embedded("page_tail.html"); }

}  // namespace cli
