// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Runs tests/unit/source/exports/*.case. A case is a line `######## name [file name]`, the file, a
// line `========` and the ideas: `id | kind | year | title | authors | topics`, then language,
// event, url and body where there are some; remarks last. IDEARY_BLESS=1 rewrites the expected
// halves: read the diff.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "ideary/split.hpp"

namespace {

struct Case {
    std::string name, file, input, expected;
};

std::vector<Case> read_cases(const std::filesystem::path &path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<Case> cases;
    bool expected = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("######## ")) {
            const std::size_t open = line.rfind(" [");
            cases.push_back(
                {line.substr(9, open - 9), line.substr(open + 2, line.size() - open - 3), "", ""});
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
        file << "######## " << each.name << " [" << each.file << "]\n"
             << each.input << "========\n"
             << each.expected;
    }
}

std::vector<std::filesystem::path> case_files() {
    std::vector<std::filesystem::path> paths;
    for (const auto &entry :
         std::filesystem::directory_iterator(IDEARY_TEST_DIR "/unit/source/exports")) {
        paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::string joined(const std::vector<std::string> &texts) {
    std::string all;
    for (const std::string &text : texts) {
        all += (all.empty() ? "" : "; ") + text;
    }
    return all;
}

ideary::SplitResult split_case(const Case &each) {
    ideary::SplitOptions options;
    options.topics = "- topic: Testing\n  aliases: [test]\n";
    return ideary::split(each.input, each.file, options);
}

std::string ideas_of(const Case &each) {
    const ideary::SplitResult result = split_case(each);
    std::string text;
    for (const ideary::Idea &idea : result.ideas) {
        text += idea.id + " | " + kind_name(idea.kind) + " | " +
                (idea.year ? std::to_string(*idea.year) : "") + " | " + idea.title + " | " +
                joined(idea.authors) + " | " + joined(idea.topics) + "\n";
        for (const std::string &more : {idea.language, idea.event, idea.source.url}) {
            text += more.empty() ? "" : "  " + more + "\n";
        }
        for (const char c : idea.body.empty() ? std::string() : "\n" + idea.body + "\n") {
            text += c == '\n' && text.back() != '\n' ? "\n"
                    : c == '\n'                      ? ""
                    : text.back() == '\n'            ? std::string("  > ") + c
                                                     : std::string(1, c);
        }
    }
    for (const ideary::Remark &remark : result.remarks) {
        text += "remark " + std::to_string(remark.line) + " " + remark.text + "\n";
    }
    return text;
}

/// Puts members that nobody may see into each object of a JSON text.
std::string with_private_members(std::string text) {
    static const std::string planted =
        R"("email": "planted-a@secret.example", "phone": "+49 170 5550199", "notes": "planted-b",)"
        R"( "internal_notes": "planted-c", "answers": [{"question": "planted-d", "answer": "planted-e"}],)"
        R"( "comments": "planted-f", "reviews": [{"text": "planted-g", "score": 4}], "token": "planted-h",)"
        R"( "invitation_token": "planted-i", "mean_score": "planted-j", "travel": "planted-k", "cost": "planted-l",)"
        R"( "questionAnswers": [{"question": "planted-m", "answer": "planted-n"}], "password": "planted-o",)"
        R"( "biography": "planted-p", "availabilities": "planted-q", "reviewer": {"name": "planted-r"}, )";
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        quoted ^= text[i] == '"' && (i == 0 || text[i - 1] != '\\');
        out += text[i];
        if (!quoted && text[i] == '{' &&
            text.find_first_not_of(" \n", i + 1) != std::string::npos &&
            text[text.find_first_not_of(" \n", i + 1)] == '"') {
            out += planted;
        }
    }
    return out;
}

} // namespace

TEST_CASE("exports: each case file prints its expected ideas") {
    const bool bless = std::getenv("IDEARY_BLESS") != nullptr;
    for (const auto &path : case_files()) {
        auto cases = read_cases(path);
        CHECK_MESSAGE(!cases.empty(), path.string());
        for (Case &each : cases) {
            const std::string found = ideas_of(each);
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

TEST_CASE("exports: private members of any object are not read") {
    std::size_t read = 0;
    for (const auto &path : case_files()) {
        for (const Case &each : read_cases(path)) {
            if (!each.file.ends_with(".json") || each.expected.starts_with("remark")) {
                continue;
            }
            Case planted = each;
            planted.input = with_private_members(each.input);
            const std::string found = ideas_of(planted);
            CHECK_MESSAGE(found.find("planted-") == std::string::npos, each.name, ": ", found);
            CHECK_MESSAGE(found.find("5550199") == std::string::npos, each.name);
            const auto lines = [](const std::string &text) {
                return std::count(text.begin(), text.end(), '|');
            };
            CHECK_MESSAGE(lines(found) == lines(each.expected), each.name, ": ", found);
            ++read;
        }
    }
    CHECK(read >= 12);
}
