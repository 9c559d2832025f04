// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>

#include "report/report.hpp"

namespace ideary::bench {

/// Lets raw Xapian write the terms, positions and stored texts of an index again and compact them,
/// in the folder work, which is removed after. Only its own work is timed: the documents of a batch
/// are read before. generation: the folder in use, beside which the writer keeps its database.
RawWriting write_raw(const std::string &index, const std::string &generation,
                     const std::string &work);

} // namespace ideary::bench
