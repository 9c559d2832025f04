// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/plan.hpp"

#include <algorithm>
#include <map>

#include "index/terms.hpp"
#include "query/groups.hpp"
#include "query/parser.hpp"
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

/// Whether nothing in a node has a weight: values, and what is excluded.
bool is_restriction(const QueryNode &node) {
    if (node.must_not || node.kind == Kind::value || node.kind == Kind::range) {
        return true;
    }
    if (node.kind == Kind::prefix) {
        QueryNode start = node;
        start.must = false;
        return query::is_filter(start);
    }
    return !node.children.empty() &&
           std::all_of(node.children.begin(), node.children.end(), is_restriction);
}

} // namespace

Xapian::Query everything() {
    return Xapian::Query(std::string());
}

Xapian::Query scaled(const Xapian::Query &query, double factor) {
    return query.empty() ? query : Xapian::Query(factor, query);
}

Xapian::Query combined(Op::op op, const std::vector<Xapian::Query> &queries) {
    return queries.size() == 1 ? queries.front()
                               : Xapian::Query(op, queries.begin(), queries.end());
}

Plan make_plan(const QueryNode &tree, const Scene &scene, const PlanOptions &options) {
    return Planner(scene, options).run(tree);
}

Plan Planner::run(const QueryNode &tree) {
    plan_.query = node(tree, Role::any);
    plan_.restriction = restriction(tree);
    std::sort(plan_.replaced.begin(), plan_.replaced.end(),
              [](const Replacement &a, const Replacement &b) { return a.offset < b.offset; });
    return std::move(plan_);
}

void Planner::remark(const QueryNode &node, const char *text) {
    Remark remark;
    remark.text = text;
    remark.offset = node.offset;
    remark.length = node.length;
    plan_.remarks.push_back(std::move(remark));
}

Planner::Field Planner::field_of(const QueryNode &node) {
    return node.field.empty() ? std::nullopt : schema::find_field(node.field);
}

Xapian::Query Planner::node(const QueryNode &node, Role role) {
    if (node.children.empty() && ++leaves_ > max_leaves) {
        if (leaves_ == max_leaves + 1) {
            remark(node, "This query repeats its words in too many groups; the rest was left out.");
        }
        return {};
    }
    switch (node.kind) {
    case Kind::everything:
        return scaled(everything(), 0);
    case Kind::nothing:
        return {};
    case Kind::word:
        return words(node, role);
    case Kind::phrase:
        return phrase(node, role);
    case Kind::prefix:
        return prefix(node, role);
    case Kind::fuzzy:
        return fuzzy(node, role);
    case Kind::near:
        return near(node, role);
    case Kind::value:
        return value(node);
    case Kind::range:
        return range(node);
    case Kind::any:
    case Kind::all:
    case Kind::query:
        return group(node, role);
    }
    return {};
}

/// What a child of a group is asked to do.
enum class Planner::Part { must, option, filter, excluded };

Planner::Part Planner::part(const QueryNode &child, bool all) {
    if (child.must_not) {
        return Part::excluded;
    }
    if (child.must || all) {
        return is_restriction(child) ? Part::filter : Part::must;
    }
    return Part::option;
}

/// The queries of the children that do one part. What was typed several times is sought once, and
/// counts as often as it was typed.
std::vector<Xapian::Query> Planner::parts(const QueryNode &group, Part wanted, Role role) {
    const bool all = group.kind == Kind::all;
    std::map<std::string, std::pair<const QueryNode *, int>> children;
    std::vector<std::string> order;
    for (const QueryNode &child : group.children) {
        if (part(child, all) == wanted) {
            const std::string key = query::canonical(child);
            if (++children.try_emplace(key, &child, 0).first->second.second == 1) {
                order.push_back(key);
            }
        }
    }
    const auto is_stop = [&](const std::string &key) { return is_stop_word(*children[key].first); };
    const bool may_drop =
        wanted == Part::option && !std::all_of(order.begin(), order.end(), is_stop);
    std::vector<Xapian::Query> queries;
    for (const std::string &key : order) {
        if (may_drop && is_stop(key)) {
            continue;
        }
        const auto [child, count] = children[key];
        const bool must = wanted == Part::must && child->must && role != Role::exclude;
        const Role own = wanted == Part::excluded                    ? Role::exclude
                         : must                                      ? Role::must
                         : wanted == Part::must && role == Role::any ? Role::each
                                                                     : role;
        const Xapian::Query query = node(*child, own);
        queries.push_back(count > 1 ? scaled(query, count) : query);
    }
    return queries;
}

/// Words that must match, then those that may; values only choose, they score nothing.
Xapian::Query Planner::group(const QueryNode &node, Role role) {
    const std::vector<Xapian::Query> musts = parts(node, Part::must, role);
    const std::vector<Xapian::Query> options = parts(node, Part::option, role);
    const std::vector<Xapian::Query> filters = parts(node, Part::filter, role);
    const std::vector<Xapian::Query> excluded = parts(node, Part::excluded, role);
    Xapian::Query query = scaled(everything(), 0);
    if (!musts.empty()) {
        query = combined(Op::OP_AND, musts);
        // What may match changes no set, and under an exclusion the engine's AND_MAYBE reads limits
        // that were never set: it then excludes too little.
        if (!options.empty() && role != Role::exclude) {
            query = Xapian::Query(Op::OP_AND_MAYBE, query, combined(Op::OP_OR, options));
        }
    } else if (!options.empty()) {
        query = combined(Op::OP_OR, options);
    }
    if (!filters.empty()) {
        query = Xapian::Query(Op::OP_FILTER, query, combined(Op::OP_AND, filters));
    }
    return excluded.empty() ? query
                            : Xapian::Query(Op::OP_AND_NOT, query, combined(Op::OP_OR, excluded));
}

/// The part of a query that related ideas have to obey as well.
Xapian::Query Planner::restriction(const QueryNode &tree) {
    QueryNode rest;
    rest.kind = Kind::query;
    if (tree.kind == Kind::query || tree.kind == Kind::all) {
        for (const QueryNode &child : tree.children) {
            if ((child.must || child.must_not || tree.kind == Kind::all) && is_restriction(child)) {
                rest.children.push_back(child);
                rest.children.back().must = !child.must_not;
            }
        }
    }
    // What it says to the user was said when the whole was planned.
    const Plan said = plan_;
    Xapian::Query query = group(rest, Role::exclude);
    plan_ = said;
    return query;
}

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
