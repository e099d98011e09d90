// Catch2 of either generation: version 3 is a library with small headers, version 2 is one header.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)        // v3
#  include <catch2/catch_test_macros.hpp>
#  include <catch2/catch_template_test_macros.hpp>
#  include <catch2/catch_approx.hpp>
#  include <catch2/generators/catch_generators_all.hpp>
#  include <catch2/matchers/catch_matchers_all.hpp>
using Catch::Approx;
inline auto contains(const std::string& s) { return Catch::Matchers::ContainsSubstring(s); }
#else                                                    // v2
#  include <catch2/catch.hpp>
inline auto contains(const std::string& s) { return Catch::Matchers::Contains(s); }
#endif
