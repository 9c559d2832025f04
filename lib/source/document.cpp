// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/document.hpp"

#include <algorithm>

#include "source/data/icalendar.hpp"
#include "source/data/org.hpp"
#include "source/data_document.hpp"
#include "source/data_sniff.hpp"
#include "source/formats.hpp"
#include "source/markup/outline_reader.hpp"
#include "source/metadata/dates.hpp"
#include "source/metadata/front_matter.hpp"
#include "source/metadata/metadata.hpp"
#include "source/metadata/values.hpp"
#include "source/model/outline.hpp"
#include "text/decode.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

constexpr std::size_t head_nodes = 15; ///< of a page's outline that are looked at for its date

std::optional<Syntax> hint_of(std::string_view format) {
    if (format == "rst") {
        return Syntax::rst;
    }
    if (format == "html") {
        return Syntax::html;
    }
    if (format == "markdown") {
        return Syntax::markdown;
    }
    return std::nullopt;
}

std::string_view format_of(Syntax syntax) {
    switch (syntax) {
    case Syntax::rst:
        return "rst";
    case Syntax::html:
        return "html";
    case Syntax::markdown:
        return "markdown";
    case Syntax::plain:
        break;
    }
    return "text";
}

void remark(Document &document, int line, std::string text) {
    Remark one;
    one.line = line;
    one.text = std::move(text);
    document.remarks.push_back(std::move(one));
}

std::string decode(std::string_view bytes, const std::string &encoding, Document &document) {
    if (bytes.size() > max_document_size) {
        bytes = bytes.substr(0, max_document_size);
        const std::size_t line_end = bytes.rfind('\n');
        bytes = bytes.substr(0, line_end == std::string_view::npos ? bytes.size() : line_end + 1);
        const auto lines = std::count(bytes.begin(), bytes.end(), '\n');
        remark(document, static_cast<int>(lines) + 1,
               "the document is larger than 64 MiB; what follows is left out");
    }
    text::Decoded decoded = text::decode(bytes, encoding);
    document.encoding = decoded.encoding;
    if (decoded.guessed) {
        remark(document, 0,
               "the encoding is not told; it was read as " + decoded.encoding +
                   " (--encoding says another)");
    }
    if (decoded.damaged) {
        remark(document, 0, "some bytes are no " + decoded.encoding + "; they became U+FFFD");
    }
    return std::move(decoded.utf8);
}

/// Lays what the head of a page says under what the front matter said.
void take_head(const HtmlHead &head, Metadata &metadata) {
    const std::string where = "text";
    const auto take = [&](Sourced<std::string> &found, std::string value, int line) {
        if (!found && !value.empty()) {
            found = {std::move(value), where, line};
        }
    };
    take(metadata.title, collapse_whitespace(head.title), head.title_line);
    take(metadata.url, web_address(head.url), head.url_line);
    take(metadata.language, text::language_code(head.language), head.language_line);
    if (std::vector<std::string> names = people(head.author, false);
        !metadata.authors && !names.empty()) {
        metadata.authors = {std::move(names), where, head.author_line};
    }
    if (const auto year = year_in(head.date); !metadata.date_year && year) {
        metadata.date_year = {*year, where, head.date_line};
    }
}

/// The first texts of an outline and its last one, each at its own line.
std::vector<std::string> texts_of(const Outline &outline) {
    std::vector<std::string> lines;
    const auto put = [&](const Node &node) {
        const auto at = static_cast<std::size_t>(std::max(node.line, 1));
        const bool said = node.kind == NodeKind::paragraph && at >= lines.size();
        if (said) {
            lines.resize(at);
            lines[at - 1] = node.text.plain;
        }
    };
    const std::size_t count = outline.nodes.size();
    for (std::size_t i = 0; i < std::min(count, head_nodes); ++i) {
        put(outline.nodes[i]);
    }
    if (count > head_nodes) {
        put(outline.nodes.back());
    }
    return lines;
}

/// Blog engines put the date in front of the file's name: 2024-03-01-title.md.
std::optional<int> year_of_name(std::string_view path) {
    const std::string name = plain_name(path);
    static constexpr std::string_view shape = "dddd-dd-dd-";
    for (std::size_t i = 0; i < shape.size(); ++i) {
        const bool digit = i < name.size() && name[i] >= '0' && name[i] <= '9';
        if (i >= name.size() || (shape[i] == 'd' ? !digit : name[i] != shape[i])) {
            return std::nullopt;
        }
    }
    return year_in(name.substr(0, 4));
}

void find_year(const std::vector<std::string> &lines, std::string_view name, Document &document) {
    Sourced<int> &year = document.metadata.date_year;
    if (year) {
        return;
    }
    const bool page = document.outline.syntax == Syntax::html;
    if (const auto found = find_date(page ? texts_of(document.outline) : lines)) {
        year = {found->year, "text", found->line};
    } else if (const auto named = year_of_name(name)) {
        year = {*named, "file name", 0};
    }
}

/// At most so many lines as a document may have.
std::vector<std::string> lines_of(std::string_view utf8, Document &document) {
    std::vector<std::string> lines = split_lines(utf8, max_lines + 1);
    if (lines.size() > max_lines) {
        Remark remark;
        remark.text = "this document has more than 40000 lines; the rest is left out";
        remark.line = static_cast<int>(max_lines) + 1;
        document.remarks.push_back(std::move(remark));
        lines.resize(max_lines);
    }
    return lines;
}

void finish(Document &document, std::string_view name, const SourceOverrides &overrides) {
    apply_overrides(document.metadata, overrides);
    for (Remark &one : document.remarks) {
        one.path = name;
    }
}

} // namespace

Document read(std::string_view bytes, std::string_view name, const SourceOverrides &overrides) {
    Document document;
    document.format = format_by_name(name);
    document.unreadable = not_text(bytes);
    if (!document.unreadable.empty()) {
        return document;
    }
    const bool calendar = bytes.substr(0, 64).find("BEGIN:VCALENDAR") != std::string_view::npos;
    const std::string utf8 = decode(calendar ? unfold_icalendar(bytes) : std::string(bytes),
                                    overrides.encoding, document);
    const std::string_view data = data_format(utf8, name);
    if (!data.empty() && read_data(utf8, data, name, document)) {
        finish(document, name, overrides);
        return document;
    }
    std::vector<std::string> lines = lines_of(utf8, document);
    const bool org = document.format == "org";
    if (org) {
        org_to_markdown(lines);
    }
    const FrontMatter front = take_front_matter(lines);
    document.remarks.insert(document.remarks.end(), front.remarks.begin(), front.remarks.end());
    document.metadata = from_front_matter(front, document.remarks);
    if (read_talk_file(front, lines, document)) {
        finish(document, name, overrides);
        return document;
    }

    Outlines outlines = read_outline(lines, org ? Syntax::markdown : hint_of(document.format));
    document.outline = std::move(outlines.visible);
    document.comments = std::move(outlines.comments);
    document.remarks.insert(document.remarks.end(), outlines.remarks.begin(),
                            outlines.remarks.end());
    document.format = format_of(document.outline.syntax);
    if (Sourced<std::string> &title = document.metadata.title) {
        const std::string plain =
            collapse_whitespace(inline_text(title.value, document.outline.syntax).plain);
        title.value = plain.empty() ? title.value : plain;
    }
    take_head(outlines.head, document.metadata);
    find_year(lines, name, document);
    finish(document, name, overrides);
    return document;
}

} // namespace ideary::source
