// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The writer's Xapian database: one transaction, ended by commit.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "ideary/error.hpp"
#include "ideary/idea.hpp"
#include "index/analysis/document_terms.hpp"
#include "index/format/database_metadata.hpp"
#include "index/reader/generation.hpp"

namespace ideary::index {

class WriterDatabase {
  public:
    /// Opens the database in folder, or makes a new one where there is none. Throws io,
    /// cannot_write, incompatible (another format or analyzer).
    explicit WriterDatabase(std::string folder);
    /// Leaves the database as it was at the last commit.
    ~WriterDatabase();
    WriterDatabase(const WriterDatabase &) = delete;
    WriterDatabase &operator=(const WriterDatabase &) = delete;

    bool add(const Idea &idea, const std::string &source_key);
    std::uint64_t remove_ideas(const std::string &source_key);
    bool has(const std::string &id) const;
    std::uint64_t ideas() const;
    const std::map<std::string, std::string> &sources() const { return sources_; }
    void put_source(const std::string &key, const std::string &line);
    void drop_source(const std::string &key);
    std::string synonyms() const;
    void put_synonyms(const std::string &table);
    /// Whether anything was written since it was opened.
    bool changed() const { return changed_; }
    /// The generation that this content is, or is to become.
    std::uint64_t generation() const { return generation_; }
    /// Commits durably as the content of that generation. The store is then at its end.
    void commit(std::uint64_t generation);

    /// Fills an empty database with the content of a generation.
    void copy_from(const Generation &generation);

  private:
    void begin();
    void load();
    Xapian::docid number_of(const std::string &id) const;
    Xapian::docid next_number();
    /// Runs f. After a failure nothing more is written: Xapian has dropped what was pending.
    template <class F> decltype(auto) guarded(F &&f);
    /// Throws what guarded() threw, or internal after the commit.
    void require_open() const;

    std::string folder_;
    std::unique_ptr<Xapian::WritableDatabase> database_; ///< none after a failure or the commit
    std::optional<Error> failure_;
    DocumentMaker maker_;
    std::map<std::string, std::string> sources_;
    std::vector<Xapian::docid> free_; ///< numbers to use again, the smallest last
    std::uint64_t generation_ = 0;
    bool changed_ = false;
};

} // namespace ideary::index
