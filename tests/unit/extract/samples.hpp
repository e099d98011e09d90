// The reports that tests run over: the project's samples, and the annotated ones beside the repository where they are.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace zhibiao::tests {

struct Sample {
  std::string name, text;
};

inline const std::vector<Sample>& samples() {
  static const std::vector<Sample> all = [] {
    std::vector<Sample> found;
    const std::filesystem::path root = ZHIBIAO_SOURCE_DIR;
    for (const char* folder :
         {"examples/samples", "../shared/corpus/dev", "../shared/corpus/full", "../shared/corpus/headline"}) {
      if (!std::filesystem::is_directory(root / folder)) continue;
      for (const auto& entry : std::filesystem::directory_iterator(root / folder)) {
        if (entry.path().extension() != ".txt") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        found.push_back({entry.path().filename().string(), std::string(std::istreambuf_iterator<char>(file), {})});
      }
    }
    std::sort(found.begin(), found.end(), [](const Sample& a, const Sample& b) { return a.name < b.name; });
    return found;
  }();
  return all;
}

}  // namespace zhibiao::tests
