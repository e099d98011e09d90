// Goals without a number that tie an indicator to something else: 居民收入与经济增长同步, 力争更好结果.
#pragma once

#include <vector>

#include "extract/ground.hpp"
#include "extract/row_matcher.hpp"

namespace zhibiao::extract {

struct Relative {
  std::uint32_t indicator = no_index;
  Relation relation = Relation::in_step;
  std::string_view reference;  // empty for a stretch goal; "other" stands for the words of `reference_words`
  Range reference_words;
  std::optional<Period> period;
  Commitment commitment = Commitment::expected;
  Range mention, evidence;
};

// Reads one lexed sentence of the plan part. `list_head` is the indicator that a stretch goal speaks of.
void read_relative(const Context& context, const Lexed& lexed, bool english, std::uint32_t list_head,
                   RowMatcher& rows, std::vector<Relative>& out);

}  // namespace zhibiao::extract
