// The table of regions as the build compiled it (cmake/region_compiler.cpp): sorted, read in place, no pointers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace zhibiao::region {

inline constexpr int open_year = 9999;

struct Row {
  std::uint32_t code;
  std::uint32_t name_begin;  // in `names`
  std::uint8_t name_size;
  std::uint8_t stem_size;    // of the name without its kind: 南京 of 南京市
  std::uint16_t first_year, last_year;
  std::uint16_t next;        // the row that it became; its own number where it is the last
};

extern const Row rows[];                // by code, then by the first year
extern const std::uint16_t by_name[];   // numbers of rows, by name, then as they stand
extern const std::size_t row_count;
extern const unsigned char names[];  // UTF-8, one behind the other

}  // namespace zhibiao::region
