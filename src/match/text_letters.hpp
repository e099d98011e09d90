// Text as letters, for the matcher of letters: characters that no expression tells apart are one letter. What an expression finds
// in the letters it would find in the text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "match/flat.hpp"
#include "match/syntax.hpp"

namespace zhibiao::match {

class TextLetters {
 public:
  TextLetters();

  // Takes the characters that the expression tells apart. False where there would be more letters than ASCII has; then it is as
  // it was before.
  bool add(const Syntax& syntax);

  // An expression that was added, over letters. Asked when all have been added.
  Syntax in_letters(const Syntax& syntax) const;

  // A text: its letters, and where the character of each begins, with the end behind the last.
  struct Read {
    std::string letters;
    std::vector<std::uint32_t> places;
  };
  // In place of what `out` holds.
  void read(std::string_view text, std::size_t begin, std::size_t end, Read& out) const;

  // For an archive.
  template <typename Archive, typename Self>
  static void fields(Archive& archive, Self& self) {
    archive(self.stretches_, self.letters_, self.table_);
  }

 private:
  static constexpr std::uint8_t most = 127;

  // Characters from `first` on, up to the next stretch.
  struct Stretch {
    char32_t first = 0;
    std::uint8_t letter = 0;
    template <typename Archive, typename Self>
    static void fields(Archive& archive, Self& self) {
      archive(self.first, self.letter);
    }
  };
  bool split(const SyntaxNode& node);
  bool split(const std::vector<CharacterRange>& set);
  void border(char32_t first);
  std::size_t stretch_of(char32_t c) const;
  void to_letters(SyntaxNode& node) const;
  void index();

  std::vector<Stretch> stretches_;
  std::uint8_t letters_ = 1;
  Flat<std::uint8_t> table_;  // by character below U+10000
};

// Whether trying the expression at every place of a text takes time linear in the text: what it may repeat without end holds
// nothing that it may begin with.
bool is_linear(const Syntax& syntax);

}  // namespace zhibiao::match
