#include "match/pattern.hpp"
#include "text/icu_version.hpp"
#include "zhibiao/extractor.hpp"

namespace zhibiao {

std::string_view version() noexcept { return ZHIBIAO_VERSION; }  // the project version of CMakeLists.txt

std::string dependency_versions() { return "ICU " + text::icu_version() + ", RE2 " + match::re2_version(); }

}  // namespace zhibiao
