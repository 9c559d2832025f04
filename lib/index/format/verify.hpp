// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Whether files are what MANIFEST says of them.
#pragma once

#include <string>

#include "ideary/index.hpp"
#include "index/format/manifest.hpp"

namespace ideary::index {

/// Throws io when the file in that folder is missing, of another size or, with read_all, of another
/// CRC; the message begins with its path.
void verify_file(const std::string &folder, const ManifestFile &file, bool read_all);
/// The same of all files of a generation; which of them are read whole, `verify` says.
void verify_files(const std::string &folder, const Manifest &manifest, Verify verify);

} // namespace ideary::index
