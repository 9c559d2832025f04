// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/members.hpp"

#include <algorithm>

#include "source/members/member_table.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_known_names = 20000; ///< spellings that are remembered
constexpr std::size_t max_name = 200;          ///< bytes; no longer one has a meaning

constexpr int added_rank = 1000; ///< of the first name of an added row

bool is_ascii_alnum(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool has_content(const Value &value) {
    return value.kind != Value::Kind::null && !(value.text.empty() && value.items.empty());
}

} // namespace

std::string normalized_name(std::string_view name) {
    std::string normalized;
    for (const char c : text::fold_value(name)) {
        if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
            normalized += c;
        }
    }
    return normalized.empty() && name.find('#') != std::string_view::npos ? "#" : normalized;
}

MemberNames::MemberNames(std::string_view format) {
    const std::span<const MemberRow> table = member_table();
    const auto is_replaced = [&](const MemberRow &row) {
        return row.format.empty() && !format.empty() &&
               std::any_of(table.begin(), table.end(), [&](const MemberRow &own) {
                   return own.format == format && own.meaning == row.meaning;
               });
    };
    for (const MemberRow &row : table) {
        const bool added = row.format.starts_with('+');
        const std::string_view of = added ? row.format.substr(1) : row.format;
        if ((!of.empty() && of != format) || is_replaced(row)) {
            continue;
        }
        int rank = added ? added_rank : 0;
        for (std::size_t at = 0; at < row.names.size();) {
            const std::size_t end = std::min(row.names.find(' ', at), row.names.size());
            const std::string name = normalized_name(row.names.substr(at, end - at));
            rows_[name].push_back({row.meaning, rank++});
            at = end + 1;
        }
    }
}

const std::vector<MemberName> &MemberNames::find(std::string_view name) {
    static const std::vector<MemberName> none;
    if (name.size() > max_name) {
        return none;
    }
    const std::string written(name);
    if (const auto known = known_.find(written); known != known_.end()) {
        return *known->second;
    }
    const std::string normalized = normalized_name(name);
    auto row = rows_.find(normalized);
    if (row == rows_.end()) { // `Speaker 2` is one more speaker
        const std::size_t end = normalized.find_last_not_of("0123456789");
        const bool numbered = end != std::string::npos && end + 1 < normalized.size();
        row = numbered ? rows_.find(normalized.substr(0, end + 1)) : row;
    }
    const std::vector<MemberName> *found = row == rows_.end() ? &none : &row->second;
    if (known_.size() < max_known_names) {
        known_.emplace(written, found);
    }
    return *found;
}

bool MemberNames::is(std::string_view name, Meaning meaning) {
    const std::vector<MemberName> &found = find(name);
    return std::any_of(found.begin(), found.end(),
                       [&](const MemberName &one) { return one.meaning == meaning; });
}

std::vector<Member> MemberNames::members(const Value &map) {
    std::vector<Member> members;
    for (const Value &item : map.items) {
        if (has_content(item)) {
            for (const MemberName &name : find(item.key)) {
                members.push_back({name.meaning, name.rank, &item});
            }
        }
    }
    std::stable_sort(members.begin(), members.end(), [](const Member &left, const Member &right) {
        return left.meaning != right.meaning ? left.meaning < right.meaning
                                             : left.rank < right.rank;
    });
    return members;
}

const Value *find_member(const std::vector<Member> &members, Meaning meaning) {
    for (const Member &member : members) {
        if (member.meaning == meaning) {
            return member.value;
        }
    }
    return nullptr;
}

std::vector<const Value *> find_members(const std::vector<Member> &members, Meaning meaning) {
    std::vector<const Value *> found;
    for (const Member &member : members) {
        if (member.meaning == meaning) {
            found.push_back(member.value);
        }
    }
    return found;
}

} // namespace ideary::source
