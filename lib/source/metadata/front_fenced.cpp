// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include "source/data/toml.hpp"
#include "source/data/value.hpp"
#include "source/metadata/front_lines.hpp"

namespace ideary::source::front {
namespace {

/// A stretch of lines [from, to) as one text, at most max_front_matter_size bytes; cut tells if less.
std::string join(const Lines &lines, std::size_t from, std::size_t to, bool &cut) {
    std::string text;
    cut = false;
    for (std::size_t i = from; i < to && !cut; ++i) {
        cut = text.size() + lines[i].size() + 1 > max_front_matter_size;
        if (!cut) {
            text += lines[i];
            text += '\n';
        }
    }
    return text;
}

void add_texts(const Value &value, std::vector<std::string> &out) {
    if (value.is_scalar()) {
        out.push_back(value.text);
    } else if (value.kind == Value::Kind::map) {
        for (const char *key : {"name", "title", "value", "url"}) {
            if (const Value *named = value.find(key); named != nullptr && named->is_scalar()) {
                out.push_back(named->text);
                return;
            }
        }
    } else {
        for (const Value &item : value.items) {
            add_texts(item, out);
        }
    }
}

void add_entries(const Value &map, int first_line, FrontMatter &front) {
    for (const Value &item : map.items) {
        FrontEntry entry;
        entry.key = lower(item.key);
        entry.line = item.line > 0 ? item.line + first_line - 1 : first_line;
        entry.is_list = item.kind == Value::Kind::list;
        add_texts(item, entry.values);
        if (!entry.values.empty()) {
            front.entries.push_back(std::move(entry));
        }
    }
}

void take_parsed(const Parsed &parsed, int first_line, FrontMatter &front) {
    if (!parsed.problem.empty()) {
        Remark remark;
        remark.text = "the front matter is not well formed (" + parsed.problem +
                      "); only its plain lines are read";
        remark.line = first_line + std::max(parsed.line - 1, 0);
        front.remarks.push_back(std::move(remark));
        return;
    }
    if (parsed.aliases) {
        Remark remark;
        remark.text = "the front matter refers to its own parts; such references are not followed";
        remark.line = first_line;
        front.remarks.push_back(std::move(remark));
    }
    add_entries(parsed.value, first_line, front);
}

/// Whether the first line that says something has the form `key: value`.
bool looks_like_yaml(const Lines &lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        const std::string_view line = trim(lines[i]);
        if (line.empty() || line[0] == '#') {
            continue;
        }
        const std::size_t colon = line.find(':');
        return line[0] == '{' || (colon != std::string_view::npos && colon > 0 && line[0] != '-' &&
                                  (colon + 1 == line.size() || line[colon + 1] == ' ' ||
                                   line[colon + 1] == '"' || line[colon + 1] == '\''));
    }
    return true;
}

std::size_t closing(const Lines &lines, std::size_t from, std::string_view fence) {
    for (std::size_t i = from; i < lines.size(); ++i) {
        const std::string_view line = trim(lines[i]);
        if (line == fence || (fence == "---" && line == "...")) {
            return i;
        }
    }
    return no_line;
}

void over_limit(int line, FrontMatter &front) {
    Remark remark;
    remark.text = "the front matter is longer than 64 KiB; what follows is left out";
    remark.line = line;
    front.remarks.push_back(std::move(remark));
}

/// What can be saved of a YAML head that cannot be parsed whole.
void read_plain_lines(const Lines &lines, std::size_t from, std::size_t to, FrontMatter &front) {
    for (std::size_t i = from; i < to; ++i) {
        auto entry = key_value(lines[i]);
        if (!entry || entry->values.front().empty()) {
            continue;
        }
        std::string &value = entry->values.front();
        if (value.size() >= 2 && value.front() == value.back() &&
            (value.front() == '"' || value.front() == '\'')) {
            value = value.substr(1, value.size() - 2);
        }
        entry->line = static_cast<int>(i) + 1;
        front.entries.push_back(std::move(*entry));
    }
}

} // namespace

bool take_yaml(Lines &lines, std::size_t at, FrontMatter &front) {
    const std::size_t end = closing(lines, at + 1, "---");
    if (trim(lines[at]) != "---" || end == no_line || !looks_like_yaml(lines, at + 1, end)) {
        return false;
    }
    bool cut = false;
    const std::string text = join(lines, at + 1, end, cut);
    const int first = static_cast<int>(at) + 2;
    const Parsed parsed = parse_yaml(text);
    take_parsed(parsed, first, front);
    if (!parsed.problem.empty()) {
        read_plain_lines(lines, at + 1, end, front);
    }
    if (cut) {
        over_limit(first, front);
    }
    clear_lines(lines, at, end + 1);
    return true;
}

bool take_toml(Lines &lines, std::size_t at, FrontMatter &front) {
    const std::size_t end = closing(lines, at + 1, "+++");
    if (trim(lines[at]) != "+++" || end == no_line) {
        return false;
    }
    bool cut = false;
    const std::string text = join(lines, at + 1, end, cut);
    take_parsed(parse_toml(text), static_cast<int>(at) + 2, front);
    if (cut) {
        over_limit(static_cast<int>(at) + 2, front);
    }
    clear_lines(lines, at, end + 1);
    return true;
}

/// A JSON object on lines of its own: `{` alone on the first, `}` alone on the last.
bool take_json(Lines &lines, std::size_t at, FrontMatter &front) {
    const std::string_view opening = trim(lines[at]);
    const bool fenced = opening == ";;;";
    if (!fenced && opening != "{") {
        return false;
    }
    const std::size_t end = closing(lines, at + 1, fenced ? ";;;" : "}");
    if (end == no_line) {
        return false;
    }
    bool cut = false;
    const std::string text = join(lines, fenced ? at + 1 : at, fenced ? end : end + 1, cut);
    const Parsed parsed = parse_json(text);
    if (cut || !parsed.problem.empty() || parsed.value.kind != Value::Kind::map) {
        return false;
    }
    take_parsed(parsed, static_cast<int>(at) + 1, front);
    clear_lines(lines, at, end + 1);
    return true;
}

} // namespace ideary::source::front
