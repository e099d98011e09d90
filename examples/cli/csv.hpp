// CSV that people edited: read by libcsv, which knows the habits of spreadsheets (RFC 4180, lines in cells, either line end).
#pragma once

#include <string>
#include <vector>

#include "zhibiao/corrections.hpp"
#include "zhibiao/result.hpp"

namespace cli {

// The rows of a file ("-": standard input) with the lines on which they begin; empty lines are none. The encoding is found
// out, since spreadsheets write their own. An error names file, line and column.
zhibiao::Result<std::vector<zhibiao::TableRow>> read_csv(const std::string& path);

}  // namespace cli
