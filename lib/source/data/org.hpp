// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <string>
#include <vector>

namespace ideary::source {

/// Rewrites lines of an Org outline as Markdown, each in its place: headings without keywords and
/// tags, the title as front matter, drawers and settings removed.
void org_to_markdown(std::vector<std::string> &lines);

} // namespace ideary::source
