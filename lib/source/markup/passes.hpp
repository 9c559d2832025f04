// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The passes between lines and blocks, in their order: comments, syntax, HTML and templates.
#pragma once

#include <string>
#include <vector>

#include "source/markup/outline_reader.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {

/// Moves what stands in comments (`<!-- -->`, `{% comment %}`) to a second text of as many lines;
/// blanks out scripts, styles and frames. A comment inside a fence or code, or never closed, is
/// text. Returns the hidden lines; empty where there is no comment.
std::vector<std::string> take_comments(std::vector<std::string> &lines);

/// SourceLines to read blocks from, with the lists and tables of HTML that stand among them.
struct Prepared {
    SourceLines rows;
    std::vector<Outline> embedded;
    std::vector<Remark> remarks;
};

/// Templates blanked, block tags of HTML turned into marks or breaks of lines, for Markdown and
/// plain text. SourceLines keep the numbers of their lines.
Prepared resolve_markup(std::vector<std::string> lines);

/// `{{ … }}` and `{% … %}` blanked, also over lines; `{% highlight %}` becomes a fence.
void blank_templates(std::vector<std::string> &lines);

/// A whole HTML document or fragment to nodes; line numbers count from first_line.
Outline read_html(const std::vector<std::string> &lines, int first_line, HtmlHead *head,
                  std::vector<Remark> &remarks);

/// Symbols that stand as bullets (`🔹`, `→`, `o`) at the head of every line of a run become `-`; a
/// mail that is quoted as a whole loses its `>`.
void normalize_bullets(std::vector<std::string> &lines);

struct HtmlEvent;
HtmlHead read_head(const std::vector<HtmlEvent> &events);

} // namespace ideary::source
