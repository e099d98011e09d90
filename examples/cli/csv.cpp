#include "cli/csv.hpp"

#include <csv.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "cli/inputs.hpp"
#include "zhibiao/extractor.hpp"

namespace cli {
namespace {

using zhibiao::Error;
using zhibiao::ErrorCode;
using zhibiao::TableRow;

struct Rows {
  std::vector<TableRow> done;
  TableRow open;           // the row being read
  std::size_t line = 0;    // being read
};

void take_field(void* data, std::size_t size, void* rows) {
  static_cast<Rows*>(rows)->open.fields.emplace_back(static_cast<const char*>(data), size);
}

void take_row(int, void* data) {
  Rows& rows = *static_cast<Rows*>(data);
  rows.done.push_back(std::exchange(rows.open, {}));
}

struct Parser {
  csv_parser state;
  bool good = csv_init(&state, CSV_STRICT | CSV_STRICT_FINI) == 0;
  Parser() = default;
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;
  ~Parser() {
    if (good) csv_free(&state);
  }
};

}  // namespace

zhibiao::Result<std::vector<TableRow>> read_csv(const std::string& path) {
  const auto bytes = read_file(path);
  if (!bytes) return Error{bytes.error().code, path + ": " + bytes.error().message};
  const auto text = zhibiao::decode(*bytes);
  if (!text) return Error{text.error().code, path + ": " + text.error().message};
  std::string_view rest = text->utf8;
  if (rest.substr(0, 3) == "\xEF\xBB\xBF") rest.remove_prefix(3);

  Parser parser;
  if (!parser.good) return Error{ErrorCode::defect, path + ": no parser"};
  Rows rows;
  const auto broken = [&](const std::string& reason) {
    return Error{ErrorCode::io, path + ':' + std::to_string(rows.line) + ": column " +
                                    std::to_string(rows.open.fields.size() + 1) + ": " + reason};
  };
  // Line by line, since the parser counts none.
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, std::min(rest.find('\n'), rest.size() - 1) + 1);
    rest.remove_prefix(line.size());
    ++rows.line;
    const std::size_t before = rows.done.size();
    const bool begins = rows.open.line == 0;
    if (begins) rows.open.line = rows.line;
    if (csv_parse(&parser.state, line.data(), line.size(), &take_field, &take_row, &rows) != line.size()) {
      return broken("a quote inside a cell that is not quoted, or behind its end; a cell with quotes is \"a \"\"word\"\"\"");
    }
    if (rows.done.size() > before) continue;
    const bool blank = line.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (begins && blank) rows.open.line = 0;
  }
  const std::size_t begun = rows.open.line;
  if (csv_fini(&parser.state, &take_field, &take_row, &rows) != 0) {
    rows.line = begun;
    return broken("a quote that is never closed");
  }
  return std::move(rows.done);
}

}  // namespace cli
