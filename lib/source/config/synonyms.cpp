// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/config/synonyms.hpp"

#include "ideary/error.hpp"
#include "source/data/value.hpp"
#include "source/metadata/values.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t max_table_size = 1024 * 1024; ///< bytes
constexpr std::size_t rows_limit = 20000;

std::vector<std::string> words_of(const Value &value, std::string_view path) {
    const std::vector<Value> one{value};
    std::vector<std::string> words;
    for (const Value &item : value.kind == Value::Kind::list ? value.items : one) {
        if (!item.is_scalar() && item.kind != Value::Kind::boolean) {
            refuse_synonyms(path, item.line > 0 ? item.line : value.line,
                            "a synonym is a word or a phrase");
        }
        words.push_back(collapse_whitespace(item.text));
    }
    return words;
}

std::string language_of(const Value &value, std::string_view path) {
    std::string code = text::language_code(collapse_whitespace(value.text));
    if (!value.is_scalar() || code.empty()) {
        refuse_synonyms(path, value.line, "a language is a code like de");
    }
    return code;
}

SynonymRow read_map(const Value &entry, std::string_view path) {
    SynonymRow row;
    bool words = false, from = false;
    for (const Value &member : entry.items) {
        if (member.key == "language") {
            row.language = language_of(member, path);
        } else if (member.key == "words" || member.key == "from") {
            (member.key == "words" ? words : from) = true;
            row.from = words_of(member, path);
        } else if (member.key == "to") {
            row.to = words_of(member, path);
        } else {
            refuse_synonyms(path, member.line,
                            "the member " + collapse_whitespace(member.key) + " is not understood");
        }
    }
    if (words == from) {
        refuse_synonyms(path, entry.line, "a group has either words, or from and to");
    }
    if (from == row.to.empty()) {
        refuse_synonyms(path, entry.line, "from and to stand together, and not beside words");
    }
    return row;
}

SynonymRow read_row(const Value &entry, std::string_view path) {
    SynonymRow row;
    if (entry.kind == Value::Kind::map) {
        row = read_map(entry, path);
    } else if (entry.kind == Value::Kind::list) {
        row.from = words_of(entry, path);
    } else {
        refuse_synonyms(path, entry.line, "a group is a list of words");
    }
    if (row.from.empty() || (row.to.empty() && row.from.size() < 2)) {
        refuse_synonyms(path, entry.line, "a group has fewer than two members");
    }
    row.line = entry.line;
    return row;
}

} // namespace

void refuse_synonyms(std::string_view path, int line, const std::string &problem) {
    std::string place(path);
    if (line > 0) {
        place += ":" + std::to_string(line);
    }
    throw Error(ErrorKind::incompatible, "cannot use the synonym table " + place + ": " + problem,
                "Write it as a YAML list of groups like: - [k8s, Kubernetes]");
}

std::vector<SynonymRow> read_synonyms(std::string_view yaml, std::string_view path) {
    if (yaml.size() > max_table_size) {
        refuse_synonyms(path, 0, "it is larger than 1 MiB");
    }
    const Parsed parsed = parse_yaml(text::decode(yaml).utf8);
    if (!parsed.problem.empty()) {
        refuse_synonyms(path, parsed.line, parsed.problem);
    }
    if (parsed.aliases) {
        refuse_synonyms(path, 0, "references between its parts are not followed");
    }
    if (parsed.value.kind != Value::Kind::list && parsed.value.kind != Value::Kind::null) {
        refuse_synonyms(path, parsed.value.line, "it is no list");
    }
    if (parsed.value.items.size() > rows_limit) {
        refuse_synonyms(path, 0, "it has more than 20000 groups");
    }
    std::vector<SynonymRow> rows;
    for (const Value &entry : parsed.value.items) {
        rows.push_back(read_row(entry, path));
    }
    return rows;
}

} // namespace ideary::source
