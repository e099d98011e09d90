// From operands to inputs: files, folders walked in sorted order, standard input, lines of JSON Lines.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "zhibiao/files.hpp"
#include "zhibiao/result.hpp"

namespace cli {

// One text to read, or the reason why there is none.
struct Input {
  std::string name;  // for messages: the path, and the line of a JSON Lines file
  std::optional<std::string> path, id;
  std::optional<std::string> text;  // of a JSON line; else the file `path` is to be read
  std::optional<zhibiao::Error> error;
};

using zhibiao::default_max_bytes;

// The bytes of a file, "-" for standard input; an error where it has more than `limit`.
zhibiao::Result<std::string> read_file(const std::string& path, std::size_t limit = default_max_bytes);

// SIGINT and SIGTERM let what is begun be finished; nothing more is handed out or waited for. A second one ends the program.
void catch_signals();
int caught_signal() noexcept;  // 0: none

// Hands out one input after the other, so that a folder of any size costs the memory of its names only, and a
// JSON Lines file that of one line.
class Inputs {
 public:
  // `limit`: bytes of a line of JSON.
  Inputs(std::vector<std::string> operands, bool json_lines, std::size_t limit);
  ~Inputs();

  // Nothing at the end, and once a signal was caught.
  std::optional<Input> next();

  // Whether the operands stand for a list (a folder, several files, lines), however many inputs that holds.
  bool is_list() const noexcept { return list_; }

 private:
  struct Lines;

  std::vector<std::string> operands_;
  std::size_t position_ = 0;
  bool json_lines_ = false;
  std::size_t limit_;
  bool list_ = false;
  zhibiao::FolderWalk folder_;
  std::unique_ptr<Lines> lines_;
};

}  // namespace cli
