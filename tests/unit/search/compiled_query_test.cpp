// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// What is derived from a compiled query, and how the stages print themselves.
#include <doctest/doctest.h>

#include "index/analysis/terms.hpp"
#include "index/reader/generation.hpp"
#include "search/plan/query_compiler.hpp"
#include "unit/search/fixture.hpp"

using namespace ideary::search;
using search_test::idea;

namespace {

using Kind = ScoredQuery::Kind;

ScoredQuery word(const std::string &form) {
    return term_query(ideary::index::word_term(form));
}

/// Compiles queries against an index of some ideas, without synonyms and corrections.
class CompilerFixture {
  public:
    explicit CompilerFixture(const std::vector<ideary::Idea> &ideas) {
        search_test::write(folder_.index(), ideas);
        generation_ =
            ideary::index::Generation::open(folder_.index() + "/gen-000001", ideary::Verify::quick);
        lease_ = generation_->lease();
        options_.language = "en";
        options_.literal = true;
    }
    CompiledQuery compile(const std::string &text) {
        query_ = ideary::Query::parse(text);
        const SearchContext context(*generation_, *lease_, analysis_, derived_);
        return ideary::search::compile(query_.tree(), context, options_);
    }

  private:
    search_test::Folder folder_;
    std::shared_ptr<const ideary::index::Generation> generation_;
    ideary::index::Generation::Lease lease_;
    AnalysisContext analysis_;
    DerivedData derived_;
    CompileOptions options_;
    ideary::Query query_ = ideary::Query::parse("");
};

} // namespace

TEST_CASE("compiled query: the filter holds filters and exclusions at the root") {
    const ScoredQuery years = year_range_query(2020, 2024);
    const ScoredQuery filtered = make_group(Kind::filter, {word("a"), years});
    const ScoredQuery query = make_group(Kind::and_not, {filtered, word("b")});
    const ScoredQuery filter = filter_of(query);
    REQUIRE(filter.kind == Kind::and_not);
    CHECK(filter.children[0].kind == Kind::filter);
    CHECK(filter.children[0].children[0].kind == Kind::match_all);
    CHECK(filter.children[0].children[1].kind == Kind::years);
    CHECK(filter.children[1].terms == word("b").terms);
    CHECK(filter_of(word("a")).kind == Kind::match_all);
    CHECK(filter_of(make_group(Kind::or_, {query, word("c")})).kind == Kind::match_all);
    CHECK(filter_of({}).kind == Kind::match_all);
}

TEST_CASE("compiled query: highlights exclude what is excluded") {
    CompilerFixture fixture({idea("a", "Sailing knots for testing teams")});
    const CompiledQuery compiled = fixture.compile("sailing \"testing teams\" -knots");
    CHECK(compiled.highlights.forms == std::set<std::string, std::less<>>{"sailing"});
    CHECK(compiled.highlights.stems == std::set<std::string, std::less<>>{"sail"});
    CHECK(compiled.highlights.phrases ==
          std::vector<std::vector<std::string>>{{"testing", "teams"}});
    CHECK(compiled.has_scored_terms);
    CHECK(compiled.has_unquoted_terms);
    CHECK_FALSE(fixture.compile("\"testing teams\" \"knots\"").has_unquoted_terms);
    CHECK_FALSE(fixture.compile("year:2020.. -knots").has_scored_terms);
}

TEST_CASE("compiled query: a phrase within NEAR is highlighted as a phrase") {
    CompilerFixture fixture({idea("a", "Sailing knots for testing teams")});
    const CompiledQuery compiled = fixture.compile("sailing NEAR/5 \"testing teams\"");
    CHECK(compiled.highlights.phrases ==
          std::vector<std::vector<std::string>>{{"sailing"}, {"testing", "teams"}});
    CHECK(compiled.highlights.forms.empty());
}

TEST_CASE("compiled query: terms carry their origin and typed span") {
    CompilerFixture fixture({idea("a", "Sailing knots")});
    const ScoredQuery scored = fixture.compile("knots sail*").scored;
    std::size_t prefixes = 0;
    visit_included(scored, [&](const ScoredQuery &each) {
        if (each.origin == ideary::Origin::prefix && each.kind == Kind::term) {
            CHECK(each.typed.text == "sail*");
            CHECK(each.typed.offset == 6);
            ++prefixes;
        }
        return true;
    });
    CHECK(prefixes == 1);
}

TEST_CASE("rewritten query: prints its groups") {
    CompilerFixture fixture({idea("a", "Sailing knots")});
    CHECK(fixture.compile("+sailing knots knots -\"a b\"").rewritten.describe() ==
          "group\n  must: words sailing\n  words knots, 2 times\n  exclude: \"a b\"\n");
}
