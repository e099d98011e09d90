// How far long work is, as a line on standard error that is rewritten in place and taken away at the end.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

// How much there is to do; 0 where it is not known.
struct Amount {
  std::size_t items = 0, bytes = 0;
};

// `[=====>    ] 45%  1,234/2,700 reports  410 reports/s  17.3 MB/s  0:07 left`, at most `width` cells. `skipped` of `done` cost
// no time. Without a total neither bar nor time.
std::string progress_line(Amount done, Amount skipped, Amount total, double seconds, std::size_t width);

// Shows nothing before a second has passed, and never where it is not `shown`. For one thread.
class Progress {
 public:
  explicit Progress(bool shown) : shown_(shown) {}
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Whether the line is due: then update() shows it.
  bool due() const noexcept;
  void update(Amount done, Amount skipped, Amount total);

  // Takes the line away: before anything else is written, and at the end.
  void clear() noexcept;

  double seconds() const noexcept;

 private:
  using Clock = std::chrono::steady_clock;
  bool shown_, there_ = false;
  Clock::time_point begin_ = Clock::now(), last_ = begin_;
};

}  // namespace cli
