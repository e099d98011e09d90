#include "cli/table.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace cli {
namespace {

using zhibiao::Observation;
using zhibiao::RelativeTarget;
using zhibiao::Report;
using zhibiao::Status;

struct Range {
  char32_t first, last;
};

// East Asian width W and F, Unicode 15, with small gaps closed.
constexpr std::array<Range, 16> wide = {{{0x1100, 0x115F},
                                         {0x231A, 0x231B},
                                         {0x2329, 0x232A},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0x33FF},
                                         {0x3400, 0x4DBF},
                                         {0x4E00, 0xA4CF},
                                         {0xA960, 0xA97F},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF00, 0xFF60},
                                         {0xFFE0, 0xFFE6},
                                         {0x1F300, 0x1F64F},
                                         {0x1F900, 0x1F9FF},
                                         {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 5> no_width = {
    {{0x0300, 0x036F}, {0x200B, 0x200F}, {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}}};

// What would move the cursor, or turn the direction of the line round: a text must not be able to do that.
constexpr std::array<Range, 5> unsafe = {
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x2028, 0x202E}, {0x2066, 0x2069}, {0x200E, 0x200F}}};

template <std::size_t n>
bool within(const std::array<Range, n>& ranges, char32_t c) noexcept {
  return std::any_of(ranges.begin(), ranges.end(), [c](const Range& r) { return c >= r.first && c <= r.last; });
}

// The character at `position`, which moves behind it. A byte that starts no character counts as one: paths may hold
// such.
char32_t next_character(std::string_view text, std::size_t& position) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(position++);
  const std::size_t trail = lead < 0xC0 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t c = trail == 0 ? lead : lead & (0x3Fu >> trail);
  for (std::size_t i = 0; i < trail && position < text.size() && (byte(position) & 0xC0) == 0x80; ++i) {
    c = c << 6 | (byte(position++) & 0x3Fu);
  }
  return c;
}

std::size_t width_of(char32_t c) noexcept { return within(no_width, c) ? 0 : within(wide, c) ? 2 : 1; }

std::string styled(std::string_view text, Style style, bool colour) {
  if (!colour || style == Style::plain || text.empty()) return std::string(text);
  static constexpr std::array<std::string_view, 5> codes = {"", "1", "2", "32", "33"};
  return "\x1B[" + std::string(codes[static_cast<std::size_t>(style)]) + 'm' + std::string(text) + "\x1B[0m";
}

// Line and column, in characters, of offsets that mostly rise: one walk over the text in all.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {}

  std::string of(std::size_t offset) {
    if (offset < position_) position_ = 0, line_ = 1, column_ = 1;
    for (; position_ < std::min(offset, text_.size()); ++position_) {
      const auto byte = static_cast<unsigned char>(text_[position_]);
      if (byte == '\n') {
        ++line_;
        column_ = 1;
      } else if ((byte & 0xC0) != 0x80) {
        ++column_;
      }
    }
    return std::to_string(line_) + ':' + std::to_string(column_);
  }

 private:
  std::string_view text_;
  std::size_t position_ = 0, line_ = 1, column_ = 1;
};

std::string periods(const std::optional<zhibiao::Period>& period, const std::optional<zhibiao::Period>& base) {
  std::string out = period ? to_string(*period) : "";
  return base ? out + " on " + to_string(*base) : out;
}

std::string status_words(Status status, std::optional<zhibiao::Commitment> commitment) {
  std::string out(to_string(status));
  return commitment ? out + ", " + std::string(to_string(*commitment)) : out;
}

Style style_of(Status status) {
  return status == Status::target ? Style::green : status == Status::estimate ? Style::yellow : Style::plain;
}

std::string title_lines(const Report& report, bool colour) {
  const zhibiao::DocumentInfo& document = report.document;
  const std::string name = report.source.path ? *report.source.path : report.source.id.value_or("");
  std::string facts;
  const auto add = [&](const std::string& fact) { facts += (facts.empty() ? "" : " · ") + fact; };
  if (!name.empty()) add(cell(name, 80));
  if (document.region) add(cell(*document.region, 40));
  if (document.date) add(*document.date);
  if (document.review_year) add("review of " + std::to_string(*document.review_year));
  if (document.plan_year) add("plan for " + std::to_string(*document.plan_year));
  add(document.language);
  return styled(cell(document.title.value_or("(no title)"), 100), Style::bold, colour) + '\n' + facts + '\n';
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + ' ' + std::string(number == 1 ? one : many);
}

}  // namespace

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += width_of(next_character(text, i));
  return width;
}

std::string cell(std::string_view text, std::size_t limit) {
  std::string out;
  std::size_t width = 0, fits = 0;  // `fits`: bytes of `out` that leave a cell for …
  bool blank = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_character(text, i);
    if (c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x3000) {  // line breaks inside a phrase, and indents
      blank = !out.empty();
      continue;
    }
    const std::string_view shown = within(unsafe, c) ? std::string_view("\xEF\xBF\xBD") : text.substr(begin, i - begin);
    if (std::exchange(blank, false)) {
      out += ' ';
      ++width;
    }
    out += shown;
    width += within(unsafe, c) ? 1 : width_of(c);
    if (width + 1 <= limit) fits = out.size();
    if (width > limit) return out.substr(0, fits) + "…";
  }
  return out;
}

std::string aligned(const std::vector<Row>& rows, bool colour) {
  std::vector<std::size_t> widths(rows.front().cells.size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row.cells[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    std::size_t owed = 0;  // blanks before the next cell that is not empty
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const std::string& text = row.cells[i];
      if (!text.empty()) {
        line.append(std::exchange(owed, 0), ' ');
        line += text;
      }
      owed += widths[i] - display_width(text) + 2;
    }
    out += "  " + styled(line, row.style, colour) + '\n';
  }
  return out;
}

std::string report_table(const Report& report, std::string_view text, const zhibiao::Lexicon& lexicon, bool colour) {
  constexpr std::size_t label_limit = 40, value_limit = 28, scope_limit = 24;
  const bool english = report.document.language == "en";
  std::string out = title_lines(report, colour);

  std::vector<Row> rows;
  rows.push_back({{"INDICATOR", "MEASURE", "VALUE", "STATUS", "PERIOD", "SCOPE", "LINE:COLUMN"}, Style::faint});
  Places places(text);
  for (const Observation& seen : report.observations) {
    rows.push_back({{cell(english ? seen.label_en : seen.label_zh, label_limit), std::string(to_string(seen.measure)),
                     cell(seen.value.text, value_limit), status_words(seen.status, seen.commitment),
                     periods(seen.period, seen.base_period), cell(seen.scope.value_or(""), scope_limit),
                     places.of(seen.evidence.span.begin)},
                    style_of(seen.status)});
  }
  if (rows.size() > 1) out += '\n' + aligned(rows, colour);

  if (!report.relative_targets.empty()) {
    std::unordered_map<std::string, std::string> labels;
    for (zhibiao::IndicatorInfo& info : lexicon.indicators()) {
      labels[info.id] = english ? std::move(info.label_en) : std::move(info.label_zh);
    }
    rows.clear();
    rows.push_back({{"GOAL WITHOUT A NUMBER", "RELATION", "TO", "STATUS", "PERIOD", "LINE:COLUMN"}, Style::faint});
    for (const RelativeTarget& seen : report.relative_targets) {
      const auto label = labels.find(seen.indicator);
      rows.push_back({{cell(label == labels.end() ? seen.indicator : label->second, label_limit),
                       std::string(to_string(seen.relation)), cell(seen.reference.value_or(""), value_limit),
                       status_words(Status::target, seen.commitment), periods(seen.period, std::nullopt),
                       places.of(seen.evidence.span.begin)},
                      Style::green});
    }
    out += '\n' + aligned(rows, colour);
  }

  out += '\n' + counted(report.observations.size(), "observation", "observations") + ", " +
         counted(report.relative_targets.size(), "goal without a number", "goals without a number") + ", " +
         counted(report.notes.size(), "note", "notes") + '\n';
  return out;
}

std::string indicators_table(const std::vector<zhibiao::IndicatorInfo>& indicators, bool colour) {
  std::vector<Row> rows;
  rows.push_back({{"INDICATOR", "中文", "ENGLISH", "UNITS"}, Style::faint});
  for (const zhibiao::IndicatorInfo& info : indicators) {
    std::string units;
    for (const std::string& unit : info.units) units += (units.empty() ? "" : " ") + unit;
    const std::string mark = info.headline ? " *" : info.extension ? " +" : "";
    rows.push_back({{info.id + mark, info.label_zh, info.label_en, units}, info.headline ? Style::bold : Style::plain});
  }
  return aligned(rows, colour) + "\n* headline indicator, + beyond the canonical list\n";
}

}  // namespace cli
