// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// S7, S8, S9: lines that are headings without being marked as such.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t heading_points = 80;
constexpr std::size_t paragraph_points = 120; ///< S8: a line longer than this is a paragraph

/// S10: bytes of the numbering at the head of a line that is no heading by markup.
std::size_t numbering_of(std::string_view text) {
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const bool sign = digits > 0 && digits <= 3 && digits + 2 < text.size() &&
                      (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
    return sign ? digits + 2 : 0;
}

void make_heading(Block &block, int level) {
    block.node.kind = NodeKind::heading;
    block.node.level = level;
    block.node.lines.clear();
    std::string &plain = block.node.text.plain;
    if (const std::size_t number = numbering_of(plain); number > 0) {
        plain.erase(0, number);
        for (source::InlineLink &link : block.node.text.links) {
            link.offset -= std::min(number, link.offset);
        }
    }
    while (plain.ends_with(':') || plain.ends_with(' ')) {
        plain.pop_back();
    }
    while (plain.ends_with("：")) {
        plain.resize(plain.size() - 3);
    }
}

/// A paragraph made of one line of another block.
Block paragraph_of(const source::Line &line) {
    Block block;
    block.node.kind = NodeKind::paragraph;
    block.node.line = block.node.end_line = line.number;
    block.node.text = line.text;
    block.node.lines = {line};
    return block;
}

bool ends_in_any(std::string_view text, std::string_view signs) {
    return !text.empty() && signs.find(text.back()) != std::string_view::npos;
}

// S9: a paragraph wholly bold, or whose first line is, with prose, a list or a table below it.
bool is_bold_heading(const Block &block) {
    if (!is_paragraph(block) || block.part) {
        return false;
    }
    const bool one = block.node.lines.size() <= 1;
    const source::Text &text = one ? block.node.text : block.node.lines.front().text;
    const bool button = is_wholly_links(text) && text.links[0].target.starts_with("http");
    return text.all_bold && !button && !is_only_date(text.plain) && has_letter(text.plain) &&
           text::count_code_points(text.plain) <= heading_points && !ends_in_any(text.plain, ".,;");
}

void promote_bold_lines(AnnotatedOutline &outline) {
    std::vector<Block> result;
    result.reserve(outline.blocks.size());
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        Block &block = outline.blocks[at];
        if (!is_bold_heading(block)) {
            result.push_back(std::move(block));
            continue;
        }
        const auto lines = block.node.lines;
        const std::size_t next = next_block(outline.blocks, at + 1);
        const bool followed = next < outline.blocks.size() && !is_heading(outline.blocks[next]);
        if (lines.size() <= 1 && !followed) {
            result.push_back(std::move(block));
            continue;
        }
        Block heading = block;
        heading.node.text = lines.size() <= 1 ? block.node.text : lines.front().text;
        make_heading(heading, bold_level);
        result.push_back(std::move(heading));
        if (lines.size() > 1) {
            Block rest = std::move(block);
            rest.node.line = lines[1].number;
            rest.node.lines.erase(rest.node.lines.begin());
            rest.node.text = {};
            for (const source::Line &line : rest.node.lines) {
                rest.node.text.plain += rest.node.text.plain.empty() ? "" : " ";
                for (source::InlineLink link : line.text.links) {
                    link.offset += rest.node.text.plain.size();
                    rest.node.text.links.push_back(std::move(link));
                }
                rest.node.text.plain += line.text.plain;
            }
            result.push_back(std::move(rest));
        }
    }
    outline.blocks = std::move(result);
}

// S7: one line without a marker and without a final `. ! ? ; ,`, directly above a list.
bool is_bare_topic(const AnnotatedOutline &outline, std::size_t at) {
    const Block &block = outline.blocks[at];
    if (!is_paragraph(block) || block.part || block.node.lines.size() > 1 ||
        block.node.blank_after || at + 1 >= outline.blocks.size() ||
        !is_item(outline.blocks[at + 1])) {
        return false;
    }
    const std::string &text = block.node.text.plain;
    // An emoji by its name (`:metal:`) ends in a colon too and leads in nothing.
    const std::size_t before = text.find_last_of(" :", text.size() - 2);
    const bool emoji = text.size() > 2 && before != std::string::npos && text[before] == ':' &&
                       before + 2 < text.size();
    const bool lead = (text.ends_with(':') && !emoji) || text.ends_with("：");
    return has_letter(text) && !ends_in_any(text, ".!?;,") && !text.ends_with("。") &&
           (lead || last_sentence(text).size() == trimmed(text).size()) &&
           text::count_code_points(text) <= heading_points;
}

void promote_bare_lines(AnnotatedOutline &outline) {
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        if (is_bare_topic(outline, at)) {
            outline.blocks[at].bare = true;
            make_heading(outline.blocks[at], bare_level);
        }
    }
}

// S8: a short line standing alone.
bool is_short_line(const Block &block) {
    const std::string &text = block.node.text.plain;
    if (!is_paragraph(block) || block.node.lines.size() > 1 || !is_prose(block)) {
        return false;
    }
    const std::string start = folded(text.substr(0, 60));
    const bool byline = start.starts_with("by ") || start.starts_with("von ") ||
                        start.starts_with("published ") || start.starts_with("posted ");
    return text::count_code_points(text) <= heading_points && !ends_in_any(text, ".!?:,;") &&
           !text.ends_with("。") && !text.ends_with("：") && !byline;
}

enum class PlainRole { text, topic, idea };

/// The line at `at` introduces one short line, and headings with longer prose follow.
bool introduces_headings(const AnnotatedOutline &outline, std::size_t at) {
    const std::size_t blurb = next_block(outline.blocks, at + 1);
    const std::size_t next = blurb < outline.blocks.size() ? next_block(outline.blocks, blurb + 1)
                                                           : outline.blocks.size();
    const std::size_t body =
        next < outline.blocks.size() ? next_block(outline.blocks, next + 1) : outline.blocks.size();
    if (body >= outline.blocks.size() || !is_short_line(outline.blocks[next]) ||
        !is_paragraph(outline.blocks[body])) {
        return false;
    }
    const std::size_t length = text::count_code_points(outline.blocks[blurb].node.text.plain);
    const std::size_t longer = text::count_code_points(outline.blocks[body].node.text.plain);
    const std::string &text = outline.blocks[at].node.text.plain;
    const bool lists = names_list(text) || starts_with(PhraseSet::invite, folded(text));
    return length <= paragraph_points &&
           (lists || (longer > paragraph_points && longer >= 2 * length));
}

PlainRole plain_role(const AnnotatedOutline &outline, std::size_t at) {
    if (is_bare_topic(outline, at)) {
        return PlainRole::topic;
    }
    if (!is_short_line(outline.blocks[at])) {
        return PlainRole::text;
    }
    const std::size_t next = next_block(outline.blocks, at + 1);
    if (next >= outline.blocks.size()) {
        return PlainRole::text;
    }
    const Block &below = outline.blocks[next];
    if (is_item(below) || below.node.kind == NodeKind::row) {
        return PlainRole::topic;
    }
    if (is_paragraph(below) && !is_short_line(below) && introduces_headings(outline, at)) {
        return PlainRole::topic;
    }
    return PlainRole::idea;
}

void promote_plain_lines(AnnotatedOutline &outline) {
    std::vector<PlainRole> roles;
    roles.reserve(outline.blocks.size());
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        roles.push_back(plain_role(outline, at));
    }
    bool below_topic = false; // a topic that introduces headings is open
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        if (roles[at] == PlainRole::text) {
            continue;
        }
        const std::size_t next = next_block(outline.blocks, at + 1);
        const bool above_list = next < outline.blocks.size() && !is_paragraph(outline.blocks[next]);
        const bool topic = roles[at] == PlainRole::topic;
        below_topic = topic ? !above_list || (below_topic && !outline.blocks[at].node.blank_before)
                            : below_topic;
        outline.blocks[at].bare = true;
        make_heading(outline.blocks[at], !topic && below_topic ? bare_level : bold_level);
        below_topic = topic ? !above_list : below_topic;
    }
}

/// Lines below an item that the reader took for its continuation and that are lines of their own.
std::size_t first_own_line(const Block &item, bool each_line) {
    const auto &lines = item.node.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Block line = paragraph_of(lines[i]);
        if (each_line ||
            (is_short_line(line) && text::count_code_points(item.node.text.plain) < 60 &&
             capitalised(line.node.text.plain))) {
            return i;
        }
    }
    return lines.size();
}

/// N2: in scraped text all from the first line on that belongs to the blog and not to the post: it
/// begins its paragraph, and something to read stands above it.
void cut_boilerplate(AnnotatedOutline &outline) {
    std::size_t prose = 0;
    for (std::size_t at = 0; at < outline.blocks.size(); ++at) {
        const Block &block = outline.blocks[at];
        const auto &lines = block.node.lines;
        const std::string_view first = (lines.empty() ? block.node.text : lines[0].text).plain;
        if (prose > 2 && is_paragraph(block) && text::count_code_points(first) <= heading_points &&
            !first.ends_with('.') && is_boilerplate(first)) {
            outline.blocks.resize(at);
            return;
        }
        prose += is_paragraph(block) || is_item(block) ? 1 : 0;
    }
}

} // namespace

void split_plain_lines(AnnotatedOutline &outline) {
    if (outline.syntax != source::Syntax::plain) {
        return;
    }
    const auto is_long = [](const source::Line &line) {
        return text::count_code_points(line.raw) > paragraph_points;
    };
    const bool each_line = std::ranges::any_of(
        outline.blocks, [&](const Block &b) { return std::ranges::any_of(b.node.lines, is_long); });
    std::vector<Block> result;
    for (Block &block : outline.blocks) {
        const bool item = is_item(block);
        if (!item && !(is_paragraph(block) && each_line)) {
            result.push_back(std::move(block));
            continue;
        }
        const auto lines = block.node.lines;
        const std::size_t own = item ? first_own_line(block, each_line) : 0;
        if (item) {
            block.node.lines.resize(own);
            result.push_back(std::move(block));
        }
        for (std::size_t i = own; i < lines.size(); ++i) {
            result.push_back(paragraph_of(lines[i]));
        }
    }
    outline.blocks = std::move(result);
    cut_boilerplate(outline);
}

void attach_details(AnnotatedOutline &outline) {
    std::size_t at = 0;
    while (at < outline.blocks.size()) {
        const std::size_t begin = at;
        bool prose = false;
        bool headings = false;
        for (; at < outline.blocks.size() && outline.blocks[at].node.folded; ++at) {
            const Block &block = outline.blocks[at];
            const std::string &text = block.node.text.plain;
            prose = prose || (is_prose(block) && (text::count_code_points(text) > heading_points ||
                                                  ends_in_any(text, ".!?") ||
                                                  last_sentence(text).size() < text.size()));
            headings = headings || is_heading(block);
        }
        for (std::size_t i = begin; i < at; ++i) {
            outline.blocks[i].part = prose && !headings; // else it only hides a list
        }
        at += at == begin ? 1 : 0;
    }
}

void promote_headings(AnnotatedOutline &outline) {
    promote_bold_lines(outline);
    if (outline.syntax == source::Syntax::plain) {
        promote_plain_lines(outline);
    } else {
        promote_bare_lines(outline);
    }
}

} // namespace ideary::ideas
