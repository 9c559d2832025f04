// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Compares what a document was split into with labels made by hand: one JSON file a document, with
// "file", "year" and "ideas": [{"title","line","section_path","authors","hard"?}]. An idea is found
// when its line (within one) and its whole title agree; hard ones count for nothing either way.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "ideary/text.hpp"
#include "ideary/writer.hpp"

namespace labels {

struct Score {
    int wanted = 0, given = 0, found = 0;
    int authors = 0, section = 0, year = 0; ///< right, of those found
    std::vector<std::string> differences;   ///< a line each, for people

    double f1() const { return wanted + given == 0 ? 1.0 : 2.0 * found / (wanted + given); }
};

inline std::vector<std::string> folded(std::vector<std::string> values, bool sorted) {
    for (std::string &value : values) {
        value = ideary::fold(value);
        while (!value.empty() && (value.back() == '.' || value.back() == ':')) {
            value.pop_back();
        }
    }
    if (sorted) {
        std::sort(values.begin(), values.end());
    }
    return values;
}

inline bool same_idea(const ideary::Idea &idea, const nlohmann::json &label) {
    return std::abs(idea.source.line - label["line"].get<int>()) <= 1 &&
           folded({idea.title}, false) == folded({label["title"].get<std::string>()}, false);
}

inline void compare(const ideary::Idea &idea, const nlohmann::json &label,
                    const nlohmann::json &document, Score &score) {
    using Strings = std::vector<std::string>;
    const bool authors =
        folded(idea.authors, true) == folded(label["authors"].get<Strings>(), true);
    const bool section =
        folded(idea.section, false) == folded(label["section_path"].get<Strings>(), false);
    const int year = document["year"].is_number() ? document["year"].get<int>() : 0;
    score.authors += authors ? 1 : 0;
    score.section += section ? 1 : 0;
    score.year += idea.year.value_or(0) == year ? 1 : 0;
    if (!authors || !section || idea.year.value_or(0) != year) {
        score.differences.push_back("author, section or year: " + idea.title);
    }
}

inline Score score(const nlohmann::json &document, const std::vector<ideary::Idea> &ideas) {
    Score result;
    std::vector<bool> used(ideas.size(), false);
    result.given = static_cast<int>(ideas.size());
    for (const auto &label : document["ideas"]) {
        std::size_t at = 0;
        while (at < ideas.size() && (used[at] || !same_idea(ideas[at], label))) {
            ++at;
        }
        const bool hard = label.value("hard", false);
        result.wanted += hard ? 0 : 1;
        if (at == ideas.size()) {
            if (!hard) {
                result.differences.push_back("missed: " + label["title"].get<std::string>());
            }
            continue;
        }
        used[at] = true;
        if (hard) {
            --result.given;
            continue;
        }
        ++result.found;
        compare(ideas[at], label, document, result);
    }
    for (std::size_t i = 0; i < ideas.size(); ++i) {
        if (!used[i]) {
            result.differences.push_back("extra: " + ideas[i].title);
        }
    }
    return result;
}

inline std::vector<nlohmann::json> read_labels(const std::string &folder) {
    std::vector<nlohmann::json> documents;
    for (const auto &entry : std::filesystem::directory_iterator(folder)) {
        std::ifstream file(entry.path());
        documents.push_back(nlohmann::json::parse(file));
    }
    std::sort(documents.begin(), documents.end(),
              [](const auto &a, const auto &b) { return a["file"] < b["file"]; });
    return documents;
}

/// Splits the files of folders, and gives the ideas of the one of that name.
inline std::vector<ideary::Idea> split_file(const std::vector<std::string> &folders,
                                            const std::string &name) {
    std::vector<ideary::Idea> ideas;
    for (const std::string &folder : folders) {
        const std::string path = folder + "/" + name;
        if (!std::filesystem::exists(path)) {
            continue;
        }
        ideary::split_paths({path}, {}, [&](const ideary::SplitResult &result) {
            ideas.insert(ideas.end(), result.ideas.begin(), result.ideas.end());
        });
    }
    return ideas;
}

} // namespace labels
