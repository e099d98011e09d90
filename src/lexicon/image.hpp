// The built-in lexicon as the build compiles it (src/cmake/lexicon_compiler.cpp writes the definition): what LexiconData still
// says, and what the model makes of all of it (extract/tables.hpp). A program starts without reading the JSON files and without
// compiling a pattern. The compiler itself is linked with an empty image (image_none.cpp) and reads them.
#pragma once

#include <string>
#include <string_view>

#include "zhibiao/result.hpp"

namespace zhibiao::lexicon {

// Archives (lexicon/archive.hpp), each at a border of eight bytes.
struct Image {
  std::string_view data;    // LexiconData without what the tables say; empty in an empty image
  std::string_view tables;  // extract::Tables
};

// With a head that names the layout and a sum of what follows.
std::string seal(const Image& image);

// An error where the bytes are not what seal() of this version made. They must begin at a border of eight bytes.
Result<Image> open_image(std::string_view sealed);

// As it stands in the program; empty in the compiler.
std::string_view built_in_image() noexcept;
Result<Image> open_built_in_image();

}  // namespace zhibiao::lexicon
