// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <optional>
#include <string>

namespace ideary::index {

/// The file SEAL holds size and CRC of each file of an idle staging folder. It is made after a
/// commit. Before the first write it is renamed to UNSEALED: then nothing can be said of the files
/// (a run may have been killed), which is no damage. One of the two is always there.
void write_checksums(const std::string &folder);
void invalidate_checksums(const std::string &folder);
/// The file that does not fit the seal, or the seal itself when it is gone; nothing when all fits
/// or the folder is unsealed.
std::optional<std::string> first_checksum_mismatch(const std::string &folder);
/// Gives back what a run wrote that did not come to its commit: the engine writes into blocks that
/// nothing committed uses, most of them behind the end that its files had then. After a commit, and
/// where that is not known, nothing is done. Throws cannot_write.
void truncate_uncommitted(const std::string &folder);

} // namespace ideary::index
