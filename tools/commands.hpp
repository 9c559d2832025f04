// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// THE table of commands and THE table of options: help, suggestions and the checks of what was
// typed are made from their rows. They must not know how a command works, nor how its output looks.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::tools {

class Arguments;
class Session;

enum class CommandId : std::uint8_t {
    ingest,
    remove,
    split,
    search,
    show,
    facets,
    info,
    check,
    export_ideas,
    eval,
    help,
    complete,
};
inline constexpr std::size_t command_count = 12;

/// A command line worth showing, without the word ideary, and what it does.
struct Example {
    std::string_view line;
    std::string_view meaning;
};

struct CommandRow {
    CommandId id;
    std::string_view name;
    std::string_view arguments; ///< as in the usage line
    std::string_view summary;   ///< a phrase of at most 60 characters
    std::string_view details;   ///< paragraphs separated by blank lines
    std::span<const Example> examples;
    std::size_t least, most; ///< number of arguments
    int (*run)(const Arguments &arguments, Session &session);
    bool hidden = false; ///< for programs: not in the list of commands
};

/// What may stand after an option, and how it is checked.
enum class Value : std::uint8_t {
    none,     ///< a flag
    text,     ///< anything but nothing
    count,    ///< 0, 1, 2 …
    seconds,  ///< a number from 0 on, with a fraction if wanted
    year,     ///< 1 to 9999
    years,    ///< a year, or A..B with either end open
    language, ///< a code of two or three letters
    choice,   ///< one of choices, separated by |
    facet,    ///< a field that can be counted
};

struct OptionRow {
    std::string_view name;
    std::string_view argument; ///< its name in help; empty for a flag
    Value value;
    std::string_view initial; ///< shown as the default; empty: none
    std::string_view choices;
    bool repeatable;
    std::uint32_t commands; ///< one bit a command
    std::string_view help;
};

std::span<const CommandRow> command_table();
/// The rows in the order of help. A name may stand in several rows of different commands; it then
/// takes a value in all of them or in none.
std::span<const OptionRow> option_table();

/// The command of that name; null when there is none.
const CommandRow *find_command(std::string_view name);
/// The option of that name which the command has; null when it has none.
const OptionRow *find_option(CommandId command, std::string_view name);
bool is_global(const OptionRow &row);
/// The values that the row accepts; empty where they are not a list.
std::vector<std::string> choices_of(const OptionRow &row);
/// Names of all fields that can be counted.
std::vector<std::string> facet_fields();

int run_ingest(const Arguments &arguments, Session &session);
int run_remove(const Arguments &arguments, Session &session);
int run_split(const Arguments &arguments, Session &session);
int run_search(const Arguments &arguments, Session &session);
int run_show(const Arguments &arguments, Session &session);
int run_facets(const Arguments &arguments, Session &session);
int run_info(const Arguments &arguments, Session &session);
int run_check(const Arguments &arguments, Session &session);
int run_export(const Arguments &arguments, Session &session);
int run_eval(const Arguments &arguments, Session &session);
int run_complete(const Arguments &arguments, Session &session);
int run_help(const Arguments &arguments, Session &session);

} // namespace ideary::tools
