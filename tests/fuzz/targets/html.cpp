// Any text as a web page: lines of text or an Error, the same each time; nothing of the page's make-up comes through, and
// plain paragraphs come back as they were.
#include "fuzz.hpp"
#include "html/page.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

bool is_control(char c) { return (static_cast<unsigned char>(c) < ' ' && c != '\n') || c == 0x7F; }

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else out += c;
  }
  return out;
}

std::string page_of(std::string_view text) {
  std::string out = "<!DOCTYPE html><html><head><title>页</title></head><body>";
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += "<p>" + escaped(text.substr(begin, end - begin)) + "</p>";
    begin = end + 1;
  }
  return out + "</body></html>";
}

// The text of a page, and its promises.
Result<std::string> read(std::string_view page) {
  const Result<std::string> first = html::text_of(page), again = html::text_of(page);
  require(first.has_value() == again.has_value(), "the same page, once text and once not");
  if (!first) {
    require(!first.error().message.empty() && first.error().message == again.error().message, "the same page, two errors");
    return first;
  }
  require(*first == *again, "the same page, two texts");
  require(text::first_invalid(*first) == text::all_valid, "the text of the page is no UTF-8");
  require(std::none_of(first->begin(), first->end(), is_control), "control characters in the text of a page");
  require(first->empty() || (first->back() == '\n' && first->front() != '\n'), "lines do not end with their end");
  require(first->find("\n\n") == std::string::npos, "an empty line");
  require(first->find(" \n") == std::string::npos && first->find("\n ") == std::string::npos, "blanks around a line");
  return first;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Characters characters(data, size);
  const std::string_view input = characters.text();
  static_cast<void>(html::is_page(input));
  const Result<std::string> text = read(input);
  if (text) {
    // What was read once is read again: as paragraphs of another page it stays what it is.
    const std::string page = page_of(*text);
    require(html::is_page(page), "a page that is none");
    require(need(read(page)) == *text, "paragraphs come back as others");
  }

  // The whole way, as a file is read.
  const std::string file = "<html><body>" + std::string(input);
  const Result<Text> decoded = decode(file);
  if (!decoded) return 0;
  require(decoded->source.offsets == "text" && decoded->source.bytes == file.size(), "the source of a page");
  if (every(4, input)) {
    const Report report = need(extractor().extract(decoded->utf8));
    require_none(broken_report(decoded->utf8, report));
  }
  return 0;
}
