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
    std::vector<std::string> corpus; ///< paths that ideary ingests
    std::optional<std::uint64_t> synthetic = {};
    std::vector<std::uint64_t> sweep;
    std::vector<std::string> model; ///< what the made-up corpus learns from
    std::string keep;               ///< folder of what was built; empty: built anew, removed after
    bool rebuild = false;
    std::string queries, write_queries; ///< files
    std::vector<std::string> classes;   ///< empty: all
    QuerySpec spec;
    Rounds rounds;
    int peer_rounds = 2;
    bool with_peers = true, with_raw = true, with_programs = true;
    std::string program; ///< the command ideary; empty: beside this program
    bool as_json = false;
    std::string output;               ///< also write the JSON here
    std::vector<std::string> compare; ///< an old report and perhaps a new one
    bool help = false;
};

/// Reads the arguments of the program. Throws invalid_argument that names what is wrong.
Options parse_options(const std::vector<std::string> &arguments);
std::string usage();

/// 1000, 10k, 1M.
std::uint64_t parse_count(const std::string &text);

} // namespace ideary::bench
