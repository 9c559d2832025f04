// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// HTML as libxml2's parser tells it: tags opened and closed, text, each with its line. No tree.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::source {

struct HtmlEvent {
    enum class Kind { open, close, text };
    Kind kind = Kind::text;
    std::string name; ///< of the element, lower case
    std::string text; ///< spaces as written
    int line = 0;     ///< on which the tag ends or the text begins
    std::vector<std::pair<std::string, std::string>> attributes;

    std::string_view attribute(std::string_view key) const;
};

/// Parses lines, the first of which has the number first_line. Nothing is loaded from anywhere. A
/// nesting deeper than 256 is left: reading begins from scratch on the next line, with a remark.
std::vector<HtmlEvent> html_events(const std::vector<std::string> &lines, int first_line,
                                   std::vector<Remark> &remarks);

/// For each event that opens an element, the place of the event that closes it (or the end).
std::vector<std::size_t> html_ends(const std::vector<HtmlEvent> &events);

} // namespace ideary::source
