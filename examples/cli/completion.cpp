#include <algorithm>
#include <vector>

#include "cli/pages.hpp"

namespace cli {
namespace {

// The pattern of a case: --format|-f
std::string either(const Flag& flag) {
  std::string out(flag.name);
  return flag.letter.empty() ? out : out.append("|").append(flag.letter);
}

std::string names_of(const Command& command) {
  std::string out;
  for (const Flag& flag : command.flags) {
    if (flag.apply == nullptr) continue;  // "--" is no word to offer
    out.append(out.empty() ? "" : " ").append(flag.name);
    if (!flag.letter.empty()) out.append(" ").append(flag.letter);
  }
  return out;
}

bool takes_value(const Flag& flag) { return !flag.argument.empty() && flag.argument.front() != '['; }

// In '...' of a shell. The texts of the description hold no such quotes; they would end it.
std::string quoted(std::string_view words) {
  std::string out(words);
  out.erase(std::remove(out.begin(), out.end(), '\''), out.end());
  out.insert(out.begin(), '\'');
  return out += '\'';
}

// First words of the names of commands, each once; `panel`, `lexicon`.
std::vector<std::string_view> first_words(std::span<const Command> commands) {
  std::vector<std::string_view> out;
  for (const Command& command : commands.subspan(1)) {
    const std::string_view word = command.name.substr(0, command.name.find(' '));
    if (std::find(out.begin(), out.end(), word) == out.end()) out.push_back(word);
  }
  return out;
}

std::string bash_values(const Command& command) {
  std::string out;
  for (const Flag& flag : command.flags) {
    if (flag.argument.empty()) continue;
    out += "        " + either(flag) + ") ";
    if (!flag.choices.empty()) {
      out += "COMPREPLY=($(compgen -W " + quoted(flag.choices) + " -- \"$word\")); return ;;\n";
    } else if (flag.takes == Takes::word) {
      out += "return ;;\n";
    } else {
      out += std::string("_zhibiao_names ") + (flag.takes == Takes::file ? "-f" : "-d") + "; return ;;\n";
    }
  }
  return out;
}

}  // namespace

std::string bash_completion(std::span<const Command> commands) {
  std::string out = R"(# Completion of zhibiao for bash; made by `zhibiao --help bash`.
_zhibiao_names() {  # -f: files, -d: folders; names may hold blanks
    local IFS=$'\n'
    compopt -o filenames 2>/dev/null
    COMPREPLY+=($(compgen "$1" -- "$word"))
}
_zhibiao() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} at
    if [[ $word == = ]]; then  # --option=value comes as three words
        word=
    elif [[ $before == = && COMP_CWORD -gt 2 ]]; then
        before=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; ++at)); do
        if [[ ${COMP_WORDS[at]} == -- ]]; then _zhibiao_names -f; return; fi
    done
)";
  std::string first;
  for (const std::string_view word : first_words(commands)) first.append(first.empty() ? "" : " ").append(word);
  if (!first.empty()) {
    out += "    case \"${COMP_WORDS[*]:1:COMP_CWORD-1} \" in\n";
    out += "    ' ') COMPREPLY=($(compgen -W " + quoted(first) + " -- \"$word\")) ;;\n";
    for (const Command& command : commands.subspan(1)) {
      const std::size_t cut = command.name.find(' ');
      const std::string name(command.name);
      if (cut != std::string::npos) {
        out += "    '" + name.substr(0, cut) + " ') COMPREPLY=($(compgen -W " + quoted(name.substr(cut + 1)) + " -- \"$word\")) ;;\n";
      }
      out += "    '" + name + " '*)\n        case $before in\n" + bash_values(command) + "        esac\n";
      out += "        if [[ $word == -* ]]; then COMPREPLY=($(compgen -W " + quoted(names_of(command)) + " -- \"$word\")); return; fi\n";
      out += "        _zhibiao_names -f; return ;;\n";
    }
    out += "    esac\n";
  }
  out += "    case $before in\n" + bash_values(commands.front()) + "    esac\n";
  out += "    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W " + quoted(names_of(commands.front())) +
         " -- \"$word\"))\n    else\n        _zhibiao_names -f\n    fi\n}\ncomplete -F _zhibiao zhibiao\n";
  return out;
}

namespace {

std::string zsh_arguments(const Command& command) {
  std::string out = "_arguments -s -S";
  const auto plain = [](std::string_view words) {  // [ ] : have a meaning here
    std::string text;
    for (const char c : words) {
      if (c == '[' || c == ']' || c == ':') text += '\\';
      if (c != '\'') text += c;
    }
    return text;
  };
  for (const Flag& flag : command.flags) {
    if (flag.apply == nullptr) continue;
    const std::string_view plus = takes_value(flag) ? "+" : "", equals = takes_value(flag) ? "=" : "";
    out += " \\\n        '";
    if (!flag.letter.empty()) {  // '(-f --format)'{-f+,--format=}'...'
      out.append("(").append(flag.letter).append(" ").append(flag.name).append(")'{").append(flag.letter).append(plus);
      out.append(",").append(flag.name).append(equals).append("}'");
    } else {
      out.append(flag.name).append(equals);
    }
    out.append("[").append(plain(flag.help)).append("]");
    if (!flag.argument.empty()) {
      out.append(takes_value(flag) ? ":" : "::").append(plain(flag.argument)).append(":");
      if (!flag.choices.empty()) {
        out.append("(").append(flag.choices).append(")");
      } else if (flag.takes != Takes::word) {
        out.append(flag.takes == Takes::file ? "_files" : "_files -/");
      }
    }
    out += "'";
  }
  return out + " \\\n        '*:file:_files'\n";
}

}  // namespace

std::string zsh_completion(std::span<const Command> commands) {
  std::string out = "#compdef zhibiao\n# Completion of zhibiao for zsh; made by `zhibiao --help zsh`.\n_zhibiao() {\n";
  for (const Command& command : commands.subspan(1)) {
    const std::string name(command.name);
    const bool two = name.find(' ') != std::string::npos;
    out += std::string("    if [[ ") + (two ? "\"$words[2] $words[3]\"" : "$words[2]") + " == '" + name + "' ]] && (( CURRENT > " +
           (two ? "3" : "2") + " )); then\n        shift " + (two ? "2" : "1") + " words; (( CURRENT -= " + (two ? "2" : "1") +
           " ))\n        " + zsh_arguments(command) + "        return\n    fi\n";
  }
  std::string first;
  for (const std::string_view word : first_words(commands)) first.append(first.empty() ? "" : " ").append(word);
  if (!first.empty()) out += "    (( CURRENT == 2 )) && compadd " + first + "\n";
  return out + "    " + zsh_arguments(commands.front()) + "}\n_zhibiao \"$@\"\n";
}

std::string fish_completion(std::span<const Command> commands) {
  std::string out = "# Completion of zhibiao for fish; made by `zhibiao --help fish`.\n";
  std::string first;
  for (const std::string_view word : first_words(commands)) first.append(first.empty() ? "" : " ").append(word);
  if (!first.empty()) out += "complete -c zhibiao -n __fish_use_subcommand -a " + quoted(first) + "\n";
  for (const Command& command : commands) {
    std::string where;
    if (!command.name.empty()) where = " -n '__fish_seen_subcommand_from " + std::string(command.name.substr(0, command.name.find(' '))) + "'";
    else if (!first.empty()) where = " -n 'not __fish_seen_subcommand_from " + first + "'";
    for (const Flag& flag : command.flags) {
      if (flag.apply == nullptr) continue;
      out += "complete -c zhibiao" + where + " -l " + std::string(flag.name.substr(2));
      if (!flag.letter.empty()) out += " -s " + std::string(flag.letter.substr(1));
      if (takes_value(flag)) {
        if (!flag.choices.empty()) out += " -x -a " + quoted(flag.choices);
        else if (flag.takes == Takes::word) out += " -x";
        else out += flag.takes == Takes::file ? " -r -F" : " -x -a '(__fish_complete_directories)'";
      }
      out += " -d " + quoted(flag.help) + '\n';
    }
  }
  return out;
}

}  // namespace cli
