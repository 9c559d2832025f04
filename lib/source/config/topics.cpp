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

void add_alias(const Value &alias, std::string_view path, TopicRow &row) {
    if (!alias.is_scalar() && alias.kind != Value::Kind::boolean) {
        fail(path, alias.line, "an alias is a word or a phrase");
    }
    if (std::string text = collapse_whitespace(alias.text); !text.empty()) {
        row.aliases.push_back(std::move(text));
    }
}

TopicRow read_row(const Value &entry, std::string_view path) {
    TopicRow row;
    if (entry.is_scalar()) {
        row.name = collapse_whitespace(entry.text);
        return row;
    }
    const Value *name = entry.find("topic");
    if (entry.kind != Value::Kind::map || name == nullptr || !name->is_scalar()) {
        fail(path, entry.line, "an entry has no topic");
    }
    row.name = collapse_whitespace(name->text);
    for (const Value &member : entry.items) {
        if (member.key == "parent" && member.is_scalar()) {
            row.parent = collapse_whitespace(member.text);
        } else if (member.key == "aliases" && member.kind == Value::Kind::list) {
            for (const Value &alias : member.items) {
                add_alias(alias, path, row);
            }
        } else if (member.key == "aliases" && member.is_scalar()) {
            add_alias(member, path, row);
        } else if (member.key != "topic" && member.kind != Value::Kind::null) {
            fail(path, member.line,
                 "the member " + collapse_whitespace(member.key) + " is not understood");
        }
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
        if (rows.back().name.empty()) {
            fail(path, entry.line, "a topic has no name");
        }
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
