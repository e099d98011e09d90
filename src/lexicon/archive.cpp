#include "lexicon/archive.hpp"

#include <cstdint>
#include <stdexcept>
#include <type_traits>

namespace zhibiao::lexicon {
namespace {

// The fields of each structure, once for both directions.
template <typename Archive, typename Entry>
void fields(Archive& a, Entry& e) {
  using T = std::remove_const_t<Entry>;
  if constexpr (std::is_same_v<T, IndicatorEntry>) {
    a(e.id, e.label_zh, e.label_en, e.group, e.nature, e.units, e.headline, e.extension, e.names, e.weak_names, e.scoped_names,
      e.names_en, e.weak_names_en, e.traps, e.splits, e.expands_to, e.flow, e.direction, e.example, e.counter_example);
  } else if constexpr (std::is_same_v<T, UnitEntry>) {
    a(e.id, e.words);
  } else if constexpr (std::is_same_v<T, CueEntry>) {
    a(e.id, e.letter, e.words, e.pattern, e.value);
  } else if constexpr (std::is_same_v<T, StatementEntry>) {
    a(e.id, e.pattern, e.reading, e.note, e.attributes);
  } else if constexpr (std::is_same_v<T, OutlineEntry>) {
    a(e.id, e.pattern, e.zone, e.at);
  } else if constexpr (std::is_same_v<T, RegionEntry>) {
    a(e.name, e.short_names);
  } else {
    static_assert(std::is_same_v<T, LexiconData>);
    a(e.version, e.indicators, e.units, e.cues, e.statements, e.outline, e.heading_mark, e.word_lists, e.regions,
      e.segment_rules, e.words_in_image);
  }
}

class Writer {
 public:
  template <typename... Parts>
  void operator()(const Parts&... parts) {
    (write(parts), ...);
  }
  std::string take() { return std::move(out_); }

 private:
  void number(std::uint32_t n) {
    for (int shift = 0; shift < 32; shift += 8) out_.push_back(static_cast<char>((n >> shift) & 0xFF));
  }
  void write(const std::string& s) {
    number(static_cast<std::uint32_t>(s.size()));
    out_ += s;
  }
  template <typename T>
  void write(const std::vector<T>& list) {
    number(static_cast<std::uint32_t>(list.size()));
    for (const T& item : list) write(item);
  }
  template <typename A, typename B>
  void write(const std::pair<A, B>& pair) {
    write(pair.first);
    write(pair.second);
  }
  template <typename K, typename V>
  void write(const std::map<K, V>& map) {
    number(static_cast<std::uint32_t>(map.size()));
    for (const auto& entry : map) write(entry);
  }
  template <typename T>
  void write(const T& x) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) number(static_cast<std::uint32_t>(x));
    else fields(*this, x);
  }

  std::string out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  template <typename... Parts>
  void operator()(Parts&... parts) {
    (read(parts), ...);
  }

 private:
  std::string_view take(std::size_t length) {
    if (length > rest_.size()) throw std::length_error("the lexicon's image is cut short");
    const std::string_view taken = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return taken;
  }
  std::uint32_t number() {
    const std::string_view bytes = take(4);
    std::uint32_t n = 0;
    for (int i = 3; i >= 0; --i) n = (n << 8) | static_cast<unsigned char>(bytes[static_cast<std::size_t>(i)]);
    return n;
  }
  void read(std::string& s) { s.assign(take(number())); }
  template <typename T>
  void read(std::vector<T>& list) {
    list.resize(number());
    for (T& item : list) read(item);
  }
  template <typename A, typename B>
  void read(std::pair<A, B>& pair) {
    read(pair.first);
    read(pair.second);
  }
  template <typename K, typename V>
  void read(std::map<K, V>& map) {
    for (std::uint32_t n = number(); n > 0; --n) {
      std::pair<K, V> entry;
      read(entry);
      map.insert(map.end(), std::move(entry));
    }
  }
  template <typename T>
  void read(T& x) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) x = static_cast<T>(number());
    else fields(*this, x);
  }

  std::string_view rest_;
};

}  // namespace

std::string to_archive(const LexiconData& data) {
  Writer writer;
  writer(data);
  return writer.take();
}

LexiconData from_archive(std::string_view bytes) {
  LexiconData data;
  Reader reader(bytes);
  reader(data);
  return data;
}

}  // namespace zhibiao::lexicon
