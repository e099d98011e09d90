#include "cli/flags.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace cli {
namespace {

std::string meant(std::string_view word) {
  return word.empty() ? std::string() : ", did you mean '" + std::string(word) + "'?";
}

std::string long_name_near(const Command& command, std::string_view name) {
  std::string names;
  for (const Flag& flag : command.flags) {
    if (flag.name != "--") names.append(names.empty() ? "" : " ").append(flag.name);
  }
  return meant(nearest(name, names));
}

bool is_choice(const Flag& flag, std::string_view word) {
  bool found = false;
  for_each_word(flag.choices, [&](std::string_view choice) { found |= choice == word; });
  return found;
}

}  // namespace

std::optional<zhibiao::Error> parse_flags(const Command& command, const std::vector<std::string_view>& words,
                                          CommandOptions& options, const std::function<bool()>& enough) {
  const auto misuse = [&](std::string message) {
    const std::string called = command.name.empty() ? "zhibiao" : "zhibiao " + std::string(command.name);
    return zhibiao::Error{zhibiao::ErrorCode::io, std::move(message) + "; see " + called + " --help"};
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
    const Flag* flag = find_flag(command, name);
    if (flag == nullptr) {
      return misuse("unknown option '" + std::string(long_name ? name : word) + "'" + long_name_near(command, name));
    }
    std::optional<std::string_view> value;
    if (cut < word.size()) value = word.substr(cut + (long_name ? 1 : 0));
    if (flag->argument.empty() && value) return misuse("option '" + name + "' takes no value");
    const bool may_lack = !flag->argument.empty() && flag->argument.front() == '[';
    if (may_lack && !value && i + 1 < words.size() && is_choice(*flag, words[i + 1])) value = words[++i];
    if (!flag->argument.empty() && !may_lack && !value) {
      if (++i == words.size()) return misuse("option '" + name + "' needs a value (" + std::string(flag->argument) + ")");
      value = words[i];
    }
    if (!flag->apply(options, value.value_or(""))) {
      const std::string given = "'" + std::string(value.value_or("")) + "'";
      return misuse("option '" + name + (flag->choices.empty() ? "' cannot be " + given : "': no such value " + given) +
                    meant(nearest(value.value_or(""), flag->choices)) + " (" + std::string(flag->help) + ")");
    }
    if (enough()) break;
  }
  return std::nullopt;
}

std::optional<zhibiao::Error> parse_flags(const Command& command, const std::vector<std::string_view>& words, CommandOptions& options) {
  return parse_flags(command, words, options, [&] { return options.help; });
}

}  // namespace cli
