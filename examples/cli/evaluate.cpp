#include "cli/evaluate.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

namespace cli {
namespace {

using zhibiao::Report;
using zhibiao::Span;

// Evidence longer than this many times the gold's, and than `long_evidence` bytes, points at nothing.
constexpr std::size_t longest_ratio = 6, long_evidence = 200;

struct ComparedField {
  std::string_view name;
  std::optional<std::string> (*value)(const Record&);
};

constexpr std::array<ComparedField, 6> record_fields = {{
    {"status", [](const Record& r) { return std::optional(r.status); }},
    {"commitment", [](const Record& r) { return r.commitment; }},
    {"bound", [](const Record& r) { return std::optional(r.bound); }},
    {"period", [](const Record& r) { return r.period; }},
    {"base_period", [](const Record& r) { return r.base_period; }},
    {"scope", [](const Record& r) { return r.scope; }},
}};

std::optional<std::string> text_of(const std::optional<zhibiao::Period>& period) {
  return period ? std::optional(to_string(*period)) : std::nullopt;
}

template <typename Name>
std::optional<std::string> text_of(const std::optional<Name>& name) {
  return name ? std::optional(std::string(to_string(*name))) : std::nullopt;
}

bool stands_in(std::string_view text, Span span, std::string_view quote) {
  return span.begin <= text.size() && text.substr(span.begin, span.end - span.begin) == quote;
}

Record record_of(const zhibiao::Observation& seen, std::string_view text) {
  Record record;
  record.indicator = seen.indicator;
  record.measure = to_string(seen.measure);
  record.status = to_string(seen.status);
  record.bound = to_string(seen.value.bound);
  record.unit = seen.value.unit;
  record.lower = seen.value.lower;
  record.upper = seen.value.upper;
  record.commitment = text_of(seen.commitment);
  record.period = text_of(seen.period);
  record.base_period = text_of(seen.base_period);
  record.scope = seen.scope;
  record.span = seen.evidence.span;
  record.text = seen.evidence.text;
  record.extension = seen.extension;
  record.false_evidence = !stands_in(text, record.span, record.text);
  return record;
}

Goal goal_of(const zhibiao::RelativeTarget& seen) {
  return {seen.indicator,       std::string(to_string(seen.relation)),   seen.reference,
          text_of(seen.period), std::string(to_string(seen.commitment)), seen.evidence.span,
          seen.evidence.text};
}

bool same_core(const Record& a, const Record& b) {
  return a.indicator == b.indicator && a.measure == b.measure && a.lower == b.lower && a.upper == b.upper &&
         a.unit == b.unit;
}

bool same_full(const Record& gold, const Record& output) {
  return same_core(gold, output) && gold.status == output.status && gold.bound == output.bound &&
         gold.period == output.period && (gold.scope_open || gold.scope.has_value() == output.scope.has_value());
}

// "other:" and the words count as "other".
std::string_view kind_of_reference(const Goal& goal) {
  const std::string_view reference = goal.reference ? std::string_view(*goal.reference) : std::string_view();
  return reference.substr(0, reference.find(':'));
}

bool same_goal(const Goal& gold, const Goal& output) {
  return gold.indicator == output.indicator && gold.relation == output.relation &&
         kind_of_reference(gold) == kind_of_reference(output);
}

std::size_t longest(Span gold) noexcept { return std::max(long_evidence, longest_ratio * (gold.end - gold.begin)); }

std::size_t shared_bytes(Span gold, Span output) noexcept {
  if (output.end - output.begin > longest(gold)) return 0;
  const std::size_t begin = std::max(gold.begin, output.begin), end = std::min(gold.end, output.end);
  return end > begin ? end - begin : 0;
}

bool is_false(const Record& record) noexcept { return record.false_evidence; }
bool is_false(const Goal&) noexcept { return false; }

struct Matching {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;  // gold, output
  std::vector<bool> gold, output;                          // whether each has a partner
};

// Pairs that are the same and whose evidence overlaps, the largest overlaps first, then the first of the gold, then of
// the output.
template <typename T, typename Same>
Matching match(const std::vector<T>& gold, const std::vector<T>& output, Same same) {
  std::vector<std::size_t> by_begin(output.size());  // so that only what stands near a gold record is looked at
  std::iota(by_begin.begin(), by_begin.end(), std::size_t{0});
  std::sort(by_begin.begin(), by_begin.end(),
            [&](std::size_t a, std::size_t b) { return output[a].span.begin < output[b].span.begin; });
  struct Candidate {
    std::size_t shared, gold, output;
  };
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const Span span = gold[i].span;
    const std::size_t from = span.begin - std::min(span.begin, longest(span));
    auto near = std::lower_bound(by_begin.begin(), by_begin.end(), from,
                                 [&](std::size_t j, std::size_t begin) { return output[j].span.begin < begin; });
    for (; near != by_begin.end() && output[*near].span.begin < span.end; ++near) {
      const std::size_t shared = is_false(output[*near]) ? 0 : shared_bytes(span, output[*near].span);
      if (shared > 0 && same(gold[i], output[*near])) candidates.push_back({shared, i, *near});
    }
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tie(b.shared, a.gold, a.output) < std::tie(a.shared, b.gold, b.output);
  });
  Matching matching;
  matching.gold.resize(gold.size());
  matching.output.resize(output.size());
  for (const Candidate& one : candidates) {
    if (matching.gold[one.gold] || matching.output[one.output]) continue;
    matching.gold[one.gold] = matching.output[one.output] = true;
    matching.pairs.emplace_back(one.gold, one.output);
  }
  return matching;
}

template <typename T, typename Test>
std::vector<T> kept(std::vector<T> items, Test test) {
  std::vector<T> out;
  for (T& item : items) {
    if (test(item)) out.push_back(std::move(item));
  }
  return out;
}

bool inside(const std::vector<Span>& windows, Span span) {
  if (windows.empty()) return true;
  const std::size_t middle = span.begin + (span.end - span.begin) / 2;
  return std::any_of(windows.begin(), windows.end(),
                     [&](Span window) { return window.begin <= middle && middle < window.end; });
}

// The outputs that neither match nor contradict the gold, because readers differ about them, taken out.
std::vector<Record> without_optional(std::vector<Record> output, const std::vector<Record>& gold,
                                     const std::vector<Record>& optional) {
  const Matching taken = match(gold, output, same_core);
  std::vector<Record> extra;
  std::vector<std::size_t> places;
  for (std::size_t j = 0; j < output.size(); ++j) {
    if (taken.output[j]) continue;
    extra.push_back(output[j]);
    places.push_back(j);
  }
  std::vector<bool> skipped(output.size());
  for (const auto& [i, j] : match(optional, extra, same_core).pairs) skipped[places[j]] = true;
  std::size_t j = 0;
  return kept(std::move(output), [&](const Record&) { return !skipped[j++]; });
}

// Whether the field says anything about this pair.
bool is_compared(std::string_view field, const Record& gold, const Record& output) {
  if (field == "commitment") return gold.status == "target";
  if (field == "base_period") return gold.base_period || output.base_period;
  if (field == "scope") return (gold.scope || output.scope) && !gold.scope_open;
  return true;
}

class Lines {
 public:
  explicit Lines(std::string_view text) {
    for (std::size_t i = text.find('\n'); i != std::string_view::npos; i = text.find('\n', i + 1)) ends_.push_back(i);
  }

  std::size_t of(std::size_t offset) const {
    return 1 + static_cast<std::size_t>(std::lower_bound(ends_.begin(), ends_.end(), offset) - ends_.begin());
  }

 private:
  std::vector<std::size_t> ends_;
};

std::size_t place_of(const Difference& one) {
  if (one.gold) return one.gold->span.begin;
  if (one.output) return one.output->span.begin;
  return one.gold_goal ? one.gold_goal->span.begin : one.output_goal ? one.output_goal->span.begin : 0;
}

// The work of compare(), step by step on one score.
class Comparison {
 public:
  Comparison(DocumentScore& score, const Expected& expected, const Report* report, std::string_view text)
      : score_(score), expected_(expected), report_(report), text_(text), lines_(text) {}

  void records() {
    const Gold& known = *expected_.gold;
    std::vector<Record> output = outputs(known);
    const std::vector<Record> gold = kept(known.records, [](const Record& r) { return !r.optional; });
    output = without_optional(std::move(output), gold, kept(known.records, [](const Record& r) { return r.optional; }));

    const Matching core = match(gold, output, same_core), full = match(gold, output, same_full);
    count(gold, output, core, &Tallies::core);
    count(gold, output, full, &Tallies::full);
    const auto is_headline = [&](const Record& r) { return expected_.headline->count(r.indicator) != 0; };
    const std::vector<Record> headline_gold = kept(gold, is_headline), headline_output = kept(output, is_headline);
    score_.tallies.headline = {match(headline_gold, headline_output, same_full).pairs.size(), headline_gold.size(),
                               headline_output.size()};

    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!core.gold[i]) add(Difference::Kind::missed).gold = gold[i];
    }
    for (std::size_t j = 0; j < output.size(); ++j) {
      if (!core.output[j]) add(Difference::Kind::spurious).output = output[j];
    }
    for (const auto& [i, j] : core.pairs) fields(gold[i], output[j]);
    finish_differences(0);
    if (report_ == nullptr) return;
    for (const Record& record : known.records) {
      score_.misquoted += !record.text.empty() && !stands_in(text_, record.span, record.text);
    }
  }

  void goals() {
    const Gold& known = *expected_.gold;
    // Goals of mere direction ("more than last year") are not counted.
    const auto counts = [](const Goal& goal) { return goal.reference != "last_year"; };
    std::vector<Goal> output;
    for (std::size_t i = 0; report_ != nullptr && i < report_->relative_targets.size(); ++i) {
      Goal goal = goal_of(report_->relative_targets[i]);
      if (inside(known.windows, goal.span) && counts(goal)) output.push_back(std::move(goal));
    }
    const std::vector<Goal> gold = kept(known.goals, counts);
    const Matching matching = match(gold, output, same_goal);
    score_.tallies.relative = {matching.pairs.size(), gold.size(), output.size()};
    const std::size_t before = score_.differences.size();
    for (std::size_t i = 0; i < gold.size(); ++i) {
      if (!matching.gold[i]) add(Difference::Kind::missed).gold_goal = gold[i];
    }
    for (std::size_t j = 0; j < output.size(); ++j) {
      if (!matching.output[j]) add(Difference::Kind::spurious).output_goal = output[j];
    }
    finish_differences(before);
  }

  void document() {
    for (const auto& [field, wanted] : *expected_.fields) {
      const std::string got = report_ == nullptr ? "null" : document_field(report_->document, field);
      Agreement& agreement = score_.fields["document." + field];
      ++agreement.compared;
      agreement.right += got == wanted;
      if (got == wanted) continue;
      Difference& one = add(Difference::Kind::different);
      one.fields = {field};
      one.gold_field = wanted;
      one.output_field = got;
    }
  }

 private:
  // What the report says inside the windows.
  std::vector<Record> outputs(const Gold& known) {
    std::vector<Record> output;
    if (report_ == nullptr) return output;
    for (const zhibiao::Observation& seen : report_->observations) {
      if (seen.extension && expected_.named->count(seen.indicator) == 0) {
        ++score_.extensions;
        continue;
      }
      Record record = record_of(seen, text_);
      score_.false_evidence += record.false_evidence;
      if (inside(known.windows, record.span)) output.push_back(std::move(record));
    }
    return output;
  }

  void count(const std::vector<Record>& gold, const std::vector<Record>& output, const Matching& matching,
             Tally Tallies::*which) {
    score_.tallies.*which = {matching.pairs.size(), gold.size(), output.size()};
    const auto each = [&](const Record& record, std::size_t Tally::*number) {
      ++(score_.indicators[record.indicator].*which.*number);
      ++(score_.measures[record.measure].*which.*number);
    };
    for (const Record& record : gold) each(record, &Tally::gold);
    for (const Record& record : output) each(record, &Tally::output);
    for (const auto& pair : matching.pairs) each(gold[pair.first], &Tally::matched);
  }

  void fields(const Record& gold, const Record& output) {
    std::vector<std::string> differing;
    for (const ComparedField& field : record_fields) {
      if (!is_compared(field.name, gold, output)) continue;
      const std::optional<std::string> wanted = field.value(gold), got = field.value(output);
      const bool right = field.name == "scope" ? wanted.has_value() == got.has_value() : wanted == got;
      Agreement& agreement = score_.fields[std::string(field.name)];
      ++agreement.compared;
      agreement.right += right;
      if (!right) differing.emplace_back(field.name);
    }
    if (differing.empty()) return;
    Difference& one = add(Difference::Kind::different);
    one.gold = gold;
    one.output = output;
    one.fields = std::move(differing);
  }

  Difference& add(Difference::Kind kind) {
    Difference& one = score_.differences.emplace_back();
    one.kind = kind;
    one.document = score_.id;
    return one;
  }

  // Text order, and lines, from the `first` on.
  void finish_differences(std::size_t first) {
    const auto begin = score_.differences.begin() + static_cast<std::ptrdiff_t>(first);
    std::stable_sort(begin, score_.differences.end(),
                     [](const Difference& a, const Difference& b) { return place_of(a) < place_of(b); });
    if (report_ == nullptr) return;
    std::for_each(begin, score_.differences.end(), [&](Difference& one) { one.line = lines_.of(place_of(one)); });
  }

  DocumentScore& score_;
  const Expected& expected_;
  const Report* report_;
  std::string_view text_;
  Lines lines_;
};

double share(std::size_t part, std::size_t whole) noexcept {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

void add_all(std::map<std::string, Tallies>& sums, const std::map<std::string, Tallies>& more) {
  for (const auto& [name, tallies] : more) sums[name].add(tallies);
}

}  // namespace

double Tally::precision() const noexcept { return share(matched, output); }
double Tally::recall() const noexcept { return share(matched, gold); }
double Tally::f1() const noexcept {
  const double p = precision(), r = recall();
  return p + r > 0 ? 2 * p * r / (p + r) : 0;
}

void Tally::add(const Tally& other) noexcept {
  matched += other.matched;
  gold += other.gold;
  output += other.output;
}

void Tallies::add(const Tallies& other) noexcept {
  core.add(other.core);
  full.add(other.full);
  headline.add(other.headline);
  relative.add(other.relative);
}

double Agreement::accuracy() const noexcept { return share(right, compared); }

void Evaluation::add(DocumentScore score) {
  totals.add(score.tallies);
  add_all(indicators, score.indicators);
  add_all(measures, score.measures);
  for (const auto& [name, agreement] : score.fields) {
    fields[name].right += agreement.right;
    fields[name].compared += agreement.compared;
  }
  extensions += score.extensions;
  false_evidence += score.false_evidence;
  misquoted += score.misquoted;
  documents.push_back(std::move(score));
}

DocumentScore compare(const std::string& id, const Expected& expected, const Report* report, std::string_view text) {
  DocumentScore score;
  score.id = id;
  score.compared = expected.gold != nullptr;
  Comparison comparison(score, expected, report, text);
  if (expected.gold != nullptr) comparison.records();
  if (expected.gold != nullptr && expected.goals) comparison.goals();
  if (expected.fields != nullptr) comparison.document();
  return score;
}

const std::vector<std::string>& compared_fields() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> list;
    for (const ComparedField& field : record_fields) list.emplace_back(field.name);
    for (const char* name : {"title", "region", "date", "review_year", "plan_year", "language"}) {
      list.push_back(std::string("document.") + name);
    }
    return list;
  }();
  return names;
}

std::string field_text(const Record& record, std::string_view name) {
  for (const ComparedField& field : record_fields) {
    if (field.name == name) return field.value(record).value_or("");
  }
  return "";
}

}  // namespace cli
