// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "engines/baseline.hpp"

#include <filesystem>
#include <stdexcept>

#include <fmt/format.h>

#include "corpus/terms.hpp"

namespace ideary::bench {
namespace {

/// How a word is searched.
enum class Form {
    stem,   ///< its stem; this is timed
    either, ///< its stem or the word itself, for ideas in other languages
};

Xapian::Query words_of(const BenchQuery &query, Xapian::Query::op how, Form form) {
    std::vector<Xapian::Query> terms;
    for (const std::string &word : query.words) {
        terms.emplace_back(stem_term(word));
        if (form == Form::either) {
            terms.back() |= Xapian::Query(word);
        }
    }
    return Xapian::Query(how, terms.begin(), terms.end());
}

Xapian::Query any_year(int from, int to) {
    std::vector<Xapian::Query> terms;
    for (int year = from; year <= to; ++year) {
        terms.emplace_back(year_prefix + std::to_string(year));
    }
    return Xapian::Query(Xapian::Query::OP_OR, terms.begin(), terms.end());
}

Xapian::Query in_xapian(const BenchQuery &query, Form form) {
    using Xapian::Query;
    switch (query.kind) {
    case QueryClass::word:
    case QueryClass::rare:
    case QueryClass::any:
    case QueryClass::any5:
        break;
    case QueryClass::all:
        return words_of(query, Query::OP_AND, form);
    case QueryClass::phrase:
        return Query(Query::OP_PHRASE, query.words.begin(), query.words.end(),
                     static_cast<Xapian::termcount>(query.words.size()));
    case QueryClass::filter:
        return Query(Query::OP_FILTER, words_of(query, Query::OP_OR, form),
                     Query(author_prefix + query.author) & any_year(query.from, query.to));
    case QueryClass::years:
        return Query(Query::OP_FILTER, words_of(query, Query::OP_OR, form),
                     any_year(query.from, query.to));
    case QueryClass::prefix:
        return Query(Query::OP_WILDCARD, query.words.at(0));
    }
    return words_of(query, Query::OP_OR, form);
}

std::vector<Xapian::docid> numbers(const Xapian::MSet &set) {
    std::vector<Xapian::docid> result;
    result.reserve(set.size());
    for (auto hit = set.begin(); hit != set.end(); ++hit) {
        result.push_back(*hit);
    }
    return result;
}

} // namespace

std::string generation_path(const std::string &index, std::uint64_t number) {
    return fmt::format("{}/gen-{:06}", index, number);
}

Baseline::Baseline(const std::string &generation)
    : database_(generation),
      written_((std::filesystem::path(generation).parent_path() / "staging").string()) {}

std::vector<Xapian::docid> Baseline::top10(const BenchQuery &query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(in_xapian(query, Form::stem));
    return numbers(enquire.get_mset(0, 10));
}

std::vector<Xapian::docid> Baseline::all(const BenchQuery &query) const {
    Xapian::Enquire enquire(database_);
    enquire.set_query(in_xapian(query, Form::either));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    return numbers(enquire.get_mset(0, database_.get_doccount()));
}

std::string Baseline::key_of(Xapian::docid document) const {
    auto term = written_.termlist_begin(document);
    term.skip_to(id_prefix);
    if (term == written_.termlist_end(document) || (*term)[0] != id_prefix[0]) {
        throw std::runtime_error(fmt::format("document {} has no id", document));
    }
    return key_of_id_term(*term);
}

} // namespace ideary::bench
