// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/extract/extract.hpp"

#include <algorithm>
#include <map>

#include "ideas/extract/normalize.hpp"
#include "ideas/classify/section_contents.hpp"
#include "ideas/classify/words.hpp"
#include "text/normal.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t deepest_path = 32; ///< hostile nesting: deeper parents are left out

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789.#) ") == std::string_view::npos;
}

/// How many headings under one parent and of one level there are, and how many are S2 ideas.
struct Siblings {
    std::size_t all = 0, ideas = 0;
};
using SiblingKey = std::pair<std::size_t, int>;

class ListEmitter {
  public:
    ListEmitter(Page &page, std::vector<Section> &sections, const std::vector<std::string> &authors)
        : page_(page), sections_(sections), authors_(authors), room_(room_for_shared(page)) {}

    std::vector<Draft> run() {
        for (Section &section : sections_) {
            judge_lists(page_, section);
            shapes_.push_back(shape_of(page_, section));
        }
        count_siblings();
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            emit_section(i);
        }
        return std::move(drafts_);
    }

  private:
    /// What stands between the section and an item: its parent items.
    struct Parent {
        int level;
        std::string title;
        bool topic;
        std::vector<std::string> authors;
    };

    SiblingKey key_of(const Section &section) const {
        return {section.parent, page_.blocks[section.heading].node.level};
    }

    void count_siblings() {
        for (std::size_t i = 1; i < sections_.size(); ++i) {
            if (sections_[i].verdict == Verdict::judge) {
                Siblings &siblings = siblings_[key_of(sections_[i])];
                ++siblings.all;
                siblings.ideas += is_prose_idea(i) ? 1 : 0;
            }
        }
    }

    /// S2: prose, and no list that lives.
    bool is_prose_idea(std::size_t i) const {
        return sections_[i].heading != none && sections_[i].verdict == Verdict::judge &&
               shapes_[i].list == none && (shapes_[i].prose || shapes_[i].field);
    }

    /// S4: prose, then a lead-in of its own, then the list: idea and topic.
    bool is_idea_and_topic(std::size_t i) const {
        return sections_[i].heading != none && sections_[i].verdict == Verdict::judge &&
               shapes_[i].list != none && shapes_[i].prose_before && shapes_[i].led_in;
    }

    /// S4: among headings that mostly are ideas with prose, a list below prose is the outline.
    bool is_idea_with_outline(std::size_t i) const {
        if (sections_[i].heading == none || sections_[i].verdict != Verdict::judge ||
            shapes_[i].list == none) {
            return false;
        }
        if (shapes_[i].parts) {
            return true; // P1: a filled-in template, its list is part of it
        }
        if (!shapes_[i].prose_before || shapes_[i].led_in) {
            return false;
        }
        const Siblings &siblings = siblings_.at(key_of(sections_[i]));
        return siblings.ideas >= 2 && siblings.ideas * 2 > siblings.all - 1;
    }

    void emit_section(std::size_t i) {
        const Section &section = sections_[i];
        if (section.verdict == Verdict::stop || section.verdict == Verdict::negative) {
            return;
        }
        const bool outline = is_idea_with_outline(i);
        if (is_prose_idea(i) || is_idea_and_topic(i) || outline) {
            emit_heading(i, outline);
        }
        if (shapes_[i].list != none && !outline) {
            emit_items(i);
        }
    }

    Draft draft_in(std::size_t i) const {
        Draft draft;
        const Section &section = sections_[i];
        draft.idea.authors = section.owners.empty() ? authors_ : section.owners;
        return draft;
    }

    static std::string start_of_text(const std::string &text) {
        constexpr std::size_t most_points = 100;
        return text::cut(text, most_points);
    }

    /// Once too much is shared, an idea keeps its nearest heading and its first author.
    void keep(Draft draft) {
        Idea &idea = draft.idea;
        shared_ += bytes_of(idea.authors) + bytes_of(idea.section) + draft.heading.size();
        if (shared_ > room_) {
            const auto whole = std::pair(idea.section, idea.authors);
            const std::string heading = start_of_text(draft.heading);
            const std::string author =
                idea.authors.empty() ? std::string() : start_of_text(idea.authors.front());
            // Anew: what was long gives its memory back.
            idea.section = std::vector<std::string>(heading.empty() ? 0 : 1, heading);
            idea.authors = std::vector<std::string>(author.empty() ? 0 : 1, author);
            draft.heading = std::string();
            draft.heading.shrink_to_fit();
            draft.heading = heading;
            page_.shared_cut |= whole != std::pair(idea.section, idea.authors);
        }
        drafts_.push_back(std::move(draft));
    }

    void emit_heading(std::size_t i, bool outline) {
        const Section &section = sections_[i];
        const Node &heading = page_.blocks[section.heading].node;
        Draft draft = draft_in(i);
        draft.origin = shapes_[i].list == none ? Origin::prose : Origin::heading;
        draft.idea.title = heading.text.plain;
        draft.idea.source.line = heading.line;
        draft.idea.section = path_of(page_, sections_, section.parent);
        draft.heading = draft.idea.section.empty() ? "" : draft.idea.section.back();
        add_links(draft.idea.links, heading.text);
        const bool topic_too = shapes_[i].list != none && !outline;
        for (std::size_t at = section.first; at < section.last; ++at) {
            const Block &block = page_.blocks[at];
            const bool listed = is_item(block) || block.node.kind == NodeKind::row;
            const bool lead = topic_too && at + 1 == shapes_[i].list;
            const bool body = is_prose(block) || block.node.kind == NodeKind::code || block.part;
            if (block.node.kind == NodeKind::rule && !draft.idea.body.empty()) {
                break; // N2: what stands below a rule closes the document, not the idea
            }
            if (listed ? outline || block.part : body && !lead) {
                add_block(draft.idea, block);
            }
        }
        keep(std::move(draft));
    }

    void emit_items(std::size_t i) {
        const Section &section = sections_[i];
        std::vector<std::string> path = path_of(page_, sections_, i);
        std::vector<Parent> parents;
        bool short_by_now = false;
        int list = 0;
        for (std::size_t at = shapes_[i].list; at < section.last; ++at) {
            const Block &block = page_.blocks[at];
            if (is_item(block) && block.part && !drafts_.empty()) {
                add_block(drafts_.back().idea, block); // P1: a field of the form above it
            }
            if (!is_live(block)) {
                continue;
            }
            if (page_.shared_cut && !short_by_now) { // what would be cut is not copied first
                short_by_now = true;
                path.erase(path.begin(), path.empty() ? path.end() : path.end() - 1);
                std::transform(path.begin(), path.end(), path.begin(), start_of_text);
                for (Parent &parent : parents) {
                    parent.title = start_of_text(parent.title);
                }
            }
            if (block.node.kind == NodeKind::row) {
                emit_row(i, at, path);
                continue;
            }
            const bool new_list = block.node.list != list;
            list = block.node.list;
            while (!parents.empty() && (new_list || parents.back().level >= block.node.level)) {
                parents.pop_back();
            }
            emit_item(i, block, path, parents);
        }
    }

    void emit_item(std::size_t i, const Block &block, const std::vector<std::string> &path,
                   std::vector<Parent> &parents) {
        Draft draft = draft_in(i);
        if (!parents.empty()) {
            draft.idea.authors = parents.back().authors;
        }
        if (auto credit = item_credit(block.node.text)) {
            draft.idea.authors = {std::move(*credit)};
        }
        draft.idea.section = path;
        draft.heading = path.empty() ? "" : path.back();
        for (const Parent &parent : parents) {
            if (draft.idea.section.size() < deepest_path) {
                draft.idea.section.push_back(parent.title);
            }
            draft.heading = parent.topic ? parent.title : draft.heading;
        }
        const std::string title = page_.shared_cut
                                      ? start_of_text(block.node.text.plain)
                                      : std::string(start_of(block.node.text.plain, largest_title));
        parents.push_back({block.node.level, title, block.topic, draft.idea.authors});
        if (block.topic) {
            return;
        }
        draft.origin = Origin::item;
        draft.idea.title = block.node.text.plain;
        draft.idea.source.line = block.node.line;
        add_links(draft.idea.links, block.node.text);
        for (const source::Line &line : block.node.lines) {
            add_paragraph(draft.idea.body, line.text.plain);
            add_links(draft.idea.links, line.text);
        }
        for (const source::Text &more : block.node.more) {
            add_paragraph(draft.idea.body, more.plain);
            add_links(draft.idea.links, more);
        }
        keep(std::move(draft));
    }

    /// L7: the title's cell, the others as body, the speaker's as author.
    void emit_row(std::size_t i, std::size_t at, const std::vector<std::string> &path) {
        const Block &block = page_.blocks[at];
        if (block.node.table != table_) {
            table_ = block.node.table;
            columns_ = read_columns(page_.blocks, at, sections_[i].last);
        }
        Draft draft = draft_in(i);
        draft.origin = Origin::row;
        draft.idea.section = path;
        draft.heading = path.empty() ? "" : path.back();
        draft.idea.source.line = block.node.line;
        const auto &cells = block.node.cells;
        for (std::size_t c = 0; c < cells.size(); ++c) {
            const bool title = c == columns_.title;
            add_links(draft.idea.links, cells[c]);
            if (title) {
                draft.idea.title = cells[c].plain;
            } else if (c == columns_.speaker && has_letter(cells[c].plain)) {
                draft.idea.authors = {cells[c].plain};
            } else if (!is_number(cells[c].plain)) {
                add_paragraph(draft.idea.body, cells[c].plain);
            }
        }
        keep(std::move(draft));
    }

    Page &page_;
    std::vector<Section> &sections_;
    const std::vector<std::string> &authors_;
    std::vector<Shape> shapes_;
    std::map<SiblingKey, Siblings> siblings_;
    std::vector<Draft> drafts_;
    std::size_t room_, shared_ = 0;
    int table_ = 0;
    Columns columns_;
};

} // namespace

std::vector<Draft> emit_list(Page &page, std::vector<Section> &sections,
                             const std::vector<std::string> &authors) {
    return ListEmitter(page, sections, authors).run();
}

} // namespace ideary::ideas
