// Whole reports and their complete JSON.   golden_runner SAMPLES GOLDEN OUTPUT
//
// GOLDEN/name.json is what SAMPLES/name.txt must give. Where it differs, or is missing, the new JSON lands as
// OUTPUT/name.new.json: look at the difference, and copy the file if it is right. Versions of library and lexicon are
// not compared, since every release would change every file.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "zhibiao/zhibiao.hpp"

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

std::set<std::string> names(const fs::path& folder, const std::string& extension) {
  std::set<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == extension) found.insert(entry.path().stem().string());
  }
  return found;
}

// A list of equal length first, so that a record too many does not show as a difference of all that follow.
std::string summary(const Json& golden, const Json& fresh) {
  std::string out;
  for (const char* list : {"observations", "relative_targets", "notes"}) {
    const std::size_t before = golden.value(list, Json::array()).size(), now = fresh.at(list).size();
    if (before != now)
      out += "    " + std::string(list) + ": " + std::to_string(before) + ", now " + std::to_string(now) + '\n';
  }
  const Json difference = Json::diff(golden, fresh);
  if (difference.empty()) return out + "    the order of keys differs\n";
  for (std::size_t i = 0; i < std::min<std::size_t>(difference.size(), 5); ++i)
    out += "    " + difference[i].dump() + '\n';
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) return std::cerr << "usage: golden_runner SAMPLES GOLDEN OUTPUT\n", 2;
  const fs::path samples = argv[1], golden = argv[2], output = argv[3];
  const auto extractor = zhibiao::Extractor::create();
  if (!extractor) return std::cerr << extractor.error().message << '\n', 2;

  std::set<std::string> all = names(samples, ".txt");
  all.merge(names(golden, ".json"));
  if (all.empty()) return std::cerr << samples.string() << ": there are no samples\n", 2;
  std::size_t failed = 0;
  for (const std::string& name : all) {
    const fs::path sample = samples / (name + ".txt"), kept = golden / (name + ".json"),
                   written = output / (name + ".new.json");
    fs::remove(written);
    if (!fs::exists(sample)) {
      std::cout << kept.string() << ": there is no " << sample.string() << '\n';
      ++failed;
      continue;
    }
    const auto text = zhibiao::decode(read(sample));
    auto report = text ? extractor->extract(*text) : zhibiao::Result<zhibiao::Report>(text.error());
    if (!report) {
      std::cout << sample.string() << ": " << report.error().message << '\n';
      ++failed;
      continue;
    }
    report->source.path = sample.generic_string();
    const Json fresh = Json::parse(zhibiao::to_json(*report));
    Json expected = Json::parse(fs::exists(kept) ? read(kept) : "{}", nullptr, /*allow_exceptions=*/false);
    if (expected.is_object() && expected.contains("generator")) expected["generator"] = fresh.at("generator");
    if (expected == fresh) continue;
    ++failed;
    std::ofstream(written, std::ios::binary) << fresh.dump(2) << '\n';
    std::cout << name
              << (fs::exists(kept) ? " differs from " + kept.string() + ":\n" + summary(expected, fresh)
                                   : " has no golden file\n")
              << "  once looked at and right: cp " << written.string() << ' ' << kept.string() << '\n';
  }
  std::cout << all.size() << " reports, " << failed << " differ\n";
  return failed == 0 ? 0 : 1;
}
