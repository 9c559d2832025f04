// SPDX-License-Identifier: GPL-2.0-or-later
// The maker of plans, one object a plan. Words stand in plan_words.cpp, groups and values in
// plan.cpp.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/plan.hpp"
#include "search/units.hpp"

namespace ideary::search {

/// What a node is to its group.
enum class Role {
    any,     ///< one of several that may match
    each,    ///< has to match
    must,    ///< has to match as it was typed
    exclude, ///< must not match
};

class Planner {
  public:
    Planner(const Scene &scene, const PlanOptions &options) : scene_(scene), options_(options) {}
    Plan run(const QueryNode &tree);

  private:
    using Field = std::optional<schema::FieldId>;

    Xapian::Query node(const QueryNode &node, Role role);
    enum class Part;
    static Part part(const QueryNode &child, bool all);
    std::vector<Xapian::Query> parts(const QueryNode &group, Part wanted, Role role);
    Xapian::Query group(const QueryNode &node, Role role);
    Xapian::Query restriction(const QueryNode &tree);
    Xapian::Query value(const QueryNode &node);
    Xapian::Query range(const QueryNode &node);

    Xapian::Query words(const QueryNode &node, Role role);
    Xapian::Query phrase(const QueryNode &node, Role role);
    Xapian::Query near(const QueryNode &node, Role role);
    Xapian::Query prefix(const QueryNode &node, Role role);
    Xapian::Query fuzzy(const QueryNode &node, Role role);

    Xapian::Query unit(const Unit &unit, const Field &field, Role role);
    Xapian::Query compound(const Unit &unit, const Field &field, Role role);
    Xapian::Query ideograph(const Unit &unit, const Field &field, Role role);
    Xapian::Query burst(const std::string &term, const Field &field) const;
    Xapian::Query word(const text::Token &token, const Field &field, Role role);
    Xapian::Query sequence(const std::vector<std::string> &forms, const Field &field);
    Xapian::Query quotation(const std::vector<Unit> &units, const Field &field);
    Xapian::Query one_of(const std::vector<std::string> &forms, const Field &field,
                         const std::string &typed);
    std::optional<std::string> guess(const QueryNode &node, const Unit &unit, Role role);
    std::vector<std::string> stems(const text::Token &token, const Field &field);
    bool is_stop_word(const QueryNode &node);
    bool has(const std::string &term) const;
    std::vector<Unit> units(const std::string &text);
    std::string term(const std::string &form, const Field &field) const;
    std::size_t expansion(const QueryNode &node);
    void remark(const QueryNode &node, const char *text);
    static Field field_of(const QueryNode &node);

    const Scene &scene_;
    const PlanOptions &options_;
    Plan plan_;
    std::size_t expansions_ = 0;
    std::size_t leaves_ = 0;
};

/// None of the queries has a weight where factor is 0.
Xapian::Query scaled(const Xapian::Query &query, double factor);
Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query> &queries);

} // namespace ideary::search
