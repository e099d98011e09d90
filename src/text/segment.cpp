#include "text/segment.hpp"

#include <unicode/rbbi.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "text/breaks.hpp"
#include "text/utf8.hpp"

namespace zhibiao::text {
namespace {

// UTF-16: ICU's rules run twice as fast over it as over UTF-8 behind a UText.
std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size() / 2);
  for (std::size_t i = 0; i < utf8.size(); i += sequence_length(utf8[i])) {
    const char32_t c = character_at(utf8, i);
    if (c < 0x10000) {
      out.push_back(static_cast<char16_t>(c));
    } else {
      out.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
      out.push_back(static_cast<char16_t>(0xDC00 + (c & 0x3FF)));
    }
  }
  return out;
}

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

// Stops that end no sentence though a capital or a number follows: abbreviations, and the number of an item.
bool ends_in_abbreviation(std::string_view sentence) {
  if (sentence.back() != '.') return false;
  static constexpr std::array<std::string_view, 14> abbreviations = {
      "No.", "Nos.", "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "vs.", "e.g.", "i.e.", "approx.", "Art.", "Vol."};
  for (const std::string_view abbreviation : abbreviations) {
    if (!ends_with(sentence, abbreviation)) continue;
    const std::size_t start = sentence.size() - abbreviation.size();
    if (start == 0 || sentence[start - 1] == ' ' || sentence[start - 1] == '(') return true;
  }
  if (sentence.size() > 4) return false;
  return std::all_of(sentence.begin(), sentence.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_chinese_numeral(char32_t c) {
  constexpr std::u32string_view numerals = U"一二三四五六七八九十百零";
  return numerals.find(c) != std::u32string_view::npos;
}

// 一、 (一) 第一部分 1. 1、 open a heading.
bool has_heading_mark(std::string_view line) {
  std::size_t at = 0;
  const auto next = [&]() -> char32_t { return at < line.size() ? character_at(line, at) : 0; };
  const auto step = [&] { at += sequence_length(line[at]); };
  const char32_t opening = next();
  if (opening == '(' || opening == U'第') step();
  std::size_t chinese = 0, digits = 0;
  while (is_chinese_numeral(next())) step(), ++chinese;
  while (chinese == 0 && next() >= '0' && next() <= '9') step(), ++digits;
  if (chinese + digits == 0 || chinese + digits > 3) return false;
  const char32_t closing = next();
  if (opening == '(') return closing == ')';
  if (opening == U'第') return closing == U'部' || closing == U'章' || closing == U'节';
  return closing == U'、' || (digits > 0 && closing == '.');
}

constexpr std::size_t widest_heading = 80;  // forty Han characters
constexpr std::size_t widest_english_heading = 100;

bool is_heading(std::string_view line) {
  // Most paragraphs are long: no need to count them.
  if (line.size() > 3 * widest_heading) return false;
  std::size_t characters = 0, beyond_ascii = 0, wide = 0;
  for (const char c : line) {
    characters += is_continuation(c) ? 0 : 1;
    beyond_ascii += static_cast<unsigned char>(c) >= 0xC0 ? 1 : 0;
    wide += static_cast<unsigned char>(c) >= 0xE0 ? 1 : 0;
  }
  if (characters + beyond_ascii > (wide == 0 ? widest_english_heading : widest_heading)) return false;
  if (has_heading_mark(line)) return true;
  // Items of a list and forms of address end so; values in percent stand in items, not in headings.
  constexpr std::u32string_view ends = U"。！？!?;,:、.…；";
  std::size_t last = line.size() - 1;
  while (is_continuation(line[last])) --last;
  if (ends.find(character_at(line, last)) != std::u32string_view::npos) return false;
  return line.find('%') == std::string_view::npos && line.find('|') == std::string_view::npos;
}

bool is_outer_blank(char c) { return c == ' ' || c == '\n' || c == '\t'; }

// Puts segments together to sentences and paragraphs.
class Collector {
 public:
  Collector(std::string_view normalized, Segmentation& out) : text_(normalized), out_(out) { out_.sentences.clear(); }

  void add(std::size_t begin, std::size_t end) {
    std::size_t from = begin, to = end;
    while (from < to && is_outer_blank(text_[from])) ++from;
    while (to > from && is_outer_blank(text_[to - 1])) --to;
    if (from < to) {
      if (open_ && !out_.sentences.empty()) {
        out_.sentences.back().end = static_cast<std::uint32_t>(to);
      } else {
        out_.sentences.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to), paragraph_, false});
      }
      open_ = ends_in_abbreviation(text_.substr(from, to - from));
    }
    if (text_[end - 1] == '\n') {
      open_ = false;
      end_paragraph();
    }
  }

  void finish() { end_paragraph(); }

 private:
  void end_paragraph() {
    std::vector<Sentence>& sentences = out_.sentences;
    if (sentences.size() == paragraph_start_) return;
    if (sentences.size() == paragraph_start_ + 1) {
      Sentence& only = sentences.back();
      only.heading = is_heading(text_.substr(only.begin, only.end - only.begin));
    }
    paragraph_start_ = sentences.size();
    ++paragraph_;
  }

  std::string_view text_;
  Segmentation& out_;
  std::uint32_t paragraph_ = 0;
  std::size_t paragraph_start_ = 0;  // index of the first sentence of the paragraph
  bool open_ = false;                // the last sentence ended in an abbreviation and goes on
};

using Iterator = icu::RuleBasedBreakIterator;

Result<std::unique_ptr<Iterator>> compile(std::string_view rules) {
  UParseError where{};
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(rules.data(), static_cast<int32_t>(rules.size())));
  auto iterator = std::make_unique<Iterator>(source, where, status);
  if (U_SUCCESS(status)) return iterator;
  return Error{ErrorCode::broken_lexicon, "segment.rules:" + std::to_string(where.line) + ":" +
                                              std::to_string(where.offset) + ": " + u_errorName(status)};
}

}  // namespace

struct Segmenter::Impl {
  std::string rules;
  bool built_in = false;
  mutable std::once_flag compiled;
  mutable std::unique_ptr<Iterator> iterator;  // built-in rules are compiled when they are first asked for
};

Result<Segmenter> Segmenter::create(std::string_view rules) {
  auto impl = std::make_shared<Impl>();
  impl->rules = rules;
  impl->built_in = follows(rules);
  if (!impl->built_in) {
    auto iterator = compile(rules);
    if (!iterator) return iterator.error();
    impl->iterator = *std::move(iterator);
  }
  Segmenter segmenter;
  segmenter.impl_ = std::move(impl);
  return segmenter;
}

void Segmenter::segment(std::string_view normalized, Segmentation& out) const {
  if (!impl_->built_in) {
    out = segment_by_rules(normalized);
    return;
  }
  Collector collector(normalized, out);
  Breaks breaks(normalized);
  for (std::size_t from = 0; from < normalized.size();) {
    const std::size_t to = breaks.next();
    collector.add(from, to);
    from = to;
  }
  collector.finish();
}

Segmentation Segmenter::segment(std::string_view normalized) const {
  Segmentation out;
  segment(normalized, out);
  return out;
}

Segmentation Segmenter::segment_by_rules(std::string_view normalized) const {
  if (normalized.empty()) return {};
  std::call_once(impl_->compiled, [&] {
    if (impl_->iterator != nullptr) return;
    if (auto iterator = compile(impl_->rules)) impl_->iterator = *std::move(iterator);
  });
  const std::u16string units = to_utf16(normalized);
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUChars(&source, units.data(), static_cast<std::int64_t>(units.size()), &status);
  const std::unique_ptr<Iterator> breaks(impl_->iterator == nullptr ? nullptr : impl_->iterator->clone());
  if (U_FAILURE(status) || breaks == nullptr) return {};
  breaks->setText(&source, status);

  Segmentation out;
  Collector collector(normalized, out);
  std::size_t byte = 0, unit = 0;  // the same place in both forms
  breaks->first();
  for (std::int32_t next = breaks->next(); next != icu::BreakIterator::DONE; next = breaks->next()) {
    const std::size_t begin = byte;
    while (unit < static_cast<std::size_t>(next)) {
      const std::size_t length = sequence_length(normalized[byte]);
      byte += length;
      unit += length == 4 ? 2 : 1;
    }
    collector.add(begin, byte);
  }
  utext_close(&source);
  collector.finish();
  return out;
}

}  // namespace zhibiao::text
