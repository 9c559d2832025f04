// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/html/html_text.hpp"

#include <algorithm>

#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

bool is_bold(std::string_view name) {
    return name == "b" || name == "strong";
}
bool is_struck(std::string_view name) {
    return name == "s" || name == "del" || name == "strike";
}

} // namespace

void HtmlText::open(const HtmlEvent &event) {
    const std::string &name = event.name;
    if (is_bold(name)) {
        ++bold_;
        mark(1, 0);
    } else if (is_struck(name)) {
        ++struck_;
        mark(0, 1);
    } else if (name == "a") {
        href_ = event.attribute("href");
        link_from_ = whole_.size();
        part_link_from_ = part_.size();
    } else if (name == "br") {
        end_line();
    } else if (name == "img") {
        whole_.image();
        part_.image();
        block_.line = block_.line == 0 ? event.line : block_.line;
        touched_ = true;
    } else if (name == "input" && event.attribute("type") == "checkbox") {
        block_.box = true;
    }
}

void HtmlText::close(std::string_view name) {
    if (is_bold(name) && bold_ > 0) {
        --bold_;
        mark(-1, 0);
    } else if (is_struck(name) && struck_ > 0) {
        --struck_;
        mark(0, -1);
    } else if (name == "a" && !href_.empty()) {
        if (link_from_ < whole_.size()) {
            whole_.link(link_from_, whole_.size(), href_);
        }
        if (part_link_from_ < part_.size()) {
            part_.link(part_link_from_, part_.size(), href_);
        }
        href_.clear();
    }
}

void HtmlText::mark(int bold, int struck) {
    for (TextBuilder *builder : {&whole_, &part_}) {
        Piece &piece = builder->piece(builder->add(""));
        piece.bold = bold;
        piece.struck = struck;
    }
}

void HtmlText::add(const HtmlEvent &event) {
    const std::string &text = event.text;
    const auto blanks = static_cast<std::ptrdiff_t>(text.size() - trim_left(text).size());
    if (blanks < static_cast<std::ptrdiff_t>(text.size())) {
        const auto above = std::count(text.begin(), text.begin() + blanks, '\n');
        const int line = event.line + static_cast<int>(above);
        block_.line = block_.line == 0 ? line : block_.line;
        part_line_ = part_line_ == 0 ? line : part_line_;
        const std::string_view visible = trim_right(text);
        block_.end_line =
            event.line + static_cast<int>(std::count(visible.begin(), visible.end(), '\n'));
        touched_ = true;
    }
    block_.raw += text;
    whole_.add(text);
    part_.add(text);
}

void HtmlText::end_line() {
    whole_.add(" ");
    block_.raw += '\n';
    Text text = part_.build();
    if (!text.plain.empty()) {
        std::string raw = text.plain;
        block_.lines.push_back({part_line_, std::move(raw), std::move(text)});
    }
    part_ = carry();
    part_line_ = 0;
    part_link_from_ = part_.size();
}

/// A builder that knows which emphasis is still open.
TextBuilder HtmlText::carry() const {
    TextBuilder builder;
    Piece &piece = builder.piece(builder.add(""));
    piece.bold = bold_;
    piece.struck = struck_;
    return builder;
}

HtmlBlock HtmlText::take() {
    std::string raw = block_.raw;
    end_line();
    block_.raw = std::move(raw);
    HtmlBlock block = std::move(block_);
    block.text = whole_.build();
    whole_ = carry();
    link_from_ = whole_.size();
    block_ = {};
    touched_ = false;
    return block;
}

} // namespace ideary::source
