#define CATCH_CONFIG_MAIN  // Catch2 version 2 only; version 3 brings its own main()
#include "catch.hpp"
