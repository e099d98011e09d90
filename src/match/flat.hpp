// An array that is read in place where the build has written it into the program, and kept where it was made at run time.
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
  Flat(std::vector<T> made) : kept_(std::make_shared<const std::vector<T>>(std::move(made))), view_(*kept_) {}  // NOLINT
  explicit Flat(std::span<const T> of_program) : view_(of_program) {}

  std::span<const T> view() const noexcept { return view_; }
  const T& operator[](std::size_t i) const noexcept { return view_[i]; }
  const T* data() const noexcept { return view_.data(); }
  std::size_t size() const noexcept { return view_.size(); }
  bool empty() const noexcept { return view_.empty(); }
  auto begin() const noexcept { return view_.begin(); }
  auto end() const noexcept { return view_.end(); }

 private:
  std::shared_ptr<const std::vector<T>> kept_;
  std::span<const T> view_;
};

}  // namespace zhibiao::match
