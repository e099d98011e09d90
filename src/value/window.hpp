// The text that a reader of quantities may look at, and the questions it asks about what stands around a place.
#pragma once

#include <algorithm>
#include <string_view>

#include "text/utf8.hpp"
#include "value/characters.hpp"

namespace zhibiao::value {

// Nothing outside text[begin, end) is seen; places are bytes of the whole text.
class Window {
 public:
  Window(std::string_view text, std::size_t begin, std::size_t end) : text_(text.substr(0, end)), begin_(begin) {}

 protected:
  std::string_view rest(std::size_t at) const { return text_.substr(std::min(at, text_.size())); }
  std::string_view left_of(std::size_t at) const { return text_.substr(begin_, at - begin_); }
  char byte_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool digit_at(std::size_t at) const { return is_digit(byte_at(at)); }
  bool letter_at(std::size_t at) const { return is_letter(byte_at(at)); }
  bool letter_before(std::size_t at) const { return at > begin_ && is_letter(text_[at - 1]); }
  char32_t character_before(std::size_t at) const {
    if (at <= begin_) return 0;
    std::size_t from = at - 1;
    while (from > begin_ && text::is_continuation(text_[from])) --from;
    return text::character_at(text_, from);
  }
  char32_t character_at(std::size_t at) const { return at < text_.size() ? text::character_at(text_, at) : 0; }
  std::size_t start_before(std::size_t at) const {  // of the character before `at`
    std::size_t from = at - 1;
    while (from > begin_ && text::is_continuation(text_[from])) --from;
    return from;
  }
  template <typename In>
  std::size_t skip(std::size_t at, In in) const {
    while (at < text_.size() && in(text_[at])) ++at;
    return at;
  }
  std::string_view english_word_before(std::size_t at) const {
    if (at <= begin_ || text_[at - 1] != ' ') return {};
    const std::size_t end = at - 1;
    std::size_t from = end;
    while (from > begin_ && end - from < 12 && (is_letter(text_[from - 1]) || text_[from - 1] == '.')) --from;
    return text_.substr(from, end - from);
  }
  std::string_view english_word_at(std::size_t at) const {
    if (byte_at(at) == ' ') ++at;
    return text_.substr(std::min(at, text_.size()), skip(at, is_letter) - at);
  }

  std::string_view text_;  // up to the end of the window
  std::size_t begin_;
};

}  // namespace zhibiao::value
