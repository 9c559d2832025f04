// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "help/help.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/field.hpp>
#include <ideary/index.hpp>

#include "help/query_language.hpp"
#include "terminal/layout.hpp"

namespace ideary::tools {

namespace {

constexpr std::size_t indent = 2;

using Pair = std::pair<std::string, std::string>;

constexpr Example first_examples[] = {
    {"ideary ingest lists/", "read sources into the index"},
    {"ideary search scaling the orm", "find ideas"},
    {"ideary search --facets testing", "find and count by topic, year and author"},
    {"ideary show lists/winstel-2024.md:77", "print the idea at a line of a source"},
    {"ideary help query", "the query language"},
};

std::string heading(std::string_view text, const Style &style) {
    return style.paint(Paint::heading, text) + "\n";
}

/// Two columns. The second is wrapped; it starts on its own line when the first is too wide.
std::string columns(const std::vector<Pair> &pairs, const Style &style,
                    std::size_t max_width = 26) {
    std::size_t first = 0;
    for (const auto &[name, meaning] : pairs) {
        const std::size_t width = display_width(name);
        first = width <= max_width ? std::max(first, width) : first;
    }
    std::string out;
    const std::size_t gap = indent + first + 2;
    for (const auto &[name, meaning] : pairs) {
        const std::size_t width = display_width(name);
        std::string text = paragraph(meaning, gap, style);
        out.append(indent, ' ').append(name);
        if (width > first || text.empty()) {
            out += '\n';
        } else {
            text.replace(0, gap, std::string(gap - indent - width, ' '));
        }
        out += text;
    }
    return out;
}

std::string paragraphs(std::string_view text, const Style &style) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        out += paragraph(text.substr(0, end), 0, style) + "\n";
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

std::string examples(std::span<const Example> rows, std::string_view program, const Style &style) {
    std::string out = heading("Examples:", style);
    for (const Example &row : rows) {
        out += fmt::format("  {}{}\n{}", program, row.line, paragraph(row.meaning, 6, style));
    }
    return out + "\n";
}

std::string option_help(const OptionRow &row) {
    std::string text(row.help);
    if (!row.default_value.empty()) {
        text += fmt::format(" [{}]", row.default_value);
    }
    if (row.value == Value::facet) {
        text += fmt::format(": {}", fmt::join(facet_fields(), ", "));
    }
    if (row.repeatable) {
        text += "; may be repeated";
    }
    return text;
}

std::string options(CommandId command, bool global, const Style &style) {
    std::vector<Pair> pairs;
    for (const OptionRow &row : option_table()) {
        if (is_global(row) == global && find_option(command, row.name) == &row) {
            pairs.emplace_back(
                fmt::format("--{}{}{}", row.name, row.argument.empty() ? "" : " ", row.argument),
                option_help(row));
        }
    }
    if (pairs.empty()) {
        return {};
    }
    return heading(global ? "Options of every command:" : "Options:", style) +
           columns(pairs, style) + "\n";
}

std::string field_columns(bool facets_only, const Style &style) {
    std::vector<Pair> pairs;
    for (const Field &field : fields()) {
        if (field.facet || !facets_only) {
            const std::string alias = field.alias.empty() ? "" : fmt::format(" ({}:)", field.alias);
            pairs.emplace_back(facets_only ? std::string(field.name)
                                           : fmt::format("{}:{}", field.name, alias),
                               fmt::format("{}, as in {}", field.help, field.example));
        }
    }
    return columns(pairs, style);
}

std::string command_help(const CommandRow &row, const Style &style) {
    std::string out = fmt::format("ideary {}: {}\n\n", row.name, row.summary);
    out += examples(row.examples, "ideary ", style);
    out += heading("Usage:", style);
    out += fmt::format("  ideary {} [options]{}{}\n\n", row.name, row.arguments.empty() ? "" : " ",
                       row.arguments);
    out += paragraphs(row.details, style);
    if (row.id == CommandId::facets) {
        out += heading("Fields:", style) + field_columns(true, style) + "\n";
    }
    out += options(row.id, false, style);
    return out + options(row.id, true, style);
}

std::string overall_help(const Style &style) {
    std::string out =
        paragraph("ideary collects the talk ideas that people publish in lists for calls for "
                  "proposals, and searches them.",
                  0, style);
    out += "\n" + examples(first_examples, "", style);
    out += heading("Usage:", style) + "  ideary COMMAND [options] [arguments]\n\n";
    std::vector<Pair> pairs;
    for (const CommandRow &row : command_table()) {
        if (!row.hidden) {
            pairs.emplace_back(row.name, row.summary);
        }
    }
    out += heading("Commands:", style) + columns(pairs, style) + "\n";
    out += options(CommandId::help, true, style);
    return out +
           paragraph("Options may stand before or after the arguments; after -- everything is an "
                     "argument. A word with a single dash, such as -orm, is never an option.",
                     0, style);
}

} // namespace

std::string query_help(const Style &style) {
    std::string out;
    for (const QuerySection &section : query_language()) {
        out += heading(section.heading, style) + paragraphs(section.text, style);
        std::vector<Pair> pairs;
        for (const QueryForm &form : section.forms) {
            pairs.emplace_back(form.typed, form.meaning);
        }
        out += pairs.empty() ? "" : columns(pairs, style, 30) + "\n";
        out += section.fields ? field_columns(false, style) + "\n" : "";
    }
    out.pop_back();
    return out;
}

std::string help_text(const Arguments &arguments, const Style &style) {
    const CommandRow &command = arguments.command();
    return command.id == CommandId::help ? overall_help(style) : command_help(command, style);
}

std::string version_text() {
    const Versions made_of = versions();
    return fmt::format("ideary {}\nXapian {}\nICU {}\nindex format {}\n", made_of.library,
                       made_of.xapian, made_of.icu, made_of.format);
}

} // namespace ideary::tools
