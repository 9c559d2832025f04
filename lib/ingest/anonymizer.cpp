// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "ingest/anonymizer.hpp"

#include <algorithm>
#include <string_view>

#include "ingest/hash.hpp"
#include "text/normalize.hpp"

namespace ideary::ingesting {
namespace {

constexpr std::string_view prefix = "person-";

bool is_numbered(const std::string &name) {
    return name.size() > prefix.size() && name.compare(0, prefix.size(), prefix) == 0 &&
           name.find_first_not_of("0123456789", prefix.size()) == std::string::npos;
}

} // namespace

void Anonymizer::learn(const std::map<std::string, int> &known) {
    for (const auto &[hash, number] : known) {
        numbers_.emplace(hash, number);
        highest_ = std::max(highest_, number);
    }
}

std::string Anonymizer::number(const std::string &name, std::map<std::string, int> &used) {
    if (is_numbered(name)) {
        return name;
    }
    const std::string hash = hash_of(text::fold_value(name));
    const auto [at, is_new] = numbers_.try_emplace(hash, highest_ + 1);
    highest_ = std::max(highest_, at->second);
    used[hash] = at->second;
    return std::string(prefix) + std::to_string(at->second);
}

void Anonymizer::drop(Idea &idea, std::map<std::string, int> &used) {
    for (std::string &author : idea.authors) {
        author = number(author, used);
    }
    idea.curator.clear();
    idea.source.url.clear();
}

} // namespace ideary::ingesting
