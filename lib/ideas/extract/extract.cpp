// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ideas/extract/extract.hpp"

#include <algorithm>
#include <map>

#include "ideas/classify/section_contents.hpp"
#include "ideas/classify/title_score.hpp"
#include "ideas/extract/normalize.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t max_path_depth = 32; ///< hostile nesting: deeper parents are left out

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789.#) ") == std::string_view::npos;
}

/// How many headings under one parent and of one level there are, and how many are S2 ideas.
struct Siblings {
    std::size_t all = 0, ideas = 0;
};
using SiblingKey = std::pair<std::size_t, int>;

class ListExtractor {
  public:
    ListExtractor(AnnotatedOutline &outline, std::vector<Section> &sections,
                  const std::vector<std::string> &authors)
        : outline_(outline), sections_(sections), authors_(authors),
          shared_budget_(shared_text_budget(outline)) {}

    std::vector<Draft> run() {
        for (Section &section : sections_) {
            classify_lists(outline_, section);
            contents_.push_back(contents_of(outline_, section));
        }
        count_siblings();
        score_headings();
        for (std::size_t i = 0; i < sections_.size(); ++i) {
            extract_section(i);
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
        return {section.parent, outline_.blocks[section.heading].node.level};
    }

    /// Whether the heading itself may be an idea: of its own, or as a talk below `Past talks`.
    bool is_candidate(std::size_t i) const {
        const Section &section = sections_[i];
        return section.heading != none &&
               !is_only_date(outline_.blocks[section.heading].node.text.plain) &&
               (section.section_class == SectionClass::undecided ||
                (section.section_class == SectionClass::given &&
                 sections_[section.parent].section_class == SectionClass::given));
    }

    void count_siblings() {
        for (std::size_t i = 1; i < sections_.size(); ++i) {
            if (is_candidate(i)) {
                Siblings &siblings = siblings_[key_of(sections_[i])];
                ++siblings.all;
                siblings.ideas += is_prose_idea(i) ? 1 : 0;
            }
        }
    }

    /// S2: prose, and no list that is kept.
    bool is_prose_idea(std::size_t i) const {
        return is_candidate(i) && contents_[i].list == none &&
               (contents_[i].prose || contents_[i].field);
    }

    /// S4: prose, then a lead-in of its own, then the list: idea and topic.
    bool is_idea_and_topic(std::size_t i) const {
        return is_candidate(i) && contents_[i].list != none && contents_[i].prose_before &&
               contents_[i].led_in;
    }

    /// S4: a lone item below prose asks about the talk or its form: `Short enough for an evening?`.
    static bool is_note(std::string_view item) {
        const std::string text = folded(item);
        return text.ends_with('?') || contains(PhraseSet::about_talks, text) ||
               contains(PhraseSet::format_name, text) || contains(PhraseSet::duration, text);
    }

    /// S4: among headings that mostly are ideas with prose, a list below prose is the outline.
    bool is_idea_with_outline(std::size_t i) const {
        if (!is_candidate(i) || contents_[i].list == none) {
            return false;
        }
        if (contents_[i].parts) {
            return true; // P1: a filled-in template, its list is part of it
        }
        if (!contents_[i].prose_before || contents_[i].led_in) {
            return false;
        }
        if (contents_[i].items == 1 &&
            is_note(outline_.blocks[contents_[i].list].node.text.plain)) {
            return true;
        }
        const Siblings &siblings = siblings_.at(key_of(sections_[i]));
        return siblings.ideas >= 2 && siblings.ideas * 2 > siblings.all - 1;
    }

    /// S6: a heading with nothing below it, where a title or heading above names a list of ideas.
    bool is_bare_idea(std::size_t i) const {
        if (!is_candidate(i) || sections_[i].has_children || !contents_[i].empty) {
            return false;
        }
        const Section &parent = sections_[sections_[i].parent];
        return parent.heading == none ? has_list_word(outline_.title)
                                      : parent.section_class == SectionClass::list_title;
    }

    bool is_heading_idea(std::size_t i) const {
        return is_prose_idea(i) || is_idea_and_topic(i) || is_idea_with_outline(i) ||
               is_bare_idea(i);
    }

    /// L9: headings of one parent that are ideas are a list too.
    void score_headings() {
        for (std::size_t i = 1; i < sections_.size(); ++i) {
            if (is_heading_idea(i)) {
                heading_scores_[sections_[i].parent] +=
                    score_in_list(outline_.blocks[sections_[i].heading].node.text.plain);
            }
        }
    }

    bool is_vetoed(std::size_t i) const {
        const std::size_t parent = sections_[i].parent;
        return leaves_open(outline_, sections_[parent]) &&
               heading_scores_.at(parent) < least_list_score;
    }

    void extract_section(std::size_t i) {
        const Section &section = sections_[i];
        if (section.section_class == SectionClass::stop ||
            section.section_class == SectionClass::unwanted) {
            return;
        }
        const bool with_outline = is_idea_with_outline(i);
        if (is_heading_idea(i) && is_vetoed(i)) {
            sections_[i].rule = veto_rule;
        } else if (is_heading_idea(i)) {
            extract_heading(i, with_outline);
        }
        if (contents_[i].list != none && !with_outline) {
            extract_items(i);
        }
    }

    Draft draft_in(std::size_t i) const {
        Draft draft;
        const Section &section = sections_[i];
        draft.idea.authors = section.owners.empty() ? authors_ : section.owners;
        draft.given = section.section_class == SectionClass::given;
        return draft;
    }

    static std::string shortened(const std::string &text) {
        constexpr std::size_t most_points = 100;
        return text::truncate(text, most_points);
    }

    /// Once too much is shared, an idea keeps its nearest heading and its first author.
    void add(Draft draft) {
        Idea &idea = draft.idea;
        shared_bytes_ += bytes_of(idea.authors) + bytes_of(idea.section) + draft.heading.size();
        if (shared_bytes_ > shared_budget_) {
            const auto whole = std::pair(idea.section, idea.authors);
            const std::string heading = shortened(draft.heading);
            const std::string author =
                idea.authors.empty() ? std::string() : shortened(idea.authors.front());
            // From scratch: what was long gives its memory back.
            idea.section = std::vector<std::string>(heading.empty() ? 0 : 1, heading);
            idea.authors = std::vector<std::string>(author.empty() ? 0 : 1, author);
            draft.heading = std::string();
            draft.heading.shrink_to_fit();
            draft.heading = heading;
            outline_.shared_cut |= whole != std::pair(idea.section, idea.authors);
        }
        drafts_.push_back(std::move(draft));
    }

    void extract_heading(std::size_t i, bool with_outline) {
        const Section &section = sections_[i];
        const Node &heading = outline_.blocks[section.heading].node;
        Draft draft = draft_in(i);
        draft.origin = contents_[i].list == none ? Origin::prose : Origin::heading;
        draft.idea.title = heading.text.plain;
        draft.idea.source.line = heading.line;
        draft.idea.section = path_of(outline_, sections_, section.parent);
        draft.heading = draft.idea.section.empty() ? "" : draft.idea.section.back();
        add_links(draft.idea.links, heading.text);
        const bool topic_too = contents_[i].list != none && !with_outline;
        for (std::size_t at = section.first; at < section.last; ++at) {
            const Block &block = outline_.blocks[at];
            const bool listed = is_item(block) || block.node.kind == NodeKind::row;
            const bool lead = topic_too && at + 1 == contents_[i].list;
            const bool body = is_prose(block) || block.node.kind == NodeKind::code || block.part;
            if (block.node.kind == NodeKind::rule && !draft.idea.body.empty()) {
                break; // N2: what stands below a rule closes the document, not the idea
            }
            if (listed ? with_outline || block.part : body && !lead) {
                add_block(draft.idea, block);
            }
        }
        add(std::move(draft));
    }

    void extract_items(std::size_t i) {
        const Section &section = sections_[i];
        std::vector<std::string> path = path_of(outline_, sections_, i);
        std::vector<Parent> parents;
        names_at_end_ = names_stand_at_end(i);
        bool short_by_now = false;
        int list = 0;
        for (std::size_t at = contents_[i].list; at < section.last; ++at) {
            const Block &block = outline_.blocks[at];
            if (is_item(block) && block.part && !drafts_.empty()) {
                add_block(drafts_.back().idea, block); // P1: a field of the form above it
            }
            if (!is_kept(block) || block.vetoed) {
                continue;
            }
            if (outline_.shared_cut && !short_by_now) { // what would be cut is not copied first
                short_by_now = true;
                path.erase(path.begin(), path.empty() ? path.end() : path.end() - 1);
                std::transform(path.begin(), path.end(), path.begin(), shortened);
                for (Parent &parent : parents) {
                    parent.title = shortened(parent.title);
                }
            }
            if (block.node.kind == NodeKind::row) {
                extract_row(i, at, path);
                continue;
            }
            const bool new_list = block.node.list != list;
            list = block.node.list;
            while (!parents.empty() && (new_list || parents.back().level >= block.node.level)) {
                parents.pop_back();
            }
            extract_item(i, block, path, parents);
        }
    }

    /// A3: several items of the list end in a name, so these are people and no subjects.
    bool names_stand_at_end(std::size_t i) const {
        std::size_t all = 0;
        std::size_t named = 0;
        for (std::size_t at = sections_[i].first; at < sections_[i].last; ++at) {
            const Block &block = outline_.blocks[at];
            if (is_item(block) && is_kept(block)) {
                ++all;
                named += name_at_end(block.node.text) ? 1 : 0;
            }
        }
        return named >= 2 && named * 3 >= all;
    }

    void extract_item(std::size_t i, const Block &block, const std::vector<std::string> &path,
                      std::vector<Parent> &parents) {
        Draft draft = draft_in(i);
        if (!parents.empty()) {
            draft.idea.authors = parents.back().authors;
        }
        if (auto credit = item_credit(block.node.text)) {
            draft.idea.authors = {std::move(*credit)};
        } else if (auto name = names_at_end_ ? name_at_end(block.node.text) : std::nullopt) {
            draft.idea.authors = {std::move(*name)};
        }
        draft.idea.section = path;
        draft.heading = path.empty() ? "" : path.back();
        for (const Parent &parent : parents) {
            if (draft.idea.section.size() < max_path_depth) {
                draft.idea.section.push_back(parent.title);
            }
            draft.heading = parent.topic ? parent.title : draft.heading;
        }
        const std::string title =
            outline_.shared_cut ? shortened(block.node.text.plain)
                                : std::string(start_of(block.node.text.plain, max_title_bytes));
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
        add(std::move(draft));
    }

    /// L7: the title's cell, the others as body, the speaker's as author.
    void extract_row(std::size_t i, std::size_t at, const std::vector<std::string> &path) {
        const Block &block = outline_.blocks[at];
        if (block.node.table != table_) {
            table_ = block.node.table;
            columns_ = read_columns(outline_.blocks, at, sections_[i].last);
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
                credit_cell(draft.idea.authors, cells[c].plain);
            } else if (!is_number(cells[c].plain)) {
                add_paragraph(draft.idea.body, cells[c].plain);
            }
        }
        add(std::move(draft));
    }

    AnnotatedOutline &outline_;
    bool names_at_end_ = false; ///< A3: of the section at hand
    std::vector<Section> &sections_;
    const std::vector<std::string> &authors_;
    std::vector<SectionContents> contents_;
    std::map<SiblingKey, Siblings> siblings_;
    std::map<std::size_t, double> heading_scores_; ///< sums of title scores, by parent section
    std::vector<Draft> drafts_;
    std::size_t shared_budget_, shared_bytes_ = 0;
    int table_ = 0;
    Columns columns_;
};

} // namespace

std::vector<Draft> extract_list(AnnotatedOutline &outline, std::vector<Section> &sections,
                                const std::vector<std::string> &authors) {
    return ListExtractor(outline, sections, authors).run();
}

} // namespace ideary::ideas
