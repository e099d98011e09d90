#include "zhibiao/diff.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <span>
#include <tuple>
#include <utility>

#include "review/fields.hpp"

namespace zhibiao {
namespace {

using review::Field;
using review::Text;

// A record as the matching sees it.
struct Row {
  std::vector<Text> values;
  std::string kind;   // what must agree where only the place is about the same
  std::string words;  // the evidence
  Span span;
};

std::string kind_of(const Observation& seen) { return seen.indicator + ' ' + std::string(to_string(seen.measure)); }
std::string kind_of(const RelativeTarget& goal) { return goal.indicator; }

template <typename Record>
std::vector<Row> rows_of(const std::vector<Record>& records, std::span<const Field<Record>> fields) {
  std::vector<Row> rows(records.size());
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (const auto& field : fields) rows[i].values.push_back(field.read(records[i]));
    rows[i].kind = kind_of(records[i]);
    rows[i].words = records[i].evidence.text;
    rows[i].span = records[i].evidence.span;
  }
  return rows;
}

std::size_t distance(const Row& a, const Row& b) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < a.values.size(); ++i) count += a.values[i] == b.values[i] ? 0U : 1U;
  return count;
}

std::size_t overlap(const Span& a, const Span& b) {
  const std::size_t begin = std::max(a.begin, b.begin), end = std::min(a.end, b.end);
  return end > begin ? end - begin : 0;
}

// Pairs the rows of two sides, rule after rule; each row is taken once.
class Matcher {
 public:
  Matcher(const std::vector<Row>& a, const std::vector<Row>& b) : a_(a), b_(b), partner_(a.size(), none), taken_(b.size()) {}

  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  const std::vector<std::size_t>& run() {
    in_order([](const Row& row) { return std::tie(row.values); });
    nearest([](const Row& row) { return std::tie(row.kind); });
    nearest([](const Row& row) { return std::pair(row.span.begin, row.span.end); });
    in_order([](const Row& row) { return std::tie(row.kind, row.words); });
    return partner_;
  }
  bool taken(std::size_t b) const { return taken_[b]; }

 private:
  void join(std::size_t a, std::size_t b) {
    partner_[a] = b;
    taken_[b] = true;
  }

  // The first of a key with the first of it on the other side, and so on.
  template <typename Key>
  void in_order(Key key) {
    std::map<decltype(key(a_.front())), std::vector<std::size_t>> there;
    for (std::size_t i = b_.size(); i-- > 0;) {
      if (!taken_[i]) there[key(b_[i])].push_back(i);
    }
    for (std::size_t i = 0; i < a_.size(); ++i) {
      if (partner_[i] != none) continue;
      const auto found = there.find(key(a_[i]));
      if (found == there.end() || found->second.empty()) continue;
      join(i, found->second.back());
      found->second.pop_back();
    }
  }

  // Of all pairs with one key whose evidence touches: the most evidence in common first, then the fewest differences.
  template <typename Key>
  void nearest(Key key) {
    std::map<decltype(key(a_.front())), std::vector<std::size_t>> there;
    for (std::size_t i = 0; i < b_.size(); ++i) {
      if (!taken_[i]) there[key(b_[i])].push_back(i);
    }
    for (auto& entry : there) {  // reports are in text order; what people edited need not be
      std::stable_sort(entry.second.begin(), entry.second.end(),
                       [&](std::size_t x, std::size_t y) { return b_[x].span.begin < b_[y].span.begin; });
    }
    std::size_t longest = 0;
    for (const Row& row : b_) longest = std::max(longest, row.span.end - row.span.begin);
    struct Pair {
      std::size_t strange, differences, a, b;  // bytes of evidence that one of them has alone
      auto order() const { return std::tie(strange, differences, a, b); }
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < a_.size(); ++i) {
      const auto found = partner_[i] == none ? there.find(key(a_[i])) : there.end();
      if (found == there.end()) continue;
      const Span here = a_[i].span;
      const std::vector<std::size_t>& others = found->second;
      // In order of their places: only a stretch of them can reach this one.
      auto at = std::lower_bound(others.begin(), others.end(), here.begin, [&](std::size_t other, std::size_t begin) {
        return b_[other].span.begin + longest < begin;
      });
      for (; at != others.end() && b_[*at].span.begin < here.end; ++at) {
        const Span span = b_[*at].span;
        const std::size_t common = overlap(here, span);
        if (common == 0) continue;
        pairs.push_back({here.end - here.begin + span.end - span.begin - 2 * common, distance(a_[i], b_[*at]), i, *at});
      }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& x, const Pair& y) { return x.order() < y.order(); });
    for (const Pair& pair : pairs) {
      if (partner_[pair.a] == none && !taken_[pair.b]) join(pair.a, pair.b);
    }
  }

  const std::vector<Row>& a_;
  const std::vector<Row>& b_;
  std::vector<std::size_t> partner_;
  std::vector<bool> taken_;
};

template <typename Record>
std::vector<FieldChange> changes(const Record& before, const Record& after, std::span<const Field<Record>> fields) {
  std::vector<FieldChange> out;
  for (const auto& field : fields) {
    Text from = field.read(before), to = field.read(after);
    if (from != to) out.push_back({std::string(field.name), std::move(from), std::move(to)});
  }
  return out;
}

template <typename Record>
void compare_records(const std::vector<Record>& before, const std::vector<Record>& after,
                     std::span<const Field<Record>> fields, std::vector<Record>& removed, std::vector<Record>& added,
                     std::vector<Changed<Record>>& changed) {
  const std::vector<Row> a = rows_of(before, fields), b = rows_of(after, fields);
  if (a.empty() || b.empty()) {
    removed = before;
    added = after;
    return;
  }
  Matcher matcher(a, b);
  const std::vector<std::size_t>& partner = matcher.run();
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (partner[i] == Matcher::none) {
      removed.push_back(before[i]);
    } else if (auto fields_changed = changes(before[i], after[partner[i]], fields); !fields_changed.empty()) {
      changed.push_back({before[i], after[partner[i]], std::move(fields_changed)});
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (!matcher.taken(i)) added.push_back(after[i]);
  }
}

// What of `notes` the others lack, each as often as it is missing.
std::vector<Note> missing(const std::vector<Note>& notes, const std::vector<Note>& others) {
  const auto key = [](const Note& note) { return std::tuple(note.span.begin, note.span.end, note.reason); };
  std::map<std::tuple<std::size_t, std::size_t, std::string>, std::size_t> there;
  for (const Note& note : others) ++there[key(note)];
  std::vector<Note> out;
  for (const Note& note : notes) {
    std::size_t& count = there[key(note)];
    if (count == 0) {
      out.push_back(note);
    } else {
      --count;
    }
  }
  return out;
}

}  // namespace

bool ReportDiff::empty() const noexcept {
  return document.empty() && removed.empty() && added.empty() && changed.empty() && goals_removed.empty() &&
         goals_added.empty() && goals_changed.empty() && notes_removed.empty() && notes_added.empty();
}

ReportDiff compare(const Report& before, const Report& after) {
  ReportDiff diff;
  diff.document = changes(before, after, review::document_fields());
  compare_records(before.observations, after.observations, review::observation_fields(), diff.removed, diff.added, diff.changed);
  compare_records(before.relative_targets, after.relative_targets, review::goal_fields(), diff.goals_removed,
                  diff.goals_added, diff.goals_changed);
  diff.notes_removed = missing(before.notes, after.notes);
  diff.notes_added = missing(after.notes, before.notes);
  return diff;
}

}  // namespace zhibiao
