#include "extract/row_matcher.hpp"

#include <algorithm>
#include <bit>

namespace zhibiao::extract {
namespace {

// Letters that an item may have. Real ones have fewer than a hundred; a longer one would let the work grow with the square of
// a sentence.
constexpr std::size_t longest_item = 1024;

constexpr std::size_t bits = 64;

}  // namespace

RowMatcher::RowMatcher(const Model& model, const std::array<RowTable, 2>& tables, Path path)
    : model_(model),
      tables_(tables),
      path_(path),
      automata_{match::LetterAutomaton(tables[0].letters), match::LetterAutomaton(tables[1].letters)},
      needed_{tables[0].all_needed(), tables[1].all_needed()} {}

void RowMatcher::begin_sentence(std::string_view letters, bool english) {
  letters_ = letters;
  language_ = english ? 1 : 0;
  const match::LetterSet& needed = needed_[language_];
  behind_needed_ = static_cast<std::uint32_t>(letters.size());
  while (behind_needed_ > 0 && !needed.holds(letters[behind_needed_ - 1])) --behind_needed_;
}

void RowMatcher::look_at(std::uint32_t place) {
  place_ = place;
  reach_ = letters_.substr(0, place + longest_item);
  tried_ = 0;
  if (path_ == Path::plain) return;
  match::LetterAutomaton& automaton = automata_[language_];
  matching_.resize(automaton.words());
  if (place >= behind_needed_ || !automaton.match_at(reach_, place, matching_.data())) {
    tried_ = tables_[language_].rows.size();
  }
}

const Row* RowMatcher::next() {
  const std::vector<std::uint32_t>& rows = tables_[language_].rows;
  while (tried_ < rows.size()) {
    if (path_ == Path::gated) {
      const std::uint64_t left = matching_[tried_ / bits] >> (tried_ % bits);
      if (left == 0) {
        tried_ += bits - tried_ % bits;
        continue;
      }
      tried_ += static_cast<std::size_t>(std::countr_zero(left));
    }
    row_ = rows[tried_++];
    const Row& row = model_.rows[row_];
    if (match(row) && end_ > place_ && !followed(row)) return &row;
  }
  return nullptr;
}

bool RowMatcher::match(const Row& row) {
  if (path_ == Path::plain) {
    if (!row.pattern.match_at(reach_, place_, reach_.size(), groups_)) return false;
  } else {
    if (!row.program.match_at(reach_, place_, scratch_)) return false;
    groups_.assign(scratch_.slots,
                   [&](std::uint32_t first, std::uint32_t last) { return letters_.substr(first, last - first); });
  }
  end_ = static_cast<std::uint32_t>(place_ + groups_[0].size());
  return true;
}

// Whether what stands behind the match forbids it.
bool RowMatcher::followed(const Row& row) {
  if (!row.unless_next) return false;
  if (path_ == Path::plain) return row.unless_next->match_at(letters_, end_, letters_.size()) != std::string_view::npos;
  return row.unless_next_program->match_at(letters_, end_, scratch_);
}

}  // namespace zhibiao::extract
