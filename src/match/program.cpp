#include "match/program.hpp"

#include <algorithm>

#include "match/needs.hpp"
#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

using Kind = SyntaxNode::Kind;
using Step = Program::Step;

constexpr std::size_t most_steps = 8192;
constexpr char32_t no_character = ~char32_t{0};

struct Unfit {};  // thrown inside this file

class Writer {
 public:
  void write(const SyntaxNode& node) {
    switch (node.kind) {
      case Kind::empty: break;
      case Kind::characters: write_characters(node.characters); break;
      case Kind::sequence:
        for (const SyntaxNode& part : node.parts) write(part);
        break;
      case Kind::choice: write_choice(node); break;
      case Kind::repeat: write_repeat(node); break;
      case Kind::group:
        if (node.group > 0) save(2 * node.group);
        write(node.parts[0]);
        if (node.group > 0) save(2 * node.group + 1);
        break;
      case Kind::text_end: put(Step::end); break;
      case Kind::word_border: put(Step::border); break;
    }
  }

  void save(int slot) { put(Step::save, static_cast<std::uint32_t>(slot)); }

  std::uint32_t put(Step::Kind kind, std::uint32_t a = 0, std::uint32_t b = 0) {
    if (steps.size() >= most_steps) throw Unfit{};
    steps.push_back({kind, a, b, kind == Step::split ? splits++ : 0});
    return here() - 1;
  }

  std::vector<Step> steps;
  std::vector<CharacterRange> ranges;
  std::uint32_t splits = 0;

 private:
  std::uint32_t here() const { return static_cast<std::uint32_t>(steps.size()); }

  void write_characters(const std::vector<CharacterRange>& set) {
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

  void write_choice(const SyntaxNode& node) {
    std::vector<std::uint32_t> ends;
    for (std::size_t k = 0; k < node.parts.size(); ++k) {
      const bool last = k + 1 == node.parts.size();
      const std::uint32_t split = last ? 0 : put(Step::split, here() + 1);
      write(node.parts[k]);
      if (last) break;
      ends.push_back(put(Step::jump));
      steps[split].b = here();
    }
    for (const std::uint32_t end : ends) steps[end].a = here();
  }

  void set_split(std::uint32_t split, std::uint32_t in, std::uint32_t out, bool greedy) {
    steps[split].a = greedy ? in : out;
    steps[split].b = greedy ? out : in;
  }

  void write_repeat(const SyntaxNode& node) {
    // What turns that match nothing do is a matter of its own.
    if (node.parts[0].may_be_empty() && node.max != 1) throw Unfit{};
    for (int k = 0; k < node.min; ++k) write(node.parts[0]);
    if (node.max == SyntaxNode::unlimited) {
      const std::uint32_t split = put(Step::split);
      write(node.parts[0]);
      put(Step::jump, split);
      set_split(split, split + 1, here(), node.greedy);
      return;
    }
    std::vector<std::uint32_t> splits_here;
    for (int k = node.min; k < node.max; ++k) {
      splits_here.push_back(put(Step::split));
      write(node.parts[0]);
    }
    for (const std::uint32_t split : splits_here) set_split(split, split + 1, here(), node.greedy);
  }
};

std::uint64_t low_bits(const CharacterSet& set) {
  std::uint64_t bits = 0;
  for (const CharacterRange& range : set) {
    for (char32_t c = range.first; c <= range.last && c - range.first < 64; ++c) bits |= std::uint64_t{1} << (c & 63);
  }
  return bits;
}

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
  try {
    writer.save(0);
    writer.write(syntax.root);
    writer.save(1);
    writer.put(Step::match);
  } catch (const Unfit&) {
    return std::nullopt;
  }
  Program program;
  program.steps_ = std::move(writer.steps);
  program.ranges_ = std::move(writer.ranges);
  program.splits_ = writer.splits;
  program.groups_ = static_cast<std::uint32_t>(syntax.groups + 1);
  if (!syntax.root.may_be_empty()) program.first_ = low_bits(first_of(syntax.root));
  return program;
}

bool Program::search(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const {
  return try_from(text.substr(0, end), begin, false, scratch);
}

bool Program::match_at(std::string_view text, std::size_t begin, std::size_t end, Scratch& scratch) const {
  return try_from(text.substr(0, end), begin, true, scratch);
}

bool Program::try_from(std::string_view text, std::size_t begin, bool anchored, Scratch& scratch) const {
  auto furthest = static_cast<std::uint32_t>(begin);
  bool found = false, tried = false;
  for (std::size_t at = begin;;) {
    std::size_t behind = at;
    const bool may_begin = first_ == ~std::uint64_t{0} ||
                           (at < text.size() && (first_ >> (text::next_character(text, behind) & 63) & 1) != 0);
    if (may_begin) {
      if (!std::exchange(tried, true)) {
        const std::size_t size = (text.size() - begin + 1) * width();
        if (scratch.failed.size() < size) scratch.failed.resize(size, 0);
      }
      found = run(text, begin, at, furthest, scratch);
    }
    if (found || anchored || at >= text.size()) break;
    at = behind > at ? behind : at + text::sequence_length(text[at]);
  }
  if (tried) std::fill_n(scratch.failed.begin(), (furthest - begin + 1) * width(), 0);
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
