// The page as it was at build time, in two parts (src/cmake/embed_files.cmake writes the definitions).
#pragma once

#include <string_view>
#include <vector>

namespace cli::page {

// The content of "page_head.html", "page_tail.html"; empty for a name that is not there. Lives for ever.
std::string_view embedded(std::string_view file_name);

const std::vector<std::string_view>& embedded_files();

}  // namespace cli::page
