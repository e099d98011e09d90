// Rows of a table as sentences that the reader knows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace zhibiao::html {

struct Cell {
  std::string text;
  std::size_t columns = 1, rows = 1;  // that it spans
};

using Row = std::vector<Cell>;

// A line a row. Under heads that say what the numbers are, 地区生产总值 | 亿元 | 312.5 | 6.1 becomes
// 地区生产总值312.5亿元，比上年增长6.1%。 Every figure stands as its cell has it; where heads or cells are of another kind,
// the cells of a row are only strung together, and two numbers never touch.
std::vector<std::string> sentences_of(const std::vector<Row>& rows);

}  // namespace zhibiao::html
