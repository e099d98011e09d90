#include "cli/report_table.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "cli/table.hpp"

namespace cli {
namespace {

using zhibiao::Commitment;
using zhibiao::IndicatorInfo;
using zhibiao::Measure;
using zhibiao::Observation;
using zhibiao::Period;
using zhibiao::RelativeTarget;
using zhibiao::Report;
using zhibiao::Status;

// Line and column, in characters, of any offset: one walk over the text for the lines.
class Places {
 public:
  explicit Places(std::string_view text) : text_(text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines_.push_back(i + 1);
    }
  }

  std::string of(std::size_t offset) const {
    const auto line = std::upper_bound(lines_.begin(), lines_.end(), offset) - 1;
    const std::string_view before = text_.substr(*line, offset - *line);
    const auto column = std::count_if(before.begin(), before.end(),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return std::to_string(line - lines_.begin() + 1) + ':' + std::to_string(column + 1);
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> lines_ = {0};  // where each begins
};

// An observation or a goal without a number, as the table tells it.
struct Line {
  const IndicatorInfo* info = nullptr;  // none: an indicator that the lexicon does not list
  std::size_t order = 0;                // of the indicator in the lexicon
  std::string indicator, zh, en;
  std::optional<Measure> measure;       // none: a goal without a number
  Status status = Status::actual;
  std::optional<Commitment> commitment;
  std::string value;
  std::optional<Period> period, base;
  std::string scope;
  std::size_t begin = 0;  // of the evidence

  bool headline() const noexcept { return info != nullptr && info->headline; }
  std::string_view group() const noexcept { return info == nullptr ? std::string_view() : info->group; }
};

bool is_year(const std::optional<Period>& period, const std::optional<int>& year) {
  return period && year && !period->is_interval() && period->first_year == *year && period->quarter == 0 &&
         period->half == 0 && period->month == 0;
}

// Gross Regional Product (GRP); Gross Domestic Product (GDP): the first name is enough to know it by.
std::string first_name(std::string_view label) { return std::string(label.substr(0, label.find(';'))); }

Style style_of(const Line& line) {
  return line.status == Status::target ? Style::green : line.status == Status::estimate ? Style::yellow : Style::plain;
}

class Table {
 public:
  Table(const Report& report, std::string_view text, const std::vector<IndicatorInfo>& indicators, const TableLook& look)
      : report_(report),
        look_(look),
        language_(look.language.value_or(report.document.language == "en" ? Language::en : Language::zh)),
        places_(text) {
    collect(indicators);
  }

  std::string text() {
    std::string out = title();
    const std::vector<Line> targets = take_targets(), results = take_results();
    if (!targets.empty()) out += heading(year_words(report_.document.plan_year), {"主要目标", "headline targets"}) + of_targets(targets);
    if (!results.empty()) out += heading(year_words(report_.document.review_year), {"完成情况", "results"}) + of_results(results);
    if (!lines_.empty()) {
      const bool only = targets.empty() && results.empty();
      out += heading("", only ? Pair{"指标", "indicators"} : Pair{"其他", "other"}) + of_rest();
    }
    return out + summary(targets.size(), results.size());
  }

 private:
  std::string say(const Pair& pair) const { return std::string(pair.in(language_)); }

  void collect(const std::vector<IndicatorInfo>& indicators) {
    std::unordered_map<std::string_view, std::size_t> order;
    for (std::size_t i = 0; i < indicators.size(); ++i) order[indicators[i].id] = i;
    const auto line_of = [&](const std::string& indicator) {
      Line line;
      const auto found = order.find(indicator);
      line.order = found == order.end() ? indicators.size() : found->second;
      if (found != order.end()) line.info = &indicators[found->second];
      line.indicator = indicator;
      line.zh = line.info == nullptr ? indicator : line.info->label_zh;
      line.en = line.info == nullptr ? indicator : first_name(line.info->label_en);
      return line;
    };
    for (const Observation& seen : report_.observations) {
      Line line = line_of(seen.indicator);
      line.measure = seen.measure;
      line.status = seen.status;
      line.commitment = seen.commitment;
      line.value = value_words(seen.value, seen.measure, language_);
      line.period = seen.period;
      line.base = seen.base_period;
      line.scope = seen.scope.value_or("");
      line.begin = seen.evidence.span.begin;
      lines_.push_back(std::move(line));
    }
    for (const RelativeTarget& seen : report_.relative_targets) {
      Line line = line_of(seen.indicator);
      line.status = Status::target;
      line.commitment = seen.commitment;
      line.value = cell(relation_words(seen.relation, seen.reference, language_), longest);
      line.period = seen.period;
      line.begin = seen.evidence.span.begin;
      lines_.push_back(std::move(line));
    }
    std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) { return a.begin < b.begin; });
  }

  // Status, time and scope never leave a row, however narrow: a number without them would be told of something else.

  // The lines that `picks` wants, taken out of what is left.
  template <typename Picks>
  std::vector<Line> take(Picks picks) {
    const auto middle = std::stable_partition(lines_.begin(), lines_.end(), [&](const Line& line) { return !picks(line); });
    std::vector<Line> taken(std::make_move_iterator(middle), std::make_move_iterator(lines_.end()));
    lines_.erase(middle, lines_.end());
    return taken;
  }

  // Of the plan year and the whole region; one that is told twice stands in its first place, the other below the rest.
  std::vector<Line> take_targets() {
    std::vector<Line> seen;
    std::vector<Line> targets = take([&](const Line& line) {
      if (!line.headline() || line.status != Status::target || line.base || !line.scope.empty()) return false;
      if (!is_year(line.period, report_.document.plan_year)) return false;
      const bool again = std::any_of(seen.begin(), seen.end(), [&](const Line& other) {
        return std::tie(other.indicator, other.measure, other.commitment, other.value) ==
               std::tie(line.indicator, line.measure, line.commitment, line.value);
      });
      if (!again) seen.push_back(line);
      return !again;
    });
    std::stable_sort(targets.begin(), targets.end(), [](const Line& a, const Line& b) {
      return std::tie(a.order, a.measure, a.commitment) < std::tie(b.order, b.measure, b.commitment);
    });
    return targets;
  }

  std::vector<Line> take_results() {
    std::vector<Line> results = take([&](const Line& line) {
      return line.status != Status::target && is_year(line.period, report_.document.review_year);
    });
    std::stable_sort(results.begin(), results.end(), [](const Line& a, const Line& b) {
      return std::pair(!a.headline(), a.order) < std::pair(!b.headline(), b.order);
    });
    return results;
  }

  std::string measure(const Line& line) const {
    return line.measure ? std::string(measure_words(*line.measure, language_)) : say({"关系", "relation"});
  }

  std::string label(const Line& line) const { return cell(language_ == Language::zh ? line.zh : line.en, longest); }

  std::string period(const Line& line) const {
    std::string out = line.period ? period_words(*line.period, language_) : "";
    if (line.base) out += say({" 比", " on "}) + period_words(*line.base, language_);
    return out;
  }

  std::string of_targets(const std::vector<Line>& lines) const {
    const bool chinese = language_ == Language::zh;
    std::vector<Row> rows;
    rows.push_back({{say({"指标", "Indicator"}), chinese ? "Indicator" : "指标", say({"口径", "Measure"}), say({"目标值", "Target"}),
                     say({"力度", "Tier"}), say({"行:列", "Line:Col"})},
                    Style::faint});
    for (const Line& line : lines) {
      rows.push_back({{label(line), cell(chinese ? line.en : line.zh, longest), measure(line), line.value,
                       std::string(commitment_words(line.commitment.value_or(Commitment::expected), language_)), place(line)},
                      style_of(line)});
    }
    return fitted(std::move(rows), {{12, 0}, {14, 5}, {0, 2}, {}, {}, {0, 6}}, look_.width, look_.colour);
  }

  std::string of_results(const std::vector<Line>& lines) const {
    std::vector<Row> rows;
    rows.push_back({{say({"指标", "Indicator"}), say({"口径", "Measure"}), say({"数值", "Value"}), "", say({"比较", "Since"}),
                     say({"范围", "Scope"}), say({"行:列", "Line:Col"})},
                    Style::faint});
    for (const Line& line : lines) {
      rows.push_back({{label(line), measure(line), line.value,
                       line.status == Status::estimate ? std::string(status_words(line.status, std::nullopt, language_)) : "",
                       line.base ? say({"比", ""}) + period_words(*line.base, language_) : "", cell(line.scope, longest), place(line)},
                      style_of(line)});
    }
    return fitted(std::move(rows), {{12, 0}, {0, 2}, {}, {}, {}, {6, 0}, {0, 6}}, look_.width, look_.colour);
  }

  // By group: a row that names it before its rows, so that one set of widths serves all.
  std::string of_rest() const {
    std::vector<std::string_view> groups;
    for (const Line& line : lines_) groups.push_back(line.group());
    std::vector<Line> lines = lines_;
    std::unordered_map<std::string_view, std::size_t> first;  // order of a group: that of its first indicator
    for (const Line& line : lines) {
      const auto [at, is_new] = first.emplace(line.group(), line.order);
      if (!is_new) at->second = std::min(at->second, line.order);
    }
    std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
      return std::pair(first[a.group()], a.order) < std::pair(first[b.group()], b.order);
    });
    std::vector<Row> rows;
    rows.push_back({{say({"指标", "Indicator"}), say({"口径", "Measure"}), say({"数值", "Value"}), say({"性质", "Status"}),
                     say({"时间", "Period"}), say({"范围", "Scope"}), say({"行:列", "Line:Col"})},
                    Style::faint});
    std::optional<std::string_view> group;
    for (const Line& line : lines) {
      if (group != line.group()) {
        group = line.group();
        rows.push_back({{group->empty() ? say({"其他指标", "Others"}) : group_words(*group, language_)}, Style::cyan});
      }
      rows.push_back({{"  " + label(line), measure(line), line.value, std::string(status_words(line.status, line.commitment, language_)),
                       period(line), cell(line.scope, longest), place(line)},
                      style_of(line)});
    }
    return fitted(std::move(rows), {{12, 0}, {0, 2}, {}, {}, {}, {6, 0}, {0, 6}}, look_.width, look_.colour);
  }

  std::string place(const Line& line) const { return places_.of(line.begin); }

  std::string year_words(const std::optional<int>& year) const {
    return !year ? "" : std::to_string(*year) + say({"年", " "});
  }

  std::string heading(const std::string& year, const Pair& words) const {
    std::string text = year + say(words);
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return '\n' + styled(text, Style::bold, look_.colour) + '\n';
  }

  std::size_t line_width() const { return look_.width == 0 ? longest : look_.width; }

  std::string title() const {
    const zhibiao::DocumentInfo& document = report_.document;
    constexpr std::size_t around = 6;  // "== " and " =="
    std::string line = cell(document.title.value_or(say({"（无标题）", "(no title)"})), std::max(line_width(), 2 * around) - around);
    const std::size_t rule = std::min(line_width(), usual_width);
    const std::size_t used = display_width(line) + around - 2;
    line = "== " + line + ' ' + std::string(rule > used + 2 ? rule - used : 2, '=');
    std::string facts;
    const auto add = [&](const std::string& fact) {
      if (!fact.empty()) facts += (facts.empty() ? "" : " | ") + fact;
    };
    const auto year = [&](const std::optional<int>& number, const Pair& before) {
      return number ? say(before) + std::to_string(*number) + say({"年", ""}) : "";
    };
    if (document.region) add(*document.region);
    if (document.date) add(*document.date);
    add(year(document.review_year, {"回顾", "review of "}));
    add(year(document.plan_year, {"计划", "plan for "}));
    add(report_.source.path ? *report_.source.path : report_.source.id.value_or(""));
    return styled(line, Style::bold, look_.colour) + '\n' + styled(cell(facts, line_width()), Style::faint, look_.colour) + '\n';
  }

  std::string summary(std::size_t targets, std::size_t results) const {
    const auto number = [&](std::size_t count, const Pair& one, const Pair& many) {
      return std::to_string(count) + say(count == 1 ? one : many);
    };
    const std::string gap = say({"，", ", "});
    std::string out = number(targets, {"项主要目标", " headline target"}, {"项主要目标", " headline targets"}) + gap +
                      number(results, {"项完成情况", " result of the year"}, {"项完成情况", " results of the year"}) + gap +
                      number(lines_.size(), {"项其他", " other"}, {"项其他", " other"});
    if (const std::size_t notes = report_.notes.size(); notes > 0) {
      out += say({"；", "; "}) + number(notes, {"处未读出（--explain 说明原因）", " number left out (--explain says why)"},
                                         {"处未读出（--explain 说明原因）", " numbers left out (--explain says why)"});
    }
    return '\n' + cell(out, line_width()) + '\n';
  }

  static constexpr std::size_t longest = 100;      // cells of words that a text gives
  static constexpr std::size_t usual_width = 100;  // of the line that holds a title

  const Report& report_;
  const TableLook& look_;
  Language language_;
  Places places_;
  std::vector<Line> lines_;  // in text order; what no part has taken yet
};

}  // namespace

std::string report_table(const Report& report, std::string_view text, const std::vector<IndicatorInfo>& indicators,
                         const TableLook& look) {
  return Table(report, text, indicators, look).text();
}

}  // namespace cli
