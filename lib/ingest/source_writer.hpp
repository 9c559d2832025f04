// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ideary/writer.hpp"
#include "index/writer/index_writer.hpp"
#include "ingest/progress_reporter.hpp"
#include "ingest/source_entry.hpp"
#include "ingest/source_reader.hpp"

namespace ideary::ingesting {

/// Writes sources into an index, or only counts when there is none (dry run).
class SourceWriter {
  public:
    SourceWriter(index::IndexWriter *staging, std::map<std::string, SourceEntry> &known,
                 SourceReader &reader, IngestReport &report);
    /// Takes a source out.
    void drop(const std::string &key);
    void write(std::vector<PendingSource> &pending, ProgressReporter &progress);
    bool changed() const { return changed_; }

  private:
    void remove_old(const PendingSource &pending);
    void write_one(PendingSource &pending, ProgressReporter &progress);
    void remark_duplicate(const Idea &idea);
    void forget_rules();

    index::IndexWriter *staging_;
    std::map<std::string, SourceEntry> &known_;
    SourceReader &reader_;
    IngestReport &report_;
    bool changed_ = false, forgot_ = false;
};

} // namespace ideary::ingesting
