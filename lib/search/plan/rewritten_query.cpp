// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/plan/rewritten_query.hpp"

#include <algorithm>

#include "query/parser.hpp"

namespace ideary::search {
namespace {

std::string join(const std::vector<std::string> &texts, const char *separator) {
    std::string joined;
    for (const std::string &text : texts) {
        joined += (joined.empty() ? "" : separator) + text;
    }
    return joined;
}

std::string describe_words(const WordGroup &group) {
    const std::string &field = group.texts.front().node->field;
    std::string line = "words " + join(group.forms(), " ");
    line += field.empty() ? "" : " in " + field;
    std::vector<std::string> equivalent, related;
    for (const OtherSynonym &each : group.synonyms) {
        const std::string name = each.synonym->compound.empty() ? join(each.synonym->forms, " ")
                                                                : each.synonym->compound;
        (each.is_equivalent ? equivalent : related).push_back(name);
    }
    line += group.compound.empty() ? "" : "; compound " + group.compound;
    line += group.joined.empty() ? "" : "; joined " + group.joined;
    line += equivalent.empty() ? "" : "; synonyms " + join(equivalent, ", ");
    line += related.empty() ? "" : "; related " + join(related, ", ");
    return line;
}

void append_description(const RewrittenNode &node, std::size_t depth, const char *label,
                        std::string &out) {
    out.append(2 * depth, ' ');
    out += label;
    switch (node.kind) {
    case RewrittenNode::Kind::nothing:
        out += "left out";
        break;
    case RewrittenNode::Kind::words:
        out += describe_words(node.words);
        break;
    case RewrittenNode::Kind::leaf:
        out += query::canonical(*node.node);
        break;
    case RewrittenNode::Kind::group:
        out += "group";
        break;
    }
    out += node.count > 1 ? ", " + std::to_string(node.count) + " times\n" : "\n";
    const auto append = [&](const std::vector<RewrittenNode> &children, const char *name) {
        for (const RewrittenNode &child : children) {
            append_description(child, depth + 1, name, out);
        }
    };
    append(node.musts, "must: ");
    append(node.options, "");
    append(node.filters, "filter: ");
    append(node.excluded, "exclude: ");
}

} // namespace

TypedSpan WordGroup::span() const {
    TypedSpan span;
    std::vector<std::string> distinct;
    for (const TypedText &text : texts) {
        if (std::find(distinct.begin(), distinct.end(), text.node->text) == distinct.end()) {
            distinct.push_back(text.node->text);
        }
    }
    span.offset = texts.front().node->offset;
    span.length = texts.back().node->offset + texts.back().node->length - span.offset;
    span.text = join(distinct, " ");
    return span;
}

std::vector<std::string> WordGroup::forms() const {
    return forms_between(texts, 0, texts.size());
}

std::string RewrittenQuery::describe() const {
    std::string out;
    append_description(root, 0, "", out);
    return out;
}

std::vector<std::string> forms_between(const std::vector<TypedText> &texts, std::size_t first,
                                       std::size_t last) {
    std::vector<QueryWord> words;
    for (std::size_t i = first; i < last; ++i) {
        words.insert(words.end(), texts[i].words.begin(), texts[i].words.end());
    }
    return phrase_forms(words);
}

} // namespace ideary::search
