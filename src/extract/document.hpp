// What a report says of itself: title, day of the speech, region, the years it reviews and plans.
#pragma once

#include <optional>
#include <string_view>

#include "extract/region_names.hpp"
#include "lexicon/data.hpp"
#include "text/normalize.hpp"
#include "text/segment.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::extract {

// `normalized` is the text that `segmentation` was made of. Fields stay empty where the text does not settle them.
//
// Regions  RegionEntry::name may hold several official names parted by blanks (regions.json has a line for each
//          province); names that are not in the list are read too where the place in the text is clear.
// Cost     The head of the text and the starts of sentences are read; the whole of it only where those say nothing.
class DocumentReader {
 public:
  // The lexicon must outlive it.
  explicit DocumentReader(const LexiconData& lexicon) : lexicon_(lexicon) {}
  DocumentInfo read(std::string_view normalized, const text::Segmentation& segmentation, text::Language language);

 private:
  const LexiconData& lexicon_;
  std::optional<RegionNames> names_;  // made for the first text that asks for them, and kept
};

inline DocumentInfo read_document(std::string_view normalized, const text::Segmentation& segmentation, text::Language language,
                                  const LexiconData& lexicon) {
  return DocumentReader(lexicon).read(normalized, segmentation, language);
}

}  // namespace zhibiao::extract
