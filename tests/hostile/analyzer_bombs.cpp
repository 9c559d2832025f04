// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Text that is expensive to analyse, and random bytes.
#include <algorithm>
#include <functional>
#include <random>
#include <set>

#include <fmt/format.h>

#include "fuzz/targets.hpp"
#include "hostile.hpp"
#include "ideary/index.hpp"
#include "ideary/text.hpp"
#include "index/writer/index_writer.hpp"
#include "text/normalize.hpp"
#include "text/tokens.hpp"

namespace ideary::hostile {
namespace {

constexpr std::size_t mega = 1 << 20;

struct Bomb {
    std::string name, text;
};

std::string random_bytes(std::size_t size, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    std::string bytes(size, '\0');
    std::generate(bytes.begin(), bytes.end(), [&] { return static_cast<char>(random()); });
    return bytes;
}

std::vector<Bomb> all_bombs(std::uint64_t seed) {
    return {
        {"500,000 combining marks on one letter", "e" + repeated("\u0301", 500000)},
        {"500,000 combining marks of many kinds",
         "e" + repeated("\u0323\u0301\u0345\u0315\u05b0", 100000)},
        {"500,000 combining marks without a letter", repeated("\u0300", 500000)},
        {"4 MB of one letter", std::string(4 * mega, 'a')},
        {"1M of the longest ligature", repeated("\uFDFA", mega)},
        {"1M of it, separated", repeated("\uFDFA ", mega)},
        {"a chain of joiners", repeated("\U0001F468\u200D", 300000)},
        {"joiners alone", repeated("\u200D", mega)},
        {"one Thai run", repeated("ภาษาไทยสวยงามมาก", 40000)},
        {"one Chinese run", repeated("机器学习与数据库设计", 40000)},
        {"one Korean run", repeated("테스트자동화", 60000)},
        {"Hangul in pieces", repeated("\u1100\u1161\u11a8", 200000)},
        {"one compound", repeated("a/", mega)},
        {"one compound of versions", repeated("1.2.", mega / 2)},
        {"punctuation", repeated("C++#/.-_'&", 200000)},
        {"nested URLs", repeated("ab://", 400000)},
        {"half of an e-mail address", repeated("a.", mega) + "@"},
        {"addresses", repeated("a@b.org ", 200000)},
        {"at signs", std::string(mega, '@')},
        {"grouped digits", "1" + repeated(",000", 400000)},
        {"flags", repeated("\U0001F1E9", 300000)},
        {"bidirectional controls", repeated("\u202e\u2066", 300000)},
        {"full-width letters", repeated("Ａ＋＋", 200000)},
        {"not UTF-8", std::string(mega, '\xff')},
        {"truncated UTF-8 sequences", repeated("\xe2\x82", mega)},
        {"NUL", std::string(mega, '\0')},
        {"random bytes", random_bytes(2 * mega, seed)},
    };
}

struct Function {
    const char *name;
    std::function<std::size_t(const std::string &)> run; ///< returns the size of the result
};

const std::vector<Function> &functions() {
    static text::Analyzer analyzer;
    static std::vector<text::Token> tokens;
    static const std::vector<Function> all{
        {"tokenize",
         [](const std::string &s) { return analyzer.tokenize(s, tokens), std::size_t{0}; }},
        {"clean", [](const std::string &s) { return text::normalize_nfc(s).size(); }},
        {"fold", [](const std::string &s) { return text::fold_value(s).size(); }},
        {"mask", [](const std::string &s) { return text::mask_addresses(s).size(); }},
        {"slug", [](const std::string &s) { return text::slug(s).size(); }},
        {"cut", [](const std::string &s) { return text::truncate(s, 200).size(); }},
        {"language", [](const std::string &s) { return text::guess_language(s).size(); }},
        {"terminal", [](const std::string &s) { return terminal_safe(s).size(); }},
        {"width", [](const std::string &s) { return fit_width(s, 80).size(); }},
    };
    return all;
}

/// Runs all functions on the text. Returns the highest CPU time in milliseconds per MB.
double max_time(ReliabilityTest &test, const Bomb &bomb) {
    double slowest = 0;
    for (const Function &function : functions()) {
        const double begun = cpu_s();
        // Folded text can be eleven times as long as its input; the limit then applies to the
        // result.
        const std::size_t size = std::max(bomb.text.size(), function.run(bomb.text));
        const double ms =
            1000 * (cpu_s() - begun) / std::max(static_cast<double>(size) / mega, 1.0);
        slowest = std::max(slowest, ms);
        test.expect(ms <= 100 * time_factor(test),
                    fmt::format("{}: {} takes {:.0f} ms a MB", bomb.name, function.name, ms));
    }
    return slowest;
}

/// Indexes the texts; every term of a text must find its idea. Returns the number of queries.
int search_terms(ReliabilityTest &test, const std::vector<Bomb> &bombs) {
    const std::string folder = test.at("index");
    index::IndexWriter staging(folder, 1);
    staging.put_source("bombs", "{}");
    for (std::size_t i = 0; i < bombs.size(); ++i) {
        Idea idea;
        idea.id = fmt::format("bombs/b{}", i);
        idea.title = "Bomb";
        idea.body = text::normalize_nfc(std::string_view(bombs[i].text).substr(0, 3000));
        idea.language = "en";
        idea.source = {"bombs.md", "Bombs", "", 1};
        staging.add(idea, "bombs");
    }
    staging.publish();
    const Index index = Index::open(folder);
    int searched = 0;
    for (std::size_t i = 0; i < bombs.size(); ++i) {
        const auto idea = index.show(fmt::format("bombs/b{}", i));
        std::set<std::string> forms;
        for (const text::Token &token : text::Analyzer().tokenize(idea ? idea->body : "")) {
            if (!token.part && token.kind != text::TokenKind::pair && forms.size() < 5) {
                forms.insert(token.form);
            }
        }
        for (const std::string &form : forms) {
            SearchOptions options;
            options.limit = 100;
            options.literal = true;
            bool found = false;
            for (const Hit &hit : index.search(Query::parse("\"" + form + "\""), options).hits) {
                found = found || hit.idea.id == fmt::format("bombs/b{}", i);
            }
            test.expect(found,
                        fmt::format("{}: \"{}\" does not find the idea", bombs[i].name, form));
            ++searched;
        }
    }
    return searched;
}

} // namespace

void analyzer_bombs(ReliabilityTest &test) {
    const std::vector<Bomb> all = all_bombs(test.settings().seed);
    const fuzz::Target *tokens = fuzz::find_target("tokens");
    const fuzz::Target *normal = fuzz::find_target("normal");
    double slowest = 0;
    for (const Bomb &bomb : all) {
        slowest = std::max(slowest, max_time(test, bomb));
        // The targets compare with the slower rules of ICU, so they get only a part.
        const std::string part = bomb.text.substr(0, test.settings().full ? 1 << 18 : 1 << 15);
        test.expect(tokens->problem(part).empty(), bomb.name + ": " + tokens->problem(part));
        test.expect(normal->problem(part).empty(), bomb.name + ": " + normal->problem(part));
    }
    const int searched = search_terms(test, all);
    test.figure(fmt::format("{} texts through {} functions, slowest {:.0f} ms a MB, {} of their "
                            "terms searched and found",
                            all.size(), functions().size(), slowest, searched));
}

} // namespace ideary::hostile
