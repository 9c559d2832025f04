// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/explainer.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <sstream>

#include "search/weights.hpp"

namespace ideary::search {
namespace {

using Op = Xapian::Query;

void append(std::vector<Contribution> &list, std::vector<Contribution> &&more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
}

/// One contribution for each term, however often it was sought.
std::vector<Contribution> merged(std::vector<Contribution> list) {
    std::vector<Contribution> result;
    for (Contribution &each : list) {
        const auto same =
            std::find_if(result.begin(), result.end(), [&](const Contribution &other) {
                return other.term == each.term && other.kind == each.kind &&
                       other.field == each.field && other.origin == each.origin &&
                       other.typed == each.typed;
            });
        if (same != result.end()) {
            same->score += each.score;
        } else if (each.score > 0) {
            result.push_back(std::move(each));
        }
    }
    std::stable_sort(
        result.begin(), result.end(),
        [](const Contribution &a, const Contribution &b) { return a.score > b.score; });
    return result;
}

/// Scores are 32-bit floats, and those of related hits are scaled: the parts of a sum follow.
void fit(std::vector<Contribution> &list, double score, bool scaled) {
    double sum = 0;
    for (const Contribution &each : list) {
        sum += each.score;
    }
    const bool rounding = std::abs(sum - score) <= 1e-6 * std::max(1.0, score);
    if (sum > 0 && (scaled || rounding)) {
        for (Contribution &each : list) {
            each.score *= score / sum;
        }
    }
}

} // namespace

Explainer::Explainer(const Scene &scene, const Xapian::Query &query, const Origins &origins,
                     const std::vector<Xapian::docid> &docs)
    : scene_(scene), origins_(origins), compiled_(compile(query, scene.database, docs)),
      mean_length_(scene.database.get_avlength()) {}

std::vector<Contribution> Explainer::explain(const Ranked &ranked, const Idea &idea, bool related) {
    doc_ = ranked.doc;
    length_ = mean_length_ > 0 ? scene_.generation.length(doc_) / mean_length_ : 0;
    counts_.clear();
    auto each = scene_.database.termlist_begin(doc_);
    for (; each != scene_.database.termlist_end(doc_); ++each) {
        counts_.emplace(*each, each.get_wdf());
    }
    read_texts(idea);
    std::vector<Contribution> list = merged(walk(compiled_, score_scale).list);
    fit(list, static_cast<double>(ranked.score), related);
    for (Contribution &contribution : list) {
        if (related) {
            contribution.origin = Origin::related;
            contribution.typed.clear();
        }
        place(contribution, idea.language);
    }
    return list;
}

Explainer::Part Explainer::walk(const Compiled &part, double factor) {
    switch (part.op) {
    case Op::LEAF_TERM:
        return term(part, factor);
    case Op::LEAF_MATCH_ALL:
        return {true, 0, {}};
    case Op::LEAF_MATCH_NOTHING:
        return {};
    case Op::OP_SCALE_WEIGHT:
        return walk(part.children.front(), factor * part.factor);
    case Op::OP_MAX:
        return best(part, factor);
    default:
        return part.is_group() ? sum(part, factor) : judged(part, factor);
    }
}

/// Groups whose children's weights add up. What comes behind the first child of a pair may choose,
/// or add, or both.
Explainer::Part Explainer::sum(const Compiled &part, double factor) {
    Part result;
    result.matches = part.op == Op::OP_AND;
    bool first = true;
    for (const Compiled &child : part.children) {
        Part found = walk(child, factor);
        const bool add = first || (part.op != Op::OP_FILTER && part.op != Op::OP_AND_NOT);
        if (part.op == Op::OP_OR) {
            result.matches = result.matches || found.matches;
        } else if (part.op == Op::OP_AND) {
            result.matches = result.matches && found.matches;
        } else if (first) {
            result.matches = found.matches;
        } else if (part.op != Op::OP_AND_MAYBE) {
            result.matches = result.matches && found.matches == (part.op == Op::OP_FILTER);
        }
        if (found.matches && add) {
            result.weight += found.weight;
            append(result.list, std::move(found.list));
        }
        first = false;
    }
    return result.matches ? result : Part();
}

/// The child that weighs most is the whole weight. A synonym stands for what was typed beside it.
Explainer::Part Explainer::best(const Compiled &part, double factor) {
    Part result;
    for (const Compiled &child : part.children) {
        Part found = walk(child, factor);
        if (found.matches && (!result.matches || found.weight > result.weight)) {
            result = std::move(found);
        }
    }
    for (Contribution &each : result.list) {
        if (each.typed.empty()) {
            each.typed = origins_.typed_in(part);
        }
    }
    return result;
}

Explainer::Part Explainer::term(const Compiled &part, double factor) const {
    const auto found = counts_.find(part.term);
    if (found == counts_.end()) {
        return {};
    }
    const double weight = factor * bm25_part(part.weight, found->second, length_);
    if (weight <= 0) {
        return {true, 0, {}};
    }
    const TermParts parts = parts_of(part.term);
    TermOrigin origin = origins_.of(parts);
    Contribution contribution;
    contribution.term = parts.text;
    contribution.kind = parts.kind;
    contribution.field = parts.field;
    contribution.origin = origin.origin;
    contribution.typed = std::move(origin.typed);
    contribution.ideas = part.ideas;
    contribution.occurrences =
        static_cast<double>(found->second) / (parts.field.empty() ? schema::body_weight : 1);
    contribution.score = weight;
    return {true, weight, {std::move(contribution)}};
}

Explainer::Part Explainer::judged(const Compiled &part, double factor) const {
    const auto found = part.judged.find(doc_);
    if (found == part.judged.end()) {
        return {};
    }
    Contribution contribution;
    contribution.kind = part.op == Op::OP_PHRASE ? TermKind::phrase
                        : part.op == Op::OP_NEAR ? TermKind::near
                                                 : TermKind::other;
    for (const Compiled &child : part.children) {
        const TermParts parts = parts_of(child.term);
        contribution.term += (contribution.term.empty() ? "" : " ") + parts.text;
        contribution.field = parts.field;
        if (origins_.of(parts).origin == Origin::synonym) {
            contribution.origin = Origin::synonym;
        }
    }
    if (contribution.origin == Origin::typed) {
        contribution.typed = origins_.typed_in(part);
    }
    contribution.score = factor * found->second;
    return {true, contribution.score, {std::move(contribution)}};
}

void Explainer::read_texts(const Idea &idea) {
    texts_.clear();
    const auto add = [&](const char *field, std::string_view text) {
        Text read{field, std::string(text), {}, {}};
        const index::Stemmer &stemmer = scene_.bench.stemmer(idea.language);
        for (const text::Token &token : scene_.bench.analyzer.tokenize(text)) {
            read.stems.insert(stemmer.stem(token));
            read.forms.insert(token.form);
        }
        texts_.push_back(std::move(read));
    };
    add("title", idea.title);
    for (const std::string &heading : idea.section) {
        add("section", heading);
    }
    add("body", scene_.generation.body(doc_));
    for (const std::string &author : idea.authors) {
        add("author", author);
    }
    add("source_title", idea.source.title);
}

/// Says which texts hold the term.
void Explainer::place(Contribution &contribution, const std::string &language) {
    Wanted wanted;
    if (contribution.kind == TermKind::phrase) {
        wanted.phrases.emplace_back();
        std::istringstream forms(contribution.term);
        for (std::string form; forms >> form;) {
            wanted.phrases.back().push_back(form);
        }
    }
    for (const Text &text : texts_) {
        const bool own = contribution.field.empty() || contribution.field == text.field;
        bool holds = false;
        if (contribution.kind == TermKind::stem) {
            holds = text.stems.count(contribution.term) > 0;
        } else if (contribution.kind == TermKind::phrase) {
            holds = !read(text.text, language, wanted, scene_.bench).matches.empty();
        } else if (contribution.kind == TermKind::exact) {
            holds = text.forms.count(contribution.term) > 0;
        } else {
            const std::size_t blank = contribution.term.find(' ');
            holds = text.forms.count(contribution.term.substr(0, blank)) > 0;
        }
        std::vector<std::string> &fields = contribution.found_in;
        if (own && holds && (fields.empty() || fields.back() != text.field)) {
            fields.push_back(text.field);
        }
    }
}

} // namespace ideary::search

namespace ideary {

const char *origin_name(Origin origin) {
    constexpr const char *names[] = {"typed", "corrected", "synonym", "start", "typo", "related"};
    return names[static_cast<std::size_t>(origin)];
}

const char *term_kind_name(TermKind kind) {
    constexpr const char *names[] = {"stem", "exact", "phrase", "near", "other"};
    return names[static_cast<std::size_t>(kind)];
}

} // namespace ideary
