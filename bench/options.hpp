// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "measure/measure.hpp"
#include "queries/query_maker.hpp"

namespace ideary::bench {

struct Options {
    std::vector<std::string> corpus; ///< paths to ingest
    std::optional<std::uint64_t> synthetic = {};
    std::vector<std::uint64_t> sweep;
    std::vector<std::string> model; ///< paths from which the synthetic corpus learns
    std::string keep;               ///< work folder; empty: a temporary folder
    bool rebuild = false;
    std::string queries, write_queries; ///< files
    std::vector<std::string> classes;   ///< empty: all
    QuerySpec spec;
    Rounds rounds;
    int peer_rounds = 2;
    bool with_peers = true, with_raw = true, with_programs = true;
    std::string program; ///< the command ideary; empty: in the folder of this program
    bool as_json = false;
    std::string output;               ///< file for the JSON; empty: none
    std::vector<std::string> compare; ///< one or two reports
    bool help = false;
};

/// Parses the arguments of the program. Throws invalid_argument.
Options parse_options(const std::vector<std::string> &arguments);
std::string usage();

/// Parses 1000, 10k or 1M.
std::uint64_t parse_count(const std::string &text);

} // namespace ideary::bench
