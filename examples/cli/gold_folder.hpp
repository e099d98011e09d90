// The files of a folder of annotated texts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/gold.hpp"

namespace cli {

struct GoldDocument {
  std::string id;
  std::optional<Gold> gold;              // of ID.gold.jsonl and ID.relative.jsonl
  std::optional<DocumentFields> fields;  // of documents.json
};

struct GoldFolder {
  std::vector<GoldDocument> documents;  // sorted by id
  bool has_goals = false;               // some *.relative.jsonl is there: a text without one has no such goals
  std::vector<std::string> flaws;       // "file:line: reason"; a text whose gold has one is left out
};

// An error where the folder itself cannot be read.
zhibiao::Result<GoldFolder> read_gold_folder(const std::string& path);

}  // namespace cli
