// The words and rules by which texts are read: indicators, units, cue words, statement patterns.
//
//   auto lexicon = zhibiao::Lexicon::built_in();
//   auto mine = lexicon->extended(json_text, "mine.json");   // adds to or replaces indicators
//   if (!mine) return complain(mine.error());                // "mine.json:41: indicator x: unknown unit 'foo'"
//   auto extractor = zhibiao::Extractor::create(*mine);
//
// The format is documented in src/lexicon/README.md and held to lexicon.schema.json.
//
// Threads   A Lexicon never changes once made; share it freely. Copies share one body.
// Errors    A broken lexicon is refused whole, with file, line and reason; nothing is half loaded.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/result.hpp"

namespace zhibiao {

// One indicator as the lexicon lists it (for --list-indicators and for programs that build menus).
struct IndicatorInfo {
  std::string id;                   // "gdp"; stable
  std::string label_zh;             // official name
  std::string label_en;             // the same in English
  std::string group;                // "national_accounts", ...
  std::vector<std::string> units;   // base units that its level may have
  bool headline = false;            // one of the headline indicators of a report
  bool extension = false;           // not one of the canonical ids
};

struct LexiconData;  // src/lexicon/data.hpp

// Immutable; see the head of this file.
class ZHIBIAO_API Lexicon {
 public:
  // What the library ships with.
  static Result<Lexicon> built_in();

  // This lexicon with the indicators (and units) of `json` added; an id that is there is replaced.
  Result<Lexicon> extended(std::string_view json, std::string_view file_name) const;

  const std::string& version() const noexcept;    // "2026.11", of the built-in part
  std::vector<IndicatorInfo> indicators() const;  // without coordinated mentions, in lexicon order

  // For the library itself.
  const LexiconData& data() const noexcept { return *data_; }

 private:
  explicit Lexicon(std::shared_ptr<const LexiconData> data) : data_(std::move(data)) {}
  std::shared_ptr<const LexiconData> data_;
};

}  // namespace zhibiao
