#include "cli/reading.hpp"

#include <charconv>
#include <system_error>
#include <utility>

#include "zhibiao/extractor.hpp"

namespace cli {

bool set_jobs(ReadingOptions& options, std::string_view value) {
  constexpr unsigned most = 256;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, options.jobs);
  return error == std::errc() && stop == end && options.jobs >= 1 && options.jobs <= most;
}

bool set_max_bytes(ReadingOptions& options, std::string_view value) {
  std::size_t shift = 0;
  for (const auto& [letter, bits] : {std::pair('K', 10), std::pair('M', 20), std::pair('G', 30)}) {
    if (!value.empty() && value.back() == letter) shift = static_cast<std::size_t>(bits);
  }
  if (shift > 0) value.remove_suffix(1);
  std::size_t number = 0;
  const char* end = value.data() + value.size();
  const auto [stop, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc() || stop != end || number == 0) return false;
  if (number > zhibiao::Extractor::max_input_bytes >> shift) return false;
  options.max_bytes = number << shift;
  return true;
}

bool add_lexicon(ReadingOptions& options, std::string_view value) {
  options.lexicons.emplace_back(value);
  return !value.empty();
}

}  // namespace cli
