// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The start of a word comes in, the words and values that begin so go out, most frequent first.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "ideary/complete.hpp"
#include "index/reader/generation.hpp"
#include "schema/fields.hpp"

namespace ideary::search {

/// Words and values of a generation, sorted for looking up starts. Immutable once made, takes
/// time in the size of the generation; safe to share between threads.
class Completions {
  public:
    Completions(const index::Generation &generation, const Xapian::Database &database);
    /// At most limit ways to go on with a query, words and values before names of fields. Nothing
    /// behind a blank, and for queries that are too long.
    std::vector<Completion> of(std::string_view query, std::size_t limit) const;

  private:
    struct Entry {
        std::string folded, shown;
        std::uint32_t ideas = 0;
    };
    std::vector<const Entry *> words(const std::string &start, std::size_t limit) const;
    std::vector<const Entry *> values(schema::FieldId field, const std::string &start,
                                      std::size_t limit) const;
    void add_column(const index::Generation &generation, schema::FieldId field);
    void add_years(const index::Generation &generation);

    std::vector<Entry> words_; ///< by their bytes
    std::array<std::vector<Entry>, schema::field_count> values_;
};

/// The Completions of the generation in use. Safe to share between threads.
class CompletionCache {
  public:
    std::shared_ptr<const Completions> of(const index::Generation &generation,
                                          const Xapian::Database &database);

  private:
    std::mutex mutex_;
    std::shared_ptr<const Completions> completions_;
    std::weak_ptr<const index::Generation> generation_;
};

} // namespace ideary::search
