// SPDX-License-Identifier: GPL-2.0-or-later
// Copyright (C) 2026 The ideary authors
// The judged queries of bench/judged over the lists of the corpus: what the ranking is worth must
// not fall unseen. Where a change moves a figure up, raise its floor.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <unistd.h>

#include "eval/files.hpp"
#include "eval/measures.hpp"
#include "ideary/index.hpp"
#include "ideary/writer.hpp"

namespace {

using namespace ideary;
using namespace ideary::tools;

const std::string top = std::string(IDEARY_TEST_DIR) + "/..";

EvalFile read_file(const std::string &path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE(file.good());
    std::stringstream text;
    text << file.rdbuf();
    return {path, text.str()};
}

/// The lists, ingested as anybody would, and the judged queries.
class JudgedSet {
  public:
    JudgedSet() {
        folder_ =
            std::filesystem::temp_directory_path() / ("ideary-judged-" + std::to_string(getpid()));
        const IngestReport report = ingest(folder_.string(), {top + "/corpus/lists"});
        REQUIRE(report.failed.empty());
        index_.emplace(Index::open(folder_.string()));
        EvalFile queries_file = read_file(top + "/bench/judged/queries.tsv");
        EvalFile judgements_file = read_file(top + "/bench/judged/qrels.txt");
        queries = read_queries(queries_file);
        judgements = read_judgements(judgements_file);
        CHECK(queries_file.remarks.empty());
        CHECK(judgements_file.remarks.empty());
    }
    ~JudgedSet() { std::filesystem::remove_all(folder_); }
    JudgedSet(const JudgedSet &) = delete;
    JudgedSet &operator=(const JudgedSet &) = delete;

    const Index &index() const { return *index_; }

    /// What a user gets, judged as the query of that id.
    Measures judge(const std::string &text, const std::string &id) const {
        SearchOptions options;
        options.limit = 1000;
        options.snippet_length = 0;
        std::vector<std::string> ranking;
        for (const Hit &hit : index_->search(Query::parse(text), options).hits) {
            ranking.push_back(hit.idea.id);
        }
        return measure(ranking, judgements.at(id));
    }

    std::vector<EvalQuery> queries;
    Judgements judgements;

  private:
    std::filesystem::path folder_;
    std::optional<Index> index_;
};

const JudgedSet &judged() {
    static const JudgedSet set;
    return set;
}

/// What was measured, less 0.02: see bench/judged/README.md.
const std::map<std::string, double> floors = {
    {"word", 0.937},    {"phrase", 0.911},  {"shared", 0.791}, {"unshared", 0.564}, {"typo", 0.933},
    {"acronym", 0.885}, {"section", 0.851}, {"body", 0.948},   {"blind", 0.364},
};
constexpr double floor_of_all = 0.757;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Where words of five letters and more stand that are neither quoted nor part of something else.
std::vector<Span> long_words(const std::string &text) {
    constexpr std::size_t shortest = 5;
    std::vector<Span> words;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const bool letters =
            std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                        text.begin() + static_cast<std::ptrdiff_t>(end), is_letter);
        if (letters && end - at >= shortest) {
            words.push_back({at, end - at});
        }
        at = end + 1;
    }
    return words;
}

/// One letter left out, put in, replaced, or two exchanged.
std::string with_slip(std::string text, const Span &word, std::mt19937 &random) {
    const std::size_t at = word.offset + random() % (word.length - 1);
    const char letter = static_cast<char>('a' + random() % 26);
    switch (random() % 4) {
    case 0:
        return text.erase(at, 1);
    case 1:
        return text.insert(at, 1, letter);
    case 2:
        text[at] = letter;
        return text;
    default:
        std::swap(text[at], text[at + 1]);
        return text;
    }
}

/// With a slip in one of the words, and one that shows.
std::string mistyped(const std::string &text, const std::vector<Span> &words,
                     std::mt19937 &random) {
    while (true) {
        std::string other = with_slip(text, words[random() % words.size()], random);
        if (other != text) {
            return other;
        }
    }
}

} // namespace

TEST_CASE("judged: the set is whole, and about ideas that are there") {
    std::map<std::string, int> kinds;
    for (const EvalQuery &query : judged().queries) {
        ++kinds[kind_of_query(query.id)];
        CHECK_MESSAGE(relevant(judged().judgements.at(query.id)) > 0, query.id);
    }
    CHECK(judged().queries.size() >= 60);
    CHECK(judged().queries.size() == judged().judgements.size());
    for (const auto &[kind, floor] : floors) {
        CHECK_MESSAGE(kinds[kind] >= 10, kind);
    }
    for (const auto &[query, grades] : judged().judgements) {
        for (const auto &[id, grade] : grades) {
            CHECK_MESSAGE(judged().index().show(id).has_value(), query << ": " << id);
            CHECK_MESSAGE((grade == 1 || grade == 2), query << ": " << id);
        }
    }
}

TEST_CASE("judged: no kind of query falls below its floor") {
    std::map<std::string, std::vector<Measures>> kinds;
    std::vector<Measures> all;
    for (const EvalQuery &query : judged().queries) {
        all.push_back(judged().judge(query.text, query.id));
        kinds[kind_of_query(query.id)].push_back(all.back());
    }
    for (const auto &[kind, floor] : floors) {
        const double figure = mean(kinds[kind]).ndcg10;
        MESSAGE(kind << ": nDCG@10 " << figure);
        CHECK_MESSAGE(figure >= floor, kind);
    }
    MESSAGE("all: nDCG@10 " << mean(all).ndcg10);
    CHECK(mean(all).ndcg10 >= floor_of_all);
}

TEST_CASE("judged: a slip of the finger costs next to nothing") {
    constexpr unsigned rounds = 8;
    std::mt19937 random(20250908);
    constexpr double kept = 0.97;
    double clean = 0, wrong = 0;
    for (const EvalQuery &query : judged().queries) {
        const std::vector<Span> words = long_words(query.text);
        const std::string kind = kind_of_query(query.id);
        if (words.empty() || kind == "typo" || kind == "unshared" || kind == "blind") {
            continue; // the first have their slips already, the words of the others no idea holds
        }
        const double figure = judged().judge(query.text, query.id).ndcg10;
        for (unsigned round = 0; round < rounds; ++round) {
            clean += figure;
            const std::string text = mistyped(query.text, words, random);
            wrong += judged().judge(text, query.id).ndcg10;
        }
    }
    MESSAGE("with one error a query: " << wrong / clean << " of the clean figure");
    CHECK(wrong >= kept * clean);
}
