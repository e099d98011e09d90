#include "extract/explain.hpp"

#include "extract/analysis.hpp"

namespace zhibiao::extract {
namespace {

std::string_view name_of(Part part) {
  switch (part) {
    case Part::review: return "review";
    case Part::plan: return "plan";
    case Part::annex: return "annex";
  }
  return "";
}

std::string years_of(const Zone& zone) {
  if (zone.last_year == 0) return "year unknown";
  std::string out = std::to_string(zone.first_year);
  if (zone.years()) out.append("/").append(std::to_string(zone.last_year));
  return out;
}

class Printer : public Observer {
 public:
  Printer(const Model& model, std::string& out) : model_(model), out_(out) {}

  void sentence(std::string_view text, const text::Sentence& sentence, const Zone& zone, const Lexed& lexed,
                const Items& items, const std::vector<Record>& records, std::size_t first_record,
                const std::vector<Refusal>& refusals, std::size_t first_refusal) override {
    line("sentence " + std::to_string(sentence.begin) + ".." + std::to_string(sentence.end) + " [" +
         std::string(name_of(zone.part)) + " " + years_of(zone) + " by " + std::string(zone.rule) + "]" +
         (sentence.heading ? " heading" : ""));
    line("  lex    " + lexed.letters);
    std::string spans = "        ";
    for (const Token& t : lexed.tokens) {
      spans += ' ';
      spans += t.letter;
      spans += '(';
      spans += text.substr(t.begin, t.end - t.begin);
      if (t.letter == 'N') spans += "=" + model_.indicator(model_.roles[t.word].name).id;
      spans += ')';
    }
    line(spans);
    for (const Statement& s : items.statements) {
      const Token& value = lexed.tokens[s.value];
      line("  item   " + model_.data.statements[s.row].id + ": " + model_.indicator(s.head.indicator).id + " <- " +
           std::string(text.substr(value.begin, value.end - value.begin)));
    }
    for (std::size_t i = first_record; i < records.size(); ++i) print(text, records[i]);
    for (std::size_t i = first_refusal; i < refusals.size(); ++i) {
      const Refusal& r = refusals[i];
      line("  note   " + std::string(r.reason) + ": " + std::string(text.substr(r.begin, r.end - r.begin)));
    }
  }

 private:
  void line(std::string_view s) {
    out_ += s;
    out_ += '\n';
  }

  void print(std::string_view text, const Record& r) {
    std::string s = "  record " + model_.indicator(r.indicator).id + " " + std::string(to_string(r.measure)) + " " +
                    std::string(to_string(r.bound)) + " [" + (r.lower ? to_string(*r.lower) : "") + "," +
                    (r.upper ? to_string(*r.upper) : "") + "] " + std::string(r.unit) + " " +
                    std::string(to_string(r.status));
    if (r.commitment) s.append("/").append(to_string(*r.commitment));
    s.append(" ").append(r.period ? to_string(*r.period) : "?");
    if (r.base_period) s.append(" base ").append(to_string(*r.base_period));
    if (!r.scope.empty()) s += " scope " + std::string(text.substr(r.scope.begin, r.scope.end - r.scope.begin));
    line(s + ": " + std::string(text.substr(r.evidence.begin, r.evidence.end - r.evidence.begin)));
  }

  const Model& model_;
  std::string& out_;
};

}  // namespace

std::string explain(const Model& model, std::string_view utf8) {
  std::string out, body;
  Printer printer(model, body);
  Reader reader(model);
  const Analysis& a = reader.read(utf8, &printer);
  const auto or_null = [](const auto& field) {
    if (!field) return std::string("null");
    if constexpr (std::is_same_v<std::decay_t<decltype(*field)>, int>) return std::to_string(*field);
    else return *field;
  };
  out += "document title " + or_null(a.document.title) + ", region " + or_null(a.document.region) + ", date " +
         or_null(a.document.date) + ", review " + or_null(a.document.review_year) + ", plan " +
         or_null(a.document.plan_year) + ", language " + a.document.language + "\n";
  for (const Zone& zone : a.outline.zones) {
    out += "zone " + std::to_string(zone.begin) + " " + std::string(name_of(zone.part)) + " " + years_of(zone) + " by " +
           std::string(zone.rule) + "\n";
  }
  out += body;
  for (const Relative& r : a.relatives) {
    out += "relative " + model.indicator(r.indicator).id + " " + std::string(to_string(r.relation)) + " " +
           std::string(r.reference) + ": " +
           std::string(std::string_view(a.normalized.text).substr(r.evidence.begin, r.evidence.end - r.evidence.begin)) + "\n";
  }
  return out;
}

}  // namespace zhibiao::extract
