// SPDX-License-Identifier: GPL-2.0-or-later
// How values of columns and ranges of years become terms.
#include <algorithm>
#include <cstdlib>

#include "index/terms.hpp"
#include "search/planner.hpp"
#include "search/values.hpp"
#include "search/weights.hpp"

namespace ideary::search {

using Kind = QueryNode::Kind;
using schema::FieldId;
using Op = Xapian::Query;

namespace {

/// Documents whose column holds one of many values, in the order of their numbers.
class ColumnSource : public Xapian::PostingSource {
  public:
    ColumnSource(const index::Generation &generation, FieldId field, std::vector<bool> ordinals)
        : generation_(generation), field_(field), ordinals_(std::move(ordinals)) {}

    Xapian::doccount get_termfreq_min() const override { return 0; }
    Xapian::doccount get_termfreq_est() const override { return generation_.ideas() / 2; }
    Xapian::doccount get_termfreq_max() const override { return generation_.ideas(); }
    void init(const Xapian::Database &) override { doc_ = 0; }
    void next(double) override { seek(doc_ + 1); }
    void skip_to(Xapian::docid doc, double) override { seek(std::max(doc, doc_)); }
    bool at_end() const override { return doc_ > generation_.last_doc(); }
    Xapian::docid get_docid() const override { return doc_; }

  private:
    void seek(Xapian::docid from) {
        const index::Column &column = generation_.column(field_);
        for (doc_ = std::max<Xapian::docid>(from, 1); doc_ <= generation_.last_doc(); ++doc_) {
            const auto values = column.of(doc_);
            const bool held = std::any_of(values.begin(), values.end(), [this](std::uint32_t o) {
                return o < ordinals_.size() && ordinals_[o];
            });
            if (held && generation_.exists(doc_)) {
                return;
            }
        }
    }

    const index::Generation &generation_;
    FieldId field_;
    std::vector<bool> ordinals_;
    Xapian::docid doc_ = 0;
};

} // namespace

Xapian::Query Planner::value(const QueryNode &node) {
    const FieldId field = *field_of(node);
    const index::Column &column = scene_.generation.column(field);
    const bool open = node.kind == Kind::prefix;
    const std::vector<std::uint32_t> ordinals =
        values_with(column, field, node.text, open, scene_.bench);
    if (ordinals.size() > max_value_terms) {
        std::vector<bool> chosen(column.value_count());
        for (const std::uint32_t ordinal : ordinals) {
            chosen[ordinal] = true;
        }
        auto *source = new ColumnSource(scene_.generation, field, std::move(chosen));
        return scaled(Xapian::Query(source->release()), 0);
    }
    std::vector<Xapian::Query> terms;
    for (const std::uint32_t ordinal : ordinals) {
        terms.emplace_back(index::value_term(field, column.folded(ordinal)));
    }
    return scaled(combined(Op::OP_OR, terms), 0);
}

/// Years are few: those that the index has and that lie in the range, one by one.
Xapian::Query Planner::range(const QueryNode &node) {
    const std::string prefix(schema::row(FieldId::year).value_prefix);
    std::vector<Xapian::Query> terms;
    for (auto term = scene_.database.allterms_begin(prefix);
         term != scene_.database.allterms_end(prefix); ++term) {
        const int year = std::atoi((*term).c_str() + prefix.size());
        if (year >= node.from.value_or(1) && year <= node.to.value_or(9999)) {
            terms.emplace_back(*term);
        }
    }
    return scaled(combined(Op::OP_OR, terms), 0);
}

} // namespace ideary::search
