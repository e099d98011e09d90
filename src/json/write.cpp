// The report as JSON text, written straight into one string: a document tree would cost several times the extraction.
// The order of the keys here is the order of the contract (report.schema.json).

#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "text/repair.hpp"
#include "text/utf8.hpp"
#include "zhibiao/json.hpp"

namespace zhibiao {
namespace {

constexpr bool needs_escape(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// Whether one of eight bytes needs an escape: a zero byte after x ^ '"' or x ^ '\\', or a byte below 0x20.
bool any_needs_escape(const char* bytes) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  const std::uint64_t quote = word ^ (ones * '"'), slash = word ^ (ones * '\\');
  return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((word - ones * 0x20) & ~word)) & highs;
}

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void raw(std::string_view text) { out_ += text; }

  void string(std::string_view text) {
    out_ += '"';
    std::size_t copied = 0, i = 0;
    while (i < text.size()) {
      if (i + 8 <= text.size() && !any_needs_escape(text.data() + i)) {
        i += 8;
        continue;
      }
      const std::size_t stop = std::min(i + 8, text.size());
      for (; i < stop; ++i) {
        if (!needs_escape(text[i])) continue;
        out_ += text.substr(copied, i - copied);
        escape(text[i]);
        copied = i + 1;
      }
    }
    out_ += text.substr(copied);
    out_ += '"';
  }

  // For the caller's own words, a path above all, which need not be UTF-8: what is not becomes U+FFFD.
  void foreign_string(std::string_view text) {
    if (text::first_invalid(text) == text::all_valid) return string(text);
    string(text::repaired(text));
  }

  template <typename Integer>
  void integer(Integer number) {
    std::array<char, 24> buffer;
    out_.append(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), number).ptr);
  }

  // A value behind its key, or null.
  void optional(const std::optional<std::string>& text) { text ? string(*text) : raw("null"); }
  void optional(const std::optional<Decimal>& number) { raw(number ? to_string(*number) : "null"); }
  void optional(const std::optional<Period>& period) { period ? string(to_string(*period)) : raw("null"); }
  void optional(std::optional<int> number) { number ? integer(*number) : raw("null"); }

  void generator(const Generator& generator) {
    raw(R"("generator":{"name":)");
    string(generator.name);
    raw(R"(,"version":)");
    string(generator.version);
    raw(R"(,"lexicon":)");
    string(generator.lexicon);
    raw("}");
  }

  void source(const Source& source) {
    place(source.path, source.id);
    raw(R"(,"encoding":)");
    string(source.encoding);
    raw(R"(,"bytes":)");
    integer(source.bytes);
    raw(R"(,"offsets":)");
    string(source.offsets);
    raw("}");
  }

  void failed_source(const FailedSource& source) {
    place(source.path, source.id);
    raw(R"(,"encoding":null,"bytes":)");
    source.bytes ? integer(*source.bytes) : raw("null");
    raw(R"(,"offsets":null})");
  }

  void error(const Error& error) {
    raw(R"("error":{"code":")");
    raw(to_string(error.code));
    raw(R"(","message":)");
    foreign_string(error.message);
    raw("}");
  }

  void document(const DocumentInfo& document) {
    raw(R"("document":{"title":)");
    optional(document.title);
    raw(R"(,"region":)");
    optional(document.region);
    raw(R"(,"date":)");
    optional(document.date);
    raw(R"(,"review_year":)");
    optional(document.review_year);
    raw(R"(,"plan_year":)");
    optional(document.plan_year);
    raw(R"(,"language":)");
    string(document.language);
    raw(R"(,"region_code":)");
    optional(document.region_code);
    raw(R"(,"region_superior":)");
    optional(document.region_superior);
    raw("}");
  }

  void value(const Value& value) {
    raw(R"("value":{"bound":")");
    raw(to_string(value.bound));
    raw(R"(","lower":)");
    optional(value.lower);
    raw(R"(,"upper":)");
    optional(value.upper);
    raw(R"(,"unit":)");
    string(value.unit);
    raw(R"(,"text":)");
    string(value.text);
    raw("}");
  }

  void evidence(const Evidence& evidence) {
    raw(R"("evidence":{"start":)");
    integer(evidence.span.begin);
    raw(R"(,"end":)");
    integer(evidence.span.end);
    raw(R"(,"text":)");
    string(evidence.text);
    raw(R"(,"mention":)");
    string(evidence.mention);
    raw(R"(,"section":)");
    evidence.section.empty() ? raw("null") : string(evidence.section);
    raw("}");
  }

  void observation(const Observation& seen) {
    raw(R"({"indicator":)");
    string(seen.indicator);
    raw(seen.extension ? R"(,"extension":true,"label":{"zh":)" : R"(,"extension":false,"label":{"zh":)");
    string(seen.label_zh);
    raw(R"(,"en":)");
    string(seen.label_en);
    raw(R"(},"measure":")");
    raw(to_string(seen.measure));
    raw(R"(","status":")");
    raw(to_string(seen.status));
    raw(R"(","commitment":)");
    seen.commitment ? string(to_string(*seen.commitment)) : raw("null");
    raw(",");
    value(seen.value);
    raw(R"(,"period":)");
    optional(seen.period);
    raw(R"(,"base_period":)");
    optional(seen.base_period);
    raw(R"(,"scope":)");
    optional(seen.scope);
    raw(",");
    evidence(seen.evidence);
    raw(R"(,"rule":)");
    string(seen.rule);
    raw("}");
  }

  void relative_target(const RelativeTarget& target) {
    raw(R"({"indicator":)");
    string(target.indicator);
    raw(R"(,"relation":")");
    raw(to_string(target.relation));
    raw(R"(","reference":)");
    optional(target.reference);
    raw(R"(,"period":)");
    optional(target.period);
    raw(R"(,"commitment":")");
    raw(to_string(target.commitment));
    raw(R"(",)");
    evidence(target.evidence);
    raw("}");
  }

  void note(const Note& note) {
    raw(R"({"reason":)");
    string(note.reason);
    raw(R"(,"start":)");
    integer(note.span.begin);
    raw(R"(,"end":)");
    integer(note.span.end);
    raw("}");
  }

  template <typename T>
  void list(std::string_view key, const std::vector<T>& items, void (Writer::*write)(const T&)) {
    raw(key);
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) raw(",");
      (this->*write)(items[i]);
    }
    raw("]");
  }

 private:
  void place(const std::optional<std::string>& path, const std::optional<std::string>& id) {
    raw(R"("source":{"path":)");
    path ? foreign_string(*path) : raw("null");
    raw(R"(,"id":)");
    id ? foreign_string(*id) : raw("null");
  }

  void escape(char c) {
    switch (c) {
      case '"':
        return raw("\\\"");
      case '\\':
        return raw("\\\\");
      case '\b':
        return raw("\\b");
      case '\f':
        return raw("\\f");
      case '\n':
        return raw("\\n");
      case '\r':
        return raw("\\r");
      case '\t':
        return raw("\\t");
      default:
        break;
    }
    constexpr std::string_view hex = "0123456789abcdef";
    raw("\\u00");
    out_ += hex[static_cast<unsigned char>(c) >> 4];
    out_ += hex[static_cast<unsigned char>(c) & 0xF];
  }

  std::string& out_;
};

}  // namespace

void append_json(const Report& report, std::string& out) {
  Writer writer(out);
  writer.raw(R"({"schema_version":)");
  writer.string(schema_version);
  writer.raw(",");
  writer.generator(report.generator);
  writer.raw(",");
  writer.source(report.source);
  writer.raw(",");
  writer.document(report.document);
  writer.list(R"(,"observations":[)", report.observations, &Writer::observation);
  writer.list(R"(,"relative_targets":[)", report.relative_targets, &Writer::relative_target);
  writer.list(R"(,"notes":[)", report.notes, &Writer::note);
  writer.raw("}");
}

std::string failure_to_json(const FailedSource& source, const Error& error) {
  std::string out;
  Writer writer(out);
  writer.raw("{");
  writer.failed_source(source);
  writer.raw(",");
  writer.error(error);
  writer.raw("}");
  return out;
}

std::string to_json(const Report& report) {
  std::string out;
  append_json(report, out);
  return out;
}

}  // namespace zhibiao
