#include "zhibiao/files.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace zhibiao {
namespace {

namespace fs = std::filesystem;

Error io_error(int number) { return {ErrorCode::io, std::generic_category().message(number)}; }

Error too_large(std::size_t limit) {
  return {ErrorCode::input_too_large, "larger than the limit of " + std::to_string(limit) + " bytes"};
}

bool is_text_name(const fs::path& name) {
  static constexpr std::array<std::string_view, 5> extensions = {".txt", ".text", ".md", ".htm", ".html"};
  std::string extension = name.extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

}  // namespace

OpenFile::OpenFile(const std::string& path, StopReading stop)
    : stop_(stop),
      descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)),
      errno_(descriptor_ < 0 ? errno : 0) {}

OpenFile::~OpenFile() {
  if (descriptor_ > STDIN_FILENO) ::close(descriptor_);
}

std::optional<Error> OpenFile::error() const { return errno_ == 0 ? std::nullopt : std::optional(io_error(errno_)); }

std::size_t OpenFile::size() const noexcept {
  struct stat info {};
  return ::fstat(descriptor_, &info) == 0 && S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0;
}

std::size_t OpenFile::read(char* to, std::size_t room) {
  while (errno_ == 0) {
    // Another thread may get the signal that means stop: a wait looks up now and then.
    constexpr int milliseconds = 100;
    pollfd waiting{descriptor_, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, milliseconds);
    if (ready == 0 || (ready < 0 && errno == EINTR)) {
      if (stop_ != nullptr && stop_()) return 0;
      continue;
    }
    const ssize_t got = ::read(descriptor_, to, room);
    if (got >= 0) return static_cast<std::size_t>(got);
    if (errno != EINTR) errno_ = errno;
  }
  return 0;
}

Result<std::string> read_file(const std::string& path, std::size_t limit, StopReading stop) {
  OpenFile file(path, stop);
  if (auto error = file.error()) return *std::move(error);
  if (file.size() > limit) return too_large(limit);
  std::string bytes;
  std::size_t used = 0;
  bytes.resize(file.size() + 1);  // one more, so that the end is met without growing
  for (;;) {
    if (used == bytes.size()) bytes.resize(bytes.size() + std::max<std::size_t>(bytes.size(), 1 << 16));
    const std::size_t got = file.read(bytes.data() + used, bytes.size() - used);
    if (got == 0) break;
    used += got;
    if (used > limit) return too_large(limit);
  }
  if (auto error = file.error()) return *std::move(error);
  bytes.resize(used);
  return bytes;
}

FolderWalk::FolderWalk(const std::string& folder) { open(folder); }

void FolderWalk::open(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> entries;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    const fs::path file = entry->path().filename();
    if (file.native().front() == '.') continue;  // as with a glob: hidden files are not meant
    std::error_code unknown;
    // Links to folders are not followed, links to files are; a broken one is an input that fails.
    const bool is_folder = fs::is_directory(entry->symlink_status(unknown));
    const fs::file_type type = entry->status(unknown).type();
    const bool is_text = is_text_name(file) && (type == fs::file_type::regular || type == fs::file_type::not_found);
    if (is_folder || is_text) entries.push_back((is_folder ? entry->path() / "" : entry->path()).string());
  }
  if (error) failed_ = FoundFile{folder, Error{ErrorCode::io, error.message()}};
  std::sort(entries.begin(), entries.end(), std::greater<>());
  open_.push_back(std::move(entries));
}

std::optional<FoundFile> FolderWalk::next() {
  while (!open_.empty()) {
    if (failed_) return std::exchange(failed_, std::nullopt);
    if (open_.back().empty()) {
      open_.pop_back();
      continue;
    }
    std::string entry = std::move(open_.back().back());
    open_.back().pop_back();
    if (entry.back() != '/') return FoundFile{std::move(entry), std::nullopt};
    open(entry);
  }
  return std::nullopt;
}

}  // namespace zhibiao
