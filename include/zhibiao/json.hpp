// Reports as JSON text, in the published contract (report.schema.json), and back.
//
//   std::string line = zhibiao::to_json(report);              // one line, fixed key order
//   zhibiao::Result<zhibiao::Report> same = zhibiao::from_json(line);
//   assert(*same == report);
//
// Numbers are plain decimals without trailing zeros, exact; keys are always present, null where unknown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao {

// Of the contract, semantic: fields are added in a minor version, never renamed or dropped without a major one.
inline constexpr std::string_view schema_version = "1.1";

// One line without its end.
ZHIBIAO_API std::string to_json(const Report& report);
ZHIBIAO_API void append_json(const Report& report, std::string& out);  // the same without a new string

// What stands in the lines for an input that gave no report: all that is known of it, and why.
//   {"source": {"path": "a.txt", "id": null, "encoding": null, "bytes": null, "offsets": null},
//    "error": {"code": "io", "message": "No such file or directory"}}
struct FailedSource {
  std::optional<std::string> path;   // as of a Source
  std::optional<std::string> id;     // as of a Source
  std::optional<std::size_t> bytes;  // as of a Source
};

// One line without its end.
ZHIBIAO_API std::string failure_to_json(const FailedSource& source, const Error& error);

// Refuses what is no JSON, lacks a key, has a wrong type or an unknown name, with byte or path and reason.
ZHIBIAO_API Result<Report> from_json(std::string_view json);

}  // namespace zhibiao
