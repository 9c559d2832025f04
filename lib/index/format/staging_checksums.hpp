// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <optional>
#include <string>

namespace ideary::index {

/// Writes SEAL: size and CRC32C of each file of an idle staging folder. Called after a commit.
/// Before its first write a run renames SEAL to UNSEALED; then nothing is known of the files, which
/// is no damage. One of the two files always exists.
void write_checksums(const std::string &folder);
void invalidate_checksums(const std::string &folder);
/// Returns the first file that differs from SEAL, or SEAL itself if it is missing; nothing if all
/// files match or the folder is unsealed.
std::optional<std::string> first_checksum_mismatch(const std::string &folder);
/// Truncates what an uncommitted run appended: Xapian writes only into unused blocks, most of them
/// past the committed end of its files. Does nothing after a commit or if that is unknown. Throws
/// cannot_write.
void truncate_uncommitted(const std::string &folder);

} // namespace ideary::index
