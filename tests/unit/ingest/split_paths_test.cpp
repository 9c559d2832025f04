// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "fixture.hpp"

using namespace ideary;
using ideary::test::Fixture;
using ideary::test::list;
using Names = std::vector<std::string>;

TEST_CASE("split_paths: it returns what ingest would add, with the same ids") {
    Fixture fixture;
    fixture.write("2023/list.md", list({"One idea", "Two ideas"}));
    fixture.write("2024/list.md", list({"Three ideas", "Four ideas"}));
    std::string records;
    for (int i = 0; i < 600; ++i) {
        records += "{\"title\": \"Talk number " + std::to_string(i) + "\"}\n";
    }
    fixture.write("talks.jsonl", records + "broken\n");
    Names ids;
    std::size_t visits = 0;
    std::vector<Remark> remarks;
    const IngestReport report =
        split_paths({fixture.at("2023"), fixture.at("2024"), fixture.at("talks.jsonl")}, {},
                    [&](const SplitResult &result) {
                        ++visits;
                        for (const Idea &idea : result.ideas) {
                            ids.push_back(idea.id);
                        }
                        remarks.insert(remarks.end(), result.remarks.begin(), result.remarks.end());
                    });
    CHECK(visits > 3);
    CHECK(report.ideas_added == 604);
    REQUIRE(ids.size() == 604);
    CHECK(ids[0] == "2023-list/one-idea");
    CHECK(ids[3] == "2024-list/four-ideas");
    CHECK(ids[603] == "talks/talk-number-599");
    CHECK(report.remarks.size() == 1);
    CHECK(remarks.size() == 1);
}

TEST_CASE("split_paths: it reads standard input and reports unreadable files") {
    Fixture fixture;
    fixture.write("x.md", "%PDF-1.4");
    const std::string text = list({"One idea", "Two ideas"});
    bool given = false;
    const auto input = [&](char *buffer, std::size_t size) -> std::size_t {
        if (given || size < text.size()) {
            return 0;
        }
        given = true;
        std::memcpy(buffer, text.data(), text.size());
        return text.size();
    };
    IngestOptions options;
    options.stdin_name = "mail.md";
    Names ids;
    const auto visit = [&](const SplitResult &result) {
        for (const Idea &idea : result.ideas) {
            ids.push_back(idea.id);
        }
    };
    const IngestReport report = split_paths({"-", fixture.at("x.md")}, options, visit, input);
    CHECK(ids == Names{"mail/one-idea", "mail/two-ideas"});
    CHECK(report.failed == Names{fixture.at("x.md")});
    CHECK_THROWS_AS(split_paths({fixture.at("nowhere")}, {}, visit), Error);
}

TEST_CASE("outline_paths: it returns the outline of each document") {
    Fixture fixture;
    fixture.write("a.md", list({"One idea", "Two ideas"}));
    std::string seen;
    outline_paths({fixture.at("a.md")}, {},
                  [&](const std::string &, const std::string &outline) { seen += outline; });
    CHECK(seen.find("One idea") != std::string::npos);
    CHECK(seen.find("heading") != std::string::npos);
}
