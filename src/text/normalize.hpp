// One spelling for one sign: full-width letters, digits and punctuation become ASCII (。 and 、 stay),
// spaces that stand inside Chinese text or inside numbers go, dash and tilde variants become '-' and '~',
// traditional characters become simplified where the text is traditional, lines that were only wrapped are
// joined. A map leads every position back.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao::text {

enum class Language { zh_hans, zh_hant, en };

// Positions of the normalized text to positions of the source, by runs. A run is either a copy (as many
// bytes on both sides, every character its own origin) or one source character that was rewritten.
class OffsetMap {
 public:
  // Bytes [to, to of the next run) of the normalized text came from [from, from_end) of the source.
  void add(std::uint32_t to, std::uint32_t from, std::uint32_t from_end, bool copy);
  void finish(std::uint32_t normalized_size) { size_ = normalized_size; }

  // Source position of the character that starts at `position` of the normalized text; O(log runs).
  std::size_t begin_of(std::size_t position) const;
  // Source position just behind the character that ends at `position` of the normalized text.
  std::size_t end_of(std::size_t position) const;

 private:
  std::size_t run_of(std::size_t position) const;

  std::vector<std::uint32_t> to_, from_, from_end_;
  std::vector<bool> copy_;
  std::uint32_t size_ = 0;
};

struct Normalized {
  std::string text;
  OffsetMap map;
  Language language = Language::zh_hans;
};

// `utf8` must be well-formed (text/utf8.hpp) and shorter than 2^31 bytes. Linear in its length.
Normalized normalize(std::string_view utf8);

}  // namespace zhibiao::text
