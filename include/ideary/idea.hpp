// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ideary/export.hpp"

namespace ideary {

/// What an idea is to its source.
enum class Kind : std::uint8_t {
    wish,     ///< a talk somebody wants
    talk,     ///< a session of a programme
    proposal, ///< a submission
    note,     ///< notes of a talk seen
};

/// "wish", "talk", "proposal" or "note".
IDEARY_API const char *kind_name(Kind kind);
/// The kind of that name; nothing when there is none.
IDEARY_API std::optional<Kind> kind_from_name(const std::string &name);

/// What the program has to say about imperfect input: a place and a sentence. Never a failure.
struct Remark {
    std::string text;       ///< one sentence, without the place
    std::string path;       ///< of the source as given; empty for a query
    int line = 0;           ///< 1-based; 0 where no line is meant
    std::size_t offset = 0; ///< bytes into the query text
    std::size_t length = 0; ///< bytes of the query text
};

/// A link of an idea. Only http and https.
struct Link {
    std::string text;
    std::string url;
    bool operator==(const Link &) const = default;
};

/// One document as it was published. Empty strings and years that are not set mean unknown.
struct Source {
    std::string path; ///< as given to ingest; of standard input, its name
    std::string title;
    std::string url;
    std::vector<std::string> authors;
    std::string event;
    std::string language; ///< two-letter code where there is one
    std::string slug;     ///< first half of its ideas' ids
    std::optional<int> year;
    bool operator==(const Source &) const = default;
};

/// Where an idea stands.
struct Place {
    std::string path; ///< of the source as given to ingest
    std::string title;
    std::string url;
    int line = 0; ///< 1-based line on which the title starts; 0 where unknown
    bool operator==(const Place &) const = default;
};

/// The smallest suggestion one could turn into a talk. All text is UTF-8 in NFC, plain, without
/// markup and control characters (body may hold line feeds). Empty strings mean unknown.
struct Idea {
    std::string id; ///< `<source-slug>/<idea-slug>`
    Kind kind = Kind::wish;
    std::string title;
    std::string body; ///< paragraphs separated by one blank line
    std::vector<std::string> topics;
    std::vector<std::string> section; ///< headings and parent items above, outermost first
    std::optional<int> year;
    std::vector<std::string> authors;
    std::string curator; ///< whose page it stands on, where that is someone else
    std::string event;
    std::string language; ///< two-letter code where there is one
    std::vector<Link> links;
    Place source;
    bool operator==(const Idea &) const = default;
};

} // namespace ideary
