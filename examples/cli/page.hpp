// Reports as one web page for people who check numbers: text with its evidence, a table, charts. It needs no network.
//
// The page is written from front to back, a report at a time; what is shown is made by its script (examples/page).
#pragma once

#include <string>
#include <string_view>

#include "cli/inputs.hpp"
#include "zhibiao/zhibiao.hpp"

namespace cli {

// Up to where the reports go. `lang` is the language of the page's own words, "zh" or "en"; empty: that of the browser.
std::string page_head(const zhibiao::Lexicon& lexicon, std::string_view lang);

// `text` is what the offsets of the report count into.
std::string page_report(const zhibiao::Report& report, std::string_view text);

// An input that could not be read is named on the page.
std::string page_failure(const Input& input, const zhibiao::Error& error);

std::string_view page_tail();

}  // namespace cli
