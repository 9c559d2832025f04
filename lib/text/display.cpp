// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Text that is safe where it is shown: in a page, on a terminal.
#include "ideary/text.hpp"

#include <algorithm>

#include "text/icu.hpp"

namespace ideary {
namespace {

using text::append_code_point;
using text::next_code_point;

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

/// Of ASCII.
bool is_printable(char c) {
    return c >= ' ' && c < 0x7F;
}

bool is_bidi_control(char32_t point) {
    return point == 0x61C || point == 0x200E || point == 0x200F ||
           (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
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
        const auto *rest = text.data() + i;
        const auto *end = std::find_if_not(rest, text.data() + text.size(), is_printable);
        if (end != rest) {
            out.append(rest, end);
            i += static_cast<std::size_t>(end - rest);
            continue;
        }
        const char32_t point = next_code_point(text, i);
        if (point == '\n' && keep_line_feeds) {
            out.push_back('\n');
        } else if ((point >= '\t' && point <= '\r') || point == 0x85 || point == 0x2028 ||
                   point == 0x2029) {
            out.push_back(' ');
        } else if (point < 0x20 || (point >= 0x7F && point < 0xA0)) {
            out += "\uFFFD";
        } else if (!is_bidi_control(point)) {
            append_code_point(out, point);
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

} // namespace ideary
