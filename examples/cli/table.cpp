#include "cli/table.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>

namespace cli {
namespace {

struct Range {
  char32_t first, last;
};

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

// Cells: 2 for East Asian width W and F, 0 for what is put on the character before. What is ambiguous is narrow.
std::size_t width_of(char32_t c) noexcept {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto code = static_cast<UChar32>(c);
  const std::int32_t mask = U_GET_GC_MASK(code);
  const bool jamo_behind_another = c >= 0x1160 && c <= 0x11FF;
  if ((mask & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) != 0 || jamo_behind_another) return c == 0xAD ? 1 : 0;
  const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::vector<std::size_t> widths_of(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().cells.size());
  for (const Row& row : rows) {
    if (row.cells.size() < widths.size()) continue;
    for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(row.cells[i]));
  }
  return widths;
}

constexpr std::size_t margin = 2;  // before a row, and between columns

std::size_t total(const std::vector<std::size_t>& widths) {
  return std::accumulate(widths.begin(), widths.end(), widths.size() * margin);
}

void take_out(std::vector<Row>& rows, std::vector<Column>& columns, std::size_t at) {
  const auto place = static_cast<std::ptrdiff_t>(at);
  for (Row& row : rows) {
    if (row.cells.size() == columns.size()) row.cells.erase(row.cells.begin() + place);
  }
  columns.erase(columns.begin() + place);
}

void take_out_empty(std::vector<Row>& rows, std::vector<Column>& columns) {
  for (std::size_t i = columns.size(); i-- > 0;) {
    const auto is_empty = [i](const Row& row) { return row.cells.size() <= i || row.cells[i].empty(); };
    if (i > 0 && std::all_of(rows.begin() + 1, rows.end(), is_empty)) take_out(rows, columns, i);
  }
}

// The column to cut by a cell; none where there is nothing left to cut.
std::optional<std::size_t> next_to_cut(const std::vector<std::size_t>& widths, const std::vector<Column>& columns) {
  std::optional<std::size_t> widest;
  const auto order = [&](std::size_t i) { return std::pair(columns[i].leaves > 0, widths[i]); };
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const bool may = columns[i].least > 0 && widths[i] > columns[i].least;
    if (may && (!widest || order(i) > order(*widest))) widest = i;
  }
  return widest;
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

std::string styled(std::string_view text, Style style, bool colour) {
  if (!colour || style == Style::plain || text.empty()) return std::string(text);
  static constexpr std::array<std::string_view, 6> codes = {"", "1", "2", "32", "33", "36"};
  return "\x1B[" + std::string(codes[static_cast<std::size_t>(style)]) + 'm' + std::string(text) + "\x1B[0m";
}

std::string aligned(const std::vector<Row>& rows, bool colour) {
  const std::vector<std::size_t> widths = widths_of(rows);
  std::string out;
  for (const Row& row : rows) {
    std::string line;
    std::size_t owed = 0;  // blanks before the next cell that is not empty
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string& text = row.cells[i];
      if (!text.empty()) {
        line.append(std::exchange(owed, 0), ' ');
        line += text;
      }
      owed += widths[i] - display_width(text) + margin;
    }
    out += std::string(margin, ' ') + styled(line, row.style, colour) + '\n';
  }
  return out;
}

std::string fitted(std::vector<Row> rows, std::vector<Column> columns, std::size_t width, bool colour) {
  take_out_empty(rows, columns);
  if (width == 0) return aligned(rows, colour);
  for (;;) {
    std::vector<std::size_t> widths = widths_of(rows);
    std::vector<bool> cut(widths.size());
    std::optional<std::size_t> at;
    while (total(widths) > width && (at = next_to_cut(widths, columns))) {
      --widths[*at];
      cut[*at] = true;
    }
    const auto leaving = std::max_element(columns.begin(), columns.end(),
                                          [](const Column& a, const Column& b) { return a.leaves < b.leaves; });
    if (total(widths) > width && leaving->leaves > 0) {
      take_out(rows, columns, static_cast<std::size_t>(leaving - columns.begin()));
      continue;
    }
    for (Row& row : rows) {
      for (std::size_t i = 0; i < row.cells.size() && row.cells.size() == widths.size(); ++i) {
        if (!cut[i]) continue;
        const std::size_t indent = std::min(row.cells[i].find_first_not_of(' '), row.cells[i].size());
        row.cells[i] = std::string(indent, ' ') + cell(row.cells[i], widths[i] - indent);
      }
    }
    return aligned(rows, colour);
  }
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
