// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// Hostile and mutated queries on a large index made up for it.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <random>

#include <fmt/format.h>

#include "hostile.hpp"
#include "ideary/index.hpp"
#include "ideary/writer.hpp"
#include "index/writer/staging.hpp"
#include "ingest/synonyms.hpp"
#include "mutator.hpp"

namespace ideary::hostile {
namespace {

/// What the table of synonyms knows, names of several words among it.
constexpr const char *known_words[] = {"database",   "testing", "kubernetes", "k8s", "ci",
                                       "cd",         "machine", "learning",   "ml",  "js",
                                       "javascript", "web",     "security",   "api", "deployment",
                                       "data",       "base",    "ai"};

/// Words of made-up syllables; the first are frequent, as in any language. Each twentieth of the
/// first is one that the table knows.
class Language {
  public:
    Language(std::size_t words, std::uint64_t seed) : random_(seed) {
        constexpr const char *syllables[] = {"ba", "de", "ki", "lo",  "mu",  "ra",
                                             "se", "ti", "vo", "zu",  "an",  "er",
                                             "in", "or", "un", "sta", "plo", "gre"};
        while (words_.size() < words) {
            if (words_.size() % 20 == 19 && words_.size() / 20 < std::size(known_words)) {
                words_.emplace_back(known_words[words_.size() / 20]);
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
    index::Staging staging(folder, 1);
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

/// What each costs most: many terms, many starts, long phrases, deep groups, frequent words.
std::vector<std::string> dear_queries(Language &language) {
    std::vector<std::string> dear{repeated("(", 4000),
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
        dear.push_back(fmt::format("{}*", start));
        dear.push_back(fmt::format("{0}* AND {0}* AND {0}*", start));
        dear.push_back(fmt::format("-{}*", start));
        dear.push_back(fmt::format("title:{0}* topic:{0}* author:{0}* event:c* source:li*", start));
    }
    std::string nears, compounds, excluded;
    for (int i = 0; i < 100; ++i) {
        const std::string &one = language.word(), &other = language.word();
        nears += fmt::format("{}({} NEAR/10 {})", i == 0 ? "" : " OR ", one, other);
        compounds += one + "-" + other + " ";
        excluded += "-" + one + "-" + other + " ";
    }
    dear.insert(dear.end(), {nears, compounds, excluded + language.word()});
    for (const char *known : known_words) {
        dear.emplace_back(known);
        for (const char *other : known_words) {
            dear.push_back(fmt::format("{} {} {}", known, other, language.word()));
        }
    }
    for (int i = 0; i < 40; ++i) {
        dear.push_back(language.text(64));
        dear.push_back("\"" + language.text(16) + "\"");
        std::string each, typos, starts;
        for (int k = 0; k < 32; ++k) {
            each += "\"" + language.text(2) + "\" ";
            typos += language.word() + "~ ";
            starts += language.word().substr(0, 2) + "* ";
        }
        dear.insert(dear.end(), {each, typos, starts,
                                 "(" + language.text(10) + ") AND (" + language.text(10) + ")"});
        std::string near = language.word();
        for (int k = 0; k < 12; ++k) {
            near += " NEAR/64 " + language.word();
        }
        dear.push_back(near);
        dear.push_back("x" + language.word() + " " + language.word() + "x " + language.word());
    }
    return dear;
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

/// Every seventh asks for something else besides.
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

class Asking {
  public:
    Asking(ReliabilityTest &test, const Index &index) : test_(test), index_(index) {}
    void ask(const std::string &text, const SearchOptions &options, bool all);
    std::string figure() const {
        return fmt::format("{} queries on {} ideas, dearest {:.0f} ms and {} over idle, {} over "
                           "the test",
                           asked_, index_.info().ideas, dearest_ms_, megabytes(most_memory_),
                           test_.failures());
    }

  private:
    ReliabilityTest &test_;
    const Index &index_;
    Memory memory_;
    int asked_ = 0;
    double dearest_ms_ = 0;
    std::size_t most_memory_ = 0;
};

void Asking::ask(const std::string &text, const SearchOptions &options, bool all) {
    watch(test_.at(fmt::format("query-{}", asked_)), &text);
    if (asked_++ % 16 == 0) { // dear to ask for
        memory_.begin();
    }
    const double begun = cpu_s();
    try {
        const Results results = index_.search(Query::parse(text, all), options);
        test_.expect(results.hits.size() <= options.limit, "more hits than asked for");
    } catch (const std::exception &error) {
        test_.expect(false, fmt::format("an exception: {}, of {}", error.what(),
                                        terminal_safe(text.substr(0, 200))));
    }
    const double ms = 1000 * (cpu_s() - begun);
    const std::size_t memory = memory_.peak();
    watch("", nullptr);
    dearest_ms_ = std::max(dearest_ms_, ms);
    most_memory_ = std::max(most_memory_, memory);
    test_.expect(ms <= 50 * patience(test_) && memory <= std::size_t{64} << 20,
                 fmt::format("{:.0f} ms, {}: {}", ms, megabytes(memory),
                             terminal_safe(text.substr(0, 160))));
}

} // namespace

void hostile_queries(ReliabilityTest &test) {
    Language language(60000, test.settings().seed);
    make_index(test.at("index"), static_cast<std::size_t>(test.size(20000, 100000)), language);
    const Index index = Index::open(test.at("index"));
    index.search(Query::parse("warm misstypedword"), {}); // what the first search makes, once
    std::vector<std::string> dear = dear_queries(language);
    std::vector<std::string> seeds = corpus();
    seeds.insert(seeds.end(), dear.begin(), dear.end());
    Mutator mutator(seeds, test.settings().seed);
    const int count = test.size(1500, 5000);
    for (int i = static_cast<int>(dear.size()); i < count; ++i) {
        dear.push_back(mutator.next());
    }
    Asking asking(test, index);
    for (int i = 0; i < static_cast<int>(dear.size()); ++i) {
        asking.ask(dear[static_cast<std::size_t>(i)], options_of(i), i % 11 == 0);
    }
    test.figure(asking.figure());
}

} // namespace ideary::hostile
