// A list that is short as a rule: its first elements stand in the list itself, and memory is taken only for longer ones.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <type_traits>

namespace zhibiao::text {

template <typename T, std::size_t held>
class ShortVector {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  using value_type = T;
  using iterator = T*;
  using const_iterator = const T*;

  ShortVector() = default;
  ShortVector(std::initializer_list<T> list) { assign(list.begin(), list.end()); }
  ShortVector(const ShortVector& other) { assign(other.begin(), other.end()); }
  ShortVector(ShortVector&& other) noexcept { take(other); }
  ~ShortVector() = default;

  ShortVector& operator=(const ShortVector& other) {
    if (this != &other) assign(other.begin(), other.end());
    return *this;
  }
  ShortVector& operator=(ShortVector&& other) noexcept {
    if (this != &other) take(other);
    return *this;
  }

  T* begin() noexcept { return data(); }
  T* end() noexcept { return data() + size_; }
  const T* begin() const noexcept { return data(); }
  const T* end() const noexcept { return data() + size_; }
  auto rbegin() const noexcept { return std::make_reverse_iterator(end()); }
  auto rend() const noexcept { return std::make_reverse_iterator(begin()); }

  std::size_t size() const noexcept { return size_; }
  bool empty() const noexcept { return size_ == 0; }
  T& operator[](std::size_t i) noexcept { return data()[i]; }
  const T& operator[](std::size_t i) const noexcept { return data()[i]; }
  T& front() noexcept { return data()[0]; }
  const T& front() const noexcept { return data()[0]; }
  T& back() noexcept { return data()[size_ - 1]; }
  const T& back() const noexcept { return data()[size_ - 1]; }

  void clear() noexcept { size_ = 0; }
  void push_back(const T& element) {
    const T copy = element;  // it may be one of the list's own
    make_room(size_ + 1);
    data()[size_++] = copy;
  }
  // Of another list.
  template <typename Iterator>
  void assign(Iterator first, Iterator last) {
    clear();
    append(first, last);
  }
  template <typename Iterator>
  void append(Iterator first, Iterator last) {
    const auto more = static_cast<std::size_t>(std::distance(first, last));
    make_room(size_ + more);
    std::copy(first, last, end());
    size_ += more;
  }
  void erase(T* first, T* last) {
    size_ = static_cast<std::size_t>(std::copy(last, end(), first) - begin());
  }

 private:
  T* data() noexcept { return room_ > held ? more_.get() : first_; }
  const T* data() const noexcept { return room_ > held ? more_.get() : first_; }

  void make_room(std::size_t size) {
    if (size <= room_) return;
    const std::size_t room = std::max(size, 2 * room_);
    auto more = std::make_unique<T[]>(room);
    std::copy(begin(), end(), more.get());
    more_ = std::move(more);
    room_ = room;
  }

  void take(ShortVector& other) noexcept {
    if (other.room_ > held) {
      more_ = std::move(other.more_);
      room_ = other.room_;
      size_ = other.size_;
      other.room_ = held;
    } else {
      std::copy(other.begin(), other.end(), data());  // there is room for as many in every list
      size_ = other.size_;
    }
    other.size_ = 0;
  }

  T first_[held];
  std::unique_ptr<T[]> more_;
  std::size_t room_ = held, size_ = 0;
};

}  // namespace zhibiao::text
