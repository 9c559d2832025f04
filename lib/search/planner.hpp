// SPDX-License-Identifier: GPL-2.0-or-later
// The maker of plans, one object a plan. Groups and values stand in plan.cpp, words in
// plan_words.cpp, words beside each other in plan_spans.cpp, what is
// mistyped in plan_spelling.cpp.
#pragma once

#include <map>
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

/// What was typed without a blank: its units, some perhaps in the place of what was mistyped.
struct TypedWord {
    const QueryNode *node = nullptr;
    std::vector<Unit> units;
    std::vector<bool> guessed; ///< of each unit
};

/// Words beside each other that are sought together: one, or several that mean something together.
struct WordSpan {
    std::vector<TypedWord> words;
    std::string key; ///< equal for what was typed alike
    std::vector<const Synonym *> synonyms;
    std::string whole;  ///< the compound that several words are without its signs, or empty
    std::string joined; ///< two words written as one, or empty
    bool stop = false;  ///< all are stop words
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
    static Role role_of(const QueryNode &child, Part part, Role role);
    bool count_leaf(const QueryNode &node);
    Xapian::Query span(const WordSpan &span, Role role);
    struct Item;
    std::vector<Item> items(const QueryNode &group, Part wanted, Role role);
    std::vector<Xapian::Query> parts(const QueryNode &group, Part wanted, Role role);
    Xapian::Query group(const QueryNode &node, Role role);
    Xapian::Query restriction(const QueryNode &tree);
    Xapian::Query value(const QueryNode &node);
    Xapian::Query range(const QueryNode &node);

    bool is_free(const QueryNode &node, Role role) const;
    Widening widening(const std::vector<TypedWord> &words, std::size_t first,
                      std::size_t last) const;
    std::size_t known_from(const std::vector<TypedWord> &words, std::size_t first,
                           Widening &found) const;
    std::vector<TypedWord> typed_words(const std::vector<const QueryNode *> &nodes, Role role);
    void correct(std::vector<TypedWord> &words, std::size_t at);
    bool join_mistyped(std::vector<TypedWord> &words, std::size_t at);
    std::optional<std::vector<std::string>> split_in_two(const std::string &form) const;
    std::string joined_word(const TypedWord &a, const TypedWord &b) const;
    std::vector<WordSpan> spans(const std::vector<const QueryNode *> &nodes, Role role);
    Xapian::Query synonym(const std::string &form, const Field &field, Role role);
    Xapian::Query synonym(const std::vector<std::string> &forms, const Field &field);
    std::vector<Xapian::Query> synonyms(const WordSpan &span, const Field &field, Role role);
    Xapian::Query span_query(const WordSpan &span, Role role);

    Xapian::Query words(const TypedWord &word, Role role);
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
    bool is_unknown(const Unit &unit);
    std::vector<std::string> guess(const QueryNode &node, const Unit &unit);
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
    std::size_t synonyms_ = 0;
    std::map<std::string, std::vector<std::string>> guesses_; ///< by form
};

std::size_t end_of(const QueryNode &node);
/// Whether only a blank or so stands between two nodes.
bool touch(const QueryNode &a, const QueryNode &b);
/// Whether it is one plain word.
bool is_single(const TypedWord &word);

/// None of the queries has a weight where factor is 0.
Xapian::Query scaled(const Xapian::Query &query, double factor);
Xapian::Query combined(Xapian::Query::op op, const std::vector<Xapian::Query> &queries);

} // namespace ideary::search
