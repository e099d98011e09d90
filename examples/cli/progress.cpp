#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

#include "cli/output.hpp"

namespace cli {
namespace {

std::string with_commas(std::size_t number) {
  std::string out = std::to_string(number);
  for (std::size_t i = out.size(); i > 3;) out.insert(i -= 3, 1, ',');
  return out;
}

std::string fixed(double number, std::string_view unit) {
  std::array<char, 64> buffer{};
  const int written = std::snprintf(buffer.data(), buffer.size(), number < 10 ? "%.1f" : "%.0f", number);
  return std::string(buffer.data(), static_cast<std::size_t>(std::max(written, 0))).append(unit);
}

// 0:07, 12:30, 3:05:09
std::string clock_words(double seconds) {
  constexpr double longest = 99 * 3600.0;
  const auto all = static_cast<long>(std::min(seconds, longest) + 0.5);
  std::array<char, 32> buffer{};
  if (all >= 3600) {
    std::snprintf(buffer.data(), buffer.size(), "%ld:%02ld:%02ld", all / 3600, all / 60 % 60, all % 60);
  } else {
    std::snprintf(buffer.data(), buffer.size(), "%ld:%02ld", all / 60, all % 60);
  }
  return buffer.data();
}

}  // namespace

std::string progress_line(Amount done, Amount skipped, Amount total, double seconds, std::size_t width) {
  const Amount worked{done.items - skipped.items, done.bytes - skipped.bytes};
  const auto ratio = [](std::size_t a, std::size_t b) { return static_cast<double>(a) / static_cast<double>(b); };
  double part = 0;  // by bytes, where they are known: reports differ in length
  if (total.bytes > 0) part = ratio(std::min(done.bytes, total.bytes), total.bytes);
  else if (total.items > 0) part = ratio(std::min(done.items, total.items), total.items);
  std::string words = with_commas(done.items);
  if (total.items > 0) words += '/' + with_commas(total.items);
  words += " reports";
  if (seconds > 0) {
    words += "  " + fixed(static_cast<double>(worked.items) / seconds, " reports/s");
    if (worked.bytes > 0) words += "  " + fixed(static_cast<double>(worked.bytes) / seconds / 1e6, " MB/s");
  }
  std::string bar;
  if (part > 0) {
    const double already = total.bytes > 0 ? ratio(skipped.bytes, total.bytes) : ratio(skipped.items, total.items);
    if (part > already) words += "  " + clock_words(seconds * (1 - part) / (part - already)) + " left";
    const std::string percent = std::to_string(static_cast<int>(part * 100)) + "%  ";
    constexpr std::size_t longest = 30, shortest = 10, frame = 3;
    if (const std::size_t used = words.size() + percent.size() + frame; used + shortest <= width) {
      const std::size_t length = std::min(longest, width - used);
      const auto full = static_cast<std::size_t>(part * static_cast<double>(length));
      bar = '[' + std::string(full, '=') + std::string(full < length ? 1 : 0, '>') +
            std::string(length - std::min(length, full + 1), ' ') + "] ";
    }
    words = percent + words;
  }
  return (bar + words).substr(0, width);
}

double Progress::seconds() const noexcept { return std::chrono::duration<double>(Clock::now() - begin_).count(); }

bool Progress::due() const noexcept {
  using namespace std::chrono_literals;
  return shown_ && (there_ || Clock::now() - begin_ >= 1s) && (!there_ || Clock::now() - last_ >= 100ms);
}

void Progress::update(Amount done, Amount skipped, Amount total) {
  constexpr std::size_t usual = 80;
  const std::size_t columns = terminal_columns(STDERR_FILENO);
  // Nothing in the last column: some terminals would go on to the next line.
  complain("\r\x1B[K" + progress_line(done, skipped, total, seconds(), (columns == 0 ? usual : columns) - 1));
  there_ = true;
  last_ = Clock::now();
}

void Progress::clear() noexcept {
  if (!there_) return;
  there_ = false;
  complain("\r\x1B[K");
}

}  // namespace cli
