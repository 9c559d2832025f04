// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "source/data/org.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace ideary::source {
namespace {

constexpr std::array keywords = std::to_array<std::string_view>(
    {"TODO ", "NEXT ", "WAITING ", "DONE ", "CANCELLED ", "MAYBE ", "IDEA "});

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

/// `** TODO [#A] A talk :tag:other:` as `## A talk`.
std::string heading(std::string_view line, std::size_t level) {
    std::string_view title = line.substr(level + 1);
    for (const std::string_view keyword : keywords) {
        title.remove_prefix(title.starts_with(keyword) ? keyword.size() : 0);
    }
    title.remove_prefix(title.starts_with("[#") && title.size() > 5 ? 5 : 0);
    const std::size_t tags = title.rfind(" :");
    if (title.ends_with(':') && tags != std::string_view::npos &&
        title.find(' ', tags + 1) == std::string_view::npos) {
        title = title.substr(0, title.find_last_not_of(' ', tags) + 1);
    }
    return std::string(std::min<std::size_t>(level, 6), '#') + " " + std::string(title);
}

} // namespace

void org_to_markdown(std::vector<std::string> &lines) {
    bool in_drawer = false;
    for (std::string &line : lines) {
        const std::size_t from = std::min(line.find_first_not_of(" \t"), line.size());
        const std::string word = lower(std::string_view(line).substr(from, 24));
        const std::size_t level = std::min(line.find_first_not_of('*'), line.size());
        const bool drawer = word.starts_with(":properties:") || word.starts_with(":logbook:");
        in_drawer |= drawer;
        if (in_drawer) {
            in_drawer = !word.starts_with(":end:");
            line.clear();
        } else if (level > 0 && level < line.size() && line[level] == ' ') {
            line = heading(line, level);
        } else if (word.starts_with("#+begin_src") || word.starts_with("#+end_src")) {
            line = "```";
        } else if (word.starts_with("#+title:")) {
            line = "# " + line.substr(std::min(line.find_first_not_of(' ', from + 8), line.size()));
        } else if (word.starts_with("#+") || word.starts_with("# ") ||
                   word.starts_with("scheduled:") || word.starts_with("deadline:") ||
                   word.starts_with("closed:")) {
            line.clear();
        }
    }
}

} // namespace ideary::source
