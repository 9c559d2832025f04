// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/positions.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

constexpr std::size_t no_term = static_cast<std::size_t>(-1);

} // namespace

Positions::Positions(const Xapian::Database &database, std::vector<std::string> terms,
                     std::uint32_t near_window)
    : database_(database), terms_(std::move(terms)), near_window_(near_window) {}

/// Term by term over all documents: Xapian stores the positions of a term in neighbouring documents
/// side by side.
void Positions::keep_matches(Xapian::docid window_start, DocBitSet &docs) {
    by_doc_.resize(std::max(by_doc_.size(), docs.count()));
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        std::size_t row = 0;
        docs.each([&](std::size_t i) {
            std::vector<PositionList> &positions = by_doc_[row++];
            positions.resize(terms_.size());
            if (near_window_ != 0 || term == 0 || !positions[0].empty()) {
                read(window_start + static_cast<Xapian::docid>(i), term, positions[term]);
            }
            if (near_window_ == 0 && term > 0) {
                keep_continued(term, positions[term], positions[0]);
            }
        });
    }
    std::size_t row = 0;
    DocBitSet rejected;
    docs.each([&](std::size_t i) {
        const std::vector<PositionList> &positions = by_doc_[row++];
        if (near_window_ == 0 ? positions[0].empty() : !are_near(positions)) {
            rejected.set(i);
        }
    });
    docs.subtract(rejected);
}

void Positions::read(Xapian::docid doc, std::size_t term, PositionList &positions) const {
    positions.clear();
    auto position = database_.positionlist_begin(doc, terms_[term]);
    for (; position != database_.positionlist_end(doc, terms_[term]); ++position) {
        positions.push_back(*position);
    }
}

/// Keeps the phrase starts that the term at this place of the phrase continues.
void Positions::keep_continued(std::size_t term, const PositionList &positions,
                               PositionList &starts) {
    kept_.clear();
    auto position = positions.begin();
    for (const Xapian::termpos start : starts) {
        position = std::lower_bound(position, positions.end(), start + term);
        if (position != positions.end() && *position == start + term) {
            kept_.push_back(start);
        }
    }
    starts.swap(kept_);
}

bool Positions::are_near(const std::vector<PositionList> &terms) {
    starts_.clear();
    for (const PositionList &positions : terms) {
        starts_.insert(starts_.end(), positions.begin(), positions.end());
    }
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    return std::any_of(starts_.begin(), starts_.end(),
                       [&](Xapian::termpos start) { return fits_at(terms, start); });
}

/// Whether each term gets a position of its own in the NEAR window that begins at start.
bool Positions::fits_at(const std::vector<PositionList> &terms, Xapian::termpos start) {
    for (const PositionList &positions : terms) {
        const auto position = std::lower_bound(positions.begin(), positions.end(), start);
        if (position == positions.end() || *position - start >= near_window_) {
            return false;
        }
    }
    assigned_.assign(near_window_, no_term);
    for (std::size_t term = 0; term < terms.size(); ++term) {
        std::vector<bool> tried(near_window_);
        if (!assign(terms, term, start, tried)) {
            return false;
        }
    }
    return true;
}

/// Assigns a free position to a term, or one whose term can move: an augmenting path of bipartite
/// matching.
bool Positions::assign(const std::vector<PositionList> &terms, std::size_t term,
                       Xapian::termpos start, std::vector<bool> &tried) {
    const PositionList &positions = terms[term];
    auto position = std::lower_bound(positions.begin(), positions.end(), start);
    for (; position != positions.end() && *position - start < near_window_; ++position) {
        const std::size_t at = *position - start;
        if (tried[at]) {
            continue;
        }
        tried[at] = true;
        if (assigned_[at] == no_term || assign(terms, assigned_[at], start, tried)) {
            assigned_[at] = term;
            return true;
        }
    }
    return false;
}

} // namespace ideary::search
