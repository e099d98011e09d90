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

enum class Style { plain, bold, faint, green, yellow, cyan };

std::string styled(std::string_view text, Style style, bool colour);

struct Row {
  std::vector<std::string> cells;
  Style style = Style::plain;
};

// What to do with a column where a table is wider than the terminal. Those that may leave are cut before those that stay.
struct Column {
  std::size_t least = 0;  // it may be cut to so many cells; 0: it is never cut (a cut number is another number)
  int leaves = 0;         // columns with more leave first, as a whole, where cutting is not enough; 0: it stays
};

// Rows below one another, column by column. The first is the header; all have as many cells, but for those with one: they
// are lines of their own.
std::string aligned(const std::vector<Row>& rows, bool colour);

// The same within `width` cells, 0 for any; columns without a word below their header are left out.
std::string fitted(std::vector<Row> rows, std::vector<Column> columns, std::size_t width, bool colour);

std::string indicators_table(const std::vector<zhibiao::IndicatorInfo>& indicators, bool colour);

}  // namespace cli
