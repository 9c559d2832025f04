// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Random queries and filters over a generated index, against a count by hand.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "text/normalize.hpp"
#include "unit/search/fixture.hpp"
#include "unit/search/oracle.hpp"

using ideary::Facet;
using ideary::Filter;
using ideary::Idea;
using ideary::Query;
using ideary::SearchOptions;

namespace {

const std::vector<std::string> words{"django",  "scaling", "orm",    "testing", "async",  "queues",
                                     "deploy",  "caching", "python", "typing",  "rust",   "wasm",
                                     "cluster", "tracing", "editor", "legacy",  "search", "forms"};
const std::vector<std::string> authors{"Ann Winstel", "Bob Roe", "Cleo Álvarez", "Dan Okafor"};
const std::vector<std::string> topics{"Databases", "Testing", "Web", "Operations", "Äpfel"};

std::vector<Idea> some_ideas(std::mt19937 &random) {
    std::vector<Idea> ideas;
    for (int i = 0; i < 70; ++i) {
        Idea idea = search_test::idea("idea-" + std::to_string(i), "");
        const auto text = [&](std::size_t count) {
            std::string joined;
            for (std::size_t k = 0; k < count; ++k) {
                joined += (k > 0 ? " " : "") + words[random() % words.size()];
            }
            return joined;
        };
        idea.title = text(1 + random() % 3);
        idea.body = text(random() % 8);
        idea.source.title = "";
        idea.authors = {authors[random() % authors.size()]};
        if (random() % 3 == 0 && idea.authors[0] != authors[0]) {
            idea.authors.push_back(authors[0]);
        }
        for (const std::string &topic : topics) {
            if (random() % 4 == 0) {
                idea.topics.push_back(topic);
            }
        }
        if (random() % 8 != 0) {
            idea.year = 2019 + static_cast<int>(random() % 6);
        }
        idea.event = random() % 2 == 0 ? "PyCon" : "";
        idea.kind = random() % 2 == 0 ? ideary::Kind::wish : ideary::Kind::talk;
        ideas.push_back(idea);
    }
    return ideas;
}

std::string random_query(std::mt19937 &random, int depth = 0) {
    std::string text;
    const std::size_t count = 1 + random() % 3;
    for (std::size_t i = 0; i < count; ++i) {
        static const std::string joins[] = {" ", " ", " AND ", " OR ", " NOT "};
        text += i > 0 ? joins[random() % std::size(joins)] : "";
        static const std::string signs[] = {"", "", "", "", "+", "-"};
        text += signs[random() % std::size(signs)];
        const std::string &word = words[random() % words.size()];
        switch (random() % 8) {
        case 0:
            text += "\"" + word + " " + words[random() % words.size()] + "\"";
            break;
        case 1:
            text += "author:" + std::string(random() % 2 == 0 ? "winstel" : "roe");
            break;
        case 2:
            text += "year:" + std::to_string(2019 + random() % 6) + (random() % 2 == 0 ? ".." : "");
            break;
        case 3:
            text += depth < 2 ? "(" + random_query(random, depth + 1) + ")" : word;
            break;
        default:
            text += word;
        }
    }
    return text;
}

std::vector<Filter> random_filters(std::mt19937 &random) {
    std::vector<Filter> filters;
    const std::size_t count = random() % 4;
    for (std::size_t i = 0; i < count; ++i) {
        switch (random() % 4) {
        case 0:
            filters.push_back({"author", authors[random() % authors.size()]});
            break;
        case 1:
            filters.push_back({"topic", random() % 9 == 0 ? "NONE" : topics[random() % 5]});
            break;
        case 2:
            filters.push_back({"kind", random() % 2 == 0 ? "wish" : "TALK"});
            break;
        default:
            filters.push_back({"year", random() % 2 == 0 ? "2020..2022" : "2023"});
        }
    }
    return filters;
}

std::vector<std::string> values_of(const Idea &idea, const std::string &field) {
    if (field == "author") {
        return idea.authors;
    }
    if (field == "topic") {
        return idea.topics;
    }
    if (field == "kind") {
        return {ideary::kind_name(idea.kind)};
    }
    return idea.year ? std::vector<std::string>{std::to_string(*idea.year)}
                     : std::vector<std::string>{};
}

bool chosen(const std::string &value, const Filter &filter) {
    if (filter.value == "2020..2022") {
        return value >= "2020" && value <= "2022";
    }
    return ideary::text::fold_value(value) == ideary::text::fold_value(filter.value);
}

/// Whether an idea passes the filters of all fields but one.
bool passes(const Idea &idea, const std::vector<Filter> &filters, const std::string &but) {
    std::map<std::string, bool> fields;
    for (const Filter &filter : filters) {
        for (const std::string &value : values_of(idea, filter.field)) {
            fields[filter.field] = fields[filter.field] || chosen(value, filter);
        }
        fields.try_emplace(filter.field, false);
    }
    return std::all_of(fields.begin(), fields.end(),
                       [&](const auto &field) { return field.second || field.first == but; });
}

void check_order(const ideary::Results &results) {
    for (std::size_t i = 1; i < results.hits.size(); ++i) {
        const ideary::Hit &a = results.hits[i - 1];
        const ideary::Hit &b = results.hits[i];
        const auto key = [](const ideary::Hit &hit) {
            return std::make_tuple(-static_cast<double>(static_cast<float>(hit.score)),
                                   -hit.idea.year.value_or(0), hit.idea.id);
        };
        CHECK(key(a) < key(b));
        CHECK(b.rank == a.rank + 1);
    }
}

} // namespace

TEST_CASE("search: totals, hits and facets equal a count by hand [random queries]") {
    std::mt19937 random(411);
    const std::vector<Idea> ideas = some_ideas(random);
    const search_test::TestIndex indexed(ideas);
    search_test::Oracle oracle(ideas);
    std::size_t nonempty = 0;
    for (int i = 0; i < 1500; ++i) {
        const std::string text = i == 0 ? "" : random_query(random);
        CAPTURE(text);
        const Query query = Query::parse(text, random() % 5 == 0);
        CAPTURE(query.canonical());
        SearchOptions options;
        options.literal = true;
        options.limit = 100;
        options.filters = random_filters(random);
        options.facets = {"topic", "year", "author", "kind"};
        options.facet_limit = 0;
        const ideary::Results results = indexed->search(query, options);

        const std::vector<const Idea *> found = oracle.matches(query.tree());
        std::set<std::string> wanted, got;
        for (const Idea *idea : found) {
            if (passes(*idea, options.filters, "")) {
                wanted.insert(idea->id);
            }
        }
        for (const ideary::Hit &hit : results.hits) {
            got.insert(hit.idea.id);
        }
        REQUIRE(got == wanted);
        REQUIRE(results.total == wanted.size());
        nonempty += wanted.empty() ? 0 : 1;
        check_order(results);
        for (const Facet &facet : results.facets) {
            std::map<std::string, std::uint64_t> counts, shown;
            for (const Idea *idea : found) {
                if (passes(*idea, options.filters, facet.field)) {
                    for (const std::string &value : values_of(*idea, facet.field)) {
                        counts[value] += 1;
                    }
                }
            }
            for (const ideary::FacetValue &value : facet.values) {
                if (value.count > 0) {
                    shown[value.value] = value.count;
                }
                const bool selected =
                    std::any_of(options.filters.begin(), options.filters.end(), [&](const auto &f) {
                        return f.field == facet.field && chosen(value.value, f);
                    });
                CHECK(value.selected == selected);
                CHECK((value.count > 0 || value.selected));
            }
            CHECK(shown == counts);
            for (const Filter &filter : options.filters) {
                if (filter.field == facet.field && filter.value != "2020..2022") {
                    CHECK(std::any_of(facet.values.begin(), facet.values.end(),
                                      [&](const auto &v) { return chosen(v.value, filter); }));
                }
            }
        }
        // The same list for every page size.
        SearchOptions page = options;
        page.facets.clear();
        page.limit = 3;
        page.offset = random() % 6;
        const ideary::Results part = indexed->search(query, page);
        CHECK(part.total == results.total);
        for (std::size_t k = 0; k < part.hits.size(); ++k) {
            CHECK(part.hits[k].idea.id == results.hits[k + page.offset].idea.id);
            CHECK(part.hits[k].rank == k + page.offset + 1);
            CHECK(part.hits[k].score == results.hits[k + page.offset].score);
        }
        std::vector<std::string> each;
        indexed->each(query, options.filters, [&](const Idea &idea) { each.push_back(idea.id); });
        CHECK(std::is_sorted(each.begin(), each.end()));
        CHECK(std::set<std::string>(each.begin(), each.end()) == wanted);
    }
    CHECK(nonempty > 700);
}
