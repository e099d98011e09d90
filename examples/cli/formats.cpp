#include "cli/formats.hpp"

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using zhibiao::Observation;
using zhibiao::Report;

// A path need not be UTF-8; JSON must be.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }

std::string text_of(const std::optional<std::string>& text) { return text.value_or(std::string()); }
std::string text_of(std::optional<int> number) { return number ? std::to_string(*number) : std::string(); }
template <typename T>
std::string text_of(const std::optional<T>& value) {
  return value ? std::string(to_string(*value)) : std::string();
}

struct Column {
  std::string_view name;
  std::string (*field)(const Report&, const Observation&);
};

// Keys and order are those of the JSON.
constexpr std::array<Column, 35> columns = {{
    {"source_path", [](const Report& r, const Observation&) { return text_of(r.source.path); }},
    {"source_id", [](const Report& r, const Observation&) { return text_of(r.source.id); }},
    {"source_encoding", [](const Report& r, const Observation&) { return r.source.encoding; }},
    {"source_bytes", [](const Report& r, const Observation&) { return std::to_string(r.source.bytes); }},
    {"source_offsets", [](const Report& r, const Observation&) { return r.source.offsets; }},
    {"document_title", [](const Report& r, const Observation&) { return text_of(r.document.title); }},
    {"document_region", [](const Report& r, const Observation&) { return text_of(r.document.region); }},
    {"document_date", [](const Report& r, const Observation&) { return text_of(r.document.date); }},
    {"document_review_year", [](const Report& r, const Observation&) { return text_of(r.document.review_year); }},
    {"document_plan_year", [](const Report& r, const Observation&) { return text_of(r.document.plan_year); }},
    {"document_language", [](const Report& r, const Observation&) { return r.document.language; }},
    {"document_region_code", [](const Report& r, const Observation&) { return text_of(r.document.region_code); }},
    {"document_region_superior", [](const Report& r, const Observation&) { return text_of(r.document.region_superior); }},
    {"indicator", [](const Report&, const Observation& o) { return o.indicator; }},
    {"extension", [](const Report&, const Observation& o) { return std::string(o.extension ? "true" : "false"); }},
    {"label_zh", [](const Report&, const Observation& o) { return o.label_zh; }},
    {"label_en", [](const Report&, const Observation& o) { return o.label_en; }},
    {"measure", [](const Report&, const Observation& o) { return std::string(to_string(o.measure)); }},
    {"status", [](const Report&, const Observation& o) { return std::string(to_string(o.status)); }},
    {"commitment", [](const Report&, const Observation& o) { return text_of(o.commitment); }},
    {"value_bound", [](const Report&, const Observation& o) { return std::string(to_string(o.value.bound)); }},
    {"value_lower", [](const Report&, const Observation& o) { return text_of(o.value.lower); }},
    {"value_upper", [](const Report&, const Observation& o) { return text_of(o.value.upper); }},
    {"value_unit", [](const Report&, const Observation& o) { return o.value.unit; }},
    {"value_text", [](const Report&, const Observation& o) { return o.value.text; }},
    {"period", [](const Report&, const Observation& o) { return text_of(o.period); }},
    {"base_period", [](const Report&, const Observation& o) { return text_of(o.base_period); }},
    {"scope", [](const Report&, const Observation& o) { return text_of(o.scope); }},
    {"evidence_start", [](const Report&, const Observation& o) { return std::to_string(o.evidence.span.begin); }},
    {"evidence_end", [](const Report&, const Observation& o) { return std::to_string(o.evidence.span.end); }},
    {"evidence_text", [](const Report&, const Observation& o) { return o.evidence.text; }},
    {"evidence_mention", [](const Report&, const Observation& o) { return o.evidence.mention; }},
    {"evidence_section", [](const Report&, const Observation& o) { return o.evidence.section; }},
    {"rule", [](const Report&, const Observation& o) { return o.rule; }},
    {"generator_lexicon", [](const Report& r, const Observation&) { return r.generator.lexicon; }},
}};

void append_csv(std::string& out, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

void new_line(std::string& out, std::size_t depth) {
  out += '\n';
  out.append(2 * depth, ' ');
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

}  // namespace

std::string indented(std::string_view json) {
  std::string out;
  out.reserve(json.size() * 2);
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      out += c;
      if (c == '\\') out += json[++i];
      if (c == '"') in_string = false;
      continue;
    }
    const bool closes_at_once =
        (c == '{' || c == '[') && i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
    if (closes_at_once) {
      out += json.substr(i++, 2);
      continue;
    }
    if (c == '}' || c == ']') new_line(out, --depth);
    out += c;
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') new_line(out, ++depth);
    if (c == ',') new_line(out, depth);
    if (c == ':') out += ' ';
  }
  return out;
}

std::string csv_line(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& field : fields) {
    if (&field != &fields.front()) out += ',';
    append_csv(out, field);
  }
  return out += "\r\n";
}

std::string csv_header() { return csv_names(columns); }

std::string csv_rows(const Report& report) {
  std::string out;
  std::vector<std::string> fields(columns.size());
  for (const Observation& seen : report.observations) {
    for (std::size_t i = 0; i < columns.size(); ++i) fields[i] = columns[i].field(report, seen);
    out += csv_line(fields);
  }
  return out;
}

std::string quantities_line(const zhibiao::Source& source, const std::vector<zhibiao::Quantity>& quantities) {
  const Json head = {{"path", json_of(source.path)},
                     {"id", json_of(source.id)},
                     {"encoding", source.encoding},
                     {"bytes", source.bytes},
                     {"offsets", source.offsets}};
  std::string out = R"({"source":)" + dump(head) + R"(,"quantities":[)";
  // By hand where the numbers stand: they are exact decimals, not doubles.
  for (const zhibiao::Quantity& seen : quantities) {
    if (&seen != &quantities.front()) out += ',';
    out += R"({"start":)" + std::to_string(seen.span.begin) + R"(,"end":)" + std::to_string(seen.span.end);
    out += R"(,"text":)" + dump(seen.text) + R"(,"bound":")" + std::string(to_string(seen.bound));
    out += R"(","lower":)" + (seen.lower ? to_string(*seen.lower) : "null");
    out += R"(,"upper":)" + (seen.upper ? to_string(*seen.upper) : "null");
    out += R"(,"unit":)" + dump(json_of(seen.unit)) + '}';
  }
  return out += "]}";
}

std::string indicators_csv(const std::vector<zhibiao::IndicatorInfo>& indicators) {
  std::string out = csv_line({"indicator", "label_zh", "label_en", "group", "units", "headline", "extension"});
  for (const zhibiao::IndicatorInfo& info : indicators) {
    out += csv_line({info.id, info.label_zh, info.label_en, info.group, joined(info.units),
                     info.headline ? "true" : "false", info.extension ? "true" : "false"});
  }
  return out;
}

std::vector<std::string> indicators_json(const std::vector<zhibiao::IndicatorInfo>& indicators) {
  std::vector<std::string> out;
  for (const zhibiao::IndicatorInfo& info : indicators) {
    out.push_back(dump({{"indicator", info.id},
                        {"label", {{"zh", info.label_zh}, {"en", info.label_en}}},
                        {"group", info.group},
                        {"units", info.units},
                        {"headline", info.headline},
                        {"extension", info.extension}}));
  }
  return out;
}

}  // namespace cli
