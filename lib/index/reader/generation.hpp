// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A generation opened for reading: postings, columns, stored records. Safe to share between
// threads, apart from Xapian handles, which are lent one a running call.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "ideary/error.hpp"
#include "ideary/idea.hpp"
#include "ideary/index.hpp"
#include "index/format/block_postings.hpp"
#include "index/format/column_file.hpp"
#include "index/format/forward_index.hpp"
#include "index/format/packed_facets.hpp"
#include "index/reader/facet_column.hpp"
#include "schema/fields.hpp"

namespace ideary::index {

/// One generation. Immutable.
class Generation : public std::enable_shared_from_this<Generation> {
  public:
    /// Opens `folder`. Throws io (damaged or gone), incompatible. full: every file is read once and
    /// compared with its CRC.
    static std::shared_ptr<const Generation> open(const std::string &folder, Verify verify);
    ~Generation();
    Generation(const Generation &) = delete;
    Generation &operator=(const Generation &) = delete;

    std::uint64_t number() const;
    std::string path() const;
    std::uint32_t ideas() const;
    Xapian::docid last_doc() const { return last_doc_; }
    std::string analyzer() const;
    std::vector<std::string> features() const;
    std::uint64_t bytes() const;
    std::size_t sources() const;
    /// Distinct terms of all fields.
    std::uint64_t terms() const;
    /// The language most ideas are in ("en" where there is none).
    std::string majority_language() const;

    /// The synonym table as ingest wrote it; empty: none. database: a handle lent of this.
    std::string synonyms(const Xapian::Database &database) const;

    /// Facet column of a field that has one (topic, section, author, event, kind, language; source
    /// and url, which are made of the place). For the others an empty column.
    const FacetColumn &column(schema::FieldId field) const {
        return columns_[static_cast<std::size_t>(field)];
    }
    /// Year of a document, 0 where unknown.
    int year(Xapian::docid doc) const { return doc <= last_doc_ ? years_[doc] : 0; }
    const PackedFacets &packed_facets() const { return packed_facets_; }
    /// Postings of the most frequent words.
    const BlockPostings &block_postings() const;
    /// The stems of each document.
    const ForwardIndex &forward_index() const;
    /// Whether a document of that number exists.
    bool exists(Xapian::docid doc) const {
        return doc > 0 && doc <= last_doc_ && records_at_[doc + 1UL] > records_at_[doc];
    }
    std::string_view id(Xapian::docid doc) const;
    std::string_view title(Xapian::docid doc) const;
    std::string_view body(Xapian::docid doc) const;
    /// Everything of the idea. with_body: also body and links.
    Idea idea(Xapian::docid doc, bool with_body) const;
    /// Key of the ingested source that the idea came with.
    std::string_view source_key(Xapian::docid doc) const;
    /// Document length as Xapian counts it: the wdf of all terms (times ten). Merged stems and
    /// exact forms count alike, words of a field's own list 1 each, stop words and values 0.
    std::uint32_t length(Xapian::docid doc) const { return doc <= last_doc_ ? lengths_[doc] : 0; }
    /// Rank of the document when all are sorted by (title collation, id): for --sort title.
    std::uint32_t title_rank(Xapian::docid doc) const {
        return doc <= last_doc_ ? title_ranks_[doc] : 0;
    }
    /// The same by document number, for loops: last_doc() + 1 values.
    std::span<const std::uint32_t> lengths() const { return lengths_; }
    std::span<const std::uint16_t> years() const { return years_; }

    /// A handle for one running call, back in the pool when dropped (unless an exception drops it).
    /// A Xapian failure through it is translated with translate_xapian (xapian_errors.hpp).
    struct Lease {
        std::shared_ptr<const Generation> owner;
        std::unique_ptr<Xapian::Database> database;
        int exceptions = 0; ///< under way when it was lent
        Lease() = default;
        Lease(Lease &&) noexcept = default;
        Lease &operator=(Lease &&) noexcept = default;
        ~Lease();
        Xapian::Database &operator*() const { return *database; }
        Xapian::Database *operator->() const { return database.get(); }
    };
    /// Throws io if the generation is gone or was replaced.
    Lease lease() const;
    /// Whether it is still where it was opened.
    bool is_in_place() const;

  private:
    struct Impl;
    Generation(const std::string &folder, Verify verify);
    void map_columns();
    std::unique_ptr<Xapian::Database> open_database() const;
    void require_whole() const;
    std::string_view record(Xapian::docid doc) const;
    std::vector<std::string> values(schema::FieldId field, Xapian::docid doc) const;
    void restore_spelling(Xapian::docid doc, Idea &idea) const;

    std::unique_ptr<Impl> impl_;
    Xapian::docid last_doc_ = 0;
    std::array<FacetColumn, schema::field_count> columns_;
    std::span<const std::uint32_t> lengths_, title_ranks_, lines_, sources_;
    std::span<const std::uint16_t> years_;
    std::span<const std::uint64_t> records_at_;
    PackedFacets packed_facets_;
};

} // namespace ideary::index
