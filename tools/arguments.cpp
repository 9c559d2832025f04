// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "arguments.hpp"

#include <algorithm>
#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <set>

#include "option_values.hpp"

namespace ideary::tools {

namespace po = boost::program_options;

namespace {

[[noreturn]] void usage(const std::string &message, const std::string &hint = {}) {
    throw Error(ErrorKind::usage, message, hint);
}

std::string help_of(const CommandRow *command) {
    return command == nullptr ? "See: ideary --help"
                              : fmt::format("See: ideary {} --help", command->name);
}

/// The name between `--` and `=`; empty when the word is not a long option.
std::string_view long_option_name(std::string_view word) {
    return word.substr(0, 2) == "--" ? word.substr(2, word.find('=') - 2) : std::string_view();
}

/// Describes only the options that occur in words: describing all of them takes longer than many a
/// search. Rows of one name agree on having a value, so one row of each name is enough.
po::options_description options_named_in(const std::vector<std::string> &words) {
    std::set<std::string_view> named;
    for (const std::string &word : words) {
        named.insert(long_option_name(word));
    }
    po::options_description all;
    for (const OptionRow &row : option_table()) {
        if (named.erase(row.name) == 0) {
            continue;
        }
        const std::string name(row.name);
        if (row.value == Value::none) {
            all.add_options()(name.c_str(), "");
        } else {
            all.add_options()(name.c_str(), po::value<std::string>(), "");
        }
    }
    return all;
}

/// The first word that names a command, for suggestions.
const CommandRow *first_command_in(const std::vector<std::string> &words) {
    for (const std::string &word : words) {
        if (const CommandRow *row = find_command(word)) {
            return row;
        }
    }
    return nullptr;
}

/// A command with this option; null when there is none.
const CommandRow *command_with_option(const std::string &option) {
    for (const CommandRow &row : command_table()) {
        if (find_option(row.id, option) != nullptr) {
            return &row;
        }
    }
    return nullptr;
}

[[noreturn]] void unknown_option(const std::string &name, const CommandRow *command) {
    const CommandRow *owner = command_with_option(name);
    if (command != nullptr && owner != nullptr) {
        usage(fmt::format("--{} is an option of {}, not of {}", name, owner->name, command->name),
              help_of(command));
    }
    std::vector<std::string> candidates;
    for (const OptionRow &row : option_table()) {
        if (command == nullptr || find_option(command->id, row.name) == &row) {
            candidates.emplace_back(row.name);
        }
    }
    const std::string near = suggestion(name, candidates);
    const std::string where = command == nullptr ? "" : fmt::format(" of {}", command->name);
    usage(fmt::format("there is no option --{}{}", quoted(name), where),
          near.empty() ? help_of(command) : fmt::format("Did you mean --{}?", near));
}

/// The name of the first positional argument: PATH of "PATH...".
std::string_view first_argument(const CommandRow &command) {
    return command.arguments.substr(0, command.arguments.find_first_of(". "));
}

std::string without_dashes(const std::string &name) {
    return name.substr(std::min(name.find_first_not_of('-'), name.size()));
}

/// Replaces -h before -- by --help.
std::vector<std::string> expand_short_help(std::vector<std::string> words) {
    const auto end = std::find(words.begin(), words.end(), "--");
    std::replace(words.begin(), end, std::string("-h"), std::string("--help"));
    return words;
}

std::vector<po::option> read_words(const std::vector<std::string> &words) {
    // Long options only, without abbreviations: -orm is query text.
    constexpr int style = po::command_line_style::allow_long |
                          po::command_line_style::long_allow_adjacent |
                          po::command_line_style::long_allow_next;
    const po::options_description all = options_named_in(words);
    using Syntax = po::invalid_command_line_syntax;
    try {
        return po::command_line_parser(words).options(all).style(style).run().options;
    } catch (const po::unknown_option &error) {
        unknown_option(without_dashes(error.get_option_name()), first_command_in(words));
    } catch (const Syntax &error) {
        const bool extra = error.kind() == Syntax::extra_parameter;
        usage(fmt::format("the option --{} {}", without_dashes(error.get_option_name()),
                          extra ? "takes no value" : "needs a value"),
              help_of(first_command_in(words)));
    } catch (const po::error &error) {
        usage(error.what(), help_of(first_command_in(words)));
    }
}

const CommandRow &command_named(const std::string &name) {
    if (const CommandRow *row = find_command(name)) {
        return *row;
    }
    std::vector<std::string> names;
    for (const CommandRow &row : command_table()) {
        names.emplace_back(row.name);
    }
    const std::string near = suggestion(name, names);
    usage(fmt::format("there is no command {}", quoted(name)),
          near.empty() ? "See: ideary --help" : fmt::format("Did you mean: ideary {}", near));
}

} // namespace

Arguments Arguments::parse(const std::vector<std::string> &typed) {
    const std::vector<std::string> words = expand_short_help(typed);
    Arguments arguments;
    for (const po::option &option : read_words(words)) {
        if (option.string_key.empty()) {
            if (option.original_tokens != option.value) {
                unknown_option(without_dashes(option.original_tokens.front()),
                               first_command_in(words)); // --=x
            }
            arguments.positionals_.insert(arguments.positionals_.end(), option.value.begin(),
                                          option.value.end());
            continue;
        }
        std::vector<std::string> &values = arguments.given_[option.string_key];
        values.push_back(option.value.empty() ? "" : option.value.front());
    }
    arguments.take_command();
    arguments.check();
    return arguments;
}

/// Takes the first argument as the command. Without arguments the command is help.
void Arguments::take_command() {
    if (!positionals_.empty()) {
        command_ = &command_named(positionals_.front());
        positionals_.erase(positionals_.begin());
    } else {
        command_ = find_command("help");
    }
}

void Arguments::check() {
    for (auto &[name, values] : given_) {
        const OptionRow *option = find_option(command_->id, name);
        if (option == nullptr) {
            unknown_option(name, command_);
        }
        for (std::string &value : values) {
            value = checked_value(*option, value, help_of(command_));
        }
    }
    if (has("help") || has("version")) {
        return;
    }
    if (positionals_.size() < command_->min_args) {
        usage(fmt::format("no {} was given", first_argument(*command_)), help_of(command_));
    }
    if (positionals_.size() > command_->max_args) {
        usage(fmt::format("{} takes no argument {}", command_->name,
                          quoted(positionals_[command_->max_args])),
              help_of(command_));
    }
}

const OptionRow &Arguments::row(std::string_view option) const {
    const OptionRow *found = find_option(command_->id, option);
    if (found == nullptr) {
        throw std::logic_error(fmt::format("{} has no option {}", command_->name, option));
    }
    return *found;
}

bool Arguments::has(std::string_view option) const {
    return given_.contains(row(option).name);
}

std::string Arguments::text(std::string_view option) const {
    const OptionRow &wanted = row(option);
    const auto found = given_.find(wanted.name);
    return found == given_.end() ? std::string(wanted.default_value) : found->second.back();
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
    const auto found = given_.find(row(option).name);
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::size_t> Arguments::count(std::string_view option) const {
    return number<std::size_t>(text(option));
}

std::optional<std::size_t> Arguments::limit(std::string_view option) const {
    return number<std::size_t>(text(option));
}

std::optional<int> Arguments::year(std::string_view option) const {
    return number<int>(text(option));
}

double Arguments::seconds(std::string_view option) const {
    return number<double>(text(option)).value_or(0);
}

} // namespace ideary::tools
