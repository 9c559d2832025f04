// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Ids (contract §6): readable, and stable when a source changes elsewhere.
#include <algorithm>

#include "ideas/ideas.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

/// The name without `.gz` and without its suffix.
std::string_view stem(std::string_view name) {
    if (name.size() > 3 && name.ends_with(".gz")) {
        name.remove_suffix(3);
    }
    const std::size_t dot = name.find_last_of('.');
    return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

std::string idea_slug(const Idea &idea) {
    std::string slug = text::slug(idea.title);
    return slug.empty() ? "idea" : slug;
}

std::string with_section(const Idea &idea) {
    const std::string section =
        idea.section.empty() ? std::string{} : text::slug(idea.section.back());
    return section.empty() ? idea_slug(idea) : section + "--" + idea_slug(idea);
}

/// An id that a record brought, fit to stand after a slash: no spaces and control characters.
std::string own_slug(const std::string &own_id) {
    std::string result;
    for (const char c : text::normalize_nfc(own_id)) {
        result += c == ' ' || c == '\t' || c == '\n' ? '-' : c;
    }
    return result;
}

} // namespace

std::string source_slug(std::string_view path, std::string_view given_slug) {
    std::string slug = text::slug(given_slug);
    if (slug.empty()) {
        slug = text::slug(stem(file_name(path)));
    }
    return slug.empty() ? "source" : slug;
}

std::string source_slug_with_parent(std::string_view path) {
    const std::string slug = source_slug(path, {});
    const std::size_t slash = path.find_last_of('/');
    const std::string parent = slash == std::string_view::npos
                                   ? std::string{}
                                   : text::slug(file_name(path.substr(0, slash)));
    return parent.empty() ? slug : parent + "-" + slug;
}

Ids::Ids(std::string source_slug) : slug_(std::move(source_slug)) {}

void Ids::give(std::vector<Idea> &ideas) const {
    const bool own = std::any_of(ideas.begin(), ideas.end(), [&](const Idea &idea) {
        return !idea.id.empty() && !idea.id.starts_with(slug_ + "/");
    });
    if (own) {
        Ids ids(slug_);
        for (Idea &idea : ideas) {
            idea.id = ids.next(idea.id, idea);
        }
        return;
    }
    std::vector<std::string> slugs;
    std::unordered_map<std::string, int> plain;
    for (const Idea &idea : ideas) {
        slugs.push_back(idea_slug(idea));
        ++plain[slugs.back()];
    }
    std::unordered_map<std::string, int> times; // how often a whole slug was given
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        const bool alone = plain[slugs[i]] == 1;
        slugs[i] = alone ? slugs[i] : with_section(ideas[i]);
        ++times[slugs[i]];
    }
    std::unordered_map<std::string, int> next;
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        std::string slug = slugs[i];
        for (int number = ++next[slugs[i]]; number > 1;) {
            slug = slugs[i] + "-" + std::to_string(number);
            if (times.find(slug) == times.end()) {
                break;
            }
            number = ++next[slugs[i]];
        }
        ideas[i].id = slug_ + "/" + slug;
    }
}

std::string Ids::next(const std::string &own_id, const Idea &idea) {
    const std::string own = own_slug(own_id);
    const std::string slug = own.empty() ? idea_slug(idea) : own;
    int &number = taken_[slug];
    std::string given = slug;
    if (++number > 1) {
        do {
            given = slug + "-" + std::to_string(number);
        } while (taken_.contains(given) && ++number > 0);
        taken_.emplace(given, 1);
    }
    return slug_ + "/" + given;
}

} // namespace ideary::ideas
