// Where the data goes: standard output, or a file that appears under its name only when it is complete.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "zhibiao/result.hpp"

namespace cli {

class Output {
 public:
  // whole: a run that does not come to its end leaves nothing. lines: it leaves the finished lines in FILE.part.
  // resumed: begins with what stands in FILE.part or, where that is missing, in FILE.
  enum class Kind { whole, lines, resumed };

  // An empty path is standard output. What is there and is no ordinary file (a device, a pipe) is written directly.
  static zhibiao::Result<Output> open(const std::string& path, Kind kind = Kind::whole);

  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();  // what is not finished is removed, but for lines

  // Of lines: the file that holds them until the end, and where writing goes on in it.
  const std::string& part() const noexcept { return temporary_; }
  bool go_on_at(std::size_t size);

  // false: no more can be written; then either the reader has closed the pipe, or there is an error.
  bool write(std::string_view data);
  bool closed_by_reader() const noexcept;

  // Gives the file its name. The message of what went wrong, here or in write(); empty where all is well.
  std::string finish();

  bool is_terminal() const noexcept;
  std::size_t columns() const noexcept;  // see terminal_columns

 private:
  Output() = default;
  static zhibiao::Result<Output> open_part(Output output, bool resumed);

  std::string path_;       // for messages
  std::string target_;     // the name that the file gets, links resolved; empty where it has it already
  std::string temporary_;  // its name until then
  bool keeps_lines_ = false;
  int fd_ = -1;
  int error_ = 0;  // errno
};

bool is_terminal(int descriptor) noexcept;

// Cells of a line: COLUMNS where that is a number, else what the terminal says; 0 where nobody knows.
std::size_t terminal_columns(int descriptor) noexcept;

// All of `words` to standard error; nobody could be told of a failure.
void complain(std::string_view words) noexcept;

}  // namespace cli
