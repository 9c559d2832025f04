// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/classify.hpp"

#include <algorithm>

#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

namespace {

/// A heading without the signs and filler words that it begins with (`OK, but can I submit?`).
std::string_view without_fillers(std::string_view text) {
    for (int i = 0; i < 3; ++i) {
        text = without_first_signs(text);
        const std::size_t end = text.find_first_of(" ,");
        std::string_view rest =
            end == std::string_view::npos ? std::string_view{} : text.substr(end);
        if (rest.empty() || !is(Say::filler, text.substr(0, end))) {
            const std::size_t second = end == std::string_view::npos
                                           ? std::string_view::npos
                                           : text.find_first_of(" ,", end + 1);
            if (second == std::string_view::npos || !is(Say::filler, text.substr(0, second))) {
                return text;
            }
            rest = text.substr(second);
        }
        text = rest;
    }
    return without_first_signs(text);
}

/// S1: the H1s after the title are parts of the document when at least half have subheadings.
std::vector<std::size_t> find_parts_of_document(const Page &page,
                                                const std::vector<Section> &sections) {
    std::vector<std::size_t> tops;
    std::size_t parents = 0;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        if (page.blocks[sections[i].heading].node.level == 1) {
            tops.push_back(i);
            parents += sections[i].has_children ? 1 : 0;
        }
    }
    const bool parts = !page.title.empty() && !tops.empty() && parents * 2 >= tops.size();
    return parts ? tops : std::vector<std::size_t>{};
}

/// The first paragraph of a section.
std::string_view first_paragraph(const Page &page, const Section &section) {
    for (std::size_t at = section.first; at < section.last; ++at) {
        if (is_prose(page.blocks[at])) {
            return page.blocks[at].node.text.plain;
        }
    }
    return {};
}

bool has_address_in(const source::Text &text) {
    return has_address(text.plain) ||
           std::ranges::any_of(text.links, [](const source::InlineLink &link) {
               return link.target.starts_with("mailto:") || has_address(link.target);
           });
}

/// N3: a section of prose gives an e-mail address to write to. At the very end of a document that
/// may be its closing words: there only the first paragraph counts.
bool gives_address(const Page &page, const Section &section) {
    const bool at_end = section.last == page.blocks.size();
    bool found = false;
    bool first = true;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Block &block = page.blocks[at];
        if (is_item(block) || block.node.kind == NodeKind::row) {
            return false;
        }
        if (is_paragraph(block)) {
            found = found || ((first || !at_end) && has_address_in(block.node.text));
            first = false;
        }
    }
    return found;
}

/// A2: the person's full name as the document's authors have it, when the first name agrees.
std::string as_author(std::string name, const std::vector<std::string> &authors) {
    const std::string short_name = text::fold_value(name);
    for (const std::string &author : authors) {
        if (text::fold_value(author).starts_with(short_name + " ")) {
            return author;
        }
    }
    return name;
}

/// S5: who wrote what follows, and when: `ann commented on 12 May`. A saved thread has such
/// headings.
bool is_byline(std::string_view heading) {
    return (holds(Say::byline, heading) &&
            heading.find_first_of("0123456789") != std::string_view::npos) ||
           (closes(Say::byline, heading) && words_of(heading).size() <= 4);
}

/// N3: a heading in two languages, `Wie mitmachen / How to join`.
bool says_stop_twice(std::string_view heading) {
    for (const std::string_view sign : {" / ", " | ", " · "}) {
        const std::size_t at = heading.find(sign);
        if (at != std::string_view::npos && (opens(Say::stop, heading.substr(at + sign.size())))) {
            return true;
        }
    }
    return false;
}

} // namespace

bool is_furniture(std::string_view text) {
    text = without_first_signs(text);
    const std::size_t number = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string rest(trimmed(text.substr(number)));
    return opens(Say::furniture, folded(number > 0 ? "n " + rest : rest));
}

Verdict judge_heading(std::string_view text) {
    const std::string whole = folded(text);
    const std::string_view start = without_fillers(whole);
    if (holds(Say::negative, whole)) {
        return Verdict::negative;
    }
    if (opens(Say::invite, start) || opens(Say::invite, without_first_signs(whole)) ||
        names_list(text) || says_more(start) || is_byline(whole)) {
        return Verdict::self;
    }
    if (opens(Say::stop, start) || opens(Say::stop, without_first_signs(whole)) ||
        is(Say::proposal_part, start) || says_stop_twice(whole) || is_furniture(text)) {
        return Verdict::stop;
    }
    return Verdict::judge;
}

void judge_sections(const Page &page, std::vector<Section> &sections,
                    const std::vector<std::string> &authors) {
    for (std::size_t i = 1; i < sections.size(); ++i) {
        Section &section = sections[i];
        const Section &parent = sections[section.parent];
        const std::string &text = page.blocks[section.heading].node.text.plain;
        section.verdict = judge_heading(text);
        if (section.verdict == Verdict::judge && gives_address(page, section)) {
            section.verdict = Verdict::stop;
        }
        if (parent.verdict == Verdict::stop || parent.verdict == Verdict::negative) {
            section.verdict = parent.verdict;
        }
        if (auto owner = section_owner(text, first_paragraph(page, section))) {
            section.owners = {as_author(std::move(*owner), authors)};
        } else {
            section.owners = parent.owners;
        }
    }
    for (const std::size_t part : find_parts_of_document(page, sections)) {
        if (sections[part].verdict == Verdict::judge) {
            sections[part].verdict = Verdict::self;
        }
    }
}

} // namespace ideary::ideas
