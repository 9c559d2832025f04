// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The ideas of an index in the form that the peers take them.
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

/// The words of a text as both sides of a peer see them: folded, cut at all that is neither letter
/// nor digit.
std::vector<std::string> words_of(std::string_view text);

struct Document {
    std::uint32_t number = 0; ///< 0, 1, 2 … in the order of the ids
    std::string id;
    std::string text; ///< all that one word may be found in
    std::string year; ///< empty: unknown
    std::vector<std::string> topics, authors;
};

/// Calls visit with each idea of an index.
void each_document(const Index &index, const std::function<void(const Document &)> &visit);

/// Which values each document has of three facets, in memory, as numbers: the fastest way to count
/// facets that a user of a peer has. Values count through all three facets.
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
    /// The ten largest counts of each facet: what a page would show. Sets all counts to 0.
    std::size_t best(std::vector<std::uint32_t> &counts) const;

  private:
    void add_value(char facet, const std::string &value);

    std::vector<std::uint32_t> starts_{0}, ordinals_;
    std::vector<std::uint32_t> facet_of_; ///< of each value
    std::size_t values_ = 0;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

} // namespace ideary::bench
