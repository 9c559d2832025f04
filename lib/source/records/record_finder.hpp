// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Where the records of a file are: its tree is descended through the containers that the table of
// member names knows, lists, and maps by key.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "source/data/value.hpp"
#include "source/members/members.hpp"

namespace ideary::source {

/// What the values above a record say of it.
struct RecordContext {
    const Value *date = nullptr;       ///< of the slot or day
    const Value *conference = nullptr; ///< date or year of the event
    const Value *event = nullptr;      ///< title of the event
    const Value *id = nullptr;         ///< of the object whose envelope the record is
    const Value *person = nullptr;     ///< whose list of talks it is in
    std::string_view key;              ///< under which it is
    std::string_view date_key;         ///< a key above it that is a date
    bool proposals = false;            ///< a container above it says that they are proposals
};

inline constexpr std::size_t max_records = 40000; ///< of one file: each can be an idea

struct FoundRecord {
    const Value *map = nullptr;
    RecordContext context;
};

/// The records of a tree in order. left_out counts breaks and the like.
std::vector<FoundRecord> find_records(const Value &root, MemberNames &names, std::size_t &left_out);

} // namespace ideary::source
