// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Whether files are still the very ones that a writer made durable: cheap, without reading them.
#pragma once

#include <cstdint>
#include <string>

namespace ideary::index {

/// One number for name, inode, size and time of the last change of every file in a folder. Whatever
/// writes to a file, cuts, replaces or copies it gives another one, and so does a change of its
/// owner or mode; a disk that loses bits by itself does not. Never 0. Throws io.
std::uint64_t stat_fingerprint(const std::string &folder);

} // namespace ideary::index
