// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/metadata/front_matter.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "source/metadata/front_lines.hpp"

namespace ideary::source {
namespace front {
namespace {

// Keys by which an unfenced head or a docinfo is recognised.
constexpr std::array known_keys = std::to_array<std::string_view>(
    {"title",     "date",     "author",    "authors",     "slug",         "category",   "tags",
     "lang",      "language", "status",    "summary",     "modified",     "url",        "save_as",
     "event",     "year",     "published", "created",     "updated",      "permalink",  "canonical",
     "template",  "subtitle", "keywords",  "description", "organization", "conference", "version",
     "copyright", "contact",  "revision",  "layout",      "kind"});

} // namespace

std::string_view trim(std::string_view text) {
    const std::size_t from = text.find_first_not_of(" \t\r");
    if (from == std::string_view::npos) {
        return {};
    }
    return text.substr(from, text.find_last_not_of(" \t\r") - from + 1);
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char &c : out) {
        c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
}

std::size_t first_nonempty(const Lines &lines, std::size_t from) {
    for (std::size_t i = from; i < lines.size(); ++i) {
        if (!trim(lines[i]).empty()) {
            return i;
        }
    }
    return no_line;
}

void clear_lines(Lines &lines, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) {
        lines[i].clear();
    }
}

bool is_known(std::string_view key) {
    return std::find(known_keys.begin(), known_keys.end(), key) != known_keys.end();
}

std::optional<FrontEntry> key_value(std::string_view line, std::string_view open) {
    if (line.substr(0, open.size()) != open) {
        return std::nullopt;
    }
    line.remove_prefix(open.size());
    std::size_t end = 0;
    while (end < line.size() && end < 32 &&
           (std::isalnum(static_cast<unsigned char>(line[end])) != 0 || line[end] == '_' ||
            line[end] == '-' || (line[end] == ' ' && end > 0))) {
        ++end;
    }
    const bool value_follows = end + 1 >= line.size() || line[end + 1] == ' ' ||
                               line[end + 1] == '\t' || line[end + 1] == '\r';
    if (end == 0 || end >= line.size() || line[end] != ':' || !value_follows) {
        return std::nullopt;
    }
    FrontEntry entry;
    entry.key = lower(trim(line.substr(0, end)));
    entry.values = {std::string(trim(line.substr(end + 1)))};
    return entry;
}

} // namespace front

namespace {

using namespace front;

/// Lines of the form `<open>key: value` from `from` on, with indented continuations; returns the line
/// after the last of them.
std::size_t read_pairs(const Lines &lines, std::size_t from, std::string_view open,
                       std::vector<FrontEntry> &entries) {
    std::size_t i = from, bytes = 0;
    for (; i < lines.size() && bytes <= max_front_matter_size; ++i) {
        bytes += lines[i].size() + 1;
        const std::string_view line = lines[i];
        if (auto entry = key_value(line, open)) {
            entry->line = static_cast<int>(i) + 1;
            entries.push_back(std::move(*entry));
        } else if (!entries.empty() && !line.empty() && (line[0] == ' ' || line[0] == '\t') &&
                   !trim(line).empty()) {
            std::string &value = entries.back().values.front();
            value += value.empty() ? "" : " ";
            value += trim(line);
        } else {
            break;
        }
    }
    return i;
}

bool take_nikola(Lines &lines, std::size_t at, FrontMatter &front) {
    const bool comment = trim(lines[at]) == "<!--";
    const std::size_t first = comment ? at + 1 : at;
    std::vector<FrontEntry> entries;
    std::size_t end = read_pairs(lines, first, ".. ", entries);
    if (entries.empty()) {
        return false;
    }
    if (comment) {
        const std::size_t close = first_nonempty(lines, end);
        if (close == no_line || trim(lines[close]) != "-->") {
            return false;
        }
        end = close + 1;
    }
    front.entries = std::move(entries);
    clear_lines(lines, at, end);
    return true;
}

/// MoinMoin's processing instructions, and comments among them.
std::size_t take_instructions(Lines &lines, std::size_t at, FrontMatter &front) {
    static constexpr std::array names = std::to_array<std::string_view>(
        {"#format", "#language", "#redirect", "#acl", "#pragma", "#deprecated", "#refresh"});
    std::size_t i = at;
    bool found = false;
    for (; i < lines.size(); ++i) {
        const std::string_view line = trim(lines[i]);
        const std::string_view word = line.substr(0, line.find(' '));
        const bool instruction = std::find(names.begin(), names.end(), lower(word)) != names.end();
        if (!instruction && !(found && line.substr(0, 2) == "##" && line.substr(0, 3) != "###")) {
            break;
        }
        found = true;
        if (instruction && word.size() < line.size()) {
            FrontEntry entry{lower(word.substr(1)),
                             {std::string(trim(line.substr(word.size())))},
                             static_cast<int>(i) + 1,
                             false};
            front.entries.push_back(std::move(entry));
        }
    }
    clear_lines(lines, at, i);
    return i;
}

bool take_pairs(Lines &lines, std::size_t at, FrontMatter &front) {
    std::vector<FrontEntry> entries;
    const std::size_t end = read_pairs(lines, at, "", entries);
    if (entries.empty() || !is_known(entries.front().key)) {
        return false;
    }
    const std::string_view next = end < lines.size() ? trim(lines[end]) : std::string_view();
    const bool fence = next == "---";
    if (!next.empty() && !fence && entries.size() < 2) {
        return false;
    }
    front.entries.insert(front.entries.end(), entries.begin(), entries.end());
    clear_lines(lines, at, end + (fence ? 1 : 0));
    return true;
}

bool is_underline(std::string_view line) {
    line = trim(line);
    static constexpr std::string_view signs = "=-~^\"'`*+#:.";
    return line.size() >= 3 && signs.find(line[0]) != std::string_view::npos &&
           line.find_first_not_of(line[0]) == std::string_view::npos;
}

/// Fields `:date: …` at the top, or under an underlined title.
bool take_docinfo(Lines &lines, std::size_t at, FrontMatter &front) {
    std::size_t first = at;
    if (lines[first][0] != ':') {
        first += is_underline(lines[first]) ? 1 : 0;
        if (first + 1 >= lines.size() || !is_underline(lines[first + 1])) {
            return false;
        }
        first = first_nonempty(lines, first + 2);
    }
    if (first == no_line || lines[first][0] != ':') {
        return false;
    }
    std::vector<FrontEntry> entries;
    const std::size_t end = read_pairs(lines, first, ":", entries);
    const bool known = std::any_of(entries.begin(), entries.end(),
                                   [](const FrontEntry &entry) { return is_known(entry.key); });
    if (!known) {
        return false;
    }
    front.entries.insert(front.entries.end(), entries.begin(), entries.end());
    clear_lines(lines, first, end);
    return true;
}

} // namespace

const FrontEntry *FrontMatter::find(std::string_view key) const {
    for (const FrontEntry &entry : entries) {
        if (entry.key == key && !entry.values.empty() && !entry.values.front().empty()) {
            return &entry;
        }
    }
    return nullptr;
}

FrontMatter take_front_matter(std::vector<std::string> &lines) {
    FrontMatter front;
    std::size_t at = first_nonempty(lines);
    if (at == no_line) {
        return front;
    }
    for (const auto take : {take_yaml, take_toml, take_json, take_nikola}) {
        if (take(lines, at, front)) {
            return front;
        }
    }
    const std::size_t opened = trim(lines[at]) == "---" ? at : no_line; // and never closed
    const std::size_t begin = opened != no_line ? at + 1 : take_instructions(lines, at, front);
    at = first_nonempty(lines, begin);
    if (at != no_line && opened != no_line) {
        if (take_pairs(lines, at, front)) {
            lines[opened].clear();
        }
        return front;
    }
    if (at != no_line && !take_pairs(lines, at, front)) {
        take_docinfo(lines, at, front);
    }
    return front;
}

} // namespace ideary::source
