// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What inline readers share: entities, tags, URLs, labels, numbering.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "source/markup/inline.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t longest_tag = 2048, longest_label = 200;

constexpr std::array<std::string_view, 112> html_names{
    "a",      "abbr",    "acronym",  "address",    "article",    "aside", "audio",    "b",
    "bdi",    "bdo",     "big",      "blink",      "blockquote", "body",  "br",       "button",
    "canvas", "caption", "center",   "cite",       "code",       "col",   "colgroup", "data",
    "dd",     "del",     "details",  "dfn",        "dir",        "div",   "dl",       "dt",
    "em",     "embed",   "fieldset", "figcaption", "figure",     "font",  "footer",   "form",
    "h1",     "h2",      "h3",       "h4",         "h5",         "h6",    "head",     "header",
    "hgroup", "hr",      "html",     "i",          "iframe",     "img",   "input",    "ins",
    "kbd",    "label",   "legend",   "li",         "link",       "main",  "map",      "mark",
    "meta",   "nav",     "nobr",     "noscript",   "object",     "ol",    "optgroup", "option",
    "p",      "param",   "picture",  "pre",        "q",          "rp",    "rt",       "ruby",
    "s",      "samp",    "script",   "section",    "select",     "small", "source",   "span",
    "strike", "strong",  "style",    "sub",        "summary",    "sup",   "svg",      "table",
    "tbody",  "td",      "template", "textarea",   "tfoot",      "th",    "thead",    "time",
    "title",  "tr",      "tt",       "u",          "ul",         "var",   "video",    "wbr"};
constexpr bool names_are_sorted() {
    for (std::size_t i = 1; i < html_names.size(); ++i) {
        if (html_names[i - 1] >= html_names[i]) {
            return false;
        }
    }
    return true;
}
static_assert(names_are_sorted(), "is_html_name searches by halves");

void append_point(std::uint32_t point, std::string &out) {
    if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point < 0xE000)) {
        point = 0xFFFD;
    }
    const auto tail = [&](int shift) {
        out += static_cast<char>(0x80U | ((point >> static_cast<unsigned>(shift)) & 0x3FU));
    };
    if (point < 0x80) {
        out += static_cast<char>(point);
    } else if (point < 0x800) {
        out += static_cast<char>(0xC0U | (point >> 6U));
        tail(0);
    } else if (point < 0x10000) {
        out += static_cast<char>(0xE0U | (point >> 12U));
        tail(6), tail(0);
    } else {
        out += static_cast<char>(0xF0U | (point >> 18U));
        tail(12), tail(6), tail(0);
    }
}

std::optional<std::uint32_t> numeric_point(std::string_view body) {
    const bool hex = body.size() > 1 && lower(body[1]) == 'x';
    body.remove_prefix(hex ? 2 : 1);
    if (body.empty() || body.size() > 7) {
        return {};
    }
    std::uint32_t point = 0;
    for (char c : body) {
        const char folded = lower(c);
        if (is_digit(c)) {
            point = point * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
        } else if (hex && folded >= 'a' && folded <= 'f') {
            point = point * 16 + static_cast<std::uint32_t>(folded - 'a' + 10);
        } else {
            return {};
        }
    }
    return point == 0xA0 ? std::uint32_t{' '} : point;
}

/// The end of a tag that starts at text[0], quotes respected; npos where another `<` comes first.
std::size_t tag_end(std::string_view text) {
    char quote = 0;
    const std::size_t limit = std::min(text.size(), longest_tag);
    for (std::size_t i = 1; i < limit; ++i) {
        const char c = text[i];
        if (quote != 0) {
            quote = c == quote ? '\0' : quote;
        } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
            quote = c;
        } else if (c == '>') {
            return i;
        } else if (c == '<') {
            return npos;
        }
    }
    return npos;
}

} // namespace

EntityAt entity_at(std::string_view text) {
    const std::size_t end = text.substr(0, 34).find(';');
    if (end == npos || end < 2) {
        return {};
    }
    const std::string_view body = text.substr(1, end - 1);
    EntityAt result{end + 1, {}};
    if (body[0] == '#') {
        const auto point = numeric_point(body);
        if (!point) {
            return {};
        }
        append_point(*point, result.text);
        return result;
    }
    if (!std::all_of(body.begin(), body.end(), is_alnum)) {
        return {};
    }
    const std::string name(body);
    if (name == "apos") {
        result.text = "'";
    } else if (name == "nbsp") {
        result.text = " ";
    } else if (const auto *row =
                   htmlEntityLookup(reinterpret_cast<const unsigned char *>(name.c_str()))) {
        append_point(row->value, result.text);
    } else {
        return {};
    }
    return result;
}

bool is_html_name(std::string_view name) {
    return std::binary_search(html_names.begin(), html_names.end(), name);
}

int heading_level(std::string_view name) {
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return heading ? name[1] - '0' : 0;
}

TagAt tag_at(std::string_view text) {
    const bool closing = text.size() > 1 && text[1] == '/';
    const std::size_t start = closing ? 2 : 1;
    std::size_t at = start;
    while (at < text.size() && is_alnum(text[at]) && at - start < 11) {
        ++at;
    }
    const std::string name = lowered(text.substr(start, at - start));
    const bool bounded =
        at < text.size() && (is_space(text[at]) || text[at] == '>' || text[at] == '/');
    if (!bounded || !is_html_name(name)) {
        return {};
    }
    const std::size_t end = tag_end(text);
    if (end == npos) {
        return {};
    }
    return {end + 1, name, closing, text.substr(at, end - at)};
}

std::optional<std::string> attribute(std::string_view attributes, std::string_view name) {
    for (std::size_t at = 0; at < attributes.size();) {
        while (at < attributes.size() && (is_space(attributes[at]) || attributes[at] == '/')) {
            ++at;
        }
        const std::size_t key = at;
        while (at < attributes.size() && !is_space(attributes[at]) && attributes[at] != '=') {
            ++at;
        }
        const std::string found = lowered(attributes.substr(key, at - key));
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            ++at;
            const char quote = at < attributes.size() ? attributes[at] : ' ';
            const bool quoted = quote == '"' || quote == '\'';
            at += quoted ? 1 : 0;
            const std::size_t end =
                quoted ? attributes.find(quote, at) : attributes.find_first_of(" \t\n", at);
            value = attributes.substr(at, end == npos ? npos : end - at);
            at = end == npos ? attributes.size() : end + 1;
        }
        if (found == name) {
            std::string decoded;
            for (std::size_t i = 0; i < value.size();) {
                const EntityAt entity = value[i] == '&' ? entity_at(value.substr(i)) : EntityAt{};
                decoded += entity.length > 0 ? entity.text : std::string(1, value[i]);
                i += std::max<std::size_t>(entity.length, 1);
            }
            return decoded;
        }
    }
    return {};
}

std::size_t url_length(std::string_view text) {
    const bool scheme = starts_with_folded(text, "http://") || starts_with_folded(text, "https://");
    if (!scheme && !starts_with_folded(text, "www.")) {
        return 0;
    }
    std::size_t end = 0;
    int open = 0;
    while (end < text.size() && !is_space(text[end]) && !contains("<>\"`|", text.substr(end, 1))) {
        open += text[end] == '(' ? 1 : 0;
        if (text[end] == ')' && --open < 0) {
            break;
        }
        if (text[end] == ']') {
            break;
        }
        ++end;
    }
    while (end > 0 && contains(".,;:!?'*_~", text.substr(end - 1, 1))) {
        --end;
    }
    return end > (scheme ? 8U : 5U) ? end : 0;
}

std::size_t autolink_length(std::string_view text) {
    const std::size_t end = text.substr(0, longest_tag).find_first_of("<> \t\n", 1);
    if (end == npos || text[end] != '>') {
        return 0;
    }
    const std::string_view body = text.substr(1, end - 1);
    const std::size_t sign = body.find_first_of(":@");
    if (sign == npos || sign < 2) {
        return 0;
    }
    const std::string_view scheme = body.substr(0, sign);
    const bool fits = std::all_of(scheme.begin(), scheme.end(), [](char c) {
        return is_alnum(c) || c == '+' || c == '.' || c == '-' || c == '_';
    });
    return fits ? end + 1 : 0;
}

std::string fold_label(std::string_view label) {
    std::string folded;
    label = trim(label);
    if (label.empty() || label.size() > longest_label) {
        return folded;
    }
    for (char c : label) {
        if (!is_space(c)) {
            folded += lower(c);
        } else if (folded.back() != ' ') {
            folded += ' ';
        }
    }
    return folded;
}

std::string take_ordinal(Text &text) {
    const std::size_t length = ordinal_length(text.plain);
    if (length == 0) {
        return {};
    }
    std::string ordinal(trim(std::string_view(text.plain).substr(0, length)));
    text.plain.erase(0, length);
    for (InlineLink &link : text.links) {
        const std::size_t inside = length > link.offset ? length - link.offset : 0;
        link.length -= std::min(inside, link.length);
        link.offset = link.offset > length ? link.offset - length : 0;
        link.text = text.plain.substr(link.offset, link.length);
    }
    return ordinal;
}

} // namespace ideary::source
