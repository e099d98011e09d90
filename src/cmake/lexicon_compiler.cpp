// Build tool: reads the lexicon and writes its image as C++.   lexicon_compiler OUTPUT.cpp
#include <cstdio>
#include <fstream>

#include "lexicon/vocabulary.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/load.hpp"

namespace {

using namespace zhibiao;

constexpr std::size_t per_line = 12;

void write_number(std::ostream& out, std::uint32_t n) {
  if (n == lexicon::no_index) out << "none";
  else out << n;
}

void write_text(std::ostream& out, const std::string& text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out << '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    out << "\\x" << hex[byte >> 4] << hex[byte & 15];
  }
  out << '"';
}

void write_words(std::ostream& out, const lexicon::VocabularyTables& tables) {
  out << "constexpr std::uint32_t none = ~std::uint32_t{0};\n\nconst match::WordTable::Node nodes[] = {";
  std::size_t n = 0;
  for (const auto& node : tables.words.nodes) {
    out << (n++ % per_line == 0 ? "\n" : "") << '{' << node.first_edge << ',' << node.edge_count << ',';
    write_number(out, node.id);
    out << "},";
  }
  out << "};\n\nconst match::WordTable::Edge edges[] = {";
  for (const auto& edge : tables.words.edges) {
    out << (n++ % per_line == 0 ? "\n" : "") << '{' << edge.key << ',' << edge.node << "},";
  }
  out << "};\n\nconst WordRole roles[] = {\n";
  for (const auto& role : tables.roles) {
    out << '{';
    write_number(out, role.name);
    out << ',' << role.weak << ',' << role.scoped << ',' << role.head << ',' << role.tail << ',' << role.trap << ',';
    write_number(out, role.cue);
    out << "},\n";
  }
  out << "};\n\nconst Image::Split splits[] = {\n";
  for (const auto& split : tables.splits) {
    out << '{';
    write_text(out, split.head);
    out << ',';
    write_text(out, split.tail);
    out << ',' << split.indicator << "},\n";
  }
  out << "};\n\n";
}

void write_data(std::ostream& out, const std::string& archive) {
  out << "const unsigned char data[] = {";
  for (std::size_t i = 0; i < archive.size(); ++i) {
    out << (i % (2 * per_line) == 0 ? "\n" : "") << static_cast<int>(static_cast<unsigned char>(archive[i])) << ',';
  }
  out << "};\n\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: lexicon_compiler OUTPUT.cpp\n", stderr), 2;
  auto data = lexicon::load_embedded();
  if (!data) return std::fprintf(stderr, "%s\n", data.error().message.c_str()), 1;
  const lexicon::VocabularyTables tables = lexicon::collect_vocabulary(*data);
  // The words stand in the tables; who needs their spellings reads the JSON.
  for (IndicatorEntry& entry : data->indicators) {
    for (auto* list : {&entry.names, &entry.weak_names, &entry.scoped_names, &entry.names_en, &entry.weak_names_en, &entry.traps}) {
      list->clear();
    }
    entry.splits.clear();
    entry.example.clear();
    entry.counter_example.clear();
  }
  data->words_in_image = true;

  std::ofstream out(argv[1], std::ios::binary);
  out << "// Written by the build from src/lexicon.\n#include \"lexicon/image.hpp\"\n\nnamespace zhibiao::lexicon {\nnamespace {\n\n";
  write_words(out, tables);
  write_data(out, lexicon::to_archive(*data));
  out << "}  // namespace\n\nconst Image& built_in_image() noexcept {\n  static const Image image{nodes, edges, roles, splits,\n"
         "      std::string_view(reinterpret_cast<const char*>(data), sizeof data)};\n  return image;\n}\n\n"
         "}  // namespace zhibiao::lexicon\n";
  out.close();
  return out ? 0 : 1;
}
