// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Corrections of words that no idea holds.
#include <doctest/doctest.h>

#include <algorithm>

#include "fixture.hpp"
#include "index/reader/generation.hpp"
#include "index/reader/snapshot_manager.hpp"
#include "search/lexicon/spelling_dictionary.hpp"

using namespace search_test;

namespace {

const std::vector<ideary::Idea> frameworks = {
    idea("drf", "Django REST framework in depth"), idea("wasm", "WebAssembly for pythonistas"),
    idea("django", "What is new in Django"),       idea("resume", "Writing a résumé"),
    idea("web", "The web of assembly lines"),
};

std::string meant(const TestIndex &index, const std::string &text) {
    return index.search(text).did_you_mean.value_or("");
}

} // namespace

TEST_CASE("spelling: each misspelled word is corrected") {
    const TestIndex index(frameworks);
    CHECK(meant(index, "djano rest framwork") == "django rest framework");
    CHECK(index.search("djano rest framwork").hits[0].idea.id == "list/drf");
    CHECK(meant(index, "djano djano") == "django django");
}

TEST_CASE("spelling: a word is split if its parts are adjacent in some idea") {
    const TestIndex index(frameworks);
    CHECK(meant(index, "restframework") == "rest framework");
    CHECK(index.search("restframework").total == index.search("rest framework").total);
    CHECK(meant(index, "frameworkrest").empty());
}

TEST_CASE("spelling: words that the index has as one are joined") {
    const TestIndex index(frameworks);
    CHECK(meant(index, "djan go").substr(0, 6) == "django");
    CHECK(meant(index, "about webas sembly now") == "about webassembly now");
    const ideary::Results known = index.search("web assembly");
    CHECK_FALSE(known.did_you_mean); // both are known: the joined word is only added
    CHECK(known.total == 2);
}

TEST_CASE("spelling: quotes, +must, numbers and known word forms are not corrected") {
    const TestIndex index(frameworks);
    for (const char *text : {"\"djano\"", "+djano", "djano~", "title:djano", "2077", "4.25",
                             "frameworks", "resume", "RÉSUMÉ", "-djano"}) {
        CHECK_MESSAGE(meant(index, text).empty(), text);
    }
    ideary::SearchOptions literal;
    literal.literal = true;
    CHECK_FALSE(index.search("djano", literal).did_you_mean);
}

TEST_CASE("spelling: the number of corrections is limited, with a remark") {
    const TestIndex index(frameworks);
    std::string flood;
    for (char a = 'a'; a <= 'z'; ++a) {
        flood += std::string("framewor") + a + a + ' ';
    }
    CHECK(index.search(flood).remarks.size() == 1);
    CHECK(meant(index, flood).substr(0, 9) == "framework");
}

TEST_CASE("spelling: bit-parallel distance equals the DP table") {
    const TestIndex index({idea("a", "abcd abdc acbd bcd abcde abxyd éabcd ßabc абвг абгв аббв")});
    const auto current =
        ideary::index::SnapshotManager(index.path(), ideary::Verify::quick).acquire();
    const auto lease = current->lease();
    const ideary::search::SpellingDictionary words(
        ideary::index::SnapshotStatistics(*current, *lease));
    std::vector<std::string> all;
    for (auto at = lease->allterms_begin(); at != lease->allterms_end(); ++at) {
        const auto byte = static_cast<unsigned char>((*at)[0]);
        if (byte >= 'a') {
            all.push_back(*at);
        }
    }
    REQUIRE(all.size() > 8);
    const auto points = [](const std::string &text) {
        std::u32string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if (byte < 0x80) {
                out += byte;
            } else if (byte >= 0xC0) {
                out += static_cast<char32_t>((byte & 0x1FU) << 6U |
                                             (static_cast<unsigned char>(text[i + 1]) & 0x3FU));
            }
        }
        return out;
    };
    for (const std::string &form : all) {
        std::vector<std::string> expected, found;
        for (const std::string &other : all) {
            if (ideary::search::edit_distance(points(form), points(other), 1) <= 1) {
                expected.push_back(other);
            }
        }
        for (const auto &match : words.within_one_edit(form, 1000)) {
            found.push_back(match.form);
        }
        std::sort(found.begin(), found.end());
        CHECK(found == expected);
    }
}
