// The table of what the library must show: measured, floor, aim, and whether it holds.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace zhibiao::bench {

enum class Better { more, less };

struct Row {
  std::string what;
  std::optional<double> measured;  // nothing: not there yet
  Better better = Better::more;
  double floor = 0, aim = 0;
  std::string unit;
};

std::string shown(double value);  // three significant digits, never as 1e+03
std::string plain_table(const std::vector<Row>& rows);
std::string markdown_table(const std::vector<Row>& rows);

}  // namespace zhibiao::bench
