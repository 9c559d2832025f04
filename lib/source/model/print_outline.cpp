// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The outline as text: one node a line, indented by level, marks of note after it.
#include <array>

#include "source/model/outline.hpp"

namespace ideary::source {
namespace {

constexpr std::array<const char *, 8> kind_names{"heading", "item",  "paragraph", "row",
                                                 "code",    "quote", "rule",      "form"};
constexpr std::array<const char *, 4> syntax_names{"markdown", "plain", "rst", "html"};

void print_text(const Text &text, std::string &out) {
    for (char c : text.plain) {
        out += c == '\n' ? ' ' : c;
    }
    out += text.all_bold ? " {bold}" : "";
    out += text.all_struck ? " {struck}" : "";
    out += text.all_image ? " {image}" : "";
    out += text.checkbox ? " {box}" : "";
    for (const InlineLink &link : text.links) {
        out += " {" + std::to_string(link.offset) + "+" + std::to_string(link.length) + " " +
               link.target + "}";
    }
}

void print_node(const Node &node, std::string &out) {
    std::string place = std::to_string(node.line);
    out += std::string(place.size() < 5 ? 5 - place.size() : 0, ' ') + place + "  ";
    if (node.kind == NodeKind::item) {
        out.append(static_cast<std::size_t>(node.level) * 2, ' ');
    }
    out += kind_names[static_cast<std::size_t>(node.kind)];
    if (node.kind == NodeKind::heading || node.kind == NodeKind::item) {
        out += ' ' + std::to_string(node.level);
    }
    out += node.header ? " header" : "";
    out += node.ordinal.empty() ? "" : " (" + node.ordinal + ")";
    const std::size_t before = out.size();
    out += "  ";
    print_text(node.text, out);
    for (std::size_t i = 0; i < node.cells.size(); ++i) {
        out += i > 0 ? " | " : "";
        print_text(node.cells[i], out);
    }
    if (out.size() == before + 2) {
        out.resize(before);
    }
    out += '\n';
}

void print_part(const char *mark, const Text &text, std::string &out) {
    out += std::string("         ") + mark + ' ';
    print_text(text, out);
    out += '\n';
}

} // namespace

std::string print(const Outline &outline) {
    std::string out =
        std::string("syntax ") + syntax_names[static_cast<std::size_t>(outline.syntax)] + '\n';
    int list = 0, table = 0;
    for (const Node &node : outline.nodes) {
        if (node.list > list) {
            list = node.list;
            out += "       list " + std::to_string(list) + '\n';
        }
        if (node.table > table) {
            table = node.table;
            out += "       table " + std::to_string(table) + '\n';
        }
        print_node(node, out);
        const bool paragraph = node.kind == NodeKind::paragraph;
        for (const Line &line : node.lines) {
            if (!paragraph || node.lines.size() > 1) {
                print_part(paragraph ? "|" : "~", line.text, out);
            }
        }
        for (const Text &part : node.more) {
            print_part("+", part, out);
        }
    }
    return out;
}

} // namespace ideary::source
