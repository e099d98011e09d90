// Many files: folders walked, bytes read, reports made on several threads.
//
//   zhibiao::FileReports reports(*extractor, {"reports/", "one.txt"}, {.jobs = 4});
//   while (auto seen = reports.next()) {
//     if (seen->report) use(*seen->report); else complain(seen->path, seen->report.error());
//   }
//
// Threads   An object is used by one thread at a time; FileReports starts the threads it needs and ends them.
// Order     That of the operands and, within a folder, of the bytes of the names, whatever the threads do.
// Errors    A bad file costs itself: it is a value like the others. POSIX only.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "zhibiao/extractor.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao {

// More than this is not read unless asked for; a report has a thousandth of it.
inline constexpr std::size_t default_max_bytes = std::size_t{1} << 28;

// Asked now and then while a read waits for a pipe or a terminal: true ends it.
using StopReading = bool (*)() noexcept;

// A file that is open for reading; "-" is standard input.
class ZHIBIAO_API OpenFile {
 public:
  // Opens it; error() tells whether it could.
  explicit OpenFile(const std::string& path, StopReading stop = nullptr);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  std::optional<Error> error() const;  // why it could not be opened, or not be read to its end
  std::size_t size() const noexcept;   // 0 where it is not known

  // Bytes read; 0 at the end, at an error and where it was told to stop.
  std::size_t read(char* to, std::size_t room);

 private:
  StopReading stop_;
  int descriptor_;
  int errno_;
};

// The bytes of a file, "-" for standard input; an error where it has more than `limit`.
ZHIBIAO_API Result<std::string> read_file(const std::string& path, std::size_t limit = default_max_bytes, StopReading stop = nullptr);

// A path, or the reason why there is nothing to read there.
struct FoundFile {
  std::string path;            // the folder as it was named, and what is below it
  std::optional<Error> error;  // empty: `path` can be read, as far as is known
};

// Folders, walked one entry after the other, so that one of any size costs the memory of its names only.
// Taken are *.txt, *.text, *.md, *.htm and *.html; hidden files and links to folders are left out.
class ZHIBIAO_API FolderWalk {
 public:
  FolderWalk() = default;                         // nothing
  explicit FolderWalk(const std::string& folder); // what is below it

  std::optional<FoundFile> next();  // nothing at the end

 private:
  void open(const std::string& folder);

  std::vector<std::vector<std::string>> open_;  // what is left of each open folder, last entry first; folders end in '/'
  std::optional<FoundFile> failed_;
};

// How files are read.
struct FileOptions {
  unsigned jobs = 1;  // threads; 0: as many as there are processors
  std::size_t max_bytes = default_max_bytes;  // of one file
};

// What one file gives; source.path of its report is `path`.
struct FileReport {
  std::string path;       // as it was named or found
  Result<Report> report;  // or why there is none
};

// The reports of files and folders, in order. At most 4 * jobs wait to be asked for.
class ZHIBIAO_API FileReports {
 public:
  // The extractor may end before this does.
  FileReports(const Extractor& extractor, std::vector<std::string> operands, const FileOptions& options = {});
  ~FileReports();  // also before the end: files that are begun are finished, no more are

  std::optional<FileReport> next();  // nothing at the end

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace zhibiao
