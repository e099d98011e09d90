// The fields of records as text, by their dotted names in the JSON: what a comparison reads and a correction writes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "zhibiao/report.hpp"

namespace zhibiao::review {

using Text = std::optional<std::string>;  // nothing: null

template <typename Record>
struct Field {
  std::string_view name;
  Text (*read)(const Record&);
  bool (*write)(Record&, const Text&) = nullptr;  // false: no such value. None: nobody corrects it
};

// In the order of the JSON.
std::span<const Field<Observation>> observation_fields() noexcept;
std::span<const Field<RelativeTarget>> goal_fields() noexcept;
std::span<const Field<Report>> document_fields() noexcept;

// A field that can be corrected, or none.
const Field<Observation>* find_correctable(std::string_view name) noexcept;

}  // namespace zhibiao::review
