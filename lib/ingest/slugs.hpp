// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The slug of each source: the same for the same set of sources, in any order.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::ingesting {

/// The possible slugs of one source.
struct SlugCandidate {
    std::array<std::string, 2> name; ///< alone, and with its parent folder in front
    int start = 0;                   ///< level before settling; set by settle
    int level = 0;                   ///< which of the two; never lowered, so that ids stay
    bool fixed = false;              ///< cannot change its level: it can no longer be read
    bool indexed = false; ///< its ideas are in the index already, under one of these names
    std::string path;     ///< decides among equals
    bool refused = false; ///< another source has the slug that it must have
    std::string against;  ///< path of that source

    const std::string &slug() const { return name[static_cast<std::size_t>(level)]; }
};

/// Both names of a source. path: as given; file: absolute (or empty); given: `slug:`, or empty.
SlugCandidate candidate(const std::string &path, const std::string &file, const std::string &given);

/// Sources that share a slug all take their parent folder in front. If some still share one, one of
/// them keeps it (an indexed one, else the first by path) and the others are refused; refused
/// sources do not affect the rest. New sources that share the slug of a fixed one are refused.
void resolve_conflicts(const std::vector<SlugCandidate *> &candidates);

} // namespace ideary::ingesting
