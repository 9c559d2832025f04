// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The orders that a generation keeps: of titles and of values, by collation.
#include <algorithm>

#include "index/check/findings.hpp"
#include "index/format/column_builder.hpp"
#include "index/reader/generation.hpp"
#include "text/normalize.hpp"

namespace ideary::index {

using schema::FieldId;

namespace {

/// Checks that ranks are a permutation of 0, 1, 2 … and follow the order of their keys.
class RankCheck {
  public:
    explicit RankCheck(std::size_t count) : keys_(count), seen_(count) {}
    /// false: it is none of them, or was there before.
    bool take(std::uint32_t place, std::string key) {
        if (place >= seen_.size() || seen_[place]) {
            return false;
        }
        seen_[place] = true;
        keys_[place] = std::move(key);
        return true;
    }
    bool in_order() const { return std::is_sorted(keys_.begin(), keys_.end()); }

  private:
    std::vector<std::string> keys_;
    std::vector<bool> seen_;
};

class OrderCheck {
  public:
    OrderCheck(const Generation &generation, Findings &findings)
        : generation_(generation), findings_(findings) {}

    void titles() {
        RankCheck places(generation_.ideas());
        for (Xapian::docid doc = 1; doc <= generation_.last_doc(); ++doc) {
            if (!generation_.exists(doc)) {
                continue;
            }
            const std::string id(generation_.id(doc));
            if (!places.take(generation_.title_rank(doc),
                             text::collation_key(generation_.title(doc)) + '\0' + id)) {
                found("two ideas have one place in the order of titles, or none: " + id);
                return;
            }
        }
        if (!places.in_order()) {
            found("its order of titles is another than that of the titles");
        }
    }

    void values(FieldId field) {
        const FacetColumn &column = generation_.column(field);
        RankCheck places(column.value_count());
        for (std::uint32_t ordinal = 0; ordinal < column.value_count(); ++ordinal) {
            if (!places.take(column.rank(ordinal), text::collation_key(column.value(ordinal)))) {
                found("two values have one place in their order, or none: " +
                      std::string(column.value(ordinal)));
                return;
            }
        }
        if (!places.in_order()) {
            found("its order of " + std::string(schema::row(field).name) +
                  " is another than that of the values");
        }
    }

  private:
    void found(const std::string &problem) {
        findings_.add(generation_.path() + "/columns", problem, by_rebuild);
    }

    const Generation &generation_;
    Findings &findings_;
};

} // namespace

void check_orders(const Generation &generation, Findings &findings) {
    OrderCheck check(generation, findings);
    check.titles();
    for (const FieldId field : tag_columns) {
        check.values(field);
    }
}

} // namespace ideary::index
