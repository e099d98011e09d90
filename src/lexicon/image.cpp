#include "lexicon/image.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>

#include "lexicon/archive.hpp"

namespace zhibiao::lexicon {
namespace {

// To be raised where a structure of an archive gets other fields.
constexpr std::uint32_t layout = 4;

struct Head {
  char name[8] = {'z', 'h', 'i', 'b', 'i', 'a', 'o', '\n'};
  std::uint32_t version = layout, order = 0x01020304;  // of bytes in numbers
  std::uint64_t sum = 0;
  std::uint64_t data = 0, tables = 0;  // bytes of each; both begin at borders of eight
};

std::uint64_t padded(std::uint64_t n) { return (n + array_alignment - 1) / array_alignment * array_alignment; }

// Of words and, as each stands in its place, of the sums so far; side by side, as vectors are added.
std::uint64_t sum_of(std::string_view bytes) {
  constexpr std::size_t lanes = 8, step = lanes * sizeof(std::uint64_t);
  std::uint64_t sums[lanes] = {}, sums_of_sums[lanes] = {};
  std::size_t at = 0;
  for (; at + step <= bytes.size(); at += step) {
    std::uint64_t words[lanes];
    std::memcpy(words, bytes.data() + at, step);
    for (std::size_t k = 0; k < lanes; ++k) {
      sums[k] += words[k];
      sums_of_sums[k] += sums[k];
    }
  }
  std::uint64_t sum = bytes.size();
  const auto add = [&](std::uint64_t word) { sum = (sum ^ word) * 0x9E3779B97F4A7C15ULL; };
  for (; at < bytes.size(); ++at) add(static_cast<unsigned char>(bytes[at]));
  for (std::size_t k = 0; k < lanes; ++k) add(sums[k] ^ sums_of_sums[k] << 32 ^ sums_of_sums[k] >> 32);
  return sum;
}

}  // namespace

std::string seal(const Image& image) {
  std::string body(image.data);
  body.resize(padded(body.size()), '\0');
  body += image.tables;
  body.resize(padded(body.size()), '\0');
  Head head;
  head.sum = sum_of(body);
  head.data = image.data.size();
  head.tables = image.tables.size();
  return std::string(reinterpret_cast<const char*>(&head), sizeof head) + body;
}

Result<Image> open_image(std::string_view sealed) {
  const auto refuse = [](const char* why) {
    return Error{ErrorCode::broken_lexicon, std::string("the image of the built-in lexicon ") + why};
  };
  const Head own;
  Head head;
  if (sealed.size() < sizeof head) return refuse("is cut short");
  std::memcpy(&head, sealed.data(), sizeof head);
  if (std::memcmp(&head, &own, offsetof(Head, sum)) != 0) return refuse("is of another version");
  const std::string_view body = sealed.substr(sizeof head);
  if (head.data > body.size() || head.tables > body.size() || padded(head.data) + padded(head.tables) != body.size()) {
    return refuse("is cut short");
  }
  if (sum_of(body) != head.sum) return refuse("is damaged");
  return Image{body.substr(0, head.data), body.substr(padded(head.data), head.tables)};
}

Result<Image> open_built_in_image() {
  static const Result<Image> image = built_in_image().empty() ? Image{} : open_image(built_in_image());
  return image;
}

}  // namespace zhibiao::lexicon
