#include "cli/description.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace cli {
namespace {

char lower(char letter) { return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter; }

// Letters to put in, take out, replace or swap with their neighbour; A is a.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before, last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, replaced});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    before = last;
    std::swap(last, now);
  }
  return last[b.size()];
}

}  // namespace

bool set_output(CommandOptions& options, std::string_view value) {
  options.output = value == "-" ? "" : value;
  return !value.empty();
}

bool set_help(CommandOptions& options, std::string_view) { return options.help = true; }

const Flag* find_flag(const Command& command, std::string_view word) noexcept {
  const auto found = std::find_if(command.flags.begin(), command.flags.end(), [&](const Flag& flag) {
    return word == flag.name || (!flag.letter.empty() && word == flag.letter);
  });
  return found == command.flags.end() ? nullptr : &*found;
}

std::string_view nearest(std::string_view word, std::string_view words) {
  constexpr std::size_t longest = 40, dashes = 2, letters_an_error = 3;
  if (word.size() > longest) return {};
  const std::size_t letters = word.size() - (word.substr(0, dashes) == "--" ? dashes : 0);
  std::string_view best;
  std::size_t least = std::max<std::size_t>(1, letters / letters_an_error) + 1;  // what is farther off is another word
  for_each_word(words, [&](std::string_view candidate) {
    const bool begun = letters >= letters_an_error && candidate.substr(0, word.size()) == word;  // --list of --list-indicators
    const std::size_t errors = begun ? 1 : distance(word, candidate);
    if (errors < least) {
      least = errors;
      best = candidate;
    }
  });
  return best;
}

}  // namespace cli
