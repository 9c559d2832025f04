// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Formats by their shape, and what each says in a way of its own: which entries are no talks, where
// the speakers are.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "source/data/value.hpp"
#include "source/records/record.hpp"

namespace ideary::source {

/// One row of the table of formats of conference tools.
struct Programme {
    std::string_view name;
    bool needs_speakers = false; ///< an entry without people is a break, whatever it is called
    bool is_programme = false;   ///< its entries are talks
    bool are_proposals = false;
    std::optional<int> year; ///< of its days, where the entries have no dates
};

Programme recognise_programme(const Value &root, std::string_view format);
/// Takes from a record what its format puts elsewhere: speakers in the title or in the text.
void adapt(Record &record, const Value &object, const Programme &programme);
/// Whether an entry is no talk by the marks of its format.
bool is_left_out(const Record &record, const Value &object, const Programme &programme);
/// What only all records together show: the organizer named in each, breaks without people, talks
/// without a speaker among talks. Returns how many records were removed.
std::size_t apply_majorities(std::vector<Record> &records, const Programme &programme);

} // namespace ideary::source
