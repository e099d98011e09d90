// Words that bound a number: 超过 and at least before it, 以上 and or more behind its unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

struct BoundWord {
  std::string word;
  std::optional<Bound> bound;  // empty: a longer word that ends (or begins) like a bound word and is none
};

// Words found by their last (or first) three bytes; all of ours are that long.
class BoundTable {
 public:
  enum class Side { before, behind };

  explicit BoundTable(Side side) : side_(side) {}

  bool add(std::string_view word, std::optional<Bound> bound);  // false: the word is too short
  void freeze();  // no add() behind this; call once before find()

  // The longest word that ends (or begins) `text`, or null.
  const BoundWord* find(std::string_view text) const;

 private:
  static constexpr std::size_t key_size = 3;

  struct Row {
    std::uint32_t key;
    BoundWord word;
  };

  std::uint32_t key(std::string_view text) const noexcept;

  Side side_;
  std::vector<Row> rows_;
};

}  // namespace zhibiao::value
