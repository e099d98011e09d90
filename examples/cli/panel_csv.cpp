#include "cli/panel_csv.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/formats.hpp"

namespace cli {
namespace {

using zhibiao::Panel;
using zhibiao::PanelCell;
using zhibiao::PanelConflict;
using zhibiao::PanelKey;
using zhibiao::PanelRow;
using zhibiao::PanelValue;
using Fields = std::vector<std::string>;

template <typename T>
std::string text_of(const std::optional<T>& value) {
  return value ? std::string(to_string(*value)) : std::string();
}

struct NamedCell {
  std::string_view name;
  PanelCell PanelRow::*cell;
  bool is_target;
};
constexpr std::array<NamedCell, 4> cells = {{{"target", &PanelRow::target, true},
                                             {"second", &PanelRow::second, true},
                                             {"result", &PanelRow::result, false},
                                             {"estimate", &PanelRow::estimate, false}}};

void append_value_names(Fields& out, const std::string& cell, bool is_target) {
  for (const char* name : {"_lower", "_upper", "_bound"}) out.push_back(cell + name);
  if (is_target) out.push_back(cell + "_commitment");
}

void append_value(Fields& out, const PanelCell& cell, bool is_target) {
  const std::optional<PanelValue>& seen = cell.stated;
  out.push_back(seen ? text_of(seen->value.lower) : "");
  out.push_back(seen ? text_of(seen->value.upper) : "");
  out.emplace_back(cell.conflict ? "conflict" : seen ? to_string(seen->value.bound) : "");
  if (is_target) out.push_back(seen ? text_of(seen->commitment) : "");
}

std::string year_of(const PanelKey& key) { return key.year == 0 ? "" : std::to_string(key.year); }

Fields place_of(const std::string& source, const std::optional<zhibiao::Span>& span) {
  if (!span) return {source, "", ""};
  return {source, std::to_string(span->begin), std::to_string(span->end)};
}

void append(Fields& out, Fields more) {
  out.insert(out.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::string column_of(const PanelKey& key) {
  return key.indicator + '_' + std::string(to_string(key.measure)) + '_' + key.unit;
}

}  // namespace

std::string panel_csv(const Panel& panel) {
  Fields header = {"region_code", "region", "region_superior", "year", "indicator", "label_zh", "label_en", "extension",
                   "measure", "unit"};
  for (const NamedCell& cell : cells) append_value_names(header, std::string(cell.name), cell.is_target);
  append(header, {"difference", "met", "second_met"});
  for (const NamedCell& cell : cells) {
    for (const char* name : {"_text", "_path", "_start", "_end"}) header.push_back(std::string(cell.name) + name);
  }
  std::string out = csv_line(header);
  for (const PanelRow& row : panel.rows) {
    const PanelKey& key = row.key;
    Fields fields = {key.region_code, key.region, key.region_superior, year_of(key), key.indicator, key.label_zh,
                     key.label_en, key.extension ? "true" : "false", std::string(to_string(key.measure)), key.unit};
    for (const NamedCell& cell : cells) append_value(fields, row.*cell.cell, cell.is_target);
    append(fields, {text_of(row.difference), text_of(row.met), text_of(row.second_met)});
    for (const NamedCell& cell : cells) {
      const std::optional<PanelValue>& seen = (row.*cell.cell).stated;
      fields.push_back(seen ? seen->value.text : "");
      append(fields, seen ? place_of(seen->source, seen->span) : place_of("", std::nullopt));
    }
    out += csv_line(fields);
  }
  return out;
}

std::string wide_panel_csv(const Panel& panel, const std::vector<std::string>& indicators) {
  std::vector<const PanelKey*> columns;
  const auto find = [&](const PanelKey& key) {
    return std::find_if(columns.begin(), columns.end(), [&](const PanelKey* column) {
      return column->indicator == key.indicator && column->measure == key.measure && column->unit == key.unit;
    });
  };
  for (const PanelRow& row : panel.rows) {
    if (find(row.key) == columns.end()) columns.push_back(&row.key);
  }
  const auto order = [&](const PanelKey* key) {
    return std::make_tuple(std::find(indicators.begin(), indicators.end(), key->indicator), key->measure, std::string_view(key->unit));
  };
  std::sort(columns.begin(), columns.end(), [&](const PanelKey* a, const PanelKey* b) { return order(a) < order(b); });
  Fields header = {"region_code", "region", "region_superior", "year"};
  std::size_t width = 0;
  for (const PanelKey* column : columns) {
    const std::size_t before = header.size();
    const std::string name = column_of(*column);
    for (const NamedCell& cell : cells) append_value_names(header, name + '_' + std::string(cell.name), cell.is_target);
    for (const char* tail : {"_difference", "_met", "_second_met"}) header.push_back(name + tail);
    width = header.size() - before;
  }
  std::string out = csv_line(header);
  for (std::size_t begin = 0, end = 0; begin < panel.rows.size(); begin = end) {
    const PanelKey& key = panel.rows[begin].key;
    Fields fields(header.size());
    fields[0] = key.region_code;
    fields[1] = key.region;
    fields[2] = key.region_superior;
    fields[3] = year_of(key);
    for (; end < panel.rows.size(); ++end) {
      const PanelRow& row = panel.rows[end];
      if (row.key.region_code != key.region_code || row.key.region != key.region || row.key.year != key.year) break;
      Fields values;
      for (const NamedCell& cell : cells) append_value(values, row.*cell.cell, cell.is_target);
      append(values, {text_of(row.difference), text_of(row.met), text_of(row.second_met)});
      const auto column = static_cast<std::size_t>(find(row.key) - columns.begin());
      std::move(values.begin(), values.end(), fields.begin() + static_cast<std::ptrdiff_t>(4 + column * width));
    }
    out += csv_line(fields);
  }
  return out;
}

std::string conflicts_csv(const Panel& panel) {
  std::string out = csv_line({"kind", "region_code", "region", "region_superior", "year", "indicator", "measure", "unit",
                              "cell", "lower", "upper", "bound", "commitment", "text", "path", "start", "end"});
  for (const PanelConflict& conflict : panel.conflicts) {
    const PanelKey& key = conflict.key;
    const std::optional<PanelValue>& seen = conflict.seen;
    const bool of_cell = !key.indicator.empty();
    Fields fields = {conflict.kind, key.region_code, key.region, key.region_superior, year_of(key), key.indicator,
                     of_cell ? std::string(to_string(key.measure)) : "", key.unit, conflict.cell};
    append_value(fields, {seen, false}, true);
    fields.push_back(seen ? seen->value.text : "");
    append(fields, place_of(conflict.source, seen ? std::optional(seen->span) : std::nullopt));
    out += csv_line(fields);
  }
  return out;
}

}  // namespace cli
