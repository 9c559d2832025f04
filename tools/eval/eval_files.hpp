// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The text of a file of queries, of judgements or of a run comes in, its rows go out; what cannot
// be used becomes a remark. It must not know the index.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <ideary/idea.hpp>

namespace ideary::tools {

/// A file that was read, and what there is to say of its lines.
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

/// Three forms: JSON Lines with `id` and `text`; lines of an id, a tab and a query; or, where no
/// line has a tab, a query on each line, numbered from 1. Lines that begin with # are left out, but
/// not in JSON. In the order of the file; of two with one id the first.
std::vector<EvalQuery> read_queries(EvalFile &file);
/// Two forms, each with or without tabs: `query idea grade`, and the four columns of TREC with an
/// iteration in between. A first line without a number is a heading. Of two grades the higher.
Judgements read_judgements(EvalFile &file);
/// The six columns of TREC: query, Q0, idea, rank, score, name of the run. Higher scores stand
/// first, equal ones by rank.
Rankings read_run(EvalFile &file);

} // namespace ideary::tools
