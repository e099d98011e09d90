// A report back from its JSON. Keys that are not known are passed over, since a later minor version may add some;
// all else is refused with the place, as a JSON pointer: "/observations/3/value/bound: no such name: 'abot'".

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "value/decimal.hpp"
#include "zhibiao/json.hpp"

namespace zhibiao {
namespace {

using nlohmann::json;

// One value of the document, and the way to it. The first flaw is kept; what is read behind it does not matter.
class Reader {
 public:
  Reader(const json& value, std::string path, std::string& flaw) : value_(value), path_(std::move(path)), flaw_(flaw) {}

  Reader at(const char* key) const {
    static const json nothing;  // read in place of what is missing, so that callers need no branch
    if (!value_.is_object()) {
      fail("is no object");
      return {nothing, path_, flaw_};
    }
    std::string path = path_ + '/' + key;
    const auto found = value_.find(key);
    if (found != value_.end()) return {*found, std::move(path), flaw_};
    Reader missing(nothing, std::move(path), flaw_);
    missing.fail("is missing");
    return missing;
  }

  template <typename T>
  void list(std::vector<T>& items, void (*read)(const Reader&, T&)) const {
    if (!value_.is_array()) return fail("is no array");
    items.resize(value_.size());
    for (std::size_t i = 0; i < value_.size() && flaw_.empty(); ++i) {
      read(Reader(value_[i], path_ + '/' + std::to_string(i), flaw_), items[i]);
    }
  }

  void get(std::string& out) const {
    if (!value_.is_string()) return fail("is no string");
    out = value_.get_ref<const std::string&>();
  }
  void get(bool& out) const {
    if (!value_.is_boolean()) return fail("is neither true nor false");
    out = value_.get<bool>();
  }
  void get(std::size_t& out) const {
    if (!value_.is_number_unsigned()) return fail("is no size");
    out = value_.get<std::size_t>();
  }
  void get(int& out) const {
    if (!value_.is_number_integer() || value_ < -1000000 || value_ > 1000000) return fail("is no year");
    out = value_.get<int>();
  }
  void get(Decimal& out) const {
    std::array<char, 32> buffer;
    char* end = buffer.data();
    if (value_.is_number_unsigned()) {
      end = std::to_chars(end, end + buffer.size(), value_.get<std::uint64_t>()).ptr;
    } else if (value_.is_number_integer()) {
      end = std::to_chars(end, end + buffer.size(), value_.get<std::int64_t>()).ptr;
    } else if (value_.is_number_float()) {
      // The shortest text that gives this double again: the digits as they were, up to fifteen of them.
      end = std::to_chars(end, end + buffer.size(), value_.get<double>(), std::chars_format::scientific).ptr;
    } else {
      return fail("is no number");
    }
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const std::size_t mark = text.find('e');
    int exponent = 0;
    if (mark != std::string_view::npos) {
      const char* digits = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
      std::from_chars(digits, end, exponent);
    }
    std::optional<Decimal> number = value::parse_decimal(text.substr(0, mark));
    if (number) number = value::multiply(*number, value::power_of_ten(exponent));
    if (!number) return fail("needs more than 15 digits");
    out = *number;
  }
  void get(Period& out) const { named(out, &parse_period, "is no period"); }
  void get(Measure& out) const { named(out, &parse_measure, "no such name"); }
  void get(Status& out) const { named(out, &parse_status, "no such name"); }
  void get(Commitment& out) const { named(out, &parse_commitment, "no such name"); }
  void get(Bound& out) const { named(out, &parse_bound, "no such name"); }
  void get(Relation& out) const { named(out, &parse_relation, "no such name"); }

  template <typename T>
  void get(std::optional<T>& out) const {
    if (value_.is_null()) return out.reset();
    get(out.emplace());
  }

  void fail(const std::string& reason) const {
    if (flaw_.empty()) flaw_ = (path_.empty() ? "the document" : path_) + ": " + reason;
  }

 private:
  template <typename T, typename Parse>
  void named(T& out, Parse parse, const char* reason) const {
    std::string name;
    get(name);
    if (!flaw_.empty()) return;
    if (const auto known = parse(name)) {
      out = *known;
    } else {
      fail(reason + (": '" + name + "'"));
    }
  }

  const json& value_;
  std::string path_;
  std::string& flaw_;
};

void read_span(const Reader& object, Span& span) {
  object.at("start").get(span.begin);
  object.at("end").get(span.end);
  if (span.end < span.begin) object.at("end").fail("lies before start");
}

void read_evidence(const Reader& object, Evidence& evidence) {
  read_span(object, evidence.span);
  object.at("text").get(evidence.text);
  object.at("mention").get(evidence.mention);
  std::optional<std::string> section;
  object.at("section").get(section);
  evidence.section = std::move(section).value_or(std::string());
}

void read_observation(const Reader& object, Observation& seen) {
  object.at("indicator").get(seen.indicator);
  object.at("extension").get(seen.extension);
  const Reader label = object.at("label");
  label.at("zh").get(seen.label_zh);
  label.at("en").get(seen.label_en);
  object.at("measure").get(seen.measure);
  object.at("status").get(seen.status);
  object.at("commitment").get(seen.commitment);
  const Reader value = object.at("value");
  value.at("bound").get(seen.value.bound);
  value.at("lower").get(seen.value.lower);
  value.at("upper").get(seen.value.upper);
  value.at("unit").get(seen.value.unit);
  value.at("text").get(seen.value.text);
  object.at("period").get(seen.period);
  object.at("base_period").get(seen.base_period);
  object.at("scope").get(seen.scope);
  read_evidence(object.at("evidence"), seen.evidence);
  object.at("rule").get(seen.rule);
}

void read_relative_target(const Reader& object, RelativeTarget& target) {
  object.at("indicator").get(target.indicator);
  object.at("relation").get(target.relation);
  object.at("reference").get(target.reference);
  object.at("period").get(target.period);
  object.at("commitment").get(target.commitment);
  read_evidence(object.at("evidence"), target.evidence);
}

void read_note(const Reader& object, Note& note) {
  object.at("reason").get(note.reason);
  read_span(object, note.span);
}

void read_report(const Reader& object, Report& report) {
  std::string version;
  object.at("schema_version").get(version);
  // A later minor version only adds fields; another major version is another contract.
  const std::string_view major = schema_version.substr(0, schema_version.find('.') + 1);
  if (std::string_view(version).substr(0, major.size()) != major) {
    object.at("schema_version").fail("is not " + std::string(major) + "x: '" + version + "'");
  }

  const Reader generator = object.at("generator");
  generator.at("name").get(report.generator.name);
  generator.at("version").get(report.generator.version);
  generator.at("lexicon").get(report.generator.lexicon);

  const Reader source = object.at("source");
  source.at("path").get(report.source.path);
  source.at("id").get(report.source.id);
  source.at("encoding").get(report.source.encoding);
  source.at("bytes").get(report.source.bytes);
  source.at("offsets").get(report.source.offsets);

  const Reader document = object.at("document");
  document.at("title").get(report.document.title);
  document.at("region").get(report.document.region);
  document.at("date").get(report.document.date);
  document.at("review_year").get(report.document.review_year);
  document.at("plan_year").get(report.document.plan_year);
  document.at("language").get(report.document.language);
  if (version != "1.0") {  // it had none
    document.at("region_code").get(report.document.region_code);
    document.at("region_superior").get(report.document.region_superior);
  }

  object.at("observations").list(report.observations, &read_observation);
  object.at("relative_targets").list(report.relative_targets, &read_relative_target);
  object.at("notes").list(report.notes, &read_note);
}

// The document, or the flaw. Behind a function of its own since this is where nlohmann throws.
json parse(std::string_view text, std::string& flaw) {
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {  // the parser takes it for the end
    flaw = "no JSON: error at byte " + std::to_string(nul);
    return nullptr;
  }
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    flaw = "no JSON: error at byte " + std::to_string(error.byte == 0 ? 0 : error.byte - 1);
  } catch (const json::exception&) {
    flaw = "no JSON: a number beyond range";
  }
  return nullptr;
}

}  // namespace

Result<Report> from_json(std::string_view text) {
  std::string flaw;
  const json document = parse(text, flaw);
  Report report;
  if (flaw.empty()) read_report(Reader(document, "", flaw), report);
  if (!flaw.empty()) return Error{ErrorCode::broken_json, std::move(flaw)};
  return report;
}

}  // namespace zhibiao
