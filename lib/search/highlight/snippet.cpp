// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <bit>
#include <cstdint>

#include "search/highlight/highlighter.hpp"
#include "text/normalize.hpp"

namespace ideary::search {
namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_character_start(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
}

/// Offsets at which a text may be cut: before and after words.
struct BreakOffsets {
    struct Offset {
        std::size_t byte = 0, code_point = 0;
    };
    std::vector<Offset> offsets; ///< ascending, from the start to the end of the text
};

BreakOffsets break_offsets_of(std::string_view text, const std::vector<Span> &words) {
    BreakOffsets breaks;
    breaks.offsets.reserve(2 * words.size() + 2);
    breaks.offsets.push_back({0, 0});
    const auto add = [&](std::size_t byte) {
        BreakOffsets::Offset offset = breaks.offsets.back();
        for (; offset.byte < byte; ++offset.byte) {
            offset.code_point += is_character_start(text[offset.byte]) ? 1 : 0;
        }
        if (offset.byte > breaks.offsets.back().byte) {
            breaks.offsets.push_back(offset);
        }
    };
    for (const Span &word : words) {
        add(word.offset);
        add(word.offset + word.length);
    }
    add(text.size());
    return breaks;
}

/// Index of the last break at or before a byte.
std::size_t break_before(const BreakOffsets &breaks, std::size_t byte) {
    const auto after = std::upper_bound(
        breaks.offsets.begin(), breaks.offsets.end(), byte,
        [](std::size_t value, const BreakOffsets::Offset &offset) { return value < offset.byte; });
    return static_cast<std::size_t>(after - breaks.offsets.begin()) - 1;
}

/// Of each match the bit of its term; terms after the first 63 share the last bit.
std::vector<std::uint64_t> term_masks(const std::vector<MatchSpan> &matches) {
    std::vector<std::size_t> known;
    std::vector<std::uint64_t> masks;
    for (const MatchSpan &match : matches) {
        const auto found = std::find(known.begin(), known.end(), match.term_id);
        const auto at = std::min<std::ptrdiff_t>(found - known.begin(), 63);
        if (found == known.end() && known.size() < 63) {
            known.push_back(match.term_id);
        }
        masks.push_back(std::uint64_t(1) << at);
    }
    return masks;
}

/// Each distinct term counts 1, each match 0.1.
double passage_score(const std::vector<std::uint64_t> &masks, std::size_t first, std::size_t last) {
    std::uint64_t seen = 0;
    for (std::size_t i = first; i < last; ++i) {
        seen |= masks[i];
    }
    return std::popcount(seen) + 0.1 * static_cast<double>(last - first);
}

struct Passage {
    std::size_t first = 0, last = 0; ///< breaks
};

std::size_t code_points_between(const BreakOffsets &breaks, std::size_t first, std::size_t last) {
    return breaks.offsets[last].code_point - breaks.offsets[first].code_point;
}

/// The matches [first, last) with the highest score that fit into max code points; the first of
/// equals.
std::pair<std::size_t, std::size_t>
best_matches(const BreakOffsets &breaks, const std::vector<MatchSpan> &matches, std::size_t max) {
    const std::vector<std::uint64_t> masks = term_masks(matches);
    std::pair<std::size_t, std::size_t> best{0, 0};
    double best_score = -1;
    std::size_t last = 0;
    const std::size_t max_first = std::min<std::size_t>(matches.size(), 400);
    for (std::size_t first = 0; first < max_first; ++first) {
        last = std::max(last, first + 1);
        const std::size_t from = break_before(breaks, matches[first].span.offset);
        while (last < matches.size() &&
               code_points_between(breaks, from,
                                   break_before(breaks, matches[last].span.offset +
                                                            matches[last].span.length)) <= max) {
            ++last;
        }
        const double value = passage_score(masks, first, std::min(last, first + 64));
        if (value > best_score) {
            best_score = value;
            best = {first, last};
        }
    }
    return best;
}

/// Extends a passage to both sides, a third of what is left before it.
Passage extend_passage(const BreakOffsets &breaks, Passage passage, std::size_t max) {
    const std::size_t used = code_points_between(breaks, passage.first, passage.last);
    const std::size_t before = max > used ? (max - used) / 3 : 0;
    const std::size_t anchor = passage.first;
    while (passage.first > 0 && code_points_between(breaks, passage.first - 1, anchor) <= before) {
        --passage.first;
    }
    while (passage.last + 1 < breaks.offsets.size() &&
           code_points_between(breaks, passage.first, passage.last + 1) <= max) {
        ++passage.last;
    }
    while (passage.first > 0 &&
           code_points_between(breaks, passage.first - 1, passage.last) <= max) {
        --passage.first;
    }
    return passage;
}

bool is_whitespace(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// The passage with whitespace collapsed, an ellipsis where it is cut, and the marks moved along.
MarkedText excerpt(std::string_view text, Span span, const std::vector<MatchSpan> &matches) {
    while (span.length > 0 && is_whitespace(text[span.offset])) {
        ++span.offset;
        --span.length;
    }
    while (span.length > 0 && is_whitespace(text[span.offset + span.length - 1])) {
        --span.length;
    }
    const std::size_t end = span.offset + span.length;
    MarkedText result;
    result.text = span.offset > 0 ? ellipsis : "";
    std::vector<std::size_t> moved(span.length + 1);
    for (std::size_t at = span.offset; at < end; ++at) {
        moved[at - span.offset] = result.text.size();
        const bool is_space = is_whitespace(text[at]);
        if (!is_space || result.text.back() != ' ') {
            result.text += is_space ? ' ' : text[at];
        }
    }
    moved[span.length] = result.text.size();
    for (const MatchSpan &match : matches) {
        const std::size_t from = std::max(match.span.offset, span.offset);
        const std::size_t to = std::min(match.span.offset + match.span.length, end);
        if (from < to) {
            const std::size_t start = moved[from - span.offset];
            result.marks.push_back({start, moved[to - span.offset] - start});
        }
    }
    result.text += end < text.size() ? ellipsis : "";
    return result;
}

} // namespace

MarkedText snippet(std::string_view text, const AnalyzedText &analyzed, std::size_t max) {
    const BreakOffsets breaks = break_offsets_of(text, analyzed.words);
    if (text.empty() || max == 0) {
        return {};
    }
    if (breaks.offsets.back().code_point <= max) {
        return excerpt(text, {0, text.size()}, analyzed.matches);
    }
    const std::size_t budget = max > 2 ? max - 2 : 1; // two ellipses
    Passage passage;
    if (!analyzed.matches.empty()) {
        const auto [first, last] = best_matches(breaks, analyzed.matches, budget);
        const Span &end = analyzed.matches[last - 1].span;
        passage.first = break_before(breaks, analyzed.matches[first].span.offset);
        passage.last = break_before(breaks, end.offset + end.length);
    }
    if (code_points_between(breaks, passage.first, passage.last) <= budget) {
        passage = extend_passage(breaks, passage, budget);
    }
    const std::size_t start = breaks.offsets[passage.first].byte;
    std::size_t end = breaks.offsets[passage.last].byte;
    if (end <= start || code_points_between(breaks, passage.first, passage.last) > budget) {
        // A word longer than the budget.
        end = start + text::truncate(text.substr(start), budget).size();
    }
    return excerpt(text, {start, end - start}, analyzed.matches);
}

} // namespace ideary::search
