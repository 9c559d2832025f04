// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Options, input and reports that `ingest` and `split` share.
#pragma once

#include <ideary/writer.hpp>

#include "command_context.hpp"

namespace ideary::tools {

inline constexpr int bad_input_exit = 65;

/// The options that ingest and split share.
IngestOptions ingest_options(const Arguments &arguments);
/// Reads standard input; throws Interrupted after a SIGINT. Prints a notice on a terminal.
InputCallback standard_input(const Arguments &arguments, const CommandContext &context);
/// Reads a whole file; throws Error (missing_input, io).
std::string file_text(const std::string &path);
/// Prints the remarks, then each source that could not be read, with its cause if a remark has it
/// and with the hint. Returns the exit code: 65 if there is such a source, else 0.
int report_sources(const IngestReport &report, const CommandContext &context,
                   std::string_view hint = Error::row(ErrorKind::bad_input).hint);

} // namespace ideary::tools
