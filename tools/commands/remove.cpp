// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <chrono>
#include <cmath>

#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/writer.hpp>

#include "command_context.hpp"
#include "output/numbers.hpp"
#include "terminal/interrupt.hpp"

namespace ideary::tools {

namespace {

void report_removed(const IngestReport &report, bool dry_run, const CommandContext &context) {
    for (const std::string &path : report.removed) {
        context.warn(fmt::format("{} {}", dry_run ? "would remove" : "removed", path));
    }
    context.warn(fmt::format("{}{} with {} {}; {} in all; index: {}",
                             dry_run ? "dry run, nothing was written: " : "",
                             amount(report.sources_removed, "source"),
                             amount(report.ideas_removed, "idea"), dry_run ? "would go" : "removed",
                             amount(report.ideas_total, "idea"), context.index_path()));
}

} // namespace

int run_remove(const Arguments &arguments, CommandContext &context) {
    const std::string index = context.index_path();
    IngestOptions options;
    options.lock_timeout =
        std::chrono::milliseconds(std::llround(1000 * arguments.seconds("lock-timeout")));
    options.dry_run = arguments.has("dry-run");
    const DeferInterrupt deferred;
    const IngestReport report = remove_sources(index, arguments.positionals(), options);
    if (!report.failed.empty()) {
        throw Error(
            ErrorKind::missing_input,
            fmt::format("cannot remove {}: no source of the index has this path, URL or slug",
                        report.failed.front()),
            "List the sources with: ideary sources");
    }
    report_removed(report, options.dry_run, context);
    return 0;
}

} // namespace ideary::tools
