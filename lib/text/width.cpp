// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Columns on a terminal: measuring, cutting and breaking text.
#include "ideary/text.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include <unicode/uchar.h>

#include "text/icu.hpp"

namespace ideary {
namespace {

using text::next_code_point;

constexpr std::string_view ellipsis = "…";

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
    std::size_t voicing = 0; // half-width signs join the kana before them but take a column
    for (std::size_t i = 0; i < grapheme.size();) {
        const char32_t point = next_code_point(grapheme, i);
        if (point == 0xFF9E || point == 0xFF9F) {
            ++voicing;
            continue;
        }
        width = std::max(width, width_of(point));
        regions += point >= 0x1F1E6 && point <= 0x1F1FF ? 1 : 0;
        if (point == 0xFE0F && width > 0) {
            width = 2;
        }
    }
    return regions == 2 ? 2 : width + voicing;
}

/// Calls visit for each grapheme until it returns false.
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

/// Columns of a text in which each character is a grapheme; nothing if another character may occur.
/// Covers letters and punctuation below the combining marks, and dashes, quotes, bullets, the
/// ellipsis.
std::optional<std::size_t> simple_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const char32_t point = next_code_point(text, i);
        if (point >= 0x300 && (point < 0x2010 || point > 0x2027)) {
            return std::nullopt;
        }
        width += point < 0x300 ? width_of(point) : 1;
    }
    return width;
}

std::string_view without_end_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) {
        text.remove_suffix(1);
    }
    return text;
}

/// The lines of a paragraph. Each stretch is measured once: lines grow long, and measuring text
/// that is not ASCII is slow.
class Lines {
  public:
    Lines(std::vector<std::string> &lines, std::size_t width) : lines_(lines), width_(width) {
        lines_.emplace_back();
    }

    /// Appends a stretch that must not be broken, cut by graphemes where it is too wide.
    void append(std::string_view word) {
        const std::string_view core = without_end_blanks(word);
        const std::size_t columns = display_width(core);
        if (!lines_.back().empty() && used_ + columns > width_) {
            lines_.back() = without_end_blanks(lines_.back());
            begin_line();
        }
        if (columns <= width_) {
            lines_.back() += word;
            used_ += columns + (word.size() - core.size());
        } else {
            append_cut(word);
        }
    }

  private:
    void begin_line() {
        lines_.emplace_back();
        used_ = 0;
    }

    void append_cut(std::string_view word) {
        each_grapheme(word, [&](std::string_view grapheme) {
            const std::size_t columns = grapheme_width(grapheme);
            if (used_ + columns > width_ && !lines_.back().empty()) {
                begin_line();
            }
            lines_.back() += grapheme;
            used_ += columns;
            return true;
        });
    }

    std::vector<std::string> &lines_;
    std::size_t width_;
    std::size_t used_ = 0; ///< columns of the last line
};

void wrap_paragraph(std::vector<std::string> &lines, std::string_view text, std::size_t width) {
    Lines made(lines, width);
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
        made.append(text.substr(begin, static_cast<std::size_t>(to) - begin));
    }
    utext_close(&view);
    lines.back() = without_end_blanks(lines.back());
}

} // namespace

std::size_t display_width(std::string_view text) {
    if (is_printable_ascii(text)) {
        return text.size();
    }
    if (const auto simple = simple_width(text)) {
        return *simple;
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
    std::size_t kept = 0; // bytes that fit together with the ellipsis
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
        const std::string_view paragraph = text.substr(start, end - start);
        if (simple_width(paragraph).value_or(columns + 1) <= columns) {
            lines.emplace_back(without_end_blanks(paragraph));
        } else {
            wrap_paragraph(lines, paragraph, columns);
        }
        start = end + 1;
    }
    return lines;
}

} // namespace ideary
