// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "report/report.hpp"

namespace ideary::bench {

/// Writes the terms, positions and stored texts of an index with raw Xapian into the folder work,
/// compacts them and removes the folder. Reading the documents is not timed. generation: the folder
/// of the generation in use.
RawWriting write_raw(const std::string &index, const std::string &generation,
                     const std::string &work);

} // namespace ideary::bench
