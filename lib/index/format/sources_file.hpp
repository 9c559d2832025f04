// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The text of sources.jsonl: the key of a source and what is remembered of it, one a line.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ideary::index {

/// Text of sources.jsonl.
std::string sources_text(const std::map<std::string, std::string> &sources);

/// What sources.jsonl says, and where it says nothing that can be read.
struct SourceLines {
    std::map<std::string, std::string> sources; ///< key → what is remembered of it
    std::map<std::string, std::size_t> numbers; ///< key → its line, counted from 1
    std::vector<std::size_t> unreadable;        ///< lines that are not ours, counted from 1
    bool cut_off = false;                       ///< the last line has no end
};
/// The way back. Takes any bytes.
SourceLines parse_sources(const std::string &text);

} // namespace ideary::index
