#include "extract/model.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "lexicon/image.hpp"
#include "text/utf8.hpp"
#include "value/characters.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::pair<std::string_view, RowReading> readings[] = {
    {"one", RowReading::one},
    {"each", RowReading::each},
    {"each_tail", RowReading::each_tail},
    {"pairs", RowReading::pairs},
    {"coordinated", RowReading::coordinated},
    {"split", RowReading::split},
    {"fixed", RowReading::fixed},
    {"number_first", RowReading::number_first},
    {"by_time", RowReading::by_time},
    {"growth_first", RowReading::growth_first},
    {"carry", RowReading::carry},
    {"carry_tail", RowReading::carry_tail},
    {"carry_pairs", RowReading::carry_pairs},
    {"carry_share", RowReading::carry_share},
    {"share_by_name", RowReading::share_by_name},
    {"of_gdp", RowReading::of_gdp},
    {"percent_of", RowReading::percent_of},
    {"start", RowReading::start},
    {"doubled", RowReading::doubled},
    {"or", RowReading::or_else},
    {"elliptic", RowReading::elliptic},
    {"of_which", RowReading::of_which},
    {"units", RowReading::units},
    {"relative", RowReading::relative},
    {"skip", RowReading::skip},
    {"refuse", RowReading::refuse},
    {"milestones", RowReading::milestones},
};

std::optional<RowReading> reading_named(std::string_view name) {
  for (const auto& [spelling, reading] : readings) {
    if (spelling == name) return reading;
  }
  return std::nullopt;
}

using match::holds;

class Compiler {
 public:
  Compiler(const LexiconData& data, Tables& tables) : data_(data), tables_(tables) {}

  void add_words() {
    lexicon::Vocabulary vocabulary = lexicon::Vocabulary::of(data_);
    tables_.words = std::move(vocabulary.words);
    tables_.roles = std::move(vocabulary.roles);
    tables_.splits = std::move(vocabulary.splits);
  }

  std::optional<Error> add_units() {
    auto units = value::UnitTable::create(data_);
    if (!units) return units.error();
    tables_.units = *std::move(units);
    return std::nullopt;
  }

  std::optional<Error> add_cue_patterns() {
    CuePatterns& patterns = tables_.cue_patterns;
    std::vector<std::optional<match::Syntax>> read_by_letters;
    for (std::uint32_t c = 0; c < data_.cues.size(); ++c) {
      if (data_.cues[c].pattern.empty()) continue;
      auto pattern = compile_for_text(data_.cues[c].pattern, "cues.json: " + data_.cues[c].id);
      if (!pattern) return pattern.error();
      CuePattern row;
      row.cue = c;
      row.letter = data_.cues[c].letter;
      row.before_names = row.letter == 'X' || data_.cues[c].value == "before-names";
      row.pattern = pattern->pattern;
      row.gate = gate_of(pattern->syntax);
      row.musts = musts_of(pattern->syntax);
      row.y = pattern->group("y");
      row.z = pattern->group("z");
      row.m = pattern->group("m");
      row.q = pattern->group("q");
      row.h = pattern->group("h");
      patterns.rows.push_back(std::move(row));
      const bool fits = pattern->syntax && !pattern->syntax->root.may_be_empty() && match::is_linear(*pattern->syntax) &&
                        match::LetterProgram::compile(*pattern->syntax) && patterns.letters.add(*pattern->syntax);
      read_by_letters.push_back(fits ? std::move(pattern->syntax) : std::nullopt);
    }
    for (std::size_t k = 0; k < patterns.rows.size(); ++k) {
      if (!read_by_letters[k]) continue;
      const match::Syntax syntax = patterns.letters.in_letters(*read_by_letters[k]);
      CuePattern& row = patterns.rows[k];
      row.program = match::LetterProgram::compile(syntax);
      if (!row.program) continue;
      row.in_table = static_cast<std::uint32_t>(patterns.table.add(*row.program));
      row.pattern = match::Pattern::known(row.pattern.expression());  // asked by RE2 alone
      match::CharacterSet first = match::needs_of(syntax.root).first;
      if (first.empty()) first.push_back({0, 127});
      for (const match::CharacterRange& range : first) {
        for (char32_t c = range.first; c <= range.last; ++c) patterns.first.add(static_cast<char>(c));
      }
    }
    return std::nullopt;
  }

  std::optional<Error> add_rows() {
    for (const StatementEntry& entry : data_.statements) {
      std::vector<match::CharacterSet> needs;
      auto row = compile_row(entry, needs);
      if (!row) return row.error();
      const auto number = static_cast<std::uint32_t>(tables_.rows.size());
      auto& tables = row->reading == RowReading::relative ? tables_.relative_rows : tables_.item_rows;
      if (row->chinese) add_to(tables[0], number, *row, needs);
      if (row->english) add_to(tables[1], number, *row, needs);
      tables_.rows.push_back(*std::move(row));
    }
    return std::nullopt;
  }

  // Adds those of the cues that have these letters.
  void add_words_of(const std::string& letters, bool at_least, std::vector<std::string>& words) const {
    for (const CueEntry& cue : data_.cues) {
      if (letters.find(cue.letter) == std::string::npos || (at_least && cue.value != at_least_value)) continue;
      words.insert(words.end(), cue.words.begin(), cue.words.end());
    }
  }

  // A few characters one of which stands in every word: again and again the one that most of the others hold. Other ones than
  // `but`, where a word has such.
  static match::CharacterSet in_every_word(std::vector<std::u32string> words, const match::CharacterSet& but) {
    match::CharacterSet out;
    std::erase_if(words, [](const std::u32string& word) { return word.empty(); });
    while (!words.empty()) {
      std::map<char32_t, std::size_t> in;
      for (const std::u32string& word : words) {
        const bool none_other = std::all_of(word.begin(), word.end(), [&](char32_t c) { return holds(but, c); });
        for (const char32_t c : std::set<char32_t>(word.begin(), word.end())) {
          if (none_other || !holds(but, c)) ++in[c];
        }
      }
      const char32_t c =
          std::max_element(in.begin(), in.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first;
      out.push_back({c, c});
      if (c >= 'a' && c <= 'z') out.push_back({c - 32, c - 32});  // words compare without case
      std::erase_if(words, [&](const std::u32string& word) { return word.find(c) != std::u32string::npos; });
    }
    return out;
  }

  SentenceSigns::InWords in_words(const std::vector<std::string>& words) {
    std::vector<std::u32string> spelled;
    for (const std::string& word : words) {
      std::u32string& characters = spelled.emplace_back();
      const std::string lower = text::lower(word);
      for (std::size_t at = 0; at < lower.size();) characters.push_back(text::next_character(lower, at));
    }
    const match::CharacterSet one = in_every_word(spelled, {});
    return {tables_.characters.group_of(one), tables_.characters.group_of(in_every_word(spelled, one))};
  }

  std::optional<Error> add_signs() {
    SentenceSigns& signs = tables_.signs;
    for (std::size_t language = 0; language < 2; ++language) {
      const RowTable &items = tables_.item_rows[language], &relatives = tables_.relative_rows[language];
      signs.value_letters[language].add(items.needed);
      signs.comparing_letters[language].add(relatives.needed);
      signs.at_least_letters[language].add(relatives.needed_at_least);
    }
    signs.digits = digits_;
    signs.numerals = numerals_;
    std::array<std::vector<std::string>, 2> said;
    said[SentenceSigns::comparison].emplace_back(at_least_word);
    add_words_of(tables_.item_rows[0].needed, false, said[SentenceSigns::value]);
    add_words_of(tables_.relative_rows[0].needed, false, said[SentenceSigns::comparison]);
    add_words_of(tables_.relative_rows[0].needed_at_least, true, said[SentenceSigns::comparison]);
    match::WordList words;
    for (const SentenceSigns::Kind kind : {SentenceSigns::value, SentenceSigns::comparison}) {
      for (const std::string& word : said[kind]) words.add(word, kind);
      signs.in_words[kind] = in_words(said[kind]);
    }
    signs.words = match::WordMatcher(words.build());
    signs.naming = match::WordSieve(tables_.words.table(), [this](std::uint32_t id) {
      const WordRole& role = tables_.roles[id];
      const char letter = role.cue == no_index ? 'X' : data_.cues[role.cue].letter;
      return is_named(role) || naming_letters.holds(letter) || letter == of_which_letter;
    });
    constexpr std::string_view of_no_cue = "NPLXJ";
    signs.told_by_words = true;
    for (const RowTable* table : {&tables_.item_rows[0], &tables_.relative_rows[0]}) {
      const bool other = (table->needed + table->needed_at_least).find_first_of(of_no_cue) != std::string::npos;
      signs.told_by_words = signs.told_by_words && !other;
    }
    for (const CuePattern& pattern : tables_.cue_patterns) {
      const char letter = data_.cues[pattern.cue].letter;
      if (letter != 'T' && letter != 'b') signs.cutting.push_back(pattern.gate);
    }
    return std::nullopt;
  }

  std::optional<Error> add_outline() {
    tables_.title = gate_of("工作报告");
    if (!data_.heading_mark.empty()) {
      auto mark = compile_for_text(data_.heading_mark, "outline.json: heading_mark");
      if (!mark) return mark.error();
      tables_.heading_mark = mark->pattern;
      tables_.heading_gate = gate_of(mark->syntax);
      if (mark->syntax) tables_.heading_marks = match::needs_of(mark->syntax->root).first;
    }
    std::vector<OutlineRow> rows;
    std::vector<match::CharacterSet> firsts;
    for (const OutlineEntry& entry : data_.outline) {
      auto pattern = compile_for_text(entry.pattern, "outline.json: " + entry.id);
      if (!pattern) return pattern.error();
      OutlineRow row{&entry, at_named(entry.at), pattern->pattern, gate_of(pattern->syntax), musts_of(pattern->syntax)};
      row.y = pattern->group("y");
      row.plan_name = pattern->group("p");
      rows.push_back(std::move(row));
      firsts.push_back(pattern->syntax ? match::needs_of(pattern->syntax->root).first : match::CharacterSet{});
    }
    tables_.outline = OutlineTable(std::move(rows), firsts);
    return std::nullopt;
  }

 private:
  // A pattern of the lexicon.
  struct Compiled {
    match::Pattern pattern;
    std::optional<match::Syntax> syntax;
    int group(std::string_view name) const { return syntax ? syntax->group_named(name) : pattern.group_index(name); }
  };
  static Result<Compiled> compile(const std::string& pattern, const std::string& where) {
    auto compiled = match::Pattern::compile(pattern, where);
    if (!compiled) return compiled.error();
    return Compiled{*std::move(compiled), match::parse_syntax(pattern)};
  }
  // ... over text, which its list of steps reads where it has one.
  static Result<Compiled> compile_for_text(const std::string& pattern, const std::string& where) {
    auto compiled = compile(pattern, where);
    if (!compiled || !compiled->syntax) return compiled;
    if (auto program = match::Program::compile(*compiled->syntax)) {
      compiled->pattern = match::Pattern::known(pattern, std::move(program));
    }
    return compiled;
  }

  // Open to everything where the pattern has syntax that only RE2 reads.
  match::Gate gate_of(const std::optional<match::Syntax>& syntax) {
    if (!syntax) return {};
    const match::Needs needs = match::needs_of(syntax->root);
    match::Gate gate = tables_.characters.gate_of(needs);
    // Most sentences in Chinese hold no letter at all.
    const auto of_letters = [](const match::CharacterSet& set) {
      return std::all_of(set.begin(), set.end(), [](const match::CharacterRange& range) {
        return range.first >= 'A' && range.last <= 'z' && (range.last <= 'Z' || range.first >= 'a');
      });
    };
    if (std::any_of(needs.one_of.begin(), needs.one_of.end(), of_letters)) gate.one_of.back() = letters_;
    return gate;
  }
  static Musts musts_of(const std::optional<match::Syntax>& syntax) {
    Musts musts;
    if (!syntax) return musts;
    musts.words = match::words_held(syntax->root);
    for (const match::CharacterSet& set : match::needs_of(syntax->root).one_of) {
      if (set.size() != 1 || set[0].first != set[0].last) continue;
      std::string character;
      text::append_utf8(character, set[0].first);
      if (std::find(musts.characters.begin(), musts.characters.end(), character) == musts.characters.end()) {
        musts.characters.push_back(std::move(character));
      }
    }
    return musts;
  }

  match::Gate gate_of(const std::string& pattern) {
    return gate_of(match::parse_syntax(pattern));
  }

  static OutlineRow::At at_named(std::string_view at) {
    using At = OutlineRow::At;
    constexpr std::pair<std::string_view, At> places[] = {{"heading", At::heading},         {"paragraph", At::paragraph},
                                                          {"passage", At::passage},         {"passage-end", At::passage_end},
                                                          {"years", At::years},
                                                          {"anywhere", At::anywhere}};
    for (const auto& [name, place] : places) {
      if (name == at) return place;
    }
    return At::start;
  }

  static void add_to(RowTable& table, std::uint32_t number, const Row& row, const std::vector<match::CharacterSet>& needs) {
    table.rows.push_back(number);
    table.letters.add(row.program);
    need_one_of(row.says_at_least ? table.needed_at_least : table.needed, needs);
  }

  // Adds letters so that each match of a row with these needs holds one: none where one that others need will do, and
  // rather not one that stands in most sentences.
  static void need_one_of(std::string& letters, const std::vector<match::CharacterSet>& needs) {
    constexpr std::string_view values = "QWI", common = "XNUT";
    const auto rank = [&](const std::string& choice) {
      if (choice.find_first_not_of(letters) == std::string::npos) return 0;
      if (choice.find_first_not_of(values) == std::string::npos) return 1;
      return choice.find_first_of(common) == std::string::npos ? 2 : 3;
    };
    std::string best = all_letters();
    for (const match::CharacterSet& set : needs) {
      const std::string choice = letters_of(set);
      if (rank(choice) < rank(best) || (rank(choice) == rank(best) && choice.size() <= best.size())) best = choice;
    }
    if (rank(best) > 0) letters += best;
  }

  static std::string all_letters() { return letters_of({{' ', '~'}}); }
  static std::string letters_of(const match::CharacterSet& set) {
    std::string out;
    for (const match::CharacterRange& range : set) {
      for (char32_t c = range.first; c <= range.last && c < 128; ++c) out.push_back(static_cast<char>(c));
    }
    return out;
  }

  static Result<match::LetterProgram> letter_program(const std::optional<match::Syntax>& syntax, const std::string& where) {
    auto program = syntax ? match::LetterProgram::compile(*syntax) : std::nullopt;
    if (program) return *std::move(program);
    return Error{ErrorCode::broken_lexicon, where + ": RE2 reads this pattern, the matcher of letters does not"};
  }

  // `needs`: of the pattern, in letters.
  static Result<Row> compile_row(const StatementEntry& entry, std::vector<match::CharacterSet>& needs) {
    const std::string where = "statements.json: " + entry.id;
    const auto reading = reading_named(entry.reading);
    if (!reading) return Error{ErrorCode::broken_lexicon, where + ": unknown reading '" + entry.reading + "'"};
    auto pattern = compile(entry.pattern, where);
    if (!pattern) return pattern.error();
    Row row;
    row.entry = &entry;
    row.reading = *reading;
    row.pattern = pattern->pattern;
    auto program = letter_program(pattern->syntax, where);
    if (!program) return program.error();
    row.program = *std::move(program);
    needs = match::needs_of(pattern->syntax->root).one_of;
    row.heads = pattern->group("h");
    row.pred = pattern->group("p");
    row.values = pattern->group("v");
    row.tail = pattern->group("t");
    row.pred_after = pattern->group("q");
    row.behind = pattern->group("b");
    row.from = pattern->group("o");
    row.scope = pattern->group("s");
    row.compare = pattern->group("c");
    if (const auto next = entry.attributes.find("unless_next"); next != entry.attributes.end()) {
      auto unless = compile(next->second, where + ": unless_next");
      if (!unless) return unless.error();
      row.unless_next = unless->pattern;
      auto unless_program = letter_program(unless->syntax, where + ": unless_next");
      if (!unless_program) return unless_program.error();
      row.unless_next_program = *std::move(unless_program);
    }
    if (const auto says = entry.attributes.find("says"); says != entry.attributes.end()) {
      if (says->second != at_least_value) return Error{ErrorCode::broken_lexicon, where + ": says what no reading knows"};
      row.says_at_least = true;
    }
    if (const auto language = entry.attributes.find("language"); language != entry.attributes.end()) {
      row.english = language->second == "en";
      row.chinese = !row.english;
    }
    return row;
  }

  const LexiconData& data_;
  Tables& tables_;
  // First of all: the groups that most sentences are asked for share their characters' bits with no other.
  static match::CharacterSet numerals() {
    match::CharacterSet set;
    for (const char32_t c : value::number_starts) set.push_back({c, c});
    return set;
  }
  const std::uint64_t letters_ = tables_.characters.group_of({{'A', 'Z'}, {'a', 'z'}});
  const std::uint64_t digits_ = tables_.characters.group_of({{'0', '9'}});
  const std::uint64_t numerals_ = tables_.characters.group_of(numerals());
};

// Twins of stock and flow, shares of the GDP.
void relate_indicators(Model& model) {
  const LexiconData& data = model.data;
  const auto indicator_of = [&](const std::string& id) {
    const auto found = model.indicator_by_id.find(id);
    return found == model.indicator_by_id.end() ? no_index : found->second;
  };
  for (std::uint32_t i = 0; i < data.indicators.size(); ++i) model.indicator_by_id.emplace(data.indicators[i].id, i);
  model.flow_of.assign(data.indicators.size(), no_index);
  model.stock_of.assign(data.indicators.size(), no_index);
  model.share_of_gdp.assign(data.indicators.size(), no_index);
  model.kinds_told_before.resize(data.indicators.size());
  for (const std::string_view row : model.lists[List::kinds_told_before]) {
    const auto [id, kind] = fields_of(row);
    const std::uint32_t of = indicator_of(std::string(id));
    if (of != no_index && !kind.empty()) model.kinds_told_before[of].push_back(kind);
  }
  model.rate_in_percent.assign(data.indicators.size(), no_index);
  for (const std::string_view row : model.lists[List::rates_in_percent]) {
    const auto [id, rate] = fields_of(row);
    if (const std::uint32_t of = indicator_of(std::string(id)); of != no_index) model.rate_in_percent[of] = indicator_of(std::string(rate));
  }
  for (std::uint32_t i = 0; i < data.indicators.size(); ++i) {
    if (const std::uint32_t twin = indicator_of(data.indicators[i].flow); twin != no_index) {
      model.flow_of[i] = twin;
      model.stock_of[twin] = i;
    }
    const auto share = data.word_lists.find("share_of_gdp_" + data.indicators[i].id);
    if (share == data.word_lists.end() || share->second.empty()) continue;
    model.share_of_gdp[i] = indicator_of(share->second.front());
  }
}

// The tables of the image, if the lexicon is the built-in one.
Result<Tables> tables_of(const LexiconData& data) {
  if (!data.in_image) return Tables::compile(data);
  const auto image = lexicon::open_built_in_image();
  if (!image) return image.error();
  return Tables::from_archive(image->tables);
}

}  // namespace

Result<Tables> Tables::compile(const LexiconData& data) {
  Tables tables;
  Compiler compiler(data, tables);
  compiler.add_words();
  for (const auto step : {&Compiler::add_cue_patterns, &Compiler::add_rows, &Compiler::add_outline, &Compiler::add_signs,
                          &Compiler::add_units}) {
    if (const auto error = (compiler.*step)()) return *error;
  }
  return tables;
}

Result<std::shared_ptr<const Model>> Model::compile(const Lexicon& source) {
  const LexiconData& data = source.data();
  auto tables = tables_of(data);
  if (!tables) return tables.error();
  auto lists = WordLists::compile(data);
  if (!lists) return lists.error();
  auto quantities = value::QuantityReader::create(data, std::exchange(tables->units, {}));
  if (!quantities) return quantities.error();
  auto segmenter = text::Segmenter::create(data.segment_rules);
  if (!segmenter) return segmenter.error();
  auto model = std::make_shared<Model>(source, *std::move(tables), *std::move(lists), *std::move(quantities), *std::move(segmenter));
  for (std::size_t i = 0; i < model->rows.size(); ++i) model->rows[i].entry = &data.statements[i];
  for (std::size_t i = 0; i < model->outline.size(); ++i) model->outline[i].entry = &data.outline[i];
  relate_indicators(*model);
  return std::shared_ptr<const Model>(std::move(model));
}

OutlineTable::OutlineTable(std::vector<OutlineRow> rows, const std::vector<match::CharacterSet>& firsts)
    : rows_(std::move(rows)) {
  // Places that a row names have openings of their own; characters that share one share these.
  std::vector<std::uint16_t> opening_of(places, 0);
  std::uint16_t openings = 1;
  const auto for_each = [&](std::size_t row, auto each) {
    for (const match::CharacterRange& range : firsts[row]) {
      for (char32_t c = range.first; c <= range.last; ++c) each(opening_of[c % places]);
    }
  };
  for (std::size_t k = 0; k < firsts.size(); ++k) {
    for_each(k, [&](std::uint16_t& opening) {
      if (opening == 0) opening = openings++;
    });
  }
  openings_.resize(openings);
  for (std::uint32_t k = 0; k < rows_.size(); ++k) {
    all_.push_back(k);
    using At = OutlineRow::At;
    std::set<std::uint16_t> named;
    for_each(k, [&](std::uint16_t opening) { named.insert(opening); });
    const bool further = rows_[k].at == At::anywhere || rows_[k].at == At::passage_end || firsts[k].empty();
    for (std::uint16_t i = 0; i < openings; ++i) {
      if (further || named.contains(i)) openings_[i].add(rows_[k], k);
    }
  }
  opening_of_ = std::move(opening_of);
}

void OutlineTable::Openings::add(const OutlineRow& row, std::uint32_t number) {
  using At = OutlineRow::At;
  if (row.at != At::paragraph) in_heading.add(row, number);
  if (row.at != At::heading) elsewhere.add(row, number);
}

void OutlineTable::Rows::add(const OutlineRow& row, std::uint32_t number) {
  numbers.push_back(number);
  if (row.at == OutlineRow::At::passage_end || row.at == OutlineRow::At::years) return;
  for (std::size_t k = 0; k < gate.one_of.size(); ++k) gate.one_of[k] |= row.gate.one_of[k];
}

std::uint32_t Model::indicator_named(std::string_view spelling) const {
  std::vector<match::Word> found;
  words.find(spelling, 0, spelling.size(), found);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != spelling.size()) return no_index;
  return roles[found[0].id].name;
}

}  // namespace zhibiao::extract
