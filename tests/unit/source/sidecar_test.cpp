// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include "ideary/error.hpp"
#include "source/config/sidecar.hpp"
#include "source/config/topics.hpp"

using namespace ideary;
using namespace ideary::source;

TEST_CASE("sidecar: entries set metadata of files in the same folder") {
    const Sidecar sidecar = read_sidecar(
        "[{\"file\": \"a.md\", \"title\": \"T\", \"author\": \"Ada\", \"year\": 2018, \"event\": "
        "\"E\", \"url\": \"https://a.example\", \"language\": \"de\", \"kind\": \"talk\", "
        "\"slug\": "
        "\"s\"}, {\"file\": \"b.md\", \"author\": [\"Ada Roe\", \"Bo Doe\"]}]",
        "x/sources.json");
    REQUIRE(sidecar.files.size() == 2);
    CHECK(sidecar.files[0].first == "a.md");
    const SourceOverrides &said = sidecar.files[0].second;
    CHECK(said.title == "T");
    CHECK(said.author == "Ada");
    CHECK(said.year == 2018);
    CHECK(said.event == "E");
    CHECK(said.url == "https://a.example");
    CHECK(said.language == "de");
    CHECK(said.kind == Kind::talk);
    CHECK(said.slug == "s");
    CHECK(sidecar.files[1].second.author == "Ada Roe; Bo Doe");
    CHECK(sidecar.remarks.empty());
}

TEST_CASE("sidecar: entries for other folders or without meaning add remarks") {
    const Sidecar sidecar =
        read_sidecar("[{\"file\": \"../../etc/passwd\"}, {\"file\": \"/etc/passwd\"}, "
                     "{\"author\": \"x\"}, 17, {\"file\": \"..\"}, {\"file\": 3}, "
                     "{\"file\": \"a.md\", \"year\": \"soon\", \"colour\": 1, "
                     "\"url\": \"file:///x\", \"kind\": \"sermon\"}]",
                     "sources.json");
    REQUIRE(sidecar.files.size() == 1);
    CHECK(sidecar.files[0].first == "a.md");
    CHECK(sidecar.files[0].second == SourceOverrides{});
    CHECK(sidecar.remarks.size() == 10);
    CHECK(sidecar.remarks[0].path == "sources.json");
    CHECK(read_sidecar("{", "sources.json").remarks.size() == 1);
    CHECK(read_sidecar("{\"a\": 1}", "sources.json").remarks.size() == 1);
    CHECK(read_sidecar("", "sources.json").remarks.size() == 1);
}

TEST_CASE("topics: a table lists topics with aliases and parents") {
    const auto rows =
        read_topics("# table\n- topic: Databases\n  aliases: [SQL, 'ORM', 3.13]\n"
                    "- topic: Postgres\n  parent: Databases\n  aliases: PostgreSQL\n- Testing\n",
                    "topics.yaml");
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].name == "Databases");
    CHECK(rows[0].aliases == std::vector<std::string>{"SQL", "ORM", "3.13"});
    CHECK(rows[1].parent == "Databases");
    CHECK(rows[1].aliases == std::vector<std::string>{"PostgreSQL"});
    CHECK(rows[2].name == "Testing");
    CHECK(read_topics("", "t").empty());
}

TEST_CASE("topics: an unusable table is an error naming its line") {
    const auto message = [](const std::string &yaml) {
        try {
            read_topics(yaml, "t.yaml");
        } catch (const Error &error) {
            CHECK(error.kind() == ErrorKind::incompatible);
            return std::string(error.what());
        }
        return std::string("no error");
    };
    CHECK(message("- topic: A\n- aliases: [x]\n").find("t.yaml:2") != std::string::npos);
    CHECK(message("a: b\n").find("no list") != std::string::npos);
    CHECK(message("- topic: [\n").find("t.yaml:") != std::string::npos);
    CHECK(message("- topic: A\n  parent: B\n").find("parent B") != std::string::npos);
    CHECK(message("- &a topic: A\n- *a\n").find("t.yaml") != std::string::npos);
    CHECK(message("- topic: A\n  alias: [x]\n").find("t.yaml:2") != std::string::npos);
    CHECK(message(std::string(1 << 20, '[')).find("nested too deep") != std::string::npos);
    std::string many = "- topic: A\n  aliases: [";
    for (int i = 0; i < 400000; ++i) {
        many += "a,";
    }
    CHECK(message(many + "]\n").find("too many values") != std::string::npos);
}

TEST_CASE("sidecar: ideas are corrected by line, and by title where one is given") {
    const Sidecar sidecar = read_sidecar(
        "[{\"file\": \"a.md\", \"ideas\": {\"31\": \"no\", \"40\": {\"kind\": \"talk\"}, "
        "\"52 Old clocks\": \"yes\", \"60\": {\"is\": \"yes\", \"title\": \"Wicks\"}}}, "
        "{\"file\": \"b.md\", \"ideas\": {\"x\": \"no\", \"3\": \"maybe\"}}]",
        "sources.json");
    REQUIRE(sidecar.files.size() == 2);
    const auto &ideas = sidecar.files[0].second.ideas;
    REQUIRE(ideas.size() == 4);
    CHECK(ideas[0] == IdeaCorrection{31, "", false, std::nullopt});
    CHECK(ideas[1] == IdeaCorrection{40, "", std::nullopt, Kind::talk});
    CHECK(ideas[2] == IdeaCorrection{52, "Old clocks", true, std::nullopt});
    CHECK(ideas[3] == IdeaCorrection{60, "Wicks", true, std::nullopt});
    CHECK(sidecar.files[1].second.ideas.empty());
    CHECK(sidecar.remarks.size() == 1);

    std::vector<IdeaCorrection> again;
    CHECK(take_corrections(parse_json(print_corrections(ideas)).value, again).empty());
    CHECK(again == ideas);
}
