// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Parses the command line into a command, its options and its arguments.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace ideary::tools {

/// A parsed command line. The accessors throw std::logic_error for an option that the command does
/// not have.
class Arguments {
  public:
    /// Throws Error (usage) with a suggestion where there is a close match.
    static Arguments parse(const std::vector<std::string> &typed);

    const CommandRow &command() const { return *command_; }
    /// The positional arguments after the command.
    const std::vector<std::string> &positionals() const { return positionals_; }

    bool has(std::string_view option) const;
    /// The last value given, else the default of the table, else "".
    std::string text(std::string_view option) const;
    std::vector<std::string> texts(std::string_view option) const;
    std::optional<std::size_t> count(std::string_view option) const;
    /// A limit; nothing when it is not given or is `all`.
    std::optional<std::size_t> limit(std::string_view option) const;
    std::optional<int> year(std::string_view option) const;
    double seconds(std::string_view option) const;

  private:
    const OptionRow &row(std::string_view option) const;
    void take_command();
    void check();

    const CommandRow *command_ = nullptr;
    std::vector<std::string> positionals_;
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

} // namespace ideary::tools
