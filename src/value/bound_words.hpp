// Words that bound a number: 超过 and at least before it, 以上 and or more behind its unit.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "zhibiao/report.hpp"

namespace zhibiao::value {

struct BoundWord {
  std::string_view word;
  std::optional<Bound> bound;  // empty: a longer word that ends (or begins) like a bound word and is none
};

// Words found by their last (or first) three bytes; all of ours are that long.
class BoundTable {
 public:
  enum class Side { before, behind };

  BoundTable(const BoundWord* words, std::size_t count, Side side);

  // The longest word that ends (or begins) `text`, or null.
  const BoundWord* find(std::string_view text) const;

 private:
  struct Row {
    std::uint32_t key;
    BoundWord word;
  };

  std::uint32_t key(std::string_view text) const noexcept;

  Side side_;
  std::vector<Row> rows_;
};

const BoundTable& bounds_before(bool english);
const BoundTable& bounds_behind(bool english);

}  // namespace zhibiao::value
