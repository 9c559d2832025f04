// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/sorted_lines.hpp"

#include <algorithm>

namespace ideary::search {

std::string_view line_of(std::string_view table, std::string_view word) {
    std::size_t from = 0, to = table.size(); // begins of lines
    while (from < to && !word.empty()) {
        const std::size_t middle = from + (to - from) / 2;
        const std::size_t before = middle == 0 ? table.npos : table.rfind('\n', middle - 1);
        const std::size_t begin = before == table.npos ? 0 : before + 1;
        const std::size_t end = std::min(table.find('\n', begin), table.size());
        const std::string_view line = table.substr(begin, end - begin);
        const int order = line.substr(0, line.find(' ')).compare(word);
        if (order == 0) {
            return line;
        }
        if (order < 0) {
            from = end + 1;
        } else {
            to = begin;
        }
    }
    return {};
}

} // namespace ideary::search
