#include "extract/outline.hpp"

#include <algorithm>
#include <charconv>

#include "text/find.hpp"
#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

constexpr int term_years = 5;
constexpr std::size_t opening_bytes = 240;  // how far into a sentence an opening may reach: some 80 characters

int number_in(std::string_view digits) {
  int n = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), n);
  return n;
}

// First year of the five-year plan with this name: 十四 of 十四五 is 2021.
int plan_period_start(std::string_view name) {
  constexpr std::string_view digits[] = {"一", "二", "三", "四", "五", "六", "七"};
  for (int i = 0; i < 7; ++i) {
    if (name.size() >= 6 && name.substr(3) == digits[i]) return 2006 + term_years * i;
  }
  constexpr std::string_view ordinals[] = {"9th", "10th", "11th", "12th", "13th", "14th", "15th"};
  constexpr std::string_view words[] = {"nin", "ten", "eleven", "twel", "thirteen", "fourteen", "fifteen"};
  const std::string lower = text::lower(name);
  for (int i = 0; i < 7; ++i) {
    if (lower == ordinals[i] || lower.starts_with(words[i])) return 1996 + term_years * i;
  }
  return 0;
}

using At = OutlineRow::At;

class OutlineReader {
 public:
  OutlineReader(const Model& model, std::string_view text, const DocumentInfo& document,
                match::Groups& groups, Outline& out)
      : model_(model),
        text_(text),
        review_(document.review_year.value_or(0)),
        plan_(document.plan_year.value_or(0)),
        groups_(groups),
        out_(out) {
    out_.zones.push_back({0, Part::review, review_, review_, "opening"});
  }

  void read(const text::Sentence& sentence, std::uint64_t characters) {
    // The title names a year too, often the plan's; it opens no part.
    const std::string_view line = text_.substr(sentence.begin, std::min<std::size_t>(sentence.end - sentence.begin, opening_bytes));
    if ((model_.title.may_match(characters) && is_title(line)) || (sentence.heading && is_title_of_budget(line))) return;
    leave_paragraph(sentence);
    groups_.use(match::engine_for(characters));
    std::uint32_t body = sentence.begin;
    bool heading = sentence.heading || behind_number_;
    behind_number_ = is_number(sentence);
    const char32_t opening = text::character_at(text_, sentence.begin);
    const bool may_be_marked = characters == match::every_character ||
                               (model_.heading_gate.may_begin(opening) && begins_mark(opening) &&
                                model_.heading_gate.may_match(characters));
    if (const std::size_t mark = may_be_marked ? mark_end(sentence) : std::string_view::npos; mark != std::string_view::npos) {
      body = static_cast<std::uint32_t>(mark);
      heading = true;
    }
    if (sentence.heading) {
      out_.sections.push_back({sentence.begin, text_.substr(sentence.begin, sentence.end - sentence.begin)});
    }
    const char32_t first = body < sentence.end ? text::character_at(text_, body) : 0;
    const bool every = characters == match::every_character;
    const std::string_view said = text_.substr(sentence.begin, sentence.end - sentence.begin);
    for (const std::uint32_t number : every ? std::span(model_.outline.all()) : rows_for(first, heading, characters)) {
      const OutlineRow& row = model_.outline[number];
      if (row.at == At::heading && !heading) continue;
      if (row.at == At::paragraph && (heading || sentence.paragraph == paragraph_)) continue;
      if (row.at == At::passage_end && !in_passage_) continue;
      if (row.at == At::passage && out_.zones.back().part != Part::plan) continue;
      if (row.at == At::years && !out_.zones.back().years()) continue;
      if (!row.gate.may_match(characters)) continue;
      if (!every && !row.musts.may_match(said)) continue;
      if (row.at == At::passage_end) {
        if (row.pattern.search(text_, sentence.begin, sentence.end, groups_)) go_back(sentence);
        continue;
      }
      if (row.at == At::anywhere) {
        if (!row.pattern.search(text_, sentence.begin, sentence.end, groups_)) continue;
      } else if (!row.pattern.match_at(text_, body, opening_end(body, sentence.end), groups_)) {
        continue;
      }
      const auto where = static_cast<std::uint32_t>(row.at == At::anywhere ? groups_[0].data() - text_.data() : sentence.begin);
      std::string_view year = row.y >= 0 ? groups_[static_cast<std::size_t>(row.y)] : std::string_view();
      const std::string_view plan_name =
          row.plan_name >= 0 ? groups_[static_cast<std::size_t>(row.plan_name)] : std::string_view();
      if (row.at == At::paragraph || row.at == At::passage) {
        enter_paragraph(row, sentence, number_in(year), plan_name);
        in_passage_ = row.at == At::passage && held_.has_value();
        break;
      }
      if (enter(row, where, number_in(year), plan_name, row.at == At::heading)) {
        if (row.at == At::heading) {
          heading_names_year_ = names_year(said);
          heading_names_plan_year_ = text::holds_one_of(said, {"今年", std::to_string(plan_) + "年"});
        }
        if (row.at == At::heading && !sentence.heading) out_.sections.push_back({sentence.begin, groups_[0]});
        if (row.at != At::anywhere) break;
      }
    }
    paragraph_ = sentence.paragraph;
    list_open_ = text_[sentence.end - 1] == ':' || (list_open_ && is_list_item(sentence));
  }

  void finish() {
    const auto earlier = [](const Zone& a, const Zone& b) { return a.begin < b.begin; };
    if (!std::is_sorted(out_.zones.begin(), out_.zones.end(), earlier)) {
      std::stable_sort(out_.zones.begin(), out_.zones.end(), earlier);
    }
  }

 private:
  // Of a sentence whose body begins there: a border of characters.
  std::size_t opening_end(std::uint32_t body, std::uint32_t end) const {
    std::size_t at = std::min<std::size_t>(end, body + opening_bytes);
    while (at < end && text::is_continuation(text_[at])) --at;
    return at;
  }

  std::span<const std::uint32_t> rows_for(char32_t first, bool heading, std::uint64_t characters) const {
    const OutlineTable::Rows& rows = model_.outline.beginning_with(first, heading);
    if (!rows.gate.may_match(characters) && !in_passage_ && !out_.zones.back().years()) return {};
    return rows.numbers;
  }

  bool begins_mark(char32_t c) const {
    return model_.heading_marks.empty() || match::holds(model_.heading_marks, c);
  }

  static bool is_title(std::string_view said) {
    const std::size_t at = said.find("工作报告");
    return at != std::string_view::npos && at < 90 && said.find("各位代表") == std::string_view::npos;
  }

  // 关于2030年预算执行情况和2031年预算草案的报告
  static bool is_title_of_budget(std::string_view line) {
    return line.ends_with("报告") && (line.find("执行情况") != std::string_view::npos || line.find("草案") != std::string_view::npos);
  }

  // "II." that the break rules took for a sentence of its own: what follows is its heading.
  bool is_number(const text::Sentence& sentence) const {
    const std::string_view said = text_.substr(sentence.begin, sentence.end - sentence.begin);
    return said.size() >= 2 && said.size() <= 5 && said.back() == '.' &&
           said.find_first_not_of("IVX0123456789.") == std::string_view::npos;
  }

  bool is_list_item(const text::Sentence& sentence) const {
    const std::string_view said = text_.substr(sentence.begin, sentence.end - sentence.begin);
    return sentence.paragraph == paragraph_ || said.starts_with("-") || said.starts_with("—") || said.starts_with("•");
  }

  // 一、2025年和“十四五”时期工作回顾: speaks of the year under review, whatever else it speaks of.
  bool names_year(std::string_view heading) const {
    return text::holds_one_of(heading, {"一年", "去年", "上年", std::to_string(review_) + "年"});
  }

  // Last year, …; Over the past five years: what opens a paragraph holds for it and for the list behind its colon.
  void enter_paragraph(const OutlineRow& row, const text::Sentence& sentence, int year, std::string_view plan_name) {
    const std::string& zone = row.entry->zone;
    const Zone before = out_.zones.back();
    const std::size_t zones = out_.zones.size();
    if (before.part == Part::annex || review_ == 0) return;
    if (zone == "review-years") open(row, sentence.begin, Part::review, review_ - term_years + 1, review_);
    else if (zone == "plan-years") open(row, sentence.begin, Part::plan, plan_, plan_ + term_years - 1);
    else if (zone == "period") open_plan_period(row, sentence.begin, plan_period_start(plan_name));
    else if (zone == "plan") open(row, sentence.begin, Part::plan, plan_, plan_);
    else if (zone == "again") return enter_again(row, sentence, year, plan_name);
    else if (zone == "review" || year == review_) open(row, sentence.begin, Part::review, review_, review_);
    if (out_.zones.size() > zones && !held_) held_ = before;
    held_by_ = sentence.begin;
  }

  // 2025年,… or “十四五”以来,… at the head of a paragraph, in a review: from five years to the year under review, or back. For good where the
  // heading names what is gone over to; else for the paragraph, unless one that begins with the year speaks of the five years.
  void enter_again(const OutlineRow& row, const text::Sentence& sentence, int year, std::string_view plan_name) {
    const Zone before = out_.zones.back();
    if (before.part == Part::plan && year != 0 && year == plan_ && before.years()) {  // in a plan, from five years to its first
      open(row, sentence.begin, Part::plan, plan_, plan_);
      if (heading_names_plan_year_) held_.reset();
      else if (!held_) held_ = before;
      held_by_ = sentence.begin;
      return;
    }
    if (before.part != Part::review) return;
    bool named = false;
    if (year != 0) {
      const std::string_view paragraph = text_.substr(sentence.begin, text_.find('\n', sentence.begin) - sentence.begin);
      named = heading_names_year_;
      if (year != review_ || !before.years() || (!named && text::holds_one_of(paragraph, {"年均", "累计", "五年"}))) return;
      open(row, sentence.begin, Part::review, review_, review_);
    } else {
      const int first = plan_period_start(plan_name);
      named = years_seen_;
      if (first == 0 || first + term_years - 1 != review_ || before.years()) return;
      open(row, sentence.begin, Part::review, first, review_);
    }
    if (named) held_.reset();
    else if (!held_) held_ = before;
    held_by_ = sentence.begin;
  }

  // A plan that is over is looked back on, one that has not begun is ahead; one that is under way may be either.
  void open_plan_period(const OutlineRow& row, std::uint32_t where, int first) {
    const int last = first + term_years - 1;
    if (first == 0 || (first <= review_ && last > review_)) return;
    open(row, where, last <= review_ ? Part::review : Part::plan, first, last);
  }

  void leave_paragraph(const text::Sentence& sentence) {
    if (!held_ || sentence.paragraph == paragraph_ || (list_open_ && is_list_item(sentence))) return;
    go_back(sentence);
  }

  // The zone that was held goes on.
  void go_back(const text::Sentence& sentence) {
    in_passage_ = false;
    Zone back = *held_;
    back.begin = sentence.begin;
    // A part that began inside the paragraph goes on instead.
    if (out_.zones.back().begin == held_by_) out_.zones.push_back(back);
    held_.reset();
  }

  std::size_t mark_end(const text::Sentence& sentence) {
    const bool marked = model_.heading_mark && model_.heading_mark->match_at(text_, sentence.begin, sentence.end, groups_);
    return marked ? sentence.begin + groups_[0].size() : std::string_view::npos;
  }

  // Opens a zone unless the row's word does not count here; says whether it settled the matter.
  bool enter(const OutlineRow& row, std::uint32_t where, int year, std::string_view plan_name, bool heading) {
    const std::string& zone = row.entry->zone;
    const Zone& now = out_.zones.back();
    if (now.part == Part::annex && !heading) return false;
    const bool planning = now.part == Part::plan;
    if (zone == "annex") return open(row, where, Part::annex, 0, 0);
    if (zone == "by-year") {
      if (year == 0) return false;
      if (year == plan_ && (heading || planning || year != review_)) return open(row, where, Part::plan, plan_, plan_);
      if (year == review_ && (heading || !planning)) return open(row, where, Part::review, review_, review_);
      return false;
    }
    if (zone == "period") {
      const int first = plan_period_start(plan_name);
      if (first == 0) return false;
      const int last = first + term_years - 1;
      if (review_ != 0 && last == review_) years_seen_ = true;
      if (review_ != 0 && last <= review_) {
        return planning && !heading ? false : open(row, where, Part::review, first, last);
      }
      // A plan that is under way is named in reviews too; only a heading makes a part of it.
      if (!heading && review_ != 0 && first <= review_) return false;
      return open(row, where, Part::plan, first, last);
    }
    // 我们也清醒认识到,…民间投资下降4%: behind five years, what is wanting is told of the last one.
    if (zone == "shortcomings") return now.part == Part::review && now.years() && open(row, where, Part::review, review_, review_);
    if (zone == "review" || zone == "review-years") {
      if (planning && !heading) return false;
      if (zone == "review") return open(row, where, Part::review, review_, review_);
      if (!heading && !years_seen_ && out_.zones.size() > 1) return false;
      years_seen_ = true;
      return open(row, where, Part::review, review_ == 0 ? 0 : review_ - term_years + 1, review_);
    }
    if (zone == "plan-years") {
      return open(row, where, Part::plan, plan_, plan_ == 0 ? 0 : plan_ + term_years - 1);
    }
    if (zone == "plan-bare") {
      if (planning) return false;
      return open(row, where, Part::plan, plan_, plan_);
    }
    if (zone == "plan" || zone == "plan-goal") {
      if (plan_ == 0 && year != 0 && zone == "plan-goal") return open(row, where, Part::plan, year, year);  // no date at all
      if (year != 0 && year != plan_) return false;
      if (planning && !now.years()) return false;
      return open(row, where, Part::plan, plan_, plan_);
    }
    return false;
  }

  bool open(const OutlineRow& row, std::uint32_t where, Part part, int first, int last) {
    const Zone& now = out_.zones.back();
    if (now.part == part && now.first_year == first && now.last_year == last) return true;
    out_.zones.push_back({where, part, first, last, row.entry->id});
    return true;
  }

  const Model& model_;
  std::string_view text_;
  int review_, plan_;
  bool years_seen_ = false;
  bool heading_names_year_ = false;  // see names_year(): the heading that opened the part
  bool heading_names_plan_year_ = false;
  bool behind_number_ = false;
  bool in_passage_ = false;         // 过去一年,… inside a plan
  bool list_open_ = false;          // the last sentence ends in a colon, or is an item of the list behind one
  std::uint32_t paragraph_ = ~0u;   // of the last sentence
  std::uint32_t held_by_ = 0;       // where the paragraph's own zone begins
  std::optional<Zone> held_;        // the zone that goes on behind the paragraph
  match::Groups& groups_;
  Outline& out_;
};

}  // namespace

const Zone& Outline::zone_at(std::uint32_t position) const {
  auto next = std::upper_bound(zones.begin(), zones.end(), position,
                               [](std::uint32_t p, const Zone& zone) { return p < zone.begin; });
  return *(next == zones.begin() ? next : std::prev(next));
}

std::string_view Outline::section_at(std::uint32_t position) const {
  auto next = std::upper_bound(sections.begin(), sections.end(), position,
                               [](std::uint32_t p, const Section& section) { return p < section.begin; });
  return next == sections.begin() ? std::string_view() : std::prev(next)->heading;
}

Outline read_outline(const Model& model, std::string_view text, const text::Segmentation& segmentation,
                     std::span<const std::uint64_t> characters, const DocumentInfo& document) {
  Outline out;
  read_outline(model, text, segmentation, characters, document, out);
  return out;
}

void read_outline(const Model& model, std::string_view text, const text::Segmentation& segmentation,
                  std::span<const std::uint64_t> characters, const DocumentInfo& document, Outline& out) {
  out.clear();
  OutlineReader reader(model, text, document, out.groups, out);
  for (std::size_t i = 0; i < segmentation.sentences.size(); ++i) {
    reader.read(segmentation.sentences[i], characters[i]);
  }
  reader.finish();
}

}  // namespace zhibiao::extract
