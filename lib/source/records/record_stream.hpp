// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "ideary/idea.hpp"
#include "ideary/split.hpp"
#include "source/data/reader.hpp"
#include "source/records/record.hpp"

namespace ideary::source {

/// Reads records one at a time: JSON Lines, or the objects of one JSON list. Memory is bounded by
/// the longest record (max_record_size).
class RecordStream {
  public:
    RecordStream(Reader reader, std::string name, SourceOverrides overrides);
    ~RecordStream();
    /// Returns the next record, or nothing at the end. A line that cannot be used adds a remark.
    std::optional<Record> next();
    std::vector<Remark> take_remarks();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace ideary::source
