// LexiconData as bytes and back, for the image of the built-in lexicon. Lengths and numbers are 32 bits, lowest byte first.
#pragma once

#include <string>
#include <string_view>

#include "lexicon/data.hpp"

namespace zhibiao::lexicon {

std::string to_archive(const LexiconData& data);

// `bytes` must be what to_archive() made of the same version of these structures.
LexiconData from_archive(std::string_view bytes);

}  // namespace zhibiao::lexicon
