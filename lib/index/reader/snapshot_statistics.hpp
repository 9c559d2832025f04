// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Every count that search reads: of terms, ideas, lengths, languages and facet values.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/reader/generation.hpp"

namespace ideary::index {

/// A term, or a value, and the number of ideas that hold it.
struct TermCount {
    std::string term;
    std::uint32_t ideas = 0;
};

/// Statistics of one opened snapshot. A view: the generation and the handle outlive it. Cheap to
/// make and to copy. Throws what Xapian throws.
class SnapshotStatistics {
  public:
    SnapshotStatistics(const Generation &generation, const Xapian::Database &database)
        : generation_(&generation), database_(&database) {}

    /// Number of ideas.
    std::uint32_t doc_count() const { return database_->get_doccount(); }
    /// Mean document length, in the units of Generation::length.
    double average_length() const { return database_->get_avlength(); }

    /// Number of ideas that hold a term.
    std::uint32_t doc_frequency(std::string_view term) const;
    /// The same of a catch-all term by its number in the forward index.
    std::uint32_t doc_frequency(std::uint32_t term_number) const {
        return generation_->forward_index().ideas(term_number);
    }
    bool has(std::string_view term) const { return doc_frequency(term) > 0; }
    /// Sum of the wdf of a term over all ideas.
    std::uint64_t collection_frequency(std::string_view term) const;
    /// Highest wdf of a term in one idea; 0: unknown.
    std::uint32_t max_wdf(std::string_view term) const;

    /// Language of most ideas; "en" for an index without ideas.
    std::string majority_language() const { return generation_->majority_language(); }
    /// Folded language codes, those of most ideas first, at most `max`. Ideas without a language
    /// count as English, as they are stemmed.
    std::vector<std::string> languages(std::size_t max) const;

    /// Exact forms of the catch-all field in byte order, each with its number of ideas.
    std::vector<TermCount> words() const;
    /// Terms that begin with `prefix`, in byte order: the first `max`.
    std::vector<TermCount> terms_with_prefix(const std::string &prefix, std::size_t max) const;
    /// Calls f(form, ideas) for each exact form of the forward index.
    template <class F> void for_each_form(F &&f) const {
        const ForwardIndex &forward = generation_->forward_index();
        for (std::uint32_t number = forward.stems(); number < forward.size(); ++number) {
            f(forward.term(number), forward.ideas(number));
        }
    }

    /// Spelling in which a facet value is shown. Of the field year the ordinal is the year.
    std::string facet_value(schema::FieldId field, std::uint32_t ordinal) const;
    /// Position of a facet value when all are sorted by collation.
    std::uint32_t facet_rank(schema::FieldId field, std::uint32_t ordinal) const {
        return field == schema::FieldId::year ? ordinal : generation_->column(field).rank(ordinal);
    }
    /// Number of ideas of each value of a column, by ordinal.
    std::vector<std::uint32_t> facet_counts(schema::FieldId field) const;
    /// Known years in ascending order, each with its number of ideas.
    std::vector<TermCount> years() const;

    /// Number of postings whose positions one query may read; see phrase_cost.
    double phrase_budget() const;
    /// Postings that a phrase of these terms reads, weighted by the length of ideas; 0 for one
    /// term.
    double phrase_cost(const std::vector<std::string> &terms) const;

  private:
    const Generation *generation_;
    const Xapian::Database *database_;
};

} // namespace ideary::index
