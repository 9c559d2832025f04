// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "help/query_language.hpp"

namespace ideary::tools {

namespace {

constexpr QueryForm words[] = {
    {"scaling orm", "either word; ideas with both rank higher"},
    {"C++ CI/CD .NET Node.js", "such names are words; CI/CD also finds ci cd"},
    {"resume", "also finds résumé"},
};
constexpr QueryForm synonyms[] = {
    {"k8s", "also finds Kubernetes, below ideas with k8s itself"},
    {"+k8s", "only k8s: required words are not widened"},
    {"\"k8s\"", "only k8s, in exactly this form"},
};
constexpr QueryForm corrections[] = {
    {"djano", "occurs nowhere: searched as django, with a remark"},
    {"djano rest framwork", "searched as django rest framework"},
    {"restframework", "searched as rest framework: words are also split and joined"},
    {"+djano", "finds nothing: required words are not corrected"},
};
constexpr QueryForm required[] = {
    {"+async django", "async must occur"},
    {"django -orm", "orm must not occur; the same as NOT orm"},
    {"-\"lightning talk\"", "all ideas without this phrase"},
};
constexpr QueryForm phrases[] = {
    {"\"background tasks\"", "these words in this order, in exactly these forms"},
    {"cache NEAR/5 database", "at most five words apart, in any order; plain NEAR means ten"},
};
constexpr QueryForm operators[] = {
    {"htmx AND (django OR flask)", "htmx, and at least one of django and flask"},
    {"django OR flask AND testing", "AND binds first: django, or flask with testing"},
    {"testing AND NOT django", "testing without django"},
};
constexpr QueryForm prefixes[] = {
    {"deplo*", "words that begin with deplo; at least two letters"},
    {"kubernets~", "the word and words one letter away; not for words with digits"},
};
constexpr QueryForm field_forms[] = {
    {"author:winstel", "values with this word"},
    {"topic:\"web assembly\"", "values with these words in this order"},
    {"title:deployment", "a word of the title"},
    {"title:(blue green)", "the field applies to everything in parentheses"},
    {"year:2024", "one year"},
    {"year:2023..2025", "both years included; year:2024.. and year:..2024 are open"},
    {"author:winstel year:2024 orm", "fields restrict the words beside them"},
    {"author:winstel OR orm", "with OR, a field is one of the alternatives"},
};

constexpr QuerySection sections[] = {
    {"Words",
     "Any text is a valid query; unusable parts are ignored with a remark. Any word may match: "
     "the more of the words an idea has, and the rarer these are, the higher it ranks. With --all "
     "every word must match.\n\n"
     "Common forms of a word, case, accents and width do not matter. With --literal nothing is "
     "added to the typed words: no synonyms, corrections or related ideas.",
     words},
    {"Must and must not", "Write + or - directly before a word, after a space.", required},
    {"Phrases and nearness", "", phrases},
    {"Operators",
     "Write AND, OR and NOT in capitals. From tightest to loosest: fields, then + - NOT, then "
     "NEAR, then AND, then OR, which means the same as a space. Parentheses group.",
     operators},
    {"Prefixes and fuzzy words", "", prefixes},
    {"Fields",
     "Write the name of a field, a colon, and the value without a space. Several values of one "
     "field are alternatives; different fields must all match. The filter options of the same "
     "names prefer whole values. A name that is not a field is an ordinary word.",
     field_forms, true},
    {"Synonyms",
     "A table of synonyms widens the words and phrases of a query. Ideas that match only by a "
     "synonym rank below those with the typed words. Words with +, *, ~ or in quotes are not "
     "widened, and --literal turns synonyms off.",
     synonyms},
    {"Corrections",
     "A word that occurs in no idea, in any form, is replaced by the closest word of the index, "
     "with a remark. Words with +, in quotes or with digits are never replaced, and --literal "
     "turns corrections off.",
     corrections},
    {"Related ideas",
     "When fewer than ten ideas match, related ideas follow under their own heading, up to ten "
     "hits in all. They do not count in the total, and --literal turns them off.",
     {}},
    {"Empty queries and limits",
     "A query without words finds every idea that matches the fields and filters, newest first. "
     "A query of punctuation finds nothing.\n\n"
     "Limits: 4096 bytes, 64 different words, 6 phrases, eight levels of parentheses, 16 words in "
     "a phrase or a chain of NEAR, and 64 words for a prefix. The rest is ignored with a "
     "remark.\n\n"
     "The shell removes quotes: write 'author:\"jane roe\"'.",
     {}},
};

} // namespace

std::span<const QuerySection> query_language() {
    return sections;
}

} // namespace ideary::tools
