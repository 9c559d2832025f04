// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One canonical topic.
struct TopicRow {
    std::string name;   ///< empty: its aliases count for nothing and hide shorter ones
    std::string parent; ///< or empty
    std::vector<std::string> aliases;
    std::vector<std::string> hints = {}; ///< aliases that count where a title says nothing else
    std::vector<std::string> names = {}; ///< aliases that count in their own capitals alone
    bool platform = false;               ///< a language or system, on which other topics build
};

/// Reads a topic table (YAML). Throws Error (incompatible: bad configuration) naming the line.
std::vector<TopicRow> read_topics(std::string_view yaml, std::string_view path);

} // namespace ideary::source
