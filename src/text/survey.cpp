#include "text/survey.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/avx2.hpp"
#include "text/utf8.hpp"

namespace zhibiao::text {
namespace {

constexpr std::size_t word_bits = 64;

void end_line(Marks& marks, std::size_t width) {
  if (width == 0) return;
  ++marks.widths[std::min(width, widest_line + 1)];
  ++marks.lines;
}

void clear(Marks& marks, std::size_t bytes) {
  const std::size_t words = (bytes + word_bits - 1) / word_bits;
  marks.in_chinese.resize(words);
  marks.in_english.resize(words);
  marks.letters = marks.han = marks.lines = 0;
  marks.widths.fill(0);
}

// --- character by character

constexpr bool is_letter(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_sign(char c) { return c > ' '; }  // of ASCII; other bytes are negative or as good as letters
constexpr bool is_han_lead(unsigned char c) { return c >= 0xE4 && c <= 0xE9; }

}  // namespace

void mark_by_characters(std::string_view text, Marks& out) {
  clear(out, text.size());
  std::fill(out.in_chinese.begin(), out.in_chinese.end(), 0);
  std::fill(out.in_english.begin(), out.in_english.end(), 0);
  const auto ascii_sign = [&](std::size_t at) {
    return at < text.size() && static_cast<unsigned char>(text[at]) < 0x80 && is_sign(text[at]);
  };
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const auto lead = static_cast<unsigned char>(text[begin]);
    const char32_t c = next_character(text, at);
    bool in_chinese = false, in_english = false;
    if (c < 0x80) {
      in_chinese = in_english = !is_sign(text[begin]) || c == '[';
      if (c == ' ' && begin > 0 && ascii_sign(begin - 1) && ascii_sign(at)) in_english = false;
      if (is_letter(lead)) ++out.letters;
    } else if (is_han_lead(lead)) {
      ++out.han;
      const char last = text[begin + 2];
      in_chinese = in_english = lead == 0xE4 && (last == '\x80' || last == '\x8C');
    } else {
      in_english = c < 0x3001 || c > 0x3013;
      in_chinese = in_english && (c < 0x2018 || c > 0x201D);
    }
    const std::uint64_t bit = std::uint64_t{1} << (begin % word_bits);
    if (in_chinese) out.in_chinese[begin / word_bits] |= bit;
    if (in_english) out.in_english[begin / word_bits] |= bit;
    if (c == '\n') {
      end_line(out, width);
      width = 0;
    } else if (c != '\r') {
      width += c < 0x80 ? 1 : 2;
    }
  }
  end_line(out, width);
}

// --- 64 bytes at a time

#ifdef ZHIBIAO_HAS_AVX2
namespace {

// What the blocks before leave to the next one.
struct Carry {
  std::uint64_t sign = 0;  // the byte before is a sign of ASCII
  std::size_t width = 0;   // of the line so far
};

// Marks the `size` bytes at `at`, at most 64; three more can be read behind the 64.
ZHIBIAO_AVX2_INLINE void mark_block(const char* at, std::size_t size, std::size_t word, Carry& carry, Marks& out) {
  using namespace avx2;
  const Bytes first = load(at), second = load(at + 1), third = load(at + 2);
  const std::uint64_t within_text = size == word_bits ? ~std::uint64_t{0} : (std::uint64_t{1} << size) - 1;

  const std::uint64_t wide = bits(first);  // beyond ASCII
  const std::uint64_t inner = ~bits(above(first, -65)) & wide;  // 80..BF
  const std::uint64_t leads = wide & ~inner;
  const std::uint64_t signs = bits(above(first, ' '));
  const std::uint64_t low = ~(wide | signs) & within_text;
  const Bytes lower = {_mm256_or_si256(first.low, _mm256_set1_epi8(0x20)), _mm256_or_si256(first.high, _mm256_set1_epi8(0x20))};
  const std::uint64_t letters = bits(avx2::within(lower, 'a', 'z'));
  const std::uint64_t han = bits(avx2::within(first, 0xE4, 0xE9));
  const std::uint64_t numerals = bits(both(is(first, 0xE4), either(is(third, 0x80), is(third, 0x8C))));
  const Bytes of_block = is(second, 0x80);
  const std::uint64_t marks = bits(both(both(is(first, 0xE3), of_block), avx2::within(third, 0x81, 0x93)));
  const std::uint64_t quotes = bits(both(both(is(first, 0xE2), of_block), avx2::within(third, 0x98, 0x9D)));
  const std::uint64_t others = (leads & ~han & ~marks) | numerals | bits(is(first, '['));

  out.letters += static_cast<std::size_t>(_mm_popcnt_u64(letters));
  out.han += static_cast<std::size_t>(_mm_popcnt_u64(han));
  out.in_chinese[word] = low | (others & ~quotes);
  std::uint64_t columns = within_text & ~inner;  // one for each character, one more where it is wide
  std::uint64_t blanks = 0;
  if (low != 0) {
    const std::uint64_t next_sign = at[word_bits] > ' ' ? std::uint64_t{1} << 63 : 0;
    blanks = bits(is(first, ' ')) & (signs << 1 | carry.sign) & (signs >> 1 | next_sign);
    columns &= ~bits(either(is(first, '\r'), is(first, '\n')));
    std::uint64_t before = 0;  // bytes of the block up to the line that ends
    for (std::uint64_t ends = bits(is(first, '\n')) & within_text; ends != 0; ends &= ends - 1) {
      const std::uint64_t line = (ends ^ (ends - 1)) & ~before;
      end_line(out, carry.width + static_cast<std::size_t>(_mm_popcnt_u64(columns & line) + _mm_popcnt_u64(leads & line)));
      carry.width = 0;
      before |= line;
    }
    columns &= ~before;
    carry.width += static_cast<std::size_t>(_mm_popcnt_u64(columns) + _mm_popcnt_u64(leads & ~before));
  } else {
    carry.width += static_cast<std::size_t>(_mm_popcnt_u64(columns) + _mm_popcnt_u64(leads));
  }
  out.in_english[word] = (low & ~blanks) | others;
  carry.sign = signs >> 63;
}

ZHIBIAO_AVX2 void mark_by_blocks(std::string_view text, Marks& out) {
  clear(out, text.size());
  constexpr std::size_t ahead = 3;
  Carry carry;
  std::size_t at = 0;
  for (; at + word_bits + ahead <= text.size(); at += word_bits) {
    mark_block(text.data() + at, word_bits, at / word_bits, carry, out);
  }
  while (at < text.size()) {
    char rest[word_bits + word_bits] = {};
    const std::size_t left = text.size() - at;
    std::memcpy(rest, text.data() + at, left);
    mark_block(rest, std::min(left, word_bits), at / word_bits, carry, out);
    at += std::min(left, word_bits);
  }
  end_line(out, carry.width);
}

}  // namespace
#endif

void mark(std::string_view text, Marks& out) {
#ifdef ZHIBIAO_HAS_AVX2
  if (avx2::available()) return mark_by_blocks(text, out);
#endif
  mark_by_characters(text, out);
}

namespace {

// --- wrapped lines

constexpr std::size_t narrow_line = 44;

// Wrapped text has its lines in a narrow band of widths, whatever stands in them; paragraphs and headings
// of other texts spread.
std::size_t wrap_width(const Marks& marks, std::size_t slack) {
  if (marks.lines == 0) return 0;
  const auto& widths = marks.widths;
  std::size_t best = 0, best_count = 0, in_window = 0;
  for (std::size_t width = 0; width <= widest_line; ++width) {
    in_window += widths[width];
    if (width > slack) in_window -= widths[width - slack - 1];
    if (width >= narrow_line && in_window >= best_count && widths[width] > 0) {
      best = width;
      best_count = in_window;
    }
  }
  std::size_t longer = 0;
  for (std::size_t width = best + 1; width < widths.size(); ++width) longer += widths[width];
  return best_count * 5 >= marks.lines * 2 && longer * 10 <= marks.lines ? best : 0;
}

// --- traditional text

// Frequent characters of reports whose two forms differ; they tell in which script a text is written.
constexpr std::u32string_view traditional_marks =
    U"國經濟發會業產長資總實現農區億萬與為對電開關員個來時從進過還這們務動質設點學體廣環標類導";
constexpr std::u32string_view simplified_marks =
    U"国经济发会业产长资总实现农区亿万与为对电开关员个来时从进过还这们务动质设点学体广环标类导";
static_assert(traditional_marks.size() == simplified_marks.size());

constexpr char32_t first_mark = 0x4E00, last_mark = 0x9FFF;

// Which mark a character is: 1 traditional, 2 simplified, 0 neither.
const std::vector<unsigned char>& script_marks() {
  static const std::vector<unsigned char> table = [] {
    std::vector<unsigned char> marks(last_mark - first_mark + 1, 0);
    for (std::size_t i = 0; i < traditional_marks.size(); ++i) {
      if (traditional_marks[i] == simplified_marks[i]) continue;
      marks[traditional_marks[i] - first_mark] = 1;
      marks[simplified_marks[i] - first_mark] = 2;
    }
    return marks;
  }();
  return table;
}

struct Script {
  std::size_t traditional = 0, simplified = 0;

  void count(std::string_view text) {
    const std::vector<unsigned char>& marks = script_marks();
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      if (c < first_mark || c > last_mark) continue;
      const unsigned char mark = marks[c - first_mark];
      traditional += mark == 1 ? 1 : 0;
      simplified += mark == 2 ? 1 : 0;
    }
  }
};

// Stretches all over a long text settle it, unless both scripts are there or too few marks: then every character is counted.
bool is_traditional(std::string_view text) {
  constexpr std::size_t stretches = 32, stretch = 64, enough = 16;
  Script script;
  if (text.size() > 4 * stretches * stretch) {
    for (std::size_t k = 0; k < stretches; ++k) {
      std::size_t begin = text.size() / stretches * k;
      while (is_continuation(text[begin])) ++begin;
      std::size_t end = begin + stretch;
      while (is_continuation(text[end])) --end;
      script.count(text.substr(begin, end - begin));
    }
    if (script.simplified >= enough && script.simplified > 4 * script.traditional) return false;
    script = {};
  }
  script.count(text);
  return script.traditional >= 2 && script.traditional > script.simplified;
}

}  // namespace

Survey survey(std::string_view text, Marks& marks) {
  mark(text, marks);
  Survey result;
  const bool english = marks.letters > 4 * marks.han;
  if (english) {
    result.language = Language::en;
  } else if (is_traditional(text)) {
    result.language = Language::zh_hant;
  }
  // Ragged right: a line of English ends up to a long word before the margin.
  result.wrap_width = wrap_width(marks, english ? 3 * wrap_slack : wrap_slack);
  result.stops = english ? marks.in_english : marks.in_chinese;
  return result;
}

}  // namespace zhibiao::text
