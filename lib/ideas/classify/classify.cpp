// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/classify/classify.hpp"

#include <algorithm>

#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

/// A heading without the punctuation and filler words that it begins with (`OK, but can I
/// submit?`).
std::string_view without_fillers(std::string_view text) {
    for (int i = 0; i < 3; ++i) {
        text = without_leading_punctuation(text);
        const std::size_t end = text.find_first_of(" ,");
        std::string_view rest =
            end == std::string_view::npos ? std::string_view{} : text.substr(end);
        if (rest.empty() || !equals(PhraseSet::filler, text.substr(0, end))) {
            const std::size_t second = end == std::string_view::npos
                                           ? std::string_view::npos
                                           : text.find_first_of(" ,", end + 1);
            if (second == std::string_view::npos ||
                !equals(PhraseSet::filler, text.substr(0, second))) {
                return text;
            }
            rest = text.substr(second);
        }
        text = rest;
    }
    return without_leading_punctuation(text);
}

/// S1: the H1s after the title are parts of the document when at least half have subheadings.
std::vector<std::size_t> find_parts_of_document(const AnnotatedOutline &outline,
                                                const std::vector<Section> &sections) {
    std::vector<std::size_t> tops;
    std::size_t parents = 0;
    for (std::size_t i = 1; i < sections.size(); ++i) {
        if (outline.blocks[sections[i].heading].node.level == 1) {
            tops.push_back(i);
            parents += sections[i].has_children ? 1 : 0;
        }
    }
    const bool parts = !outline.title.empty() && !tops.empty() && parents * 2 >= tops.size();
    return parts ? tops : std::vector<std::size_t>{};
}

/// The first paragraph of a section.
std::string_view first_paragraph(const AnnotatedOutline &outline, const Section &section) {
    for (std::size_t at = section.first; at < section.last; ++at) {
        if (is_prose(outline.blocks[at])) {
            return outline.blocks[at].node.text.plain;
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
bool gives_address(const AnnotatedOutline &outline, const Section &section) {
    const bool at_end = section.last == outline.blocks.size();
    bool found = false;
    bool first = true;
    for (std::size_t at = section.first; at < section.last; ++at) {
        const Block &block = outline.blocks[at];
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
    return (contains(PhraseSet::byline, heading) &&
            heading.find_first_of("0123456789") != std::string_view::npos) ||
           (ends_with(PhraseSet::byline, heading) && words_of(heading).size() <= 4);
}

/// N3: a heading in two languages, `Wie mitmachen / How to join`.
bool has_stop_translation(std::string_view heading) {
    for (const std::string_view separator : {" / ", " | ", " · "}) {
        const std::size_t at = heading.find(separator);
        if (at != std::string_view::npos &&
            (starts_with(PhraseSet::stop, heading.substr(at + separator.size())))) {
            return true;
        }
    }
    return false;
}

/// `Past talks`, `Topics / past topics`: one side of a slash is enough.
bool names_given_talks(std::string_view heading) {
    for (;;) {
        const std::size_t slash = std::min(heading.find('/'), heading.size());
        const std::string_view part = without_fillers(heading.substr(0, slash));
        if (starts_with(PhraseSet::given, part)) {
            return true;
        }
        if (slash == heading.size()) {
            return false;
        }
        heading.remove_prefix(slash + 1);
    }
}

/// The prose of a section begins with how to take part: it describes no talk (S2).
bool instructs_reader(const AnnotatedOutline &outline, const Section &section) {
    return contains(PhraseSet::instruction, folded(first_paragraph(outline, section)));
}

/// The heading says the title of the document again.
bool repeats_title(const AnnotatedOutline &outline, std::string_view heading) {
    return !outline.title.empty() && folded(heading) == folded(outline.title);
}

/// S1: a heading of the top level with subheadings is a part of the document or its title again:
/// what it says to the submitter does not hold for all that stands below it.
bool spans_document(const AnnotatedOutline &outline, const std::vector<Section> &sections,
                    std::size_t at) {
    const int level = outline.blocks[sections[at].heading].node.level;
    return sections[at].has_children && level == 1 &&
           std::ranges::count_if(sections, [&](const Section &other) {
               return other.heading != none && outline.blocks[other.heading].node.level <= level;
           }) == 1;
}

std::string_view rule_of(SectionClass section_class) {
    switch (section_class) {
    case SectionClass::stop:
        return "N3: the heading, or one above, speaks to the submitter or of the event";
    case SectionClass::unwanted:
        return "N4: the heading, or one above, lists what is not wanted";
    case SectionClass::given:
        return "N3: the heading, or one above, lists talks that were given";
    case SectionClass::list_title:
        return "S5: the heading names or invites to a list";
    default:
        return {};
    }
}

/// A heading that says nothing by its own words.
void classify_by_contents(const AnnotatedOutline &outline, Section &section) {
    const std::string &text = outline.blocks[section.heading].node.text.plain;
    if (gives_address(outline, section)) {
        section.section_class = SectionClass::stop;
        section.rule = "N3: an address to write to";
    } else if (repeats_title(outline, text)) {
        section.section_class = SectionClass::list_title;
        section.rule = "S1: the title again";
    } else if (instructs_reader(outline, section)) {
        section.section_class = SectionClass::list_title;
        section.rule = "S2: its prose tells how to take part";
    }
}

} // namespace

bool is_boilerplate(std::string_view text) {
    text = without_leading_punctuation(text);
    const std::size_t number = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string rest(trimmed(text.substr(number)));
    return starts_with(PhraseSet::boilerplate, folded(number > 0 ? "n " + rest : rest));
}

SectionClass classify_heading(std::string_view text) {
    const std::string whole = folded(text);
    const std::string_view start = without_fillers(whole);
    if (contains(PhraseSet::unwanted, whole)) {
        return SectionClass::unwanted;
    }
    if (names_given_talks(whole)) {
        return SectionClass::given;
    }
    if (starts_with(PhraseSet::invite, start) ||
        starts_with(PhraseSet::invite, without_leading_punctuation(whole)) || names_list(text) ||
        is_catch_all(start) || is_byline(whole)) {
        return SectionClass::list_title;
    }
    if (starts_with(PhraseSet::stop, start) ||
        starts_with(PhraseSet::stop, without_leading_punctuation(whole)) ||
        equals(PhraseSet::proposal_part, start) || has_stop_translation(whole) ||
        is_boilerplate(text)) {
        return SectionClass::stop;
    }
    return SectionClass::undecided;
}

void classify_sections(const AnnotatedOutline &outline, std::vector<Section> &sections,
                       const std::vector<std::string> &authors) {
    for (std::size_t i = 1; i < sections.size(); ++i) {
        Section &section = sections[i];
        const Section &parent = sections[section.parent];
        const std::string &text = outline.blocks[section.heading].node.text.plain;
        section.section_class = classify_heading(text);
        section.rule = rule_of(section.section_class);
        if (section.section_class == SectionClass::undecided) {
            classify_by_contents(outline, section);
        }
        if (section.section_class == SectionClass::stop && spans_document(outline, sections, i)) {
            section.section_class = SectionClass::list_title;
            section.rule = "S1: the top of the document";
        }
        if (parent.section_class == SectionClass::stop ||
            parent.section_class == SectionClass::unwanted ||
            (parent.section_class == SectionClass::given &&
             section.section_class != SectionClass::stop)) {
            section.section_class = parent.section_class;
            section.rule = parent.rule;
        }
        if (auto owner = section_owner(text, first_paragraph(outline, section))) {
            section.owners = {as_author(std::move(*owner), authors)};
        } else {
            section.owners = parent.owners;
        }
    }
    for (const std::size_t part : find_parts_of_document(outline, sections)) {
        if (sections[part].section_class == SectionClass::undecided) {
            sections[part].section_class = SectionClass::list_title;
        }
    }
}

} // namespace ideary::ideas
