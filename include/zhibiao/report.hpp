// What zhibiao says about one text: plain data with defaults, owned strings, no pointers back.
//
// The terms are those of official statistics (SDMX where it has a word): an *observation* is one
// statement of one value of one *indicator*; *measure* says what the number means of it; *period* is
// the time the value speaks of; *unit* is a base unit (currencies by ISO 4217).
//
// Threads   Reports are values: copy, move and read them like any struct.
// Offsets   Bytes, half open [begin, end), always on a character border; see Source::offsets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/api.h"

namespace zhibiao {

// coefficient * 10^exponent, kept without trailing zeros: 7.65 is {765, -2}, 1.3万亿 is {13, 11},
// zero is {0, 0}. At most 15 significant digits, so that every JSON reader that uses doubles agrees.
struct Decimal {
  std::int64_t coefficient = 0;  // signed, |coefficient| < 10^15, no multiple of ten but 0
  int exponent = 0;              // of ten

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

ZHIBIAO_API std::string to_string(const Decimal& number);  // plain notation, never an exponent: "31550000000"
ZHIBIAO_API double to_double(const Decimal& number) noexcept;  // the nearest double

// A stretch of a text in bytes, half open; see the head of this file.
struct Span {
  std::size_t begin = 0;  // the first byte
  std::size_t end = 0;    // the one behind the last

  friend bool operator==(const Span&, const Span&) = default;
};

// What the number says of the indicator.
enum class Measure {
  level,                // its size: an amount, a count, a rate, a share
  growth_rate,          // percent change on the year before, or on base_period where there is one
  average_growth_rate,  // percent a year over an interval (年均增长)
  change,               // a difference in the indicator's own unit or in percentage points
  ratio,                // a multiple of a base (是2016年的5.2倍, 翻一番)
};

// Goal or fact.
enum class Status {
  actual,    // reported as a result
  estimate,  // about a past or closing period, but marked 预计 or the like
  target,    // a goal or a plan for a time still ahead when the text was given
};

// How firmly a target is set; from the words 力争 (strive) and 确保 (ensure).
enum class Commitment {
  expected,  // without such a word
  strive,    // 力争, 努力
  ensure,    // 确保
};

// What the bound word makes of the number.
enum class Bound {
  exact,      // lower == upper
  about,      // lower == upper, the number as printed (左右, 约, 近)
  at_least,   // upper open (以上, 不低于)
  more_than,  // upper open (超过, 突破, 余)
  at_most,    // lower open (以内, 不超过)
  less_than,  // lower open (低于, 不足)
  between,    // lower < upper (5%-6%)
};

// An interval with the word that made it: 7%以上 is at_least, lower 7, upper open.
struct Value {
  Bound bound = Bound::exact;           // from the bound word
  std::optional<Decimal> lower;         // in base units, signed; a decline is negative
  std::optional<Decimal> upper;         // the same; empty where the interval is open there
  std::string unit;                     // base unit: "percent", "percentage_point", "CNY", "person", ...
  std::string text;                     // the value words as printed, with their bound words

  friend bool operator==(const Value&, const Value&) = default;
};

// The time a value speaks of, as text: "2025", "2025-Q1", "2025-S1" (half year), "2025-03",
// an interval of years "2017/2021" or of months of one year "2024-01/2024-11", both ends included (ISO 8601).
// Years lie in 1900..2100.
struct Period {
  int first_year = 0;  // 1900..2100
  int last_year = 0;   // == first_year unless an interval
  int quarter = 0;     // 1..4, or 0
  int half = 0;        // 1..2, or 0
  int month = 0;       // 1..12, or 0
  int first_month = 0; // 1..month-1 where it is the months from this one to `month` (1—11月, 前三季度), or 0

  // More than one year.
  bool is_interval() const noexcept { return last_year != first_year; }
  friend bool operator==(const Period&, const Period&) = default;
};

ZHIBIAO_API std::string to_string(const Period& period);                // the text form above
ZHIBIAO_API std::optional<Period> parse_period(std::string_view text);  // and back; nothing for a text that is none

// Where it was read: bytes[span] == text, always.
struct Evidence {
  Span span;            // of `text`
  std::string text;     // the shortest stretch that holds the indicator words and the value words
  std::string mention;  // the indicator's own words
  std::string section;  // the heading above it, empty where there is none

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// One statement of one value of one indicator.
struct Observation {
  std::string indicator;                 // stable lexicon id, "gdp"
  bool extension = false;                // true for ids of the project or of a user's lexicon beyond the canonical list
  std::string label_zh;                  // official name of the indicator
  std::string label_en;                  // the same in English
  Measure measure = Measure::level;      // what the number says of it
  Status status = Status::actual;        // goal or fact
  std::optional<Commitment> commitment;  // set for targets only
  Value value;                           // the interval
  std::optional<Period> period;          // empty where the text does not settle the year
  std::optional<Period> base_period;     // what a ratio, change or growth over years is measured from
  std::optional<std::string> scope;      // the restricting words; empty: the report's own region as a whole
  Evidence evidence;                     // where it was read
  std::string rule;                      // the row of the statement table that spoke

  friend bool operator==(const Observation&, const Observation&) = default;
};

// A goal without a number that ties an indicator to something else (居民收入与经济增长同步).
enum class Relation {
  in_step,   // 同步, 持平
  above,     // 高于, 快于
  at_least,  // 不低于
  below,     // 低于
  stretch,   // a wish to do better than the stated goal (力争更好结果); no reference
};

// One such goal.
struct RelativeTarget {
  std::string indicator;                  // stable lexicon id
  Relation relation = Relation::in_step;  // how it is to stand to the reference
  // "gdp", "national_average", "provincial_average", "urban_income", "last_year" or "other:" and the words
  std::optional<std::string> reference;
  std::optional<Period> period;                   // as of an Observation
  Commitment commitment = Commitment::expected;  // as of an Observation
  Evidence evidence;                              // where it was read

  friend bool operator==(const RelativeTarget&, const RelativeTarget&) = default;
};

// A clause that names an indicator and holds a number, and was left out: why.
struct Note {
  std::string reason;  // "share", "rank", "yardstick", "completion_rate", "count_mismatch", ... (src/extract/README.md)
  Span span;           // of the clause

  friend bool operator==(const Note&, const Note&) = default;
};

// Where the text came from. The library fills encoding, bytes and offsets; path and id are the caller's.
struct Source {
  std::optional<std::string> path;  // the file as it was named
  std::optional<std::string> id;    // of a line of JSON
  std::string encoding = "UTF-8";   // IANA name of what the bytes were
  std::size_t bytes = 0;         // size of the input as given
  std::string offsets = "file";  // "file": spans point into the bytes as given; "text": into the decoded UTF-8 text

  friend bool operator==(const Source&, const Source&) = default;
};

// What the text says of itself; empty where it does not settle it.
struct DocumentInfo {
  std::optional<std::string> title;   // as printed
  std::optional<std::string> region;  // official name of the region whose government reports; 全国 for the nation
  std::optional<std::string> date;    // the day of the speech, ISO 8601 "YYYY-MM-DD"
  std::optional<int> review_year;     // the year looked back on
  std::optional<int> plan_year;       // the year planned
  std::string language = "zh-Hans";   // BCP 47: zh-Hans, zh-Hant, en
  // Of `region` in the year of the speech, GB/T 2260; "000000" for the nation. Empty where the text does not settle
  // which region it is, or no table has it (zhibiao/region.hpp).
  std::optional<std::string> region_code;
  std::optional<std::string> region_superior;  // official names of what the code says it belongs to: 江苏省南京市

  friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

// What made the report.
struct Generator {
  std::string name = "zhibiao";  // always
  std::string version;           // of the library, see version()
  std::string lexicon;           // version of the lexicon that read the text

  friend bool operator==(const Generator&, const Generator&) = default;
};

// All that was read in one text.
struct Report {
  Generator generator;                           // what made it
  Source source;                                 // where the text came from
  DocumentInfo document;                         // what the text says of itself
  std::vector<Observation> observations;         // in text order
  std::vector<RelativeTarget> relative_targets;  // in text order
  std::vector<Note> notes;                       // in text order

  friend bool operator==(const Report&, const Report&) = default;
};

// A number with its unit and bound, whatever it belongs to (see Extractor::quantities).
struct Quantity {
  Span span;                            // of `text`
  std::string text;                     // number, unit and bound words as printed
  Bound bound = Bound::exact;           // from the bound word
  std::optional<Decimal> lower;         // in base units
  std::optional<Decimal> upper;         // in base units
  std::optional<std::string> unit;      // base unit; empty for a bare number
};

// The names used in JSON: "growth_rate", "at_least", ...; the parsers give nothing for an unknown name.
// @{
ZHIBIAO_API std::string_view to_string(Measure) noexcept;
ZHIBIAO_API std::string_view to_string(Status) noexcept;
ZHIBIAO_API std::string_view to_string(Commitment) noexcept;
ZHIBIAO_API std::string_view to_string(Bound) noexcept;
ZHIBIAO_API std::string_view to_string(Relation) noexcept;
ZHIBIAO_API std::optional<Measure> parse_measure(std::string_view) noexcept;
ZHIBIAO_API std::optional<Status> parse_status(std::string_view) noexcept;
ZHIBIAO_API std::optional<Commitment> parse_commitment(std::string_view) noexcept;
ZHIBIAO_API std::optional<Bound> parse_bound(std::string_view) noexcept;
ZHIBIAO_API std::optional<Relation> parse_relation(std::string_view) noexcept;
// @}

}  // namespace zhibiao
