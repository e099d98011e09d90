// Every stage for one text, printed for people.
#pragma once

#include <string>
#include <string_view>

#include "extract/model.hpp"

namespace zhibiao::extract {

std::string explain(const Model& model, std::string_view utf8);

}  // namespace zhibiao::extract
