// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The words of a command line come in, a command with checked options and arguments goes out.
// It must not know what the commands do.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "commands.hpp"

namespace ideary::tools {

/// A command line understood. The accessors throw std::logic_error for an option that the command
/// does not have: a defect of the tool.
class Arguments {
  public:
    /// Throws Error (usage) that names what is wrong, with a suggestion where one is near.
    static Arguments parse(const std::vector<std::string> &words);

    const CommandRow &command() const { return *command_; }
    /// The arguments after the command.
    const std::vector<std::string> &rest() const { return rest_; }

    bool has(std::string_view option) const;
    /// The last value given, else the default of the table, else nothing.
    std::string text(std::string_view option) const;
    std::vector<std::string> texts(std::string_view option) const;
    std::optional<std::size_t> count(std::string_view option) const;
    std::optional<int> year(std::string_view option) const;
    double seconds(std::string_view option) const;

  private:
    const OptionRow &row(std::string_view option) const;
    void take_rest();
    void check() const;

    const CommandRow *command_ = nullptr;
    std::vector<std::string> rest_;
    std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

} // namespace ideary::tools
