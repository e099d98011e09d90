// The files of this folder as they were at build time (src/cmake/embed_files.cmake writes the definitions).
#pragma once

#include <string_view>
#include <vector>

namespace zhibiao::lexicon {

// The content of "indicators.json", "segment.rules", ...; empty for a name that is not there. Lives for ever.
std::string_view embedded(std::string_view file_name);

// The names, in the order in which the build lists them.
const std::vector<std::string_view>& embedded_files();

}  // namespace zhibiao::lexicon
