// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The ideas of an index in the form in which other engines index them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <ideary/index.hpp>

namespace ideary::bench {

/// The words of a text for indexing and queries of other engines: folded, split at all characters
/// except letters and digits.
std::vector<std::string> words_of(std::string_view text);

struct Document {
    std::uint32_t number = 0; ///< 0, 1, 2 … in the order of the ids
    std::string id;
    std::string text; ///< all searchable text
    std::string year; ///< empty if unknown
    std::vector<std::string> topics, authors;
};

/// Calls visit for each idea of an index.
void each_document(const Index &index, const std::function<void(const Document &)> &visit);

/// The values of three facets of each document as numbers, in memory: the fastest way to count
/// facets with an engine that has none. Values are numbered through all facets.
class FacetColumns {
  public:
    void add(const Document &document);
    void write(const std::string &path) const;
    static FacetColumns read(const std::string &path);

    std::size_t values() const { return values_; }
    /// Adds a document to the counts of its values.
    void count(std::uint32_t document, std::vector<std::uint32_t> &counts) const {
        for (std::uint32_t at = starts_[document]; at < starts_[document + 1]; ++at) {
            ++counts[ordinals_[at]];
        }
    }
    /// Returns the ten largest counts of each facet and resets all counts.
    std::size_t best(std::vector<std::uint32_t> &counts) const;

  private:
    void add_value(char facet, const std::string &value);

    std::vector<std::uint32_t> starts_{0}, ordinals_;
    std::vector<std::uint32_t> facet_of_; ///< of each value
    std::size_t values_ = 0;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace ideary::bench
