#include "zhibiao/extractor.hpp"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "extract/analysis.hpp"
#include "extract/explain.hpp"
#include "extract/model.hpp"
#include "text/utf8.hpp"

namespace zhibiao {

struct Extractor::Impl {
  explicit Impl(std::shared_ptr<const extract::Model> compiled) : model(std::move(compiled)) {}

  // A reader that no other thread uses; as many are made as there are threads at once.
  std::unique_ptr<extract::Reader> take_reader() const {
    const std::lock_guard lock(mutex);
    if (readers.empty()) return std::make_unique<extract::Reader>(*model);
    auto reader = std::move(readers.back());
    readers.pop_back();
    return reader;
  }
  void give_back(std::unique_ptr<extract::Reader> reader) const {
    const std::lock_guard lock(mutex);
    readers.push_back(std::move(reader));
  }

  const std::shared_ptr<const extract::Model> model;
  mutable std::mutex mutex;
  mutable std::vector<std::unique_ptr<extract::Reader>> readers;
};

namespace {

using extract::Range;

// Places of the normalized text to places and words of the caller's bytes.
class Renderer {
 public:
  Renderer(const extract::Analysis& analysis, const LexiconData& data, std::string_view source)
      : a_(analysis), data_(data), source_(source) {}

  Span span(Range range) const {
    return {a_.normalized.map.begin_of(range.begin), a_.normalized.map.end_of(range.end)};
  }

  std::string words(Range range) const {
    const Span s = span(range);
    return std::string(source_.substr(s.begin, s.end - s.begin));
  }

  Evidence evidence(Range whole, Range mention) const {
    const Span s = span(whole);
    return {s, std::string(source_.substr(s.begin, s.end - s.begin)), words(mention),
            std::string(a_.outline.section_at(whole.begin))};
  }

  void add(const extract::Record& r, std::vector<Observation>& out) const {
    const IndicatorEntry& entry = data_.indicators[r.indicator];
    Observation& o = out.emplace_back();
    o.indicator = entry.id;
    o.extension = entry.extension;
    o.label_zh = entry.label_zh;
    o.label_en = entry.label_en;
    o.measure = r.measure;
    o.status = r.status;
    o.commitment = r.commitment;
    o.value = {r.bound, r.lower, r.upper, std::string(r.unit), words(r.value)};
    o.period = r.period;
    o.base_period = r.base_period;
    if (!r.scope.empty()) o.scope = words(r.scope);
    o.evidence = evidence(r.evidence, r.mention);
    o.rule = data_.statements[r.row].id;
  }

  RelativeTarget relative(const extract::Relative& r) const {
    RelativeTarget t;
    t.indicator = data_.indicators[r.indicator].id;
    t.relation = r.relation;
    if (r.reference == "other") t.reference = "other:" + words(r.reference_words);
    else if (!r.reference.empty()) t.reference = std::string(r.reference);
    t.period = r.period;
    t.commitment = r.commitment;
    t.evidence = evidence(r.evidence, r.mention);
    return t;
  }

 private:
  const extract::Analysis& a_;
  const LexiconData& data_;
  std::string_view source_;
};

std::optional<Error> unusable(std::string_view utf8) {
  if (utf8.size() > Extractor::max_input_bytes) {
    return Error{ErrorCode::input_too_large, "input of " + std::to_string(utf8.size()) + " bytes is over the limit of " +
                                                 std::to_string(Extractor::max_input_bytes)};
  }
  if (const std::size_t bad = text::first_invalid(utf8); bad != text::all_valid) {
    return Error{ErrorCode::invalid_utf8, "invalid UTF-8 at byte " + std::to_string(bad)};
  }
  return std::nullopt;
}

}  // namespace

Result<Extractor> Extractor::create() {
  auto lexicon = Lexicon::built_in();
  if (!lexicon) return lexicon.error();
  return create(*lexicon);
}

Result<Extractor> Extractor::create(const Lexicon& lexicon) {
  auto model = extract::Model::compile(lexicon);
  if (!model) return model.error();
  return Extractor(std::make_shared<Impl>(*std::move(model)));
}

Result<Report> Extractor::extract(std::string_view utf8) const {
  if (auto error = unusable(utf8)) return *std::move(error);
  const extract::Model& model = *impl_->model;
  auto reader = impl_->take_reader();
  const extract::Analysis& analysis = reader->read(utf8);
  const Renderer render(analysis, model.data, utf8);
  Report report;
  report.generator.version = version();
  report.generator.lexicon = model.data.version;
  report.source.bytes = utf8.size();
  report.document = analysis.document;
  report.observations.reserve(analysis.records.size());
  for (const extract::Record& r : analysis.records) render.add(r, report.observations);
  for (const extract::Relative& r : analysis.relatives) {
    // The contract has no mark for goals of indicators beyond the canonical list: those of the built-in lexicon are left out.
    const IndicatorEntry& entry = model.indicator(r.indicator);
    if (!entry.extension || entry.added) report.relative_targets.push_back(render.relative(r));
  }
  for (const extract::Refusal& r : analysis.refusals) report.notes.push_back({r.reason, render.span({r.begin, r.end})});
  impl_->give_back(std::move(reader));
  return report;
}

Result<Report> Extractor::extract(const Text& text) const {
  auto report = extract(std::string_view(text.utf8));
  if (!report) return report;
  report->source = text.source;
  report->notes.insert(report->notes.begin(), text.notes.begin(), text.notes.end());
  return report;
}

Result<std::vector<Quantity>> Extractor::quantities(std::string_view utf8) const {
  if (auto error = unusable(utf8)) return *std::move(error);
  const text::Normalized normalized = text::normalize(utf8);
  std::vector<Quantity> out;
  const bool english = normalized.language == text::Language::en;
  for (const value::Reading& r :
       impl_->model->quantities.read(normalized.text, 0, normalized.text.size(), english)) {
    if (r.ordinal || r.inexact) continue;
    Quantity q;
    q.span = {normalized.map.begin_of(r.begin), normalized.map.end_of(r.end)};
    q.text = std::string(utf8.substr(q.span.begin, q.span.end - q.span.begin));
    if (r.range) q.bound = Bound::between;
    else if (r.prefix_bound && *r.prefix_bound != Bound::about) q.bound = *r.prefix_bound;
    else if (r.suffix_bound) q.bound = *r.suffix_bound;
    else if (r.prefix_bound) q.bound = *r.prefix_bound;
    if (q.bound != Bound::at_most && q.bound != Bound::less_than) q.lower = r.lower;
    if (q.bound != Bound::at_least && q.bound != Bound::more_than) q.upper = r.upper;
    if (!r.unit.empty()) q.unit = std::string(r.unit);
    out.push_back(std::move(q));
  }
  return out;
}

std::string Extractor::explain(std::string_view utf8) const {
  if (auto error = unusable(utf8)) return error->message + "\n";
  return extract::explain(*impl_->model, utf8);
}

}  // namespace zhibiao
