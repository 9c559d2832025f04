// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <algorithm>
#include <ideary/field.hpp>

#include "commands.hpp"

namespace ideary::tools {

namespace {

template <typename... Ids> constexpr std::uint32_t in(Ids... ids) {
    return ((std::uint32_t{1} << static_cast<unsigned>(ids)) | ...);
}

using enum CommandId;
constexpr std::uint32_t all_commands = (std::uint32_t{1} << command_count) - 1;
constexpr std::uint32_t reading = in(ingest, split);
constexpr std::uint32_t querying = in(search, count, sources, facets, export_ideas, eval);
constexpr std::uint32_t listing = in(search, split, show, export_ideas);
constexpr std::string_view all_formats = "text|json|jsonl|csv|tsv|ids|path";
constexpr std::string_view table_formats = "text|json|jsonl|csv";
constexpr std::string_view kinds = "wish|talk|proposal|note";

constexpr OptionRow rows[] = {
    // Metadata and reading of sources.
    {"author", "NAME", Value::text, "", "", false, reading, "who asks for these ideas"},
    {"year", "YEAR", Value::year, "", "", false, reading, "the edition that the sources are for"},
    {"event", "NAME", Value::text, "", "", false, reading, "conference and edition"},
    {"language", "CODE", Value::language, "", "", false, reading,
     "language of the text, such as de"},
    {"kind", "KIND", Value::choice, "", kinds, false, reading, "wish, talk, proposal or note"},
    {"url", "URL", Value::text, "", "", false, reading, "where the source was published"},
    {"title", "TITLE", Value::text, "", "", false, reading, "title of the source"},
    {"slug", "SLUG", Value::text, "", "", false, reading, "first half of the ids of its ideas"},
    {"name", "NAME", Value::text, "", "", false, reading, "name of standard input"},
    {"topics", "FILE", Value::file, "", "", false, reading,
     "use this topic table instead of the built-in one"},
    {"synonyms", "FILE", Value::file, "", "", false, in(ingest),
     "use this synonym table instead of the built-in one, from now on"},
    {"include", "GLOB", Value::text, "", "", true, reading,
     "in directories, read only files whose relative path matches"},
    {"exclude", "GLOB", Value::text, "", "", true, reading,
     "in directories, skip files whose relative path matches"},
    {"hidden", "", Value::none, "", "", false, reading, "also read ideas in HTML comments"},
    {"encoding", "NAME", Value::text, "", "", false, reading,
     "character set of the sources, such as windows-1251; detected without this option"},
    {"drop-persons", "", Value::none, "", "", false, reading,
     "replace authors by person-1, person-2 and so on; drop curators and URLs"},
    {"outline", "", Value::none, "", "", false, in(split),
     "print the outline of each document instead of its ideas"},
    {"explain", "", Value::none, "", "", false, in(split),
     "print which rule took or refused each line instead of the ideas"},
    {"dry-run", "", Value::none, "", "", false, in(ingest, remove),
     "print what would be done, change nothing"},
    {"prune", "", Value::none, "", "", false, in(ingest),
     "remove sources below the given PATHs whose file is gone"},
    {"force", "", Value::none, "", "", false, in(ingest),
     "let --prune remove more than half of the index, or all sources of a folder that is empty "
     "now; let --rebuild drop sources that cannot be read"},
    {"rebuild", "", Value::none, "", "", false, in(ingest),
     "build the index again from the sources it remembers"},
    {"lock-timeout", "S", Value::seconds, "10", "", false, in(ingest, remove),
     "seconds to wait for another writer"},
    // Query and filters.
    {"topic", "VALUE", Value::text, "", "", true, querying, "only ideas of this topic"},
    {"year", "V|A..B", Value::years, "", "", true, querying,
     "only of this year, or of these years"},
    {"author", "VALUE", Value::text, "", "", true, querying, "only by this author"},
    {"event", "VALUE", Value::text, "", "", true, querying, "only of this event"},
    {"kind", "VALUE", Value::choice, "", kinds, true, querying,
     "only wish, talk, proposal or note"},
    {"language", "CODE", Value::language, "", "", true, querying, "only in this language"},
    {"all", "", Value::none, "", "", false, querying, "only ideas with every word"},
    {"expand", "", Value::none, "", "", false, in(search, eval),
     "add related words of the best hits to the query"},
    {"literal", "", Value::none, "", "", false, in(search, count, facets, eval),
     "add no synonyms, corrections or related ideas"},
    {"sort", "ORDER", Value::choice, "relevance", "relevance|year|-year|title", false, in(search),
     "relevance, year (oldest first), -year (newest first) or title"},
    {"facet", "FIELD", Value::facet, "", "", true, in(search), "count the values of a field"},
    {"facets", "", Value::none, "", "", false, in(search), "count topics, years and authors"},
    {"facet-limit", "N", Value::count, "10", "", false, in(search),
     "values of a facet to print; 0: all"},
    {"explain", "", Value::none, "", "", false, in(search),
     "print the parsed query and the parts of each score"},
    {"queries", "FILE", Value::file, "", "", false, in(search),
     "read a query from each line of FILE (-: standard input), print a JSON object for each"},
    // Evaluation.
    {"queries", "FILE", Value::file, "", "", false, in(eval), "the queries, with their ids"},
    {"qrels", "FILE", Value::file, "", "", false, in(eval), "which ideas are relevant to them"},
    {"depth", "N", Value::count, "1000", "", false, in(eval), "number of hits to judge"},
    {"by-kind", "", Value::none, "", "", false, in(eval),
     "print means for each kind of query, which is the part of its id before the number: word-07"},
    {"per-query", "", Value::none, "", "", false, in(eval), "print a line for each query"},
    {"compare", "OPTIONS", Value::text, "", "", false, in(eval),
     "compare with the ranking under other options, such as literal or 'all language=de' or "
     "index=PATH, or default for none"},
    {"compare-run", "FILE", Value::file, "", "", false, in(eval), "compare with a TREC run file"},
    {"run", "FILE", Value::file, "", "", false, in(eval), "write the ranking as a TREC run file"},
    {"sources", "", Value::none, "", "", false, in(check),
     "also compare with the files that were read"},
    // Output.
    {"limit", "N|all", Value::limit, "10", "", false, in(search), "hits to print"},
    {"limit", "N", Value::count, "10", "", false, in(complete), "completions to print"},
    {"limit", "N|all", Value::limit, "all", "", false, in(split, sources, facets, export_ideas),
     "print at most N"},
    {"offset", "N", Value::count, "0", "", false, in(search, split, sources, facets, export_ideas),
     "skip the first N"},
    {"long", "", Value::none, "", "", false, in(search),
     "print hits in full, with their ids, each on its own"},
    {"fold", "", Value::none, "", "", false, in(search),
     "print hits with equal titles and authors as one, as short text does"},
    {"format", "FORMAT", Value::choice, "text", all_formats, false, in(search, split, show),
     "text, json, jsonl, csv, tsv, ids, or path (lines of path:line: title)"},
    {"format", "FORMAT", Value::choice, "jsonl", all_formats, false, in(export_ideas),
     "text, json, jsonl, csv, tsv, ids, or path (lines of path:line: title)"},
    {"format", "FORMAT", Value::choice, "text", "text|json|jsonl|csv|tsv|path", false, in(sources),
     "text, json, jsonl, csv, tsv, or path (lines of path:1: title)"},
    {"format", "FORMAT", Value::choice, "text", "text|json|jsonl|csv|tsv", false, in(facets),
     "text, json, jsonl, csv or tsv"},
    {"format", "FORMAT", Value::choice, "text", table_formats, false, in(check, eval),
     "text, json, jsonl or csv"},
    {"format", "FORMAT", Value::choice, "text", "text|json", false, in(info, complete),
     "text or json"},
    {"columns", "A,B,...", Value::text, "", "", false, listing,
     "columns of csv and tsv: id, title, year, authors, topics, event, kind, language, section, "
     "source, url, line, score (the default), and rank, snippet, body, curator, source_title"},
    {"bom", "", Value::none, "", "", false, listing,
     "begin csv and tsv with a byte order mark, for Excel"},
    {"open", "", Value::none, "", "", false, in(show),
     "open the source at the line of the idea in $VISUAL or $EDITOR"},
    {"man", "", Value::none, "", "", false, in(help), "print a manual page instead, as troff"},
    // Global options.
    {"index", "PATH", Value::file, "", "", false, all_commands,
     "the index; without it $IDEARY_INDEX, else $XDG_DATA_HOME/ideary, else "
     "~/.local/share/ideary"},
    {"color", "WHEN", Value::choice, "auto", "auto|always|never", false, all_commands,
     "print colours: auto, always or never; auto respects NO_COLOR"},
    {"hyperlinks", "WHEN", Value::choice, "auto", "auto|always|never", false, all_commands,
     "print paths as links to files: auto, always or never"},
    {"no-pager", "", Value::none, "", "", false, all_commands,
     "never pipe long text to $IDEARY_PAGER, $PAGER or less"},
    {"quiet", "", Value::none, "", "", false, all_commands,
     "print no progress, no remarks and no summary"},
    {"help", "", Value::none, "", "", false, all_commands, "print this help; also -h"},
    {"version", "", Value::none, "", "", false, all_commands,
     "print the versions of ideary, Xapian, ICU and the index format"},
};

/// A command has at most one option of a name, and all options of a name agree on having a value.
constexpr bool rows_agree() {
    for (const OptionRow &a : rows) {
        if (a.argument.empty() != (a.value == Value::none)) {
            return false;
        }
        for (const OptionRow &b : rows) {
            const bool same = &a != &b && a.name == b.name;
            if (same &&
                ((a.commands & b.commands) != 0 || a.argument.empty() != b.argument.empty())) {
                return false;
            }
        }
    }
    return true;
}
static_assert(rows_agree(), "options of one name have no command in common and agree on a value");

} // namespace

std::span<const OptionRow> option_table() {
    return rows;
}

const OptionRow *find_option(CommandId command, std::string_view name) {
    for (const OptionRow &row : rows) {
        if (row.name == name && (row.commands & in(command)) != 0) {
            return &row;
        }
    }
    return nullptr;
}

bool is_global(const OptionRow &row) {
    return row.commands == all_commands;
}

std::vector<std::string> facet_fields() {
    std::vector<std::string> names;
    for (const Field &field : fields()) {
        if (field.facet) {
            names.emplace_back(field.name);
        }
    }
    return names;
}

std::vector<std::string> choices_of(const OptionRow &row) {
    if (row.value == Value::facet) {
        return facet_fields();
    }
    std::vector<std::string> choices;
    std::string_view rest = row.choices;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        choices.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return choices;
}

} // namespace ideary::tools
