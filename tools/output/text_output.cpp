// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/text_output.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace ideary::tools {

namespace {

constexpr std::size_t label_width = 11;

void add_part(std::string &line, const std::string &part) {
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

std::string path_text(const std::vector<std::string> &section) {
    return fmt::format("{}", fmt::join(section, " > "));
}

/// A label before the first line of the text; nothing where the text is empty.
std::string labelled(std::string_view label, std::string_view text, const Style &style) {
    std::string lines = paragraph(text, label_width, style);
    if (lines.size() > label_width) {
        const std::string_view dim = style.start(Paint::dim);
        lines.replace(0, label_width,
                      std::string(dim)
                          .append(label)
                          .append(style.stop())
                          .append(label_width - label.size(), ' '));
    }
    return lines;
}

/// Place and id, on one line if they fit. Never broken: people copy them.
std::string address(const Idea &idea, const Style &style) {
    const std::string place = path_and_line(idea);
    const bool fits = display_width(place) + display_width(idea.id) + 6 <= style.width;
    return "    " + style.paint(Paint::dim, place) + (fits ? "  " : "\n    ") +
           style.paint(Paint::dim, idea.id) + "\n";
}

/// The same for what people copy: never broken.
std::string labelled_whole(std::string_view label, std::string_view text, const Style &style) {
    return text.empty()
               ? ""
               : style.paint(Paint::dim, label) + std::string(label_width - label.size(), ' ') +
                     terminal_safe(text) + "\n";
}

std::string body_text(std::string_view body, const Style &style) {
    std::string out;
    while (!body.empty()) {
        const std::size_t end = std::min(body.find('\n'), body.size());
        const std::string lines = paragraph(body.substr(0, end), 0, style);
        out += lines.empty() ? "\n" : lines;
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return out;
}

} // namespace

std::string byline(const Idea &idea) {
    std::string line = idea.kind == Kind::wish ? "" : kind_name(idea.kind);
    add_part(line, idea.year ? std::to_string(*idea.year) : "");
    add_part(line, people(idea));
    add_part(line, fmt::format("{}", fmt::join(idea.topics, ", ")));
    add_part(line, idea.event);
    return line;
}

std::string path_and_line(const Idea &idea) {
    return idea.source.line > 0 ? fmt::format("{}:{}", idea.source.path, idea.source.line)
                                : idea.source.path;
}

std::string hit_text(const Hit &hit, const Style &style) {
    const std::string rank = fmt::format("{:>2}. ", hit.rank);
    std::string out = paragraph(hit.title, rank.size(), style, Paint::title);
    out.replace(0, std::min(rank.size(), out.size()), rank);
    out += paragraph(byline(hit.idea), 4, style);
    out += paragraph(hit.snippet, 4, style);
    out += address(hit.idea, style);
    return out;
}

std::string idea_text(const Idea &idea, const Style &style) {
    std::string out = paragraph(MarkedText{idea.title, {}}, 0, style, Paint::title) + "\n";
    out += labelled_whole("id", idea.id, style);
    out += labelled("kind", kind_name(idea.kind), style);
    out += labelled("year", idea.year ? std::to_string(*idea.year) : "", style);
    out += labelled(idea.authors.size() > 1 ? "authors" : "author",
                    fmt::format("{}", fmt::join(idea.authors, ", ")), style);
    out += labelled("curator", idea.curator, style);
    out += labelled("event", idea.event, style);
    out += labelled("topics", fmt::format("{}", fmt::join(idea.topics, ", ")), style);
    out += labelled("section", path_text(idea.section), style);
    out += labelled("language", idea.language, style);
    out += labelled("source", idea.source.title, style);
    out += labelled_whole("place", path_and_line(idea), style);
    out += labelled_whole("url", idea.source.url, style);
    for (const Link &link : idea.links) {
        const bool bare = link.text.empty() || link.text == link.url;
        out += labelled_whole("link", bare ? link.url : fmt::format("{} {}", link.text, link.url),
                              style);
    }
    return idea.body.empty() ? out : out + "\n" + body_text(idea.body, style);
}

std::string facet_text(const Facet &facet, const Style &style, bool heading) {
    std::string out = heading ? style.paint(Paint::heading, facet.field) + "\n" : "";
    std::size_t digits = 1;
    for (const FacetValue &value : facet.values) {
        digits = std::max(digits, std::to_string(value.count).size());
    }
    const std::size_t room = style.width - std::min(style.width / 2, digits + 6);
    for (const FacetValue &value : facet.values) {
        out += fmt::format("  {:>{}}  {}{}\n", value.count, digits,
                           fit_width(terminal_safe(value.value), room), value.selected ? " *" : "");
    }
    return out;
}

IdeaPrinter::IdeaPrinter(CommandContext &context, const Arguments &arguments, IdeaForm form)
    : context_(context), form_(form), offset_(arguments.count("offset").value_or(0)),
      limit_(arguments.count("limit")) {
    start();
}

void IdeaPrinter::start() {
    if (context_.format == Format::json) {
        context_.out.write(fmt::format("{{\"schema_version\":{},\"ideas\":[", schema_version));
    } else if (context_.format == Format::csv) {
        context_.out.line(idea_csv_head());
    }
}

void IdeaPrinter::add(const Idea &idea) {
    ++seen_;
    if (seen_ <= offset_ || (limit_ && printed_ >= *limit_)) {
        return;
    }
    ++printed_;
    switch (context_.format) {
    case Format::text:
        add_text(idea);
        break;
    case Format::json:
        context_.out.write((printed_ > 1 ? "," : "") + idea_json(idea, form_));
        break;
    case Format::jsonl:
        context_.out.line(idea_json(idea, form_));
        break;
    case Format::csv:
        context_.out.line(idea_csv(idea));
        break;
    case Format::ids:
        context_.out.line(terminal_safe(idea.id));
        break;
    }
}

void IdeaPrinter::add_text(const Idea &idea) {
    const Style &style = context_.style;
    if (printed_ == 1 || idea.source.path != path_) {
        path_ = idea.source.path;
        const std::string title = idea.source.title.empty() ? "" : "  " + idea.source.title;
        context_.out.write(fmt::format("{}{}{}\n", printed_ > 1 ? "\n" : "",
                                       style.paint(Paint::heading, path_), terminal_safe(title)));
    }
    const std::string line = idea.source.line > 0 ? std::to_string(idea.source.line) : "";
    std::string text = paragraph(MarkedText{idea.title, {}}, 7, style, Paint::title);
    text.replace(0, std::min<std::size_t>(7, text.size()), fmt::format("{:>5}  ", line));
    text += paragraph(path_text(idea.section), 7, style);
    context_.out.write(text + paragraph(byline(idea), 7, style));
}

std::size_t IdeaPrinter::finish(const std::vector<Remark> &remarks) {
    if (context_.format != Format::json) {
        context_.warn(remarks);
        return seen_;
    }
    std::string rest = "],\"remarks\":[";
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        rest += (i == 0 ? "" : ",") + remark_json(remarks[i]);
    }
    context_.out.line(rest + "]}");
    return seen_;
}

} // namespace ideary::tools
