// The lexicon as plain data, as load.cpp fills it from the JSON files of this folder.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibiao/lexicon.hpp"

namespace zhibiao {

// What kind of number an indicator's level is; decides which values a name may take.
enum class Nature {
  amount,  // a flow or size in money, tonnes, kilowatts, ...: takes growth in percent
  count,   // a count of things or people; the same
  rate,    // a rate or share in percent: its growth is a change in percentage points
  index,   // a price index: only growth is stated
};

struct IndicatorEntry {
  std::string id, label_zh, label_en, group;
  Nature nature = Nature::amount;
  std::vector<std::string> units;       // base units its level may have, the usual one first
  bool headline = false;
  bool extension = false;
  bool added = false;  // by a lexicon at run time
  std::vector<std::string> names;       // Chinese names, simplified, normalized
  std::vector<std::string> weak_names;  // names that need a fitting unit or growth word to count
  std::vector<std::string> scoped_names;  // names of a part or a near thing (化学需氧量排放量): the name is the scope
  std::vector<std::string> names_en;    // English names, lower case
  std::vector<std::string> weak_names_en;  // English names that need a fitting unit or growth word to count
  std::vector<std::string> traps;       // strings that are no mention of this indicator
  std::vector<std::pair<std::string, std::string>> splits;  // head and tail of a name that a verb may part
  std::vector<std::string> expands_to;  // coordinated mention: the ids, in the order of their values
  std::string flow;                     // the id that takes 新增/净增 counts of this stock, or empty
  std::string direction;                // "down" where a plain 下降 target is meant, else empty
  std::string example;                  // an invented statement that must give this indicator
  std::string counter_example;          // one with its words, or nearly, that must not

  bool has_unit(std::string_view unit) const { return std::find(units.begin(), units.end(), unit) != units.end(); }
};

struct UnitEntry {
  std::string id;                   // base unit: "CNY"
  std::vector<std::pair<std::string, std::string>> words;  // spelling and scale as decimal text: {"斤", "0.0005"}
};

// A class of cue words; the letter is what the statement patterns see.
struct CueEntry {
  std::string id;                   // "growth", "decline", "respectively", ...
  char letter = 0;
  std::vector<std::string> words;
  std::string pattern;              // RE2 over the text, for cues that are no fixed words (times)
  std::string value;                // what the words say, where the class needs it ("strive", "down", "2017/2021", ...)
};

// One row of the table of statement patterns (statements.json).
struct StatementEntry {
  std::string id;
  std::string pattern;              // RE2 over the letters of a sentence, macros expanded
  std::string reading;              // how groups become records: "one", "each", "pairs", "refuse", "relative"
  std::string note;                 // reason given when the row refuses
  std::map<std::string, std::string, std::less<>> attributes;
};

struct OutlineEntry {
  std::string id;                   // "review-heading", ...
  std::string pattern;              // RE2 over the normalized text of a heading or sentence start
  std::string zone;                 // "review", "plan", "review-years", "plan-years", "by-year", "annex"
  std::string at;                   // "heading": a heading or behind a heading mark; "start" of a sentence; "anywhere"
};

struct RegionEntry {
  std::string name;                 // official name: 内蒙古自治区
  std::vector<std::string> short_names;  // 内蒙古, 内蒙
};

struct LexiconData {
  std::string version;
  std::vector<IndicatorEntry> indicators;
  std::vector<UnitEntry> units;
  std::vector<CueEntry> cues;
  std::vector<StatementEntry> statements;
  std::vector<OutlineEntry> outline;
  std::string heading_mark;         // RE2: the numbering in front of a heading, 一、 (二) 3.
  std::map<std::string, std::vector<std::string>> word_lists;  // short lists that stages name: "own_region", "noun_tails", ...
  std::vector<RegionEntry> regions;
  std::string segment_rules;
  bool in_image = false;            // the model of it stands in the image (lexicon/image.hpp); names, words of units and cues, and patterns there alone
};

}  // namespace zhibiao
