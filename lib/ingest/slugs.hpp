// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which slug each source of an index has (contract §6): the same for the same set of sources, in
// whatever order they came.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::ingesting {

/// What one source may be called.
struct SlugCandidate {
    std::array<std::string, 2> name; ///< alone, and with its parent folder in front
    int start = 0;                   ///< level before settling; set by settle
    int level = 0;                   ///< which of the two; never lowered, so that ids stay
    bool fixed = false;              ///< cannot change its level: it can no longer be read
    bool indexed = false; ///< its ideas are in the index already, under one of these names
    std::string path;     ///< settles who stays, among equals
    bool refused = false; ///< another source has the slug that it must have
    std::string against;  ///< path of that source

    const std::string &slug() const { return name[static_cast<std::size_t>(level)]; }
};

/// Both names of a source. path: as given; file: absolute (or empty); given: `slug:`, or empty.
SlugCandidate candidate(const std::string &path, const std::string &file, const std::string &given);

/// Those who share a slug all take their parent folder in front; of those who still do, one stays
/// (who is in the index already, else the first by path), the others are refused, and move nobody.
/// So are newcomers that share the slug of a fixed one.
void resolve_conflicts(const std::vector<SlugCandidate *> &candidates);

} // namespace ideary::ingesting
