#include "match/program.hpp"

#include <algorithm>

#include "match/needs.hpp"
#include "match/step_writer.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

using Step = Program::Step;

constexpr std::size_t most_steps = 8192;
constexpr char32_t no_character = ~char32_t{0};

class Writer : public StepWriter<Writer> {
 public:
  std::uint32_t here() const { return static_cast<std::uint32_t>(steps.size()); }

  void put_characters(const CharacterSet& set) {
    if (set.size() == 1 && set[0].first == set[0].last) {
      put(Step::one, set[0].first);
      return;
    }
    const auto same = [](const CharacterRange& x, const CharacterRange& y) { return x.first == y.first && x.last == y.last; };
    const auto known = std::search(ranges.begin(), ranges.end(), set.begin(), set.end(), same);
    const auto place = static_cast<std::uint32_t>(known - ranges.begin());
    if (known == ranges.end()) ranges.insert(ranges.end(), set.begin(), set.end());
    put(Step::any_of, place, static_cast<std::uint32_t>(set.size()));
  }
  void put_save(int slot) { put(Step::save, static_cast<std::uint32_t>(slot)); }
  void put_end() { put(Step::end); }
  void put_match() { put(Step::match); }
  void put_border() { put(Step::border); }

  std::uint32_t put_split() {
    const std::uint32_t split = put(Step::split);
    steps[split].number = splits++;
    return split;
  }
  void set_split(std::uint32_t split, std::uint32_t first, std::uint32_t other) {
    steps[split].a = first;
    steps[split].b = other;
  }
  std::uint32_t put_jump(std::uint32_t to) { return put(Step::jump, to); }
  void set_jump(std::uint32_t jump, std::uint32_t to) { steps[jump].a = to; }

  // What turns that match nothing do is a matter of its own.
  static bool fits(const SyntaxNode& repeat) { return !repeat.parts[0].may_be_empty() || repeat.max == 1; }

  std::vector<Step> steps;
  std::vector<CharacterRange> ranges;
  std::uint32_t splits = 0;

 private:
  std::uint32_t put(Step::Kind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    if (steps.size() >= most_steps) throw Unfit{};
    steps.push_back({kind, a, b, 0});
    return here() - 1;
  }
};

bool holds(const CharacterRange* range, std::uint32_t count, char32_t c) noexcept {
  for (; count > 0; --count, ++range) {
    if (c <= range->last) return c >= range->first;
  }
  return false;
}

bool is_word(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

bool at_border(std::string_view text, std::size_t at) noexcept {
  return (at > 0 && is_word(text[at - 1])) != (at < text.size() && is_word(text[at]));
}

}  // namespace

std::optional<Program> Program::compile(const Syntax& syntax) {
  if (syntax.groups >= static_cast<int>(most_groups)) return std::nullopt;
  Writer writer;
  if (!writer.write_whole(syntax)) return std::nullopt;
  Program program;
  program.steps_ = std::move(writer.steps);
  program.ranges_ = std::move(writer.ranges);
  program.splits_ = writer.splits;
  program.groups_ = static_cast<std::uint32_t>(syntax.groups + 1);
  if (!syntax.root.may_be_empty()) program.first_ = FewBits::of(first_of(syntax.root));
  if (const auto second = second_of(syntax.root)) program.second_ = FewBits::of(*second);
  return program;
}

bool Program::search(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const {
  return try_from(text.substr(0, end), begin, false, scratch);
}

bool Program::match_at(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const {
  return try_from(text.substr(0, end), begin, true, scratch);
}

// By the character at `at` and the one behind it; `behind` moves behind the first if it is looked at.
bool Program::may_begin(std::string_view text, std::size_t at, std::size_t& behind) const noexcept {
  if (first_.is_all()) return true;
  if (at >= text.size() || !first_.may_hold(text::next_character(text, behind))) return false;
  return behind >= text.size() || second_.may_hold(text::character_at(text, behind));
}

// Moves `at` to the first place at or behind it where a match may begin; false where there is none.
bool Program::find_start(std::string_view text, std::size_t& at) const noexcept {
  if (first_.is_all()) return true;
  while (at < text.size()) {
    std::size_t behind = at;
    if (may_begin(text, at, behind)) return true;
    at = behind;
  }
  return false;
}

bool Program::try_from(std::string_view text, std::size_t begin, bool anchored, Scratch& scratch) const {
  std::size_t at = begin, behind = begin;
  if (anchored ? !may_begin(text, at, behind) : !find_start(text, at)) return false;
  const std::size_t size = (text.size() - begin + 1) * width();
  if (scratch.failed.size() < size) scratch.failed.resize(size, 0);
  auto furthest = static_cast<std::uint32_t>(begin);
  bool found = run(text, begin, at, furthest, scratch);
  while (!found && !anchored && at < text.size()) {
    at += text::sequence_length(text[at]);
    if (!find_start(text, at)) break;
    found = run(text, begin, at, furthest, scratch);
  }
  std::fill_n(scratch.failed.begin(), (furthest - begin + 1) * width(), 0);
  return found;
}

// What was tried once at a split and a place, and led to nothing, is not tried again: `failed` is for all beginnings of a search.
bool Program::run(std::string_view text, std::size_t base, std::size_t start, std::uint32_t& furthest, Scratch& scratch) const {
  const Step* const steps = steps_.data();
  const CharacterRange* const ranges = ranges_.data();
  const std::size_t size = text.size(), words = width();
  auto& [jobs, failed, slots] = scratch;
  std::fill_n(slots.begin(), 2 * groups_, no_place);
  jobs.clear();
  std::uint32_t s = 0;
  auto at = static_cast<std::uint32_t>(start);
  std::size_t behind = at;
  char32_t c = no_character;  // at `at`, with its end
  const auto look = [&] {
    behind = at;
    c = at < size ? text::next_character(text, behind) : no_character;
  };
  look();
  for (;;) {
    const Step& step = steps[s];
    bool fits = true;
    switch (step.kind) {
      case Step::one:
      case Step::any_of:
        fits = step.kind == Step::one ? c == step.a : holds(ranges + step.a, step.b, c);
        if (fits) {
          at = static_cast<std::uint32_t>(behind);
          look();
          ++s;
        }
        break;
      case Step::split: {
        std::uint64_t& word = failed[(at - base) * words + step.number / 64];
        const std::uint64_t bit = std::uint64_t{1} << (step.number % 64);
        fits = (word & bit) == 0;
        if (!fits) break;
        word |= bit;
        furthest = std::max(furthest, at);
        // A choice that the next character rules out is not begun.
        if (steps[step.a].kind == Step::one && steps[step.a].a != c) {
          s = step.b;
        } else {
          jobs.push_back({step.b, at, -1, 0});
          s = step.a;
        }
        break;
      }
      case Step::jump: s = step.a; break;
      case Step::save:
        jobs.push_back({0, 0, static_cast<std::int32_t>(step.a), slots[step.a]});
        slots[step.a] = at;
        ++s;
        break;
      case Step::border:
        fits = at_border(text, at);
        ++s;
        break;
      case Step::end:
        fits = at == size;
        ++s;
        break;
      default: return true;
    }
    while (!fits) {
      if (jobs.empty()) return false;
      const Scratch::Job job = jobs.back();
      jobs.pop_back();
      if (job.slot >= 0) {
        slots[static_cast<std::size_t>(job.slot)] = job.before;
        continue;
      }
      s = job.step;
      if (at != job.at) {
        at = job.at;
        look();
      }
      fits = true;
    }
  }
}

}  // namespace zhibiao::match
