// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/metadata/metadata.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>

#include "source/metadata/dates.hpp"
#include "source/metadata/values.hpp"
#include "text/normalize.hpp"

namespace ideary::source {
namespace {

const std::string in_front = "front matter";
const std::string in_option = "option";

const FrontEntry *first_of(const FrontMatter &front, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (const FrontEntry *entry = front.find(key)) {
            return entry;
        }
    }
    return nullptr;
}

void set(Sourced<std::string> &found, std::string value, int line) {
    if (!value.empty()) {
        found = {std::move(value), in_front, line};
    }
}

void set_text(Sourced<std::string> &found, const FrontMatter &front,
              std::initializer_list<std::string_view> keys) {
    if (const FrontEntry *entry = first_of(front, keys)) {
        set(found, collapse_whitespace(entry->values.front()), entry->line);
    }
}

void remark(std::vector<Remark> &remarks, int line, std::string text) {
    Remark one;
    one.line = line;
    one.text = std::move(text);
    remarks.push_back(std::move(one));
}

void set_authors(Metadata &metadata, const FrontMatter &front) {
    const FrontEntry *entry =
        first_of(front, {"authors", "author", "by", "speakers", "speaker", "creator"});
    if (entry == nullptr) {
        return;
    }
    const bool several = entry->key == "authors" || entry->key == "speakers";
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    for (const std::string &value : entry->values) {
        for (std::string &name : people(value, several && !entry->is_list)) {
            if (seen.insert(name).second) {
                names.push_back(std::move(name));
            }
        }
    }
    if (!names.empty()) {
        metadata.authors = {std::move(names), in_front, entry->line};
    }
}

void set_years(Metadata &metadata, const FrontMatter &front, std::vector<Remark> &remarks) {
    if (const FrontEntry *entry = front.find("year")) {
        if (const auto year = year_in(entry->values.front())) {
            metadata.year = {*year, in_front, entry->line};
        } else {
            remark(remarks, entry->line, "the year is none from 1990 to 2100; it is left out");
        }
    }
    for (const std::string_view key :
         {"date", "published", "pubdate", "publishdate", "date_published", "published_at",
          "publication_date", "created", "created_at", "date_created", "updated", "lastmod",
          "modified", "date_modified", "updated_at", "last_modified_at"}) {
        const FrontEntry *entry = front.find(key);
        const auto year = entry != nullptr ? year_in(entry->values.front()) : std::nullopt;
        if (year) {
            metadata.date_year = {*year, in_front, entry->line};
            return;
        }
    }
}

void set_language(Metadata &metadata, const FrontMatter &front, std::vector<Remark> &remarks) {
    const FrontEntry *entry = first_of(front, {"language", "lang", "locale"});
    if (entry == nullptr) {
        return;
    }
    set(metadata.language, text::language_code(entry->values.front()), entry->line);
    if (!metadata.language) {
        remark(remarks, entry->line, "the language is no ISO 639 code; it is left out");
    }
}

void set_url(Metadata &metadata, const FrontMatter &front) {
    for (const std::string_view key :
         {"url", "canonical_url", "canonical", "canonicalurl", "permalink", "link", "source_url",
          "original_url", "external_url", "redirect_to"}) {
        const FrontEntry *entry = front.find(key);
        const std::string url = entry != nullptr ? web_address(entry->values.front()) : "";
        if (!url.empty()) {
            set(metadata.url, url, entry->line);
            return;
        }
    }
}

} // namespace

Metadata from_front_matter(const FrontMatter &front, std::vector<Remark> &remarks) {
    Metadata metadata;
    set_text(metadata.title, front, {"title"});
    set_text(metadata.event, front, {"event", "conference"});
    set_text(metadata.slug, front, {"slug"});
    set_authors(metadata, front);
    set_years(metadata, front, remarks);
    set_language(metadata, front, remarks);
    set_url(metadata, front);
    if (const FrontEntry *entry = front.find("kind")) {
        if (const auto kind = kind_from_name(entry->values.front())) {
            metadata.kind = {*kind, in_front, entry->line};
        } else {
            remark(remarks, entry->line, "the kind is none of wish, talk, proposal, note");
        }
    }
    return metadata;
}

void apply_overrides(Metadata &metadata, const SourceOverrides &overrides) {
    const auto lay = [](Sourced<std::string> &found, std::string value) {
        if (!value.empty()) {
            found = {std::move(value), in_option, 0};
        }
    };
    lay(metadata.title, collapse_whitespace(overrides.title));
    lay(metadata.event, collapse_whitespace(overrides.event));
    lay(metadata.slug, overrides.slug);
    lay(metadata.url, web_address(overrides.url));
    lay(metadata.language, text::language_code(overrides.language));
    if (std::vector<std::string> names = people(overrides.author, false); !names.empty()) {
        metadata.authors = {std::move(names), in_option, 0};
    }
    if (overrides.year) {
        metadata.year = {*overrides.year, in_option, 0};
    }
    if (overrides.kind) {
        metadata.kind = {*overrides.kind, in_option, 0};
    }
}

} // namespace ideary::source
