// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The table of commands and the table of options. Help, suggestions, completion scripts and the
// checks of the command line are generated from their rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::tools {

class Arguments;
class CommandContext;

enum class CommandId : std::uint8_t {
    ingest,
    remove,
    sources,
    split,
    search,
    count,
    show,
    facets,
    info,
    check,
    export_ideas,
    eval,
    completion,
    help,
    complete,
    candidates,
};
inline constexpr std::size_t command_count = 16;

/// A command line without the word `ideary`, and what it does.
struct Example {
    std::string_view line;
    std::string_view meaning;
};

struct CommandRow {
    CommandId id;
    std::string_view name;
    std::string_view arguments; ///< as shown in the usage line
    std::string_view summary;   ///< a phrase of at most 60 characters
    std::string_view details;   ///< paragraphs separated by empty lines
    std::span<const Example> examples;
    std::size_t min_args, max_args; ///< positional arguments
    int (*run)(const Arguments &arguments, CommandContext &context);
    bool hidden = false; ///< not listed in the help
};

/// The type of an option's value.
enum class Value : std::uint8_t {
    none,     ///< a flag
    text,     ///< any text but the empty one
    count,    ///< 0, 1, 2 …
    limit,    ///< a count, or `all`
    file,     ///< a path
    seconds,  ///< a decimal number, at least 0
    year,     ///< 1 to 9999
    years,    ///< a year, or A..B with either end open
    language, ///< a code of two or three letters
    choice,   ///< one of choices, separated by |
    facet,    ///< a field with facet counts
};

struct OptionRow {
    std::string_view name;
    std::string_view argument; ///< name of the value in help; empty for a flag
    Value value;
    std::string_view default_value; ///< shown as the default; empty: none
    std::string_view choices;
    bool repeatable;
    std::uint32_t commands; ///< a bit for each command
    std::string_view help;
};

std::span<const CommandRow> command_table();
/// The rows in the order of the help. Rows of different commands may share a name; then either all
/// or none of them take a value.
std::span<const OptionRow> option_table();

/// The command of that name; null when there is none.
const CommandRow *find_command(std::string_view name);
/// The option of that name of the command; null when there is none.
const OptionRow *find_option(CommandId command, std::string_view name);
bool is_global(const OptionRow &row);
/// The accepted values; empty when they are not enumerated.
std::vector<std::string> choices_of(const OptionRow &row);
/// The names of all fields with facet counts.
std::vector<std::string> facet_fields();

int run_ingest(const Arguments &arguments, CommandContext &context);
int run_remove(const Arguments &arguments, CommandContext &context);
int run_split(const Arguments &arguments, CommandContext &context);
int run_search(const Arguments &arguments, CommandContext &context);
int run_show(const Arguments &arguments, CommandContext &context);
int run_facets(const Arguments &arguments, CommandContext &context);
int run_info(const Arguments &arguments, CommandContext &context);
int run_check(const Arguments &arguments, CommandContext &context);
int run_export(const Arguments &arguments, CommandContext &context);
int run_eval(const Arguments &arguments, CommandContext &context);
int run_complete(const Arguments &arguments, CommandContext &context);
int run_sources(const Arguments &arguments, CommandContext &context);
int run_count(const Arguments &arguments, CommandContext &context);
int run_completion(const Arguments &arguments, CommandContext &context);
int run_candidates(const Arguments &arguments, CommandContext &context);
int run_help(const Arguments &arguments, CommandContext &context);

} // namespace ideary::tools
