// The gated path gives what the plain one gives; a reader that has read other texts gives what a new one gives.
#include <algorithm>

#include "../../unit/extract/said.hpp"
#include "extract/analysis.hpp"
#include "fuzz.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

const extract::Model& model() {
  static const auto compiled = extract::Model::compile(need(Lexicon::built_in()));
  return *need(compiled);
}

void require_same(const std::vector<std::string>& a, const std::vector<std::string>& b, const std::string& what) {
  if (a == b) return;
  const auto [in_a, in_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  require(false, what + ": \"" + (in_a == a.end() ? "(end)" : *in_a) + "\" and \"" + (in_b == b.end() ? "(end)" : *in_b) + "\"");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static extract::Reader gated(model(), extract::Path::gated), plain(model(), extract::Path::plain);
  const Characters characters(data, size);
  const auto by_gates = tests::said(gated.read(characters.text()));
  require_same(by_gates, tests::said(plain.read(characters.text())), "the gated and the plain path differ");
  extract::Reader fresh(model());
  require_same(by_gates, tests::said(fresh.read(characters.text())), "a used and a new reader differ");
  return 0;
}
