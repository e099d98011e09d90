#include "value/unit_table.hpp"

#include <algorithm>

#include "value/characters.hpp"
#include "value/decimal.hpp"

namespace zhibiao::value {
namespace {

// CNY, USD: ISO 4217
bool is_code(std::string_view word) {
  return word.size() == 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_one_of(std::string_view word, std::string_view list) {  // a list of words between blanks
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool first = at == 0 || list[at - 1] == ' ';
    const bool last = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (first && last) return true;
  }
  return false;
}

constexpr std::string_view digits_only_words =
    "面 口 门 把 节 队 堂 里 方 孔 分 次 批 组 道 班 本 间 伙 盘 桌 顶 盒 箱 袋 瓶 卷 封 桩 窝 串 杆 挂 颗 朵 粒 "
    "束 度 米 瓦 担 根 片 列 票 单 种 类 轮 群 例 起 块 对 头 支 部 份 篇 枚 眼 剂 羽 匹 尾 盏 趟 圆 海里";
constexpr std::string_view single_words =
    "个 家 项 件 座 所 辆 台 张 只 套 条 艘 架 栋 幢 宗 名 位 人 户 场 处 款 株 棵";
constexpr std::string_view scaled_words = "方 担 t x";

}  // namespace

Result<UnitTable> UnitTable::create(const LexiconData& lexicon) {
  UnitTable table;
  const auto add = [&](const UnitEntry& entry, const std::string& word, const Decimal& scale) {
    Unit unit{entry.id, word, scale};
    unit.none = entry.id == "none";
    unit.only_first = entry.id == "short";
    unit.ordinal = entry.id == "ordinal";
    unit.currency = is_code(entry.id);
    unit.year = word == "年" || word == "years" || word == "year";
    unit.counted = entry.id == "item" || entry.id == "person" || entry.id == "household";
    unit.digits_only = is_one_of(word, digits_only_words);
    unit.single = !unit.counted || is_one_of(word, single_words);
    unit.scaled_only = is_one_of(word, scaled_words);
    // US$, €, RMB, 人民币 and 港币 stand before the number, the signs there only; 元 and yuan behind it.
    unit.before_only = unit.currency && (word.back() == '$' || word == "¥" || word == "€" || word == "£");
    const auto id = static_cast<std::uint32_t>(table.units.size());
    if (table.words.add(word, id) != id) return;
    table.units.push_back(unit);
    if (unit.currency && (unit.before_only || is_code(word) || ends(word, "币"))) table.currency_prefixes.emplace_back(word, id);
  };
  for (const UnitEntry& entry : lexicon.units) {
    for (const auto& [word, scale] : entry.words) {
      const auto number = parse_decimal(scale);
      if (!number) return Error{ErrorCode::broken_lexicon, "unit " + entry.id + ": scale '" + scale + "' is no number"};
      add(entry, word, *number);
      // 5-percentage-point, 100-million-yuan
      std::string hyphened = word;
      std::replace(hyphened.begin(), hyphened.end(), ' ', '-');
      if (hyphened != word) add(entry, hyphened, *number);
    }
  }
  std::sort(table.currency_prefixes.begin(), table.currency_prefixes.end(),
            [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  table.degree = table.units.size();
  table.units.push_back({.id = "ordinal", .word = {}, .scale = {1, 0}, .ordinal = true});
  table.words.freeze();
  return table;
}

}  // namespace zhibiao::value
