// Tries the cases of a lexicon file: every indicator's example must give it, its counter-example must not.
//
//   auto check = zhibiao::check_lexicon(*built_in, json_text, "mine.json");
//   if (!check) return complain(check.error());             // "mine.json:41: indicator x: unknown unit 'foo'"
//   for (const zhibiao::LexiconCase& one : check->cases)
//     if (one.outcome == zhibiao::LexiconCase::Outcome::wrong) show(one.indicator, one.report);
//
// The cases of the indicators that were there before are tried as well, before and after: a new name may hide an older one.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/api.h"
#include "zhibiao/lexicon.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao {

// One case and what came of it.
struct LexiconCase {
  // How it ended.
  enum class Outcome {
    right,    // as it should
    wrong,    // an example without its indicator, a counter-example with it
    missing,  // the entry has no such case
  };

  std::string indicator;   // whose case it is
  bool counter = false;    // a counter-example
  std::size_t line = 0;    // in the file: of the case, or of the entry that lacks it; 0: an entry of the lexicon before
  std::string statement;   // the text of the case
  Outcome outcome = Outcome::missing;  // how it ended
  Report report;           // what was read, each record with its rule, and the notes with their reasons
};

// All cases of a file.
struct LexiconCheck {
  Lexicon lexicon;                      // with the file added
  std::vector<LexiconCase> cases;       // of the file, in its order
  std::vector<LexiconCase> broken;      // of the lexicon before: right without the file, wrong with it
  std::size_t tried_before = 0;         // how many cases of the lexicon before were tried
};

// A broken file is an Error with file, line and reason, as Lexicon::extended gives it.
ZHIBIAO_API Result<LexiconCheck> check_lexicon(const Lexicon& base, std::string_view json, std::string_view file_name);

}  // namespace zhibiao
