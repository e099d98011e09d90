// What holds for every text and every report, right or wrong. Each function says what is broken, or nothing.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/normalize.hpp"
#include "text/segment.hpp"
#include "text/utf8.hpp"
#include "value/interval.hpp"
#include "zhibiao/zhibiao.hpp"

namespace zhibiao::fuzz {

inline bool on_border(std::string_view text, std::size_t position) {
  return position == text.size() || (position < text.size() && !text::is_continuation(text[position]));
}

inline bool is_place(std::string_view text, std::size_t begin, std::size_t end) {
  return begin < end && end <= text.size() && on_border(text, begin) && on_border(text, end);
}

inline std::string broken_span(std::string_view text, const Span& span) {
  if (is_place(text, span.begin, span.end)) return {};
  return "no place in the text: " + std::to_string(span.begin) + " to " + std::to_string(span.end);
}

inline std::string broken_evidence(std::string_view text, const Evidence& evidence) {
  if (std::string flaw = broken_span(text, evidence.span); !flaw.empty()) return flaw;
  if (text.substr(evidence.span.begin, evidence.span.end - evidence.span.begin) != evidence.text) {
    return "the evidence is not what stands there: " + evidence.text;
  }
  if (evidence.mention.empty()) return "evidence without a mention: " + evidence.text;
  if (text.find(evidence.mention) == std::string_view::npos) return "the mention is not in the text: " + evidence.mention;
  return {};
}

inline std::string broken_interval(Bound bound, const std::optional<Decimal>& lower, const std::optional<Decimal>& upper) {
  const auto flaw = [&](const char* what) {
    return std::string(what) + ": " + std::string(to_string(bound)) + " " + (lower ? to_string(*lower) : "null") + " " +
           (upper ? to_string(*upper) : "null");
  };
  if (!value::fits(bound, lower, upper)) return flaw("bound and ends do not fit");
  for (const auto& end : {lower, upper}) {
    if (!end) continue;
    if (end->coefficient % 10 == 0 && *end != Decimal{}) return flaw("trailing zeros");
    if (end->coefficient <= -1'000'000'000'000'000 || end->coefficient >= 1'000'000'000'000'000) return flaw("too many digits");
  }
  return {};
}

template <typename T, typename Begin>
bool in_text_order(const std::vector<T>& items, Begin begin) {
  return std::is_sorted(items.begin(), items.end(), [&](const T& a, const T& b) { return begin(a) < begin(b); });
}

inline std::string broken_observation(std::string_view text, const Observation& seen) {
  if (std::string flaw = broken_evidence(text, seen.evidence); !flaw.empty()) return flaw;
  if (std::string flaw = broken_interval(seen.value.bound, seen.value.lower, seen.value.upper); !flaw.empty()) return flaw;
  if (seen.value.unit.empty()) return "a value without a unit: " + seen.value.text;
  if (seen.evidence.text.find(seen.value.text) == std::string::npos) return "the value is not in the evidence: " + seen.value.text;
  if (seen.commitment.has_value() != (seen.status == Status::target)) return "commitments are for targets, and all have one";
  for (const auto& period : {seen.period, seen.base_period}) {
    if (period && parse_period(to_string(*period)) != period) return "a period that does not read back: " + to_string(*period);
  }
  return {};
}

inline std::string broken_report(std::string_view text, const Report& report) {
  if (report.source.bytes != text.size()) return "source.bytes is not the size of the input";
  for (const Observation& seen : report.observations) {
    if (std::string flaw = broken_observation(text, seen); !flaw.empty()) return seen.indicator + " by " + seen.rule + ": " + flaw;
  }
  for (const RelativeTarget& goal : report.relative_targets) {
    if (std::string flaw = broken_evidence(text, goal.evidence); !flaw.empty()) return goal.indicator + ": " + flaw;
    if (goal.reference.has_value() == (goal.relation == Relation::stretch)) return goal.indicator + ": relation and reference";
  }
  for (const Note& note : report.notes) {
    if (std::string flaw = broken_span(text, note.span); !flaw.empty()) return "note " + note.reason + ": " + flaw;
  }
  if (!in_text_order(report.observations, [](const Observation& o) { return o.evidence.span.begin; }) ||
      !in_text_order(report.relative_targets, [](const RelativeTarget& t) { return t.evidence.span.begin; }) ||
      !in_text_order(report.notes, [](const Note& n) { return n.span.begin; })) {
    return "not in the order of the text";
  }
  const auto same = from_json(to_json(report));
  if (!same) return "the JSON does not read back: " + same.error().message;
  if (*same != report) return "the JSON reads back as another report";
  return {};
}

inline std::string broken_quantities(std::string_view text, const std::vector<Quantity>& quantities) {
  std::size_t end = 0;
  for (const Quantity& seen : quantities) {
    if (std::string flaw = broken_span(text, seen.span); !flaw.empty()) return flaw;
    if (seen.span.begin < end) return "quantities overlap: " + seen.text;
    end = seen.span.end;
    if (text.substr(seen.span.begin, seen.span.end - seen.span.begin) != seen.text) return "not what stands there: " + seen.text;
    if (std::string flaw = broken_interval(seen.bound, seen.lower, seen.upper); !flaw.empty()) return seen.text + ": " + flaw;
    if (seen.unit && seen.unit->empty()) return "an empty unit: " + seen.text;
  }
  return {};
}

// Characters lead back to whole characters, in order.
inline std::string broken_map(std::string_view source, const text::Normalized& normalized) {
  const std::string_view text = normalized.text;
  if (text::first_invalid(text) != text::all_valid) return "the normalized text is no UTF-8";
  std::size_t last = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t next = i + text::sequence_length(text[i]);
    const std::size_t begin = normalized.map.begin_of(i), end = normalized.map.end_of(next);
    if (!is_place(source, begin, end)) return "byte " + std::to_string(i) + " leads to no character";
    if (begin < last) return "byte " + std::to_string(i) + " leads back before its neighbour";
    last = begin;
    i = next;
  }
  return {};
}

// Sentences are places, in order, do not overlap, and leave out nothing but blanks.
inline std::string broken_segments(std::string_view text, const text::Segmentation& segmentation) {
  std::size_t end = 0;
  std::uint32_t paragraph = 0;
  for (const text::Sentence& sentence : segmentation.sentences) {
    if (!is_place(text, sentence.begin, sentence.end)) return "a sentence is no place in the text";
    if (sentence.begin < end) return "sentences overlap";
    if (sentence.paragraph < paragraph) return "paragraphs go back";
    end = sentence.end;
    paragraph = sentence.paragraph;
  }
  return {};
}

}  // namespace zhibiao::fuzz
