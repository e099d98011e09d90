#include "html/page.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <exception>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "html/table.hpp"
#include "text/utf8.hpp"

namespace zhibiao::html {
namespace {

// --- what the names of elements mean --------------------------------------------------------------------------

template <std::size_t n>
using Names = std::array<std::string_view, n>;

template <std::size_t n>
constexpr bool holds(const Names<n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Not shown, or no text to read.
constexpr Names<21> dropped = {"script", "style",  "head",   "template", "noscript", "select",   "button",
                               "option", "object", "iframe", "svg",      "canvas",   "textarea", "audio",
                               "video",  "map",    "applet", "embed",    "datalist", "noframes", "math"};

constexpr Names<42> blocks = {
    "address", "article", "aside", "blockquote", "body", "br",     "caption", "center", "dd",     "details", "dialog",
    "dir",     "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
    "h3",      "h4",      "h5",    "h6",         "header", "hr",   "legend",  "li",     "main",   "nav",     "ol",
    "p",       "pre",     "section", "summary",  "table", "td",    "th",      "tr",     "ul"};

// Where sites keep what belongs to no page in particular. Only a suspicion: a part that holds prose is kept.
constexpr Names<5> framing_elements = {"nav", "footer", "aside", "header", "menu"};
constexpr Names<4> framing_roles = {"navigation", "banner", "contentinfo", "search"};
constexpr Names<21> framing_words = {
    "nav",     "navbar", "navigation", "menu",       "footer",  "foot",    "breadcrumb", "crumb", "crumbs", "breadcrumbs",
    "sidebar", "share",  "copyright",  "pagination", "pager",   "related", "toolbar",    "login", "search", "links",   "header"};

using Attributes = const xmlChar* const*;  // name, value, name, value, ..., null

std::string_view view(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

std::string_view attribute(Attributes list, std::string_view name) {
  for (; list != nullptr && list[0] != nullptr; list += 2) {
    if (view(list[0]) == name) return view(list[1]);
  }
  return {};
}

bool has_attribute(Attributes list, std::string_view name) {
  for (; list != nullptr && list[0] != nullptr; list += 2) {
    if (view(list[0]) == name) return true;
  }
  return false;
}

bool is_hidden(Attributes attributes) {
  if (has_attribute(attributes, "hidden")) return true;
  std::string style = text::lower(attribute(attributes, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool has_framing_word(std::string_view names) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t at = 0; at < names.size();) {
    if (!is_letter(names[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < names.size() && is_letter(names[at])) ++at;
    if (holds(framing_words, text::lower(names.substr(begin, at - begin)))) return true;
  }
  return false;
}

bool is_framing(std::string_view name, Attributes attributes) {
  if (name == "body" || name == "html" || name == "td" || name == "a" || name == "span") return false;
  return holds(framing_elements, name) || holds(framing_roles, attribute(attributes, "role")) ||
         has_framing_word(attribute(attributes, "class")) || has_framing_word(attribute(attributes, "id"));
}

std::size_t span_of(std::string_view number) {
  std::size_t span = 1;
  std::from_chars(number.data(), number.data() + number.size(), span);
  return std::clamp<std::size_t>(span, 1, 1000);
}

// --- from elements to lines -----------------------------------------------------------------------------------

struct Line {
  std::string text;
  std::size_t characters = 0, linked = 0;  // letters and digits; `linked` of them inside links
  std::size_t frame = 0;                   // the suspicious part that it stands in; 0: none
  bool prose = false;                      // holds the end of a sentence
  bool heading = false;                    // of the page, and so of what it is about
};

// A table is data, to be read by rows, or it only places blocks on the page.
struct Table {
  std::vector<Row> rows;
  std::vector<Line> lines;  // of all cells, in their order
  std::size_t cell_begin = 0;
  bool in_cell = false;
  bool places_blocks = false;
};

constexpr bool mostly_linked(std::size_t linked, std::size_t characters) {
  return linked > 0 && linked * 10 >= characters * 7;
}

constexpr std::size_t longest_cell = 300;  // bytes; more is a paragraph
constexpr std::size_t most_cell_lines = 3;

class Builder {
 public:
  // Elements come and go in order; each start has its end.
  void start(std::string_view name, Attributes attributes) {
    Element element;
    if (!open_.empty()) element = open_.back().inherited();
    element.name = kind_of(name);
    element.dropped = element.dropped || holds(dropped, name) || is_hidden(attributes);
    element.link = element.link || name == "a";
    element.raised = element.raised || name == "sup";
    element.heading = element.heading || name == "h1" || name == "h2";
    element.keeps_lines = element.keeps_lines || name == "pre";
    element.block = holds(blocks, name);
    if (!element.dropped) {
      if (element.block) end_line();
      if (element.frame == 0 && is_framing(name, attributes)) element.frame = ++frames_;
      if (element.name == Kind::table) open_table();
      if (element.name == Kind::row && !tables_.empty()) open_row();
      if (element.name == Kind::cell && !tables_.empty()) {
        open_cell(span_of(attribute(attributes, "colspan")), span_of(attribute(attributes, "rowspan")));
      }
    }
    open_.push_back(element);
  }

  void end() {
    if (open_.empty()) return;
    const Element element = open_.back();
    if (!element.dropped) {
      if (element.block) end_line();
      if (element.name == Kind::cell) close_cell();
      if (element.name == Kind::table) close_table();
    }
    open_.pop_back();
  }

  std::size_t depth() const noexcept { return open_.size(); }

  void characters(std::string_view bytes) {
    const Element element = open_.empty() ? Element() : open_.back();
    if (element.dropped) return;
    for (std::size_t at = 0; at < bytes.size();) {
      if (at + text::sequence_length(bytes[at]) > bytes.size()) return;
      const std::size_t begin = at;
      const char32_t c = text::next_character(bytes, at);
      if (element.keeps_lines && c == '\n') {
        end_line();
      } else if (c <= ' ' || (c >= 0x7F && c <= 0xA0) || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029) {
        blank_ = true;
      } else if (c == 0xAD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
                 (c >= 0x2060 && c <= 0x206F)) {
        // no width: says only how to show the text
      } else {
        if (blank_ && !line_.text.empty()) line_.text += ' ';
        blank_ = false;
        if (element.raised && c >= '0' && c <= '9') {
          line_.text += raised(c);  // not a digit of the number before it
        } else {
          line_.text += bytes.substr(begin, at - begin);
        }
        const bool sign = c < 0x80 && !(c >= '0' && c <= '9') && !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        line_.characters += sign ? 0 : 1;
        line_.linked += element.link && !sign ? 1 : 0;
        if (c == U'。' || c == U'；') line_.prose = true;
        line_.frame = element.frame;
        line_.heading = line_.heading || element.heading;
      }
    }
  }

  std::string text() {
    while (!open_.empty()) end();
    while (!tables_.empty()) close_table();
    end_line();
    std::string out;
    const std::vector<bool> kept = kept_frames();
    for (const Line& line : lines_) {
      const bool links = mostly_linked(line.linked, line.characters) && !line.prose;
      const bool framing = !kept[line.frame] && !(line.heading && line.linked == 0);
      // A clock of the site: its date is none of the report.
      const bool clock = !line.prose && line.characters <= 24 && line.text.find("星期") != std::string::npos;
      if (links || framing || clock) continue;
      out += line.text;
      out += '\n';
    }
    return out;
  }

 private:
  enum class Kind { other, table, row, cell };

  struct Element {
    Kind name = Kind::other;
    bool dropped = false, link = false, raised = false, heading = false, keeps_lines = false, block = false;
    std::size_t frame = 0;

    Element inherited() const {
      Element inner = *this;
      inner.name = Kind::other;
      inner.block = false;
      return inner;
    }
  };

  static Kind kind_of(std::string_view name) {
    if (name == "table") return Kind::table;
    if (name == "tr") return Kind::row;
    return name == "td" || name == "th" ? Kind::cell : Kind::other;
  }

  static std::string_view raised(char32_t digit) {
    static constexpr std::array<std::string_view, 10> signs = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    return signs[digit - '0'];
  }

  // Where finished lines go: to the innermost cell that is open.
  std::vector<Line>& target() {
    for (auto table = tables_.rbegin(); table != tables_.rend(); ++table) {
      if (table->in_cell) return table->lines;
    }
    return lines_;
  }

  void end_line() {
    blank_ = false;
    if (line_.text.empty()) return;
    target().push_back(std::exchange(line_, Line()));
  }

  void open_table() {
    // What stands around a table inside a cell is no figure.
    if (!tables_.empty()) tables_.back().places_blocks = true;
    tables_.emplace_back();
  }

  // A row ends the cell before it, also where the page never closed that.
  void open_row() {
    close_cell();
    tables_.back().rows.emplace_back();
  }

  void open_cell(std::size_t columns, std::size_t rows) {
    Table& table = tables_.back();
    if (table.in_cell) close_cell();
    if (table.rows.empty()) table.rows.emplace_back();
    table.rows.back().push_back({"", columns, rows});
    table.cell_begin = table.lines.size();
    table.in_cell = true;
  }

  void close_cell() {
    end_line();
    if (tables_.empty() || !tables_.back().in_cell) return;
    Table& table = tables_.back();
    table.in_cell = false;
    std::string& text = table.rows.back().back().text;
    for (std::size_t i = table.cell_begin; i < table.lines.size(); ++i) {
      const Line& line = table.lines[i];
      table.places_blocks = table.places_blocks || line.prose;
      if (!table.places_blocks) text += line.text;
      if (text.size() > longest_cell) table.places_blocks = true;
    }
    if (table.lines.size() - table.cell_begin > most_cell_lines) table.places_blocks = true;
  }

  void close_table() {
    if (tables_.empty()) return;
    close_cell();
    Table table = std::move(tables_.back());
    tables_.pop_back();
    const bool has_rows = std::any_of(table.rows.begin(), table.rows.end(), [](const Row& row) { return row.size() > 1; });
    std::vector<Line>& out = target();
    if (table.places_blocks || !has_rows || table.lines.empty()) {
      std::move(table.lines.begin(), table.lines.end(), std::back_inserter(out));
      return;
    }
    // A menu may be laid out as a table too; its rows are lines of links.
    std::size_t characters = 0, linked = 0;
    for (const Line& line : table.lines) {
      characters += line.characters;
      linked += line.linked;
    }
    const bool links = mostly_linked(linked, characters);
    const std::size_t frame = table.lines.front().frame;
    for (std::string& sentence : sentences_of(table.rows)) {
      Line line;
      line.text = std::move(sentence);
      line.characters = 1;
      line.linked = links ? 1 : 0;
      line.frame = frame;
      out.push_back(std::move(line));
    }
  }

  // A suspicious part that holds a good deal of the prose of the page is no frame around it.
  std::vector<bool> kept_frames() const {
    std::vector<std::size_t> prose(frames_ + 1, 0);
    std::size_t all = 0;
    for (const Line& line : lines_) {
      if (!line.prose) continue;
      prose[line.frame] += line.characters;
      all += line.characters;
    }
    std::vector<bool> kept(frames_ + 1, true);
    for (std::size_t i = 1; i < kept.size(); ++i) kept[i] = prose[i] > 0 && prose[i] * 4 >= all;
    return kept;
  }

  std::vector<Element> open_;
  std::vector<Table> tables_;
  std::vector<Line> lines_;
  Line line_;
  bool blank_ = false;
  std::size_t frames_ = 0;
};

// --- the parser -----------------------------------------------------------------------------------------------

// What the parser calls, and what went wrong meanwhile: no exception may pass through it.
struct Listener {
  Builder builder;
  htmlParserCtxtPtr parser = nullptr;
  bool too_deep = false;
  std::exception_ptr failure;

  template <typename Work>
  void guarded(Work work) noexcept {
    if (failure || too_deep) return;
    try {
      work();
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(parser);
    }
  }
};

Listener& listener_of(void* context) { return *static_cast<Listener*>(context); }

void on_start(void* context, const xmlChar* name, const xmlChar** attributes) {
  Listener& listener = listener_of(context);
  listener.guarded([&] {
    listener.builder.start(view(name), attributes);
    if (listener.builder.depth() <= max_depth) return;
    listener.too_deep = true;
    xmlStopParser(listener.parser);
  });
}

void on_end(void* context, const xmlChar*) {
  Listener& listener = listener_of(context);
  listener.guarded([&] { listener.builder.end(); });
}

void on_characters(void* context, const xmlChar* bytes, int size) {
  Listener& listener = listener_of(context);
  listener.guarded([&] {
    listener.builder.characters({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(std::max(size, 0))});
  });
}

struct ParserCloser {
  void operator()(htmlParserCtxtPtr parser) const { htmlFreeParserCtxt(parser); }
};

// Leaves out what is never read, before the parser spends memory and time on it: comments, the bodies of scripts and
// styles, attributes that nobody asks for. The parser compares an attribute with all before it, and keeps every name in a
// table that grows no further; so elements of ever new names are left out too.
class Trimmer {
 public:
  explicit Trimmer(std::string_view page) : page_(page) {}

  std::string trimmed() {
    for (at_ = page_.find('<'); at_ < page_.size(); at_ = page_.find('<', at_)) {
      if (page_.compare(at_, 4, "<!--") == 0) {
        comment();
      } else if (is_letter_at(at_ + 1) || (page_.compare(at_, 2, "</") == 0 && is_letter_at(at_ + 2))) {
        tag();
      } else {
        ++at_;
      }
    }
    leave_out(page_.size(), page_.size());
    return std::move(out_);
  }

 private:
  static constexpr std::size_t most_names = 500;  // of elements; HTML has a hundred
  static constexpr Names<7> asked_for = {"class", "id", "style", "role", "hidden", "colspan", "rowspan"};

  static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
  bool is_letter_at(std::size_t at) const {
    return at < page_.size() && text::lower(page_[at]) >= 'a' && text::lower(page_[at]) <= 'z';
  }

  void leave_out(std::size_t begin, std::size_t end) {
    out_ += page_.substr(kept_, begin - kept_);
    kept_ = end;
  }

  void comment() {
    const std::size_t begin = at_;
    at_ = begin + 4;
    if (page_.compare(at_, 1, ">") != 0 && page_.compare(at_, 2, "->") != 0) at_ = page_.find("-->", at_);  // else empty
    const std::size_t end = at_ == std::string::npos ? at_ : page_.find('>', at_);
    at_ = end == std::string::npos ? page_.size() : end + 1;
    leave_out(begin, at_);
  }

  void skip_blank() {
    while (at_ < page_.size() && (is_blank(page_[at_]) || page_[at_] == '/')) ++at_;
  }

  void tag() {
    const std::size_t begin = at_;
    const bool ends = page_[at_ + 1] == '/';
    at_ += ends ? 2 : 1;
    const std::size_t name_begin = at_;
    while (at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') ++at_;
    const std::string name = text::lower(page_.substr(name_begin, at_ - name_begin));
    const bool known = names_.count(name) != 0 || (names_.size() < most_names && names_.insert(name).second);
    for (skip_blank(); at_ < page_.size() && page_[at_] != '>'; skip_blank()) {
      const std::size_t word = at_;
      if (!holds(asked_for, attribute()) && known) leave_out(word, at_);
    }
    if (!known) leave_out(begin, std::min(at_ + 1, page_.size()));
    if (!ends && (name == "script" || name == "style")) body(name);
  }

  // A name, and a value behind an equals sign; in quotes it may hold anything. Gives the name.
  std::string attribute() {
    const std::size_t begin = at_++;
    while (at_ < page_.size() && !is_blank(page_[at_]) && page_[at_] != '>' && page_[at_] != '=' && page_[at_] != '/') ++at_;
    std::string name = text::lower(page_.substr(begin, at_ - begin));
    std::size_t value = at_;
    while (value < page_.size() && is_blank(page_[value])) ++value;
    if (value >= page_.size() || page_[value] != '=') return name;
    ++value;
    while (value < page_.size() && is_blank(page_[value])) ++value;
    if (value < page_.size() && (page_[value] == '"' || page_[value] == '\'')) {
      at_ = page_.find(page_[value], value + 1);
      at_ = at_ == std::string::npos ? page_.size() : at_ + 1;
      return name;
    }
    while (value < page_.size() && !is_blank(page_[value]) && page_[value] != '>') ++value;
    at_ = value;
    return name;
  }

  void body(const std::string& name) {
    const std::size_t begin = std::min(at_ + 1, page_.size());
    for (at_ = page_.find("</", begin); at_ != std::string::npos; at_ = page_.find("</", at_ + 2)) {
      if (text::lower(page_.substr(at_ + 2, name.size())) == name) break;
    }
    at_ = std::min(at_, page_.size());
    leave_out(begin, at_);
  }

  std::string_view page_;
  std::string out_;
  std::set<std::string> names_;
  std::size_t at_ = 0, kept_ = 0;  // all before kept_ is in out_, or left out
};

}  // namespace

bool is_page(std::string_view utf8) noexcept {
  const auto skip_blank = [&] {
    const std::size_t at = utf8.find_first_not_of(" \t\r\n\f");
    utf8.remove_prefix(std::min(at, utf8.size()));
  };
  if (utf8.substr(0, 3) == "\xEF\xBB\xBF") utf8.remove_prefix(3);
  skip_blank();
  // Comments and an XML declaration may stand before the first element.
  for (int i = 0; i < 8; ++i) {
    const bool comment = utf8.substr(0, 4) == "<!--", declaration = utf8.substr(0, 5) == "<?xml";
    if (!comment && !declaration) break;
    const std::string_view end = comment ? "-->" : "?>";
    const std::size_t at = utf8.substr(0, 4096).find(end);
    if (at == std::string_view::npos) return false;
    utf8.remove_prefix(at + end.size());
    skip_blank();
  }
  if (utf8.empty() || utf8.front() != '<') return false;
  static constexpr Names<22> first = {"!doctype", "html", "head", "body", "meta",  "title",   "script", "style", "link",  "base", "div",
                                      "p",        "table", "h1",  "h2",   "h3",    "article", "section", "main", "center", "span", "font"};
  std::array<char, 10> name{};
  std::size_t length = 0;
  for (std::size_t i = 1; i < utf8.size() && length < name.size(); ++i) {
    const char c = text::lower(utf8[i]);
    if (c == ' ' || c == '>' || c == '/' || c == '\t' || c == '\r' || c == '\n') break;
    name[length++] = c;
  }
  return holds(first, std::string_view(name.data(), length));
}

Result<std::string> text_of(std::string_view utf8) {
  if (utf8.size() > max_page_bytes) {
    return Error{ErrorCode::input_too_large, "a web page of " + std::to_string(utf8.size()) + " bytes; the limit is " +
                                                 std::to_string(max_page_bytes)};
  }
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
  const std::string page = Trimmer(utf8).trimmed();

  htmlSAXHandler handler{};
  handler.startElement = on_start;
  handler.endElement = on_end;
  handler.characters = on_characters;
  handler.ignorableWhitespace = on_characters;
  handler.cdataBlock = on_characters;
  handler.initialized = 1;

  const std::unique_ptr<htmlParserCtxt, ParserCloser> parser(htmlNewParserCtxt());
  if (!parser) throw std::bad_alloc();
  Listener listener;
  listener.parser = parser.get();
  *parser->sax = handler;
  parser->userData = &listener;
  // The text is UTF-8 already, whatever the page says of itself.
  htmlDocPtr tree = htmlCtxtReadMemory(parser.get(), page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                           HTML_PARSE_IGNORE_ENC);
  if (tree != nullptr) xmlFreeDoc(tree);
  if (listener.failure) std::rethrow_exception(listener.failure);
  if (parser->errNo == XML_ERR_NO_MEMORY) throw std::bad_alloc();
  if (listener.too_deep) {
    return Error{ErrorCode::input_too_large, "a web page with elements nested more than " + std::to_string(max_depth) +
                                                 " deep"};
  }
  std::string text = listener.builder.text();
  // The parser checks references to characters; should one slip through, it is no text.
  for (std::size_t bad = text::first_invalid(text); bad != text::all_valid; bad = text::first_invalid(text, bad)) text.erase(bad, 1);
  return text;
}

}  // namespace zhibiao::html
