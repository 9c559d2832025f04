// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Word forms that stemming does not conflate, and background frequencies.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "search/context/background_frequencies.hpp"
#include "search/lexicon/sorted_lines.hpp"
#include "search/lexicon/word_forms.hpp"
#include "unit/search/fixture.hpp"

using ideary::search::background_share;
using ideary::search::find_line;
using ideary::search::other_spellings;
using search_test::idea;
using Slugs = std::vector<std::string>;

namespace {

bool may_be(const std::string &form, const std::string &other) {
    const std::vector<std::string> found = other_spellings(form);
    return std::find(found.begin(), found.end(), other) != found.end();
}

Slugs found(const search_test::TestIndex &index, const std::string &query) {
    const ideary::Results results = index.search(query);
    Slugs slugs;
    for (const ideary::Hit &hit : results.hits) {
        if (hit.rank <= results.total) {
            slugs.push_back(hit.idea.id.substr(5));
        }
    }
    return slugs;
}

} // namespace

TEST_CASE("word forms: British and American spellings are converted") {
    for (const auto &[british, american] : {std::pair{"optimise", "optimize"},
                                            {"organisations", "organizations"},
                                            {"behaviour", "behavior"},
                                            {"colours", "colors"},
                                            {"licence", "license"},
                                            {"centre", "center"},
                                            {"catalogue", "catalog"},
                                            {"programme", "program"},
                                            {"analyse", "analyze"},
                                            {"favourite", "favorite"}}) {
        CHECK_MESSAGE(may_be(british, american), british);
        CHECK_MESSAGE(may_be(american, british), american);
    }
    CHECK(other_spellings("hour").empty());
    CHECK(other_spellings("test").empty());
    CHECK(other_spellings("").empty());
}

TEST_CASE("word forms: both spellings find the same and are not corrected") {
    const search_test::TestIndex index(
        {idea("us", "Colors for everyone"), idea("uk", "Colours of the sea"),
         idea("z", "How to optimize a garden"), idea("other", "Rivers")});
    CHECK(found(index, "colour").size() == 2);
    CHECK(found(index, "color").size() == 2);
    CHECK(found(index, "optimise") == Slugs{"z"});
    CHECK_FALSE(index.search("optimise").did_you_mean);
    ideary::SearchOptions literal;
    literal.literal = true;
    CHECK(index.search("colour", literal).total == 1);
}

TEST_CASE("background frequencies: words common in talks score less [small index]") {
    CHECK(background_share("work") > 0.1);
    CHECK(background_share("kangaroo") == 0);
    CHECK(background_share("") == 0);
    std::vector<ideary::Idea> ideas{idea("common", "Work in spring"),
                                    idea("rare", "Kangaroo in spring")};
    for (int i = 0; i < 20; ++i) {
        ideas.push_back(idea("other" + std::to_string(i), "Something in autumn"));
    }
    const search_test::TestIndex index(ideas);
    const ideary::Results results = index.search("kangaroo work");
    REQUIRE(results.total == 2);
    CHECK(results.hits[0].idea.id == "list/rare");
    CHECK(results.hits[0].score > 1.5 * results.hits[1].score);
}

TEST_CASE("sorted lines: found by their first word") {
    CHECK(find_line("ant 1\nbee 2\ncow 3\n", "bee") == "bee 2");
    CHECK(find_line("ant 1\nbee 2\ncow 3", "cow") == "cow 3");
    CHECK(find_line("ant 1\nbee 2\n", "be").empty());
    CHECK(find_line("ant 1\nbee 2\n", "").empty());
    CHECK(find_line("", "ant").empty());
    std::string_view before, text = ideary::search::background_table();
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        const std::string_view stem = line.substr(0, line.find(' '));
        if (stem != "#") {
            CAPTURE(line);
            REQUIRE(before < stem);
            REQUIRE(background_share(stem) > 0);
            before = stem;
        }
        at = end + 1;
    }
}
