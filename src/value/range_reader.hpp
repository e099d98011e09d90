// Reads the second number of a range: 5%-6%, 3.5~4万人, 8000至1.2万元, between 5 and 6 percent; and tells times from sizes.
#pragma once

#include <optional>

#include "value/part_reader.hpp"

namespace zhibiao::value {

class RangeReader : public PartReader {
 public:
  using PartReader::PartReader;

 protected:
  // A second number that makes a range of `first`; `ordinal_end` is set where both are part of a date or the like.
  std::optional<Part> second_part(const Part& first, std::size_t begin, std::size_t& ordinal_end) const;
  // Unit and multiplier of the second number hold for a first that has none: 3.5~4万人, 8000至1.2万元.
  bool makes_range(Part& first, const Part& second) const;
  bool is_ordinal(const Part& p, std::size_t begin) const;
  bool is_size_of_years(const Part& p, std::size_t begin) const;

 private:
  // Behind `at`: the mark of a range; where its second number would stand, or npos.
  std::size_t behind_range_mark(std::size_t at, bool& word, bool& pair) const;
  // 从5%到6%, 由5%至6%, from 5 to 6 percent: a way from one value to another.
  bool is_way(std::size_t begin) const;
  bool is_step(const Part& first, const Part& second, std::size_t begin) const;
  bool is_chinese_step(const Part& first, const Part& second, std::size_t begin) const;
  // US$5 to US$6 billion: the currency that stands before a number, and its bytes; 0 where none does.
  struct Money {
    std::size_t size = 0;
    std::string_view unit = {};
  };
  Money money_at(std::size_t at) const;
  std::size_t dashed_end(std::size_t at) const;
  // 2025 alone: four digits of our centuries, without sign or separator.
  bool is_year_number(const Part& p) const;
};

}  // namespace zhibiao::value
