// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// S7, S8, S9: lines that are headings without being marked as such.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/document/annotated_outline.hpp"
#include "ideas/classify/phrases.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

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
    return text.all_bold && has_letter(text.plain) && text::points(text.plain) <= heading_points &&
           !ends_in_any(text.plain, ".,;");
}

void raise_bold_lines(Page &page) {
    std::vector<Block> result;
    result.reserve(page.blocks.size());
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        Block &block = page.blocks[at];
        if (!is_bold_heading(block)) {
            result.push_back(std::move(block));
            continue;
        }
        const auto lines = block.node.lines;
        const std::size_t next = next_block(page.blocks, at + 1);
        const bool followed = next < page.blocks.size() && !is_heading(page.blocks[next]);
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
    page.blocks = std::move(result);
}

// S7: one line without a marker and without a final `. ! ? ; ,`, straight above a list.
bool is_bare_topic(const Page &page, std::size_t at) {
    const Block &block = page.blocks[at];
    if (!is_paragraph(block) || block.part || block.node.lines.size() > 1 ||
        block.node.blank_after || at + 1 >= page.blocks.size() || !is_item(page.blocks[at + 1])) {
        return false;
    }
    const std::string &text = block.node.text.plain;
    return has_letter(text) && !ends_in_any(text, ".!?;,") && !text.ends_with("。") &&
           last_sentence(text).size() == trimmed(text).size() &&
           text::points(text) <= heading_points;
}

void raise_bare_lines(Page &page) {
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        if (is_bare_topic(page, at)) {
            page.blocks[at].bare = true;
            make_heading(page.blocks[at], bare_level);
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
    return text::points(text) <= heading_points && !ends_in_any(text, ".!?:,;") &&
           !text.ends_with("。") && !text.ends_with("：") && !byline;
}

enum class PlainRole { text, topic, idea };

/// The line at `at` introduces one short line, and headings with longer prose follow.
bool introduces_headings(const Page &page, std::size_t at) {
    const std::size_t blurb = next_block(page.blocks, at + 1);
    const std::size_t next =
        blurb < page.blocks.size() ? next_block(page.blocks, blurb + 1) : page.blocks.size();
    const std::size_t body =
        next < page.blocks.size() ? next_block(page.blocks, next + 1) : page.blocks.size();
    if (body >= page.blocks.size() || !is_short_line(page.blocks[next]) ||
        !is_paragraph(page.blocks[body])) {
        return false;
    }
    const std::size_t length = text::points(page.blocks[blurb].node.text.plain);
    const std::size_t longer = text::points(page.blocks[body].node.text.plain);
    const std::string &text = page.blocks[at].node.text.plain;
    const bool lists = names_list(text) || opens(Say::invite, folded(text));
    return length <= paragraph_points &&
           (lists || (longer > paragraph_points && longer >= 2 * length));
}

PlainRole plain_role(const Page &page, std::size_t at) {
    if (is_bare_topic(page, at)) {
        return PlainRole::topic;
    }
    if (!is_short_line(page.blocks[at])) {
        return PlainRole::text;
    }
    const std::size_t next = next_block(page.blocks, at + 1);
    if (next >= page.blocks.size()) {
        return PlainRole::text;
    }
    const Block &below = page.blocks[next];
    if (is_item(below) || below.node.kind == NodeKind::row) {
        return PlainRole::topic;
    }
    if (is_paragraph(below) && !is_short_line(below) && introduces_headings(page, at)) {
        return PlainRole::topic;
    }
    return PlainRole::idea;
}

void raise_plain_lines(Page &page) {
    std::vector<PlainRole> roles;
    roles.reserve(page.blocks.size());
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        roles.push_back(plain_role(page, at));
    }
    bool below_topic = false; // a topic that introduces headings is open
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        if (roles[at] == PlainRole::text) {
            continue;
        }
        const std::size_t next = next_block(page.blocks, at + 1);
        const bool above_list = next < page.blocks.size() && !is_paragraph(page.blocks[next]);
        const bool topic = roles[at] == PlainRole::topic;
        below_topic = topic ? !above_list || (below_topic && !page.blocks[at].node.blank_before)
                            : below_topic;
        page.blocks[at].bare = true;
        make_heading(page.blocks[at], !topic && below_topic ? bare_level : bold_level);
        below_topic = topic ? !above_list : below_topic;
    }
}

/// Lines below an item that the reader took for its continuation and that are lines of their own.
std::size_t first_own_line(const Block &item, bool each_line) {
    const auto &lines = item.node.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Block line = paragraph_of(lines[i]);
        if (each_line || (is_short_line(line) && text::points(item.node.text.plain) < 60 &&
                          capitalised(line.node.text.plain))) {
            return i;
        }
    }
    return lines.size();
}

/// N2: in scraped text all from the first line on that belongs to the blog and not to the post: it
/// begins its paragraph, and something to read stands above it.
void cut_furniture(Page &page) {
    std::size_t prose = 0;
    for (std::size_t at = 0; at < page.blocks.size(); ++at) {
        const Block &block = page.blocks[at];
        const auto &lines = block.node.lines;
        const std::string_view first = (lines.empty() ? block.node.text : lines[0].text).plain;
        if (prose > 2 && is_paragraph(block) && text::points(first) <= heading_points &&
            !first.ends_with('.') && is_furniture(first)) {
            page.blocks.resize(at);
            return;
        }
        prose += is_paragraph(block) || is_item(block) ? 1 : 0;
    }
}

} // namespace

void split_plain_lines(Page &page) {
    if (page.syntax != source::Syntax::plain) {
        return;
    }
    const auto is_long = [](const source::Line &line) {
        return text::points(line.raw) > paragraph_points;
    };
    const bool each_line = std::ranges::any_of(
        page.blocks, [&](const Block &b) { return std::ranges::any_of(b.node.lines, is_long); });
    std::vector<Block> result;
    for (Block &block : page.blocks) {
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
    page.blocks = std::move(result);
    cut_furniture(page);
}

void fold_details(Page &page) {
    std::size_t at = 0;
    while (at < page.blocks.size()) {
        const std::size_t begin = at;
        bool prose = false;
        bool headings = false;
        for (; at < page.blocks.size() && page.blocks[at].node.folded; ++at) {
            const Block &block = page.blocks[at];
            const std::string &text = block.node.text.plain;
            prose = prose || (is_prose(block) &&
                              (text::points(text) > heading_points || ends_in_any(text, ".!?") ||
                               last_sentence(text).size() < text.size()));
            headings = headings || is_heading(block);
        }
        for (std::size_t i = begin; i < at; ++i) {
            page.blocks[i].part = prose && !headings; // else it only hides a list
        }
        at += at == begin ? 1 : 0;
    }
}

void raise_headings(Page &page) {
    raise_bold_lines(page);
    if (page.syntax == source::Syntax::plain) {
        raise_plain_lines(page);
    } else {
        raise_bare_lines(page);
    }
}

} // namespace ideary::ideas
