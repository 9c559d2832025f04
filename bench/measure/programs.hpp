// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "measure/workspace.hpp"
#include "options.hpp"
#include "report/report.hpp"

namespace ideary::bench {

/// Runs the command ideary: cold searches against an empty program that links the same libraries,
/// a stream of queries, and an ingest of 1,000 files of which nothing changed.
Programs run_programs(const Options &options, const Workspace &workspace);

/// The command to run; empty when there is none.
std::string command_of(const Options &options);

} // namespace ideary::bench
