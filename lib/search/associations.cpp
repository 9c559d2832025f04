// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/associations.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

/// The line of a stem, found by halves of the text.
std::string_view Associations::line_of(std::string_view stem) const {
    std::size_t from = 0, to = table_.size(); // begins of lines
    while (from < to) {
        const std::size_t middle = from + (to - from) / 2;
        const std::size_t before = middle == 0 ? table_.npos : table_.rfind('\n', middle - 1);
        const std::size_t begin = before == table_.npos ? 0 : before + 1;
        const std::size_t end = std::min(table_.find('\n', begin), table_.size());
        const std::string_view line = table_.substr(begin, end - begin);
        const int order = line.substr(0, line.find(' ')).compare(stem);
        if (order == 0) {
            return stem.empty() ? std::string_view() : line;
        }
        if (order < 0) {
            from = end + 1;
        } else {
            to = begin;
        }
    }
    return {};
}

std::vector<Association> Associations::of(std::string_view stem) const {
    std::string_view rest = line_of(stem);
    rest.remove_prefix(std::min(rest.size(), stem.size()));
    std::vector<Association> found;
    while (rest.size() > 3 && rest[0] == ' ' && is_digit(rest[1]) && is_digit(rest[2])) {
        const std::size_t end = std::min(rest.find(' ', 1), rest.size());
        found.push_back(
            {rest.substr(3, end - 3), ((rest[1] - '0') * 10 + (rest[2] - '0')) / 100.0});
        rest.remove_prefix(end);
    }
    return found;
}

} // namespace ideary::search
