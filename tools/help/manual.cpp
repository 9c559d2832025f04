// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "help/manual.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <ideary/error.hpp>
#include <ideary/field.hpp>
#include <ideary/index.hpp>

#include "commands.hpp"
#include "help/query_language.hpp"

namespace ideary::tools {

namespace {

/// Escapes text for troff.
std::string plain(std::string_view text) {
    std::string out;
    bool line_start = true;
    for (const char c : text) {
        if (line_start && (c == '.' || c == '\'')) {
            out += "\\&";
        }
        line_start = c == '\n';
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else {
            out += c;
        }
    }
    return out;
}

std::string head(std::string_view name, int section) {
    return fmt::format(".\\\" Made by ideary help --man\n.TH {} {} \"\" \"ideary {}\"\n", name,
                       section, plain(versions().library));
}

std::string heading(std::string_view text) {
    std::string capitals(text);
    std::transform(capitals.begin(), capitals.end(), capitals.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return ".SH " + capitals + "\n";
}

std::string paragraphs(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find("\n\n"), text.size());
        out += ".PP\n" + plain(text.substr(0, end)) + "\n";
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return out;
}

std::string entry(std::string_view name, std::string_view meaning) {
    const std::string bold = plain(name);
    const bool guarded = bold.compare(0, 2, "\\&") == 0;
    return fmt::format(".TP\n\\fB{}\\fR\n{}\n", guarded ? bold.substr(2) : bold, plain(meaning));
}

std::string option_entry(const OptionRow &row) {
    std::string name = fmt::format("--{}", row.name);
    if (!row.argument.empty()) {
        name += fmt::format(" {}", row.argument);
    }
    std::string text(row.help);
    text += row.default_value.empty() ? "" : fmt::format(" [{}]", row.default_value);
    return entry(name, text + (row.repeatable ? "; may be repeated" : ""));
}

std::string command_part(const CommandRow &row) {
    std::string out =
        fmt::format(".SS ideary {} [options] {}\n", plain(row.name), plain(row.arguments));
    std::string summary(row.summary);
    summary[0] = static_cast<char>(summary[0] - 'a' + 'A');
    out += plain(summary) + ".\n" + paragraphs(row.details);
    for (const OptionRow &option : option_table()) {
        if (!is_global(option) && find_option(row.id, option.name) == &option) {
            out += option_entry(option);
        }
    }
    out += ".PP\nExamples:\n";
    for (const Example &example : row.examples) {
        out += entry(fmt::format("ideary {}", example.line), example.meaning);
    }
    return out;
}

std::string exit_codes() {
    std::string out = heading("Exit status");
    out += entry("0", "done; search: something was found");
    out += entry("1", "nothing was found");
    for (const ErrorRow &row : error_table) {
        std::string cause(row.name);
        std::replace(cause.begin(), cause.end(), '_', ' ');
        out += entry(std::to_string(row.exit_code), cause);
    }
    return out + entry("130", "interrupted; nothing is half done");
}

std::string field_entries() {
    std::string out;
    for (const Field &field : fields()) {
        const std::string alias =
            field.alias.empty() ? "" : fmt::format(" (also {}:)", field.alias);
        out += entry(fmt::format("{}:", field.name),
                     fmt::format("{}, as in {}{}", field.help, field.example, alias));
    }
    return out;
}

} // namespace

std::string manual() {
    std::string out = head("IDEARY", 1) + heading("Name");
    out += "ideary \\- collect and search the talk ideas that people publish\n";
    out += heading("Synopsis") + ".B ideary\n.I command\n[options] [arguments]\n";
    out += heading("Commands");
    for (const CommandRow &row : command_table()) {
        if (!row.hidden) {
            out += command_part(row);
        }
    }
    out += heading("Options of every command");
    for (const OptionRow &row : option_table()) {
        out += is_global(row) ? option_entry(row) : "";
    }
    out += paragraphs("Options may stand before or after the arguments; after -- everything is an "
                      "argument. A word with a single dash, such as -orm, is never an option.");
    return out + exit_codes() + heading("See also") + ".BR ideary\\-query (7)\n";
}

std::string query_manual() {
    std::string out = head("IDEARY-QUERY", 7) + heading("Name");
    out += "ideary\\-query \\- the query language of ideary\n";
    for (const QuerySection &section : query_language()) {
        out += heading(section.heading) + paragraphs(section.text);
        for (const QueryForm &form : section.forms) {
            out += entry(form.typed, form.meaning);
        }
        if (section.fields) {
            out += ".PP\nThe fields are:\n" + field_entries();
        }
    }
    return out + heading("See also") + ".BR ideary (1)\n";
}

} // namespace ideary::tools
