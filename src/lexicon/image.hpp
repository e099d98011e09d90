// The built-in lexicon as the build compiles it (src/cmake/lexicon_compiler.cpp writes the definitions): its words as one
// automaton, the rest as an archive. A program starts without reading the JSON files. The compiler itself is linked with
// an empty image (image_none.cpp) and reads them.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/vocabulary.hpp"
#include "match/words.hpp"

namespace zhibiao::lexicon {

struct Image {
  struct Split {
    std::string_view head, tail;
    std::uint32_t indicator;
  };
  std::span<const match::WordTable::Node> nodes;
  std::span<const match::WordTable::Edge> edges;
  std::span<const WordRole> roles;
  std::span<const Split> splits;
  std::string_view data;  // LexiconData without its names (lexicon/archive.hpp); empty in an empty image
};

const Image& built_in_image() noexcept;

}  // namespace zhibiao::lexicon
