#include "lexicon/json_place.hpp"

#include <algorithm>
#include <set>

namespace zhibiao::lexicon {
namespace {

constexpr std::size_t max_depth = 16;  // the deepest lexicon value stands at depth 6

// A reader's finger in valid JSON: it need not check what the parser has checked.
class Finger {
 public:
  explicit Finger(std::string_view text) : text_(text) { skip_blank(); }

  std::size_t at() const noexcept { return at_; }
  bool done() const noexcept { return at_ >= text_.size(); }
  char sign() const noexcept { return done() ? '\0' : text_[at_]; }

  void step() {
    ++at_;
    skip_blank();
  }

  // The text of a string between its quotes, as written; stands behind it afterwards.
  std::string_view string() {
    const std::size_t begin = ++at_;
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, text_.size());
    at_ = end + 1;
    skip_blank();
    return text_.substr(begin, end - begin);
  }

  // Behind a number, true, false or null.
  void bare() {
    while (at_ < text_.size() && std::string_view(",]} \t\r\n").find(text_[at_]) == std::string_view::npos) ++at_;
    skip_blank();
  }

  // Behind any value. Counts brackets instead of recursing: the input's depth is not ours to trust.
  void value() {
    std::size_t depth = 0;
    do {
      switch (sign()) {
        case '"': string(); break;
        case '[':
        case '{': ++depth; step(); break;
        case ']':
        case '}': --depth; step(); break;
        case ',':
        case ':': step(); break;
        default: bare();
      }
    } while (depth > 0 && !done());
  }

 private:
  void skip_blank() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t mark_length(std::string_view text) noexcept {
  return text.substr(0, byte_order_mark.size()) == byte_order_mark ? byte_order_mark.size() : 0;
}

}  // namespace

std::size_t line_at(std::string_view text, std::size_t byte) noexcept {
  const std::string_view before = text.substr(0, byte);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::size_t line_of(std::string_view json, const std::vector<JsonStep>& steps) noexcept {
  const std::size_t shift = mark_length(json);
  Finger finger(json.substr(shift));
  std::size_t found = finger.at();
  for (const JsonStep& step : steps) {
    const bool member = !step.key.empty();
    if (finger.sign() != (member ? '{' : '[')) break;
    finger.step();
    bool reached = false;
    for (std::size_t i = 0; !finger.done() && finger.sign() != '}' && finger.sign() != ']'; ++i) {
      const std::size_t here = finger.at();
      if (member) {
        reached = finger.string() == step.key;
        finger.step();  // the colon
      } else {
        reached = i == step.index;
      }
      if (reached) {
        found = here;
        break;
      }
      finger.value();
      if (finger.sign() == ',') finger.step();
    }
    if (!reached) break;
  }
  return line_at(json, shift + found);
}

std::optional<JsonFlaw> find_flaw(std::string_view json) {
  struct Level {
    bool object = false;
    bool expects_key = false;
    std::set<std::string_view> keys;
  };
  std::vector<Level> levels;
  const std::size_t shift = mark_length(json);
  for (Finger finger(json.substr(shift)); !finger.done();) {
    const std::size_t here = finger.at();
    switch (finger.sign()) {
      case '{':
      case '[':
        if (levels.size() == max_depth) return JsonFlaw{shift + here, "nested too deeply"};
        levels.push_back(Level{finger.sign() == '{', finger.sign() == '{', {}});
        finger.step();
        break;
      case '}':
      case ']':
        levels.pop_back();
        finger.step();
        break;
      case ',':
        levels.back().expects_key = levels.back().object;
        finger.step();
        break;
      case ':':
        levels.back().expects_key = false;
        finger.step();
        break;
      case '"': {
        const std::string_view text = finger.string();
        if (levels.empty() || !levels.back().expects_key) break;
        const std::string key(text);
        // An escape could spell a key in two ways; no key needs one.
        if (text.find('\\') != std::string_view::npos) return JsonFlaw{shift + here, "key \"" + key + "\" has an escape"};
        if (!levels.back().keys.insert(text).second) return JsonFlaw{shift + here, "key \"" + key + "\" given twice"};
        break;
      }
      default: finger.bare();
    }
  }
  return std::nullopt;
}

}  // namespace zhibiao::lexicon
