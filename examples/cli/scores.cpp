#include "cli/scores.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/formats.hpp"
#include "cli/table.hpp"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Difference::Kind;

struct Which {
  std::string_view name;
  Tally Tallies::*tally;
};

constexpr std::array<Which, 4> all_tallies = {{{"core", &Tallies::core},
                                               {"full", &Tallies::full},
                                               {"headline", &Tallies::headline},
                                               {"relative", &Tallies::relative}}};

bool is_shown(const Which& which, const Evaluation& evaluation) {
  return which.tally != &Tallies::relative || evaluation.has_goals;
}

std::string four_places(double figure) {
  std::array<char, 32> buffer;
  return {buffer.data(), static_cast<std::size_t>(std::snprintf(buffer.data(), buffer.size(), "%.4f", figure))};
}

// A figure of nothing is no figure.
std::string f1_of(const Tally& tally) { return tally.gold + tally.output == 0 ? "-" : four_places(tally.f1()); }

std::string_view kind_name(Kind kind) {
  return kind == Kind::missed ? "missed" : kind == Kind::spurious ? "spurious" : "different";
}

std::string_view record_name(const Difference& one) {
  return one.gold || one.output ? "observation" : one.gold_goal || one.output_goal ? "relative_target" : "document";
}

// --- for people

std::string value_words(const Record& record) {
  const std::string lower = record.lower ? to_string(*record.lower) : "";
  const std::string upper = record.upper ? to_string(*record.upper) : "";
  return (lower == upper ? lower : lower + ".." + upper) + ' ' + record.unit;
}

std::string words_of(const std::optional<Record>& record) {
  if (!record) return "";
  std::string out = record->measure + ' ' + record->bound + ' ' + value_words(*record) + ", " + record->status;
  if (record->period) out += ' ' + *record->period;
  if (record->scope) out += ", scope " + *record->scope;
  return out;
}

std::string words_of(const std::optional<Goal>& goal) {
  return goal ? goal->relation + (goal->reference ? ' ' + *goal->reference : "") : "";
}

void add_rows(std::vector<Row>& rows, const Difference& one) {
  constexpr std::size_t place_limit = 40, value_limit = 60, text_limit = 60;
  const std::string place = one.document + (one.line == 0 ? "" : ':' + std::to_string(one.line));
  const auto row = [&](std::string_view what, const std::string& name, const std::string& gold,
                       const std::string& output, const std::string& text) {
    const Style style = one.kind == Kind::missed ? Style::yellow : Style::plain;
    rows.push_back({{cell(place, place_limit), std::string(what), cell(name, place_limit), cell(gold, value_limit),
                     cell(output, value_limit), cell(text, text_limit)},
                    style});
  };
  if (one.gold_goal || one.output_goal) {
    const Goal& goal = one.gold_goal ? *one.gold_goal : *one.output_goal;
    row(kind_name(one.kind), goal.indicator, words_of(one.gold_goal), words_of(one.output_goal), goal.text);
  } else if (one.kind != Kind::different) {
    const Record& record = one.gold ? *one.gold : *one.output;
    row(kind_name(one.kind), record.indicator, words_of(one.gold), words_of(one.output), record.text);
  } else if (one.gold) {
    const auto value = [](const std::string& text) { return text.empty() ? "-" : text; };
    for (const std::string& field : one.fields) {
      row(field, one.gold->indicator, value(field_text(*one.gold, field)), value(field_text(*one.output, field)),
          one.gold->text);
    }
  } else {
    row("document", one.fields.front(), one.gold_field, one.output_field, "");
  }
}

std::string groups_table(const char* title, const std::map<std::string, Tallies>& groups, bool colour) {
  std::vector<Row> rows;
  rows.push_back({{title, "GOLD", "OUTPUT", "CORE", "FULL", "PRECISION", "RECALL", "F1"}, Style::faint});
  for (const auto& [name, tallies] : groups) {
    const Tally& full = tallies.full;
    rows.push_back({{name, std::to_string(full.gold), std::to_string(full.output), std::to_string(tallies.core.matched),
                     std::to_string(full.matched), four_places(full.precision()), four_places(full.recall()),
                     four_places(full.f1())},
                    full.matched == full.gold && full.matched == full.output ? Style::plain : Style::yellow});
  }
  return rows.size() == 1 ? "" : '\n' + aligned(rows, colour);
}

// --- for programs

// A path need not be UTF-8; JSON must be.
std::string dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

Json json_of(const std::optional<std::string>& text) { return text ? Json(*text) : Json(); }
Json json_of(const std::optional<zhibiao::Decimal>& number) { return number ? Json(to_string(*number)) : Json(); }

Json json_of(const Tally& tally) {
  return {{"matched", tally.matched},       {"gold", tally.gold},       {"output", tally.output},
          {"precision", tally.precision()}, {"recall", tally.recall()}, {"f1", tally.f1()}};
}

// In the shape of a line of the gold.
Json json_of(const Record& record) {
  return {{"indicator", record.indicator},
          {"measure", record.measure},
          {"status", record.status},
          {"commitment", json_of(record.commitment)},
          {"bound", record.bound},
          {"lower", json_of(record.lower)},
          {"upper", json_of(record.upper)},
          {"unit", record.unit},
          {"period", json_of(record.period)},
          {"base_period", json_of(record.base_period)},
          {"scope", json_of(record.scope)},
          {"quote", record.text},
          {"start", record.span.begin},
          {"end", record.span.end}};
}

Json json_of(const Goal& goal) {
  return {{"indicator", goal.indicator},
          {"relation", goal.relation},
          {"reference", json_of(goal.reference)},
          {"period", json_of(goal.period)},
          {"commitment", json_of(goal.commitment)},
          {"quote", goal.text},
          {"start", goal.span.begin},
          {"end", goal.span.end}};
}

Json one_of(const std::optional<Record>& record, const std::optional<Goal>& goal) {
  return record ? json_of(*record) : goal ? json_of(*goal) : Json();
}

Json json_of(const Difference& one) {
  Json json = {{"document", one.document},
               {"line", one.line == 0 ? Json() : Json(one.line)},
               {"record", record_name(one)},
               {"kind", kind_name(one.kind)},
               {"fields", one.fields}};
  if (one.gold_field.empty()) {
    json["gold"] = one_of(one.gold, one.gold_goal);
    json["output"] = one_of(one.output, one.output_goal);
  } else {
    json["gold"] = Json::parse(one.gold_field);
    json["output"] = Json::parse(one.output_field);
  }
  return json;
}

Json groups_json(const char* key, const std::map<std::string, Tallies>& groups) {
  Json list = Json::array();
  for (const auto& [name, tallies] : groups) {
    list.push_back({{key, name}, {"core", json_of(tallies.core)}, {"full", json_of(tallies.full)}});
  }
  return list;
}

Json json_of(const DocumentScore& score, const Evaluation& evaluation) {
  Json json = {{"id", score.id}, {"error", score.failure.empty() ? Json() : Json(score.failure)}};
  for (const Which& which : all_tallies) {
    const bool known = score.compared && is_shown(which, evaluation);
    json[std::string(which.name)] = known ? json_of(score.tallies.*which.tally) : Json();
  }
  return json;
}

std::vector<std::string> csv_fields(std::string_view part, const std::string& name, std::string_view which,
                                    const Tally& tally) {
  const auto number = [](double figure) { return dump(Json(figure)); };
  return {std::string(part),          name,
          std::string(which),         std::to_string(tally.matched),
          std::to_string(tally.gold), std::to_string(tally.output),
          number(tally.precision()),  number(tally.recall()),
          number(tally.f1())};
}

}  // namespace

std::string scores_table(const Evaluation& evaluation, bool colour) {
  std::vector<Row> rows;
  rows.push_back({{"SCORE", "PRECISION", "RECALL", "F1", "MATCHED", "GOLD", "OUTPUT"}, Style::faint});
  for (const Which& which : all_tallies) {
    if (!is_shown(which, evaluation)) continue;
    const Tally& tally = evaluation.totals.*which.tally;
    rows.push_back(
        {{std::string(which.name), four_places(tally.precision()), four_places(tally.recall()), four_places(tally.f1()),
          std::to_string(tally.matched), std::to_string(tally.gold), std::to_string(tally.output)},
         Style::bold});
  }
  std::string out = aligned(rows, colour);

  rows.clear();
  rows.push_back({{"FIELD", "RIGHT", "COMPARED", "ACCURACY"}, Style::faint});
  for (const std::string& name : compared_fields()) {
    const auto found = evaluation.fields.find(name);
    if (found == evaluation.fields.end()) continue;
    const Agreement& agreement = found->second;
    rows.push_back(
        {{name, std::to_string(agreement.right), std::to_string(agreement.compared), four_places(agreement.accuracy())},
         agreement.right == agreement.compared ? Style::plain : Style::yellow});
  }
  if (rows.size() > 1) out += '\n' + aligned(rows, colour);

  constexpr std::size_t name_limit = 40, reason_limit = 60;
  rows.clear();
  rows.push_back({{"DOCUMENT", "GOLD", "OUTPUT", "CORE F1", "FULL F1", "HEADLINE F1", ""}, Style::faint});
  for (const DocumentScore& score : evaluation.documents) {
    if (!score.compared) continue;
    const Tallies& tallies = score.tallies;
    rows.push_back(
        {{cell(score.id, name_limit), std::to_string(tallies.full.gold), std::to_string(tallies.full.output),
          f1_of(tallies.core), f1_of(tallies.full), f1_of(tallies.headline), cell(score.failure, reason_limit)},
         score.failure.empty() ? Style::plain : Style::yellow});
  }
  if (rows.size() > 1) out += '\n' + aligned(rows, colour);
  out += groups_table("INDICATOR", evaluation.indicators, colour);
  out += groups_table("MEASURE", evaluation.measures, colour);

  rows.clear();
  rows.push_back({{"DIFFERENCE", "WHAT", "INDICATOR", "GOLD", "OUTPUT", "TEXT"}, Style::faint});
  for (const DocumentScore& score : evaluation.documents) {
    for (const Difference& one : score.differences) add_rows(rows, one);
  }
  if (rows.size() > 1) out += '\n' + aligned(rows, colour);

  const auto count = [&](std::size_t number, const char* what) {
    if (number != 0) out += '\n' + std::string(what) + ": " + std::to_string(number) + '\n';
  };
  count(evaluation.extensions,
        "outputs left aside, of indicators beyond the canonical list that the gold does not name");
  count(evaluation.false_evidence, "outputs whose evidence is not the text");
  count(evaluation.misquoted, "gold records whose quote is not the text from start to end");
  return out;
}

std::string scores_json(const Evaluation& evaluation, const zhibiao::Generator& generator) {
  Json json;
  json["generator"] = {{"name", generator.name}, {"version", generator.version}, {"lexicon", generator.lexicon}};
  for (const Which& which : all_tallies) {
    json["totals"][std::string(which.name)] =
        is_shown(which, evaluation) ? json_of(evaluation.totals.*which.tally) : Json();
  }
  json["fields"] = Json::object();
  for (const std::string& name : compared_fields()) {
    const auto found = evaluation.fields.find(name);
    if (found == evaluation.fields.end()) continue;
    json["fields"][name] = {
        {"right", found->second.right}, {"compared", found->second.compared}, {"accuracy", found->second.accuracy()}};
  }
  json["extensions_left_aside"] = evaluation.extensions;
  json["false_evidence"] = evaluation.false_evidence;
  json["misquoted_gold"] = evaluation.misquoted;
  json["documents"] = Json::array();
  json["indicators"] = groups_json("indicator", evaluation.indicators);
  json["measures"] = groups_json("measure", evaluation.measures);
  json["differences"] = Json::array();
  for (const DocumentScore& score : evaluation.documents) {
    json["documents"].push_back(json_of(score, evaluation));
    for (const Difference& one : score.differences) json["differences"].push_back(json_of(one));
  }
  return dump(json);
}

std::string scores_csv(const Evaluation& evaluation) {
  std::string out = csv_line({"part", "name", "which", "matched", "gold", "output", "precision", "recall", "f1"});
  const auto add = [&](std::string_view part, const std::string& name, const Tallies& tallies, std::size_t number) {
    for (std::size_t i = 0; i < number; ++i) {
      if (!is_shown(all_tallies[i], evaluation)) continue;
      out += csv_line(csv_fields(part, name, all_tallies[i].name, tallies.*all_tallies[i].tally));
    }
  };
  add("total", "", evaluation.totals, all_tallies.size());
  for (const std::string& name : compared_fields()) {
    const auto found = evaluation.fields.find(name);
    if (found == evaluation.fields.end()) continue;
    const Agreement& agreement = found->second;
    out += csv_line(csv_fields("field", name, "accuracy", {agreement.right, agreement.compared, agreement.compared}));
  }
  for (const DocumentScore& score : evaluation.documents) {
    if (score.compared) add("document", score.id, score.tallies, all_tallies.size());
  }
  for (const auto& [name, tallies] : evaluation.indicators) add("indicator", name, tallies, 2);  // core and full
  for (const auto& [name, tallies] : evaluation.measures) add("measure", name, tallies, 2);
  return out;
}

}  // namespace cli
