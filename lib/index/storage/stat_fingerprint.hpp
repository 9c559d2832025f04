// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Detects changed files without reading them.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

/// A hash of name, inode, size and change time of every file in a folder. Writing, truncating,
/// replacing or copying a file changes it, and so does changing owner or mode; silent corruption by
/// the disk does not. Never 0. Throws io.
std::uint64_t stat_fingerprint(const std::string &folder);

} // namespace ideary::index
