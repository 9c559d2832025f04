// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/writer.hpp>

#include "interrupt.hpp"
#include "session.hpp"

namespace ideary::tools {

namespace {

void tell(const IngestReport &report, bool dry_run, const Session &session) {
    for (const std::string &path : report.removed) {
        session.note(fmt::format("{} {}", dry_run ? "would remove" : "removed", path));
    }
    session.note(fmt::format("{}{} with {} {}; {} in all; index: {}",
                             dry_run ? "dry run, nothing was written: " : "",
                             amount(report.sources_removed, "source"),
                             amount(report.ideas_removed, "idea"), dry_run ? "would go" : "removed",
                             amount(report.ideas_total, "idea"), session.index_path()));
}

} // namespace

int run_remove(const Arguments &arguments, Session &session) {
    const std::string index = session.index_path();
    IngestOptions options;
    options.lock_timeout_s = arguments.seconds("lock-timeout");
    options.dry_run = arguments.has("dry-run");
    const DeferInterrupt deferred;
    const IngestReport report = remove(index, arguments.rest(), options);
    if (!report.failed.empty()) {
        throw Error(
            ErrorKind::missing_input,
            fmt::format("cannot remove {}: no source of the index has this path, URL or slug",
                        report.failed.front()),
            "See where an idea stands with: ideary search --format csv");
    }
    tell(report, options.dry_run, session);
    return 0;
}

} // namespace ideary::tools
