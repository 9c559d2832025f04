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
    {"ingest --author 'Ada Byron' --year 2026 wishes.md", "say what a source does not say itself"},
    {"ingest --prune lists/", "also drop the sources below lists whose file is gone"},
    {"ingest --name mail - < mail.txt", "read standard input, and call it mail"},
    {"ingest --rebuild", "make the index anew from the sources it remembers"},
};
constexpr Example remove_examples[] = {
    {"remove lists/old.md", "take out a source by its path"},
    {"remove winstel-2024", "by its slug, the first half of its ideas' ids"},
    {"remove --dry-run https://example.org/ideas", "see what would go, by its URL"},
};
constexpr Example split_examples[] = {
    {"split wishes.md", "the ideas of one list, with their lines"},
    {"split --format jsonl lists/ > ideas.jsonl", "everything about each idea, one a line"},
    {"split --hidden draft.md", "also the drafts in HTML comments"},
    {"split --outline wishes.md", "how the document was read: headings, items, prose"},
};
constexpr Example search_examples[] = {
    {"search scaling the orm", "any word may match; the best ideas come first"},
    {"search django -orm +async", "without orm, and async has to be there"},
    {"search 'author:winstel year:2023..'", "fields and years; see: ideary help query"},
    {"search htmx --topic Frontend --facets", "choose a topic, and count topics, years, authors"},
    {"search --sort -year --limit 5", "the newest five ideas"},
    {"search deployment --format json", "for programs"},
};
constexpr Example show_examples[] = {
    {"show winstel-2024/deployment-at-any-size", "one idea whole, with where it stands"},
    {"show --format json winstel-2024/deployment-at-any-size", "for programs"},
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
    {"check --sources", "also that its sources are still there, unchanged"},
};
constexpr Example export_examples[] = {
    {"export > ideas.jsonl", "all ideas; ideary ingest ideas.jsonl reads them back"},
    {"export --topic Testing --year 2026", "only some"},
    {"export --format csv 'kind:wish' > wishes.csv", "as a table"},
};
constexpr Example eval_examples[] = {
    {"eval --queries bench/judged/queries.tsv --qrels bench/judged/qrels.txt --by-kind",
     "how good the ranking is, for each kind of query"},
    {"eval --queries q.jsonl --qrels q.tsv --compare literal",
     "what would change if nothing were added to the words"},
    {"eval --queries q.tsv --qrels q.txt --run today.run", "keep the ranking as a TREC run file"},
    {"eval --queries q.tsv --qrels q.txt --compare-run before.run --per-query",
     "compare with a ranking that was kept"},
};
constexpr Example complete_examples[] = {
    {"complete 'scaling dja'", "words of the index that begin with dja, the most frequent first"},
    {"complete 'topic:data' --format json", "values of a field, for search boxes"},
};
constexpr Example help_examples[] = {
    {"help search", "the options of a command"},
    {"help query", "the query language"},
    {"help --man > ideary.1", "all of it as a manual page; help query --man is the other one"},
};

constexpr std::string_view ingest_details =
    "Reads sources into the index: files, directories, - for standard input. All or nothing: "
    "searches see the index as it was before the run, or as it is after it. A source that did not "
    "change is skipped. A source that cannot be read is named, keeps what the index has of it, and "
    "makes the exit code 65.\n\n"
    "A directory is read with all below it, without hidden files, without links that lead out of "
    "it, and without files of a form that ideary does not know. A file sources.json in a folder "
    "may say of its files what they do not say themselves.";
constexpr std::string_view remove_details =
    "Takes sources out of the index, with their ideas. Name a source by its path as it was given, "
    "by its URL, or by its slug. A name that fits no source: nothing is removed.";
constexpr std::string_view split_details =
    "Prints the ideas that ingest would find, and writes nothing.";
constexpr std::string_view search_details =
    "Several values of one option mean any of them, several options mean all of them. The values "
    "are whole, without regard to case and accents; the fields of the query language match parts.";
constexpr std::string_view show_details =
    "Prints one idea whole: text, topics, people, links, and the place where it stands.";
constexpr std::string_view export_details =
    "Prints ideas as JSON Lines, ordered by id. Reading them into an index keeps their ids.";
constexpr std::string_view eval_details =
    "Searches for each query, and compares what is found with the ideas that people judged to be "
    "relevant. What is measured is what a user gets, related ideas with it.\n\n"
    "Queries: JSON Lines with id and text; or lines of an id, a tab and a query; or a query on "
    "each line, numbered from 1. Judgements: lines of a query's id, an idea and a grade, or the "
    "four columns of TREC. An idea is named by its id, or by what stands behind the slash, which "
    "is the id that its record brought. A query without a relevant idea is left out; a judged idea "
    "that the index lacks counts as not found.\n\n"
    "nDCG@10 takes the grade as gain and log2(rank + 1) as discount, as trec_eval does, so that "
    "figures can be compared with published ones. For MAP (mean average precision), MRR (mean "
    "reciprocal rank of the first relevant idea) and recall@100 each grade from 1 on is "
    "relevant.\n\n"
    "A comparison names the queries that won and lost most, and p: how often chance alone would "
    "make the means differ as much, by a paired randomisation test with 100,000 draws. Below 0.05 "
    "the difference is hardly chance.";

constexpr std::array<CommandRow, command_count> rows{{
    {CommandId::ingest, "ingest", "PATH...", "read sources into the index", ingest_details,
     ingest_examples, 0, any_number, run_ingest},
    {CommandId::remove, "remove", "SOURCE...", "take sources out of the index", remove_details,
     remove_examples, 1, any_number, run_remove},
    {CommandId::split, "split", "PATH...", "print the ideas found in sources, write nothing",
     split_details, split_examples, 1, any_number, run_split},
    {CommandId::search, "search", "[QUERY...]", "find ideas, the best first", search_details,
     search_examples, 0, any_number, run_search},
    {CommandId::show, "show", "ID", "print one idea whole", show_details, show_examples, 1, 1,
     run_show},
    {CommandId::facets, "facets", "FIELD [QUERY...]", "count the values of a field",
     "Prints all values of a field with the number of ideas that have them, most ideas first.",
     facets_examples, 1, any_number, run_facets},
    {CommandId::info, "info", "", "what the index holds",
     "Prints the size and the settings of the index.", info_examples, 0, 0, run_info},
    {CommandId::check, "check", "", "verify the index",
     "Reads the whole index and compares it with what it says of itself. Each finding names the "
     "file and the remedy, and makes the exit code 74.",
     check_examples, 0, 0, run_check},
    {CommandId::export_ideas, "export", "[QUERY...]",
     "print ideas for programs, or for another index", export_details, export_examples, 0,
     any_number, run_export},
    {CommandId::eval, "eval", "--queries FILE --qrels FILE",
     "measure the ranking against judgements", eval_details, eval_examples, 0, 0, run_eval},
    {CommandId::help, "help", "[COMMAND|query]", "explain a command, or the query language", "",
     help_examples, 0, 1, run_help},
    {CommandId::complete, "complete", "TEXT", "complete the last word of a query",
     "Prints ways to go on with the query TEXT, one a line: words, values behind topic: and other "
     "fields, names of fields. For shells and search boxes.",
     complete_examples, 1, 1, run_complete, true},
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
