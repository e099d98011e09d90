// A report as a table for people: the targets of the headline indicators, the results of the year under review, the rest.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/words.hpp"
#include "zhibiao/zhibiao.hpp"

namespace cli {

// How tables look, for all reports of a run.
struct TableLook {
  bool colour = false;
  std::size_t width = 0;             // cells of a line; 0: as many as it takes, nothing is cut
  std::optional<Language> language;  // none: that of each report
};

// `text` is what the offsets count into; `indicators` are those of the lexicon that read it.
std::string report_table(const zhibiao::Report& report, std::string_view text,
                         const std::vector<zhibiao::IndicatorInfo>& indicators, const TableLook& look);

}  // namespace cli
