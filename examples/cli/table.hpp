// Tables for people at a terminal: columns stay aligned with Chinese characters, which are two cells wide.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/zhibiao.hpp"

namespace cli {

// Cells that `text` takes on a terminal.
std::size_t display_width(std::string_view text) noexcept;

// On one line, harmless to the terminal, and cut with … where it is wider than `limit` cells.
std::string cell(std::string_view text, std::size_t limit);

enum class Style { plain, bold, faint, green, yellow };

struct Row {
  std::vector<std::string> cells;
  Style style = Style::plain;
};

// Rows below one another, column by column. The first is the header; all have as many cells.
std::string aligned(const std::vector<Row>& rows, bool colour);

// The report as a table below its title. `text` is what the offsets count into; the lexicon names the indicators of
// goals without a number.
std::string report_table(const zhibiao::Report& report, std::string_view text, const zhibiao::Lexicon& lexicon,
                         bool colour);

std::string indicators_table(const std::vector<zhibiao::IndicatorInfo>& indicators, bool colour);

}  // namespace cli
