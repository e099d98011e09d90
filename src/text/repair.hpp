#pragma once

#include <string>
#include <string_view>

namespace zhibiao::text {

// For words that are shown and need not be UTF-8: every byte that begins no well-formed character becomes U+FFFD.
std::string repaired(std::string_view bytes);

}  // namespace zhibiao::text
