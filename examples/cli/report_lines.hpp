// Files of --format jsonl read back, a line at a time, and again from places in them.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "zhibiao/zhibiao.hpp"

namespace cli {

// A line: a report, or the failure of an input.
struct ReportLine {
  std::size_t number = 0;  // from 1
  std::size_t at = 0;      // byte in the file
  std::string name;        // of the document: its id, else its path
  std::optional<zhibiao::Report> report;
  std::string failure;     // "io: No such file or directory", where there is no report
};

class ReportLines {
 public:
  // "-" is standard input. What cannot be read twice is copied into a temporary file.
  static zhibiao::Result<ReportLines> open(const std::string& path);

  // The next line; nothing at the end. An Error is that of one line, named by file and number, and the next one may be good;
  // but for code io, which is that of the file. Empty lines are passed over.
  std::optional<zhibiao::Result<ReportLine>> next();

  // Goes on at a line that next() gave.
  bool go_to(const ReportLine& line);

 private:
  struct Close {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
  };

  std::string path_;
  std::unique_ptr<std::FILE, Close> file_;
  std::size_t number_ = 0, at_ = 0;
};

}  // namespace cli
