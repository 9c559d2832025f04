// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "index/reader/snapshot_statistics.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

#include "index/analysis/terms.hpp"

namespace ideary::index {

/// The forward index knows all catch-all terms; the terms of fields are looked up in Xapian.
std::uint32_t SnapshotStatistics::doc_frequency(std::string_view term) const {
    const ForwardIndex &forward = generation_->forward_index();
    if (const auto number = forward.find(term)) {
        return forward.ideas(*number);
    }
    const bool is_catch_all = is_catch_all_stem(term) || is_catch_all_form(term);
    return is_catch_all ? 0 : database_->get_termfreq(std::string(term));
}

std::uint64_t SnapshotStatistics::collection_frequency(std::string_view term) const {
    const ForwardIndex &forward = generation_->forward_index();
    const auto number = forward.find(term);
    return number ? forward.occurrences(*number)
                  : database_->get_collection_freq(std::string(term));
}

std::uint32_t SnapshotStatistics::max_wdf(std::string_view term) const {
    const ForwardIndex &forward = generation_->forward_index();
    const auto number = forward.find(term);
    return number ? forward.max_wdf(*number) : 0;
}

std::vector<std::string> SnapshotStatistics::languages(std::size_t max) const {
    const schema::FieldId field = schema::FieldId::language;
    const FacetColumn &column = generation_->column(field);
    std::vector<std::pair<std::uint32_t, std::string>> counts; // ideas, language
    std::uint32_t unknown = doc_count(); // ideas without a language: stemmed as English
    for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
        const std::string code(column.folded(ordinal));
        counts.emplace_back(doc_frequency(value_term(field, code)), code);
        unknown -= std::min(unknown, counts.back().first);
    }
    if (unknown > 0) {
        const auto english = std::find_if(counts.begin(), counts.end(),
                                          [](const auto &one) { return one.second == "en"; });
        if (english != counts.end()) {
            english->first += unknown;
        } else {
            counts.emplace_back(unknown, "en");
        }
    }
    std::stable_sort(counts.begin(), counts.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    counts.resize(std::min(counts.size(), max));
    std::vector<std::string> codes;
    for (const auto &[ideas, code] : counts) {
        codes.push_back(code);
    }
    return codes;
}

std::vector<TermCount> SnapshotStatistics::words() const {
    std::vector<TermCount> words;
    for (auto term = database_->allterms_begin(); term != database_->allterms_end(); ++term) {
        const std::string form = *term;
        if (form[0] >= 'A' && form[0] <= 'Z') { // terms with a prefix
            term.skip_to(std::string(1, '['));
            if (term == database_->allterms_end()) {
                break;
            }
        }
        words.push_back({*term, term.get_termfreq()});
    }
    return words;
}

std::vector<TermCount> SnapshotStatistics::terms_with_prefix(const std::string &prefix,
                                                             std::size_t max) const {
    std::vector<TermCount> terms;
    auto term = database_->allterms_begin(prefix);
    for (; term != database_->allterms_end(prefix) && terms.size() < max; ++term) {
        terms.push_back({*term, term.get_termfreq()});
    }
    return terms;
}

std::string SnapshotStatistics::facet_value(schema::FieldId field, std::uint32_t ordinal) const {
    return field == schema::FieldId::year ? std::to_string(ordinal)
                                          : std::string(generation_->column(field).value(ordinal));
}

std::vector<std::uint32_t> SnapshotStatistics::facet_counts(schema::FieldId field) const {
    const FacetColumn &column = generation_->column(field);
    std::vector<std::uint32_t> counts(column.value_count());
    for (Xapian::docid doc = 1; doc <= generation_->last_doc(); ++doc) {
        for (const std::uint32_t ordinal : column.of(doc)) {
            if (ordinal < counts.size()) { // damage, opened quickly, may hold anything
                ++counts[ordinal];
            }
        }
    }
    return counts;
}

std::vector<TermCount> SnapshotStatistics::years() const {
    std::map<int, std::uint32_t> counts;
    for (Xapian::docid doc = 1; doc <= generation_->last_doc(); ++doc) {
        ++counts[generation_->year(doc)];
    }
    counts.erase(0);
    std::vector<TermCount> years;
    for (const auto &[year, ideas] : counts) {
        years.push_back({std::to_string(year), ideas});
    }
    return years;
}

double SnapshotStatistics::phrase_budget() const {
    constexpr double min_budget = 100'000;
    return std::max<double>(min_budget, doc_count());
}

/// Measured: 0.3 µs an idea of 200 terms, 1.2 µs one of 1,760.
double SnapshotStatistics::phrase_cost(const std::vector<std::string> &terms) const {
    const double per_idea = std::max(1.0, 0.6 + average_length() / 530);
    double cost = terms.size() < 2 ? 0 : std::numeric_limits<double>::max();
    for (const std::string &term : terms) {
        cost = std::min<double>(cost, per_idea * doc_frequency(term));
    }
    return cost;
}

} // namespace ideary::index
