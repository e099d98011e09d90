#include "texts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>

namespace zhibiao::bench {
namespace {

constexpr std::string_view stop = "。";

// --- words --------------------------------------------------------------------------------------------------------
constexpr std::string_view adverbs[] = {"深入", "扎实", "全面", "持续", "大力", "着力", "统筹", "有序",
                                        "加快", "稳步", "纵深", "系统", "精准", "有效", "不断", "积极"};
constexpr std::string_view verbs[] = {"推进", "实施", "优化", "提升", "完善", "健全", "培育", "壮大",
                                      "巩固", "拓展", "深化", "落实", "打造", "建设", "改善", "激发"};
constexpr std::string_view qualities[] = {"现代化", "高水平", "特色", "绿色", "智能", "开放", "宜居", "普惠",
                                          "融合", "协同", "安全", "韧性", "共享", "文明", "创新", "法治"};
constexpr std::string_view things[] = {"产业体系", "营商环境", "城市功能", "乡村风貌", "公共服务", "治理能力",
                                       "人才队伍", "生态屏障", "交通网络", "平台载体", "文化品牌", "要素保障",
                                       "改革举措", "协作机制", "数字底座", "社区阵地", "物流枢纽", "水系格局"};
constexpr std::string_view results[] = {"干部作风持续好转", "群众获得感不断增强", "发展活力充分迸发",
                                        "社会大局和谐稳定", "各项工作迈上新台阶", "基层基础更加牢固",
                                        "一批难题得到破解", "城乡面貌焕然一新"};
constexpr std::string_view places[] = {"澜浦", "云栖口", "临屏", "沧岭", "望溪", "雁回", "青禾塘", "北汀"};

// Name of an indicator, the unit of its level; no unit: growth only.
struct Topic {
  std::string_view name, unit;
};
constexpr Topic topics[] = {{"地区生产总值", "亿元"}, {"规模以上工业增加值", ""}, {"固定资产投资", ""},
                            {"社会消费品零售总额", "亿元"}, {"一般公共预算收入", "亿元"}, {"进出口总额", "亿元"},
                            {"城镇居民人均可支配收入", "元"}, {"农村居民人均可支配收入", "元"}, {"实际使用外资", "亿美元"},
                            {"粮食产量", "万吨"}, {"城镇新增就业", "万人"}, {"技术合同成交额", "亿元"}};
// Numbers of what is no indicator.
constexpr std::string_view counted[] = {"整治背街小巷{}条", "办好民生实事{}件", "走访企业{}家次", "组织招商活动{}场",
                                        "新植行道树{}株", "修订制度{}项", "受理诉求{}件", "打通断头路{}条",
                                        "举办赛事{}场", "选派干部{}名", "更新路灯{}盏", "建成口袋公园{}处"};

template <typename Words>
std::string_view one_of(Random& random, const Words& words) {
  return words[random.below(std::size(words))];
}

std::string number(Random& random, std::size_t whole_below, bool fraction) {
  std::string out = std::to_string(1 + random.below(whole_below));
  if (fraction) out += '.' + std::to_string(1 + random.below(9));
  return out;
}

// --- sentences ----------------------------------------------------------------------------------------------------
void add(std::string& out, std::initializer_list<std::string_view> parts) {
  for (const std::string_view part : parts) out += part;
}

void prose_clause(Random& random, std::string& out) {
  add(out, {one_of(random, adverbs), one_of(random, verbs), one_of(random, qualities), one_of(random, things)});
}

std::string prose(Random& random) {
  std::string out;
  for (std::size_t clauses = 1 + random.below(4); clauses > 0; --clauses) {
    prose_clause(random, out);
    out += "，";
  }
  add(out, {one_of(random, results), stop});
  return out;
}

std::string name_only(Random& random) {
  std::string out;
  add(out, {"更好稳定", topics[random.below(std::size(topics))].name, "的支撑，"});
  prose_clause(random, out);
  return out += stop;
}

std::string counts(Random& random) {
  std::string out;
  prose_clause(random, out);
  for (std::size_t clauses = 1 + random.below(2); clauses > 0; --clauses) {
    const std::string_view form = one_of(random, counted);
    const std::size_t hole = form.find("{}");
    add(out, {"，", form.substr(0, hole), number(random, 900, false), form.substr(hole + 2)});
  }
  for (std::size_t clauses = 1 + random.below(3); clauses > 0; --clauses) {
    out += "，";
    prose_clause(random, out);
  }
  return out += stop;
}

std::string result(Random& random) {
  std::string out;
  for (std::size_t clauses = 1 + random.below(2); clauses > 0; --clauses) {
    const Topic& topic = topics[random.below(std::size(topics))];
    if (!out.empty()) out += "；";
    out += topic.name;
    if (!topic.unit.empty()) add(out, {number(random, 2000, true), topic.unit, "，"});
    add(out, {"增长", number(random, 12, true), "%"});
  }
  return out += stop;
}

std::string goal(Random& random) {
  const Topic& topic = topics[random.below(std::size(topics))];
  const std::string_view behind[] = {"左右", "以上", ""};
  std::string out;
  add(out, {topic.name, "增长", number(random, 9, true), "%", one_of(random, behind), "；"});
  return out;
}

// A sentence of the samples with other digits. Years keep theirs, so that the outline still holds.
std::string varied(Random& random, std::string_view sample) {
  std::string out;
  for (std::size_t at = 0; at < sample.size();) {
    std::size_t end = at;
    while (end < sample.size() && std::isdigit(static_cast<unsigned char>(sample[end])) != 0) ++end;
    if (end == at) {
      out += sample[at++];
      continue;
    }
    const bool year = end - at == 4 && sample.substr(end).starts_with("年");
    for (; at < end; ++at) out += year ? sample[at] : static_cast<char>('1' + random.below(9));
  }
  return out;
}

std::string body_sentence(Random& random, const std::vector<std::string>& samples) {
  const std::size_t kind = random.below(100);
  if (kind < 3) return result(random);
  if (kind == 3 && !samples.empty()) return varied(random, samples[random.below(samples.size())]);
  if (kind < 27) return counts(random);
  if (kind < 35) return name_only(random);
  return prose(random);
}

void body(Random& random, std::size_t end, const std::vector<std::string>& samples, std::string& out) {
  constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};
  std::size_t headings = 0;
  while (out.size() < end) {
    if (random.one_in(3)) {
      add(out, {"（", digits[headings++ % std::size(digits)], "）"});
      prose_clause(random, out);
      out += '\n';
    }
    for (std::size_t sentences = 3 + random.below(6); sentences > 0; --sentences) out += body_sentence(random, samples);
    out += '\n';
  }
}

std::vector<std::string> sentences_of(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = text.find(stop, at);
    end = end == std::string_view::npos ? text.size() : end + stop.size();
    std::string sentence(text.substr(at, end - at));
    std::erase(sentence, '\n');
    if (!sentence.empty()) out.push_back(std::move(sentence));
    at = end;
  }
  return out;
}

// ASCII digits and full-width ones, U+FF10 to U+FF19.
std::size_t count_digits(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    digits += text[i] >= '0' && text[i] <= '9';
    digits += text[i] >= '\x90' && text[i] <= '\x99' && i >= 2 && text.substr(i - 2, 2) == "\xEF\xBC";
  }
  return digits;
}

bool has_digit(std::string_view text) { return count_digits(text) > 0; }

std::string repeated(std::string_view head, std::initializer_list<std::string_view> parts, std::string_view tail,
                     std::size_t bytes) {
  std::string out(head);
  while (out.size() + tail.size() < bytes) {
    for (const std::string_view part : parts) out += part;
  }
  return out += tail;
}

}  // namespace

std::uint64_t Random::next() {
  std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return z ^ (z >> 31);
}

std::vector<std::string> sample_sentences(const std::filesystem::path& samples) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(samples)) {
    const std::string name = entry.path().stem().string();
    if (entry.path().extension() == ".txt" && !name.ends_with("-en")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> out;
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = std::min(text.find('\n', at), text.size());
      for (std::string& sentence : sentences_of(std::string_view(text).substr(at, end - at))) {
        if (sentence.ends_with(stop) && has_digit(sentence)) out.push_back(std::move(sentence));
      }
      at = end + 1;
    }
  }
  return out;
}

std::string report(std::uint64_t seed, std::size_t bytes, const std::vector<std::string>& samples) {
  Random random(seed);
  const std::size_t year = 2014 + random.below(10);
  const std::string last = std::to_string(year), next = std::to_string(year + 1);
  const std::string_view place = one_of(random, places);
  std::string out;
  add(out, {"政府工作报告\n——", next, "年1月", number(random, 28, false), "日在", place, "市人民代表大会会议上\n", place,
            "市人民政府市长\n\n各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n\n一、", last, "年工作回顾\n"});
  body(random, bytes * 45 / 100, samples, out);
  add(out, {"\n二、", next, "年工作要求与目标\n今年经济社会发展的主要预期目标是："});
  for (std::size_t goals = 1 + bytes / 8000; goals > 0; --goals) out += goal(random);
  add(out, {results[0], stop, "\n\n三、", next, "年重点工作\n"});
  body(random, bytes, samples, out);
  return out;
}

std::string full_width(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if ((c >= '0' && c <= '9') || c == '%' || c == '.' || c == '(' || c == ')') {
      out += {'\xEF', '\xBC', static_cast<char>(0x80 + (c - 0x20))};  // U+FF00 + (c - 0x20)
    } else {
      out += c;
    }
  }
  return out;
}

std::string shuffled(std::string_view text, std::uint64_t seed) {
  Random random(seed);
  std::vector<std::string> sentences = sentences_of(text);
  for (std::size_t i = sentences.size(); i > 1; --i) std::swap(sentences[i - 1], sentences[random.below(i)]);
  std::string out;
  for (const std::string& sentence : sentences) out += sentence;
  return out;
}

std::string without_candidates(std::uint64_t seed, std::size_t bytes) {
  Random random(seed);
  std::string out;
  while (out.size() < bytes) {
    for (std::size_t sentences = 3 + random.below(6); sentences > 0; --sentences) out += prose(random);
    out += '\n';
  }
  return out;
}

Density density(std::string_view text) {
  Density d;
  std::size_t held = 0;
  for (const std::string& sentence : sentences_of(text)) held += has_digit(sentence) ? sentence.size() : 0;
  const auto size = static_cast<double>(std::max<std::size_t>(text.size(), 1));
  d.digits = 1000 * static_cast<double>(count_digits(text)) / size;
  d.in_digit_sentences = static_cast<double>(held) / size;
  return d;
}

std::vector<Hostile> hostile(std::size_t n) {
  // Everything one sentence: an ordinary report of which the punctuation is gone, again and again, so that what is read a byte
  // does not hang on n.
  std::string bare = report(1, 6000, {});
  for (const std::string_view mark : {"。", "，", "；", "：", "、", "\n", "（", "）", "——"}) {
    for (std::size_t at = bare.find(mark); at != std::string::npos; at = bare.find(mark, at)) bare.erase(at, mark.size());
  }

  std::string deep;
  while (deep.size() < n / 2) deep += "（";
  deep += "粮食产量5万吨";
  while (deep.size() < n) deep += "）";

  return {
      {"digits, one run", repeated("粮食产量", {"7"}, "吨。", n)},
      {"digits, full-width", repeated("", {"７"}, "。", n)},
      {"digits in groups", repeated("", {"1,"}, "1。", n)},
      {"numerals in characters", repeated("", {"三千", "亿", "零"}, "。", n)},
      {"names in a list, no number", repeated("", {"粮食产量、"}, "棉花。", n)},
      {"unknown words in a list", repeated("", {"甲乙、"}, "丙。", n)},
      {"names in a list, numbers in a list", repeated(repeated("", {"出口、"}, "进口", n * 2 / 5) + "分别增长", {"5%、"}, "5%。", n)},
      {"one name, repeated", repeated("", {"粮食产量"}, "。", n)},
      {"name and number, commas", repeated("", {"粮食产量5万吨，"}, "。", n)},
      {"name and number, nothing between", repeated("", {"粮食产量5万吨"}, "。", n)},
      {"one name, then numbers", repeated("粮食产量", {"5万吨，"}, "。", n)},
      {"names joined by 和", repeated("", {"出口和"}, "进口增长5%。", n)},
      {"deep brackets", deep},
      {"brackets opened only", repeated("", {"（"}, "", n)},
      {"marks only", repeated("", {"，"}, "", n)},
      {"blanks only", repeated("甲", {"\u3000"}, "乙", n)},
      {"years", repeated("", {"2024年"}, "。", n)},
      {"headings", repeated("", {"一、2024年工作回顾\n二、2025年工作目标\n"}, "", n)},
      {"of which, of which", repeated("进出口5亿元", {"，其中出口3亿元"}, "。", n)},
      {"one line without punctuation", repeated("", {bare}, "", n)},
      {"ASCII letters, one word", repeated("", {"gdp"}, "", n)},
  };
}

}  // namespace zhibiao::bench
