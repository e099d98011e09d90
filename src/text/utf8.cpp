#include "text/utf8.hpp"

#include <cstdint>
#include <cstring>

namespace zhibiao::text {
namespace {

// Length of the well-formed character at `at`, or 0.
std::size_t well_formed(const unsigned char* at, std::size_t left) noexcept {
  const auto trail = [&](std::size_t i, unsigned char low = 0x80, unsigned char high = 0xBF) {
    return i < left && at[i] >= low && at[i] <= high;
  };
  const unsigned char lead = at[0];
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // a stray trail byte, or an overlong form of ASCII
  if (lead < 0xE0) return trail(1) ? 2 : 0;
  if (lead < 0xF0) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : 0x80;   // overlong below
    const unsigned char high = lead == 0xED ? 0x9F : 0xBF;  // surrogates above
    return trail(1, low, high) && trail(2) ? 3 : 0;
  }
  if (lead < 0xF5) {
    const unsigned char low = lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xF4 ? 0x8F : 0xBF;
    return trail(1, low, high) && trail(2) && trail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::size_t first_invalid(std::string_view bytes, std::size_t from) noexcept {
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  const std::size_t size = bytes.size();
  std::size_t i = from;
  while (i < size) {
    if (data[i] < 0x80) {
      // Eight ASCII bytes at once: markup, numbers and English text.
      std::uint64_t word = 0;
      while (i + sizeof word <= size) {
        std::memcpy(&word, data + i, sizeof word);
        if ((word & 0x8080808080808080u) != 0) break;
        i += sizeof word;
      }
      while (i < size && data[i] < 0x80) ++i;
      continue;
    }
    // Runs of Han characters: leads E1..EC have no special cases.
    while (i + 3 <= size && data[i] >= 0xE1 && data[i] <= 0xEC && (data[i + 1] & 0xC0) == 0x80 &&
           (data[i + 2] & 0xC0) == 0x80) {
      i += 3;
    }
    if (i == size) break;
    const std::size_t length = well_formed(data + i, size - i);
    if (length == 0) return i;
    i += length;
  }
  return all_valid;
}

void append_utf8(std::string& out, char32_t character) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (character < 0x80) {
    put(character);
  } else if (character < 0x800) {
    put(0xC0 | character >> 6);
    put(0x80 | (character & 0x3F));
  } else if (character < 0x10000) {
    put(0xE0 | character >> 12);
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  } else {
    put(0xF0 | character >> 18);
    put(0x80 | (character >> 12 & 0x3F));
    put(0x80 | (character >> 6 & 0x3F));
    put(0x80 | (character & 0x3F));
  }
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower(c);
  return out;
}

std::vector<std::size_t> character_borders(std::string_view text) {
  std::vector<std::size_t> out;
  for (std::size_t at = 0; at < text.size(); at += sequence_length(text[at])) out.push_back(at);
  out.push_back(text.size());
  return out;
}

}  // namespace zhibiao::text
