// Tables of texts and their readings, one line each.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "../catch.hpp"
#include "../lexicon/complete.hpp"
#include "value/decimal.hpp"
#include "value/quantity.hpp"
#include "zhibiao/lexicon.hpp"

namespace zhibiao::tests {

inline const value::QuantityReader& reader() {
  static const value::QuantityReader made = *value::QuantityReader::create(complete());
  return made;
}

// In a heap block of exact size, so that sanitizers see the first byte too far.
inline std::vector<value::Reading> read(std::string_view text, bool english) {
  const auto copy = std::make_unique<char[]>(text.size());
  std::copy(text.begin(), text.end(), copy.get());
  return reader().read({copy.get(), text.size()}, 0, text.size(), english);
}

inline std::string mark(const std::optional<Bound>& bound) {
  return bound ? std::string(to_string(*bound)) : std::string();
}

// "[不低于300亿元] at_least 30000000000 CNY": words, bound before, number, unit, bound behind. Ordinals are "[第3] #".
inline std::string show(std::string_view text, const value::Reading& r) {
  std::string out("[");
  out.append(text.substr(r.begin, r.end - r.begin)).append("]");
  if (r.ordinal) return out + " #";
  if (r.prefix_bound) out.append(" ").append(mark(r.prefix_bound));
  if (r.inexact) return out + " inexact";
  out.append(" ").append(to_string(r.lower));
  if (r.range) out.append("..").append(to_string(r.upper));
  if (!r.unit.empty()) out.append(" ").append(r.unit);
  if (r.suffix_bound) out.append(" ").append(mark(r.suffix_bound));
  return out;
}

inline std::string show_all(std::string_view text, bool english) {
  std::string out;
  for (const value::Reading& r : read(text, english)) {
    if (!out.empty()) out += " ";
    out += show(text, r);
  }
  return out;
}

struct Case {
  const char* text;
  const char* readings;
};

template <std::size_t n>
void check(const Case (&cases)[n], bool english = false) {
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(show_all(c.text, english) == c.readings);
  }
}

}  // namespace zhibiao::tests
