#include "zhibiao/guard.hpp"

#include <stdexcept>
#include <string>

#include "../catch.hpp"

using zhibiao::Error;
using zhibiao::ErrorCode;

namespace {

std::string outcome_of(void (*work)()) {
  return zhibiao::guarded([&] { return work(), std::string("done"); },
                      [](const Error& error) { return std::string(to_string(error.code)) + ": " + error.message; });
}

}  // namespace

TEST_CASE("what is thrown becomes an error of the input", "[cli]") {
  CHECK(outcome_of([] {}) == "done");
  CHECK(outcome_of([] { throw std::bad_alloc(); }) == "input_too_large: not enough memory for it");
  CHECK(outcome_of([] { throw std::length_error("too long"); }) == "defect: a defect of zhibiao, please report it: too long");
}
