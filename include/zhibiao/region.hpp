// The administrative divisions of China with their codes (GB/T 2260) by year, and what became of them.
//
//   auto gulou = zhibiao::find_region({"鼓楼区", 2025, {}, "江苏省南京市"});    // code "320106"; without a superior: none
//   auto shawan = zhibiao::find_region({"沙湾县", 2015});                       // code "654223"
//   zhibiao::successor(*shawan).name;                                           // "沙湾市", code "654203"
//
// The table is part of the library and is read in place (src/region/README.md: edition, source, what is derived).
//
// Threads   All functions may be called by any number of threads at once.
// Lifetime  Names point into the table, which lasts as long as the program.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/api.h"

namespace zhibiao {

// By the digits of the code: 320000 is a province, 320100 a prefecture, 320106 a county. Municipalities and special
// administrative regions are provinces, their districts counties; so are cities that a province governs directly.
enum class RegionLevel { nation, province, prefecture, county };

// A region under one code and name.
struct Region {
  std::string code;            // six digits; "000000" for the nation, which has none in GB/T 2260
  std::string_view name;       // official: "鼓楼区"; "全国" for the nation
  RegionLevel level = RegionLevel::county;  // by its code
  std::string superior_code;   // of the region it belongs to; empty for the nation
  std::string superior;        // official names of its superiors below the nation: "江苏省南京市"; empty for a province
  int first_year = 0;          // when code and name stand together in the tables, both ends included
  int last_year = 0;           // 9999: still do

  friend bool operator==(const Region&, const Region&) = default;
};

// What is known of a region that is looked for.
struct RegionQuery {
  std::string_view name;             // official, without superiors
  std::optional<int> year;           // the table of a year tells its end: what was valid then or in the year before fits
  std::optional<RegionLevel> level;  // empty: any
  std::string_view superior;         // names as people write them, "江苏省南京市", "南京市", "江苏", or a code; empty: any
};

// All that fit, one a region: by code, where one has several in that time the one that was in use longest.
ZHIBIAO_API std::vector<Region> find_regions(const RegionQuery& query);

// The one that fits; nothing where none does, or several do.
ZHIBIAO_API std::optional<Region> find_region(const RegionQuery& query);

// What bears the code in the year, or else last.
ZHIBIAO_API std::optional<Region> region_of_code(std::string_view code, std::optional<int> year = {});

// What the region is by the newest table: itself, or what its name and code changed to.
ZHIBIAO_API Region successor(const Region& region);

// "nation", "province", "prefecture", "county"
ZHIBIAO_API std::string_view to_string(RegionLevel level) noexcept;

}  // namespace zhibiao
