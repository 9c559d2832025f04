// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "search/match/positions.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

} // namespace

Positions::Positions(const Xapian::Database &database, std::vector<std::string> terms,
                     std::uint32_t reach)
    : database_(database), terms_(std::move(terms)), reach_(reach) {}

/// One term after the other over all documents: where a term stands in neighbouring documents is
/// stored side by side.
void Positions::keep(Xapian::docid first, Bits &docs) {
    rows_.resize(std::max(rows_.size(), docs.count()));
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        std::size_t row = 0;
        docs.each([&](std::size_t i) {
            std::vector<Places> &places = rows_[row++];
            places.resize(terms_.size());
            if (reach_ != 0 || term == 0 || !places[0].empty()) {
                read(first + static_cast<Xapian::docid>(i), term, places[term]);
            }
            if (reach_ == 0 && term > 0) {
                follow(term, places[term], places[0]);
            }
        });
    }
    std::size_t row = 0;
    Bits gone;
    docs.each([&](std::size_t i) {
        const std::vector<Places> &places = rows_[row++];
        if (reach_ == 0 ? places[0].empty() : !are_near(places)) {
            gone.set(i);
        }
    });
    docs.remove(gone);
}

void Positions::read(Xapian::docid doc, std::size_t term, Places &places) const {
    places.clear();
    auto place = database_.positionlist_begin(doc, terms_[term]);
    for (; place != database_.positionlist_end(doc, terms_[term]); ++place) {
        places.push_back(*place);
    }
}

/// The places where the first words stand one behind the other shrink with each word.
void Positions::follow(std::size_t term, const Places &places, Places &starts) {
    kept_.clear();
    auto place = places.begin();
    for (const Xapian::termpos start : starts) {
        place = std::lower_bound(place, places.end(), start + term);
        if (place != places.end() && *place == start + term) {
            kept_.push_back(start);
        }
    }
    starts.swap(kept_);
}

bool Positions::are_near(const std::vector<Places> &terms) {
    starts_.clear();
    for (const Places &places : terms) {
        starts_.insert(starts_.end(), places.begin(), places.end());
    }
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    return std::any_of(starts_.begin(), starts_.end(),
                       [&](Xapian::termpos first) { return fit(terms, first); });
}

/// Whether each term gets a place of its own in the stretch that begins here.
bool Positions::fit(const std::vector<Places> &terms, Xapian::termpos first) {
    for (const Places &places : terms) {
        const auto place = std::lower_bound(places.begin(), places.end(), first);
        if (place == places.end() || *place - first >= reach_) {
            return false;
        }
    }
    taken_.assign(reach_, nobody);
    for (std::size_t term = 0; term < terms.size(); ++term) {
        std::vector<bool> tried(reach_);
        if (!give_place(terms, term, first, tried)) {
            return false;
        }
    }
    return true;
}

/// Gives a term a free place, or one whose owner can move (an augmenting path of a matching).
bool Positions::give_place(const std::vector<Places> &terms, std::size_t term,
                           Xapian::termpos first, std::vector<bool> &tried) {
    const Places &places = terms[term];
    auto place = std::lower_bound(places.begin(), places.end(), first);
    for (; place != places.end() && *place - first < reach_; ++place) {
        const std::size_t at = *place - first;
        if (tried[at]) {
            continue;
        }
        tried[at] = true;
        if (taken_[at] == nobody || give_place(terms, taken_[at], first, tried)) {
            taken_[at] = term;
            return true;
        }
    }
    return false;
}

} // namespace ideary::search
