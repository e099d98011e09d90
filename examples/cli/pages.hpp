// The pages made of a description of the command line.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "cli/description.hpp"

namespace cli {

std::string help_page(std::span<const Command> commands);  // one screen
std::string help_all(std::span<const Command> commands);   // every option, of every command

std::string help_of(const Command& command);               // every option of this one

// zhibiao(1), in the man(7) macros.
std::string manual_page(std::span<const Command> commands, std::string_view version);

// To be sourced, or put where the shell looks for it.
std::string bash_completion(std::span<const Command> commands);
std::string zsh_completion(std::span<const Command> commands);
std::string fish_completion(std::span<const Command> commands);

}  // namespace cli
