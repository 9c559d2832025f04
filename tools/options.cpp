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
constexpr std::uint32_t everywhere = (std::uint32_t{1} << command_count) - 1;
constexpr std::uint32_t reads = in(ingest, split);
constexpr std::uint32_t filters = in(search, facets, export_ideas, eval);
constexpr std::string_view all_formats = "text|json|jsonl|csv|ids";
constexpr std::string_view table_formats = "text|json|jsonl|csv";
constexpr std::string_view kinds = "wish|talk|proposal|note";

constexpr OptionRow rows[] = {
    // What is said of sources from outside.
    {"author", "NAME", Value::text, "", "", false, reads, "who asks for these ideas"},
    {"year", "YEAR", Value::year, "", "", false, reads, "the edition that the sources are for"},
    {"event", "NAME", Value::text, "", "", false, reads, "conference and edition"},
    {"language", "CODE", Value::language, "", "", false, reads, "language of the text, such as de"},
    {"kind", "KIND", Value::choice, "", kinds, false, reads, "wish, talk, proposal or note"},
    {"url", "URL", Value::text, "", "", false, reads, "where the source was published"},
    {"title", "TITLE", Value::text, "", "", false, reads, "title of the source"},
    {"slug", "SLUG", Value::text, "", "", false, reads, "first half of the ids of its ideas"},
    {"name", "NAME", Value::text, "", "", false, reads, "name of standard input"},
    {"topics", "FILE", Value::text, "", "", false, reads,
     "use this topic table instead of the built-in one"},
    {"synonyms", "FILE", Value::text, "", "", false, in(ingest),
     "use this synonym table instead of the built-in one, from now on"},
    {"include", "GLOB", Value::text, "", "", true, reads,
     "of a directory, read only files whose path below it fits"},
    {"exclude", "GLOB", Value::text, "", "", true, reads, "of a directory, leave out what fits"},
    {"hidden", "", Value::none, "", "", false, reads, "also read ideas in HTML comments"},
    {"encoding", "NAME", Value::text, "", "", false, reads,
     "character set of the sources, such as windows-1251; else it is found out"},
    {"drop-persons", "", Value::none, "", "", false, reads,
     "keep authors as person-1, person-2 and so on, curators and URLs not at all"},
    {"outline", "", Value::none, "", "", false, in(split), "print the documents as they were read"},
    {"dry-run", "", Value::none, "", "", false, in(ingest, remove),
     "say what would be done, change nothing"},
    {"prune", "", Value::none, "", "", false, in(ingest),
     "drop sources below the given PATHs whose file is gone"},
    {"force", "", Value::none, "", "", false, in(ingest),
     "let --prune drop more than half of the index, or all that was in a PATH that is an empty "
     "folder now; let --rebuild lose what cannot be read"},
    {"rebuild", "", Value::none, "", "", false, in(ingest),
     "make the index anew from the sources it remembers"},
    {"lock-timeout", "S", Value::seconds, "10", "", false, in(ingest, remove),
     "seconds to wait for another writer"},
    // What is searched.
    {"topic", "VALUE", Value::text, "", "", true, filters, "only ideas of this topic"},
    {"year", "V|A..B", Value::years, "", "", true, filters, "only of this year, or of these years"},
    {"author", "VALUE", Value::text, "", "", true, filters, "only by this author"},
    {"event", "VALUE", Value::text, "", "", true, filters, "only of this event"},
    {"kind", "VALUE", Value::choice, "", kinds, true, filters, "only wish, talk, proposal or note"},
    {"language", "CODE", Value::language, "", "", true, filters, "only in this language"},
    {"all", "", Value::none, "", "", false, filters, "only ideas that hold every word"},
    {"expand", "", Value::none, "", "", false, in(search, eval),
     "let related words from the best hits join the query"},
    {"literal", "", Value::none, "", "", false, in(search, facets, eval),
     "add nothing to the words that were typed"},
    {"sort", "ORDER", Value::choice, "relevance", "relevance|year|-year|title", false, in(search),
     "relevance, year (oldest first), -year (newest first) or title"},
    {"facet", "FIELD", Value::facet, "", "", true, in(search), "count the values of a field"},
    {"facets", "", Value::none, "", "", false, in(search), "count topics, years and authors"},
    {"facet-limit", "N", Value::count, "10", "", false, in(search),
     "values of a facet to print; 0: all"},
    {"explain", "", Value::none, "", "", false, in(search),
     "say how the query was understood, and where each score comes from"},
    {"queries", "FILE", Value::text, "", "", false, in(search),
     "a query on each line of FILE (-: standard input), a JSON object on each line out"},
    // What is measured.
    {"queries", "FILE", Value::text, "", "", false, in(eval), "the queries, with their ids"},
    {"qrels", "FILE", Value::text, "", "", false, in(eval), "which ideas are relevant to them"},
    {"depth", "N", Value::count, "1000", "", false, in(eval), "hits of a query to look at"},
    {"by-kind", "", Value::none, "", "", false, in(eval),
     "means for each kind of query: what stands before the number of its id, as in word-07"},
    {"per-query", "", Value::none, "", "", false, in(eval), "a line for each query"},
    {"compare", "OPTIONS", Value::text, "", "", false, in(eval),
     "compare with the ranking under other options, such as literal or 'all language=de' or "
     "index=PATH, or default for none"},
    {"compare-run", "FILE", Value::text, "", "", false, in(eval), "compare with a TREC run file"},
    {"run", "FILE", Value::text, "", "", false, in(eval), "write the ranking as a TREC run file"},
    {"sources", "", Value::none, "", "", false, in(check),
     "also compare with the files that were read"},
    // What is printed.
    {"limit", "N", Value::count, "10", "", false, in(search), "hits to print"},
    {"limit", "N", Value::count, "10", "", false, in(complete), "completions to print"},
    {"limit", "N", Value::count, "", "", false, in(split, facets, export_ideas),
     "print at most N; without it, all"},
    {"offset", "N", Value::count, "0", "", false, in(search, split, facets, export_ideas),
     "leave out the first N"},
    {"format", "FORMAT", Value::choice, "text", all_formats, false, in(search, split, show),
     "text, json, jsonl, csv or ids"},
    {"format", "FORMAT", Value::choice, "jsonl", all_formats, false, in(export_ideas),
     "text, json, jsonl, csv or ids"},
    {"format", "FORMAT", Value::choice, "text", table_formats, false, in(facets, check, eval),
     "text, json, jsonl or csv"},
    {"format", "FORMAT", Value::choice, "text", "text|json", false, in(info, complete),
     "text or json"},
    {"man", "", Value::none, "", "", false, in(help), "print a manual page instead, as troff"},
    // Everywhere.
    {"index", "PATH", Value::text, "", "", false, everywhere,
     "the index; without it $IDEARY_INDEX, else $XDG_DATA_HOME/ideary, else "
     "~/.local/share/ideary"},
    {"color", "WHEN", Value::choice, "auto", "auto|always|never", false, everywhere,
     "auto, always or never; NO_COLOR is honoured"},
    {"quiet", "", Value::none, "", "", false, everywhere, "no progress, no remarks, no summary"},
    {"help", "", Value::none, "", "", false, everywhere, "explain the command"},
    {"version", "", Value::none, "", "", false, everywhere,
     "versions of ideary, Xapian, ICU and the index format"},
};

/// The lookup by command has one answer, and the parser can tell values from arguments.
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
    return row.commands == everywhere;
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
