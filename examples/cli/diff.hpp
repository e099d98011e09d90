// `zhibiao diff`: what changed between two runs.
#pragma once

#include <string_view>
#include <vector>

#include "cli/description.hpp"

namespace cli {

Command diff_description();  // what it takes

// The words behind the name of the command.
int diff_command(const std::vector<std::string_view>& words);

}  // namespace cli
