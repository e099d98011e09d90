#include "lexicon/image.hpp"

namespace zhibiao::lexicon {

const Image& built_in_image() noexcept {
  static constexpr Image none{};
  return none;
}

}  // namespace zhibiao::lexicon
