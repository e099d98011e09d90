// The options of commands that read texts.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/description.hpp"
#include "cli/inputs.hpp"

namespace cli {

struct ReadingOptions : CommandOptions {
  unsigned jobs = 1;                          // inputs read at a time
  std::size_t max_bytes = default_max_bytes;  // of one input
  std::vector<std::string> lexicons;          // extend the built-in one, in this order
};

bool set_jobs(ReadingOptions& options, std::string_view value);       // 1 to 256
bool set_max_bytes(ReadingOptions& options, std::string_view value);  // 4096, 64K, 512M, 1G
bool add_lexicon(ReadingOptions& options, std::string_view value);    // a file

}  // namespace cli
