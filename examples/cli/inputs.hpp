// From operands to inputs: files, folders walked in sorted order, standard input, lines of JSON Lines.
#pragma once

#include <atomic>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/progress.hpp"
#include "zhibiao/files.hpp"
#include "zhibiao/json.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace cli {

// One text to read, or the reason why there is none.
struct Input {
  std::string name;  // for messages: the path, and the line of a JSON Lines file
  std::optional<std::string> path, id;
  std::optional<std::string> text;  // of a JSON line; else the file `path` is to be read
  bool is_report = false;           // `text` is a line that this program wrote, not a text to read
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

  // Operands named *.jsonl hold reports that were written, a line each; `all`: every operand does.
  void take_reports(bool all) noexcept { reports_ = all ? Reports::all : Reports::by_name; }

  // Nothing at the end, and once a signal was caught.
  std::optional<Input> next();

  // Whether the operands stand for a list (a folder, several files, lines), however many inputs that holds.
  bool is_list() const noexcept { return list_; }

 private:
  struct Lines;

  std::vector<std::string> operands_;
  std::size_t position_ = 0;
  bool json_lines_ = false;
  enum class Reports { none, by_name, all } reports_ = Reports::none;
  std::size_t limit_;
  bool list_ = false;
  zhibiao::FolderWalk folder_;
  std::unique_ptr<Lines> lines_;
};

// Whether what was read as a plain text begins with a line that is an object of JSON: a text a line, or a report that was written.
bool is_json_lines(std::string_view text);

// What is known of an input that failed.
zhibiao::FailedSource source_of(const Input& input);

// The size of its file, of its text; 0 where it is not known.
std::size_t size_of(const Input& input) noexcept;

// Goes over all inputs for their number and their bytes, until `stop`. Of lines the bytes alone; nothing where an operand is
// no file or folder, as standard input.
Amount count_inputs(const std::vector<std::string>& operands, bool json_lines, const std::atomic<bool>& stop);

}  // namespace cli
