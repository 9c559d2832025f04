// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The forward index (file `words`): the words of the catch-all field and the stems of each
// document. It replaces Xapian's term lists. Words are numbered, so counting them reads no strings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "index/format/column_file.hpp"
#include "index/storage/varint.hpp"
#include "schema/fields.hpp"

namespace ideary::index {

/// Whether a term is a stem, or an exact form, of the catch-all field.
bool is_catch_all_stem(std::string_view term);
bool is_catch_all_form(std::string_view term);

/// The stems of one document by rising number. In a damaged file numbers still rise and stay below
/// the limit.
class TermVector {
  public:
    TermVector(std::string_view bytes, std::uint32_t limit)
        : at_(reinterpret_cast<const unsigned char *>(bytes.data())), end_(at_ + bytes.size()),
          limit_(limit) {}
    /// Advances to the next stem; false at the end.
    bool next() {
        if (at_ >= end_) {
            return false;
        }
        const std::uint32_t head = get_varint32(at_, end_);
        if ((head >> 1) >= limit_ - first_) {
            at_ = end_;
            return false;
        }
        number_ = first_ + (head >> 1);
        first_ = number_ + 1;
        count_ = (head & 1) == 0 ? usual_count : get_varint32(at_, end_);
        return true;
    }
    std::uint32_t number() const { return number_; }
    /// Its wdf.
    std::uint32_t count() const { return count_; }

    /// The wdf of a word that occurs once in the body: it takes no bytes.
    static constexpr std::uint32_t usual_count = schema::body_weight;

  private:
    const unsigned char *at_, *end_;
    std::uint32_t limit_;
    std::uint32_t first_ = 0; ///< the lowest number that may come
    std::uint32_t number_ = 0, count_ = 0;
};

/// All of a generation.
class ForwardIndex {
  public:
    /// last_doc: the generation's. Throws io where the file is damaged.
    ForwardIndex(const std::string &folder, std::uint64_t last_doc);
    /// All words: stems by falling document frequency, then exact forms.
    std::uint32_t size() const { return static_cast<std::uint32_t>(ideas_.size()); }
    std::uint32_t stems() const { return static_cast<std::uint32_t>(max_wdf_.size()); }
    /// The number of a term of the index; nothing if it is no word of the catch-all field.
    std::optional<std::uint32_t> find(std::string_view term) const;
    std::string_view term(std::uint32_t number) const { return terms_[number]; }
    /// Document frequency.
    std::uint32_t ideas(std::uint32_t number) const {
        return number < ideas_.size() ? ideas_[number] : 0;
    }
    /// Collection frequency: the sum of the wdf.
    std::uint32_t occurrences(std::uint32_t number) const {
        return number < occurrences_.size() ? occurrences_[number] : 0;
    }
    /// The highest wdf of a stem in one idea; 0 for exact forms.
    std::uint32_t max_wdf(std::uint32_t number) const {
        return number < max_wdf_.size() ? max_wdf_[number] : 0;
    }
    TermVector of(Xapian::docid doc) const;

  private:
    ColumnFile file_;
    Strings terms_;
    std::span<const std::uint32_t> ideas_, occurrences_, max_wdf_;
    std::span<const std::uint32_t> slots_; ///< a hash table of numbers + 1, probed one by one
    std::span<const std::uint64_t> starts_;
    std::string_view lists_;
};

/// Numbers the words of a database, takes the term vectors of its documents, writes the file.
class ForwardIndexBuilder {
  public:
    ForwardIndexBuilder(std::string folder, const Xapian::Database &database);
    /// Documents come in rising order; numbers may be missing. terms: of that document.
    void add(Xapian::docid doc, Xapian::TermIterator terms);
    void finish();

  private:
    void place(std::uint32_t number);
    std::uint32_t number_of(std::string_view term) const;
    std::string_view term(std::uint32_t number) const {
        return std::string_view(text_).substr(at_[number], at_[number + 1UL] - at_[number]);
    }

    std::string folder_;
    std::string text_; ///< of the terms
    std::vector<std::uint64_t> at_{0};
    std::vector<std::uint32_t> ideas_, occurrences_, max_wdf_, slots_;
    std::vector<std::uint64_t> starts_;
    std::string lists_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> row_; ///< number, wdf
};

} // namespace ideary::index
