// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/json.hpp>

#include "command_context.hpp"
#include "output/table.hpp"

namespace ideary::tools {

namespace {

void print_text(const std::vector<Finding> &findings, CommandContext &context) {
    for (const Finding &finding : findings) {
        context.out.line(terminal_safe(
            fmt::format("{}: {}. {}", finding.file, finding.problem, finding.remedy)));
    }
    if (findings.empty()) {
        context.out.line(terminal_safe(fmt::format("no fault found in {}", context.index_path())));
    }
}

/// An incompatible index has its own code: it is not damaged and needs only a rebuild.
int exit_code(const std::vector<Finding> &findings) {
    ErrorKind kind = ErrorKind::io;
    for (const Finding &finding : findings) {
        kind = finding.kind == ErrorKind::incompatible ? finding.kind : kind;
    }
    return findings.empty() ? 0 : Error::row(kind).exit_code;
}

} // namespace

int run_check(const Arguments &arguments, CommandContext &context) {
    const std::vector<Finding> findings = check(context.index_path(), arguments.has("sources"));
    switch (context.format) {
    case Format::json:
        context.out.line(to_json(findings));
        break;
    case Format::jsonl:
        for (const Finding &finding : findings) {
            context.out.line(to_json(finding));
        }
        break;
    case Format::csv:
        context.out.line(table_row({"file", "problem", "remedy"}, Separator::comma));
        for (const Finding &finding : findings) {
            context.out.line(
                table_row({finding.file, finding.problem, finding.remedy}, Separator::comma));
        }
        break;
    default:
        print_text(findings, context);
    }
    return exit_code(findings);
}

} // namespace ideary::tools
