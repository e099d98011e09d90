// `zhibiao lexicon check`: tries the cases of own lexicon files.
#pragma once

#include <string_view>
#include <vector>

namespace cli {

// The words behind "lexicon".
int lexicon_command(const std::vector<std::string_view>& words);

}  // namespace cli
