// What the work on one input throws is an error of that input.
//
//   return zhibiao::guarded([&] { return outcome_of(input); }, [&](const zhibiao::Error& error) { return failure_of(input, error); });
#pragma once

#include <exception>
#include <new>
#include <string>

#include "zhibiao/result.hpp"

namespace zhibiao {

// work(), or failed(error) where it throws. The library throws std::bad_alloc alone; anything else is a defect of it, and
// costs this input, not its neighbours.
template <typename Work, typename Failed>
auto guarded(Work work, Failed failed) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return failed(Error{ErrorCode::input_too_large, "not enough memory for it"});
  } catch (const std::exception& error) {
    return failed(Error{ErrorCode::defect, std::string("a defect of zhibiao, please report it: ") + error.what()});
  }
}

}  // namespace zhibiao
