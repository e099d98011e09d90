// Chinese digits.
#pragma once

namespace zhibiao::text {

// 0..9 of 〇 零 一 ... 九; -1 for anything else.
constexpr int numeral_digit(char32_t c) noexcept {
  switch (c) {
    case U'〇':
    case U'零': return 0;
    case U'一': return 1;
    case U'二': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

}  // namespace zhibiao::text
