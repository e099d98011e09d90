// The words around numbers, from the lexicon (quantities.json): bound words, months, labels, characters before a minus.
#pragma once

#include <string>
#include <vector>

#include "lexicon/data.hpp"
#include "value/bound_words.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::value {

struct Wording {
  static Result<Wording> create(const LexiconData& lexicon);

  struct Bounds {
    BoundTable before{BoundTable::Side::before}, behind{BoundTable::Side::behind};
  };
  const Bounds& bounds(bool in_english) const { return in_english ? english : chinese; }

  Bounds chinese, english;
  std::vector<std::string> bare_leads;  // a number made of multipliers alone counts behind these: 迈上千亿大关, 上万人
  std::u32string no_bare_up;            // 以上百姓, 线上千家: 上 that belongs to the word before it
  std::vector<std::string> marks;       // passed, they go with the number: 5000亿元大关
  std::u32string minus, negative;       // 增长-3.2%, 为负3.2%: where a dash is a minus, and 负 is no 减负
  std::u32string no_front;              // 前十名, 前5位; 目前, 6月底前 and the like say when
  std::vector<std::string> year_sizes;  // 受教育年限12.5年: the one use of 年 that is a size and no time
  std::vector<std::string> months, labels;  // March 5, 5 March; Section 3, top 10: the number is a date or a name
};

}  // namespace zhibiao::value
