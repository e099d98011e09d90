#include "match/pattern.hpp"

#include <re2/re2.h>

#include <mutex>
#include <type_traits>

namespace zhibiao::match {
namespace {

// The string type that this RE2 takes, read off its own Match: re2::StringPiece or absl::string_view.
template <typename T>
struct match_piece;
template <typename R, typename C, typename A0, typename A1, typename A2, typename A3, typename Sub, typename A5>
struct match_piece<R (C::*)(A0, A1, A2, A3, Sub, A5) const> {
  using type = std::remove_pointer_t<Sub>;
};
using Piece = match_piece<decltype(&re2::RE2::Match)>::type;

Piece to_piece(std::string_view s) noexcept { return Piece(s.data(), s.size()); }
std::string_view to_view(const Piece& p) noexcept { return {p.data(), p.size()}; }

constexpr std::int64_t max_memory = std::int64_t{64} << 20;  // a longer lexicon must not fall off the DFA
constexpr int max_groups = static_cast<int>(Program::most_groups);

// The text is cut at `end` before it is matched, so that $ means the end of the range; what stands before `begin` stays
// visible to \b.

}  // namespace

struct Pattern::Impl {
  Impl(std::string written, std::string_view of_program, std::optional<Program> steps)
      : kept(std::move(written)), expression(kept.empty() ? of_program : kept), program(std::move(steps)) {}

  const re2::RE2& regex() const {
    std::call_once(compiled, [this] {
      re2::RE2::Options options;
      options.set_log_errors(false);
      options.set_max_mem(max_memory);
      regex_ = std::make_unique<re2::RE2>(to_piece(expression), options);
    });
    return *regex_;
  }

  // RE2 finds groups by slower engines, with memory of their own for each attempt: it is asked for them only where it
  // matches, which is seldom, and from the place where it does.
  bool match_by_re2(std::string_view text, std::size_t begin, std::size_t end, re2::RE2::Anchor anchor,
                    std::vector<std::string_view>& groups) const {
    const re2::RE2& re = regex();
    const Piece whole = to_piece(text.substr(0, end));
    Piece pieces[max_groups];
    const int count = re.NumberOfCapturingGroups() + 1;
    if (!re.Match(whole, begin, end, anchor, pieces, 1)) return false;
    if (count > 1) {
      const auto from = static_cast<std::size_t>(pieces[0].data() - whole.data());
      if (!re.Match(whole, from, end, re2::RE2::ANCHOR_START, pieces, count)) return false;
    }
    groups.clear();
    for (int i = 0; i < count; ++i) groups.push_back(to_view(pieces[i]));
    return true;
  }

  bool match_by_steps(std::string_view text, std::size_t begin, std::size_t end, re2::RE2::Anchor anchor,
                      Program::Scratch& scratch, Groups& groups) const {
    const bool found = anchor == re2::RE2::ANCHOR_START ? program->match_at(text, begin, end, scratch)
                                                        : program->search(text, begin, end, scratch);
    if (!found) return false;
    groups.assign(std::span(scratch.slots).first(2 * program->groups()),
                  [&](std::uint32_t first, std::uint32_t last) { return text.substr(first, last - first); });
    return true;
  }

  bool match(std::string_view text, std::size_t begin, std::size_t end, re2::RE2::Anchor anchor, Groups& groups) const {
    if (groups.engine_ == Engine::steps && program) return match_by_steps(text, begin, end, anchor, groups.scratch_, groups);
    return match_by_re2(text, begin, end, anchor, groups.spans_);
  }

  std::string kept;
  std::string_view expression;
  std::optional<Program> program;

 private:
  mutable std::once_flag compiled;
  mutable std::unique_ptr<re2::RE2> regex_;
};

Result<Pattern> Pattern::compile(std::string_view expression, std::string_view where) {
  Pattern pattern = known(expression);
  const re2::RE2& regex = pattern.impl_->regex();
  if (!regex.ok()) return Error{ErrorCode::broken_lexicon, std::string(where) + ": " + regex.error()};
  if (regex.NumberOfCapturingGroups() >= max_groups) {
    return Error{ErrorCode::broken_lexicon, std::string(where) + ": more than 15 groups"};
  }
  return pattern;
}

Pattern Pattern::known(std::string_view expression, std::optional<Program> program) {
  Pattern pattern;
  pattern.impl_ = std::make_shared<const Impl>(std::string(expression), expression, std::move(program));
  return pattern;
}

std::size_t Pattern::match_at(std::string_view text, std::size_t begin, std::size_t end) const {
  Piece whole;
  const bool found = impl_->regex().Match(to_piece(text.substr(0, end)), begin, end, re2::RE2::ANCHOR_START, &whole, 1);
  return found ? begin + whole.size() : std::string_view::npos;
}

bool Pattern::match_at(std::string_view text, std::size_t begin, std::size_t end, Groups& groups) const {
  return impl_->match(text, begin, end, re2::RE2::ANCHOR_START, groups);
}

bool Pattern::search(std::string_view text, std::size_t begin, std::size_t end, Groups& groups) const {
  return impl_->match(text, begin, end, re2::RE2::UNANCHORED, groups);
}

Pattern Pattern::in_place(std::string_view expression, std::optional<Program> program) {
  Pattern pattern;
  pattern.impl_ = std::make_shared<const Impl>(std::string(), expression, std::move(program));
  return pattern;
}

std::string_view Pattern::expression() const noexcept { return impl_->expression; }

const std::optional<Program>& Pattern::program() const noexcept { return impl_->program; }

int Pattern::group_count() const { return impl_->regex().NumberOfCapturingGroups(); }

int Pattern::group_index(std::string_view name) const {
  const auto& names = impl_->regex().NamedCapturingGroups();
  const auto found = names.find(std::string(name));
  return found == names.end() ? -1 : found->second;
}

}  // namespace zhibiao::match
