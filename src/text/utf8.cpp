#include "text/utf8.hpp"

#include <cstdint>
#include <cstring>

#include "text/avx2.hpp"

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

std::size_t first_invalid_by_characters(std::string_view bytes, std::size_t from) noexcept {
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

#ifdef ZHIBIAO_HAS_AVX2
namespace {

// What two bytes side by side may have wrong, a bit each, found by the high and low half of the first and the high half of the
// second: after Keiser and Lemire, Validating UTF-8 in less than one instruction per byte (2021).
constexpr char too_short = 1 << 0;      // a lead, then no trail byte
constexpr char too_long = 1 << 1;       // ASCII, then a trail byte
constexpr char overlong_3 = 1 << 2;     // E0 80..9F
constexpr char surrogate = 1 << 4;      // ED A0..BF
constexpr char overlong_2 = 1 << 5;     // C0, C1
constexpr char overlong_4 = 1 << 6;     // F0 80..8F
constexpr char too_large = 1 << 3;      // F4 90..BF, F5..FF
constexpr char too_large_1000 = 1 << 6; // F5..FF 80..8F
constexpr char two_trails = static_cast<char>(1 << 7);  // right only behind a lead of three or four bytes
constexpr char carry = too_short | too_long | two_trails;  // told by the high half alone

#define ZHIBIAO_TWICE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

// Checks 32 bytes, given the 32 before; what is wrong with a character that begins in them may be said of the next 32.
ZHIBIAO_AVX2_INLINE __m256i wrong_in(__m256i bytes, __m256i before) noexcept {
  const __m256i half = _mm256_set1_epi8(0x0F);
  const __m256i joined = _mm256_permute2x128_si256(before, bytes, 0x21);
  const __m256i back_1 = _mm256_alignr_epi8(bytes, joined, 15);
  const __m256i back_2 = _mm256_alignr_epi8(bytes, joined, 14);
  const __m256i back_3 = _mm256_alignr_epi8(bytes, joined, 13);
  const __m256i first_high = _mm256_shuffle_epi8(
      ZHIBIAO_TWICE(too_long, too_long, too_long, too_long, too_long, too_long, too_long, too_long, two_trails, two_trails,
                    two_trails, two_trails, too_short | overlong_2, too_short, too_short | overlong_3 | surrogate,
                    too_short | too_large | too_large_1000 | overlong_4),
      _mm256_and_si256(_mm256_srli_epi16(back_1, 4), half));
  const __m256i first_low = _mm256_shuffle_epi8(
      ZHIBIAO_TWICE(carry | overlong_3 | overlong_2 | overlong_4, carry | overlong_2, carry, carry, carry | too_large,
                    carry | too_large | too_large_1000, carry | too_large | too_large_1000,
                    carry | too_large | too_large_1000, carry | too_large | too_large_1000,
                    carry | too_large | too_large_1000, carry | too_large | too_large_1000,
                    carry | too_large | too_large_1000, carry | too_large | too_large_1000,
                    carry | too_large | too_large_1000 | surrogate, carry | too_large | too_large_1000,
                    carry | too_large | too_large_1000),
      _mm256_and_si256(back_1, half));
  constexpr char trail = too_long | overlong_2 | two_trails;
  const __m256i second_high = _mm256_shuffle_epi8(
      ZHIBIAO_TWICE(too_short, too_short, too_short, too_short, too_short, too_short, too_short, too_short,
                    trail | overlong_3 | too_large_1000 | overlong_4, trail | overlong_3 | too_large,
                    trail | surrogate | too_large, trail | surrogate | too_large, too_short, too_short, too_short, too_short),
      _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
  const __m256i pairs = _mm256_and_si256(_mm256_and_si256(first_high, first_low), second_high);
  // The third and fourth byte of a character must be trail bytes, and no other pair of them is right.
  const __m256i third = _mm256_subs_epu8(back_2, _mm256_set1_epi8(static_cast<char>(0xE0 - 0x80)));
  const __m256i fourth = _mm256_subs_epu8(back_3, _mm256_set1_epi8(static_cast<char>(0xF0 - 0x80)));
  const __m256i trails = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(static_cast<char>(0x80)));
  return _mm256_xor_si256(trails, pairs);
}

// The end of what is surely well-formed: there, or behind the whole, the character that is not begins.
ZHIBIAO_AVX2 std::size_t well_formed_blocks(const char* data, std::size_t size) noexcept {
  constexpr std::size_t block = 64;
  __m256i before = _mm256_setzero_si256();
  std::size_t at = 0;
  for (; at + block <= size; at += block) {
    const avx2::Bytes bytes = avx2::load(data + at);
    const __m256i wrong = _mm256_or_si256(wrong_in(bytes.low, before), wrong_in(bytes.high, bytes.low));
    if (_mm256_testz_si256(wrong, wrong) == 0) break;
    before = bytes.high;
  }
  return at;
}

}  // namespace
#endif

std::size_t first_invalid(std::string_view bytes, std::size_t from) noexcept {
#ifdef ZHIBIAO_HAS_AVX2
  constexpr std::size_t worth_it = 128;
  if (bytes.size() >= from + worth_it && avx2::available()) {
    const std::size_t checked = from + well_formed_blocks(bytes.data() + from, bytes.size() - from);
    // The character that goes on there begins at most three bytes before.
    for (std::size_t back = 1; back <= 3 && back <= checked - from; ++back) {
      if (!is_continuation(bytes[checked - back])) return first_invalid_by_characters(bytes, checked - back);
    }
    return first_invalid_by_characters(bytes, checked);
  }
#endif
  return first_invalid_by_characters(bytes, from);
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

Borders character_borders(std::string_view text) {
  Borders out;
  for (std::size_t at = 0; at < text.size(); at += sequence_length(text[at])) out.push_back(at);
  out.push_back(text.size());
  return out;
}

}  // namespace zhibiao::text
