// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/idea_printer.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "output/hit_text.hpp"
#include "output/source_path.hpp"
#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t label_width = 11;
constexpr std::size_t line_width = 7; ///< of the column of line numbers

std::string section_path(const std::vector<std::string> &section) {
    return fmt::format("{}", fmt::join(section, " > "));
}

/// A label before the first line of the text; nothing for an empty text.
std::string labelled(std::string_view label, std::string_view text, const Style &style) {
    std::string lines = paragraph(text, label_width, style);
    if (!lines.empty()) {
        lines.replace(0, label_width,
                      style.paint(Paint::dim, label) +
                          std::string(label_width - label.size(), ' '));
    }
    return lines;
}

/// The same for text that people copy: never broken.
std::string labelled_unbroken(std::string_view label, std::string_view text, const Style &style) {
    return text.empty()
               ? ""
               : style.paint(Paint::dim, label) + std::string(label_width - label.size(), ' ') +
                     std::string(text) + "\n";
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

/// Kind, year, people and event, which ideas of one source mostly share. Wishes are the usual kind.
std::string shared_facts(const Idea &idea) {
    std::string facts = idea.kind == Kind::wish ? "" : kind_name(idea.kind);
    const std::string parts[] = {idea.year ? std::to_string(*idea.year) : "",
                                 fmt::format("{}", fmt::join(idea.authors, ", ")),
                                 idea.curator.empty() ? "" : "on " + idea.curator + "'s list",
                                 idea.event};
    for (const std::string &part : parts) {
        facts.append(facts.empty() || part.empty() ? "" : " · ").append(part);
    }
    return facts;
}

} // namespace

std::string idea_text(const Idea &idea, const Style &style) {
    const auto joined = [](const std::vector<std::string> &values) {
        return fmt::format("{}", fmt::join(values, ", "));
    };
    std::string out = paragraph(MarkedText{idea.title, {}}, 0, style, Paint::title) + "\n";
    out += labelled_unbroken("id", terminal_safe(idea.id), style);
    out += labelled("kind", kind_name(idea.kind), style);
    out += labelled("year", idea.year ? std::to_string(*idea.year) : "", style);
    out += labelled(idea.authors.size() > 1 ? "authors" : "author", joined(idea.authors), style);
    out += labelled("curator", idea.curator, style);
    out += labelled("event", idea.event, style);
    out += labelled("topics", joined(idea.topics), style);
    out += labelled("section", section_path(idea.section), style);
    out += labelled("language", idea.language, style);
    out += labelled("source", idea.source.title, style);
    out += labelled_unbroken(
        "place",
        style.link_to_file(source_path(idea.source), terminal_safe(path_and_line(idea.source))),
        style);
    out += labelled_unbroken("url", terminal_safe(idea.source.url), style);
    for (const Link &link : idea.links) {
        const bool bare = link.text.empty() || link.text == link.url;
        const std::string text = bare ? link.url : fmt::format("{} {}", link.text, link.url);
        out += labelled_unbroken("link", terminal_safe(text), style);
    }
    return idea.body.empty() ? out : out + "\n" + body_text(idea.body, style);
}

std::optional<IdeaTable> start_table(CommandContext &context, const Arguments &arguments) {
    const bool is_csv = context.format == Format::csv;
    if (!is_csv && context.format != Format::tsv) {
        return std::nullopt;
    }
    IdeaTable table(arguments.text("columns"), is_csv ? Separator::comma : Separator::tab);
    context.out.write(arguments.has("bom") ? "\xEF\xBB\xBF" : "");
    context.out.line(table.head());
    return table;
}

std::string path_line(const Idea &idea) {
    return terminal_safe(fmt::format("{}: {}", path_and_line(idea.source), idea.title));
}

IdeaPrinter::IdeaPrinter(CommandContext &context, const Arguments &arguments, IdeaForm form)
    : context_(context), form_(form), table_(start_table(context, arguments)) {
    const bool pages = find_option(arguments.command().id, "offset") != nullptr;
    offset_ = pages ? arguments.count("offset").value_or(0) : 0;
    limit_ = pages ? arguments.limit("limit") : std::nullopt;
    if (context_.format == Format::json) {
        context_.out.write(fmt::format("{{\"schema_version\":{},\"ideas\":[", json_schema_version));
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
        context_.out.write((printed_ > 1 ? "," : "") + to_json(idea, form_));
        break;
    case Format::jsonl:
        context_.out.line(to_json(idea, form_));
        break;
    case Format::csv:
    case Format::tsv:
        context_.out.line(table_->row(idea));
        break;
    case Format::ids:
        context_.out.line(terminal_safe(idea.id));
        break;
    case Format::path:
        context_.out.line(path_line(idea));
        break;
    }
}

void IdeaPrinter::add_text(const Idea &idea) {
    const Style &style = context_.style;
    const std::string facts = shared_facts(idea);
    if (printed_ == 1 || idea.source.path != path_) {
        path_ = idea.source.path;
        facts_ = facts;
        const std::string title = idea.source.title.empty() ? "" : "  " + idea.source.title;
        context_.out.write(fmt::format("{}{}{}\n", printed_ > 1 ? "\n" : "",
                                       style.paint(Paint::heading, source_path(idea.source)),
                                       terminal_safe(title)));
        context_.out.write(paragraph(facts, line_width, style));
    }
    const std::string line = idea.source.line > 0 ? std::to_string(idea.source.line) : "";
    std::string text = paragraph(MarkedText{idea.title, {}}, line_width, style, Paint::title);
    text.replace(0, std::min(line_width, text.size()),
                 fmt::format("{:>{}}  ", line, line_width - 2));
    std::string below = facts == facts_ ? "" : facts;
    const auto append = [&](std::string_view label, const std::string &value) {
        below +=
            value.empty() ? "" : fmt::format("{}{}: {}", below.empty() ? "" : " · ", label, value);
    };
    append("in", section_path(idea.section));
    append("topics", fmt::format("{}", fmt::join(idea.topics, ", ")));
    context_.out.write(text + paragraph(below, line_width, style));
}

std::size_t IdeaPrinter::finish(const std::vector<Remark> &remarks) {
    if (context_.format != Format::json) {
        context_.warn(remarks);
        return seen_;
    }
    std::string rest = "],\"remarks\":[";
    for (std::size_t i = 0; i < remarks.size(); ++i) {
        rest += (i == 0 ? "" : ",") + to_json(remarks[i]);
    }
    context_.out.line(rest + "]}");
    return seen_;
}

} // namespace ideary::tools
