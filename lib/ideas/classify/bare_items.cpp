// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// L8: short lines without markers that are the items of a list, and lists inside one line.
#include <algorithm>

#include "ideas/classify/classify.hpp"
#include "ideas/document/annotated_outline.hpp"
#include "ideas/phrases/phrases.hpp"
#include "ideas/phrases/words.hpp"
#include "text/normalize.hpp"

namespace ideary::ideas {

namespace {

constexpr std::size_t max_item_points = 90;
constexpr std::size_t min_items = 3;

/// A line that may be an item: short, no sentence, no lead-in, no date, no link alone.
bool is_bare_item(const source::Text &text) {
    const std::string_view plain = trimmed(text.plain);
    if (!has_letter(plain) || text::count_code_points(plain) > max_item_points || text.all_bold ||
        text.all_image || is_url(plain) || has_address(plain) || is_only_date(plain) ||
        is_labelled(plain)) {
        return false;
    }
    const std::string_view final_mark = ".,;:";
    const bool sentence = final_mark.find(plain.back()) != std::string_view::npos &&
                          !plain.ends_with("etc.") && !plain.ends_with("...");
    return !sentence && !plain.ends_with("：") && !plain.ends_with("。") &&
           last_sentence(plain).size() == plain.size();
}

std::vector<source::Line> lines_of(const Block &block) {
    if (!block.node.lines.empty()) {
        return block.node.lines;
    }
    source::Line line;
    line.number = block.node.line;
    line.text = block.node.text;
    return {line};
}

/// A paragraph made of such lines only. Lines of a wrapped paragraph are about as long as each
/// other and go on in the next: those are none.
bool is_bare_list(const Block &block) {
    if (!is_paragraph(block) || block.part) {
        return false;
    }
    const std::vector<source::Line> lines = lines_of(block);
    std::size_t widest = 0;
    std::size_t small = 0; // lines that begin with a small letter
    for (const source::Line &line : lines) {
        if (!is_bare_item(line.text)) {
            return false;
        }
        widest = std::max(widest, text::count_code_points(line.text.plain));
        const std::string_view plain = without_leading_punctuation(line.text.plain);
        small +=
            is_letter_at(plain, 0) && !capitalised(plain) && !(plain[0] >= '0' && plain[0] <= '9');
    }
    const bool wrapped = lines.size() > 1 && small > 0 && small < lines.size() && widest > 45;
    return !wrapped;
}

/// A title, heading or lead-in above says that a list of ideas follows.
bool announces_list(std::string_view text) {
    const std::string whole = folded(text);
    return has_list_word(text) || contains(PhraseSet::invite, folded_end(last_sentence(text))) ||
           starts_with(PhraseSet::invite, without_leading_punctuation(whole));
}

Block item_of(const source::Line &line, int list) {
    Block block;
    block.node.kind = NodeKind::item;
    block.node.line = block.node.end_line = line.number;
    block.node.list = list;
    block.node.text = line.text;
    return block;
}

/// `Topics: parsers, old clocks, maps`: what follows the colon, cut at the commas; else nothing.
std::vector<std::string> inline_items(std::string_view plain) {
    std::size_t colon = plain.find(':');
    std::size_t size = 1;
    if (const std::size_t wide = plain.find("："); wide < colon) {
        colon = wide;
        size = 3;
    }
    if (colon == std::string_view::npos || !names_list(plain.substr(0, colon))) {
        return {};
    }
    std::vector<std::string> items;
    std::string_view rest = trimmed(without_final_punctuation(plain.substr(colon + size)));
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t mark = 0;
        for (const std::string_view comma : {", ", "; ", "、", "，"}) {
            if (const std::size_t at = rest.find(comma); at < end) {
                end = at;
                mark = comma.size();
            }
        }
        items.emplace_back(trimmed(rest.substr(0, end)));
        if (words_of(items.back()).size() > 8 || !has_letter(items.back()) ||
            is_url(items.back())) {
            return {};
        }
        rest.remove_prefix(end + mark);
    }
    return items.size() >= min_items ? items : std::vector<std::string>{};
}

class BareItems {
  public:
    explicit BareItems(AnnotatedOutline &outline) : outline_(outline) {
        for (const Block &block : outline.blocks) {
            last_list_ = std::max(last_list_, block.node.list);
        }
        find_runs();
        announced_ = announces_list(outline.title);
    }

    void promote() {
        for (std::size_t at = 0; at < outline_.blocks.size();) {
            const Block &block = outline_.blocks[at];
            if (is_paragraph(block) && add_inline_items(block)) {
                ++at;
            } else if (const std::size_t end = end_of_run(at); end > at) {
                add_items(at, end);
                at = end;
            } else {
                announce(block);
                result_.push_back(std::move(outline_.blocks[at++]));
            }
        }
        outline_.blocks = std::move(result_);
    }

  private:
    /// A run of bare lists: the block after it, and its lines.
    struct Run {
        std::size_t end = 0, lines = 0;
    };

    /// The run that begins at each block; backwards, so that each block is read once.
    void find_runs() {
        const std::vector<Block> &blocks = outline_.blocks;
        runs_.resize(blocks.size() + 1, {blocks.size(), 0});
        for (std::size_t i = blocks.size(); i-- > 0;) {
            if (is_bare_list(blocks[i])) {
                const std::size_t lines = std::max<std::size_t>(blocks[i].node.lines.size(), 1);
                runs_[i] = {runs_[i + 1].end, runs_[i + 1].lines + lines};
            } else {
                runs_[i] = {i, 0};
                others_ = others_ || !is_empty(blocks[i]);
            }
        }
    }

    /// Whether what follows is announced as a list.
    void announce(const Block &block) {
        if (is_heading(block)) {
            const SectionClass own = classify_heading(block.node.text.plain);
            announced_ = own == SectionClass::list_title || own == SectionClass::given ||
                         (own == SectionClass::undecided && announces_list(outline_.title));
            below_heading_ = true;
        } else if (is_paragraph(block)) {
            announced_ = announced_ || announces_list(block.node.text.plain);
        }
    }

    /// The end of a run of bare lists that begins here, of three lines or more; `at` if none does.
    std::size_t end_of_run(std::size_t at) const {
        auto [end, lines] = runs_[at];
        // The last line of the run, when prose or a list follows, is a heading of it.
        const bool open = end < outline_.blocks.size() && end > at &&
                          (is_paragraph(outline_.blocks[end]) || is_item(outline_.blocks[end]) ||
                           outline_.blocks[end].node.kind == NodeKind::row) &&
                          lines_of(outline_.blocks[end - 1]).size() == 1 &&
                          !(is_item(outline_.blocks[end]) && lines > min_items &&
                            outline_.blocks[end - 1].node.blank_after);
        if (open) {
            --end;
            --lines;
        }
        const bool whole_document = !others_ && !below_heading_;
        return lines >= min_items && (announced_ || whole_document) ? end : at;
    }

    bool add_inline_items(const Block &block) {
        bool added = false;
        for (const source::Line &line : lines_of(block)) {
            const std::vector<std::string> items = inline_items(line.text.plain);
            if (items.empty() && !added) {
                return false;
            }
            last_list_ += added ? 0 : 1;
            added = true;
            for (const std::string &item : items) {
                source::Line one;
                one.number = line.number;
                one.text.plain = item;
                result_.push_back(item_of(one, last_list_));
            }
        }
        return added;
    }

    void add_items(std::size_t at, std::size_t end) {
        ++last_list_;
        for (; at < end; ++at) {
            for (const source::Line &line : lines_of(outline_.blocks[at])) {
                result_.push_back(item_of(line, last_list_));
            }
        }
    }

    AnnotatedOutline &outline_;
    std::vector<Run> runs_; ///< by block
    std::vector<Block> result_;
    int last_list_ = 0;
    bool others_ = false;    ///< the document holds more than bare lines
    bool announced_ = false; ///< a title, heading or lead-in above names a list
    bool below_heading_ = false;
};

} // namespace

void promote_bare_items(AnnotatedOutline &outline) {
    BareItems(outline).promote();
}

} // namespace ideary::ideas
