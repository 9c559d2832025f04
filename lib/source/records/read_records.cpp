// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/read_records.hpp"

#include <algorithm>
#include <unordered_map>

#include "ideary/text.hpp"
#include "source/members/joins.hpp"
#include "source/members/plain_text.hpp"
#include "source/members/record_values.hpp"
#include "source/metadata/values.hpp"
#include "source/records/own_export.hpp"
#include "source/records/programme.hpp"
#include "source/records/record_finder.hpp"
#include "source/records/record_mapper.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_seen = 200; ///< bytes of names in a remark

std::string member_list(const Value &root) {
    const Value *map = &root;
    while (map->kind == Value::Kind::list && !map->items.empty()) {
        map = &map->items.front();
    }
    std::string list;
    for (const Value &item : map->items) {
        if (list.size() < max_seen && !item.key.empty()) {
            list += (list.empty() ? "" : ", ") + collapse_whitespace(item.key);
        }
    }
    return list;
}

/// One record for each id and title: a talk is given again at another hour, a session stands in a
/// list of rooms and in one of hours.
std::size_t remove_repetitions(std::vector<Record> &records) {
    std::unordered_map<std::string, std::size_t> known;
    std::vector<Record> once;
    for (Record &record : records) {
        const std::string key = record.id + "\n" + record.title;
        const auto [at, is_new] = known.try_emplace(key, once.size());
        if (record.id.empty() || is_new) {
            once.push_back(std::move(record));
            continue;
        }
        Record &first = once[at->second];
        const bool by_speaker =
            first.text.empty() && record.text.empty(); // lists of talks by person
        for (std::string &author : record.authors) {
            if (by_speaker && std::find(first.authors.begin(), first.authors.end(), author) ==
                                  first.authors.end()) {
                first.authors.push_back(std::move(author));
            }
        }
        first.year = first.year ? first.year : record.year;
        first.text = first.text.empty() ? std::move(record.text) : std::move(first.text);
    }
    const std::size_t repeated = records.size() - once.size();
    records = std::move(once);
    return repeated;
}

/// Whether nearly all texts by which the records name people are keys: no file calls all its
/// speakers by one word in small letters.
bool names_are_keys(const std::vector<FoundRecord> &found, MemberNames &names, const Joins &joins) {
    std::size_t keys = 0, all = 0;
    for (const FoundRecord &one : found) {
        for (const Member &member : names.members(*one.map)) {
            if (member.meaning != Meaning::authors || member.value->kind != Value::Kind::list) {
                continue;
            }
            for (const Value &item : member.value->items) {
                const bool text = item.kind == Value::Kind::text && joins.person(item.text).empty();
                const bool key =
                    item.text.find_first_of(" ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string::npos &&
                    std::all_of(item.text.begin(), item.text.end(),
                                [](char c) { return static_cast<unsigned char>(c) < 0x80; });
                all += text ? 1 : 0;
                keys += text && key ? 1 : 0;
            }
        }
    }
    return all >= 3 && keys * 10 >= all * 9;
}

} // namespace

RecordSet read_records(const Value &root, std::string_view format) {
    RecordSet set;
    set.seen = member_list(root);
    MemberNames names(format);
    const Programme programme = recognise_programme(root, format);
    const Joins joins(root, names);
    std::vector<FoundRecord> found = find_records(root, names, set.left_out);
    set.is_cut = found.size() >= max_records;
    RecordMapper mapper(names, &joins);
    mapper.set_keys_only(names_are_keys(found, names, joins));
    for (const FoundRecord &one : found) {
        if (is_own_export(*one.map)) {
            Record record;
            record.exported = read_own_export(*one.map);
            record.id = record.exported->id;
            set.records.push_back(std::move(record));
            continue;
        }
        Record record = mapper.map(*one.map, one.context);
        adapt(record, *one.map, programme);
        if (set.event.empty() && one.context.event != nullptr) {
            set.event = line_of(*one.context.event);
        }
        if (display_width(record.title) > 0 && !is_left_out(record, *one.map, programme)) {
            set.records.push_back(std::move(record));
        } else {
            ++set.left_out;
        }
    }
    set.left_out += remove_repetitions(set.records);
    set.left_out += apply_majorities(set.records, programme);
    return set;
}

} // namespace ideary::source
