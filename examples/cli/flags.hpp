// From words to options by a table of flags; each command has a table of its own.
//
// A Flag has name ("--output"), letter ("-o", or empty), argument (what --help calls it; empty: it takes none), help, and
// apply(options, value), which is false where there is no such value.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibiao/result.hpp"

namespace cli {

// `command` as people call it ("zhibiao panel"). What is no flag goes to options.operands. `enough` says after each flag
// whether what follows can matter. A misuse is an Error whose message is fit for people; its code says nothing.
template <typename Flags, typename Options, typename Enough>
std::optional<zhibiao::Error> parse_flags(const Flags& flags, const std::vector<std::string_view>& words,
                                          std::string_view command, Options& options, Enough enough) {
  const auto misuse = [&](std::string message) {
    return zhibiao::Error{zhibiao::ErrorCode::io, std::move(message) + "; see " + std::string(command) + " --help"};
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--") {
      options.operands.insert(options.operands.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
      break;
    }
    if (word.size() < 2 || word.front() != '-') {
      if (word.empty()) return misuse("an empty file name");
      options.operands.emplace_back(word);
      continue;
    }
    // --name=value, -oVALUE, or the value as the next word
    const bool long_name = word.substr(0, 2) == "--";
    const std::size_t cut = long_name ? std::min(word.find('='), word.size()) : 2;
    const std::string name(word.substr(0, cut));
    const auto flag = std::find_if(flags.begin(), flags.end(), [&](const auto& one) {
      return name == one.name || (!one.letter.empty() && name == one.letter);
    });
    if (flag == flags.end()) return misuse("unknown option '" + std::string(long_name ? name : word) + "'");
    std::optional<std::string_view> value;
    if (cut < word.size()) value = word.substr(cut + (long_name ? 1 : 0));
    if (flag->argument.empty() && value) return misuse("option '" + name + "' takes no value");
    if (!flag->argument.empty() && !value) {
      if (++i == words.size()) {
        return misuse("option '" + name + "' needs a value (" + std::string(flag->argument) + ")");
      }
      value = words[i];
    }
    if (!flag->apply(options, value.value_or(""))) {
      return misuse("option '" + name + "': no such value '" + std::string(*value) + "' (" + std::string(flag->help) + ")");
    }
    if (enough(options)) break;
  }
  return std::nullopt;
}

// A line for each flag.
template <typename Flags>
std::string flag_lines(const Flags& flags) {
  constexpr std::size_t column = 26;
  std::string out;
  for (const auto& flag : flags) {
    std::string left = "  ";
    left += flag.letter.empty() ? "    " : std::string(flag.letter) + ", ";
    left += flag.name;
    if (!flag.argument.empty()) left += ' ' + std::string(flag.argument);
    left.resize(std::max(left.size() + 1, column), ' ');
    out += left + std::string(flag.help) + '\n';
  }
  return out;
}

}  // namespace cli
