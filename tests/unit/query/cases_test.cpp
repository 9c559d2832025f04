// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Case files: text / canonical / tree / remarks. With IDEARY_BLESS=1 they are rewritten.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "ideary/query.hpp"

using ideary::Query;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path &path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

/// `\n`, `\t`, `\\` and `\xNN` in a line of a case file.
std::string unescape(const std::string &line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] != '\\' || i + 1 == line.size()) {
            text += line[i];
        } else if (line[i + 1] == 'x' && i + 3 < line.size()) {
            text += static_cast<char>(std::stoi(line.substr(i + 2, 2), nullptr, 16));
            i += 3;
        } else {
            ++i;
            text += line[i] == 'n' ? '\n' : line[i] == 't' ? '\t' : line[i];
        }
    }
    return text;
}

std::string describe(const std::string &line, bool all) {
    const Query query = Query::parse(unescape(line), all);
    std::string out =
        (all ? "all: " : "text: ") + line + "\ncanonical: " + query.canonical() + "\n";
    std::istringstream tree(query.outline());
    for (std::string node; std::getline(tree, node);) {
        out += "  " + node + "\n";
    }
    for (const ideary::Remark &remark : query.remarks()) {
        out += "remark " + std::to_string(remark.offset) + "+" + std::to_string(remark.length) +
               ": " + remark.text + "\n";
    }
    return out;
}

std::string run_cases(const std::string &cases, int &count) {
    std::string out;
    std::istringstream in(cases);
    for (std::string line; std::getline(in, line);) {
        const bool text = line.rfind("text: ", 0) == 0;
        const bool all = line.rfind("all: ", 0) == 0;
        if (text || all) {
            out += (out.empty() ? "" : "\n") + describe(line.substr(text ? 6 : 5), all);
            ++count;
        } else if (line.rfind("# ", 0) == 0) {
            out += (out.empty() ? "" : "\n") + line + "\n";
        }
    }
    return out;
}

} // namespace

TEST_CASE("query: case files") {
    std::vector<fs::path> files;
    for (const auto &entry : fs::directory_iterator(IDEARY_TEST_DIR "/unit/query/cases")) {
        if (entry.path().extension() == ".case") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    int count = 0;
    for (const fs::path &file : files) {
        CAPTURE(file.string());
        const std::string wanted = read(file);
        const std::string now = run_cases(wanted, count);
        if (std::getenv("IDEARY_BLESS") != nullptr) {
            std::ofstream(file, std::ios::binary) << now;
        } else {
            CHECK(now == wanted);
        }
    }
    CHECK(count >= 120);
}

TEST_CASE("query: the examples of lib/query/README.md hold") {
    std::istringstream readme(read(IDEARY_TEST_DIR "/../lib/query/README.md"));
    const std::string arrow = "  \u2192  ";
    bool inside = false;
    bool all = false;
    int count = 0;
    for (std::string line; std::getline(readme, line);) {
        if (line.rfind("```", 0) == 0) {
            inside = line.rfind("```query", 0) == 0;
            all = line == "```query --all";
        } else if (inside) {
            const std::size_t at = line.find(arrow);
            REQUIRE_MESSAGE(at != std::string::npos, line);
            const Query query = Query::parse(line.substr(0, at), all);
            CHECK(query.canonical() == line.substr(at + arrow.size()));
            const Query again = Query::parse(query.canonical());
            CHECK(again.outline() == query.outline());
            CHECK(again.canonical() == query.canonical());
            ++count;
        }
    }
    CHECK(count >= 50);
}
