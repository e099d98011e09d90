// Goes through a text and writes down its readings: the work behind QuantityReader::read.
//
//   scanner.cpp        finds where a number begins; puts a reading together
//   scan_digits.cpp    numbers in digits, with the money and the sign before them
//   no_value.cpp       digits that are no value: names, dates, formulas, list numbers, and what is not well made
//   scan_words.cpp     numbers in Chinese characters and English words, and words that only look like one
//   surroundings.cpp   bound words, marks and divisors around a number
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "value/quantity.hpp"
#include "value/range_reader.hpp"

namespace zhibiao::value {

class Scanner : public RangeReader {
 public:
  Scanner(const UnitTable& units, const Wording& wording, const Window& window, bool english, std::vector<Reading>& out)
      : RangeReader(units, wording, window, english), bounds_(wording.bounds(english)), out_(out) {}

  void run();

 private:
  std::size_t step(std::size_t at);

  // Words that belong to a reading do not reach into the one before it.
  std::string_view free_left_of(std::size_t at) const {
    const std::size_t floor = out_.empty() ? begin_ : std::max<std::size_t>(begin_, out_.back().end);
    return text_.substr(floor, std::max(at, floor) - floor);
  }

  // Numbers in digits. Each returns where the reading ends.
  std::size_t read_digits(std::size_t at);
  // PM2.5, G20, 4A, COVID-19, N+3: a number that touches a letter on the left is part of a name.
  bool names_something(std::size_t at) const;
  bool glued_word_before(std::size_t at) const;
  // GDP365.5亿元: behind three letters or more a sum of money is no part of a name.
  bool is_sum_at_letters(std::size_t at) const;
  // Digits, and up to two letters behind them that no digit follows: 5G, 4A, but 8|PM2.5.
  std::size_t name_end(std::size_t at) const;
  std::size_t name_end(std::size_t letters, std::size_t) const;
  // 3+3, 1+1+N, 2×66, 7*24, 5·20, 1/3, 2025/2/28: no value; `at` where the number is none of these.
  std::size_t formula_end(std::size_t at) const;
  // 2.31:1 is 2.31 times; 8:30 is a time; of 45:36:19 each number stands for itself.
  std::size_t read_ratio(std::size_t at);
  std::size_t ratio_to_one(std::size_t at, std::size_t end);
  std::size_t finish_times(std::size_t at, std::size_t end, const Decimal& value);  // [at, end) says that many times one
  // No unit and no letter stands there: 2.31:1, not 3:1万.
  bool stands_alone(std::size_t at) const;
  std::size_t number_end(std::size_t at) const;
  // .5 percent, in English
  void read_leading_point(std::size_t at, Part& p) const;
  // $1.2m, £50k: a letter that scales money. False where the letters are something else.
  bool read_money_scale(Part& p) const;
  bool is_lone_scale(const Part& p) const;  // $40 m
  Part without_unit(Part p) const;
  // one in five people, 9 out of 10; where the whole ends, `p.end` where p is no such part.
  std::size_t proportion_end(const Part& p) const;
  // 13.6 per 10,000 people
  bool is_divisor(std::size_t at) const;
  // A mathematical, raised or Arabic-Indic digit, or a control character, stands before the digits: the number is not
  // what they say alone.
  bool follows_another_kind(std::size_t begin) const;
  // 1,23 and 12,34,567: groups that are none, or a list.
  std::size_t bad_groups_end(std::size_t at) const;
  // 1万5人: 15,000 or 10,005, or a slip of the pen. Where its unit ends; `p.end` where p is no such number.
  std::size_t short_tail_end(const Part& p) const;
  // 1 234 in English: one number in groups, or two of them.
  std::size_t groups_end(std::size_t at) const;
  // 1. 2、 (3) at the start of a line or a sentence.
  bool is_clause_number(std::size_t at, const Part& p) const;
  // 国道629线, 90后, and notes: [14]
  bool is_reference(std::size_t at, std::size_t end) const;
  // “544”, “1235”战略, “30条”
  bool is_quoted(std::size_t at, std::size_t end) const;
  // March 5, 5 March, No. 5, Section 3
  bool is_english_name(std::size_t at, const Part& p) const;
  // 第1、2名; the list of ordinals goes on until something else stands between.
  bool continues_ordinals(std::size_t at, const Part& p) const;
  std::size_t ordinal_list(std::size_t at, const Part& p);
  // 前十名, 前5位; a move of 3位 that ends a clause.
  bool is_rank(std::size_t at, const Part& p) const;

  // What stands before a number: money and signs.
  const Unit* currency_before(std::size_t at, std::size_t& begin) const;
  // 人民币5亿元: both say it; 新台币5亿元: the one before says it better.
  static void take_currency(const Unit& money, std::size_t begin, Part& p);
  // A minus or 负 before the number; returns where it begins.
  std::size_t read_sign(std::size_t begin, Part& p) const;
  bool is_minus_place(char32_t before) const noexcept;
  // minus 3 percent, negative 3 percent
  std::size_t read_sign_word(std::size_t begin, Part& p) const;
  // 增长—3.5%: a dash of words where a minus would stand. Which of the two it is the text does not settle.
  bool is_doubtful_minus(std::size_t begin) const;

  // Numbers in characters and words.
  std::size_t read_words(std::size_t at);
  // 一批, 十分, 千方百计: one sign behind which no number goes on.
  bool is_lone_numeral(std::size_t at) const;
  // 统一, 同一, 每一, 进一步, 数千, 双千亿: the numeral is part of a word, or says no number.
  bool is_attached(char32_t before, const Part& p, std::size_t at) const;
  // Whether a numeral in characters is one: 十四五, 一体, 百姓, 三农 are none.
  bool counts(const Part& p, std::size_t at, char32_t before) const;
  // 突破千亿大关, 迈上万亿元台阶, 近百家, 千余名
  bool counts_bare(const Part& p, std::size_t at) const;
  // 四分之三 is 0.75; 三分之一 is no decimal.
  std::size_t read_fraction(const Part& p);
  // 一半以上, 过半, 近半数: fifty percent. 半年 and 半导体 are none.
  std::size_t read_half(std::size_t at);
  std::size_t read_english(std::size_t at);

  // Readings.
  std::size_t ordinal(std::size_t begin, std::size_t end, std::string_view unit = {});
  std::size_t finish(Part first, std::size_t begin);
  std::size_t finish_ordinal(const Part& p);
  std::size_t finish(const Part& first, const Part& last, std::size_t begin);
  std::size_t read_suffix(std::size_t end, const Part& last, Reading& r) const;
  std::size_t read_prefix(std::size_t begin, bool bare, Reading& r) const;
  // ≥5%, <= 5%
  std::size_t read_comparison(std::size_t begin, Reading& r) const;
  // 每立方米25微克, 每亩不低于500公斤: the divisor stands before the number.
  std::size_t read_divisor(std::size_t begin, Reading& r) const;
  // 时速350公里, 时速可达350公里
  std::size_t read_speed(std::size_t begin, Reading& r) const;
  // From the scale of 公斤 (0.001 tonnes) to that of 公斤/亩 (1).
  static bool rescale(const Decimal& from, const Decimal& to, Reading& r);

  const Wording::Bounds& bounds_;
  std::vector<Reading>& out_;
  std::size_t each_ = std::string_view::npos;  // the last 每
  std::size_t ordinals_end_ = 0;               // end of the last 第N
};

}  // namespace zhibiao::value
