#include "extract/region_names.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include "text/utf8.hpp"

namespace zhibiao::extract {
namespace {

constexpr std::size_t han = 3;  // bytes of a Han character
constexpr unsigned start_bits = 16;
constexpr std::size_t last_length = 15;  // of those with a bit of their own, and all above

}  // namespace

RegionNames::RegionNames(const std::vector<RegionEntry>& regions) : lengths_(std::size_t{1} << start_bits, 0) {
  for (const RegionEntry& entry : regions) {
    for (std::string_view rest = entry.name; !rest.empty();) {
      const std::string_view name = rest.substr(0, rest.find(' '));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      const auto ending = std::find_if(sizes.begin(), sizes.end(), [&](std::string_view size) { return name.ends_with(size); });
      if (ending == sizes.end()) continue;
      const auto size = static_cast<std::size_t>(ending - sizes.begin());
      add(name, name, size, Kind::name);
      // A city called 合作 is not meant by every such word: short forms that are not listed need the full name beside.
      for (const std::string& form : entry.short_names) add(form, name, size, Kind::short_form);
      if (entry.short_names.empty() && name.size() >= 3 * han) add(name.substr(0, name.size() - han), name, size, Kind::cut);
    }
  }
}

void RegionNames::add(std::string_view spelling, std::string_view name, std::size_t size, Kind kind) {
  if (spelling.size() < shortest) return;
  const auto number = static_cast<std::uint32_t>(spellings_.size());
  spellings_.push_back({name, static_cast<std::uint8_t>(size), kind, none});
  Chain& chain = by_spelling_[spelling];
  if (chain.first == none) chain.first = number;
  else spellings_[chain.last].next = number;
  chain.last = number;
  const std::size_t length = spelling.size() / han;
  std::uint16_t& lengths = lengths_[place_of(spelling.data())];
  lengths = static_cast<std::uint16_t>(lengths | 1U << std::min(length, last_length));
  longest_ = std::max(longest_, length);
}

std::size_t RegionNames::place_of(const char* first_two) noexcept {
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, first_two, shortest);
  return bytes * 0x9E3779B97F4A7C15ULL >> (64 - start_bits);
}

// What the spelling stands for first among the regions that may be meant.
const RegionNames::Spelling* RegionNames::find(std::string_view spelling, const Votes& votes, std::size_t most) const {
  const auto found = by_spelling_.find(spelling);
  if (found == by_spelling_.end()) return nullptr;
  for (std::uint32_t k = found->second.first; k != none; k = spellings_[k].next) {
    if (votes[spellings_[k].size] * 2 >= most) return &spellings_[k];
  }
  return nullptr;
}

std::optional<std::string> RegionNames::most_named(std::string_view text, const Votes& votes) const {
  const std::size_t most_votes = *std::max_element(votes.begin(), votes.end());
  struct Uses {
    std::size_t any = 0;
    bool proof = false;  // a spelling says by itself that the region is meant
  };
  std::map<std::string_view, Uses> uses;
  for (std::size_t at = 0; at + shortest <= text.size();) {
    std::size_t length = text::sequence_length(text[at]);
    if (const std::uint16_t lengths = lengths_[place_of(text.data() + at)]; lengths != 0) {
      const Spelling* longest_here = nullptr;
      for (std::size_t n = shortest / han; n <= longest_ && at + n * han <= text.size(); ++n) {
        if ((lengths >> std::min(n, last_length) & 1) == 0) continue;
        if (const Spelling* found = find(text.substr(at, n * han), votes, most_votes)) {
          length = n * han;
          longest_here = found;
        }
      }
      if (longest_here != nullptr) {
        const bool proof = longest_here->kind == Kind::name ||
                           (longest_here->kind == Kind::short_form && votes[longest_here->size] == most_votes);
        Uses& times = uses[longest_here->name];
        ++times.any;
        times.proof = times.proof || proof;
      }
    }
    at += length;
  }
  std::string_view best;
  std::size_t most = 0, second = 0;
  for (const auto& [name, times] : uses) {
    if (!times.proof) continue;
    if (times.any > most) {
      second = most;
      most = times.any;
      best = name;
    } else {
      second = std::max(second, times.any);
    }
  }
  if (most < 3 || most < 2 * second) return std::nullopt;
  return std::string(best);
}

}  // namespace zhibiao::extract
