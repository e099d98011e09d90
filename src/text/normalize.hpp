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

#include "text/survey.hpp"

namespace zhibiao::text {

// Positions of the normalized text to positions of the source. Between two turns both go on side by side.
class OffsetMap {
 public:
  void clear();
  // From `to` of the normalized text on the source goes on at `from`; what stands before `to` ended at `from_end`.
  void turn(std::size_t to, std::size_t from_end, std::size_t from) {
    Turn& last = turns_.back();
    if (last.to == to) {  // what was left out before stays between
      last.from = static_cast<std::uint32_t>(from);
    } else {
      turns_.push_back({static_cast<std::uint32_t>(to), static_cast<std::uint32_t>(from_end), static_cast<std::uint32_t>(from)});
    }
  }
  // ... but all up to the next turn came from the one character at `from`.
  void turn_to_one(std::size_t to, std::size_t from_end, std::size_t from);
  void finish(std::size_t normalized_size) { size_ = normalized_size; }

  // Source position of the character that starts at `position` of the normalized text; O(log turns).
  std::size_t begin_of(std::size_t position) const;
  // Source position just behind the character that ends at `position` of the normalized text.
  std::size_t end_of(std::size_t position) const;

 private:
  static constexpr std::uint32_t one = std::uint32_t{1} << 31;  // marks `from` of turn_to_one()

  struct Turn {
    std::uint32_t to = 0, from_end = 0, from = 0;
  };
  const Turn& last_turn(std::size_t position) const;

  std::vector<Turn> turns_;
  std::size_t size_ = 0;
};

struct Normalized {
  std::string text;
  OffsetMap map;
  Language language = Language::zh_hans;
};

// Normalizes texts one after the other; keeps its memory, and that of `out`.
class Normalizer {
 public:
  // `utf8` must be well-formed (text/utf8.hpp) and shorter than 2^31 bytes. Linear in its length.
  void normalize(std::string_view utf8, Normalized& out);
  // The same, with a look at every character: the oracle of the other.
  void normalize_by_characters(std::string_view utf8, Normalized& out);

 private:
  Marks marks_;
};

Normalized normalize(std::string_view utf8);

}  // namespace zhibiao::text
