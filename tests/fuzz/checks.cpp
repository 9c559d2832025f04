// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "fuzz/checks.hpp"

#include <set>

#include "text/decode.hpp"
#include "text/normalize.hpp"

namespace fuzz {
namespace {

using ideary::Idea;
using ideary::Link;

bool is_control(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool c1 =
        byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    return byte < 0x20 || byte == 0x7F || c1;
}

bool is_web(std::string_view url) {
    return url.substr(0, 7) == "http://" || url.substr(0, 8) == "https://";
}

/// The problem of the first bad text.
std::string first_problem(const std::vector<std::string> &texts) {
    for (const std::string &text : texts) {
        if (std::string why = bad_text(text); !why.empty()) {
            return why;
        }
    }
    return {};
}

std::string bad_links(const Idea &idea) {
    for (const Link &link : idea.links) {
        if (!is_web(link.url)) {
            return "a link points to " + link.url;
        }
        if (std::string why = first_problem({link.text, link.url}); !why.empty()) {
            return "link: " + why;
        }
    }
    return {};
}

} // namespace

std::string bad_text(std::string_view text, bool line_feeds) {
    if (!ideary::text::is_utf8(text)) {
        return "text is not UTF-8";
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_control(text, i) && !(line_feeds && text[i] == '\n')) {
            return "text contains a control character: " + std::string(text.substr(0, 200));
        }
    }
    if (text.find('@') != std::string_view::npos && ideary::text::mask_addresses(text) != text) {
        return "text contains an e-mail address: " + std::string(text.substr(0, 200));
    }
    return {};
}

std::string bad_idea(const Idea &idea) {
    if (idea.title.empty()) {
        return "an idea has no title";
    }
    if (idea.year && (*idea.year < 1 || *idea.year > 9999)) {
        return "a year is " + std::to_string(*idea.year);
    }
    std::string why = first_problem({idea.id, idea.title, idea.curator, idea.event, idea.language,
                                     idea.source.title, idea.source.url});
    why = why.empty() ? bad_text(idea.body, true) : why;
    why = why.empty() ? first_problem(idea.authors) : why;
    why = why.empty() ? first_problem(idea.topics) : why;
    why = why.empty() ? first_problem(idea.section) : why;
    return why.empty() ? bad_links(idea) : why;
}

std::string bad_split(const ideary::SplitResult &result) {
    std::set<std::string> ids;
    for (const Idea &idea : result.ideas) {
        if (std::string why = bad_idea(idea); !why.empty()) {
            return why;
        }
        if (idea.id.empty() || !ids.insert(idea.id).second) {
            return "two ideas have the id " + idea.id;
        }
    }
    const std::string why = bad_text(result.source.title);
    return why.empty() ? bad_remarks(result.remarks) : why;
}

std::string bad_remarks(const std::vector<ideary::Remark> &remarks) {
    for (const ideary::Remark &remark : remarks) {
        if (remark.text.empty() || remark.line < 0) {
            return "a remark has no text, or a negative line";
        }
    }
    return {};
}

} // namespace fuzz
