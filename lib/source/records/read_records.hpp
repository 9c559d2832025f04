// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "source/data/csv.hpp"
#include "source/data/value.hpp"
#include "source/records/record.hpp"

namespace ideary::source {

/// The records of one file.
struct RecordSet {
    std::vector<Record> records;
    std::string event;        ///< title of the event that the file is about
    std::size_t left_out = 0; ///< breaks, meals, service sessions, repetitions
    bool is_cut = false;      ///< it holds more than max_records
    std::string seen;         ///< names of members at the top, for a remark
};

/// Records of a tree. format: the rows of the member table that apply ("icalendar", "table" …).
RecordSet read_records(const Value &root, std::string_view format);

/// Rows of a table as a list of maps by the cells of its header, the first row that names a title
/// and something else. Empty where there is none.
Value table_records(const std::vector<TableRow> &rows);

} // namespace ideary::source
