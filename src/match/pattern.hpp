// RE2 behind a small door, for both of its generations (StringPiece until 2023-03, absl::string_view since).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/result.hpp"

namespace zhibiao::match {

class Pattern {
 public:
  // `where` names the pattern in errors: "statements.json: row list/pairs".
  static Result<Pattern> compile(std::string_view expression, std::string_view where);

  // An expression that was compiled before and is right: RE2 compiles it when it is first asked.
  static Pattern known(std::string_view expression);

  // Anchored at text[begin]; end of the match, or npos.
  std::size_t match_at(std::string_view text, std::size_t begin, std::size_t end) const;

  // Anchored, with groups: spans of group 0..n-1 (empty data() where a group took no part).
  bool match_at(std::string_view text, std::size_t begin, std::size_t end, std::vector<std::string_view>& groups) const;

  // Leftmost match anywhere in text[begin, end).
  bool search(std::string_view text, std::size_t begin, std::size_t end, std::vector<std::string_view>& groups) const;

  int group_count() const;
  int group_index(std::string_view name) const;  // -1 where there is none

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

std::string re2_version();

}  // namespace zhibiao::match
