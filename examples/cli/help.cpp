#include <algorithm>

#include "cli/pages.hpp"

namespace cli {
namespace {

constexpr std::size_t page_width = 80, help_column = 26;

std::string usage_of(const Command& command) {
  std::string out = "zhibiao";
  if (!command.name.empty()) out.append(" ").append(command.name);
  return out.append(" [OPTION]... ").append(command.operands);
}

// `words` broken into lines of the page, from `column` on.
std::string wrapped(std::string_view words, std::size_t column) {
  std::string out, line(column, ' ');
  for_each_word(words, [&](std::string_view word) {
    if (line.size() > column && line.size() + 1 + word.size() > page_width) {
      out += line + '\n';
      line.assign(column, ' ');
    }
    if (line.size() > column) line += ' ';
    line += word;
  });
  return out + line + '\n';
}

std::string line_of(const Flag& flag) {
  std::string left = "  ";
  left += flag.letter.empty() ? "    " : std::string(flag.letter) + ", ";
  left += flag.name;
  if (!flag.argument.empty()) left.append(" ").append(flag.argument);
  if (left.size() + 2 > help_column) return left + '\n' + std::string(help_column, ' ').append(flag.help) + '\n';
  left.resize(help_column, ' ');
  return left.append(flag.help) + '\n';
}

std::string lines_of(const Command& command) {
  std::string out;
  for (const Flag& flag : command.flags) {
    out += line_of(flag);
    if (!flag.more.empty()) out += wrapped(flag.more, help_column);
  }
  return out;
}

}  // namespace

std::string help_page(std::span<const Command> commands) {
  const Command& main = commands.front();
  std::string out = "Usage: " + usage_of(main) + '\n';
  std::string summary(main.summary);
  summary.front() = static_cast<char>(summary.front() - 'a' + 'A');
  out += wrapped(summary + ". Folders are walked for *.txt, *.text, *.md, *.htm, *.html; - is standard input.", 0) + '\n';
  std::string others = "More:";
  for (const Flag& flag : main.flags) {
    if (flag.first_page) {
      out += line_of(flag);
    } else if (flag.apply != nullptr) {
      others.append(" ").append(flag.name);
    }
  }
  out += '\n' + wrapped(others, 0);
  if (commands.size() > 1) {
    std::string names = "Commands:";
    for (const Command& command : commands.subspan(1)) names.append(names.back() == ':' ? " " : ", ").append(command.name);
    out += wrapped(names, 0);
  }
  return out + "All of it: zhibiao --help all, man zhibiao.\n"
               "Exit status: 0 something found, 1 nothing found, 2 something failed.\n";
}

namespace {

std::string exits_of(const Command& command) {
  return '\n' + wrapped("Exit status: " + std::string(command.exits) + '.', 0);
}

std::string part_of(const Command& command) {
  return "Usage: " + usage_of(command) + '\n' +
         wrapped(std::string(command.summary).append(command.more.empty() ? "" : ". ").append(command.more), 2) + '\n' +
         lines_of(command);
}

}  // namespace

std::string help_all(std::span<const Command> commands) {
  std::string out;
  for (const Command& command : commands) {
    if (!out.empty()) out += '\n';
    out += part_of(command);
  }
  return out + exits_of(commands.front());
}

std::string help_of(const Command& command) { return part_of(command) + exits_of(command); }

}  // namespace cli
