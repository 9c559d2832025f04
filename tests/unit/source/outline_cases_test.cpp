// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs tests/unit/source/outline/*.case. A case is a line `######## name [hint]`, the document, a
// line `========` and the outline as print() gives it; what comments hide stands behind a line
// `-------- comments`, remarks behind `-------- remarks`. IDEARY_BLESS=1 rewrites the expected
// halves: read the diff.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <doctest/doctest.h>

#include "source/markup/outline_reader.hpp"

namespace {

using ideary::source::Syntax;

struct Case {
    std::string name, hint, input, expected;
};

std::vector<Case> read_cases(const std::filesystem::path &path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<Case> cases;
    bool expected = false;
    for (std::string line; std::getline(file, line);) {
        if (line.rfind("######## ", 0) == 0) {
            const std::size_t open = line.find(" [");
            const bool hinted = open != std::string::npos;
            cases.push_back({line.substr(9, hinted ? open - 9 : std::string::npos),
                             hinted ? line.substr(open + 2, line.size() - open - 3) : "", "", ""});
            expected = false;
        } else if (line == "========") {
            expected = true;
        } else if (!cases.empty()) {
            (expected ? cases.back().expected : cases.back().input) += line + '\n';
        }
    }
    return cases;
}

void write_cases(const std::filesystem::path &path, const std::vector<Case> &cases) {
    std::ofstream file(path, std::ios::binary);
    for (const Case &each : cases) {
        file << "######## " << each.name << (each.hint.empty() ? "" : " [" + each.hint + "]")
             << '\n'
             << each.input << "========\n"
             << each.expected;
    }
}

std::optional<Syntax> hint_of(const std::string &name) {
    if (name.empty()) {
        return std::nullopt;
    }
    return name == "md" ? Syntax::markdown : name == "rst" ? Syntax::rst : Syntax::html;
}

std::string outline_of(const Case &each) {
    const auto read =
        ideary::source::read_outline(ideary::source::split_lines(each.input), hint_of(each.hint));
    std::string text = print(read.visible);
    if (!read.comments.nodes.empty()) {
        text += "-------- comments\n" + print(read.comments);
    }
    if (!read.remarks.empty()) {
        text += "-------- remarks\n";
    }
    for (const auto &remark : read.remarks) {
        text += std::to_string(remark.line) + ' ' + remark.text + '\n';
    }
    return text;
}

} // namespace

TEST_CASE("outline: each case file prints its expected outline") {
    const bool bless = std::getenv("IDEARY_BLESS") != nullptr;
    std::vector<std::filesystem::path> paths;
    for (const auto &entry :
         std::filesystem::directory_iterator(IDEARY_TEST_DIR "/unit/source/outline")) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    CHECK(paths.size() >= 8);
    for (const auto &path : paths) {
        auto cases = read_cases(path);
        CHECK_MESSAGE(!cases.empty(), path.string());
        for (Case &each : cases) {
            const std::string found = outline_of(each);
            if (bless) {
                each.expected = found;
            }
            CHECK_MESSAGE(found == each.expected, path.filename().string(), ": ", each.name);
        }
        if (bless) {
            write_cases(path, cases);
        }
    }
}
