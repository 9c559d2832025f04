// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The rule for people: whose names a member of a record gives.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/data/value.hpp"
#include "source/members/members.hpp"

namespace ideary::source {

class Joins;

/// The name of one person: the public or full name, a name, first and last, a login. Empty where
/// the object has none, or a role that is not a speaker's.
std::string person_name(const Value &person, MemberNames &names);

/// How the texts of a member that names people are read.
struct PeopleReading {
    const Joins *joins = nullptr; ///< names for keys
    bool keys_only = false;       ///< a text without a name in `joins` is a key
    bool split_lists = false;     ///< texts of a list may hold several names
};

/// The people of a member: a name, several names in one text, a list of names, of objects, of keys.
std::vector<std::string> people_of(const Value &member, MemberNames &names,
                                   const PeopleReading &reading);

/// Whether a text can only be a key of a person: a number, a UUID, `jane-doe`.
bool is_key(std::string_view text);

} // namespace ideary::source
