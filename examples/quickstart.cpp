// Prints the headline targets of a report: quickstart [FILE]

#include <fstream>
#include <iostream>
#include <iterator>
#include <zhibiao/zhibiao.hpp>

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "examples/samples/linlan-2025.txt");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  const auto extractor = zhibiao::Extractor::create();
  if (!extractor) return std::cerr << extractor.error().message << '\n', 2;
  const auto report = extractor->extract(text);
  if (!report) return std::cerr << report.error().message << '\n', 2;

  const zhibiao::HeadlineTargets t = zhibiao::headline_targets(*report);
  for (const auto& tiers : {t.gdp_growth, t.retail_sales_growth, t.resident_income_growth, t.new_urban_employment,
                            t.surveyed_unemployment_rate, t.consumer_price_growth}) {
    for (const auto& tier : {tiers.expected, tiers.strive, tiers.ensure}) {
      if (tier) std::cout << tier->label_zh << ' ' << tier->value.text << '\n';
    }
  }
}
