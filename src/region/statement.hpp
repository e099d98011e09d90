// The code of the region whose government reports, from its name and what the text says beside it.
#pragma once

#include <optional>
#include <string_view>

#include "zhibiao/region.hpp"

namespace zhibiao::region {

// `name` as it was read, `opening` the text above and at the opening of the report. Nothing where the name is in no
// table of that time, where several bear it and no superior before the name settles it, or where the superior that
// stands there is none of theirs (so an invented city has no code for a district that has a real name).
std::optional<Region> region_of(std::string_view name, std::optional<int> year, std::string_view opening);

}  // namespace zhibiao::region
