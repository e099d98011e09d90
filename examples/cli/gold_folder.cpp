#include "cli/gold_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/inputs.hpp"

namespace cli {
namespace {

namespace fs = std::filesystem;
using zhibiao::Error;
using zhibiao::ErrorCode;
using zhibiao::Result;

constexpr std::string_view gold_ending = ".gold.jsonl", goals_ending = ".relative.jsonl";

std::optional<std::string> without(std::string_view ending, const std::string& name) {
  const bool ends = name.size() > ending.size() &&
                    std::string_view(name).substr(name.size() - ending.size()) == ending && name.front() != '.';
  return ends ? std::optional(name.substr(0, name.size() - ending.size())) : std::nullopt;
}

template <typename Parse>
auto parse_file(const fs::path& path, Parse parse) -> decltype(parse(std::string_view(), std::string())) {
  const std::string name = path.string();
  const Result<std::string> bytes = read_file(name);
  if (!bytes) return Error{bytes.error().code, name + ": " + bytes.error().message};
  return parse(*bytes, name);
}

}  // namespace

Result<GoldFolder> read_gold_folder(const std::string& path) {
  std::error_code error;
  std::set<std::string> with_gold, with_goals;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (const auto id = without(gold_ending, name)) with_gold.insert(*id);
    if (const auto id = without(goals_ending, name)) with_goals.insert(*id);
  }
  if (error) return Error{ErrorCode::io, path + ": " + error.message()};

  GoldFolder folder;
  folder.has_goals = !with_goals.empty();
  std::map<std::string, GoldDocument> documents;
  const auto file_of = [&](const std::string& id, std::string_view ending) {
    return fs::path(path) / (id + std::string(ending));
  };
  for (const std::string& id : with_gold) {
    Result<Gold> gold = parse_file(file_of(id, gold_ending), &parse_gold);
    if (!gold) {
      folder.flaws.push_back(gold.error().message);
      continue;
    }
    if (with_goals.count(id) != 0) {
      Result<std::vector<Goal>> goals = parse_file(file_of(id, goals_ending), &parse_goals);
      if (!goals) {
        folder.flaws.push_back(goals.error().message);
        continue;
      }
      gold->goals = *std::move(goals);
    }
    documents[id].gold = *std::move(gold);
  }
  for (const std::string& id : with_goals) {
    if (with_gold.count(id) != 0) continue;
    folder.flaws.push_back(file_of(id, goals_ending).string() + ": there is no " + id + std::string(gold_ending) +
                           " beside it");
  }
  const fs::path list = fs::path(path) / "documents.json";
  if (fs::exists(list, error)) {
    Result<std::map<std::string, DocumentFields>> fields = parse_file(list, &parse_documents);
    if (!fields) folder.flaws.push_back(fields.error().message);
    for (auto& [id, known] : fields ? *fields : std::map<std::string, DocumentFields>()) documents[id].fields = known;
  }
  for (auto& [id, document] : documents) {
    document.id = id;
    folder.documents.push_back(std::move(document));
  }
  return folder;
}

}  // namespace cli
