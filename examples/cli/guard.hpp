// What the work on one input throws is an error of that input.
#pragma once

#include <exception>
#include <new>
#include <string>

#include "zhibiao/result.hpp"

namespace cli {

// work(), or failed(error) where it throws. The library throws std::bad_alloc alone; anything else is a defect of it, and
// costs this input, not its neighbours.
template <typename Work, typename Failed>
auto guarded(Work work, Failed failed) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return failed(zhibiao::Error{zhibiao::ErrorCode::input_too_large, "not enough memory for it"});
  } catch (const std::exception& error) {
    return failed(zhibiao::Error{zhibiao::ErrorCode::defect, std::string("a defect of zhibiao, please report it: ") + error.what()});
  }
}

}  // namespace cli
