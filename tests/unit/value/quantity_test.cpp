#include "value/quantity.hpp"

#include <string>

#include "catch.hpp"
#include "zhibiao/lexicon.hpp"

using namespace zhibiao;

namespace {

const value::QuantityReader& reader() {
  static const value::QuantityReader made = [] {
    auto lexicon = Lexicon::built_in();
    REQUIRE(lexicon);
    auto created = value::QuantityReader::create(lexicon->data());
    REQUIRE(created);
    return *created;
  }();
  return made;
}

// "5..5 percent at_least", ranges as "5..6", readings joined by "; "; ordinals are left out.
std::string read(const std::string& text, bool english = false) {
  std::string out;
  for (const value::Reading& r : reader().read(text, 0, text.size(), english)) {
    if (r.ordinal) continue;
    if (!out.empty()) out += "; ";
    if (r.inexact) {
      out += "inexact";
      continue;
    }
    out += to_string(r.lower);
    if (r.range) out += ".." + to_string(r.upper);
    if (!r.unit.empty()) out += " " + std::string(r.unit);
    if (r.prefix_bound) out += " <" + std::string(to_string(*r.prefix_bound));
    if (r.suffix_bound) out += " >" + std::string(to_string(*r.suffix_bound));
  }
  return out;
}

}  // namespace

TEST_CASE("numbers with units and bound words") {
  struct Case {
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"315.5亿元", "31550000000 CNY"},
      {"5.2万亿元", "5200000000000 CNY"},
      {"6%左右", "6 percent >about"},
      {"5%以上", "5 percent >at_least"},
      {"3.5%以内", "3.5 percent >at_most"},
      {"不低于300亿元", "30000000000 CNY <at_least"},
      {"突破400亿元大关", "40000000000 CNY <more_than"},
      {"4000余人", "4000 person >more_than"},
      {"500余万亩", "5000000 mu >more_than"},
      {"近四成", "40 percent <about"},
      {"百分之五点六", "5.6 percent"},
      {"五六百亿元", "50000000000..60000000000 CNY"},
      {"5%-6%", "5..6 percent"},
      {"6%至6.5%", "6..6.5 percent"},
      {"3.5~4万人", "35000..40000 person"},
      {"20~30个百分点", "20..30 percentage_point"},
      {"1.2亿美元", "120000000 USD"},
      {"181.5%36.2%47%", "181.5 percent; 36.2 percent; 47 percent"},
      {"每立方米25微克", "25 microgram_per_cubic_metre"},
      {"836.9亿斤", "41845000 tonne"},
      {"600万千瓦", "6000000 kilowatt"},
      {"签约250亿元", "25000000000 CNY"},
      {"2025年", ""},
      {"第3位", ""},
      {"PM2.5", ""},
      {"5G", ""},
      {"4A级", ""},
      {"2021-2025年", ""},
      {"十四五", ""},
      {"1234567890123456789.5元", "inexact"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text) == c.want);
  }
}

TEST_CASE("English numbers with units and bound words") {
  struct Case {
    const char* text;
    const char* want;
  };
  const Case cases[] = {
      {"around 5%", "5 percent <about"},
      {"more than 9 million people", "9000000 person <more_than"},
      {"at least ten million", "10000000 <at_least"},
      {"4.6% or lower", "4.6 percent >at_most"},
      {"at or below 4.6%", "4.6 percent <at_most"},
      {"6.5% to 7%", "6.5..7 percent"},
      {"US$3.5 billion", "3500000000 USD"},
      {"51.9 trillion yuan", "51900000000000 CNY"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(read(c.text, true) == c.want);
  }
}
