// From words to options, by the description of a command.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/description.hpp"
#include "zhibiao/result.hpp"

namespace cli {

// What is no flag goes to options.operands. `enough` says after each flag whether what follows can matter no more. A misuse is an
// Error whose message is fit for people and names what somebody may have meant; its code says nothing.
std::optional<zhibiao::Error> parse_flags(const Command& command, const std::vector<std::string_view>& words,
                                          CommandOptions& options, const std::function<bool()>& enough);

// For commands beside zhibiao itself: --help is enough.
std::optional<zhibiao::Error> parse_flags(const Command& command, const std::vector<std::string_view>& words, CommandOptions& options);

}  // namespace cli
