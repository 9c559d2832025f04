// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <bit>
#include <cstdint>

#include "search/highlight/highlighter.hpp"
#include "text/normal.hpp"

namespace ideary::search {
namespace {

constexpr std::string_view ellipsis = "\u2026";

bool is_start(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
}

/// Where a text may be cut: places before and behind words, in bytes and code points.
struct Cuts {
    struct Place {
        std::size_t byte = 0, point = 0;
    };
    std::vector<Place> places; ///< rising; the first is the beginning, the last the end
};

Cuts cuts_of(std::string_view text, const std::vector<Span> &words) {
    Cuts cuts;
    cuts.places.reserve(2 * words.size() + 2);
    cuts.places.push_back({0, 0});
    const auto add = [&](std::size_t byte) {
        Cuts::Place place = cuts.places.back();
        for (; place.byte < byte; ++place.byte) {
            place.point += is_start(text[place.byte]) ? 1 : 0;
        }
        if (place.byte > cuts.places.back().byte) {
            cuts.places.push_back(place);
        }
    };
    for (const Span &word : words) {
        add(word.offset);
        add(word.offset + word.length);
    }
    add(text.size());
    return cuts;
}

/// The last place at or before a byte.
std::size_t place_before(const Cuts &cuts, std::size_t byte) {
    const auto after = std::upper_bound(
        cuts.places.begin(), cuts.places.end(), byte,
        [](std::size_t value, const Cuts::Place &place) { return value < place.byte; });
    return static_cast<std::size_t>(after - cuts.places.begin()) - 1;
}

/// One bit for each thing that was looked for, of the matches; the last bit is for all beyond 63.
std::vector<std::uint64_t> bits_of(const std::vector<Match> &matches) {
    std::vector<std::size_t> known;
    std::vector<std::uint64_t> bits;
    for (const Match &match : matches) {
        const auto found = std::find(known.begin(), known.end(), match.what);
        const auto at = std::min<std::ptrdiff_t>(found - known.begin(), 63);
        if (found == known.end() && known.size() < 63) {
            known.push_back(match.what);
        }
        bits.push_back(std::uint64_t(1) << at);
    }
    return bits;
}

/// What a passage is worth: each thing that was looked for counts once, and a little again.
double worth(const std::vector<std::uint64_t> &bits, std::size_t first, std::size_t last) {
    std::uint64_t seen = 0;
    for (std::size_t i = first; i < last; ++i) {
        seen |= bits[i];
    }
    return std::popcount(seen) + 0.1 * static_cast<double>(last - first);
}

struct Passage {
    std::size_t first = 0, last = 0; ///< places
};

std::size_t points_between(const Cuts &cuts, std::size_t first, std::size_t last) {
    return cuts.places[last].point - cuts.places[first].point;
}

/// The run of matches worth most that fits into max code points; the earliest of equals.
std::pair<std::size_t, std::size_t> best_run(const Cuts &cuts, const std::vector<Match> &matches,
                                             std::size_t max) {
    const std::vector<std::uint64_t> bits = bits_of(matches);
    std::pair<std::size_t, std::size_t> best{0, 0};
    double most = -1;
    std::size_t last = 0;
    const std::size_t considered = std::min<std::size_t>(matches.size(), 400);
    for (std::size_t first = 0; first < considered; ++first) {
        last = std::max(last, first + 1);
        const std::size_t from = place_before(cuts, matches[first].span.offset);
        while (last < matches.size() &&
               points_between(cuts, from,
                              place_before(cuts, matches[last].span.offset +
                                                     matches[last].span.length)) <= max) {
            ++last;
        }
        const double value = worth(bits, first, std::min(last, first + 64));
        if (value > most) {
            most = value;
            best = {first, last};
        }
    }
    return best;
}

/// Grows to both sides, a third of the room before what matched.
Passage grown(const Cuts &cuts, Passage passage, std::size_t max) {
    const std::size_t used = points_between(cuts, passage.first, passage.last);
    const std::size_t before = max > used ? (max - used) / 3 : 0;
    const std::size_t anchor = passage.first;
    while (passage.first > 0 && points_between(cuts, passage.first - 1, anchor) <= before) {
        --passage.first;
    }
    while (passage.last + 1 < cuts.places.size() &&
           points_between(cuts, passage.first, passage.last + 1) <= max) {
        ++passage.last;
    }
    while (passage.first > 0 && points_between(cuts, passage.first - 1, passage.last) <= max) {
        --passage.first;
    }
    return passage;
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

/// The passage with blanks run together, `…` where it is cut, and the marks where they then are.
MarkedText excerpt(std::string_view text, Span span, const std::vector<Match> &matches) {
    while (span.length > 0 && is_blank(text[span.offset])) {
        ++span.offset;
        --span.length;
    }
    while (span.length > 0 && is_blank(text[span.offset + span.length - 1])) {
        --span.length;
    }
    const std::size_t end = span.offset + span.length;
    MarkedText result;
    result.text = span.offset > 0 ? ellipsis : "";
    std::vector<std::size_t> moved(span.length + 1);
    for (std::size_t at = span.offset; at < end; ++at) {
        moved[at - span.offset] = result.text.size();
        const bool blank = is_blank(text[at]);
        if (!blank || result.text.back() != ' ') {
            result.text += blank ? ' ' : text[at];
        }
    }
    moved[span.length] = result.text.size();
    for (const Match &match : matches) {
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

MarkedText snippet(std::string_view text, const Read &read, std::size_t max) {
    const Cuts cuts = cuts_of(text, read.words);
    if (text.empty() || max == 0) {
        return {};
    }
    if (cuts.places.back().point <= max) {
        return excerpt(text, {0, text.size()}, read.matches);
    }
    const std::size_t room = max > 2 ? max - 2 : 1; // two `…`
    Passage passage;
    if (!read.matches.empty()) {
        const auto [first, last] = best_run(cuts, read.matches, room);
        const Span &end = read.matches[last - 1].span;
        passage.first = place_before(cuts, read.matches[first].span.offset);
        passage.last = place_before(cuts, end.offset + end.length);
    }
    if (points_between(cuts, passage.first, passage.last) <= room) {
        passage = grown(cuts, passage, room);
    }
    const std::size_t start = cuts.places[passage.first].byte;
    std::size_t end = cuts.places[passage.last].byte;
    if (end <= start || points_between(cuts, passage.first, passage.last) > room) {
        // One word longer than the room.
        end = start + text::cut(text.substr(start), room).size();
    }
    return excerpt(text, {start, end - start}, read.matches);
}

} // namespace ideary::search
