// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/walk.hpp"

#include <filesystem>

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.hpp"

using namespace ideary;
using namespace ideary::ingesting;
using ideary::test::Fixture;
namespace fs = std::filesystem;

namespace {

/// Names of what a walk takes, below the folder of the fixture.
std::vector<std::string> names(const Fixture &fixture, const std::vector<std::string> &given,
                               const IngestOptions &options = {}) {
    std::vector<std::string> paths;
    for (const std::string &name : given) {
        paths.push_back(fixture.at(name));
    }
    std::vector<std::string> found;
    for (const Input &input : walk(paths, options).inputs) {
        found.push_back(fs::path(input.file).lexically_relative(fixture.at(".")).string());
    }
    return found;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("walk: a folder yields its known files by name, without hidden files and sidecars") {
    Fixture fixture;
    for (const char *name : {"d/b.md", "d/a.txt", "d/.hidden.md", "d/.git/x.md", "d/sources.json",
                             "d/c/z.rst", "d/picture.png", "d/t.jsonl.gz", "d/README"}) {
        fixture.write(name, "");
    }
    CHECK(names(fixture, {"d"}) == Names{"d/a.txt", "d/b.md", "d/c/z.rst", "d/t.jsonl.gz"});
    CHECK(names(fixture, {"d/README"}) == Names{"d/README"});
    CHECK(names(fixture, {"d/.hidden.md"}) == Names{"d/.hidden.md"});
    CHECK(names(fixture, {"d/b.md", "d/sources.json", "d"}) ==
          Names{"d/b.md", "d/a.txt", "d/c/z.rst", "d/t.jsonl.gz"});
}

TEST_CASE("walk: globs apply to files of a folder, not to named files") {
    Fixture fixture;
    for (const char *name : {"d/a.md", "d/b.txt", "d/old/c.md", "d/old/deep/d.md"}) {
        fixture.write(name, "");
    }
    IngestOptions options;
    options.include = {"*.md"};
    CHECK(names(fixture, {"d"}, options) == Names{"d/a.md", "d/old/c.md", "d/old/deep/d.md"});
    options.exclude = {"old/*"};
    CHECK(names(fixture, {"d"}, options) == Names{"d/a.md"});
    options.exclude = {"old"};
    CHECK(names(fixture, {"d"}, options) == Names{"d/a.md"});
    CHECK(names(fixture, {"d/b.txt"}, options) == Names{"d/b.txt"});
}

TEST_CASE("walk: links out of the folder are skipped, circles end, each file comes once") {
    Fixture fixture;
    fixture.write("d/a.md", "");
    fixture.write("d/.drafts/b.md", "");
    fixture.write("out/secret.md", "");
    fs::create_directory_symlink(fixture.at("out"), fixture.at("d/link"));
    fs::create_directory_symlink(fixture.at("d"), fixture.at("d/circle"));
    fs::create_symlink(fixture.at("out/secret.md"), fixture.at("d/leak.md"));
    fs::create_symlink(fixture.at("d/a.md"), fixture.at("d/again.md"));
    fs::create_symlink(fixture.at("d/.drafts/b.md"), fixture.at("d/draft.md"));
    CHECK(names(fixture, {"d"}) == Names{"d/a.md", "d/draft.md"});
    CHECK(names(fixture, {"d/leak.md"}) == Names{"d/leak.md"});
}

TEST_CASE("walk: options override the sidecar") {
    Fixture fixture;
    fixture.write("d/a.md", "");
    fixture.write("d/sources.json",
                  R"([{"file": "a.md", "author": "Ada", "year": 2020}, {"file": "../x.md"}])");
    IngestOptions options;
    options.split.overrides.author = "Bo";
    const Walked walked = walk({fixture.at("d/a.md")}, options);
    REQUIRE(walked.inputs.size() == 1);
    CHECK(walked.inputs[0].overrides.author == "Bo");
    CHECK(walked.inputs[0].overrides.year == 2020);
    CHECK(walked.remarks.size() == 1);
}

TEST_CASE("walk: paths are kept as given, lexically normal") {
    Fixture fixture;
    fixture.write("d/a.md", "");
    const Walked walked = walk({fixture.at("d/../d/./a.md"), fixture.at("d/a.md")}, {});
    REQUIRE(walked.inputs.size() == 1);
    CHECK(walked.inputs[0].path == fixture.at("d/a.md"));
    CHECK(normal_path("./x/../y/") == "y");
    CHECK(normal_path("") == ".");
    CHECK(is_below("/a/b", "/a"));
    CHECK(is_below("/a", "/a"));
    CHECK_FALSE(is_below("/ab", "/a"));
    CHECK(is_below("/a", "/"));
}

TEST_CASE("walk: an index inside a folder is skipped") {
    Fixture fixture;
    fixture.write("d/a.md", "");
    fixture.write("d/index/CURRENT", "");
    fixture.write("d/index/sources.jsonl", "");
    CHECK(names(fixture, {"d"}) == Names{"d/a.md"});
}

TEST_CASE("walk: folders below 200 others are skipped with a remark") {
    Fixture fixture;
    std::string deep = "d";
    for (int i = 0; i < 205; ++i) {
        deep += "/d";
    }
    fixture.write("d/a.md", "");
    fixture.write(deep + "/b.md", "");
    const Walked walked = walk({fixture.at("d")}, {});
    CHECK(walked.inputs.size() == 1);
    REQUIRE(walked.remarks.size() == 1);
    CHECK(walked.remarks[0].text.find("200") != std::string::npos);
}

TEST_CASE("walk: missing paths and unreadable folders are reported") {
    Fixture fixture;
    fixture.write("d/a.md", "");
    fixture.write("d/closed/b.md", "");
    CHECK(walk({fixture.at("nowhere")}, {}).missing.size() == 1);
    CHECK_THROWS_AS(walk({""}, {}), Error);
    if (::geteuid() == 0) {
        return; // root may read everything
    }
    ::chmod(fixture.at("d/closed").c_str(), 0);
    const Walked walked = walk({fixture.at("d")}, {});
    ::chmod(fixture.at("d/closed").c_str(), 0700);
    CHECK(walked.inputs.size() == 1);
    CHECK(walked.failed == Names{fixture.at("d/closed")});
    CHECK(walked.unread.size() == 1);
    CHECK(walked.remarks.size() == 1);
}
