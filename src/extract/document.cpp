#include "extract/document.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extract/english_words.hpp"
#include "region/statement.hpp"
#include "text/find.hpp"
#include "text/numerals.hpp"
#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

using text::character_at;
using text::is_continuation;
using text::sequence_length;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t han = 3;  // bytes of a Han character

// ---------------------------------------------------------------------------------------------------
// Small readers

bool starts_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }
bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}
bool has(std::string_view text, std::string_view word) { return text::holds(text, word); }
bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return has(text, word); });
}
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Start of the character before `at`.
std::size_t previous(std::string_view text, std::size_t at) {
  do --at;
  while (at > 0 && is_continuation(text[at]));
  return at;
}

// text[begin, end) cut to what fits, on character borders.
std::string_view clip(std::string_view text, std::size_t begin, std::size_t length) {
  std::size_t end = std::min(text.size(), begin + length);
  while (end < text.size() && end > begin && is_continuation(text[end])) --end;
  return text.substr(begin, end - begin);
}

// 0..9, also 〇 零 一 ... 九; -1 for anything else.
int digit_value(char32_t c) {
  return c >= '0' && c <= '9' ? static_cast<int>(c - '0') : text::numeral_digit(c);
}

constexpr int first_year = 1949, last_year = 2100;

// The year whose four digits end at `end`: 2031 or 二〇三一; 0 where there is none.
int year_before(std::string_view text, std::size_t end, std::size_t* begin = nullptr) {
  int year = 0, scale = 1;
  std::size_t at = end;
  for (int i = 0; i < 4; ++i, scale *= 10) {
    if (at == 0) return 0;
    at = previous(text, at);
    const int digit = digit_value(character_at(text, at));
    if (digit < 0) return 0;
    year += digit * scale;
  }
  if (at > 0 && is_digit(text[at]) && is_digit(text[at - 1])) return 0;  // the end of a longer number
  if (begin != nullptr) *begin = at;
  return year >= first_year && year <= last_year ? year : 0;
}

// A number up to 99 at `at`: 7, 13, 七, 十三, 二十一; moves `at` behind it.
std::optional<int> small_number(std::string_view text, std::size_t& at) {
  int value = 0;
  std::size_t signs = 0;
  bool tens = false;
  while (at < text.size() && signs < 3) {
    const char32_t c = character_at(text, at);
    if (c == U'十') {
      value = value == 0 ? 10 : value * 10;
      tens = true;
    } else if (const int digit = digit_value(c); digit >= 0) {
      value = tens ? value + digit : value * 10 + digit;
    } else {
      break;
    }
    at += sequence_length(text[at]);
    ++signs;
  }
  if (signs == 0 || value > 99) return std::nullopt;
  return value;
}

// The number that ends at `end`, and its start: 第十四 届, 第3 次.
std::optional<int> small_number_before(std::string_view text, std::size_t end, std::size_t& begin) {
  std::size_t at = end;
  for (int i = 0; i < 3 && at > 0; ++i) {
    const std::size_t before = previous(text, at);
    const char32_t c = character_at(text, before);
    if (c != U'十' && digit_value(c) < 0) break;
    at = before;
  }
  begin = at;
  return small_number(text, at);
}

struct Date {
  int year = 0, month = 0, day = 0;
};

bool plausible(const Date& date) {
  return date.year != 0 && date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31;
}

std::string to_iso(const Date& date) {
  const auto two = [](int n) {
    return std::string(1, static_cast<char>('0' + n / 10)) + static_cast<char>('0' + n % 10);
  };
  return std::to_string(date.year) + "-" + two(date.month) + "-" + two(date.day);
}

// ---------------------------------------------------------------------------------------------------
// The part of the text above the report proper

constexpr std::size_t longest_menu = 6000;          // pages carry menus above the title
constexpr std::size_t head_without_address = 1800;  // some 600 characters

// Up to the address (各位代表), which ends everything that is said about the speech itself.
std::string_view head_of(std::string_view text) {
  const std::string_view start = clip(text, 0, longest_menu);
  for (const std::string_view address : {"各位代表", "Fellow Deputies", "Esteemed Deputies", "各位委员", "同志们:"}) {
    if (const std::size_t at = start.find(address); at != npos) return start.substr(0, at);
  }
  return clip(text, 0, head_without_address);
}

// The line around `at`.
std::string_view line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? npos : text.rfind('\n', at - 1);
  const std::size_t begin = before == npos ? 0 : before + 1;
  return text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
}

// ---------------------------------------------------------------------------------------------------
// Date

struct DateFound {
  Date date;
  std::size_t begin = 0, end = 0;
};

// 2031年1月13日, 二〇三一年一月十三日, 2031.1.13, 2031-01-13
std::vector<DateFound> chinese_dates(std::string_view head) {
  std::vector<DateFound> found;
  for (std::size_t at = text::find(head, "年"); at != npos; at = text::find(head, "年", at + han)) {
    DateFound date;
    date.date.year = year_before(head, at, &date.begin);
    if (date.date.year == 0) continue;
    std::size_t next = at + han;
    const std::optional<int> month = small_number(head, next);
    if (!month || !starts_with(head.substr(next), "月")) continue;
    next += han;
    const std::optional<int> day = small_number(head, next);
    if (!day || !(starts_with(head.substr(next), "日") || starts_with(head.substr(next), "号"))) continue;
    date.date.month = *month;
    date.date.day = *day;
    date.end = next + han;
    if (plausible(date.date)) found.push_back(date);
  }
  for (std::size_t at = 4; at < head.size(); ++at) {
    const char mark = head[at];
    if ((mark != '.' && mark != '-' && mark != '/') || !is_digit(head[at - 1])) continue;
    DateFound date;
    date.date.year = year_before(head, at, &date.begin);
    std::size_t next = at + 1;
    const auto number = [&] {
      int value = 0;
      for (int i = 0; i < 2 && next < head.size() && is_digit(head[next]); ++i)
        value = value * 10 + (head[next++] - '0');
      return value;
    };
    date.date.month = number();
    if (next >= head.size() || head[next] != mark) continue;
    ++next;
    date.date.day = number();
    date.end = next;
    if (plausible(date.date) && (next == head.size() || !is_digit(head[next]))) found.push_back(date);
  }
  return found;
}

// March 5, 2012; 5 March 2012
std::vector<DateFound> english_dates(std::string_view head) {
  std::vector<DateFound> found;
  for (std::size_t m = 0; m < month_names.size(); ++m) {
    for (std::size_t at = head.find(month_names[m]); at != npos; at = head.find(month_names[m], at + 1)) {
      DateFound date;
      date.begin = at;
      date.date.month = static_cast<int>(m) + 1;
      std::size_t next = at + month_names[m].size();
      const auto blank = [&] {
        while (next < head.size() && (head[next] == ' ' || head[next] == ',')) ++next;
      };
      blank();
      std::size_t digits = 0;
      while (next + digits < head.size() && is_digit(head[next + digits])) ++digits;
      if (digits == 1 || digits == 2) {
        date.date.day = std::stoi(std::string(head.substr(next, digits)));
        next += digits;
        blank();
      } else if (at >= 2 && head[at - 1] == ' ' && is_digit(head[at - 2])) {
        date.begin = at - 2;
        if (date.begin > 0 && is_digit(head[date.begin - 1])) --date.begin;
        date.date.day = std::stoi(std::string(head.substr(date.begin, at - 1 - date.begin)));
      }
      if (next + 4 > head.size()) continue;
      date.date.year = year_before(head, next + 4);
      date.end = next + 4;
      if (plausible(date.date)) found.push_back(date);
    }
  }
  std::sort(found.begin(), found.end(), [](const DateFound& a, const DateFound& b) { return a.begin < b.begin; });
  return found;
}

// Days of publication stand above a report as well; the day of the speech is told from them by what is beside it.
std::optional<Date> date_of_speech(std::string_view head, bool english) {
  enum Strength { none, plain, alone, session };
  Strength best = none;
  std::optional<Date> result;
  for (const DateFound& found : english ? english_dates(head) : chinese_dates(head)) {
    const std::string_view line = line_around(head, found.begin);
    const std::string_view before = line.substr(0, static_cast<std::size_t>(head.data() + found.begin - line.data()));
    const std::string_view behind = line.substr(static_cast<std::size_t>(head.data() + found.end - line.data()));
    const auto of_publication = [](std::string_view words) {
      return has_any(words, {"发布", "来源", "日期", "时间", "浏览", "印发", "更新", "索引", "稿源", "字体", "责任编辑",
                             "公开", "阅读", "字号", "Source:", "Updated", "Published"});
    };
    const bool published = of_publication(before.substr(before.size() - std::min(before.size(), 24 * han))) ||
                           of_publication(clip(behind, 0, 10 * han));
    const bool in_words = english || is_continuation(head[found.end - 1]);  // 年月日, not 2031-01-13
    Strength strength = none;
    if (has_any(clip(behind, 0, 60 * han), {"代表大会", "会议", "大会上", "人大"}) || starts_with(behind, "在") ||
        has_any(before, {"代表大会", "会议上", "大会上", "Session", "Congress", "Delivered", "delivered"})) {
      strength = session;
      // 来源:某报 2031年1月20日 — and the name of a congress later in the same line
      if (published && !in_words) strength = none;
    } else if (!published) {
      const bool bracketed = ends_with(before, "(") && starts_with(behind, ")");
      const bool whole_line = before.find_first_not_of("-( ") == npos && behind.find_first_not_of(") ") == npos;
      const bool dashed = ends_with(before, "—") || ends_with(before, "--");
      if (bracketed || (in_words && (whole_line || dashed))) {
        strength = alone;
      } else if (in_words) {
        strength = plain;
      }
    }
    if (strength > best) {
      best = strength;
      result = found.date;
    }
  }
  return result;
}

// ---------------------------------------------------------------------------------------------------
// Regions

constexpr std::string_view nation = "全国";

bool is_region_ending(char32_t c) {
  constexpr std::u32string_view endings = U"省市县区州旗盟镇乡";
  return endings.find(c) != std::u32string_view::npos;
}

bool ends_like_region(std::string_view name) {
  return name.size() >= 2 * han && is_region_ending(character_at(name, previous(name, name.size())));
}

// The list of names, searched as it is: a document asks once or twice, and most not at all.
class Regions {
 public:
  explicit Regions(const LexiconData& lexicon) : entries_(lexicon.regions) {}

  bool is_official(std::string_view name) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const RegionEntry& entry) { return holds(entry.name, name); });
  }

  // The official name for a short form (广西), or for an official name itself.
  std::optional<std::string> official(std::string_view name) const {
    if (is_official(name)) return std::string(name);
    for (const RegionEntry& entry : entries_) {
      for (const std::string& form : entry.short_names) {
        if (form == name) return entry.name;
      }
    }
    // 南开 for 南开区: only where one name alone can be meant.
    std::optional<std::string> only;
    for (const std::string_view ending : {"市", "区", "县", "旗", "盟", "省"}) {
      std::string full(name);
      full += ending;
      if (!is_official(full)) continue;
      if (only) return std::nullopt;
      only = std::move(full);
    }
    return only;
  }

  const std::vector<RegionEntry>& entries() const { return entries_; }

 private:
  // Whether `name` is one of the blank-separated `names`.
  static bool holds(std::string_view names, std::string_view name) {
    for (std::size_t at = names.find(name); at != npos; at = names.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if ((at == 0 || names[at - 1] == ' ') && (end == names.size() || names[end] == ' ')) return true;
    }
    return false;
  }

  const std::vector<RegionEntry>& entries_;
};

// 云岭州, where the text says 云岭白族彝族自治州 too: the full name.
std::optional<std::string> full_autonomous_name(const std::string& name, std::string_view said) {
  if (!ends_like_region(name)) return std::nullopt;
  const std::size_t last = previous(name, name.size());
  const std::string_view stem = std::string_view(name).substr(0, last);
  const std::string ending = "自治" + name.substr(last);
  if (!text::holds(said, ending)) return std::nullopt;
  constexpr std::size_t longest = 20 * han;  // 积石山|保安族东乡族撒拉族|自治县
  for (std::size_t at = text::find(said, stem); at != npos; at = text::find(said, stem, at + stem.size())) {
    const std::string_view behind = clip(said, at + stem.size(), longest);
    const std::size_t end = behind.find(ending);
    if (end == npos || !behind.substr(0, end).ends_with("族")) continue;
    const std::string_view peoples = behind.substr(0, end);
    bool plain = true;  // one name and no border in it
    for (std::size_t k = 0; k < peoples.size() && plain; k += sequence_length(peoples[k])) {
      const char32_t c = character_at(peoples, k);
      plain = c >= 0x4E00 && c <= 0x9FFF && std::u32string_view(U"省市县区州旗盟").find(c) == std::u32string_view::npos;
    }
    if (plain) return std::string(stem).append(peoples).append(ending);
  }
  return std::nullopt;
}

// The last of several names written one behind another: 江海省南山市 gives 南山市.
std::optional<std::string> without_superiors(std::string_view name, const Regions& regions) {
  if (!ends_like_region(name)) return std::nullopt;
  const std::size_t ending = previous(name, name.size());
  // Behind an ending must be room for a name of two characters: the 州 of 广州市 ends nothing.
  std::size_t cut = npos;
  std::vector<std::size_t> borders;
  for (std::size_t at = 0; at < ending; at += sequence_length(name[at])) {
    const char32_t c = character_at(name, at);
    const std::size_t behind = at + sequence_length(name[at]);
    if (at == 0 || (!is_region_ending(c) && c != U'师' && c != U'团') || behind >= ending) continue;
    cut = behind;
    borders.push_back(behind);
  }
  if (cut != npos && regions.is_official(name)) return std::string(name);
  for (const std::size_t border : borders) {
    if (regions.is_official(name.substr(border))) return std::string(name.substr(border));
  }
  // 江海南山市: a province by its short form.
  for (const RegionEntry& entry : regions.entries()) {
    for (const std::string& form : entry.short_names) {
      if (starts_with(name, form) && ends_like_region(name.substr(form.size())) &&
          regions.is_official(name.substr(form.size()))) {
        return std::string(regions.is_official(name) ? name : name.substr(form.size()));
      }
    }
  }
  return std::string(cut == npos ? name : name.substr(cut));
}

// 于都县, 开封市: where the official name begins that ends at `end` and holds the character at `at`; else behind that character.
std::size_t official_around(std::string_view text, std::size_t at, std::size_t end, const Regions& regions) {
  constexpr int longest_before = 3;  // characters
  std::size_t begin = at;
  for (int i = 0; i <= longest_before; ++i) {
    if (regions.is_official(text.substr(begin, end - begin))) return begin;
    if (begin == 0) break;
    begin = previous(text, begin);
  }
  return at + sequence_length(text[at]);
}

// The words before `end` that may be a name: back to a blank, a mark, a digit, or a word that leads to it.
std::string_view name_before(std::string_view text, std::size_t end, const Regions& regions) {
  std::size_t begin = end;
  for (int i = 0; i < 20 && begin > 0; ++i) {
    const std::size_t at = previous(text, begin);
    const char32_t c = character_at(text, at);
    const bool han_character = c >= 0x3400 && c <= 0x9FFF;
    if (!han_character) break;
    if (c == U'在' || c == U'向' || c == U'受' || c == U'由' || c == U'于' || c == U'开') {
      begin = official_around(text, at, end, regions);
      break;
    }
    if (c == U'日' && at > 0 &&
        (is_digit(text[at - 1]) || (at >= han && digit_value(character_at(text, previous(text, at))) >= 0)))
      break;
    if (c == U'日' && at >= han && character_at(text, previous(text, at)) == U'十') break;
    if (c == U'表' && at >= han && character_at(text, previous(text, at)) == U'代') break;  // 代表
    if (c == U'年' && at > 0 && is_digit(text[at - 1])) break;
    if (c == U'度' && ends_with(text.substr(0, at), "年")) break;
    begin = at;
  }
  return text.substr(begin, end - begin);
}

// 省, 自治区, 我市, 师市: who speaks, but not of where.
bool is_generic(std::string_view name) {
  return name.size() <= han || starts_with(name, "自治") || starts_with(name, "我") || starts_with(name, "本") ||
         starts_with(name, "全") || starts_with(name, "各") || name == "师市" || name == "新区";
}

struct Session {
  std::optional<std::string> region;
  int congress = 0, number = 0;  // of the nation's congress only
};

// 在某市第三十届人民代表大会第三次会议上; 第三十届全国人民代表大会第四次会议
std::optional<Session> session_in(std::string_view head, const Regions& regions) {
  constexpr std::string_view congress = "人民代表大会";
  for (std::size_t at = text::find(head, congress); at != npos; at = text::find(head, congress, at + han)) {
    std::size_t end = at;
    const bool national = ends_with(head.substr(0, end), nation);
    if (national) end -= nation.size();
    if (!ends_with(head.substr(0, end), "届")) continue;
    std::size_t begin = 0;
    const std::optional<int> term = small_number_before(head, end - han, begin);
    if (!term) continue;
    Session session;
    std::size_t next = at + congress.size();
    if (starts_with(head.substr(next), "第")) next += han;
    const std::optional<int> number = small_number(head, next);
    if (national) {
      // 自...次会议以来: an earlier one
      if (!number || has(clip(head, next, 5 * han), "以来")) continue;
      session.region = std::string(nation);
      session.congress = *term;
      session.number = *number;
      return session;
    }
    if (ends_with(head.substr(0, begin), "第")) begin -= han;
    const std::string_view name = name_before(head, begin, regions);
    if (is_generic(name)) continue;
    session.region = without_superiors(name, regions);
    if (session.region) return session;
  }
  return std::nullopt;
}

// 某市人民政府市长, 某省代省长, 我代表某县人民政府
std::optional<std::string> region_of_speaker(std::string_view head, const Regions& regions) {
  for (const std::string_view office : {"人民政府", "省长", "市长", "县长", "区长", "州长", "旗长", "盟长", "主席"}) {
    for (std::size_t at = text::find(head, office); at != npos; at = text::find(head, office, at + han)) {
      std::string_view before = head.substr(0, at);
      for (const std::string_view word : {"副", "常务", "理", "代", "人民政府"}) {
        if (ends_with(before, word)) before.remove_suffix(word.size());
      }
      const std::string_view name = name_before(head, before.size(), regions);
      if (!ends_like_region(name) || is_generic(name)) continue;
      // 省长 behind 省: the office repeats the ending; behind anything else the words before are a person's name.
      if (std::optional<std::string> region = without_superiors(name, regions)) return region;
    }
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 3> report_names = {"政府工作报告", "政府工作的报告", "工作报告"};

bool is_communique(std::string_view title) { return ends_with(title, "公报"); }

// 2031年江海市政府工作报告, 江海政府工作报告, 江海省2030年国民经济和社会发展统计公报
std::optional<std::string> region_of_title(std::string_view title, const Regions& regions) {
  std::size_t at = title.find("政府工作报告");
  if (at == npos && is_communique(title)) at = std::min(title.find("国民经济"), title.find("统计公报"));
  if (at == npos && starts_with(title, "关于")) {  // 关于江海市2030年国民经济和社会发展计划执行情况与…的报告
    at = std::min(title.find("国民经济"), std::min(title.find("预算执行"), title.find("财政预算")));
  }
  if (at == npos) return std::nullopt;
  std::string_view name = title.substr(0, at);
  if (has(name, "中华人民共和国")) return std::string(nation);
  if (ends_with(name, "人民")) name.remove_suffix(2 * han);
  std::size_t begin = 0;
  if (const std::size_t year = name.rfind("年"); year != npos && year_before(name, year, &begin) != 0) {
    if (year + han == name.size() && begin > 0) {
      name = name_before(name, begin, regions);
    } else {
      name.remove_prefix(year + han);
    }
  } else {
    name = name_before(name, name.size(), regions);
  }
  if (starts_with(name, "度")) name.remove_prefix(han);
  if (is_generic(name)) return std::nullopt;
  if (std::optional<std::string> known = regions.official(name)) return known;
  return without_superiors(name, regions);
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t n = 0;
  for (std::size_t at = text::find(text, word); at != npos; at = text::find(text, word, at + word.size())) ++n;
  return n;
}

// How often the text says "all of the province", "our city" and the like.
RegionNames::Votes votes_of(std::string_view text) {
  RegionNames::Votes votes{};
  for (const std::string_view all_or_our : {"全", "我"}) {
    for (std::size_t at = text::find(text, all_or_our); at != npos; at = text::find(text, all_or_our, at + han)) {
      const std::string_view behind = text.substr(at + han, han);
      const auto size = std::find(RegionNames::sizes.begin(), RegionNames::sizes.end(), behind);
      if (size != RegionNames::sizes.end()) ++votes[static_cast<std::size_t>(size - RegionNames::sizes.begin())];
    }
  }
  return votes;
}

// Nothing above the report names it: the name used most often, of the size that "all of it" tells.
std::optional<std::string> region_by_frequency(std::string_view text, const LexiconData& lexicon,
                                               std::optional<RegionNames>& names) {
  const RegionNames::Votes votes = votes_of(text);
  if (*std::max_element(votes.begin(), votes.end()) < 3) {
    return count(text, "我国") >= 5 && has(text, "国务院") ? std::optional<std::string>(nation) : std::nullopt;
  }
  if (!names) names.emplace(lexicon.regions);
  return names->most_named(text, votes);
}

std::optional<std::string> english_region(std::string_view text, const Regions& regions) {
  const std::string_view head = clip(text, 0, 3000);
  for (const RegionEntry& entry : regions.entries()) {
    for (const std::string& form : entry.short_names) {
      if (static_cast<unsigned char>(form[0]) >= 0x80 || !has(head, form)) continue;
      for (const std::string_view kind :
           {" Provincial", " Province", " Municipal", " Autonomous", " People's Congress"}) {
        if (has(head, form + std::string(kind))) return entry.name;
      }
    }
  }
  if (has_any(head, {"National People's Congress", "State Council", "Premier"})) return std::string(nation);
  return std::nullopt;
}

// ---------------------------------------------------------------------------------------------------
// Title

// Outer dashes, brackets and blanks off.
std::string_view trimmed(std::string_view line) {
  const auto strip = [&](std::string_view sign) {
    bool any = false;
    while (starts_with(line, sign)) line.remove_prefix(sign.size()), any = true;
    while (ends_with(line, sign)) line.remove_suffix(sign.size()), any = true;
    return any;
  };
  while (strip(" ") || strip("-") || strip("—") || strip("|") || strip("#") || strip("*") || strip("《") ||
         strip("》")) {
  }
  return line;
}

constexpr std::size_t longest_title = 40 * han;
constexpr std::size_t title_sentences = 40;  // menus stand above some titles

std::optional<std::string> title_of(std::string_view text, const text::Segmentation& segmentation, bool english) {
  std::optional<std::string> other;
  for (std::size_t i = 0; i < segmentation.sentences.size() && i < title_sentences; ++i) {
    const text::Sentence& sentence = segmentation.sentences[i];
    std::string_view line =
        clip(text, sentence.begin, std::min<std::size_t>(sentence.end - sentence.begin, 4 * longest_title));
    if (english) {
      const std::string lower = text::lower(line);
      const std::size_t at = lower.find("work of the government");
      const std::size_t report = lower.find("report on");
      if (at == npos || report == npos || report > at || report > longest_title) continue;
      return std::string(trimmed(line.substr(0, at + std::string_view("work of the government").size())));
    }
    if (starts_with(line, "各位代表")) break;
    for (const std::string_view name : report_names) {
      const std::size_t at = text::find(line, name);
      if (at == npos || at > longest_title) continue;
      const std::string_view behind = line.substr(at + name.size());
      std::string_view title = line.substr(0, at + name.size());
      if (const std::size_t crumb = title.rfind('>'); crumb != npos) title.remove_prefix(crumb + 1);
      title = trimmed(title);
      // A sentence that speaks of the report is no title: 现在,我代表市政府作工作报告.
      if (title.find_first_of(",;:|") != npos || has_any(title, {"。", "、", "在", "我", "作政府", "的政府工作"}) ||
          starts_with(behind, "。"))
        continue;
      return std::string(title);
    }
    if (!other && sentence.heading) {
      const std::string_view title = trimmed(line);
      if ((ends_with(title, "报告") || ends_with(title, "公报")) && title.size() <= 2 * longest_title &&
          title.size() >= 4 * han && title.find_first_of(">|:") == npos) {
        other = std::string(title);
      }
    }
  }
  return other;
}

// ---------------------------------------------------------------------------------------------------
// Years

struct Years {
  int review = 0, plan = 0;
};

enum class Kind { review, plan, unknown };

Kind kind_of(std::string_view words) {
  if (has_any(words, {"回顾", "总结", "完成情况", "执行", "所做的", "review", "Review", "REVIEW"})) return Kind::review;
  if (has_any(words, {"工作", "任务", "目标", "安排",      "部署",      "重点",       "要求", "思路",
                      "建议", "打算", "举措", "措施",      "计划", "预算", "草案", "task",       "Task", "Work",
                      "work", "Plan", "plan", "Objective", "objective", "Arrangement"})) {
    return Kind::plan;
  }
  return Kind::unknown;
}

// Achievements in 2030 and during the Five-Year Plan period: the name of that plan plans nothing.
Kind kind_of_english(std::string_view line) {
  std::string words = text::lower(line);
  constexpr std::string_view name = "five-year plan";
  for (std::size_t at = words.find(name); at != npos; at = words.find(name)) words.erase(at, name.size());
  if (has_any(words, {"review", "achievement", "accomplish", "retrospect"})) return Kind::review;
  if (has_any(words, {"task", "work", "plan", "objective", "arrangement", "target", "goal", "requirement", "priorit",
                      "recommend", "outlook"})) {
    return Kind::plan;
  }
  return Kind::unknown;
}

struct YearInHeading {
  int year = 0;
  Kind kind = Kind::unknown;
};

// A numeral and a mark: 一、 (二) 第三部分; the bytes it takes, or 0.
std::size_t part_mark(std::string_view line) {
  if (line.empty()) return 0;
  const char32_t opening = character_at(line, 0);  // most lines open with a word
  if (opening != '(' && opening != U'第' && opening != U'十' && digit_value(opening) < 0) return 0;
  std::size_t at = 0;
  const bool bracket = starts_with(line, "(");
  const bool part = starts_with(line, "第");
  if (bracket) at = 1;
  if (part) at = han;
  const std::size_t numeral = at;
  if (numeral < line.size() && is_digit(line[numeral])) return 0;
  if (!small_number(line, at) || at == numeral) return 0;
  const std::string_view behind = line.substr(at);
  if (bracket) return starts_with(behind, ")") ? at + 1 : 0;
  if (part) return starts_with(behind, "部分") ? at + 2 * han : 0;
  return starts_with(behind, "、") || starts_with(behind, ".") ? at + sequence_length(behind[0]) : 0;
}

// The years that the headings name, each with what it is named for. Headings may run on into the text.
void years_of_heading(std::string_view line, bool english, std::vector<YearInHeading>& out) {
  if (english) {
    for (std::size_t at = 0; at + 4 <= line.size(); ++at) {
      if (!is_digit(line[at]) || (at > 0 && (is_digit(line[at - 1]) || line[at - 1] == '-')) ||
          (at + 4 < line.size() && (is_digit(line[at + 4]) || line[at + 4] == '-'))) {
        continue;
      }
      if (const int year = year_before(line, at + 4); year != 0) out.push_back({year, kind_of_english(line)});
    }
    return;
  }
  for (std::size_t at = text::find(line, "年"); at != npos; at = text::find(line, "年", at + han)) {
    std::size_t begin = 0;
    const int year = year_before(line, at, &begin);
    if (year == 0) continue;
    const std::string_view before = line.substr(0, begin);
    // 2027-2031年, 到2035年: not the year of the part
    if (ends_with(before, "-") || ends_with(before, "~") || ends_with(before, "至") || ends_with(before, "到"))
      continue;
    std::string_view behind = clip(line, at + han, 16 * han);
    std::size_t end = 0;
    for (; end < behind.size(); end += sequence_length(behind[end])) {
      const char c = behind[end];
      if (is_digit(c) || c == ',' || c == ':' || c == ';' || c == '!' || c == '?' || c == '-') break;
      if (starts_with(behind.substr(end), "。") || starts_with(behind.substr(end), "是")) break;
    }
    out.push_back({year, kind_of(behind.substr(0, end))});
  }
}

Years years_of_headings(std::string_view text, const text::Segmentation& segmentation, bool english) {
  std::vector<YearInHeading> found;
  for (const text::Sentence& sentence : segmentation.sentences) {
    std::string_view line = text.substr(sentence.begin, sentence.end - sentence.begin);
    if (english) {
      if (sentence.heading) years_of_heading(line, true, found);
      continue;
    }
    line = clip(line, 0, 40 * han);
    const std::size_t mark = part_mark(line);
    if (mark == 0 && (!sentence.heading || has(line, "报告") || has(line, "月"))) continue;
    years_of_heading(line.substr(mark), false, found);
  }
  Years years;
  for (const YearInHeading& heading : found) {
    if (heading.kind == Kind::review && years.review == 0) years.review = heading.year;
  }
  for (const YearInHeading& heading : found) {
    if (heading.kind != Kind::plan) continue;
    if (years.review != 0 && heading.year != years.review + 1) continue;  // a part of the review, or a goal far ahead
    if (years.plan == 0) {
      years.plan = heading.year;
    } else if (years.review == 0 && heading.year == years.plan + 1) {  // 一、2030年工作 二、2031年工作
      years.review = years.plan;
      years.plan = heading.year;
    }
  }
  return years;
}

Years years_of_date(const Date& date) {
  // A speech at the end of a year looks back on that year.
  return date.month >= 10 ? Years{date.year, date.year + 1} : Years{date.year - 1, date.year};
}

// Each congress has five sessions, one a year; the fifth congress met first in 1978.
int year_of_session(int congress, int number) {
  if (congress < 5 || congress > 40 || number < 1 || number > 5) return 0;
  return 1978 + (congress - 5) * 5 + number - 1;
}

// Where the plan begins, by the words of a heading or of the paragraph of expected targets.
std::size_t plan_begin(std::string_view text, const text::Segmentation& segmentation, bool english) {
  for (const text::Sentence& sentence : segmentation.sentences) {
    const std::string_view line =
        clip(text, sentence.begin, std::min<std::size_t>(sentence.end - sentence.begin, 40 * han));
    if (english) {
      if (has_any(line, {"this year are", "targets for this year", "targets for economic"})) return sentence.begin;
      continue;
    }
    const bool names_plan =
        has_any(line, {"今年", "今后", "未来", "下一年", "新的一年"}) && kind_of(line) == Kind::plan;
    if ((part_mark(line) > 0 && names_plan) || has_any(line, {"预期目标", "奋斗目标"})) return sentence.begin;
  }
  return text.size();
}

// 2031年是...的关键一年 opens the review or, further on, the plan.
Years years_of_openings(std::string_view text, const text::Segmentation& segmentation, std::size_t plan) {
  Years years;
  for (const text::Sentence& sentence : segmentation.sentences) {
    const std::string_view line =
        clip(text, sentence.begin, std::min<std::size_t>(sentence.end - sentence.begin, 80 * han));
    for (std::size_t at = text::find(line, "年是"); at != npos; at = text::find(line, "年是", at + han)) {
      const int year = year_before(line, at);
      if (year == 0 || !has_any(line.substr(at + 2 * han), {"一年", "之年", "开局", "年。", "年,", "周年"})) continue;
      if (sentence.begin < plan) {
        if (years.review == 0) years.review = year;
      } else if (years.plan == 0) {
        years.plan = year;
      }
    }
  }
  if (years.review != 0 && years.plan != 0 && years.plan != years.review + 1) years.review = 0;
  return years;
}

int year_of_title(const std::optional<std::string>& title) {
  if (!title) return 0;
  const std::size_t at = title->find("年");
  return at == npos ? 0 : year_before(*title, at);
}

// The latest year that is named often before the plan begins is the one that is reviewed.
int year_named_often(std::string_view text) {
  std::map<int, int> times;
  int most = 0;
  for (std::size_t at = 4; at <= text.size(); ++at) {
    if (!is_digit(text[at - 1]) || (at < text.size() && is_digit(text[at]))) continue;
    if (!is_digit(text[at - 4])) continue;
    if (at < text.size() && (text[at] == '.' || text[at] == ',' || text[at] == '%')) {
      if (at + 1 < text.size() && is_digit(text[at + 1])) continue;  // 2031.5
    }
    const std::string_view before = text.substr(0, at - 4);
    // By 2035: a goal, not what is reviewed.
    if (has_any(before.substr(before.size() - std::min<std::size_t>(before.size(), 3 * han)),
                {"到", "至", "-", "~", "by ", "to ", "through "}))
      continue;
    const bool named = starts_with(text.substr(at), "年") ||
                       (at < text.size() && (text[at] == ' ' || text[at] == ',' || text[at] == '.'));
    const int year = named ? year_before(text, at) : 0;
    if (year != 0) most = std::max(most, ++times[year]);
  }
  int latest = 0;
  for (const auto& [year, n] : times) {
    if (n >= 3 && n * 3 >= most) latest = year;
  }
  return latest;
}

void set_code(DocumentInfo& info, std::string_view opening, std::optional<int> year) {
  if (!info.region) return;
  const std::optional<Region> region = region::region_of(*info.region, year, opening);
  if (!region) return;
  info.region_code = region->code;
  if (!region->superior.empty()) info.region_superior = region->superior;
}

std::string_view tag_of(text::Language language) {
  switch (language) {
    case text::Language::zh_hant:
      return "zh-Hant";
    case text::Language::en:
      return "en";
    case text::Language::zh_hans:
      break;
  }
  return "zh-Hans";
}

}  // namespace

DocumentInfo DocumentReader::read(std::string_view normalized, const text::Segmentation& segmentation, text::Language language) {
  const bool english = language == text::Language::en;
  const Regions regions(lexicon_);
  const std::string_view head = head_of(normalized);
  // The address is followed by a sentence that may name the speaker's government or the congress.
  const std::string_view opening = clip(normalized, 0, head.size() + 300 * han);

  DocumentInfo info;
  info.language = std::string(tag_of(language));
  info.title = title_of(normalized, segmentation, english);
  const std::optional<Date> date = date_of_speech(head, english);
  if (date) info.date = to_iso(*date);

  const std::optional<Session> session = english ? std::nullopt : session_in(opening, regions);
  if (english) {
    info.region = english_region(normalized, regions);
  } else {
    if (session) info.region = session->region;
    if (!info.region && has(opening, "代表国务院")) info.region = std::string(nation);
    if (!info.region) info.region = region_of_speaker(opening, regions);
    if (!info.region && info.title) info.region = region_of_title(*info.title, regions);
    if (!info.region) info.region = region_by_frequency(normalized, lexicon_, names_);
    if (info.region) {
      std::optional<std::string> full = full_autonomous_name(*info.region, opening);
      if (full && !regions.is_official(*info.region)) info.region = std::move(full);
    }
  }

  if (info.title && is_communique(*info.title)) {  // it reports and plans nothing; its day is that of its publication
    if (const int year = year_of_title(info.title); year != 0) {
      info.review_year = year;
      set_code(info, opening, date ? date->year : year + 1);
      return info;
    }
  }

  // Order of trust: headings, the day of the speech, the session, how the parts open, the title, the years named.
  Years years = years_of_headings(normalized, segmentation, english);
  const auto settle = [&] {
    if (years.review == 0 && years.plan != 0) years.review = years.plan - 1;
    if (years.plan == 0 && years.review != 0) years.plan = years.review + 1;
    return years.plan != 0;
  };
  // I. Our Work in 2030, in a speech of March 2031, and no other heading names a year: it looks back.
  if (english && date && years.review == 0 && years.plan == years_of_date(*date).review) years = {};
  if (!settle() && date) years = years_of_date(*date);
  if (!settle() && session && session->congress != 0) years.plan = year_of_session(session->congress, session->number);
  const std::size_t plan = settle() ? 0 : plan_begin(normalized, segmentation, english);
  if (!settle() && !english) years = years_of_openings(normalized, segmentation, plan);
  if (!settle()) {  // 2030年预算执行情况的报告 looks back on its year
    const int year = year_of_title(info.title);
    (year != 0 && has(*info.title, "执行情况") ? years.review : years.plan) = year;
  }
  if (!settle() && plan < normalized.size()) years.review = year_named_often(normalized.substr(0, plan));
  if (settle()) {
    info.review_year = years.review;
    // 2031年上半年计划执行情况的报告: what it still plans is of its own year.
    const bool half = info.title && has(*info.title, "执行情况") && has_any(*info.title, {"上半年", "前三季度"});
    if (!half) info.plan_year = years.plan;
  }
  set_code(info, opening, date ? std::optional(date->year) : info.plan_year);
  return info;
}

}  // namespace zhibiao::extract
