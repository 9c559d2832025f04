// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <filesystem>

#include "ideary/sources.hpp"
#include "index/reader/source_list.hpp"
#include "ingest/input.hpp"
#include "ingest/source_entry.hpp"

namespace ideary {
namespace ingesting {
namespace {

/// Standard input is kept in the index, so it does not change.
SourceState state_of(const SourceEntry &entry) {
    if (entry.is_stdin) {
        return SourceState::unchanged;
    }
    std::error_code error;
    if (std::filesystem::status(entry.file, error).type() ==
        std::filesystem::file_type::not_found) {
        return SourceState::gone;
    }
    const Scan now = scan(input_of(entry), {});
    if (!now.problem.empty()) {
        return SourceState::unreadable;
    }
    return entry.hash.empty() || now.hash == entry.hash ? SourceState::unchanged
                                                        : SourceState::changed;
}

} // namespace
} // namespace ingesting

const char *source_state_name(SourceState state) {
    switch (state) {
    case SourceState::changed:
        return "changed";
    case SourceState::gone:
        return "gone";
    case SourceState::unreadable:
        return "unreadable";
    default:
        return "unchanged";
    }
}

std::vector<SourceInfo> sources(const std::string &index_path) {
    std::vector<SourceInfo> list;
    for (const auto &[key, line] : index::read_sources(index_path)) {
        if (const auto entry = ingesting::from_line(line)) {
            list.push_back({entry->path, ingesting::printable_path(entry->file), entry->title,
                            entry->url, entry->slug, entry->ideas, entry->bytes,
                            ingesting::state_of(*entry)});
        }
    }
    std::sort(list.begin(), list.end(),
              [](const SourceInfo &a, const SourceInfo &b) { return a.path < b.path; });
    return list;
}

} // namespace ideary
