// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ideary::source {

/// One canonical topic.
struct TopicRow {
    std::string name;
    std::string parent; ///< or empty
    std::vector<std::string> aliases;
};

/// Reads a topic table (YAML). Throws Error (incompatible: bad configuration) naming the line.
std::vector<TopicRow> read_topics(std::string_view yaml, std::string_view path);

} // namespace ideary::source
