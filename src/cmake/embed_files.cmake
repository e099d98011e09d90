# Turns files (those of the lexicon, those of the page) into one C++ source, so that no file is needed at run time.
#
#   cmake -DOUTPUT=embedded.cpp -DFILES="a.json;b.json" -DHEADER=lexicon/embedded.hpp -DNAMESPACE=zhibiao::lexicon
#         -P embed_files.cmake
#
# HEADER declares embedded(file_name) and embedded_files() in NAMESPACE.
# Literals are cut into pieces: a compiler need not take one longer than 64 KiB, some take 16 KiB only, and adjacent
# literals count together. So a file is an array of short views, joined once at the first use. CMake counts bytes, so
# a piece ends behind a line break or before a quotation mark, never inside a character.
cmake_minimum_required(VERSION 3.16)

set(piece_length 12000)
set(pieces "")
set(table "")
set(names "")

foreach(path IN LISTS FILES)
  get_filename_component(name "${path}" NAME)
  string(MAKE_C_IDENTIFIER "${name}" identifier)
  file(READ "${path}" hex HEX)
  string(LENGTH "${hex}" hex_length)
  math(EXPR bytes "${hex_length} / 2")
  file(READ "${path}" text)
  if(text MATCHES "\\)zhibiao\"")
    message(FATAL_ERROR "${name} holds the delimiter of the literals")
  endif()
  string(LENGTH "${text}" length)
  set(at 0)
  set(literals "")
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} ${piece_length} piece)
    math(EXPR rest "${length} - ${at}")
    if(rest GREATER piece_length)
      string(FIND "${piece}" "\n" cut REVERSE)
      if(cut LESS 1)
        string(FIND "${piece}" "\"" cut REVERSE)
      endif()
      if(cut LESS 1)
        message(FATAL_ERROR "${name} holds a line that cannot be cut into pieces")
      endif()
      string(SUBSTRING "${piece}" 0 ${cut} piece)
    endif()
    string(APPEND literals "    R\"zhibiao(${piece})zhibiao\",\n")
    string(LENGTH "${piece}" taken)
    math(EXPR at "${at} + ${taken}")
  endwhile()
  string(APPEND pieces "constexpr const char* ${identifier}[] = {\n${literals}};\n\n")
  string(APPEND table "      {\"${name}\", join(${identifier}, ${bytes})},\n")
  string(APPEND names "\"${name}\", ")
endforeach()

file(WRITE "${OUTPUT}.new" "// Written by embed_files.cmake; do not edit.
#include \"${HEADER}\"

#include <cstddef>
#include <string>
#include <utility>

namespace ${NAMESPACE} {
namespace {

${pieces}template <std::size_t N>
std::string join(const char* const (&pieces)[N], std::size_t bytes) {
  std::string whole;
  whole.reserve(bytes);
  for (const char* piece : pieces) whole += piece;
  return whole;
}

const std::vector<std::pair<std::string_view, std::string>>& table() {
  static const std::vector<std::pair<std::string_view, std::string>> files = {
${table}  };
  return files;
}

}  // namespace

std::string_view embedded(std::string_view file_name) {
  for (const auto& [name, text] : table()) {
    if (name == file_name) return text;
  }
  return {};
}

const std::vector<std::string_view>& embedded_files() {
  static const std::vector<std::string_view> names = {${names}};
  return names;
}

}  // namespace ${NAMESPACE}
")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
