// The C interface: handles around the C++ one, no exception leaves.
#include "zhibiao/zhibiao.h"

#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibiao/zhibiao.hpp"

struct zhibiao_extractor {
  zhibiao::Extractor extractor;
  std::string lexicon_version;
};

struct zhibiao_files {
  zhibiao::FileReports reports;
};

namespace {

using zhibiao::Result;

// Codes of the library are those of ErrorCode.
static_assert(ZHIBIAO_INVALID_UTF8 == static_cast<int>(zhibiao::ErrorCode::invalid_utf8));
static_assert(ZHIBIAO_UNKNOWN_ENCODING == static_cast<int>(zhibiao::ErrorCode::unknown_encoding));
static_assert(ZHIBIAO_UNSUPPORTED_INPUT == static_cast<int>(zhibiao::ErrorCode::unsupported_input));
static_assert(ZHIBIAO_INPUT_TOO_LARGE == static_cast<int>(zhibiao::ErrorCode::input_too_large));
static_assert(ZHIBIAO_BROKEN_LEXICON == static_cast<int>(zhibiao::ErrorCode::broken_lexicon));
static_assert(ZHIBIAO_BROKEN_JSON == static_cast<int>(zhibiao::ErrorCode::broken_json));
static_assert(ZHIBIAO_IO == static_cast<int>(zhibiao::ErrorCode::io));

int code_of(const zhibiao::Error& error) { return static_cast<int>(error.code); }

// `code`, and `words` in memory of the caller's; out of memory where there is none for them.
int answer(zhibiao_text* text, std::string_view words, int code) noexcept {
  auto* data = static_cast<char*>(std::malloc(words.size() + 1));
  if (data == nullptr) return ZHIBIAO_OUT_OF_MEMORY;
  if (!words.empty()) std::memcpy(data, words.data(), words.size());
  data[words.size()] = '\0';
  *text = {data, words.size()};
  return code;
}

int answer(zhibiao_text* text, const zhibiao::Error& error) noexcept { return answer(text, error.message, code_of(error)); }

int misuse(zhibiao_text* text, const char* what) noexcept { return answer(text, what, ZHIBIAO_INVALID_ARGUMENT); }

// Runs `body`, and makes codes of what it throws.
template <typename Body>
int guarded(zhibiao_text* text, Body body) noexcept {
  if (text == nullptr) return ZHIBIAO_INVALID_ARGUMENT;
  struct Held {  // until the end: it may be what is to be read
    zhibiao_text text;
    ~Held() { zhibiao_free_text(&text); }
  } held{std::exchange(*text, {nullptr, 0})};
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return ZHIBIAO_OUT_OF_MEMORY;
  } catch (const std::exception& fault) {
    return answer(text, fault.what(), ZHIBIAO_INTERNAL);
  } catch (...) {
    return answer(text, "an exception of unknown kind", ZHIBIAO_INTERNAL);
  }
}

int answer(zhibiao_text* text, const Result<zhibiao::Report>& report) {
  return report ? answer(text, to_json(*report), ZHIBIAO_OK) : answer(text, report.error());
}

std::string_view view(const void* bytes, std::size_t length) { return {static_cast<const char*>(bytes), length}; }

Result<zhibiao::Lexicon> extended(const zhibiao_lexicon* lexicons, std::size_t count) {
  Result<zhibiao::Lexicon> lexicon = zhibiao::Lexicon::built_in();
  for (std::size_t i = 0; i < count && lexicon; ++i) {
    const zhibiao_lexicon& own = lexicons[i];
    lexicon = lexicon->extended(view(own.json, own.length), own.name == nullptr ? "lexicon" : own.name);
  }
  return lexicon;
}

}  // namespace

extern "C" {

const char* zhibiao_code_name(int code) {
  switch (code) {
    case ZHIBIAO_END:
      return "end";
    case ZHIBIAO_OK:
      return "ok";
    case ZHIBIAO_INVALID_ARGUMENT:
      return "invalid_argument";
    case ZHIBIAO_OUT_OF_MEMORY:
      return "out_of_memory";
    case ZHIBIAO_INTERNAL:
      return "internal";
    default:
      if (code < ZHIBIAO_INVALID_UTF8 || code > ZHIBIAO_DEFECT) return "unknown";
      return zhibiao::to_string(static_cast<zhibiao::ErrorCode>(code)).data();  // a literal
  }
}

const char* zhibiao_version(void) { return zhibiao::version().data(); }  // a literal

void zhibiao_free_text(zhibiao_text* text) {
  if (text == nullptr) return;
  std::free(text->data);
  *text = {nullptr, 0};
}

int zhibiao_create(const zhibiao_lexicon* lexicons, size_t count, zhibiao_extractor** extractor, zhibiao_text* message) {
  if (extractor != nullptr) *extractor = nullptr;
  return guarded(message, [&]() -> int {
    if (extractor == nullptr) return misuse(message, "extractor is NULL");
    if (lexicons == nullptr && count != 0) return misuse(message, "lexicons is NULL");
    for (std::size_t i = 0; i < count; ++i) {
      if (lexicons[i].json == nullptr && lexicons[i].length != 0) return misuse(message, "json of a lexicon is NULL");
    }
    const Result<zhibiao::Lexicon> lexicon = extended(lexicons, count);
    if (!lexicon) return answer(message, lexicon.error());
    Result<zhibiao::Extractor> made = zhibiao::Extractor::create(*lexicon);
    if (!made) return answer(message, made.error());
    *extractor = new zhibiao_extractor{*std::move(made), lexicon->version()};
    return ZHIBIAO_OK;
  });
}

void zhibiao_free(zhibiao_extractor* extractor) { delete extractor; }

const char* zhibiao_lexicon_version(const zhibiao_extractor* extractor) {
  return extractor == nullptr ? "" : extractor->lexicon_version.c_str();
}

int zhibiao_extract(const zhibiao_extractor* extractor, const char* utf8, size_t length, zhibiao_text* report) {
  return guarded(report, [&]() -> int {
    if (extractor == nullptr) return misuse(report, "extractor is NULL");
    if (utf8 == nullptr && length != 0) return misuse(report, "utf8 is NULL");
    return answer(report, extractor->extractor.extract(view(utf8, length)));
  });
}

int zhibiao_extract_bytes(const zhibiao_extractor* extractor, const void* bytes, size_t length, zhibiao_text* report) {
  return guarded(report, [&]() -> int {
    if (extractor == nullptr) return misuse(report, "extractor is NULL");
    if (bytes == nullptr && length != 0) return misuse(report, "bytes is NULL");
    const Result<zhibiao::Text> text = zhibiao::decode(view(bytes, length));
    if (!text) return answer(report, text.error());
    return answer(report, extractor->extractor.extract(*text));
  });
}

int zhibiao_decode(const void* bytes, size_t length, zhibiao_text* utf8) {
  return guarded(utf8, [&]() -> int {
    if (bytes == nullptr && length != 0) return misuse(utf8, "bytes is NULL");
    const Result<zhibiao::Text> text = zhibiao::decode(view(bytes, length));
    return text ? answer(utf8, text->utf8, ZHIBIAO_OK) : answer(utf8, text.error());
  });
}

int zhibiao_open_files(const zhibiao_extractor* extractor, const char* const* paths, size_t count, unsigned jobs,
                       size_t max_bytes, zhibiao_files** files, zhibiao_text* message) {
  if (files != nullptr) *files = nullptr;
  return guarded(message, [&]() -> int {
    if (extractor == nullptr) return misuse(message, "extractor is NULL");
    if (files == nullptr) return misuse(message, "files is NULL");
    if (paths == nullptr && count != 0) return misuse(message, "paths is NULL");
    std::vector<std::string> operands;
    for (std::size_t i = 0; i < count; ++i) {
      if (paths[i] == nullptr) return misuse(message, "a path is NULL");
      operands.emplace_back(paths[i]);
    }
    zhibiao::FileOptions options;
    options.jobs = jobs;
    if (max_bytes != 0) options.max_bytes = max_bytes;
    *files = new zhibiao_files{zhibiao::FileReports(extractor->extractor, std::move(operands), options)};
    return ZHIBIAO_OK;
  });
}

int zhibiao_next(zhibiao_files* files, zhibiao_text* line) {
  return guarded(line, [&]() -> int {
    if (files == nullptr) return misuse(line, "files is NULL");
    const std::optional<zhibiao::FileReport> seen = files->reports.next();
    if (!seen) return ZHIBIAO_END;
    if (seen->report) return answer(line, to_json(*seen->report), ZHIBIAO_OK);
    const zhibiao::Error& error = seen->report.error();
    return answer(line, zhibiao::failure_to_json({seen->path, std::nullopt, std::nullopt}, error), code_of(error));
  });
}

void zhibiao_free_files(zhibiao_files* files) { delete files; }

}  // extern "C"
