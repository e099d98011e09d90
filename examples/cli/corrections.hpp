// --corrections: from the reviewed file to what is said of it at the end.
#pragma once

#include <string>
#include <vector>

#include "cli/inputs.hpp"
#include "zhibiao/corrections.hpp"

namespace cli {

// The rows of `path`, and which inputs their documents mean. Inputs of lines are known by their ids.
zhibiao::Result<zhibiao::Corrections> load_corrections(const std::string& path, const zhibiao::Lexicon& lexicon,
                                                       const std::vector<std::string>& operands, bool json_lines);

// What became of each correction over a whole run. On one thread.
class CorrectionTally {
 public:
  explicit CorrectionTally(const zhibiao::Corrections& corrections)
      : corrections_(corrections), fates_(corrections.size(), Fate::unused) {}

  // What is to be said of a report's results.
  std::string add(const std::vector<zhibiao::CorrectionResult>& results);

  // An input that is not read: its corrections were applied by the run that did, or nobody can tell.
  void excuse(const zhibiao::Source& source);

  // What is to be said at the end, and whether each was applied wherever it was tried.
  std::string summary() const;
  bool all_applied() const;

 private:
  enum class Fate { unused, excused, applied, refused };

  const zhibiao::Corrections& corrections_;
  std::vector<Fate> fates_;
};

}  // namespace cli
