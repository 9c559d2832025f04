// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "source/data/value.hpp"
#include "source/members/members.hpp"

namespace ideary::source {

/// Names that a file gives to the keys by which its records refer to people and topics.
class Joins {
  public:
    Joins() = default;
    Joins(const Value &root, MemberNames &names);
    /// The person or topic of a key; empty where the file names none.
    std::string_view person(std::string_view key) const;
    std::string_view topic(std::string_view key) const;
    bool has_people() const { return !people_.empty(); }

  private:
    using Table = std::unordered_map<std::string, std::string>;
    void collect(const Value &value, MemberNames &names, int depth);
    void add_all(const Value &container, MemberNames &names, bool people);
    void add(const Value &item, std::string_view key, MemberNames &names, bool people);

    Table people_, topics_;
};

} // namespace ideary::source
