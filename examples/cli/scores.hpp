// An Evaluation as people and programs read it. evaluate.md documents the JSON and the CSV.
#pragma once

#include <string>

#include "cli/evaluate.hpp"

namespace cli {

std::string scores_table(const Evaluation& evaluation, bool colour);

// One object, on one line.
std::string scores_json(const Evaluation& evaluation, const zhibiao::Generator& generator);

// One row a figure: part, name, which, matched, gold, output, precision, recall, f1.
std::string scores_csv(const Evaluation& evaluation);

}  // namespace cli
