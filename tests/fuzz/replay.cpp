// Where there is no libFuzzer: runs files, then mutated ones, the same ones for the same seed. Takes the options of libFuzzer that
// the tests give; the input being run stands in "last-input" below the artifact prefix until it has gone well.
//   fuzz_TARGET [-runs=N] [-seed=S] [-max_len=BYTES] [-artifact_prefix=FOLDER/] FILE|FOLDER...
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "fuzz.hpp"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size, unsigned seed);

namespace {

namespace fs = std::filesystem;
using Input = std::vector<std::uint8_t>;

std::minstd_rand byte_random;

Input read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  zhibiao::fuzz::require(file.good(), "no such file: " + path.string());
  return Input(std::istreambuf_iterator<char>(file), {});
}

void run(const Input& input, const std::string& last) {
  if (!last.empty()) {
    std::ofstream file(last, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(input.data()), static_cast<std::streamsize>(input.size()));
  }
  const Input exact(input);  // a block of exact size
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

// What libFuzzer has of its own: changes of bytes.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size) {
  const std::size_t at = size == 0 ? 0 : byte_random() % size;
  const auto any = static_cast<std::uint8_t>(byte_random());
  switch (byte_random() % 4) {
    case 0:  // a byte more
      if (size >= max_size) return size;
      std::memmove(data + at + 1, data + at, size - at);
      data[at] = any;
      return size + 1;
    case 1:  // some less
      if (size == 0) return 0;
      {
        const std::size_t gone = std::min<std::size_t>(size - at, 1 + byte_random() % 8);
        std::memmove(data + at, data + at + gone, size - at - gone);
        return size - gone;
      }
    case 2:
      if (size > 0) data[at] = any;
      return size;
    default:
      if (size > 0) data[at] = static_cast<std::uint8_t>(data[at] ^ (1u << any % 8));
      return size;
  }
}

int main(int count, char** words) {
  unsigned long runs = 0, seed = 1, max_len = 4096;
  std::string last;
  std::vector<fs::path> paths;
  for (int i = 1; i < count; ++i) {
    const std::string word = words[i];
    const auto value = [&](const char* name) {
      const std::string key = std::string("-") + name + "=";
      return word.compare(0, key.size(), key) == 0 ? word.substr(key.size()) : std::string();
    };
    if (const std::string n = value("runs"); !n.empty()) runs = std::stoul(n);
    else if (const std::string s = value("seed"); !s.empty()) seed = std::stoul(s);
    else if (const std::string m = value("max_len"); !m.empty()) max_len = std::stoul(m);
    else if (const std::string prefix = value("artifact_prefix"); !prefix.empty()) last = prefix + "last-input";
    else if (word.front() == '-') std::fprintf(stderr, "passed over: %s\n", word.c_str());
    else if (fs::is_directory(word)) {
      for (const auto& entry : fs::recursive_directory_iterator(word)) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
      }
    } else paths.emplace_back(word);
  }
  std::sort(paths.begin(), paths.end());  // the same order wherever it runs

  std::vector<Input> pool;
  for (const fs::path& path : paths) {
    pool.push_back(read(path));
    run(pool.back(), last);
  }
  std::minstd_rand random(static_cast<unsigned>(seed));
  for (unsigned long n = 0; n < runs && !pool.empty(); ++n) {
    byte_random.seed(static_cast<unsigned>(random()));
    Input input = pool[random() % pool.size()];
    if (random() % 4 == 0) {  // the head of one and the tail of another
      const Input& other = pool[random() % pool.size()];
      input.resize(random() % (input.size() + 1));
      input.insert(input.end(), other.begin() + static_cast<std::ptrdiff_t>(random() % (other.size() + 1)), other.end());
    }
    const std::size_t size = std::min<std::size_t>(input.size(), max_len);
    input.resize(max_len);
    std::size_t mutated = size;
    for (unsigned long k = 1 + random() % 4; k > 0; --k) {
      mutated = LLVMFuzzerCustomMutator(input.data(), mutated, max_len, static_cast<unsigned>(random()));
    }
    input.resize(mutated);
    run(input, last);
    if (pool.size() < paths.size() * 4) {
      if (random() % 8 == 0) pool.push_back(std::move(input));
    } else {
      pool.resize(paths.size());  // back to what was given
    }
  }
  if (!last.empty()) fs::remove(last);
  std::printf("%zu files, %lu mutated inputs: nothing found\n", paths.size(), pool.empty() ? 0UL : runs);
  return 0;
}
