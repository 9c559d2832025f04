// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The text of one block of HTML as it comes: whole, and by the lines that `<br>` ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "source/html/html_events.hpp"
#include "source/markup/inline.hpp"
#include "source/model/outline.hpp"

namespace ideary::source {

/// What a block held.
struct HtmlBlock {
    Text text;
    std::vector<Line> lines; ///< raw is the plain text
    std::string raw;         ///< with its spaces, for code
    int line = 0, end_line = 0;
    bool box = false; ///< began with a checkbox
};

class HtmlText {
  public:
    void open(const HtmlEvent &event);
    void close(std::string_view name);
    void add(const HtmlEvent &event);
    void end_line();
    /// Whether anything was seen since the last take().
    bool touched() const { return touched_; }
    /// The block so far; emphasis that is still open goes on in the next.
    HtmlBlock take();

  private:
    void mark(int bold, int struck);
    TextBuilder carry() const;

    TextBuilder whole_, part_;
    HtmlBlock block_;
    std::string href_;
    std::size_t link_from_ = 0, part_link_from_ = 0;
    int part_line_ = 0, bold_ = 0, struck_ = 0;
    bool touched_ = false;
};

} // namespace ideary::source
