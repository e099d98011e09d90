#include "cli/inputs.hpp"

#include <algorithm>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string_view>
#include <system_error>
#include <utility>

#include "zhibiao/files.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using zhibiao::Error;
using zhibiao::ErrorCode;

// Written by the handler, which may run in any thread, and read by all of them. Free of locks, as a handler asks for.
std::atomic<int> signal_caught{0};
static_assert(std::atomic<int>::is_always_lock_free);

Error too_large(std::size_t limit) {
  return {ErrorCode::input_too_large, "larger than the limit of " + std::to_string(limit) + " bytes (--max-bytes)"};
}

bool stopped() noexcept { return signal_caught != 0; }

Input input_of_file(std::string path) {
  Input input;
  input.name = path;
  input.path = std::move(path);
  return input;
}

Input failed_file(std::string path, Error error) {
  Input input = input_of_file(std::move(path));
  input.error = std::move(error);
  return input;
}

Input input_of(zhibiao::FoundFile file) {
  Input input = input_of_file(std::move(file.path));
  input.error = std::move(file.error);
  return input;
}

Input failed_line(std::string name, Error error) {
  Input input;
  input.name = std::move(name);
  input.error = std::move(error);
  return input;
}

// {"id": "a", "text": "..."}; an id may be a whole number, or missing.
Input input_of_line(std::string name, std::string_view line) {
  if (const std::size_t nul = line.find('\0'); nul != std::string_view::npos) {  // the parser takes it for the end
    return failed_line(std::move(name), {ErrorCode::broken_json, "a NUL at byte " + std::to_string(nul) + " of the line"});
  }
  const auto json = nlohmann::json::parse(line, nullptr, /*allow_exceptions=*/false);
  const auto broken = [&](const char* reason) { return failed_line(name, {ErrorCode::broken_json, reason}); };
  if (json.is_discarded()) return broken("the line is no JSON");
  if (!json.is_object()) return broken("the line is no JSON object");
  Input input;
  if (const auto id = json.find("id"); id != json.end() && !id->is_null()) {
    if (!id->is_string() && !id->is_number_integer()) return broken("\"id\" is neither a string nor a whole number");
    input.id = id->is_string() ? id->get<std::string>() : id->dump();
  }
  input.name = name;
  const auto text = json.find("text");
  if (text == json.end() || !text->is_string()) {
    input.error = Error{ErrorCode::broken_json, text == json.end() ? "\"text\" is missing" : "\"text\" is no string"};
    return input;
  }
  input.text = text->get<std::string>();
  return input;
}

}  // namespace

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = [](int number) { signal_caught = number; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM}) {
    struct sigaction before {};
    // What the caller ignores (nohup, a background job) stays ignored.
    if (::sigaction(number, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) ::sigaction(number, &action, nullptr);
  }
}

int caught_signal() noexcept { return signal_caught; }

zhibiao::Result<std::string> read_file(const std::string& path, std::size_t limit) {
  zhibiao::Result<std::string> bytes = zhibiao::read_file(path, limit, stopped);
  if (!bytes && bytes.error().code == ErrorCode::input_too_large) return too_large(limit);  // and how to raise it
  return bytes;
}

// The lines of one file, however long it is.
struct Inputs::Lines {
  explicit Lines(const std::string& name) : path(name), file(name, stopped) {}

  // The next line without its end, at most `limit` + 1 bytes of it; nothing at the end of the file or of its use, and
  // where a signal cuts the last line.
  std::optional<std::string> next(std::size_t limit) {
    std::string line;
    for (;;) {
      if (begin == end) {
        const std::size_t got = file.read(buffer.data(), buffer.size());
        if (got == 0) return line.empty() || signal_caught != 0 ? std::nullopt : std::optional(std::move(line));
        begin = 0;
        end = got;
      }
      const std::string_view rest(buffer.data() + begin, end - begin);
      const std::size_t stop = std::min(rest.find('\n'), rest.size());
      line += rest.substr(0, std::min(stop, limit + 1 - std::min(limit + 1, line.size())));
      begin += std::min(stop + 1, rest.size());
      if (stop < rest.size()) return line;
    }
  }

  std::string path;
  zhibiao::OpenFile file;
  std::vector<char> buffer = std::vector<char>(std::size_t{1} << 16);
  std::size_t begin = 0, end = 0, number = 0;
};

Inputs::Inputs(std::vector<std::string> operands, bool json_lines, std::size_t limit)
    : operands_(std::move(operands)), json_lines_(json_lines), limit_(limit) {
  std::error_code ignored;
  list_ = json_lines_ || operands_.size() != 1 || fs::is_directory(operands_.front(), ignored);
}

Inputs::~Inputs() = default;

std::optional<Input> Inputs::next() {
  for (;;) {
    if (signal_caught != 0) return std::nullopt;
    if (auto file = folder_.next()) return input_of(*std::move(file));
    if (lines_) {
      while (auto line = lines_->next(limit_)) {
        ++lines_->number;
        if (line->find_first_not_of(" \t\r") == std::string::npos) continue;
        std::string name = lines_->path + ':' + std::to_string(lines_->number);
        if (line->size() > limit_) return failed_line(std::move(name), too_large(limit_));
        if (reports_ == Reports::none) return input_of_line(std::move(name), *line);
        Input input;
        input.name = std::move(name);
        input.text = std::move(*line);
        input.is_report = true;
        return input;
      }
      std::optional<Error> error = lines_->file.error();
      std::string path = std::move(lines_->path);
      lines_.reset();
      if (error) return failed_file(std::move(path), *std::move(error));
    }
    if (position_ == operands_.size()) return std::nullopt;
    std::string operand = operands_[position_++];
    std::error_code ignored;
    const bool folder = operand != "-" && fs::is_directory(operand, ignored);
    const bool of_reports = reports_ == Reports::all || (reports_ == Reports::by_name && fs::path(operand).extension() == ".jsonl");
    if (json_lines_ || of_reports) {
      if (folder) return failed_file(operand, {ErrorCode::io, "is a folder; JSON Lines are read from files"});
      lines_ = std::make_unique<Lines>(operand);
      if (auto error = lines_->file.error()) {
        lines_.reset();
        return failed_file(operand, *std::move(error));
      }
    } else if (folder) {
      folder_ = zhibiao::FolderWalk(operand);
    } else {
      return input_of_file(std::move(operand));
    }
  }
}

bool is_json_lines(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || text[begin] != '{') return false;
  return nlohmann::json::accept(text.substr(begin, text.find('\n', begin) - begin));
}

zhibiao::FailedSource source_of(const Input& input) {
  return {input.path, input.id, input.text ? std::optional(input.text->size()) : std::nullopt};
}

std::size_t size_of(const Input& input) noexcept {
  if (input.text) return input.text->size();
  std::error_code error;
  const auto size = input.path ? fs::file_size(*input.path, error) : 0;
  return error ? 0 : static_cast<std::size_t>(size);
}

Amount count_inputs(const std::vector<std::string>& operands, bool json_lines, const std::atomic<bool>& stop) {
  std::error_code ignored;
  Amount amount;
  for (const std::string& operand : operands) {
    const fs::file_type type = fs::status(operand, ignored).type();
    const bool is_there = type != fs::file_type::not_found;  // else it is an input that fails
    if (operand == "-" || (is_there && type != fs::file_type::regular && type != fs::file_type::directory)) return {};
    if (json_lines) amount.bytes += fs::is_regular_file(operand, ignored) ? fs::file_size(operand, ignored) : 0;
  }
  if (json_lines) return amount;
  Inputs inputs(operands, false, 0);
  while (auto input = inputs.next()) {
    if (stop) return {};
    ++amount.items;
    amount.bytes += size_of(*input);
  }
  return amount;
}

}  // namespace cli
