// Work that can be counted: the same on an idle machine and on a busy one.   counters SAMPLES
//
// One line a section, parted by tabs: name, bytes, heap allocations, instructions. Instructions are those of the
// processor's counter; where there is none "-" is printed, and under callgrind each section is a dump named after it.
// Allocations are those of operator new and of ICU.

#include <unicode/uclean.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <new>
#include <string>

#ifdef __linux__
#include <linux/perf_event.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define RUNNING_ON_VALGRIND 0
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#define CALLGRIND_ZERO_STATS
#define CALLGRIND_DUMP_STATS_AT(name)
#endif

#include "extract/analysis.hpp"
#include "extract/model.hpp"
#include "texts.hpp"
#include "zhibiao/zhibiao.hpp"
#include "zhibiao/json.hpp"

namespace {

std::uint64_t allocations = 0;  // one thread only

void* counted(std::size_t bytes) {
  ++allocations;
  if (void* memory = std::malloc(bytes == 0 ? 1 : bytes)) return memory;
  throw std::bad_alloc();
}

void* icu_allocate(const void*, std::size_t bytes) {
  ++allocations;
  return std::malloc(bytes);
}
void* icu_reallocate(const void*, void* memory, std::size_t bytes) {
  ++allocations;
  return std::realloc(memory, bytes);
}
void icu_release(const void*, void* memory) { std::free(memory); }

// Instructions of this thread in user mode, by the processor.
class InstructionCounter {
 public:
  InstructionCounter() {
#ifdef __linux__
    perf_event_attr attributes{};
    attributes.type = PERF_TYPE_HARDWARE;
    attributes.size = sizeof attributes;
    attributes.config = PERF_COUNT_HW_INSTRUCTIONS;
    attributes.disabled = 1;
    attributes.exclude_kernel = 1;
    attributes.exclude_hv = 1;
    file_ = static_cast<int>(syscall(SYS_perf_event_open, &attributes, 0, -1, -1, 0));
#endif
  }
  InstructionCounter(const InstructionCounter&) = delete;
  InstructionCounter& operator=(const InstructionCounter&) = delete;
  ~InstructionCounter() {
#ifdef __linux__
    if (file_ >= 0) close(file_);
#endif
  }

  void start() const {
#ifdef __linux__
    if (file_ < 0) return;
    ioctl(file_, PERF_EVENT_IOC_RESET, 0);
    ioctl(file_, PERF_EVENT_IOC_ENABLE, 0);
#endif
  }
  std::string stop() const {
#ifdef __linux__
    std::uint64_t count = 0;
    if (file_ >= 0 && ioctl(file_, PERF_EVENT_IOC_DISABLE, 0) == 0 && read(file_, &count, sizeof count) == sizeof count) {
      return std::to_string(count);
    }
#endif
    return "-";
  }

 private:
  int file_ = -1;
};

const InstructionCounter& counter() {
  static const InstructionCounter one;
  return one;
}

template <typename Work>
void section(const std::string& name, std::size_t bytes, const Work& work) {
  const std::uint64_t before = allocations;
  if (RUNNING_ON_VALGRIND) {
    CALLGRIND_START_INSTRUMENTATION;
    CALLGRIND_ZERO_STATS;
  }
  counter().start();
  work();
  const std::string instructions = counter().stop();
  if (RUNNING_ON_VALGRIND) {
    CALLGRIND_DUMP_STATS_AT(name.c_str());
    CALLGRIND_STOP_INSTRUMENTATION;
  }
  const std::uint64_t after = allocations;
  std::cout << name << '\t' << bytes << '\t' << after - before << '\t' << instructions << std::endl;
}

}  // namespace

void* operator new(std::size_t bytes) { return counted(bytes); }
void* operator new[](std::size_t bytes) { return counted(bytes); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: counters SAMPLES\n", 2;
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(nullptr, icu_allocate, icu_reallocate, icu_release, &status);
  if (U_FAILURE(status)) return std::cerr << "counters: ICU keeps its own memory functions\n", 2;

  const auto lexicon = zhibiao::Lexicon::built_in();
  if (!lexicon) return std::cerr << lexicon.error().message << '\n', 2;
  const auto model = zhibiao::extract::Model::compile(*lexicon);
  const auto extractor = zhibiao::Extractor::create(*lexicon);
  if (!model || !extractor) return std::cerr << "counters: no model\n", 2;

  zhibiao::extract::Reader reader(**model);
  const std::vector<std::string> samples = zhibiao::bench::sample_sentences(argv[1]);
  const std::string ordinary = zhibiao::bench::report(1, 43'000, samples);
  // Three others first, so that what grows with the texts met (the automata of RE2) has grown.
  for (std::uint64_t seed = 2; seed < 5; ++seed) {
    reader.read(zhibiao::bench::report(seed, 43'000, samples));
  }
  // Counted in the second run: whatever is built at first use is there.
  reader.read(ordinary);
  section("core", ordinary.size(), [&] { reader.read(ordinary); });
  const auto read = extractor->extract(ordinary);
  if (!read) return std::cerr << "counters: no report\n", 2;
  section("report", ordinary.size(), [&] {
    if (!extractor->extract(ordinary)) std::abort();
  });
  std::string json = zhibiao::to_json(*read);
  section("json", ordinary.size(), [&] {
    json.clear();
    zhibiao::append_json(*read, json);
  });

  constexpr std::size_t smallest = 1'000;
  for (const std::size_t factor : {1, 2, 4}) {
    for (const auto& [name, text] : zhibiao::bench::hostile(factor * smallest)) {
      reader.read(text);  // as above: the automata of RE2 grow with the texts met
      section("hostile " + std::to_string(factor) + " " + name, text.size(),
              [&, &text = text] { reader.read(text); });
    }
  }
  return 0;
}
