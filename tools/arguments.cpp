// SPDX-License-Identifier: GPL-2.0-or-later
#include "arguments.hpp"

#include <algorithm>
#include <boost/program_options/cmdline.hpp>
#include <boost/program_options/errors.hpp>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/field.hpp>
#include <ideary/text.hpp>
#include <set>

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

std::string one_of(const std::vector<std::string> &choices) {
    return fmt::format("Choose one of: {}", fmt::join(choices, ", "));
}

/// Each name once; the table guarantees that rows of one name agree on having a value.
po::options_description all_options() {
    po::options_description all;
    std::set<std::string_view> seen;
    for (const OptionRow &row : option_table()) {
        if (!seen.insert(row.name).second) {
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

/// The first word that names a command: good enough to suggest its options.
const CommandRow *command_among(const std::vector<std::string> &words) {
    for (const std::string &word : words) {
        if (const CommandRow *row = find_command(word)) {
            return row;
        }
    }
    return nullptr;
}

[[noreturn]] void unknown_option(const std::string &name, const CommandRow *command) {
    std::vector<std::string> candidates;
    for (const OptionRow &row : option_table()) {
        if (command == nullptr || find_option(command->id, row.name) == &row) {
            candidates.emplace_back(row.name);
        }
    }
    const std::string near = closest(name, candidates);
    const std::string where = command == nullptr ? "" : fmt::format(" of {}", command->name);
    usage(fmt::format("there is no option --{}{}", name, where),
          near.empty() ? help_of(command) : fmt::format("Did you mean --{}?", near));
}

std::string bare(std::string name) {
    return name.substr(std::min(name.find_first_not_of('-'), name.size()));
}

std::vector<po::option> read_words(const std::vector<std::string> &words) {
    // Long options alone: -orm is text of a query. Nothing may be abbreviated.
    constexpr int style = po::command_line_style::allow_long |
                          po::command_line_style::long_allow_adjacent |
                          po::command_line_style::long_allow_next;
    const po::options_description all = all_options();
    using Syntax = po::invalid_command_line_syntax;
    try {
        return po::command_line_parser(words).options(all).style(style).run().options;
    } catch (const po::unknown_option &error) {
        unknown_option(bare(error.get_option_name()), command_among(words));
    } catch (const Syntax &error) {
        const bool extra = error.kind() == Syntax::extra_parameter;
        usage(fmt::format("the option --{} {}", bare(error.get_option_name()),
                          extra ? "takes no value" : "needs a value"),
              help_of(command_among(words)));
    } catch (const po::error &error) {
        usage(error.what(), help_of(command_among(words)));
    }
}

template <typename Number> std::optional<Number> number(std::string_view text) {
    Number value{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

bool is_year(std::string_view text) {
    const std::optional<int> year = number<int>(text);
    return year && *year >= 1 && *year <= 9999;
}

bool is_years(std::string_view text) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) {
        return is_year(text);
    }
    const std::string_view from = text.substr(0, dots);
    const std::string_view to = text.substr(dots + 2);
    return (!from.empty() || !to.empty()) && (from.empty() || is_year(from)) &&
           (to.empty() || is_year(to));
}

bool is_language(std::string_view text) {
    const std::string_view code = text.substr(0, text.find_first_of("-_"));
    return (code.size() == 2 || code.size() == 3) &&
           std::all_of(code.begin(), code.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_seconds(std::string_view text) {
    const std::optional<double> value = number<double>(text);
    return value && std::isfinite(*value) && *value >= 0;
}

/// What a value has to be, or empty where it is fine.
std::string_view fault(Value kind, const std::string &text) {
    switch (kind) {
    case Value::count:
        return number<std::size_t>(text) ? "" : "a number from 0 on";
    case Value::seconds:
        return is_seconds(text) ? "" : "a number of seconds";
    case Value::year:
        return is_year(text) ? "" : "a year, such as 2026";
    case Value::years:
        return is_years(text) ? "" : "a year, or years such as 2023..2025, 2024.. or ..2024";
    case Value::language:
        return is_language(text) ? "" : "a code of two or three letters, such as en";
    default:
        return "";
    }
}

void check_choice(const OptionRow &row, const std::string &value) {
    const std::vector<std::string> choices = choices_of(row);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) {
        return;
    }
    const std::string near = closest(value, choices);
    usage(fmt::format("the option --{} does not know {}", row.name, value),
          near.empty() ? one_of(choices) : fmt::format("Did you mean {}?", near));
}

void check_value(const OptionRow &row, const std::string &value) {
    if (row.value == Value::none) {
        return;
    }
    if (value.empty()) {
        usage(fmt::format("the option --{} needs a value", row.name));
    }
    const std::string_view wanted = fault(row.value, value);
    if (!wanted.empty()) {
        usage(fmt::format("the value {} of the option --{} is not {}", value, row.name, wanted));
    }
    if (row.value == Value::choice) {
        check_choice(row, value);
    } else if (row.value == Value::facet) {
        facet_field(value);
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
    const std::string near = closest(name, names);
    usage(fmt::format("there is no command {}", name),
          near.empty() ? "See: ideary --help" : fmt::format("Did you mean: ideary {}", near));
}

} // namespace

std::string facet_field(const std::string &name) {
    for (const Field &field : fields()) {
        if (field.facet && (field.name == name || (!name.empty() && field.alias == name))) {
            return std::string(field.name);
        }
    }
    const std::vector<std::string> names = facet_fields();
    const std::string near = closest(name, names);
    usage(fmt::format("{} is no field that can be counted", name),
          near.empty() ? one_of(names) : fmt::format("Did you mean {}?", near));
}

Arguments Arguments::parse(const std::vector<std::string> &words) {
    Arguments arguments;
    for (const po::option &option : read_words(words)) {
        if (option.string_key.empty()) {
            arguments.rest_.insert(arguments.rest_.end(), option.value.begin(), option.value.end());
            continue;
        }
        std::vector<std::string> &values = arguments.given_[option.string_key];
        values.push_back(option.value.empty() ? "" : option.value.front());
    }
    arguments.take_rest();
    arguments.check();
    return arguments;
}

/// The first argument is the command. Without one, --help and --version still mean something.
void Arguments::take_rest() {
    if (!rest_.empty()) {
        command_ = &command_named(rest_.front());
        rest_.erase(rest_.begin());
    } else if (given_.contains("help") || given_.contains("version")) {
        command_ = find_command("help");
    } else {
        usage("no command was given");
    }
}

void Arguments::check() const {
    for (const auto &[name, values] : given_) {
        const OptionRow *option = find_option(command_->id, name);
        if (option == nullptr) {
            unknown_option(name, command_);
        }
        for (const std::string &value : values) {
            check_value(*option, value);
        }
    }
    if (has("help") || has("version")) {
        return;
    }
    if (rest_.size() < command_->least) {
        usage(fmt::format("{} needs {}", command_->name, command_->arguments), help_of(command_));
    }
    if (rest_.size() > command_->most) {
        usage(
            fmt::format("{} has no use for the argument {}", command_->name, rest_[command_->most]),
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
    return found == given_.end() ? std::string(wanted.initial) : found->second.back();
}

std::vector<std::string> Arguments::texts(std::string_view option) const {
    const auto found = given_.find(row(option).name);
    return found == given_.end() ? std::vector<std::string>{} : found->second;
}

std::optional<std::size_t> Arguments::count(std::string_view option) const {
    return number<std::size_t>(text(option));
}

std::optional<int> Arguments::year(std::string_view option) const {
    return number<int>(text(option));
}

double Arguments::seconds(std::string_view option) const {
    return number<double>(text(option)).value_or(0);
}

} // namespace ideary::tools
