// Work on several items at a time, results in the order of the items.
//
//   zhibiao::Ordered reports(jobs, next_text, [&](std::string text) { return extractor.extract(text); });
//   while (auto report = reports.next()) use(*std::move(report));
//
// Threads   next() is for one thread at a time; the work is done by threads of the object's own.
// Errors    What the caller's functions throw is thrown by next(); where no thread can be started, std::system_error.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace zhibiao {

// Calls work(item) for each item of next_item(), which gives an optional and is empty at the end, on one of `jobs`
// threads; with one job, on the thread that calls next(). next_item() is never called twice at once. At most 4 * jobs
// results wait for their turn. The destructor waits for the work that is begun, and for a next_item() that waits.
template <typename NextItem, typename Work>
class Ordered {
 public:
  // What work gives.
  using Value = std::decay_t<decltype(std::declval<Work&>()(*std::declval<NextItem&>()()))>;

  Ordered(unsigned jobs, NextItem next_item, Work work)
      : next_item_(std::move(next_item)), work_(std::move(work)), slots_(jobs > 1 ? std::size_t{4} * jobs : 0) {
    try {
      for (unsigned i = 0; jobs > 1 && i < jobs; ++i) threads_.emplace_back([this] { guarded_loop(); });
    } catch (const std::system_error&) {
      if (threads_.empty()) slots_.clear();  // the thread that asks does all; else those that run do
    }
  }

  ~Ordered() {
    stop();
    for (std::thread& thread : threads_) thread.join();
  }

  Ordered(const Ordered&) = delete;
  Ordered& operator=(const Ordered&) = delete;

  // The next result; nothing at the end.
  std::optional<Value> next() {
    if (slots_.empty()) {
      auto item = next_item_();
      return item ? std::optional<Value>(work_(*std::move(item))) : std::nullopt;
    }
    std::unique_lock lock(state_);
    std::optional<Value>& slot = slots_[finished_ % slots_.size()];
    ready_.wait(lock, [&] { return slot || failure_ || (ended_ && finished_ == taken_); });
    if (!slot) {
      if (failure_) std::rethrow_exception(failure_);
      return std::nullopt;
    }
    std::optional<Value> value = std::exchange(slot, std::nullopt);
    ++finished_;
    room_.notify_all();
    return value;
  }

 private:
  void stop() {
    const std::lock_guard lock(state_);
    ended_ = true;
    ready_.notify_one();
    room_.notify_all();
  }

  void loop() {
    for (;;) {
      std::unique_lock reading(input_);
      {
        std::unique_lock lock(state_);
        room_.wait(lock, [&] { return ended_ || taken_ < finished_ + slots_.size(); });
        if (ended_) return;
      }
      auto item = next_item_();
      if (!item) return stop();
      std::size_t index = 0;
      {
        const std::lock_guard lock(state_);
        index = taken_++;
      }
      reading.unlock();
      Value value = work_(*std::move(item));
      const std::lock_guard lock(state_);
      slots_[index % slots_.size()] = std::move(value);
      ready_.notify_one();
    }
  }

  void guarded_loop() {
    try {
      loop();
    } catch (...) {
      {
        const std::lock_guard lock(state_);
        if (!failure_) failure_ = std::current_exception();
      }
      stop();
    }
  }

  NextItem next_item_;
  Work work_;
  std::mutex input_;  // guards next_item_(), and is held while that waits for input
  std::mutex state_;  // guards all of these
  std::condition_variable room_, ready_;
  std::vector<std::optional<Value>> slots_;  // none: all is done by the thread that asks
  std::size_t taken_ = 0, finished_ = 0;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> threads_;
};

// The same as a loop: done(result) on this thread, until there are no more items or it returns false.
template <typename NextItem, typename Work, typename Done>
void run_ordered(unsigned jobs, NextItem next_item, Work work, Done done) {
  Ordered ordered(jobs, std::move(next_item), std::move(work));
  while (auto result = ordered.next()) {
    if (!done(*std::move(result))) return;
  }
}

}  // namespace zhibiao
