// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// One object becomes a record by the table of member names.
#pragma once

#include <string>
#include <vector>

#include "source/data/value.hpp"
#include "source/members/joins.hpp"
#include "source/members/members.hpp"
#include "source/members/people.hpp"
#include "source/records/record.hpp"
#include "source/records/record_finder.hpp"

namespace ideary::source {

class RecordMapper {
  public:
    explicit RecordMapper(MemberNames &names, const Joins *joins = nullptr) : names_(names) {
        reading_.joins = joins;
    }
    /// Texts without a space where people are named are keys into another file.
    void set_keys_only(bool keys_only) { reading_.keys_only = keys_only; }

    Record map(const Value &object, const RecordContext &context = {});

  private:
    std::vector<std::string> authors_of(const std::vector<Member> &members);

    MemberNames &names_;
    PeopleReading reading_;
};

} // namespace ideary::source
