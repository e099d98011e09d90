// Which region a text names most often: asked where nothing above a report says whose it is.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexicon/data.hpp"

namespace zhibiao::extract {

// All spellings of the regions of a lexicon, which must outlive it.
class RegionNames {
 public:
  static constexpr std::array<std::string_view, 6> sizes = {"省", "市", "县", "区", "州", "旗"};
  using Votes = std::array<std::size_t, sizes.size()>;  // how often a text says that it speaks of one of this size

  explicit RegionNames(const std::vector<RegionEntry>& regions);

  // The region named most often among those of a size with half of the most votes; nothing where none stands out.
  std::optional<std::string> most_named(std::string_view text, const Votes& votes) const;

 private:
  enum class Kind : std::uint8_t { name, short_form, cut };  // 江海市; listed; 江海
  struct Spelling {
    std::string_view name;  // the official name it stands for
    std::uint8_t size = 0;
    Kind kind = Kind::name;
    std::uint32_t next = none;  // of the same spelling, later in the list
  };
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  static constexpr std::size_t shortest = 6;  // bytes: two characters

  void add(std::string_view spelling, std::string_view name, std::size_t size, Kind kind);
  static std::size_t place_of(const char* first_two) noexcept;
  const Spelling* find(std::string_view spelling, const Votes& votes, std::size_t most) const;

  std::vector<Spelling> spellings_;
  struct Chain {
    std::uint32_t first = none, last = none;
  };
  std::unordered_map<std::string_view, Chain> by_spelling_;
  // By hash of the first two characters: a bit for each number of characters that a spelling has, the last one for all above.
  std::vector<std::uint16_t> lengths_;
  std::size_t longest_ = 0;  // in characters
};

}  // namespace zhibiao::extract
