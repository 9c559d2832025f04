// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <array>
#include <string>

#include "query/characters.hpp"
#include "query/groups.hpp"
#include "query/parser.hpp"

namespace ideary::query {
namespace {

using Kind = QueryNode::Kind;

/// Names of the kinds, at the place of their number.
constexpr std::array<std::string_view, 12> kind_names{"everything", "nothing", "word", "phrase",
                                                      "prefix",     "fuzzy",   "near", "value",
                                                      "range",      "any",     "all",  "query"};

std::string range_text(const QueryNode &node) {
    std::string text = node.from ? std::to_string(*node.from) : "";
    if (node.from != node.to || !node.from) {
        text += ".." + (node.to ? std::to_string(*node.to) : "");
    }
    return text;
}

/// Whether a value reads the same without quotation marks.
bool is_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const Character c = character_at(text, at);
        const bool breaks = c.character_class != CharacterClass::none &&
                            c.character_class != CharacterClass::colon; // one colon was enough
        if (breaks || c.point == '*' || c.point == '~' || !c.valid) {
            return false;
        }
        at += c.length;
    }
    return true;
}

std::string leaf_text(const QueryNode &node) {
    switch (node.kind) {
    case Kind::phrase:
        return '"' + node.text + '"';
    case Kind::value:
        return is_plain(node.text) ? node.text : '"' + node.text + '"';
    case Kind::prefix:
        return node.text + '*';
    case Kind::fuzzy:
        return node.text + '~';
    case Kind::range:
        return range_text(node);
    default:
        return node.text;
    }
}

void print(const QueryNode &node, std::string &out);

bool is_flagged(const QueryNode &node) {
    return node.must || node.must_not;
}

void print_children(const QueryNode &node, const std::string &between, std::string &out) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        out += i > 0 ? between : "";
        print(node.children[i], out);
    }
}

/// Children of which some have flags: side by side. OR keeps values from restricting the rest.
void print_flagged(const QueryNode &node, std::string &out) {
    for (std::size_t i = 0; i < node.children.size(); ++i) {
        if (i > 0) {
            const QueryNode &left = node.children[i - 1];
            const QueryNode &right = node.children[i];
            const bool plain = !is_flagged(left) && !is_flagged(right);
            out += plain && (is_filter(left) || is_filter(right)) ? " OR " : " ";
        }
        print(node.children[i], out);
    }
}

void print_group(const QueryNode &node, bool root, std::string &out) {
    const bool flagged = node.kind == Kind::query &&
                         std::any_of(node.children.begin(), node.children.end(), is_flagged);
    const bool bare = root && flagged;
    out += bare ? "" : "(";
    if (flagged) {
        print_flagged(node, out);
    } else if (node.kind == Kind::near) {
        print_children(node, " NEAR/" + std::to_string(node.distance) + " ", out);
    } else {
        print_children(node, node.kind == Kind::all ? " AND " : " OR ", out);
    }
    out += bare ? "" : ")";
}

void print_body(const QueryNode &node, bool root, std::string &out) {
    if (node.kind == Kind::nothing) {
        out += "()";
    } else if (!node.children.empty()) {
        print_group(node, root, out);
    } else if (node.kind != Kind::everything) {
        out += node.field.empty() ? "" : node.field + ":";
        out += leaf_text(node);
    }
}

void print(const QueryNode &node, std::string &out) {
    if (node.must) {
        out += '+';
    } else if (node.must_not) {
        // `-` before a word such as --option would be a part of it.
        const bool sign = node.field.empty() && !node.text.empty() && node.text[0] == '-' &&
                          node.kind != Kind::phrase;
        out += sign ? "NOT " : "-";
    }
    print_body(node, false, out);
}

void print_line(const QueryNode &node, std::size_t depth, std::string &out) {
    out.append(2 * depth, ' ');
    out += node.must ? "must " : node.must_not ? "must_not " : "";
    out += kind_names[static_cast<std::size_t>(node.kind)];
    if (node.kind == Kind::near) {
        out += " " + std::to_string(node.distance);
    }
    if (node.children.empty() && node.kind != Kind::everything && node.kind != Kind::nothing) {
        out += " " + (node.field.empty() ? "" : node.field + ":");
        out += node.kind == Kind::range ? range_text(node) : node.text;
    }
    out += '\n';
    for (const QueryNode &child : node.children) {
        print_line(child, depth + 1, out);
    }
}

} // namespace

std::string canonical(const QueryNode &tree) {
    std::string out;
    print_body(tree, true, out);
    return out;
}

std::string outline(const QueryNode &tree) {
    std::string out;
    print_line(tree, 0, out);
    return out;
}

} // namespace ideary::query
