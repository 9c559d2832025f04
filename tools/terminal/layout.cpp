// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/layout.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace ideary::tools {

namespace {

constexpr std::size_t min_text_width = 20; ///< also where the indent leaves less
constexpr std::string_view ellipsis = "…";

/// Makes the text terminal-safe and moves the marks accordingly.
MarkedText make_safe(const MarkedText &text) {
    MarkedText safe;
    std::size_t at = 0;
    const auto take = [&](std::size_t end) {
        end = std::clamp(end, at, text.text.size());
        safe.text += terminal_safe(std::string_view(text.text).substr(at, end - at));
        at = end;
    };
    for (const Span &mark : text.marks) {
        take(mark.offset);
        const std::size_t start = safe.text.size();
        take(mark.offset + mark.length);
        safe.marks.push_back({start, safe.text.size() - start});
    }
    take(text.text.size());
    return safe;
}

/// Paints the marks that lie in the line, which starts at offset in the text of the marks.
std::string paint_marks(std::string_view line, std::size_t offset, const std::vector<Span> &marks,
                        const std::pair<std::string, std::string> &paint) {
    std::string out;
    std::size_t at = 0;
    for (const Span &mark : marks) {
        const std::size_t from =
            std::clamp(mark.offset, offset + at, offset + line.size()) - offset;
        const std::size_t to =
            std::clamp(mark.offset + mark.length, offset + from, offset + line.size()) - offset;
        if (from < to) {
            out.append(line.substr(at, from - at)).append(paint.first);
            out.append(line.substr(from, to - from)).append(paint.second);
            at = to;
        }
    }
    return out.append(line.substr(at));
}

/// The escape sequences around a match within text painted as base.
std::pair<std::string, std::string> match_paint(const Style &style, std::string_view base) {
    return {std::string(style.start(Paint::match)),
            style.color ? std::string(style.stop()).append(base) : std::string()};
}

/// The longest start of text of at most width columns, cut after a word where there is one in the
/// second half.
std::string cut_after_word(const std::string &text, std::size_t width) {
    std::string cut = fit_width(text, width);
    if (!cut.ends_with(ellipsis) || text.starts_with(cut)) {
        return cut;
    }
    cut.resize(cut.size() - ellipsis.size());
    const std::size_t space = cut.find_last_of(' ');
    const bool inside_word = cut.size() < text.size() && text[cut.size()] != ' ';
    if (inside_word && space != std::string::npos && space > cut.size() / 2) {
        cut.resize(space);
    }
    cut.resize(cut.find_last_not_of(" ,;:-") + 1);
    constexpr std::string_view separator = " ·";
    return cut.ends_with(separator) ? cut.substr(0, cut.size() - separator.size()) : cut;
}

} // namespace

std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style,
                      std::optional<Paint> base) {
    const MarkedText safe = make_safe(text);
    if (safe.text.empty()) {
        return {};
    }
    const std::string_view before = base ? style.start(*base) : std::string_view();
    const std::string_view after = base ? style.stop() : std::string_view();
    const auto paint = match_paint(style, before);
    std::string out;
    std::size_t at = 0;
    const std::size_t width = std::max(style.width, indent + min_text_width) - indent;
    for (const std::string &line : wrap(safe.text, width)) {
        const std::size_t found = std::min(safe.text.find(line, at), safe.text.size());
        out.append(indent, ' ').append(before);
        out.append(paint_marks(line, found, safe.marks, paint)).append(after).append("\n");
        at = std::min(found + line.size(), safe.text.size());
    }
    return out;
}

std::string paragraph(std::string_view text, std::size_t indent, const Style &style) {
    return paragraph(MarkedText{std::string(text), {}}, indent, style);
}

Cell cell(const MarkedText &text, std::size_t width, const Style &style,
          std::optional<Paint> base) {
    const MarkedText safe = make_safe(text);
    std::string cut = cut_after_word(safe.text, width);
    const bool is_cut = cut.size() < safe.text.size();
    const std::string_view before = base ? style.start(*base) : std::string_view();
    Cell result;
    result.width = display_width(cut) + (is_cut ? 1 : 0);
    result.text =
        std::string(before).append(paint_marks(cut, 0, safe.marks, match_paint(style, before)));
    result.text.append(is_cut ? ellipsis : "").append(base ? style.stop() : "");
    return result;
}

Cell cell(std::string_view text, std::size_t width, const Style &style, std::optional<Paint> base) {
    return cell(MarkedText{std::string(text), {}}, width, style, base);
}

std::string padded(const Cell &cell, std::size_t width) {
    return cell.text + std::string(width - std::min(width, cell.width), ' ');
}

std::string two_sides(std::size_t indent, const Cell &left, const Cell &right, const Style &style) {
    const std::size_t taken = indent + left.width + right.width;
    const std::size_t gap = right.width == 0 ? 0 : style.width - std::min(style.width, taken);
    return std::string(indent, ' ') + left.text + std::string(gap, ' ') + right.text + "\n";
}

} // namespace ideary::tools
