// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What the rules made of each heading, item and row of a document, one a line.
#include <algorithm>
#include <string>
#include <unordered_map>

#include "ideas/explain.hpp"
#include "ideas/extract/extract.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t shown_points = 60;

std::string_view rule_of(Origin origin) {
    switch (origin) {
    case Origin::prose:
        return "S2: a heading with prose";
    case Origin::heading:
        return "S4: a heading with prose, and a list";
    case Origin::item:
        return "L1: an item";
    case Origin::row:
        return "L7: a row";
    case Origin::session:
        return "C1: a session of notes";
    case Origin::proposal:
        return "P1: a proposal";
    }
    return {};
}

/// `   12  idea    `
std::string line_head(int line, std::string_view decision) {
    std::string head = std::to_string(line);
    head.insert(0, head.size() < 5 ? 5 - head.size() : 0, ' ');
    head += "  " + std::string(decision);
    head.append(decision.size() < 8 ? 8 - decision.size() : 0, ' ');
    return head;
}

std::string place_of(const TopicReason &reason) {
    switch (reason.place) {
    case TopicReason::Place::title:
        return "title";
    case TopicReason::Place::body:
        return "text";
    case TopicReason::Place::section:
    case TopicReason::Place::heading:
        break;
    }
    return "heading " + text::truncate(reason.heading, shown_points);
}

class Explainer {
  public:
    Explainer(const AnnotatedOutline &outline, const std::vector<Draft> &drafts)
        : outline_(outline) {
        for (const Draft &draft : drafts) {
            taken_.emplace(draft.idea.source.line, &draft);
        }
    }

    std::string run(const std::vector<Draft> &drafts) {
        if (!outline_.title.empty()) {
            add(outline_.title_line, "title", "S1", outline_.title);
        }
        if (outline_.sections.empty()) { // notes and proposals have no sections of a list
            for (const Draft &draft : drafts) {
                add(draft.idea.source.line, "idea", rule_of(draft.origin), draft.idea.title);
            }
        }
        for (const Section &section : outline_.sections) {
            add_section(section);
        }
        return std::move(text_);
    }

  private:
    void add(int line, std::string_view decision, std::string_view rule, std::string_view title) {
        text_ += line_head(line, decision);
        text_ += text::truncate(title, shown_points) + "  [" + std::string(rule) + "]\n";
    }

    const Draft *taken(const Block &block) const {
        const auto found = taken_.find(block.node.line);
        return found == taken_.end() ? nullptr : found->second;
    }

    void add_heading(const Section &section) {
        const Block &heading = outline_.blocks[section.heading];
        const Draft *idea = taken(heading);
        if (idea != nullptr && !is_item(heading)) {
            const bool bare = idea->idea.body.empty() && idea->origin == Origin::prose;
            add(heading.node.line, "idea",
                bare ? "S6: a heading of a list of ideas" : rule_of(idea->origin),
                heading.node.text.plain);
        } else {
            const bool undecided = section.section_class == SectionClass::undecided;
            const bool vetoed = undecided && !section.rule.empty();
            add(heading.node.line, vetoed ? "no idea" : undecided ? "topic" : "path",
                undecided && !vetoed ? "S3: the heading of a list, or of nothing" : section.rule,
                heading.node.text.plain);
        }
    }

    void add_section(const Section &section) {
        if (section.heading != none) {
            add_heading(section);
        }
        const bool closed = section.section_class == SectionClass::unwanted ||
                            section.section_class == SectionClass::stop;
        for (std::size_t at = section.first; at < section.last; ++at) {
            const Block &block = outline_.blocks[at];
            const bool row = block.node.kind == NodeKind::row;
            if ((!is_item(block) && !row) || block.node.header) {
                continue;
            }
            const std::string title = row && !block.node.cells.empty() ? block.node.cells[0].plain
                                                                       : block.node.text.plain;
            if (const Draft *idea = taken(block)) {
                add(block.node.line, "idea", rule_of(idea->origin), row ? idea->idea.title : title);
            } else if (block.topic && !block.rejected && !block.vetoed) {
                add(block.node.line, "topic", "L3: all items of the list have items of their own",
                    title);
            } else {
                const bool ruled = (block.rejected || block.vetoed) && !block.rule.empty();
                add(block.node.line, "no idea",
                    ruled        ? block.rule
                    : block.part ? "P1: part of a proposal"
                    : closed     ? section.rule
                                 : "S4: outline of the idea above",
                    title);
            }
        }
    }

    const AnnotatedOutline &outline_;
    std::unordered_map<int, const Draft *> taken_; ///< by line
    std::string text_;
};

} // namespace

std::string explain(const AnnotatedOutline &outline, const std::vector<Draft> &drafts) {
    return Explainer(outline, drafts).run(drafts);
}

std::string explain_topics(int line, const std::vector<TopicReason> &reasons) {
    std::string text;
    for (const TopicReason &reason : reasons) {
        text += line_head(line, "filed") + reason.topic + "  [";
        text += reason.alias.empty() ? std::string() : "`" + reason.alias + "` in the ";
        text += place_of(reason);
        text += reason.place == TopicReason::Place::heading
                    ? "]\n"
                    : ", bytes " + std::to_string(reason.begin) + " to " +
                          std::to_string(reason.end) + "]\n";
    }
    return text;
}

} // namespace ideary::ideas
