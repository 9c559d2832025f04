// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The outline of one document: a flat list of nodes in reading order, each with its line. It tells
// structure only, no decision about what is an idea.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"

namespace ideary::source {

enum class NodeKind {
    heading,   ///< ATX, setext, RST, <hN>; not yet bold or bare lines (ideas/ classifies those)
    item,      ///< of a list; level is its depth
    paragraph, ///< a run of lines between empty lines
    row,       ///< of a table; cells
    code,      ///< fenced or literal block
    quote,     ///< block quote, embedded tweet
    rule,      ///< a line of dashes
    directive, ///< reference definition, directive, field: never text of an idea
};

/// A link inside text; target `#…` and relative ones too (ideas/ classifies by them).
struct InlineLink {
    std::string text, target;
    std::size_t offset = 0, length = 0; ///< bytes of Text::plain that it covers
};

/// Inline text after markup is taken off (T1), with what ideas/ wants to know about the markup.
struct Text {
    std::string plain;             ///< UTF-8, spaces collapsed, entities decoded
    std::vector<InlineLink> links; ///< in order
    bool all_bold = false;         ///< wholly strong emphasis
    bool all_struck = false;       ///< wholly struck out (~~ or <s>)
    std::size_t struck_start = 0;  ///< bytes at its start that are struck out
    bool all_image = false;        ///< nothing but images
    bool checkbox = false;         ///< began with [ ] or [x], taken off
};

/// One line of a paragraph, as far as the classification of bare lines needs it.
struct Line {
    int number = 0;  ///< 1-based in the document
    std::string raw; ///< as it stands, without line end
    Text text;
};

struct Node {
    NodeKind kind = NodeKind::paragraph;
    int line = 0;     ///< on which its text starts
    int end_line = 0; ///< its last line (an item: of its own text, not of its children)
    int level = 0;    ///< heading: 1–6 (RST: by first use); item: depth from 0
    Text text;        ///< heading, paragraph (lines joined with a space), item: its first paragraph
    std::string ordinal; ///< numbering taken off a heading or item ("1.", "a)"), or empty
    bool blank_before = false, blank_after = false; ///< an empty line (or the file's edge) there
    bool underlined = false;                        ///< heading by underline
    std::vector<Line> lines; ///< paragraph: its lines; item: lazy continuation lines (L6)
    std::vector<Text> more;  ///< item: later paragraphs (T2), code and quotes in it, as body
    std::vector<Text> cells; ///< row
    bool header = false;     ///< row: of the table's head
    bool folded = false;     ///< stands inside `<details>`: body of what stands above
    int list = 0;            ///< item: number of the list it belongs to (one run of items), from 1
    int table = 0;           ///< row: number of the table, from 1
};

/// What kind of text the line reader took the document for.
enum class Syntax { markdown, plain, rst, html };

struct Outline {
    Syntax syntax = Syntax::markdown;
    std::vector<Node> nodes;
};

/// One node a line: `12  heading 2  Title`, `14    item 0  …`. What `split --outline` prints.
std::string print(const Outline &outline);

} // namespace ideary::source
