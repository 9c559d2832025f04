// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The table of member names: what a member of a record means. A member that no row names is never
// read, so that private answers, addresses and notes stay where they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/data/value.hpp"

namespace ideary::source {

enum class Meaning : std::uint8_t {
    title,
    weak_title, ///< a title where the record shows by other members that it is a talk
    subtitle,
    text,
    authors,
    co_authors,  ///< people beside those of `authors`
    author_keys, ///< keys of people: read only where the file names these people
    first_name,
    last_name,
    person_name,
    role, ///< of a person: speaker, contributor …
    topics,
    language,
    url,
    date,
    year,
    created, ///< a date that is not the talk's: submitted, published
    event,
    id,
    state,           ///< accepted, rejected …
    kind,            ///< talk, workshop, break …
    service,         ///< true: a break, a meal, a service session
    container,       ///< holds records
    envelope,        ///< holds the members of the record that holds it
    topic_container, ///< names the topics to which records refer by key
    conference,      ///< describes the event
};

/// What a member name means, and its place among the names of that meaning (0: preferred).
struct MemberName {
    Meaning meaning{};
    int rank = 0;
};

/// One member of a record that has a meaning and some content.
struct Member {
    Meaning meaning{};
    int rank = 0;
    const Value *value = nullptr;
};

/// Member names of one format. Where a format has rows of a meaning, they replace the rows of all
/// formats. A name may have several meanings: the kind of its value decides.
class MemberNames {
  public:
    explicit MemberNames(std::string_view format = {});
    /// The meanings of a name, whatever its case and punctuation; none where no row has it.
    const std::vector<MemberName> &find(std::string_view name);
    /// The members of a map that have a meaning and content, by meaning and rank.
    std::vector<Member> members(const Value &map);
    bool is(std::string_view name, Meaning meaning);

  private:
    std::unordered_map<std::string, std::vector<MemberName>> rows_;          ///< by normalized name
    std::unordered_map<std::string, const std::vector<MemberName> *> known_; ///< by name as written
};

/// A name as it is compared: folded, letters and digits only (`#` alone stays).
std::string normalized_name(std::string_view name);

/// The first member of that meaning; nullptr where there is none.
const Value *find_member(const std::vector<Member> &members, Meaning meaning);
/// All members of that meaning, the preferred first.
std::vector<const Value *> find_members(const std::vector<Member> &members, Meaning meaning);

} // namespace ideary::source
