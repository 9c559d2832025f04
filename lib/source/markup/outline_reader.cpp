// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/markup/outline_reader.hpp"

#include <algorithm>
#include <iterator>

#include "source/markup/blocks.hpp"
#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

SourceLines plain_rows(const std::vector<std::string> &lines) {
    SourceLines rows;
    rows.reserve(lines.size());
    for (const std::string &line : lines) {
        rows.push_back({line, static_cast<int>(rows.size()) + 1, -1});
    }
    return rows;
}

void take(std::vector<Remark> &remarks, std::vector<Remark> more) {
    remarks.insert(remarks.end(), std::make_move_iterator(more.begin()),
                   std::make_move_iterator(more.end()));
}

Outline read_half(const std::vector<std::string> &lines, Syntax syntax,
                  std::vector<Remark> &remarks) {
    Prepared prepared;
    if (syntax == Syntax::rst) {
        prepared.rows = plain_rows(lines);
    } else {
        std::vector<std::string> bulleted = lines;
        normalize_bullets(bulleted);
        prepared = resolve_markup(std::move(bulleted));
    }
    BlockReader reader(prepared.rows, std::move(prepared.embedded), syntax);
    Outline outline = reader.read();
    take(remarks, std::move(prepared.remarks));
    take(remarks, reader.take_remarks());
    return outline;
}

/// Marks the nodes that stand inside `<details>`; one that is never closed is text.
void mark_folded(const std::vector<std::string> &lines, Outline &outline) {
    std::vector<bool> folded(lines.size() + 1);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find("<details") != std::string::npos) {
            open.push_back(i);
        }
        if (lines[i].find("</details") != std::string::npos && !open.empty()) {
            if (open.size() == 1) {
                std::fill(folded.begin() + static_cast<std::ptrdiff_t>(open.back()) + 1,
                          folded.begin() + static_cast<std::ptrdiff_t>(i) + 2, true);
            }
            open.pop_back();
        }
    }
    for (Node &node : outline.nodes) {
        const auto line = static_cast<std::size_t>(std::max(node.line, 0));
        node.folded = line < folded.size() && folded[line];
    }
}

} // namespace

Outlines read_outline(std::vector<std::string> lines, std::optional<Syntax> hint) {
    Outlines result;
    std::vector<std::string> hidden;
    Syntax syntax = sniff(lines, hint);
    if (syntax != Syntax::rst) {
        hidden = take_comments(lines);
        syntax = sniff(lines, hint);
    }
    if (syntax == Syntax::html) {
        result.visible = read_html(lines, 1, &result.head, result.remarks);
    } else {
        result.visible = read_half(lines, syntax, result.remarks);
    }
    if (syntax != Syntax::rst) {
        mark_folded(lines, result.visible);
    }
    if (!hidden.empty()) {
        const Syntax inner =
            sniff(hidden, syntax == Syntax::html ? std::nullopt : std::optional(syntax));
        result.comments = inner == Syntax::html ? read_html(hidden, 1, nullptr, result.remarks)
                                                : read_half(hidden, inner, result.remarks);
    }
    std::stable_sort(result.remarks.begin(), result.remarks.end(),
                     [](const Remark &a, const Remark &b) { return a.line < b.line; });
    return result;
}

Text inline_text(std::string_view raw, Syntax syntax) {
    return read_inline(raw, syntax, References{});
}

} // namespace ideary::source
