#pragma once

#include <string>

namespace zhibiao::text {

std::string icu_version();  // of the library in use, which may be newer than the headers: "72.1"

}  // namespace zhibiao::text
