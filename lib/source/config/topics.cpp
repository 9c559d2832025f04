// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/config/topics.hpp"

#include <unordered_set>

#include "ideary/error.hpp"
#include "source/data/value.hpp"
#include "source/metadata/values.hpp"
#include "text/decode.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_table_size = 4 * 1024 * 1024; ///< bytes

[[noreturn]] void fail(std::string_view path, int line, const std::string &problem) {
    std::string place(path);
    if (line > 0) {
        place += ":" + std::to_string(line);
    }
    throw Error(ErrorKind::incompatible, "cannot use the topic table " + place + ": " + problem,
                "Write it as a YAML list of: topic, aliases, and parent where there is one");
}

void add_alias(const Value &alias, std::string_view path, std::vector<std::string> &aliases) {
    if (!alias.is_scalar() && alias.kind != Value::Kind::boolean) {
        fail(path, alias.line, "an alias is a word or a phrase");
    }
    if (std::string text = collapse_whitespace(alias.text); !text.empty()) {
        aliases.push_back(std::move(text));
    }
}

/// The list that a member fills; null when it fills none.
std::vector<std::string> *aliases_of(std::string_view member, TopicRow &row) {
    return member == "aliases" || member == "ignored" ? &row.aliases
           : member == "hints"                        ? &row.hints
           : member == "names"                        ? &row.names
                                                      : nullptr;
}

void read_member(const Value &member, std::string_view path, TopicRow &row) {
    if (member.key == "topic" || member.kind == Value::Kind::null) {
        return;
    }
    if (member.key == "parent" && member.is_scalar()) {
        row.parent = collapse_whitespace(member.text);
        return;
    }
    if (member.key == "platform" && member.kind == Value::Kind::boolean) {
        row.platform = member.text == "true";
        return;
    }
    std::vector<std::string> *aliases = aliases_of(member.key, row);
    if (aliases == nullptr || (member.kind != Value::Kind::list && !member.is_scalar())) {
        fail(path, member.line,
             "the member " + collapse_whitespace(member.key) + " is not understood");
    }
    if (member.is_scalar()) {
        add_alias(member, path, *aliases);
    }
    for (const Value &alias : member.items) {
        add_alias(alias, path, *aliases);
    }
}

TopicRow read_row(const Value &entry, std::string_view path) {
    TopicRow row;
    if (entry.is_scalar()) {
        row.name = collapse_whitespace(entry.text);
        return row;
    }
    const Value *name = entry.find("topic");
    const bool ignored = name == nullptr && entry.find("ignored") != nullptr;
    if (entry.kind != Value::Kind::map || (!ignored && (name == nullptr || !name->is_scalar()))) {
        fail(path, entry.line, "an entry has no topic");
    }
    row.name = ignored ? std::string() : collapse_whitespace(name->text);
    if (row.name.empty() && !ignored) {
        fail(path, entry.line, "a topic has no name");
    }
    for (const Value &member : entry.items) {
        read_member(member, path, row);
    }
    return row;
}

} // namespace

std::vector<TopicRow> read_topics(std::string_view yaml, std::string_view path) {
    if (yaml.size() > max_table_size) {
        fail(path, 0, "it is larger than 4 MiB");
    }
    const Parsed parsed = parse_yaml(text::decode(yaml).utf8);
    if (!parsed.problem.empty()) {
        fail(path, parsed.line, parsed.problem);
    }
    if (parsed.aliases) {
        fail(path, 0, "references between its parts are not followed");
    }
    if (parsed.value.kind != Value::Kind::list && parsed.value.kind != Value::Kind::null) {
        fail(path, parsed.value.line, "it is no list");
    }
    std::vector<TopicRow> rows;
    for (const Value &entry : parsed.value.items) {
        rows.push_back(read_row(entry, path));
    }
    std::unordered_set<std::string_view> names;
    for (const TopicRow &row : rows) {
        names.insert(row.name);
    }
    for (const TopicRow &row : rows) {
        if (!row.parent.empty() && names.count(row.parent) == 0) {
            fail(path, 0, "the parent " + row.parent + " of " + row.name + " is no topic");
        }
    }
    return rows;
}

} // namespace ideary::source
