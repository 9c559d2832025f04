// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "output/query_language.hpp"

namespace ideary::tools {

namespace {

constexpr QueryForm words[] = {
    {"scaling orm", "either word; ideas with both come first, as a rule"},
    {"C++ CI/CD .NET Node.js", "names like these are words, and CI/CD also finds ci cd"},
    {"resume", "finds résumé as well"},
};
constexpr QueryForm synonyms[] = {
    {"k8s", "also finds Kubernetes, below what says k8s itself"},
    {"+k8s", "only k8s: what has to be there is meant as it stands"},
    {"\"k8s\"", "only k8s, in exactly this form"},
};
constexpr QueryForm misspelt[] = {
    {"djano", "no idea says so: searched as django, and the answer tells"},
    {"djano rest framwork", "searched as django rest framework"},
    {"restframework", "searched as rest framework: words are split and joined as well"},
    {"+djano", "finds nothing: what has to be there is meant as it stands"},
};
constexpr QueryForm signs[] = {
    {"+async django", "async has to be there"},
    {"django -orm", "orm must not be there; NOT orm says the same"},
    {"-\"lightning talk\"", "everything but those"},
};
constexpr QueryForm phrases[] = {
    {"\"background tasks\"", "these words in this order, in exactly these forms"},
    {"cache NEAR/5 database", "at most five words apart, in any order; NEAR alone means ten"},
};
constexpr QueryForm operators[] = {
    {"htmx AND (django OR flask)", "both sides; at least one of them"},
    {"django OR flask AND testing", "AND binds first: django, or flask with testing"},
    {"testing AND NOT django", "the one without the other"},
};
constexpr QueryForm starts[] = {
    {"deplo*", "words that begin so, two letters at least"},
    {"kubernets~", "the word, and those one letter away; never words with digits"},
};
constexpr QueryForm field_forms[] = {
    {"author:winstel", "a value that holds this word"},
    {"topic:\"web assembly\"", "a value that holds these words in this order"},
    {"title:deployment", "a word of the title"},
    {"title:(blue green)", "the field counts for everything in the brackets"},
    {"year:2024", "one year"},
    {"year:2023..2025", "both ends included; year:2024.. and year:..2024 are open"},
    {"author:winstel year:2024 orm", "values beside words restrict them"},
    {"author:winstel OR orm", "with OR a value is one way to match among others"},
};

constexpr QuerySection sections[] = {
    {"Words",
     "A query is what you type, and nothing that you type is an error: what could not be used is "
     "said beside the answer. Any word may match, and the score decides: the more of the words an "
     "idea holds, and the rarer they are, the higher it stands. With --all only ideas that hold "
     "every word are found.\n\n"
     "Common forms of a word, case, accents and width do not matter. With --literal nothing is "
     "added to what was typed, and no word is replaced.",
     words},
    {"Must and must not",
     "A + or - stands right before what it means, with a blank in front of it.", signs},
    {"Phrases and nearness", "", phrases},
    {"Operators",
     "AND, OR and NOT are written in capitals. From the tightest to the loosest: a field and its "
     "colon, then + - NOT, then NEAR, then AND, then OR, which says the same as a blank. Brackets "
     "come before all of them.",
     operators},
    {"Starts and typos", "", starts},
    {"Fields",
     "A field's name, a colon, and right behind it the value. Several values of one field are "
     "alternatives, several fields must all hold, as with the options of the same names; those "
     "take whole values. A name that is no field is an ordinary word.",
     field_forms, true},
    {"Synonyms",
     "A table of synonyms, of words and of several words, widens what was typed: an idea that only "
     "says the same in other words is found too, below those that say what was typed. Words with "
     "+, in quotes, with * or ~ are not widened, nor is anything with --literal.",
     synonyms},
    {"Misspelt words",
     "A word that no idea holds in any form is searched as the closest word that the index has, "
     "and the answer says so: searched for. This never happens to words with +, in quotes or "
     "with digits, to words that some idea holds, nor with --literal.",
     misspelt},
    {"Related ideas",
     "Where fewer than ten ideas match, related ones follow below them, up to ten in all, under "
     "a heading of their own. They do not count in the total, and do not come with --literal.",
     {}},
    {"Nothing, and everything",
     "Without words, every idea that passes the fields and options is found, newest first. A "
     "query of signs alone finds nothing.\n\n"
     "At most 4096 bytes, 64 different words, 6 phrases, brackets eight deep, 16 words in a "
     "phrase or a chain of NEAR, and 64 words for a start; what goes beyond is left out, and the "
     "answer says so.\n\n"
     "The shell takes quotes for itself: write 'author:\"jane roe\"'.",
     {}},
};

} // namespace

std::span<const QuerySection> query_language() {
    return sections;
}

} // namespace ideary::tools
