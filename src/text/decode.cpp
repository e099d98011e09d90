// Bytes to UTF-8 text. UTF-8 is checked first and is never guessed away; what is no UTF-8 must decode
// without one error in another encoding, and the result must look like Chinese, before it is believed.

#include <unicode/ucnv.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// Formats that people put beside their texts; the message says what turns them into text.
std::optional<Error> container(std::string_view bytes) {
  struct Magic {
    std::string_view start, message;
  };
  static constexpr std::array<Magic, 4> formats = {{
      {"%PDF-", "a PDF file is not read; convert it first: pdftotext -layout FILE.pdf"},
      {"PK\x03\x04", "a DOCX or other ZIP file is not read; convert it first: pandoc -t plain --wrap=none FILE.docx"},
      {"\xD0\xCF\x11\xE0", "an old DOC file is not read; save it as DOCX and convert that: pandoc -t plain FILE.docx"},
      {"{\\rtf", "an RTF file is not read; convert it first: pandoc -t plain --wrap=none FILE.rtf"},
  }};
  if (bytes.substr(0, utf8_mark.size()) == utf8_mark) bytes.remove_prefix(utf8_mark.size());
  for (const Magic& format : formats) {
    if (bytes.substr(0, format.start.size()) == format.start) {
      return Error{ErrorCode::unsupported_input, std::string(format.message)};
    }
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
    } else if ((c >= 0x4E00 && c < 0xA000) || (c >= 0x3400 && c < 0x4DC0)) {
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

// The text, or nothing where a byte does not decode.
std::optional<std::string> from_gb18030(std::string_view bytes, Makeup& makeup) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open("gb18030", &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 2);
  std::vector<UChar> buffer(std::size_t{1} << 14);
  const char* source = bytes.data();
  const char* const source_end = source + bytes.size();
  char32_t high = 0;
  do {
    UChar* target = buffer.data();
    status = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer.data() + buffer.size(), &source, source_end, nullptr, true,
                   &status);
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
    for (const UChar* unit = buffer.data(); unit != target; ++unit) {
      char32_t c = *unit;
      if (c >= 0xD800 && c < 0xDC00) {
        high = c;
        continue;
      }
      if (c >= 0xDC00 && c < 0xE000) c = 0x10000 + ((high & 0x3FF) << 10) + (c & 0x3FF);
      makeup.add(c);
      append_utf8(out, c);
    }
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

// Share of double bytes that are everyday characters (level 1 of GB 2312). Big5, Shift JIS and Latin-1
// decode as GB18030 too, but to rare characters.
bool everyday_characters(std::string_view bytes) {
  std::size_t pairs = 0, everyday = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]), trail = static_cast<unsigned char>(bytes[i + 1]);
    if (lead < 0x81) continue;
    ++i;
    if (trail < 0x40) {  // four bytes
      i += 2;
      continue;
    }
    if (lead >= 0xA1 && lead <= 0xA9 && lead != 0xA4 && lead != 0xA5 && trail >= 0xA1)
      continue;  // punctuation, no kana
    ++pairs;
    if (lead >= 0xB0 && lead <= 0xD7 && trail >= 0xA1) ++everyday;
  }
  return pairs > 0 && everyday * 100 >= pairs * 60;
}

bool plausible_chinese(std::string_view bytes, const Makeup& m) {
  const std::size_t beyond_ascii = m.characters - m.ascii - m.control;
  return m.control == 0 && m.han > 0 && (m.han + m.punctuation) * 100 >= beyond_ascii * 95 &&
         everyday_characters(bytes);
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

Text make_text(std::string utf8, std::string encoding, std::size_t bytes, std::string offsets) {
  Text text;
  text.utf8 = std::move(utf8);
  text.source.encoding = std::move(encoding);
  text.source.bytes = bytes;
  text.source.offsets = std::move(offsets);
  return text;
}

}  // namespace

Result<Text> decode(std::string_view bytes) {
  if (bytes.size() > Extractor::max_input_bytes) {
    return Error{ErrorCode::input_too_large, "input of " + std::to_string(bytes.size()) + " bytes; the limit is " +
                                                 std::to_string(Extractor::max_input_bytes)};
  }
  if (std::optional<Error> error = container(bytes)) return *std::move(error);

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
      return make_text(std::move(text->utf8), big_endian ? "UTF-16BE" : "UTF-16LE", bytes.size(), "text");
    }
  }
  if (nul != std::string_view::npos) return unknown_encoding("NUL", nul);

  Makeup makeup;
  if (std::optional<std::string> text = from_gb18030(bytes, makeup);
      text && plausible_chinese(bytes, makeup) && (!nearly_utf8 || makeup.han >= 8)) {
    return make_text(*std::move(text), "GB18030", bytes.size(), "text");
  }
  if (nearly_utf8) return invalid;
  return unknown_encoding("invalid UTF-8", bad);
}

}  // namespace zhibiao
