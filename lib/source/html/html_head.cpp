// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What a page says of itself: title, meta elements, canonical address, language.
#include <array>

#include "source/html/html_events.hpp"
#include "source/markup/passes.hpp"

namespace ideary::source {
namespace {

using Kind = HtmlEvent::Kind;

/// A name of <meta> and where its content goes. SourceLines above win over rows below.
struct MetaRow {
    std::string_view name;
    std::string HtmlHead::*value;
    int HtmlHead::*line; ///< null where no line is kept
};
constexpr std::array<MetaRow, 17> meta_rows{{
    {"og:title", &HtmlHead::title, &HtmlHead::title_line},
    {"twitter:title", &HtmlHead::title, &HtmlHead::title_line},
    {"author", &HtmlHead::author, &HtmlHead::author_line},
    {"article:author", &HtmlHead::author, &HtmlHead::author_line},
    {"dcterms.creator", &HtmlHead::author, &HtmlHead::author_line},
    {"dc.creator", &HtmlHead::author, &HtmlHead::author_line},
    {"article:published_time", &HtmlHead::date, &HtmlHead::date_line},
    {"date", &HtmlHead::date, &HtmlHead::date_line},
    {"dcterms.date", &HtmlHead::date, &HtmlHead::date_line},
    {"dc.date", &HtmlHead::date, &HtmlHead::date_line},
    {"datepublished", &HtmlHead::date, &HtmlHead::date_line},
    {"pubdate", &HtmlHead::date, &HtmlHead::date_line},
    {"og:url", &HtmlHead::url, &HtmlHead::url_line},
    {"description", &HtmlHead::description, nullptr},
    {"og:description", &HtmlHead::description, nullptr},
    {"og:site_name", &HtmlHead::site, nullptr},
    {"language", &HtmlHead::language, &HtmlHead::language_line},
}};

struct HeadReader {
    HtmlHead head;
    std::array<std::size_t, meta_rows.size()> best{};

    void set(std::string HtmlHead::*value, int HtmlHead::*line, std::string_view text, int number) {
        head.*value = trim(text);
        if (line != nullptr) {
            head.*line = number;
        }
    }

    void meta(const HtmlEvent &event) {
        std::string key;
        for (std::string_view name : {"property", "name", "itemprop"}) {
            key = key.empty() ? lowered(event.attribute(name)) : key;
        }
        const std::string_view content = event.attribute("content");
        for (std::size_t i = 0; i < meta_rows.size(); ++i) {
            // An author that is an address is a profile, not a name.
            const MetaRow &row = meta_rows[i];
            if (row.name == key && !is_blank(content) &&
                !(row.value == &HtmlHead::author && contains(content, "://"))) {
                offer(i, content, event.line);
            }
        }
    }

    /// Takes a value unless a row above it gave one already.
    void offer(std::size_t at, std::string_view content, int line) {
        for (std::size_t i = 0; i <= at; ++i) {
            if (meta_rows[i].value == meta_rows[at].value && best[i] > 0) {
                return;
            }
        }
        best[at] = 1;
        set(meta_rows[at].value, meta_rows[at].line, content, line);
    }

    void element(const HtmlEvent &event) {
        if (event.name == "meta") {
            meta(event);
        } else if (event.name == "link" && lowered(event.attribute("rel")) == "canonical") {
            best[12] = 1; // og:url stands back
            set(&HtmlHead::url, &HtmlHead::url_line, event.attribute("href"), event.line);
        } else if (event.name == "html" && !event.attribute("lang").empty()) {
            set(&HtmlHead::language, &HtmlHead::language_line, event.attribute("lang"), event.line);
        } else if (event.name == "time" && head.date.empty()) {
            set(&HtmlHead::date, &HtmlHead::date_line, event.attribute("datetime"), event.line);
        }
    }
};

} // namespace

HtmlHead read_head(const std::vector<HtmlEvent> &events) {
    HeadReader reader;
    std::string title;
    int title_line = 0;
    bool in_title = false;
    for (const HtmlEvent &event : events) {
        if (event.name == "title") {
            in_title = event.kind == Kind::open && title.empty();
        } else if (event.kind == Kind::open) {
            reader.element(event);
        } else if (event.kind == Kind::text && in_title) {
            title += event.text;
            title_line = title_line == 0 ? event.line : title_line;
        }
    }
    if (reader.head.title.empty()) {
        std::string collapsed;
        for (char c : trim(title)) {
            if (!is_space(c)) {
                collapsed += c;
            } else if (collapsed.back() != ' ') {
                collapsed += ' ';
            }
        }
        reader.head.title = collapsed;
        reader.head.title_line = title_line;
    }
    return reader.head;
}

} // namespace ideary::source
