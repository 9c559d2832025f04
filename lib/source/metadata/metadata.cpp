// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/metadata/metadata.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <unordered_set>

#include "source/metadata/dates.hpp"
#include "text/normal.hpp"

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

void set(Found<std::string> &found, std::string value, int line) {
    if (!value.empty()) {
        found = {std::move(value), in_front, line};
    }
}

void set_text(Found<std::string> &found, const FrontMatter &front,
              std::initializer_list<std::string_view> keys) {
    if (const FrontEntry *entry = first_of(front, keys)) {
        set(found, tidy(entry->values.front()), entry->line);
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

/// An author's name without an address, brackets and blanks around it.
std::string person(std::string_view text) {
    std::string name = tidy(text);
    for (const auto &[open, close] : {std::pair{'<', '>'}, std::pair{'(', ')'}}) {
        const std::size_t from = name.find(open);
        const std::size_t to = from == std::string::npos ? from : name.find(close, from);
        if (to == std::string::npos) {
            continue;
        }
        const std::string inside = name.substr(from + 1, to - from - 1);
        const bool address = inside.empty() || inside.find("…") != std::string::npos ||
                             inside.find("://") != std::string::npos || inside[0] == '@';
        if (address) {
            name = name.substr(0, from) + name.substr(to + 1);
        }
    }
    name = tidy(name);
    return name == "…" ? std::string() : name;
}

bool has_blank_inside(std::string_view text) {
    const std::size_t from = text.find_first_not_of(' ');
    const std::size_t blank = from == std::string_view::npos ? from : text.find(' ', from);
    return blank != std::string_view::npos &&
           text.find_first_not_of(' ', blank) != std::string_view::npos;
}

std::vector<std::string_view> cut_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(separator, at);
        parts.push_back(text.substr(at, end == std::string_view::npos ? end : end - at));
        if (end == std::string_view::npos) {
            return parts;
        }
        at = end + separator.size();
    }
}

/// Cuts each part at a conjunction, when what stands on both sides is a name of two words.
void cut_pairs(std::vector<std::string_view> &parts) {
    static constexpr std::array words = std::to_array<std::string_view>(
        {" and ", " & ", " und ", " et ", " y ", " e ", " en ", " och ", " i "});
    for (const std::string_view word : words) {
        std::vector<std::string_view> next;
        for (const std::string_view part : parts) {
            const std::vector<std::string_view> halves = cut_at(part, word);
            if (std::all_of(halves.begin(), halves.end(), has_blank_inside)) {
                next.insert(next.end(), halves.begin(), halves.end());
            } else {
                next.push_back(part);
            }
        }
        parts = std::move(next);
    }
}

} // namespace

std::string tidy(std::string_view text) {
    std::string clean = text::mask_addresses(text::clean(text));
    const std::size_t from = clean.find_first_not_of(' ');
    if (from == std::string::npos) {
        return {};
    }
    return clean.substr(from, clean.find_last_not_of(' ') - from + 1);
}

std::string web_address(std::string_view url) {
    std::string clean = text::clean(url);
    clean.erase(0, clean.find_first_not_of(' ') == std::string::npos
                       ? clean.size()
                       : clean.find_first_not_of(' '));
    clean.erase(clean.find_last_not_of(' ') + 1);
    std::string scheme = clean.substr(0, std::min<std::size_t>(8, clean.size()));
    for (char &c : scheme) {
        c = (c >= 'A' && c <= 'Z') ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const bool web = scheme.rfind("http://", 0) == 0 || scheme == "https://";
    const bool odd = clean.find_first_of(" \"<>\\^`{|}") != std::string::npos;
    const bool person = text::mask_addresses(clean) != clean;
    return web && !odd && !person && clean.size() <= 2048 ? clean : std::string();
}

std::vector<std::string> people(std::string_view value, bool several) {
    std::vector<std::string_view> parts = cut_at(value, ";");
    if (several && parts.size() == 1) {
        parts = cut_at(value, ",");
    }
    if (several) {
        // `A, B, and C`
        for (std::string_view &part : parts) {
            const std::size_t from = part.find_first_not_of(' ');
            if (from != std::string_view::npos && part.substr(from, 4) == "and ") {
                part.remove_prefix(from + 4);
            }
        }
    }
    cut_pairs(parts);
    std::vector<std::string> names;
    for (const std::string_view part : parts) {
        if (std::string name = person(part); !name.empty()) {
            names.push_back(std::move(name));
        }
    }
    return names;
}

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

void lay_over(Metadata &metadata, const SourceOverrides &overrides) {
    const auto lay = [](Found<std::string> &found, std::string value) {
        if (!value.empty()) {
            found = {std::move(value), in_option, 0};
        }
    };
    lay(metadata.title, tidy(overrides.title));
    lay(metadata.event, tidy(overrides.event));
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
