// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/slugs.hpp"

#include <algorithm>
#include <map>

#include <doctest/doctest.h>

using namespace ideary::ingesting;

namespace {

/// Slugs by path; "-" where refused.
std::map<std::string, std::string> settled(std::vector<SlugCandidate> candidates) {
    std::vector<SlugCandidate *> all;
    for (SlugCandidate &candidate : candidates) {
        all.push_back(&candidate);
    }
    resolve_conflicts(all);
    std::map<std::string, std::string> slugs;
    for (const SlugCandidate &candidate : candidates) {
        slugs[candidate.path] = candidate.refused ? "-" : candidate.slug();
    }
    return slugs;
}

SlugCandidate file(const std::string &path, const std::string &given = "") {
    return candidate(path, "/root/" + path, given);
}

} // namespace

TEST_CASE("slugs: a source is named by its file or its own slug") {
    const auto slugs =
        settled({file("a/Talk Ideas.md"), file("a/x.jsonl.gz"), file("a/y.md", "My List")});
    CHECK(slugs.at("a/Talk Ideas.md") == "talk-ideas");
    CHECK(slugs.at("a/x.jsonl.gz") == "x");
    CHECK(slugs.at("a/y.md") == "my-list");
}

TEST_CASE("slugs: sources that share a name take their folder in front, in any order") {
    std::vector<SlugCandidate> candidates{file("2023/list.md"), file("2024/list.md"),
                                          file("2024/other.md"), file("x/2024-list.md"),
                                          file("y/z.md", "list")};
    std::map<std::string, std::string> first = settled(candidates);
    CHECK(first.at("2023/list.md") == "2023-list");
    CHECK(first.at("2024/other.md") == "other");
    CHECK(first.at("y/z.md") == "y-list");
    // 2024/list.md becomes 2024-list, and so meets x/2024-list.md, which gives way in turn.
    CHECK(first.at("2024/list.md") == "2024-list");
    CHECK(first.at("x/2024-list.md") == "x-2024-list");
    std::sort(candidates.begin(), candidates.end(),
              [](const SlugCandidate &a, const SlugCandidate &b) { return a.path > b.path; });
    CHECK(settled(candidates) == first);
}

TEST_CASE("slugs: of sources that still clash the indexed one stays, else the first by path") {
    CHECK(settled({file("b/x/list.md"), file("a/x/list.md")}) ==
          std::map<std::string, std::string>{{"a/x/list.md", "list"}, {"b/x/list.md", "-"}});
    SlugCandidate indexed = file("b/x/list.md");
    indexed.indexed = true;
    CHECK(settled({indexed, file("a/x/list.md")}) ==
          std::map<std::string, std::string>{{"a/x/list.md", "-"}, {"b/x/list.md", "list"}});
}

TEST_CASE("slugs: a new source yields to an indexed one that cannot be read") {
    SlugCandidate gone = file("a/list.md");
    gone.indexed = gone.fixed = true;
    CHECK(settled({gone, file("b/list.md")}) ==
          std::map<std::string, std::string>{{"a/list.md", "list"}, {"b/list.md", "-"}});
}

TEST_CASE("slugs: a new source does not push one indexed source onto another") {
    SlugCandidate first = file("x/list.md"), second = file("x/x-list.md");
    first.indexed = second.indexed = true;
    second.name[1] = second.name[0]; // it has no folder to put in front
    CHECK(settled({first, second, file("y/list.md")}) ==
          std::map<std::string, std::string>{
              {"x/list.md", "list"}, {"x/x-list.md", "x-list"}, {"y/list.md", "-"}});
}

TEST_CASE("slugs: files yield to standard input, which has no folder") {
    CHECK(settled({candidate("list", "", ""), file("b/list.md")}) ==
          std::map<std::string, std::string>{{"list", "list"}, {"b/list.md", "b-list"}});
}

TEST_CASE("slugs: a refused source is refused again") {
    std::vector<SlugCandidate> candidates{file("p/q/ideas.md"), file("r/q/ideas.md"),
                                          file("z/ideas.md")};
    const std::map<std::string, std::string> wanted{
        {"p/q/ideas.md", "q-ideas"}, {"r/q/ideas.md", "-"}, {"z/ideas.md", "z-ideas"}};
    CHECK(settled(candidates) == wanted);
    candidates[0].indexed = candidates[2].indexed = true;
    candidates[0].level = candidates[2].level = 1;
    CHECK(settled(candidates) == wanted);
}
