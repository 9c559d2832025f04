// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// A second copy of the postings of frequent words (file `frequent`), read as it is mapped. Xapian
// returns postings one by one, through several calls each.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "index/format/column_file.hpp"

namespace ideary::index {

inline constexpr std::size_t frequent_block = 128; ///< postings

/// The postings of one term. In a damaged file documents still rise.
class BlockPostingsCursor {
  public:
    static constexpr Xapian::docid end = std::numeric_limits<Xapian::docid>::max();
    /// lasts: the last document of each block. at: the offset of each block in data, and the
    /// end.
    BlockPostingsCursor(std::span<const std::uint32_t> lasts, std::span<const std::uint64_t> at,
                        std::string_view data)
        : lasts_(lasts), at_(at), data_(data) {
        read_block(0);
    }
    Xapian::docid doc() const { return docs_[place_]; }
    std::uint32_t wdf() const { return counts_[place_]; }
    void step() {
        if (++place_ >= size_) {
            read_block(block_ + 1);
        }
    }
    /// Advances to the first document that is not before this one.
    void seek(Xapian::docid doc);

  private:
    void read_block(std::size_t block);

    std::span<const std::uint32_t> lasts_;
    std::span<const std::uint64_t> at_;
    std::string_view data_;
    std::size_t block_ = 0, place_ = 0, size_ = 0;
    std::array<std::uint32_t, frequent_block> docs_, counts_;
};

/// All of a generation.
class BlockPostings {
  public:
    explicit BlockPostings(const std::string &folder);
    /// The postings of a term that is frequent.
    std::optional<BlockPostingsCursor> find(std::string_view term) const;
    std::size_t size() const { return terms_.size(); }
    std::string_view term(std::size_t i) const { return terms_[i]; }

  private:
    ColumnFile file_;
    Strings terms_;
    std::span<const std::uint64_t> first_blocks_, at_;
    std::span<const std::uint32_t> lasts_;
    std::string_view data_;
};

/// Takes the terms of a generation in order, keeps the frequent ones, writes the file.
class BlockPostingsBuilder {
  public:
    BlockPostingsBuilder(std::string folder, const Xapian::Database &database)
        : folder_(std::move(folder)), database_(database) {}
    void add_if_frequent(const Xapian::TermIterator &term);
    void finish() const;

  private:
    void add(const std::string &term);

    std::string folder_;
    Xapian::Database database_;
    std::vector<std::string> terms_;
    std::vector<std::uint64_t> first_blocks_{0}, at_{0};
    std::vector<std::uint32_t> lasts_;
    std::string data_;
};

} // namespace ideary::index
