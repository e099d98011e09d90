// What the commands share: exit codes, refusals, the lexicon.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/description.hpp"
#include "cli/inputs.hpp"
#include "cli/output.hpp"
#include "zhibiao/zhibiao.hpp"

namespace cli {

// For programs that call this one; see --help.
enum ExitCode : int { found = 0, nothing_found = 1, failed = 2 };

int refuse(const std::string& message);

// Gives the output its name; the code, or that of a failure.
int finish(Output& output, int code);

// The --help of a command, written to a file (empty: standard output); an exit code.
int write_help(const Command& command, const std::string& to);

// The text of an input, with its source.
zhibiao::Result<zhibiao::Text> read_text(const Input& input, std::size_t max_bytes);

// The built-in lexicon with the files added, in this order.
zhibiao::Result<zhibiao::Lexicon> load_lexicon(const std::vector<std::string>& files);

// Until the process ends: to take a lexicon apart would only keep the caller waiting.
template <typename T>
const T& kept(T made) {
  static const T* const there = new T(std::move(made));
  return *there;
}

// The commands beside the reading of reports.
Command panel_description();
Command diff_description();
Command lexicon_check_description();

}  // namespace cli
