// Numbers: readings are places in order, decimals are exact and read back, whole numbers in characters are read as written.
#include "fuzz.hpp"
#include "value/decimal.hpp"
#include "value/english_numeral.hpp"
#include "value/numeral.hpp"
#include "value/quantity.hpp"

using namespace zhibiao;
using namespace zhibiao::fuzz;

namespace {

const value::QuantityReader& reader() {
  static const Lexicon lexicon = need(Lexicon::built_in());
  static const auto made = value::QuantityReader::create(lexicon.data());
  return need(made);
}

void check_decimal(const Decimal& number) {
  const std::string text = to_string(number);
  const auto back = value::parse_decimal(text);
  require(back && *back == number, "a decimal that does not read back: " + text);
}

void check_readings(std::string_view text, std::size_t begin, std::size_t end, bool english) {
  std::size_t last = begin;
  for (const value::Reading& r : reader().read(text, begin, end, english)) {
    require(is_place(text, r.begin, r.end) && r.end <= end, "a reading is no place in the text");
    require(r.begin >= last, "readings overlap");
    last = r.end;
    require(r.begin <= r.number_begin && r.number_begin < r.number_end && r.number_end <= r.end, "the number is not in the reading");
    require(is_place(text, r.number_begin, r.number_end), "the number is no place in the text");
    require(r.unit_begin <= r.unit_end && r.unit_end <= r.end, "the unit is not in the reading");
    require(r.unit_begin == r.unit_end || (r.unit_begin >= r.begin && is_place(text, r.unit_begin, r.unit_end)), "the unit is no place");
    if (r.inexact) require(r.lower == Decimal{} && r.upper == Decimal{}, "a rounded number");
    if (!r.range) require(r.lower == r.upper, "two ends, and no range");
    check_decimal(r.lower);
    check_decimal(r.upper);
  }
}

void check_numerals(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); i += text::sequence_length(text[i])) {
    const std::string_view rest = text.substr(i);
    if (const auto numeral = value::read_numeral(rest)) {
      require(is_place(rest, 0, numeral->length), "a numeral is no place in the text");
      check_decimal(numeral->number);
      if (numeral->upper) check_decimal(*numeral->upper);
    }
    if (const auto numeral = value::read_english_numeral(rest)) {
      require(is_place(rest, 0, numeral->length), "an English numeral is no place in the text");
      check_decimal(numeral->number);
    }
  }
}

void check_written(std::string_view input) {
  std::int64_t number = 0;
  for (const char c : input.substr(0, 5)) number = number * 256 + static_cast<unsigned char>(c);
  number %= 1'000'000'000'000;
  const std::string written = value::to_chinese(number);
  const auto numeral = value::read_numeral(written);
  require(numeral && numeral->length == written.size() &&
              numeral->number == value::multiply({number, 0}, {1, 0}).value_or(Decimal{-1, 0}),
          "read otherwise than written: " + written);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Characters characters(data, size);
  const std::string_view text = characters.text();
  check_written(bytes(data, size));

  const text::Normalized normalized = text::normalize(text);
  std::size_t middle = normalized.text.size() / 2;
  while (!on_border(normalized.text, middle)) ++middle;
  for (const bool english : {false, true}) {
    check_readings(normalized.text, 0, normalized.text.size(), english);
    check_readings(normalized.text, 0, middle, english);
    check_readings(normalized.text, middle, normalized.text.size(), english);
  }
  check_numerals(std::string_view(normalized.text).substr(0, middle));
  require_none(broken_quantities(text, need(extractor().quantities(text))));
  return 0;
}
