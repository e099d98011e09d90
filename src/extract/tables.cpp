// Tables as bytes and back, for the image of the built-in lexicon.
#include <concepts>

#include "extract/model.hpp"
#include "lexicon/archive.hpp"

namespace zhibiao {
namespace {

template <typename T, typename Entry>
concept Some = std::same_as<std::remove_const_t<T>, Entry>;

}  // namespace

namespace match {

template <typename Archive, Some<CharacterRange> T>
void archive_fields(Archive& a, T& x) {
  a(x.first, x.last);
}

}  // namespace match

namespace lexicon {

template <typename Archive, Some<WordRole> T>
void archive_fields(Archive& a, T& x) {
  a(x.name, x.weak, x.scoped, x.head, x.tail, x.trap, x.cue);
}

}  // namespace lexicon

namespace extract {

template <typename Archive, Some<Row> T>
void archive_fields(Archive& a, T& x) {
  a(x.reading, x.pattern, x.unless_next, x.program, x.unless_next_program, x.heads, x.pred, x.values, x.tail, x.pred_after, x.from,
    x.scope, x.compare, x.behind, x.english, x.chinese, x.says_at_least);
}
template <typename Archive, Some<RowTable> T>
void archive_fields(Archive& a, T& x) {
  a(x.rows, x.letters, x.needed, x.needed_at_least);
}
template <typename Archive, Some<Musts> T>
void archive_fields(Archive& a, T& x) {
  a(x.characters, x.words);
}
template <typename Archive, Some<CuePattern> T>
void archive_fields(Archive& a, T& x) {
  a(x.cue, x.letter, x.before_names, x.pattern, x.gate, x.musts, x.y, x.z, x.m, x.q, x.h, x.program, x.in_table);
}
template <typename Archive, Some<CuePatterns> T>
void archive_fields(Archive& a, T& x) {
  a(x.rows, x.letters, x.table, x.first);
}
template <typename Archive, Some<OutlineRow> T>
void archive_fields(Archive& a, T& x) {
  a(x.at, x.pattern, x.gate, x.musts, x.y, x.plan_name);
}
template <typename Archive, Some<SentenceSigns::InWords> T>
void archive_fields(Archive& a, T& x) {
  a(x.one, x.another);
}
template <typename Archive, Some<SentenceSigns> T>
void archive_fields(Archive& a, T& x) {
  a(x.digits, x.numerals, x.naming, x.words, x.told_by_words, x.in_words, x.value_letters, x.comparing_letters, x.at_least_letters,
    x.cutting);
}
template <typename Archive, Some<Tables> T>
void archive_fields(Archive& a, T& x) {
  a(x.words, x.roles, x.cue_patterns, x.rows, x.item_rows, x.relative_rows, x.outline, x.title, x.characters, x.signs, x.heading_mark,
    x.heading_gate, x.heading_marks, x.splits, x.units);
}

std::string Tables::to_archive() const {
  lexicon::ArchiveWriter writer;
  writer(*this);
  return writer.take();
}

Tables Tables::from_archive(std::string_view bytes) {
  Tables tables;
  lexicon::ArchiveReader reader(bytes);
  reader(tables);
  return tables;
}

}  // namespace extract
}  // namespace zhibiao
