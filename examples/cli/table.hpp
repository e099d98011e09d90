// Tables for people at a terminal: columns stay aligned with Chinese characters, which are two cells wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/zhibiao.hpp"

namespace cli {

// Cells that `text` takes on a terminal.
std::size_t display_width(std::string_view text) noexcept;

// The report as a table below its title. `text` is what the offsets count into; the lexicon names the indicators of
// goals without a number.
std::string report_table(const zhibiao::Report& report, std::string_view text, const zhibiao::Lexicon& lexicon,
                         bool colour);

std::string indicators_table(const std::vector<zhibiao::IndicatorInfo>& indicators, bool colour);

}  // namespace cli
