#include "review/fields.hpp"

#include <algorithm>
#include <array>

#include "value/decimal.hpp"

namespace zhibiao::review {
namespace {

Text text_of(const std::string& text) { return text; }
Text text_of(const Text& text) { return text; }
Text text_of(bool flag) { return flag ? "true" : "false"; }
Text text_of(std::size_t number) { return std::to_string(number); }
Text text_of(const std::optional<int>& number) { return number ? Text(std::to_string(*number)) : std::nullopt; }
template <typename T>
Text name_of(T value) { return std::string(to_string(value)); }
template <typename T>
Text text_of(const std::optional<T>& value) { return value ? Text(std::string(to_string(*value))) : std::nullopt; }

template <auto parse, typename T>
bool put(T& out, const Text& text) {
  const auto value = text ? parse(*text) : std::nullopt;
  if (value) out = *value;
  return value.has_value();
}

template <auto parse, typename T>
bool put_or_null(std::optional<T>& out, const Text& text) {
  if (!text) return out.reset(), true;
  out = parse(*text);
  return out.has_value();
}

bool put_text(std::string& out, const Text& text) {
  if (text) out = *text;
  return text.has_value();
}

using Seen = Observation;

constexpr std::array<Field<Seen>, 21> of_observations = {{
    {"indicator", [](const Seen& o) { return text_of(o.indicator); },
     [](Seen& o, const Text& to) { return put_text(o.indicator, to); }},
    {"extension", [](const Seen& o) { return text_of(o.extension); }},
    {"label.zh", [](const Seen& o) { return text_of(o.label_zh); }},
    {"label.en", [](const Seen& o) { return text_of(o.label_en); }},
    {"measure", [](const Seen& o) { return name_of(o.measure); },
     [](Seen& o, const Text& to) { return put<&parse_measure>(o.measure, to); }},
    {"status", [](const Seen& o) { return name_of(o.status); },
     [](Seen& o, const Text& to) { return put<&parse_status>(o.status, to); }},
    {"commitment", [](const Seen& o) { return text_of(o.commitment); },
     [](Seen& o, const Text& to) { return put_or_null<&parse_commitment>(o.commitment, to); }},
    {"value.bound", [](const Seen& o) { return name_of(o.value.bound); },
     [](Seen& o, const Text& to) { return put<&parse_bound>(o.value.bound, to); }},
    {"value.lower", [](const Seen& o) { return text_of(o.value.lower); },
     [](Seen& o, const Text& to) { return put_or_null<&value::parse_decimal>(o.value.lower, to); }},
    {"value.upper", [](const Seen& o) { return text_of(o.value.upper); },
     [](Seen& o, const Text& to) { return put_or_null<&value::parse_decimal>(o.value.upper, to); }},
    {"value.unit", [](const Seen& o) { return text_of(o.value.unit); },
     [](Seen& o, const Text& to) { return put_text(o.value.unit, to); }},
    {"value.text", [](const Seen& o) { return text_of(o.value.text); }},
    {"period", [](const Seen& o) { return text_of(o.period); },
     [](Seen& o, const Text& to) { return put_or_null<&parse_period>(o.period, to); }},
    {"base_period", [](const Seen& o) { return text_of(o.base_period); },
     [](Seen& o, const Text& to) { return put_or_null<&parse_period>(o.base_period, to); }},
    {"scope", [](const Seen& o) { return text_of(o.scope); },
     [](Seen& o, const Text& to) { return o.scope = to, true; }},
    {"evidence.start", [](const Seen& o) { return text_of(o.evidence.span.begin); }},
    {"evidence.end", [](const Seen& o) { return text_of(o.evidence.span.end); }},
    {"evidence.text", [](const Seen& o) { return text_of(o.evidence.text); }},
    {"evidence.mention", [](const Seen& o) { return text_of(o.evidence.mention); }},
    {"evidence.section", [](const Seen& o) { return text_of(o.evidence.section); }},
    {"rule", [](const Seen& o) { return text_of(o.rule); }},
}};

using Goal = RelativeTarget;

constexpr std::array<Field<Goal>, 10> of_goals = {{
    {"indicator", [](const Goal& g) { return text_of(g.indicator); }},
    {"relation", [](const Goal& g) { return name_of(g.relation); }},
    {"reference", [](const Goal& g) { return text_of(g.reference); }},
    {"period", [](const Goal& g) { return text_of(g.period); }},
    {"commitment", [](const Goal& g) { return name_of(g.commitment); }},
    {"evidence.start", [](const Goal& g) { return text_of(g.evidence.span.begin); }},
    {"evidence.end", [](const Goal& g) { return text_of(g.evidence.span.end); }},
    {"evidence.text", [](const Goal& g) { return text_of(g.evidence.text); }},
    {"evidence.mention", [](const Goal& g) { return text_of(g.evidence.mention); }},
    {"evidence.section", [](const Goal& g) { return text_of(g.evidence.section); }},
}};

constexpr std::array<Field<Report>, 10> of_documents = {{
    {"source.encoding", [](const Report& r) { return text_of(r.source.encoding); }},
    {"source.offsets", [](const Report& r) { return text_of(r.source.offsets); }},
    {"document.title", [](const Report& r) { return text_of(r.document.title); }},
    {"document.region", [](const Report& r) { return text_of(r.document.region); }},
    {"document.date", [](const Report& r) { return text_of(r.document.date); }},
    {"document.region_code", [](const Report& r) { return text_of(r.document.region_code); }},
    {"document.region_superior", [](const Report& r) { return text_of(r.document.region_superior); }},
    {"document.review_year", [](const Report& r) { return text_of(r.document.review_year); }},
    {"document.plan_year", [](const Report& r) { return text_of(r.document.plan_year); }},
    {"document.language", [](const Report& r) { return text_of(r.document.language); }},
}};

}  // namespace

std::span<const Field<Observation>> observation_fields() noexcept { return of_observations; }
std::span<const Field<RelativeTarget>> goal_fields() noexcept { return of_goals; }
std::span<const Field<Report>> document_fields() noexcept { return of_documents; }

const Field<Observation>* find_correctable(std::string_view name) noexcept {
  const auto found = std::find_if(of_observations.begin(), of_observations.end(), [&](const Field<Observation>& field) {
    return field.name == name && field.write != nullptr;
  });
  return found == of_observations.end() ? nullptr : &*found;
}

}  // namespace zhibiao::review
