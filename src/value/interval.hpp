// Which ends an interval has by its bound (Bound in zhibiao/report.hpp).
#pragma once

#include <optional>

#include "value/decimal.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::value {

inline bool fits(Bound bound, const std::optional<Decimal>& lower, const std::optional<Decimal>& upper) {
  switch (bound) {
    case Bound::exact:
    case Bound::about:
      return lower && upper && *lower == *upper;
    case Bound::at_least:
    case Bound::more_than:
      return lower && !upper;
    case Bound::at_most:
    case Bound::less_than:
      return !lower && upper;
    case Bound::between:
      return lower && upper && compare(*lower, *upper) < 0;
  }
  return false;
}

}  // namespace zhibiao::value
