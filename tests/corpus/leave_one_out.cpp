// Leave one report out: how much of the accuracy on a report hangs on names that only this report uses.
//
//   leave_one_out OUTPUT.jsonl FOLDER [OTHER_FOLDER...]
//
// For each annotated report of FOLDER, the names that occur in it and in no other report of all the folders are dropped
// from the lexicon, and the report is read with what is left; one report a line. leave_one_out.py scores them. A harsh
// measure: a name that is common in the field goes too where the reports at hand show it once.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "lexicon/load.hpp"
#include "extract/model.hpp"
#include "text/normalize.hpp"
#include "zhibiao/zhibiao.hpp"

namespace {

namespace fs = std::filesystem;
using namespace zhibiao;
using json = nlohmann::ordered_json;
using Names = std::vector<std::string> IndicatorEntry::*;

constexpr std::pair<const char*, Names> name_lists[] = {{"names", &IndicatorEntry::names},
                                                        {"weak_names", &IndicatorEntry::weak_names},
                                                        {"scoped_names", &IndicatorEntry::scoped_names},
                                                        {"names_en", &IndicatorEntry::names_en},
                                                        {"weak_names_en", &IndicatorEntry::weak_names_en}};

struct Document {
  fs::path path;
  std::string text;
  std::set<std::string> names;  // spellings of indicators that it uses, the longest at each place
};

std::set<std::string> names_in(const extract::Model& model, const std::string& text) {
  const text::Normalized normalized = text::normalize(text);
  std::vector<match::Word> words;
  model.words.find(normalized.text, 0, normalized.text.size(), words);
  std::set<std::string> out;
  for (const match::Word& word : words) {
    if (model.roles[word.id].name == extract::no_index) continue;
    out.insert(normalized.text.substr(word.begin, word.end - word.begin));
  }
  return out;
}

std::vector<Document> documents_of(const fs::path& folder, const extract::Model& model) {
  std::vector<Document> out;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const fs::path& path = entry.path();
    if (path.extension() != ".txt" || !fs::exists(fs::path(path).replace_extension(".gold.jsonl"))) continue;
    std::ifstream file(path, std::ios::binary);
    Document document{path, std::string(std::istreambuf_iterator<char>(file), {}), {}};
    document.names = names_in(model, document.text);
    out.push_back(std::move(document));
  }
  std::sort(out.begin(), out.end(), [](const Document& a, const Document& b) { return a.path < b.path; });
  return out;
}

const char* word_of(Nature nature) {
  switch (nature) {
    case Nature::amount: return "amount";
    case Nature::count: return "count";
    case Nature::rate: return "rate";
    case Nature::index: return "index";
  }
  return "";
}

// The entries that lose a name, as a file for Lexicon::extended.
json without(const LexiconData& data, const std::set<std::string>& dropped) {
  json entries = json::array();
  for (const IndicatorEntry& entry : data.indicators) {
    json lists;
    bool loses = false;
    std::size_t left = 0;
    std::set<std::string> seen;
    for (const auto& [key, list] : name_lists) {
      json kept = json::array();
      for (const std::string& name : entry.*list) {
        if (dropped.count(name) != 0) loses = true;
        else if (seen.insert(name).second) kept.push_back(name);  // patterns may make a spelling twice
      }
      left += kept.size();
      lists[key] = std::move(kept);
    }
    if (!loses) continue;
    if (left == 0) lists["names"].push_back("无名指标" + std::to_string(entries.size()));  // an entry needs a name
    json splits = json::array();
    for (const auto& [head, tail] : entry.splits) splits.push_back({head, tail});
    json e{{"id", entry.id}, {"label_zh", entry.label_zh}, {"label_en", entry.label_en}, {"nature", word_of(entry.nature)},
           {"units", entry.units}, {"traps", entry.traps}, {"splits", std::move(splits)}};
    if (!entry.expands_to.empty()) e["expands_to"] = entry.expands_to;
    if (!entry.flow.empty()) e["flow"] = entry.flow;
    e.update(lists);
    entries.push_back(std::move(e));
  }
  return {{"indicators", std::move(entries)}};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: leave_one_out OUTPUT.jsonl FOLDER [OTHER_FOLDER...]\n";
    return 2;
  }
  const auto lexicon = Lexicon::built_in();
  const auto model = lexicon ? extract::Model::compile(*lexicon) : lexicon.error();
  if (!model) {
    std::cerr << model.error().message << '\n';
    return 2;
  }
  const std::vector<Document> documents = documents_of(argv[2], **model);
  std::map<std::string, std::set<std::string>> users;  // of each name; a report may stand in several folders
  for (int i = 2; i < argc; ++i) {
    for (const Document& document : documents_of(argv[i], **model)) {
      for (const std::string& name : document.names) users[name].insert(document.path.filename().string());
    }
  }
  const auto complete = lexicon::load_embedded();  // with every name spelt out
  if (!complete) {
    std::cerr << complete.error().message << '\n';
    return 2;
  }
  std::ofstream output(argv[1], std::ios::binary);
  for (const Document& document : documents) {
    std::set<std::string> dropped;
    for (const std::string& name : document.names) {
      if (users[name].size() == 1) dropped.insert(name);
    }
    const auto reduced = lexicon->extended(without(*complete, dropped).dump(), document.path.string());
    const auto extractor = reduced ? Extractor::create(*reduced) : reduced.error();
    auto report = extractor ? extractor->extract(document.text) : extractor.error();
    if (!report) {
      std::cerr << document.path.string() << ": " << report.error().message << '\n';
      return 2;
    }
    report->source.path = document.path.string();
    output << to_json(*report) << '\n';
    std::cout << document.path.filename().string() << ": " << dropped.size() << " of " << document.names.size()
              << " names are in no other report and were dropped\n";
  }
  return output.flush() ? 0 : 2;
}
