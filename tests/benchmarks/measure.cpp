#include "measure.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <thread>
#include <utility>

extern char** environ;

namespace zhibiao::bench {

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void Rounds::add(const std::string& name, std::size_t bytes, std::function<double()> seconds, bool baseline) {
  bytes_[name] = bytes;
  cases_.push_back({name, bytes, std::move(seconds), baseline});
}

void Rounds::run(std::size_t rounds) {
  Times fresh;
  for (std::size_t round = 0; round < rounds; ++round) {
    for (const Case& one : cases_) fresh[one.name].push_back(one.seconds());
  }
  if (times_.empty() || unrest_of(fresh) < unrest_of(times_)) times_ = std::move(fresh);
}

double Rounds::rate(const std::string& name) const { return static_cast<double>(bytes_.at(name)) / seconds(name); }

double Rounds::ratio(const std::string& name, const std::string& other, double factor) const {
  const std::vector<double>&mine = times_.at(name), &others = times_.at(other);
  std::vector<double> ratios;
  for (std::size_t i = 0; i < mine.size(); ++i) ratios.push_back(factor * mine[i] / others[i]);
  return median(std::move(ratios));
}

double Rounds::times(const std::string& name, const std::string& other) const { return ratio(name, other, 1); }

double Rounds::faster(const std::string& name, const std::string& other) const {
  return ratio(other, name, static_cast<double>(bytes_.at(name)) / static_cast<double>(bytes_.at(other)));
}

double Rounds::share(const std::string& name, const std::string& other) const { return 1 / faster(name, other); }

double Rounds::unrest_of(const Times& times) const {
  double worst = 1;
  for (const Case& one : cases_) {
    if (!one.baseline) continue;
    const auto [fastest, slowest] = std::minmax_element(times.at(one.name).begin(), times.at(one.name).end());
    worst = std::max(worst, *slowest / *fastest);
  }
  return worst;
}

namespace {

// The child's id, or 0. Its standard output goes to `output` where that is a file descriptor.
pid_t spawn(const std::vector<std::string>& command, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (output >= 0) posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? child : 0;
}

}  // namespace

Finished run_program(const std::vector<std::string>& command) {
  Finished done;
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return done;
  const auto start = std::chrono::steady_clock::now();
  const pid_t child = spawn(command, ends[1]);
  close(ends[1]);
  if (child != 0) {
    char buffer[1 << 16];
    for (ssize_t got = 0; (got = read(ends[0], buffer, sizeof buffer)) > 0;) {
      done.output.append(buffer, static_cast<std::size_t>(got));
    }
    int status = 0;
    waitpid(child, &status, 0);
    done.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    done.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }
  close(ends[0]);
  return done;
}

double peak_memory(const std::vector<std::string>& command) {
  const pid_t child = spawn(command, -1);
  if (child == 0) return 0;
  const std::string file = "/proc/" + std::to_string(child) + "/status";
  double peak = 0;
  int status = 0;
  while (waitpid(child, &status, WNOHANG) == 0) {
    std::ifstream lines(file);
    for (std::string word; lines >> word;) {
      double kilobytes = 0;
      if (word == "VmHWM:" && lines >> kilobytes) peak = std::max(peak, 1024 * kilobytes);
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? peak : 0;
}

}  // namespace zhibiao::bench
