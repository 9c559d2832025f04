// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// C1–C4: notes of a conference: the idea is the session, all that follows it is its body.
#include <algorithm>
#include <map>
#include <optional>

#include "ideas/extract/extract.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"

namespace ideary::ideas {

namespace {

/// A link to the page of a talk.
bool is_talk_target(const std::string &target) {
    static constexpr std::string_view parts[] = {"/talks/",    "/talk/",          "/sessions/",
                                                 "/session/",  "/presentations/", "/presentation/",
                                                 "/keynotes/", "/tutorials/",     "/submission/"};
    return std::ranges::any_of(parts, [&](std::string_view part) {
        const auto at = target.find(part);
        return at != std::string::npos && at + part.size() < target.size();
    });
}

/// C1: wholly a link to a talk's page.
bool is_talk_link(const source::Text &text) {
    return is_wholly_links(text) && text.links.size() == 1 && is_talk_target(text.links[0].target);
}

/// C3: `Monday September 8`, `Day 2`.
bool is_day(std::string_view text) {
    const std::string whole = folded(text);
    return words_of(whole).size() <= 6 &&
           (starts_with(PhraseSet::day, whole) || is_only_date(text)) &&
           (whole.find_first_of("0123456789") != std::string::npos ||
            equals(PhraseSet::day, whole));
}

/// The level at which most talk links stand; none when no heading is one.
std::optional<int> session_level(const AnnotatedOutline &outline) {
    std::map<int, int> levels;
    for (const Block &block : outline.blocks) {
        if (is_heading(block) && is_talk_link(block.node.text)) {
            ++levels[block.node.level];
        }
    }
    const auto most = std::ranges::max_element(
        levels, [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == levels.end() ? std::nullopt : std::optional(most->first);
}

/// It speaks of links or of what lies after them, and of no talk.
bool holds_link_word(std::string_view start) {
    return contains(PhraseSet::pointer, start) || ends_with(PhraseSet::logistics_lead, start);
}

/// C3: links, slides, questions, sponsors, breaks; a heading that links elsewhere.
bool is_no_session(const source::Text &text) {
    const std::string start = folded(without_leading_punctuation(text.plain));
    return starts_with(PhraseSet::not_session, start) || starts_with(PhraseSet::stop, start) ||
           (is_wholly_links(text) && !is_talk_link(text) && holds_link_word(start));
}

/// Marks the headings that are sessions, and raises paragraphs that are.
void mark_sessions(AnnotatedOutline &outline) {
    const auto level = session_level(outline);
    for (Block &block : outline.blocks) {
        if (is_paragraph(block) && is_talk_link(block.node.text)) {
            block.node.kind = NodeKind::heading;
            block.node.level = level.value_or(bold_level);
            block.node.lines.clear();
            block.session = true;
        } else if (is_heading(block) && !is_day(block.node.text.plain)) {
            block.session = is_talk_link(block.node.text) || (level && block.node.level == *level &&
                                                              !is_no_session(block.node.text));
        }
    }
    if (std::ranges::any_of(outline.blocks, [](const Block &b) { return b.session; })) {
        return;
    }
    // No page of a talk is linked: the headings directly below days are the sessions.
    std::optional<int> day;
    std::optional<int> below;
    for (Block &block : outline.blocks) {
        if (!is_heading(block)) {
            continue;
        }
        if (is_day(block.node.text.plain)) {
            day = block.node.level;
            continue;
        }
        if (day && block.node.level > *day && !below) {
            below = block.node.level;
        }
        block.session = below && block.node.level == *below && !is_no_session(block.node.text);
    }
}

/// A name that a paragraph begins with: `Jane Doe - Jane is …`, `Jane Doe is …`.
std::optional<std::string> name_of_bio(std::string_view text) {
    std::size_t end = std::string_view::npos;
    for (const std::string_view separator :
         {" - ", " – ", " — ", " is ", " ist ", " est ", " es "}) {
        end = std::min(end, text.find(separator));
    }
    if (end == std::string_view::npos || !looks_like_name(text.substr(0, end), 2, 4)) {
        return std::nullopt;
    }
    return std::string(text.substr(0, end));
}

/// C2: takes the speaker off the title, when the text says who it is.
std::optional<std::string> take_speaker(std::string &title, std::string_view below) {
    const auto bio = name_of_bio(below);
    const std::size_t colon = title.rfind(": ");
    if (colon == std::string::npos) {
        return bio;
    }
    const std::string behind(trimmed(std::string_view(title).substr(colon + 2)));
    const bool name = bio ? folded(*bio) == folded(behind) : looks_like_name(behind, 2, 3);
    if (!name) {
        return bio;
    }
    if (!equals(PhraseSet::keynote, folded(title.substr(0, colon)))) {
        title.resize(colon);
    }
    return behind;
}

/// The paragraph right below a heading, be it code: where a bio stands.
std::string_view right_below(const AnnotatedOutline &outline, std::size_t heading) {
    const std::size_t next = next_block(outline.blocks, heading + 1);
    if (next >= outline.blocks.size() || is_heading(outline.blocks[next]) ||
        is_item(outline.blocks[next])) {
        return {};
    }
    return outline.blocks[next].node.text.plain;
}

/// A4: `Speaker: Ada Moreau`, `Vortrag von Ada Moreau`.
std::optional<std::string> labelled_speaker(std::string_view below) {
    std::size_t at = below.substr(0, 40).find(':');
    const bool label = at != std::string_view::npos &&
                       equals(PhraseSet::speaker_column, folded(below.substr(0, at)));
    at += 1;
    for (const std::string_view start : {"by ", "By ", "von ", "Von ", "par ", "Par ", "por ",
                                         "Por ", "Vortrag von ", "Presented by ", "Talk by "}) {
        at = !label && below.starts_with(start) ? start.size() : at;
    }
    std::string_view name = at <= below.size() && at > 0 ? trimmed(below.substr(at)) : "";
    name = name.substr(0, name.find_first_of(",(\n"));
    return looks_like_name(trimmed(name), 2, 4) ? std::optional(std::string(trimmed(name)))
                                                : std::nullopt;
}

/// C2, A3: whom the session's heading names, else the line right below it.
std::optional<std::string> find_speaker(const AnnotatedOutline &outline, std::size_t heading,
                                        std::string &title) {
    const std::string_view below = right_below(outline, heading);
    if (auto speaker = take_speaker(title, below)) {
        return speaker;
    }
    if (auto credit = item_credit(outline.blocks[heading].node.text)) {
        return credit;
    }
    return labelled_speaker(below);
}

} // namespace

bool is_notes(const AnnotatedOutline &outline) {
    std::size_t bearing = 0;
    std::size_t sessions = 0;
    std::size_t links = 0;
    int day = 0; // level of the day that is open
    const Block *above = nullptr;
    for (const Block &block : outline.blocks) {
        const bool link = is_paragraph(block) && is_talk_link(block.node.text);
        if (is_heading(block) || link) {
            above = &block;
            links += is_talk_link(block.node.text) ? 1 : 0;
        }
        if (is_heading(block) && (day == 0 || block.node.level <= day)) {
            day = is_day(block.node.text.plain) ? block.node.level : 0;
        } else if (is_item(block) && above != nullptr) {
            ++bearing;
            sessions += is_talk_link(above->node.text) || day > 0 ? 1 : 0;
            above = nullptr;
        }
    }
    // Talks without notes have no list below them and count as well where there are enough.
    return (bearing >= 2 && sessions * 2 > bearing) || (links >= 3 && links > bearing);
}

std::vector<Draft> extract_notes(AnnotatedOutline &outline) {
    mark_sessions(outline);
    const std::vector<Section> sections = make_sections(outline);
    std::vector<Draft> drafts;
    std::optional<int> level;
    bool open = false; // what follows belongs to the last session
    for (std::size_t i = 1; i < sections.size(); ++i) {
        const Section &section = sections[i];
        const Block &heading = outline.blocks[section.heading];
        if (heading.session) {
            Draft draft;
            draft.origin = Origin::session;
            draft.idea.title = heading.node.text.plain;
            if (auto speaker = find_speaker(outline, section.heading, draft.idea.title)) {
                draft.idea.authors = {std::move(*speaker)};
            }
            draft.idea.source.line = heading.node.line;
            draft.idea.section = path_of(outline, sections, section.parent);
            draft.heading = draft.idea.section.empty() ? "" : draft.idea.section.back();
            add_links(draft.idea.links, heading.node.text);
            drafts.push_back(std::move(draft));
            level = heading.node.level;
            open = true;
        } else if (open && heading.node.level > *level) {
            add_block(drafts.back().idea, heading);
        } else {
            open = false;
        }
        for (std::size_t at = section.first; open && at < section.last; ++at) {
            if (!is_empty(outline.blocks[at])) {
                add_block(drafts.back().idea, outline.blocks[at]);
            }
        }
    }
    return drafts;
}

} // namespace ideary::ideas
