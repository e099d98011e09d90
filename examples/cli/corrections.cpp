#include "cli/corrections.hpp"

#include <algorithm>

#include "cli/csv.hpp"

namespace cli {

zhibiao::Result<zhibiao::Corrections> load_corrections(const std::string& path, const zhibiao::Lexicon& lexicon,
                                                       const std::vector<std::string>& operands, bool json_lines) {
  const auto rows = read_csv(path);
  if (!rows) return rows.error();
  auto corrections = zhibiao::Corrections::create(*rows, path, lexicon);
  if (!corrections || json_lines) return corrections;
  std::vector<std::string> paths;  // the names alone; no input is read
  Inputs inputs(operands, false, default_max_bytes);
  while (const auto input = inputs.next()) {
    if (input->path) paths.push_back(*input->path);
  }
  if (auto error = corrections->settle_names(paths)) return *std::move(error);
  return corrections;
}

std::string CorrectionTally::add(const std::vector<zhibiao::CorrectionResult>& results) {
  std::string words;
  for (const zhibiao::CorrectionResult& result : results) {
    Fate& fate = fates_[result.index];
    if (result.refusal.empty()) {
      if (fate != Fate::refused) fate = Fate::applied;
      continue;
    }
    fate = Fate::refused;
    words += "zhibiao: " + corrections_.place(result.index) + ": no longer applies: " + result.refusal + '\n';
  }
  return words;
}

void CorrectionTally::excuse(const zhibiao::Source& source) {
  for (const std::size_t index : corrections_.of(source)) {
    if (fates_[index] == Fate::unused) fates_[index] = Fate::excused;
  }
}

bool CorrectionTally::all_applied() const {
  return std::all_of(fates_.begin(), fates_.end(),
                     [](Fate fate) { return fate == Fate::applied || fate == Fate::excused; });
}

std::string CorrectionTally::summary() const {
  std::string words;
  std::size_t applied = 0, excused = 0;
  for (std::size_t i = 0; i < fates_.size(); ++i) {
    applied += fates_[i] == Fate::applied ? 1U : 0U;
    excused += fates_[i] == Fate::excused ? 1U : 0U;
    if (fates_[i] != Fate::unused) continue;
    words += "zhibiao: " + corrections_.place(i) + ": no longer applies: document '" + corrections_[i].document +
             "' was not read\n";
  }
  const std::size_t others = fates_.size() - applied - excused;
  words += "zhibiao: corrections: " + std::to_string(applied) + " applied, " + std::to_string(others) + " not";
  if (excused > 0) words += ", " + std::to_string(excused) + " of inputs that were not read anew";
  return words + '\n';
}

}  // namespace cli
