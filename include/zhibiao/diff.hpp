// What changed between two reports of one text: two runs, two lexicons, or a run and what a person made of it.
//
//   zhibiao::ReportDiff diff = zhibiao::compare(before, after);
//   for (const auto& pair : diff.changed)
//     for (const zhibiao::FieldChange& change : pair.fields) print(change.field, change.from, change.to);
//
// Records belong together where they are equal, else where indicator and measure agree and their evidence overlaps (of
// several the one that differs least), else where the evidence is the same to the byte, else where its words are.
// The generator and the size of the input are not compared: they differ between two versions whatever is read.
//
// Threads   Plain functions of their arguments.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "zhibiao/api.h"
#include "zhibiao/report.hpp"

namespace zhibiao {

// A field by its dotted name in the JSON ("value.lower", "document.region"), and its values as text; null is empty.
struct FieldChange {
  std::string field;                // its name
  std::optional<std::string> from;  // the value before
  std::optional<std::string> to;    // the value after

  friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// A record that is there before and after, and not the same.
template <typename Record>
struct Changed {
  Record before;                    // as it was
  Record after;                     // as it is
  std::vector<FieldChange> fields;  // never empty, in the order of the JSON
};

// All that differs.
struct ZHIBIAO_API ReportDiff {
  std::vector<FieldChange> document;               // of source and document
  std::vector<Observation> removed;                // in text order, as all that follows
  std::vector<Observation> added;                  // likewise
  std::vector<Changed<Observation>> changed;       // that belong together and differ
  std::vector<RelativeTarget> goals_removed;       // the same of goals without a number
  std::vector<RelativeTarget> goals_added;         // likewise
  std::vector<Changed<RelativeTarget>> goals_changed;  // likewise
  std::vector<Note> notes_removed;                 // by reason and place
  std::vector<Note> notes_added;                   // likewise

  // Nothing differs.
  bool empty() const noexcept;
};

// See the head of this file for what belongs together.
ZHIBIAO_API ReportDiff compare(const Report& before, const Report& after);

}  // namespace zhibiao
