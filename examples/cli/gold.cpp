#include "cli/gold.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>

namespace cli {
namespace {

using nlohmann::json;
using zhibiao::Error;
using zhibiao::ErrorCode;
using zhibiao::Result;

constexpr int max_digits = 15;     // see zhibiao::Decimal
constexpr int max_exponent = 100;  // far beyond any amount of money, and small enough to write out

Error broken(const std::string& name, std::size_t line, const std::string& reason) {
  return {ErrorCode::broken_json, name + ':' + std::to_string(line) + ": " + reason};
}

// One line of a gold file. The first flaw is kept; what is read behind it does not matter.
class Line {
 public:
  explicit Line(const json& object) : object_(object) {}

  const std::string& flaw() const noexcept { return flaw_; }

  std::string text(const char* key) { return required(key) ? optional_text(key).value_or("") : ""; }

  std::optional<std::string> optional_text(const char* key) {
    const json* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (!value->is_string()) return fail(key, "is no string"), std::nullopt;
    return value->get<std::string>();
  }

  template <typename Parse>
  std::optional<std::string> optional_name(const char* key, Parse parse) {
    std::optional<std::string> name = optional_text(key);
    if (name && !parse(*name)) fail(key, "no such name: '" + *name + "'");
    return name;
  }

  template <typename Parse>
  std::string name(const char* key, Parse parse) {
    return required(key) ? optional_name(key, parse).value_or("") : "";
  }

  std::optional<zhibiao::Decimal> number(const char* key) {
    if (!object_.contains(key)) return fail(key, "is missing"), std::nullopt;
    const json* value = find(key);
    if (value == nullptr || *value == "") return std::nullopt;
    if (!value->is_string() && !value->is_number()) return fail(key, "is no number"), std::nullopt;
    const std::optional<zhibiao::Decimal> number =
        parse_number(value->is_string() ? value->get<std::string>() : value->dump());
    if (!number) fail(key, "is no number of at most " + std::to_string(max_digits) + " digits");
    return number;
  }

  bool flag(const char* key) {
    const json* value = find(key);
    if (value != nullptr && !value->is_boolean()) fail(key, "is neither true nor false");
    return value != nullptr && value->is_boolean() && value->get<bool>();
  }

  zhibiao::Span span() {
    const zhibiao::Span span{place("start"), place("end")};
    if (span.end < span.begin) fail("end", "lies before the start");
    return span;
  }

 private:
  const json* find(const char* key) const {
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  bool required(const char* key) {
    if (find(key) == nullptr) fail(key, "is missing");
    return flaw_.empty();
  }

  std::size_t place(const char* key) {
    if (!required(key)) return 0;
    const json* value = find(key);
    if (!value->is_number_unsigned()) return fail(key, "is no byte offset"), 0;
    return value->get<std::size_t>();
  }

  void fail(const char* key, const std::string& reason) {
    if (flaw_.empty()) flaw_ = std::string(key) + ": " + reason;
  }

  const json& object_;
  std::string flaw_;
};

Record record_of(Line& line) {
  Record record;
  record.indicator = line.text("indicator");
  record.measure = line.name("measure", &zhibiao::parse_measure);
  record.status = line.name("status", &zhibiao::parse_status);
  record.commitment = line.optional_name("commitment", &zhibiao::parse_commitment);
  record.bound = line.name("bound", &zhibiao::parse_bound);
  record.lower = line.number("lower");
  record.upper = line.number("upper");
  record.unit = line.text("unit");
  record.period = line.optional_text("period");
  record.base_period = line.optional_text("base_period");
  record.scope = line.optional_text("scope");
  record.span = line.span();
  record.text = line.optional_text("quote").value_or("");
  record.optional = line.flag("optional");
  record.scope_open = line.flag("scope_open");
  return record;
}

Goal goal_of(Line& line) {
  Goal goal;
  goal.indicator = line.text("indicator");
  goal.relation = line.name("relation", &zhibiao::parse_relation);
  goal.reference = line.optional_text("reference");
  goal.period = line.optional_text("period");
  goal.commitment = line.optional_name("commitment", &zhibiao::parse_commitment);
  goal.span = line.span();
  goal.text = line.optional_text("quote").value_or("");
  return goal;
}

// Calls read(object, first) for each line that is not blank; read gives the flaw of the line, or "".
template <typename Read>
std::optional<Error> each_line(std::string_view lines, const std::string& name, Read read) {
  if (lines.substr(0, 3) == "\xEF\xBB\xBF") lines.remove_prefix(3);
  bool first = true;
  for (std::size_t number = 1; !lines.empty(); ++number) {
    const std::size_t stop = std::min(lines.find('\n'), lines.size());
    const std::string_view line = lines.substr(0, stop);
    lines.remove_prefix(std::min(stop + 1, lines.size()));
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
    if (object.is_discarded()) return broken(name, number, "the line is no JSON");
    if (!object.is_object()) return broken(name, number, "the line is no JSON object");
    const std::string flaw = read(object, std::exchange(first, false));
    if (!flaw.empty()) return broken(name, number, flaw);
  }
  return std::nullopt;
}

// [[start, end], ...]
std::string read_windows(const json& list, std::vector<zhibiao::Span>& windows) {
  static constexpr const char* flaw = "windows: is no list of [start, end]";
  if (!list.is_array()) return flaw;
  for (const json& window : list) {
    if (!window.is_array() || window.size() != 2) return flaw;
    if (!window[0].is_number_unsigned() || !window[1].is_number_unsigned()) return flaw;
    windows.push_back({window[0].get<std::size_t>(), window[1].get<std::size_t>()});
  }
  return "";
}

struct DocumentField {
  std::string_view name;
  json (*value)(const zhibiao::DocumentInfo&);
};

template <typename T>
json json_of(const std::optional<T>& value) {
  return value ? json(*value) : json();
}

constexpr std::array<DocumentField, 6> document_fields = {{
    {"title", [](const zhibiao::DocumentInfo& d) { return json_of(d.title); }},
    {"region", [](const zhibiao::DocumentInfo& d) { return json_of(d.region); }},
    {"date", [](const zhibiao::DocumentInfo& d) { return json_of(d.date); }},
    {"review_year", [](const zhibiao::DocumentInfo& d) { return json_of(d.review_year); }},
    {"plan_year", [](const zhibiao::DocumentInfo& d) { return json_of(d.plan_year); }},
    {"language", [](const zhibiao::DocumentInfo& d) { return json(d.language); }},
}};

const DocumentField* find_field(std::string_view name) {
  const auto found = std::find_if(document_fields.begin(), document_fields.end(),
                                  [&](const DocumentField& field) { return field.name == name; });
  return found == document_fields.end() ? nullptr : &*found;
}

}  // namespace

Result<Gold> parse_gold(std::string_view lines, const std::string& name) {
  Gold gold;
  const std::optional<Error> error = each_line(lines, name, [&](const json& object, bool first) {
    if (first && object.contains("windows")) return read_windows(object["windows"], gold.windows);
    Line line(object);
    gold.records.push_back(record_of(line));
    return line.flaw();
  });
  if (error) return *error;
  return gold;
}

Result<std::vector<Goal>> parse_goals(std::string_view lines, const std::string& name) {
  std::vector<Goal> goals;
  const std::optional<Error> error = each_line(lines, name, [&](const json& object, bool) {
    Line line(object);
    goals.push_back(goal_of(line));
    return line.flaw();
  });
  if (error) return *error;
  return goals;
}

Result<std::map<std::string, DocumentFields>> parse_documents(std::string_view text, const std::string& name) {
  json object;
  try {
    object = json::parse(text);
  } catch (const json::parse_error& error) {
    const std::string_view before = text.substr(0, std::min(error.byte, text.size()));
    return broken(name, 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')), "is no JSON");
  }
  const auto flaw = [&](const std::string& reason) { return Error{ErrorCode::broken_json, name + ": " + reason}; };
  if (!object.is_object()) return flaw("is no JSON object");
  std::map<std::string, DocumentFields> documents;
  for (const auto& [id, fields] : object.items()) {
    if (!fields.is_object()) return flaw(id + ": is no object");
    DocumentFields& known = documents[id];
    for (const auto& [field, value] : fields.items()) {
      if (find_field(field) == nullptr) return flaw(id + ": no such field: '" + field + "'");
      known.emplace_back(field, value.dump());
    }
  }
  return documents;
}

std::string document_field(const zhibiao::DocumentInfo& document, std::string_view name) {
  const DocumentField* field = find_field(name);
  return field == nullptr ? "null" : field->value(document).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<zhibiao::Decimal> parse_number(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (negative || text.front() == '+')) text.remove_prefix(1);
  int exponent = 0;
  if (const std::size_t mark = text.find_first_of("eE"); mark != std::string_view::npos) {
    const char* begin = text.data() + mark + 1;
    const char* end = text.data() + text.size();
    if (begin != end && *begin == '+') ++begin;
    const auto [stop, error] = std::from_chars(begin, end, exponent);
    if (error != std::errc() || stop != end || exponent > max_exponent || exponent < -max_exponent) return std::nullopt;
    text = text.substr(0, mark);
  }
  const std::size_t point = std::min(text.find('.'), text.size());
  std::string digits(text.substr(0, point));
  const std::string_view fraction = text.substr(std::min(point + 1, text.size()));
  if (fraction.size() > max_exponent) return std::nullopt;
  digits += fraction;
  exponent -= static_cast<int>(fraction.size());
  if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
  for (; !digits.empty() && digits.back() == '0'; digits.pop_back()) ++exponent;
  if (digits.empty()) return zhibiao::Decimal{};
  if (digits.size() > max_digits || exponent > max_exponent) return std::nullopt;
  std::int64_t coefficient = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), coefficient);
  return zhibiao::Decimal{negative ? -coefficient : coefficient, exponent};
}

}  // namespace cli
