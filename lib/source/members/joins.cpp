// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/joins.hpp"

#include <array>

#include "source/members/people.hpp"
#include "source/members/record_values.hpp"

namespace ideary::source {
namespace {

constexpr int max_depth = 6;              ///< levels of containers in which tables are searched
constexpr std::size_t max_names = 100000; ///< of one file

/// Members by which records refer to an object.
constexpr std::array key_members =
    std::to_array<std::string_view>({"id", "code", "slug", "key", "guid", "uuid", "uid", "_id",
                                     "speakerId", "speaker_id", "handle"});

std::string_view find_in(const std::unordered_map<std::string, std::string> &table,
                         std::string_view key) {
    const auto found = table.find(std::string(key));
    return found == table.end() ? std::string_view() : std::string_view(found->second);
}

bool is_collection(const Value &value) {
    return value.kind == Value::Kind::list || value.kind == Value::Kind::map;
}

} // namespace

Joins::Joins(const Value &root, MemberNames &names) {
    collect(root, names, 0);
}

std::string_view Joins::person(std::string_view key) const {
    return find_in(people_, key);
}

std::string_view Joins::topic(std::string_view key) const {
    return find_in(topics_, key);
}

void Joins::collect(const Value &value, MemberNames &names, int depth) {
    if (depth > max_depth) {
        return;
    }
    for (const Value &item : value.items) {
        if (!is_collection(item)) {
            continue;
        }
        if (names.is(item.key, Meaning::authors)) {
            add_all(item, names, true);
        } else if (names.is(item.key, Meaning::topic_container)) {
            add_all(item, names, false);
        }
        collect(item, names, depth + 1);
    }
}

/// Adds each object of a list, of the lists in a list, or of a map by its keys.
void Joins::add_all(const Value &container, MemberNames &names, bool people) {
    for (const Value &item : container.items) {
        if (item.kind == Value::Kind::map) {
            add(item, item.key, names, people);
        }
    }
}

void Joins::add(const Value &item, std::string_view key, MemberNames &names, bool people) {
    Table &table = people ? people_ : topics_;
    if (table.size() >= max_names) {
        return;
    }
    const Value *attributes = item.find("attributes");
    const Value &object = attributes != nullptr ? *attributes : item;
    const std::string name = people ? person_name(object, names) : line_of(object);
    if (name.empty()) {
        return;
    }
    if (!key.empty()) {
        table.try_emplace(std::string(key), name);
    }
    for (const std::string_view member : key_members) {
        if (const Value *id = item.find(member); id != nullptr && id->is_scalar()) {
            table.try_emplace(id->text, name);
        }
    }
}

} // namespace ideary::source
