#include "value/quantity.hpp"

#include <utility>

#include "value/scanner.hpp"
#include "value/wording.hpp"

namespace zhibiao::value {

struct QuantityReader::Impl {
  UnitTable units;
  Wording wording;
};

Result<QuantityReader> QuantityReader::create(const LexiconData& lexicon) {
  auto units = UnitTable::create(lexicon);
  if (!units) return units.error();
  return create(lexicon, *std::move(units));
}

Result<QuantityReader> QuantityReader::create(const LexiconData& lexicon, UnitTable units) {
  auto wording = Wording::create(lexicon);
  if (!wording) return wording.error();
  QuantityReader reader;
  reader.impl_ = std::make_shared<const Impl>(Impl{std::move(units), *std::move(wording)});
  return reader;
}

std::vector<Reading> QuantityReader::read(std::string_view text, std::size_t begin, std::size_t end,
                                          bool english) const {
  std::vector<Reading> out;
  read(text, begin, end, english, out);
  return out;
}

void QuantityReader::read(std::string_view text, std::size_t begin, std::size_t end, bool english,
                          std::vector<Reading>& out) const {
  out.clear();
  Scanner(impl_->units, impl_->wording, Window(text, begin, end), english, out).run();
}

}  // namespace zhibiao::value
