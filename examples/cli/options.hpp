// The command line, as a struct. One table of flags feeds the parser and --help.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/inputs.hpp"
#include "zhibiao/result.hpp"

namespace cli {

enum class Format { automatic, table, json, jsonl, csv };  // automatic: table on a terminal, json otherwise

enum class Task { extract, quantities, evaluate, dump_text, explain, list_indicators, version, help };

struct Options {
  Task task = Task::extract;
  Format format = Format::automatic;
  bool json_lines = false;  // inputs are lines {"id", "text"}
  unsigned jobs = 1;
  std::size_t max_bytes = default_max_bytes;  // of one input
  bool resume = false;                        // go on where the output file stops
  std::string output;                 // empty: standard output
  std::vector<std::string> lexicons;  // extend the built-in one, in this order
  std::string corrections;            // the reviewed file; empty: none
  bool strict_corrections = false;    // one that does not apply is a failure
  std::string gold, texts;            // folders of --evaluate; no texts: they stand beside the gold
  std::vector<std::string> operands;  // files, folders, "-"
};

// The values of --jobs (1 to 256) and --max-bytes (4096, 64K, 512M, 1G); false where it is none.
bool read_jobs(std::string_view value, unsigned& jobs);
bool read_bytes(std::string_view value, std::size_t& bytes);

// A misuse comes back as an Error whose message is fit for people; its code says nothing.
zhibiao::Result<Options> parse_options(int argc, char** argv);

std::string help_text();

}  // namespace cli
