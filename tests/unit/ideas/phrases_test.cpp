// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "ideas/phrases/phrase_table.hpp"

namespace {

using namespace ideary::ideas;
namespace fs = std::filesystem;

const fs::path top = fs::path(IDEARY_TEST_DIR) / "..";

std::string read(const fs::path &path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> phrase_files() {
    std::vector<fs::path> paths;
    for (const auto &entry : fs::directory_iterator(top / "corpus/phrases")) {
        if (entry.path().extension() == ".txt") {
            paths.push_back(entry.path());
        }
    }
    return paths;
}

/// The first alternative of each slot, without marks at the ends: one phrase that the row means.
std::string first_meaning(const std::string &row) {
    std::string text;
    bool in_slot = false, skip = false;
    for (const char c : row) {
        in_slot = c == '{' || (in_slot && c != '}');
        skip = (c == '|' && in_slot) || (skip && in_slot);
        if (!skip && c != '{' && c != '}' && c != '^' && c != '$' && c != '*') {
            text += c;
        }
    }
    return text;
}

} // namespace

TEST_CASE("phrases: every row is well formed and in the compiled table") {
    std::size_t rows = 0;
    for (const fs::path &path : phrase_files()) {
        std::istringstream in(read(path));
        const std::string_view *table = nullptr;
        std::string before;
        for (std::string line; std::getline(in, line);) {
            INFO(path.filename().string(), ": ", line);
            if (line.empty() || line[0] == '#') {
                continue;
            }
            if (line[0] == '[') {
                table = std::ranges::find(phrase_set_names, line.substr(1, line.find(' ') - 1));
                REQUIRE(table != std::end(phrase_set_names));
                before.clear();
                continue;
            }
            REQUIRE(table != nullptr);
            CHECK(before < line);
            CHECK(line.find_first_of("\t\r") == std::string::npos);
            CHECK(std::ranges::count(line, '{') == std::ranges::count(line, '}'));
            const auto set = static_cast<PhraseSet>(table - std::begin(phrase_set_names));
            const std::string phrase = folded(first_meaning(line));
            CHECK(longest_prefix(set, phrase) == phrase.size());
            before = line;
            ++rows;
        }
    }
    CHECK(rows > 3500);
}

TEST_CASE("phrases: every table is used") {
    std::string code;
    for (const auto &entry : fs::recursive_directory_iterator(top / "lib/ideas")) {
        if (entry.path().extension() == ".cpp") {
            code += read(entry.path());
        }
    }
    for (const std::string_view name : phrase_set_names) {
        CHECK_MESSAGE(code.find("PhraseSet::" + std::string(name)) != std::string::npos, name);
    }
}

TEST_CASE("phrases: entries are sorted and linked to their prefixes") {
    for (int i = 0; i < static_cast<int>(PhraseSet::count_); ++i) {
        const PhraseTable table = phrase_table(static_cast<PhraseSet>(i));
        for (std::size_t at = 0; at < table.entries.size(); ++at) {
            const PhraseEntry &entry = table.entries[at];
            CHECK((at == 0 || table.text_of(table.entries[at - 1]) <= table.text_of(entry)));
            if (entry.prefix > 0) {
                REQUIRE(entry.prefix <= at);
                CHECK(table.text_of(entry).starts_with(
                    table.text_of(table.entries[entry.prefix - 1])));
            }
        }
    }
}

TEST_CASE("phrases: marks of a row are respected") {
    CHECK(starts_with(PhraseSet::stop, "about"));
    CHECK(starts_with(PhraseSet::stop, "about!"));
    CHECK_FALSE(starts_with(PhraseSet::stop, "about turns")); // `about$`
    CHECK_FALSE(starts_with(PhraseSet::stop, "backgrounds")); // whole words
    CHECK(starts_with(PhraseSet::stop, "caveats"));           // `caveat*$`
    CHECK(contains(PhraseSet::unwanted, "what we do not want to see here"));
    CHECK_FALSE(starts_with(PhraseSet::stop, ""));
    CHECK(equals(PhraseSet::month, "march."));
    CHECK(ends_with(PhraseSet::list_word, "a few topics:"));
    CHECK_FALSE(ends_with(PhraseSet::list_word, "subtopics"));
}
