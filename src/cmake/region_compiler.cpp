// Build tool: reads the table of regions, derives what became of each and writes both as C++.
//
//   region_compiler REGIONS.tsv CHANGES.tsv OUTPUT.cpp      (src/region/README.md)
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "region/table.hpp"

namespace {

using zhibiao::region::open_year;

constexpr std::size_t han = 3;      // bytes of a Han character
constexpr int newest_table = 2023;  // what stands in it is valid since
constexpr int newest_yearly = 2019; // between the two the year of a change is not known

struct Entry {
  int code = 0;
  std::string name, stem;
  int first = 0, last = 0;
  std::optional<std::size_t> next;

  int level() const { return code % 10000 == 0 ? 1 : code % 100 == 0 ? 2 : 3; }
};

[[noreturn]] void refuse(const std::string& message) {
  std::cerr << message << '\n';
  std::exit(1);
}

bool cut_tail(std::string_view& text, std::string_view tail) {
  if (text.size() <= tail.size() || text.substr(text.size() - tail.size()) != tail) return false;
  text.remove_suffix(tail.size());
  return true;
}

// 青龙满族自治县: 青龙; 蒙自市: 蒙自; 海东地区: 海东
std::string_view stem_of(std::string_view name) {
  static constexpr std::array<std::string_view, 64> peoples = {
      "维吾尔", "柯尔克孜", "哈萨克", "达斡尔", "鄂温克", "鄂伦春", "蒙古族", "蒙古", "回族", "藏族", "维吾尔族", "苗族",
      "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "傣族", "黎族",
      "傈僳族", "佤族", "畲族", "高山族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族",
      "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族",
      "乌孜别克族", "俄罗斯族", "鄂温克族", "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族",
      "赫哲族", "门巴族", "珞巴族", "基诺族", "各族", "塔吉克"};
  if (name == "内蒙古自治区") return name.substr(0, 3 * han);
  for (const std::string_view kind : {"自治区", "自治州", "自治县", "自治旗"}) {
    if (!cut_tail(name, kind)) continue;
    while (std::any_of(peoples.begin(), peoples.end(), [&](std::string_view people) { return cut_tail(name, people); })) {
    }
    return name;
  }
  for (const std::string_view kind : {"特别行政区", "地区", "林区", "特区", "省", "市", "县", "区", "州", "旗", "盟"}) {
    if (cut_tail(name, kind)) return name;
  }
  return name;
}

std::vector<std::vector<std::string>> read_rows(const char* path, std::size_t columns) {
  std::ifstream file(path);
  if (!file) refuse(std::string(path) + ": cannot be read");
  std::vector<std::vector<std::string>> rows;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::vector<std::string> fields(1);
    for (const char c : line) c == '\t' ? void(fields.emplace_back()) : void(fields.back() += c);
    if (fields.size() != columns) refuse(std::string(path) + ':' + std::to_string(number) + ": other columns expected");
    rows.push_back(std::move(fields));
  }
  return rows;
}

std::vector<Entry> read_table(const char* path) {
  std::vector<Entry> entries;
  for (const auto& fields : read_rows(path, 4)) {
    if (fields[0] == "code") continue;
    Entry entry;
    entry.code = std::atoi(fields[0].c_str());
    if (entry.code < 110000 || entry.code > 999999) refuse(std::string(path) + ": no code: " + fields[0]);
    if (entry.code % 10000 == 9000) continue;  // 省直辖县级行政区划: the name of a list, not of a region
    entry.name = fields[1];
    entry.stem = stem_of(fields[1]);
    entry.first = std::atoi(fields[2].c_str());
    entry.last = std::atoi(fields[3].c_str());
    if (entry.first > entry.last) refuse(std::string(path) + ": years of " + entry.name);
    // The years between the last two tables belong to both.
    if (entry.first == newest_table) entry.first = newest_yearly + 1;
    if (entry.last == newest_table) entry.last = open_year;
    else if (entry.last == newest_yearly) entry.last = newest_table - 1;
    entries.push_back(std::move(entry));
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
    return a.code != b.code ? a.code < b.code : a.first != b.first ? a.first < b.first : a.name < b.name;
  });
  return entries;
}

Entry& find(std::vector<Entry>& entries, const std::string& code, const std::string& name) {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) {
    return std::to_string(entry.code) == code && entry.name == name;
  });
  if (found == entries.end()) refuse("changes: not in the table: " + code + ' ' + name);
  return *found;
}

void apply_changes(std::vector<Entry>& entries, const char* path) {
  for (const auto& fields : read_rows(path, 4)) {
    Entry& entry = find(entries, fields[0], fields[1]);
    if (const int first = std::atoi(fields[2].c_str()); first < 10000) {
      entry.first = first;
      entry.last = fields[3] == "-" ? open_year : std::atoi(fields[3].c_str());
    } else {
      entry.next = static_cast<std::size_t>(&find(entries, fields[2], fields[3]) - entries.data());
    }
  }
}

// Chongqing and Hainan were parts of other provinces.
int province(const Entry& entry) { return entry.code / 10000; }
bool same_province(const Entry& from, const Entry& to) {
  return province(from) == province(to) || (province(from) == 51 && province(to) == 50) ||
         (province(from) == 44 && province(to) == 46);
}

bool follows(const Entry& from, const Entry& to) {
  if (from.level() != to.level() || !same_province(from, to) || to.last <= from.last) return false;
  return to.first == from.last || to.first == from.last + 1 ||
         (from.last == newest_table - 1 && to.first == newest_yearly + 1);
}

// Two codes of one region at a time: a province has no two cities or counties of one name; districts it may have.
bool twin(const Entry& from, const Entry& to) {
  if (from.name != to.name || from.level() != to.level() || from.first > to.last || to.first > from.last) return false;
  std::string_view name = from.name;
  const bool district = cut_tail(name, "区");
  if (district ? from.code / 100 != to.code / 100 : province(from) != province(to)) return false;
  const auto rank = [](const Entry& entry) { return std::pair(entry.last, entry.last - entry.first); };
  return rank(from) < rank(to) || (rank(from) == rank(to) && from.code < to.code);
}

void derive(std::vector<Entry>& entries) {
  for (Entry& from : entries) {
    if (from.next) continue;
    const auto only = [&](auto fits) {
      std::optional<std::size_t> one;
      for (std::size_t i = 0; i < entries.size(); ++i) {
        if (&entries[i] == &from || !fits(entries[i])) continue;
        if (one) return std::optional<std::size_t>();
        one = i;
      }
      return one;
    };
    const auto was_there = [&](const Entry& to) {
      return std::any_of(entries.begin(), entries.end(), [&](const Entry& other) {
        return &other != &to && other.name == to.name && other.level() == to.level() && same_province(other, to) &&
               other.first < to.first && other.last >= to.first - 1;
      });
    };
    from.next = only([&](const Entry& to) { return twin(from, to); });
    if (!from.next) from.next = only([&](const Entry& to) { return to.name == from.name && follows(from, to); });
    if (!from.next) {
      from.next = only([&](const Entry& to) { return to.stem == from.stem && follows(from, to) && !was_there(to); });
    }
  }
  for (const Entry& start : entries) {  // no way leads back
    std::size_t steps = 0;
    for (const Entry* at = &start; at->next; at = &entries[*at->next]) {
      if (++steps > 20) refuse("changes: in a ring: " + start.name);
    }
  }
}

void write(const std::vector<Entry>& entries, const char* path) {
  std::ofstream out(path, std::ios::binary);
  std::string names;
  std::map<std::string, std::size_t> places;
  out << "// Written by the build from src/region.\n#include \"region/table.hpp\"\n\nnamespace zhibiao::region {\n\n"
         "const Row rows[] = {\n";
  for (const Entry& entry : entries) {
    const auto [place, added] = places.emplace(entry.name, names.size());
    if (added) names += entry.name;
    const auto own = static_cast<std::size_t>(&entry - entries.data());
    out << '{' << entry.code << ',' << place->second << ',' << entry.name.size() << ',' << entry.stem.size() << ','
        << entry.first << ',' << entry.last << ',' << entry.next.value_or(own) << "},\n";
  }
  std::vector<std::size_t> order(entries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return entries[a].name < entries[b].name; });
  out << "};\n\nconst std::uint16_t by_name[] = {\n";
  for (const std::size_t i : order) out << i << ",\n";
  out << "};\n\nconst std::size_t row_count = " << entries.size() << ";\n\nconst unsigned char names[] = {";
  for (std::size_t i = 0; i < names.size(); ++i) {
    out << (i % 24 == 0 ? "\n" : "") << static_cast<int>(static_cast<unsigned char>(names[i])) << ',';
  }
  out << "};\n\n}  // namespace zhibiao::region\n";
  out.close();
  if (!out) refuse(std::string(path) + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::cerr << "usage: region_compiler REGIONS.tsv CHANGES.tsv OUTPUT.cpp\n", 2;
  std::vector<Entry> entries = read_table(argv[1]);
  if (entries.size() > 65535) refuse("more regions than the table can number");
  apply_changes(entries, argv[2]);
  derive(entries);
  write(entries, argv[3]);
}
