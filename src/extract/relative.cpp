#include "extract/relative.hpp"

#include <algorithm>
#include <string>

#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

class RelativeReader {
 public:
  RelativeReader(const Context& context, const Lexed& lexed, std::uint32_t list_head, RowMatcher& rows,
                 std::vector<Relative>& out)
      : c_(context), lexed_(lexed), list_head_(list_head), rows_(rows), out_(out) {}

  void run() {
    const std::string& letters = lexed_.letters;
    for (std::uint32_t i = 0; i < letters.size();) {
      const std::uint32_t next = match(i);
      i = next > i ? next : i + 1;
    }
  }

 private:
  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return c_.text.substr(lexed_.tokens[first].begin, lexed_.tokens[last - 1].end - lexed_.tokens[first].begin);
  }

  std::uint32_t match(std::uint32_t i) {
    rows_.look_at(i);
    while (const Row* row = rows_.next()) {
      const bool continues = row->entry->attributes.contains("continues");
      if (continues && (subject_.empty() || i != subject_end_)) continue;
      if (!apply(*row, continues)) continue;
      subject_end_ = rows_.end();
      return subject_end_;
    }
    return i;
  }

  struct Part {
    std::uint32_t begin = 0, end = 0;
  };
  Part part(int group) const {
    if (group < 0 || rows_.groups()[static_cast<std::size_t>(group)].data() == nullptr) return {};
    const std::string_view g = rows_.groups()[static_cast<std::size_t>(group)];
    const auto begin = static_cast<std::uint32_t>(g.data() - lexed_.letters.data());
    return {begin, static_cast<std::uint32_t>(begin + g.size())};
  }

  bool apply(const Row& row, bool continues) {
    const Part h = part(row.heads), o = part(row.from), c = part(row.compare);
    std::optional<Relation> relation;
    if (const auto named = row.entry->attributes.find("relation"); named != row.entry->attributes.end()) {
      relation = parse_relation(named->second);
    } else if (c.begin < c.end) {
      const CueEntry* cue = cue_of(c_.model, lexed_.tokens[c.begin]);
      if (cue == nullptr) return false;
      relation = parse_relation(cue->value);
    }
    if (!relation) return false;
    if (row.says_at_least && !says_at_least(o)) return false;
    if (*relation == Relation::stretch) {
      if (list_head_ == no_index) return false;
      Relative r;
      // 城镇新增就业7000人,力争更多: more of these, and not a better result of all.
      const std::string_view said = words(o.begin, o.end);
      const CueEntry* word = cue_of(c_.model, lexed_.tokens[o.begin]);
      const bool strives = word != nullptr && word->value == "strive";  // 力争更好 is one word: 更好 alone stands in many a sentence
      if (part_of_whole().begin == o.begin && !strives) return false;
      const bool of_item = said.ends_with("更低") || said.ends_with("更多");
      const std::uint32_t own = joined_item(part_of_whole().begin, of_item ? LetterSet("/,") : LetterSet("/"));
      if (of_item && own == no_index) return false;
      r.indicator = own == no_index ? list_head_ : c_.model.roles[lexed_.tokens[own].word].name;
      r.relation = *relation;
      add(r, part_of_whole(), o.begin);
      if (strives) out_.back().commitment = Commitment::strive;
      return true;
    }
    Relative r;
    r.relation = *relation;
    if (!set_reference(o, r)) return false;
    const auto placed = row.entry->attributes.find("behind");
    const bool behind = placed != row.entry->attributes.end();
    if (behind && placed->second == "yes") {  // 甲增长11%、增速高于…: of the item before
      const std::uint32_t own = item_before(part_of_whole().begin);
      if (c.begin < c.end && lexed_.letters[c.begin] == 'X' && !joins(c)) return false;
      const std::uint32_t unnumbered = own == no_index ? growing_before(part_of_whole().begin) : no_index;
      if (own == no_index && unnumbered == no_index) return false;
      subject_.clear();
      if (own != no_index) subject_.push_back({c_.model.roles[lexed_.tokens[own].word].name, own});
      else add_subject(unnumbered);
    } else if (!continues) {
      subject_.clear();
      for (std::uint32_t k = h.begin; k < h.end; ++k) {
        if (lexed_.letters[k] != 'N') continue;
        if (k > 0 && lexed_.letters[k - 1] == 'o') continue;  // 快于GDP增速、…: what the one before is compared with
        if (const Part tail = part(row.tail); tail.begin < tail.end) {  // 研发经费投入年均增长7%、投入强度高于…
          const std::uint32_t named = named_by_tail(words(k, k + 1), std::string(words(tail.begin, tail.end)));
          if (named != no_index) subject_.push_back({named, tail.begin});
          continue;
        }
        add_subject(k);
      }
    }
    if (subject_.empty()) return false;
    if (const Part second = part(row.pred_after); second.begin < second.end) return pair(r, second);
    for (const Subject& s : subject_) {
      r.indicator = s.indicator;
      r.mention = {lexed_.tokens[s.token].begin, lexed_.tokens[s.token].end};
      const Part whole = part_of_whole();
      // 增长7.7%以上,力争高于全国平均水平: 力争 speaks of what is compared.
      add(r, {std::min(s.token, whole.begin), whole.end}, behind ? c.begin : s.token);
    }
    return true;
  }

  // The indicator whose name a beginning of `name` and `tail` make.
  std::uint32_t named_by_tail(std::string_view name, const std::string& tail) const {
    const text::Borders borders = text::character_borders(name);
    for (std::size_t b = borders.size() - 1; b > 1; --b) {
      const auto found = c_.model.splits.find({std::string(name.substr(0, borders[b])), tail});
      if (found != c_.model.splits.end()) return found->second;
    }
    return no_index;
  }

  // 城乡居民收入增速分别高于A和B: the first above A, the second above B; `r` holds what the first is compared with.
  bool pair(const Relative& first, Part reference) {
    Relative second = first;
    if (subject_.size() != 2 || !set_reference(reference, second)) return false;
    for (std::size_t k = 0; k < 2; ++k) {
      Relative r = k == 0 ? first : second;
      r.indicator = subject_[k].indicator;
      r.mention = {lexed_.tokens[subject_[k].token].begin, lexed_.tokens[subject_[k].token].end};
      const Part whole = part_of_whole();
      add(r, {std::min(subject_[k].token, whole.begin), whole.end}, subject_[k].token);
    }
    return true;
  }

  // 固定资产投资…、力争更好结果: the name of the item that 、 joins before token i, one indicator.
  std::uint32_t joined_item(std::uint32_t i, LetterSet marks) const {
    return i > 0 && one_of(lexed_.letters[i - 1], marks) ? item_before(i - 1) : no_index;
  }

  void add_subject(std::uint32_t name) {
    const std::uint32_t indicator = c_.model.roles[lexed_.tokens[name].word].name;
    const IndicatorEntry& entry = c_.model.indicator(indicator);
    if (entry.expands_to.empty()) subject_.push_back({indicator, name});
    for (const std::string& id : entry.expands_to) subject_.push_back({c_.model.indicator_by_id.at(id), name});
  }

  // 居民收入稳步增长,|与经济增长基本同步: the name that is the clause before with nothing but its growth.
  std::uint32_t growing_before(std::uint32_t i) const {
    std::uint32_t k = i;
    bool grows = false;
    while (k > 0 && one_of(lexed_.letters[k - 1], "gVcTj")) grows = lexed_.letters[--k] == 'g' || grows;
    if (!grows || k == 0 || lexed_.letters[k - 1] != 'N') return no_index;
    const bool opens = k == 1 || one_of(lexed_.letters[k - 2], ",;:.mMU");
    return opens ? k - 1 : no_index;
  }

  // The name of the item whose number stands before the mark at token i, one indicator.
  std::uint32_t item_before(std::uint32_t i) const {
    if (i == 0 || lexed_.letters[i - 1] != 'Q') return no_index;
    for (std::uint32_t k = i - 1; k-- > 0 && !one_of(lexed_.letters[k], "/,;:.&");) {
      if (lexed_.letters[k] != 'N') continue;
      const bool one = c_.model.indicator(c_.model.roles[lexed_.tokens[k].word].name).expands_to.empty();
      return one ? k : no_index;
    }
    return no_index;
  }

  // …3%以上,与|经济增长同步
  bool joins(Part c) const {
    const std::string_view said = words(c.begin, c.end);
    return said == "与" || said == "和" || said == "同" || said == "跟";
  }

  // 不低于全国平均水平, 保持在全国平均水平以上
  bool says_at_least(Part o) const {
    const CueEntry* before = cue_of(c_.model, lexed_.tokens[o.begin - 1]);
    return (before != nullptr && before->value == at_least_value) ||
           words(o.begin, o.end).find(at_least_word) != std::string_view::npos;
  }

  Part part_of_whole() const { return part(0); }

  void add(Relative r, Part evidence, std::uint32_t place) {
    r.evidence = {lexed_.tokens[evidence.begin].begin, lexed_.tokens[evidence.end - 1].end};
    if (r.mention.empty()) r.mention = {lexed_.tokens[place].begin, lexed_.tokens[place].end};
    r.commitment = commitment_at(c_, lexed_, place);
    r.period = period_at(c_, lexed_, place);
    out_.push_back(r);
  }

  bool set_reference(Part o, Relative& r) const {
    if (o.begin == o.end) return false;
    const std::string_view said = words(o.begin, o.end);
    const auto says = [&](std::string_view part_of) { return said.find(part_of) != std::string_view::npos; };
    r.reference_words = {lexed_.tokens[o.begin].begin, lexed_.tokens[o.end - 1].end};
    const std::uint32_t last = o.end - 1;
    if (lexed_.letters[last] == 'W') {  // 与上年持平
      if (!says("持平")) return false;
      r.reference = "last_year";
      return true;
    }
    if (lexed_.letters[last] == 'L') {  // 全部投资
      r.reference = "other";
      return true;
    }
    if (lexed_.letters[last] == 'N') {
      const std::string& id = c_.model.indicator(c_.model.roles[lexed_.tokens[last].word].name).id;
      if (id == "gdp") r.reference = "gdp";
      else if (id == "urban_disposable_income_per_capita") r.reference = "urban_income";
      else r.reference = "other";
      if (lexed_.letters[o.begin] == 'U' && says("全国")) r.reference = "national_average";
      return true;
    }
    if (says("全国") || says("国家") || says("national average")) r.reference = "national_average";
    else if (says("provincial average")) r.reference = "provincial_average";
    else if (says("全市") && !in_municipality()) r.reference = "other";  // of the prefecture
    else if (says("全省") || says("全市") || says("全区") || says("兵团") || says("全疆")) r.reference = "provincial_average";
    else if (says("城镇居民") || says("城镇")) r.reference = "urban_income";
    else if (says("经济")) r.reference = "gdp";
    else if (says("平均") || says("五”")) r.reference = "other";  // “十四五”时期
    else return false;
    return true;
  }

  // The own region is a district of Beijing, Tianjin, Shanghai or Chongqing, as far as its name tells: 全市 is the province.
  bool in_municipality() const {
    if (!c_.document.region) return false;
    const std::string_view name = *c_.document.region;
    constexpr std::string_view district = "区";
    return name.size() > district.size() && name.substr(name.size() - district.size()) == district;
  }

  struct Subject {
    std::uint32_t indicator, token;
  };

  const Context& c_;
  const Lexed& lexed_;
  std::uint32_t list_head_;
  RowMatcher& rows_;
  std::vector<Relative>& out_;
  std::vector<Subject> subject_;
  std::uint32_t subject_end_ = no_index;
};

}  // namespace

void read_relative(const Context& context, const Lexed& lexed, bool english, std::uint32_t list_head,
                   RowMatcher& rows, std::vector<Relative>& out) {
  const std::string_view letters = lexed.letters;
  if (find(letters, 0, "ZoHWc") == letters.size()) return;
  if (find(letters, 0, "ZoHW") == letters.size() && lexed.letters.find("cU") == std::string::npos && lexed.letters.find("cN") == std::string::npos &&
      lexed.letters.find("cX") == std::string::npos) {
    return;
  }
  rows.begin_sentence(lexed.letters, english);
  RelativeReader(context, lexed, list_head, rows, out).run();
}

}  // namespace zhibiao::extract
