// Where a value stands in a JSON text. The DOM forgets lines, and an error in a file of thousands of names is of
// little use without one; looking the line up again when something is wrong costs nothing when nothing is.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::lexicon {

// One step into a JSON text: a member's key, or (where key is empty) an element's index.
struct JsonStep {
  std::string_view key;
  std::size_t index = 0;
};

std::size_t line_at(std::string_view text, std::size_t byte) noexcept;

// Line of the value that the steps lead to, from 1; of a member the line of its key. For valid JSON; steps that lead
// nowhere end at the last value that is there.
std::size_t line_of(std::string_view json, const std::vector<JsonStep>& steps) noexcept;

struct JsonFlaw {
  std::size_t byte = 0;
  std::string what;
};

// What a DOM swallows without a word: a key given twice, nesting without reason. For valid JSON.
std::optional<JsonFlaw> find_flaw(std::string_view json);

}  // namespace zhibiao::lexicon
