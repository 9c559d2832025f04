// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The maker of plans, one object a plan. Groups and values stand in plan.cpp, words in
// plan_words.cpp, words beside each other in plan_spans.cpp, what means the same in
// plan_synonyms.cpp, what is mistyped in plan_spelling.cpp.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "search/plan/compiled_query.hpp"
#include "search/plan/query_words.hpp"

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
    std::vector<OtherSynonym> synonyms;
    std::string whole;  ///< the compound that several words are without its signs, or empty
    std::string joined; ///< two words written as one, or empty
    bool stop = false;  ///< all are stop words
};

class Planner {
  public:
    Planner(const SearchContext &scene, const PlanOptions &options)
        : scene_(scene), options_(options) {}
    Plan run(const QueryNode &tree);

  private:
    using Field = std::optional<schema::FieldId>;

    ScoredQuery node(const QueryNode &node, Role role);
    enum class Part;
    static Part part(const QueryNode &child, bool all);
    static Role role_of(const QueryNode &child, Part part, Role role);
    bool count_leaf(const QueryNode &node);
    ScoredQuery span(const WordSpan &span, Role role);
    struct Item;
    std::vector<Item> items(const QueryNode &group, Part wanted, Role role);
    std::vector<ScoredQuery> parts(const QueryNode &group, Part wanted, Role role);
    ScoredQuery group(const QueryNode &node, Role role);
    ScoredQuery restriction(const QueryNode &tree);
    ScoredQuery value(const QueryNode &node);
    ScoredQuery range(const QueryNode &node);

    bool is_free(const QueryNode &node, Role role) const;
    Widening widening(const std::vector<TypedWord> &words, std::size_t first, std::size_t last);
    std::size_t known_from(const std::vector<TypedWord> &words, std::size_t first, Widening &found);
    std::vector<TypedWord> typed_words(const std::vector<const QueryNode *> &nodes, Role role);
    void correct(std::vector<TypedWord> &words, std::size_t at);
    bool join_mistyped(std::vector<TypedWord> &words, std::size_t at);
    std::optional<std::vector<std::string>> split_in_two(const std::string &form) const;
    std::string joined_word(const TypedWord &a, const TypedWord &b) const;
    std::vector<WordSpan> spans(const std::vector<const QueryNode *> &nodes, Role role);
    ScoredQuery synonym(const std::string &form, const Field &field, Role role);
    ScoredQuery synonym(const std::vector<std::string> &forms, const Field &field);
    ScoredQuery synonym(const Synonym &each, const Field &field, Role role);
    struct Typed;
    Typed typed(const WordSpan &span);
    std::vector<ScoredQuery> synonyms(const WordSpan &span, const Field &field, Role role);
    ScoredQuery name(const WordSpan &span, const Field &field, Role role);
    ScoredQuery span_query(const WordSpan &span, Role role);

    ScoredQuery words(const TypedWord &word, Role role);
    bool affords(const std::vector<std::string> &terms);
    ScoredQuery too_dear(const std::vector<std::string> &terms, bool loosely);
    ScoredQuery phrase(const QueryNode &node, Role role);
    ScoredQuery near(const QueryNode &node, Role role);
    ScoredQuery prefix(const QueryNode &node, Role role);
    ScoredQuery fuzzy(const QueryNode &node, Role role);

    ScoredQuery unit(const Unit &unit, const Field &field, Role role);
    ScoredQuery compound(const Unit &unit, const Field &field, Role role);
    ScoredQuery words_apart(const Unit &unit, const Field &field);
    ScoredQuery ideograph(const Unit &unit, const Field &field, Role role);
    ScoredQuery burst(const std::string &term, const Field &field) const;
    ScoredQuery word(const text::Token &token, const Field &field, Role role);
    ScoredQuery sequence(const std::vector<std::string> &forms, const Field &field, bool loosely);
    ScoredQuery quotation(const std::vector<Unit> &units, const Field &field, Role role);
    ScoredQuery one_of(const std::vector<std::string> &forms, const Field &field,
                       const std::string &typed);
    bool is_unknown(const Unit &unit);
    std::vector<std::string> guess(const QueryNode &node, const Unit &unit);
    std::string stem_of(const std::string &form);
    double ideas_with(const std::vector<std::string> &forms);
    double rarity_of(const std::vector<std::string> &forms);
    double prior(const std::string &stem) const;
    std::vector<std::string> stems(const text::Token &token, const Field &field);
    bool is_stop_word(const QueryNode &node);
    bool has(const std::string &term) const;
    std::vector<Unit> units(const std::string &text);
    std::string term(const std::string &form, const Field &field) const;
    std::size_t expansion(const QueryNode &node);
    void remark(const QueryNode &node, const char *text);
    static Field field_of(const QueryNode &node);

    const SearchContext &scene_;
    const PlanOptions &options_;
    Plan plan_;
    std::size_t expansions_ = 0;
    std::size_t leaves_ = 0;
    std::size_t synonyms_ = 0;
    std::size_t compounds_ = 0;
    double ideas_read_ = 0;      ///< in which phrases look where their words stand
    bool too_dear_said_ = false; ///< it is said that not all of them do
    std::map<std::string, std::vector<std::string>> guesses_; ///< by form
};

/// Forms of the words from `first` on, before `last`.
std::vector<std::string> forms_between(const std::vector<TypedWord> &words, std::size_t first,
                                       std::size_t last);
std::size_t end_of(const QueryNode &node);
/// Whether only a blank or so stands between two nodes.
bool touch(const QueryNode &a, const QueryNode &b);
/// Whether nothing but a few blanks or signs stands between two nodes: no operator.
bool beside(const QueryNode &a, const QueryNode &b);
/// Whether it is one plain word.
bool is_single(const TypedWord &word);

} // namespace ideary::search
