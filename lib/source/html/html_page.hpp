// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Which part of an HTML page is its text.
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>
#include <vector>

#include "source/html/html_events.hpp"

namespace ideary::source {

/// Looks at events as elements. Places are indices of events that open an element.
class HtmlPage {
  public:
    explicit HtmlPage(const std::vector<HtmlEvent> &events);
    /// `<main>`, then a lone `<article>` in it, where they hold a good part of the text; else all.
    std::pair<std::size_t, std::size_t> main_part();
    /// Navigation, scripts, mark-up forms and the like.
    bool is_skipped(std::size_t at) const;
    /// Whether one of these elements stands inside.
    bool holds(std::size_t at, std::initializer_list<std::string_view> names) const;
    /// The event that closes the element.
    std::size_t end(std::size_t at) const { return ends_[at]; }

  private:
    std::size_t text_in(std::size_t at) const;
    /// The only element of that name (or role) among the events from..to; npos where none or more.
    std::size_t only(std::string_view name, std::size_t from, std::size_t to) const;

    const std::vector<HtmlEvent> &events_;
    std::vector<std::size_t> ends_;
    std::vector<std::size_t> text_before_; ///< bytes of text before each event
    bool inside_main_ = false;
};

} // namespace ideary::source
