#include "match/pattern.hpp"

namespace zhibiao::match {

// RE2 has no version in its headers, and Debian's pkg-config file says 0.0.0: the build finds out what it can.
std::string re2_version() { return ZHIBIAO_RE2_VERSION; }

}  // namespace zhibiao::match
