// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "commands/ingest_options.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <unistd.h>

#include "terminal/interrupt.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t max_file_size = 64U << 20U; // the limit of a document

[[noreturn]] void cannot_read(const std::string &path) {
    const int cause = errno;
    throw Error(cause == ENOENT || cause == ENOTDIR ? ErrorKind::missing_input : ErrorKind::io,
                fmt::format("cannot read {}: {}", path, std::strerror(cause)),
                "Check the path and its permissions");
}

struct OpenFile {
    explicit OpenFile(const std::string &path)
        : descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor < 0) {
            cannot_read(path);
        }
    }
    ~OpenFile() { close(descriptor); }
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    int descriptor;
};

/// Returns ": " and the text of the remark on the path, and removes that remark.
std::string take_cause(const std::string &path, std::vector<Remark> &remarks) {
    constexpr std::string_view known = "this source cannot be read: ";
    const auto why = std::find_if(remarks.begin(), remarks.end(),
                                  [&](const Remark &remark) { return remark.path == path; });
    if (why == remarks.end()) {
        return {};
    }
    std::string cause = why->text;
    remarks.erase(why);
    if (cause.starts_with(known)) {
        cause.erase(0, known.size());
    }
    cause.erase(cause.find_last_not_of('.') + 1);
    return ": " + cause;
}

} // namespace

std::string file_text(const std::string &path) {
    const OpenFile file(path);
    std::string text;
    char block[1 << 16];
    while (true) {
        const ssize_t size = read(file.descriptor, block, sizeof block);
        if (size < 0) {
            cannot_read(path);
        }
        if (size == 0) {
            return text;
        }
        text.append(block, static_cast<std::size_t>(size));
        if (text.size() > max_file_size) {
            throw Error(ErrorKind::bad_input, fmt::format("{} is larger than 64 MiB", path));
        }
    }
}

IngestOptions ingest_options(const Arguments &arguments) {
    IngestOptions options;
    SourceOverrides &overrides = options.split.overrides;
    overrides.title = arguments.text("title");
    overrides.author = arguments.text("author");
    overrides.event = arguments.text("event");
    overrides.language = arguments.text("language");
    overrides.url = arguments.text("url");
    overrides.slug = arguments.text("slug");
    overrides.encoding = arguments.text("encoding");
    overrides.year = arguments.year("year");
    overrides.kind = kind_from_name(arguments.text("kind"));
    overrides.hidden = arguments.has("hidden");
    if (arguments.has("topics")) {
        // To the library an empty text means the built-in table; an empty file means no topics.
        options.split.topics_path = arguments.text("topics");
        options.split.topics = file_text(options.split.topics_path) + "\n";
    }
    options.include = arguments.texts("include");
    options.exclude = arguments.texts("exclude");
    options.stdin_name = arguments.text("name");
    options.drop_persons = arguments.has("drop-persons");
    return options;
}

InputCallback standard_input(const Arguments &arguments, const CommandContext &context) {
    const std::vector<std::string> &paths = arguments.positionals();
    if (std::find(paths.begin(), paths.end(), "-") != paths.end() && isatty(STDIN_FILENO) == 1) {
        context.warn("reading from the terminal; Ctrl-D ends it");
    }
    return [](char *buffer, std::size_t size) -> std::size_t {
        while (true) {
            const ssize_t got = read(STDIN_FILENO, buffer, size);
            stop_if_interrupted();
            if (got >= 0) {
                return static_cast<std::size_t>(got);
            }
            if (errno != EINTR) {
                throw Error(ErrorKind::io,
                            fmt::format("cannot read standard input: {}", std::strerror(errno)),
                            "Check what is connected to it");
            }
        }
    };
}

int report_sources(const IngestReport &report, const CommandContext &context,
                   std::string_view hint) {
    std::vector<Remark> remarks = report.remarks;
    std::vector<std::string> lines;
    for (const std::string &path : report.failed) {
        lines.push_back(
            fmt::format("ideary: cannot read {}{}. {}", path, take_cause(path, remarks), hint));
    }
    context.warn(remarks);
    for (std::size_t i = 0; i < lines.size() && i < max_printed_remarks; ++i) {
        print_error(lines[i]);
    }
    if (lines.size() > max_printed_remarks) {
        print_error(fmt::format("... and {} more sources cannot be read",
                                lines.size() - max_printed_remarks));
    }
    return lines.empty() ? 0 : bad_input_exit;
}

} // namespace ideary::tools
