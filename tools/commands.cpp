// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "commands.hpp"

#include <algorithm>
#include <array>

namespace ideary::tools {

namespace {

constexpr std::size_t any_number = static_cast<std::size_t>(-1);

constexpr Example ingest_examples[] = {
    {"ingest lists/", "read every source below the folder lists"},
    {"ingest --author 'Ada Byron' --year 2026 wishes.md",
     "give facts that a source does not state"},
    {"ingest --prune lists/", "also drop the sources below lists whose file is gone"},
    {"ingest --name mail - < mail.txt", "read standard input under the name mail"},
    {"ingest --rebuild", "build the index again from the sources it remembers"},
};
constexpr Example remove_examples[] = {
    {"remove lists/old.md", "take out a source by its path"},
    {"remove winstel-2024", "by its slug, the first half of its ideas' ids"},
    {"remove --dry-run https://example.org/ideas", "show what would be removed, by its URL"},
};
constexpr Example sources_examples[] = {
    {"sources", "all sources, and whether their files have changed"},
    {"sources --author 'Drew Winstel'", "the lists of a person"},
    {"sources --format csv > sources.csv", "a table for a spreadsheet"},
};
constexpr Example split_examples[] = {
    {"split wishes.md", "the ideas of one list, with their lines"},
    {"split --format jsonl lists/ > ideas.jsonl", "all members of each idea, one a line"},
    {"split --hidden draft.md", "also ideas in HTML comments"},
    {"split --outline wishes.md", "the outline: headings, items, prose"},
    {"split --explain wishes.md", "which rule took or refused each line"},
};
constexpr Example search_examples[] = {
    {"search scaling the orm", "any word may match; the best ideas come first"},
    {"search django -orm +async", "orm must not occur, async must"},
    {"search 'author:winstel year:2023..'", "fields and years; see: ideary help query"},
    {"search htmx --topic 'front end' --facets", "filter by topic; count topics, years, authors"},
    {"search --sort -year --limit 5", "the newest five ideas"},
    {"search --limit all --format csv deployment > deployment.csv", "a table for a spreadsheet"},
    {"search --format path deployment | fzf", "lines of path:line: title, for other tools"},
};
constexpr Example show_examples[] = {
    {"show winstel-2024/writing-orm-queries-that-run-fast",
     "one complete idea, with its file and line"},
    {"show lists/winstel-2024.md:77", "the idea at a line of a source"},
    {"search --format ids htmx | ideary show -", "all hits in full"},
    {"show --open winstel-2024/writing-orm-queries-that-run-fast",
     "edit its source in $VISUAL or $EDITOR"},
    {"show --format json winstel-2024/writing-orm-queries-that-run-fast", "for programs"},
};
constexpr Example facets_examples[] = {
    {"facets topic", "all topics, the largest first"},
    {"facets author django --year 2024..2026", "who asks for Django in these years"},
    {"facets year --topic Testing --format csv", "a table for a spreadsheet"},
};
constexpr Example info_examples[] = {
    {"info", "how many sources and ideas, how large, which format"},
    {"info --format json", "for programs"},
};
constexpr Example check_examples[] = {
    {"check", "verify every file of the index"},
    {"check --sources", "also compare with the source files"},
};
constexpr Example export_examples[] = {
    {"export > ideas.jsonl", "all ideas; ideary ingest ideas.jsonl reads them back"},
    {"export --topic Testing --year 2026", "only some"},
    {"export --format csv 'kind:wish' > wishes.csv", "as a table"},
};
constexpr Example eval_examples[] = {
    {"eval --queries bench/judged/queries.tsv --qrels bench/judged/qrels.txt --by-kind",
     "how good the ranking is, for each kind of query"},
    {"eval --queries q.jsonl --qrels q.tsv --compare literal", "compare with literal search"},
    {"eval --queries q.tsv --qrels q.txt --run today.run", "save the ranking as a TREC run file"},
    {"eval --queries q.tsv --qrels q.txt --compare-run before.run --per-query",
     "compare with a saved ranking"},
};
constexpr Example complete_examples[] = {
    {"complete 'scaling dja'", "words of the index that begin with dja, the most frequent first"},
    {"complete 'topic:data' --format json", "values of a field, for search boxes"},
};
constexpr Example count_examples[] = {
    {"count htmx", "the number of ideas that match"},
    {"count --year 2024 --topic Testing", "the number of ideas of a year and topic"},
};
constexpr Example completion_examples[] = {
    {"completion bash > ~/.local/share/bash-completion/completions/ideary", "for bash"},
    {"completion zsh > \"${fpath[1]}/_ideary\"", "for zsh"},
    {"completion fish > ~/.config/fish/completions/ideary.fish", "for fish"},
};
constexpr Example candidates_examples[] = {
    {"candidates -- search --topic Te", "completions of the last word of a command line"},
};
constexpr Example help_examples[] = {
    {"help search", "the options of a command"},
    {"help query", "the query language"},
    {"help search --man | man -l -", "the manual page of a command"},
};

constexpr std::string_view ingest_details =
    "Reads sources into the index: files, directories, or - for standard input. A run is atomic: a "
    "search sees the index either before or after it. Unchanged sources are skipped. A source that "
    "cannot be read is named and keeps its ideas in the index; the exit code is then 65.\n\n"
    "A directory is read recursively, without hidden files, links that lead out of it, and files "
    "of unknown formats. A file sources.json in a folder can give the author, the year and other "
    "facts of the files beside it.";
constexpr std::string_view remove_details =
    "Removes sources and their ideas from the index. Name a source by its path, its URL or its "
    "slug. If a name fits no source, nothing is removed.";
constexpr std::string_view split_details =
    "Prints the ideas that ingest would find. Writes nothing.";
constexpr std::string_view search_details =
    "Repeat a filter to allow several values; different filters must all match. A filter takes a "
    "whole value, ignoring case and accents, or words that only one author or topic has; an event "
    "stands for all its editions. Fields in a query match words.";
constexpr std::string_view show_details =
    "Prints complete ideas: text, topics, people, links, and the file and line. Name an idea by "
    "its id, or by FILE:LINE for the last idea that begins at or before this line. With - ids are "
    "read from standard input, one a line.";
constexpr std::string_view export_details =
    "Prints ideas as JSON Lines, ordered by id. Ingesting them keeps their ids.";
constexpr std::string_view eval_details =
    "Runs each query and compares the hits with the ideas that people judged to be relevant. "
    "Related ideas count as hits.\n\n"
    "Queries are JSON Lines with id and text, or lines of an id, a tab and a query, or one query "
    "a line, numbered from 1. Judgements are lines of a query's id, an idea and a grade, or the "
    "four columns of TREC. An idea is named by its id, or by the part of its id after the slash, "
    "which is the id that its record brought. A query without a relevant idea is left out; a "
    "judged idea that is not in the index counts as not found.\n\n"
    "nDCG@10 uses the grade as gain and log2(rank + 1) as discount, as trec_eval does. For MAP "
    "(mean average precision), MRR (mean reciprocal rank of the first relevant idea) and "
    "recall@100 a grade of 1 or more is relevant.\n\n"
    "A comparison lists the queries that gained and lost most, and p from a paired randomisation "
    "test with 100,000 samples: the probability that chance makes the means differ as much.";

constexpr std::array<CommandRow, command_count> rows{{
    {CommandId::ingest, "ingest", "PATH...", "read sources into the index", ingest_details,
     ingest_examples, 0, any_number, run_ingest},
    {CommandId::remove, "remove", "SOURCE...", "take sources out of the index", remove_details,
     remove_examples, 1, any_number, run_remove},
    {CommandId::sources, "sources", "[QUERY...]", "list the sources of the index",
     "Lists the sources with their authors, years, numbers of ideas, and whether their files are "
     "unchanged, changed or gone. With a query or filters, lists the sources of matching ideas.",
     sources_examples, 0, any_number, run_sources},
    {CommandId::split, "split", "PATH...", "print the ideas found in sources, write nothing",
     split_details, split_examples, 1, any_number, run_split},
    {CommandId::search, "search", "[QUERY...]", "find ideas, the best first", search_details,
     search_examples, 0, any_number, run_search},
    {CommandId::count, "count", "[QUERY...]", "print the number of ideas that match",
     "Prints the number of matching ideas. The exit code is 1 when it is 0.", count_examples, 0,
     any_number, run_count},
    {CommandId::show, "show", "ID...", "print complete ideas", show_details, show_examples, 1,
     any_number, run_show},
    {CommandId::facets, "facets", "FIELD [QUERY...]", "count the values of a field",
     "Prints the values of a field with their numbers of ideas, the most frequent first.",
     facets_examples, 1, any_number, run_facets},
    {CommandId::info, "info", "", "what the index holds",
     "Prints the size and the settings of the index.", info_examples, 0, 0, run_info},
    {CommandId::check, "check", "", "verify the index",
     "Reads the whole index and verifies checksums, counts and every idea. Each finding names the "
     "file and the remedy; the exit code is then 74.",
     check_examples, 0, 0, run_check},
    {CommandId::export_ideas, "export", "[QUERY...]",
     "print ideas for programs, or for another index", export_details, export_examples, 0,
     any_number, run_export},
    {CommandId::eval, "eval", "--queries FILE --qrels FILE",
     "measure the ranking against judgements", eval_details, eval_examples, 0, 0, run_eval},
    {CommandId::completion, "completion", "bash|zsh|fish", "print a completion script for a shell",
     "Prints a script that completes commands, options, and values from the index.",
     completion_examples, 1, 1, run_completion},
    {CommandId::help, "help", "[COMMAND|query]", "explain a command, or the query language", "",
     help_examples, 0, 1, run_help},
    {CommandId::complete, "complete", "TEXT", "complete the last word of a query",
     "Prints completions of the last word of the query TEXT, one a line: words, values of fields, "
     "and names of fields. For shells and search boxes.",
     complete_examples, 1, 1, run_complete, true},
    {CommandId::candidates, "candidates", "WORD...", "complete a command line",
     "Prints candidates for the last WORD of a command line, one a line, or :files when it is a "
     "file name. Used by the completion scripts.",
     candidates_examples, 0, any_number, run_candidates, true},
}};

constexpr bool rows_are_in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].id) != i || rows[i].examples.empty()) {
            return false;
        }
    }
    return true;
}
static_assert(rows_are_in_order(), "a command stands at the place of its id and has examples");

} // namespace

std::span<const CommandRow> command_table() {
    return rows;
}

const CommandRow *find_command(std::string_view name) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const CommandRow &row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace ideary::tools
