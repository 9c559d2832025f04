// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <string>
#include <utility>

#include "query/lexer.hpp"
#include "query/limits.hpp"
#include "query/parser.hpp"

namespace ideary::query {
namespace {

/// The longest prefix of text of at most max bytes that ends at whitespace, or at least at a
/// character.
std::string_view cut_text(std::string_view text, std::size_t max) {
    if (text.size() <= max) {
        return text;
    }
    std::size_t end = max;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    const std::size_t blank = text.find_last_of(" \t\n\r", end);
    const bool near = blank != std::string_view::npos && blank > 0 && end - blank < 256;
    return text.substr(0, near ? blank : end);
}

} // namespace

Parsed parse(std::string_view text, bool all) {
    const std::string_view part = cut_text(text, max_text_bytes);
    Parsed parsed = parse_whole(part, all);
    if (part.size() < text.size()) {
        add_remark(parsed.remarks, part.size(), text.size() - part.size(),
                   "A query holds 4096 bytes at most; the rest was left out.");
    }
    return parsed;
}

} // namespace ideary::query

namespace ideary {

Query Query::parse(std::string_view text, bool all) {
    query::Parsed parsed = query::parse(text, all);
    Query query;
    query.text_ = std::string(text);
    query.tree_ = std::move(parsed.tree);
    query.remarks_ = std::move(parsed.remarks);
    return query;
}

std::string Query::canonical() const {
    return query::canonical(tree_);
}
std::string Query::outline() const {
    return query::outline(tree_);
}

} // namespace ideary
