// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/records/record_mapper.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "source/members/plain_text.hpp"
#include "source/members/record_values.hpp"
#include "source/members/topic_names.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::array proposal_states =
    std::to_array<std::string_view>({"submitted",    "pending",
                                     "rejected",     "reject",
                                     "withdrawn",    "canceled",
                                     "cancelled",    "declined",
                                     "waitlisted",   "waitlist",
                                     "draft",        "undecided",
                                     "nominated",    "in_review",
                                     "open",         "not accepted",
                                     "accept queue", "decline queue",
                                     "false",        "abgelehnt",
                                     "refuse",       "no"});
constexpr std::array talk_states = std::to_array<std::string_view>(
    {"accepted", "accept", "confirmed", "published", "scheduled", "true", "yes", "angenommen"});

constexpr std::array talk_kinds = std::to_array<std::string_view>(
    {"session", "talk", "talks", "workshop", "lecture", "keynote", "tutorial", "lightning talk",
     "presentation", "panel", "vortrag", "conference", "charla"});

/// A text without whitespace, for comparison.
std::string squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n') {
            out += c;
        }
    }
    return out;
}

/// All texts of a record as one body, each once: the abstract often repeats the description.
std::string body_of(const std::vector<Member> &members, const std::string &title) {
    std::vector<std::string> parts, keys = {squeezed(title)};
    const auto add = [&](const Value &value) {
        std::string part = plain_body(raw_text(value));
        const std::string key = squeezed(part);
        const bool known =
            key.empty() || std::any_of(keys.begin(), keys.end(), [&](const std::string &old) {
                return old.find(key) != std::string::npos;
            });
        if (known) {
            return;
        }
        if (keys.size() > 1 && key.find(keys.back()) != std::string::npos) {
            keys.back() = key;
            parts.back() = std::move(part);
            return;
        }
        keys.push_back(key);
        parts.push_back(std::move(part));
    };
    for (const Meaning meaning : {Meaning::subtitle, Meaning::text}) {
        for (const Value *value : find_members(members, meaning)) {
            if (parts.size() < 4 && value->kind != Value::Kind::list) {
                add(*value);
            }
        }
    }
    std::string body;
    for (const std::string &part : parts) {
        body += (body.empty() ? "" : "\n\n") + part;
    }
    return body;
}

std::optional<int> year_in_context(const RecordContext &context) {
    if (context.date != nullptr) {
        if (const auto year = year_of(*context.date)) {
            return year;
        }
    }
    if (!context.date_key.empty()) {
        return year_of_text(context.date_key);
    }
    return context.conference == nullptr ? std::nullopt : year_of(*context.conference);
}

/// The record's own date, else that of its day, else that of the event, else when it was created.
std::optional<int> record_year(const std::vector<Member> &members, const RecordContext &context) {
    for (const Meaning meaning : {Meaning::year, Meaning::date}) {
        for (const Value *value : find_members(members, meaning)) {
            if (const auto year = year_of(*value)) {
                return year;
            }
        }
    }
    if (const auto year = year_in_context(context)) {
        return year;
    }
    for (const Value *value : find_members(members, Meaning::created)) {
        if (const auto year = year_of(*value)) {
            return year;
        }
    }
    return std::nullopt;
}

std::optional<Kind> kind_of(const std::vector<Member> &members, const RecordContext &context) {
    for (const Value *value : find_members(members, Meaning::kind)) {
        if (value->key == "kind") {
            if (const auto kind = kind_from_name(text::fold_value(raw_text(*value)))) {
                return kind;
            }
        }
    }
    std::optional<Kind> kind;
    for (const Value *value : find_members(members, Meaning::kind)) {
        const std::string name = text::fold_value(raw_text(*value));
        kind = std::find(talk_kinds.begin(), talk_kinds.end(), name) != talk_kinds.end()
                   ? Kind::talk
                   : kind;
    }
    for (const Value *value : find_members(members, Meaning::state)) {
        const std::string key = normalized_name(value->key);
        const std::string state = text::fold_value(
            value->kind == Value::Kind::boolean ? std::string_view(value->text) : raw_text(*value));
        const bool denies = key.find("cancel") != std::string::npos ||
                            key.find("withdrawn") != std::string::npos ||
                            key.find("rejected") != std::string::npos;
        if (denies) {
            if (is_true(*value)) {
                return Kind::proposal;
            }
            continue;
        }
        if (std::find(proposal_states.begin(), proposal_states.end(), state) !=
                proposal_states.end() ||
            key == "decision") {
            return Kind::proposal;
        }
        if (std::find(talk_states.begin(), talk_states.end(), state) != talk_states.end()) {
            return context.proposals ? Kind::proposal : Kind::talk;
        }
    }
    return context.proposals ? std::optional(Kind::proposal) : kind;
}

std::string url_of(const std::vector<Member> &members, const Value &object) {
    std::vector<const Value *> values = find_members(members, Meaning::url);
    // pyvideo: the recording stands for the talk.
    if (const Value *videos = object.find("videos"); videos != nullptr && !videos->items.empty()) {
        const Value *url = videos->items.front().find("url");
        values.insert(values.end(), url == nullptr ? 0 : 1, url);
    }
    for (const Value *value : values) {
        const Value *href = value->kind == Value::Kind::map ? value->find("href") : nullptr;
        const std::string url =
            web_address(href != nullptr ? std::string_view(href->text) : raw_text(*value));
        if (!url.empty()) {
            return url;
        }
    }
    return {};
}

std::string id_of(const std::vector<Member> &members, const RecordContext &context) {
    for (const Value *value : find_members(members, Meaning::id)) {
        // `94@example.org` of a calendar: no address is kept, whoever it belongs to.
        const std::string_view text = raw_text(*value);
        if (std::string id = plain_line(text.substr(0, text.find('@'))); !id.empty()) {
            return id;
        }
    }
    return context.id != nullptr ? line_of(*context.id) : collapse_whitespace(context.key);
}

std::string first_line(const std::vector<Member> &members, Meaning meaning) {
    for (const Value *value : find_members(members, meaning)) {
        if (std::string line = line_of(*value); !line.empty()) {
            return line;
        }
    }
    return {};
}

} // namespace

std::vector<std::string> RecordMapper::authors_of(const std::vector<Member> &members) {
    std::vector<std::string> all;
    const auto add = [&](const Value &value, const PeopleReading &reading) {
        for (std::string &name : people_of(value, names_, reading)) {
            if (std::find(all.begin(), all.end(), name) == all.end()) {
                all.push_back(std::move(name));
            }
        }
    };
    int rank = -1;
    for (const Member &member : members) {
        const bool same = rank == -1 || member.rank == rank;
        if (member.meaning == Meaning::authors && (same || all.empty())) {
            rank = member.rank;
            add(*member.value, reading_);
        }
    }
    // A table may name the one who presents, and all authors: the larger list holds the smaller.
    for (const Value *value : find_members(members, Meaning::authors)) {
        const std::vector<std::string> more = people_of(*value, names_, reading_);
        const bool holds_all = std::all_of(all.begin(), all.end(), [&](const std::string &name) {
            return std::find(more.begin(), more.end(), name) != more.end();
        });
        if (!all.empty() && more.size() > all.size() && holds_all) {
            all = more;
        }
    }
    if (all.empty()) {
        PeopleReading keys = reading_;
        keys.keys_only = true;
        for (const Value *value : find_members(members, Meaning::author_keys)) {
            add(*value, keys);
        }
    }
    for (const Value *value : find_members(members, Meaning::co_authors)) {
        add(*value, reading_);
    }
    if (all.empty()) {
        const std::string last = first_line(members, Meaning::last_name);
        std::string name = first_line(members, Meaning::first_name);
        name += (name.empty() || last.empty() ? "" : " ") + last;
        all.insert(all.end(), name.empty() ? 0 : 1, name);
    }
    return all;
}

Record RecordMapper::map(const Value &object, const RecordContext &context) {
    const std::vector<Member> members = names_.members(object);
    Record record;
    record.line = object.line;
    record.title = first_line(members, Meaning::title);
    if (record.title.empty()) {
        record.title = first_line(members, Meaning::weak_title);
    }
    record.text = body_of(members, record.title);
    record.id = id_of(members, context);
    record.event = first_line(members, Meaning::event);
    if (record.event.empty() && context.event != nullptr) {
        record.event = line_of(*context.event);
    }
    for (const Value *value : find_members(members, Meaning::language)) {
        record.language = record.language.empty() ? language_of(raw_text(*value)) : record.language;
    }
    record.url = url_of(members, object);
    record.authors = authors_of(members);
    if (context.person != nullptr && record.authors.empty()) {
        const std::string name = person_name(*context.person, names_);
        record.authors.assign(name.empty() ? 0 : 1, name);
        record.speakers = !name.empty();
    }
    for (const Meaning meaning : {Meaning::authors, Meaning::author_keys, Meaning::first_name}) {
        const Value *value = find_member(members, meaning);
        record.speakers |= value != nullptr && !normalized_name(value->key).starts_with("author");
    }
    record.topics = topics_of(members, reading_.joins);
    record.year = record_year(members, context);
    record.kind = kind_of(members, context);
    return record;
}

} // namespace ideary::source
