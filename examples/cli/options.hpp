// The command line, as a struct. One table of flags (description.hpp) feeds the parser and all pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "cli/description.hpp"
#include "cli/reading.hpp"
#include "cli/words.hpp"
#include "zhibiao/result.hpp"

namespace cli {

enum class Format { automatic, table, json, jsonl, csv, sdmx_csv, html };  // automatic: table on a terminal, json otherwise

enum class Colour { automatic, always, never };  // automatic: on a terminal, unless NO_COLOR is set

enum class Talk { quiet, usual, verbose };  // what is said on standard error

enum class Task { extract, quantities, evaluate, dump_text, explain, list_indicators, version, help };

struct Options : ReadingOptions {
  Task task = Task::extract;
  Format format = Format::automatic;
  bool json_lines = false;  // inputs are lines {"id", "text"}
  bool resume = false;      // go on where the output file stops
  Colour colour = Colour::automatic;
  std::optional<Language> language;  // of words for people; none: the locale's, of the report, of the browser
  Talk talk = Talk::usual;
  std::string topic;  // of --help
  std::string corrections;          // the reviewed file; empty: none
  bool strict_corrections = false;  // one that does not apply is a failure
  std::string gold, texts;          // folders of --evaluate; no texts: they stand beside the gold
};

// A misuse comes back as an Error whose message is fit for people; its code says nothing.
zhibiao::Result<Options> parse_options(int argc, char** argv);

// The page of a topic of --help; empty: the first one.
std::string help_text(std::string_view topic);

}  // namespace cli
