// What tables say to people, in Chinese and English: numbers, bounds, tiers, units, groups. Numbers are never rounded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "zhibiao/report.hpp"

namespace cli {

enum class Language { zh, en };

// The same in both languages.
struct Pair {
  std::string_view zh, en;

  std::string_view in(Language language) const noexcept { return language == Language::zh ? zh : en; }
};

// The language of the locale: LC_ALL, LC_MESSAGES or LANG, the first that is set. Nothing where it names none (C, POSIX,
// or none is set): then a table speaks the language of its report.
std::optional<Language> language_of_environment();

// 3.155万亿元; 3,155 billion CNY. In the largest unit of counting that leaves at most three decimals.
std::string amount_words(const zhibiao::Decimal& number, std::string_view unit, Language language);

// The amount with its bound: 7%以上, 下降3%左右; at least 7%, down about 3%. A change below zero is told as a decline, of which
// the bounds turn: at most -5 is 下降5%以上.
std::string value_words(const zhibiao::Value& value, zhibiao::Measure measure, Language language);

std::string_view measure_words(zhibiao::Measure measure, Language language) noexcept;
std::string_view commitment_words(zhibiao::Commitment commitment, Language language) noexcept;

// 目标, 力争目标, 实绩, ...
std::string_view status_words(zhibiao::Status status, std::optional<zhibiao::Commitment> commitment, Language language) noexcept;

// A goal without a number: 与经济增长同步, 高于全国平均.
std::string relation_words(zhibiao::Relation relation, const std::optional<std::string>& reference, Language language);

// 2025, 2025年一季度, 2022—2026年; first quarter of 2025.
std::string period_words(const zhibiao::Period& period, Language language);

// Of ids that are not known (those of an own lexicon): the id with blanks.
std::string unit_words(std::string_view unit, Language language);
std::string group_words(std::string_view group, Language language);

}  // namespace cli
