// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/hit_text.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "output/source_path.hpp"
#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t min_byline_width = 16; ///< beside a path

void append_part(std::string &line, const std::string &part) {
    if (!part.empty()) {
        line.append(line.empty() ? "" : " · ").append(part);
    }
}

std::string people(const Idea &idea) {
    std::string names = fmt::format("{}", fmt::join(idea.authors, ", "));
    if (!idea.curator.empty()) {
        names += fmt::format("{}(on {}'s list)", names.empty() ? "" : " ", idea.curator);
    }
    return names;
}

/// "2023 24 25 26 ×4"
std::string years_text(const Hit &hit) {
    const std::vector<FoldedIdea> folded = hit.folded.value_or(std::vector<FoldedIdea>());
    std::set<int> years;
    for (const FoldedIdea &each : folded) {
        years.insert(each.year.value_or(0));
    }
    years.insert(hit.idea.year.value_or(0));
    years.erase(0);
    std::string text;
    int last = 0;
    for (const int year : years) {
        const bool same_century = last != 0 && last / 100 == year / 100;
        text += text.empty() ? "" : " ";
        text += same_century ? fmt::format("{:02}", year % 100) : std::to_string(year);
        last = year;
    }
    if (!folded.empty()) {
        text += fmt::format("{}×{}", text.empty() ? "" : " ", folded.size() + 1);
    }
    return text;
}

std::string kind_and_years(const Hit &hit) {
    const std::string years = years_text(hit);
    const std::string kind = kind_name(hit.idea.kind);
    return years.empty() ? kind : kind + " " + years;
}

/// The place in the source as a link, never cut: people copy it.
Cell place_cell(const Idea &idea, const Style &style) {
    const std::string place = path_and_line(idea.source);
    return {style.link_to_file(source_path(idea.source), style.paint(Paint::dim, place)),
            display_width(terminal_safe(place))};
}

/// False for a snippet that is a single word or repeats the title.
bool tells_more_than_title(const Hit &hit) {
    constexpr std::size_t max_word_width = 20;
    const std::string title = fold(hit.title.text);
    const std::string snippet = fold(hit.snippet.text);
    const bool is_word =
        snippet.find(' ') == std::string::npos && display_width(snippet) <= max_word_width;
    return !is_word && !title.starts_with(snippet) && snippet != title + ".";
}

} // namespace

std::string byline(const Idea &idea) {
    std::string line = people(idea);
    append_part(line, idea.event);
    append_part(line, fmt::format("{}", fmt::join(idea.topics, ", ")));
    return line;
}

std::string short_hit_text(const Hit &hit, const Style &style) {
    const std::string rank = fmt::format("{:>{}}. ", hit.rank, indent - 2);
    const Cell facts = cell(kind_and_years(hit), style.width / 2, style, Paint::dim);
    const std::size_t title_width = style.width - rank.size() - facts.width - 2;
    const Cell title = cell(hit.title, title_width, style, Paint::title);
    std::string out = two_sides(rank.size(), title, facts, style).replace(0, rank.size(), rank);

    const Cell place = place_cell(hit.idea, style);
    const std::string left = byline(hit.idea);
    if (indent + min_byline_width + 2 + place.width <= style.width) {
        const std::size_t width = style.width - indent - 2 - place.width;
        out += two_sides(indent, cell(left, width, style), place, style);
    } else {
        out += left.empty() ? ""
                            : two_sides(indent, cell(left, style.width - indent, style), {}, style);
        out += two_sides(indent, place, {}, style);
    }
    if (tells_more_than_title(hit)) {
        out += two_sides(indent, cell(hit.snippet, style.width - indent, style), {}, style);
    }
    return out;
}

std::string long_hit_text(const Hit &hit, const Style &style) {
    const std::string rank = fmt::format("{:>{}}. ", hit.rank, indent - 2);
    std::string out = paragraph(hit.title, rank.size(), style, Paint::title);
    out.replace(0, std::min(rank.size(), out.size()), rank);
    std::string facts = kind_name(hit.idea.kind);
    append_part(facts, hit.idea.year ? std::to_string(*hit.idea.year) : "");
    append_part(facts, byline(hit.idea));
    out += paragraph(facts, indent, style) + paragraph(hit.snippet, indent, style);
    out += two_sides(indent, place_cell(hit.idea, style), {}, style);
    const std::string id = style.paint(Paint::dim, hit.idea.id);
    return out + std::string(indent, ' ') + id + "\n";
}

} // namespace ideary::tools
