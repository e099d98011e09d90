// What the targets share. A broken promise stops the process, which is what a fuzzer looks for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "invariants.hpp"

namespace zhibiao::fuzz {

inline void require(bool holds, std::string_view promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %.*s\n", static_cast<int>(promise.size()), promise.data());
  std::abort();
}

inline void require_none(const std::string& flaw) { require(flaw.empty(), flaw); }

template <typename T>
const T& need(const Result<T>& result) {
  require(result.has_value(), result ? "" : result.error().message);
  return *result;
}

inline std::string_view bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// The characters of an input, in a heap block of exact size. Bytes that begin no character are left out, so that an input
// that mutation broke still goes all the way.
class Characters {
 public:
  Characters(const std::uint8_t* data, std::size_t size) {
    const std::string_view all = bytes(data, size);
    std::vector<char> kept;
    kept.reserve(size);
    for (std::size_t from = 0; from < size;) {
      const std::size_t bad = std::min(text::first_invalid(all, from), size);
      kept.insert(kept.end(), all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(bad));
      from = bad + 1;
    }
    block_ = std::vector<char>(kept.begin(), kept.end());
  }

  std::string_view text() const noexcept { return {block_.data(), block_.size()}; }

 private:
  std::vector<char> block_;
};

// Picks the inputs that a costly check is made for: by their bytes, so that a replay makes it again.
inline bool every(std::size_t n, std::string_view text) {
  std::uint32_t hash = 2166136261;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  return (hash >> 7) % n == 0;
}

inline const Extractor& extractor() {
  static const Result<Extractor> made = Extractor::create();
  return need(made);
}

}  // namespace zhibiao::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
