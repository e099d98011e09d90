#include "text/repair.hpp"

#include "text/utf8.hpp"

namespace zhibiao::text {

std::string repaired(std::string_view bytes) {
  std::string out;
  std::size_t copied = 0;
  for (std::size_t bad = first_invalid(bytes); bad != all_valid; bad = first_invalid(bytes, copied)) {
    out += bytes.substr(copied, bad - copied);
    out += "\xEF\xBF\xBD";
    copied = bad + 1;
  }
  out += bytes.substr(copied);
  return out;
}

}  // namespace zhibiao::text
