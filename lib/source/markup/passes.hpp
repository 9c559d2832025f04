// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The passes between lines and blocks, in their order: comments, syntax, HTML and templates.
#pragma once

#include <string>
#include <vector>

#include "source/model/lines.hpp"
#include "source/markup/outline_reader.hpp"

namespace ideary::source {

/// Moves what stands in comments (`<!-- -->`, `{% comment %}`) to a second text of as many lines;
/// blanks scripts, styles and frames. A comment inside a fence or code, or never closed, is text.
/// Gives the hidden lines; empty where there is no comment.
std::vector<std::string> take_comments(std::vector<std::string> &lines);

/// Rows to read blocks from, with the lists and tables of HTML that stand among them.
struct Prepared {
    Rows rows;
    std::vector<Outline> embedded;
    std::vector<Remark> remarks;
};

/// Templates blanked, block tags of HTML turned into marks or breaks of lines, for Markdown and
/// plain text. Rows keep the numbers of their lines.
Prepared resolve_markup(std::vector<std::string> lines);

/// `{{ … }}` and `{% … %}` blanked, also over lines; `{% highlight %}` becomes a fence.
void blank_templates(std::vector<std::string> &lines);

/// A whole HTML document or fragment to nodes; line numbers count from first_line.
Outline read_html(const std::vector<std::string> &lines, int first_line, HtmlHead *head,
                  std::vector<Remark> &remarks);

struct HtmlEvent;
HtmlHead read_head(const std::vector<HtmlEvent> &events);

} // namespace ideary::source
