// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Our matcher against the engine's, on queries of every kind over 20,000 ideas: which ideas, with
// which scores, in which order, how many, and what the facets count.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <map>
#include <random>
#include <set>

#include "search/collect/collect.hpp"
#include "search/collect/facets.hpp"
#include "search/plan/compiled_query.hpp"
#include "unit/search/fixture.hpp"
#include "unit/search/xapian_oracle.hpp"

using ideary::Idea;
using ideary::Query;
using ideary::schema::FieldId;
using namespace ideary::search;

namespace {

constexpr std::size_t vocabulary_size = 1500;
constexpr int idea_count = 20000;

/// Words of which the first are frequent: some of the trade, with synonyms and compounds, then
/// made-up ones.
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

class World {
  public:
    World() : words_(vocabulary()) {
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

    SearchContext scene() { return {*generation_, *lease_, bench_, known_}; }
    const ideary::index::Generation &generation() const { return *generation_; }
    Xapian::Database database() const { return *lease_; }

    std::string word(std::mt19937 &random) const {
        return words_[skewed(random, random() % 3 == 0 ? vocabulary_size : 40)];
    }

  private:
    /// Small numbers are likelier.
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
    AnalysisContext bench_;
    Known known_;
};

World &world() {
    static World made;
    return made;
}

std::string leaf(std::mt19937 &random) {
    const std::string word = world().word(random);
    const std::string other = world().word(random);
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
        return "\"" + word + " " + other + " " + world().word(random) + "\"";
    default:
        return word;
    }
}

std::string query(std::mt19937 &random, int depth = 0) {
    static const char *const joins[] = {" ", " ", " ", " AND ", " OR ", " NOT "};
    static const char *const signs[] = {"", "", "", "", "+", "-"};
    std::string text;
    for (std::size_t i = 0, count = 1 + random() % 4; i < count; ++i) {
        text += std::string(i > 0 ? joins[random() % std::size(joins)] : "") +
                signs[random() % std::size(signs)];
        text +=
            depth < 3 && random() % 6 == 0 ? "(" + query(random, depth + 1) + ")" : leaf(random);
    }
    return text;
}

ScoredQuery planned(std::mt19937 &random, const std::string &text) {
    PlanOptions options;
    options.language = "en";
    options.literal = random() % 3 == 0;
    return make_plan(Query::parse(text, random() % 6 == 0).tree(), world().scene(), options).clause;
}

using Weights = search_test::Weights;

/// Every match of ours is one of the engine's with the same score, and there are as many.
void compare(const Collected &ours, const Weights &theirs) {
    REQUIRE(ours.total == theirs.size());
    REQUIRE(ours.best.size() == theirs.size());
    std::size_t wrong = 0;
    double before = std::numeric_limits<double>::max();
    for (const ScoredDoc &ranked : ours.best) {
        const auto found = theirs.find(ranked.doc);
        const double score = found == theirs.end() ? -1 : found->second;
        const double difference = std::abs(static_cast<double>(ranked.score) - score);
        wrong += score < 0 || difference > 1e-6 * (1 + score) || score > before + 1e-6 ? 1 : 0;
        before = score;
    }
    REQUIRE(wrong == 0);
}

/// Scores before they are rounded.
void compare_scores(const ScoredQuery &clause, const Weights &theirs) {
    Matcher matcher(world().scene(), clause);
    std::size_t count = 0;
    std::size_t wrong = 0;
    while (matcher.next()) {
        matcher.found().each([&](std::size_t i) {
            const auto found = theirs.find(matcher.first() + static_cast<Xapian::docid>(i));
            const double score = found == theirs.end() ? -1 : found->second;
            wrong += score < 0 || std::abs(matcher.score(i) - score) > 1e-9 * (1 + score) ? 1 : 0;
            ++count;
        });
    }
    REQUIRE(wrong == 0);
    REQUIRE(count == theirs.size());
}

std::vector<ideary::Filter> filters(std::mt19937 &random) {
    std::vector<ideary::Filter> chosen;
    for (std::size_t i = random() % 4; i > 0; --i) {
        switch (random() % 4) {
        case 0:
            chosen.push_back({"topic", "Topic " + std::to_string(random() % 40)});
            break;
        case 1:
            chosen.push_back({"year", std::to_string(2000 + random() % 26) + ".."});
            break;
        case 2:
            chosen.push_back({"author", "ann " + world().word(random)});
            break;
        default:
            chosen.push_back({"language", random() % 2 == 0 ? "fr" : "en"});
        }
    }
    return chosen;
}

using Counted = std::map<std::string, std::uint64_t>;

/// Counts a facet by looking at each match: all choices but those of its own field.
Counted brute_force(const Weights &matches, const std::vector<Choice> &choices, FieldId field) {
    Counted counts;
    const ideary::index::Generation &generation = world().generation();
    for (const auto &[doc, weight] : matches) {
        bool passes = true;
        for (const Choice &choice : choices) {
            passes = passes && (choice.field == field || choice.passes(generation, doc));
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

void compare_facet(const Counts &counts, const std::vector<Choice> &choices,
                   const Counted &expected) {
    Counted counted;
    const ideary::Facet facet = make_facet(world().scene(), counts, choices, 0);
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

TEST_CASE("our matcher finds what the engine finds, with the same scores") {
    std::mt19937 random(20240);
    search_test::EngineOracle oracle(world().generation(), world().database());
    std::size_t matches = 0;
    std::size_t nothing = 0;
    const std::vector<Choice> none;
    for (int i = 0; i < 3000; ++i) {
        const std::string text = query(random);
        CAPTURE(text);
        const ScoredQuery clause = planned(random, text);
        const Weights theirs = oracle.matches(clause);
        compare_scores(clause, theirs);
        CollectOptions options;
        options.choices = &none;
        options.best = idea_count;
        const Collected all = collect(world().scene(), clause, options);
        compare(all, theirs);
        options.best = 10;
        options.count_all = false;
        const Collected best = collect(world().scene(), clause, options);
        REQUIRE(best.best.size() == std::min<std::size_t>(10, all.best.size()));
        for (std::size_t k = 0; k < best.best.size(); ++k) {
            REQUIRE(best.best[k].doc == all.best[k].doc);
        }
        matches += theirs.size();
        nothing += theirs.empty() ? 1 : 0;
    }
    CHECK(matches > 1000000);
    CHECK(nothing < 1000);
}

TEST_CASE("facet counts are those of a count by hand, whatever is chosen") {
    std::mt19937 random(77);
    search_test::EngineOracle oracle(world().generation(), world().database());
    const std::vector<std::vector<FieldId>> asked{{FieldId::topic, FieldId::year, FieldId::author},
                                                  {FieldId::language, FieldId::topic},
                                                  {FieldId::author},
                                                  {FieldId::year, FieldId::language}};
    for (int i = 0; i < 1000; ++i) {
        const std::string text = i % 10 == 0 ? "" : query(random, 2);
        CAPTURE(text);
        const ScoredQuery clause = planned(random, text);
        const Weights matches = oracle.matches(clause);
        const std::vector<Choice> choices = read_filters(filters(random), world().generation());
        CollectOptions options;
        options.choices = &choices;
        options.facets = asked[random() % asked.size()];
        const Collected collected = collect(world().scene(), clause, options);
        for (std::size_t k = 0; k < options.facets.size(); ++k) {
            compare_facet(collected.counts[k], choices,
                          brute_force(matches, choices, options.facets[k]));
        }
    }
}
