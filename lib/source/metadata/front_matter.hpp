// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The head of a document in which it tells about itself: YAML between `---`, TOML between `+++`,
// JSON, Nikola's `.. title:`, the unfenced lines of Pelican and MoinMoin, reStructuredText's
// docinfo.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::source {

/// One thing that a front matter says. A list has several values, in order.
struct FrontEntry {
    std::string key; ///< lower case
    std::vector<std::string> values;
    int line = 0; ///< 1-based in the document
    bool is_list = false;
};

struct FrontMatter {
    std::vector<FrontEntry> entries;
    std::vector<Remark> remarks; ///< without path
    /// The first entry of that key; nullptr where there is none.
    const FrontEntry *find(std::string_view key) const;
};

inline constexpr std::size_t max_front_matter_size = 64 * 1024; ///< bytes

/// Takes the front matter off a document's lines: they become empty, none is removed.
FrontMatter take_front_matter(std::vector<std::string> &lines);

} // namespace ideary::source
