#include "lexicon/archive.hpp"

#include <concepts>

namespace zhibiao {
namespace {

template <typename T, typename... Entries>
concept OneOf = (std::same_as<std::remove_const_t<T>, Entries> || ...);

}  // namespace

template <typename Archive, OneOf<IndicatorEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.id, e.label_zh, e.label_en, e.group, e.nature, e.units, e.headline, e.extension, e.names, e.weak_names, e.scoped_names,
    e.names_en, e.weak_names_en, e.traps, e.splits, e.expands_to, e.flow, e.direction, e.example, e.counter_example);
}
template <typename Archive, OneOf<UnitEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.id, e.words);
}
template <typename Archive, OneOf<CueEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.id, e.letter, e.words, e.pattern, e.value);
}
template <typename Archive, OneOf<StatementEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.id, e.pattern, e.reading, e.note, e.attributes);
}
template <typename Archive, OneOf<OutlineEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.id, e.pattern, e.zone, e.at);
}
template <typename Archive, OneOf<RegionEntry> T>
void archive_fields(Archive& a, T& e) {
  a(e.name, e.short_names);
}
template <typename Archive, OneOf<LexiconData> T>
void archive_fields(Archive& a, T& e) {
  a(e.version, e.indicators, e.units, e.cues, e.statements, e.outline, e.heading_mark, e.word_lists, e.regions, e.segment_rules,
    e.in_image);
}

std::string lexicon::to_archive(const LexiconData& data) {
  ArchiveWriter writer;
  writer(data);
  return writer.take();
}

LexiconData lexicon::from_archive(std::string_view bytes) {
  LexiconData data;
  ArchiveReader reader(bytes);
  reader(data);
  return data;
}

}  // namespace zhibiao
