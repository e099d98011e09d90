// A few bytes of a text as a number, the first one lowest; the text must hold them.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace zhibiao::match {

template <typename Number>
Number number_at(const char* from) noexcept {
  Number number = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&number, from, sizeof number);
  } else {
    for (unsigned k = 0; k < sizeof number; ++k) {
      number = static_cast<Number>(number | static_cast<Number>(Number{static_cast<unsigned char>(from[k])} << (8 * k)));
    }
  }
  return number;
}

}  // namespace zhibiao::match
