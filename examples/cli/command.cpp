#include "cli/command.hpp"

#include "cli/pages.hpp"

namespace cli {

using zhibiao::Result;

int refuse(const std::string& message) {
  complain("zhibiao: " + message + '\n');
  return failed;
}

int finish(Output& output, int code) {
  const std::string message = output.finish();
  return message.empty() ? code : refuse(message);
}

int write_help(const Command& command, const std::string& to) {
  Result<Output> output = Output::open(to);
  if (!output) return refuse(output.error().message);
  output->write(help_of(command));
  return finish(*output, found);
}

Result<zhibiao::Text> read_text(const Input& input, std::size_t max_bytes) {
  Result<std::string> bytes = input.text ? Result<std::string>(*input.text) : read_file(*input.path, max_bytes);
  if (!bytes) return bytes.error();
  Result<zhibiao::Text> text = zhibiao::decode(*bytes);
  if (!text) return text;
  text->source.id = input.id;
  if (input.text) {
    text->source.offsets = "text";  // of the line, not of the file that holds it
  } else {
    text->source.path = input.path;
  }
  return text;
}

Result<zhibiao::Lexicon> load_lexicon(const std::vector<std::string>& files) {
  Result<zhibiao::Lexicon> lexicon = zhibiao::Lexicon::built_in();
  for (const std::string& file : files) {
    if (!lexicon) break;
    const Result<std::string> json = read_file(file);
    if (!json) return zhibiao::Error{json.error().code, file + ": " + json.error().message};
    lexicon = lexicon->extended(*json, file);
  }
  return lexicon;
}

}  // namespace cli
