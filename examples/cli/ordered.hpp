// Work on several items at a time, results in the order of the items.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace cli {

// For each item of next() calls work(item) on one of `jobs` threads and done(result) on this one, in order, until
// next() has no more or done() returns false. At most 4 * jobs results wait for their turn. next() is never
// called twice at once. What next() or work() throws is thrown here. Where the system gives fewer threads, those do it.
template <typename Next, typename Work, typename Done>
void run_ordered(unsigned jobs, Next next, Work work, Done done) {
  const auto alone = [&] {
    while (auto item = next()) {
      if (!done(work(*std::move(item)))) return;
    }
  };
  if (jobs <= 1) return alone();
  using Result = decltype(work(*next()));
  const std::size_t window = std::size_t{4} * jobs;
  std::mutex input;  // guards next(), and is held while that waits for input
  std::mutex state;  // guards all of these
  std::condition_variable room, ready;
  std::vector<std::optional<Result>> slots(window);
  std::size_t taken = 0, finished = 0;
  bool ended = false;
  std::exception_ptr failure;

  const auto loop = [&] {
    for (;;) {
      std::unique_lock reading(input);
      {
        std::unique_lock lock(state);
        room.wait(lock, [&] { return ended || taken < finished + window; });
        if (ended) return;
      }
      auto item = next();
      std::size_t index = 0;
      {
        const std::lock_guard lock(state);
        if (!item) {
          ended = true;
          ready.notify_one();
          room.notify_all();
          return;
        }
        index = taken++;
      }
      reading.unlock();
      Result result = work(*std::move(item));
      const std::lock_guard lock(state);
      slots[index % window] = std::move(result);
      ready.notify_one();
    }
  };
  const auto guarded_loop = [&] {
    try {
      loop();
    } catch (...) {
      const std::lock_guard lock(state);
      if (!failure) failure = std::current_exception();
      ended = true;
      ready.notify_one();
      room.notify_all();
    }
  };

  std::vector<std::thread> threads;
  threads.reserve(jobs);
  try {
    while (threads.size() < jobs) threads.emplace_back(guarded_loop);
  } catch (const std::system_error&) {
    if (threads.empty()) return alone();
  }
  for (;;) {
    std::unique_lock lock(state);
    std::optional<Result>& slot = slots[finished % window];
    ready.wait(lock, [&] { return slot || failure || (ended && finished == taken); });
    if (!slot) break;
    Result result = *std::exchange(slot, std::nullopt);
    ++finished;
    room.notify_all();
    lock.unlock();
    if (!done(std::move(result))) {
      lock.lock();
      ended = true;
      room.notify_all();
      break;
    }
  }
  for (std::thread& thread : threads) thread.join();
  if (failure) std::rethrow_exception(failure);
}

}  // namespace cli
