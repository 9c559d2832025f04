// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
#include "queries/query.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace ideary::bench {

std::string_view class_name(QueryClass kind) {
    return class_table.at(static_cast<std::size_t>(kind)).name;
}

std::string typed(const BenchQuery &query) {
    switch (query.kind) {
    case QueryClass::word:
    case QueryClass::rare:
    case QueryClass::any:
    case QueryClass::any5:
        break;
    case QueryClass::all:
        return fmt::format("{}", fmt::join(query.words, " AND "));
    case QueryClass::phrase:
        return fmt::format("\"{}\"", fmt::join(query.words, " "));
    case QueryClass::filter:
        return fmt::format("author:\"{}\" year:{} {}", query.author, query.from,
                           fmt::join(query.words, " "));
    case QueryClass::years:
        return fmt::format("year:{}..{} ({})", query.from, query.to,
                           fmt::join(query.words, " OR "));
    case QueryClass::prefix:
        return query.words.at(0) + "*";
    }
    return fmt::format("{}", fmt::join(query.words, " "));
}

std::string to_line(const BenchQuery &query) {
    nlohmann::ordered_json line{{"class", class_name(query.kind)}, {"words", query.words}};
    if (!query.author.empty()) {
        line["author"] = query.author;
    }
    if (query.from != 0) {
        line["years"] = {query.from, query.to};
    }
    return line.dump();
}

BenchQuery from_line(const std::string &line) {
    const auto json = nlohmann::json::parse(line);
    const auto name = json.at("class").get<std::string>();
    const auto row = std::find_if(class_table.begin(), class_table.end(),
                                  [&](const ClassRow &each) { return each.name == name; });
    if (row == class_table.end()) {
        throw std::runtime_error("no class is called " + name);
    }
    BenchQuery query;
    query.kind = row->id;
    query.words = json.at("words").get<std::vector<std::string>>();
    query.author = json.value("author", "");
    if (json.contains("years")) {
        query.from = json["years"].at(0).get<int>();
        query.to = json["years"].at(1).get<int>();
    }
    if (query.words.empty()) {
        throw std::runtime_error("a query needs words");
    }
    return query;
}

std::vector<BenchQuery> read_queries(const std::string &path) {
    std::ifstream file(path);
    if (!file) {
        throw std::runtime_error("cannot read " + path);
    }
    std::vector<BenchQuery> queries;
    int number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.empty()) {
            continue;
        }
        try {
            queries.push_back(from_line(line));
        } catch (const std::exception &error) {
            throw std::runtime_error(fmt::format("{}:{}: {}", path, number, error.what()));
        }
    }
    return queries;
}

void write_queries(const std::string &path, const std::vector<BenchQuery> &queries) {
    std::ofstream file(path);
    for (const BenchQuery &query : queries) {
        file << to_line(query) << '\n';
    }
    if (!file.flush()) {
        throw std::runtime_error("cannot write " + path);
    }
}

} // namespace ideary::bench
