// SPDX-License-Identifier: GPL-2.0-or-later
// A generation opened for reading: postings, columns, stored records. Safe to share between threads,
// apart from Xapian handles, which are lent one a running call.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "ideary/idea.hpp"
#include "ideary/index.hpp"
#include "schema/fields.hpp"

namespace ideary::index {

/// Values of one facet: sorted by their folded form, so a range of ordinals is a range of folds.
/// All views point into the mapping and live as long as the Generation.
class Column {
  public:
    virtual ~Column() = default;
    virtual std::size_t value_count() const = 0;
    virtual std::string_view value(std::uint32_t ordinal) const = 0;
    /// Folded form of the value: what filters compare and terms hold.
    virtual std::string_view folded(std::uint32_t ordinal) const = 0;
    /// Ordinals of a document, in the idea's own order. Empty for an unused docid.
    virtual std::span<const std::uint32_t> of(Xapian::docid doc) const = 0;
};

/// One generation. Immutable.
class Generation {
  public:
    virtual ~Generation() = default;
    virtual std::uint64_t number() const = 0;
    virtual std::string path() const = 0;
    virtual std::uint32_t ideas() const = 0;
    virtual Xapian::docid last_doc() const = 0;
    virtual std::string analyzer() const = 0;
    virtual std::vector<std::string> features() const = 0;
    virtual std::uint64_t bytes() const = 0;
    virtual std::size_t sources() const = 0;
    /// The language most ideas are in ("en" where there is none).
    virtual std::string majority_language() const = 0;

    /// Facet column of a field that has one (topic, section, author, event, kind, language, source).
    virtual const Column &column(schema::FieldId field) const = 0;
    /// Year of a document, 0 where unknown.
    virtual int year(Xapian::docid doc) const = 0;
    /// Whether a document of that number exists.
    virtual bool exists(Xapian::docid doc) const = 0;
    virtual std::string_view id(Xapian::docid doc) const = 0;
    virtual std::string_view title(Xapian::docid doc) const = 0;
    virtual std::string_view body(Xapian::docid doc) const = 0;
    /// Everything of the idea. with_body: also body and links.
    virtual Idea idea(Xapian::docid doc, bool with_body) const = 0;
    /// Weighted length (times ten) as the merged list counts it.
    virtual std::uint32_t length(Xapian::docid doc) const = 0;
    /// Rank of the document when all are sorted by (title collation, id): for --sort title.
    virtual std::uint32_t title_rank(Xapian::docid doc) const = 0;

    /// A handle for one running call, back in the pool when dropped. A Xapian failure through it is
    /// translated with translate_xapian (errors.hpp).
    struct Lease {
        std::shared_ptr<const Generation> owner;
        std::unique_ptr<Xapian::Database> database;
        Lease() = default;
        Lease(Lease &&) noexcept = default;
        Lease &operator=(Lease &&) noexcept = default;
        ~Lease();
        Xapian::Database &operator*() const { return *database; }
        Xapian::Database *operator->() const { return database.get(); }
    };
    virtual Lease lease() const = 0;
};

/// Follows CURRENT of one index. Safe to share between threads.
class Follower {
  public:
    /// Throws missing_input, incompatible, io.
    Follower(std::string path, Verify verify);
    ~Follower();
    Follower(const Follower &) = delete;
    Follower &operator=(const Follower &) = delete;
    /// The generation to use now: a stat of CURRENT, and a new one opened when it changed.
    std::shared_ptr<const Generation> current() const;
    const std::string &path() const;

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Everything that `check` verifies about the index itself (its sources are ingest's business).
std::vector<Finding> check_index(const std::string &path);

} // namespace ideary::index
