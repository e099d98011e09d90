#include "text/icu_version.hpp"

#include <unicode/uversion.h>

#include <array>

namespace zhibiao::text {

std::string icu_version() {
  UVersionInfo version;
  u_getVersion(version);
  std::array<char, U_MAX_VERSION_STRING_LENGTH> name{};
  u_versionToString(version, name.data());
  return name.data();
}

}  // namespace zhibiao::text
