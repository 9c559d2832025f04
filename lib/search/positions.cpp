// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/positions.hpp"

#include <algorithm>

namespace ideary::search {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

} // namespace

Positions::Positions(const Xapian::Database &database, std::vector<std::string> terms,
                     std::uint32_t reach)
    : database_(database), terms_(std::move(terms)), reach_(reach), near_(terms_.size()) {}

bool Positions::hold(Xapian::docid doc) {
    return reach_ == 0 ? follow(doc) : are_near(doc);
}

void Positions::read(Xapian::docid doc, std::size_t term, Places &places) const {
    places.clear();
    auto place = database_.positionlist_begin(doc, terms_[term]);
    for (; place != database_.positionlist_end(doc, terms_[term]); ++place) {
        places.push_back(*place);
    }
}

/// The places where the first words stand one behind the other shrink with each word.
bool Positions::follow(Xapian::docid doc) {
    read(doc, 0, starts_);
    for (std::size_t term = 1; term < terms_.size() && !starts_.empty(); ++term) {
        read(doc, term, places_);
        kept_.clear();
        auto place = places_.begin();
        for (const Xapian::termpos start : starts_) {
            place = std::lower_bound(place, places_.end(), start + term);
            if (place != places_.end() && *place == start + term) {
                kept_.push_back(start);
            }
        }
        starts_.swap(kept_);
    }
    return !starts_.empty();
}

bool Positions::are_near(Xapian::docid doc) {
    starts_.clear();
    for (std::size_t term = 0; term < terms_.size(); ++term) {
        read(doc, term, near_[term]);
        starts_.insert(starts_.end(), near_[term].begin(), near_[term].end());
    }
    std::sort(starts_.begin(), starts_.end());
    starts_.erase(std::unique(starts_.begin(), starts_.end()), starts_.end());
    return std::any_of(starts_.begin(), starts_.end(),
                       [this](Xapian::termpos first) { return fit(first); });
}

/// Whether each term gets a place of its own in the stretch that begins here.
bool Positions::fit(Xapian::termpos first) {
    for (const Places &places : near_) {
        const auto place = std::lower_bound(places.begin(), places.end(), first);
        if (place == places.end() || *place - first >= reach_) {
            return false;
        }
    }
    taken_.assign(reach_, nobody);
    for (std::size_t term = 0; term < near_.size(); ++term) {
        std::vector<bool> tried(reach_);
        if (!give_place(term, first, tried)) {
            return false;
        }
    }
    return true;
}

/// Gives a term a free place, or one whose owner can move (an augmenting path of a matching).
bool Positions::give_place(std::size_t term, Xapian::termpos first, std::vector<bool> &tried) {
    const Places &places = near_[term];
    auto place = std::lower_bound(places.begin(), places.end(), first);
    for (; place != places.end() && *place - first < reach_; ++place) {
        const std::size_t at = *place - first;
        if (tried[at]) {
            continue;
        }
        tried[at] = true;
        if (taken_[at] == nobody || give_place(taken_[at], first, tried)) {
            taken_[at] = term;
            return true;
        }
    }
    return false;
}

} // namespace ideary::search
