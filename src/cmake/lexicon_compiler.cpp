// Build tool: reads the lexicon and writes its image as C++.   lexicon_compiler OUTPUT.cpp
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <fstream>

#include "extract/model.hpp"
#include "lexicon/archive.hpp"
#include "lexicon/image.hpp"
#include "lexicon/load.hpp"

namespace {

using namespace zhibiao;

int refuse(const Error& error) { return std::fprintf(stderr, "%s\n", error.message.c_str()), 1; }

// What stands in the tables; who needs it as it is written reads the JSON.
void leave_out_compiled(LexiconData& data) {
  for (IndicatorEntry& entry : data.indicators) {
    for (auto* list : {&entry.names, &entry.weak_names, &entry.scoped_names, &entry.names_en, &entry.weak_names_en, &entry.traps}) {
      list->clear();
    }
    entry.splits.clear();
    entry.example.clear();
    entry.counter_example.clear();
  }
  for (UnitEntry& entry : data.units) entry.words.clear();
  for (CueEntry& entry : data.cues) {
    entry.words.clear();
    entry.pattern.clear();
  }
  for (StatementEntry& entry : data.statements) entry.pattern.clear();
  for (OutlineEntry& entry : data.outline) entry.pattern.clear();
  data.heading_mark.clear();
}

// As numbers of eight bytes, so that it stands at such borders.
void write_image(std::ostream& out, const std::string& image) {
  constexpr std::size_t per_line = 8;
  out << "// Written by the build from src/lexicon.\n#include <cstdint>\n\n#include \"lexicon/image.hpp\"\n\n"
         "namespace zhibiao::lexicon {\nnamespace {\n\nconstexpr std::uint64_t image[] = {" << std::hex;
  for (std::size_t at = 0; at < image.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, image.data() + at, std::min(sizeof word, image.size() - at));
    out << (at % (per_line * sizeof word) == 0 ? "\n" : "") << "0x" << word << ',';
  }
  out << "};\n\n}  // namespace\n\nstd::string_view built_in_image() noexcept {\n"
         "  return {reinterpret_cast<const char*>(image), sizeof image};\n}\n\n}  // namespace zhibiao::lexicon\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: lexicon_compiler OUTPUT.cpp\n", stderr), 2;
  auto data = lexicon::load_embedded();
  if (!data) return refuse(data.error());
  const auto tables = extract::Tables::compile(*data);
  if (!tables) return refuse(tables.error());
  leave_out_compiled(*data);
  data->in_image = true;
  std::ofstream out(argv[1], std::ios::binary);
  write_image(out, lexicon::seal({lexicon::to_archive(*data), tables->to_archive()}));
  out.close();
  return out ? 0 : 1;
}
