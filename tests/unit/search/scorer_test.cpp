// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The scorers against Xapian's, on queries of every kind over 20,000 ideas: matches, scores, order,
// totals and facet counts.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "search/collect/collector.hpp"
#include "search/collect/facets.hpp"
#include "search/match/matcher.hpp"
#include "search/plan/query_compiler.hpp"
#include "unit/search/fixture.hpp"
#include "unit/search/xapian_oracle.hpp"

using ideary::Idea;
using ideary::Query;
using ideary::schema::FieldId;
using namespace ideary::search;

namespace {

constexpr std::size_t vocabulary_size = 1500;
constexpr int idea_count = 20000;

/// Words by descending frequency: technical terms with synonyms and compounds, then invented words.
std::vector<std::string> vocabulary() {
    std::vector<std::string> words{"django",  "testing", "the",    "data",    "CI/CD",
                                   "orm",     "python",  "of",     "scaling", "kubernetes",
                                   "C++",     "async",   "models", "front",   "end",
                                   "Node.js", "typing",  "k8s",    "テスト",  "deploying"};
    static const char *const parts[] = {"ba", "ro", "ti", "lu", "ken", "mas", "dor", "vil"};
    std::mt19937 random(5);
    while (words.size() < vocabulary_size) {
        std::string word;
        for (std::size_t i = 0; i < 2 + random() % 3; ++i) {
            word += parts[random() % std::size(parts)];
        }
        words.push_back(word);
    }
    return words;
}

class RandomIndex {
  public:
    RandomIndex() : words_(vocabulary()) {
        std::mt19937 random(11);
        std::vector<Idea> ideas;
        for (int i = 0; i < idea_count; ++i) {
            Idea idea = search_test::idea("i" + std::to_string(i), text(random, 1 + random() % 6),
                                          text(random, random() % 18));
            idea.section = {text(random, 1)};
            if (random() % 10 > 0) {
                idea.year = 2004 + static_cast<int>(random() % 20);
            }
            idea.language = random() % 8 == 0 ? "fr" : "en";
            for (std::size_t k = random() % 12 == 0 ? 9 : random() % 4; k > 0; --k) {
                idea.topics.push_back("Topic " + std::to_string(skewed(random, 150)));
                idea.authors.push_back("Ann " + words_[skewed(random, 900)]);
            }
            ideas.push_back(std::move(idea));
        }
        search_test::write(folder_.index(), ideas);
        generation_ =
            ideary::index::Generation::open(folder_.index() + "/gen-000001", ideary::Verify::quick);
        lease_ = generation_->lease();
    }

    SearchContext context() { return {*generation_, *lease_, analysis_, derived_}; }
    const ideary::index::Generation &generation() const { return *generation_; }
    Xapian::Database database() const { return *lease_; }

    std::string word(std::mt19937 &random) const {
        return words_[skewed(random, random() % 3 == 0 ? vocabulary_size : 40)];
    }

  private:
    /// Small numbers are more likely.
    static std::size_t skewed(std::mt19937 &random, std::size_t end) {
        const double share = static_cast<double>(random()) / std::mt19937::max();
        return static_cast<std::size_t>(share * share * share * static_cast<double>(end - 1));
    }
    std::string text(std::mt19937 &random, std::size_t count) const {
        std::string joined;
        for (std::size_t i = 0; i < count; ++i) {
            joined += (i > 0 ? " " : "") + words_[skewed(random, vocabulary_size)];
        }
        return joined;
    }

    std::vector<std::string> words_;
    search_test::Folder folder_;
    std::shared_ptr<const ideary::index::Generation> generation_;
    ideary::index::Generation::Lease lease_;
    AnalysisContext analysis_;
    DerivedData derived_;
};

RandomIndex &random_index() {
    static RandomIndex index;
    return index;
}

std::string leaf(std::mt19937 &random) {
    const std::string word = random_index().word(random);
    const std::string other = random_index().word(random);
    switch (random() % 18) {
    case 0:
        return "\"" + word + " " + other + "\"";
    case 1:
        return word + " NEAR/" + std::to_string(1 + random() % 6) + " " + other;
    case 2:
        return word.substr(0, 2 + random() % 2) + "*";
    case 3:
        return word + "~";
    case 4:
        return "title:" + word;
    case 5:
        return "year:" + std::to_string(2004 + random() % 20) + "..";
    case 6:
        return "author:" + word;
    case 7:
        return "topic:\"topic " + std::to_string(random() % 30) + "\"";
    case 8:
        return random() % 2 == 0 ? "topic:top*" : "author:an*";
    case 9:
        return "\"" + word + " " + other + " " + random_index().word(random) + "\"";
    default:
        return word;
    }
}

std::string random_query(std::mt19937 &random, int depth = 0) {
    static const char *const joins[] = {" ", " ", " ", " AND ", " OR ", " NOT "};
    static const char *const signs[] = {"", "", "", "", "+", "-"};
    std::string text;
    for (std::size_t i = 0, count = 1 + random() % 4; i < count; ++i) {
        text += std::string(i > 0 ? joins[random() % std::size(joins)] : "") +
                signs[random() % std::size(signs)];
        text += depth < 3 && random() % 6 == 0 ? "(" + random_query(random, depth + 1) + ")"
                                               : leaf(random);
    }
    return text;
}

ScoredQuery compiled(std::mt19937 &random, const std::string &text) {
    CompileOptions options;
    options.language = "en";
    options.literal = random() % 3 == 0;
    return compile(Query::parse(text, random() % 6 == 0).tree(), random_index().context(), options)
        .scored;
}

using Weights = search_test::Weights;

/// The same matches with the same scores.
void compare(const Collected &ours, const Weights &theirs) {
    REQUIRE(ours.total == theirs.size());
    REQUIRE(ours.top_docs.size() == theirs.size());
    std::size_t wrong = 0;
    double before = std::numeric_limits<double>::max();
    for (const ScoredDoc &scored : ours.top_docs) {
        const auto found = theirs.find(scored.doc);
        const double score = found == theirs.end() ? -1 : found->second;
        const double difference = std::abs(static_cast<double>(scored.score) - score);
        wrong += score < 0 || difference > 1e-6 * (1 + score) || score > before + 1e-6 ? 1 : 0;
        before = score;
    }
    REQUIRE(wrong == 0);
}

/// The same scores before they are rounded to 32-bit floats.
void compare_scores(const ScoredQuery &query, const Weights &theirs) {
    const auto context = random_index().context(); // outlives the scorers
    Matcher matcher(context, query);
    std::size_t count = 0;
    std::size_t wrong = 0;
    while (matcher.next_window()) {
        matcher.matches().each([&](std::size_t i) {
            const auto found = theirs.find(matcher.window_start() + static_cast<Xapian::docid>(i));
            const double score = found == theirs.end() ? -1 : found->second;
            wrong += score < 0 || std::abs(matcher.score(i) - score) > 1e-9 * (1 + score) ? 1 : 0;
            ++count;
        });
    }
    REQUIRE(wrong == 0);
    REQUIRE(count == theirs.size());
}

std::vector<ideary::Filter> random_filters(std::mt19937 &random) {
    std::vector<ideary::Filter> filters;
    for (std::size_t i = random() % 4; i > 0; --i) {
        switch (random() % 4) {
        case 0:
            filters.push_back({"topic", "Topic " + std::to_string(random() % 40)});
            break;
        case 1:
            filters.push_back({"year", std::to_string(2000 + random() % 26) + ".."});
            break;
        case 2:
            filters.push_back({"author", "ann " + random_index().word(random)});
            break;
        default:
            filters.push_back({"language", random() % 2 == 0 ? "fr" : "en"});
        }
    }
    return filters;
}

using Counted = std::map<std::string, std::uint64_t>;

/// Counts a facet match by match, under all filters but that of its own field.
Counted brute_force(const Weights &matches, const std::vector<FieldFilter> &filters,
                    FieldId field) {
    Counted counts;
    const ideary::index::Generation &generation = random_index().generation();
    for (const auto &[doc, weight] : matches) {
        bool passes = true;
        for (const FieldFilter &filter : filters) {
            passes = passes && (filter.field == field || filter.passes(generation, doc));
        }
        if (!passes) {
            continue;
        }
        const Idea idea = generation.idea(doc, false);
        std::vector<std::string> values;
        switch (field) {
        case FieldId::topic:
            values = idea.topics;
            break;
        case FieldId::author:
            values = idea.authors;
            break;
        case FieldId::language:
            values = {idea.language};
            break;
        default:
            values = idea.year ? std::vector<std::string>{std::to_string(*idea.year)}
                               : std::vector<std::string>();
        }
        for (const std::string &value : std::set<std::string>(values.begin(), values.end())) {
            ++counts[value];
        }
    }
    return counts;
}

void compare_facet(const FacetCounts &counts, const std::vector<FieldFilter> &filters,
                   const Counted &expected) {
    Counted counted;
    const ideary::Facet facet = make_facet(random_index().context(), counts, filters, 0);
    for (std::size_t i = 0; i < facet.values.size(); ++i) {
        const ideary::FacetValue &value = facet.values[i];
        if (value.count > 0) {
            counted[value.value] = value.count;
        }
        REQUIRE((i == 0 || facet.values[i - 1].count >= value.count || value.selected));
    }
    REQUIRE(counted == expected);
}

} // namespace

TEST_CASE("scorers: match what Xapian matches, with the same scores") {
    std::mt19937 random(20240);
    search_test::XapianOracle oracle(random_index().generation(), random_index().database());
    std::size_t matches = 0;
    std::size_t nothing = 0;
    const std::vector<FieldFilter> none;
    for (int i = 0; i < 3000; ++i) {
        const std::string text = random_query(random);
        CAPTURE(text);
        const ScoredQuery query = compiled(random, text);
        const Weights theirs = oracle.matches(query);
        compare_scores(query, theirs);
        CollectOptions options;
        options.filters = &none;
        options.top_k = idea_count;
        const Collected all = collect(random_index().context(), query, options);
        compare(all, theirs);
        options.top_k = 10;
        options.exact_total = false;
        const Collected best = collect(random_index().context(), query, options);
        REQUIRE(best.top_docs.size() == std::min<std::size_t>(10, all.top_docs.size()));
        for (std::size_t k = 0; k < best.top_docs.size(); ++k) {
            REQUIRE(best.top_docs[k].doc == all.top_docs[k].doc);
            REQUIRE(best.top_docs[k].score == all.top_docs[k].score);
        }
        matches += theirs.size();
        nothing += theirs.empty() ? 1 : 0;
    }
    CHECK(matches > 1000000);
    CHECK(nothing < 1000);
}

TEST_CASE("facets: equal a count by hand under any filters") {
    std::mt19937 random(77);
    search_test::XapianOracle oracle(random_index().generation(), random_index().database());
    const std::vector<std::vector<FieldId>> asked{{FieldId::topic, FieldId::year, FieldId::author},
                                                  {FieldId::language, FieldId::topic},
                                                  {FieldId::author},
                                                  {FieldId::year, FieldId::language}};
    for (int i = 0; i < 1000; ++i) {
        const std::string text = i % 10 == 0 ? "" : random_query(random, 2);
        CAPTURE(text);
        const ScoredQuery query = compiled(random, text);
        const Weights matches = oracle.matches(query);
        const std::vector<FieldFilter> filters =
            resolve_filters(random_filters(random), random_index().context());
        CollectOptions options;
        options.filters = &filters;
        options.facets = asked[random() % asked.size()];
        const Collected collected = collect(random_index().context(), query, options);
        for (std::size_t k = 0; k < options.facets.size(); ++k) {
            compare_facet(collected.facet_counts[k], filters,
                          brute_force(matches, filters, options.facets[k]));
        }
    }
}
