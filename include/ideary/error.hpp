// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "ideary/export.hpp"

namespace ideary {

/// Why the world failed. Imperfect input is never an Error: it becomes a Remark.
enum class ErrorKind {
    usage,         ///< the caller asked for something that makes no sense
    bad_input,     ///< some given data cannot be read
    missing_input, ///< a given path or index does not exist
    locked,        ///< another writer holds the index
    internal,      ///< a defect of ideary
    cannot_write,  ///< an output or index place cannot be created or written
    io,            ///< the index or a file fails under us: I/O error, damage
    incompatible,  ///< another index format or analyzer, or a bad configuration
};

/// One row for each ErrorKind: its name, the exit code of the tool, and the default next step.
struct ErrorRow {
    ErrorKind kind;
    std::string_view name;
    int exit_code;
    std::string_view hint;
};

inline constexpr std::array<ErrorRow, 8> error_table{{
    {ErrorKind::usage, "usage", 2, "See: ideary --help"},
    {ErrorKind::bad_input, "bad_input", 65, "Fix or leave out what is named, then try again"},
    {ErrorKind::missing_input, "missing_input", 66, "Check the path"},
    {ErrorKind::locked, "locked", 69, "Try again later, or raise --lock-timeout"},
    {ErrorKind::internal, "internal", 70, "This is a defect of ideary: please report it"},
    {ErrorKind::cannot_write, "cannot_write", 73, "Check the permissions and the free space"},
    {ErrorKind::io, "io", 74, "Check it with: ideary check"},
    {ErrorKind::incompatible, "incompatible", 78, "Rebuild it with: ideary ingest --rebuild"},
}};

constexpr bool error_table_is_ordered() {
    for (std::size_t i = 0; i < error_table.size(); ++i) {
        if (static_cast<std::size_t>(error_table[i].kind) != i) {
            return false;
        }
    }
    return true;
}
static_assert(error_table_is_ordered(), "a row of error_table stands at its kind's place");

/// The only exception that leaves the library.
/// what() is the message: the thing and the cause, one line, without a final full stop.
/// hint() is the next step, one line; it defaults to the one of the kind.
class IDEARY_API Error : public std::runtime_error {
  public:
    Error(ErrorKind kind, const std::string &message, std::string hint = {})
        : std::runtime_error(message), kind_(kind),
          hint_(hint.empty() ? std::string(row(kind).hint) : std::move(hint)) {}

    ErrorKind kind() const noexcept { return kind_; }
    const std::string &hint() const noexcept { return hint_; }
    int exit_code() const noexcept { return row(kind_).exit_code; }

    static constexpr const ErrorRow &row(ErrorKind kind) {
        return error_table[static_cast<std::size_t>(kind)];
    }

  private:
    ErrorKind kind_;
    std::string hint_;
};

} // namespace ideary
