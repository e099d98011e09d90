// Bytes to UTF-8 text. UTF-8 is checked first and is never guessed away; what is no UTF-8 must decode
// without one error in another encoding, and the result must look like Chinese, before it is believed. Web pages go on
// to html/.

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/page.hpp"
#include "text/utf8.hpp"
#include "zhibiao/extractor.hpp"

namespace zhibiao {
namespace {

using text::all_valid;
using text::append_utf8;
using text::first_invalid;

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

Error unknown_encoding(std::string what, std::size_t byte) {
  return {ErrorCode::unknown_encoding,
          "no text in a known encoding: " + std::move(what) + " at byte " + std::to_string(byte)};
}

// JSON and CSV that zhibiao wrote: its numbers would be read a second time, and without their places.
bool is_own_output(std::string_view bytes) {
  const std::string_view json = bytes.substr(std::min(bytes.find_first_not_of("[{ \r\n"), bytes.size()));
  const auto begins = [](std::string_view text, std::string_view start) { return text.substr(0, start.size()) == start; };
  return (json.size() < bytes.size() && (begins(json, "\"schema_version\":") || begins(json, "\"source\":{\"path\":"))) ||
         begins(bytes, "source_path,source_id,") || begins(bytes, "STRUCTURE,STRUCTURE_ID,") ||
         begins(bytes, "region_code,region,region_superior,");
}

// Formats that people put beside their texts; the message says what turns them into text.
std::optional<Error> container(std::string_view bytes) {
  struct Magic {
    std::string_view start, message;
  };
  static constexpr std::array<Magic, 5> formats = {{
      {"%PDF-", "a PDF file is not read; convert it first: pdftotext -layout FILE.pdf"},
      {"PK\x03\x04", "a DOCX or other ZIP file is not read; convert it first: pandoc -t plain --wrap=none FILE.docx"},
      {"\xD0\xCF\x11\xE0", "an old DOC file is not read; save it as DOCX and convert that: pandoc -t plain FILE.docx"},
      {"\x1F\x8B", "a gzip file is not read; unpack it first: gunzip -k FILE.gz"},
      {"{\\rtf", "an RTF file is not read; convert it first: pandoc -t plain --wrap=none FILE.rtf"},
  }};
  if (bytes.substr(0, utf8_mark.size()) == utf8_mark) bytes.remove_prefix(utf8_mark.size());
  for (const Magic& format : formats) {
    if (bytes.substr(0, format.start.size()) == format.start) {
      return Error{ErrorCode::unsupported_input, std::string(format.message)};
    }
  }
  if (is_own_output(bytes)) {
    return Error{ErrorCode::unsupported_input, "this is output of zhibiao, not a text; zhibiao panel and zhibiao diff read its JSON Lines"};
  }
  return std::nullopt;
}

// What a decoded text is made of; decides whether a guess is believed.
struct Makeup {
  std::size_t characters = 0, han = 0, ascii = 0, punctuation = 0, control = 0;

  void add(char32_t c) {
    ++characters;
    if (c < 0x80) {
      if (c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f')
        ++ascii;
      else
        ++control;
    } else if ((c >= 0x4E00 && c < 0xA000) || (c >= 0x3400 && c < 0x4DC0) || (c >= 0x20000 && c < 0x40000)) {
      ++han;
    } else if ((c >= 0x3000 && c < 0x3020) || (c >= 0xFF00 && c < 0xFFF0) || (c >= 0x2000 && c < 0x2070) || c == 0xB7 ||
               (c >= 0x2100 && c < 0x2500) || c == 0xFEFF) {
      ++punctuation;
    }
  }
};

struct Utf16 {
  std::string utf8;
  Makeup makeup;
  std::size_t common = 0;  // ASCII and the three usual Chinese marks: chance alone does not make them
};

// Own loop rather than a converter: it is short, and an error keeps its byte.
Result<Utf16> from_utf16(std::string_view bytes, bool big_endian, std::size_t from) {
  Utf16 out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  const auto unit_at = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(bytes[i]), second = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t i = from;
  for (; i + 1 < bytes.size(); i += 2) {
    char32_t c = unit_at(i);
    if (c >= 0xD800 && c < 0xE000) {
      const bool pair = c < 0xDC00 && i + 3 < bytes.size() && (unit_at(i + 2) & 0xFC00) == 0xDC00;
      if (!pair) return unknown_encoding("UTF-16 with a lone surrogate", i);
      c = 0x10000 + ((c & 0x3FF) << 10) + (unit_at(i + 2) & 0x3FF);
      i += 2;
    }
    if (c == 0) return unknown_encoding("UTF-16 with a NUL", i);
    out.makeup.add(c);
    if (c < 0x80 || c == U'，' || c == U'。' || c == U'、') ++out.common;
    append_utf8(out.utf8, c);
  }
  if (i < bytes.size()) return unknown_encoding("UTF-16 with half a character", i);
  return out;
}

// Without a mark: nearly all Han, ASCII and punctuation, with some of the signs every text has. Bytes of
// other encodings pair up to Han characters easily, but hardly ever to U+3002 or a digit.
bool plausible(const Utf16& text) {
  const Makeup& m = text.makeup;
  return m.characters >= 4 && m.control == 0 && (m.han + m.ascii + m.punctuation) * 100 >= m.characters * 95 &&
         text.common * 100 >= m.characters;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// The encodings of double bytes. Each decodes texts of the other without an error; what tells them apart is which
// characters come of it.
struct DoubleByte {
  std::string_view name;  // in source.encoding
  const char* converter;  // a superset that ICU knows
  // Share of characters (per cent) that must be everyday ones. Texts of another encoding come to rare characters:
  // GB 2312 text read as Big5 to about half everyday ones, Big5 read as GB 18030 to a third.
  std::size_t everyday_floor;
  // Whether a double byte is a character at all, not punctuation; and whether it is an everyday one.
  bool (*is_character)(unsigned char lead, unsigned char trail);
  bool (*is_everyday)(unsigned char lead, unsigned char trail);
};

constexpr DoubleByte gb18030 = {
    "GB18030", "gb18030", 60,
    [](unsigned char lead, unsigned char trail) {  // kana count as characters, so that Shift JIS has rare ones
      return lead < 0xA1 || lead > 0xA9 || lead == 0xA4 || lead == 0xA5 || trail < 0xA1;
    },
    [](unsigned char lead, unsigned char trail) {  // level 1 of GB 2312
      return lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1;
    }};

constexpr DoubleByte big5 = {
    "Big5", "Big5-HKSCS", 80,
    [](unsigned char lead, unsigned char) { return lead < 0xA1 || lead > 0xA3; },
    [](unsigned char lead, unsigned char trail) {  // level 1
      return (lead >= 0xA4 && lead <= 0xC5) || (lead == 0xC6 && trail <= 0x7E);
    }};

struct Decoded {
  std::string utf8;
  std::size_t everyday = 0, characters = 0;  // double bytes
  Makeup makeup;

  // Some texts hold a stray control character, a mark of the end of a file or a tabulator of another kind.
  bool few_controls() const { return makeup.control <= 1 + makeup.characters / 200; }
  bool has_share(std::size_t percent) const { return characters > 0 && everyday * 100 >= characters * percent; }
  bool plausible(const DoubleByte& encoding) const {
    const std::size_t beyond_ascii = makeup.characters - makeup.ascii - makeup.control;
    return few_controls() && makeup.han > 0 && (makeup.han + makeup.punctuation) * 100 >= beyond_ascii * 95 &&
           has_share(encoding.everyday_floor);
  }
};

void count_double_bytes(std::string_view bytes, const DoubleByte& encoding, Decoded& out) {
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]), trail = static_cast<unsigned char>(bytes[i + 1]);
    if (lead < 0x81) continue;
    ++i;
    if (trail < 0x40) {  // four bytes
      i += 2;
      continue;
    }
    if (!encoding.is_character(lead, trail)) continue;
    ++out.characters;
    if (encoding.is_everyday(lead, trail)) ++out.everyday;
  }
}

// The text, or where the first byte stands that does not decode.
Result<Decoded> from_double_bytes(std::string_view bytes, const DoubleByte& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(encoding.converter, &status));
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  if (U_FAILURE(status)) return unknown_encoding("no converter for " + std::string(encoding.name), 0);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  Decoded out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2);
  std::vector<UChar> buffer(std::size_t{1} << 14);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  char32_t high = 0;
  do {
    UChar* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, source_end, nullptr, true,
                   &status);
    if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      std::array<char, 8> bad{};
      auto length = static_cast<std::int8_t>(bad.size());
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
      const auto behind = static_cast<std::size_t>(source - bytes.data());
      const std::size_t before = U_SUCCESS(ignored) && length > 0 ? static_cast<std::size_t>(length) : 0;
      return unknown_encoding("invalid " + std::string(encoding.name), behind - std::min(before, behind));
    }
    for (const UChar* unit = buffer.data(); unit != target; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000) c = 0x10000 + ((high & 0x3FF) << 10) + (c & 0x3FF);
      out.makeup.add(c);
      append_utf8(out.utf8, c);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  count_double_bytes(bytes, encoding, out);
  return out;
}

// What a page says of its own encoding, near its start: <meta charset=...>, <meta content="...; charset=...">,
// <?xml encoding=...?>. Nothing for a text that is no page, and for encodings that are tried anyhow.
const DoubleByte* declared_encoding(std::string_view bytes) {
  constexpr std::size_t window = 1 << 14;
  const std::string start = text::lower(bytes.substr(0, window));
  if (start.find('<') == std::string::npos) return nullptr;
  for (const std::string_view key : {"charset", "encoding"}) {
    for (std::size_t at = start.find(key); at != std::string::npos; at = start.find(key, at + key.size())) {
      // Inside a tag that may say it, with a value behind an equals sign.
      const std::size_t open = start.rfind('<', at);
      if (open == std::string::npos || start.find('>', open) < at) continue;
      const std::string_view tag = std::string_view(start).substr(open + 1);
      if (tag.substr(0, 4) != "meta" && tag.substr(0, 4) != "?xml") continue;
      std::size_t value = start.find_first_not_of(" \t\r\n", at + key.size());
      if (value == std::string::npos || start[value] != '=') continue;
      value = start.find_first_not_of(" \t\r\n\"'", value + 1);
      if (value == std::string::npos) continue;
      const std::string_view name = std::string_view(start).substr(value);
      if (name.substr(0, 2) == "gb") return &gb18030;
      if (name.substr(0, 4) == "big5") return &big5;
      return nullptr;
    }
  }
  return nullptr;
}

struct Damage {
  std::size_t bad = 0;         // bytes that start no character
  std::size_t multi_byte = 0;  // bytes of well-formed characters beyond ASCII
};

Damage damage_of(std::string_view bytes, std::size_t first) {
  Damage damage;
  std::size_t from = 0;
  for (std::size_t bad = first;; bad = first_invalid(bytes, from)) {
    const std::size_t end = bad == all_valid ? bytes.size() : bad;
    for (std::size_t i = from; i < end; ++i) damage.multi_byte += static_cast<unsigned char>(bytes[i]) >= 0x80 ? 1 : 0;
    if (bad == all_valid) return damage;
    ++damage.bad;
    from = bad + 1;
  }
}

Text make_text(std::string utf8, std::string_view encoding, std::size_t bytes, std::string_view offsets) {
  Text text;
  text.utf8 = std::move(utf8);
  text.source.encoding = encoding;
  text.source.bytes = bytes;
  text.source.offsets = offsets;
  return text;
}

// Said where another encoding could have been meant; the note stands at the first character.
void say_unsure(Text& text) { text.notes.push_back({"encoding_unsure", {0, 0}}); }

constexpr std::size_t few_characters = 20;  // beyond ASCII: too little to be sure of a guess

// No mark and no UTF-8: the one of the two double-byte encodings whose characters are everyday ones.
Result<Text> guess_double_bytes(std::string_view bytes, std::size_t least_han) {
  struct Guess {
    const DoubleByte* encoding;
    Decoded decoded;
  };
  std::optional<Guess> best;
  bool rivals = false;
  std::optional<Error> error;
  for (const DoubleByte* encoding : {&gb18030, &big5}) {
    Result<Decoded> decoded = from_double_bytes(bytes, *encoding);
    if (!decoded) {
      if (!error) error = decoded.error();
      continue;
    }
    if (!decoded->plausible(*encoding) || decoded->makeup.han < least_han) continue;
    rivals = best.has_value();
    const bool better = !best || decoded->everyday * best->decoded.characters > best->decoded.everyday * decoded->characters;
    if (better) best = Guess{encoding, *std::move(decoded)};
  }
  if (!best) return error ? *std::move(error) : unknown_encoding("neither GB18030 nor Big5", 0);
  const bool unsure = rivals || best->decoded.characters < few_characters ||
                      !best->decoded.has_share(best->encoding->everyday_floor + 10);
  Text text = make_text(std::move(best->decoded.utf8), best->encoding->name, bytes.size(), "text");
  if (unsure) say_unsure(text);
  return text;
}

Result<Text> decode_text(std::string_view bytes) {
  for (const bool big_endian : {false, true}) {
    if (bytes.substr(0, 2) != (big_endian ? "\xFE\xFF" : "\xFF\xFE")) continue;
    Result<Utf16> text = from_utf16(bytes, big_endian, 0);  // the mark stays in the text, as with UTF-8
    if (!text) return text.error();
    return make_text(std::move(text->utf8), big_endian ? "UTF-16BE" : "UTF-16LE", bytes.size(), "text");
  }

  const std::size_t bad = first_invalid(bytes);
  const std::size_t nul = bytes.find('\0');
  if (bad == all_valid && nul == std::string_view::npos)
    return make_text(std::string(bytes), "UTF-8", bytes.size(), "file");

  const Damage damage = bad == all_valid ? Damage{} : damage_of(bytes, bad);
  const bool nearly_utf8 = bad != all_valid && nul == std::string_view::npos && damage.bad * 100 < bytes.size();
  const Error invalid{ErrorCode::invalid_utf8, "invalid UTF-8 at byte " + std::to_string(bad)};
  // A page in GB18030 with much markup has few bytes beyond ASCII, but then nearly none of them is UTF-8.
  if (nearly_utf8 && damage.multi_byte * 2 >= damage.bad) return invalid;

  if (bytes.size() % 2 == 0 && !nearly_utf8) {
    for (const bool big_endian : {false, true}) {
      Result<Utf16> text = from_utf16(bytes, big_endian, 0);
      if (!text || !plausible(*text)) continue;
      const bool few = text->makeup.characters < few_characters;
      Text out = make_text(std::move(text->utf8), big_endian ? "UTF-16BE" : "UTF-16LE", bytes.size(), "text");
      if (few) say_unsure(out);
      return out;
    }
  }
  if (nul != std::string_view::npos) return unknown_encoding("NUL", nul);

  if (const DoubleByte* declared = declared_encoding(bytes)) {
    Result<Decoded> decoded = from_double_bytes(bytes, *declared);
    const bool plain = decoded && decoded->plausible(*declared);
    Result<Text> guess = plain ? unknown_encoding("not asked", 0) : guess_double_bytes(bytes, 1);
    if (guess && guess->source.encoding != declared->name) {  // the page is wrong about itself
      if (guess->notes.empty()) say_unsure(*guess);
      return guess;
    }
    if (decoded && decoded->few_controls())
      return make_text(std::move(decoded->utf8), declared->name, bytes.size(), "text");
    // No encoding fits: what the page says of itself tells best where it is broken.
    return decoded ? unknown_encoding("invalid UTF-8", bad) : decoded.error();
  }

  Result<Text> guess = guess_double_bytes(bytes, nearly_utf8 ? 8 : 1);
  if (guess) return guess;
  if (nearly_utf8) return invalid;
  return unknown_encoding("invalid UTF-8", bad);
}

}  // namespace

Result<Text> decode(std::string_view bytes) {
  if (bytes.size() > Extractor::max_input_bytes) {
    return Error{ErrorCode::input_too_large, "input of " + std::to_string(bytes.size()) + " bytes; the limit is " +
                                                 std::to_string(Extractor::max_input_bytes)};
  }
  if (std::optional<Error> error = container(bytes)) return *std::move(error);
  Result<Text> text = decode_text(bytes);
  if (text && html::is_page(text->utf8)) {
    Result<std::string> read = html::text_of(text->utf8);
    if (!read) return read.error();
    text->utf8 = *std::move(read);
    text->source.offsets = "text";
  }
  if (text && !text->utf8.empty()) {
    for (Note& note : text->notes) note.span.end = text::sequence_length(text->utf8.front());
  }
  return text;
}

}  // namespace zhibiao
