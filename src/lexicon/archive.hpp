// Structures as bytes and back, for the image of the built-in lexicon. Lengths and numbers are 32 bits, lowest byte first; arrays
// of plain numbers stand as they do in memory and are read in place.
//
// A structure says its fields once for both directions: as a static member `fields(archive, self)`, or as a function
// `archive_fields(archive, x)` beside it.
#pragma once

#include <array>
#include <bit>
#include <bitset>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "lexicon/data.hpp"
#include "match/flat.hpp"
#include "zhibiao/result.hpp"

namespace zhibiao::lexicon {

inline constexpr std::size_t array_alignment = 8;

template <typename T>
concept Number = std::is_enum_v<T> || std::is_integral_v<T>;

// Its bytes are its value: none of them is padding.
template <typename T>
concept Plain = std::is_trivially_copyable_v<T> && std::has_unique_object_representations_v<T> && alignof(T) <= array_alignment;

class ArchiveWriter {
 public:
  template <typename... Parts>
  void operator()(const Parts&... parts) {
    (write(parts), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::uint64_t n, int bits) {
    for (int shift = 0; shift < bits; shift += 8) out_.push_back(static_cast<char>((n >> shift) & 0xFF));
  }
  void count(std::size_t n) { number(n, 32); }

  void write(std::string_view s) {
    count(s.size());
    out_ += s;
  }
  void write(const std::string& s) { write(std::string_view(s)); }
  template <Plain T>
  void write(std::span<const T> array) {
    count(array.size());
    if (array.empty()) return;
    while (out_.size() % array_alignment != 0) out_.push_back('\0');
    out_.append(reinterpret_cast<const char*>(array.data()), array.size_bytes());
  }
  template <typename T>
  void write(const match::Flat<T>& array) {
    write(array.view());
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    count(list.size());
    for (const T& item : list) write(item);
  }
  template <typename T, std::size_t N>
  void write(const std::array<T, N>& list) {
    for (const T& item : list) write(item);
  }
  template <std::size_t N>
  void write(const std::bitset<N>& bits) {
    for (std::size_t at = 0; at < N; at += 64) {
      std::uint64_t word = 0;
      for (std::size_t i = 0; i < 64 && at + i < N; ++i) word |= std::uint64_t{bits[at + i]} << i;
      number(word, 64);
    }
  }
  template <typename T>
  void write(const std::optional<T>& item) {
    write(item.has_value());
    if (item) write(*item);
  }
  template <typename A, typename B>
  void write(const std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <typename K, typename V, typename C>
  void write(const std::map<K, V, C>& map) {
    count(map.size());
    for (const auto& entry : map) write(entry);
  }
  template <typename T>
  void write(const T& x) {
    if constexpr (Number<T>) number(static_cast<std::uint64_t>(x), sizeof(T) == 8 ? 64 : 32);
    else if constexpr (requires { T::fields(*this, x); }) T::fields(*this, x);
    else archive_fields(*this, x);
  }

  std::string out_;
};

// Throws std::length_error where bytes are missing. What is read in place lives as long as the bytes do.
class ArchiveReader {
 public:
  explicit ArchiveReader(std::string_view bytes) : begin_(bytes.data()), rest_(bytes) {}

  template <typename... Parts>
  void operator()(Parts&... parts) {
    (read(parts), ...);
  }
  bool ended() const noexcept { return rest_.empty(); }

 private:
  std::string_view take(std::size_t length) {
    if (length > rest_.size()) throw std::length_error("cut short");
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }
  template <int bytes>
  std::uint64_t number() {
    const std::string_view taken = take(bytes);
    std::uint64_t n = 0;
    for (int i = 0; i < bytes; ++i) {
      n |= static_cast<std::uint64_t>(static_cast<unsigned char>(taken[static_cast<std::size_t>(i)])) << (8 * i);
    }
    return n;
  }
  // Each item takes a byte at least.
  std::size_t count() {
    const std::uint64_t n = number<4>();
    if (n > rest_.size()) throw std::length_error("cut short");
    return static_cast<std::size_t>(n);
  }

  void read(std::string_view& s) { s = take(count()); }
  void read(std::string& s) { s.assign(take(count())); }
  template <Plain T>
  void read(std::span<const T>& array) {
    const std::size_t n = count();
    array = {};
    if (n == 0) return;
    while (static_cast<std::size_t>(rest_.data() - begin_) % array_alignment != 0) take(1);
    array = {reinterpret_cast<const T*>(take(n * sizeof(T)).data()), n};
  }
  template <typename T>
  void read(match::Flat<T>& array) {
    std::span<const T> view;
    read(view);
    array = match::Flat<T>(view);
  }
  template <typename T>
  void read(std::vector<T>& list) {
    list.resize(count());
    for (T& item : list) read(item);
  }
  template <typename T, std::size_t N>
  void read(std::array<T, N>& list) {
    for (T& item : list) read(item);
  }
  template <std::size_t N>
  void read(std::bitset<N>& bits) {
    bits.reset();
    for (std::size_t at = 0; at < N; at += 64) {
      for (std::uint64_t word = number<8>(); word != 0; word &= word - 1) {
        bits.set(at + static_cast<std::size_t>(std::countr_zero(word)));
      }
    }
  }
  template <typename T>
  void read(std::optional<T>& item) {
    bool there = false;
    read(there);
    if (there) read(item.emplace());
    else item.reset();
  }
  template <typename A, typename B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <typename K, typename V, typename C>
  void read(std::map<K, V, C>& map) {
    for (std::size_t n = count(); n > 0; --n) {
      std::pair<K, V> entry;
      read(entry);
      map.insert(map.end(), std::move(entry));
    }
  }
  template <typename T>
  void read(T& x) {
    if constexpr (Number<T>) x = static_cast<T>(number<sizeof(T) == 8 ? 8 : 4>());
    else if constexpr (requires { T::fields(*this, x); }) T::fields(*this, x);
    else archive_fields(*this, x);
  }

  const char* begin_;
  std::string_view rest_;
};

std::string to_archive(const LexiconData& data);

// `bytes` must be what to_archive() made of the same version of these structures.
LexiconData from_archive(std::string_view bytes);

}  // namespace zhibiao::lexicon
