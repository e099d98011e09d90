#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

namespace cli {
namespace {

namespace fs = std::filesystem;

// errno, or 0 when all is written.
int write_all(int fd, std::string_view data) noexcept {
  while (!data.empty()) {
    const ssize_t done = ::write(fd, data.data(), data.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return errno;
    data.remove_prefix(static_cast<std::size_t>(done));
  }
  return 0;
}

std::string message(const std::string& path, int error) { return path + ": " + std::generic_category().message(error); }

zhibiao::Error io_error(const std::string& path, int error) { return {zhibiao::ErrorCode::io, message(path, error)}; }

}  // namespace

zhibiao::Result<Output> Output::open(const std::string& path, Kind kind) {
  Output output;
  if (path.empty()) {
    output.path_ = "standard output";
    output.fd_ = STDOUT_FILENO;
    return output;
  }
  output.path_ = path;
  struct stat info {};
  const bool exists = ::stat(path.c_str(), &info) == 0;
  if (exists && S_ISDIR(info.st_mode)) return io_error(path, EISDIR);
  if (exists && !S_ISREG(info.st_mode)) {
    if (kind == Kind::resumed) return zhibiao::Error{zhibiao::ErrorCode::io, path + ": no ordinary file; --resume needs one"};
    output.fd_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (output.fd_ < 0) return io_error(path, errno);
    return output;
  }
  // A file that may not be written must not be replaced either, though the folder would allow it.
  if (exists && ::access(path.c_str(), W_OK) != 0) return io_error(path, errno);
  std::error_code ignored;
  const fs::path resolved = exists ? fs::canonical(path, ignored) : fs::path(path);
  output.target_ = resolved.string();
  if (kind != Kind::whole) return open_part(std::move(output), kind == Kind::resumed);
  std::string hidden(".");
  hidden.append(resolved.filename().string()).append(".").append(std::to_string(::getpid())).append(".tmp");
  output.temporary_ = (resolved.parent_path() / hidden).string();
  output.fd_ = ::open(output.temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);
  if (output.fd_ < 0) {
    const int error = errno;
    output.temporary_.clear();
    return io_error(path, error);
  }
  if (exists) ::fchmod(output.fd_, info.st_mode & 07777);
  return output;
}

zhibiao::Result<Output> Output::open_part(Output output, bool resumed) {
  output.temporary_ = output.target_ + ".part";
  output.fd_ = ::open(output.temporary_.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
  const auto refuse = [&](int error) {
    const std::string part = std::exchange(output.temporary_, {});  // not ours to remove
    return io_error(part, error);
  };
  if (output.fd_ < 0) return refuse(errno);
  if (::flock(output.fd_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return zhibiao::Error{zhibiao::ErrorCode::io, std::exchange(output.temporary_, {}) + ": another run is writing it"};
    }
    return refuse(errno);
  }
  output.keeps_lines_ = true;
  if (!resumed && ::ftruncate(output.fd_, 0) != 0) return refuse(errno);
  struct stat info {};
  if (resumed && ::fstat(output.fd_, &info) == 0 && info.st_size == 0) {
    const int whole = ::open(output.target_.c_str(), O_RDONLY | O_CLOEXEC);
    if (whole < 0) return errno == ENOENT ? zhibiao::Result<Output>(std::move(output)) : io_error(output.path_, errno);
    std::vector<char> buffer(std::size_t{1} << 16);
    ssize_t got = 0;
    while ((got = ::read(whole, buffer.data(), buffer.size())) > 0 || (got < 0 && errno == EINTR)) {
      if (got > 0 && !output.write({buffer.data(), static_cast<std::size_t>(got)})) break;
    }
    const int error = got < 0 ? errno : output.error_;
    ::close(whole);
    if (error != 0) {
      output.keeps_lines_ = false;  // a copy of what stands elsewhere
      return io_error(output.path_, error);
    }
  }
  return output;
}

bool Output::go_on_at(std::size_t size) {
  if (error_ == 0 && ::ftruncate(fd_, static_cast<off_t>(size)) != 0) error_ = errno;
  if (error_ == 0 && ::lseek(fd_, 0, SEEK_END) < 0) error_ = errno;
  return error_ == 0;
}

Output::Output(Output&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      temporary_(std::exchange(other.temporary_, {})),
      keeps_lines_(other.keeps_lines_),
      fd_(std::exchange(other.fd_, -1)),
      error_(other.error_) {}

Output::~Output() {
  struct stat info {};
  const bool keeps = keeps_lines_ && (fd_ < 0 || (::fstat(fd_, &info) == 0 && info.st_size > 0));
  if (!temporary_.empty() && !keeps) ::unlink(temporary_.c_str());
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

bool Output::write(std::string_view data) {
  if (error_ == 0) error_ = write_all(fd_, data);
  return error_ == 0;
}

bool Output::closed_by_reader() const noexcept { return error_ == EPIPE; }

std::string Output::finish() {
  if (error_ == 0 && !temporary_.empty()) {
    // Some file systems report a full disk only here.
    if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) error_ = errno;
    if (::close(std::exchange(fd_, -1)) != 0 && error_ == 0) error_ = errno;
    if (error_ == 0 && ::rename(temporary_.c_str(), target_.c_str()) != 0) error_ = errno;
    if (error_ == 0) temporary_.clear();
  }
  return error_ == 0 || closed_by_reader() ? std::string() : message(path_, error_);
}

bool Output::is_terminal() const noexcept { return cli::is_terminal(fd_); }

std::size_t Output::columns() const noexcept { return terminal_columns(fd_); }

std::size_t terminal_columns(int descriptor) noexcept {
  if (const char* words = std::getenv("COLUMNS"); words != nullptr) {
    const std::string_view digits(words);
    std::size_t columns = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), columns);
    if (error == std::errc() && stop == digits.data() + digits.size() && columns > 0) return columns;
  }
  winsize size{};
  return ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

bool is_terminal(int descriptor) noexcept { return ::isatty(descriptor) == 1; }

void complain(std::string_view words) noexcept { write_all(STDERR_FILENO, words); }

}  // namespace cli
