#include "lexicon/image.hpp"

namespace zhibiao::lexicon {

std::string_view built_in_image() noexcept { return {}; }

}  // namespace zhibiao::lexicon
