// Any bytes: text or an Error that points at a byte; UTF-8 is never guessed away, UTF-16 with a mark comes back.
#include <algorithm>

#include "fuzz.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

void append_unit(std::string& out, char32_t unit, bool big_endian) {
  const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 0xFF);
  out += big_endian ? high : low;
  out += big_endian ? low : high;
}

std::string to_utf16(std::string_view text, bool big_endian) {
  std::string out;
  append_unit(out, 0xFEFF, big_endian);
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = text::next_character(text, i);
    if (c < 0x10000) {
      append_unit(out, c, big_endian);
    } else {
      append_unit(out, 0xD800 + ((c - 0x10000) >> 10), big_endian);
      append_unit(out, 0xDC00 + ((c - 0x10000) & 0x3FF), big_endian);
    }
  }
  return out;
}

void check(std::string_view input) {
  const Result<Text> first = decode(input), again = decode(input);
  require(first.has_value() == again.has_value(), "the same bytes, once text and once not");
  if (!first) {
    require(!first.error().message.empty(), "an error without a message");
    require(first.error().message == again.error().message, "the same bytes, two errors");
    return;
  }
  require(first->utf8 == again->utf8 && first->source == again->source, "the same bytes, two texts");
  require(text::first_invalid(first->utf8) == text::all_valid, "the text is no UTF-8");
  require(first->source.bytes == input.size(), "source.bytes is not the size of the input");
  require(first->source.offsets == "file" || first->source.offsets == "text", "source.offsets");
  if (first->source.offsets == "file") require(first->utf8 == input, "offsets of the file, but another text");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = bytes(data, size);
  check(input);

  const Characters characters(data, size);
  const std::string_view text = characters.text();
  check(text);
  if (text.find('\0') == std::string_view::npos) {
    for (const bool big_endian : {false, true}) {
      const std::string utf16 = to_utf16(text, big_endian);
      check(utf16);
      const Result<Text> back = decode(utf16);
      if (back && back->source.encoding.substr(0, 6) == "UTF-16") {
        require(back->utf8 == "\xEF\xBB\xBF" + std::string(text), "UTF-16 does not come back");
      }
    }
  }
  return 0;
}
