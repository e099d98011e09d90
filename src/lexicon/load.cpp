#include "lexicon/load.hpp"

#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "lexicon/archive.hpp"
#include "lexicon/embedded.hpp"
#include "lexicon/image.hpp"
#include "lexicon/json_place.hpp"
#include "match/pattern.hpp"
#include "text/repair.hpp"
#include "text/utf8.hpp"

namespace zhibiao::lexicon {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t max_pattern_bytes = 64 << 10;  // macros in macros could grow without end
constexpr std::size_t max_file_bytes = 64 << 20;
constexpr std::size_t max_name_groups = 24;        // brace groups in one name
constexpr std::size_t max_spellings = 1'000'000;       // of one name
constexpr std::size_t max_all_spellings = 4'000'000;   // of all names together; the built-in ones are a tenth of a million

// A value of a file and the way to it: what an error needs to say its line.
struct Node {
  const Json& json;
  const Node* up = nullptr;
  std::string_view key = {};
  std::size_t index = 0;
};

Node member(const Node& up, std::string_view key) { return Node{up.json.at(key), &up, key, 0}; }
Node element(const Node& up, std::size_t index) { return Node{up.json[index], &up, {}, index}; }

constexpr std::string_view bad_braces = ": braces do not pair, or stand for too many spellings";

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

// The matcher sees normalized text; a name with a full-width sign in it could never be found there.
std::string normal_form_flaw(std::string_view name) {
  for (std::size_t i = 0; i + 2 < name.size(); ++i) {
    const auto a = static_cast<unsigned char>(name[i]);
    const auto b = static_cast<unsigned char>(name[i + 1]);
    const auto c = static_cast<unsigned char>(name[i + 2]);
    const bool full_width = a == 0xEF && ((b == 0xBC && c >= 0x81) || (b == 0xBD && c <= 0x9E));
    const bool wide_space = a == 0xE3 && b == 0x80 && c == 0x80;
    if (full_width || wide_space) {
      return in_quotes(name) + " holds the full-width sign " + in_quotes(name.substr(i, 3)) + ": write it in ASCII";
    }
  }
  if (name.front() == ' ' || name.back() == ' ') return in_quotes(name) + " begins or ends with a space";
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  if (std::any_of(name.begin(), name.end(), control)) return "a control character in " + in_quotes(name);
  return {};
}

// The spellings of a name pattern: a{b|c}d gives abd and acd; groups may be nested and may hold an empty choice.
std::vector<std::string> alternatives(std::string_view pattern) {
  const std::size_t open = pattern.find('{');
  if (open == std::string_view::npos) return {std::string(pattern)};
  std::vector<std::string_view> choices;
  std::size_t from = open + 1, close = open + 1;
  for (int depth = 1; close < pattern.size(); ++close) {
    const char c = pattern[close];
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) break;
    if (c == '|' && depth == 1) {
      choices.push_back(pattern.substr(from, close - from));
      from = close + 1;
    }
  }
  choices.push_back(pattern.substr(from, close - from));
  const std::vector<std::string> ends = alternatives(pattern.substr(std::min(close + 1, pattern.size())));
  std::vector<std::string> out;
  for (const std::string_view choice : choices) {
    for (const std::string& middle : alternatives(choice)) {
      for (const std::string& end : ends) out.push_back(std::string(pattern.substr(0, open)) + middle + end);
    }
  }
  return out;
}

// How many spellings a name pattern stands for; nothing where its braces do not pair, or it is beyond measure.
// Nested groups add up: {a|{b|c}} is three. Checked before alternatives() runs, which recurses once a group.
std::optional<std::size_t> count_spellings(std::string_view pattern) {
  struct Group {
    std::size_t before = 0;   // spellings of the choices that are complete
    std::size_t choice = 1;   // ... of the one being read
  };
  std::vector<Group> open{Group{}};
  std::size_t groups = 0;
  for (const char c : pattern) {
    if (c == '{') {
      if (++groups > max_name_groups) return std::nullopt;
      open.emplace_back();
    } else if (c == '|') {
      if (open.size() == 1) return std::nullopt;
      open.back().before += open.back().choice;
      open.back().choice = 1;
    } else if (c == '}') {
      if (open.size() == 1) return std::nullopt;
      const std::size_t made = open.back().before + open.back().choice;
      open.pop_back();
      open.back().choice *= made;
    }
    if (open.back().before > max_spellings || open.back().choice > max_spellings) return std::nullopt;
  }
  return open.size() == 1 ? std::optional(open.back().choice) : std::nullopt;
}

bool is_id(std::string_view id, bool dashes) {
  const auto fits = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == (dashes ? '-' : '_') || (dashes && c == '/');
  };
  return !id.empty() && id.front() >= 'a' && id.front() <= 'z' && std::all_of(id.begin(), id.end(), fits);
}

// "10000", "0.0005": what value::parse_decimal reads and a spelling may be multiplied by.
bool is_scale(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view part = point == std::string_view::npos ? std::string_view("0") : text.substr(point + 1);
  return !whole.empty() && !part.empty() && std::all_of(whole.begin(), whole.end(), digit) &&
         std::all_of(part.begin(), part.end(), digit) && text.find_first_of("123456789") != std::string_view::npos;
}

// Reads files into one LexiconData. The first thing that is wrong is kept in error(), everything else returns false.
class Loader {
 public:
  explicit Loader(LexiconData data = {}, bool extending = false) : data_(std::move(data)), extending_(extending) {}

  bool read(const std::vector<LexiconFile>& files);

  const Error& error() const { return error_; }
  LexiconData take() { return std::move(data_); }

 private:
  struct File {
    LexiconFile source;
    Json root;
  };
  // Where an indicator of these files was read, for the checks that need all of them.
  struct Origin {
    const File* file;
    std::size_t index;  // in the "indicators" of its file
    std::size_t entry;  // in data_.indicators
  };

  bool fail(std::string message);
  bool fail(const Node& node, std::string_view what);

  bool parse(File& file);
  bool each(const Json& root, std::string_view section, bool (Loader::*reader)(const Node&));

  bool known_keys(const Node& node, std::initializer_list<std::string_view> keys);
  bool text(const Node& node, std::string_view key, bool required, std::string& out);
  bool flag(const Node& node, std::string_view key, bool& out);
  bool texts(const Node& node, std::string_view key, bool required, std::vector<std::string>& out);
  bool names(const Node& node, std::string_view key, std::vector<std::string>& out);
  void expand_names(const IndicatorEntry& entry, std::vector<std::string>& names);
  void expand_others(IndicatorEntry& entry);
  bool splits(const Node& node, std::vector<std::pair<std::string, std::string>>& out);

  bool unit(const Node& node);
  bool indicator(const Node& node);
  bool cue(const Node& node);
  bool macros(const Node& node);
  bool statement(const Node& node);
  bool outline(const Node& node);
  bool word_lists(const Node& node);
  bool region(const Node& node);

  bool expand(const Node& node, std::string_view pattern, std::vector<std::string_view>& open, std::string& out);
  bool pattern(const Node& node, std::string_view key, std::string& out);
  bool references(const Origin& origin);
  bool claims(const Origin& origin);

  LexiconData data_;
  const bool extending_;
  Error error_{ErrorCode::broken_lexicon, {}};
  const File* file_ = nullptr;  // being read
  std::string subject_;         // "indicator gdp: ", put before what is wrong
  std::size_t spellings_ = 0;   // that the names of these files stand for
  std::set<std::string> seen_;  // "unit CNY", "cue up", ...: ids of these files
  std::map<std::string, std::string, std::less<>> macros_;
  std::vector<Origin> origins_;
  std::unordered_map<std::string, std::size_t> entries_;       // indicator id to place in data_.indicators
  std::unordered_map<std::string, std::string> claimed_;       // name, in lower case, to the id that has it
};

bool Loader::fail(std::string message) {
  error_.message = std::move(message);
  return false;
}

bool Loader::fail(const Node& node, std::string_view what) {
  std::vector<JsonStep> steps;
  for (const Node* at = &node; at->up != nullptr; at = at->up) steps.push_back(JsonStep{at->key, at->index});
  std::reverse(steps.begin(), steps.end());
  const std::size_t line = line_of(file_->source.text, steps);
  return fail(std::string(file_->source.name) + ":" + std::to_string(line) + ": " + subject_ + std::string(what));
}

bool Loader::parse(File& file) {
  const std::string_view name = file.source.name, content = file.source.text;
  const auto at = [&](std::size_t byte) { return std::string(name) + ":" + std::to_string(line_at(content, byte)) + ": "; };
  if (content.size() > max_file_bytes) return fail(at(0) + "longer than 64 MiB");
  // To the parser a NUL is the end, whatever stands behind it.
  if (const std::size_t nul = content.find('\0'); nul != std::string_view::npos) return fail(at(nul) + "a NUL byte");
  try {
    file.root = Json::parse(content.begin(), content.end());
  } catch (const Json::parse_error& broken) {
    // "[json.exception.parse_error.101] parse error at line 3, column 5: syntax error while ...": the line is ours to say.
    std::string_view what = broken.what();
    if (const std::size_t colon = what.find(": "); colon != std::string_view::npos) what.remove_prefix(colon + 2);
    return fail(at(broken.byte == 0 ? 0 : broken.byte - 1) + text::repaired(what));  // it quotes what it read, byte for byte
  } catch (const Json::exception& broken) {
    return fail(at(0) + broken.what());
  }
  if (const auto flaw = find_flaw(content)) return fail(at(flaw->byte) + flaw->what);
  if (!file.root.is_object()) return fail(at(0) + "not an object");
  return true;
}

// Sections are read in the order in which they need each other, whatever the order of the files.
bool Loader::read(const std::vector<LexiconFile>& sources) {
  constexpr std::string_view rules_ending = ".rules";
  std::vector<File> files;
  files.reserve(sources.size());
  for (const LexiconFile& source : sources) {
    if (source.name.size() > rules_ending.size() &&
        source.name.substr(source.name.size() - rules_ending.size()) == rules_ending) {
      data_.segment_rules += source.text;
      continue;
    }
    if (!parse(files.emplace_back(File{source, {}}))) return false;
  }
  for (const File& file : files) {
    file_ = &file;
    const Node root{file.root};
    const bool keys_fit =
        extending_ ? known_keys(root, {"$schema", "version", "indicators", "units"})
                   : known_keys(root, {"$schema", "version", "indicators", "units", "cues", "macros", "statements",
                                       "heading_mark", "outline", "lists", "regions"});
    if (!keys_fit) return false;
    std::string version;
    if (!text(root, "version", false, version)) return false;
    if (!version.empty() && !extending_) data_.version = version;
    if (file.root.contains("heading_mark") && !pattern(root, "heading_mark", data_.heading_mark)) return false;
  }

  struct Section {
    std::string_view key;
    bool (Loader::*reader)(const Node&);
    bool whole;  // the reader takes the section itself, not its elements
  };
  constexpr Section sections[] = {
      {"units", &Loader::unit, false},           {"indicators", &Loader::indicator, false},
      {"cues", &Loader::cue, false},             {"macros", &Loader::macros, true},
      {"statements", &Loader::statement, false}, {"outline", &Loader::outline, false},
      {"lists", &Loader::word_lists, true},      {"regions", &Loader::region, false},
  };
  for (std::size_t i = 0; i < data_.indicators.size(); ++i) entries_[data_.indicators[i].id] = i;
  for (const Section& section : sections) {
    for (const File& file : files) {
      file_ = &file;
      subject_.clear();
      const Node root{file.root};
      if (!file.root.contains(section.key)) continue;
      const Node found = member(root, section.key);
      if (section.whole ? !found.json.is_object() : !found.json.is_array()) {
        return fail(found, in_quotes(section.key) + (section.whole ? " must be an object" : " must be a list"));
      }
      if (section.whole) {
        if (!(this->*section.reader)(found)) return false;
        continue;
      }
      for (std::size_t i = 0; i < found.json.size(); ++i) {
        const Node node = element(found, i);
        subject_.clear();
        if (!node.json.is_object()) return fail(node, "not an object");
        if (!(this->*section.reader)(node)) return false;
      }
    }
  }

  // What is kept of `base` claims its names first, so that the file which adds is the one to blame.
  std::set<std::size_t> read_here;
  for (const Origin& origin : origins_) read_here.insert(origin.entry);
  for (std::size_t i = 0; i < data_.indicators.size(); ++i) {
    if (read_here.count(i) != 0) continue;
    const IndicatorEntry& entry = data_.indicators[i];
    for (const std::string& name : entry.names) claimed_[text::lower(name)] = entry.id;
    for (const std::string& name : entry.names_en) claimed_[text::lower(name)] = entry.id;
  }
  if (!std::all_of(origins_.begin(), origins_.end(),
                   [&](const Origin& origin) { return references(origin) && claims(origin); })) {
    return false;
  }
  for (IndicatorEntry& entry : data_.indicators) {
    for (auto* names : {&entry.scoped_names, &entry.names, &entry.weak_names, &entry.names_en, &entry.weak_names_en}) {
      expand_names(entry, *names);
    }
    expand_others(entry);
  }
  return true;
}

// {城镇|城市}登记失业率 stands for two names. A spelling that is listed plainly, or that an earlier pattern makes, is
// not made again.
void Loader::expand_names(const IndicatorEntry& entry, std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (std::string& name : names) {
    if (name.find('{') == std::string::npos) {
      out.push_back(std::move(name));
      continue;
    }
    for (std::string& made : alternatives(name)) {
      if (!made.empty() && claimed_.emplace(text::lower(made), entry.id).second) out.push_back(std::move(made));
    }
  }
  names = std::move(out);
}

// Traps and splits claim nothing: what is a name somewhere stays one.
void Loader::expand_others(IndicatorEntry& entry) {
  std::vector<std::string> traps;
  std::set<std::string> seen;
  for (const std::string& trap : entry.traps) {
    for (std::string& made : alternatives(trap)) {
      if (!made.empty() && claimed_.count(text::lower(made)) == 0 && seen.insert(made).second) traps.push_back(std::move(made));
    }
  }
  entry.traps = std::move(traps);
  std::set<std::pair<std::string, std::string>> splits;
  for (const auto& [head, tail] : entry.splits) {
    for (const std::string& h : alternatives(head)) {
      for (const std::string& t : alternatives(tail)) splits.emplace(h, t);
    }
  }
  entry.splits.assign(splits.begin(), splits.end());
}

bool Loader::known_keys(const Node& node, std::initializer_list<std::string_view> keys) {
  for (const auto& item : node.json.items()) {
    if (std::find(keys.begin(), keys.end(), item.key()) == keys.end()) {
      return fail(member(node, item.key()), "unknown key " + in_quotes(item.key()));
    }
  }
  return true;
}

bool Loader::text(const Node& node, std::string_view key, bool required, std::string& out) {
  if (!node.json.contains(key)) return !required || fail(node, "no " + in_quotes(key));
  const Node found = member(node, key);
  if (!found.json.is_string()) return fail(found, in_quotes(key) + " must be a text");
  out = found.json.get_ref<const std::string&>();
  return !out.empty() || fail(found, in_quotes(key) + " is empty");
}

bool Loader::flag(const Node& node, std::string_view key, bool& out) {
  if (!node.json.contains(key)) return true;
  const Node found = member(node, key);
  if (!found.json.is_boolean()) return fail(found, in_quotes(key) + " must be true or false");
  out = found.json.get<bool>();
  return true;
}

bool Loader::texts(const Node& node, std::string_view key, bool required, std::vector<std::string>& out) {
  if (!node.json.contains(key)) return !required || fail(node, "no " + in_quotes(key));
  const Node found = member(node, key);
  if (!found.json.is_array()) return fail(found, in_quotes(key) + " must be a list");
  std::set<std::string_view> unique;
  for (std::size_t i = 0; i < found.json.size(); ++i) {
    const Node item = element(found, i);
    if (!item.json.is_string()) return fail(item, in_quotes(key) + " must hold texts only");
    const std::string& text = item.json.get_ref<const std::string&>();
    if (text.empty()) return fail(item, "an empty text in " + in_quotes(key));
    if (!unique.insert(text).second) return fail(item, in_quotes(text) + " stands twice in " + in_quotes(key));
    out.push_back(text);
  }
  return !required || !out.empty() || fail(found, in_quotes(key) + " is empty");
}

bool Loader::names(const Node& node, std::string_view key, std::vector<std::string>& out) {
  if (!texts(node, key, false, out)) return false;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const std::string flaw = normal_form_flaw(out[i]);
    if (!flaw.empty()) return fail(element(member(node, key), i), flaw);
    const auto made = count_spellings(out[i]);
    if (!made) return fail(element(member(node, key), i), in_quotes(out[i]) + std::string(bad_braces));
    spellings_ += *made;
    if (spellings_ > max_all_spellings) return fail(element(member(node, key), i), "more than four million spellings in all");
    if (*made == 1 || out[i].find(' ') == std::string::npos) continue;
    for (const std::string& spelling : alternatives(out[i])) {  // 20 million yuan {or more|} makes one that ends in a space
      const std::string edge = spelling.empty() ? std::string() : normal_form_flaw(spelling);
      if (!edge.empty()) return fail(element(member(node, key), i), edge);
    }
  }
  return true;
}

bool Loader::splits(const Node& node, std::vector<std::pair<std::string, std::string>>& out) {
  if (!node.json.contains("splits")) return true;
  const Node found = member(node, "splits");
  if (!found.json.is_array()) return fail(found, "'splits' must be a list");
  for (std::size_t i = 0; i < found.json.size(); ++i) {
    const Node pair = element(found, i);
    const auto filled = [](const Json& part) { return part.is_string() && !part.get_ref<const std::string&>().empty(); };
    if (!pair.json.is_array() || pair.json.size() != 2 || !filled(pair.json[0]) || !filled(pair.json[1])) {
      return fail(pair, "a split must be a list of two texts, head and tail");
    }
    out.emplace_back(pair.json[0].get<std::string>(), pair.json[1].get<std::string>());
    for (const std::string& part : {out.back().first, out.back().second}) {
      if (const std::string flaw = normal_form_flaw(part); !flaw.empty()) return fail(pair, flaw);
      if (!count_spellings(part)) return fail(pair, in_quotes(part) + std::string(bad_braces));
    }
    spellings_ += *count_spellings(out.back().first) * *count_spellings(out.back().second);
    if (spellings_ > max_all_spellings) return fail(pair, "more than four million spellings in all");
  }
  return true;
}

bool Loader::unit(const Node& node) {
  UnitEntry entry;
  if (!text(node, "id", true, entry.id)) return false;
  subject_ = "unit " + entry.id + ": ";
  if (!known_keys(node, {"id", "words", "note"})) return false;
  if (!seen_.insert("unit " + entry.id).second) return fail(node, "id given twice");
  if (!node.json.contains("words")) return fail(node, "no 'words'");
  const Node words = member(node, "words");
  if (!words.json.is_array()) return fail(words, "'words' must be a list");
  std::set<std::string> unique;
  for (std::size_t i = 0; i < words.json.size(); ++i) {
    const Node word = element(words, i);
    if (!word.json.is_array() || word.json.size() != 2 || !word.json[0].is_string() || !word.json[1].is_string()) {
      return fail(word, "a word must be a list of two texts, spelling and scale");
    }
    std::string spelling = word.json[0].get<std::string>();
    std::string scale = word.json[1].get<std::string>();
    if (spelling.empty()) return fail(word, "an empty spelling");
    if (const std::string flaw = normal_form_flaw(spelling); !flaw.empty()) return fail(word, flaw);
    if (!is_scale(scale)) return fail(word, "scale " + in_quotes(scale) + " is no positive decimal");
    if (!unique.insert(spelling).second) return fail(word, in_quotes(spelling) + " stands twice");
    entry.words.emplace_back(std::move(spelling), std::move(scale));
  }
  const auto same = [&](const UnitEntry& other) { return other.id == entry.id; };
  const auto there = std::find_if(data_.units.begin(), data_.units.end(), same);
  if (there != data_.units.end()) {
    *there = std::move(entry);
  } else {
    data_.units.push_back(std::move(entry));
  }
  return true;
}

bool Loader::indicator(const Node& node) {
  IndicatorEntry entry;
  if (!text(node, "id", true, entry.id)) return false;
  subject_ = "indicator " + entry.id + ": ";
  if (!is_id(entry.id, false)) return fail(member(node, "id"), "an id is made of a-z, 0-9 and _");
  if (!known_keys(node, {"id", "label_zh", "label_en", "group", "nature", "units", "headline", "extension", "direction",
                         "flow", "expands_to", "names", "weak_names", "splits", "names_en", "weak_names_en", "scoped_names", "traps",
                         "example", "counter_example"})) {
    return false;
  }
  if (!seen_.insert("indicator " + entry.id).second) return fail(node, "id given twice");

  const auto known = entries_.find(entry.id);
  const bool replaces = extending_ && known != entries_.end();
  if (replaces) {  // what a short entry leaves out about its place in the list stays as it was
    const IndicatorEntry& old = data_.indicators[known->second];
    entry.group = old.group;
    entry.headline = old.headline;
  } else if (extending_) {
    entry.group = "extension";
  }
  std::string nature;
  if (!text(node, "label_zh", true, entry.label_zh) || !text(node, "label_en", true, entry.label_en) ||
      !text(node, "group", !extending_, entry.group) || !text(node, "nature", true, nature) ||
      !texts(node, "units", true, entry.units) || !flag(node, "headline", entry.headline) ||
      !flag(node, "extension", entry.extension) || !text(node, "direction", false, entry.direction) ||
      !text(node, "flow", false, entry.flow) || !texts(node, "expands_to", false, entry.expands_to) ||
      !names(node, "names", entry.names) || !names(node, "weak_names", entry.weak_names) || !splits(node, entry.splits) ||
      !names(node, "names_en", entry.names_en) || !names(node, "weak_names_en", entry.weak_names_en) ||
      !names(node, "scoped_names", entry.scoped_names) || !names(node, "traps", entry.traps) || !text(node, "example", false, entry.example) ||
      !text(node, "counter_example", false, entry.counter_example)) {
    return false;
  }
  if (extending_) entry.extension = replaces ? data_.indicators[known->second].extension : true;
  entry.added = extending_ && !replaces;

  if (nature == "amount") {
    entry.nature = Nature::amount;
  } else if (nature == "count") {
    entry.nature = Nature::count;
  } else if (nature == "rate") {
    entry.nature = Nature::rate;
  } else if (nature == "index") {
    entry.nature = Nature::index;
  } else {
    return fail(member(node, "nature"), "unknown nature " + in_quotes(nature) + ": amount, count, rate or index");
  }
  if (!entry.direction.empty() && entry.direction != "down") {
    return fail(member(node, "direction"), "unknown direction " + in_quotes(entry.direction) + ": down, or nothing");
  }
  for (std::size_t i = 0; i < entry.units.size(); ++i) {
    if (is_unit(data_, entry.units[i])) continue;
    return fail(element(member(node, "units"), i), "unknown unit " + in_quotes(entry.units[i]));
  }
  if (entry.names.empty() && entry.weak_names.empty() && entry.names_en.empty() && entry.weak_names_en.empty()) {
    return fail(node, "no 'names'");
  }

  const std::size_t place = replaces ? known->second : data_.indicators.size();
  origins_.push_back(Origin{file_, node.index, place});
  entries_[entry.id] = place;
  if (replaces) {
    data_.indicators[place] = std::move(entry);
  } else {
    data_.indicators.push_back(std::move(entry));
  }
  return true;
}

// Ids that an entry names may stand behind it, or in another file: checked when all are read.
bool Loader::references(const Origin& origin) {
  const IndicatorEntry& entry = data_.indicators[origin.entry];
  file_ = origin.file;
  subject_ = "indicator " + entry.id + ": ";
  const Node root{origin.file->root};
  const Node list = member(root, "indicators");
  const Node node = element(list, origin.index);
  const auto refers = [&](const Node& at, const std::string& id) {
    const auto found = entries_.find(id);
    if (found == entries_.end()) return fail(at, "unknown indicator " + in_quotes(id));
    if (id == entry.id) return fail(at, "refers to itself");
    return data_.indicators[found->second].expands_to.empty() ||
           fail(at, in_quotes(id) + " is a coordinated mention itself");
  };
  if (!entry.flow.empty() && !refers(member(node, "flow"), entry.flow)) return false;
  for (std::size_t i = 0; i < entry.expands_to.size(); ++i) {
    const Node ids = member(node, "expands_to");
    if (!refers(element(ids, i), entry.expands_to[i])) return false;
  }
  return entry.expands_to.size() != 1 || fail(member(node, "expands_to"), "a coordinated mention needs two ids or more");
}

// A name leads to one indicator. Weak names may be shared: unit and verb decide; a trap may be another one's name.
bool Loader::claims(const Origin& origin) {
  const IndicatorEntry& entry = data_.indicators[origin.entry];
  file_ = origin.file;
  subject_ = "indicator " + entry.id + ": ";
  const Node root{origin.file->root};
  const Node list = member(root, "indicators");
  const Node node = element(list, origin.index);
  std::unordered_map<std::string, std::string_view> own;
  const std::pair<std::string_view, const std::vector<std::string>*> kinds[] = {{"names", &entry.names},
                                                                               {"weak_names", &entry.weak_names},
                                                                               {"names_en", &entry.names_en},
                                                                               {"weak_names_en", &entry.weak_names_en},
                                                                               {"traps", &entry.traps}};
  for (const auto& kind : kinds) {
    const std::string_view key = kind.first;
    const std::vector<std::string>* const list_of_names = kind.second;
    const bool strong = key == "names" || key == "names_en";
    for (std::size_t i = 0; i < list_of_names->size(); ++i) {
      const std::string& name = (*list_of_names)[i];
      const auto at = [&](std::string_view what) {
        const Node names = member(node, key);
        return fail(element(names, i), what);
      };
      std::string folded = text::lower(name);
      if (const auto mine = own.emplace(folded, key); !mine.second) {
        return at(in_quotes(name) + " stands in " + in_quotes(mine.first->second) + " and in " + in_quotes(key));
      }
      if (!strong) continue;
      if (const auto claim = claimed_.emplace(std::move(folded), entry.id); !claim.second) {
        return at("name " + in_quotes(name) + " is already that of " + claim.first->second);
      }
    }
  }
  return true;
}

bool Loader::cue(const Node& node) {
  CueEntry entry;
  std::string letter;
  if (!text(node, "id", true, entry.id)) return false;
  subject_ = "cue " + entry.id + ": ";
  if (!is_id(entry.id, true)) return fail(member(node, "id"), "an id is made of a-z, 0-9, - and /");
  if (!known_keys(node, {"id", "letter", "value", "words", "pattern", "note"})) return false;
  if (!seen_.insert("cue " + entry.id).second) return fail(node, "id given twice");
  if (!text(node, "letter", true, letter) || !text(node, "value", false, entry.value) ||
      !texts(node, "words", false, entry.words)) {
    return false;
  }
  if (node.json.contains("pattern") && !pattern(node, "pattern", entry.pattern)) return false;
  if (entry.words.empty() && entry.pattern.empty()) return fail(node, "neither 'words' nor 'pattern'");
  if (letter.size() != 1 || static_cast<unsigned char>(letter[0]) < 0x21 || static_cast<unsigned char>(letter[0]) > 0x7E) {
    return fail(member(node, "letter"), "letter " + in_quotes(letter) + " is not one ASCII character");
  }
  entry.letter = letter[0];
  for (std::size_t i = 0; i < entry.words.size(); ++i) {
    const Node words = member(node, "words");
    if (const std::string flaw = normal_form_flaw(entry.words[i]); !flaw.empty()) return fail(element(words, i), flaw);
  }
  data_.cues.push_back(std::move(entry));
  return true;
}

bool Loader::macros(const Node& node) {
  for (const auto& item : node.json.items()) {
    const Node found = member(node, item.key());
    subject_ = "macro " + item.key() + ": ";
    if (!found.json.is_string() || found.json.get_ref<const std::string&>().empty()) {
      return fail(found, "a macro must be a pattern");
    }
    if (!macros_.emplace(item.key(), found.json.get<std::string>()).second) return fail(found, "given twice");
  }
  for (const auto& item : node.json.items()) {  // one that no row uses must be right as well
    const Node found = member(node, item.key());
    subject_ = "macro " + item.key() + ": ";
    std::vector<std::string_view> open{item.key()};
    std::string out;
    if (!expand(found, found.json.get_ref<const std::string&>(), open, out)) return false;
  }
  subject_.clear();
  return true;
}

// {NAME} becomes the macro's pattern. Repetitions {2,3} begin with a digit; \p{Han} and \x{20} keep their braces.
bool Loader::expand(const Node& node, std::string_view pattern, std::vector<std::string_view>& open, std::string& out) {
  const auto letter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; };
  for (std::size_t i = 0; i < pattern.size();) {
    if (out.size() > max_pattern_bytes) return fail(node, "pattern longer than 64 KiB when its macros are expanded");
    std::size_t taken = 1;
    if (pattern[i] == '\\' && i + 1 < pattern.size()) {
      taken = 2;
      const bool braced = std::string_view("pPx").find(pattern[i + 1]) != std::string_view::npos &&
                          i + 2 < pattern.size() && pattern[i + 2] == '{';
      if (braced) taken = std::min(pattern.find('}', i), pattern.size() - 1) + 1 - i;
    } else if (pattern[i] == '{' && i + 1 < pattern.size() && letter(pattern[i + 1])) {
      const std::size_t close = pattern.find('}', i);
      if (close == std::string_view::npos) return fail(node, "no '}' behind " + in_quotes(pattern.substr(i)));
      const std::string_view name = pattern.substr(i + 1, close - i - 1);
      const auto found = macros_.find(name);
      if (found == macros_.end()) return fail(node, "unknown macro " + in_quotes(name));
      if (std::find(open.begin(), open.end(), name) != open.end()) {
        return fail(node, "macro " + in_quotes(name) + " leads back to itself");
      }
      open.push_back(found->first);
      if (!expand(node, found->second, open, out)) return false;
      open.pop_back();
      i = close + 1;
      continue;
    }
    out += pattern.substr(i, taken);
    i += taken;
  }
  return true;
}

bool Loader::pattern(const Node& node, std::string_view key, std::string& out) {
  std::string written;
  if (!text(node, key, true, written)) return false;
  const Node found = member(node, key);
  std::vector<std::string_view> open;
  out.clear();
  if (!expand(found, written, open, out)) return false;
  const auto compiled = match::Pattern::compile(out, key);
  return compiled.has_value() || fail(found, compiled.error().message);
}

bool Loader::statement(const Node& node) {
  StatementEntry entry;
  if (!text(node, "id", true, entry.id)) return false;
  subject_ = "row " + entry.id + ": ";
  if (!is_id(entry.id, true)) return fail(member(node, "id"), "an id is made of a-z, 0-9, - and /");
  if (!seen_.insert("row " + entry.id).second) return fail(node, "id given twice");
  if (!pattern(node, "pattern", entry.pattern) || !text(node, "reading", true, entry.reading) ||
      !text(node, "note", false, entry.note)) {
    return false;
  }
  for (const auto& item : node.json.items()) {  // the readings know their own attributes
    const std::string& key = item.key();
    if (key == "id" || key == "pattern" || key == "reading" || key == "note") continue;
    const bool read = key == "unless_next" ? pattern(node, key, entry.attributes[key])  // a pattern like the row's own
                                           : text(node, key, true, entry.attributes[key]);
    if (!read) return false;
  }
  data_.statements.push_back(std::move(entry));
  return true;
}

bool Loader::outline(const Node& node) {
  OutlineEntry entry;
  if (!text(node, "id", true, entry.id)) return false;
  subject_ = "outline " + entry.id + ": ";
  if (!is_id(entry.id, true)) return fail(member(node, "id"), "an id is made of a-z, 0-9, - and /");
  if (!known_keys(node, {"id", "at", "zone", "pattern", "note"})) return false;
  if (!seen_.insert("outline " + entry.id).second) return fail(node, "id given twice");
  if (!pattern(node, "pattern", entry.pattern) || !text(node, "zone", true, entry.zone) ||
      !text(node, "at", true, entry.at)) {
    return false;
  }
  const std::string& at = entry.at;
  if (at != "heading" && at != "start" && at != "anywhere" && at != "paragraph" && at != "passage" && at != "passage-end" && at != "years") {
    return fail(member(node, "at"), "unknown place " + in_quotes(at) +
                                        ": heading, start, paragraph, passage, passage-end, years or anywhere");
  }
  data_.outline.push_back(std::move(entry));
  return true;
}

bool Loader::word_lists(const Node& node) {
  for (const auto& item : node.json.items()) {
    subject_ = "list " + item.key() + ": ";
    if (!seen_.insert("list " + item.key()).second) return fail(member(node, item.key()), "given twice");
    if (!texts(node, item.key(), false, data_.word_lists[item.key()])) return false;
  }
  return true;
}

bool Loader::region(const Node& node) {
  RegionEntry entry;
  if (!text(node, "name", true, entry.name)) return false;
  subject_ = "region " + entry.name + ": ";
  if (!known_keys(node, {"name", "short"})) return false;
  if (!texts(node, "short", false, entry.short_names)) return false;
  data_.regions.push_back(std::move(entry));  // names repeat: there are many 城关区, and each may be the speaker's
  return true;
}

}  // namespace

Result<LexiconData> load(const std::vector<LexiconFile>& files) {
  Loader loader;
  if (!loader.read(files)) return loader.error();
  return loader.take();
}

bool is_unit(const LexiconData& data, std::string_view id) {
  const auto listed = [&](std::string_view name) {
    return std::any_of(data.units.begin(), data.units.end(), [&](const UnitEntry& unit) { return unit.id == name; });
  };
  return listed(id) || (id.find("_per_") != std::string_view::npos && listed(id.substr(0, id.find("_per_")))) ||
         (id.substr(0, 12) == "persons_per_" && listed("person"));
}

Result<LexiconData> extend(const LexiconData& base, const LexiconFile& file) {
  Loader loader(base, true);
  if (!loader.read({file})) return loader.error();
  return loader.take();
}

}  // namespace zhibiao::lexicon

namespace zhibiao {

Result<LexiconData> lexicon::load_embedded() {
  std::vector<LexiconFile> files;
  for (const std::string_view name : embedded_files()) {
    if (name.find(".schema.") == std::string_view::npos) files.push_back({name, embedded(name)});
  }
  return load(files);
}

Result<Lexicon> Lexicon::built_in() {
  const auto image = lexicon::open_built_in_image();
  if (!image) return image.error();
  auto data = image->data.empty() ? lexicon::load_embedded() : Result<LexiconData>(lexicon::from_archive(image->data));
  if (!data) return data.error();
  return Lexicon(std::make_shared<const LexiconData>(std::move(*data)));
}

Result<Lexicon> Lexicon::extended(std::string_view json, std::string_view file_name) const {
  // What is added must be held against every name.
  std::optional<LexiconData> complete;
  if (data_->in_image) {
    auto loaded = lexicon::load_embedded();
    if (!loaded) return loaded.error();
    complete = std::move(*loaded);
  }
  auto data = lexicon::extend(complete ? *complete : *data_, {file_name, json});
  if (!data) return data.error();
  return Lexicon(std::make_shared<const LexiconData>(std::move(*data)));
}

const std::string& Lexicon::version() const noexcept { return data_->version; }

std::vector<IndicatorInfo> Lexicon::indicators() const {
  std::vector<IndicatorInfo> infos;
  for (const IndicatorEntry& entry : data_->indicators) {
    if (!entry.expands_to.empty()) continue;
    infos.push_back({entry.id, entry.label_zh, entry.label_en, entry.group, entry.units, entry.headline, entry.extension});
  }
  return infos;
}

}  // namespace zhibiao
