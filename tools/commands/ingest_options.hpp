// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The options of ingest and split come in, what the library needs to read sources goes out; and
// what it has to say of them afterwards. It must not know where ideas go.
#pragma once

#include <ideary/writer.hpp>

#include "session.hpp"

namespace ideary::tools {

inline constexpr int bad_input_exit = 65;

/// What is said of sources from outside, and which files are read.
IngestOptions reading_options(const Arguments &arguments);
/// Reads standard input; throws Interrupted on Ctrl-C. Where that is a person, says that it waits.
InputCallback standard_input(const Arguments &arguments, const Session &session);
/// A whole file; throws Error (missing_input, io).
std::string file_text(const std::string &path);
/// Prints the remarks and names each source that could not be read, with the cause where a remark
/// has it. next: what to do about these. Gives the exit code: 65 where there is one.
int tell_of_sources(const IngestReport &report, const Session &session,
                    std::string_view next = Error::row(ErrorKind::bad_input).hint);

} // namespace ideary::tools
