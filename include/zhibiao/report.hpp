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
  std::int64_t coefficient = 0;
  int exponent = 0;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

ZHIBIAO_API std::string to_string(const Decimal& number);  // plain notation, never an exponent: "31550000000"
ZHIBIAO_API double to_double(const Decimal& number) noexcept;

struct Span {
  std::size_t begin = 0, end = 0;

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

enum class Status {
  actual,    // reported as a result
  estimate,  // about a past or closing period, but marked 预计 or the like
  target,    // a goal or a plan for a time still ahead when the text was given
};

// How firmly a target is set; from the words 力争 (strive) and 确保 (ensure).
enum class Commitment { expected, strive, ensure };

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
  Bound bound = Bound::exact;
  std::optional<Decimal> lower, upper;  // in base units, signed; a decline is negative
  std::string unit;                     // base unit: "percent", "percentage_point", "CNY", "person", ...
  std::string text;                     // the value words as printed, with their bound words

  friend bool operator==(const Value&, const Value&) = default;
};

// The time a value speaks of, as text: "2025", "2025-Q1", "2025-S1" (half year), "2025-03",
// or an interval of years "2017/2021", both ends included. Years lie in 1900..2100.
struct Period {
  int first_year = 0;
  int last_year = 0;   // == first_year unless an interval
  int quarter = 0;     // 1..4, or 0
  int half = 0;        // 1..2, or 0
  int month = 0;       // 1..12, or 0

  bool is_interval() const noexcept { return last_year != first_year; }
  friend bool operator==(const Period&, const Period&) = default;
};

ZHIBIAO_API std::string to_string(const Period& period);
ZHIBIAO_API std::optional<Period> parse_period(std::string_view text);

// Where it was read: bytes[span] == text, always.
struct Evidence {
  Span span;
  std::string text;     // the shortest stretch that holds the indicator words and the value words
  std::string mention;  // the indicator's own words
  std::string section;  // the heading above it, empty where there is none

  friend bool operator==(const Evidence&, const Evidence&) = default;
};

struct Observation {
  std::string indicator;                 // stable lexicon id, "gdp"
  bool extension = false;                // true for ids of the project or of a user's lexicon beyond the canonical list
  std::string label_zh, label_en;        // official names of the indicator
  Measure measure = Measure::level;
  Status status = Status::actual;
  std::optional<Commitment> commitment;  // set for targets only
  Value value;
  std::optional<Period> period;          // empty where the text does not settle the year
  std::optional<Period> base_period;     // what a ratio, change or growth over years is measured from
  std::optional<std::string> scope;      // the restricting words; empty: the report's own region as a whole
  Evidence evidence;
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

struct RelativeTarget {
  std::string indicator;
  Relation relation = Relation::in_step;
  // "gdp", "national_average", "provincial_average", "urban_income", "last_year" or "other:" and the words
  std::optional<std::string> reference;
  std::optional<Period> period;
  Commitment commitment = Commitment::expected;
  Evidence evidence;

  friend bool operator==(const RelativeTarget&, const RelativeTarget&) = default;
};

// A clause that names an indicator and holds a number, and was left out: why.
struct Note {
  std::string reason;  // "share", "rank", "yardstick", "completion_rate", "count_mismatch", ... (src/extract/README.md)
  Span span;

  friend bool operator==(const Note&, const Note&) = default;
};

// Where the text came from. The library fills encoding, bytes and offsets; path and id are the caller's.
struct Source {
  std::optional<std::string> path;
  std::optional<std::string> id;
  std::string encoding = "UTF-8";
  std::size_t bytes = 0;         // size of the input as given
  std::string offsets = "file";  // "file": spans point into the bytes as given; "text": into the decoded UTF-8 text

  friend bool operator==(const Source&, const Source&) = default;
};

struct DocumentInfo {
  std::optional<std::string> title;
  std::optional<std::string> region;  // official name of the region whose government reports; 全国 for the nation
  std::optional<std::string> date;    // the day of the speech, ISO 8601 "YYYY-MM-DD"
  std::optional<int> review_year, plan_year;
  std::string language = "zh-Hans";   // BCP 47: zh-Hans, zh-Hant, en

  friend bool operator==(const DocumentInfo&, const DocumentInfo&) = default;
};

struct Generator {
  std::string name = "zhibiao";
  std::string version;
  std::string lexicon;  // version of the lexicon that read the text

  friend bool operator==(const Generator&, const Generator&) = default;
};

struct Report {
  Generator generator;
  Source source;
  DocumentInfo document;
  std::vector<Observation> observations;         // in text order
  std::vector<RelativeTarget> relative_targets;  // in text order
  std::vector<Note> notes;                       // in text order

  friend bool operator==(const Report&, const Report&) = default;
};

// A number with its unit and bound, whatever it belongs to (see Extractor::quantities).
struct Quantity {
  Span span;
  std::string text;
  Bound bound = Bound::exact;
  std::optional<Decimal> lower, upper;
  std::optional<std::string> unit;  // empty for a bare number
};

// The names used in JSON: "growth_rate", "at_least", ...; the parsers give nothing for an unknown name.
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

}  // namespace zhibiao
