// Mutations that leave Chinese text Chinese: words and clauses move, numbers change. libFuzzer's own, on bytes, take
// their turn. Words are those of the lexicon and of words.txt.
#include <array>
#include <cstring>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "fuzz.hpp"
#include "lexicon/load.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace zhibiao::fuzz {
namespace {

std::vector<std::string> load_words() {
  std::set<std::string> words;
  const Result<LexiconData> loaded = lexicon::load_embedded();
  const LexiconData& data = need(loaded);
  for (const IndicatorEntry& entry : data.indicators) {
    for (const auto* names : {&entry.names, &entry.weak_names, &entry.scoped_names, &entry.names_en, &entry.weak_names_en, &entry.traps}) {
      // A few of each: some stand for hundreds of spellings.
      words.insert(names->begin(), names->begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(names->size(), 6)));
    }
    words.insert({entry.example, entry.counter_example});
  }
  for (const UnitEntry& unit : data.units) {
    for (const auto& word : unit.words) words.insert(word.first);
  }
  for (const CueEntry& cue : data.cues) words.insert(cue.words.begin(), cue.words.end());
  for (const auto& list : data.word_lists) words.insert(list.second.begin(), list.second.end());
  std::vector<std::string> out(words.begin(), words.end());
  return out;
}

// words.txt: one a line; \n, \r, \t, \0, \\ and \xHH as in C.
std::vector<std::string> load_marks() {
  std::ifstream file(std::string(ZHIBIAO_SOURCE_DIR) + "/tests/fuzz/words.txt");
  require(file.good(), "tests/fuzz/words.txt is missing");
  std::vector<std::string> out;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::string word;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (line[i] != '\\' || i + 1 == line.size()) {
        word += line[i];
        continue;
      }
      switch (const char c = line[++i]) {
        case 'n': word += '\n'; break;
        case 'r': word += '\r'; break;
        case 't': word += '\t'; break;
        case '0': word += '\0'; break;
        case 'x':
          word += static_cast<char>(std::stoi(line.substr(i + 1, 2), nullptr, 16));
          i += 2;
          break;
        default: word += c;
      }
    }
    out.push_back(std::move(word));
  }
  return out;
}

class Mutator {
 public:
  Mutator(std::string& text, unsigned seed) : text_(text), random_(seed) {}

  void step() {
    switch (below(10)) {
      case 0: return insert(word());
      case 1: return insert(mark());
      case 2: return replace(words_at(), word());
      case 3: return replace(characters(), mark());
      case 4: return replace(characters(), "");
      case 5: return replace(clause(), "");
      case 6: return repeat(clause());
      case 7: return swap_clauses();
      case 8: return number();
      default: return repeat(characters());
    }
  }

 private:
  struct Stretch {
    std::size_t begin = 0, end = 0;
  };

  std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

  std::size_t border() { return to_border(below(text_.size() + 1)); }
  std::size_t to_border(std::size_t at) const {
    while (at > 0 && at < text_.size() && text::is_continuation(text_[at])) --at;
    return at;
  }

  Stretch characters() {
    const std::size_t begin = border();
    return {begin, std::max(begin, to_border(std::min(text_.size(), begin + 1 + below(24))))};
  }
  Stretch words_at() {
    const std::size_t begin = border();
    return {begin, std::max(begin, to_border(std::min(text_.size(), begin + 3 * below(8))))};
  }
  Stretch clause() {
    static constexpr std::array<std::string_view, 8> ends = {"，", "。", "；", "、", "\n", ",", ".", "："};
    const std::size_t at = border();
    Stretch found{0, text_.size()};
    for (const std::string_view end : ends) {
      const std::size_t before = at == 0 ? std::string::npos : text_.rfind(end, at - 1);
      if (before != std::string::npos && before + end.size() <= at) found.begin = std::max(found.begin, before + end.size());
      const std::size_t behind = text_.find(end, at);
      if (behind != std::string::npos) found.end = std::min(found.end, behind + end.size());
    }
    return found;
  }

  const std::string& word() {
    static const std::vector<std::string> words = load_words();
    return words[below(words.size())];
  }
  const std::string& mark() {
    static const std::vector<std::string> marks = load_marks();
    return marks[below(marks.size())];
  }

  void insert(const std::string& what) { text_.insert(border(), what); }
  void replace(Stretch stretch, const std::string& by) { text_.replace(stretch.begin, stretch.end - stretch.begin, by); }
  void repeat(Stretch stretch) {
    const std::string piece = text_.substr(stretch.begin, stretch.end - stretch.begin);
    std::string many;
    for (std::size_t n = below(16) == 0 ? 1 + below(60) : 1; n > 0; --n) many += piece;
    text_.insert(below(2) == 0 ? stretch.end : border(), many);
  }
  void swap_clauses() {
    const Stretch a = clause(), b = clause();
    if (a.end > b.begin) return;
    const std::string first = text_.substr(a.begin, a.end - a.begin), second = text_.substr(b.begin, b.end - b.begin);
    text_.replace(b.begin, b.end - b.begin, first);
    text_.replace(a.begin, a.end - a.begin, second);
  }
  // Another number in the place of one that is there.
  void number() {
    static constexpr const char* digits = "0123456789";
    const std::size_t begin = text_.find_first_of(digits, border());
    if (begin == std::string::npos) return insert(std::to_string(below(10000)));
    const std::size_t end = std::min(text_.find_first_not_of("0123456789.,", begin), text_.size());
    std::string other = std::to_string(below(std::array<std::size_t, 5>{10, 100, 2200, 1000000, 1u << 31}[below(5)]));
    if (below(2) == 0) other.append(".").append(std::to_string(below(1000)));
    if (below(32) == 0) other.append(below(80), '0');
    replace({begin, end}, other);
  }

  std::string& text_;
  std::minstd_rand random_;
};

}  // namespace
}  // namespace zhibiao::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed) {
  using namespace zhibiao::fuzz;
  if (seed % 3 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string text(bytes(data, size));
  Mutator mutator(text, seed);
  for (unsigned n = 1 + seed / 3 % 4; n > 0; --n) mutator.step();
  if (text.size() > max_size) text.resize(max_size);
  if (!text.empty()) std::memcpy(data, text.data(), text.size());
  return text.size();
}
