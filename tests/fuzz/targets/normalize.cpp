// One spelling for one sign, and the places of sentences: the map leads back to whole characters in order; the break rules
// byte by byte and by ICU give the same sentences.
#include "fuzz.hpp"
#include "lexicon/data.hpp"
#include "text/normalize.hpp"
#include "text/segment.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

const text::Segmenter& segmenter() {
  static const Lexicon lexicon = need(Lexicon::built_in());
  static const auto made = text::Segmenter::create(lexicon.data().segment_rules);
  return need(made);
}

void check_segments(std::string_view text) {
  const text::Segmentation segmentation = segmenter().segment(text), by_rules = segmenter().segment_by_rules(text);
  require_none(broken_segments(text, segmentation));
  const auto same = [](const text::Sentence& a, const text::Sentence& b) {
    return a.begin == b.begin && a.end == b.end && a.paragraph == b.paragraph && a.heading == b.heading;
  };
  require(std::equal(segmentation.sentences.begin(), segmentation.sentences.end(), by_rules.sentences.begin(),
                     by_rules.sentences.end(), same),
          "other sentences by the rules");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Characters characters(data, size);
  const text::Normalized normalized = text::normalize(characters.text());
  require_none(broken_map(characters.text(), normalized));
  const text::Normalized again = text::normalize(characters.text());
  require(again.text == normalized.text && again.language == normalized.language, "the same text, normalized in two ways");
  check_segments(normalized.text);
  check_segments(characters.text());
  return 0;
}
