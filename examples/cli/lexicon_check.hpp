// `zhibiao lexicon check`: tries the cases of own lexicon files.
#pragma once

#include <string_view>
#include <vector>

#include "cli/description.hpp"

namespace cli {

Command lexicon_check_description();  // what it takes

// The words behind "lexicon".
int lexicon_command(const std::vector<std::string_view>& words);

}  // namespace cli
