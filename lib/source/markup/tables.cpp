// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Tables: with bars (GitHub's, and without a row of dashes as wikis write them), and both of RST.
#include <algorithm>

#include "source/markup/blocks.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t most_cells = 1024; ///< of a row

/// Where the columns of a table of RST begin and end.
struct Column {
    std::size_t from, to;
};

std::vector<Column> columns_of(std::string_view border, char sign) {
    std::vector<Column> columns;
    for (std::size_t at = 0; at < border.size() && columns.size() < most_cells;) {
        const std::size_t run = run_of(border.substr(at), sign);
        if (run > 0) {
            columns.push_back({at, at + run});
        }
        at += std::max<std::size_t>(run, 1);
    }
    return columns;
}

void join_cells(std::vector<std::string> &cells, const std::vector<std::string> &more) {
    cells.resize(std::max(cells.size(), more.size()));
    for (std::size_t i = 0; i < more.size(); ++i) {
        cells[i].append(cells[i].empty() || more[i].empty() ? "" : "\n").append(more[i]);
    }
}

/// What stands in the columns, which count code points and come in order. What the line is too
/// short for has no cell, but the first always is one.
std::vector<std::string> cells_at(std::string_view line, const std::vector<Column> &columns,
                                  bool last_open) {
    std::size_t byte = 0, point = 0;
    const auto byte_of = [&](std::size_t wanted) {
        for (; byte < line.size() && point < wanted; ++point) {
            do {
                ++byte;
            } while (byte < line.size() &&
                     (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U);
        }
        return byte;
    };
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < columns.size() && (i == 0 || byte < line.size()); ++i) {
        const bool rest = last_open && i + 1 == columns.size();
        const std::size_t from = byte_of(columns[i].from);
        const std::size_t to = rest ? line.size() : byte_of(columns[i].to);
        cells.emplace_back(trim(line.substr(from, to - from)));
    }
    return cells;
}

bool is_grid_border(std::string_view line, char sign) {
    line = trim(line);
    return line.size() >= 3 && line.front() == '+' && line.back() == '+' &&
           contains(line, std::string(1, sign)) &&
           std::all_of(line.begin(), line.end(), [&](char c) { return c == '+' || c == sign; });
}

bool is_simple_border(std::string_view line) {
    line = trim_right(line);
    return starts(line, "==") && contains(line, " ") &&
           std::all_of(line.begin(), line.end(), [](char c) { return c == '=' || c == ' '; });
}

bool is_wiki_row(std::string_view line) {
    line = trim(line);
    return line.size() > 2 && line.front() == '|' && line.back() == '|';
}

} // namespace

std::vector<std::string> pipe_cells(std::string_view line) {
    std::string_view text = trim(line);
    const bool doubled = starts(text, "||") && ends(text, "||") && text.size() > 4 &&
                         text.find('|', 2) == text.find("||", 2);
    const std::size_t bar = doubled ? 2 : 1;
    text.remove_prefix(starts(text, "|") ? bar : 0);
    std::vector<std::string> cells(1);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size() && text[i + 1] == '|') {
            cells.back() += '|';
            ++i;
        } else if (text[i] == '|' && cells.size() < most_cells) { // the last one takes the rest
            i += bar - 1;
            cells.emplace_back();
        } else {
            cells.back() += text[i];
        }
    }
    if (ends(text, "|") && !ends(text, "\\|")) {
        cells.pop_back();
    }
    return cells;
}

bool is_alignment_row(std::string_view line) {
    const std::string_view text = trim(line);
    if (!contains(text, "-") || (!contains(text, "|") && !contains(text, ":"))) {
        return false;
    }
    std::size_t dashes = 0;
    for (char c : text) {
        if (c != '|' && c != '-' && c != ':' && !is_space(c)) {
            return false;
        }
        dashes += c == '-' ? 1 : 0;
    }
    return dashes >= 2 || text.size() <= 4;
}

bool BlockReader::starts_pipe_table(std::size_t at) const {
    const std::string_view text = row(at);
    if (rst_ || !contains(text, "|") || blank(at + 1)) {
        return false;
    }
    return is_alignment_row(row(at + 1)) || (is_wiki_row(text) && is_wiki_row(row(at + 1)));
}

void BlockReader::add_row(std::size_t first, std::size_t last,
                          const std::vector<std::string> &cells, bool header) {
    std::vector<Text> texts;
    for (std::size_t i = 0; i < cells.size() && (i == 0 || parts_ < max_parts); ++i) {
        ++parts_;
        texts.push_back(inline_of(cells[i]));
    }
    Node &node = add(NodeKind::row, first, last);
    node.cells = std::move(texts);
    node.header = header;
    node.table = tables_;
}

bool BlockReader::read_pipe_table() {
    const bool lone = markdown_ && is_alignment_row(row(at_)) && contains(row(at_), "|") &&
                      !blank(at_ + 1) && contains(row(at_ + 1), "|");
    if (!starts_pipe_table(at_) && !lone) {
        return false;
    }
    ++tables_;
    const bool header = !lone && is_alignment_row(row(at_ + 1));
    if (header) {
        add_row(at_, at_, pipe_cells(row(at_)), true);
        ++at_;
    }
    for (; !blank(at_) && contains(row(at_), "|"); ++at_) {
        if (!is_alignment_row(row(at_))) {
            add_row(at_, at_, pipe_cells(row(at_)), false);
        }
    }
    return true;
}

/// `+---+` borders; text of a cell may go over several lines.
bool BlockReader::read_grid_table() {
    if (!is_grid_border(row(at_), '-') || at_ + 2 >= lines_.size() ||
        !starts(trim(row(at_ + 1)), "|")) {
        return false;
    }
    ++tables_;
    const std::vector<Column> columns = columns_of(row(at_), '-');
    const std::size_t begin = at_;
    std::size_t end = at_;
    bool has_header = false;
    while (!blank(end)) {
        has_header = has_header || is_grid_border(row(end), '=');
        ++end;
    }
    std::vector<std::string> cells;
    std::size_t first = npos;
    for (at_ = begin + 1; at_ < end; ++at_) {
        const std::string_view text = row(at_);
        if (!starts(trim(text), "+")) {
            first = first == npos ? at_ : first;
            join_cells(cells, cells_at(text, columns, false));
            continue;
        }
        if (first != npos) {
            add_row(first, at_ - 1, cells, has_header);
        }
        has_header = has_header && !is_grid_border(text, '=');
        cells.clear();
        first = npos;
    }
    return true;
}

/// `=====  =====` borders; a row without a first cell goes on with the one above.
bool BlockReader::read_simple_table() {
    if (!rst_ || !is_simple_border(row(at_))) {
        return false;
    }
    std::vector<std::size_t> borders{at_};
    for (std::size_t i = at_ + 1; i < lines_.size() && borders.size() < 3; ++i) {
        if (is_simple_border(row(i))) {
            borders.push_back(i);
            if (blank(i + 1)) {
                break;
            }
        }
    }
    if (borders.size() < 2) {
        return false;
    }
    ++tables_;
    const std::vector<Column> columns = columns_of(row(at_), '=');
    std::vector<std::string> cells;
    std::size_t first = npos, last = at_;
    const auto finish = [&] {
        if (first != npos) {
            add_row(first, last, cells, borders.size() == 3 && first < borders[1]);
        }
        cells.clear();
        first = npos;
    };
    for (std::size_t i = borders.front() + 1; i <= borders.back(); ++i) {
        const bool border = is_simple_border(row(i));
        const auto more = cells_at(row(i), columns, true);
        if (border || blank(i) || !more[0].empty()) {
            finish();
        }
        if (!border && !blank(i) && run_of(trim(row(i)), '-') != trim(row(i)).size()) {
            first = first == npos ? i : first;
            last = i;
            join_cells(cells, more);
        }
    }
    finish();
    at_ = borders.back() + 1;
    return true;
}

} // namespace ideary::source
