// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Parts of the inline reader of Markdown: marks of emphasis that pair off, destinations of links.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "source/markup/inline.hpp"

namespace ideary::source {

/// Runs of `*`, `_` and `~`. A run that closes takes the nearest one of its mark that opens; what
/// never pairs stays in its piece as written. Each mark is pushed and dropped once.
class Emphasis {
  public:
    explicit Emphasis(TextBuilder &out) : out_(out) {}
    /// The run of that length at a place of raw; it becomes a piece.
    void add(std::string_view raw, std::size_t at, std::size_t run);
    std::size_t height() const { return marks_.size(); }
    /// Marks above that height can open no more.
    void drop(std::size_t height);

  private:
    struct Mark {
        std::size_t piece;
        char sign;
        std::size_t count;
    };
    std::size_t &open_count(char sign) { return open_[sign == '*' ? 0 : sign == '_' ? 1 : 2]; }
    void place(Mark mark, bool closes, bool opens);
    void pair(Mark &opener, Mark &closer);

    TextBuilder &out_;
    std::vector<Mark> marks_;
    std::array<std::size_t, 3> open_{};
};

/// Where a link's destination ends, and what it is.
struct Destination {
    std::size_t end = 0; ///< after the closing parenthesis; 0: none
    std::string target;
};

/// What stands in parentheses at from: `(target)`, `(<target> "title")`. last_paren: the place of
/// the last closing one in raw.
Destination link_destination(std::string_view raw, std::size_t from, std::size_t last_paren);

/// What a label names: that of `[text][label]`, else the text itself, which stands in raw
/// from..close.
Destination link_reference(std::string_view raw, std::size_t from, std::size_t close,
                           const References &references);

} // namespace ideary::source
