#include <filesystem>
#include <functional>
#include <thread>
#include <utility>

#include "zhibiao/files.hpp"
#include "zhibiao/guard.hpp"
#include "zhibiao/ordered.hpp"

namespace zhibiao {
namespace {

// Operands to files: folders walked, all else as named.
class FoundFiles {
 public:
  explicit FoundFiles(std::vector<std::string> operands) : operands_(std::move(operands)) {}

  std::optional<FoundFile> next() {
    for (;;) {
      if (auto file = walk_.next()) return file;
      if (position_ == operands_.size()) return std::nullopt;
      std::string operand = std::move(operands_[position_++]);
      std::error_code ignored;
      if (operand == "-" || !std::filesystem::is_directory(operand, ignored)) return FoundFile{std::move(operand), std::nullopt};
      walk_ = FolderWalk(operand);
    }
  }

 private:
  std::vector<std::string> operands_;
  std::size_t position_ = 0;
  FolderWalk walk_;
};

Result<Report> report_of(const Extractor& extractor, const FoundFile& file, std::size_t max_bytes) {
  if (file.error) return *file.error;
  const Result<std::string> bytes = read_file(file.path, max_bytes);
  if (!bytes) return bytes.error();
  Result<Text> text = decode(*bytes);
  if (!text) return text.error();
  text->source.path = file.path;
  return extractor.extract(*text);
}

unsigned threads(unsigned jobs) { return jobs != 0 ? jobs : std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace

struct FileReports::Impl {
  Impl(const Extractor& shared, std::vector<std::string> operands, const FileOptions& options)
      : extractor(shared), files(std::move(operands)), max_bytes(options.max_bytes),
        reports(threads(options.jobs), [this] { return files.next(); }, [this](FoundFile file) { return read(std::move(file)); }) {}

  FileReport read(FoundFile file) const {
    Result<Report> report = guarded([&] { return report_of(extractor, file, max_bytes); }, [](Error error) { return Result<Report>(std::move(error)); });
    return {std::move(file.path), std::move(report)};
  }

  Extractor extractor;
  FoundFiles files;
  std::size_t max_bytes;
  Ordered<std::function<std::optional<FoundFile>()>, std::function<FileReport(FoundFile)>> reports;
};

FileReports::FileReports(const Extractor& extractor, std::vector<std::string> operands, const FileOptions& options)
    : impl_(std::make_unique<Impl>(extractor, std::move(operands), options)) {}

FileReports::~FileReports() = default;

std::optional<FileReport> FileReports::next() { return impl_->reports.next(); }

}  // namespace zhibiao
