// From the JSON files of the lexicon to LexiconData, checked whole.
//
// Every refusal is one sentence "file:line: reason", where line is that of the offending value.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/data.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::lexicon {

struct LexiconFile {
  std::string_view name;  // as it stands in errors; "*.rules" is taken as it is, all else is JSON
  std::string_view text;
};

// The files of a complete lexicon. Which sections a file holds is told by its keys, so they may be split at will.
Result<LexiconData> load(const std::vector<LexiconFile>& files);

// The built-in lexicon from its JSON files, with every name spelt out.
Result<LexiconData> load_embedded();

// `base` with the indicators and units of one file: an id that is there is replaced where it stands, a new one is
// put behind the others and becomes an extension.
Result<LexiconData> extend(const LexiconData& base, const LexiconFile& file);

// Whether records can have this unit: a base unit of `data`, or a compound a_per_b of which the first part is one.
bool is_unit(const LexiconData& data, std::string_view id);

}  // namespace zhibiao::lexicon
