// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Values that are meant to be the same, or nearly.
#include "ideary/text.hpp"

#include <algorithm>
#include <numeric>

#include "text/icu.hpp"
#include "text/normalize.hpp"

namespace ideary {
namespace {

std::u32string to_utf32(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        out.push_back(text::next_code_point(text, i));
    }
    return out;
}

/// Damerau's distance with neighbours swapped at most once (optimal string alignment).
std::size_t distance(const std::u32string &a, const std::u32string &b) {
    std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
    std::iota(last.begin(), last.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t change = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                now[j] = std::min(now[j], before[j - 2] + 1);
            }
        }
        before.swap(last);
        last.swap(now);
    }
    return last[b.size()];
}

} // namespace

std::string fold(std::string_view text) {
    return text::fold_value(text);
}

std::string closest(std::string_view word, const std::vector<std::string> &candidates) {
    constexpr std::size_t longest = 256; // names and commands; the distance is quadratic
    const std::u32string wanted = to_utf32(fold(text::truncate(word, longest)));
    const std::size_t allowed = std::max<std::size_t>(1, (wanted.size() + 1) / 3);
    const std::string *best = nullptr;
    std::size_t best_distance = allowed + 1;
    for (const std::string &candidate : candidates) {
        const std::u32string other = to_utf32(fold(text::truncate(candidate, longest)));
        const std::size_t typos = distance(wanted, other);
        if (typos < best_distance && typos < std::max<std::size_t>(other.size(), 2)) {
            best = &candidate;
            best_distance = typos;
        }
    }
    return best != nullptr ? *best : std::string();
}

} // namespace ideary
