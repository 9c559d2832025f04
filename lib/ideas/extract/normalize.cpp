// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/extract/normalize.hpp"

#include <unordered_set>

#include "ideary/text.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

std::string stored_text(std::string_view text) {
    return std::string(trimmed(text::mask_addresses(text::normalize_nfc(text, true))));
}

/// Whether an address may be kept: one that holds controls or somebody's e-mail leads nowhere once
/// these are off.
bool is_storable(const std::string &url) {
    return text::normalize_nfc(url) == url && text::mask_addresses(url) == url;
}

} // namespace

std::string stored_line(std::string_view text) {
    return std::string(
        trimmed(text::mask_addresses(text::normalize_nfc(start_of(text, max_title_bytes)))));
}

std::optional<Remark> normalize(Idea &idea) {
    const bool cut = idea.title.size() > max_title_bytes || idea.body.size() > max_body_bytes;
    idea.title = stored_line(idea.title);
    if (display_width(idea.title) == 0) { // joiners and the like alone: nobody could see it
        idea.title.clear();
    }
    idea.body = stored_text(start_of(idea.body, max_body_bytes));
    for (std::string &part : idea.section) {
        part = stored_line(part);
    }
    std::erase_if(idea.links, [](const Link &link) { return !is_storable(link.url); });
    for (Link &link : idea.links) {
        link.text = stored_line(link.text);
    }
    idea.authors = people_once(idea.authors);
    if (!cut) {
        return std::nullopt;
    }
    Remark remark;
    remark.text = "the text of an idea is longer than 64 KiB; its end is left out";
    remark.line = idea.source.line;
    return remark;
}

std::vector<std::string> people_once(const std::vector<std::string> &people) {
    std::vector<std::string> result;
    std::unordered_set<std::string> known;
    for (const std::string &person : people) {
        std::string name = stored_line(person);
        if (!name.empty() && known.insert(text::fold_value(name)).second) {
            result.push_back(std::move(name));
        }
    }
    return result;
}

void add_given_topics(std::vector<std::string> &topics, const std::vector<std::string> &given) {
    constexpr std::size_t most = 100; // of one idea
    std::unordered_set<std::string> known;
    for (const std::string &topic : topics) {
        known.insert(text::fold_value(topic));
    }
    for (const std::string &topic : given) {
        std::string name = stored_line(topic);
        if (!name.empty() && topics.size() < most && known.insert(text::fold_value(name)).second) {
            topics.push_back(std::move(name));
        }
    }
}

} // namespace ideary::ideas
