#include "match/letters.hpp"

#include <algorithm>

#include "match/step_writer.hpp"

namespace zhibiao::match {
namespace {

using Step = LetterProgram::Step;
using StepKind = Step::Kind;

constexpr std::size_t most_steps = 4096;
constexpr std::size_t most_states = 10'000;  // then the automaton begins anew

class Writer : public StepWriter<Writer> {
 public:
  std::uint32_t here() const { return static_cast<std::uint32_t>(steps.size()); }

  void put_characters(const CharacterSet& set) {
    Step& step = steps[put_on(StepKind::letter)];
    for (const CharacterRange& range : set) {
      for (char32_t c = range.first; c <= std::min<char32_t>(range.last, 127); ++c) step.set.add(static_cast<char>(c));
    }
  }
  void put_save(int slot) { steps[put_on(StepKind::save)].other = static_cast<std::uint32_t>(slot); }
  void put_end() { put_on(StepKind::end); }
  void put_match() { put(StepKind::match); }
  [[noreturn]] void put_border() { throw Unfit{}; }

  std::uint32_t put_split() { return put(StepKind::split); }
  void set_split(std::uint32_t split, std::uint32_t first, std::uint32_t other) {
    steps[split].next = first;
    steps[split].other = other;
  }
  // A jump is a split whose ways are one.
  std::uint32_t put_jump(std::uint32_t to) {
    const std::uint32_t jump = put_split();
    set_jump(jump, to);
    return jump;
  }
  void set_jump(std::uint32_t jump, std::uint32_t to) { set_split(jump, to, to); }

  // What a group holds after turns that match nothing is a matter of its own.
  static bool fits(const SyntaxNode& repeat) { return !repeat.parts[0].may_be_empty() || !repeat.parts[0].captures(); }

  std::vector<Step> steps;

 private:
  std::uint32_t put(StepKind kind, std::uint32_t next = 0) {
    if (steps.size() >= most_steps) throw Unfit{};
    steps.push_back({kind, next, 0, {}});
    return here() - 1;
  }

  // A step that goes on to the one behind it.
  std::uint32_t put_on(StepKind kind) { return put(kind, here() + 1); }
};

}  // namespace

std::optional<LetterProgram> LetterProgram::compile(const Syntax& syntax) {
  Writer writer;
  if (!writer.write_whole(syntax)) return std::nullopt;
  LetterProgram program;
  program.steps_ = std::move(writer.steps);
  program.slots_ = 2 * (syntax.groups + 1);
  return program;
}

bool LetterProgram::match_at(std::string_view letters, std::size_t begin, Scratch& scratch) const {
  const auto size = static_cast<std::uint32_t>(letters.size());
  const std::size_t width = (steps_.size() + 63) / 64;
  auto& [jobs, seen, slots] = scratch;
  if (seen.size() < width) seen.resize(width, 0);
  slots.assign(static_cast<std::size_t>(slots_), no_place);
  jobs.clear();
  jobs.push_back({0, static_cast<std::uint32_t>(begin), -1, 0});
  std::uint32_t furthest = static_cast<std::uint32_t>(begin);
  bool found = false;
  while (!jobs.empty() && !found) {
    const Scratch::Job job = jobs.back();
    jobs.pop_back();
    if (job.slot >= 0) {
      slots[static_cast<std::size_t>(job.slot)] = job.before;
      continue;
    }
    std::uint32_t at = job.at, s = job.step;
    for (;;) {
      std::uint64_t& word = seen[(at - begin) * width + s / 64];
      const std::uint64_t bit = std::uint64_t{1} << (s % 64);
      if ((word & bit) != 0) break;
      word |= bit;
      const Step& step = steps_[s];
      if (step.kind == Step::Kind::letter) {
        if (at == size || !step.set.holds(letters[at])) break;
        furthest = std::max(furthest, ++at);
        if (seen.size() < (at - begin + 1) * width) seen.resize(2 * (at - begin + 1) * width, 0);
        s = step.next;
      } else if (step.kind == Step::Kind::split) {
        if (step.other != step.next) jobs.push_back({step.other, at, -1, 0});
        s = step.next;
      } else if (step.kind == Step::Kind::save) {
        std::uint32_t& slot = slots[step.other];
        jobs.push_back({0, 0, static_cast<std::int32_t>(step.other), slot});
        slot = at;
        s = step.next;
      } else if (step.kind == Step::Kind::end) {
        if (at != size) break;
        s = step.next;
      } else {
        found = true;
        break;
      }
    }
  }
  std::fill_n(seen.begin(), (furthest - begin + 1) * width, 0);
  return found;
}

std::size_t LetterTable::add(const LetterProgram& program) {
  const auto base = static_cast<std::uint32_t>(steps_.size());
  starts_.push_back(base);
  for (Step step : program.steps()) {
    expression_.push_back(static_cast<std::uint32_t>(starts_.size() - 1));
    step.next += base;
    if (step.kind == Step::Kind::split) step.other += base;
    steps_.push_back(step);
  }
  return starts_.size() - 1;
}

LetterAutomaton::LetterAutomaton(const LetterTable& table)
    : table_(&table), width_((table.size() + 63) / 64), mark_(table.steps_.size(), 0) {
  reset();
}

bool LetterAutomaton::match_at(std::string_view letters, std::size_t begin, std::uint64_t* matching) {
  if (states() > most_states) reset();
  std::fill_n(matching, width_, 0);
  std::uint32_t state = 0;
  bool any = collect(state * 2, matching);
  std::size_t at = begin;
  for (; at < letters.size(); ++at) {
    const auto byte = static_cast<unsigned char>(letters[at]);
    std::uint32_t next = byte < 128 ? next_[state * 128 + byte] : dead;
    if (next == unknown) next = make_next(state, letters[at]);
    if (next == dead) return any;
    state = next;
    if (accepts_[state * 2] != 0) any = collect(state * 2, matching) || any;
  }
  if (accepts_[state * 2 + 1] != 0) any = collect(state * 2 + 1, matching) || any;
  return any;
}

void LetterAutomaton::reset() {
  by_steps_.clear();
  next_.clear();
  sets_.clear();
  accepts_.clear();
  of_state_.clear();
  sets_.assign(width_, 0);  // the empty set
  pending_.clear();
  for (const std::uint32_t start : table_->starts_) add_closure(start);
  add_state();
}

bool LetterAutomaton::collect(std::size_t which, std::uint64_t* matching) const {
  const std::size_t set = accepts_[which];
  if (set == 0) return false;
  for (std::size_t w = 0; w < width_; ++w) matching[w] |= sets_[set * width_ + w];
  return true;
}

// The steps that read, end or match, reached from here without reading.
void LetterAutomaton::add_closure(std::uint32_t from) {
  open_.push_back(from);
  while (!open_.empty()) {
    const std::uint32_t s = open_.back();
    open_.pop_back();
    if (mark_[s] == round_) continue;
    mark_[s] = round_;
    const Step& step = table_->steps_[s];
    if (step.kind == Step::Kind::split) {
      open_.push_back(step.other);
      open_.push_back(step.next);
    } else if (step.kind == Step::Kind::save) {
      open_.push_back(step.next);
    } else {
      pending_.push_back(s);
    }
  }
}

// The state of the steps in pending_.
std::uint32_t LetterAutomaton::add_state() {
  ++round_;
  std::sort(pending_.begin(), pending_.end());
  std::uint64_t hash = pending_.size();
  for (const std::uint32_t s : pending_) hash = (hash ^ s) * 0x9E3779B97F4A7C15ULL + (hash >> 29);
  const auto [first, last] = by_steps_.equal_range(hash);
  for (auto same = first; same != last; ++same) {
    if (of_state_[same->second] == pending_) {
      pending_.clear();
      return same->second;
    }
  }
  const auto number = static_cast<std::uint32_t>(states());
  by_steps_.emplace(hash, number);
  next_.resize(next_.size() + 128, unknown);
  of_state_.push_back(pending_);
  accepts_.push_back(add_set(false));
  accepts_.push_back(add_set(true));
  pending_.clear();
  return number;
}

// The expressions that match in a state: here, or only where the text ends here.
std::uint32_t LetterAutomaton::add_set(bool at_end) {
  std::vector<std::uint64_t> set(width_, 0);
  std::vector<std::uint32_t> reached = pending_;
  const std::size_t own = pending_.size();
  bool any = false;
  for (std::size_t k = 0; k < reached.size(); ++k) {
    const Step& step = table_->steps_[reached[k]];
    if (step.kind == Step::Kind::match) {
      const std::uint32_t e = table_->expression_[reached[k]];
      set[e / 64] |= std::uint64_t{1} << (e % 64);
      any = true;
    } else if (at_end && step.kind == Step::Kind::end) {
      add_closure(step.next);
      reached.insert(reached.end(), pending_.begin() + static_cast<std::ptrdiff_t>(own), pending_.end());
      pending_.resize(own);
    }
  }
  ++round_;
  if (!any) return 0;
  for (std::size_t at = 0; at < sets_.size(); at += width_) {
    if (std::equal(set.begin(), set.end(), sets_.begin() + static_cast<std::ptrdiff_t>(at))) {
      return static_cast<std::uint32_t>(at / width_);
    }
  }
  sets_.insert(sets_.end(), set.begin(), set.end());
  return static_cast<std::uint32_t>(sets_.size() / width_ - 1);
}

std::uint32_t LetterAutomaton::make_next(std::uint32_t state, char letter) {
  for (const std::uint32_t s : of_state_[state]) {
    const Step& step = table_->steps_[s];
    if (step.kind == Step::Kind::letter && step.set.holds(letter)) add_closure(step.next);
  }
  std::uint32_t next = dead;
  if (pending_.empty()) ++round_;
  else next = add_state();
  next_[state * 128 + static_cast<unsigned char>(letter)] = next;
  return next;
}

}  // namespace zhibiao::match
