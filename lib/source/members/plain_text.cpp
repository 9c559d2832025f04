// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/members/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::array block_tags = std::to_array<std::string_view>(
    {"p", "br", "li", "ul", "ol", "div", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote",
     "table", "tr", "hr", "section"});
constexpr std::array inline_tags = std::to_array<std::string_view>(
    {"a",   "b",  "i",  "u",    "em",   "strong", "code", "span", "small", "sub", "sup", "tt",
     "img", "td", "th", "font", "cite", "q",      "kbd",  "abbr", "s",     "del", "ins", "mark"});

struct Entity {
    std::string_view name, text;
};
constexpr std::array entities = std::to_array<Entity>({
    {"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
    {"nbsp", " "},   {"ndash", "–"},  {"mdash", "—"},  {"hellip", "…"}, {"lsquo", "‘"},
    {"rsquo", "’"},  {"ldquo", "“"},  {"rdquo", "”"},  {"bull", "•"},   {"middot", "·"},
    {"auml", "ä"},   {"ouml", "ö"},   {"uuml", "ü"},   {"szlig", "ß"},  {"eacute", "é"},
    {"egrave", "è"}, {"ccedil", "ç"}, {"ntilde", "ñ"}, {"aacute", "á"}, {"iacute", "í"},
    {"oacute", "ó"}, {"uacute", "ú"}, {"agrave", "à"}, {"ecirc", "ê"},  {"copy", "©"},
});

template <class Table> bool holds(const Table &table, std::string_view name) {
    for (const std::string_view one : table) {
        if (one == name) {
            return true;
        }
    }
    return false;
}

struct Tag {
    std::string name;
    std::size_t size = 0; ///< bytes with both brackets; 0: no tag of ours here
    bool closing = false, block = false;
};

Tag tag_at(std::string_view text, std::size_t at) {
    Tag tag;
    std::size_t i = at + 1;
    tag.closing = i < text.size() && text[i] == '/';
    i += tag.closing ? 1 : 0;
    while (i < text.size() && tag.name.size() < 12 &&
           std::isalnum(static_cast<unsigned char>(text[i])) != 0) {
        tag.name += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i++])));
    }
    tag.block = holds(block_tags, tag.name);
    if (!tag.block && !holds(inline_tags, tag.name)) {
        return tag;
    }
    const bool ends_name =
        i < text.size() && std::string_view(" />\t\n").find(text[i]) != std::string_view::npos;
    const std::size_t end = ends_name ? text.substr(0, at + 2048).find('>', i) : std::string::npos;
    tag.size = end == std::string_view::npos ? 0 : end + 1 - at;
    return tag;
}

/// Appends the character of an entity. Returns the bytes of the entity, 0 when it is none.
std::size_t take_entity(std::string_view text, std::size_t at, std::string &out) {
    const std::size_t end = text.substr(0, at + 12).find(';', at);
    if (end == std::string_view::npos || end == at + 1) {
        return 0;
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    for (const Entity &entity : entities) {
        if (entity.name == name) {
            out += entity.text;
            return end + 1 - at;
        }
    }
    if (name[0] != '#' || name.size() < 2) {
        return 0;
    }
    const bool hex = name[1] == 'x' || name[1] == 'X';
    unsigned long point = 0;
    for (const char c : name.substr(hex ? 2 : 1)) {
        if (hex ? std::isxdigit(static_cast<unsigned char>(c)) == 0 : (c < '0' || c > '9')) {
            return 0;
        }
        const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
        point = point * (hex ? 16 : 10) + static_cast<unsigned long>(digit);
    }
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
        return 0;
    }
    const auto byte = [&](unsigned long bits) { out += static_cast<char>(bits); };
    if (point < 0x80) {
        byte(point);
    } else if (point < 0x800) {
        byte(0xC0 | point >> 6);
        byte(0x80 | (point & 0x3F));
    } else {
        if (point >= 0x10000) {
            byte(0xF0 | point >> 18);
            byte(0x80 | (point >> 12 & 0x3F));
        } else {
            byte(0xE0 | point >> 12);
        }
        byte(0x80 | (point >> 6 & 0x3F));
        byte(0x80 | (point & 0x3F));
    }
    return end + 1 - at;
}

std::string decode_entities(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t taken = text[at] == '&' ? take_entity(text, at, out) : 0;
        if (taken == 0) {
            out += text[at];
        }
        at += taken == 0 ? 1 : taken;
    }
    return out;
}

/// HTML that was escaped once more than its container asks for, `&lt;p&gt;…`: decoded once.
std::string decode_escaped_tags(std::string text) {
    static constexpr std::array tags = std::to_array<std::string_view>(
        {"&lt;p&gt;", "&lt;/p&gt;", "&lt;br", "&lt;/a&gt;", "&lt;/li&gt;", "&lt;/strong&gt;",
         "&lt;/div&gt;", "&lt;/em&gt;", "&lt;/span&gt;"});
    const bool escaped = std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) {
        return text.find(tag) != std::string::npos;
    });
    return escaped ? decode_entities(text) : std::move(text);
}

/// Text of HTML, entities decoded: block tags end a line, two of them a paragraph. Tags are removed
/// only where a block tag or a closed inline tag shows that it is HTML; `vector<T>` stays.
std::string without_tags(std::string_view text) {
    bool html = false;
    for (std::size_t at = text.find('<'); !html && at != std::string_view::npos;
         at = text.find('<', at + 1)) {
        const Tag tag = tag_at(text, at);
        html = tag.size != 0 && (tag.block || tag.closing);
    }
    if (!html) {
        return decode_entities(text);
    }
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Tag tag = text[at] == '<' ? tag_at(text, at) : Tag{};
        if (tag.size != 0) {
            const bool paragraph = tag.name == "p" || tag.name[0] == 'h' || tag.name == "div";
            out += !tag.block ? "" : paragraph && tag.closing ? "\n\n" : "\n";
            at += tag.size;
            continue;
        }
        const std::size_t taken = text[at] == '&' ? take_entity(text, at, out) : 0;
        if (taken == 0) {
            out += text[at];
        }
        at += taken == 0 ? 1 : taken;
    }
    return out;
}

/// Lines without trailing whitespace, at most one empty line between two, none at the edges.
std::string collapse_lines(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    int empty_lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string_view line = text.substr(at, end - at);
        const std::size_t last = line.find_last_not_of(" \t\r");
        line = last == std::string_view::npos ? std::string_view() : line.substr(0, last + 1);
        if (line.empty()) {
            ++empty_lines;
        } else {
            out += out.empty() ? "" : empty_lines > 0 ? "\n\n" : "\n";
            out += line;
            empty_lines = 0;
        }
        at = end + 1;
    }
    return out;
}

std::string line_ends(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

/// `@name@server` becomes `…`: in a record it stands for a person, as an address does.
std::string mask_handles(std::string text) {
    for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at + 1)) {
        const auto is_part = [&](std::size_t i) {
            return i < text.size() && (std::isalnum(static_cast<unsigned char>(text[i])) != 0 ||
                                       text[i] == '_' || text[i] == '.' || text[i] == '-');
        };
        std::size_t end = at + 1;
        while (is_part(end)) {
            ++end;
        }
        const std::size_t server = end + 1;
        if (end == at + 1 || end >= text.size() || text[end] != '@' || !is_part(server)) {
            continue;
        }
        for (end = server; is_part(end);) {
            ++end;
        }
        text.replace(at, end - at, "…");
    }
    return text;
}

} // namespace

std::string plain_body(std::string_view text) {
    const std::string plain = without_tags(decode_escaped_tags(line_ends(text)));
    const std::string clean = text::normalize_nfc(plain, true);
    return mask_handles(text::mask_addresses(collapse_lines(clean)));
}

std::string plain_line(std::string_view text) {
    return collapse_whitespace(without_tags(decode_escaped_tags(line_ends(text))));
}

} // namespace ideary::source
