// SPDX-License-Identifier: GPL-2.0-or-later
// A query of the engine, read back. What is explained is so what was searched, whoever planned it.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "ideary/explain.hpp"

namespace ideary::search {

/// A term of the index, taken apart.
struct TermParts {
    std::string text; ///< without prefix
    TermKind kind = TermKind::exact;
    std::string field;  ///< whose words or values; empty: the merged list
    bool value = false; ///< a whole value: chooses and has no weight
};
TermParts parts_of(const std::string &term);

/// One part of a compiled query.
struct Compiled {
    Xapian::Query::op op = Xapian::Query::LEAF_MATCH_NOTHING;
    double factor = 1;          ///< OP_SCALE_WEIGHT: of the one child
    std::string term;           ///< LEAF_TERM
    double weight = 0;          ///< LEAF_TERM: idf × (k1 + 1) of BM25
    Xapian::doccount ideas = 0; ///< LEAF_TERM, phrases: how many hold it; phrases: 0
    std::vector<Compiled> children;
    /// Parts that the engine has to judge (phrases and the like): its weight of the documents asked
    /// for, where they match.
    std::unordered_map<Xapian::docid, double> judged;

    /// Whether the children are walked; else the part is a leaf or judged by the engine.
    bool is_group() const;
};

/// Reads a query. docs: those that will be asked for.
Compiled compile(const Xapian::Query &query, const Xapian::Database &database,
                 const std::vector<Xapian::docid> &docs);

/// BM25 as the engine defines it (weightinternal and BM25Weight of Xapian 1.4), of a term's weight,
/// its count in a document, and the document's length over the mean length.
double bm25_part(double term_weight, double count, double relative_length);

/// The query in words: one part a line, two blanks deeper within a group.
std::string in_words(const Compiled &compiled);

} // namespace ideary::search
