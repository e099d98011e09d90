#include "cli/report_lines.hpp"

#include <cerrno>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace cli {
namespace {

using zhibiao::Error;
using zhibiao::ErrorCode;
using zhibiao::Result;

Error io_error(const std::string& path) { return {ErrorCode::io, path + ": " + std::generic_category().message(errno)}; }

std::string text_at(const nlohmann::json& json, const char* place) {
  const nlohmann::json::json_pointer pointer(place);
  return json.contains(pointer) && json[pointer].is_string() ? json[pointer].get<std::string>() : std::string();
}

// The line of an input that failed, or false.
bool read_failure(std::string_view text, ReportLine& line) {
  const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object() || !json.contains("error") || !json.contains("source")) return false;
  line.name = text_at(json, "/source/id");
  if (line.name.empty()) line.name = text_at(json, "/source/path");
  line.failure = text_at(json, "/error/code") + ": " + text_at(json, "/error/message");
  return true;
}

}  // namespace

Result<ReportLines> ReportLines::open(const std::string& path) {
  ReportLines out;
  out.path_ = path == "-" ? "standard input" : path;
  std::FILE* given = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (given == nullptr) return io_error(out.path_);
  if (given != stdin) out.file_.reset(given);
  if (given != stdin && std::fseek(given, 0, SEEK_END) == 0) {
    std::rewind(given);
    return out;
  }
  std::unique_ptr<std::FILE, Close> copy(std::tmpfile());
  if (!copy) return io_error("a temporary file");
  std::vector<char> buffer(std::size_t{1} << 16);
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), given)) {
    if (std::fwrite(buffer.data(), 1, size, copy.get()) != size) return io_error("a temporary file");
  }
  if (std::ferror(given) != 0) return io_error(out.path_);
  if (std::fflush(copy.get()) != 0) return io_error("a temporary file");
  std::rewind(copy.get());
  out.file_ = std::move(copy);
  return out;
}

std::optional<Result<ReportLine>> ReportLines::next() {
  struct Buffer {
    char* data = nullptr;
    std::size_t size = 0;
    ~Buffer() { std::free(data); }
  } buffer;
  std::optional<Result<ReportLine>> out;
  for (;;) {
    errno = 0;
    const auto size = ::getline(&buffer.data, &buffer.size, file_.get());
    if (size < 0) {
      if (std::ferror(file_.get()) == 0) return out;
      std::clearerr(file_.get());
      out.emplace(io_error(path_));
      return out;
    }
    ReportLine line;
    line.number = ++number_;
    line.at = at_;
    at_ += static_cast<std::size_t>(size);
    const std::string_view text(buffer.data, static_cast<std::size_t>(size));
    if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) continue;
    Result<zhibiao::Report> report = zhibiao::from_json(text);
    if (report) {
      line.name = report->source.id ? *report->source.id : report->source.path.value_or(std::string());
      line.report = *std::move(report);
      out.emplace(std::move(line));
      return out;
    }
    if (read_failure(text, line)) {
      out.emplace(std::move(line));
      return out;
    }
    std::string message = path_ + ':' + std::to_string(number_) + ": no report: " + report.error().message;
    if (number_ == 1 && (text.front() != '{' || text == "{\n" || text == "{\r\n")) {
      message += "; lines of --format jsonl are wanted";
    }
    out.emplace(Error{ErrorCode::broken_json, std::move(message)});
    return out;
  }
}

bool ReportLines::go_to(const ReportLine& line) {
  number_ = line.number - 1;
  at_ = line.at;
  return std::fseek(file_.get(), static_cast<long>(line.at), SEEK_SET) == 0;
}

}  // namespace cli
