// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L7: what the columns of a table hold.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

/// The first column of which some body cell is more than a number.
std::size_t first_worded_column(const std::vector<Block> &blocks, std::size_t first,
                                std::size_t end) {
    std::size_t widest = 0;
    for (std::size_t at = first; at < end; ++at) {
        widest = std::max(widest, blocks[at].node.cells.size());
    }
    for (std::size_t column = 0; column < std::min<std::size_t>(widest, 64); ++column) {
        const bool worded = std::any_of(
            blocks.begin() + static_cast<std::ptrdiff_t>(first),
            blocks.begin() + static_cast<std::ptrdiff_t>(end), [&](const Block &b) {
                const auto &cells = b.node.cells;
                return !b.node.header && column < cells.size() &&
                       cells[column].plain.find_first_not_of("0123456789.#) ") != std::string::npos;
            });
        if (worded) {
            return column;
        }
    }
    return 0;
}

/// A head cell is a name of the column, perhaps one of two (`Presenter/Host`), perhaps with a
/// remark in brackets.
bool names_column(PhraseSet table, std::string_view head) {
    head = head.substr(0, std::min({head.find('('), head.find("（"), head.size()}));
    for (;;) {
        const std::size_t slash = std::min(head.find_first_of("/|"), head.size());
        if (equals(table, trimmed(without_leading_punctuation(head.substr(0, slash))))) {
            return true;
        }
        if (slash == head.size()) {
            return false;
        }
        head.remove_prefix(slash + 1);
    }
}

std::size_t find_column(const Node &head, PhraseSet table) {
    for (std::size_t i = 0; i < head.cells.size(); ++i) {
        if (names_column(table, folded(head.cells[i].plain))) {
            return i;
        }
    }
    return none;
}

} // namespace

Columns read_columns(const std::vector<Block> &blocks, std::size_t at, std::size_t end) {
    const auto same_table = [&](const Block &block) {
        return block.node.kind == NodeKind::row && block.node.table == blocks[at].node.table;
    };
    std::size_t first = at, last = at;
    while (first > 0 && same_table(blocks[first - 1])) {
        --first;
    }
    while (last < end && same_table(blocks[last])) {
        ++last;
    }
    Columns columns;
    columns.title = first_worded_column(blocks, first, last);
    if (!blocks[first].node.header) {
        return columns;
    }
    const Node &head = blocks[first].node;
    columns.speaker = find_column(head, PhraseSet::speaker_column);
    std::size_t title = find_column(head, PhraseSet::title_column);
    title = title == none ? find_column(head, PhraseSet::topic_column) : title;
    if (title != none) {
        columns.title = title;
    } else {
        columns.form = find_column(head, PhraseSet::form_column) != none;
    }
    return columns;
}

} // namespace ideary::ideas
