// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Hostile and mutated queries on a large synthetic index.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>

#include <fmt/format.h>

#include "hostile.hpp"
#include "ideary/index.hpp"
#include "ideary/writer.hpp"
#include "index/writer/index_writer.hpp"
#include "ingest/synonyms.hpp"
#include "mutator.hpp"

namespace ideary::hostile {
namespace {

/// Words of the synonym table and of names of several words in it.
constexpr const char *synonym_words[] = {"database",   "testing", "kubernetes", "k8s", "ci",
                                         "cd",         "machine", "learning",   "ml",  "js",
                                         "javascript", "web",     "security",   "api", "deployment",
                                         "data",       "base",    "ai"};

/// Words made of syllables, with Zipf-like frequencies. Every twentieth of the most frequent words
/// is a known word.
class Language {
  public:
    Language(std::size_t words, std::uint64_t seed) : random_(seed) {
        constexpr const char *syllables[] = {"ba", "de", "ki", "lo",  "mu",  "ra",
                                             "se", "ti", "vo", "zu",  "an",  "er",
                                             "in", "or", "un", "sta", "plo", "gre"};
        while (words_.size() < words) {
            if (words_.size() % 20 == 19 && words_.size() / 20 < std::size(synonym_words)) {
                words_.emplace_back(synonym_words[words_.size() / 20]);
            }
            std::string word;
            for (std::size_t n = 2 + random_() % 4; n > 0; --n) {
                word += syllables[random_() % std::size(syllables)];
            }
            words_.push_back(word + (random_() % 50 == 0 ? std::to_string(random_() % 90) : ""));
        }
    }
    const std::string &word() {
        const double chance = static_cast<double>(random_() >> 11) * 0x1p-53;
        const double place = std::pow(static_cast<double>(words_.size()), chance) - 1;
        return words_[std::min(static_cast<std::size_t>(place), words_.size() - 1)];
    }
    std::string text(std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) {
            out += (i > 0 ? " " : "") + word();
        }
        return out;
    }
    std::size_t below(std::size_t end) { return random_() % end; }

  private:
    std::mt19937_64 random_;
    std::vector<std::string> words_;
};

void make_index(const std::string &folder, std::size_t count, Language &language) {
    index::IndexWriter staging(folder, 1);
    staging.put_source("made", "{}");
    staging.put_synonyms(ingesting::normal_synonyms(default_synonyms(), {}));
    for (std::size_t i = 0; i < count; ++i) {
        Idea idea;
        idea.id = fmt::format("made/i{}", i);
        idea.title = language.text(6);
        idea.body = language.text(20 + language.below(60));
        idea.section = {language.text(2)};
        idea.topics = {language.word()};
        idea.authors = {language.text(2)};
        idea.year = 2000 + static_cast<int>(language.below(26));
        idea.language = "en";
        idea.event = "Conf " + std::to_string(*idea.year);
        idea.source = {fmt::format("lists/{}.md", i % 97), "A list", "https://example.org", 1};
        staging.add(idea, "made");
    }
    staging.publish();
}

/// Expensive queries: many terms, many prefixes, long phrases, deep groups, frequent words.
std::vector<std::string> expensive_queries(Language &language) {
    std::vector<std::string> queries{repeated("(", 4000),
                                     repeated("\"", 4001),
                                     repeated("a ", 2000),
                                     repeated("i ", 2000),
                                     repeated("a b c d e f g h ", 256),
                                     repeated("machine learning ", 240),
                                     repeated("data base ", 400),
                                     repeated("-a ", 1300),
                                     repeated("\"a b\" ", 700),
                                     repeated("a NEAR/64 ", 400),
                                     repeated("year:2000..2030 ", 250),
                                     repeated("author:a ", 450),
                                     repeated("a* ", 1300),
                                     repeated("\xff", 4096),
                                     std::string(4096, '\0'),
                                     repeated("e\u0301\u0301", 800),
                                     repeated("\uFDFA", 1300),
                                     repeated("机器", 600),
                                     repeated("ภาษา", 300),
                                     "-a -b -c",
                                     "*",
                                     "-",
                                     "+",
                                     "()",
                                     "\"\""};
    for (const char *start : {"ba", "de", "st", "gr", "an", "un"}) {
        queries.push_back(fmt::format("{}*", start));
        queries.push_back(fmt::format("{0}* AND {0}* AND {0}*", start));
        queries.push_back(fmt::format("-{}*", start));
        queries.push_back(
            fmt::format("title:{0}* topic:{0}* author:{0}* event:c* source:li*", start));
    }
    std::string nears, compounds, excluded;
    for (int i = 0; i < 100; ++i) {
        const std::string &one = language.word(), &other = language.word();
        nears += fmt::format("{}({} NEAR/10 {})", i == 0 ? "" : " OR ", one, other);
        compounds += one + "-" + other + " ";
        excluded += "-" + one + "-" + other + " ";
    }
    queries.insert(queries.end(), {nears, compounds, excluded + language.word()});
    for (const char *known : synonym_words) {
        queries.emplace_back(known);
        for (const char *other : synonym_words) {
            queries.push_back(fmt::format("{} {} {}", known, other, language.word()));
        }
    }
    for (int i = 0; i < 40; ++i) {
        queries.push_back(language.text(64));
        queries.push_back("\"" + language.text(16) + "\"");
        std::string each, typos, prefixes;
        for (int k = 0; k < 32; ++k) {
            each += "\"" + language.text(2) + "\" ";
            typos += language.word() + "~ ";
            prefixes += language.word().substr(0, 2) + "* ";
        }
        queries.insert(
            queries.end(),
            {each, typos, prefixes, "(" + language.text(10) + ") AND (" + language.text(10) + ")"});
        std::string near = language.word();
        for (int k = 0; k < 12; ++k) {
            near += " NEAR/64 " + language.word();
        }
        queries.push_back(near);
        queries.push_back("x" + language.word() + " " + language.word() + "x " + language.word());
    }
    return queries;
}

std::vector<std::string> corpus() {
    std::vector<std::string> paths;
    for (const auto &entry : std::filesystem::directory_iterator(IDEARY_CORPUS "/query")) {
        paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    for (std::string &path : paths) {
        path = fault::file_text(path);
    }
    return paths;
}

/// Options that vary with the number of the query.
SearchOptions options_of(int i) {
    SearchOptions options;
    options.literal = i % 7 == 1;
    options.facets = i % 7 == 2 ? std::vector<std::string>{"topic", "year", "author"}
                                : std::vector<std::string>{};
    options.sort = i % 7 == 3 ? Sort::title : Sort::relevance;
    options.offset = i % 7 == 4 ? 9000 : 0;
    options.explain = i % 7 == 5;
    options.limit = i % 70 == 6 ? 1000 : 10;
    return options;
}

class QueryRunner {
  public:
    QueryRunner(ReliabilityTest &test, const Index &index) : test_(test), index_(index) {}
    void run(const std::string &text, const SearchOptions &options, bool all);
    std::string figure() const {
        return fmt::format("{} queries on {} ideas, slowest {:.0f} ms, peak memory {}, {} over "
                           "the limits",
                           count_, index_.info().ideas, max_ms_, megabytes(max_memory_),
                           test_.failures());
    }

  private:
    ReliabilityTest &test_;
    const Index &index_;
    Memory memory_;
    int count_ = 0;
    double max_ms_ = 0;
    std::size_t max_memory_ = 0;
};

void QueryRunner::run(const std::string &text, const SearchOptions &options, bool all) {
    watch(test_.at(fmt::format("query-{}", count_)), &text);
    if (count_++ % 16 == 0) { // resetting the peak is expensive
        memory_.begin();
    }
    const double begun = cpu_s();
    try {
        const Results results = index_.search(Query::parse(text, all), options);
        test_.expect(results.hits.size() <= options.limit, "more hits than the limit");
    } catch (const std::exception &error) {
        test_.expect(false, fmt::format("an exception: {}, for {}", error.what(),
                                        terminal_safe(text.substr(0, 200))));
    }
    const double ms = 1000 * (cpu_s() - begun);
    const std::size_t memory = memory_.peak();
    watch("", nullptr);
    max_ms_ = std::max(max_ms_, ms);
    max_memory_ = std::max(max_memory_, memory);
    test_.expect(ms <= 50 * time_factor(test_) && memory <= std::size_t{64} << 20,
                 fmt::format("{:.0f} ms, {}: {}", ms, megabytes(memory),
                             terminal_safe(text.substr(0, 160))));
}

} // namespace

void hostile_queries(ReliabilityTest &test) {
    Language language(60000, test.settings().seed);
    make_index(test.at("index"), static_cast<std::size_t>(test.size(20000, 100000)), language);
    const Index index = Index::open(test.at("index"));
    index.search(Query::parse("warm misstypedword"), {}); // lazy initialization is not measured
    std::vector<std::string> queries = expensive_queries(language);
    std::vector<std::string> seeds = corpus();
    seeds.insert(seeds.end(), queries.begin(), queries.end());
    Mutator mutator(seeds, test.settings().seed);
    const int count = test.size(1500, 5000);
    for (int i = static_cast<int>(queries.size()); i < count; ++i) {
        queries.push_back(mutator.next());
    }
    QueryRunner runner(test, index);
    for (int i = 0; i < static_cast<int>(queries.size()); ++i) {
        runner.run(queries[static_cast<std::size_t>(i)], options_of(i), i % 11 == 0);
    }
    test.figure(runner.figure());
}

} // namespace ideary::hostile
