#include "cli/pages.hpp"

namespace cli {
namespace {

constexpr std::string_view page_date = "2026-11-29";  // of the last change of this page

// As roff reads it: a dash that may be copied, no escapes, no request at the beginning of a line.
std::string roff(std::string_view words) {
  std::string out;
  for (const char c : words) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else {
      if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) out += "\\&";
      out += c;
    }
  }
  return out;
}

// A sentence a line, as roff wants it.
std::string sentences(std::string_view words) {
  std::string out;
  for (std::size_t stop = 0; (stop = words.find(". ")) != std::string_view::npos; words.remove_prefix(stop + 2)) {
    out += roff(words.substr(0, stop + 1)) + '\n';
  }
  return words.empty() ? out : out + roff(words) + '\n';
}

// In a macro's argument a quote would end it.
std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (const char c : roff(words)) c == '"' ? out += "\\(dq" : out += c;
  return out + '"';
}

std::string example_of(std::string_view command) {
  std::string out = ".IP\n.nf\n";
  return out + "\\f(CW" + roff(command) + "\\fP\n.fi\n";
}

std::string entry_of(const Flag& flag) {
  std::string out = ".TP\n.B ";
  if (!flag.letter.empty()) out += roff(flag.letter) + ", ";
  out += roff(flag.name);
  if (!flag.argument.empty()) out += " \\fI" + roff(flag.argument) + "\\fP";
  std::string help(flag.help);
  const std::string first = help.substr(0, help.find_first_of(" ,"));
  bool is_choice = false;  // table, json, ...: to be typed as it stands
  for_each_word(flag.choices, [&](std::string_view choice) { is_choice |= choice == first; });
  if (!is_choice && help.front() >= 'a' && help.front() <= 'z') help.front() = static_cast<char>(help.front() - 'a' + 'A');
  out += '\n' + roff(help) + ".\n";
  if (!flag.more.empty()) out += sentences(flag.more);
  return out + example_of(flag.example);
}

std::string synopsis_of(const Command& command) {
  std::string name = "zhibiao";
  if (!command.name.empty()) name.append(" ").append(command.name);
  return ".B " + roff(name) + "\n[\\fIOPTION\\fP]... " + roff(command.operands) + '\n';
}

constexpr std::string_view description =
    R"(Each input is one report: UTF\-8, UTF\-16, GB18030 or Big5 text, or a web page as it was saved.
Folders are walked in sorted order, links to folders not followed; any other name is read when it is named.
Without an input, or for
.BR \- ,
standard input is read.
.PP
One file gives one JSON object, several files or a folder an array; JSON Lines give one line an input, CSV one row an
observation.
The order of the output is that of the inputs.
What cannot be read is told in one line on standard error; the others are written all the same.
While long work goes on, a terminal at standard error shows how far it is.
)";

constexpr std::string_view exit_status = R"(.TP
.B 0
every input was read and something found, or the reader closed the pipe
.TP
.B 1
every input was read and nothing found
.TP
.B 2
an input, the command line or the output failed
.TP
.BR 130 ", " 143
after SIGINT, SIGTERM; what was begun is finished
)";

constexpr std::string_view environment = R"(.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
The first that is set names the language of tables, unless
.B \-\-lang
does: Chinese for
.BR zh ,
English for all others; under C or POSIX a table speaks the language of its report.
.TP
.B COLUMNS
The width of tables, where the terminal does not tell it or another is wanted.
Without a terminal and without COLUMNS nothing is cut.
.TP
.BR NO_COLOR ", " TERM=dumb
No colours, unless
.B \-\-color=always
asks for them.
)";

constexpr std::string_view examples = R"(.TP
The targets of a folder of reports as CSV:
.B zhibiao \-f csv \-o targets.csv reports/
.TP
Names of any kind, found by another program:
.B find reports \-name '*.txt' \-print0 | xargs \-0 zhibiao \-f jsonl > all.jsonl
.TP
A report from another program:
.B pdftotext report.pdf \- | zhibiao \-f table \-
)";

}  // namespace

std::string manual_page(std::span<const Command> commands, std::string_view version) {
  const Command& main = commands.front();
  std::string out = ".TH ZHIBIAO 1 " + std::string(page_date) + " " + quoted("zhibiao " + std::string(version)) +
                    " \"User Commands\"\n";
  out += ".SH NAME\nzhibiao \\- " + roff(main.summary) + '\n';
  out += ".SH SYNOPSIS\n";
  for (const Command& command : commands) out += (&command == &main ? "" : ".br\n") + synopsis_of(command);
  out += ".SH DESCRIPTION\n" + std::string(description);
  out += ".SH OPTIONS\n";
  for (const Flag& flag : main.flags) out += entry_of(flag);
  if (commands.size() > 1) out += ".SH COMMANDS\n";
  for (const Command& command : commands.subspan(1)) {
    std::string summary(command.summary);
    summary.front() = static_cast<char>(summary.front() - 'a' + 'A');
    out += ".SS " + quoted("zhibiao " + std::string(command.name)) + '\n' + roff(summary) + ".\n" + sentences(command.more);
    if (!command.example.empty()) out += example_of(command.example);
    for (const Flag& flag : command.flags) out += entry_of(flag);
  }
  out += ".SH \"EXIT STATUS\"\n" + std::string(exit_status);
  out += ".SH ENVIRONMENT\n" + std::string(environment);
  return out + ".SH EXAMPLES\n" + std::string(examples);
}

}  // namespace cli
