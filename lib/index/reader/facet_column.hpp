// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <xapian.h>

#include "index/format/column_file.hpp"

namespace ideary::index {

/// Values of one facet: sorted by their folded form, so a range of ordinals is a range of folds.
/// All views point into the mapping and live as long as the Generation. Anything out of bounds is
/// empty, never an error.
class FacetColumn {
  public:
    std::size_t value_count() const { return values_.size() / 2; }
    std::string_view value(std::uint32_t ordinal) const { return values_[2UL * ordinal]; }
    /// Folded form of the value: what filters compare and terms hold.
    std::string_view folded(std::uint32_t ordinal) const { return values_[2UL * ordinal + 1]; }
    /// Its place when all values are sorted by collation.
    std::uint32_t rank(std::uint32_t ordinal) const {
        return ordinal < ranks_.size() ? ranks_[ordinal] : ordinal;
    }
    /// The value of that folded form; nothing when there is none.
    std::optional<std::uint32_t> find(std::string_view folded_value) const;
    /// Ordinals of a document, each once, in the idea's own order. Empty for an unused docid.
    std::span<const std::uint32_t> of(Xapian::docid doc) const {
        if (!rows_.empty()) {
            doc = doc < rows_.size() ? rows_[doc] : static_cast<Xapian::docid>(starts_.size());
        }
        if (doc + 1UL >= starts_.size() || starts_[doc] > starts_[doc + 1UL] ||
            starts_[doc + 1UL] > ordinals_.size()) {
            return {};
        }
        return ordinals_.subspan(starts_[doc], starts_[doc + 1UL] - starts_[doc]);
    }

  private:
    friend class Generation;
    std::span<const std::uint32_t> rows_; ///< document → row; empty: the document is the row
    std::span<const std::uint32_t> starts_, ordinals_, ranks_;
    Strings values_; ///< value and folded form by turns
};

} // namespace ideary::index
