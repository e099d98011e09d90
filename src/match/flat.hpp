// An array that is read in place where the build has written it into the program, and kept where it is made at run time.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace zhibiao::match {

template <typename T>
class Flat {
 public:
  Flat() = default;
  Flat(std::vector<T> made) : own_(std::make_shared<std::vector<T>>(std::move(made))), view_(*own_) {}  // NOLINT
  explicit Flat(std::span<const T> of_program) : view_(of_program) {}

  std::span<const T> view() const noexcept { return view_; }
  const T& operator[](std::size_t i) const noexcept { return view_[i]; }
  const T* data() const noexcept { return view_.data(); }
  std::size_t size() const noexcept { return view_.size(); }
  bool empty() const noexcept { return view_.empty(); }
  auto begin() const noexcept { return view_.begin(); }
  auto end() const noexcept { return view_.end(); }

  // While it is made; copies that others hold stay as they are.
  void push_back(const T& item) {
    own().push_back(item);
    view_ = *own_;
  }
  void set(std::size_t i, const T& item) { own()[i] = item; }

 private:
  std::vector<T>& own() {
    if (!own_ || own_.use_count() > 1) own_ = std::make_shared<std::vector<T>>(view_.begin(), view_.end());
    view_ = *own_;
    return *own_;
  }

  std::shared_ptr<std::vector<T>> own_;
  std::span<const T> view_;
};

// What an array begins with that is made later or read from an image: no memory until then.
template <typename T, std::size_t n>
[[gnu::visibility("hidden")]] inline constexpr T zeros[n] = {};

}  // namespace zhibiao::match
