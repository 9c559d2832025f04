// SPDX-License-Identifier: GPL-2.0-or-later
// What the tool needs to print text safely: escaping, widths, lines, suggestions.
#include "ideary/text.hpp"

#include <algorithm>
#include <memory>
#include <numeric>

#include <unicode/uchar.h>

#include "text/icu.hpp"
#include "text/normal.hpp"

namespace ideary {
namespace {

using text::append_point;
using text::next_point;
using text::points;

constexpr std::string_view ellipsis = "…";

void append_html(std::string &out, std::string_view part) {
    for (const char c : part) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out.push_back(c);
        }
    }
}

/// Calls plain(text) and marked(text) for the stretches of a marked text, in order. Marks that
/// overlap or lead out are cut.
template <typename Plain, typename Marked>
void each_stretch(const MarkedText &text, Plain plain, Marked marked) {
    const std::string_view all = text.text;
    std::size_t done = 0;
    for (const Span &mark : text.marks) {
        const std::size_t begin = std::min(std::max(mark.offset, done), all.size());
        const std::size_t end =
            begin +
            std::min(mark.offset + mark.length > begin ? mark.offset + mark.length - begin : 0,
                     all.size() - begin);
        if (end <= begin) {
            continue;
        }
        plain(all.substr(done, begin - done));
        marked(all.substr(begin, end - begin));
        done = end;
    }
    plain(all.substr(done));
}

bool is_bidi_control(char32_t point) {
    return point == 0x61C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

std::size_t width_of(char32_t point) {
    const auto code = static_cast<UChar32>(point);
    if (point < 0x20 || (point >= 0x7F && point < 0xA0)) {
        return 0;
    }
    if (point < 0x300) {
        return point == 0xAD ? 0 : 1;
    }
    const std::uint32_t type = U_GET_GC_MASK(code);
    const bool spacing_mark = (type & U_GC_MC_MASK) != 0;
    if (((type & U_GC_M_MASK) != 0 && !spacing_mark) || (type & U_GC_CF_MASK) != 0 ||
        (point >= 0x1160 && point <= 0x11FF)) {
        return 0; // marks, format characters, vowels and finals of conjoining Hangul
    }
    const auto wide = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

/// Columns of one grapheme: those of its widest character; an emoji style mark makes it two.
std::size_t grapheme_width(std::string_view grapheme) {
    std::size_t width = 0;
    std::size_t regions = 0;
    for (std::size_t i = 0; i < grapheme.size();) {
        const char32_t point = next_point(grapheme, i);
        width = std::max(width, width_of(point));
        regions += point >= 0x1F1E6 && point <= 0x1F1FF ? 1 : 0;
        if (point == 0xFE0F && width > 0) {
            width = 2;
        }
    }
    return regions == 2 ? 2 : width;
}

/// Calls visit(grapheme) for each; stops when it gives false.
template <typename Visit> void each_grapheme(std::string_view text, Visit visit) {
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    const std::unique_ptr<icu::BreakIterator> graphemes(text::grapheme_rules().clone());
    graphemes->setText(&view, status);
    text::check(status, "measuring text");
    std::int32_t from = graphemes->first();
    for (std::int32_t to = graphemes->next(); to != icu::BreakIterator::DONE;
         from = to, to = graphemes->next()) {
        const auto begin = static_cast<std::size_t>(from);
        if (!visit(text.substr(begin, static_cast<std::size_t>(to) - begin))) {
            break;
        }
    }
    utext_close(&view);
}

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; });
}

std::string_view without_end_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
        text.remove_suffix(1);
    }
    return text;
}

/// Appends a stretch that must not be broken to the lines, cut by graphemes where it is too wide.
void append_stretch(std::vector<std::string> &lines, std::string_view stretch, std::size_t width) {
    const std::string_view core = without_end_blanks(stretch);
    if (!lines.back().empty() && display_width(lines.back()) + display_width(core) > width) {
        lines.back() = without_end_blanks(lines.back());
        lines.emplace_back();
    }
    if (display_width(core) <= width) {
        lines.back() += stretch;
        return;
    }
    std::size_t used = display_width(lines.back());
    each_grapheme(stretch, [&](std::string_view grapheme) {
        const std::size_t columns = grapheme_width(grapheme);
        if (used + columns > width && !lines.back().empty()) {
            lines.emplace_back();
            used = 0;
        }
        lines.back() += grapheme;
        used += columns;
        return true;
    });
}

void wrap_paragraph(std::vector<std::string> &lines, std::string_view text, std::size_t width) {
    lines.emplace_back();
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    const std::unique_ptr<icu::BreakIterator> breaks(text::line_rules().clone());
    breaks->setText(&view, status);
    text::check(status, "wrapping text");
    std::int32_t from = breaks->first();
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE;
         from = to, to = breaks->next()) {
        const auto begin = static_cast<std::size_t>(from);
        append_stretch(lines, text.substr(begin, static_cast<std::size_t>(to) - begin), width);
    }
    utext_close(&view);
    lines.back() = without_end_blanks(lines.back());
}

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t i = 0; i < text.size();) {
        out.push_back(next_point(text, i));
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

std::string to_html(const MarkedText &text, std::string_view open, std::string_view close) {
    std::string out;
    each_stretch(
        text, [&](std::string_view plain) { append_html(out, plain); },
        [&](std::string_view marked) {
            out += open;
            append_html(out, marked);
            out += close;
        });
    return out;
}

std::string terminal_safe(std::string_view text, bool keep_line_feeds) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const char32_t point = next_point(text, i);
        if (point == '\n' && keep_line_feeds) {
            out.push_back('\n');
        } else if ((point >= '\t' && point <= '\r') || point == 0x85 || point == 0x2028 ||
                   point == 0x2029) {
            out.push_back(' ');
        } else if (point < 0x20 || (point >= 0x7F && point < 0xA0)) {
            out += "\uFFFD";
        } else if (!is_bidi_control(point)) {
            append_point(out, point);
        }
    }
    return out;
}

std::string to_terminal(const MarkedText &text, std::string_view open, std::string_view close) {
    std::string out;
    each_stretch(
        text, [&](std::string_view plain) { out += terminal_safe(plain); },
        [&](std::string_view marked) {
            out += open;
            out += terminal_safe(marked);
            out += close;
        });
    return out;
}

std::size_t display_width(std::string_view text) {
    if (is_printable_ascii(text)) {
        return text.size();
    }
    std::size_t width = 0;
    each_grapheme(text, [&](std::string_view grapheme) {
        width += grapheme_width(grapheme);
        return true;
    });
    return width;
}

std::string fit_width(std::string_view text, std::size_t width) {
    if (is_printable_ascii(text) && text.size() <= width) {
        return std::string(text);
    }
    if (width == 0) {
        return {};
    }
    std::size_t used = 0;
    std::size_t end = 0;  // bytes that fit
    std::size_t kept = 0; // bytes that fit with the ellipsis behind them
    each_grapheme(text, [&](std::string_view grapheme) {
        used += grapheme_width(grapheme);
        end += used <= width ? grapheme.size() : 0;
        kept = used + 1 <= width ? end : kept;
        return used <= width;
    });
    if (used <= width) {
        return std::string(text);
    }
    return std::string(without_end_blanks(text.substr(0, kept))) + std::string(ellipsis);
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    const std::size_t columns = std::max<std::size_t>(width, 1);
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        wrap_paragraph(lines, text.substr(start, end - start), columns);
        start = end + 1;
    }
    return lines;
}

std::string fold(std::string_view text) {
    return text::fold_value(text);
}

std::string closest(std::string_view word, const std::vector<std::string> &candidates) {
    constexpr std::size_t longest = 256; // names and commands; the distance is quadratic
    const std::u32string wanted = code_points(fold(text::cut(word, longest)));
    const std::size_t allowed = std::max<std::size_t>(1, (wanted.size() + 1) / 3);
    const std::string *best = nullptr;
    std::size_t best_distance = allowed + 1;
    for (const std::string &candidate : candidates) {
        const std::u32string other = code_points(fold(text::cut(candidate, longest)));
        const std::size_t typos = distance(wanted, other);
        if (typos < best_distance && typos < std::max<std::size_t>(other.size(), 2)) {
            best = &candidate;
            best_distance = typos;
        }
    }
    return best != nullptr ? *best : std::string();
}

} // namespace ideary
