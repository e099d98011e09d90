#include "zhibiao/region.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <utility>

#include "region/statement.hpp"
#include "region/table.hpp"

namespace zhibiao {
namespace {

using region::Row;

constexpr std::size_t han = 3;  // bytes of a Han character
constexpr std::string_view nation = "全国", nation_code = "000000";

std::string_view name_of(const Row& row) {
  return {reinterpret_cast<const char*>(region::names) + row.name_begin, row.name_size};
}
std::string_view stem_of(const Row& row) { return name_of(row).substr(0, row.stem_size); }

RegionLevel level_of(std::uint32_t code) {
  return code % 10000 == 0 ? RegionLevel::province : code % 100 == 0 ? RegionLevel::prefecture : RegionLevel::county;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

bool covers(const Row& row, int year) { return row.first_year <= year && year <= row.last_year; }

// The table of a year tells its end: in its first months what the year before has is still right.
bool fits(const Row& row, std::optional<int> year) { return !year || covers(row, *year) || covers(row, *year - 1); }

const Row& last_of(const Row& row) {
  const Row* at = &row;
  while (&region::rows[at->next] != at) at = &region::rows[at->next];
  return *at;
}

int years_of(const Row& row) { return row.last_year - row.first_year; }

// Of rows of one region, or of one code: the one of the year, then the one that was in use longest.
bool better(const Row& a, const Row& b, std::optional<int> year) {
  if (year && covers(a, *year) != covers(b, *year)) return covers(a, *year);
  if (!year && a.last_year != b.last_year) return a.last_year > b.last_year;
  return years_of(a) > years_of(b);
}

const Row* row_of_code(std::uint32_t code, std::optional<int> year) {
  const Row* const end = region::rows + region::row_count;
  const Row* row = std::lower_bound(region::rows, end, code, [](const Row& a, std::uint32_t b) { return a.code < b; });
  const Row *best = nullptr, *other = nullptr;
  for (; row != end && row->code == code; ++row) {
    if (fits(*row, year) && (best == nullptr || better(*row, *best, year))) best = row;
    if (other == nullptr || better(*row, *other, std::nullopt)) other = row;
  }
  return best != nullptr ? best : other;
}

// The prefecture and the province of a row, where it has them (districts of 北京市 and 济源市 have no prefecture).
struct Superiors {
  const Row *prefecture = nullptr, *province = nullptr;
};

Superiors superiors_of(const Row& row, std::optional<int> year) {
  const std::optional<int> when = year ? std::clamp<int>(*year, row.first_year, row.last_year) : row.last_year;
  Superiors out;
  const RegionLevel level = level_of(row.code);
  if (level == RegionLevel::county) out.prefecture = row_of_code(row.code / 100 * 100, when);
  if (level != RegionLevel::province) out.province = row_of_code(row.code / 10000 * 10000, when);
  return out;
}

std::string digits(std::uint32_t code) {
  std::array<char, 8> buffer;
  return {buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), code).ptr};
}

Region nation_region() {
  return {std::string(nation_code), nation, RegionLevel::nation, "", "", 1949, region::open_year};
}

Region region_of_row(const Row& row, std::optional<int> year) {
  const Superiors above = superiors_of(row, year);
  Region out;
  out.code = digits(row.code);
  out.name = name_of(row);
  out.level = level_of(row.code);
  out.superior_code = above.prefecture != nullptr ? digits(above.prefecture->code)
                      : above.province != nullptr ? digits(above.province->code)
                                                  : std::string(nation_code);
  for (const Row* superior : {above.province, above.prefecture}) {
    if (superior != nullptr) out.superior += name_of(*superior);
  }
  out.first_year = row.first_year;
  out.last_year = row.last_year;
  return out;
}

bool cut(std::string_view& text, std::string_view tail) {
  if (!ends_with(text, tail)) return false;
  text.remove_suffix(tail.size());
  return true;
}

// Takes the name of `superior` off the end of `text`: 延边朝鲜族自治州, 延边州, or its stem of two characters and more, 延边.
bool take(std::string_view& text, const Row* superior) {
  if (superior == nullptr) return false;
  const std::string_view stem = stem_of(*superior);
  if (cut(text, name_of(*superior)) || (stem.size() >= 2 * han && cut(text, stem))) return true;
  for (const auto& [kind, short_kind] : {std::pair("自治州", "州"), std::pair("自治区", "自治区")}) {
    std::string_view rest = text;
    if (!ends_with(name_of(*superior), kind) || !cut(rest, short_kind) || !cut(rest, stem)) continue;
    text = rest;
    return true;
  }
  return false;
}

// Whether `text` ends with superiors of the row; what stands before them is left in it.
bool take_superiors(std::string_view& text, const Row& row, std::optional<int> year) {
  const Superiors above = superiors_of(row, year);
  const bool prefecture = take(text, above.prefecture);
  // The one prefecture that has others below it, which their codes do not say.
  if (prefecture && row.code / 10000 == 65) static_cast<void>(cut(text, "伊犁哈萨克自治州") || cut(text, "伊犁州"));
  return take(text, above.province) || prefecture;
}

bool has_superior(const Row& row, std::optional<int> year, std::string_view superior) {
  if (superior.empty()) return true;
  if (superior.front() >= '0' && superior.front() <= '9') {
    const std::string code = region_of_row(row, year).superior_code;
    return superior == code || superior == digits(row.code / 10000 * 10000);
  }
  return take_superiors(superior, row, year) && superior.empty();
}

const std::uint16_t* first_named(std::string_view name) {
  return std::lower_bound(region::by_name, region::by_name + region::row_count, name,
                          [](std::uint16_t row, std::string_view word) { return name_of(region::rows[row]) < word; });
}
bool is_named(const std::uint16_t* at, std::string_view name) {
  return at != region::by_name + region::row_count && name_of(region::rows[*at]) == name;
}

// One row for each region that has the name.
std::vector<const Row*> rows_of(const RegionQuery& query) {
  std::vector<const Row*> found;
  for (const std::uint16_t* at = first_named(query.name); is_named(at, query.name); ++at) {
    const Row& row = region::rows[*at];
    if (!fits(row, query.year) || (query.level && level_of(row.code) != *query.level)) continue;
    if (!has_superior(row, query.year, query.superior)) continue;
    const auto same = std::find_if(found.begin(), found.end(), [&](const Row* other) { return &last_of(*other) == &last_of(row); });
    if (same == found.end()) {
      found.push_back(&row);
    } else if (better(row, **same, query.year)) {
      *same = &row;
    }
  }
  return found;
}

// The words of a name that end at `end`: back to what is no Han character, or leads to a name.
std::string_view words_before(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin >= han && end - begin < 16 * han) {
    const std::string_view sign = text.substr(begin - han, han);
    const auto byte = static_cast<unsigned char>(sign.front());
    if (byte < 0xE4 || byte > 0xE9) break;
    if (sign == "在" || sign == "向" || sign == "由" || sign == "于" || sign == "日" || sign == "表" || sign == "年") break;
    begin -= han;
  }
  return text.substr(begin, end - begin);
}

// 某市, 某自治州: names a superior; 全市, 我省, 市: names none.
bool names_superior(std::string_view words) {
  static constexpr std::array<std::string_view, 6> kinds = {"省", "市", "州", "盟", "地区", "自治区"};
  static constexpr std::array<std::string_view, 5> general = {"全", "我", "本", "各", "现代化"};
  if (words.size() < 3 * han || ends_with(words, "城市") || ends_with(words, "都市")) return false;
  if (std::any_of(general.begin(), general.end(), [&](std::string_view word) { return words.substr(0, word.size()) == word; })) {
    return false;
  }
  return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return ends_with(words, kind); });
}

}  // namespace

std::vector<Region> find_regions(const RegionQuery& query) {
  if (query.name == nation) {
    const bool meant = query.superior.empty() && query.level.value_or(RegionLevel::nation) == RegionLevel::nation;
    return meant ? std::vector<Region>{nation_region()} : std::vector<Region>{};
  }
  std::vector<Region> out;
  for (const Row* row : rows_of(query)) out.push_back(region_of_row(*row, query.year));
  return out;
}

std::optional<Region> find_region(const RegionQuery& query) {
  std::vector<Region> found = find_regions(query);
  if (found.size() != 1) return std::nullopt;
  return std::move(found.front());
}

std::optional<Region> region_of_code(std::string_view code, std::optional<int> year) {
  if (code == nation_code) return nation_region();
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), number);
  if (error != std::errc() || stop != code.data() + code.size() || code.size() != nation_code.size()) return std::nullopt;
  const Row* row = row_of_code(number, year);
  if (row == nullptr) return std::nullopt;
  return region_of_row(*row, year);
}

Region successor(const Region& region) {
  for (const std::uint16_t* at = first_named(region.name); is_named(at, region.name); ++at) {
    const Row& row = region::rows[*at];
    if (digits(row.code) == region.code) return region_of_row(last_of(row), std::nullopt);
  }
  return region;
}

std::string_view to_string(RegionLevel level) noexcept {
  switch (level) {
    case RegionLevel::nation:
      return "nation";
    case RegionLevel::province:
      return "province";
    case RegionLevel::prefecture:
      return "prefecture";
    case RegionLevel::county:
      break;
  }
  return "county";
}

std::optional<Region> region::region_of(std::string_view name, std::optional<int> year, std::string_view opening) {
  if (name == nation) return nation_region();
  const std::vector<const Row*> named = rows_of({name, year, std::nullopt, {}});
  if (named.empty()) return std::nullopt;
  const Row* stated = nullptr;
  bool another = false;  // a superior that is none of theirs
  for (std::size_t at = opening.find(name); at != std::string_view::npos; at = opening.find(name, at + name.size())) {
    std::string_view before = opening.substr(0, at);
    if (ends_with(before, " ")) before.remove_suffix(1);  // 某市 某区
    std::string_view words = words_before(before, before.size());
    bool any = false;
    for (const Row* row : named) {
      std::string_view rest = words;
      if (!take_superiors(rest, *row, year) || names_superior(rest)) continue;
      if (stated != nullptr && stated != row) return std::nullopt;
      stated = row;
      any = true;
    }
    another = another || (!any && names_superior(words));
  }
  if (stated != nullptr) return region_of_row(*stated, year);
  if (named.size() != 1 || another) return std::nullopt;
  return region_of_row(*named.front(), year);
}

}  // namespace zhibiao
