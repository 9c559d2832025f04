// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "terminal/style.hpp"

#include <algorithm>
#include <charconv>
#include <climits>
#include <cstdlib>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/text.hpp>
#include <sys/ioctl.h>
#include <unistd.h>

#include "environment.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t min_width = 20;
constexpr std::size_t max_width = 120; // longer lines are hard to read

struct PaintRow {
    std::string_view name;         ///< in IDEARY_COLORS
    std::string_view default_code; ///< SGR parameters that read on light and dark backgrounds
};
constexpr std::array<PaintRow, paint_count> paint_table{{
    {"title", "1"},
    {"match", "1;31"},
    {"dim", "2"},
    {"heading", "1;4"},
    {"bar", "36"},
}};

bool is_wanted(std::string_view when, bool automatic) {
    return when == "auto" ? automatic : when == "always";
}

/// On a real terminal; "dumb" is the one of editors and logs.
bool output_is_terminal() {
    return isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb";
}

std::size_t columns() {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col > 0) {
        return size.ws_col;
    }
    std::size_t width = 80;
    const std::string given = environment("COLUMNS");
    std::from_chars(given.data(), given.data() + given.size(), width);
    return width;
}

[[noreturn]] void bad_colors(std::string_view part) {
    throw Error(ErrorKind::usage, fmt::format("IDEARY_COLORS has an unusable part: {}", part),
                "Write it as title=1:match=1;31:dim=2:heading=1;4:bar=36");
}

/// Parses name=code:name=code, where a code has digits and semicolons.
void read_colors(std::string_view text, std::array<std::string, paint_count> &sequences) {
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(':'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string_view name = part.substr(0, equals);
        const std::string_view code = part.substr(std::min(equals + 1, part.size()));
        const auto row = std::find_if(paint_table.begin(), paint_table.end(),
                                      [&](const PaintRow &each) { return each.name == name; });
        if (row == paint_table.end() ||
            code.find_first_not_of("0123456789;") != std::string_view::npos) {
            bad_colors(part);
        }
        const auto at = static_cast<std::size_t>(row - paint_table.begin());
        sequences[at] = code.empty() ? "" : fmt::format("\x1b[{}m", code);
    }
}

std::string file_url(const std::string &path) {
    std::string url = "file://";
    char host[HOST_NAME_MAX + 1] = {};
    if (gethostname(host, HOST_NAME_MAX) == 0) {
        url += host;
    }
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') ||
                           std::string_view("/-_.~").find(c) != std::string_view::npos;
        url += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return url;
}

} // namespace

Style Style::of_output(std::string_view color, std::string_view hyperlinks) {
    Style style;
    style.width = std::clamp(columns(), min_width, max_width);
    style.color = is_wanted(color, output_is_terminal() && environment("NO_COLOR").empty());
    style.hyperlinks = is_wanted(hyperlinks, output_is_terminal());
    if (style.color) {
        for (std::size_t i = 0; i < paint_count; ++i) {
            style.sequences_[i] = fmt::format("\x1b[{}m", paint_table[i].default_code);
        }
        read_colors(environment("IDEARY_COLORS"), style.sequences_);
    }
    return style;
}

std::string_view Style::start(Paint paint) const {
    return sequences_[static_cast<std::size_t>(paint)];
}

std::string Style::paint(Paint paint, std::string_view text) const {
    return std::string(start(paint)).append(terminal_safe(text)).append(stop());
}

std::string Style::link_to_file(const std::string &path, const std::string &text) const {
    if (!hyperlinks) {
        return text;
    }
    char *real = realpath(path.c_str(), nullptr);
    if (real == nullptr) {
        return text;
    }
    const std::string url = file_url(real);
    std::free(real);
    return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url, text);
}

} // namespace ideary::tools
