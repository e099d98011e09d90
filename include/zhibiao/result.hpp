// Errors as values: every zhibiao function that can fail returns Result<T>.
//
//   zhibiao::Result<zhibiao::Report> report = extractor.extract(text);
//   if (!report) { std::cerr << report.error().message << '\n'; return 2; }
//   use(*report);
//
// Nothing in the library prints, exits or throws, std::bad_alloc excepted.
// Reading the value of a failed Result, or the error of a good one, is a caller's mistake (assert).
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "zhibiao/api.h"

namespace zhibiao {

// What went wrong, for programs. Codes are few and are never renumbered.
enum class ErrorCode {
  invalid_utf8 = 1,      // the bytes are no UTF-8; `message` names the first bad byte
  unknown_encoding = 2,  // the bytes are no text in any encoding that is read
  unsupported_input = 3, // a known format that is not read (PDF, DOCX): the message names a converter
  input_too_large = 4,   // longer than the documented limit
  broken_lexicon = 5,    // lexicon data refused; `message` holds file, line and reason
  broken_json = 6,       // from_json: no JSON, or not a report
  io = 7,                // a file could not be opened, read or written
  defect = 8,            // zhibiao itself failed on this input; `message` says how
};

// Stable name of a code, as it stands in JSON output: "invalid_utf8".
ZHIBIAO_API std::string_view to_string(ErrorCode code) noexcept;

// Why there is no value.
struct Error {
  ErrorCode code = ErrorCode::io;  // for programs
  std::string message;             // one sentence for people that points at the culprit
};

// A value, or the Error that stands in its place.
template <typename T>
class [[nodiscard]] Result {
 public:
  // Made of either, without a word.
  // @{
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit on purpose
  // @}

  // Whether there is a value.
  // @{
  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }
  // @}

  // The value; only where there is one.
  // @{
  T& value() & { assert(has_value()); return *std::get_if<0>(&state_); }
  const T& value() const& { assert(has_value()); return *std::get_if<0>(&state_); }
  T&& value() && { assert(has_value()); return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  // @}

  // The error; only where there is no value.
  const Error& error() const { assert(!has_value()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace zhibiao
