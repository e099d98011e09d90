#include "lexicon/vocabulary.hpp"

namespace zhibiao::lexicon {
namespace {

class Collector {
 public:
  explicit Collector(const LexiconData& data) : data_(data) {}

  VocabularyTables collect() {
    for (std::uint32_t i = 0; i < data_.indicators.size(); ++i) add_indicator(data_.indicators[i], i);
    for (std::uint32_t c = 0; c < data_.cues.size(); ++c) {
      for (const std::string& word : data_.cues[c].words) {
        WordRole& r = role(word);
        if (r.cue == no_index) r.cue = c;
      }
    }
    // A trap that is a name of another indicator stays that name: the longer name wins by itself.
    for (const IndicatorEntry& entry : data_.indicators) {
      for (const std::string& trap : entry.traps) {
        WordRole& r = role(trap);
        if (r.name == no_index && r.cue == no_index && !r.head && !r.tail) r.trap = true;
      }
    }
    std::map<WordRole, std::uint32_t> distinct;
    std::vector<std::uint32_t> place;
    for (const WordRole& r : roles_) {
      const auto [found, fresh] = distinct.emplace(r, static_cast<std::uint32_t>(out_.roles.size()));
      if (fresh) out_.roles.push_back(r);
      place.push_back(found->second);
    }
    out_.words = words_.build(place);
    return std::move(out_);
  }

 private:
  void add_indicator(const IndicatorEntry& entry, std::uint32_t i) {
    for (const std::string& name : entry.scoped_names) {
      add_name(name, i, false);
      role(name).scoped = role(name).name == i;
    }
    for (const std::string& name : entry.names) add_name(name, i, false);
    for (const std::string& name : entry.weak_names) add_name(name, i, true);
    for (const std::string& name : entry.names_en) add_name(name, i, false);
    for (const std::string& name : entry.weak_names_en) add_name(name, i, true);
    for (const auto& [head, tail] : entry.splits) {
      role(head).head = true;
      role(tail).tail = true;
      out_.splits.push_back({head, tail, i});
    }
  }

  void add_name(const std::string& name, std::uint32_t indicator, bool weak) {
    WordRole& r = role(name);
    if (r.name != no_index) return;
    r.name = indicator;
    r.weak = weak;
  }

  WordRole& role(const std::string& spelling) {
    const auto fresh = static_cast<std::uint32_t>(roles_.size());
    const std::uint32_t id = words_.add(spelling, fresh);
    if (id == fresh) roles_.emplace_back();
    return roles_[id];
  }

  const LexiconData& data_;
  match::WordList words_;
  std::vector<WordRole> roles_;
  VocabularyTables out_;
};

}  // namespace

VocabularyTables collect_vocabulary(const LexiconData& data) { return Collector(data).collect(); }

Vocabulary Vocabulary::of(const LexiconData& data) {
  Vocabulary v;
  VocabularyTables tables = collect_vocabulary(data);
  v.words = match::WordMatcher(std::move(tables.words));
  v.roles = std::move(tables.roles);
  for (Split& split : tables.splits) v.splits.emplace(std::pair(std::move(split.head), std::move(split.tail)), split.indicator);
  return v;
}

}  // namespace zhibiao::lexicon
