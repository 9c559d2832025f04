// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The one line reader: rows are the input, nodes are the output. Its syntaxes are flags, not three
// readers.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ideary/idea.hpp"
#include "source/markup/inline.hpp"
#include "source/model/lines.hpp"
#include "source/model/outline.hpp"

namespace ideary::source {

inline constexpr int max_level = 64;

/// Reads blocks row by row; each read_… takes what it knows at at_ and says whether it did.
/// Links and cells of tables of a document: each takes many times the bytes that it is written
/// with.
inline constexpr std::size_t max_parts = 262144;

class BlockReader {
  public:
    BlockReader(const SourceLines &rows, std::vector<Outline> embedded, Syntax syntax);
    Outline read();
    std::vector<Remark> take_remarks() { return std::move(remarks_); }

  private:
    /// A list item that may take children and more paragraphs.
    struct Frame {
        int indent;           ///< column of its marker
        std::size_t node;     ///< in outline_.nodes
        std::size_t last;     ///< row on which its first paragraph ends
        std::string raw;      ///< first paragraph, unread
        std::string more;     ///< later paragraph that is still open, unread
        bool in_more = false; ///< the open paragraph is a later one
    };
    using Step = bool (BlockReader::*)();

    // blocks.cpp
    std::string_view row(std::size_t at) const { return lines_[at].text; }
    bool blank(std::size_t at) const { return at >= lines_.size() || is_blank(lines_[at].text); }
    bool blank_above(std::size_t at) const { return at == 0 || blank(at - 1); }
    int number(std::size_t at) const { return lines_[at].number; }
    Text inline_of(std::string_view raw);
    Node &add(NodeKind kind, std::size_t first, std::size_t last);
    void add_heading(std::size_t at, std::size_t last, int level, std::string_view raw);
    void remark(std::size_t at, std::string_view text);
    void collect_references();
    bool read_fence();
    bool read_embedded();
    bool read_atx();
    bool read_numbered_title();
    bool read_rule();
    bool read_definition();
    bool read_quote();
    bool read_indented_code();
    bool read_wiki_title();
    bool read_paragraph();
    void end_paragraph(std::size_t first, std::size_t last);
    /// Whether a new block starts at a row that follows a line of paragraph.
    bool interrupts(std::size_t at) const;
    bool is_rule(std::size_t at) const;
    int atx_level(std::size_t at) const;
    /// 1 or 2 where the row underlines the text of the row above, else 0.
    int setext_level(std::size_t at, std::string_view title) const;

    // lists.cpp
    bool read_list();
    Marker item_at(std::size_t at) const;
    bool letter_list(std::size_t at, const std::string &ordinal) const;
    void add_item(std::size_t at, const Marker &marker);
    bool read_item_line(bool after_blank);
    bool later_paragraph();
    bool nested_block();
    bool is_lazy(std::size_t at) const;
    bool is_talk_link(std::string_view line) const;
    void close_more();
    void close_frame();

    // tables.cpp
    bool read_pipe_table();
    bool read_grid_table();
    bool read_simple_table();
    bool starts_pipe_table(std::size_t at) const;
    void add_row(std::size_t first, std::size_t last, const std::vector<std::string> &cells,
                 bool header);

    // rst.cpp
    bool read_rst_title();
    bool read_explicit();
    bool read_field();
    bool read_literal();
    bool read_term();
    int rst_level(char sign, bool over);
    bool underlines(std::size_t at, std::string_view title) const;
    std::size_t indented_end(std::size_t from) const;

    const SourceLines &lines_;
    Syntax syntax_;
    bool markdown_, rst_;
    References references_;
    std::vector<std::size_t> fence_ends_;
    std::vector<Outline> embedded_;
    Outline outline_;
    std::vector<Remark> remarks_;
    std::size_t at_ = 0;
    int lists_ = 0, tables_ = 0;
    std::size_t parts_ = 0; ///< links and cells of tables so far
    std::vector<Frame> frames_;
    bool list_is_bulleted_ = false, too_deep_ = false;
    bool long_lines_ = false; ///< some line is over 120 wide: in plain text a line is a paragraph
    bool term_list_ = false;  ///< the last node is a term of a definition list
    std::vector<std::pair<char, bool>> rst_levels_;
    bool literal_next_ = false; ///< a paragraph of RST ended in `::`
};

/// Cells of a row of a pipe table, escapes of the bar resolved.
std::vector<std::string> pipe_cells(std::string_view line);
/// A row of dashes and colons that makes a table of the row above.
bool is_alignment_row(std::string_view line);

} // namespace ideary::source
