// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <ideary/error.hpp>

#include "commands/query_lines.hpp"
#include "output/idea_printer.hpp"
#include "terminal/editor.hpp"

namespace ideary::tools {

namespace {

/// The arguments, with the lines of standard input in place of `-`.
std::vector<std::string> names_of(const Arguments &arguments) {
    std::vector<std::string> names;
    for (const std::string &name : arguments.positionals()) {
        if (name != "-") {
            names.push_back(name);
            continue;
        }
        QueryLines lines(name);
        while (const std::optional<std::string> line = lines.next()) {
            if (!line->empty()) {
                names.push_back(*line);
            }
        }
    }
    return names;
}

std::filesystem::path full_path(const std::string &path) {
    std::error_code error;
    const std::filesystem::path absolute = std::filesystem::absolute(path, error);
    return error ? std::filesystem::path(path) : absolute.lexically_normal();
}

/// The last idea that begins at or before a line, for a name FILE:LINE.
std::optional<Idea> idea_at(const Index &index, const std::string &name) {
    const std::size_t colon = name.rfind(':');
    int line = 0;
    const char *end = name.data() + name.size();
    if (colon == std::string::npos ||
        std::from_chars(name.data() + colon + 1, end, line).ptr != end) {
        return std::nullopt;
    }
    const std::filesystem::path path = full_path(name.substr(0, colon));
    std::string file_name = path.filename().string();
    std::erase(file_name, '"');
    std::optional<Idea> found;
    index.each(Query::parse("source:\"" + file_name + "\""), {}, [&](const Idea &idea) {
        const bool later = !found || idea.source.line > found->source.line;
        if (idea.source.line <= line && later && full_path(idea.source.path) == path) {
            found = idea;
        }
    });
    return found;
}

void print_one(const Idea &idea, const Arguments &arguments, CommandContext &context) {
    if (context.format == Format::json) {
        context.out.line(fmt::format("{{\"schema_version\":{},\"idea\":{}}}", json_schema_version,
                                     to_json(idea, IdeaForm::hit)));
        return;
    }
    IdeaPrinter printer(context, arguments, IdeaForm::hit);
    printer.add(idea);
    printer.finish({});
}

void print_all(const std::vector<Idea> &ideas, const Arguments &arguments,
               CommandContext &context) {
    if (context.format == Format::text) {
        for (const Idea &idea : ideas) {
            context.out.write(&idea == &ideas.front() ? "" : "\n");
            context.out.write(idea_text(idea, context.style));
        }
    } else if (ideas.size() == 1 && arguments.positionals().front() != "-") {
        print_one(ideas.front(), arguments, context);
    } else {
        IdeaPrinter printer(context, arguments, IdeaForm::hit);
        for (const Idea &idea : ideas) {
            printer.add(idea);
        }
        printer.finish({});
    }
}

} // namespace

int run_show(const Arguments &arguments, CommandContext &context) {
    const Index index = context.open_index();
    std::vector<Idea> ideas;
    bool all_found = true;
    for (const std::string &name : names_of(arguments)) {
        std::optional<Idea> idea = index.show(name);
        idea = idea ? idea : idea_at(index, name);
        if (idea) {
            ideas.push_back(std::move(*idea));
            continue;
        }
        all_found = false;
        print_error(fmt::format("ideary: there is no idea {} in {}. Find ids with: ideary search "
                                "--format ids QUERY",
                                name, context.index_path()));
    }
    if (arguments.has("open")) {
        if (ideas.size() != 1) {
            throw Error(ErrorKind::usage, "--open needs exactly one idea", "Name one id");
        }
        open_in_editor(ideas.front().source.path, std::max(ideas.front().source.line, 1));
    }
    context.out.use_pager(context.format == Format::text && !arguments.has("no-pager"));
    if (!ideas.empty()) {
        print_all(ideas, arguments, context);
    }
    return all_found ? 0 : nothing_found_exit;
}

} // namespace ideary::tools
