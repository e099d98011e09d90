// A panel as CSV: a row an indicator, a row a region and year, and what is in conflict.
#pragma once

#include <string>
#include <vector>

#include "zhibiao/panel.hpp"

namespace cli {

// Every cell with its place. A cell in conflict is empty and has the bound "conflict".
std::string panel_csv(const zhibiao::Panel& panel);

// A row a region and year; the columns of an indicator are named INDICATOR_MEASURE_UNIT_*, in the order of
// `indicators`; places are left out.
std::string wide_panel_csv(const zhibiao::Panel& panel, const std::vector<std::string>& indicators);

std::string conflicts_csv(const zhibiao::Panel& panel);

}  // namespace cli
