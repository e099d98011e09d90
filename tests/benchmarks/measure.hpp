// A loop of rounds: in each round every case runs once, the baselines among them, so that what slows the machine slows
// all of them. Ratios are taken within a round; what is told is the median over the rounds.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace zhibiao::bench {

double median(std::vector<double> values);

// Seconds of one run of `work`, as the mean of as many as fill `at_least` seconds.
template <typename Work>
double timed(const Work& work, double at_least = 0.01) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  for (std::size_t runs = 1;; ++runs) {
    work();
    const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
    if (seconds >= at_least) return seconds / static_cast<double>(runs);
  }
}

class Rounds {
 public:
  // `seconds` gives the time of one pass over `bytes` bytes. A baseline tells whether the machine was quiet.
  void add(const std::string& name, std::size_t bytes, std::function<double()> seconds, bool baseline = false);
  void run(std::size_t rounds);  // of several runs the quietest is kept

  double seconds(const std::string& name) const { return median(times_.at(name)); }
  double rate(const std::string& name) const;                               // bytes a second
  double times(const std::string& name, const std::string& other) const;    // median of time(name) / time(other)
  double faster(const std::string& name, const std::string& other) const;   // median of rate(name) / rate(other)
  double share(const std::string& name, const std::string& other) const;    // time of a byte / that of the other

  // The baseline whose fastest round differs most from its slowest: by this factor.
  double unrest() const { return unrest_of(times_); }

 private:
  struct Case {
    std::string name;
    std::size_t bytes = 0;
    std::function<double()> seconds;
    bool baseline = false;
  };
  using Times = std::map<std::string, std::vector<double>>;
  double ratio(const std::string& name, const std::string& other, double factor) const;
  double unrest_of(const Times& times) const;

  std::vector<Case> cases_;
  std::map<std::string, std::size_t> bytes_;
  Times times_;
};

struct Finished {
  int status = -1;
  double seconds = 0;  // wall
  std::string output;  // standard output
};
// Runs a program found by PATH; standard error goes where ours goes.
Finished run_program(const std::vector<std::string>& command);

// Largest resident size of a program, in bytes, read every few milliseconds while it runs; 0 where it failed. (What
// wait4 tells of a child holds the size of its parent too.)
double peak_memory(const std::vector<std::string>& command);

}  // namespace zhibiao::bench
