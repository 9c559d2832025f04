// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/lexicon/sorted_lines.hpp"

#include <algorithm>

namespace ideary::search {

std::string_view find_line(std::string_view lines, std::string_view word) {
    std::size_t from = 0, to = lines.size(); // starts of lines
    while (from < to && !word.empty()) {
        const std::size_t middle = from + (to - from) / 2;
        const std::size_t before = middle == 0 ? lines.npos : lines.rfind('\n', middle - 1);
        const std::size_t begin = before == lines.npos ? 0 : before + 1;
        const std::size_t end = std::min(lines.find('\n', begin), lines.size());
        const std::string_view line = lines.substr(begin, end - begin);
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
