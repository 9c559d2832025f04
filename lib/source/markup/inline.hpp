// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Inline markup: text with its marks is the input, plain text with what the marks said is the
// output.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "source/model/outline.hpp"

namespace ideary::source {

/// Reference definitions of a document: label, folded, → target.
using References = std::unordered_map<std::string, std::string>;
/// A label as References knows it; empty for one that cannot be a label.
std::string fold_label(std::string_view label);

/// Bytes of a paragraph that are read: many times what an idea keeps of its text.
inline constexpr std::size_t max_inline_bytes = std::size_t{1} << 20;

/// Markup taken off. Lines of a paragraph come joined with a line feed. Linear in raw.
Text read_inline(std::string_view raw, Syntax syntax, const References &references);
Text read_rst_inline(std::string_view raw, const References &references);

/// Numbering at the head of the text (`1.`, `2)`) taken off; returns what it was, without spaces.
std::string take_ordinal(Text &text);

/// A piece of text between marks. Marks that pair off become empty. Small: each byte of a hostile
/// document can be one.
struct Piece {
    std::uint32_t start = 0, length = 0; ///< bytes of what was added to the builder
    int bold = 0;   ///< change of depth of strong emphasis, before (+) or after (-) it
    int struck = 0; ///< the same of strike-through
};

/// Collects pieces and links, then joins them to a Text with spaces collapsed.
class TextBuilder {
  public:
    std::size_t add(std::string_view text);
    Piece &piece(std::size_t at) { return pieces_[at]; }
    std::size_t size() const { return pieces_.size(); }
    /// A link over the pieces from..to (not including to).
    void link(std::size_t from, std::size_t to, std::string target);
    void image() { images_ = true; }
    /// Drops all pieces from that on, with links in them.
    void cut(std::size_t from);
    Text build();

  private:
    struct Span {
        std::size_t from, to;
        std::string target;
    };
    void append(const Piece &piece, Text &result);
    void place_links(const std::vector<std::uint32_t> &starts, Text &result);

    std::string text_; ///< of all pieces
    std::vector<Piece> pieces_;
    std::vector<Span> spans_;
    std::size_t target_bytes_ = 0;
    bool images_ = false, pending_blank_ = false;
    std::size_t visible_ = 0, bold_visible_ = 0, struck_visible_ = 0;
    int bold_ = 0, struck_ = 0;
};

/// A character reference at the head of text (`&amp;`, `&#39;`): its bytes and what it stands for.
struct EntityAt {
    std::size_t length = 0;
    std::string text;
};
EntityAt entity_at(std::string_view text);

/// A tag at the head of text (`<`): length 0 where it is none that HTML knows.
struct TagAt {
    std::size_t length = 0;
    std::string name; ///< lower case
    bool closing = false;
    std::string_view attributes;
};
TagAt tag_at(std::string_view text);
bool is_html_name(std::string_view name);
/// 1 to 6 for the names h1 to h6, else 0.
int heading_level(std::string_view name);
/// The value of an attribute inside a tag, entities decoded; nothing when it is not there.
std::optional<std::string> attribute(std::string_view attributes, std::string_view name);

/// Length of a bare URL at the head of text (`https://…`, `www.…`), final punctuation left out.
std::size_t url_length(std::string_view text);
/// Length of `<scheme:…>` or `<name@host>` at the head of text.
std::size_t autolink_length(std::string_view text);

} // namespace ideary::source
