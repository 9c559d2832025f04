// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>
#include <ideary/error.hpp>

#include "output/json_output.hpp"
#include "session.hpp"

namespace ideary::tools {

namespace {

void print_text(const std::vector<Finding> &findings, Session &session) {
    for (const Finding &finding : findings) {
        session.out.line(terminal_safe(
            fmt::format("{}: {}. {}", finding.file, finding.problem, finding.remedy)));
    }
    if (findings.empty()) {
        session.out.line(terminal_safe(fmt::format("no fault found in {}", session.index_path())));
    }
}

/// What is of other rules is told apart from damage: a rebuild is all it needs.
int exit_code(const std::vector<Finding> &findings) {
    ErrorKind kind = ErrorKind::io;
    for (const Finding &finding : findings) {
        kind = finding.kind == ErrorKind::incompatible ? finding.kind : kind;
    }
    return findings.empty() ? 0 : Error::row(kind).exit_code;
}

} // namespace

int run_check(const Arguments &arguments, Session &session) {
    const std::vector<Finding> findings = check(session.index_path(), arguments.has("sources"));
    switch (session.format) {
    case Format::json:
        session.out.line(findings_json(findings));
        break;
    case Format::jsonl:
        for (const Finding &finding : findings) {
            session.out.line(finding_json(finding));
        }
        break;
    case Format::csv:
        session.out.line("file,problem,remedy");
        for (const Finding &finding : findings) {
            session.out.line(csv_row({finding.file, finding.problem, finding.remedy}));
        }
        break;
    default:
        print_text(findings, session);
    }
    return exit_code(findings);
}

} // namespace ideary::tools
