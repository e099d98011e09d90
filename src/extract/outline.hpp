// Which part of a report a place belongs to: what is reviewed, what is planned, over which years.
// Found from headings and from the openings of sentences, by the patterns of outline.json.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/model.hpp"
#include "match/pattern.hpp"
#include "text/segment.hpp"
#include "zhibiao/report.hpp"

namespace zhibiao::extract {

enum class Part { review, plan, annex };

struct Zone {
  std::uint32_t begin = 0;  // bytes of the normalized text; reaches to the next zone
  Part part = Part::review;
  int first_year = 0, last_year = 0;  // 0 where nothing settles them; an interval in a passage over several years
  std::string_view rule;              // the outline row that opened it

  bool years() const noexcept { return first_year != last_year; }
};

struct Section {
  std::uint32_t begin = 0;
  std::string_view heading;
};

struct Outline {
  std::vector<Zone> zones;        // in text order; the first begins at 0
  std::vector<Section> sections;  // headings in text order
  match::Groups groups;           // working memory

  void clear() {
    zones.clear();
    sections.clear();
  }

  const Zone& zone_at(std::uint32_t position) const;
  std::string_view section_at(std::uint32_t position) const;
};

// `characters` are those of each sentence that the model's gates ask for, or match::every_character.
Outline read_outline(const Model& model, std::string_view text, const text::Segmentation& segmentation,
                     std::span<const std::uint64_t> characters, const DocumentInfo& document);

// ... in the memory of `out`, in place of what it holds.
void read_outline(const Model& model, std::string_view text, const text::Segmentation& segmentation,
                  std::span<const std::uint64_t> characters, const DocumentInfo& document, Outline& out);

}  // namespace zhibiao::extract
