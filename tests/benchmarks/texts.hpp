// Texts to measure on: invented reports of any length, their variants, and texts made to be slow.
// The same seed gives the same text on every machine. Nothing is read but the samples of the repository.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace zhibiao::bench {

// A generator whose numbers the standard does not leave open, as it does those of its distributions.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }
  bool one_in(std::size_t n) { return below(n) == 0; }

 private:
  std::uint64_t next();  // splitmix64

  std::uint64_t state_;
};

// The sentences with figures of the Chinese samples: reports vary their digits.
std::vector<std::string> sample_sentences(const std::filesystem::path& samples);

// One report of about `bytes` bytes: review, goals, work to do. A KB holds about twelve digits and one observation, and a
// third of the bytes stand in sentences with a digit, much as in real ones.
std::string report(std::uint64_t seed, std::size_t bytes, const std::vector<std::string>& samples);

std::string full_width(std::string_view text);                        // digits, %, . and brackets become full-width
std::string shuffled(std::string_view text, std::uint64_t seed);      // its sentences in another order, one line
std::string without_candidates(std::uint64_t seed, std::size_t bytes);  // prose without a name and without a number

// How the text stands: what the gates of a reader would let through.
struct Density {
  double digits = 0;             // a 1,000 bytes
  double in_digit_sentences = 0;  // share of the bytes
};
Density density(std::string_view text);

struct Hostile {
  std::string name, text;
};
// Texts of about `bytes` bytes each that look for work that grows faster than the text.
std::vector<Hostile> hostile(std::size_t bytes);

}  // namespace zhibiao::bench
