// Text that patterns of the lexicon are tried on: lines of the samples, and pieces of them.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "../extract/samples.hpp"
#include "text/normalize.hpp"
#include "text/utf8.hpp"

namespace zhibiao::tests {

inline std::vector<std::string> lines_of_samples() {
  std::vector<std::string> lines;
  for (const Sample& sample : samples()) {
    const std::string text = text::normalize(sample.text).text;
    for (std::size_t from = 0; from < text.size();) {
      const std::size_t to = std::min(text.find('\n', from), text.size());
      if (to > from) lines.push_back(text.substr(from, to - from));
      from = to + 1;
    }
  }
  return lines;
}

// A stretch between two borders of characters, of at most 60 bytes.
inline std::string piece_of(const std::string& line, std::mt19937& random) {
  const auto borders = text::character_borders(line);
  constexpr std::size_t most = 60;
  const std::size_t first = random() % borders.size();
  std::size_t last = first + random() % (borders.size() - first);
  while (borders[last] - borders[first] > most) --last;
  return line.substr(borders[first], borders[last] - borders[first]);
}

}  // namespace zhibiao::tests
