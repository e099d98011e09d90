#include <iostream>
#include <zhibiao/zhibiao.hpp>

int main() {
  const auto extractor = zhibiao::Extractor::create();
  if (!extractor) return std::cerr << extractor.error().message << '\n', 2;
  const auto report = extractor->extract("2025年全市城镇新增就业1200人以上。");
  if (!report) return 2;
  std::cout << zhibiao::version() << '\n' << zhibiao::to_json(*report) << '\n';
}
