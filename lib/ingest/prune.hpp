// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which sources `prune` drops, and which it must not.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "ideary/writer.hpp"
#include "ingest/source_entry.hpp"
#include "ingest/source_reader.hpp"
#include "ingest/walk.hpp"

namespace ideary::ingesting {

class Prune {
  public:
    /// All arguments outlive this object.
    Prune(const std::map<std::string, SourceEntry> &known, Walked &walked,
          const IngestOptions &options, IngestReport &report)
        : known_(known), walked_(walked), options_(options), report_(report) {}

    /// A given folder that is missing, or without any file, counts as unreachable: its disk may not
    /// be mounted. A missing file that was a source itself is gone.
    void spare_unreachable_folders();
    /// Keys of sources below the given paths whose file is gone; none without the option. Throws
    /// usage when it is more than half of the index, unless forced.
    std::vector<std::string> vanished(const std::vector<PendingSource> &pending) const;

  private:
    std::ptrdiff_t sources_of(const std::string &path, bool itself) const;
    void spare(const std::string &folder, const std::string &why);
    bool is_vanished(const SourceEntry &entry) const;

    const std::map<std::string, SourceEntry> &known_;
    Walked &walked_;
    const IngestOptions &options_;
    IngestReport &report_;
};

} // namespace ideary::ingesting
