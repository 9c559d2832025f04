// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Case files: a document and the ideas that it gives. With IDEARY_BLESS=1 in the environment the
// files are rewritten with what the program finds: read the difference before you commit it.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "ideary/split.hpp"

namespace {

struct Case {
    std::string head; ///< its lines that begin with `%%`, up to the document
    std::string title, name = "list.md";
    ideary::SplitOptions options;
    std::string document, expected;
};

std::string value_of(const std::string &line, const std::string &key) {
    const std::string start = "%% " + key + ": ";
    return line.rfind(start, 0) == 0 ? line.substr(start.size()) : std::string{};
}

/// Reads one head line: `%% author: …` and the like, else the title of the case.
void read_head(Case &one, const std::string &line) {
    one.head += line + "\n";
    ideary::SourceOverrides &overrides = one.options.overrides;
    if (line == "%% hidden") {
        overrides.hidden = true;
    } else if (auto name = value_of(line, "name"); !name.empty()) {
        one.name = name;
    } else if (auto author = value_of(line, "author"); !author.empty()) {
        overrides.author = author;
    } else if (auto year = value_of(line, "year"); !year.empty()) {
        overrides.year = std::stoi(year);
    } else {
        one.title = line.substr(3);
    }
}

std::vector<Case> read_cases(const std::filesystem::path &path) {
    std::ifstream file(path);
    std::vector<Case> cases;
    std::string line;
    enum { head, document, expected } state = expected;
    while (std::getline(file, line)) {
        const bool mark = line.rfind("%%", 0) == 0;
        if (line == "%% ideas") {
            state = expected;
            continue;
        }
        if (mark) {
            if (state == expected) {
                cases.emplace_back();
            }
            state = head;
            read_head(cases.back(), line);
            continue;
        }
        state = state == head ? document : state;
        if (!cases.empty()) {
            (state == document ? cases.back().document : cases.back().expected) += line + "\n";
        }
    }
    return cases;
}

std::string joined(const std::vector<std::string> &parts, const std::string &between) {
    std::string text;
    for (const std::string &part : parts) {
        text += (text.empty() ? "" : between) + part;
    }
    return text;
}

/// `= title | year | event`, then an idea a line: `line | title | section > path | authors`, and
/// under it its body, a paragraph a line.
std::string print(const ideary::SplitResult &result) {
    std::ostringstream out;
    out << "= " << result.source.title << " | "
        << (result.source.year ? std::to_string(*result.source.year) : "-") << " | "
        << result.source.event << "\n";
    for (const ideary::Idea &idea : result.ideas) {
        out << idea.source.line << " | " << idea.title << " | " << joined(idea.section, " > ")
            << " | " << joined(idea.authors, ", ");
        if (idea.kind != ideary::Kind::wish) {
            out << " | " << ideary::kind_name(idea.kind);
        }
        out << "\n";
        std::istringstream body(idea.body);
        for (std::string line; std::getline(body, line);) {
            out << (line.empty() ? "" : "    " + line + "\n");
        }
    }
    return out.str();
}

} // namespace

TEST_CASE("ideas: case files") {
    const std::filesystem::path folder = IDEARY_TEST_DIR "/unit/ideas/cases";
    const bool bless = std::getenv("IDEARY_BLESS") != nullptr;
    std::size_t count = 0;
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    for (const auto &path : paths) {
        std::string blessed;
        for (const Case &one : read_cases(path)) {
            ++count;
            const std::string found = print(ideary::split(one.document, one.name, one.options));
            blessed += one.head + one.document + "%% ideas\n" + found + "\n";
            if (!bless) {
                INFO(path.filename().string(), ": ", one.title);
                CHECK(found + "\n" == one.expected);
            }
        }
        if (bless) {
            std::ofstream(path) << blessed;
        }
    }
    CHECK(count >= 70);
}
