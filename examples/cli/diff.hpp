// `zhibiao diff`: what changed between two runs.
#pragma once

#include <string_view>
#include <vector>

namespace cli {

// The words behind the name of the command.
int diff_command(const std::vector<std::string_view>& words);

}  // namespace cli
