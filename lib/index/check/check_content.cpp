// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The content of a generation: everything that is stored twice must agree.
#include <algorithm>

#include "index/analysis/document_terms.hpp"
#include "index/analysis/terms.hpp"
#include "index/check/findings.hpp"
#include "index/format/column_builder.hpp"
#include "index/format/database_metadata.hpp"
#include "index/reader/generation.hpp"
#include "text/normalize.hpp"

namespace ideary::index {

using schema::FieldId;

namespace {

constexpr std::size_t longest_prefix = 4; ///< letters of a prefix are not counted as the term's

class ContentCheck {
  public:
    ContentCheck(const Generation &generation, Findings &findings)
        : generation_(generation), lease_(generation.lease()), findings_(findings) {}

    void run() {
        documents();
        sources();
        for (const FieldId field : tag_columns) {
            values(field);
        }
        check_orders(generation_, findings_);
        years();
        check_packed_facets();
        terms();
        frequent_postings();
        check_forward_index();
    }

  private:
    void found(const char *file, const std::string &problem) {
        findings_.add(generation_.path() + "/" + file, problem, by_rebuild);
    }

    /// Every document is in columns and records, with its own id.
    void documents() {
        Xapian::docid expected = 1;
        std::uint32_t count = 0;
        const auto end = lease_->postlist_end("");
        for (auto at = lease_->postlist_begin(""); at != end; ++at, ++count) {
            without_document(expected, *at);
            expected = *at + 1;
            one_document(*at, at.get_doclength());
        }
        without_document(expected, generation_.last_doc() + 1);
        if (count != generation_.ideas()) {
            found("MANIFEST", "it counts " + std::to_string(generation_.ideas()) +
                                  " ideas, the postings " + std::to_string(count));
        }
    }

    void sources() {
        const std::size_t count = read_source_entries(*lease_).size();
        if (count != generation_.sources()) {
            found("MANIFEST", "it counts " + std::to_string(generation_.sources()) +
                                  " sources, the index has " + std::to_string(count));
        }
    }

    void without_document(Xapian::docid from, Xapian::docid to) {
        for (; from < to; ++from) {
            if (generation_.exists(from)) {
                found("records", "a record without a document: " + std::to_string(from));
            }
        }
    }

    void one_document(Xapian::docid doc, std::uint32_t length) {
        const Idea idea = generation_.idea(doc, true);
        const std::string term = id_term(idea.id);
        const auto at = lease_->postlist_begin(term);
        if (idea.id.empty() || at == lease_->postlist_end(term) || *at != doc) {
            found("records", "idea " + std::to_string(doc) + " is not found by its id " + idea.id);
        }
        if (length != generation_.length(doc)) {
            found("columns", "idea " + idea.id + " has another length than its postings");
        }
        if (!in_list(source_key_term(generation_.source_key(doc)), doc)) {
            found("columns", "idea " + idea.id + " is of another source than its postings say");
        }
    }

    bool in_list(const std::string &term, Xapian::docid doc) {
        auto at = lease_->postlist_begin(term);
        const auto end = lease_->postlist_end(term);
        if (at != end) {
            at.skip_to(doc);
        }
        return at != end && *at == doc;
    }

    /// The same documents have a value by its term as by its column, and there are no more terms.
    void values(FieldId field) {
        const FacetColumn &column = generation_.column(field);
        std::vector<std::vector<Xapian::docid>> docs(column.value_count());
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            if (!generation_.exists(doc)) {
                continue;
            }
            for (const std::uint32_t ordinal : column.of(doc)) {
                if (ordinal >= docs.size()) {
                    differ(field, "a value that the column does not have");
                    return;
                }
                docs[ordinal].push_back(doc);
            }
        }
        std::size_t used = 0;
        for (std::uint32_t ordinal = 0; ordinal < docs.size(); ++ordinal) {
            used += docs[ordinal].empty() ? 0 : 1;
            if (docs_of(value_term(field, column.folded(ordinal))) != docs[ordinal]) {
                differ(field, std::string(column.value(ordinal)));
            }
        }
        no_more_terms(field, std::string(schema::row(field).value_prefix), used);
    }

    void years() {
        std::vector<std::vector<Xapian::docid>> docs(1 << 16);
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            if (generation_.exists(doc)) {
                docs[static_cast<std::uint16_t>(generation_.year(doc))].push_back(doc);
            }
        }
        std::size_t used = 0;
        for (std::size_t year = 1; year < docs.size(); ++year) {
            used += docs[year].empty() ? 0 : 1;
            if (!docs[year].empty() && docs_of(year_term(static_cast<int>(year))) != docs[year]) {
                differ(FieldId::year, std::to_string(year));
            }
        }
        no_more_terms(FieldId::year, std::string(schema::row(FieldId::year).value_prefix), used);
    }

    /// The packed facets equal the columns.
    void check_packed_facets() {
        const PackedFacets &records = generation_.packed_facets();
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            const auto expected = pack_facets(records.layout, generation_.years()[doc],
                                              generation_.column(FieldId::topic).of(doc),
                                              generation_.column(FieldId::author).of(doc));
            const std::uint64_t &record = records.by_doc[doc];
            const auto told = (record & PackedFacets::overflow_flag) != 0
                                  ? records.overflow_of(record)
                                  : std::span<const std::uint64_t>(&record, 1);
            if (generation_.exists(doc) &&
                !std::equal(told.begin(), told.end(), expected.begin(), expected.end())) {
                found("columns", "the facet record of an idea is not what its columns say: " +
                                     std::string(generation_.id(doc)));
            }
        }
    }

    /// The block postings equal Xapian's postings.
    void frequent_postings() {
        const BlockPostings &frequent = generation_.block_postings();
        for (std::size_t i = 0; i < frequent.size(); ++i) {
            const std::string term(frequent.term(i));
            auto copy = frequent.find(term);
            bool same = copy.has_value();
            const auto end = lease_->postlist_end(term);
            for (auto at = lease_->postlist_begin(term); same && at != end; ++at, copy->step()) {
                same = copy->doc() == *at && copy->wdf() == at.get_wdf();
            }
            if (!same || copy->doc() != BlockPostingsCursor::end) {
                found("frequent", "it has other postings than Xapian: " + term);
            }
        }
    }

    /// The term vectors equal the postings.
    void check_forward_index() {
        const ForwardIndex &index = generation_.forward_index();
        std::vector<TermVector> left; // of each document, what was not seen yet
        for (Xapian::docid doc = 0; doc <= generation_.last_doc(); ++doc) {
            left.push_back(index.of(doc));
        }
        for (std::uint32_t number = 0; number < index.stems(); ++number) {
            const std::string term(index.term(number));
            std::uint32_t ideas = 0, occurrences = 0, max_wdf = 0;
            bool same = index.find(term) == number;
            const auto end = lease_->postlist_end(term);
            for (auto at = lease_->postlist_begin(term); same && at != end; ++at, ++ideas) {
                TermVector *list = *at < left.size() ? &left[*at] : nullptr;
                same = list != nullptr && list->next() && list->number() == number &&
                       list->count() == at.get_wdf();
                occurrences += at.get_wdf();
                max_wdf = std::max(max_wdf, at.get_wdf());
            }
            if (!same || ideas != index.ideas(number) || occurrences != index.occurrences(number) ||
                max_wdf != index.max_wdf(number)) {
                found("words", "it tells a word otherwise than the postings: " + term);
                return;
            }
        }
        for (std::uint32_t number = index.stems(); number < index.size(); ++number) {
            const std::string term(index.term(number));
            if (index.find(term) != number || index.ideas(number) != lease_->get_termfreq(term) ||
                index.occurrences(number) != lease_->get_collection_freq(term)) {
                found("words", "it tells a word otherwise than the postings: " + term);
                return;
            }
        }
        if (std::any_of(left.begin(), left.end(), [](auto &list) { return list.next(); })) {
            found("words", "an idea has more words than the postings say");
        }
    }

    std::vector<Xapian::docid> docs_of(const std::string &term) {
        return {lease_->postlist_begin(term), lease_->postlist_end(term)};
    }

    void no_more_terms(FieldId field, const std::string &prefix, std::size_t values) {
        std::size_t terms = 0;
        for (auto at = lease_->allterms_begin(prefix); at != lease_->allterms_end(prefix); ++at) {
            ++terms;
        }
        if (terms != values) {
            differ(field, std::to_string(values) + " values, " + std::to_string(terms) + " terms");
        }
    }

    void differ(FieldId field, const std::string &value) {
        found("columns", "columns and postings tell " + std::string(schema::row(field).name) +
                             " differently: " + value);
    }

    void terms() {
        std::uint64_t count = 0, stems = 0, forms = 0;
        for (auto at = lease_->allterms_begin(); at != lease_->allterms_end(); ++at, ++count) {
            const std::string term = *at;
            stems += is_catch_all_stem(term) ? 1 : 0;
            forms += is_catch_all_form(term) ? 1 : 0;
            if (term.size() > max_term_bytes || term.find('\0') != std::string::npos ||
                text::count_code_points(term) > max_term_points + longest_prefix) {
                found("postlist.glass", "a term is over the limits");
            }
        }
        if (count != generation_.terms()) {
            found("MANIFEST", "it counts other terms than there are");
        }
        const ForwardIndex &index = generation_.forward_index();
        if (stems != index.stems() || stems + forms != index.size()) {
            found("words", "it has other words than the postings");
        }
    }

    const Generation &generation_;
    Generation::Lease lease_;
    Findings &findings_;
};

} // namespace

void check_content(const Generation &generation, Findings &findings) {
    ContentCheck(generation, findings).run();
}

} // namespace ideary::index
