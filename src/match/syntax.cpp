#include "match/syntax.hpp"

#include <algorithm>
#include <charconv>

#include "text/utf8.hpp"

namespace zhibiao::match {
namespace {

using Kind = SyntaxNode::Kind;

constexpr char32_t last_character = 0x10FFFF;
constexpr int most_repeats = 1000;  // as RE2
constexpr int deepest = 200;        // groups in groups

struct Unknown {};  // thrown inside this file

std::vector<CharacterRange> all_but(const std::vector<CharacterRange>& ranges) {
  std::vector<CharacterRange> out;
  char32_t from = 0;
  for (const CharacterRange& range : ranges) {
    if (range.first > from) out.push_back({from, range.first - 1});
    from = range.last + 1;
  }
  if (from <= last_character) out.push_back({from, last_character});
  return out;
}

class Parser {
 public:
  explicit Parser(std::string_view expression) : text_(expression) {}

  Syntax run() {
    constexpr std::string_view without_case = "(?i)";
    if (text_.starts_with(without_case)) {
      any_case_ = true;
      at_ = without_case.size();
    }
    Syntax syntax;
    syntax.root = choice();
    if (at_ != text_.size()) throw Unknown{};
    syntax.groups = groups_;
    syntax.names = std::move(names_);
    return syntax;
  }

 private:
  bool ended() const { return at_ >= text_.size(); }
  char peek() const { return ended() ? '\0' : text_[at_]; }
  bool take(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }

  SyntaxNode choice() {
    SyntaxNode node;
    node.parts.push_back(sequence());
    while (take("|")) node.parts.push_back(sequence());
    if (node.parts.size() == 1) return std::move(node.parts.front());
    node.kind = Kind::choice;
    return node;
  }

  SyntaxNode sequence() {
    SyntaxNode node;
    node.kind = Kind::sequence;
    while (!ended() && peek() != '|' && peek() != ')') node.parts.push_back(repeated());
    if (node.parts.empty()) return {};
    if (node.parts.size() == 1) return std::move(node.parts.front());
    return node;
  }

  SyntaxNode repeated() {
    SyntaxNode node = atom();
    for (;;) {
      int min = 0, max = SyntaxNode::unlimited;
      if (take("?")) max = 1;
      else if (take("+")) min = 1;
      else if (peek() == '{') counts(min, max);
      else if (!take("*")) return node;
      SyntaxNode outer;
      outer.kind = Kind::repeat;
      outer.min = min;
      outer.max = max;
      outer.greedy = !take("?");
      outer.parts.push_back(std::move(node));
      node = std::move(outer);
    }
  }

  int number() {
    int n = 0;
    const char* first = text_.data() + at_;
    const auto [last, error] = std::from_chars(first, text_.data() + text_.size(), n);
    if (error != std::errc() || n > most_repeats) throw Unknown{};
    at_ += static_cast<std::size_t>(last - first);
    return n;
  }

  void counts(int& min, int& max) {
    ++at_;
    min = max = number();
    if (take(",")) max = peek() == '}' ? SyntaxNode::unlimited : number();
    if (!take("}")) throw Unknown{};
  }

  SyntaxNode atom() {
    if (take("(?:")) return grouped(0);
    if (take("(?P<")) {
      const std::size_t end = text_.find('>', at_);
      if (end == std::string_view::npos) throw Unknown{};
      names_.emplace_back(text_.substr(at_, end - at_));
      at_ = end + 1;
      return grouped(++groups_);
    }
    if (text_.substr(at_, 2) == "(?") throw Unknown{};
    if (take("(")) {
      names_.emplace_back();
      return grouped(++groups_);
    }
    SyntaxNode node;
    if (take("\\b")) {
      node.kind = Kind::word_border;
    } else if (take("$")) {
      node.kind = Kind::text_end;
    } else if (take(".")) {
      node.kind = Kind::characters;
      node.characters = all_but({{'\n', '\n'}});
    } else if (take("[")) {
      node.kind = Kind::characters;
      node.characters = set();
    } else {
      if (std::string_view("^*+?{)").find(peek()) != std::string_view::npos) throw Unknown{};
      node.kind = Kind::characters;
      add(node.characters, character());
      node.characters = tidy(std::move(node.characters));
    }
    return node;
  }

  SyntaxNode grouped(int number) {
    SyntaxNode node;
    node.kind = Kind::group;
    node.group = number;
    if (++depth_ > deepest) throw Unknown{};
    node.parts.push_back(choice());
    --depth_;
    if (!take(")")) throw Unknown{};
    return node;
  }

  // A character as written, escaped or not.
  char32_t character() {
    if (ended()) throw Unknown{};
    if (peek() != '\\') return text::next_character(text_, at_);
    ++at_;
    if (ended()) throw Unknown{};
    if (take("n")) return '\n';
    if (take("t")) return '\t';
    const char c = peek();
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) throw Unknown{};
    return text::next_character(text_, at_);
  }

  std::vector<CharacterRange> set() {
    const bool negated = take("^");
    std::vector<CharacterRange> ranges;
    for (bool first = true; first || peek() != ']'; first = false) {
      if (ended() || text_.substr(at_, 2) == "[:") throw Unknown{};
      const char32_t low = character();
      if (peek() == '-' && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
        ++at_;
        const char32_t high = character();
        if (high < low || any_case_) throw_unless_digits(low, high);
        ranges.push_back({low, high});
      } else {
        add(ranges, low);
      }
    }
    ++at_;
    ranges = tidy(std::move(ranges));
    return negated ? all_but(ranges) : ranges;
  }

  static void throw_unless_digits(char32_t low, char32_t high) {
    if (high < low || low < '0' || high > '9') throw Unknown{};
  }

  // With the characters that RE2 holds to be the same where case does not count.
  void add(std::vector<CharacterRange>& ranges, char32_t c) const {
    ranges.push_back({c, c});
    if (!any_case_) return;
    const bool lower = c >= 'a' && c <= 'z', upper = c >= 'A' && c <= 'Z';
    if (!lower && !upper) {
      if (c > 0x7F) throw Unknown{};
      return;
    }
    const char32_t other = lower ? c - 32 : c + 32, small = lower ? c : other;
    ranges.push_back({other, other});
    if (small == 'k') ranges.push_back({0x212A, 0x212A});
    if (small == 's') ranges.push_back({0x17F, 0x17F});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool any_case_ = false;
  int groups_ = 0;
  int depth_ = 0;
  std::vector<std::string> names_;
};

}  // namespace

std::vector<CharacterRange> tidy(std::vector<CharacterRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<CharacterRange> out;
  for (const CharacterRange& range : ranges) {
    if (!out.empty() && range.first <= out.back().last + 1) out.back().last = std::max(out.back().last, range.last);
    else out.push_back(range);
  }
  return out;
}

bool holds(const std::vector<CharacterRange>& ranges, char32_t c) noexcept {
  return std::any_of(ranges.begin(), ranges.end(), [c](const CharacterRange& range) { return range.first <= c && c <= range.last; });
}

bool SyntaxNode::may_be_empty() const {
  const auto empty = [](const SyntaxNode& part) { return part.may_be_empty(); };
  switch (kind) {
    case Kind::characters: return false;
    case Kind::sequence: return std::all_of(parts.begin(), parts.end(), empty);
    case Kind::choice: return std::any_of(parts.begin(), parts.end(), empty);
    case Kind::repeat: return min == 0 || parts[0].may_be_empty();
    case Kind::group: return parts[0].may_be_empty();
    default: return true;
  }
}

int Syntax::group_named(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin()) + 1;
}

bool SyntaxNode::captures() const {
  return group > 0 || std::any_of(parts.begin(), parts.end(), [](const SyntaxNode& part) { return part.captures(); });
}

std::optional<Syntax> parse_syntax(std::string_view expression) {
  try {
    return Parser(expression).run();
  } catch (const Unknown&) {
    return std::nullopt;
  }
}

}  // namespace zhibiao::match
