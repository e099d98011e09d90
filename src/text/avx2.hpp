// 64 bytes at a time, where the processor can: what the passes over bytes are made of. Each pass has a twin that goes
// character by character; it serves other processors and is what the tests hold the fast one to.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__)
#define ZHIBIAO_HAS_AVX2 1
#include <immintrin.h>

#include <cstdint>

#define ZHIBIAO_AVX2 __attribute__((target("avx2,bmi,popcnt")))

namespace zhibiao::text::avx2 {

inline bool available() noexcept {
  static const bool is = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
  return is;
}

#define ZHIBIAO_AVX2_INLINE ZHIBIAO_AVX2 __attribute__((always_inline)) inline

struct Bytes {
  __m256i low, high;
};

ZHIBIAO_AVX2_INLINE Bytes load(const char* from) noexcept {
  return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from)),
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from + 32))};
}

// The top bit of each byte, the first byte's lowest.
ZHIBIAO_AVX2_INLINE std::uint64_t bits(const Bytes& b) noexcept {
  const auto low = static_cast<std::uint32_t>(_mm256_movemask_epi8(b.low));
  const auto high = static_cast<std::uint32_t>(_mm256_movemask_epi8(b.high));
  return low | std::uint64_t{high} << 32;
}

// Comparisons give bytes of all ones or none.
ZHIBIAO_AVX2_INLINE Bytes is(const Bytes& b, unsigned char value) noexcept {
  const __m256i all = _mm256_set1_epi8(static_cast<char>(value));
  return {_mm256_cmpeq_epi8(b.low, all), _mm256_cmpeq_epi8(b.high, all)};
}

// Of bytes as signed numbers: beyond ASCII is below zero.
ZHIBIAO_AVX2_INLINE Bytes above(const Bytes& b, int value) noexcept {
  const __m256i all = _mm256_set1_epi8(static_cast<char>(value));
  return {_mm256_cmpgt_epi8(b.low, all), _mm256_cmpgt_epi8(b.high, all)};
}

ZHIBIAO_AVX2_INLINE Bytes within(const Bytes& b, unsigned char first, unsigned char last) noexcept {
  const __m256i from = _mm256_set1_epi8(static_cast<char>(first));
  const __m256i most = _mm256_set1_epi8(static_cast<char>(last - first));
  const __m256i low = _mm256_sub_epi8(b.low, from), high = _mm256_sub_epi8(b.high, from);
  return {_mm256_cmpeq_epi8(_mm256_min_epu8(low, most), low), _mm256_cmpeq_epi8(_mm256_min_epu8(high, most), high)};
}

ZHIBIAO_AVX2_INLINE Bytes both(const Bytes& a, const Bytes& b) noexcept {
  return {_mm256_and_si256(a.low, b.low), _mm256_and_si256(a.high, b.high)};
}

ZHIBIAO_AVX2_INLINE Bytes either(const Bytes& a, const Bytes& b) noexcept {
  return {_mm256_or_si256(a.low, b.low), _mm256_or_si256(a.high, b.high)};
}

}  // namespace zhibiao::text::avx2
#endif
