#include "table.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace zhibiao::bench {
namespace {

using Cells = std::array<std::string, 5>;

std::string verdict(const Row& row) {
  if (!row.measured) return "-";
  const auto reaches = [&](double limit) {
    return row.better == Better::more ? *row.measured >= limit : *row.measured <= limit;
  };
  return reaches(row.aim) ? "aim" : reaches(row.floor) ? "floor" : "no";
}

std::vector<Cells> cells_of(const std::vector<Row>& rows) {
  std::vector<Cells> out = {{"measured in one run", "measured", "floor", "aim", "pass?"}};
  for (const Row& row : rows) {
    out.push_back({row.what, row.measured ? shown(*row.measured) + row.unit : "not there yet", shown(row.floor) + row.unit,
                   shown(row.aim) + row.unit, verdict(row)});
  }
  return out;
}

}  // namespace

std::string shown(double value) {
  char text[64];
  if (value == 0) return "0";
  const int whole = static_cast<int>(std::floor(std::log10(std::fabs(value)))) + 1;
  std::snprintf(text, sizeof text, "%.*f", std::max(0, 3 - whole), value);
  std::string out = text;
  if (out.find('.') != std::string::npos) {
    while (out.back() == '0') out.pop_back();
    if (out.back() == '.') out.pop_back();
  }
  return out;
}

std::string plain_table(const std::vector<Row>& rows) {
  const std::vector<Cells> all = cells_of(rows);
  std::array<std::size_t, 5> width{};
  for (const Cells& cells : all) {
    for (std::size_t i = 0; i < cells.size(); ++i) width[i] = std::max(width[i], cells[i].size());
  }
  std::string out;
  for (const Cells& cells : all) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string blanks(width[i] - cells[i].size(), ' ');
      out += i == 0 ? cells[i] + blanks : "  " + blanks + cells[i];
    }
    out += '\n';
  }
  return out;
}

std::string markdown_table(const std::vector<Row>& rows) {
  std::string out;
  const std::vector<Cells> all = cells_of(rows);
  for (std::size_t r = 0; r < all.size(); ++r) {
    out += '|';
    for (const std::string& cell : all[r]) out += ' ' + cell + " |";
    out += '\n';
    if (r == 0) out += "|---|--:|--:|--:|---|\n";
  }
  return out;
}

}  // namespace zhibiao::bench
