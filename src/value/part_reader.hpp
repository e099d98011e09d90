// Reads one number with its unit at a place: 5.2万亿元, 三百亿, 百分之五, 六成五, US$5 billion without its sign, two million.
#pragma once

#include <optional>

#include "value/numeral.hpp"
#include "value/part.hpp"
#include "value/unit_table.hpp"
#include "value/window.hpp"
#include "value/wording.hpp"

namespace zhibiao::value {

class PartReader : public Window {
 public:
  PartReader(const UnitTable& units, const Wording& wording, const Window& window, bool english)
      : Window(window), units_(units), wording_(wording), english_(english) {}

 protected:
  std::optional<Part> part_at(std::size_t at) const;
  Part digits_part(std::size_t at) const;
  std::optional<Part> characters_part(std::size_t at) const;
  // 百分之五点六, 千分之3, 万分之二
  std::optional<Part> hundredths_part(std::size_t at) const;
  // forty-five, two hundred and ten million, a hundred, half a million
  std::optional<Part> english_part(std::size_t at) const;
  std::size_t unit_word(std::size_t at, std::uint32_t& id) const;
  // 12.4万套(间): a bracket that only names the unit again.
  std::size_t skip_unit_bracket(std::size_t at) const;

  const UnitTable& units_;
  const Wording& wording_;
  bool english_;

 private:
  static void take(const Numeral& numeral, std::size_t at, Part& p);
  // 六成五 is 65 percent.
  void read_tenth(Part& p) const;
  void read_english_scale(Part& p) const;
  void read_unit(Part& p) const;
  std::size_t unit_behind_more(std::size_t& from, std::uint32_t& id) const;
  // 两倍半, 七成半, 3天半; 三个半小时 is a time.
  void read_half(Part& p) const;
  // 3元5角, 3角6分
  void read_coins(Part& p) const;
  // Takes `tenths` into a value that is whole so far; false where it is not.
  static bool add_tenths(int tenths, Part& p);
  bool fits(const Part& p, const Unit& unit, std::size_t stop) const;
};

}  // namespace zhibiao::value
