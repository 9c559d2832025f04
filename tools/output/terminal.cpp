// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/terminal.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <optional>
#include <sys/ioctl.h>
#include <unistd.h>

namespace ideary::tools {

namespace {

constexpr std::size_t buffer_size = 1 << 16;
constexpr std::size_t min_width = 20;
constexpr std::size_t max_width =
    120; // longer lines are hard to read; wide terminals keep a margin

std::string_view environment(const char *name) {
    const char *value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

bool wants_colour(std::string_view when) {
    if (when != "auto") {
        return when == "always";
    }
    return isatty(STDOUT_FILENO) == 1 && environment("NO_COLOR").empty() &&
           environment("TERM") != "dumb";
}

std::size_t columns() {
    winsize size{};
    if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 &&
        size.ws_col > 0) {
        return size.ws_col;
    }
    std::size_t width = 80;
    const std::string_view given = environment("COLUMNS");
    std::from_chars(given.data(), given.data() + given.size(), width);
    return width;
}

/// Makes the text terminal-safe and moves the marks accordingly.
MarkedText made_safe(const MarkedText &text) {
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
std::string painted(std::string_view line, std::size_t offset, const std::vector<Span> &marks,
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

std::string lay_out(const MarkedText &text, std::size_t indent, const Style &style,
                    std::optional<Paint> base) {
    const MarkedText safe = made_safe(text);
    if (safe.text.empty()) {
        return {};
    }
    const std::string_view before = base ? style.start(*base) : std::string_view();
    const std::string_view after = base ? style.stop() : std::string_view();
    const std::pair<std::string, std::string> paint{
        style.start(Paint::mark), style.colour ? std::string(style.stop()).append(before) : ""};
    std::string out;
    std::size_t at = 0;
    const std::size_t width = std::max(style.width, indent + min_width) - indent;
    for (const std::string &line : wrap(safe.text, width)) {
        const std::size_t found = std::min(safe.text.find(line, at), safe.text.size());
        out.append(indent, ' ').append(before);
        out.append(painted(line, found, safe.marks, paint)).append(after).append("\n");
        at = std::min(found + line.size(), safe.text.size());
    }
    return out;
}

void write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written >= 0) {
            text.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            throw ClosedPipe();
        } else if (errno != EINTR) {
            throw Error(ErrorKind::io,
                        fmt::format("cannot write to standard output: {}", std::strerror(errno)),
                        "Check where it leads, and the free space there");
        }
    }
}

} // namespace

void Output::write(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= buffer_size) {
        flush();
    }
}

void Output::line(std::string_view text) {
    write(text);
    write("\n");
}

void Output::flush() {
    const std::string ready = std::move(buffer_);
    buffer_.clear();
    write_all(STDOUT_FILENO, ready);
}

Style Style::of_output(std::string_view when) {
    return {wants_colour(when), std::clamp(columns(), min_width, max_width)};
}

std::string_view Style::start(Paint paint) const {
    if (!colour) {
        return {};
    }
    switch (paint) {
    case Paint::title:
        return "\x1b[1m";
    case Paint::mark:
        return "\x1b[1;33m";
    case Paint::dim:
        return "\x1b[2m";
    case Paint::heading:
        return "\x1b[1;36m";
    }
    return {};
}

std::string_view Style::stop() const {
    return colour ? "\x1b[0m" : "";
}

std::string Style::paint(Paint paint, std::string_view text) const {
    return std::string(start(paint)).append(terminal_safe(text)).append(stop());
}

std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style) {
    return lay_out(text, indent, style, std::nullopt);
}

std::string paragraph(const MarkedText &text, std::size_t indent, const Style &style, Paint base) {
    return lay_out(text, indent, style, base);
}

std::string paragraph(std::string_view text, std::size_t indent, const Style &style) {
    return lay_out({std::string(text), {}}, indent, style, std::nullopt);
}

void print_error(std::string_view text) {
    const std::string line = terminal_safe(text) + "\n";
    std::string_view rest = line;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, rest.data(), rest.size());
        if (written < 0 && errno != EINTR) {
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
    }
}

bool stderr_is_terminal() {
    return isatty(STDERR_FILENO) == 1;
}

void reserve_standard_streams() {
    for (int descriptor = 0; descriptor < 3; ++descriptor) {
        if (fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            // Opened in the wrong direction, so that its use fails as for a closed descriptor.
            [[maybe_unused]] const int held =
                open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
        }
    }
}

} // namespace ideary::tools
