// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>

#include "source/markup/inline.hpp"
#include "source/model/lines.hpp"

namespace ideary::source {
namespace {

/// A page of links with long addresses must not grow beyond its own size by much.
constexpr std::size_t most_target_bytes = 65536, most_links = 10000;

} // namespace

std::size_t TextBuilder::add(std::string_view text) {
    pieces_.push_back(
        {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(text.size()), 0, 0});
    text_ += text;
    return pieces_.size() - 1;
}

void TextBuilder::link(std::size_t from, std::size_t to, std::string target) {
    target_bytes_ += target.size();
    if (target_bytes_ <= most_target_bytes + visible_ && spans_.size() < most_links) {
        spans_.push_back({from, to, std::move(target)});
    }
}

void TextBuilder::cut(std::size_t from) {
    pieces_.resize(from);
    while (!spans_.empty() && spans_.back().from >= from) {
        spans_.pop_back();
    }
}

void TextBuilder::append(const Piece &piece, Text &result) {
    for (char c : std::string_view(text_).substr(piece.start, piece.length)) {
        if (is_space(c)) {
            pending_blank_ = !result.plain.empty();
            continue;
        }
        if (pending_blank_) {
            result.plain += ' ';
            pending_blank_ = false;
        }
        result.plain += c;
        ++visible_;
        bold_visible_ += bold_ > 0 ? 1 : 0;
        struck_visible_ += struck_ > 0 ? 1 : 0;
        if (struck_ > 0 && struck_visible_ == visible_) {
            result.struck_start = result.plain.size();
        }
    }
}

void TextBuilder::place_links(const std::vector<std::uint32_t> &starts, Text &result) {
    std::stable_sort(spans_.begin(), spans_.end(),
                     [](const Span &a, const Span &b) { return a.from < b.from; });
    for (Span &span : spans_) {
        std::size_t from = std::min<std::size_t>(starts[span.from], result.plain.size());
        std::size_t to = std::min<std::size_t>(starts[span.to], result.plain.size());
        while (from < to && result.plain[from] == ' ') {
            ++from;
        }
        while (to > from && result.plain[to - 1] == ' ') {
            --to;
        }
        result.links.push_back(
            {result.plain.substr(from, to - from), std::move(span.target), from, to - from});
    }
}

Text TextBuilder::build() {
    Text result;
    std::vector<std::uint32_t> starts;
    starts.reserve(spans_.empty() ? 0 : pieces_.size() + 1);
    const auto begins = [&] {
        if (!spans_.empty()) {
            starts.push_back(static_cast<std::uint32_t>(result.plain.size()));
        }
    };
    visible_ = 0;
    for (const Piece &piece : pieces_) {
        begins();
        bold_ += std::max(piece.bold, 0);
        struck_ += std::max(piece.struck, 0);
        append(piece, result);
        bold_ = std::max(bold_ + std::min(piece.bold, 0), 0);
        struck_ = std::max(struck_ + std::min(piece.struck, 0), 0);
    }
    begins();
    place_links(starts, result);
    const bool colon = ends(result.plain, ":") && visible_ > 1;
    result.all_bold = bold_visible_ > 0 && bold_visible_ + (colon ? 1 : 0) >= visible_;
    result.all_struck = struck_visible_ > 0 && struck_visible_ == visible_;
    result.all_image = images_ && visible_ == 0;
    return result;
}

} // namespace ideary::source
