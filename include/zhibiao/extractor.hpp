// Economic indicators from Chinese government work reports. Start here.
//
//   auto extractor = zhibiao::Extractor::create();            // the built-in lexicon
//   if (!extractor) return complain(extractor.error());
//   auto report = extractor->extract(text);                   // UTF-8 bytes in, values out
//   if (!report) return complain(report.error());
//   for (const zhibiao::Observation& seen : report->observations) use(seen);
//
// A clause that sets growth at about five percent gives indicator "gdp", measure growth_rate,
// status target, value 5..5 "percent", bound about, and the bytes where it was read.
//
// Threads   An Extractor never changes once created; any number of threads may share it.
// Lifetime  A Report owns what it holds and outlives both the text and the Extractor.
// Offsets   Bytes into the text you passed, half open, always on a character border.
// Errors    Unusable input comes back as Error; a text without indicators is no error.
// Limits    max_input_bytes, max_records; a web page 64 MiB and 1024 elements deep; numbers that need more than 15 significant digits become notes.
//           What the text does not settle becomes a Note, not a guess.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "zhibiao/lexicon.hpp"
#include "zhibiao/report.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao {

// The text of an input as UTF-8, and how it was found.
struct Text {
  std::string utf8;         // well-formed
  Source source;            // encoding, bytes and offsets are set
  std::vector<Note> notes;  // "encoding_unsure" where another encoding could have been meant; a report repeats them
};

// Bytes of a file to UTF-8 text: UTF-8 (a byte order mark is kept and counted, so that offsets are the file's),
// UTF-16 with or without mark, GB18030 (GBK, GB 2312), Big5. Bytes that are UTF-8 but for a few are an error that names
// the first bad byte; they are never reinterpreted. Of a web page the text that people read is taken out, table rows as sentences.
ZHIBIAO_API Result<Text> decode(std::string_view bytes);

// Reads texts. Cheap to copy: copies share one compiled model.
class ZHIBIAO_API Extractor {
 public:
  // Of one text.
  static constexpr std::size_t max_input_bytes = std::size_t{1} << 30;
  // Of one text; a report has hundreds. What stands behind is one note, "too_many_records".
  static constexpr std::size_t max_records = 100'000;

  static Result<Extractor> create();                        // the built-in lexicon
  static Result<Extractor> create(const Lexicon& lexicon);  // your own

  // All that one text says; refused where it is no UTF-8 or longer than max_input_bytes.
  Result<Report> extract(std::string_view utf8) const;
  Result<Report> extract(const Text& text) const;  // the same, with the source fields of `text`

  // Every number of the text with its unit and bound; calendar years, dates and ordinals are none.
  Result<std::vector<Quantity>> quantities(std::string_view utf8) const;

  // Every stage for one text, for people: outline, sentences, spans, items, frame, records, notes.
  std::string explain(std::string_view utf8) const;

 private:
  struct Impl;
  explicit Extractor(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
  std::shared_ptr<const Impl> impl_;
};

// Version of the library, "1.0.0", and of the libraries it stands on ("ICU 72.1, RE2 ...").
ZHIBIAO_API std::string_view version() noexcept;
ZHIBIAO_API std::string dependency_versions();  // a line each

}  // namespace zhibiao
