// Which rows of the statement table match the letters of a sentence at a place, in table order.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/model.hpp"
#include "match/letters.hpp"

namespace zhibiao::extract {

// How a text is read: through gates that pass over what cannot matter, or wholly, with RE2 and ICU over everything. Both give the
// same report; the plain way is slow and is there to hold the other to it.
enum class Path { gated, plain };

class RowMatcher {
 public:
  // `tables` by language: Chinese, English.
  RowMatcher(const Model& model, const std::array<RowTable, 2>& tables, Path path);

  // The letters must stay as they are while they are matched.
  void begin_sentence(std::string_view letters, bool english);

  // Looks at a place; then next() gives the rows that match there, or nullptr behind the last.
  void look_at(std::uint32_t place);
  const Row* next();

  // Of the row that next() gave.
  std::uint32_t row() const noexcept { return row_; }
  std::uint32_t end() const noexcept { return end_; }  // token behind the match
  const match::Groups& groups() const noexcept { return groups_; }

 private:
  bool match(const Row& row);
  bool followed(const Row& row);

  const Model& model_;
  const std::array<RowTable, 2>& tables_;
  Path path_;
  std::array<match::LetterAutomaton, 2> automata_;
  std::array<match::LetterSet, 2> needed_;  // every match holds one of them
  std::size_t language_ = 0;
  std::string_view letters_;  // of the sentence
  std::string_view reach_;    // ... as far as an item at the place may reach
  std::uint32_t place_ = 0;
  std::uint32_t behind_needed_ = 0;  // from here on stands no letter that every match holds
  std::size_t tried_ = 0;            // rows of the table
  std::vector<std::uint64_t> matching_;
  std::uint32_t row_ = 0, end_ = 0;
  match::Groups groups_{match::Engine::re2};  // asked on the plain path
  match::LetterProgram::Scratch scratch_;
};

}  // namespace zhibiao::extract
