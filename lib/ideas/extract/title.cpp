// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// S1: the title of a document.
#include <algorithm>
#include <optional>

#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

void drop(Block &block) {
    block.node.kind = NodeKind::directive;
}

/// N1, S8: tag lines above the title of scraped text: each is, or is followed by, a line that
/// begins with a comma.
void drop_tag_lines(AnnotatedOutline &outline) {
    const auto is_comma = [&](std::size_t at) {
        return at < outline.blocks.size() && is_paragraph(outline.blocks[at]) &&
               outline.blocks[at].node.text.plain.starts_with(',');
    };
    std::size_t at = next_block(outline.blocks, 0);
    while (at < outline.blocks.size() && is_paragraph(outline.blocks[at])) {
        const std::size_t next = next_block(outline.blocks, at + 1);
        if (!is_comma(at) && !is_comma(next)) {
            break;
        }
        drop(outline.blocks[at]);
        at = next;
    }
}

/// `Talk 2: …` is one of several and names no list.
bool is_numbered_one(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon > 0 && text[colon - 1] >= '0' &&
           text[colon - 1] <= '9' && words_of(text.substr(0, colon)).size() == 2;
}

bool names_list_or_event(const std::string &text) {
    if (is_numbered_one(text)) {
        return false;
    }
    return has_list_word(text) ||
           starts_with(PhraseSet::invite, folded(without_leading_punctuation(text))) ||
           !find_event(text).empty();
}

/// The heading that is the title: the first H1, else the heading that everything begins with; and
/// only if no other has its level, or it names a list or an event.
std::optional<std::size_t> find_title_heading(const AnnotatedOutline &outline) {
    const auto first = std::ranges::find_if(outline.blocks, is_heading);
    if (first == outline.blocks.end()) {
        return std::nullopt;
    }
    auto found = std::ranges::find_if(
        outline.blocks, [](const Block &b) { return is_heading(b) && b.node.level == 1; });
    const bool any_h1 = found != outline.blocks.end();
    if (!any_h1) {
        found = first;
        const auto prose = std::find_if(outline.blocks.begin(), first, [](const Block &b) {
            return !is_empty(b) && !(is_paragraph(b) && !is_prose(b));
        });
        if (prose != first) {
            return std::nullopt;
        }
    }
    const auto same_level = std::ranges::count_if(outline.blocks, [&](const Block &b) {
        return is_heading(b) && b.node.level == found->node.level;
    });
    const bool accepted =
        same_level == 1 || (found == first && names_list_or_event(found->node.text.plain));
    return accepted ? std::optional(static_cast<std::size_t>(found - outline.blocks.begin()))
                    : std::nullopt;
}

/// The first line that stands alone, when nothing but empty blocks stands above it. A bare line
/// directly above a list is none, nor a lead-in.
std::optional<std::size_t> find_title_line(const AnnotatedOutline &outline) {
    std::size_t at = next_block(outline.blocks, 0);
    while (at < outline.blocks.size() && is_paragraph(outline.blocks[at]) &&
           !is_prose(outline.blocks[at])) {
        at = next_block(outline.blocks, at + 1);
    }
    if (at >= outline.blocks.size() || !is_paragraph(outline.blocks[at])) {
        return std::nullopt;
    }
    const Block &block = outline.blocks[at];
    const bool one_line = block.node.lines.size() <= 1;
    const bool above_list = at + 1 < outline.blocks.size() && is_item(outline.blocks[at + 1]) &&
                            !block.node.blank_after;
    if (!one_line || above_list || is_labelled(block.node.text.plain) || is_lead_in(block) ||
        text::count_code_points(block.node.text.plain) > 120 ||
        block.node.text.plain.ends_with('.') ||
        next_block(outline.blocks, at + 1) == outline.blocks.size()) {
        return std::nullopt;
    }
    return at;
}

/// S1: the head of a mail: a line that names a list or an event, with dates and places right below
/// it. Its year is that of a date there.
std::optional<std::size_t> find_title_block(AnnotatedOutline &outline) {
    const std::size_t at = next_block(outline.blocks, 0);
    if (at >= outline.blocks.size() || !is_paragraph(outline.blocks[at])) {
        return std::nullopt;
    }
    const auto &lines = outline.blocks[at].node.lines;
    if (lines.size() < 2 || lines.size() > 6) {
        return std::nullopt;
    }
    const std::string &first = lines[0].text.plain;
    int year = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::string &text = lines[i].text.plain;
        if (text::count_code_points(text) > 80) {
            return std::nullopt;
        }
        year = year == 0 ? last_year(text) : year;
    }
    const bool title = names_list_or_event(first) || starts_with(PhraseSet::stop, folded(first));
    if (!title || first.ends_with('.') || first.ends_with(':') ||
        text::count_code_points(first) > 100) {
        return std::nullopt;
    }
    outline.head_year = year;
    return at;
}

/// `Call for Talks` of `Call for Talks - Lamp Days`, cut at a separator.
bool is_part_of_title(std::string_view part, std::string_view title) {
    const std::size_t at = part.empty() ? std::string_view::npos : title.find(part);
    if (at == std::string_view::npos) {
        return false;
    }
    const std::string_view before = title.substr(0, at);
    const std::string_view after = title.substr(at + part.size());
    static constexpr std::string_view separators[] = {" - ", " – ", " — ", " | ",
                                                      ": ",  " · ", " :: "};
    const auto ends = [&](auto mark) { return before.ends_with(mark); };
    const auto begins = [&](auto mark) { return after.starts_with(mark); };
    return (before.empty() || std::ranges::any_of(separators, ends)) &&
           (after.empty() || std::ranges::any_of(separators, begins));
}

/// An H1 (or the first heading or line) that says the title again.
void drop_repeated_title(AnnotatedOutline &outline) {
    const std::string title = folded(outline.title);
    bool first = true;
    for (Block &block : outline.blocks) {
        if (is_empty(block)) {
            continue;
        }
        const bool candidate = (is_heading(block) && (block.node.level == 1 || first)) ||
                               (is_paragraph(block) && first);
        const std::string text = candidate ? folded(block.node.text.plain) : std::string();
        if (candidate && (text == title || (is_heading(block) && is_part_of_title(text, title)))) {
            outline.title_line = outline.title_line == 0 ? block.node.line : outline.title_line;
            drop(block);
        }
        first = first && !is_heading(block) && !is_paragraph(block);
    }
}

} // namespace

void find_title(AnnotatedOutline &outline, const source::Metadata &metadata) {
    if (outline.syntax == source::Syntax::plain) {
        drop_tag_lines(outline);
    }
    outline.title = metadata.title.value;
    outline.title_line = metadata.title.line;
    const std::string &where = metadata.title.where;
    // A title of the head of an HTML page ("text") counts less than its H1; one given from outside
    // names the source, and the document still has a title of its own that is no idea.
    const bool own = !where.empty() && where != "option" && where != "sidecar" && where != "text";
    if (!own) {
        auto found = find_title_heading(outline);
        if (!found && std::ranges::none_of(outline.blocks, [](const Block &b) {
                return is_heading(b) && b.node.level == 1;
            })) {
            found = find_title_line(outline);
        }
        if (!found) {
            found = find_title_block(outline);
        }
        if (found) {
            Block &block = outline.blocks[*found];
            const bool lines = block.node.lines.size() > 1;
            const std::string text = lines ? block.node.lines[0].text.plain : block.node.text.plain;
            outline.title_line = block.node.line;
            drop(block);
            outline.title = outline.title.empty() || where == "text" ? text : outline.title;
        }
    }
    if (!outline.title.empty()) {
        drop_repeated_title(outline);
    }
}

} // namespace ideary::ideas
