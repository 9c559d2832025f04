// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// From the lines of a decoded document to its outline: comments set apart, HTML and templates
// resolved, the syntax sniffed, blocks and inline text read. Passes empty lines, none removes one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ideary/idea.hpp"
#include "source/model/outline.hpp"

namespace ideary::source {

/// What the head of a whole HTML document says; empty where it says nothing. A line is that of
/// the element, 0 where there is none.
struct HtmlHead {
    std::string title;       ///< og:title, else <title>
    std::string author;      ///< <meta name=author> and its kin
    std::string date;        ///< as written: article:published_time, date, dcterms.date, <time>
    std::string url;         ///< canonical link, else og:url
    std::string language;    ///< <html lang>
    std::string description; ///< meta description
    std::string site;        ///< og:site_name
    int title_line = 0, author_line = 0, date_line = 0, url_line = 0, language_line = 0;
};

struct Outlines {
    Outline visible;
    Outline comments; ///< empty where there are no comments
    std::vector<Remark> remarks;
    HtmlHead head; ///< syntax html only
};

/// Lines without their ends. CRLF, CR, LF and NEL all end a line; NBSP and its kin become a space,
/// zero-width punctuation and soft hyphens go. Line n of the document is element n - 1, for ever.
/// most: lines that are given; no more are read.
std::vector<std::string> split_lines(std::string_view utf8,
                                     std::size_t most = static_cast<std::size_t>(-1));

/// Lines (front matter blanked, not removed) → both outlines. hint is what the file's name
/// suggests; what the text holds wins where it is plain to see. Linear in the size of the text.
Outlines read_outline(std::vector<std::string> lines, std::optional<Syntax> hint = std::nullopt);

/// The syntax that read_outline would choose.
Syntax sniff(const std::vector<std::string> &lines, std::optional<Syntax> hint = std::nullopt);

/// Inline markup of one line or paragraph taken off (T1), without reference definitions: for values
/// of front matter and the like.
Text inline_text(std::string_view raw, Syntax syntax);

} // namespace ideary::source
