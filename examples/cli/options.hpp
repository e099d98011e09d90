// The command line, as a struct. One table of flags (description.hpp) feeds the parser and all pages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/description.hpp"
#include "cli/inputs.hpp"
#include "cli/words.hpp"
#include "zhibiao/result.hpp"

namespace cli {

enum class Format { automatic, table, json, jsonl, csv, sdmx_csv, html };  // automatic: table on a terminal, json otherwise

enum class Colour { automatic, always, never };  // automatic: on a terminal, unless NO_COLOR is set

enum class Talk { quiet, usual, verbose };  // what is said on standard error

enum class Task { extract, quantities, evaluate, dump_text, explain, list_indicators, version, help };

struct Options : CommandOptions {
  Task task = Task::extract;
  Format format = Format::automatic;
  bool json_lines = false;  // inputs are lines {"id", "text"}
  unsigned jobs = 1;
  std::size_t max_bytes = default_max_bytes;  // of one input
  bool resume = false;                        // go on where the output file stops
  Colour colour = Colour::automatic;
  std::optional<Language> language;  // of words for people; none: the locale's, of the report, of the browser
  Talk talk = Talk::usual;
  std::string topic;  // of --help
  std::vector<std::string> lexicons;  // extend the built-in one, in this order
  std::string corrections;            // the reviewed file; empty: none
  bool strict_corrections = false;    // one that does not apply is a failure
  std::string gold, texts;            // folders of --evaluate; no texts: they stand beside the gold
};

// The values of --jobs (1 to 256) and --max-bytes (4096, 64K, 512M, 1G); false where it is none.
bool read_jobs(std::string_view value, unsigned& jobs);
bool read_bytes(std::string_view value, std::size_t& bytes);

// A misuse comes back as an Error whose message is fit for people; its code says nothing.
zhibiao::Result<Options> parse_options(int argc, char** argv);

// The page of a topic of --help; empty: the first one.
std::string help_text(std::string_view topic);

}  // namespace cli
