// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "measure/workspace.hpp"
#include "options.hpp"
#include "report/report.hpp"

namespace ideary::bench {

/// Measures the command ideary: cold searches compared with an empty program that links the same
/// libraries, a stream of queries, and an ingest of 1,000 unchanged files.
Programs run_programs(const Options &options, const Workspace &workspace);

/// Path of the command; empty if there is none.
std::string command_of(const Options &options);

} // namespace ideary::bench
