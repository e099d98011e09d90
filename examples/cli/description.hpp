// What the command line takes, told once: the parser, --help, the manual page and the completion of shells read it here.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cli {

// What every command has; its own options derive from this.
struct CommandOptions {
  std::vector<std::string> operands;  // files, folders, "-"
  std::string output;                 // empty: standard output
  bool help = false;                  // of a command beside zhibiao itself
};

// What completion offers for a value that is none of a few words.
enum class Takes { word, file, folder };

struct Flag {
  std::string_view name;          // "--output"
  std::string_view letter = {};   // "-o", or empty
  std::string_view argument = {}; // what the pages call its value; empty: the flag takes none; in [] where it may be missing
  std::string_view help;          // of a line of --help: what it does, in 54 characters
  std::string_view more = {};     // sentences for the manual page
  std::string_view example;       // a command, for the manual page
  std::string_view choices = {};  // the values, parted by blanks, where there are but a few
  Takes takes = Takes::word;
  bool first_page = false;        // --help describes it; of the others it gives the names
  bool (*apply)(CommandOptions&, std::string_view value) = nullptr;  // false: no such value
};

// `set`, a function on the options of one command, as the apply of a flag.
template <auto set>
struct Applied;
template <typename Of, bool (*set)(Of&, std::string_view)>
struct Applied<set> {
  static bool apply(CommandOptions& options, std::string_view value) { return set(static_cast<Of&>(options), value); }
};
template <auto set>
bool applied(CommandOptions& options, std::string_view value) {
  return Applied<set>::apply(options, value);
}

bool set_output(CommandOptions& options, std::string_view value);
bool set_help(CommandOptions& options, std::string_view value);

// zhibiao itself, or a command such as `zhibiao panel`.
struct Command {
  std::string_view name = {};  // empty: zhibiao itself; may be of two words
  std::string_view operands;   // "[FILE|DIR|-]..."
  std::string_view summary;    // "reads government work reports"; no capital, no full stop
  std::string_view more = {};  // sentences for the manual page
  std::string_view example = {};
  std::string_view exits = "0 something found, 1 nothing found, 2 an input, the command line or the output failed, 130, 143 a signal";
  std::span<const Flag> flags;
  // Of a command: does it, with the words behind the first of its name; an exit code.
  int (*run)(const std::vector<std::string_view>& words) = nullptr;
};

// zhibiao itself is the first. options.cpp holds them.
std::span<const Command> commands() noexcept;

// The flag of that name or letter; nullptr where there is none.
const Flag* find_flag(const Command& command, std::string_view word) noexcept;

// The one of `words` (parted by blanks) that somebody who wrote `word` may have meant; empty where none is near.
std::string_view nearest(std::string_view word, std::string_view words);

// Calls `use` with each word of `words`, which are parted by blanks.
template <typename Use>
void for_each_word(std::string_view words, Use use) {
  while (!words.empty()) {
    const std::size_t end = words.find(' ');
    use(words.substr(0, end));
    words.remove_prefix(end == std::string_view::npos ? words.size() : end + 1);
  }
}

}  // namespace cli
