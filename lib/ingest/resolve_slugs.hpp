// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ingest/source_entry.hpp"
#include "ingest/source_reader.hpp"

namespace ideary::ingesting {

/// Assigns a slug to each pending source. Sources of the index that must take another slug are
/// added to pending. dropped: keys that are about to be removed.
void resolve_slugs(std::vector<PendingSource> &pending,
                   const std::map<std::string, SourceEntry> &known,
                   const std::vector<std::string> &dropped, SourceReader &reader);

} // namespace ideary::ingesting
