#include "html/table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "text/utf8.hpp"

namespace zhibiao::html {
namespace {

using Grid = std::vector<std::vector<std::string>>;

constexpr std::size_t max_columns = 64;  // wider tables hold no sentences

// Blanks gone, full-width signs of numbers and brackets as ASCII: what words and numbers are compared by.
std::string plain(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = text::next_character(text, at);
    if (c == ' ') continue;
    if (c > 0xFF00 && c < 0xFF5F) text::append_utf8(out, c - 0xFEE0);
    else if (c == U'−' || c == U'–') out += '-';
    else text::append_utf8(out, c);
  }
  return out;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// How much of the text is one number in digits: -1,234.5 is 8.
std::size_t number_length(std::string_view text) {
  std::size_t i = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
  const std::size_t first = i;
  while (i < text.size() && (is_digit(text[i]) || ((text[i] == '.' || text[i] == ',') && i > first && i + 1 < text.size() &&
                                                   is_digit(text[i + 1])))) {
    ++i;
  }
  return i == first ? 0 : i;
}

// A number that stands alone or with a bound word, so that its unit is said elsewhere.
struct Number {
  std::string digits, bound;
};

std::optional<Number> number_of(const std::string& cell) {
  static constexpr std::array<std::string_view, 6> bounds = {"", "左右", "以上", "以下", "以内", "上下"};
  const std::string text = plain(cell);
  const std::size_t length = number_length(text);
  if (length == 0) return std::nullopt;
  const std::string_view rest = std::string_view(text).substr(length);
  if (std::find(bounds.begin(), bounds.end(), rest) == bounds.end()) return std::nullopt;
  return Number{text.substr(0, length), std::string(rest)};
}

bool is_year(std::string_view text) {
  return text.size() == 4 && number_length(text) == 4 && (text.substr(0, 2) == "19" || text.substr(0, 2) == "20");
}

// 固定资产投资（亿元） -> 固定资产投资, 亿元; 增长% -> 增长, %
struct Named {
  std::string words, unit;
};

Named split_unit(const std::string& head) {
  Named named{plain(head), ""};
  std::string& words = named.words;
  if (!words.empty() && words.back() == ')') {
    const std::size_t open = words.rfind('(');
    if (open != std::string::npos) {
      named.unit = words.substr(open + 1, words.size() - open - 2);
      words.resize(open);
    }
  } else if (!words.empty() && words.back() == '%') {
    named.unit.assign(1, '%');  // not = "%": GCC 12 warns of a copy that never happens
    words.pop_back();
  }
  for (const std::string_view label : {"单位:", "单位："}) {
    if (named.unit.substr(0, label.size()) == label) named.unit.erase(0, label.size());
  }
  return named;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Column {
  enum class Kind { name, number, unit, value, growth, other } kind = Kind::other;
  std::string words, unit;
};

Column column_of(const std::string& head, bool first) {
  Named named = split_unit(head);
  Column column{Column::Kind::value, named.words, named.unit};
  const std::string& words = column.words;
  if (is_one_of(words, {"单位", "计量单位"})) {
    column.kind = Column::Kind::unit;
  } else if (is_one_of(words, {"序号", "编号", "代码"})) {
    column.kind = Column::Kind::number;
  } else if (first) {
    column.kind = Column::Kind::name;
  } else if (column.unit == "%" &&
             is_one_of(words, {"增长", "增速", "增幅", "增长率", "增长速度", "±", "增减", "比上年", "较上年", "比上年增长",
                               "较上年增长", "比上年增减", "较上年增减", "比上年±", "较上年±", "增长±"})) {
    column.kind = Column::Kind::growth;
    column.words = "比上年增长";
  } else if (column.unit == "%" && is_one_of(words, {"同比", "同比增长", "同比增减", "同比±", "同比增速"})) {
    column.kind = Column::Kind::growth;
    column.words = "同比增长";
  } else if (is_one_of(words, {"绝对数", "总量", "数值", "数量", "总额", "金额", "指标值", "实际", "实绩", "完成", "完成数",
                               "全年", "累计", "本年", ""})) {
    column.words.clear();  // says nothing that the name does not
  } else if (is_year(words)) {
    column.words += "年";
  }
  return column;
}

// Cells at every place that they span, so that heads stand above their columns.
Grid spread(const std::vector<Row>& rows) {
  Grid grid;
  struct Hanging {
    std::string text;
    std::size_t rows = 0;
  };
  std::vector<Hanging> hanging;  // by column: what reaches down from above
  for (const Row& row : rows) {
    std::vector<std::string> line;
    const auto fill = [&] {
      while (line.size() < hanging.size() && hanging[line.size()].rows > 0) {
        Hanging& above = hanging[line.size()];
        --above.rows;
        line.push_back(above.text);
      }
    };
    for (const Cell& cell : row) {
      fill();
      for (std::size_t i = 0; i < cell.columns && line.size() < max_columns; ++i) {
        if (hanging.size() <= line.size()) hanging.resize(line.size() + 1);
        hanging[line.size()] = {cell.text, cell.rows - 1};
        line.push_back(cell.text);
      }
    }
    fill();
    grid.push_back(std::move(line));
  }
  return grid;
}

// The rows above the first one with a number of its own.
std::size_t head_rows(const Grid& grid) {
  for (std::size_t i = 0; i < grid.size(); ++i) {
    const bool has_number = std::any_of(grid[i].begin(), grid[i].end(), [](const std::string& cell) {
      return number_of(cell) && !is_year(plain(cell));
    });
    if (has_number) return i;
  }
  return grid.size();
}

std::vector<Column> columns_of(const Grid& grid, std::size_t heads) {
  std::vector<Column> columns;
  bool named = false;
  for (std::size_t c = 0; c < grid.front().size(); ++c) {
    std::string head;
    std::string_view last;
    for (std::size_t r = 0; r < heads; ++r) {
      if (c >= grid[r].size() || grid[r][c] == last) continue;
      last = grid[r][c];
      head += last;
    }
    columns.push_back(column_of(head, !named));
    named = named || columns.back().kind == Column::Kind::name;
  }
  return columns;
}

// One row under its heads; nothing where it does not fit them.
std::optional<std::string> sentence(const std::vector<std::string>& cells, const std::vector<Column>& columns) {
  if (cells.size() != columns.size()) return std::nullopt;
  Named name;
  std::string unit;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (columns[i].kind == Column::Kind::name) name = split_unit(cells[i]);
    if (columns[i].kind == Column::Kind::unit) unit = plain(cells[i]);
  }
  if (name.words.empty() || number_of(name.words)) return std::nullopt;
  if (unit.empty()) unit = name.unit;
  std::string out = name.words;
  bool first = true;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Column& column = columns[i];
    if (column.kind != Column::Kind::value && column.kind != Column::Kind::growth) continue;
    const std::string cell = plain(cells[i]);
    if (cell.empty() || is_one_of(cell, {"-", "--", "—", "——", "…", "/"})) continue;
    const std::optional<Number> number = number_of(cells[i]);
    if (!number) return std::nullopt;
    const bool growth = column.kind == Column::Kind::growth;
    const std::string& own = column.unit.empty() ? unit : column.unit;
    if (own.empty()) return std::nullopt;  // a number of what?
    if (!first || growth) out += "，";
    // The name may end with the word of the head already: 粮食产量 under 产量.
    const bool said = out.size() >= column.words.size() && std::string_view(out).substr(out.size() - column.words.size()) == column.words;
    if (!said) out += column.words;
    if (!out.empty() && is_digit(out.back())) out += "：";
    out += number->digits + own + number->bound;
    first = false;
  }
  return first ? std::nullopt : std::optional(out + "。");
}

// The cells one behind the other, a comma where two could be read as one.
std::string strung(const std::vector<std::string>& cells) {
  std::string out;
  std::size_t count = 0;
  const std::string* last = nullptr;
  for (const std::string& cell : cells) {
    if (cell.empty() || (last != nullptr && *last == cell)) continue;
    if (count > 0) {
      const bool sign = number_length(plain(cell)) > 0;
      out += count > 1 || (sign && is_digit(plain(*last).back())) ? "，" : " ";
    }
    out += cell;
    last = &cell;
    ++count;
  }
  return out;
}

}  // namespace

std::vector<std::string> sentences_of(const std::vector<Row>& rows) {
  const Grid grid = spread(rows);
  const std::size_t heads = head_rows(grid);
  const bool headed = heads > 0 && heads < grid.size() && grid.front().size() > 1;
  const std::vector<Column> columns = headed ? columns_of(grid, heads) : std::vector<Column>();
  std::vector<std::string> out;
  for (std::size_t r = 0; r < grid.size(); ++r) {
    std::optional<std::string> line;
    if (headed && r >= heads) line = sentence(grid[r], columns);
    if (!line) line = strung(grid[r]);
    if (!line->empty()) out.push_back(*std::move(line));
  }
  return out;
}

}  // namespace zhibiao::html
