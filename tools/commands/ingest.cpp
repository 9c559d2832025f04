// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <chrono>
#include <cmath>

#include <fmt/format.h>
#include <ideary/error.hpp>

#include "commands/ingest_options.hpp"
#include "output/numbers.hpp"
#include "terminal/interrupt.hpp"
#include "terminal/progress.hpp"

namespace ideary::tools {

namespace {

/// For example: 14 sources: 12 new, 2 unchanged
std::string sources_line(const IngestReport &report) {
    const std::pair<std::uint64_t, std::string_view> parts[] = {
        {report.sources_new, "new"},
        {report.sources_changed, "changed"},
        {report.sources_unchanged, "unchanged"},
        {report.sources_removed, "removed"},
        {report.failed.size(), "not read"},
    };
    std::uint64_t all = 0;
    std::string line;
    for (const auto &[count, what] : parts) {
        all += count;
        if (count > 0) {
            line += fmt::format("{}{} {}", line.empty() ? ": " : ", ", count, what);
        }
    }
    return amount(all, "source") + line;
}

bool changed(const IngestReport &report) {
    return report.sources_new + report.sources_changed + report.sources_removed > 0;
}

std::string summary(const IngestReport &report, const std::string &index, bool dry_run) {
    std::string line = dry_run ? "dry run, nothing was written: " : "";
    if (!dry_run && report.generation == 0 && !changed(report)) {
        line = "nothing changed: ";
    }
    line += sources_line(report);
    if (report.ideas_added + report.ideas_removed > 0) {
        line += fmt::format("; {} added, {} removed", amount(report.ideas_added, "idea"),
                            report.ideas_removed);
    }
    return line + fmt::format("; {} in all; index: {}", amount(report.ideas_total, "idea"), index);
}

/// The hint for sources that could not be read.
std::string_view next_step(const Arguments &arguments) {
    if (!arguments.has("rebuild")) {
        return Error::row(ErrorKind::bad_input).hint;
    }
    return arguments.has("force")
               ? "The index is made without it; ingest it when it can be read again"
               : "Nothing was replaced; bring it back, or go on without what cannot be read: "
                 "ideary ingest --rebuild --force";
}

void check_paths(const Arguments &arguments) {
    const bool rebuild = arguments.has("rebuild");
    if (rebuild && !arguments.positionals().empty()) {
        throw Error(ErrorKind::usage, "--rebuild takes no PATH: the index remembers its sources",
                    "Leave out " + arguments.positionals().front());
    }
    if (!rebuild && arguments.positionals().empty()) {
        throw Error(ErrorKind::usage, "no PATH was given", "See: ideary ingest --help");
    }
}

} // namespace

int run_ingest(const Arguments &arguments, CommandContext &context) {
    check_paths(arguments);
    IngestOptions options = ingest_options(arguments);
    if (arguments.has("synonyms")) {
        options.synonyms_path = arguments.text("synonyms");
        options.synonyms = file_text(options.synonyms_path) + "\n";
    }
    options.dry_run = arguments.has("dry-run");
    options.prune = arguments.has("prune");
    options.force = arguments.has("force");
    options.lock_timeout =
        std::chrono::milliseconds(std::llround(1000 * arguments.seconds("lock-timeout")));
    const std::string index = context.index_path();

    ProgressBar bar(!context.quiet());
    const DeferInterrupt deferred;
    const ProgressCallback progress = [&](const Progress &now) {
        stop_if_interrupted();
        bar.show(now);
        return true;
    };
    const IngestReport report = arguments.has("rebuild")
                                    ? rebuild(index, options, progress)
                                    : ingest(index, arguments.positionals(), options, progress,
                                             standard_input(arguments, context));
    bar.clear();
    const int code = report_sources(report, context, next_step(arguments));
    context.warn(summary(report, index, options.dry_run));
    return code;
}

} // namespace ideary::tools
