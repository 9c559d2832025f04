// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A query in a form that can be translated for every engine.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace ideary::bench {

enum class QueryClass { word, rare, any, all, any5, phrase, filter, years, prefix };

struct ClassRow {
    QueryClass id;
    std::string_view name;
    std::string_view help;
};

inline constexpr std::array<ClassRow, 9> class_table{{
    {QueryClass::word, "word", "one common word"},
    {QueryClass::rare, "rare", "one word of few ideas"},
    {QueryClass::any, "or", "two or three words, any of them"},
    {QueryClass::all, "and", "two or three words, all of them"},
    {QueryClass::any5, "or5", "five words, any of them"},
    {QueryClass::phrase, "phrase", "two words that follow each other"},
    {QueryClass::filter, "filter", "an author, a year and a word"},
    {QueryClass::years, "years", "a range of years and any of two words"},
    {QueryClass::prefix, "prefix", "the start of a word"},
}};

/// One query. Words are folded and consist of the letters a to z.
struct BenchQuery {
    QueryClass kind = QueryClass::word;
    std::vector<std::string> words; ///< class prefix: without the star
    std::string author;             ///< class filter: the whole value, folded
    int from = 0, to = 0;           ///< class filter: one year twice; class years: inclusive
    bool operator==(const BenchQuery &) const = default;
};

/// The query in the query language of ideary.
std::string typed(const BenchQuery &query);
std::string_view class_name(QueryClass kind);

/// A file of queries: one JSON object per line,
/// `{"class":"filter","words":["testing"],"author":"ada","years":[2019,2019]}`.
/// Reading throws runtime_error with the line number.
std::string to_line(const BenchQuery &query);
BenchQuery from_line(const std::string &line);
std::vector<BenchQuery> read_queries(const std::string &path);
void write_queries(const std::string &path, const std::vector<BenchQuery> &queries);

} // namespace ideary::bench
