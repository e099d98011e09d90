// Reports as SDMX-CSV 2.0 (sdmx.org, "SDMX-CSV field guide"): one row an observation, codes in place of words, no empty cell.
// The columns and their code lists are told in examples/guide/sdmx.md.
#pragma once

#include <cstddef>
#include <string>

#include "zhibiao/report.hpp"

namespace cli {

std::string sdmx_csv_header();

// Rows of the observations that have a period: TIME_PERIOD is part of the key.
std::string sdmx_csv_rows(const zhibiao::Report& report);

// How many have none, and therefore no row.
std::size_t without_period(const zhibiao::Report& report);

}  // namespace cli
