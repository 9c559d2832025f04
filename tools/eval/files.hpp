// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Parsers for files of queries, judgements and TREC runs. Unusable lines become remarks.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <ideary/idea.hpp>

namespace ideary::tools {

/// The text of a file, and remarks on its lines.
struct EvalFile {
    std::string path;
    std::string text;
    std::vector<Remark> remarks = {};
};

struct EvalQuery {
    std::string id;
    std::string text;
};

/// Grades of ideas by name, by id of a query.
using Judgements = std::map<std::string, std::map<std::string, int>>;
/// Names of ideas, best first, by id of a query.
using Rankings = std::map<std::string, std::vector<std::string>>;

/// Reads one of three forms: JSON Lines with `id` and `text`; lines of an id, a tab and a query;
/// or, when no line has a tab, one query a line, numbered from 1. Lines that begin with # are
/// comments, except in JSON. Returns the queries in file order, and the first of each id.
std::vector<EvalQuery> read_queries(EvalFile &file);
/// Reads one of two forms, with or without tabs: `query idea grade`, or the four columns of TREC
/// with an iteration in between. A first line without a number is a heading. Of two grades for the
/// same idea the higher one counts.
Judgements read_judgements(EvalFile &file);
/// Reads the six columns of TREC: query, Q0, idea, rank, score, run name. Orders by descending
/// score, then by rank.
Rankings read_run(EvalFile &file);

} // namespace ideary::tools
