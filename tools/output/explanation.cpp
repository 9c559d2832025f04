// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <fmt/format.h>

#include "output/hit_text.hpp"

#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

/// Indents each line by two columns.
std::string indented(const std::string &lines) {
    std::string out;
    std::size_t at = 0;
    while (at < lines.size()) {
        const std::size_t end = std::min(lines.find('\n', at), lines.size());
        out += "  " + terminal_safe(lines.substr(at, end - at)) + "\n";
        at = end + 1;
    }
    return out;
}

/// A term and its origin: `stem "deploy" for deploying`.
std::string named(const Contribution &each) {
    std::string text = fmt::format("{} \"{}\"", term_kind_name(each.kind), each.term);
    if (!each.field.empty()) {
        text += " of " + each.field;
    }
    if (each.origin != Origin::typed) {
        text += fmt::format(", {}", origin_name(each.origin));
    }
    return each.typed.empty() || each.typed == each.term ? text : text + " for " + each.typed;
}

} // namespace

std::string explanation_text(const QueryExplanation &explanation, const Style &style) {
    return style.paint(Paint::heading, "Understood as:") + "\n" + indented(explanation.tree) +
           style.paint(Paint::heading, "Rewritten as:") + "\n" + indented(explanation.rewritten) +
           style.paint(Paint::heading, "Searched for:") + "\n" + indented(explanation.plan);
}

std::string contributions_text(const std::vector<Contribution> &list, const Style &style) {
    std::string out;
    for (const Contribution &each : list) {
        const std::string where =
            each.found_in.empty() ? "" : fmt::format(" in {}", fmt::join(each.found_in, ", "));
        std::string text = paragraph(named(each) + where, 13, style);
        const std::string score = fmt::format("    {:>7.3f}  ", each.score);
        out += text.replace(0, std::min(text.size(), score.size()), score);
    }
    return out;
}

} // namespace ideary::tools
