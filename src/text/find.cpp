#include "text/find.hpp"

#include <bit>
#include <cstring>

#include "text/avx2.hpp"

namespace zhibiao::text {

std::size_t find_by_bytes(std::string_view text, std::string_view word, std::size_t from) noexcept {
  return text.find(word, from);
}

#ifdef ZHIBIAO_HAS_AVX2
namespace {

constexpr std::size_t block = 32;

// `word` has two bytes or more, and from `from` on it may stand at `block` places or more.
ZHIBIAO_AVX2 std::size_t find_by_blocks(std::string_view text, std::string_view word, std::size_t from) noexcept {
  const std::size_t last = word.size() - 1, places = text.size() - last;
  const __m256i end = _mm256_set1_epi8(word[last]), before = _mm256_set1_epi8(word[last - 1]);
  for (std::size_t at = from;;) {
    const char* const tail = text.data() + at + last;
    const __m256i is_end = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(tail)), end);
    const __m256i is_before = _mm256_cmpeq_epi8(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(tail - 1)), before);
    auto hits = static_cast<std::uint32_t>(_mm256_movemask_epi8(_mm256_and_si256(is_end, is_before)));
    for (; hits != 0; hits &= hits - 1) {
      const std::size_t place = at + static_cast<std::size_t>(std::countr_zero(hits));
      if (std::memcmp(text.data() + place, word.data(), last - 1) == 0) return place;
    }
    at += block;
    if (at >= places) return std::string_view::npos;
    if (at + block > places) at = places - block;  // the last block, a part of which is seen again
  }
}

}  // namespace
#endif

std::size_t find(std::string_view text, std::string_view word, std::size_t from) noexcept {
#ifdef ZHIBIAO_HAS_AVX2
  if (word.size() >= 2 && from <= text.size() && text.size() - from >= word.size() - 1 + block && avx2::available()) {
    return find_by_blocks(text, word, from);
  }
#endif
  return find_by_bytes(text, word, from);
}

}  // namespace zhibiao::text
