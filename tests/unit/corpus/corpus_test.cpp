// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The lists of the corpus split as a person labelled them, and the pages that describe them agree.
#include <doctest/doctest.h>

#include <map>
#include <regex>
#include <sstream>

#include "ideary/field.hpp"
#include "unit/corpus/score.hpp"

namespace {

const std::string top = std::string(IDEARY_TEST_DIR) + "/..";

std::string read(const std::string &path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("corpus: lists are split as labelled") {
    const auto documents = labels::read_labels(std::string(IDEARY_TEST_DIR) + "/unit/corpus/truth");
    REQUIRE(documents.size() >= 18);
    for (const auto &document : documents) {
        const auto name = document["file"].get<std::string>();
        const auto score =
            labels::score(document, labels::split_file({top + "/corpus/lists"}, name));
        for (const std::string &difference : score.differences) {
            INFO(name << ": " << difference);
            CHECK(false);
        }
        CHECK_MESSAGE(score.found == score.wanted, name);
    }
}

TEST_CASE("corpus: README.md counts the ideas of each list") {
    std::istringstream page(read(top + "/corpus/README.md"));
    const std::regex row(R"(^\| \[([^\]]+)\].*\| ([0-9]+) \|$)");
    std::map<std::string, int> counts;
    for (std::string line; std::getline(page, line);) {
        std::smatch found;
        if (std::regex_match(line, found, row)) {
            counts[found[1]] = std::stoi(found[2]);
        }
    }
    std::size_t lists = 0;
    for (const auto &entry : std::filesystem::directory_iterator(top + "/corpus/lists")) {
        const std::string name = entry.path().filename().string();
        if (name == "sources.json") {
            continue;
        }
        ++lists;
        const auto ideas = labels::split_file({top + "/corpus/lists"}, name);
        CHECK_MESSAGE(counts[name] == static_cast<int>(ideas.size()), name);
    }
    CHECK(counts.size() == lists);
}

TEST_CASE("readme: fields agree with the field table") {
    const std::string page = read(top + "/README.md");
    for (const ideary::Field &field : ideary::fields()) {
        if (field.example.empty()) {
            continue;
        }
        const std::string row = "| `" + std::string(field.name) + "` | " + std::string(field.kind) +
                                " | " + std::string(field.help) + " | `" +
                                std::string(field.example) + "` |";
        CHECK_MESSAGE(page.find(row) != std::string::npos, row);
    }
}

/// Documents outside this repository: IDEARY_REAL names a folder with seeds/, lists/ and
/// truth/ in the form of tests/unit/corpus/truth.
TEST_CASE("corpus: documents of IDEARY_REAL are split as labelled [external data]") {
    const char *folder = std::getenv("IDEARY_REAL");
    if (folder == nullptr) {
        MESSAGE("skipped: IDEARY_REAL is not set");
        return;
    }
    const std::string real = folder;
    labels::Score sum;
    for (const auto &document : labels::read_labels(real + "/truth")) {
        const auto name = document["file"].get<std::string>();
        const auto score =
            labels::score(document, labels::split_file({real + "/seeds", real + "/lists"}, name));
        for (const std::string &difference : score.differences) {
            MESSAGE(name << ": " << difference);
        }
        CHECK_MESSAGE(score.f1() >= 0.95, name);
        sum.wanted += score.wanted;
        sum.given += score.given;
        sum.found += score.found;
        sum.authors += score.authors;
        sum.section += score.section;
        sum.year += score.year;
    }
    MESSAGE("F1 " << sum.f1() << " over " << sum.wanted << " ideas");
    CHECK(sum.f1() >= 0.99);
    CHECK(sum.authors >= 0.98 * sum.found);
    CHECK(sum.section >= 0.98 * sum.found);
    CHECK(sum.year >= 0.98 * sum.found);
}
