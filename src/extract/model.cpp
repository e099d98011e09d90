#include "extract/model.hpp"

#include <algorithm>

namespace zhibiao::extract {
Result<std::shared_ptr<const Model>> Model::compile(const Lexicon& source) {
  const LexiconData& data = source.data();
  auto quantities = value::QuantityReader::create(data);
  if (!quantities) return quantities.error();
  auto segmenter = text::Segmenter::create(data.segment_rules);
  if (!segmenter) return segmenter.error();
  auto model = std::shared_ptr<Model>(
      new Model{source, data, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, *std::move(quantities), *std::move(segmenter)});

  lexicon::Vocabulary vocabulary = lexicon::Vocabulary::of(data);
  model->words = std::move(vocabulary.words);
  model->roles = std::move(vocabulary.roles);
  model->splits = std::move(vocabulary.splits);

  for (std::uint32_t i = 0; i < data.indicators.size(); ++i) model->indicator_by_id.emplace(data.indicators[i].id, i);
  model->flow_of.assign(data.indicators.size(), no_index);
  model->stock_of.assign(data.indicators.size(), no_index);
  for (std::uint32_t i = 0; i < data.indicators.size(); ++i) {
    const auto twin = model->indicator_by_id.find(data.indicators[i].flow);
    if (twin == model->indicator_by_id.end()) continue;
    model->flow_of[i] = twin->second;
    model->stock_of[twin->second] = i;
  }
  for (const auto& [name, words] : data.word_lists) model->lists[name].insert(words.begin(), words.end());

  for (std::uint32_t c = 0; c < data.cues.size(); ++c) {
    if (data.cues[c].pattern.empty()) continue;
    auto pattern = match::Pattern::compile(data.cues[c].pattern, "cues.json: " + data.cues[c].id);
    if (!pattern) return pattern.error();
    TimeRow row{c, *pattern};
    row.y = pattern->group_index("y");
    row.z = pattern->group_index("z");
    row.m = pattern->group_index("m");
    row.q = pattern->group_index("q");
    row.h = pattern->group_index("h");
    model->times.push_back(std::move(row));
  }

  for (const StatementEntry& entry : data.statements) {
    auto pattern = match::Pattern::compile(entry.pattern, "statements.json: " + entry.id);
    if (!pattern) return pattern.error();
    Row row;
    row.entry = &entry;
    row.pattern = *pattern;
    row.heads = pattern->group_index("h");
    row.pred = pattern->group_index("p");
    row.values = pattern->group_index("v");
    row.tail = pattern->group_index("t");
    row.pred_after = pattern->group_index("q");
    row.behind = pattern->group_index("b");
    row.from = pattern->group_index("o");
    row.scope = pattern->group_index("s");
    row.compare = pattern->group_index("c");
    if (const auto next = entry.attributes.find("unless_next"); next != entry.attributes.end()) {
      auto unless = match::Pattern::compile(next->second, "statements.json: " + entry.id + ": unless_next");
      if (!unless) return unless.error();
      row.unless_next = *unless;
    }
    if (const auto language = entry.attributes.find("language"); language != entry.attributes.end()) {
      row.english = language->second == "en";
      row.chinese = !row.english;
    }
    model->rows.push_back(std::move(row));
  }
  for (std::uint32_t r = 0; r < model->rows.size(); ++r) {
    const bool relative = model->rows[r].entry->reading == "relative";
    (relative ? model->relative_rows : model->item_rows).push_back(r);
  }

  if (!data.heading_mark.empty()) {
    auto mark = match::Pattern::compile(data.heading_mark, "outline.json: macro MARK");
    if (!mark) return mark.error();
    model->heading_mark = *mark;
  }
  for (const OutlineEntry& entry : data.outline) {
    auto pattern = match::Pattern::compile(entry.pattern, "outline.json: " + entry.id);
    if (!pattern) return pattern.error();
    OutlineRow row{&entry, *pattern};
    row.y = pattern->group_index("y");
    row.plan_name = pattern->group_index("p");
    model->outline.push_back(std::move(row));
  }
  return std::shared_ptr<const Model>(std::move(model));
}

bool Model::listed(const std::string& list, std::string_view word) const {
  const auto found = lists.find(list);
  return found != lists.end() && found->second.contains(std::string(word));
}

bool Model::begins_with_listed(const std::string& list, std::string_view text) const {
  const auto found = lists.find(list);
  return found != lists.end() && std::any_of(found->second.begin(), found->second.end(),
                                             [&](const std::string& word) { return text.starts_with(word); });
}

bool Model::ends_with_listed(const std::string& list, std::string_view text) const {
  const auto found = lists.find(list);
  return found != lists.end() && std::any_of(found->second.begin(), found->second.end(),
                                             [&](const std::string& word) { return text.ends_with(word); });
}

bool Model::holds_listed(const std::string& list, std::string_view text) const {
  const auto found = lists.find(list);
  return found != lists.end() && std::any_of(found->second.begin(), found->second.end(), [&](const std::string& word) {
           return text.find(word) != std::string_view::npos;
         });
}

std::uint32_t Model::indicator_named(std::string_view spelling) const {
  std::vector<match::Word> found;
  words.find(spelling, 0, spelling.size(), found);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != spelling.size()) return no_index;
  return roles[found[0].id].name;
}

}  // namespace zhibiao::extract
