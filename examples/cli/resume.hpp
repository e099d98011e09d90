// What stands already in a JSON Lines output that --resume goes on with.
#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "cli/inputs.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace cli {

class Done {
 public:
  // Reads the whole lines of a file. A torn last line does not count; a line that is none of a report, or that another
  // version or lexicon has written, is an error.
  static zhibiao::Result<Done> read(const std::string& path, const zhibiao::Generator& generator);

  std::size_t bytes() const noexcept { return bytes_; }  // of the lines that count
  bool found() const noexcept { return found_; }
  bool failed() const noexcept { return failed_; }

  // Whether a line of this input is there; each line stands for one input.
  bool take(const Input& input);

 private:
  std::map<std::string, std::size_t> lines_;  // by path and id
  std::size_t bytes_ = 0;
  bool found_ = false, failed_ = false;
};

}  // namespace cli
