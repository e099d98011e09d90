#include "cli/resume.hpp"

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <system_error>

namespace cli {
namespace {

using Json = nlohmann::json;

// As both stand in a line; a path that is no UTF-8 is written with replacement characters.
std::string key_of(const Json& path, const Json& id) {
  return Json::array({path, id}).dump(-1, ' ', false, Json::error_handler_t::replace);
}

const Json* member(const Json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(key);
  return found == object.end() ? nullptr : &*found;
}

}  // namespace

zhibiao::Result<Done> Done::read(const std::string& path, const zhibiao::Generator& generator) {
  const auto error = [&](const std::string& reason) { return zhibiao::Error{zhibiao::ErrorCode::io, path + reason}; };
  Done done;
  std::ifstream file(path, std::ios::binary);
  if (!file) return error(": " + std::generic_category().message(errno));
  std::string line;
  std::size_t number = 0;
  std::optional<std::size_t> broken;
  while (std::getline(file, line)) {
    if (file.eof()) break;  // without its end: torn
    ++number;
    if (broken) return error(':' + std::to_string(*broken) + ": no line of a report; --resume goes on with the output of zhibiao");
    const Json json = Json::parse(line, nullptr, /*allow_exceptions=*/false);
    const Json* source = member(json, "source");
    const Json* source_path = source == nullptr ? nullptr : member(*source, "path");
    const Json* id = source == nullptr ? nullptr : member(*source, "id");
    const Json* observations = member(json, "observations");
    const bool failure = member(json, "error") != nullptr;
    if (source_path == nullptr || id == nullptr || (!failure && observations == nullptr)) {
      broken = number;  // torn as well, if it is the last
      continue;
    }
    if (!failure) {
      const Json own = {{"name", generator.name}, {"version", generator.version}, {"lexicon", generator.lexicon}};
      const Json* theirs = member(json, "generator");
      if (theirs == nullptr || *theirs != own) {
        return error(':' + std::to_string(number) + ": written by another version or lexicon; begin anew without --resume");
      }
      const Json* relative = member(json, "relative_targets");
      done.found_ = done.found_ || !observations->empty() || (relative != nullptr && !relative->empty());
    }
    done.failed_ = done.failed_ || failure;
    ++done.lines_[key_of(*source_path, *id)];
    done.bytes_ += line.size() + 1;
  }
  if (file.bad()) return error(": " + std::generic_category().message(EIO));
  return done;
}

bool Done::take(const Input& input) {
  if (lines_.empty()) return false;
  const auto json_of = [](const std::optional<std::string>& text) { return text ? Json(*text) : Json(); };
  const auto found = lines_.find(key_of(json_of(input.path), json_of(input.id)));
  if (found == lines_.end()) return false;
  if (--found->second == 0) lines_.erase(found);
  return true;
}

}  // namespace cli
